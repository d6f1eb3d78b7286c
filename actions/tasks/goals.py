"""How far the units have come with the targets of a task, as values and as fields of messages."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.forms import Form
from domain.numbers import plain
from domain.targets import Progress, Span, expected_share, progress, read_goals
from domain.tasks import Task
from domain.units import UnitTree
from storage import targets
from storage.work import Work


async def progress_of(work: Work, number: int, unit_ids: Iterable[int], tree: UnitTree) -> tuple[Progress, ...]:
    """How far these units have come with each target of the task."""
    wanted = await targets.of_task(work, number)
    so_far = await targets.reached(work, number) if wanted else {}
    addressed = list(unit_ids)
    return tuple(progress(one.goal, so_far.get(one.goal.indicator, {}), addressed, tree) for one in wanted)


def goal_fields(goals: Sequence[Progress], unit_id: int | None = None) -> list[dict[str, object]]:
    """Each target as fields: of all units, with the part of one of them (`mine`) where one is asked for."""
    return [
        {
            "code": one.goal.indicator,
            "each": one.goal.each,
            "amount": plain(one.goal.amount),
            "reached": plain(one.reached),
            "mine": plain(one.by_unit.get(unit_id, Decimal(0))) if unit_id is not None else None,
            "filled": one.filled_by(unit_id) if unit_id is not None else one.share >= 1,
            "full": one.full_units,
            "units": one.units,
            "percent": int(one.share * 100),
        }
        for one in goals
    ]


def wanted_fields(words: str, form: Form) -> list[dict[str, object]]:
    """The targets of a task that is not out, as fields: indicator, amount, and whether it is of each unit."""
    goals, _ = read_goals(words, form)
    return [{"code": goal.indicator, "amount": plain(goal.amount), "each": goal.each} for goal in goals]


@dataclass(frozen=True)
class Followed:
    """A target of a task that is out: the days that count, whom it is for, and how far they have come."""

    task: Task
    span: Span
    units: tuple[int, ...]
    progress: Progress


async def followed_targets(work: Work, task: Task, unit_ids: Iterable[int], tree: UnitTree) -> list[Followed]:
    """Every target of the task, as it stands now."""
    addressed = tuple(unit_ids)
    spans = {one.goal.indicator: one.span for one in await targets.of_task(work, task.number)}
    reached = await progress_of(work, task.number, addressed, tree) if spans else ()
    return [Followed(task, spans[one.goal.indicator], addressed, one) for one in reached]


def behind_plan(followed: Followed, day: date, inside: Container[int], tree: UnitTree) -> dict[str, object] | None:
    """The target as fields when by the end of that day less is reported than even work by days would have made.

    Of a target that each unit has of its own, only the units `inside` are looked at; one of all is everybody's.
    """
    one, span = followed.progress, followed.span
    mine = [unit for unit in followed.units if unit in inside]
    expected = expected_share(span, day) if mine and span.first <= day else None
    own = progress(one.goal, one.by_unit, mine, tree) if one.goal.each else one
    if expected is None or own.share >= expected:
        return None
    late = [tree.units[unit].name for unit in own.behind(mine, expected) if unit in tree.units]
    said = {"number": str(followed.task.number), "title": followed.task.title, "late": late}
    days = {"gone": (day - span.first).days + 1, "days": (span.last - span.first).days + 1 if span.last else 0}
    return {**said, **days, "expected": int(expected * 100), **goal_fields([own])[0]}
