"""Chats under an id of our own; Telegram's changes when a group becomes a supergroup."""

import json
from collections.abc import Mapping
from datetime import datetime

from domain.instants import to_ms
from domain.people import Chat
from storage.work import Row, Work, dumps

_BY_PURPOSE = "chats.of_purpose"
_OF_NODES = "command of a node"


async def meet(work: Work, telegram_id: int, kind: str, title: str, now: datetime) -> Chat:
    """The chat of that Telegram id, made on first sight, under the title that it has now."""
    row = await work.one("chats.by_telegram_id", telegram_id=telegram_id)
    if row is None or (row["kind"], row["title"]) != (kind, title):
        row = await work.one("chats.meet", telegram_id=telegram_id, kind=kind, title=title, now=to_ms(now))
    assert row is not None
    return _chat(row)


async def by_id(work: Work, chat: int) -> Chat:
    """The chat of our id."""
    row = await work.one("chats.by_id", id=chat)
    assert row is not None
    return _chat(row)


async def by_telegram_id(work: Work, telegram_id: int) -> Chat | None:
    """The chat of that Telegram id, if it was ever seen."""
    row = await work.one("chats.by_telegram_id", telegram_id=telegram_id)
    return None if row is None else _chat(row)


async def bind(work: Work, chat: int, purpose: str, unit_id: int | None, now: datetime) -> None:
    """Tie the chat to a purpose (unit, command, town, none) and, for `unit`, to its unit."""
    work.known.pop(_BY_PURPOSE, None)
    await work.do("chats.bind", id=chat, purpose=purpose, unit_id=unit_id, now=to_ms(now))


async def of_purpose(work: Work, purpose: str) -> list[Chat]:
    """The town's chats of that purpose in which the bot is present; asked once a work, until a chat changes in it."""
    known: dict[str, list[Chat]] = work.known.setdefault(_BY_PURPOSE, {})
    if purpose not in known:
        known[purpose] = [_chat(row) for row in await work.all("chats.of_purpose", purpose=purpose)]
    return known[purpose]


async def commands_of_nodes(work: Work) -> list[Chat]:
    """The command chats of single nodes in which the bot is present; asked once a work, like the town's."""
    known: dict[str, list[Chat]] = work.known.setdefault(_BY_PURPOSE, {})
    if _OF_NODES not in known:
        known[_OF_NODES] = [_chat(row) for row in await work.all("chats.commands_of_nodes")]
    return known[_OF_NODES]


async def of_unit(work: Work, unit_id: int) -> list[Chat]:
    """The unit's own chats in which the bot is present."""
    return [_chat(row) for row in await work.all("chats.of_unit", unit_id=unit_id)]


async def groups(work: Work) -> list[Chat]:
    """Every group ever seen."""
    return [_chat(row) for row in await work.all("chats.groups", buried=_BURIED)]


async def set_state(work: Work, chat: int, state: str, now: datetime) -> bool:
    """The bot is `here` or `gone` (blocked, kicked, never started); False when that was known."""
    work.known.pop(_BY_PURPOSE, None)
    return await work.do("chats.set_state", id=chat, state=state, now=to_ms(now)) == 1


async def set_rights(work: Work, chat: int, rights: Mapping[str, object], now: datetime) -> None:
    """What the bot may do there, as Telegram last said."""
    work.known.pop(_BY_PURPOSE, None)
    await work.do("chats.set_rights", id=chat, rights_json=dumps(dict(rights)), now=to_ms(now))


async def migrate(work: Work, chat: int, telegram_id: int, now: datetime) -> None:
    """The group became a supergroup: the same chat of ours under Telegram's new id.

    Message ids start anew there. What the chat holds of the old group keeps its ids made negative, so that no new
    message is taken for an old one; what was noted under the new id before anybody told of the move joins the chat.
    """
    work.known.pop(_BY_PURPOSE, None)
    for what in _OLD_IDS:
        await work.do(f"chats.{what}", id=chat)
    twin = await by_telegram_id(work, telegram_id)
    if twin is not None and twin.id != chat:
        for what in _JOINED:
            await work.do(f"chats.{what}", id=chat, twin=twin.id)
        await bury(work, twin.id)
    await drop_board(work, chat)
    await work.do("chats.migrate", id=chat, telegram_id=telegram_id, now=to_ms(now))


_OLD_IDS = (
    "end_old_changes",
    "end_old_replies",
    "age_outbox",
    "age_statements",
    "age_held",
    "age_evidence",
    "age_feedback",
    "age_rolls",
)
_JOINED = (
    "join_rights",
    "clear_greeting",
    "join_outbox",
    "join_statements",
    "join_held",
    "join_evidence",
    "join_feedback",
    "join_tasks",
    "join_uploads",
    "drop_twin_board",
)
_BURIED = -(1 << 60)  # beyond Telegram's ids, which have 52 bits


async def bury(work: Work, chat: int) -> None:
    """The chat turned out to be another one of ours: nobody finds it any more."""
    work.known.pop(_BY_PURPOSE, None)
    await work.do("chats.bury", id=chat, telegram_id=_BURIED - chat)


async def drop_board(work: Work, chat: int) -> None:
    """The chat's live board is no more: it is posted anew where one is due."""
    await work.do("chats.drop_board", id=chat)


async def set_language(work: Work, chat: int, language: str | None) -> None:
    """The language that this chat reads; None is the town's."""
    work.known.pop(_BY_PURPOSE, None)
    await work.do("chats.set_language", id=chat, language=language)


def _chat(row: Row) -> Chat:
    return Chat(
        id=row["id"],
        telegram_id=row["telegram_id"],
        kind=row["kind"],
        title=row["title"],
        purpose=row["purpose"],
        unit_id=row["unit_id"],
        here=row["state"] == "here",
        rights=json.loads(row["rights_json"]),
        language=row["language"],
    )
