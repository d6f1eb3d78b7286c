"""The day's steps: which there are, when each falls due, how long after that it is still worth doing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from domain.town import CycleTimes, Town


class Step(StrEnum):
    """The kinds of step. Those of a list carry their hour in their name: `remind/14:30`."""

    MORNING = "morning"
    REMIND = "remind"
    COLLECT = "collect"
    CHASE = "chase"
    BRIEF = "brief"
    MEETING = "meeting"
    PREVIEW = "preview"
    TASKS = "tasks"
    CHASE_TASKS = "chase_tasks"


@dataclass(frozen=True)
class Due:
    """One step of one day: done late up to `until`, after that it is recorded as missed."""

    name: str
    kind: Step
    at: datetime
    until: datetime
    number: int = 1
    """Which of its kind this is, counted from 1: the third reminder also goes to the lead."""
    level: time | None = None
    """The hour of the level whose step it is (domain/levels.py); None for the town's own steps."""
    desks: frozenset[int] = frozenset()
    """Of a level's step: the nodes for which it is to be done."""


@dataclass(frozen=True)
class DayOrder:
    """What a leader changed of a day.

    closes_at  moves the close; `reopened`: it had been collected before that, so the new close is a step of its own
    skipped    takes the whole day out
    paused     its steps wait
    kept       has its cycle, whatever the calendar says
    """

    closes_at: datetime | None = None
    skipped: bool = False
    paused: bool = False
    reopened: bool = False
    kept: bool = False


_ORDER = list(Step)
_NAGGING = frozenset({Step.REMIND, Step.CHASE, Step.CHASE_TASKS})
_LATE: Mapping[Step, timedelta] = {
    Step.MORNING: timedelta(hours=4),
    Step.REMIND: timedelta(minutes=20),
    Step.COLLECT: timedelta(hours=12),
    Step.CHASE: timedelta(minutes=25),
    Step.BRIEF: timedelta(hours=6),
    Step.MEETING: timedelta(hours=1),
    Step.PREVIEW: timedelta(minutes=45),
    Step.TASKS: timedelta(hours=12),
    Step.CHASE_TASKS: timedelta(minutes=25),
}


def closing(town: Town, day: date, order: DayOrder) -> datetime:
    """The instant up to which a report of that day is on time."""
    return (order.closes_at or town.at(day, town.times.collect)).astimezone(UTC)


def steps_of(town: Town, day: date, order: DayOrder) -> list[Due]:
    """Every step of the day in the order in which it falls due; none when the day is skipped.

    A close that was moved takes the reminders and chases with it only so far that no reminder comes after the close
    and no chase before it.
    """
    if order.skipped:
        return []
    close = closing(town, day, order)
    steps = [_due(town, day, kind, hour, number) for kind, hour, number in _hours(town.times)]
    moved = [_collected(town, order, close) if step.kind is Step.COLLECT else step for step in steps]
    kept = [step for step in moved if not _crosses(step, close)]
    bounded = [_bounded(step, kept, close) for step in kept]
    return sorted(bounded, key=lambda step: (step.at, _ORDER.index(step.kind), step.name))


def _collected(town: Town, order: DayOrder, close: datetime) -> Due:
    """The roll-call at the close, wherever that was moved; a second one carries its hour in its name."""
    name = f"{Step.COLLECT}/{town.local(close):%H:%M}" if order.reopened else Step.COLLECT.value
    return Due(name, Step.COLLECT, close, close + _LATE[Step.COLLECT])


def _crosses(step: Due, close: datetime) -> bool:
    """A reminder after the close, or a chase before it."""
    return (step.kind is Step.REMIND and step.at >= close) or (step.kind is Step.CHASE and step.at <= close)


def _hours(times: CycleTimes) -> Iterable[tuple[Step, time, int]]:
    for kind in Step:
        hours = getattr(times, kind.value)
        many = hours if isinstance(hours, tuple) else (hours,)
        yield from ((kind, hour, number) for number, hour in enumerate(sorted(many), start=1))


def _due(town: Town, day: date, kind: Step, hour: time, number: int) -> Due:
    at = town.at(day, hour).astimezone(UTC)  # as instants: hours of a night of changed clocks compare wrongly
    name = f"{kind.value}/{hour:%H:%M}" if kind in _NAGGING else kind.value
    return Due(name, kind, at, at + _LATE[kind], number)


def _bounded(step: Due, steps: Iterable[Due], close: datetime) -> Due:
    """A nagging step ends where the next of its kind begins, a reminder and the morning call at the close."""
    ends = [other.at for other in steps if other.kind is step.kind and other.at > step.at and step.kind in _NAGGING]
    if step.kind in (Step.REMIND, Step.MORNING):
        ends.append(close)
    return Due(step.name, step.kind, step.at, min([step.until, *ends]), step.number)


def fell_due(steps: Iterable[Due], now: datetime, settled: frozenset[str]) -> list[Due]:
    """The steps that are due and neither done nor given up, oldest first."""
    return [step for step in steps if step.at <= now and step.name not in settled]


def is_missed(step: Due, now: datetime, first_start: datetime) -> bool:
    """Whether a due step comes too late to be done, or fell due before the program ever ran."""
    return now >= step.until or step.at < first_start
