"""What has become of the tasks that are out: who is silent, who is open, the matrix order by unit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from actions import reach
from actions.tasks import showing
from actions.tasks.rights import running
from domain.outgoing import Lane, Outgoing
from domain.tasks import Responses, Task, TaskState, TaskUnit, UnitState, responses, still_chased
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import outbox, tasks, units
from storage.tasks import Feedback, OpenTask
from storage.work import Work

REMINDER_LASTS = timedelta(minutes=30)


async def chase(work: Work, town: Town, day: date, now: datetime) -> dict[str, int]:
    """Remind each unit of the tasks to which it has answered nothing; how often a unit was `reminded` of a task."""
    tree = await units.tree(work)
    reminded = 0
    for task in await tasks.in_state(work, TaskState.PUBLISHED):
        if still_chased(task, now):
            for place in await tasks.places(work, task.number):
                if place.state is UnitState.SILENT and place.unit_id in tree.units:
                    reminded += await _remind(work, town, task, place, tree.units[place.unit_id], now)
    return {"reminded": reminded}


async def _remind(work: Work, town: Town, task: Task, place: TaskUnit, unit: Unit, now: datetime) -> int:
    """One more reminder to the unit's chats; 0 when none reaches it."""
    times = place.reminded + 1
    found = await reach.unit_chats(work, unit, now)
    fields = {
        **showing.task_fields(town, task, now),
        "unit": unit.name,
        "unit_id": unit.id,
        "sent_at": showing.clock(town, task.published_at),
    }
    buttons = [[showing.answer_button(task.number, move, unit.id) for move in _FIRST_MOVES]]
    for chat in found:
        reminder = Outgoing(
            f"task/{task.number}/remind-{times}/unit-{unit.id}/chat-{chat.id}",
            chat.id,
            "task-remind",
            fields,
            buttons,
            Lane.REMINDER,
            about=showing.about_unit(task.number, unit.id),
            expires_at=now + REMINDER_LASTS,
        )
        await outbox.put(work, reminder, now)
    if found:
        await tasks.save_place(work, replace(place, reminded=times))
    return 1 if found else 0


_FIRST_MOVES = (UnitState.SEEN, UnitState.DOING, UnitState.DONE, UnitState.DIFFICULTY)


async def open_for_unit(work: Work, unit_id: int) -> list[OpenTask]:
    """The tasks that a unit has and has not done (number, title, due_at, state), soonest deadline first."""
    return await tasks.open_for_unit(work, unit_id)


@dataclass(frozen=True)
class Matrix:
    """A task with every unit's place in it; `files` (all, photos) and `feedback` are what came back."""

    task: Task
    places: tuple[TaskUnit, ...]
    names: dict[int, str]
    counts: dict[str, int]
    responses: Responses | None
    files: dict[int, tuple[int, int]]
    feedback: tuple[Feedback, ...]


async def matrix(work: Work, number: int, nodes: Sequence[int] | None = None) -> Matrix:
    """How the units stand to a task, in the tree's order, of these nodes' subtrees alone if some are given.

    NotFound while it is not out.
    """
    task = await running(work, number)
    tree = await units.tree(work)
    by_unit = {place.unit_id: place for place in await tasks.places(work, number)}
    places = tuple(by_unit[unit] for unit in _order(tree, by_unit) if _seen(tree, unit, nodes))
    return Matrix(
        task,
        places,
        {place.unit_id: tree.units[place.unit_id].name for place in places},
        showing.count_states(places),
        None if task.published_at is None else responses(task.published_at, places),
        await tasks.files(work, number),
        tuple(await tasks.feedback(work, number)),
    )


def _order(tree: UnitTree, by_unit: dict[int, TaskUnit]) -> list[int]:
    return [unit.id for unit in tree.subtree(None) if unit.id in by_unit]


def _seen(tree: UnitTree, unit: int, nodes: Sequence[int] | None) -> bool:
    return nodes is None or any(tree.within(unit, node) for node in nodes)


async def followed(work: Work, most: int) -> list[Task]:
    """The published tasks that some unit has not done, newest first; when all are done, the newest ones."""
    return await tasks.with_open_units(work) or await tasks.latest_published(work, most)
