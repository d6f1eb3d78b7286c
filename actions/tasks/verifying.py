"""A leader's word on completions: passed or returned, shown to the units, a return told to them with its reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from actions import reach
from actions.tasks import gathering, showing
from actions.tasks.rights import running
from domain.errors import NotAllowed, NotPossible
from domain.outgoing import Lane, Outgoing
from domain.people import Caller
from domain.roles import commands
from domain.tasks import Task, TaskUnit, UnitState, next_moves
from domain.town import Town
from domain.units import UnitTree
from domain.verifying import passed, sent_back, waits
from storage import audit, chats, outbox, task_events, tasks, units
from storage.work import Work


@dataclass(frozen=True)
class Verdicts:
    """What was done with a leader's word: the units that it was said of, and those that had not said 完成."""

    task: Task
    judged: tuple[str, ...]
    not_done: tuple[str, ...] = ()


def may_judge(caller: Caller, task: Task, unit_id: int, tree: UnitTree) -> bool:
    """Whether it is the caller's to say: who gave the task, and whoever commands the unit."""
    return task.made_by == caller.person_id or commands(caller.posts, unit_id, tree)


async def waiting(work: Work, caller: Caller, number: int, until_ms: int | None = None) -> list[int]:
    """The units whose completions wait for the caller's word, in the tree's order; only those of before an instant.

    Whoever presses 全部通过 means what the message showed: what came in meanwhile waits on.
    """
    task, tree = await running(work, number), await units.tree(work)
    found = [
        place
        for place in await tasks.places(work, number)
        if waits(task, place) and place.unit_id in tree.units and may_judge(caller, task, place.unit_id, tree)
    ]
    return [place.unit_id for place in found if until_ms is None or gathering.done_ms(place) <= until_ms]


async def let_pass(
    work: Work, town: Town, caller: Caller, number: int, unit_ids: Sequence[int], now: datetime
) -> Verdicts:
    """The completions of these units are verified; their task's messages show it, without another message."""
    task, places, not_done = await _judged(work, caller, number, unit_ids)
    after = [passed(place, now) for place in places if place.verified_at is None]
    for place in after:
        await tasks.save_place(work, place)
        await task_events.note(work, number, task_events.VERIFIED, now, caller.person_id, place.unit_id)
    if after:
        told = [place.unit_id for place in after]
        await audit.note(work, now, caller.person_id, "task_verified", task=number, units=told)
        await _shown_everywhere(work, town, task, after, now)
    return await _verdicts(work, task, places, not_done)


async def send_back(
    work: Work, town: Town, caller: Caller, number: int, unit_ids: Sequence[int], reason: str, now: datetime
) -> Verdicts:
    """The completions of these units are returned with the reason: their task is open again, and they are told."""
    if not reason.strip():
        raise NotPossible("task-return-reason", number=str(number))
    task, places, not_done = await _judged(work, caller, number, unit_ids)
    after = [sent_back(place, reason.strip(), now) for place in places]
    for place in after:
        await tasks.save_place(work, place, caller.person_id)
        await task_events.note(work, number, task_events.RETURNED, now, caller.person_id, place.unit_id, place.reason)
    told = [place.unit_id for place in after]
    await audit.note(work, now, caller.person_id, "task_returned", task=number, units=told)
    await _shown_everywhere(work, town, task, after, now)
    for place in after:
        await _tell_returned(work, task, place, caller.name, now)
    return await _verdicts(work, task, places, not_done)


async def _judged(
    work: Work, caller: Caller, number: int, unit_ids: Sequence[int]
) -> tuple[Task, list[TaskUnit], list[int]]:
    """The task, those of the units that have done it, and those that have not; NotAllowed of anybody else's unit."""
    task, tree = await running(work, number), await units.tree(work)
    by_unit = {place.unit_id: place for place in await tasks.places(work, number)}
    meant = [unit for unit in dict.fromkeys(unit_ids) if unit in by_unit and unit in tree.units]
    if not meant:
        raise NotPossible("task-verify-nobody", number=str(number))
    beyond = [tree.units[unit].name for unit in meant if not may_judge(caller, task, unit, tree)]
    if beyond:
        raise NotAllowed("task-verify-not-yours", units=beyond)
    done = [by_unit[unit] for unit in meant if by_unit[unit].state is UnitState.DONE]
    if not done:
        raise NotPossible("task-verify-not-done", number=str(number), units=[tree.units[u].name for u in meant])
    return task, done, [unit for unit in meant if by_unit[unit].state is not UnitState.DONE]


async def _verdicts(work: Work, task: Task, places: Iterable[TaskUnit], not_done: Iterable[int]) -> Verdicts:
    tree = await units.tree(work)
    judged = tuple(tree.units[place.unit_id].name for place in places)
    return Verdicts(task, judged, tuple(tree.units[unit].name for unit in not_done))


async def _shown_everywhere(work: Work, town: Town, task: Task, places: Sequence[TaskUnit], now: datetime) -> None:
    await showing.redraw_units(work, town, task, places, now)
    first = places[0]
    await gathering.gather(work, town, task, f"{first.unit_id}-{first.version}", now, fresh=False)


async def _tell_returned(work: Work, task: Task, place: TaskUnit, by: str, now: datetime) -> None:
    """The unit hears that its completion came back, and why, below the task where it stands for the unit."""
    tree = await units.tree(work)
    fields = {
        "number": str(task.number),
        "title": task.title,
        "unit": tree.units[place.unit_id].name,
        "unit_id": place.unit_id,
        "reason": place.reason,
        "by": by,
    }
    moves = next_moves(UnitState.RETURNED)
    buttons = [[showing.answer_button(task.number, move, place.unit_id) for move in moves]]
    for chat in await _chats_of(work, task.number, place.unit_id, now):
        post = await outbox.by_key(work, showing.post_key(task.number, chat))
        key = f"task/{task.number}/returned/{place.unit_id}-{place.version}/chat-{chat}"
        reply = None if post is None else post.message_id
        told = Outgoing(key, chat, "task-returned", fields, buttons, Lane.ORDER, reply_to=reply)
        await outbox.put(work, told, now)


async def _chats_of(work: Work, number: int, unit_id: int, now: datetime) -> list[int]:
    """Where something for this unit alone is said: where it has the task, the town's group only if nowhere else."""
    posted = list(await tasks.posts_for_unit(work, number, unit_id))
    shared = {chat.id for chat in await chats.of_purpose(work, "town")}
    own = [chat for chat in posted if chat not in shared]
    if own:
        return own
    unit = (await units.tree(work)).units[unit_id]
    return [chat.id for chat in await reach.unit_chats(work, unit, now)] or posted


async def opened(work: Work, town: Town, caller: Caller, number: int, now: datetime, page: int = 0) -> showing.Shown:
    """The same list for the caller: what is theirs to judge."""
    task = await running(work, number)
    mine = set(await waiting(work, caller, number))
    places = [place for place in gathering.in_order(await showing.sheet(work, task)) if place.unit_id in mine]
    return await gathering.listed(work, town, task, places, now, page)
