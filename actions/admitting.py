"""Held reports are settled: a stranger's is admitted or not, an unclear one gets its unit."""

from dataclasses import replace
from datetime import datetime

from actions import aliases, rewording
from actions import held as holding
from actions.acknowledging import answer, say
from actions.entering import enter
from actions.reading import Message, Part, place_parts, read
from actions.reports import enter_all
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.outgoing import Act, Outgoing
from domain.people import Caller, Place, Role
from domain.script import simplified
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import audit, held, outbox, statements, units
from storage.held import Held
from storage.work import Work

_YES = frozenset({"是", "是的", "对", "对的", "嗯", "yes", "y"})
_NO = frozenset({"不是", "不对", "都不是", "no", "n"})


async def admit(work: Work, town: Town, caller: Caller, held_id: int, counts: bool, now: datetime) -> None:
    """Let somebody else's report count as of when it was sent, or refuse it; who answers for its unit may."""
    tree = await units.tree(work)
    waits = await _waiting(work, held_id, "stranger", "proxy")
    if waits.unit_id is None or not _answers_for(caller, tree, waits.unit_id):
        raise NotAllowed("not-your-unit")
    state = "counted" if counts else "refused"
    await held.settle(work, held_id, state, None, caller.person_id, now)
    await audit.note(work, now, caller.person_id, f"report_{state}", held=held_id, sender=waits.sender)
    await holding.tell_settled(work, waits, state, tree.units[waits.unit_id], now)
    if not counts and waits.reason == "proxy":
        message = await holding.sender_of(work, waits, admitted=False)
        fields: dict[str, object] = {"unit": tree.units[waits.unit_id].name}
        await say(work, message, f"refused/{held_id}", "report-proxy-refused", fields, (), now)
    elif counts and waits.reason == "proxy":
        message = await holding.sender_of(work, waits, admitted=True)
        await _enter_as(work, town, tree, message, waits.part, tree.units[waits.unit_id], now)
    elif counts:
        message = await holding.sender_of(work, waits, admitted=True)
        parsed = await read(work, message, town, tree)
        known = await statements.of_message(work, message.chat.id, message.id)
        if any(kept.live for kept in known):
            edit = replace(message, edited=True, said_at=now)
            await rewording.reword(work, town, tree, edit, parsed, now)
        else:
            await enter_all(work, town, tree, message, place_parts(message, town, tree, parsed.reports), now)


def _answers_for(caller: Caller, tree: UnitTree, unit_id: int) -> bool:
    if Role.OPERATOR in caller.roles:
        return True
    return any(tree.within(unit_id, node) for node in caller.units_as(Role.LEAD, Role.LEADER))


async def choose_unit(work: Work, town: Town, caller: Caller, held_id: int, unit_id: int | None, now: datetime) -> None:
    """Say for which unit an unclear report is; None lets it go. Its sender may, and who answers for the unit."""
    tree = await units.tree(work)
    waits = await _waiting(work, held_id, "unit_unclear")
    mine = caller.telegram_id == waits.telegram_id
    if not mine and (unit_id is None or not _answers_for(caller, tree, unit_id)):
        raise NotAllowed("not-your-report")
    if unit_id is None:
        await held.settle(work, held_id, "refused", None, caller.person_id, now)
        await holding.tell_settled(work, waits, "refused", None, now)
        return
    learned = await aliases.learn(work, tree, caller, waits, unit_id, now)
    same = await held.waiting_for(work, waits.chat, waits.word) if learned else [waits]
    for one in same:
        await held.settle(work, one.id, "counted", unit_id, caller.person_id, now)
        await holding.tell_settled(work, one, "counted", tree.units[unit_id], now, learned)
        message = await holding.sender_of(work, one, admitted=False)
        await _enter_as(work, town, tree, message, one.part, tree.units[unit_id], now)


async def ask_openly(work: Work, caller: Caller, held_id: int, now: datetime) -> None:
    """It is none of the units offered: ask for the name, with the sender's own units as buttons."""
    waits = await _waiting(work, held_id, "unit_unclear")
    if caller.telegram_id != waits.telegram_id:
        raise NotAllowed("not-your-report")
    tree = await units.tree(work)
    message = await holding.sender_of(work, waits, admitted=False)
    near = {unit.id for unit in aliases.near(tree, waits.word)}
    own = [tree.units[unit] for unit in message.own_units if unit in tree.units and unit not in near]
    sent = await outbox.by_key(work, waits.ask)
    if sent is not None:
        kind, fields, buttons = holding.choice(held_id, waits.word, own)
        edit = Outgoing(f"{waits.ask}/open", sent.chat, kind, fields, buttons, act=Act.EDIT, target=waits.ask)
        await outbox.put(work, edit, now)


async def _enter_as(
    work: Work, town: Town, tree: UnitTree, message: Message, index: int, unit: Unit, now: datetime
) -> None:
    reports = (await read(work, message, town, tree)).reports
    if index >= len(reports):
        raise NotPossible("held-gone")
    parsed = reports[index]
    part = Part(index, unit, parsed.day or town.day_of(message.sent_at), replace(parsed, unit_code=unit.code))
    result = await enter(work, town, tree, message, part, now)
    await answer(work, town, message, [result], now)


async def _waiting(work: Work, held_id: int, *reasons: str) -> Held:
    waits = await held.by_id(work, held_id)
    if waits is None or waits.reason not in reasons:
        raise NotFound("held-unknown", number=str(held_id))
    if waits.state != "waiting":
        raise NotPossible("held-settled-already")
    return waits


async def unit_in_words(work: Work, town: Town, caller: Caller, text: str, ask: str | None, now: datetime) -> bool:
    """A unit's name, or 是 and 不是, in answer to the question which unit a report is for; False when it is none.

    ask: key of the message of ours that it replies to. A bare 是 in a group is an answer only as a reply.
    """
    mine = [one for one in await held.waiting(work) if one.telegram_id == caller.telegram_id]
    asked = [one for one in mine if one.reason == "unit_unclear"]
    if not asked:
        return False
    tree = await units.tree(work)
    waits = next((one for one in asked if one.ask == ask), asked[-1])
    word = simplified(text.strip(" 。.，,")).lower()
    near = aliases.near(tree, waits.word)
    if word in _YES | _NO and (ask == waits.ask or caller.chat.place is Place.PRIVATE):
        if word in _YES and len(near) != 1:
            return False
        await choose_unit(work, town, caller, waits.id, near[0].id if word in _YES else None, now)
        return True
    found = holding.named_unit(tree, text)
    if found is None:
        return False
    await choose_unit(work, town, caller, waits.id, found.id, now)
    return True
