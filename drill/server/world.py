"""The state of the drill's Telegram, and the few steps that change it for people and bot alike."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, tzinfo
from typing import Any

from domain.clock import Clock
from drill.server import wire
from drill.server.counts import Counts
from drill.server.entities import commands_in
from drill.server.errors import Json, too_many
from drill.server.faults import Faults
from drill.server.limits import PUBLISHED, Limits, Meter
from drill.server.model import Bot, Chat, Event, EventKind, Message, Person, Press, StoredFile
from drill.server.updates import Queued, UpdateQueue

Listener = Callable[[Event], None]


class World:
    """Users, chats, messages, files, and the queue of updates for one bot."""

    def __init__(
        self,
        clock: Clock,
        *,
        token: str = "1:drill",
        username: str = "gridwarden_bot",
        seed: int = 0,
        limits: Limits = PUBLISHED,
        faults: Faults | None = None,
        privacy: bool = True,
        zone: tzinfo = UTC,
    ) -> None:
        self.clock = clock
        self.token = token
        self.privacy = privacy
        self.zone = zone
        self.chance = random.Random(seed)
        self.faults = faults or Faults(seed)
        self.limits = limits
        self.meter = Meter(limits, clock)
        self.bot = Bot(int(token.split(":")[0]), username, username.removesuffix("_bot"))
        self.queue = UpdateQueue(clock, self.chance, self.faults)
        self.counts = Counts(self.queue, self.meter)
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.presses: dict[str, Press] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.events: defaultdict[int, list[Event]] = defaultdict(list)
        self.listeners: list[Listener] = []

    @property
    def offered(self) -> dict[int, datetime]:
        """When each update was first handed out, by update id."""
        return self.queue.offered

    @property
    def confirmed(self) -> dict[int, datetime]:
        """When each update was confirmed, by update id."""
        return self.queue.confirmed

    def unix(self) -> int:
        """The clock's time as Telegram dates its messages."""
        return int(self.clock.now().timestamp())

    def fresh_id(self, low: int, high: int, taken: Iterable[int]) -> int:
        """A number that nobody has yet."""
        used = set(taken)
        while True:
            number = self.chance.randrange(low, high)
            if number not in used:
                return number

    def post(self, chat: Chat, sender: Person | Bot, **content: Any) -> Message:
        """A new message in the chat, not yet told to anybody."""
        message = Message(chat.next_id, chat, sender, self.unix(), **content)
        chat.next_id += 1
        chat.messages[message.id] = message
        message.pressable |= {data for row in message.buttons for _, data in row}
        return message

    def tell(self, kind: EventKind, message: Message, by: Person | Bot, *, press: Press | None = None) -> None:
        """Record an event, and let the listeners know when it is the bot's doing."""
        at = self.clock.now()
        event = Event(kind, message.chat, message, by, at, message.words, message.buttons, press)
        self.events[message.chat.id].append(event)
        if isinstance(by, Bot):
            for listener in list(self.listeners):
                listener(event)

    def notify_message(self, message: Message, *, edited: bool = False) -> Queued | None:
        """Queue the update for a person's message or edit, if the bot may see it."""
        if not self.sees(message):
            return None
        kind = "edited_message" if edited else "message"
        return self.queue.put(
            kind,
            wire.message(message),
            lane=("chat", message.chat.id),
            chat_id=message.chat.id,
            message_id=message.id,
        )

    def sees(self, message: Message) -> bool:
        """Whether the message reaches the bot: in groups, by the rules of privacy mode."""
        chat = message.chat
        if not chat.is_group:
            return True
        if not chat.bot.present:
            return False
        if not self.privacy or chat.bot.status == "administrator" or message.service is not None:
            return True
        answers_bot = message.reply_to is not None and message.reply_to.sender is self.bot
        return answers_bot or self.is_command_for_bot(message)

    def is_command_for_bot(self, message: Message) -> bool:
        """Whether the message holds a command that names this bot or no bot."""
        names = [c.partition("@")[2].lower() for c in commands_in(message.words, message.entities)]
        return any(name in ("", self.bot.username.lower()) for name in names)

    def knows(self, person: Person) -> bool:
        """Whether the bot may name this person: they wrote to it, or it met them in a group."""
        return person.started or any(
            chat.bot.present and person.id in chat.members for chat in self.chats.values() if chat.is_group
        )

    def charge(self, method: str, chat: Chat, cost: int = 1) -> None:
        """Take messages from the budget; ApiError 429 when it is spent."""
        overrun = self.meter.charge(chat.id, group=chat.is_group, cost=cost)
        if overrun is not None:
            self.counts.overruns.append(overrun)
            raise too_many(overrun.retry_after)
        self.counts.sends[chat.id] += cost

    def store_file(self, kind: str, data: bytes, **about: Any) -> StoredFile:
        """Keep a file under a new id; `kind` is the folder, such as "photos"."""
        number = len(self.files)
        ending = (about.get("name") or "").rpartition(".")[2] or {"photos": "jpg", "voice": "oga"}.get(kind, "bin")
        unique = f"AQAD{self.chance.getrandbits(60):015x}"
        file = StoredFile(
            id=f"AgACAgUAAxkBAAI{self.chance.getrandbits(128):032x}{number:x}",
            unique_id=unique,
            path=f"{kind}/file_{number}.{ending}",
            data=data,
            **about,
        )
        self.files[file.id] = file
        return file
