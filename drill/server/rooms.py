"""Who is where: people and groups come to be, the bot is let in, promoted, thrown out, groups become supergroups."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from drill.server import wire
from drill.server.errors import Json
from drill.server.model import USUAL_RIGHTS, Chat, Message, Person, Standing
from drill.server.world import World


class Rooms(World):
    """Memberships."""

    def person(
        self,
        name: str,
        *,
        phone: str | None = None,
        language: str = "zh-hans",
        user_id: int | None = None,
        username: str | None = None,
    ) -> Person:
        """Somebody new, with a random id unless given."""
        number = user_id or self.fresh_id(100_000_000, 7_000_000_000, self.people)
        if number in self.people:
            raise ValueError(f"user {number} exists")
        self.people[number] = Person(number, name, phone, language, username)
        return self.people[number]

    def group(
        self,
        title: str,
        members: Sequence[Person] = (),
        *,
        bot_is_admin: bool = True,
        supergroup: bool = False,
        forum: bool = False,
        with_bot: bool = True,
    ) -> Chat:
        """A group of these people, the first its owner, who adds the bot (`with_bot`) and makes it an admin. Forums are
        supergroups."""
        owner = members[0] if members else self.person("owner")
        low, high = (10**9, 3 * 10**9) if supergroup or forum else (10**9, 5 * 10**9)
        number = self.fresh_id(low, high, (abs(i) % 10**12 for i in self.chats))
        big = supergroup or forum
        chat = Chat(
            -(10**12) - number if big else -number,
            "supergroup" if big else "group",
            self.chance.randrange(1, 5000),
            title=title,
            owner=owner,
            members={p.id: p for p in (owner, *members)},
            forum=forum,
        )
        self.chats[chat.id] = chat
        if with_bot:
            self.add_bot(chat, owner, admin=bot_is_admin)
        return chat

    def add_bot(self, chat: Chat, by: Person, admin: bool = True) -> None:
        """Somebody adds the bot to the group; `admin` makes it one with the usual rights at once."""
        self._bot_becomes(chat, by, Standing("member"))
        self._service(chat, by, new_chat_members=[wire.user(self.bot)])
        if admin:
            self.promote_bot(chat, by)

    def promote_bot(self, chat: Chat, by: Person | None = None, rights: Sequence[str] | None = None) -> None:
        """Make the bot an admin, with the usual rights or exactly these."""
        given = USUAL_RIGHTS if rights is None else frozenset(rights)
        self._bot_becomes(chat, self._by(chat, by), Standing("administrator", given | {"can_manage_chat"}))

    def demote_bot(self, chat: Chat, by: Person | None = None) -> None:
        """Make the bot a plain member."""
        self._bot_becomes(chat, self._by(chat, by), Standing("member"))

    def kick_bot(self, chat: Chat, by: Person | None = None) -> None:
        """Throw the bot out."""
        someone = self._by(chat, by)
        if chat.type == "group":
            self._service(chat, someone, left_chat_member=wire.user(self.bot))
        self._bot_becomes(chat, someone, Standing("kicked"))

    def bot_leaves(self, chat: Chat) -> None:
        """The bot goes of its own will."""
        old = chat.bot
        chat.bot = Standing("left")
        self._my_chat_member(chat, wire.user(self.bot), old)

    def join(self, person: Person, chat: Chat) -> None:
        """Somebody comes into the group."""
        old = wire.person_member(person, chat)
        chat.members[person.id] = person
        self._service(chat, person, new_chat_members=[wire.user(person)])
        self._chat_member(chat, person, old)

    def leave(self, person: Person, chat: Chat) -> None:
        """Somebody leaves the group."""
        old = wire.person_member(person, chat)
        self._service(chat, person, left_chat_member=wire.user(person))
        chat.members.pop(person.id, None)
        chat.admins.discard(person.id)
        self._chat_member(chat, person, old)

    def promote(self, person: Person, chat: Chat) -> None:
        """Make a person an admin of the group."""
        old = wire.person_member(person, chat)
        chat.admins.add(person.id)
        self._chat_member(chat, person, old)

    def topic(self, chat: Chat, name: str, by: Person | None = None) -> int:
        """A new forum topic; its number."""
        if not chat.forum:
            raise ValueError(f"{chat.name} is not a forum")
        created = {"forum_topic_created": {"name": name, "icon_color": 7322096}}
        thread = chat.next_id
        self._service(chat, self._by(chat, by), thread=thread, **created)
        chat.topics[thread] = name
        return thread

    def migrate(self, chat: Chat) -> Chat:
        """The group becomes a supergroup: a new chat with the same people; the old id is dead."""
        number = self.fresh_id(10**9, 3 * 10**9, (abs(i) % 10**12 for i in self.chats))
        new = Chat(
            -(10**12) - number,
            "supergroup",
            1,
            title=chat.title,
            owner=chat.owner,
            members=dict(chat.members),
            admins=set(chat.admins),
            migrated_from=chat,
        )
        self.chats[new.id] = new
        someone = self._by(chat, None)
        if chat.bot.present:
            self._bot_becomes(new, someone, replace(chat.bot))
        self._service(chat, someone, migrate_to_chat_id=new.id)
        chat.migrated_to = new
        self._service(new, someone, migrate_from_chat_id=chat.id)
        return new

    def _by(self, chat: Chat, by: Person | None) -> Person:
        someone = by or chat.owner
        if someone is None:
            raise ValueError(f"nobody in {chat.name} can do that")
        return someone

    def _service(self, chat: Chat, by: Person, *, thread: int | None = None, **fields: Any) -> Message:
        message = self.post(chat, by, service=fields, thread=thread)
        self.tell("service", message, by)
        self.notify_message(message)
        return message

    def _bot_becomes(self, chat: Chat, by: Person, standing: Standing) -> None:
        old, chat.bot = chat.bot, standing
        chat.bot_met = True
        self._my_chat_member(chat, wire.user(by), old)

    def _my_chat_member(self, chat: Chat, by: Json, old: Standing) -> None:
        payload = {
            "chat": wire.chat(chat),
            "from": by,
            "date": self.unix(),
            "old_chat_member": wire.bot_member(self.bot, old),
            "new_chat_member": wire.bot_member(self.bot, chat.bot),
        }
        self.queue.put("my_chat_member", payload, lane=("chat", chat.id), chat_id=chat.id)

    def _chat_member(self, chat: Chat, person: Person, old: Json) -> None:
        new = wire.person_member(person, chat)
        if chat.bot.status != "administrator" or old == new:
            return
        payload = {
            "chat": wire.chat(chat),
            "from": wire.user(person),
            "date": self.unix(),
            "old_chat_member": old,
            "new_chat_member": new,
        }
        self.queue.put("chat_member", payload, lane=("chat", chat.id), chat_id=chat.id)
