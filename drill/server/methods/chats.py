"""getChat, getChatMember, getChatAdministrators, getChatMemberCount, leaveChat, exportChatInviteLink."""

from drill.server import wire
from drill.server.arguments import Arguments
from drill.server.errors import Json, bad_request
from drill.server.methods.common import Method, has_right, member_chat, readable_chat, writable_chat
from drill.server.methods.sending import person_named
from drill.server.model import Chat
from drill.server.telegram import Telegram


def get_chat(world: Telegram, args: Arguments) -> Json:
    """getChat."""
    chat = readable_chat(world, args)
    if chat.type == "supergroup":
        member_chat(world, args)
    return wire.full_chat(chat)


def get_chat_member(world: Telegram, args: Arguments) -> Json:
    """getChatMember."""
    chat = member_chat(world, args)
    if args.number("user_id") == world.bot.id:
        if not chat.is_group:
            return {"user": wire.user(world.bot), "status": "member"}
        return wire.bot_member(world.bot, chat.bot)
    return wire.person_member(person_named(world, args), chat)


def get_chat_administrators(world: Telegram, args: Arguments) -> list[Json]:
    """getChatAdministrators: the people, and the bot if it is one."""
    chat = _group(world, args, "there are no administrators in the private chat")
    people = [p for p in chat.members.values() if p is chat.owner or p.id in chat.admins]
    bots = [wire.bot_member(world.bot, chat.bot)] if chat.bot.status == "administrator" else []
    return [wire.person_member(p, chat) for p in people] + bots


def _group(world: Telegram, args: Arguments, otherwise: str) -> Chat:
    chat = member_chat(world, args)
    if not chat.is_group:
        raise bad_request(otherwise)
    return chat


def get_chat_member_count(world: Telegram, args: Arguments) -> int:
    """getChatMemberCount."""
    chat = member_chat(world, args)
    return len(chat.members) + (1 if not chat.is_group or chat.bot.present else 0)


def leave_chat(world: Telegram, args: Arguments) -> bool:
    """leaveChat."""
    world.bot_leaves(_group(world, args, "chat_id must be a group"))
    return True


def export_chat_invite_link(world: Telegram, args: Arguments) -> str:
    """exportChatInviteLink."""
    chat = writable_chat(world, args)
    if not chat.is_group or not has_right(chat, "can_invite_users"):
        raise bad_request("not enough rights to manage chat invite link")
    chat.invite_link = f"https://t.me/+{world.chance.getrandbits(96):024x}"
    return chat.invite_link


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "getChatMemberCount": get_chat_member_count,
    "leaveChat": leave_chat,
    "exportChatInviteLink": export_chat_invite_link,
}
