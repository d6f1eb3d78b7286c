"""editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage, deleteMessages, setMessageReaction."""

from typing import Any

from drill.server import wire
from drill.server.arguments import Arguments
from drill.server.errors import Json, bad_request
from drill.server.markup import inline_only
from drill.server.methods.common import Method, has_right, member_chat, message_in, writable_chat
from drill.server.methods.sending import text_of
from drill.server.model import Chat, Message
from drill.server.telegram import Telegram

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
MOST_DELETED = 100
DELETABLE_SECONDS = 48 * 3600
# The signs that the Bot API lists for ReactionTypeEmoji.
_SIGNS = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 "
    "🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 "
    "🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
REACTIONS = frozenset(_SIGNS.split())


def own_message(world: Telegram, args: Arguments, chat: Chat) -> Message:
    """The bot's message that is to be edited."""
    message = message_in(world, args, chat, "message to edit")
    if message.sender is not world.bot or message.service is not None or message.forward_origin:
        raise bad_request("message can't be edited")
    return message


def _chat(world: Telegram, args: Arguments) -> Chat:
    if args.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    return writable_chat(world, args)


def _change(world: Telegram, message: Message, **new: Any) -> Json:
    """Put the new content in place; ApiError 400 when nothing is new."""
    if all(getattr(message, name) == value for name, value in new.items()):
        raise bad_request(NOT_MODIFIED)
    for name, value in new.items():
        setattr(message, name, value)
    message.pressable |= {data for row in message.buttons for _, data in row}
    message.edit_date = world.unix()
    world.tell("edited", message, world.bot)
    return wire.message(message)


def edit_message_text(world: Telegram, args: Arguments) -> Json:
    """editMessageText."""
    chat = _chat(world, args)
    message = own_message(world, args, chat)
    text, entities = text_of(args)
    markup = inline_only(args)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    world.charge("editMessageText", chat)
    return _change(world, message, text=text, entities=entities, markup=markup)


def edit_message_caption(world: Telegram, args: Arguments) -> Json:
    """editMessageCaption."""
    chat = _chat(world, args)
    message = own_message(world, args, chat)
    caption, entities = args.caption()
    markup = inline_only(args)
    if message.text is not None:
        raise bad_request("there is no caption in the message to edit")
    world.charge("editMessageCaption", chat)
    return _change(world, message, caption=caption, entities=entities, markup=markup)


def edit_message_reply_markup(world: Telegram, args: Arguments) -> Json:
    """editMessageReplyMarkup."""
    chat = _chat(world, args)
    message = own_message(world, args, chat)
    markup = inline_only(args)
    world.charge("editMessageReplyMarkup", chat)
    return _change(world, message, markup=markup)


def delete_message(world: Telegram, args: Arguments) -> bool:
    """deleteMessage: one's own, in private anybody's, in groups by right; not after 48 hours."""
    chat = member_chat(world, args)
    message = message_in(world, args, chat, "message to delete")
    may = message.sender is world.bot or not chat.is_group or has_right(chat, "can_delete_messages")
    if not may:
        raise bad_request("message can't be deleted")
    if world.unix() - message.date >= DELETABLE_SECONDS and not (
        chat.is_group and has_right(chat, "can_delete_messages")
    ):
        raise bad_request("message can't be deleted for everyone")
    _delete(world, message)
    return True


def _delete(world: Telegram, message: Message) -> None:
    message.deleted = True
    message.pinned = False
    if message in message.chat.pins:
        message.chat.pins.remove(message)
    world.tell("deleted", message, world.bot)


def delete_messages(world: Telegram, args: Arguments) -> bool:
    """deleteMessages: those that are there and may be deleted; the others are skipped."""
    chat = member_chat(world, args)
    numbers = args.tree("message_ids", "message identifiers")
    if not isinstance(numbers, list) or not 1 <= len(numbers) <= MOST_DELETED:
        raise bad_request("message identifiers are not specified")
    for number in numbers:
        message = chat.messages.get(number)
        if message is not None and not message.deleted and message.sender is world.bot:
            _delete(world, message)
    return True


def set_message_reaction(world: Telegram, args: Arguments) -> bool:
    """setMessageReaction: one of the listed signs, or none."""
    chat = writable_chat(world, args)
    message = message_in(world, args, chat, "message to react")
    wanted = args.tree("reaction", "reaction types") or []
    if not isinstance(wanted, list) or not all(isinstance(r, dict) and "type" in r for r in wanted):
        raise bad_request("can't parse reaction types: object expected")
    signs = [r.get("emoji", "") for r in wanted]
    if len(signs) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(sign not in REACTIONS for sign in signs) or (signs and message.service is not None):
        raise bad_request("REACTION_INVALID")
    message.reactions.pop(world.bot.id, None)
    if signs:
        message.reactions[world.bot.id] = signs[0]
    world.tell("reacted", message, world.bot)
    return True


METHODS: dict[str, Method] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "setMessageReaction": set_message_reaction,
}
