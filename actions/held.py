"""Reports that must wait: a stranger's for a nod of the unit's lead, an unclear one for the name of its unit."""

from collections.abc import Mapping
from datetime import datetime

from actions import asking
from actions.reading import Message, own_units
from domain.instants import to_ms
from domain.outgoing import Act, Button, Buttons, Outgoing
from domain.parsing import Parse
from domain.people import Place, Role
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import audit, chats, held, meta, outbox, people
from storage.held import Held
from storage.work import Work

HINT_HOURS = 6
_QUOTED = 60


async def hold_stranger(work: Work, tree: UnitTree, message: Message, parsed: Parse, town: Town, now: datetime) -> bool:
    """Keep a stranger's report until the unit's lead lets it count; in private say how to become known."""
    if message.private:
        return await hint(work, message, "report-stranger-private", now)
    unit = _unit_of(message, tree, parsed)
    if unit is None or message.chat.place not in (Place.UNIT, Place.TOWN):
        return False
    waits = Held(
        0,
        "stranger",
        message.chat.id,
        message.id,
        message.telegram_id,
        message.sender,
        0,
        unit.id,
        message.sent_at,
        message.text,
    )
    held_id = await keep(work, waits, now)
    if held_id is not None:
        await _ask_lead(work, town, unit, message, held_id, now)
    return True


async def keep(work: Work, waits: Held, now: datetime) -> int | None:
    """Keep a report that cannot count yet; its number, or None when it is there already in these words."""
    held_id = await held.keep(work, waits)
    if held_id is not None:
        sender = await people.by_telegram_id(work, waits.telegram_id)
        by = None if sender is None else sender.id
        await audit.note(work, now, by, "held", held=held_id, why=waits.reason, unit=waits.unit_id)
    return held_id


def _unit_of(message: Message, tree: UnitTree, parsed: Parse) -> Unit | None:
    named = next((report.unit_code for report in parsed.reports if report.unit_code), None)
    if named is not None:
        return tree.by_code[named]
    return next(iter(own_units(message, tree)), None)


async def _ask_lead(work: Work, town: Town, unit: Unit, message: Message, held_id: int, now: datetime) -> None:
    """One message, to the unit's first lead who can be reached in private, else in the chat."""
    private = None
    for lead in await people.of_unit(work, unit.id, Role.LEAD):
        private = private or await asking.private_chat_of(work, lead)
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
    key = f"held/{held_id}/{to_ms(message.said_at)}"
    reply = message.id if private is None else None
    chat = message.chat.id if private is None else private
    await outbox.put(work, Outgoing(key, chat, "held-stranger", fields, buttons, reply_to=reply), now)
    await held.set_ask(work, held_id, key)


def quoted(text: str) -> str:
    """The beginning of what somebody wrote, for the one who is asked about it."""
    return text if len(text) <= _QUOTED else text[:_QUOTED] + "…"


async def hint(
    work: Work, message: Message, kind: str, now: datetime, fields: Mapping[str, object] | None = None
) -> bool:
    """Say a line in private, each kind at most once in six hours; False when it was said not long ago."""
    name = f"hint/{message.chat.id}/{kind}"
    last = await meta.get(work, name)
    stamp = int(now.timestamp())
    if last is not None and stamp - int(last) < HINT_HOURS * 3600:
        return False
    await meta.put(work, name, str(stamp))
    said = Outgoing(f"hint/{message.chat.id}/{message.id}", message.chat.id, kind, fields or {})
    await outbox.put(work, said, now)
    return True


async def sender_of(work: Work, waits: Held, *, admitted: bool) -> Message:
    """The held message as it was written, by whom we know its sender to be now."""
    chat = await chats.by_id(work, waits.chat)
    person = await people.by_telegram_id(work, waits.telegram_id)
    posts = () if person is None else await people.posts_of(work, person.id)
    name = waits.sender if person is None else person.name
    said = waits.said_at
    return Message(
        chat, waits.message_id, waits.raw, said, said, waits.telegram_id, name, person, posts, admitted=admitted
    )


async def tell_settled(
    work: Work, waits: Held, state: str, unit: Unit | None, now: datetime, learned: bool = False
) -> None:
    """The message that asked says how it was settled, what was learned of it, and loses its buttons."""
    sent = await outbox.by_key(work, waits.ask)
    if sent is None:
        return
    fields = {
        "state": state,
        "unit": "" if unit is None else unit.name,
        "sender": waits.sender,
        "learned": waits.word if learned else "none",
    }
    kind = "unit-chosen" if waits.reason == "unit_unclear" else "held-settled"
    edit = Outgoing(f"{waits.ask}/{state}", sent.chat, kind, fields, act=Act.EDIT, target=waits.ask)
    await outbox.put(work, edit, now)
