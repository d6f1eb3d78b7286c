"""What is said when an update could not be handled: it is kept, and somebody knows."""

import json
from datetime import datetime

from domain.outgoing import Lane, Outgoing
from storage import chats, outbox
from storage.work import Work


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


def _sender(raw: str) -> tuple[str, int | None]:
    """Name and chat of whoever sent an update, as far as it can be read at all."""
    update = json.loads(raw)
    for event in update.values() if isinstance(update, dict) else ():
        if isinstance(event, dict) and isinstance(event.get("from"), dict):
            holder = event.get("chat") or (event.get("message") or {}).get("chat") or {}
            return str(event["from"].get("first_name", "")), holder.get("id")
    return "", None
