"""Levels: parts of the tree that close before the town does (cells 15:00, villages 15:30, the town 16:00).

A unit's hour is its own or the nearest one above it, else the town's; a later one than above does not count. All that
closes at one hour is a level, and has the town's cycle, moved by as much as it closes earlier.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from domain.cycle import DayOrder, Due, Step, closing, steps_of
from domain.town import CycleTimes, Town
from domain.units import UnitTree

TOWN = 0
"""The desk of what stands below no node: the town's own."""

_OF_LEVEL = (Step.REMIND, Step.COLLECT, Step.CHASE, Step.BRIEF)


@dataclass(frozen=True)
class Levels:
    """Who closes before the town.

    hours  the hour of each unit that does; the others close with the town
    desks  who watches over it at that hour: the node that has the hour, or the node above a unit that has it alone
    """

    hours: Mapping[int, time]
    desks: Mapping[int, int]

    def hour(self, node: int | None) -> time | None:
        """The hour at which the node closes, None for the town's."""
        return None if node is None else self.hours.get(node)

    def desks_at(self, hour: time) -> frozenset[int]:
        """The desks of that level."""
        return frozenset(desk for unit, desk in self.desks.items() if self.hours[unit] == hour)


_NONE = Levels({}, {})


def levels(town: Town, tree: UnitTree) -> Levels:
    """The levels of the tree; none where no unit has an hour before the town's."""
    return _levels(tree, town.times.collect) if tree.has_deadlines else _NONE


@lru_cache(maxsize=4)
def _levels(tree: UnitTree, close: time) -> Levels:
    hours: dict[int, time] = {}
    desks: dict[int, int] = {}
    whole = [unit.id for unit in tree.children(None)]
    for unit in tree.subtree(None):
        above = hours.get(unit.parent_id or TOWN)
        if unit.deadline is not None and unit.deadline < (above or close):
            desk = unit.id if tree.children(unit.id) else unit.parent_id
            hours[unit.id] = unit.deadline
            desks[unit.id] = TOWN if desk is None or [desk] == whole else desk
        elif above is not None:
            hours[unit.id] = above
            desks[unit.id] = desks[unit.parent_id or TOWN]
    return Levels(hours, desks)


@dataclass(frozen=True)
class Closes:
    """The instants up to which reports of a day are on time: the town's, of units that close before it, of levels."""

    town: datetime
    earlier: Mapping[int, datetime] = field(default_factory=dict)
    levels: Mapping[time, datetime] = field(default_factory=dict)

    def of(self, node: int | None) -> datetime:
        """The node's; None is the town."""
        return self.town if node is None else self.earlier.get(node, self.town)

    def at(self, level: time | None) -> datetime:
        """A level's, by its hour; None is the town's."""
        return self.town if level is None else self.levels.get(level, self.town)


def closes(town: Town, day: date, order: DayOrder, tree: UnitTree) -> Closes:
    """When everybody closes that day; nobody later than the town, wherever that was moved."""
    close, known = closing(town, day, order), levels(town, tree)
    at = {hour: min(close, town.at(day, hour).astimezone(UTC)) for hour in set(known.hours.values())}
    return Closes(close, {unit: at[hour] for unit, hour in known.hours.items()}, at)


def level_steps(town: Town, day: date, order: DayOrder, tree: UnitTree) -> Iterator[Due]:
    """The steps of every level: reminders, roll-call, chase and brief, as long before the town's as it closes earlier.

    Their names end with the level's hour: `remind/14:30@15:00`.
    """
    known, close = levels(town, tree), closing(town, day, order)
    for hour in sorted(set(known.hours.values())) if not order.skipped else ():
        desks = known.desks_at(hour)
        moved = replace(town, times=_moved(town.times, hour))
        ended = min(close, town.at(day, hour).astimezone(UTC))
        for step in steps_of(moved, day, DayOrder(closes_at=ended)):
            if step.kind in _OF_LEVEL:
                yield replace(step, name=of_level(step.name, hour), level=hour, desks=desks)


def of_level(name: str, hour: time) -> str:
    """The name of a level's step."""
    return f"{name}@{hour:%H:%M}"


def brief_hour(town: Town, tree: UnitTree, node: int | None) -> time:
    """When the node's brief is made."""
    hour = levels(town, tree).hour(node)
    return town.times.brief if hour is None else _moved(town.times, hour).brief


def _moved(times: CycleTimes, hour: time) -> CycleTimes:
    """The town's hours, moved so that it closes at that one; what would come before midnight is left out."""
    by = _minutes(times.collect) - _minutes(hour)
    remind = tuple(_earlier(at, by) for at in times.remind if _minutes(at) >= by)
    chase = tuple(_earlier(at, by) for at in times.chase)
    return replace(times, remind=remind, collect=hour, chase=chase, brief=_earlier(times.brief, by))


def _minutes(hour: time) -> int:
    return hour.hour * 60 + hour.minute


def _earlier(hour: time, minutes: int) -> time:
    return (datetime.combine(date.min, hour) + timedelta(days=1, minutes=-minutes)).time()
