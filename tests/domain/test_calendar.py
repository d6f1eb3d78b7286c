"""Days without cycle: what the rule book may say of them, and who outdoes whom."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import by_calendar, read_span, rests, spans_of
from domain.cycle import DayOrder, steps_of
from domain.town import Calendar
from tests.domain.test_levels import PLACE

NEW_YEAR = (date(2026, 2, 16), date(2026, 2, 22))
CALENDAR = Calendar(frozenset({7}), (NEW_YEAR,), ((date(2026, 2, 15), date(2026, 2, 15)), (NEW_YEAR[1], NEW_YEAR[1])))


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("2026-02-16", (date(2026, 2, 16), date(2026, 2, 16))),
        ("2026-02-16..2026-02-22", NEW_YEAR),
        (" 2026-02-16 至 2026-02-22 ", NEW_YEAR),
        ("2026-02-22..2026-02-16", None),
        ("2026-02-30", None),
        ("2026-02-16..2028-02-16", None),
        ("春节", None),
    ],
)
def test_a_date_or_a_span_is_read(words: str, span: tuple[date, date] | None) -> None:
    assert read_span(words) == span


def test_weekdays_and_spans_rest_and_a_working_day_outdoes_both() -> None:
    days = [date(2026, 2, 14) + timedelta(days=n) for n in range(10)]
    assert [day.day for day in days if rests(CALENDAR, day)] == [16, 17, 18, 19, 20, 21]
    assert rests(CALENDAR, date(2026, 3, 1))


def test_a_day_that_the_calendar_takes_out_has_no_step_unless_a_leader_gave_it_back() -> None:
    town = replace(PLACE, calendar=CALENDAR)
    assert steps_of(town, NEW_YEAR[0], by_calendar(town, NEW_YEAR[0], DayOrder())) == []
    assert steps_of(town, NEW_YEAR[0], by_calendar(town, NEW_YEAR[0], DayOrder(kept=True)))
    assert by_calendar(town, date(2026, 2, 14), DayOrder(skipped=True)).skipped


@given(st.sets(st.dates(date(2026, 1, 1), date(2026, 3, 1))))
def test_spans_hold_the_days_that_they_were_made_of_and_no_others(days: set[date]) -> None:
    spans = spans_of(sorted(days))
    told = [first + timedelta(days=n) for first, last in spans for n in range((last - first).days + 1)]
    assert told == sorted(days)
    assert all(after[0] - before[1] > timedelta(days=1) for before, after in pairwise(spans))
