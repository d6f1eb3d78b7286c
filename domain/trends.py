"""A figure over its last days: what it is today beside what it usually was."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

SPANS = (14, 30)
"""How many days can be looked back on."""


@dataclass(frozen=True)
class Trend:
    """A figure's days, oldest first, the last one is the day asked for; None of a day on which nobody gave it."""

    days: Sequence[date]
    values: Sequence[Decimal | None]

    @property
    def known(self) -> list[tuple[date, Decimal]]:
        """The days on which anybody gave it."""
        return [(day, value) for day, value in zip(self.days, self.values, strict=True) if value is not None]

    @property
    def before(self) -> list[tuple[date, Decimal]]:
        """The same without the last day, which may not be over."""
        return [(day, value) for day, value in self.known if day != self.days[-1]]

    @property
    def usual(self) -> Decimal | None:
        """The mean of the days before, to one place; None when there are none."""
        values = [value for _, value in self.before]
        if not values:
            return None
        return (sum(values, Decimal(0)) / len(values)).quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def most(self) -> tuple[date, Decimal] | None:
        """The day with the highest figure, the latest of several."""
        return max(self.known, key=lambda pair: (pair[1], pair[0]), default=None)

    @property
    def least(self) -> tuple[date, Decimal] | None:
        """The day before today with the lowest figure, the latest of several: today's may still grow."""
        return min(self.before, key=lambda pair: (pair[1], -pair[0].toordinal()), default=None)

    @property
    def total(self) -> Decimal:
        """All days together: tells something of what is counted by the day, nothing of what is at hand."""
        return sum((value for _, value in self.known), Decimal(0))


def trend(figures: Mapping[date, Mapping[int, Decimal]], counted: Iterable[int], last: date, days: int) -> Trend:
    """The days that end on `last`, each the sum over the units that count for the node."""
    units = frozenset(counted)
    every = [last - timedelta(days=back) for back in range(days - 1, -1, -1)]
    return Trend(every, [_sum(figures.get(day, {}), units) for day in every])


def _sum(figures: Mapping[int, Decimal], units: frozenset[int]) -> Decimal | None:
    given = [value for unit, value in figures.items() if unit in units]
    return sum(given, Decimal(0)) if given else None
