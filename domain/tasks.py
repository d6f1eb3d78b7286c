"""Tasks: their parts and states, how a unit's answer may move, when it is still followed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.pace import median_minutes, minutes_between


class TaskState(StrEnum):
    """How far a task has come before the units have it."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class UnitState(StrEnum):
    """What a unit has answered to a task; `returned` is a leader's word on a completion."""

    SILENT = "silent"
    SEEN = "seen"
    DOING = "doing"
    DONE = "done"
    DIFFICULTY = "difficulty"
    RETURNED = "returned"


_NEXT: Mapping[UnitState, tuple[UnitState, ...]] = {
    UnitState.SILENT: (UnitState.SEEN, UnitState.DOING, UnitState.DONE, UnitState.DIFFICULTY),
    UnitState.SEEN: (UnitState.DOING, UnitState.DONE, UnitState.DIFFICULTY),
    UnitState.DOING: (UnitState.DONE, UnitState.DIFFICULTY),
    UnitState.DIFFICULTY: (UnitState.DOING, UnitState.DONE),
    UnitState.DONE: (UnitState.DOING, UnitState.DIFFICULTY),
    UnitState.RETURNED: (UnitState.DOING, UnitState.DONE, UnitState.DIFFICULTY),
}


def next_moves(state: UnitState) -> tuple[UnitState, ...]:
    """What a unit in that state may say next, as its buttons show it."""
    return _NEXT[state]


def after(state: UnitState, said: UnitState) -> UnitState:
    """The unit's state once somebody of it has said so.

    Every answer corrects the one before it, a task that was done included; only 收到 takes nothing back: a colleague
    who has just read the task does not undo the work.
    """
    if said is UnitState.SILENT:
        return state
    return said if said is not UnitState.SEEN or state is UnitState.SILENT else state


@dataclass(frozen=True)
class Problem:
    """What is wrong with a written task, as a key of texts/ and its fields."""

    key: str
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """A task as written. `audience` holds names, codes and tags, empty for all; `due_words` is kept as it stood."""

    title: str
    body: str = ""
    audience: tuple[str, ...] = ()
    due: datetime | None = None
    due_words: str = ""
    photo: bool = False
    problems: tuple[Problem, ...] = ()
    verify: bool | None = None
    """Whether a leader's word is wanted on each completion; None where nothing was said: as the town has it."""
    goals: str = ""
    asks: str = ""
    urgent: bool = False


@dataclass(frozen=True)
class Task:
    """A task as kept.

    scope   the nodes its writer may address, None for the whole town
    goals   its targets, as written; asks: of what it wants a number; urgent: an order that goes out at any hour
    series  the repeating task that made it
    """

    number: int
    title: str
    body: str
    audience: tuple[str, ...]
    scope: tuple[int, ...] | None
    due_at: datetime | None
    due_words: str
    photo: bool
    state: TaskState
    publish_day: date | None = None
    published_at: datetime | None = None
    made_by: int | None = None
    version: int = 1
    verify: bool = False
    """Whether a completion waits for a leader's word; one that nobody says leaves it done."""
    made_in: int | None = None
    goals: str = ""
    asks: str = ""
    urgent: bool = False
    series: int | None = None


@dataclass(frozen=True)
class TaskUnit:
    """One unit's place in a task.

    answered_at: its first answer of any kind; done_at and verified_at: of the completion that stands; reason: of a
    difficulty or a return; returned: how often a completion was returned.
    """

    task: int
    unit_id: int
    state: UnitState = UnitState.SILENT
    answered_at: datetime | None = None
    changed_at: datetime | None = None
    done_at: datetime | None = None
    reminded: int = 0
    reason: str = ""
    photo_asked: bool = False
    version: int = 0
    verified_at: datetime | None = None
    returned: int = 0


def answered(place: TaskUnit, said: UnitState, said_at: datetime) -> TaskUnit:
    """The unit's place after an answer that was sent at that instant."""
    state = after(place.state, said)
    first = said_at if place.answered_at is None else min(place.answered_at, said_at)
    if state is place.state:
        return replace(place, answered_at=first)
    return replace(
        place,
        state=state,
        answered_at=first,
        changed_at=said_at,
        done_at=said_at if state is UnitState.DONE else None,
        verified_at=None,
        reason="",
        version=place.version + 1,
    )


FOLLOWED_WITHOUT_LIMIT = timedelta(days=3)
FOLLOWED_AFTER_LIMIT = timedelta(days=1)


def still_chased(task: Task, now: datetime) -> bool:
    """Whether silent units are still reminded: to a day after the deadline; without one, three days long."""
    if task.state is not TaskState.PUBLISHED or task.published_at is None:
        return False
    end = task.published_at + FOLLOWED_WITHOUT_LIMIT if task.due_at is None else task.due_at + FOLLOWED_AFTER_LIMIT
    return now < end


@dataclass(frozen=True)
class Responses:
    """How quickly units answered: minutes from publication, 0 for less than one; `fastest` is the unit's id."""

    fastest: int
    fastest_minutes: int
    median_minutes: int
    done_minutes: int | None = None
    """Median minutes to the completions that stand; None while nothing is done."""


def responses(published_at: datetime, places: Iterable[TaskUnit]) -> Responses | None:
    """First responses of a task; None while nobody has answered."""
    known = list(places)
    answers = sorted((place.answered_at, place.unit_id) for place in known if place.answered_at is not None)
    if not answers:
        return None
    minutes = [minutes_between(published_at, answered_at) for answered_at, _ in answers]
    done = median_minutes(minutes_between(published_at, place.done_at) for place in known)
    return Responses(answers[0][1], median_minutes(minutes[:1]) or 0, median_minutes(minutes) or 0, done)
