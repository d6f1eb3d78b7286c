"""The chats themselves: the bot comes in, is shown out or blocked, a group becomes a supergroup."""

from telegram import ChatMember, ChatMemberAdministrator

from actions import chats as actions
from handlers.context import Turn

_GONE = (ChatMember.LEFT, ChatMember.BANNED)


async def presence_changed(turn: Turn) -> None:
    """The bot was let in, shown out, blocked or given other rights."""
    change = turn.update.my_chat_member
    assert change is not None
    member = change.new_chat_member
    if member.status in _GONE:
        reason = "blocked" if turn.in_private else "shown-out"
        await actions.lost(turn.work, turn.caller.chat, reason, turn.now)
        return
    rights: dict[str, object] = {"status": member.status}
    if isinstance(member, ChatMemberAdministrator):
        rights |= {"can_pin_messages": bool(member.can_pin_messages)}
    await actions.entered(turn.work, turn.caller, rights, turn.now)


async def migrated(turn: Turn) -> None:
    """Either of the two service messages that tell of a supergroup: old id and new id are one chat of ours."""
    message = turn.message
    assert message is not None
    if message.migrate_to_chat_id:
        await actions.migrate(turn.work, message.chat.id, message.migrate_to_chat_id, turn.now)
    elif message.migrate_from_chat_id:
        await actions.migrate(turn.work, message.migrate_from_chat_id, message.chat.id, turn.now)
