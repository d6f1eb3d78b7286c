"""What holds of a day: the calendar of the rule book, and what leaders ordered."""

from datetime import date

from domain.calendar import by_calendar
from domain.cycle import DayOrder
from domain.town import Town
from storage import days
from storage.work import Work


async def order_of(work: Work, town: Town, day: date) -> DayOrder:
    """The day's order; a day that the calendar takes out is skipped unless somebody gave it its cycle back."""
    return by_calendar(town, day, await days.order(work, day))
