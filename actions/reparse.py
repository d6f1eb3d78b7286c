"""Stored messages are read again with today's form, words and reader; what they say now may take its place.

The raw message is the record, what was read of it a layer over it. What people settled stays settled, and what was said
later still outdoes what was said before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from actions import asking, books, reports, unheard
from actions.books import Cause
from actions.entering import keep_doubts, plain_doubts, statement_of
from actions.reading import Message, Part, Unplaced, place_parts, read
from domain.parsing import ParsedReport, parse
from domain.parsing import Question as Doubt
from domain.reporting import Folded, Statement, fold
from domain.rolls import is_list
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import audit, chats, held, people, questions, statements, units
from storage import reports as kept_reports
from storage.questions import Question
from storage.statements import Kept
from storage.work import Work

_OWN = ("message", "edit")


@dataclass(frozen=True)
class Rereading:
    """What one stored message says of one unit's day, before and now.

    old       the statements that count of it; none for a message that was not understood as a report
    parts     what it says now, without what people have settled
    asked     the doubts that it had and has no more, as they were quoted; `doubts`: those that are new
    """

    message: Message
    unit: Unit
    day: date
    old: tuple[Kept, ...]
    parts: tuple[Part, ...]
    before: Folded
    after: Folded
    doubts: tuple[Doubt, ...]
    asked: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether it says anything else now."""
        return self.before != self.after or bool(self.doubts or self.asked)


async def reread(work: Work, town: Town, first: date, last: date, now: datetime) -> list[Rereading]:
    """Every difference in what the messages of these days say, in the order in which they were sent."""
    since, until = town.at(first, _MIDNIGHT), town.at(last + timedelta(days=1), _MIDNIGHT)
    tree = await units.tree(work)
    found: list[Rereading] = []
    for chat, message_id in await statements.messages_between(work, since, until):
        found += await _reread(work, town, tree, chat, message_id, now)
    for message in await unheard.messages(work, since, until, now):
        found += await _first_read(work, town, tree, message)
    return sorted((one for one in found if one.differs), key=lambda one: one.message.sent_at)


_MIDNIGHT = datetime.min.time()


async def _reread(work: Work, town: Town, tree: UnitTree, chat: int, message_id: int, now: datetime) -> list[Rereading]:
    known = await statements.of_message(work, chat, message_id)
    own = [kept for kept in known if kept.live and kept.saying.source in _OWN]
    message = await _message(work, own, now)
    parsed = await read(work, message, town, tree)
    slots: dict[tuple[int, date], list[Kept]] = {}
    for kept in own:
        slots.setdefault((kept.saying.unit_id, kept.saying.day), []).append(kept)
    parts = await _placed(work, town, tree, message, parsed.reports, slots)
    found = []
    for slot in dict.fromkeys([*slots, *((part.unit.id, part.day) for part in parts)]):
        mine = [part for part in parts if (part.unit.id, part.day) == slot]
        if slot[0] in tree.units and (slot in slots or await _is_free(work, message, parts, slot)):
            unit, old = tree.units[slot[0]], slots.get(slot, [])
            found.append(await _compared(work, town, unit, slot[1], message, old, mine))
    return found


async def _message(work: Work, own: Sequence[Kept], now: datetime) -> Message:
    """The message as it was last worded, by its sender as we know them now."""
    last = own[-1]
    saying = last.saying
    assert saying.chat is not None
    assert saying.message_id is not None
    person = None if saying.person_id is None else await people.by_id(work, saying.person_id)
    posts = () if person is None else await people.posts_of(work, person.id)
    return Message(
        chat=await chats.by_id(work, saying.chat),
        id=saying.message_id,
        text=saying.raw,
        sent_at=min(kept.statement.said_at for kept in own),
        said_at=max(kept.statement.said_at for kept in own),
        telegram_id=0 if person is None or person.telegram_id is None else person.telegram_id,
        sender=saying.sender,
        person=person,
        posts=posts,
        admitted=True,
        reread_at=now,
    )


async def _placed(
    work: Work,
    town: Town,
    tree: UnitTree,
    message: Message,
    found: Sequence[ParsedReport],
    slots: dict[tuple[int, date], list[Kept]],
) -> list[Part]:
    """The parts with their units: as named, as somebody chose, else as the message was entered before."""
    chosen = await held.chosen(work, message.chat.id, message.id)
    only = next(iter(slots))[0] if len({unit for unit, _ in slots}) == 1 else None
    parts = []
    for one in place_parts(message, town, tree, found):
        unit_id = chosen.get(one.index, only if one.parsed.unit is None else None)
        if unit_id is not None and unit_id in tree.units and not one.parsed.refused:
            day = one.parsed.day or town.day_of(message.sent_at)
            parts.append(Part(one.index, tree.units[unit_id], day, one.parsed))
        elif not isinstance(one, Unplaced):
            parts.append(one)
    return parts


async def _is_free(work: Work, message: Message, parts: Sequence[Part], slot: tuple[int, date]) -> bool:
    """Whether a unit's day that the message did not speak of before may be taken from it now.

    Of a list only what was new in it was entered: its other lines stand by other messages.
    """
    if len(parts) < 2 and not is_list(message.text):
        return True
    return await kept_reports.one(work, slot[1], slot[0]) is None


async def _compared(
    work: Work, town: Town, unit: Unit, day: date, message: Message, old: Sequence[Kept], parts: Sequence[Part]
) -> Rereading:
    doubts = [question for kept in old for question in await questions.of_statement(work, kept.id)]
    settled = [question for question in doubts if question.state in ("settled", "dropped")]
    open_now = {(q.indicator, q.quote) for q in doubts if q.open and q.quote}
    mine = tuple(replace(part, parsed=_without(town, part, settled)) for part in parts)
    asked_now = [doubt for part in mine for doubt in plain_doubts(part.parsed)]
    named = {(doubt.indicator, doubt.text) for doubt in asked_now}
    said = [statement_of(part.parsed, message.sent_at) for part in mine]
    return Rereading(
        message,
        unit,
        day,
        tuple(old),
        mine,
        fold([kept.statement for kept in old], ()),
        fold(said, ()),
        tuple(doubt for doubt in asked_now if (doubt.indicator, doubt.text) not in open_now),
        tuple(quote for code, quote in sorted(open_now, key=str) if (code, quote) not in named),
    )


def _without(town: Town, part: Part, settled: Sequence[Question]) -> ParsedReport:
    """The report without what people have settled: the answer stands, whatever is read now."""
    parsed = part.parsed
    codes = {q.settled_indicator or q.indicator for q in settled if not q.total}
    totals = {q.settled_indicator or q.indicator for q in settled if q.total}
    quotes = {q.quote for q in settled if q.quote}
    for quote in quotes:  # what is read now of words that somebody ignored, noted, or gave another meaning
        alone = parse(quote, town.form, day=part.day, traced=False).reports
        codes |= {code for one in alone for code, value in one.values.items() if parsed.values.get(code) == value}
    return replace(
        parsed,
        values={code: value for code, value in parsed.values.items() if code not in codes},
        cumulative={code: value for code, value in parsed.cumulative.items() if code not in totals},
        questions=tuple(
            doubt
            for doubt in parsed.questions
            if doubt.text not in quotes and doubt.indicator not in ((totals if doubt.total else codes) - {None})
        ),
    )


async def _first_read(work: Work, town: Town, tree: UnitTree, message: Message) -> list[Rereading]:
    """What a message that nobody took for a report says as one."""
    parsed = await read(work, message, town, tree)
    parts = [part for part in place_parts(message, town, tree, parsed.reports) if isinstance(part, Part)]
    return [await _compared(work, town, part.unit, part.day, message, (), [part]) for part in parts]


async def apply(work: Work, town: Town, found: Sequence[Rereading], now: datetime) -> int:
    """Let what the messages say now count, as new versions with the reason `reparse`; how many units' days changed."""
    changed = 0
    taken: set[tuple[int, int]] = set()
    for one in found:
        place = (one.message.chat.id, one.message.id)
        if one.old:
            changed += await _replace(work, town, one, now)
        elif place not in taken:
            taken.add(place)
            changed += await reports.receive_report(work, town, one.message, now)
    await audit.note(work, now, None, "reparse", messages=len(found), changed=changed)
    return changed


async def _replace(work: Work, town: Town, one: Rereading, now: datetime) -> bool:
    doubts = [question for kept in one.old for question in await questions.of_statement(work, kept.id)]
    for kept in one.old:
        await statements.end(work, kept.id, now)
    ask = asking.key_of(one.message.chat.id, one.message.id, one.message.sent_at)
    latest = one.old[-1]
    new = latest.id
    for part in one.parts:
        saying = replace(latest.saying, heard_at=now, read_as=part.parsed.read_as)
        new = await statements.save(work, _said(part, one), saying)
        await _carry(work, part, new, doubts, ask)
    await _let_others_go(work, one, doubts, new, now)
    cause = Cause("reparse", now, new, ask, latest.saying.person_id, latest.saying.sender)
    tree = await units.tree(work)
    result = await books.bring_up_to_date(work, town, tree.units[one.unit.id], one.day, cause, now)
    await asking.show_all(work, town, result.asks | {question.ask for question in doubts} | {ask}, now)
    return result.changed


def _said(part: Part, one: Rereading) -> Statement:
    return statement_of(part.parsed, min(kept.statement.said_at for kept in one.old))


async def _carry(work: Work, part: Part, statement_id: int, doubts: Sequence[Question], ask: str) -> None:
    """Doubts about the same words go on as they stand; new ones are asked."""
    now_asked = plain_doubts(part.parsed)
    named = {(doubt.indicator, doubt.text) for doubt in now_asked}
    kept = [q for q in doubts if q.open and q.quote and (q.indicator, q.quote) in named]
    for question in kept:
        await questions.move(work, question.id, statement_id, question.number)
    carried = {(question.indicator, question.quote) for question in kept}
    fresh = [doubt for doubt in now_asked if (doubt.indicator, doubt.text) not in carried]
    await keep_doubts(work, part, fresh, statement_id, ask)


async def _let_others_go(
    work: Work, one: Rereading, doubts: Sequence[Question], statement_id: int, now: datetime
) -> None:
    """Settled questions go on with their answers; open ones that the message does not raise any more are closed."""
    named = {(doubt.indicator, doubt.text) for part in one.parts for doubt in plain_doubts(part.parsed)}
    for question in doubts:
        if question.state in ("settled", "dropped"):
            await questions.move(work, question.id, statement_id, question.number)
        elif question.open and (not question.quote or (question.indicator, question.quote) not in named):
            await questions.settle(work, question.id, "superseded", now)
            await books.let_go(work, question, now)
