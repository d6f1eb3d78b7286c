"""The matrix of tasks and units as one picture: a row a unit, a column a task."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from actions.tasks import showing
from actions.tasks.following import followed
from domain.errors import NotFound
from domain.exports import Asked
from domain.outgoing import Act, Outgoing
from domain.tasks import Task, TaskUnit
from domain.town import Town
from domain.units import Unit, UnitTree
from domain.verifying import standing
from storage import outbox, tasks, units
from storage.work import Work

MOST = 12
"""Columns that a phone shows side by side."""
SIGNS = {
    "silent": "s",
    "seen": "r",
    "doing": "g",
    "done": "d",
    "verified": "d",
    "waiting": "w",
    "difficulty": "x",
    "returned": "b",
}
"""A sign a state, so that a thousand units stay small in the outbox; what a unit was not given is a blank."""
NOT_GIVEN = " "
_MONTH = timedelta(days=30)


async def chart(work: Work, town: Town, node: int | None, now: datetime) -> dict[str, object]:
    """The newest followed tasks, and how each unit of the node's subtree stands to them; NotFound without any."""
    tree = await units.tree(work)
    inside = {unit.id for unit in tree.subtree(node)}
    columns: list[tuple[Task, dict[int, TaskUnit]]] = []
    for task in await followed(work, MOST):
        places = {place.unit_id: place for place in await tasks.places(work, task.number) if place.unit_id in inside}
        if places and len(columns) < MOST:
            columns.append((task, places))
    if not columns:
        raise NotFound("tasks-none")
    columns.reverse()
    return {
        "paper": ["tasks"],
        "day": town.day_of(now).isoformat(),
        "node": town.name if node is None else tree.units[node].name,
        "at": showing.clock(town, now),
        "tasks": [_column(town, task, list(places.values()), now) for task, places in columns],
        "groups": _groups(tree, node, columns),
    }


def _column(town: Town, task: Task, places: Sequence[TaskUnit], now: datetime) -> dict[str, object]:
    return {
        **showing.task_fields(town, task, now),
        "body": "",
        "units": len(places),
        "counts": showing.count_states(task, places),
    }


def _groups(
    tree: UnitTree, node: int | None, columns: Sequence[tuple[Task, dict[int, TaskUnit]]]
) -> list[dict[str, object]]:
    """The units that have any of the tasks, under the node above them, in the tree's order: name and signs."""
    groups: dict[int | None, list[list[str]]] = {}
    for unit in tree.subtree(node):
        signs = "".join(_sign(task, places.get(unit.id)) for task, places in columns)
        if signs.strip():
            groups.setdefault(unit.parent_id, []).append([unit.name, signs])
    return [{"node": _name(tree, parent), "rows": rows} for parent, rows in groups.items()]


def _name(tree: UnitTree, parent: int | None) -> str:
    above: Unit | None = None if parent is None else tree.units.get(parent)
    return "" if above is None else above.name


def _sign(task: Task, place: TaskUnit | None) -> str:
    return NOT_GIVEN if place is None else SIGNS[standing(task, place) or place.state.value]


async def days_of_tasks(work: Work, town: Town, now: datetime) -> Asked:
    """The days whose export holds the tasks that are followed: from the oldest one's publication, a month at most."""
    today = town.day_of(now)
    out = [task.published_at for task in await followed(work, MOST) if task.published_at is not None]
    first = min((town.day_of(instant) for instant in out), default=today)
    return Asked(max(first, today - _MONTH), today)


async def send_chart(work: Work, town: Town, node: int | None, chat: int, key: str, now: datetime) -> None:
    """Write the matrix to the chat as pictures."""
    fields = await chart(work, town, node, now)
    await outbox.put(work, Outgoing(key, chat, "tasks-pictures", fields, act=Act.PICTURES), now)
