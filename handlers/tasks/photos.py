"""The photos that a unit sent for a task, for who watches it: in words, or by the button beside its completion."""

from actions import tasks as actions
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.task_words import Told
from domain.tasks import Task
from handlers.context import Turn
from handlers.tasks import history, listing
from storage import tasks as stored
from storage import units


async def photos_in_words(turn: Turn, told: Told) -> bool:
    """`任务 12 照片 黄溪村`, or of the only unit that sent some; in the mouths of who watches no task it is talk."""
    task = await stored.by_number(turn.work, told.number)
    if not listing.leads(turn):
        return False
    if task is None:
        raise NotFound("task-unknown", number=str(told.number))
    await _send(turn, task, await _meant(turn, task, told))
    return True


async def photos_pressed(turn: Turn, number: int, unit_id: int) -> None:
    """The button beside a unit's completion."""
    task, tree = await stored.by_number(turn.work, number), await units.tree(turn.work)
    if task is None or unit_id not in tree.units:
        raise NotFound("task-unknown", number=str(number))
    if not actions.may_judge(turn.caller, task, unit_id, tree):
        raise NotAllowed("task-verify-not-yours", units=[tree.units[unit_id].name])
    n = await _send(turn, task, unit_id)
    await turn.toast("task-toast-photos", n=n)


async def _send(turn: Turn, task: Task, unit_id: int) -> int:
    return await actions.send_photos(turn.work, task, unit_id, turn.caller.chat.id, turn.next_key("photos"), turn.now)


async def _meant(turn: Turn, task: Task, told: Told) -> int:
    if told.unit:
        named = await history.unit_meant(turn, task, told.unit)
        assert named is not None  # of a unit that is named and not found NotFound has told
        return named
    tree = await units.tree(turn.work)
    nodes = actions.watched(turn.caller)
    sent = [unit for unit in await actions.units_with_photos(turn.work, task) if unit in tree.units]
    having = [unit for unit in sent if actions.covers(tree, nodes, (unit,))]
    if len(having) != 1:
        names = [tree.units[unit].name for unit in having]
        raise NotPossible("task-photos-which", number=str(task.number), units=names, n=len(names))
    return having[0]
