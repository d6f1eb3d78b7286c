"""Levels: who closes when, which steps that makes, and who is told."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.cycle import DayOrder, Step, steps_of
from domain.forms import shipped
from domain.levels import TOWN, brief_hour, closes, level_steps, levels
from domain.standing import Heard, standing
from domain.town import CycleTimes, Town
from domain.units import Unit, UnitTree

ZONE = ZoneInfo("Asia/Shanghai")
PLACE = Town("云岭县", ZONE, "zh-Hans", shipped("epidemic"))
DAY = date(2026, 2, 6)

# Two villages: 甲 closes at 15:30 and two of its cells at 15:00; 乙 with the county, one cell of it at 14:00.
COUNTY = UnitTree.of(
    [
        Unit(1, "C", "县", reports=False),
        Unit(2, "V1", "甲村", parent_id=1, reports=False, deadline=time(15, 30)),
        Unit(3, "11", "甲一组", parent_id=2, deadline=time(15)),
        Unit(4, "12", "甲二组", parent_id=2, deadline=time(15)),
        Unit(5, "13", "甲三组", parent_id=2),
        Unit(6, "V2", "乙村", parent_id=1, reports=False),
        Unit(7, "21", "乙一组", parent_id=6, deadline=time(14)),
        Unit(8, "22", "乙二组", parent_id=6),
    ]
)


def at(hour: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(hour), ZONE).astimezone(UTC)


def test_a_unit_closes_at_its_own_hour_or_the_nearest_above_it() -> None:
    ends = closes(PLACE, DAY, DayOrder(), COUNTY)
    assert [ends.of(unit) for unit in (None, 1, 6, 8)] == [at("16:00")] * 4
    assert [ends.of(unit) for unit in (2, 5)] == [at("15:30")] * 2
    assert [ends.of(unit) for unit in (3, 4)] == [at("15:00")] * 2
    assert ends.of(7) == at("14:00")


def test_the_node_that_has_the_hour_watches_over_it_or_the_one_above_a_unit_that_has_it_alone() -> None:
    known = levels(PLACE, COUNTY)
    assert {unit: known.desks[unit] for unit in known.desks} == {2: 2, 3: 2, 4: 2, 5: 2, 7: 6}
    assert (known.desks_at(time(15)), known.desks_at(time(15, 30)), known.desks_at(time(14))) == ({2}, {2}, {6})
    flat = UnitTree.of([Unit(1, "1", "甲", deadline=time(15)), Unit(2, "2", "乙")])
    assert levels(PLACE, flat).desks == {1: TOWN}


def test_nobody_closes_after_what_stands_above_it_nor_after_a_town_that_closes_early() -> None:
    tree = UnitTree.of([Unit(1, "1", "甲", deadline=time(15)), Unit(2, "2", "乙", 1, deadline=time(15, 30))])
    assert closes(PLACE, DAY, DayOrder(), tree).of(2) == at("15:00")
    early = closes(PLACE, DAY, DayOrder(closes_at=at("14:50")), COUNTY)
    assert {early.of(unit) for unit in COUNTY.units} == {at("14:50"), at("14:00")}
    late = Unit(1, "1", "甲", deadline=time(17))
    assert not levels(PLACE, UnitTree.of([late])).hours


def test_a_level_has_the_towns_cycle_moved_by_as_much_as_it_closes_earlier() -> None:
    steps = [step for step in level_steps(PLACE, DAY, DayOrder(), COUNTY) if step.level == time(15)]
    hours = [(step.name, f"{step.at.astimezone(ZONE):%H:%M}") for step in steps]
    assert hours == [
        ("remind/13:30@15:00", "13:30"),
        ("remind/14:30@15:00", "14:30"),
        ("remind/14:50@15:00", "14:50"),
        ("collect@15:00", "15:00"),
        ("chase/15:30@15:00", "15:30"),
        ("chase/16:00@15:00", "16:00"),
        ("chase/16:30@15:00", "16:30"),
        ("brief@15:00", "16:45"),
    ]
    assert brief_hour(PLACE, COUNTY, 2) == time(17, 15)
    assert brief_hour(PLACE, COUNTY, 6) == PLACE.times.brief


def test_a_day_without_cycle_has_no_steps_of_levels_and_a_tree_without_hours_has_none_either() -> None:
    assert not list(level_steps(PLACE, DAY, DayOrder(skipped=True), COUNTY))
    plain = UnitTree.of([Unit(1, "1", "甲"), Unit(2, "2", "乙", 1)])
    assert not list(level_steps(PLACE, DAY, DayOrder(), plain))


@given(st.times(time(0, 1), time(15, 59)), st.none() | st.integers(-600, 240))
def test_no_reminder_of_a_level_comes_after_its_close_and_no_chase_before_it(hour: time, moved: int | None) -> None:
    tree = UnitTree.of([Unit(1, "1", "甲", deadline=hour.replace(second=0, microsecond=0))])
    order = DayOrder() if moved is None else DayOrder(closes_at=at("16:00") + timedelta(minutes=moved))
    close = closes(PLACE, DAY, order, tree).of(1)
    steps = list(level_steps(PLACE, DAY, order, tree))
    assert [step.at for step in steps if step.kind is Step.COLLECT] == [close]
    assert all(step.at < close for step in steps if step.kind is Step.REMIND)
    assert all(step.at > close for step in steps if step.kind is Step.CHASE)
    assert not {step.name for step in steps} & {step.name for step in steps_of(PLACE, DAY, order)}


def test_lateness_is_judged_at_the_units_own_close_in_every_list() -> None:
    heard = {unit: Heard(at("15:10")) for unit in (3, 5, 8)}
    marks = standing(COUNTY, heard, frozenset(), closes(PLACE, DAY, DayOrder(), COUNTY)).marks
    assert [marks[unit].late for unit in (3, 5, 8)] == [True, False, False]


def test_what_would_come_before_midnight_is_left_out() -> None:
    town = Town("镇", ZONE, "zh-Hans", shipped("epidemic"), CycleTimes(remind=(time(8), time(15, 50))))
    tree = UnitTree.of([Unit(1, "1", "甲", deadline=time(7, 30))])
    reminders = [step for step in level_steps(town, DAY, DayOrder(), tree) if step.kind is Step.REMIND]
    assert [step.name for step in reminders] == ["remind/07:20@07:30"]
