"""Reports of which nobody can tell the unit: asked about once, entered for the unit that somebody says."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from actions import acknowledging, aliases, asking, proxies, rolls
from actions.entering import enter
from actions.held import keep, sender_of, tell_settled
from actions.reading import Message, Part, Unplaced, index_of, read
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.outgoing import Act, Button, Buttons, Outgoing
from domain.people import Caller, Place, Role
from domain.rolls import is_list
from domain.script import simplified
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import audit, held, outbox, units
from storage.held import Held
from storage.work import Work

_KNOWS = (Role.WARDEN, Role.LEAD, Role.LEADER)
_YES = frozenset({"是", "是的", "对", "对的", "都对", "没错", "嗯", "yes", "y"})
_NO = frozenset({"不是", "不对", "都不是", "no", "n"})
_AWAY = frozenset({"不记", "不报", "不要", "忽略", "不算", "去掉", "删", "删掉", "不是"})


async def known_lines(
    work: Work, town: Town, tree: UnitTree, message: Message, parts: Sequence[Part | Unplaced], now: datetime
) -> list[Part | Unplaced]:
    """The parts of a list without the lines that were asked about when it was posted before.

    Such a line has the unit that somebody said; one that nobody has settled, or that was let go, is not asked again
    unless it reads otherwise now.
    """
    if not is_list(message.text):
        return list(parts)
    found: list[Part | Unplaced] = []
    for part in parts:
        before = None if isinstance(part, Part) else await _before(work, town, message, part)
        if isinstance(part, Part) or before is None:
            found.append(part)
        elif before.state == "counted" and before.unit_id is not None and before.unit_id in tree.units:
            day = part.parsed.day or town.day_of(message.sent_at)
            found.append(Part(part.index, tree.units[before.unit_id], day, part.parsed))
        elif not await _reads_so(work, town, tree, before, part):
            found.append(part)
            if before.telegram_id == message.telegram_id:
                await reword(work, town, before, now)
    return found


async def _before(work: Work, town: Town, message: Message, part: Unplaced) -> Held | None:
    """The line as somebody posted it before on that day."""
    if not part.unclear or not part.parsed.unit:
        return None
    midnight = town.at(town.day_of(message.sent_at), datetime.min.time())
    before = await held.of_word(work, message.chat.id, part.parsed.unit, midnight)
    return next((one for one in before if one.message_id != message.id and is_list(one.raw)), None)


async def _reads_so(work: Work, town: Town, tree: UnitTree, before: Held, part: Unplaced) -> bool:
    """Whether the line says now what it said then."""
    message = await sender_of(work, before, admitted=False)
    said = (await read(work, message, town, tree)).reports
    return before.part < len(said) and rolls.line_of(said[before.part]) == rolls.line_of(part.parsed)


async def reword(work: Work, town: Town, before: Held, now: datetime) -> None:
    """What was asked about has another wording now: it need not be answered any more."""
    if await held.settle(work, before.id, "refused", None, None, now):
        await audit.note(work, now, None, "unclear_reworded", held=before.id)
        await _tell(work, town, before, "reworded", None, now)


async def hold(
    work: Work, tree: UnitTree, message: Message, parts: Sequence[Unplaced], ask: str, now: datetime
) -> None:
    """Keep the unclear parts of a message until somebody says which units they are for.

    ask: the key of the message that asks about the message's other parts too; empty for a lone report, which is asked
    about by itself, in a group only where there is a guess: it may be talk.
    """
    for part in parts:
        if not (ask or part.candidates or message.private):
            continue
        waits = Held(
            0,
            "unit_unclear",
            message.chat.id,
            message.id,
            message.telegram_id,
            message.sender,
            part.index,
            None,
            message.sent_at,
            message.text,
            ask=ask,
            word=part.parsed.unit or "",
        )
        held_id = await keep(work, waits, now)
        if held_id is not None and not ask:
            await _ask_alone(work, message, held_id, waits.word, part.candidates, now)


async def _ask_alone(
    work: Work, message: Message, held_id: int, word: str, candidates: Sequence[Unit], now: datetime
) -> None:
    key = f"which/{held_id}"
    chat, reply = await _where(work, message)
    kind, fields, buttons = _which(held_id, word, candidates)
    await outbox.put(work, Outgoing(key, chat, kind, fields, buttons, reply_to=reply), now)
    await held.set_ask(work, held_id, key)


def _which(held_id: int, word: str, candidates: Sequence[Unit]) -> tuple[str, dict[str, object], Buttons]:
    """The question which unit is meant: yes or no where one is near, a choice where several are."""
    stem = f"which/{held_id}"
    if word and len(candidates) == 1:
        unit = candidates[0]
        row = [
            Button("button-unit-yes", f"{stem}/{unit.id}"),
            Button("button-unit-other", f"{stem}/other"),
            Button("button-unit-no", f"{stem}/no"),
        ]
        return "report-unit-near", {"written": word, "unit": unit.name}, (row,)
    return _choice(held_id, word, candidates)


def _choice(held_id: int, word: str, candidates: Sequence[Unit]) -> tuple[str, dict[str, object], Buttons]:
    """The open question which unit is meant, with a button for each that may be."""
    rows = [[Button(f"={unit.name}", f"which/{held_id}/{unit.id}")] for unit in candidates]
    buttons: Buttons = (*rows, [Button("button-drop-report", f"which/{held_id}/no")]) if rows else ()
    return "report-unit-unclear", {"written": word, "units": [unit.name for unit in candidates]}, buttons


async def _where(work: Work, message: Message) -> tuple[int, int | None]:
    """The sender's private chat where there is one, else the chat of the message, as a reply."""
    private = await asking.private_chat_of(work, message.person)
    if private is None or message.private:
        return message.chat.id, None if message.private else message.id
    return private, None


async def choose(work: Work, town: Town, caller: Caller, held_id: int, unit_id: int | None, now: datetime) -> str:
    """Say for which unit an unclear report is; None lets it go. Its sender may, and who answers for the unit.

    For a unit that is not its sender's it goes on waiting for a nod, where a report that named it would. What became
    of it: counted, passed or refused, or learned when it counts and the word was learned.
    """
    tree = await units.tree(work)
    waits = await _waiting(work, held_id)
    mine = caller.telegram_id == waits.telegram_id
    if not mine and (unit_id is None or not _answers_for(caller, tree, unit_id)):
        raise NotAllowed("not-your-report")
    if unit_id is None:
        await held.settle(work, held_id, "refused", None, caller.person_id, now)
        await audit.note(work, now, caller.person_id, "report_refused", held=held_id)
        await _tell(work, town, waits, "refused", None, now)
        return "refused"
    learned = await aliases.learn(work, tree, caller, waits, unit_id, now)
    same = await held.waiting_for(work, waits.chat, waits.word) if learned else [waits]
    states = [await _place(work, town, tree, caller, one, tree.units[unit_id], learned, now) for one in same]
    return "learned" if learned and states[0] == "counted" else states[0]


async def _place(
    work: Work, town: Town, tree: UnitTree, caller: Caller, waits: Held, unit: Unit, learned: bool, now: datetime
) -> str:
    message = await sender_of(work, waits, admitted=False)
    part = await part_of(work, town, tree, message, waits.part, unit)
    await rolls.keep_line(work, message, part)
    if not _answers_for(caller, tree, unit.id) and await proxies.needs_nod(work, tree, message, part):
        await held.pass_on(work, waits.id, unit.id)
        await audit.note(work, now, caller.person_id, "report_passed_on", held=waits.id, unit=unit.id)
        await _tell(work, town, waits, "passed", unit, now)
        await proxies.ask_for_nod(work, town, tree, message, unit, waits.id, now)
        return "passed"
    await held.settle(work, waits.id, "counted", unit.id, caller.person_id, now)
    await _tell(work, town, waits, "counted", unit, now, learned)
    result = await enter(work, town, tree, message, part, now)
    await acknowledging.answer(work, town, message, [result], now)
    return "counted"


async def part_of(work: Work, town: Town, tree: UnitTree, message: Message, index: int, unit: Unit) -> Part:
    """That part of a held message, as a report of the unit; NotPossible when it is not there any more."""
    reports = (await read(work, message, town, tree)).reports
    if index >= len(reports):
        raise NotPossible("held-gone")
    parsed = reports[index]
    return Part(index, unit, parsed.day or town.day_of(message.sent_at), replace(parsed, unit_code=unit.code))


async def _tell(
    work: Work, town: Town, waits: Held, state: str, unit: Unit | None, now: datetime, learned: bool = False
) -> None:
    """The message that asked says so: a lone question how it was settled, a common one what is left of it."""
    if asking.asks_of_report(waits.ask):
        await asking.show(work, town, waits.ask, now)
    else:
        await tell_settled(work, waits, state, unit, now, learned)


def _answers_for(caller: Caller, tree: UnitTree, unit_id: int) -> bool:
    if Role.OPERATOR in caller.roles:
        return True
    return any(tree.within(unit_id, node) for node in caller.units_as(*_KNOWS))


async def ask_openly(work: Work, caller: Caller, held_id: int, now: datetime) -> None:
    """It is none of the units offered: ask for the name, with the sender's own units as buttons."""
    waits = await _waiting(work, held_id)
    if caller.telegram_id != waits.telegram_id:
        raise NotAllowed("not-your-report")
    tree = await units.tree(work)
    message = await sender_of(work, waits, admitted=False)
    near = {unit.id for unit in aliases.near(tree, waits.word)}
    own = [tree.units[unit] for unit in message.own_units if unit in tree.units and unit not in near]
    sent = await outbox.by_key(work, waits.ask)
    if sent is not None:
        kind, fields, buttons = _choice(held_id, waits.word, own)
        edit = Outgoing(f"{waits.ask}/open", sent.chat, kind, fields, buttons, act=Act.EDIT, target=waits.ask)
        await outbox.put(work, edit, now)


async def _waiting(work: Work, held_id: int) -> Held:
    waits = await held.by_id(work, held_id)
    if waits is None or waits.reason not in ("unit_unclear", "proxy"):
        raise NotFound("held-unknown", number=str(held_id))
    if waits.state != "waiting" or waits.reason == "proxy":
        raise NotPossible("held-settled-already")
    return waits


async def in_words(work: Work, town: Town, caller: Caller, text: str, ask: str | None, now: datetime) -> bool:
    """Take a text as the answer to the question which unit is meant: a unit's name, `白踏社区是白塔社区`, 是 or 不是.

    ask: key of the message of ours that it replies to. A bare 是 in a group is an answer only as a reply. False when
    the text is no such answer.
    """
    asked = [one for one in await held.waiting_of_sender(work, caller.telegram_id) if one.reason == "unit_unclear"]
    replied = [one for one in asked if one.ask == ask]
    if not asked:
        return False
    tree = await units.tree(work)
    word = simplified(text.strip(" 。.，,")).lower()
    if word in _YES | _NO:
        return bool(replied or caller.chat.place is Place.PRIVATE) and await _yes_or_no(
            work, town, tree, caller, replied or asked[-1:], word in _YES, now
        )
    named = _line_named(tree, asked, text) or _name_alone(tree, replied or asked, text)
    if named is None:
        return False
    await choose(work, town, caller, named[0].id, named[1], now)
    return True


async def confirm(work: Work, town: Town, caller: Caller, ask: str, now: datetime) -> None:
    """Everything in this asking message is right: so are the units that its unclear parts are near to."""
    tree = await units.tree(work)
    for part in await held.of_ask(work, ask):
        near = aliases.near(tree, part.word)
        if part.state == "waiting" and part.reason == "unit_unclear" and len(near) == 1:
            await choose(work, town, caller, part.id, near[0].id, now)


async def _yes_or_no(
    work: Work, town: Town, tree: UnitTree, caller: Caller, asked: Sequence[Held], yes: bool, now: datetime
) -> bool:
    """是 takes the one unit that is near, of every part that was asked about; 不是 lets them go."""
    near = [aliases.near(tree, one.word) for one in asked]
    if yes and any(len(found) != 1 for found in near):
        return False
    for one, found in zip(asked, near, strict=True):
        await choose(work, town, caller, one.id, found[0].id if yes else None, now)
    return True


def _line_named(tree: UnitTree, asked: Sequence[Held], text: str) -> tuple[Held, int | None] | None:
    """`白踏社区是白塔社区`, `白踏社区不记`: the line by its own word, and the unit; None for the unit lets it go."""
    for waits in asked:
        rest = text.strip().removeprefix(waits.word) if waits.word else text
        if rest == text.strip() or not rest:
            continue
        if simplified(rest).strip(" 的。") in _AWAY:
            return waits, None
        unit = named_unit(tree, re.sub(r"^\s*(?:应该|就)?[是=:：]\s*", "", rest))
        if unit is not None:
            return waits, unit.id
    return None


def _name_alone(tree: UnitTree, asked: Sequence[Held], text: str) -> tuple[Held, int | None] | None:
    """A unit's name and nothing else: for the part that it is near to, else for the only or the newest one."""
    unit = named_unit(tree, text)
    if unit is None:
        return None
    near = [one for one in asked if unit in aliases.near(tree, one.word)]
    return (near or asked)[-1], unit.id


def named_unit(tree: UnitTree, text: str) -> Unit | None:
    """The unit that these words name and nothing else; None when they are no unit's name."""
    match = index_of(tree).find(text.strip())
    return None if match.code is None else tree.by_code[match.code]
