"""The moment at which a step of the day is done."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime

from domain.cycle import DayOrder, Due, closing
from domain.town import Town
from storage.work import Work


@dataclass(frozen=True)
class Moment:
    """Which step of which local day, what was ordered of that day, and the program's time."""

    day: date
    step: Due
    order: DayOrder
    now: datetime

    def close(self, town: Town) -> datetime:
        """The instant up to which a report of the day is on time."""
        return closing(town, self.day, self.order)


Doer = Callable[[Work, Town, Moment], Awaitable[dict[str, int]]]
