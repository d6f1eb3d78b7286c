"""A message as it reached us, and what it says: of which unit, of which day."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property, lru_cache

from domain.forms import Form
from domain.learned import ChatUnits, reread
from domain.parsing import Parse, ParsedReport, UnitIndex, parse
from domain.people import Caller, Chat, Person, Place, Post, Role
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import learned
from storage.work import Work

FIELD = (Role.WARDEN, Role.LEAD)
_ORDINARY = 300
"""Signs up to which a message is read ahead; what is longer may take tens of milliseconds."""
_MOST_AHEAD = 64
PROXY = frozenset({Role.WARDEN, Role.LEAD, Role.LEADER, Role.OPERATOR})


@dataclass(frozen=True)
class Message:
    """What somebody wrote, where and when.

    sent_at   when its first wording was sent: decides the day and the place in the order
    said_at   when this wording was sent: the edit's date, else the same
    person    None for a stranger
    admitted  a stranger's message that the unit's lead let count
    reread_at when a stored message is read again: from then on what it says now counts
    """

    chat: Chat
    id: int
    text: str
    sent_at: datetime
    said_at: datetime
    telegram_id: int
    sender: str
    person: Person | None = None
    posts: tuple[Post, ...] = ()
    edited: bool = False
    admitted: bool = False
    reread_at: datetime | None = None

    @classmethod
    def of(
        cls, caller: Caller, message_id: int, text: str, sent_at: datetime, said_at: datetime, edited: bool
    ) -> "Message":
        """The message of a caller."""
        return cls(
            caller.chat,
            message_id,
            text,
            sent_at,
            said_at,
            caller.telegram_id,
            caller.name,
            caller.person,
            caller.posts,
            edited,
        )

    @property
    def private(self) -> bool:
        """Whether it was written to the bot alone."""
        return self.chat.place is Place.PRIVATE

    @cached_property
    def own_units(self) -> tuple[int, ...]:
        """The units at which the sender holds a post of the field."""
        units = (post.unit_id for post in self.posts if post.role in FIELD)
        return tuple(dict.fromkeys(unit for unit in units if unit is not None))

    @property
    def may_report(self) -> bool:
        """Whether the sender is one whose reports count without a nod."""
        return self.admitted or any(post.role in PROXY for post in self.posts)


class Doubtful(StrEnum):
    """Why a part of a message cannot be entered yet."""

    REFUSED = "refused"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Part:
    """One unit's report within a message, ready to be entered. `index`: its place among the message's reports."""

    index: int
    unit: Unit
    day: date
    parsed: ParsedReport


@dataclass(frozen=True)
class Unplaced:
    """A part that cannot be entered: its day is refused, or nobody can tell which unit it is for."""

    index: int
    why: Doubtful
    parsed: ParsedReport
    candidates: tuple[Unit, ...] = ()

    @property
    def unclear(self) -> bool:
        """Whether it is the unit that nobody can tell."""
        return self.why is Doubtful.UNCLEAR


@lru_cache(maxsize=4)
def index_of(tree: UnitTree) -> UnitIndex:
    """The units as the reader of reports knows them; made once for a tree."""
    return UnitIndex(tree.spellings)


@lru_cache(maxsize=_MOST_AHEAD)
def _understood(text: str, form: Form, day: date, oldest: date, units: UnitIndex) -> Parse:
    return parse(text, form, day=day, oldest=oldest, units=units, traced=False)


def read_ahead(town: Town, tree: UnitTree, text: str, sent_at: datetime, said_at: datetime) -> None:
    """Read an ordinary message before its turn, so that `read` has it at hand; of a chat without words of its own."""
    if text and len(text) <= _ORDINARY and not text.startswith("/"):
        _understood(text, town.form, town.day_of(sent_at), town.oldest_day(said_at), index_of(tree))


async def read(work: Work, message: Message, town: Town, tree: UnitTree) -> Parse:
    """What the message reports, by the day on which it was sent and by what was learned of its chat and its sender."""
    day, oldest = town.day_of(message.sent_at), town.oldest_day(message.said_at)
    index = await _units_of_chat(work, message.chat, tree)
    found = _understood(message.text, town.form, day, oldest, index)
    if message.person is None or not any(report.questions for report in found.reports):
        return found
    taught = {meaning.phrase: meaning.indicator for meaning in await learned.words_of(work, message.person.id)}
    return replace(found, reports=tuple(reread(report, town.form, taught) for report in found.reports))


async def _units_of_chat(work: Work, chat: Chat, tree: UnitTree) -> UnitIndex:
    known = await learned.aliases_of_chat(work, chat.id)
    words = [(one.word, tree.units[one.unit_id].code) for one in known if one.unit_id in tree.units]
    return ChatUnits(index_of(tree), words) if words else index_of(tree)


def place_parts(message: Message, town: Town, tree: UnitTree, reports: Iterable[ParsedReport]) -> list[Part | Unplaced]:
    """For each report of a message, its unit and day; or why they cannot be told."""
    return [_place(message, town, tree, index, parsed) for index, parsed in enumerate(reports)]


def _place(message: Message, town: Town, tree: UnitTree, index: int, parsed: ParsedReport) -> Part | Unplaced:
    day = parsed.day or town.day_of(message.sent_at)
    if parsed.refused or day < town.oldest_day(message.said_at):
        return Unplaced(index, Doubtful.REFUSED, parsed)
    found = _units(message, tree, parsed)
    if len(found) == 1 and not _guessed(parsed):
        return Part(index, found[0], day, parsed)
    return Unplaced(index, Doubtful.UNCLEAR, parsed, found)


def _guessed(parsed: ParsedReport) -> bool:
    """Whether a unit was named, but not so that one can be sure of it."""
    return any(question.reason == "unit_unclear" for question in parsed.questions)


def _units(message: Message, tree: UnitTree, parsed: ParsedReport) -> tuple[Unit, ...]:
    """The unit that is meant; several when it must be asked; none when nothing tells."""
    if parsed.unit_code is not None:
        return (tree.by_code[parsed.unit_code],)
    if parsed.near:
        return tuple(tree.by_code[code] for code in parsed.near)
    return own_units(message, tree)


def own_units(message: Message, tree: UnitTree) -> tuple[Unit, ...]:
    """The unit of the chat; else those of the sender."""
    chat = message.chat
    if chat.place is Place.UNIT and chat.unit_id is not None and chat.unit_id in tree.units:
        return (tree.units[chat.unit_id],)
    return tuple(tree.units[unit] for unit in message.own_units if unit in tree.units)


def is_proxy(message: Message, tree: UnitTree, unit: Unit) -> bool:
    """Whether the sender speaks for a unit that is not theirs."""
    return not any(tree.within(unit.id, own) for own in message.own_units if own in tree.units)
