"""Messages as values: kind and fields, no prose. texts/ has the words, bot/delivery.py the line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum


class Lane(IntEnum):
    """Which message goes first when the budget is short."""

    ANSWER = 0
    ALERT = 1
    BOARD = 2
    ORDER = 3
    REMINDER = 4


class Act(StrEnum):
    """What is done to the chat."""

    SEND = "send"
    EDIT = "edit"
    REACT = "react"
    TOAST = "toast"
    PIN = "pin"
    DOCUMENT = "document"
    PICTURES = "pictures"
    FILES = "files"


@dataclass(frozen=True)
class Button:
    """A button: `label` is the key of its words, `data` (at most 64 bytes) what comes back when it is pressed.

    `written`: those of its fields that somebody wrote. They are kept with the message's own fields, sealed like them.
    """

    label: str
    data: str
    fields: Mapping[str, object] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)


Buttons = Sequence[Sequence[Button]]


# Instead of buttons under a message: a key under the whole chat by which people share their contact card (private
# chats only), and the order to take it away again.
ASK_CARD: Buttons = ((Button("button-card", "card:"),),)
NO_KEYS: Buttons = ((Button("button-card", "no-keys:"),),)


@dataclass(frozen=True)
class Outgoing:
    """One thing to be done to one chat, once.

    key         what makes it happen once; a second one with the same key is not written
    chat        our chat id; None for a toast, whose callback query stands in `fields["query"]`
    kind        names its words (texts/<language>/*.ftl); `fields` fill them
    target      key of the earlier outgoing whose message is edited or pinned
    message_id  Telegram's id of the message that is reacted to
    reply_to    Telegram's id of the message that it answers
    about       a subject by which it can be cleared when its reason has gone
    not_before  earliest instant; None is at once
    expires_at  after this instant it is not worth sending
    """

    key: str
    chat: int | None
    kind: str
    fields: Mapping[str, object] = field(default_factory=dict)
    buttons: Buttons = ()
    lane: Lane = Lane.ANSWER
    act: Act = Act.SEND
    target: str | None = None
    message_id: int | None = None
    reply_to: int | None = None
    about: str | None = None
    not_before: datetime | None = None
    expires_at: datetime | None = None
