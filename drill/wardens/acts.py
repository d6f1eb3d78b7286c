"""What people do, as values: an act at an instant, what it means for the truth, and what sets off an act in return."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from drill.wardens.said import Said


class SpotKind(StrEnum):
    """The kinds of chat that the town has."""

    COMMAND = "command"
    TOWN = "town"
    UNIT = "unit"
    PRIVATE = "private"


@dataclass(frozen=True)
class Spot:
    """A chat: `of` is the unit's code, or the person's Telegram id as text; empty for the command and town chats."""

    kind: SpotKind
    of: str = ""


COMMAND = Spot(SpotKind.COMMAND)
TOWN = Spot(SpotKind.TOWN)


def private(person: int) -> Spot:
    """The chat of that person with the bot."""
    return Spot(SpotKind.PRIVATE, str(person))


class Deed(StrEnum):
    """What the runner does with a phone for an act.

    START presses Start. CARD shares one's own contact card. SAY writes `text`. REPLY writes it in answer to message
    `of`. EDIT turns message `of` into `text`. PHOTO sends `photos` pictures, as an album when there are several, with
    `text` as caption, in answer to `of` when that is set. VOICE says it instead of writing.
    PRESS taps the button that reads `text` on message `of`.
    """

    START = "start"
    CARD = "card"
    SAY = "say"
    REPLY = "reply"
    EDIT = "edit"
    PHOTO = "photo"
    VOICE = "voice"
    PRESS = "press"


@dataclass(frozen=True)
class Reported:
    """A message was said of a unit's day; `message` is the key of the act that first sent it."""

    unit: str
    said: Said
    message: str


@dataclass(frozen=True)
class Settled:
    """A doubt was answered: the value, or None when the number is to be dropped."""

    unit: str
    indicator: str | None
    value: Decimal | None


@dataclass(frozen=True)
class Pictured:
    """Pictures were sent for a unit's report, or for a task of that key."""

    unit: str
    pictures: int
    task: str | None = None


@dataclass(frozen=True)
class Excused:
    """A unit was let off for the day."""

    unit: str


@dataclass(frozen=True)
class Decided:
    """Something was decided in the meeting."""

    text: str


@dataclass(frozen=True)
class Drafted:
    """A leader wrote a task; it is for these units."""

    task: str
    title: str
    units: tuple[str, ...]
    due_at: datetime
    photo: bool


@dataclass(frozen=True)
class Confirmed:
    """A task was confirmed: to go out at once, or with the evening's."""

    task: str
    at_once: bool


class TaskState(StrEnum):
    """How far a unit is with a task, in its own words; `returned` is a leader's."""

    SILENT = "silent"
    SEEN = "seen"
    DOING = "doing"
    DONE = "done"
    DIFFICULTY = "difficulty"
    RETURNED = "returned"


@dataclass(frozen=True)
class TaskAnswered:
    """A unit said how far it is; feedback alone (None) changes no state."""

    unit: str
    task: str
    state: TaskState | None
    feedback: bool = False


@dataclass(frozen=True)
class Returned:
    """A leader returned what a unit had done: the task is open again."""

    unit: str
    task: str


Meaning = Reported | Settled | Pictured | Excused | Decided | Drafted | Confirmed | TaskAnswered | Returned


@dataclass(frozen=True)
class Act:
    """Somebody does something in a chat. `key` names the message that it makes, `of` the one that it is about."""

    at: datetime
    person: int
    spot: Spot
    deed: Deed
    text: str = ""
    key: str = ""
    of: str = ""
    photos: int = 0
    means: tuple[Meaning, ...] = ()


@dataclass(frozen=True)
class Heard:
    """A message of the bot as those in the chat see it; `key` is a name by which an act may be about it."""

    spot: Spot
    key: str
    text: str
    labels: tuple[str, ...]
    at: datetime


@dataclass(frozen=True)
class Cue:
    """What a message must be like to set somebody off: where it stands, all words that it holds, none that it lacks, a
    button's words, the earliest instant, and the first that is too late."""

    spots: frozenset[Spot]
    holds: tuple[str, ...]
    label: str = ""
    not_before: datetime | None = None
    lacks: tuple[str, ...] = ()
    before: datetime | None = None

    def fits(self, heard: Heard) -> bool:
        """Whether the message is that cue."""
        return (
            heard.spot in self.spots
            and all(words in heard.text for words in self.holds)
            and not any(words in heard.text for words in self.lacks)
            and (not self.label or any(self.label in label for label in heard.labels))
            and (self.not_before is None or heard.at >= self.not_before)
            and (self.before is None or heard.at < self.before)
        )


@dataclass(frozen=True)
class Step:
    """One act in return, `after` the cue.

    The text may hold `{number}`, the number that the cue gives to its task. `spot` is where it is done when that is not
    where the cue was heard.
    """

    after: timedelta
    deed: Deed
    text: str = ""
    photos: int = 0
    means: tuple[Meaning, ...] = ()
    key: str = ""
    spot: Spot | None = None


@dataclass(frozen=True)
class Reaction:
    """A rule by which a person acts when the bot says something; each rule is used once."""

    person: int
    cue: Cue
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Asking:
    """A rule by which the sender of a doubtful report answers what the bot asks about it: by button or by text."""

    person: int
    unit: str
    cue: Cue
    said: Said
    after: timedelta
    by_button: bool


@dataclass(frozen=True)
class Plan:
    """A day: what is done before it (groups are bound), what is done at its hour, and what is done in return."""

    founding: tuple[Act, ...]
    acts: tuple[Act, ...]
    rules: tuple[Reaction | Asking, ...] = ()
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Which units play which part, by the part's name; for people who look for an example."""
