"""What most methods begin with: which chat, which message, may the bot do that."""

from collections.abc import Callable
from typing import Any

from drill.server.arguments import Arguments
from drill.server.errors import bad_request, forbidden, migrated
from drill.server.model import Chat, Message, Person
from drill.server.telegram import Telegram

Method = Callable[[Telegram, Arguments], Any]


def readable_chat(world: Telegram, args: Arguments, name: str = "chat_id") -> Chat:
    """The chat that the request names, if the bot knows it."""
    raw = args.text(name)
    if not raw:
        raise bad_request(f"{name} is empty")
    try:
        number = int(raw)
    except ValueError:
        raise bad_request("chat not found") from None
    if number in world.people and world.knows(world.people[number]):
        return world.private(world.people[number])
    chat = world.chats.get(number)
    if chat is None or (not chat.is_group and not (chat.person and world.knows(chat.person))):
        raise bad_request("chat not found")
    if chat.is_group and not chat.bot_met:
        raise bad_request("chat not found")
    return chat


def member_chat(world: Telegram, args: Arguments, name: str = "chat_id") -> Chat:
    """The chat that the request names, if the bot is in it."""
    chat = readable_chat(world, args, name)
    kind = "supergroup chat" if chat.type == "supergroup" else "group chat"
    if chat.is_group and chat.bot.status == "kicked":
        raise forbidden(f"bot was kicked from the {kind}")
    if chat.is_group and not chat.bot.present:
        raise forbidden(f"bot is not a member of the {kind}")
    return chat


def writable_chat(world: Telegram, args: Arguments, name: str = "chat_id") -> Chat:
    """The chat that the request names, if the bot may write there."""
    chat = member_chat(world, args, name)
    if chat.migrated_to is not None:
        raise migrated(chat.migrated_to.id)
    if chat.person is not None:
        check_person(chat.person)
    return chat


def check_person(person: Person) -> None:
    """ApiError 403 when the bot may not write to them."""
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")


def message_in(world: Telegram, args: Arguments, chat: Chat, what: str) -> Message:
    """The message that the request names; `what` is its part in the complaint, such as "message to edit"."""
    if not args.text("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(args.number("message_id"))
    if message is None or message.deleted:
        raise bad_request(f"{what} not found")
    return message


def has_right(chat: Chat, right: str) -> bool:
    """Whether the bot may do that in the chat; in private it may do all."""
    return not chat.is_group or right in chat.bot.rights
