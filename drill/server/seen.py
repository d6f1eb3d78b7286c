"""What can be seen: chats as their members have them before them, what the bot answered to taps, transcripts."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from drill.server.model import Bot, Chat, Event, Message, Person
from drill.server.updates import Queued
from drill.server.world import Listener, World


@dataclass(frozen=True)
class Toast:
    """The bot's answer to a tap: a short notice over the chat, or an `alert` that must be closed; "" when silent."""

    person: Person
    data: str
    text: str
    alert: bool
    at: datetime


class Seen(World):
    """Reading, without changing anything."""

    def shown(self, chat: Chat, *, service: bool = False) -> list[Message]:
        """The chat as its members see it now, oldest first, without deleted ones; `service`: with "X joined" too."""
        return [m for m in chat.messages.values() if not m.deleted and (service or m.service is None)]

    def last(self, chat: Chat) -> Message:
        """The newest message of the bot there; LookupError when it has said nothing."""
        for message in reversed(self.shown(chat)):
            if message.sender is self.bot:
                return message
        raise LookupError(f"the bot has said nothing in {chat.name}")

    def pinned(self, chat: Chat) -> list[Message]:
        """What is pinned, newest last."""
        return [m for m in chat.pins if not m.deleted]

    @property
    def toasts(self) -> list[Toast]:
        """All answers to taps, in the order of the answers."""
        answered = [p for p in self.presses.values() if p.answered_at is not None]
        answered.sort(key=lambda p: p.answered_at or p.at)
        return [Toast(p.person, p.data, p.answer or "", p.alert, p.answered_at or p.at) for p in answered]

    def history(self, chat: Chat) -> list[Event]:
        """Everything that happened in the chat, with its time and the words as they were then."""
        return list(self.events[chat.id])

    def updates_of(self, message: Message) -> list[Queued]:
        """The updates that told the bot of this message, its edits, taps and reactions; none when it may not know."""
        key = (message.chat.id, message.id)
        return [u for u in self.queue.everything.values() if (u.chat_id, u.message_id) == key]

    def listen(self, callback: Listener) -> None:
        """Call back at once whenever the bot sends, edits, deletes, pins, reacts or answers a tap."""
        self.listeners.append(callback)

    def transcript(self, chat: Chat, zone: tzinfo | None = None) -> str:
        """The chat as plain text, one message a paragraph, times in `zone` (the world's own unless given)."""
        return "\n".join(self._lines(m, zone or self.zone) for m in self.shown(chat, service=True))

    def _lines(self, message: Message, zone: tzinfo) -> str:
        clock = _hhmm(message.date, zone)
        who = "bot" if isinstance(message.sender, Bot) else message.sender.name
        edited = f" (edited {_hhmm(message.edit_date, zone)})" if message.edit_date else ""
        answers = f" > {_first_line(message.reply_to)}" if message.reply_to else ""
        lines = [f"{clock} {who}{edited}{answers}: {_body(message)}"]
        lines += ["    " + " ".join(f"[{label}]" for label, _ in row) for row in message.buttons]
        if message.reactions:
            lines.append("    " + " ".join(message.reactions.values()))
        return "\n".join(lines)


def _hhmm(unix: int, zone: tzinfo) -> str:
    return datetime.fromtimestamp(unix, zone).strftime("%H:%M")


def _first_line(message: Message) -> str:
    line = _body(message).partition("\n")[0]
    return f"“{line[:20]}…”" if len(line) > 20 else f"“{line}”"


def _body(message: Message) -> str:
    """The words, with what they come with in front."""
    attached = [
        "<photo>" if message.photo else "",
        f"<file {message.document.name}>" if message.document else "",
        "<voice>" if message.voice else "",
        f"<contact {message.contact['phone_number']}>" if message.contact else "",
        f"<{', '.join(message.service)}>" if message.service else "",
    ]
    return " ".join([*filter(None, attached), *([message.words] if message.words else [])]).replace("\n", "\n      ")
