"""What holds of a day: the calendar of the rule book, and what leaders ordered."""

from datetime import date

from domain.calendar import by_calendar
from domain.cycle import DayOrder
from domain.levels import Closes, closes
from domain.town import Town
from domain.units import UnitTree
from storage import days, units
from storage.work import Work

_CLOSES = "closes"


async def order_of(work: Work, town: Town, day: date) -> DayOrder:
    """The day's order; a day that the calendar takes out is skipped unless somebody gave it its cycle back."""
    return by_calendar(town, day, await days.order(work, day))


async def closes_of(work: Work, town: Town, day: date) -> Closes:
    """When everybody closes that day; reckoned once a work, until the order or the units change in it."""
    known: dict[date, tuple[DayOrder, UnitTree, Closes]] = work.known.setdefault(_CLOSES, {})
    order, tree = await days.order(work, day), await units.tree(work)
    if day not in known or known[day][0] is not order or known[day][1] is not tree:
        known[day] = order, tree, closes(town, day, by_calendar(town, day, order), tree)
    return known[day][2]
