"""The ledger: what the town knows to be true, from what was really said and when."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from drill.wardens.acts import (
    COMMAND,
    Act,
    Confirmed,
    Deed,
    Drafted,
    Excused,
    Meaning,
    Pictured,
    Reported,
    Settled,
    TaskAnswered,
    TaskState,
    private,
)
from drill.wardens.ledger import Ledger
from drill.wardens.parts import Part
from drill.wardens.said import Doubt, Said
from tests.drill_wardens.towns import DAY, SEEDS, ZONE, plan, sheet, town

CLOSE = datetime(DAY.year, DAY.month, DAY.day, 16, 0, tzinfo=ZONE)


@pytest.fixture
def ledger() -> Ledger:
    return Ledger(town(1), sheet(), CLOSE)


def told(ledger: Ledger, minutes: float, *means: Meaning) -> None:
    """Something happened so many minutes before or after the close."""
    at = CLOSE + timedelta(minutes=minutes)
    ledger.happened(Act(at, 1, private(1), Deed.SAY, means=tuple(means)), at)


def report(unit: str, key: str = "m1", mode: str = "replace", **values: int) -> Reported:
    said = Said("", truth={code: Decimal(x) for code, x in values.items()}, mode="add" if mode == "add" else "replace")
    return Reported(unit, said, key)


def test_a_later_message_replaces_what_it_names_and_an_addition_adds(ledger: Ledger) -> None:
    told(ledger, -60, report("01", a=1, b=2))
    told(ledger, -50, report("01", "m2", b=5))
    told(ledger, -40, report("01", "m3", "add", a=10, c=1))
    assert ledger.unit("01").values == {"a": 11, "b": 5, "c": 1}


def test_an_edit_says_anew_what_it_changes_and_makes_nobody_late(ledger: Ledger) -> None:
    told(ledger, -60, report("01", a=1, c=7))
    told(ledger, -50, report("01", "m2", a=2, c=8))
    told(ledger, 30, report("01", a=3, b=9, c=7))
    truth = ledger.unit("01")
    assert truth.values == {"a": 3, "b": 9, "c": 8}
    assert truth.first_at == CLOSE - timedelta(minutes=60)
    assert truth.on_time is True


def test_the_first_message_decides_lateness(ledger: Ledger) -> None:
    told(ledger, 0, report("01", a=1))
    told(ledger, 1 / 60, report("02", a=1))
    assert ledger.unit("01").on_time is True
    assert ledger.unit("02").on_time is False
    assert ledger.unit("03").on_time is None


def test_a_doubt_is_open_until_it_is_settled_and_only_then_counted(ledger: Ledger) -> None:
    said = Said("", truth={"a": Decimal(1)}, doubts=(Doubt("b", "approximate", Decimal(300), Decimal(287), "约300"),))
    told(ledger, -60, Reported("01", said, "m1"))
    assert (ledger.unit("01").state, ledger.unit("01").values) == ("questions", {"a": 1})
    told(ledger, -50, Settled("01", "b", Decimal(287)))
    assert (ledger.unit("01").state, ledger.unit("01").values) == ("reported", {"a": 1, "b": 287})


def test_a_dropped_number_leaves_no_value(ledger: Ledger) -> None:
    said = Said("", truth={"a": Decimal(1)}, doubts=(Doubt(None, "unknown_name", Decimal(3), None, "无人机3架"),))
    told(ledger, -60, Reported("01", said, "m1"), Settled("01", None, None))
    assert (ledger.unit("01").state, ledger.unit("01").values) == ("reported", {"a": 1})


def test_zero_silent_and_excused_are_three_things(ledger: Ledger) -> None:
    told(ledger, -60, Reported("01", Said("", zero=True), "m1"), Excused("02"))
    units = ledger.units()
    assert (units["01"].state, units["01"].zero, set(units["01"].values.values())) == ("reported", True, {0})
    assert {"returnees", "fever_cases"} <= set(units["01"].values)
    assert "masks" not in units["01"].values
    assert (units["02"].state, units["03"].state) == ("excused", "silent")


def test_totals_are_sums_of_the_subtree(ledger: Ledger) -> None:
    told(ledger, -60, report("01", a=1, b=2), report("58", a=10))
    assert ledger.totals() == {"a": 11, "b": 2}
    assert ledger.totals(town(1).unit("01").parent) == {"a": 1, "b": 2}


def test_an_album_is_one_and_its_pictures_are_counted(ledger: Ledger) -> None:
    told(ledger, -60, Pictured("01", 3), Pictured("01", 1))
    assert (ledger.unit("01").pictures, ledger.unit("01").albums) == (4, 2)


def test_a_task_knows_who_answered_what_when(ledger: Ledger) -> None:
    told(ledger, 120, Drafted("t", "看守", ("01", "02"), CLOSE, False))
    assert not ledger.tasks["t"].goes_out
    told(ledger, 121, Confirmed("t", at_once=False))
    told(ledger, 190, TaskAnswered("01", "t", TaskState.SEEN))
    told(ledger, 200, TaskAnswered("01", "t", None, feedback=True), Pictured("01", 1, "t"), Pictured("02", 2, "t"))
    told(ledger, 210, TaskAnswered("01", "t", TaskState.DONE))
    task = ledger.tasks["t"]
    answer = task.answers["01"]
    assert (task.goes_out, task.at_once) == (True, False)
    assert (answer.state, answer.feedback, answer.pictures) == (TaskState.DONE, 1, 1)
    assert answer.answered_at == CLOSE + timedelta(minutes=190)
    assert answer.done_at == CLOSE + timedelta(minutes=210)
    assert ledger.unit("01").pictures == 0
    assert task.answers["02"].state is TaskState.SEEN


@pytest.mark.parametrize("seed", SEEDS)
def test_a_day_played_without_a_bot_leaves_the_parts_as_they_were_cast(seed: int) -> None:
    ledger, day = Ledger(town(seed), sheet(), CLOSE), plan(seed)
    for act in day.acts:
        ledger.happened(act, act.at)
    units = ledger.units()
    for part, state in ((Part.NEVER, "silent"), (Part.EXCUSED, "excused"), (Part.LEAVES_OPEN, "questions")):
        assert {units[code].state for code in day.notes[part.value]} == {state}
    assert {units[code].on_time for code in day.notes[Part.LATE.value]} == {False}
    assert all(units[code].zero for code in day.notes[Part.ZERO.value])
    assert all(units[code].pictures for code in (*day.notes[Part.CAPTION.value], *day.notes[Part.PICTURES.value]))
    assert set(ledger.alerts(["fever_cases"])) == {(code, "fever_cases") for code in day.notes[Part.FEVER.value]}
    assert len(ledger.tasks) == 5
    assert len(ledger.decisions) == 3
    assert COMMAND in {act.spot for act in day.acts}
