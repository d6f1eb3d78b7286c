"""The bot was deaf for a while: whoever commands hears of it once, when it is over."""

from datetime import datetime, timedelta

from domain.instants import to_ms
from domain.outgoing import Lane, Outgoing
from domain.town import Town
from storage import chats, meta, outbox
from storage.work import Work

# Telegram keeps what was sent for so long.
_KEPT = timedelta(hours=24)


async def tell(work: Work, town: Town, patience: timedelta, now: datetime) -> None:
    """Telegram answers now. If it had not been heard for longer than `patience`, the command chats are told, once."""
    since = await meta.last_poll(work)
    if since is None or now - since <= patience:
        return
    fields = {
        "minutes": round((now - since) / timedelta(minutes=1)),
        "since": f"{town.local(since):%H:%M}",
        "since_day": town.day_of(since).isoformat(),
        "until": f"{town.local(now):%H:%M}",
        "other_day": town.day_of(since) != town.day_of(now),
        "lost": now - since > _KEPT,
    }
    for chat in await chats.of_purpose(work, "command"):
        told = Outgoing(f"absent/{to_ms(since)}/{chat.id}", chat.id, "absent", fields, lane=Lane.ALERT)
        await outbox.put(work, told, now)
