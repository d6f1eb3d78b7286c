"""How quickly a unit answers its tasks and finishes them: by time and completion, never by how many it was given."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median


@dataclass(frozen=True)
class Run:
    """One unit's part of one task: when the task went out, when it was due, answered first, done (as it stands)."""

    unit_id: int
    published_at: datetime
    due_at: datetime | None = None
    answered_at: datetime | None = None
    done_at: datetime | None = None
    verified: bool = False
    returned: int = 0

    @property
    def in_time(self) -> bool:
        """Whether it is done, and by its deadline if it has one."""
        return self.done_at is not None and (self.due_at is None or self.done_at <= self.due_at)

    def is_due(self, now: datetime) -> bool:
        """Whether it can be judged by now: done, or its deadline gone by."""
        return self.done_at is not None or (self.due_at is not None and self.due_at <= now)


@dataclass(frozen=True)
class Pace:
    """What a unit's tasks of some days come to.

    received        tasks that went to it            answered   of these, answered at all
    first_minutes   median minutes from publication to its first answer; None while it has answered none
    done_minutes    median minutes from publication to the completion that stands; None while there is none
    due             tasks that can be judged: done, or their deadline gone by
    done, in_time   of these, done; done by the deadline (without one: done)
    verified        completions that a leader has verified
    returned        how often a leader returned a completion
    """

    received: int = 0
    answered: int = 0
    first_minutes: int | None = None
    done_minutes: int | None = None
    due: int = 0
    done: int = 0
    in_time: int = 0
    verified: int = 0
    returned: int = 0


def pace(runs: Iterable[Run], now: datetime) -> Pace:
    """The pace of one unit's runs as of now."""
    known = list(runs)
    return Pace(
        received=len(known),
        answered=sum(run.answered_at is not None for run in known),
        first_minutes=median_minutes(minutes_between(run.published_at, run.answered_at) for run in known),
        done_minutes=median_minutes(minutes_between(run.published_at, run.done_at) for run in known),
        due=sum(run.is_due(now) for run in known),
        done=sum(run.done_at is not None for run in known),
        in_time=sum(run.in_time for run in known),
        verified=sum(run.verified for run in known),
        returned=sum(run.returned for run in known),
    )


def minutes_between(start: datetime | None, end: datetime | None) -> float | None:
    """Minutes from one instant to another, none below zero; None when either has not been."""
    return None if start is None or end is None else max(0.0, (end - start).total_seconds() / 60)


def median_minutes(minutes: Iterable[float | None]) -> int | None:
    """The median of those that are known, in whole minutes (0 for less than one); None when none is."""
    known = [value for value in minutes if value is not None]
    if not known:
        return None
    return whole_minutes(median(known))


def whole_minutes(minutes: float) -> int:
    """The nearest whole minute; under one, none."""
    return 0 if minutes < 1 else int(minutes + 0.5)
