"""How units compare: by how they work, never by how much they count.

Four measures of equal weight: punctuality, completeness, first response, completion of tasks. Each is a share between
0 and 1, so that neither the size of a unit nor the number of its tasks moves it. What has been seen less than three
times is drawn towards the middle of all units: one lucky or unlucky day decides nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from statistics import fmean, median

SPANS: Mapping[str, int] = {"week": 7, "day": 1}
ENOUGH = 3
"""So often must something have been seen to stand for itself."""
_HALF_AN_HOUR = 30
"""Minutes after which a first response is worth half of one at once."""
_ALL = 100


class Measure(StrEnum):
    """What units are compared by, in the order in which it is told."""

    PUNCTUAL = "punctual"
    COMPLETE = "complete"
    RESPONSE = "response"
    DONE = "done"


@dataclass(frozen=True)
class Record:
    """How one unit worked over some days.

    days      the days on which it was to report: closed, with a cycle, and not excused
    on_time   on how many of them it did so before the close
    complete  of each of them the share of its figures that nothing is left to ask about; 0 of a silent day
    waited    for each task the minutes until its first answer; until now where there is none
    answered  how many of them were answered at all
    due, done tasks that are over their deadline or were done before it, and those done in time
    """

    unit_id: int
    days: int = 0
    on_time: int = 0
    complete: tuple[float, ...] = ()
    waited: tuple[float, ...] = ()
    answered: int = 0
    due: int = 0
    done: int = 0

    @property
    def completeness(self) -> int | None:
        """Per cent, rounded down: 100 is said only where nothing is left to ask."""
        return int(_ALL * fmean(self.complete) + 1e-9) if self.complete else None

    @property
    def response(self) -> int | None:
        """The median wait for a first response, in whole minutes; None where there was none."""
        return int(median(self.waited)) if self.answered else None


@dataclass(frozen=True)
class Place:
    """A unit's place. Those with the same points share one, and the next place is as much further down."""

    unit_id: int
    place: int
    points: int


Seen = tuple[float | None, int]
"""A share, and from how many sightings it comes; None where there are none."""


def _punctual(record: Record) -> Seen:
    return (record.on_time / record.days if record.days else None, record.days)


def _complete(record: Record) -> Seen:
    return (fmean(record.complete) if record.complete else None, len(record.complete))


def _response(record: Record) -> Seen:
    worth = [_HALF_AN_HOUR / (_HALF_AN_HOUR + minutes) for minutes in record.waited]
    return (fmean(worth) if worth else None, len(worth))


def _done(record: Record) -> Seen:
    return (record.done / record.due if record.due else None, record.due)


_SHARES: Mapping[Measure, Callable[[Record], Seen]] = {
    Measure.PUNCTUAL: _punctual,
    Measure.COMPLETE: _complete,
    Measure.RESPONSE: _response,
    Measure.DONE: _done,
}


def points(records: Iterable[Record]) -> dict[int, int]:
    """Whole points out of 100 for each unit that had a day to report on; the others are not compared."""
    compared = [record for record in records if record.days]
    shares = [_drawn([share(record) for record in compared]) for share in _SHARES.values()]
    return {record.unit_id: _rounded(fmean(column[n] for column in shares)) for n, record in enumerate(compared)}


def _drawn(seen: Sequence[Seen]) -> list[float]:
    """Every unit's share of one measure, drawn towards the middle as far as it rests on too little.

    Where nobody can have been seen so often (a ranking of one day), as often as anybody was is enough.
    """
    middle = median([share for share, _ in seen if share is not None] or [1.0])
    enough = min(ENOUGH, max((often for _, often in seen), default=0)) or 1
    return [middle if share is None else middle + (share - middle) * min(1.0, often / enough) for share, often in seen]


def _rounded(share: float) -> int:
    return int(_ALL * share + 0.5 + 1e-9)


def placed(reached: Mapping[int, int]) -> list[Place]:
    """The units from the best down; of those who share a place, in the order in which they are given."""
    best_first = sorted(reached.items(), key=lambda one: -one[1])
    found: list[Place] = []
    for reached_points, together in groupby(best_first, key=lambda one: one[1]):
        place = len(found) + 1
        found += [Place(unit, place, reached_points) for unit, _ in together]
    return found


@dataclass(frozen=True)
class Middle:
    """What the middle unit of a town shows, measure by measure: per cent and minutes; None where nobody has any."""

    on_time: int | None
    complete: int | None
    response: int | None
    done: int | None


def middle(records: Iterable[Record]) -> Middle:
    """The medians of the units that had a day to report on, beside which a unit sees its own."""
    compared = [record for record in records if record.days]
    return Middle(
        _median(_ALL * record.on_time // record.days for record in compared),
        _median(record.completeness for record in compared),
        _median(record.response for record in compared),
        _median(_ALL * record.done // record.due for record in compared if record.due),
    )


def _median(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return int(median(known)) if known else None
