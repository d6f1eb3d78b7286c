"""A leader calls the silent units now, between the clock's own reminders."""

from datetime import datetime, timedelta

from actions import reach, reminding, scope
from actions.picture import Picture, picture
from domain.errors import NotPossible
from domain.instants import from_ms, to_ms
from domain.outgoing import Lane, Outgoing
from domain.people import Caller
from domain.town import Town
from storage import audit, chats, meta, outbox
from storage.work import Work

PAUSE = timedelta(minutes=10)
WORTH = timedelta(minutes=30)


async def call_silent(work: Work, town: Town, caller: Caller, now: datetime) -> int:
    """Remind today's silent units of the caller's part of the tree; how many. NotPossible twice within ten minutes."""
    seen = await picture(work, town, town.day_of(now))
    nodes = scope.commanded(caller, seen.tree)
    silent = seen.standing.among(nodes, seen.tree).silent
    if not silent:
        raise NotPossible("call-none-silent")
    await _once(work, town, "/".join(str(node or 0) for node in nodes), now)
    for unit_id in silent:
        await _call(work, town, seen, unit_id, now)
    await audit.note(work, now, caller.person_id, "call_silent", units=len(silent))
    return len(silent)


async def _once(work: Work, town: Town, nodes: str, now: datetime) -> None:
    last = await meta.get(work, f"called/{nodes}")
    if last is not None and now < from_ms(int(last)) + PAUSE:
        raise NotPossible("call-too-soon", at=f"{town.local(from_ms(int(last))):%H:%M}")
    await meta.put(work, f"called/{nodes}", str(to_ms(now)))


async def _call(work: Work, town: Town, seen: Picture, unit_id: int, now: datetime) -> None:
    unit, close = seen.tree.units[unit_id], seen.closes.of(unit_id)
    fields = {
        "unit": unit.name,
        "day": seen.day.isoformat(),
        "close": f"{town.local(close):%H:%M}",
        "minutes": reminding.minutes_between(now, close),
        "items": await reminding.items_of_yesterday(work, seen.day, unit_id),
    }
    private = await reach.private_chats(work, unit, now)
    for chat in {chat.id: chat for chat in (*private, *await chats.of_unit(work, unit_id))}.values():
        said = Outgoing(
            f"call/{seen.day}/{to_ms(now)}/unit-{unit_id}/chat-{chat.id}",
            chat.id,
            "remind" if now < close else "chase",
            fields,
            reminding.buttons(seen.day, unit),
            Lane.REMINDER,
            about=reminding.about(seen.day, unit_id),
            expires_at=now + WORTH,
        )
        await outbox.put(work, said, now)
