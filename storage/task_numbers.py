"""The number that a task asks of each unit."""

from datetime import datetime
from decimal import Decimal

from domain.instants import to_ms
from domain.numbers import exact
from storage.work import Work


async def put(work: Work, task: int, unit_id: int, value: Decimal, by: int | None, at: datetime) -> None:
    """The unit's number; one that was sent later takes the place of an earlier one, whichever is read first."""
    await work.do("task_numbers.put", task=task, unit_id=unit_id, value=str(value), person_id=by, at=to_ms(at))


async def of_task(work: Work, task: int) -> dict[int, Decimal]:
    """The number of each unit that has sent one."""
    return {row["unit_id"]: exact(row["value"]) for row in await work.all("task_numbers.of_task", task=task)}
