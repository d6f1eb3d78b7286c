"""Chats come, go and change their Telegram id."""

from collections.abc import Mapping
from datetime import datetime

from domain.outgoing import Lane, Outgoing
from domain.people import Caller, Chat
from storage import audit, chats, outbox, units
from storage.work import Work


async def lost(work: Work, chat: Chat, reason: str, now: datetime) -> bool:
    """The bot cannot speak there any more: what waits for it fails, the command chats are told. False when known.

    `reason` is shown-out, blocked or unreachable.
    """
    if not await chats.set_state(work, chat.id, "gone", now):
        return False
    await outbox.fail_chat(work, chat.id, reason)
    await audit.note(work, now, None, "chat_lost", chat=chat.id, reason=reason)
    unit = (await units.tree(work)).units.get(chat.unit_id or 0)
    fields = {
        "title": chat.title,
        "reason": reason,
        "unit": unit.name if unit else "",
        "private": chat.kind == "private",
    }
    for duty in await chats.of_purpose(work, "command"):
        key = f"chat-lost/{chat.id}/{duty.id}/{int(now.timestamp())}"
        await outbox.put(work, Outgoing(key, duty.id, "chat-lost", fields, lane=Lane.ALERT), now)
    return True


async def entered(work: Work, caller: Caller, rights: Mapping[str, object], now: datetime) -> None:
    """The bot may speak there (again), with these rights; a group that has no purpose yet is told how to get one."""
    chat = caller.chat
    back = await chats.set_state(work, chat.id, "here", now)
    await chats.set_rights(work, chat.id, rights, now)
    if chat.kind != "private" and chat.purpose == "none" and (back or not chat.rights):
        await outbox.put(work, Outgoing(f"hello/{chat.id}/{int(now.timestamp())}", chat.id, "group-hello"), now)


async def migrate(work: Work, old_telegram_id: int, new_telegram_id: int, now: datetime) -> None:
    """A group became a supergroup: the same chat of ours goes on under the new id. Told twice, done once.

    Message ids restart there, so boards are posted anew.
    """
    chat = await chats.by_telegram_id(work, old_telegram_id)
    if chat is None:
        return
    await chats.migrate(work, chat.id, new_telegram_id, now)
    await audit.note(work, now, None, "chat_migrated", chat=chat.id)
