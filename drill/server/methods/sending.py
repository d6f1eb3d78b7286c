"""sendMessage, forwardMessage, copyMessage, sendChatAction, answerCallbackQuery."""

from datetime import timedelta
from typing import Any

from drill.server import wire
from drill.server.arguments import Arguments
from drill.server.errors import Json, bad_request
from drill.server.markup import Markup, read_markup
from drill.server.methods.common import Method, member_chat, message_in, writable_chat
from drill.server.model import Chat, Message, Person
from drill.server.telegram import Telegram
from drill.server.updates import CALLBACK_SECONDS

MOST_TOAST = 200


def send_message(world: Telegram, args: Arguments) -> Json:
    """sendMessage."""
    chat = writable_chat(world, args)
    text, entities = text_of(args)
    return wire.message(deliver(world, args, "sendMessage", chat, text=text, entities=entities))


def text_of(args: Arguments) -> tuple[str, list[Json]]:
    """The request's text, which must not be empty."""
    if not args.text("text"):
        raise bad_request("message text is empty")
    text, entities = args.words()
    if not text:
        raise bad_request("text must be non-empty")
    return text, entities


def deliver(world: Telegram, args: Arguments, method: str, chat: Chat, **content: Any) -> Message:
    """Post the bot's message with the reply, topic and keyboard that the request asks for, within the limits."""
    markup = read_markup(args)
    reply_to = replied(args, chat)
    thread = topic(args, chat, reply_to)
    world.charge(method, chat)
    return posted(world, chat, markup, reply_to=reply_to, thread=thread, **content)


def posted(world: Telegram, chat: Chat, markup: Markup, **content: Any) -> Message:
    """Post it, let everybody see it, and count it."""
    message = world.post(chat, world.bot, markup=markup.inline, **content)
    if markup.keyboard is not None:
        chat.keyboard = markup.keyboard
    elif markup.remove:
        chat.keyboard = None
    world.counts.texts[chat.id, message.words] += 1
    world.tell("sent", message, world.bot)
    return message


def replied(args: Arguments, chat: Chat) -> Message | None:
    """The message that is answered; ApiError 400 when it is gone, unless sending without it is allowed."""
    given = args.tree("reply_parameters", "reply parameters")
    if given is None:
        number, lenient = args.number("reply_to_message_id"), args.flag("allow_sending_without_reply")
    elif isinstance(given, dict) and isinstance(given.get("message_id"), int):
        number, lenient = given["message_id"], bool(given.get("allow_sending_without_reply"))
    else:
        raise bad_request("can't parse reply parameters: message_id must be a Number")
    if not number:
        return None
    message = chat.messages.get(number)
    if (message is None or message.deleted) and not lenient:
        raise bad_request("message to be replied not found")
    return None if message is None or message.deleted else message


def topic(args: Arguments, chat: Chat, reply_to: Message | None) -> int | None:
    """The forum topic to write in: the one named, or that of the message answered; General has no number."""
    if args.text("message_thread_id"):
        thread = args.number("message_thread_id")
        if thread not in chat.topics:
            raise bad_request("message thread not found")
        return thread
    return reply_to.thread if reply_to is not None else None


def forward_message(world: Telegram, args: Arguments) -> Json:
    """forwardMessage."""
    chat = writable_chat(world, args)
    source = message_in(world, args, member_chat(world, args, "from_chat_id"), "message to forward")
    world.charge("forwardMessage", chat)
    origin = source.forward_origin or {"type": "user", "date": source.date, "sender_user": wire.user(source.sender)}
    return wire.message(posted(world, chat, Markup(), forward_origin=origin, **_content(source)))


def copy_message(world: Telegram, args: Arguments) -> Json:
    """copyMessage."""
    chat = writable_chat(world, args)
    source = message_in(world, args, member_chat(world, args, "from_chat_id"), "message to copy")
    if source.service is not None:
        raise bad_request("message can't be copied")
    content = _content(source)
    if "caption" in args.values and source.text is None:
        content["caption"], content["entities"] = args.caption()
    return {"message_id": deliver(world, args, "copyMessage", chat, **content).id}


def _content(source: Message) -> Json:
    names = ("text", "entities", "caption", "photo", "document", "voice", "contact")
    return {name: getattr(source, name) for name in names}


def send_chat_action(world: Telegram, args: Arguments) -> bool:
    """sendChatAction."""
    writable_chat(world, args)
    if not args.text("action"):
        raise bad_request("wrong parameter action in request")
    return True


def answer_callback_query(world: Telegram, args: Arguments) -> bool:
    """answerCallbackQuery: once, and in time."""
    press = world.presses.get(args.text("callback_query_id"))
    now = world.clock.now()
    too_old = press is None or now - press.at > timedelta(seconds=CALLBACK_SECONDS)
    if press is None or too_old or press.answered_at is not None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(args.text("text")) > MOST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answered_at, press.answer, press.alert = now, args.text("text"), args.flag("show_alert")
    world.tell("answered", press.message, world.bot, press=press)
    return True


def get_me(world: Telegram, args: Arguments) -> Json:
    """getMe."""
    return wire.user(world.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def person_named(world: Telegram, args: Arguments) -> Person:
    """The user that the request names; ApiError 400 when there is none."""
    if args.number("user_id") <= 0:
        raise bad_request("invalid user_id specified")
    person = world.people.get(args.number("user_id"))
    if person is None:
        raise bad_request("user not found")
    return person


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "sendMessage": send_message,
    "forwardMessage": forward_message,
    "copyMessage": copy_message,
    "sendChatAction": send_chat_action,
    "answerCallbackQuery": answer_callback_query,
}
