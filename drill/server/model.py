"""Who and what there is in the drill's Telegram: people, the bot, chats, messages, files, presses."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from drill.server.errors import Json

Status = Literal["creator", "administrator", "member", "left", "kicked"]
ChatType = Literal["private", "group", "supergroup"]

ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
)
USUAL_RIGHTS = frozenset(
    ["can_manage_chat", "can_delete_messages", "can_restrict_members", "can_invite_users", "can_pin_messages"]
)


@dataclass(eq=False)
class Person:
    """Somebody with a phone. `started`: has pressed Start or written, so that the bot may write to them."""

    id: int
    name: str
    phone: str | None = None
    language: str = "zh-hans"
    username: str | None = None
    started: bool = False
    blocked: bool = False


@dataclass(eq=False)
class Bot:
    """The bot under test."""

    id: int
    username: str
    name: str


@dataclass
class Standing:
    """What the bot is in a group, and what it may do there."""

    status: Status = "left"
    rights: frozenset[str] = frozenset()

    @property
    def present(self) -> bool:
        """Whether it is in the group."""
        return self.status in ("creator", "administrator", "member")


@dataclass(eq=False)
class StoredFile:
    """A file on the server; `path` is what getFile tells."""

    id: str
    unique_id: str
    path: str
    data: bytes
    name: str | None = None
    mime: str | None = None
    width: int = 0
    height: int = 0
    seconds: int = 0


@dataclass(eq=False, repr=False)
class Message:
    """A message as it is now: edits are applied, `deleted` ones stay in the record but are not shown.

    `date` and `edit_date` are unix seconds. `reactions` go by the reactor's id. `service` holds the fields of a service
    message. `pressable` keeps all callback data that its buttons ever had: a phone may show an older version.
    """

    id: int
    chat: "Chat"
    sender: Person | Bot
    date: int
    text: str | None = None
    entities: list[Json] = field(default_factory=list)
    caption: str | None = None
    markup: Json | None = None
    edit_date: int | None = None
    reply_to: "Message | None" = None
    thread: int | None = None
    reactions: dict[int, str] = field(default_factory=dict)
    pinned: bool = False
    photo: tuple[StoredFile, ...] = ()
    document: StoredFile | None = None
    voice: StoredFile | None = None
    contact: Json | None = None
    album: str | None = None
    forward_origin: Json | None = None
    service: Json | None = None
    anonymous: bool = False
    deleted: bool = False
    pressable: set[str] = field(default_factory=set)

    def __repr__(self) -> str:
        return f"<message {self.id} of {self.sender.name} in {self.chat.name}: {self.words!r} {self.labels or ''}>"

    @property
    def buttons(self) -> list[list[tuple[str, str]]]:
        """The inline keyboard's rows as (label, callback data or link)."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [[(b["text"], b.get("callback_data") or b.get("url") or "") for b in row] for row in rows]

    @property
    def labels(self) -> list[str]:
        """All buttons' labels, in reading order."""
        return [label for row in self.buttons for label, _ in row]

    @property
    def words(self) -> str:
        """Its text or caption, or nothing."""
        return self.text if self.text is not None else self.caption or ""


@dataclass(eq=False, repr=False)
class Chat:
    """A private chat (`person`), a group or a supergroup. `keyboard` is the reply keyboard that its members see."""

    id: int
    type: ChatType
    next_id: int
    title: str | None = None
    person: Person | None = None
    owner: Person | None = None
    members: dict[int, Person] = field(default_factory=dict)
    admins: set[int] = field(default_factory=set)
    bot: Standing = field(default_factory=Standing)
    bot_met: bool = False
    forum: bool = False
    members_may_pin: bool = False
    topics: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pins: list[Message] = field(default_factory=list)
    keyboard: list[list[Json]] | None = None
    invite_link: str | None = None
    migrated_to: "Chat | None" = None
    migrated_from: "Chat | None" = None

    def __repr__(self) -> str:
        return f"<{self.type} {self.id} {self.name}>"

    @property
    def is_group(self) -> bool:
        """Whether many may be in it."""
        return self.type != "private"

    @property
    def name(self) -> str:
        """Its title, or the other person's name."""
        return self.title or (self.person.name if self.person else "")


@dataclass(eq=False)
class Press:
    """A tap on an inline button; `answer` is the toast's text once the bot has answered."""

    id: str
    person: Person
    message: Message
    data: str
    at: datetime
    answered_at: datetime | None = None
    answer: str | None = None
    alert: bool = False


EventKind = Literal["sent", "edited", "deleted", "pinned", "unpinned", "reacted", "answered", "service"]


@dataclass(frozen=True, eq=False)
class Event:
    """Something that happened in a chat, with the words and buttons as they were at that instant."""

    kind: EventKind
    chat: Chat
    message: Message
    by: Person | Bot
    at: datetime
    text: str
    buttons: list[list[tuple[str, str]]]
    press: Press | None = None
