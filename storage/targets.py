"""The targets of published tasks, and which units have filled theirs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.numbers import exact
from domain.targets import Goal, Span
from storage.work import Row, Work

_ANY = "targets.any"


@dataclass(frozen=True)
class Target:
    """A goal of a published task, and the days whose reports count for it."""

    task: int
    goal: Goal
    span: Span


async def put(work: Work, task: int, goals: Iterable[Goal], span: Span) -> None:
    """These are the task's targets from now on, and no others."""
    work.known.pop(_ANY, None)
    await work.do("targets.drop", task=task)
    rows = [
        {
            "task": task,
            "indicator": goal.indicator,
            "kind": goal.kind,
            "amount": str(goal.amount),
            "each": int(goal.each),
            "first_day": span.first.isoformat(),
            "last_day": None if span.last is None else span.last.isoformat(),
        }
        for goal in goals
    ]
    if rows:
        await work.do_many("targets.add", rows)


async def of_task(work: Work, task: int) -> list[Target]:
    """The task's targets, in the order of their indicators."""
    return [_target(row) for row in await work.all("targets.of_task", task=task)]


async def reached(work: Work, task: int) -> dict[str, dict[int, Decimal]]:
    """How far each unit has come, by indicator and then by unit."""
    found: dict[str, dict[int, Decimal]] = {}
    for row in await work.all("targets.reached", task=task):
        found.setdefault(row["indicator"], {})[row["unit_id"]] = exact(row["value"])
    return found


async def reached_by(work: Work, task: int, unit_id: int) -> dict[str, Decimal]:
    """How far one unit has come, by indicator."""
    rows = await work.all("targets.reached_by", task=task, unit_id=unit_id)
    return {row["indicator"]: exact(row["value"]) for row in rows}


async def reckon(work: Work, task: int, indicator: str, by_unit: Mapping[int, Decimal | None]) -> None:
    """So far have these units come; None: they have reported nothing of it."""
    keys = {unit: {"task": task, "indicator": indicator, "unit_id": unit} for unit in by_unit}
    kept = [{**keys[unit], "value": str(value)} for unit, value in by_unit.items() if value is not None]
    gone = [keys[unit] for unit, value in by_unit.items() if value is None]
    if kept:
        await work.do_many("targets.reach", kept)
    if gone:
        await work.do_many("targets.unreach", gone)


async def touched(work: Work, unit_id: int, day: date) -> list[int]:
    """The published tasks for whose targets a report of that unit and day counts."""
    if _ANY not in work.known:
        work.known[_ANY] = await work.value("targets.any")
    if not work.known[_ANY]:  # most towns have none: asked once a work, not once a report
        return []
    return [row["task"] for row in await work.all("targets.touched", unit_id=unit_id, day=day.isoformat())]


async def fills(work: Work, task: int) -> dict[int, bool]:
    """The units that have filled the task; whether that made it done."""
    return {row["unit_id"]: bool(row["closed"]) for row in await work.all("targets.fills", task=task)}


async def fill(work: Work, task: int, unit_id: int, closed: bool) -> None:
    """The unit's reports have filled the task; `closed`: it is done by that."""
    await work.do("targets.fill", task=task, unit_id=unit_id, closed=int(closed))


async def open_again(work: Work, task: int, unit_id: int) -> None:
    """A correction has taken the unit below the target again."""
    await work.do("targets.open_again", task=task, unit_id=unit_id)


def _target(row: Row) -> Target:
    last = row["last_day"]
    span = Span(date.fromisoformat(row["first_day"]), None if last is None else date.fromisoformat(last))
    return Target(row["task"], Goal(row["indicator"], row["kind"], exact(row["amount"]), bool(row["each"])), span)
