"""A unit's pace: medians of what is known, judged by what can be judged."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.pace import Pace, Run, median_minutes, pace

OUT = datetime(2026, 2, 6, 11, 0, tzinfo=UTC)
LATER = OUT + timedelta(days=1)


def at(minutes: float) -> datetime:
    return OUT + timedelta(minutes=minutes)


def test_a_unit_without_tasks_has_no_medians_and_counts_of_zero() -> None:
    assert pace([], LATER) == Pace()


def test_the_medians_are_of_the_tasks_that_were_answered_or_done() -> None:
    runs = [
        Run(1, OUT, at(60), answered_at=at(2), done_at=at(30), verified=True),
        Run(1, OUT, at(60), answered_at=at(10), done_at=at(90), returned=2),
        Run(1, OUT, None, answered_at=at(30)),
        Run(1, OUT, at(60)),
    ]
    expected = Pace(
        received=4,
        answered=3,
        first_minutes=10,
        done_minutes=60,
        due=3,
        done=2,
        in_time=1,
        verified=1,
        returned=2,
    )
    assert pace(runs, LATER) == expected


def test_a_task_whose_deadline_is_to_come_is_not_held_against_the_unit() -> None:
    told = pace([Run(1, OUT, at(60), answered_at=at(1))], at(30))
    assert (told.due, told.in_time) == (0, 0)


def test_done_on_the_very_deadline_is_in_time() -> None:
    assert pace([Run(1, OUT, at(60), done_at=at(60))], LATER).in_time == 1


def test_an_answer_stamped_before_the_publication_took_no_time() -> None:
    assert pace([Run(1, OUT, answered_at=at(-0.5))], LATER).first_minutes == 0


@given(st.lists(st.one_of(st.none(), st.floats(0, 10_000)), max_size=9))
def test_the_median_lies_among_the_minutes_known(minutes: list[float | None]) -> None:
    known = [value for value in minutes if value is not None]
    found = median_minutes(minutes)
    assert (found is None) == (not known)
    if known and found is not None:
        assert min(known) - 1 <= found <= max(known) + 1
