"""The live board: one message a chat and day, changed in place as reports come, never more often than the town says."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from actions.ordered import order_of
from actions.picture import Picture, alerts, picture, state_fields
from domain.cycle import closing
from domain.numbers import plain
from domain.outgoing import Act, Button, Buttons, Lane, Outgoing
from domain.people import Chat, Place
from domain.town import Town
from domain.units import UnitTree
from storage import boards, chats, outbox, units
from storage.work import Work, dumps

BUTTONS: Buttons = ((Button("button-refresh", "board/refresh"), Button("button-units", "units/open")),)


_TOUCHED = "boards.touched"

# By so much may one call take longer to arrive than the next: told apart at the chat, not where we send.
_ON_THE_WAY = timedelta(milliseconds=500)


async def touch(work: Work, town: Town, day: date, now: datetime, unit: int | None = None) -> None:
    """Something of that day changed: every live board of it shows it soon, at most once in `board_seconds`.

    The first touch of a day posts and pins its board anew; an earlier day's is only kept up while it still stands.
    Once touched, its change waits until the work is done. A change of one unit touches the town's boards and those of
    the nodes above it, no others.
    """
    touched: set[tuple[date, int]] = work.known.setdefault(_TOUCHED, set())
    for chat in await _board_chats(work, town, unit):
        if (day, chat.id) in touched:
            continue
        touched.add((day, chat.id))
        board = await boards.of_chat(work, chat.id)
        if board is not None and board.day == day:
            await _edit(work, town, board, now)
        elif day == town.day_of(now):
            await _post(work, chat.id, day, now)


async def open_in(work: Work, town: Town, chat: int, now: datetime) -> None:
    """The chat has just become one that shows the board: once the day has begun it does so at once."""
    day = town.day_of(now)
    board = await boards.of_chat(work, chat)
    shows = any(one.id == chat for one in await _board_chats(work, town, None))
    if shows and now >= town.at(day, town.times.morning) and (board is None or board.day != day):
        await _post(work, chat, day, now)


async def post_anew(work: Work, chat: int | None, now: datetime) -> None:
    """The message that showed the chat's board is gone, deleted by somebody: post it again."""
    board = None if chat is None else await boards.of_chat(work, chat)
    if board is None:
        return
    posted = await outbox.by_key(work, board.post)
    if posted is None or posted.state != "waiting":
        await repost(work, board, now)


async def repost(work: Work, board: boards.Board, now: datetime) -> None:
    """Post and pin the board again: the chat that showed it has moved, or has lost it."""
    await outbox.drop_edits(work, board.post)
    await _post(work, board.chat, board.day, now)


async def fresh(work: Work, town: Town, fields: Mapping[str, Any], now: datetime) -> Mapping[str, Any] | None:
    """What a board shows at the moment at which it goes out; None when the chat sees just that already."""
    board = await boards.of_chat(work, int(fields["chat"]))
    day = date.fromisoformat(fields["day"])
    chat = await chats.by_id(work, int(fields["chat"]))
    known = await picture(work, town, day)
    shown = view(town, known, chat.unit_id if chat.unit_id in known.tree.units else None, now)
    if chat.place is Place.TOWN:
        shown = _for_everybody(shown, now >= await _close(work, town, day))
    if board is None or board.day != day:
        return None if fields["edit"] else shown
    seen = digest({name: value for name, value in shown.items() if name != "at"})
    last = await outbox.by_key(work, board.last) if board.last else None
    if fields["edit"] and seen == board.shown and last is not None and last.state == "sent":
        return None
    await boards.note_shown(work, board.chat, seen, str(fields["key"]), now)
    return shown


def _for_everybody(shown: dict[str, Any], closed: bool) -> dict[str, Any]:
    """The board of a shared chat: no alerts, and nobody is named as silent before the close."""
    return {**shown, "alerts": [], "silent_units": shown["silent_units"] if closed else []}


async def _close(work: Work, town: Town, day: date) -> datetime:
    return closing(town, day, await order_of(work, town, day))


def view(town: Town, seen: Picture, node: int | None, now: datetime) -> dict[str, Any]:
    """The fields of a board of the node's subtree (None: the town)."""
    marks = seen.standing.within(seen.tree, node)
    totals = seen.total(node)
    return {
        **state_fields(marks),
        "day": seen.day.isoformat(),
        "node": "" if node is None else seen.name(node),
        "node_id": node,
        "at": f"{town.local(now):%H:%M}",
        "paused": seen.order.paused,
        "skipped": seen.order.skipped,
        "totals": [
            {"code": i.code, "value": plain(totals[i.code])} for i in town.form.indicators if totals.get(i.code)
        ],
        "silent_units": seen.names(marks.silent),
        "asking": seen.asking(marks),
        "late_units": seen.names(marks.late),
        "alerts": alerts(town, seen, node),
    }


async def _board_chats(work: Work, town: Town, unit: int | None) -> list[Chat]:
    """The chats with a live board: the town's, and the command chats of the nodes over the unit (None: of all)."""
    shared = await chats.of_purpose(work, "town") if town.policies.board_in_town_chat else []
    of_nodes = await chats.commands_of_nodes(work)
    tree = await units.tree(work) if of_nodes else UnitTree()
    over = [chat for chat in of_nodes if unit is None or tree.within(unit, chat.unit_id)]
    return [*await chats.of_purpose(work, "command"), *over, *shared]


async def _edit(work: Work, town: Town, board: boards.Board, now: datetime) -> None:
    """One edit waits at a time: what it shows is read when it goes out."""
    last = await outbox.by_key(work, board.edit)
    if last is not None and last.state == "waiting":
        return
    number = board.edits + 1
    key = f"board/{board.chat}/{board.day}/{number}"
    fields = {"chat": board.chat, "day": board.day.isoformat(), "key": key, "edit": True}
    due = max(now, board.edited_at + timedelta(seconds=town.limits.board_seconds) + _ON_THE_WAY)
    edit = Outgoing(key, board.chat, "board", fields, BUTTONS, Lane.BOARD, Act.EDIT, target=board.post, not_before=due)
    await outbox.put(work, edit, now)
    await boards.note_edit(work, board.chat, key, number)


async def _post(work: Work, chat: int, day: date, now: datetime) -> None:
    number = await boards.count_rows(work, chat) + 1
    key = f"board/{chat}/{day}/{number}"
    fields = {"chat": chat, "day": day.isoformat(), "key": key, "edit": False}
    await outbox.put(work, Outgoing(key, chat, "board", fields, BUTTONS, Lane.BOARD), now)
    await outbox.put(work, Outgoing(f"{key}/pin", chat, "pin", lane=Lane.BOARD, act=Act.PIN, target=key), now)
    await boards.keep(work, chat, day, key, number)


def digest(fields: Mapping[str, Any]) -> str:
    """What a board shows, in short: equal when nothing changed."""
    return hashlib.sha256(dumps(dict(fields)).encode()).hexdigest()[:24]
