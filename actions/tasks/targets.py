"""Targets of tasks that are out: reckoned from the reports, never asked; a unit that has filled its own is done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from actions.ordered import order_of
from actions.tasks import chasing, gathering, showing, urgent
from actions.tasks.goals import progress_of
from domain.cycle import closing
from domain.targets import filled, reached, read_goals, span_of
from domain.tasks import Task, TaskUnit, UnitState
from domain.town import Town
from storage import audit, reports, targets, task_events, tasks, units
from storage.targets import Target
from storage.work import Work


async def begin(work: Work, town: Town, task: Task, now: datetime) -> None:
    """The task is out (or reads otherwise now): what it wants, of which days, and what of that is reported already.

    A unit whose reports of the day have filled it by then has nothing left to do. Its messages are its caller's.
    """
    goals, _ = read_goals(task.goals, town.form)
    if task.published_at is None or not (goals or await targets.of_task(work, task.number)):
        return
    day = town.day_of(task.published_at)
    in_time = task.published_at < closing(town, day, await order_of(work, town, day))
    await targets.put(work, task.number, goals, span_of(day, in_time, last_day(town, task.due_at)))
    for target in await targets.of_task(work, task.number):
        last = target.span.last or town.day_of(task.published_at) + timedelta(days=366)
        figures = await reports.figures_between(work, target.goal.indicator, target.span.first, last)
        await targets.reckon(work, task.number, target.goal.indicator, reached(target.goal, figures))
    await _gather(work, town, task, await _move(work, task, now, now), now)


def last_day(town: Town, due_at: datetime | None) -> date | None:
    """The day whose reports are the last to count: that of the deadline; midnight belongs to the day before."""
    return None if due_at is None else town.day_of(due_at - timedelta(microseconds=1))


async def reported(work: Work, town: Town, unit_id: int, day: date, said_at: datetime, now: datetime) -> None:
    """A unit's figures of that day are others now: so are the targets for which they count."""
    for number in await targets.touched(work, unit_id, day):
        task = await tasks.by_number(work, number)
        assert task is not None
        if await _reckon(work, task, unit_id):
            await settle(work, town, task, unit_id, said_at, now)


async def _reckon(work: Work, task: Task, unit_id: int) -> bool:
    """Add up anew what the unit has reported for the task; whether that is anything else than before."""
    before = await targets.reached_by(work, task.number, unit_id)
    changed = False
    for target in await targets.of_task(work, task.number):
        code = target.goal.indicator
        value = reached(target.goal, await _figures(work, target, unit_id)).get(unit_id)
        if value != before.get(code):
            await targets.reckon(work, task.number, code, {unit_id: value})
            changed = True
    return changed


async def _figures(work: Work, target: Target, unit_id: int) -> Mapping[date, Mapping[int, Decimal]]:
    """What the unit said of the target's indicator, on the days that count."""
    code, span = target.goal.indicator, target.span
    said = await reports.of_unit_between(work, unit_id, span.first, span.last)
    return {report.day: {unit_id: report.values[code]} for report in said if code in report.values}


async def settle(work: Work, town: Town, task: Task, cause: int, said_at: datetime, now: datetime) -> None:
    """Mark as done whose reports have filled the task, open again whose correction takes that back; show all of it.

    A photo or number that is asked as well keeps a task open. What a deadline has closed, and what a leader has
    verified, no correction opens.
    """
    moved = await _move(work, task, said_at, now)
    if moved:
        await showing.redraw_units(work, town, task, moved, now)
    await _gather(work, town, task, moved, now)
    same = None if cause in {one.unit_id for one in moved} else await tasks.place(work, task.number, cause)
    if same is not None:
        said = f"said-{cause}-{int(said_at.timestamp())}-{work.update_id or 0}"
        await showing.redraw_unit(work, town, task, same, now, said)
    if task.urgent:
        await urgent.redraw_live(work, town, task, f"target-{cause}-{int(now.timestamp())}", now)


async def _gather(work: Work, town: Town, task: Task, moved: Sequence[TaskUnit], now: datetime) -> None:
    """Completions that wait for a leader's word wait with the others."""
    if moved:
        done = any(place.state is UnitState.DONE for place in moved)
        await gathering.gather(work, town, task, f"{moved[0].unit_id}-{moved[0].version}", now, fresh=done)


async def _move(work: Work, task: Task, said_at: datetime, now: datetime) -> list[TaskUnit]:
    """Close what is filled and open what is no more; the places that stand otherwise now."""
    places = {place.unit_id: place for place in await tasks.places(work, task.number)}
    goals = await progress_of(work, task.number, places, await units.tree(work))
    fills = await targets.fills(work, task.number)
    moved: list[TaskUnit] = []
    for unit, place in places.items() if goals else ():
        if filled(goals, unit) and unit not in fills:
            moved += await _close(work, task, place, said_at, now)
        elif unit in fills and not filled(goals, unit) and (task.due_at is None or said_at < task.due_at):
            moved += await _open(work, task, place, fills[unit], said_at, now)
    return moved


async def _close(work: Work, task: Task, place: TaskUnit, said_at: datetime, now: datetime) -> list[TaskUnit]:
    closes = not (task.photo or task.asks) and place.state is not UnitState.DONE
    await targets.fill(work, task.number, place.unit_id, closes)
    await audit.note(work, now, None, "task_filled", task=task.number, unit=place.unit_id, done=closes)
    if not closes:
        return []
    done = replace(
        place, state=UnitState.DONE, changed_at=said_at, done_at=said_at, reason="", version=place.version + 1
    )
    await _save(work, done, said_at, now)
    return [done]


async def _open(
    work: Work, task: Task, place: TaskUnit, closed: bool, said_at: datetime, now: datetime
) -> list[TaskUnit]:
    if place.verified_at is not None:
        return []
    await targets.open_again(work, task.number, place.unit_id)
    await audit.note(work, now, None, "task_below_target", task=task.number, unit=place.unit_id)
    if not closed or place.state is not UnitState.DONE:
        return []
    state = UnitState.SILENT if place.answered_at is None else UnitState.DOING
    again = replace(place, state=state, changed_at=said_at, done_at=None, version=place.version + 1)
    await _save(work, again, said_at, now)
    return [again]


async def _save(work: Work, place: TaskUnit, said_at: datetime, now: datetime) -> None:
    await tasks.save_place(work, place)
    await task_events.note(work, place.task, place.state.value, said_at, None, place.unit_id)
    await chasing.ended(work, place.task, place.unit_id, now)
