"""What a unit's own last days say of today's figure: far outside of them, or a running total that does not go on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

from domain.numbers import Values

# A figure is far out when it is beyond all three: this many spreads (median absolute deviations) from the middle,
# this many times the middle (or less than that part of it), and this much away: three instead of one is no news.
SPREADS = 6
TIMES_MORE = 3
TIMES_LESS = 5
FLOOR = Decimal(20)


@dataclass(frozen=True)
class Usual:
    """What a figure usually is: the median of the days, and how far days lie from it (median absolute deviation)."""

    middle: Decimal
    spread: Decimal


def usual(values: Sequence[Decimal], least_days: int) -> Usual | None:
    """What the figures of the last days come to; None where there are too few of them to tell."""
    if len(values) < max(1, least_days):
        return None
    middle = Decimal(median(values))
    return Usual(middle, Decimal(median(abs(value - middle) for value in values)))


def far_out(value: Decimal, usually: Usual, *, falls: bool = True) -> bool:
    """Whether the value lies far outside of what is usual.

    `falls`: too little is looked for as well; not so for what is kept in store, which is used up. Zero is never asked:
    it says that nothing happened, which happens.
    """
    away = abs(value - usually.middle)
    if away <= FLOOR or away <= SPREADS * usually.spread:
        return False
    if value > usually.middle:
        return value > TIMES_MORE * usually.middle
    return falls and value > 0 and value * TIMES_LESS < usually.middle


@dataclass(frozen=True)
class Before:
    """A running total that was reported on an earlier day."""

    day: date
    total: Decimal


@dataclass(frozen=True)
class Misfit:
    """A running total that does not go on from the one before.

    wanted   what it would have to be: the total before with the day's figure; None when it merely fell
    today    the day's figure in that sum
    """

    before: Before
    wanted: Decimal | None = None
    today: Decimal | None = None


def misfit(total: Decimal, day: date, before: Before, today: Decimal | None) -> Misfit | None:
    """Why the day's running total is doubtful after the one before; None when it goes on from it.

    today: the day's own figure, for what is counted by the day; the sum is looked at only from one day to the next.
    """
    if today is not None and before.day == day - timedelta(days=1):
        wanted = before.total + today
        return None if total == wanted else Misfit(before, wanted, today)
    return Misfit(before) if total < before.total else None


def by_code(days: Sequence[Mapping[str, Decimal]]) -> dict[str, list[Decimal]]:
    """The figures of some days, by indicator; a day that gave none of one does not count for it."""
    found: dict[str, list[Decimal]] = {}
    for values in days:
        for code, value in values.items():
            found.setdefault(code, []).append(value)
    return found


def last_totals(days: Sequence[tuple[date, Values]]) -> dict[str, Before]:
    """The latest running total of each indicator; the days come oldest first."""
    return {code: Before(day, total) for day, totals in days for code, total in totals.items()}
