"""What has become of the tasks that are out: what is open for a unit, the matrix order by unit."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from actions.tasks import showing
from actions.tasks.goals import goal_fields, progress_of
from actions.tasks.rights import running
from domain.targets import Progress
from domain.tasks import Responses, Task, TaskUnit, responses
from domain.units import UnitTree
from storage import task_numbers, tasks, units
from storage.tasks import Feedback, OpenTask
from storage.work import Work

ASKED_FOR = timedelta(days=14)
"""How long a completion that nobody verified is told of; it counts as done all the same."""


async def open_for_unit(work: Work, unit_id: int) -> list[OpenTask]:
    """The tasks that a unit has and has not done (number, title, due_at, state), soonest deadline first."""
    return await tasks.open_for_unit(work, unit_id)


async def goals_of(work: Work, number: int, unit_id: int) -> list[dict[str, object]]:
    """How far a unit has come with the targets of a task, as fields; nothing where it has none."""
    addressed = [place.unit_id for place in await tasks.places(work, number)]
    return goal_fields(await progress_of(work, number, addressed, await units.tree(work)), unit_id)


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
    goals: tuple[Progress, ...] = ()
    numbers: Mapping[int, Decimal] = field(default_factory=dict)


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
        showing.count_states(task, places),
        None if task.published_at is None else responses(task.published_at, places),
        await tasks.files(work, number),
        tuple(await tasks.feedback(work, number)),
        await progress_of(work, number, [place.unit_id for place in places], tree),
        await task_numbers.of_task(work, number),
    )


def _order(tree: UnitTree, by_unit: dict[int, TaskUnit]) -> list[int]:
    return [unit.id for unit in tree.subtree(None) if unit.id in by_unit]


def _seen(tree: UnitTree, unit: int, nodes: Sequence[int] | None) -> bool:
    return nodes is None or any(tree.within(unit, node) for node in nodes)


async def unverified(work: Work, now: datetime, inside: Container[int]) -> list[dict[str, object]]:
    """The tasks of the last two weeks with completions of these units that wait for a leader's word, and how many."""
    return counted_by_task(await tasks.unverified(work, now - ASKED_FOR), inside)


def counted_by_task(waiting: Iterable[tuple[int, int]], inside: Container[int]) -> list[dict[str, object]]:
    """How many completions of these units wait, by task, as fields."""
    found = Counter(task for task, unit in waiting if unit in inside)
    return [{"number": str(task), "n": n} for task, n in found.items()]


async def followed(work: Work, most: int) -> list[Task]:
    """The published tasks that some unit has not done, newest first; when all are done, the newest ones."""
    return await tasks.with_open_units(work) or await tasks.latest_published(work, most)
