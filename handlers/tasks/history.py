"""The history of a task, for who watches it; of their own part, for the units that have it."""

from actions import tasks as actions
from domain.audience import address
from domain.errors import NotFound
from domain.people import Role
from domain.task_words import Told
from domain.tasks import Task, TaskState
from handlers.context import Turn
from handlers.tasks import listing
from storage import tasks as stored
from storage import units


async def history_in_words(turn: Turn, told: Told) -> bool:
    """`任务 12 历史`, and of one unit `任务 12 历史 黄溪村`; in other mouths it is talk."""
    task = await stored.by_number(turn.work, told.number)
    if task is None and turn.in_private and turn.caller.roles:
        raise NotFound("task-unknown", number=str(told.number))
    if task is None:
        return False
    unit = await unit_meant(turn, task, told.unit)
    if unit is None and not listing.leads(turn):
        return False
    await show(turn, task, unit)
    return True


async def show(turn: Turn, task: Task, unit: int | None = None) -> None:
    """Send the history of the task, or of one unit's part of it."""
    await turn.say("task-history", await listing.history(turn, task, unit))


async def unit_meant(turn: Turn, task: Task, word: str) -> int | None:
    """The unit whose part is asked for: who watches may name one (else NotFound), others have their own."""
    having = {place.unit_id for place in await stored.places(turn.work, task.number)}
    tree = await units.tree(turn.work)
    if listing.leads(turn):
        if not word:
            return None
        nodes = actions.watched(turn.caller)
        named = [unit.id for unit in address(tree, (word,), nodes).units if unit.id in having]
        if len(named) != 1:
            raise NotFound("task-history-unit", number=str(task.number), word=word)
        return named[0]
    mine = [unit for unit in turn.caller.units_as(Role.WARDEN, Role.LEAD) if unit in having]
    here = [unit for unit in mine if unit == turn.caller.chat.unit_id] or mine
    return here[0] if here and task.state in (TaskState.PUBLISHED, TaskState.CANCELLED) else None
