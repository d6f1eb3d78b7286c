"""The day's steps, whatever hours a town chose: in order, in their windows, none on the wrong side of the close."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.cycle import DayOrder, Step, closing, fell_due, is_missed, steps_of
from domain.forms import shipped
from domain.town import CycleTimes, Town

FORM = shipped("epidemic")
DAY = date(2026, 2, 6)
ZONES = ("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo")

hours = st.builds(time, st.integers(0, 23), st.integers(0, 59))


def lists(most: int) -> st.SearchStrategy[tuple[time, ...]]:
    return st.lists(hours, max_size=most, unique=True).map(tuple)


times = st.builds(
    CycleTimes,
    morning=hours,
    remind=lists(4),
    collect=hours,
    chase=lists(4),
    brief=hours,
    meeting=hours,
    preview=hours,
    tasks=hours,
    chase_tasks=lists(3),
)
towns = st.builds(
    Town, st.just("镇"), st.sampled_from(ZONES).map(ZoneInfo), st.just("zh-Hans"), st.just(FORM), times=times
)
# The last Sunday of March and the first of November are among them: the nights on which clocks are changed.
days = st.dates(date(2026, 3, 1), date(2026, 11, 30))


@given(towns, days)
def test_steps_come_in_the_order_in_which_they_fall_due_each_under_a_name_of_its_own(town: Town, day: date) -> None:
    steps = steps_of(town, day, DayOrder())
    assert [step.at for step in steps] == sorted(step.at for step in steps)
    assert len({step.name for step in steps}) == len(steps)
    assert {step.kind for step in steps} >= set(Step) - {Step.REMIND, Step.CHASE, Step.CHASE_TASKS}


@given(towns, days, st.one_of(st.none(), st.integers(0, 1439)))
def test_no_reminder_comes_after_the_close_and_no_chase_before_it_wherever_it_was_moved(
    town: Town, day: date, minutes: int | None
) -> None:
    moved = None if minutes is None else town.at(day, time(minutes // 60, minutes % 60)).astimezone(UTC)
    order = DayOrder(closes_at=moved)
    close = closing(town, day, order)
    for step in steps_of(town, day, order):
        assert step.kind is not Step.REMIND or (step.at < close and step.until <= close)
        assert step.kind is not Step.CHASE or step.at > close
        assert step.kind is not Step.COLLECT or step.at == close


@given(towns, days)
def test_one_of_several_is_given_up_when_the_next_begins(town: Town, day: date) -> None:
    steps = steps_of(town, day, DayOrder())
    for kind in (Step.REMIND, Step.CHASE, Step.CHASE_TASKS):
        several = [step for step in steps if step.kind is kind]
        assert all(one.until <= after.at for one, after in pairwise(several))
        assert [step.number for step in several] == sorted(step.number for step in several)


@given(towns, days)
def test_a_skipped_day_has_no_steps(town: Town, day: date) -> None:
    assert steps_of(town, day, DayOrder(skipped=True)) == []


@given(towns, days, st.lists(st.integers(0, 3000), max_size=30))
def test_whatever_the_ticks_each_step_is_settled_once_in_order_and_none_is_lost(
    town: Town, day: date, ticks: list[int]
) -> None:
    steps = steps_of(town, day, DayOrder())
    start = town.at(day, time(0)).astimezone(UTC)
    settled: list[str] = []
    for minutes in sorted([*ticks, 3000]):
        now = start + timedelta(minutes=minutes)
        for step in fell_due(steps, now, frozenset(settled)):
            assert step.at <= now
            assert step.name not in settled
            settled.append(step.name)
    assert settled == [step.name for step in steps]


@given(towns, days, st.integers(0, 3000), st.integers(0, 3000))
def test_a_step_is_missed_only_after_its_window_or_before_the_program_ever_ran(
    town: Town, day: date, now_minutes: int, first_minutes: int
) -> None:
    start = town.at(day, time(0)).astimezone(UTC)
    now, first = start + timedelta(minutes=now_minutes), start + timedelta(minutes=first_minutes)
    for step in steps_of(town, day, DayOrder()):
        assert is_missed(step, now, first) == (now >= step.until or step.at < first)


def test_an_hour_that_the_clocks_leave_out_still_has_its_step() -> None:
    town = Town("镇", ZoneInfo("Europe/Berlin"), "zh-Hans", FORM, times=CycleTimes(morning=time(2, 30)))
    steps = steps_of(town, date(2026, 3, 29), DayOrder())
    assert steps[0].name == "morning"
    assert steps[0].at.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_in_a_night_of_changed_clocks_steps_come_as_the_instants_do() -> None:
    times = CycleTimes(morning=time(2, 30), collect=time(3, 10))
    town = Town("镇", ZoneInfo("Europe/Berlin"), "zh-Hans", FORM, times=times)
    assert [step.name for step in steps_of(town, date(2026, 3, 29), DayOrder())][:2] == ["collect", "morning"]


def test_a_close_after_the_roll_call_is_a_step_of_its_own() -> None:
    town = Town("镇", ZoneInfo("Asia/Shanghai"), "zh-Hans", FORM)
    order = DayOrder(closes_at=town.at(DAY, time(16, 15)), reopened=True)
    names = [step.name for step in steps_of(town, DAY, order)]
    assert "collect/16:15" in names
    assert "collect" not in names
