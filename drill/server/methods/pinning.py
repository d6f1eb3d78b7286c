"""pinChatMessage, unpinChatMessage, unpinAllChatMessages."""

from drill.server import wire
from drill.server.arguments import Arguments
from drill.server.errors import bad_request
from drill.server.methods.common import Method, has_right, message_in, writable_chat
from drill.server.model import Chat, Message
from drill.server.telegram import Telegram


def _may_pin(chat: Chat) -> None:
    if not has_right(chat, "can_pin_messages") and not chat.members_may_pin:
        raise bad_request("not enough rights to manage pinned messages in the chat")


def pin_chat_message(world: Telegram, args: Arguments) -> bool:
    """pinChatMessage: the chat also gets a service message, and so does the bot."""
    chat = writable_chat(world, args)
    message = message_in(world, args, chat, "message to pin")
    _may_pin(chat)
    if message.service is not None:
        raise bad_request("service messages can't be pinned")
    world.charge("pinChatMessage", chat)
    if not message.pinned:
        message.pinned = True
        chat.pins.append(message)
        world.tell("pinned", message, world.bot)
        notice = world.post(chat, world.bot, service={"pinned_message": wire.message(message, quoting=False)})
        world.notify_message(notice)
    return True


def _unpin(world: Telegram, message: Message) -> None:
    message.pinned = False
    message.chat.pins.remove(message)
    world.tell("unpinned", message, world.bot)


def unpin_chat_message(world: Telegram, args: Arguments) -> bool:
    """unpinChatMessage: the named one, or the newest."""
    chat = writable_chat(world, args)
    _may_pin(chat)
    if args.text("message_id"):
        message = message_in(world, args, chat, "message to unpin")
    elif chat.pins:
        message = chat.pins[-1]
    else:
        raise bad_request("message to unpin not found")
    if message.pinned:
        _unpin(world, message)
    return True


def unpin_all_chat_messages(world: Telegram, args: Arguments) -> bool:
    """unpinAllChatMessages."""
    chat = writable_chat(world, args)
    _may_pin(chat)
    for message in list(chat.pins):
        _unpin(world, message)
    return True


METHODS: dict[str, Method] = {
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
}
