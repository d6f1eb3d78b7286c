"""Units that have answered nothing are reminded: one message a chat and round, whatever is open there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from actions import reach
from actions.tasks import showing
from domain.outgoing import Buttons, Lane, Outgoing
from domain.tasks import Task, TaskState, TaskUnit, UnitState, next_moves, still_chased
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import audit, outbox, tasks, units
from storage.work import Work

REMINDER_LASTS = timedelta(minutes=30)
MOST_ROWS = 6
"""Rows of buttons that a phone shows at once; what is over them has the words that can be sent."""


@dataclass(frozen=True)
class _Silence:
    """A unit's silence on a task."""

    task: Task
    place: TaskUnit
    unit: Unit


def about_round(chat: int) -> str:
    """The subject of the reminders that name several tasks in one chat."""
    return f"task-remind/chat-{chat}"


async def chase(work: Work, town: Town, day: date, now: datetime) -> dict[str, int]:
    """Remind each unit of the tasks to which it has answered nothing; how often a unit was `reminded` of a task."""
    reminded = 0
    by_chat: dict[int, list[_Silence]] = {}
    for silence in await _silences(work, await units.tree(work), now):
        found = await reach.unit_chats(work, silence.unit, now)
        for chat in found:
            by_chat.setdefault(chat.id, []).append(silence)
        if found:
            reminded += 1
            await tasks.save_place(work, replace(silence.place, reminded=silence.place.reminded + 1))
    for chat_id, silences in by_chat.items():
        await outbox.put(work, _reminder(town, chat_id, silences, now), now)
    if reminded:
        await audit.note(work, now, None, "tasks_chased", units=reminded)
    return {"reminded": reminded}


async def _silences(work: Work, tree: UnitTree, now: datetime) -> list[_Silence]:
    """What is still chased and not answered, by task and then by unit."""
    followed = [task for task in await tasks.in_state(work, TaskState.PUBLISHED) if still_chased(task, now)]
    return [
        _Silence(task, place, tree.units[place.unit_id])
        for task in followed
        for place in await tasks.places(work, task.number)
        if place.state is UnitState.SILENT and place.unit_id in tree.units
    ]


def _reminder(town: Town, chat: int, silences: Sequence[_Silence], now: datetime) -> Outgoing:
    """One message: of the one task that is open, or a list of them; its key is that of its first reminder."""
    first = silences[0]
    times = first.place.reminded + 1
    key = f"task/{first.task.number}/remind-{times}/unit-{first.unit.id}/chat-{chat}"
    end = now + REMINDER_LASTS
    rows = [_row(town, silence, now) for silence in silences]
    if len(rows) > 1:
        return _listed(f"{key}/and-more", chat, rows, end)
    about = showing.about_unit(first.task.number, first.unit.id)
    moves = next_moves(UnitState.SILENT)
    keys = [[showing.answer_button(first.task.number, move, first.unit.id) for move in moves]]
    return Outgoing(key, chat, "task-remind", rows[0], keys, Lane.REMINDER, about=about, expires_at=end)


def _row(town: Town, silence: _Silence, now: datetime) -> dict[str, object]:
    return {
        **showing.task_fields(town, silence.task, now),
        "unit": silence.unit.name,
        "unit_id": silence.unit.id,
        "sent_at": showing.clock(town, silence.task.published_at),
        "state": UnitState.SILENT.value,
    }


def _listed(key: str, chat: int, rows: Sequence[Mapping[str, Any]], end: datetime) -> Outgoing:
    fields, buttons = {"rows": list(rows)}, row_buttons(rows)
    about = about_round(chat)
    return Outgoing(key, chat, "task-remind-several", fields, buttons, Lane.REMINDER, about=about, expires_at=end)


def row_buttons(rows: Sequence[Mapping[str, Any]]) -> Buttons:
    """The first answers to each task of a list that is still open, a row a task."""
    silent = [row for row in rows if row["state"] == UnitState.SILENT.value]
    moves = next_moves(UnitState.SILENT)
    return [
        [showing.numbered_button(int(row["number"]), move, int(row["unit_id"])) for move in moves]
        for row in silent[:MOST_ROWS]
    ]


async def rows_now(work: Work, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows of a list with what the units have answered by now; a task that was taken back is in it no more."""
    found = []
    for row in rows:
        task = await tasks.by_number(work, int(row["number"]))
        place = await tasks.place(work, int(row["number"]), int(row["unit_id"]))
        if task is not None and task.state is TaskState.PUBLISHED and place is not None:
            found.append({**row, "state": place.state.value})
    return found


async def ended(work: Work, number: int, unit_id: int, now: datetime) -> None:
    """The unit need not be reminded of the task: of reminders that still wait, those are cleared or made shorter."""
    await outbox.clear(work, showing.about_unit(number, unit_id))
    tree = await units.tree(work)
    unit = tree.units.get(unit_id)
    for chat in [] if unit is None else await reach.unit_chats(work, unit, now):
        for sent in await outbox.about(work, about_round(chat.id)):
            if sent.state == "waiting":
                await _shorten(work, sent.key, chat.id, (str(number), unit_id), now)


async def _shorten(work: Work, key: str, chat: int, settled: tuple[str, int], now: datetime) -> None:
    fields = await outbox.fields_of(work, key)
    rows = [] if fields is None else fields["rows"]
    left = [row for row in rows if (row["number"], row["unit_id"]) != settled]
    if len(left) == len(rows):
        return
    await outbox.clear(work, about_round(chat))
    if left:
        shorter = _listed(f"{key}/but-{settled[0]}-{settled[1]}", chat, left, now + REMINDER_LASTS)
        await outbox.put(work, shorter, now)
