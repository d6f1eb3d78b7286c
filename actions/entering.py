"""One unit's part of a message becomes a statement with its doubts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from actions import asking, books
from actions.books import Cause, Result
from actions.reading import FIELD, Message, Part, is_proxy
from actions.suspicion import HISTORY
from domain.parsing import ParsedReport
from domain.parsing import Question as Doubt
from domain.people import Caller
from domain.reporting import Statement
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import questions, statements
from storage.questions import Question
from storage.statements import Saying
from storage.work import Work

_PLACING = frozenset({"unit_unclear", "day_refused"})


async def enter(work: Work, town: Town, tree: UnitTree, message: Message, part: Part, now: datetime) -> Result:
    """Enter one unit's part: a statement with its doubts, and the unit's day brought up to date."""
    said = Entry(part, statement_of(part.parsed, message.sent_at), is_proxy(message, tree, part.unit))
    statement_id = await keep_statement(work, message, said, "message")
    closed = await supersede(work, part, message.said_at)
    ask = asking.key_of(message.chat.id, message.id, message.sent_at)
    await keep_doubts(work, part, plain_doubts(part.parsed), statement_id, ask)
    cause = cause_of(message, part.parsed, statement_id, ask)
    result = await books.bring_up_to_date(work, town, part.unit, part.day, cause, now)
    await asking.show_all(work, town, (closed | result.asks) - {ask}, now)
    return result


@dataclass(frozen=True)
class Entry:
    """A part of a message as the statement that it makes; `proxy`: for a unit that is not the sender's."""

    part: Part
    statement: Statement
    proxy: bool


def statement_of(parsed: ParsedReport, said_at: datetime) -> Statement:
    """What a part accepts without asking, as a statement."""
    return Statement(said_at, dict(parsed.values), parsed.cumulative, parsed.texts, parsed.mode, parsed.zero_report)


async def keep_statement(work: Work, message: Message, entry: Entry, source: str) -> int:
    """Keep the statement with the circumstances of its message; its id."""
    saying = Saying(
        day=entry.part.day,
        unit_id=entry.part.unit.id,
        heard_at=message.reread_at or message.said_at,
        source=source,
        person_id=None if message.person is None else message.person.id,
        sender=message.sender,
        proxy=entry.proxy,
        chat=message.chat.id,
        message_id=message.id,
        raw=message.text,
        read_as=entry.part.parsed.read_as,
    )
    return await statements.save(work, entry.statement, saying)


def plain_doubts(parsed: ParsedReport) -> list[Doubt]:
    """The part's doubts about figures; those about where it belongs are settled before it is entered."""
    return [doubt for doubt in parsed.questions if doubt.reason not in _PLACING]


async def keep_doubts(work: Work, part: Part, doubts: Iterable[Doubt], statement_id: int, ask: str) -> None:
    """Keep doubts as open questions, numbered on from those that the asking message has."""
    new = list(doubts)
    first = await questions.next_number(work, ask) if new else 1
    for number, doubt in enumerate(new, start=first):
        unit_id = part.unit.id
        asked = Question(
            0,
            statement_id,
            part.day,
            unit_id,
            ask,
            number,
            doubt.indicator,
            doubt.value,
            doubt.text,
            doubt.reason,
            total=doubt.total,
        )
        await questions.save(work, asked)


async def supersede(work: Work, part: Part, at: datetime) -> frozenset[str]:
    """Close earlier doubts about figures that this part names again: saying it anew is an answer.

    The keys of the messages that asked.
    """
    parsed = part.parsed
    if parsed.mode == "add":
        return frozenset()
    doubtful = {(doubt.indicator, doubt.total): None for doubt in parsed.questions if doubt.indicator}
    said = {(code, False): value for code, value in parsed.values.items()}
    totals = {(code, True): value for code, value in parsed.cumulative.items()}
    return await _close(work, part.day, part.unit.id, {**doubtful, **said, **totals}, at)


Named = Mapping[tuple[str, bool], Decimal | None]


async def _close(work: Work, day: date, unit_id: int, named: Named, at: datetime) -> frozenset[str]:
    """Close the open doubts about these figures (or running totals); the keys of the messages that asked.

    A figure that was asked only because of the unit's history is confirmed by being said again.
    """
    about = [q for q in await questions.open_of_unit(work, day, unit_id) if q.indicator is not None]
    closed = [q for q in about if (q.indicator, q.total) in named]
    for question in closed:
        said = named[question.indicator or "", question.total]
        if question.reason in HISTORY and said is not None and said == question.value:
            await questions.settle(work, question.id, "settled", at, None, question.indicator, said)
        else:
            await questions.settle(work, question.id, "superseded", at)
        await books.let_go(work, question, at)
    return frozenset(question.ask for question in closed)


def cause_of(message: Message, parsed: ParsedReport, statement_id: int, ask: str) -> Cause:
    """Why the unit's day changes, as its history will tell."""
    reason = "zero" if parsed.zero_report else "addition" if parsed.mode == "add" else "report"
    person = None if message.person is None else message.person.id
    if message.reread_at is not None:
        return Cause("reparse", message.reread_at, statement_id, ask, person, message.sender)
    return Cause("edit" if message.edited else reason, message.said_at, statement_id, ask, person, message.sender)


@dataclass(frozen=True)
class ByHand:
    """Figures given without a message: through the form, or by the button of the zero report."""

    unit: Unit
    day: date
    values: Mapping[str, Decimal]
    zero: bool
    source: str


async def enter_by_hand(
    work: Work, town: Town, tree: UnitTree, caller: Caller, said: ByHand, at: datetime, now: datetime
) -> Result:
    """Enter what somebody filled in by buttons, as said at the last press; its doubts are asked like any other's."""
    proxy = not any(tree.within(said.unit.id, own) for own in caller.units_as(*FIELD) if own is not None)
    saying = Saying(
        day=said.day,
        unit_id=said.unit.id,
        heard_at=at,
        source=said.source,
        person_id=caller.person_id,
        sender=caller.name,
        proxy=proxy,
        chat=caller.chat.id,
    )
    statement = Statement(at, dict(said.values), zero=said.zero)
    statement_id = await statements.save(work, statement, saying)
    named = {(code, False): value for code, value in said.values.items()}
    closed = await _close(work, said.day, said.unit.id, named, at)
    ask = f"ask/{said.source}/{statement_id}"
    reason = "zero" if said.zero else "form"
    cause = Cause(reason, at, statement_id, ask, caller.person_id, caller.name)
    result = await books.bring_up_to_date(work, town, said.unit, said.day, cause, now)
    await asking.show_all(work, town, closed | result.asks | {ask}, now)
    return result
