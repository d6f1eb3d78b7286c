"""What people do on their phones: write, correct, send pictures and files, tap buttons, react."""

import base64
import mimetypes
from typing import Any

from drill.server import wire
from drill.server.entities import found_entities
from drill.server.errors import Json
from drill.server.model import Chat, Message, Person, Press
from drill.server.world import World

# The smallest picture that is one: a grey dot.
DOT = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP/////////////////////////////////////////////////////////////////////"
    "/////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA="
)


class Crowd(World):
    """People's acts in chats. Each returns the message, or None when a blocked bot's chat took none."""

    def say(
        self,
        person: Person,
        chat: Chat,
        text: str,
        *,
        reply_to: Message | None = None,
        forwarded_from: Person | str | None = None,
        thread: int | None = None,
        anonymous: bool = False,
    ) -> Message | None:
        """A text message. `forwarded_from` is a person, or the bare name of one who hides behind it; `anonymous` writes
        as the group itself, as its admins may."""
        return self._speak(
            person,
            chat,
            text=text,
            entities=found_entities(text),
            reply_to=reply_to,
            forward_origin=self._origin(forwarded_from),
            thread=thread,
            anonymous=anonymous,
        )

    def start_link(self, person: Person, payload: str = "") -> Message | None:
        """Open the bot by its link and press Start; a block ends by that."""
        self.unblock(person)
        return self.say(person, self.private(person), f"/start {payload}".rstrip())

    def photo(
        self,
        person: Person,
        chat: Chat,
        *,
        caption: str | None = None,
        album: str | None = None,
        reply_to: Message | None = None,
        data: bytes | None = None,
        thread: int | None = None,
    ) -> Message | None:
        """A picture; those with the same `album` word are one album."""
        content = data or DOT + len(self.files).to_bytes(4, "big")
        sizes = tuple(
            self.store_file("photos", content, mime="image/jpeg", width=w, height=h) for w, h in ((90, 67), (1280, 960))
        )
        group = self._album(album, chat) if album else None
        return self._captioned(person, chat, caption, photo=sizes, album=group, reply_to=reply_to, thread=thread)

    def document(
        self,
        person: Person,
        chat: Chat,
        filename: str,
        data: bytes,
        *,
        caption: str | None = None,
        reply_to: Message | None = None,
    ) -> Message | None:
        """A file."""
        mime = mimetypes.guess_type(filename)[0] or "application/octet-stream"
        file = self.store_file("documents", data, name=filename, mime=mime)
        return self._captioned(person, chat, caption, document=file, reply_to=reply_to)

    def voice(self, person: Person, chat: Chat, *, seconds: int = 4, reply_to: Message | None = None) -> Message | None:
        """A voice message."""
        file = self.store_file("voice", b"OggS", mime="audio/ogg", seconds=seconds)
        return self._speak(person, chat, voice=file, reply_to=reply_to)

    def contact(
        self, person: Person, card_of: Person | None = None, *, chat: Chat | None = None, with_id: bool = True
    ) -> Message | None:
        """Share one's own card, or somebody else's out of the address book; Telegram itself fills in the user id,
        of others only when it knows them (`with_id`)."""
        whose = card_of or person
        card: Json = {"phone_number": whose.phone or "", "first_name": whose.name}
        if card_of is None or with_id:
            card["user_id"] = whose.id
        return self._speak(person, chat or self.private(person), contact=card)

    def edit(self, person: Person, message: Message, text: str) -> Message | None:
        """Correct one's own text or caption."""
        if message.sender is not person or message.deleted or message.service:
            raise ValueError(f"{person.name} cannot edit that message")
        if message.text is not None:
            message.text = text
        else:
            message.caption = text
        message.entities = found_entities(text)
        message.edit_date = self.unix()
        self.tell("edited", message, person)
        self.notify_message(message, edited=True)
        return message

    def delete(self, person: Person, message: Message) -> None:
        """Take one's own message back; Telegram does not tell the bot."""
        if message.sender is not person:
            raise ValueError(f"{person.name} cannot delete that message")
        message.deleted = True
        self.tell("deleted", message, person)

    def press(self, person: Person, message: Message, data: str, *, forged: bool = False) -> Press:
        """Tap the button with this callback data, one that the message has or has had (a phone may lag); `forged` sends
        what no button ever held."""
        if data not in message.pressable and not forged:
            raise LookupError(f"no button {data!r} on {message.words!r}: {message.buttons}")
        press = Press(str(self.chance.getrandbits(62)), person, message, data, self.clock.now())
        self.presses[press.id] = press
        if message.chat.is_group and not message.chat.bot.present:
            return press
        self.queue.put(
            "callback_query",
            wire.callback_query(press, str(message.chat.id * 7919)),
            lane=("user", person.id),
            chat_id=message.chat.id,
            message_id=message.id,
        )
        return press

    def press_label(self, person: Person, message: Message, label: str) -> Press:
        """Tap the button that reads so now."""
        for row in message.buttons:
            for shown, data in row:
                if shown == label:
                    return self.press(person, message, data)
        raise LookupError(f"no button {label!r} on {message.words!r}: {message.labels}")

    def react(self, person: Person, message: Message, emoji: str | None) -> None:
        """Set one's reaction on a message, or take it away; the bot hears of it in private, or as the group's admin."""
        old = message.reactions.get(person.id)
        if emoji is None:
            message.reactions.pop(person.id, None)
        else:
            message.reactions[person.id] = emoji
        self.tell("reacted", message, person)
        if message.chat.is_group and message.chat.bot.status != "administrator":
            return
        payload = {
            "chat": wire.chat(message.chat),
            "message_id": message.id,
            "user": wire.user(person),
            "date": self.unix(),
            "old_reaction": wire.emoji(old),
            "new_reaction": wire.emoji(emoji),
        }
        lane = ("chat", message.chat.id)
        self.queue.put("message_reaction", payload, lane=lane, chat_id=message.chat.id, message_id=message.id)

    def private(self, person: Person) -> Chat:
        """The person's chat with the bot."""
        if person.id not in self.chats:
            first = self.chance.randrange(1, 5000)
            self.chats[person.id] = Chat(person.id, "private", first, person=person, members={person.id: person})
        return self.chats[person.id]

    def block(self, person: Person) -> None:
        """Block the bot."""
        if not person.blocked:
            person.blocked = True
            self._standing_in_private(person, "member", "kicked")

    def unblock(self, person: Person) -> None:
        """Let the bot in again."""
        if person.blocked:
            person.blocked = False
            self._standing_in_private(person, "kicked", "member")

    def _standing_in_private(self, person: Person, old: str, new: str) -> None:
        def member(status: str) -> Json:
            ends = {"until_date": 0} if status == "kicked" else {}
            return {"user": wire.user(self.bot), "status": status, **ends}

        payload = {
            "chat": wire.chat(self.private(person)),
            "from": wire.user(person),
            "date": self.unix(),
            "old_chat_member": member(old),
            "new_chat_member": member(new),
        }
        self.queue.put("my_chat_member", payload, lane=("chat", person.id), chat_id=person.id)

    def _captioned(self, person: Person, chat: Chat, caption: str | None, **content: Any) -> Message | None:
        entities = found_entities(caption) if caption else []
        return self._speak(person, chat, caption=caption, entities=entities, **content)

    def _speak(self, person: Person, chat: Chat, **content: Any) -> Message | None:
        chat = chat.migrated_to or chat
        if person.id not in chat.members:
            raise ValueError(f"{person.name} is not in {chat.name}")
        if not chat.is_group:
            if person.blocked:
                return None
            person.started = True
        message = self.post(chat, person, **content)
        self.tell("sent", message, person)
        self.notify_message(message)
        return message

    def _origin(self, source: Person | str | None) -> Json | None:
        if source is None:
            return None
        if isinstance(source, str):
            return {"type": "hidden_user", "date": self.unix(), "sender_user_name": source}
        return {"type": "user", "date": self.unix(), "sender_user": wire.user(source)}

    def _album(self, word: str, chat: Chat) -> str:
        return str(13_000_000_000_000_000 + sum(ord(c) * 1009**i for i, c in enumerate(f"{chat.id}{word}")) % 10**15)
