"""An edited message: its new wording takes the old one's place; what was settled about the same words stays settled."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from actions import acknowledging, asking, books, proxies, rolls, unclear
from actions.books import Cause, Result
from actions.entering import Entry, cause_of, keep_doubts, keep_statement, plain_doubts, statement_of
from actions.reading import Message, Part, Unplaced, is_proxy, place_parts
from actions.rolls import Roll
from domain.instants import to_ms
from domain.parsing import Parse
from domain.reporting import Statement, restated
from domain.rolls import Fate
from domain.town import Town
from domain.units import UnitTree
from storage import held, outbox, questions, statements
from storage.questions import Question
from storage.statements import Kept
from storage.work import Work

_OWN = ("message", "edit", "again")
Slot = tuple[int, date]


async def reword(work: Work, town: Town, tree: UnitTree, message: Message, parsed: Parse, now: datetime) -> bool:
    """Put an edit of a report in place: True, since the message was ours before.

    An edit that says nothing of a unit any more withdraws what the message said of it; the sender is told in a line.
    """
    known = await statements.of_message(work, message.chat.id, message.id)
    own = [kept for kept in known if kept.live and kept.saying.source in _OWN]
    if not own or own[-1].saying.raw == message.text:
        return True
    placed = await unclear.known_lines(work, town, tree, message, place_parts(message, town, tree, parsed.reports), now)
    parts = [part for part in placed if isinstance(part, Part)]
    first = asking.key_of(message.chat.id, message.id, known[0].statement.said_at)
    ask = await _ask_key(work, first, message.said_at)
    left = [part for part in placed if isinstance(part, Unplaced) and part.unclear]
    await _ask_anew(work, town, tree, message, left, ask, now)
    before: dict[Slot, list[Kept]] = {}
    for kept in own:
        before.setdefault((kept.saying.unit_id, kept.saying.day), []).append(kept)
    now_said = set(_slots(parts))
    roll, parts = await _of_list(work, town, tree, message, parts, before.keys())
    parts, waiting = await _without_nods(work, town, tree, message, parts, before, roll, now)
    edit = _Edit(work, town, tree, message, ask, now)
    gone = [await edit.withdraw(slot, old) for slot, old in before.items() if slot not in now_said]
    results = [
        await edit.replace(slot, before.get(slot, []), _of(parts, slot)) for slot in dict.fromkeys(_slots(parts))
    ]
    told = await rolls.tell(work, town, tree, message, roll, results, waiting, now)
    await asking.show_all(work, town, edit.asks(gone + results, first) - {ask}, now)
    if gone and not results:
        names = [result.unit.name for result in gone]
        await acknowledging.say(work, message, "withdrawn", "report-withdrawn", {"units": names}, (), now)
    elif any(result.changed for result in results) or await asking.is_open(work, ask):
        await acknowledging.answer(work, town, message, results, now, ask, told)
    return True


async def _of_list(
    work: Work, town: Town, tree: UnitTree, message: Message, parts: Sequence[Part], before: Collection[Slot]
) -> tuple[Roll, list[Part]]:
    """Of an edited list what is new or different in it, and the lines that it said before; not others' old lines."""
    for unit_id, day in set(before) - set(_slots(parts)):
        await rolls.take_back(work, message, unit_id, day)
    roll = await rolls.take(work, town, tree, message, parts)
    stale = {slot for slot, fate in roll.fates.items() if fate is Fate.STALE}
    mine = set(before) - stale
    return roll, [part for part in parts if part in roll.parts or (part.unit.id, part.day) in mine]


def _slots(parts: Sequence[Part]) -> list[Slot]:
    return [(part.unit.id, part.day) for part in parts]


def _of(parts: Sequence[Part], slot: Slot) -> list[Part]:
    return [part for part in parts if (part.unit.id, part.day) == slot]


async def _ask_key(work: Work, first: str, at: datetime) -> str:
    """The asking message that still asks something, else a new one: an edit of an old one would not be noticed."""
    if await outbox.by_key(work, first) is None or await asking.is_open(work, first):
        return first
    return f"{first}/{to_ms(at)}"


async def _without_nods(
    work: Work,
    town: Town,
    tree: UnitTree,
    message: Message,
    parts: Sequence[Part],
    before: Mapping[Slot, Sequence[Kept]],
    roll: Roll,
    now: datetime,
) -> tuple[list[Part], list[Part]]:
    """The parts that count at once, and those that wait for a nod: what an edit says anew of another's unit."""
    new = [part for part in parts if (part.unit.id, part.day) not in before]
    waiting = [part for part in new if await proxies.needs_nod(work, tree, message, part)]
    held_now = [part.unit.name for part in waiting if await proxies.hold(work, town, tree, message, part, now)]
    if held_now and not roll.follows:
        await acknowledging.say(work, message, "proxy", "report-proxy-waits", {"units": held_now}, (), now)
    return [part for part in parts if part not in waiting], waiting


async def _ask_anew(
    work: Work, town: Town, tree: UnitTree, message: Message, left: Sequence[Unplaced], ask: str, now: datetime
) -> None:
    """Parts whose unit is unclear in the new wording wait; those of the old wording wait no more."""
    for waits in await held.of_message(work, message.chat.id, message.id):
        if waits.reason == "unit_unclear" and waits.raw != message.text:
            await unclear.reword(work, town, waits, now)
    await unclear.hold(work, tree, message, left, ask, now)


@dataclass
class _Edit:
    """The edit in hand."""

    work: Work
    town: Town
    tree: UnitTree
    message: Message
    ask: str
    now: datetime

    @property
    def at(self) -> datetime:
        """When the edit was sent."""
        return self.message.said_at

    def asks(self, results: Sequence[Result], first: str) -> frozenset[str]:
        """The asking messages in which something was settled, the message's own first one among them."""
        return frozenset(ask for result in results for ask in result.asks) | {first}

    async def withdraw(self, slot: Slot, old: Sequence[Kept]) -> Result:
        """The message says nothing of this unit and day any more."""
        for kept in old:
            await self._end(kept)
        message = self.message
        person = None if message.person is None else message.person.id
        cause = Cause("edit", self.at, old[-1].id, self.ask, person, message.sender)
        unit = self.tree.units[slot[0]]
        return await books.bring_up_to_date(self.work, self.town, unit, slot[1], cause, self.now)

    async def _end(self, kept: Kept) -> None:
        await statements.end(self.work, kept.id, self.at)
        for question in await questions.of_statement(self.work, kept.id):
            await self._drop(question)

    async def _drop(self, question: Question) -> None:
        """The words that a question was about are gone, and its answer with them."""
        await questions.settle(self.work, question.id, "superseded", self.at)
        await books.let_go(self.work, question, self.at)

    async def replace(self, slot: Slot, old: Sequence[Kept], parts: Sequence[Part]) -> Result:
        """The new wording of one unit and day in the place of the old; a unit that is new in it is said at the edit."""
        message = self.message if old else replace(self.message, sent_at=self.at)
        doubts = [q for kept in old for q in await questions.of_statement(self.work, kept.id)]
        said = [kept for kept in old if kept.saying.source != "again"]
        for kept in old:
            if kept.saying.source != "again":
                await statements.end(self.work, kept.id, self.at)
        cause = None
        for part in parts:
            statement = statement_of(part.parsed, message.sent_at)
            entry = Entry(part, statement, is_proxy(message, self.tree, part.unit))
            statement_id = await keep_statement(self.work, message, entry, "edit")
            await self._carry(part, statement_id, doubts)
            await self._say_again(entry, said, [kept for kept in old if kept not in said], message)
            cause = cause_of(message, part.parsed, statement_id, self.ask)
        for question in doubts:
            if not await self._carried(question):
                await self._drop(question)
        assert cause is not None
        unit = self.tree.units[slot[0]]
        return await books.bring_up_to_date(self.work, self.town, unit, slot[1], cause, self.now)

    async def _carried(self, question: Question) -> bool:
        moved = await questions.by_id(self.work, question.id)
        return moved is not None and moved.statement_id != question.statement_id

    async def _carry(self, part: Part, statement_id: int, doubts: Sequence[Question]) -> None:
        """Doubts about the same words go on as they stand, settled or open; the others are asked anew."""
        new = plain_doubts(part.parsed)
        named = {(doubt.indicator, doubt.text) for doubt in new}
        kept = [q for q in doubts if (q.indicator, q.quote) in named and q.state != "superseded"]
        for question in kept:
            await questions.move(self.work, question.id, statement_id, question.number)
        carried = {(question.indicator, question.quote) for question in kept}
        fresh = [doubt for doubt in new if (doubt.indicator, doubt.text) not in carried]
        await keep_doubts(self.work, part, fresh, statement_id, self.ask)

    async def _say_again(self, entry: Entry, old: Sequence[Kept], again: Sequence[Kept], message: Message) -> None:
        """What the edit changed and a later message had replaced counts from the edit on."""
        part = entry.part
        mine = {kept.id for kept in (*old, *again)}
        live = await statements.of_unit(self.work, part.day, part.unit.id)
        later = [
            kept.statement
            for kept in live
            if kept.id not in mine
            and kept.saying.source != "held"
            and (kept.saying.chat, kept.saying.message_id) != (message.chat.id, message.id)
            and kept.statement.said_at >= entry.statement.said_at
        ]
        for kept in again:
            await self._keep_unchanged(kept, entry.statement)
        said = restated([kept.statement for kept in old], entry.statement, later, self.at)
        if not said.empty:
            await keep_statement(self.work, message, replace(entry, statement=said), "again")

    async def _keep_unchanged(self, again: Kept, new: Statement) -> None:
        """Of what an earlier edit had said again, that which this one leaves as it was."""
        before = again.statement
        kept = replace(
            before,
            values={code: x for code, x in before.values.items() if new.values.get(code) == x},
            cumulative={code: x for code, x in before.cumulative.items() if new.cumulative.get(code) == x},
            texts={code: words for code, words in before.texts.items() if new.texts.get(code) == words},
        )
        if kept == before:
            return
        await statements.end(self.work, again.id, self.at)
        if not kept.empty:
            await statements.save(self.work, kept, again.saying)
