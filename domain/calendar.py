"""The calendar of days without cycle: weekdays and dates that the town's rule book takes out."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from domain.cycle import DayOrder
from domain.patterns import regex
from domain.town import Calendar, Span, Town

_SPAN = regex(r"(\d{4}-\d\d-\d\d)(?:\s*(?:\.\.|至|~)\s*(\d{4}-\d\d-\d\d))?")
MOST_DAYS = 366


def read_span(words: str) -> Span | None:
    """`2026-02-17`, or `2026-02-17..2026-02-23` with both ends; None when it is neither, or ends before it begins."""
    found = _SPAN.fullmatch(words.strip())
    if found is None:
        return None
    try:
        first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2] or found[1])
    except ValueError:
        return None
    return (first, last) if timedelta(0) <= last - first <= timedelta(days=MOST_DAYS) else None


def rests(calendar: Calendar, day: date) -> bool:
    """Whether the calendar has no cycle that day: a date that is named to have one outdoes weekdays and spans."""
    if any(first <= day <= last for first, last in calendar.working):
        return False
    return day.isoweekday() in calendar.weekdays or any(first <= day <= last for first, last in calendar.off)


def by_calendar(town: Town, day: date, order: DayOrder) -> DayOrder:
    """What is ordered of the day, the calendar counted in: a leader's word about the day outdoes it."""
    return order if order.skipped or order.kept or not rests(town.calendar, day) else replace(order, skipped=True)


def spans_of(days: Iterable[date]) -> list[Span]:
    """Days in their order as spans of days that follow one another."""
    spans: list[Span] = []
    for day in days:
        if spans and day == spans[-1][1] + timedelta(days=1):
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return spans
