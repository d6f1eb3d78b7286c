"""A window on the drill: the chats as a phone would show them, for a browser. Read-only.

`/` is the page (page.html beside this file), `/chats.json?chat=ID` what it shows: all chats, and one of them in full.
"""

import html
import json
from collections import Counter
from datetime import datetime
from pathlib import Path

from aiohttp import web

from drill.server.errors import Json
from drill.server.model import Bot, Chat, Message
from drill.server.telegram import Telegram

NEWEST = 120
SMALLEST_PICTURE = 1000
_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "bot_command": "em",
    "mention": "em",
    "hashtag": "em",
    "url": "em",
    "text_link": "em",
}


def add_page(app: web.Application, telegram: Telegram) -> None:
    """Put the page on a server that is about to start."""
    template = Path(__file__).with_name("page.html").read_text(encoding="utf-8")

    async def page(request: web.Request) -> web.Response:
        return web.Response(text=template, content_type="text/html")

    async def chats(request: web.Request) -> web.Response:
        wanted = request.query.get("chat", "")
        body = overview(telegram, int(wanted) if wanted.lstrip("-").isdigit() else None)
        return web.Response(body=json.dumps(body).encode(), content_type="application/json")

    app.router.add_get("/", page)
    app.router.add_get("/chats.json", chats)


def overview(telegram: Telegram, chosen: int | None) -> Json:
    """All chats in the order of a phone (those with something pinned first, then the newest), and one in full."""
    rooms = [c for c in telegram.chats.values() if c.messages and c.migrated_to is None]
    rooms.sort(key=lambda c: (not telegram.pinned(c), -_newest(c).date, -c.id))
    opened = next((c for c in rooms if c.id == chosen), rooms[0] if rooms else None)
    now = telegram.clock.now().astimezone(telegram.zone)
    return {
        "date": now.strftime("%Y-%m-%d"),
        "time": now.strftime("%H:%M"),
        "chats": [_listed(telegram, chat) for chat in rooms],
        "open": None if opened is None else _in_full(telegram, opened),
    }


def _newest(chat: Chat) -> Message:
    return next(reversed(chat.messages.values()))


def _listed(telegram: Telegram, chat: Chat) -> Json:
    shown = telegram.shown(chat, service=True)[-1:]
    last = shown[0] if shown else _newest(chat)
    return {
        "id": chat.id,
        "name": chat.name,
        "group": chat.is_group,
        "pinned": bool(telegram.pinned(chat)),
        "time": _hhmm(telegram, last.date),
        "last": _plain(last),
        "who": "" if not chat.is_group or last.service else _name(telegram, last),
    }


def _in_full(telegram: Telegram, chat: Chat) -> Json:
    pins = telegram.pinned(chat)
    return {
        "id": chat.id,
        "name": chat.name,
        "group": chat.is_group,
        "members": len(chat.members) + chat.bot.present,
        "pinned": pins[-1].words.partition("\n")[0] or _plain(pins[-1]) if pins else "",
        "keyboard": [[key["text"] for key in row] for row in chat.keyboard or []],
        "messages": [_bubble(telegram, m) for m in telegram.shown(chat, service=True)[-NEWEST:]],
    }


def _bubble(telegram: Telegram, message: Message) -> Json:
    reactions = Counter(message.reactions.values())
    return {
        "id": message.id,
        "who": _name(telegram, message),
        "whose": message.sender.id,
        "bot": isinstance(message.sender, Bot),
        "mine": not message.chat.is_group and not isinstance(message.sender, Bot),
        "service": _plain(message) if message.service else "",
        "text": rendered(message.words, message.entities),
        "time": _hhmm(telegram, message.date),
        "edited": message.edit_date is not None,
        "pinned": message.pinned,
        "reply": None if message.reply_to is None else _quote(telegram, message.reply_to),
        "picture": _picture(telegram, message),
        "file": message.document.name if message.document else "",
        "voice": message.voice.seconds if message.voice else 0,
        "card": message.contact["phone_number"] if message.contact else "",
        "buttons": [[label for label, _ in row] for row in message.buttons],
        "reactions": [[sign, times] for sign, times in reactions.items()],
    }


def _quote(telegram: Telegram, message: Message) -> Json:
    return {"who": _name(telegram, message), "text": _plain(message)}


def _picture(telegram: Telegram, message: Message) -> str:
    """Where the picture is; "-" for one that is no more than a dot; "" without one."""
    if not message.photo:
        return ""
    largest = message.photo[-1]
    return f"/file/bot{telegram.token}/{largest.path}" if len(largest.data) > SMALLEST_PICTURE else "-"


def _name(telegram: Telegram, message: Message) -> str:
    return message.chat.name if message.anonymous else message.sender.name


def _hhmm(telegram: Telegram, unix: int) -> str:
    return datetime.fromtimestamp(unix, telegram.zone).strftime("%H:%M")


def _plain(message: Message) -> str:
    """The message in one line."""
    signs = [
        "🖼" if message.photo else "",
        f"📎 {message.document.name}" if message.document else "",
        "🎤" if message.voice else "",
        "👤" if message.contact else "",
        _service_line(message),
    ]
    line = " ".join(message.words.split())
    return " ".join([*filter(None, signs), *([line] if line else [])])[:200]


def _service_line(message: Message) -> str:
    """What happened, in signs rather than words."""
    told = message.service or {}
    if "pinned_message" in told:
        pinned = told["pinned_message"]
        return "📌 " + str(pinned.get("text") or pinned.get("caption") or "").partition("\n")[0][:40]
    if "new_chat_members" in told:
        return "＋ " + ", ".join(member["first_name"] for member in told["new_chat_members"])
    if "left_chat_member" in told:
        return "－ " + str(told["left_chat_member"]["first_name"])
    if "forum_topic_created" in told:
        return "# " + str(told["forum_topic_created"]["name"])
    return f"⇄ {message.chat.name}" if told else ""


def rendered(text: str, entities: list[Json]) -> str:
    """Text with its entities as safe HTML."""
    wide = text.encode("utf-16-le")
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for entity in entities:
        tag = _TAGS.get(entity["type"])
        if tag is not None:
            opening.setdefault(entity["offset"], []).append(f"<{tag}>")
            closing.setdefault(entity["offset"] + entity["length"], []).insert(0, f"</{tag}>")
    cuts = sorted({0, len(wide) // 2, *opening, *closing})
    pieces: list[str] = []
    for low, high in zip(cuts, [*cuts[1:], len(wide) // 2], strict=True):
        pieces += closing.get(low, []) + opening.get(low, [])
        pieces.append(html.escape(wide[low * 2 : high * 2].decode("utf-16-le")))
    return "".join(pieces)
