"""Somebody reports for a unit that is not theirs: in the open it counts, behind its back it waits for a nod."""

from datetime import datetime

from actions import asking, reach
from actions.held import keep, quoted
from actions.reading import Message, Part, is_proxy
from domain.instants import to_ms
from domain.outgoing import Button, Buttons, Outgoing
from domain.people import Place, Role
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import chats, held, outbox, people, reports
from storage.held import Held
from storage.work import Work

RESPONSIBLE = (Role.WARDEN, Role.LEAD, Role.LEADER)


async def needs_nod(work: Work, tree: UnitTree, message: Message, part: Part) -> bool:
    """Whether a report for another unit must wait for somebody of that unit.

    It counts when its sender answers for the unit, when it is said in the unit's own chat, and when it is said in a
    chat that all share and the unit has not reported yet: a roll-call list. What its own people said is not replaced.
    """
    unit = part.unit
    if message.admitted or not is_proxy(message, tree, unit) or _answers_for(message, tree, unit):
        return False
    if message.chat.place is Place.UNIT and message.chat.unit_id == unit.id:
        return False
    return message.private or await reports.one(work, part.day, unit.id) is not None


def _answers_for(message: Message, tree: UnitTree, unit: Unit) -> bool:
    roles = {post.role for post in message.posts}
    above = [post.unit_id for post in message.posts if post.role in RESPONSIBLE]
    return Role.OPERATOR in roles or any(tree.within(unit.id, node) for node in above)


async def hold(work: Work, town: Town, tree: UnitTree, message: Message, part: Part, now: datetime) -> bool:
    """Keep the part until somebody who answers for its unit lets it count; True when that was not known before."""
    waits = Held(
        0,
        "proxy",
        message.chat.id,
        message.id,
        message.telegram_id,
        message.sender,
        part.index,
        part.unit.id,
        message.sent_at,
        message.text,
    )
    held_id = await keep(work, waits, now)
    if held_id is None:
        return False
    await ask_for_nod(work, town, tree, message, part.unit, held_id, now)
    return True


async def ask_for_nod(
    work: Work, town: Town, tree: UnitTree, message: Message, unit: Unit, held_id: int, now: datetime
) -> None:
    """Ask somebody who answers for the unit whether what waits under this number counts."""
    key = f"held/{held_id}/{to_ms(message.said_at)}"
    fields = {
        "number": str(held_id),
        "sender": message.sender,
        "unit": unit.name,
        "at": f"{town.local(message.sent_at):%H:%M}",
        "quote": quoted(message.text),
    }
    buttons: Buttons = (
        (Button("button-admit", f"held/{held_id}/yes"), Button("button-not-admit", f"held/{held_id}/no")),
    )
    chat = await _who_nods(work, tree, unit, now)
    if chat is not None:
        await outbox.put(work, Outgoing(key, chat, "held-proxy", fields, buttons), now)
    await held.set_ask(work, held_id, key)


async def _who_nods(work: Work, tree: UnitTree, unit: Unit, now: datetime) -> int | None:
    """The unit's lead in private, else the unit's chat, else the leader over it, else the command chat."""
    for lead in await people.of_unit(work, unit.id, Role.LEAD):
        private = await asking.private_chat_of(work, lead)
        if private is not None:
            return private
    own = await chats.of_unit(work, unit.id)
    if own:
        return own[0].id
    over = await reach.responsible_for(work, tree, unit, now)
    if over is not None and over.chat is not None:
        return over.chat.id
    command = await chats.of_purpose(work, "command")
    return command[0].id if command else None
