"""Urgent orders after they went out: sent again to who is silent, counted live, the silent named at the end."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from actions.arriving import arriving
from actions.tasks import showing
from domain.orders import APART, ROUNDS, Next, turn
from domain.outgoing import Act, Lane, Outgoing
from domain.people import Chat, Place, Role
from domain.phones import masked
from domain.tasks import Task, TaskState, UnitState
from domain.town import Town
from storage import audit, chats, orders, outbox, people, tasks
from storage.work import Work

LIVE_SECONDS = 5
"""The live message is edited at most so often, whoever answers meanwhile."""
MOST_NAMED = 12
_DESK = (Place.PRIVATE, Place.COMMAND)


def live_key(number: int, chat: int) -> str:
    """The key of the message by which a chat follows an order."""
    return f"task/{number}/live/chat-{chat}"


async def _desks(work: Work, task: Task) -> list[Chat]:
    """Where an order is followed: in the town's command chats, and where it was written."""
    command = list(await chats.of_purpose(work, "command"))
    made_in = None if task.made_in is None else await chats.by_id(work, task.made_in)
    written = [made_in] if made_in is not None and made_in.here and made_in.place in _DESK else []
    return command + [chat for chat in written if chat.id not in {one.id for one in command}]


async def begin(work: Work, town: Town, task: Task, now: datetime) -> None:
    """The order is out: it is followed at the desks, and sent again until it is answered."""
    await orders.begin(work, task.number, now + APART)
    fields = await _live(work, town, task, now)
    for chat in await _desks(work, task):
        key = live_key(task.number, chat.id)
        about = showing.about_task(task.number)
        await outbox.put(work, Outgoing(key, chat.id, "order-live", fields, lane=Lane.ALERT, about=about), now)


async def _live(work: Work, town: Town, task: Task, now: datetime) -> dict[str, object]:
    drawn = await showing.sheet(work, task)
    silent = _silent(drawn)
    return {
        **showing.task_fields(town, task, now),
        "sent_at": showing.clock(town, task.published_at),
        "at": showing.clock(town, now),
        "units": len(drawn.places),
        "counts": showing.count_states(task, drawn.places.values()),
        "silent": [drawn.name(unit) for unit in silent],
        "rounds": await orders.rounds(work, task.number),
        "cancelled": task.state is TaskState.CANCELLED,
    }


def _silent(drawn: showing.Sheet) -> list[int]:
    """The units of the order that have answered nothing, in the tree's order."""
    quiet = {unit for unit, place in drawn.places.items() if place.state is UnitState.SILENT}
    return [unit.id for unit in drawn.tree.subtree(None) if unit.id in quiet]


async def redraw_live(work: Work, town: Town, task: Task, cause: str, now: datetime) -> None:
    """Let the live messages show how the order stands; one edit waits at a time, so that no chat is flooded."""
    fields = await _live(work, town, task, now)
    for chat in await _desks(work, task):
        key = live_key(task.number, chat.id)
        edit = Outgoing(
            f"{key}/{cause}", chat.id, "order-live", fields, (), Lane.BOARD, Act.EDIT, key, not_before=slot(now)
        )
        if await outbox.by_key(work, key) is not None:
            await outbox.put(work, edit, now)


def slot(now: datetime) -> datetime:
    """The end of the few seconds that share one edit: later answers in them do not put it off."""
    seconds = int(now.timestamp()) // LIVE_SECONDS * LIVE_SECONDS + LIVE_SECONDS
    return datetime.fromtimestamp(seconds, UTC)


async def follow_orders(work: Work, town: Town, now: datetime) -> bool:
    """Do the oldest round that is due of an order: send it again, or name who is silent; False when none is due.

    It is claimed in the transaction that writes its messages, so it happens once; answers that lie unread go first.
    """
    due = await orders.due(work, now)
    if due is None or await arriving(work, now):
        return False
    task = await tasks.by_number(work, due.task)
    assert task is not None
    drawn = await showing.sheet(work, task)
    silent = _silent(drawn) if task.state is TaskState.PUBLISHED else []
    ahead = turn(due.rounds, len(silent), now)
    if not await orders.settle(work, task.number, ahead.rounds, ahead.next_at):
        return False
    await audit.note(work, now, None, "order_followed", task=task.number, round=ahead.rounds, silent=len(silent))
    if ahead.what is Next.AGAIN:
        await _again(work, town, drawn, silent, ahead.rounds, now)
        await redraw_live(work, town, task, f"round-{ahead.rounds}", now)
    elif ahead.what is Next.LIST:
        await _name_silent(work, town, drawn, silent, now)
    return True


async def _again(
    work: Work, town: Town, drawn: showing.Sheet, silent: Iterable[int], round_: int, now: datetime
) -> None:
    """The order once more, in each chat that has it for a silent unit; an answer meanwhile clears what still waits."""
    number, quiet = drawn.task.number, set(silent)
    for chat, unit_ids in (await tasks.posts_of(work, number)).items():
        left = [unit for unit in unit_ids if unit in quiet]
        if left:
            await outbox.put(work, _once_more(town, drawn, chat, left, round_, now), now)


def _once_more(town: Town, drawn: showing.Sheet, chat: int, left: list[int], round_: int, now: datetime) -> Outgoing:
    task = drawn.task
    one = left[0] if len(left) == 1 else None
    fields = {
        **showing.task_fields(town, task, now),
        "sent_at": showing.clock(town, task.published_at),
        "round": round_,
        "names": [drawn.name(unit) for unit in left],
        "unit_id": one,
    }
    about = showing.about_task(task.number) if one is None else showing.about_unit(task.number, one)
    buttons = [[showing.answer_button(task.number, move, one) for move in (UnitState.SEEN, UnitState.DIFFICULTY)]]
    key = f"task/{task.number}/again-{round_}/chat-{chat}"
    end = now + timedelta(minutes=30)
    return Outgoing(key, chat, "order-again", fields, buttons, Lane.ALERT, about=about, expires_at=end)


async def _name_silent(work: Work, town: Town, drawn: showing.Sheet, silent: list[int], now: datetime) -> None:
    """The command chats get the units that never answered, with whom to telephone."""
    number = drawn.task.number
    rows = [{"unit": drawn.name(unit), "people": await _responsible(work, unit)} for unit in silent[:MOST_NAMED]]
    fields = {
        **showing.task_fields(town, drawn.task, now),
        "sent_at": showing.clock(town, drawn.task.published_at),
        "times": ROUNDS + 1,
        "units": len(drawn.places),
        "silent": len(silent),
        "rows": rows,
        "more": [drawn.name(unit) for unit in silent[MOST_NAMED:]],
    }
    for chat in await _desks(work, drawn.task):
        key = f"task/{number}/silent/chat-{chat.id}"
        await outbox.put(work, Outgoing(key, chat.id, "order-silent", fields, lane=Lane.ALERT), now)


async def _responsible(work: Work, unit: int) -> list[dict[str, str]]:
    """The unit's leads by name and masked number: the list stands in a group. Its wardens where it has no lead."""
    found = await people.of_unit(work, unit, Role.LEAD) or await people.of_unit(work, unit, Role.WARDEN)
    return [{"name": person.name, "phone": masked(person.phone) if person.phone else ""} for person in found]
