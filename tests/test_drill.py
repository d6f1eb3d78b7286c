"""The drill, played: the real program as its own process, killed in the middle, and the two accounts compared.

Of the same day the workbook, opened by another library and held cell by cell against what the town knows to be true.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from domain.forms import shipped
from domain.phones import private
from tests.support.cast import ZONE

ROOT = Path(__file__).parent.parent
PATIENCE = 240
DAY = "2026-02-06"
FORM = shipped("epidemic")
WORDS = {"reported": "按时", "late": "迟报", "questions": "待确认", "silent": "未报", "excused": "免报"}
ANSWERS = {
    "silent": "没回应",
    "seen": "收到",
    "doing": "进行中",
    "done": "完成",
    "difficulty": "有困难",
    "returned": "退回",
}
A_TAP = timedelta(hours=13)
"""A tap carries no date: after a kill the bot goes by when it took it in."""


def _run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a process of its own, in that folder."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=folder,
        env={**os.environ, "LANG": "en_US.UTF-8", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a day with three kills has left."""
    out = tmp_path_factory.mktemp("drill") / "out"
    played = _run(ROOT, "drill", "--seed", "1", "--speed", "1000", "--kills", "3", "--out", str(out))
    assert played.returncode == 0, played.stdout[-4000:] + played.stderr[-2000:]
    assert "58 / 58" in played.stdout
    assert "http://127.0.0.1:" in played.stdout
    return out


@pytest.fixture(scope="module")
def book(out: Path) -> Workbook:
    """The day's workbook as the command line writes it, opened again."""
    settings = {"GRIDWARDEN_TOWN": "town.toml", "DATABASE_URL": "sqlite:///gridwarden.db", "GRIDWARDEN_KEY": ""}
    made = _run(out, "export", "day.xlsx", "--from", DAY, "--to", DAY, **settings)
    assert made.returncode == 0, made.stdout + made.stderr
    return load_workbook(out / "day.xlsx", data_only=True)


@pytest.fixture(scope="module")
def truth(out: Path) -> Any:
    """What the town knows."""
    return json.loads((out / "truth.json").read_text("utf-8"))


def test_a_drill_day_with_kills_ends_with_every_unit_equal(out: Path) -> None:
    for left in ("board.txt", "brief.txt", "state.json", "truth.json", "transcript/command.txt", "gridwarden.db"):
        assert (out / left).stat().st_size > 0, left


def test_every_total_of_the_workbook_is_the_towns_truth(book: Workbook, truth: Any) -> None:
    rows = list(_rows(book, "合计", 4))
    assert [row[0] for row in rows] == [indicator.name for indicator in FORM.indicators]
    wanted = [truth["totals"]["T0"].get(indicator.code) for indicator in FORM.indicators]
    assert [row[3] for row in rows] == wanted
    assert sum(value is not None for value in wanted) > 20


def test_every_cell_of_units_by_indicators_is_the_towns_truth(book: Workbook, truth: Any) -> None:
    seen = set()
    for code, _, state, *figures in _rows(book, "各单元", 5):
        known = truth["units"].get(code)
        values = truth["totals"][code] if known is None else known["values"]
        assert figures == [values.get(indicator.code) for indicator in FORM.indicators], code
        assert state == (None if known is None else _word(known)), code
        seen.add(code)
    assert seen == set(truth["totals"])


def test_punctuality_is_the_towns_truth(book: Workbook, truth: Any) -> None:
    everybody, *rows = _rows(book, "及时性", 4)
    assert {row[0] for row in rows} == set(truth["units"])
    counted = [0] * 5
    for code, _, *told in rows:
        unit = truth["units"][code]
        excused = unit["state"] == "excused"
        counts = [not excused, unit["on_time"] is True, unit["on_time"] is False, unit["state"] == "silent", excused]
        assert told[:5] == [int(count) for count in counts], code
        counted = [total + count for total, count in zip(counted, counts, strict=True)]
        hour = _local(unit["first_at"])
        assert told[6] == (hour or WORDS[unit["state"]]), code
    assert list(everybody[2:7]) == counted
    assert everybody[7] == counted[1] * 100 // counted[0] / 100


def test_every_unit_of_every_task_is_the_towns_truth(book: Workbook, truth: Any) -> None:
    seen = set()
    for row in _rows(book, "任务", 4):
        title, published, due, code, state, answered, waited, done = (row[at] for at in (1, 2, 3, 4, 6, 7, 8, 9))
        task = truth["tasks"][title]
        known = task["units"][code]
        assert (due, state) == (_local(task["due_at"]), ANSWERS[known["state"]]), (title, code)
        assert _same(answered, known["answered_at"]), (title, code)
        assert _same(done, known["done_at"]), (title, code)
        shown = None if answered is None else max(0, round((answered - published).total_seconds()) // 60)
        assert waited == shown, (title, code)
        seen.add((title, code))
    assert seen == {(title, code) for title, task in truth["tasks"].items() for code in task["units"]}
    assert len(seen) > 50


def test_every_problem_is_in_the_units_own_words(book: Workbook, truth: Any) -> None:
    names = {text.code: text.name for text in FORM.texts}
    told = {(row[1], row[3], row[4]) for row in _rows(book, "问题", 4)}
    assert told == {
        (code, names[field], private(words))
        for code, unit in truth["units"].items()
        for field, words in unit["texts"].items()
    }
    assert len(told) > 5


def _rows(book: Workbook, sheet: str, first: int) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet below its headings."""
    yield from book[sheet].iter_rows(min_row=first, values_only=True)


def _word(unit: Any) -> str:
    return WORDS["late" if unit["state"] == "reported" and unit["on_time"] is False else unit["state"]]


def _local(instant: str | None) -> datetime | None:
    """An instant as a sheet shows it: on the town's clocks, in whole seconds."""
    if instant is None:
        return None
    return datetime.fromisoformat(instant).astimezone(ZONE).replace(tzinfo=None, microsecond=0)


def _same(shown: datetime | None, true: str | None) -> bool:
    known = _local(true)
    return shown is known if shown is None or known is None else abs(shown - known) <= A_TAP
