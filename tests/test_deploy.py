"""What is delivered for running the bot fits the program: the container's file, the units, the alert rules."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from actions.gauges import Gauges
from bot.metrics import written
from bot.vitals import Vitals
from domain.outgoing import Lane

ROOT = Path(__file__).parents[1]
CONTAINER = (ROOT / "deploy" / "Containerfile").read_text("utf-8")
IGNORED = (ROOT / ".dockerignore").read_text("utf-8")
ALERTS = (ROOT / "deploy" / "alerts.yml").read_text("utf-8")
MANUAL = (ROOT / "docs" / "operating.md").read_text("utf-8")


def _rooms() -> list[str]:
    found = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]["find"]
    return sorted(name.rstrip("*") for name in found["include"])


def test_the_image_holds_every_room_of_the_program_and_nothing_secret() -> None:
    copied = re.findall(r"^COPY (.+) \S+$", CONTAINER, re.MULTILINE)
    named = {word for line in copied for word in line.split() if not word.startswith("--")}
    assert set(_rooms()) <= named
    allowed = {line[1:] for line in IGNORED.splitlines() if line.startswith("!")}
    assert {name for name in named if not name.startswith("/")} == allowed
    assert IGNORED.splitlines()[1] == "*"
    assert all((ROOT / name).exists() for name in allowed)


def test_the_image_runs_as_nobody_and_asks_whether_it_is_ready() -> None:
    last = CONTAINER.split("\nFROM ")[-1]
    assert re.search(r"^USER gridwarden$", last, re.MULTILINE)
    assert last.index("\nUSER ") < last.index("\nENTRYPOINT ")
    assert "HEALTHCHECK" in last
    assert "/readyz" in last
    assert re.search(r"^VOLUME /data$", last, re.MULTILINE)


def test_the_program_runs_from_where_an_installer_puts_it_with_what_python_leaves_there(tmp_path: Path) -> None:
    for room in _rooms():
        shutil.copytree(ROOT / room, tmp_path / room)
    environment = {"PATH": os.environ["PATH"], "LANG": "en_US.UTF-8", "PYTHONUTF8": "1"}
    asked = [sys.executable, "-m", "compileall", "-q", str(tmp_path)]
    subprocess.run(asked, env=environment, check=True)
    assert (tmp_path / "storage" / "migrations" / "__pycache__").is_dir()
    for job in (("town", "new"), ("units", "import", "units.csv")):
        (tmp_path / "units.csv").write_text("code,name\n01,黄溪村\n", "utf-8")
        asked = [sys.executable, "-m", "bot", *job]
        said = subprocess.run(asked, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        assert said.returncode == 0, said.stderr


def test_systemd_takes_the_units() -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("no systemd-analyze on this machine")
    units = [str(unit) for unit in sorted((ROOT / "deploy").glob("*.service"))]
    units += [str(unit) for unit in (ROOT / "deploy").glob("*.timer")]
    said = subprocess.run([analyze, "verify", *units], capture_output=True, text=True, check=False)
    wrong = [line for line in said.stderr.splitlines() if "deploy" in line or "gridwarden" in line]
    assert [line for line in wrong if "is not executable" not in line] == []


def test_every_alert_is_of_a_figure_that_there_is_and_stands_in_the_manual() -> None:
    nothing = Gauges(0, 0.0, 0, dict.fromkeys(Lane, 0), dict.fromkeys(Lane, 0.0), {}, {}, 0, 0)
    vitals = Vitals()
    with vitals.living("intake"):
        figures = set(re.findall(r"^# TYPE (\w+)", written(vitals, nothing, "1").decode(), re.MULTILINE))
    asked = set(re.findall(r"\b(?:gridwarden|process)_\w+", "\n".join(re.findall(r"expr: (.+)", ALERTS))))
    assert asked
    assert asked <= figures
    rules = re.findall(r"- alert: (\w+)", ALERTS)
    assert len(rules) >= 8
    assert [rule for rule in rules if f"**{rule}**" not in MANUAL] == []
    assert ALERTS.count("severity:") == len(rules) == ALERTS.count("summary:")
