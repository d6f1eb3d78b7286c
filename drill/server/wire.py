"""Bot API objects: how the drill's Telegram looks in JSON."""

from drill.server.errors import Json
from drill.server.model import ADMIN_RIGHTS, Bot, Chat, Message, Person, Press, Standing, StoredFile

ANONYMOUS_ADMIN: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


def user(who: Person | Bot) -> Json:
    """A User."""
    if isinstance(who, Bot):
        return {"id": who.id, "is_bot": True, "first_name": who.name, "username": who.username}
    known: Json = {"id": who.id, "is_bot": False, "first_name": who.name}
    if who.username:
        known["username"] = who.username
    if who.language:
        known["language_code"] = who.language
    return known


def chat(room: Chat) -> Json:
    """A Chat."""
    if room.person is not None:
        known: Json = {"id": room.id, "first_name": room.person.name, "type": "private"}
        if room.person.username:
            known["username"] = room.person.username
        return known
    known = {"id": room.id, "title": room.title, "type": room.type}
    if room.forum:
        known["is_forum"] = True
    return known


def _file(file: StoredFile) -> Json:
    return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": len(file.data)}


def file_found(file: StoredFile) -> Json:
    """A File with the path to fetch it by."""
    return {**_file(file), "file_path": file.path}


def photo_size(file: StoredFile) -> Json:
    """A PhotoSize."""
    return {**_file(file), "width": file.width, "height": file.height}


def document(file: StoredFile) -> Json:
    """A Document."""
    return {"file_name": file.name or "file", "mime_type": file.mime or "application/octet-stream", **_file(file)}


def voice(file: StoredFile) -> Json:
    """A Voice."""
    return {"duration": file.seconds, "mime_type": "audio/ogg", **_file(file)}


def message(sent: Message, *, quoting: bool = True) -> Json:
    """A Message; `quoting` False leaves out the message that it answers, as inside of another message."""
    known: Json = {"message_id": sent.id, "from": user(sent.sender), "chat": chat(sent.chat), "date": sent.date}
    if sent.anonymous:
        known |= {"from": ANONYMOUS_ADMIN, "sender_chat": chat(sent.chat)}
    if sent.thread is not None:
        known |= {"message_thread_id": sent.thread, "is_topic_message": True}
    if sent.forward_origin:
        known["forward_origin"] = sent.forward_origin
    if quoting and sent.reply_to is not None and not sent.reply_to.deleted:
        known["reply_to_message"] = message(sent.reply_to, quoting=False)
    if sent.edit_date is not None:
        known["edit_date"] = sent.edit_date
    if sent.album:
        known["media_group_id"] = sent.album
    known |= _content(sent)
    if sent.markup is not None:
        known["reply_markup"] = sent.markup
    return known


def _content(sent: Message) -> Json:
    content: Json = {}
    if sent.text is not None:
        content |= {"text": sent.text} | ({"entities": sent.entities} if sent.entities else {})
    if sent.caption is not None:
        content |= {"caption": sent.caption} | ({"caption_entities": sent.entities} if sent.entities else {})
    if sent.photo:
        content["photo"] = [photo_size(size) for size in sent.photo]
    if sent.document is not None:
        content["document"] = document(sent.document)
    if sent.voice is not None:
        content["voice"] = voice(sent.voice)
    if sent.contact is not None:
        content["contact"] = sent.contact
    return content | (sent.service or {})


def gone(sent: Message) -> Json:
    """An InaccessibleMessage."""
    return {"chat": chat(sent.chat), "message_id": sent.id, "date": 0}


def callback_query(press: Press, chat_instance: str) -> Json:
    """A CallbackQuery."""
    shown = gone(press.message) if press.message.deleted else message(press.message)
    return {
        "id": press.id,
        "from": user(press.person),
        "message": shown,
        "chat_instance": chat_instance,
        "data": press.data,
    }


def emoji(sign: str | None) -> list[Json]:
    """A list of ReactionType with one sign or none."""
    return [{"type": "emoji", "emoji": sign}] if sign else []


def bot_member(bot: Bot, standing: Standing) -> Json:
    """The bot as a ChatMember."""
    known: Json = {"user": user(bot), "status": standing.status}
    if standing.status == "administrator":
        known |= {"can_be_edited": False, "is_anonymous": False}
        known |= {right: right in standing.rights for right in ADMIN_RIGHTS}
    if standing.status == "kicked":
        known["until_date"] = 0
    return known


def person_member(person: Person, room: Chat) -> Json:
    """A person as a ChatMember of a group."""
    if room.owner is person and person.id in room.members:
        return {"user": user(person), "status": "creator", "is_anonymous": False}
    if person.id in room.admins:
        rights = {right: right != "can_promote_members" for right in ADMIN_RIGHTS}
        flags = {"can_be_edited": False, "is_anonymous": False}
        return {"user": user(person), "status": "administrator", **flags, **rights}
    return {"user": user(person), "status": "member" if person.id in room.members else "left"}


def full_chat(room: Chat) -> Json:
    """A ChatFullInfo, with the newest pinned message."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    known = chat(room) | {
        "accent_color_id": room.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, not room.is_group),
    }
    if room.is_group:
        known["permissions"] = {
            "can_send_messages": True,
            "can_invite_users": True,
            "can_pin_messages": room.members_may_pin,
        }
    if room.invite_link:
        known["invite_link"] = room.invite_link
    if room.pins:
        known["pinned_message"] = message(room.pins[-1], quoting=False)
    return known
