"""The county's drill, played small: three levels with hours of their own, and every figure agrees at every level."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from drill.county.tree import Shape, found_county, units_csv
from drill.county.truth import UnitDay, agreement, total

ROOT = Path(__file__).parent.parent
PATIENCE = 120
COUNTY = found_county(Shape(1, 2, 4))
AT = datetime(2026, 2, 6, 7, 0, tzinfo=UTC)


def test_a_small_countys_figures_agree_at_every_level(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "drill", "--county", "2,4,12", "--speed", "2000"]
    environment = {**os.environ, "LANG": "en_US.UTF-8", "PYTHONUTF8": "1"}
    played = subprocess.run(
        [*command, "--out", str(tmp_path / "out")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert played.returncode == 0, played.stdout[-4000:] + played.stderr[-2000:]
    assert re.findall(r"(\d+) / (\d+)", played.stdout) == [("1", "1"), ("2", "2"), ("4", "4"), ("12", "12")]


def _days(**households: int) -> dict[str, UnitDay]:
    said = {code[1:]: UnitDay({"households_visited": Decimal(n)}, AT) for code, n in households.items()}
    return {node.code: said.get(node.code, UnitDay()) for node in COUNTY.reporting()}


def test_the_truth_of_a_node_that_reports_for_all_below_it_is_its_own_figure() -> None:
    days = _days(uV000=100, u0000=7, u0001=20, u0002=9)
    sums = {node.code: total(COUNTY, days, node).get("households_visited") for node in COUNTY.nodes}
    assert (sums["V000"], sums["V001"], sums["0000"]) == (100, 20, 7)
    assert sums["T00"] == sums["C"] == 120


def test_one_wrong_figure_is_told_at_each_level_that_it_is_part_of() -> None:
    days = _days(u0001=20)
    units = [
        {"code": code, "state": "reported" if day.first_at else "silent", "on_time": None} for code, day in days.items()
    ]
    node_sums = {node.code: {"households_visited": 20} for node in COUNTY.nodes if node.code in ("C", "T00", "V001")}
    totals = {node.code: {} for node in COUNTY.nodes} | node_sums | {"0001": {"households_visited": 21}}
    levels = agreement(COUNTY, days, lambda node: AT, {"units": units, "totals": totals})
    assert [(level.name, level.equal, level.nodes) for level in levels] == [
        ("county", 1, 1),
        ("towns", 1, 1),
        ("villages", 2, 2),
        ("cells", 3, 4),
    ]
    late = [{**unit, "on_time": False} if unit["code"] == "0001" else unit for unit in units]
    totals["0001"] = {"households_visited": 20}
    levels = agreement(COUNTY, days, lambda node: AT, {"units": late, "totals": totals})
    assert [level.nodes - level.equal for level in levels] == [1, 1, 1, 1]


def test_the_countys_table_says_which_hour_each_closes_at() -> None:
    rows = [row.split(",") for row in units_csv(COUNTY).splitlines()[1:]]
    assert [row[-1] for row in rows] == ["", "", "15:30", "15:30", "15:00", "15:00", "15:00", "15:00"]
