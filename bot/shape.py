"""Raw updates are what they say they are: the library takes any JSON, and a text that is none breaks far from here."""

import json
from datetime import UTC, datetime
from typing import Any

from telegram import Bot, Chat, Message, Update, User

from storage.inbox import Arrived

# The fields that the program uses, wherever they stand.
_NAMES = "title first_name last_name username phone_number language_code chat_instance media_group_id"
_TEXTS = frozenset(f"text caption data emoji type status file_name mime_type file_id file_unique_id {_NAMES}".split())
_IDS = "update_id message_id user_id message_thread_id migrate_to_chat_id migrate_from_chat_id"
_WHOLE = frozenset(f"date edit_date file_size offset length {_IDS}".split())
_WITH_NUMBER = frozenset({"chat", "from", "user", "sender_chat", "forward_from", "via_bot", "new_chat", "old_chat"})
_DATES = frozenset({"date", "edit_date"})
_MOST = 2**63
_LAST_DATE = 2**33
_DEEPEST = 60
_WRITER = json.JSONEncoder(ensure_ascii=False)

# What an ordinary message holds, and nothing else: its fields are the library's own, but for `from`.
_PLAIN_UPDATE = {"update_id", "message"}
_PLAIN_MESSAGE = {"message_id", "from", "chat", "date", "text"}
_PLAIN_CHAT = {"id", "type", "title", "username", "first_name", "last_name"}
_PLAIN_USER = {"id", "is_bot", "first_name", "last_name", "username", "language_code"}


class Misshapen(ValueError):
    """The update is no update of Telegram's."""


def read_raw(raw: str) -> dict[str, Any]:
    """The update as values; Misshapen (or another ValueError) when a field is not of its kind.

    Signs that no database takes (NUL, halves of characters) are replaced.
    """
    try:
        read = json.loads(raw)
    except RecursionError as error:
        raise Misshapen("too deep") from error
    if not isinstance(read, dict):
        raise Misshapen("no object")
    update: dict[str, Any] = read
    if "\\u" in raw:
        update = json.loads(_whole(json.dumps(update, ensure_ascii=False).replace("\\u0000", "\ufffd")))
    _check(update, "", 0)
    return update


def as_update(raw: str, bot: Bot) -> Update:
    """The update as the library's object; an error of the library's, or Misshapen, where it is none."""
    read = read_raw(raw)
    return _plain(read, bot) if _is_plain(read) else Update.de_json(read, bot)


def _is_plain(update: dict[str, Any]) -> bool:
    """Whether it is a new text and nothing besides, as nearly all are."""
    message = update.get("message")
    return (
        update.keys() == _PLAIN_UPDATE
        and isinstance(message, dict)
        and message.keys() == _PLAIN_MESSAGE
        and message["chat"].keys() <= _PLAIN_CHAT
        and message["from"].keys() <= _PLAIN_USER
    )


def _plain(update: dict[str, Any], bot: Bot) -> Update:
    """What the library would make of it: it asks a message for sixty other things first, which takes as long again."""
    said = update["message"]
    chat, sender = Chat(**said["chat"]), User(**said["from"])
    date = datetime.fromtimestamp(said["date"], UTC)
    message = Message(said["message_id"], date, chat, from_user=sender, text=said["text"])
    whole = Update(update["update_id"], message=message)
    for made in (chat, sender, message, whole):
        made.set_bot(bot)
    return whole


def as_it_came(update: Any) -> Arrived:
    """The update with its id and chat, as it is kept; Misshapen when it has no id under which it could be."""
    if not isinstance(update, dict) or not _is_whole(update.get("update_id")):
        raise Misshapen("update_id")
    try:
        return Arrived(update["update_id"], _WRITER.encode(update), chat_of(update))
    except RecursionError as error:
        raise Misshapen("too deep") from error


def chat_of(update: Any) -> int:
    """Telegram's number of the chat in which an update happened; 0 where none is to be seen."""
    for event in update.values() if isinstance(update, dict) else ():
        if isinstance(event, dict):
            inner = event.get("message")
            chat = event.get("chat") or (inner.get("chat") if isinstance(inner, dict) else None)
            if isinstance(chat, dict) and _is_whole(chat.get("id")):
                return int(chat["id"])
    return 0


def _whole(text: str) -> str:
    """The text with halves of characters that stand alone replaced."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _check(holder: dict[str, Any], where: str, depth: int) -> None:
    if depth > _DEEPEST:
        raise Misshapen("too deep")
    if (where in _WITH_NUMBER and not _is_whole(holder.get("id"))) or (
        where == "callback_query" and not isinstance(holder.get("id"), str)
    ):
        raise Misshapen(f"{where}.id")
    if where == "my_chat_member" and not isinstance(holder.get("new_chat_member"), dict):
        raise Misshapen(where)
    for name, value in holder.items():
        _check_field(name, value, depth)


def _check_field(name: str, value: Any, depth: int) -> None:
    if isinstance(value, dict):
        _check(value, name, depth + 1)
    elif isinstance(value, list):
        for one in value:
            _check_field("", one, depth + 1)
    if name in _TEXTS and not isinstance(value, str):
        raise Misshapen(name)
    if name in _WHOLE and not (_is_whole(value) and (name not in _DATES or 0 <= value < _LAST_DATE)):
        raise Misshapen(name)
    if name in _WITH_NUMBER and not isinstance(value, dict):
        raise Misshapen(name)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _MOST
