"""What leaves the program as a file: which days of which part of the town, in which form, and its rows as values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from domain.days import past_day
from domain.errors import NotPossible
from domain.forms import Form, Indicator
from domain.numbers import Values
from domain.patterns import regex
from domain.standing import Mark, State
from domain.units import Unit, UnitTree

KINDS = ("xlsx", "csv", "json")
"""A workbook for people; tables with stable codes for programs."""
FORMAT = "gridwarden-export/1"
"""What a JSON document says that it is."""
MOST_DAYS = 366
TOTAL = "total."
"""Before an indicator's code in a table: its running total, as it was reported."""
TEXT = "text."
"""Before a text field's code in a table."""

# https://owasp.org/www-community/attacks/CSV_Injection: the wide signs count where Excel speaks Chinese or Japanese.
_OPENS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_BETWEEN = regex(r"[\s至到~～]+")


@dataclass(frozen=True)
class Asked:
    """Which days (both included) of which node (None: the whole town), and how.

    hxl     with a row of HXL hashtags under the headings
    masked  telephone, identity and account numbers in people's words masked
    """

    first: date
    last: date
    node: int | None = None
    kind: str = "xlsx"
    hxl: bool = False
    masked: bool = True

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Every day of it, oldest first."""
        return tuple(self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


def read_asked(words: str, today: date) -> Asked:
    """`[DAY | FROM TO] [xlsx | csv | json] [hxl]` in any order, days in people's words; without a day, today.

    NotPossible says what works.
    """
    kind, hxl = "xlsx", False
    days: list[date] = []
    for word in _BETWEEN.split(words.strip()):
        told, day = word.casefold().lstrip("-"), past_day(word, today)
        if told in KINDS:
            kind = told
        elif told == "hxl":
            hxl = True
        elif day is not None and len(days) < 2:
            days.append(day)
        elif word:
            raise NotPossible("export-words", words=word)
    first, last = (min(days), max(days)) if days else (today, today)
    return checked(Asked(first, last, kind=kind, hxl=hxl), today)


def checked(asked: Asked, today: date) -> Asked:
    """The same up to today, when such days can be had; else NotPossible."""
    if asked.last < asked.first:
        raise NotPossible("export-days")
    if asked.first > today:
        raise NotPossible("export-future", day=asked.first.isoformat())
    until = replace(asked, last=min(asked.last, today))
    if len(until.days) > MOST_DAYS:
        raise NotPossible("export-too-long", most=MOST_DAYS)
    return until


@dataclass(frozen=True)
class Head:
    """What a file is about. `units`: the subtree, parents first; `totals`: codes with reported running totals."""

    town: str
    node: str
    asked: Asked
    made_at: datetime
    form: Form
    tree: UnitTree
    units: tuple[Unit, ...]
    totals: tuple[str, ...] = ()

    @property
    def node_id(self) -> int | None:
        """The node whose figures these are; None is the whole town."""
        return self.asked.node


@dataclass(frozen=True)
class UnitDay:
    """One unit's day. Instants are local; `mark` is None for a unit that answers for nobody (a node)."""

    unit: Unit
    mark: Mark | None
    first_at: datetime | None = None
    last_at: datetime | None = None
    zero: bool = False
    values: Values = field(default_factory=dict)
    cumulative: Values = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    version: int = 0
    excused: str = ""

    @property
    def reported(self) -> bool:
        """Whether there is a report."""
        return self.version > 0

    @property
    def state(self) -> str:
        """The state as boards show it; `late` is one of them, `node` that of a unit that is not asked."""
        if self.mark is None:
            return "node"
        return "late" if self.mark.late and self.mark.state is State.REPORTED else str(self.mark.state)


@dataclass(frozen=True)
class Written:
    """A message behind the figures. `counts` is False for a wording in whose place another one stands."""

    at: datetime
    unit: Unit
    sender: str
    source: str
    counts: bool
    text: str


@dataclass(frozen=True)
class PracticeRow:
    """What a unit did well; `sent`: whether the others were told."""

    number: int
    unit: Unit
    text: str
    sent: bool


@dataclass(frozen=True)
class DayTable:
    """One day: every unit of the subtree in the tree's order, the node's total, the messages in theirs, practices."""

    day: date
    close: datetime
    skipped: bool
    units: Sequence[UnitDay]
    total: Values
    messages: Sequence[Written] = ()
    practices: Sequence[PracticeRow] = ()


@dataclass(frozen=True)
class TaskRow:
    """One unit's place in one task; instants are local."""

    number: int
    title: str
    published_at: datetime | None
    due_at: datetime | None
    unit: Unit
    state: str
    answered_at: datetime | None
    done_at: datetime | None
    said: str
    changed_at: datetime | None = None
    verification: str = ""
    """`waiting` or `verified` of a completion that a leader has to verify, or has."""
    verified_at: datetime | None = None
    returned: int = 0


def harmless(text: str) -> str:
    """People's words as a cell that no spreadsheet takes for a formula: a quote before what opens one.

    Undone by `as_written`, whatever the text.
    """
    return f"'{text}" if text.startswith((*_OPENS_A_FORMULA, "'")) else text


def as_written(cell: str) -> str:
    """The words of a cell that `harmless` wrote."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_OPENS_A_FORMULA, "'")) else cell


def hashtags(indicators: Sequence[Indicator]) -> list[str]:
    """The HXL hashtag of each indicator; one that the form does not tag is `#indicator+CODE`."""
    return [indicator.hxl or f"#indicator+{indicator.code}" for indicator in indicators]
