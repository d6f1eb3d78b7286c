"""What is said when an update could not be handled: it is kept, and somebody knows."""

import json
from datetime import datetime
from typing import Any

from domain.outgoing import Lane, Outgoing
from storage import chats, outbox
from storage.work import Work

_MOST_ID = 2**63
_QUOTED = 64


async def tell(work: Work, raw: str, update_id: int, error: str, now: datetime) -> None:
    """Tell the sender that the message is kept, and the command chat why it was set aside."""
    sender, chat_id = _sender(raw)
    chat = None if chat_id is None else await chats.by_telegram_id(work, chat_id)
    if chat is not None and chat.kind == "private":
        await outbox.put(work, Outgoing(f"trouble/{update_id}", chat.id, "trouble"), now)
    fields = {"update": str(update_id), "error": error, "sender": sender}
    for duty in await chats.of_purpose(work, "command"):
        told = Outgoing(f"trouble/{update_id}/{duty.id}", duty.id, "trouble-duty", fields, lane=Lane.ALERT)
        await outbox.put(work, told, now)


async def too_many(work: Work, sender: int, now: datetime) -> None:
    """Tell somebody, in private and once an hour, that so many messages at once have to wait."""
    chat = await chats.by_telegram_id(work, sender)
    if chat is not None and chat.here and chat.kind == "private":
        await outbox.put(work, Outgoing(f"too-many/{sender}/{now:%Y%m%d%H}", chat.id, "too-many"), now)


def _sender(raw: str) -> tuple[str, int | None]:
    """Name and chat of whoever sent an update, as far as it can be read at all: it may be of any shape."""
    try:
        update = json.loads(raw)
    except (ValueError, RecursionError):
        return "", None
    for event in update.values() if isinstance(update, dict) else ():
        sender = _table(event, "from")
        if sender:
            chat = (_table(event, "chat") or _table(_table(event, "message"), "chat")).get("id")
            known = isinstance(chat, int) and abs(chat) < _MOST_ID
            return str(sender.get("first_name", ""))[:_QUOTED], chat if known else None
    return "", None


def _table(holder: Any, name: str) -> dict[str, Any]:
    """What stands there, when it is a table of names; else an empty one."""
    found = holder.get(name) if isinstance(holder, dict) else None
    return found if isinstance(found, dict) else {}
