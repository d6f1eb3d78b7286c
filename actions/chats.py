"""Chats come, go and change their Telegram id."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from actions import boards, elsewhere, reach
from domain.outgoing import Lane, Outgoing
from domain.people import Caller, Chat, Role
from domain.units import UnitTree
from storage import audit, chats, outbox, people, units
from storage import boards as live
from storage.work import Work

_NEVER_STARTED = "unreachable"
# A supergroup that was a group until now is told of as a new chat first and as the old one a moment later.
_PATIENCE = timedelta(seconds=3)


async def lost(work: Work, chat: Chat, reason: str, now: datetime) -> bool:
    """The bot cannot speak there any more: what waits for it fails, who commands is told. False when known.

    Questions that never arrived are asked in the group of their report.

    `reason` is shown-out, blocked, deactivated or unreachable. In private only the loss of somebody of the roster is
    news, and not that they have never pressed Start: `gridwarden doctor` lists those.
    """
    news = await chats.set_state(work, chat.id, "gone", now)
    await outbox.fail_chat(work, chat.id, reason)
    if chat.kind == "private":
        await elsewhere.ask_elsewhere(work, chat, now)  # known or not: a call was in flight when the loss became known
    if not news:
        return False
    await audit.note(work, now, None, "chat_lost", chat=chat.id, reason=reason)
    somebody = reason != _NEVER_STARTED and await people.by_telegram_id(work, chat.telegram_id) is not None
    if chat.kind != "private" or somebody:
        await _tell_lost(work, chat, reason, now)
    return True


async def _tell_lost(work: Work, chat: Chat, reason: str, now: datetime) -> None:
    tree = await units.tree(work)
    fields = await _whose(work, chat, tree) | {"reason": reason, "private": chat.kind == "private"}
    for duty in await _duty(work, now):
        if duty.id != chat.id:
            key = f"chat-lost/{chat.id}/{duty.id}/{int(now.timestamp())}"
            await outbox.put(work, Outgoing(key, duty.id, "chat-lost", fields, lane=Lane.ALERT), now)


async def _duty(work: Work, now: datetime) -> list[Chat]:
    """The command chats; without any, the operators in private."""
    command = await chats.of_purpose(work, "command")
    if command:
        return command
    found = [await reach.private_chat(work, person, now) for person, _ in await people.of_role(work, Role.OPERATOR)]
    return [chat for chat in found if chat is not None]


async def _whose(work: Work, chat: Chat, tree: UnitTree) -> dict[str, object]:
    """The chat by the names that people know: its title or its person, and the units that it stood for."""
    person = await people.by_telegram_id(work, chat.telegram_id) if chat.kind == "private" else None
    posts = await people.posts_of(work, person.id) if person else ()
    ids = [chat.unit_id] if chat.unit_id is not None else [post.unit_id for post in posts]
    named = dict.fromkeys(unit.name for unit_id in ids if (unit := tree.units.get(unit_id or 0)) is not None)
    return {"title": person.name if person else chat.title, "units": list(named)}


async def entered(work: Work, caller: Caller, rights: Mapping[str, object], now: datetime) -> None:
    """The bot may speak there (again), with these rights; a group that has no purpose yet is told how to get one."""
    chat = caller.chat
    back = await chats.set_state(work, chat.id, "here", now)
    await chats.set_rights(work, chat.id, rights, now)
    await audit.note(work, now, caller.person_id, "chat_entered", chat=chat.id, rights=dict(rights))
    if chat.kind != "private" and chat.purpose == "none" and (back or not chat.rights):
        hello = Outgoing(
            f"hello/{chat.id}/{int(now.timestamp())}",
            chat.id,
            "group-hello",
            about=f"hello/{chat.id}",
            not_before=now + _PATIENCE,
        )
        await outbox.put(work, hello, now)


async def speak(work: Work, caller: Caller, language: str, now: datetime) -> None:
    """Answer in that language in the caller's chat from now on."""
    await chats.set_language(work, caller.chat.id, language)
    await audit.note(work, now, caller.person_id, "language", chat=caller.chat.id, language=language)


async def migrate(work: Work, old_telegram_id: int, new_telegram_id: int, now: datetime) -> None:
    """A group became a supergroup: the same chat of ours goes on under the new id. Told twice, done once.

    Message ids restart there: boards are posted anew.
    """
    chat = await chats.by_telegram_id(work, old_telegram_id)
    if chat is None:
        return
    new = await chats.by_telegram_id(work, new_telegram_id)
    if new is not None and new.purpose != "none" and chat.purpose == "none":
        await chats.bury(work, chat.id)  # moved before; a late message of the dead group made it anew
        await audit.note(work, now, None, "chat_buried", chat=chat.id)
        return
    board = await live.of_chat(work, chat.id)
    await chats.migrate(work, chat.id, new_telegram_id, now)
    await audit.note(work, now, None, "chat_migrated", chat=chat.id)
    if board is not None:
        await boards.repost(work, board, now)
