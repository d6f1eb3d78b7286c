"""What a handler is given: one update, who sent it where and when, and the open unit of work."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from telegram import CallbackQuery, Message, Update

from domain.outgoing import Act, Buttons, Lane, Outgoing
from domain.people import Caller, Place
from domain.phones import private
from domain.town import Town
from storage import audit, chats, outbox, people
from storage.work import Work


@dataclass
class Turn:
    """One update's turn.

    said_at  when its sender pressed send: the message's (or edit's) own date; for a button press the door's stamp
    now      the program's time
    args     what follows the command's word, or the parts of a button's data after its name
    """

    update: Update
    work: Work
    town: Town
    caller: Caller
    said_at: datetime
    now: datetime
    bot_username: str = ""
    args: str = ""
    _spoken: int = field(default=0)

    @cached_property
    def message(self) -> Message | None:
        """The message that was sent or edited; of a press, the one with the button if Telegram still shows it."""
        if self.query is not None:
            return self.query.message if isinstance(self.query.message, Message) else None
        return self.update.effective_message

    @cached_property
    def query(self) -> CallbackQuery | None:
        """The button press, if it is one."""
        return self.update.callback_query

    @cached_property
    def edited(self) -> bool:
        """Whether it is an edit of an earlier message."""
        return self.update.edited_message is not None

    @cached_property
    def text(self) -> str:
        """What was written: the text, or the caption of what was sent with it."""
        message = self.message
        return "" if message is None else (message.text or message.caption or "")

    @property
    def in_private(self) -> bool:
        """Whether it was said between the two of us."""
        return self.caller.chat.place is Place.PRIVATE

    def next_key(self, word: str = "answer") -> str:
        """A key for an outgoing message that this update causes; the same when the update is handled again."""
        self._spoken += 1
        return f"{word}/{self.update.update_id}/{self._spoken}"

    async def say(
        self, kind: str, fields: Mapping[str, object] | None = None, buttons: Buttons = (), *, about: str | None = None
    ) -> str:
        """Answer in the same chat (in a group as a reply); the key of what is said."""
        reply = None if self.in_private or self.message is None or self.query is not None else self.message.message_id
        key = self.next_key()
        said = Outgoing(key, self.caller.chat.id, kind, fields or {}, buttons, reply_to=reply, about=about)
        await outbox.put(self.work, said, self.now)
        return key

    async def toast(self, kind: str, **fields: object) -> None:
        """Answer a button press by the few words that appear over the chat and go away."""
        if self.query is not None:
            toast = {"query": self.query.id, **fields}
            await outbox.put(self.work, Outgoing(f"toast/{self.query.id}", None, kind, toast, act=Act.TOAST), self.now)

    async def react(self, emoji: str) -> None:
        """Put a reaction on the message: seen and understood, without a word."""
        if self.message is not None:
            chat, message = self.caller.chat.id, self.message.message_id
            key = f"react/{chat}/{message}/{self.update.update_id}"
            reaction = Outgoing(key, chat, "reaction", {"emoji": emoji}, act=Act.REACT, message_id=message)
            await outbox.put(self.work, reaction, self.now)

    async def redraw(
        self, key: str, kind: str, fields: Mapping[str, object] | None = None, buttons: Buttons = ()
    ) -> None:
        """Edit the message that was sent under `key`: settled doubts vanish from it, answered buttons go."""
        sent = await outbox.by_key(self.work, key)
        if sent is not None:
            edit = Outgoing(
                self.next_key("edit"), sent.chat, kind, fields or {}, buttons, Lane.ANSWER, Act.EDIT, target=key
            )
            await outbox.put(self.work, edit, self.now)


async def caller_of(work: Work, update: Update, now: datetime) -> Caller | None:
    """Who sent the update and where; None when nobody did (a channel's post, a service notice without a chat).

    Some call themselves or their group by a telephone number: it is masked before anybody keeps or shows it.
    """
    chat, user = update.effective_chat, update.effective_user
    if chat is None or user is None:
        return None
    name = private(user.full_name or "")
    met = await chats.meet(work, chat.id, chat.type, private(chat.title or name), now)
    person, posts = await people.holder(work, user.id)
    if not met.here and met.kind == "private" and update.message is not None:
        await chats.set_state(work, met.id, "here", now)  # who writes to us can be written to
        await audit.note(work, now, None if person is None else person.id, "chat_back", chat=met.id)
    return Caller(user.id, name if person is None else person.name, met, person, posts)


def said_at(update: Update, received_at: datetime) -> datetime:
    """When the sender pressed send; a button press carries no date of Telegram's, so the door's stamp serves."""
    message = update.edited_message or (None if update.callback_query else update.effective_message)
    if message is None:
        return received_at
    return message.edit_date or message.date


__all__ = ["Act", "Lane", "Turn", "caller_of", "said_at"]
