"""Reports that wait for a nod, a stranger's or a proxy's, are let count or not."""

from dataclasses import replace
from datetime import datetime

from actions import held as holding
from actions import rewording, unclear
from actions.acknowledging import answer, say
from actions.entering import enter
from actions.reading import Message, place_parts, read
from actions.reports import enter_all
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.people import Caller, Role
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import audit, held, statements, units
from storage.held import Held
from storage.work import Work


async def admit(work: Work, town: Town, caller: Caller, held_id: int, counts: bool, now: datetime) -> None:
    """Let somebody else's report count as of when it was sent, or refuse it; who answers for its unit may."""
    tree = await units.tree(work)
    waits = await _waiting(work, held_id, "stranger", "proxy")
    if waits.unit_id is None or not _answers_for(caller, tree, waits.unit_id):
        raise NotAllowed("not-your-unit")
    state = "counted" if counts else "refused"
    await held.settle(work, held_id, state, None, caller.person_id, now)
    await audit.note(work, now, caller.person_id, f"report_{state}", held=held_id)
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


async def _enter_as(
    work: Work, town: Town, tree: UnitTree, message: Message, index: int, unit: Unit, now: datetime
) -> None:
    part = await unclear.part_of(work, town, tree, message, index, unit)
    result = await enter(work, town, tree, message, part, now)
    await answer(work, town, message, [result], now)


async def _waiting(work: Work, held_id: int, *reasons: str) -> Held:
    waits = await held.by_id(work, held_id)
    if waits is None or waits.reason not in reasons:
        raise NotFound("held-unknown", number=str(held_id))
    if waits.state != "waiting":
        raise NotPossible("held-settled-already")
    return waits
