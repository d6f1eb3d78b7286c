"""Whose tasks are whose: the nodes that a leader may address, the units for which a warden answers."""

from collections.abc import Iterable, Sequence

from domain.errors import NotAllowed, NotFound, NotPossible
from domain.people import Caller, Post, Role
from domain.tasks import Task, TaskState
from domain.units import UnitTree
from storage import tasks, units
from storage.work import Work


def scope_of(caller: Caller) -> tuple[int, ...] | None:
    """The nodes whose units the caller may give tasks to; None is the whole town."""
    return scope_of_posts(caller.posts)


def scope_of_posts(posts: Iterable[Post]) -> tuple[int, ...] | None:
    """The same of somebody's posts; an empty scope may address nobody."""
    nodes = [post.unit_id for post in posts if post.role in (Role.LEADER, Role.OPERATOR)]
    return None if None in nodes else tuple(node for node in dict.fromkeys(nodes) if node is not None)


def watched(caller: Caller) -> tuple[int, ...] | None:
    """The nodes whose tasks the caller may look at; None is the whole town."""
    nodes = caller.units_as(Role.LEADER, Role.INSPECTOR, Role.OPERATOR)
    return None if None in nodes else tuple(node for node in nodes if node is not None)


def covers(tree: UnitTree, scope: Sequence[int] | None, unit_ids: Iterable[int]) -> bool:
    """Whether all the units lie in the scope."""
    return scope is None or all(any(tree.within(unit, node) for node in scope) for unit in unit_ids)


async def undecided(work: Work, number: int) -> Task:
    """The task that has not gone out; NotFound, or NotPossible when it is out or cancelled."""
    task = await tasks.by_number(work, number)
    if task is None:
        raise NotFound("task-unknown", number=str(number))
    if task.state is TaskState.PUBLISHED:
        raise NotPossible("task-already-out", number=str(number))
    if task.state is TaskState.CANCELLED:
        raise NotPossible("task-cancelled", number=str(number))
    return task


async def editable(work: Work, number: int) -> Task:
    """The task, out or not; NotFound, or NotPossible when it was cancelled."""
    task = await tasks.by_number(work, number)
    if task is None:
        raise NotFound("task-unknown", number=str(number))
    if task.state is TaskState.CANCELLED:
        raise NotPossible("task-cancelled", number=str(number))
    return task


async def running(work: Work, number: int) -> Task:
    """The task that the units have; NotFound, or NotPossible when it was cancelled."""
    task = await tasks.by_number(work, number)
    if task is None or task.state in (TaskState.DRAFT, TaskState.CONFIRMED):
        raise NotFound("task-unknown", number=str(number))
    if task.state is TaskState.CANCELLED:
        raise NotPossible("task-cancelled", number=str(number))
    return task


async def own_units(work: Work, caller: Caller, number: int) -> list[int]:
    """The units for which the caller may answer the task here, at least one.

    In a chat where the task stands for certain units these alone count; NotAllowed when none of them is the caller's.
    """
    mine = [unit for unit in caller.units_as(Role.WARDEN, Role.LEAD) if unit is not None]
    here = await tasks.units_in_chat(work, number, caller.chat.id)
    addressed = here or [place.unit_id for place in await tasks.places(work, number)]
    found = [unit for unit in mine if unit in addressed]
    if not found:
        tree = await units.tree(work)
        names = [tree.units[unit].name for unit in here if unit in tree.units]
        if len(names) == 1:
            raise NotAllowed("task-not-your-unit", unit=names[0])
        raise NotAllowed("task-not-addressed", number=str(number))
    return found
