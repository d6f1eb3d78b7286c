"""The number that a task asks for: a unit sends it in words or in a reply, the leader sees its sum."""

from datetime import datetime
from decimal import Decimal

from actions.tasks import showing
from actions.tasks.rights import own_units, running
from domain.errors import NotAllowed, NotPossible
from domain.people import Caller
from domain.phones import somebodys
from domain.tasks import Task
from domain.town import Town
from storage import audit, task_numbers, tasks
from storage.work import Work


async def take_number(
    work: Work,
    town: Town,
    caller: Caller,
    number: int,
    unit_id: int,
    value: Decimal,
    said_at: datetime,
    now: datetime,
) -> Task:
    """Keep the unit's number for the task; one sent later replaces it. NotPossible when the task asks for none."""
    task = await running(work, number)
    place = await tasks.place(work, number, unit_id)
    if place is None or unit_id not in await own_units(work, caller, number):
        raise NotAllowed("task-not-addressed", number=str(number))
    if somebodys(value):
        raise NotPossible("task-number-somebodys", asks=task.asks)
    if not task.asks:
        raise NotPossible("task-asks-none", number=str(number))
    await task_numbers.put(work, number, unit_id, value, caller.person_id, said_at)
    await audit.note(work, now, caller.person_id, "task_number", task=number, unit=unit_id, value=str(value))
    await showing.redraw_unit(work, town, task, place, now, f"number-{unit_id}-{work.update_id or 0}")
    return task


async def lacks_number(work: Work, task: Task, unit_id: int) -> bool:
    """Whether the task asks for a number that the unit has not sent."""
    return bool(task.asks) and unit_id not in await task_numbers.of_task(work, task.number)
