"""Messages in the inbox that nobody took for anything: they may be reports to a better reader."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from actions.reading import Message
from domain.people import Place
from storage import chats, inbox, people
from storage.work import Work

_LATEST_EDIT = timedelta(days=2)  # Telegram lets people edit what they wrote for that long


async def messages(work: Work, since: datetime, until: datetime, now: datetime) -> list[Message]:
    """What people who may report wrote between two instants and nobody answered, in its last wording."""
    latest: dict[tuple[int, int], tuple[int, Mapping[str, Any]]] = {}
    for update_id, raw in await inbox.between(work, since, until + _LATEST_EDIT):
        written = _written(raw)
        if written is not None:
            latest[written["chat"]["id"], written["message_id"]] = (update_id, written)
    found = [await _message(work, update_id, written, now) for update_id, written in latest.values()]
    return [message for message in found if message is not None and since <= message.sent_at < until]


def _written(raw: str) -> Mapping[str, Any] | None:
    """The message of an update, when it is words that a person wrote to no message of a bot's, and no command."""
    update = json.loads(raw)
    message = update.get("edited_message") or update.get("message") if isinstance(update, dict) else None
    if not isinstance(message, dict) or not isinstance(message.get("from"), dict):
        return None
    text = message.get("text") or message.get("caption") or ""
    answered = (message.get("reply_to_message") or {}).get("from") or {}
    wanted = text.strip() and not text.startswith("/") and not message["from"].get("is_bot")
    return message if wanted and not answered.get("is_bot") else None


async def _message(work: Work, update_id: int, written: Mapping[str, Any], now: datetime) -> Message | None:
    chat = await chats.by_telegram_id(work, written["chat"]["id"])
    person = await people.by_telegram_id(work, written["from"]["id"])
    if chat is None or person is None or chat.place is Place.NONE:
        return None
    if await inbox.answered(work, update_id, chat.id, written["message_id"]):
        return None
    sent_at = datetime.fromtimestamp(written["date"], UTC)
    message = Message(
        chat=chat,
        id=written["message_id"],
        text=written.get("text") or written.get("caption") or "",
        sent_at=sent_at,
        said_at=sent_at,
        telegram_id=written["from"]["id"],
        sender=person.name,
        person=person,
        posts=await people.posts_of(work, person.id),
        reread_at=now,
    )
    return message if message.may_report else None
