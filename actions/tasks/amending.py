"""A task that is out is changed: everybody who has it sees it, who has answered is told what was before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from actions.tasks import gathering, showing, targets, urgent
from actions.tasks.drafts import check_own, merged
from actions.tasks.rights import running
from domain.audience import address
from domain.errors import NotPossible
from domain.outgoing import Lane, Outgoing
from domain.people import Caller
from domain.task_text import only_parts, read_task
from domain.tasks import Draft, Task, UnitState
from domain.town import Town
from storage import audit, outbox, task_events, tasks, units
from storage.work import Work

PARTS = ("title", "body", "due", "photo", "asks", "verify")
_TOLD = frozenset({"title", "body", "due", "photo", "asks"})
"""What units are told of; whether a completion is verified is the leaders' affair."""


@dataclass(frozen=True)
class Amended:
    """What became of a change: the task as it is now, and each part that changed with what it said before and says."""

    task: Task
    changes: tuple[dict[str, object], ...]


async def amend(work: Work, town: Town, caller: Caller, number: int, text: str, now: datetime) -> Amended:
    """The task reads so from now on, wherever it stands; parts that the text does not name stay.

    NotPossible when nothing would change, when the text cannot be read, or when it names other units or targets: those
    have the task with what counts for them, and another task is the honest way.
    """
    task = await running(work, number)
    await check_own(work, caller, task)
    written = await _written(work, town, task, text, now)
    before, after = parts_of(town, task, now), parts_of(town, written, now)
    changes = changed(before, after)
    if not changes:
        raise NotPossible("task-amend-nothing", number=str(number))
    await tasks.amend(work, number, written)
    kept = await running(work, number)
    await targets.begin(work, town, kept, now)
    told = {str(change["part"]): change["before"] for change in changes}
    await task_events.note(work, number, task_events.EDITED, now, caller.person_id, before=told)
    await audit.note(work, now, caller.person_id, "task_amended", task=number, parts=list(told))
    await _shown_everywhere(work, town, kept, now)
    await _tell_who_answered(work, kept, [change for change in changes if change["part"] in _TOLD], now)
    return Amended(kept, tuple(changes))


async def _written(work: Work, town: Town, task: Task, text: str, now: datetime) -> Draft:
    """The task as the text makes it; refused where what it says cannot be done to a task that is out."""
    new = read_task(text, town.local(now))
    parts_alone = bool(only_parts(text))
    for problem in new.problems:
        if problem.key != "task-problem-title" or not parts_alone:
            raise NotPossible(problem.key, **problem.fields)
    written = merged(task, new, text, parts_alone)
    if written.audience != task.audience and not await _same_units(work, task, written):
        raise NotPossible("task-amend-audience", number=str(task.number))
    if written.goals != task.goals:
        raise NotPossible("task-amend-goals", number=str(task.number))
    return written


async def _same_units(work: Work, task: Task, written: Draft) -> bool:
    meant = address(await units.tree(work), written.audience, task.scope)
    return {unit.id for unit in meant.units} == {place.unit_id for place in await tasks.places(work, task.number)}


def parts_of(town: Town, of: Task | Draft, now: datetime) -> dict[str, object]:
    """The parts of a task that may change once it is out, as fields."""
    due = of.due_at if isinstance(of, Task) else of.due
    return {
        "title": of.title,
        "body": of.body,
        "due": showing.due_fields(town, due, now),
        "photo": of.photo,
        "asks": of.asks,
        "verify": bool(of.verify),
    }


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> list[dict[str, object]]:
    """Each part that is not the same, with both."""
    return [
        {"part": part, "before": before[part], "after": after[part]} for part in PARTS if before[part] != after[part]
    ]


async def _shown_everywhere(work: Work, town: Town, task: Task, now: datetime) -> None:
    await showing.redraw_all(work, town, task, now)
    await showing.redraw_draft(work, town, task, now)
    await gathering.gather(work, town, task, f"task-{task.version}", now, fresh=False)
    if task.urgent:
        await urgent.redraw_live(work, town, task, f"task-{task.version}", now)


async def _tell_who_answered(work: Work, task: Task, changes: Iterable[dict[str, object]], now: datetime) -> None:
    """Who answered may have done it as it was: a line below the task; for the others its message has changed."""
    told = list(changes)
    answered = {p.unit_id for p in await tasks.places(work, task.number) if p.state is not UnitState.SILENT}
    fields = {"number": str(task.number), "title": task.title, "changes": told}
    for chat, unit_ids in (await tasks.posts_of(work, task.number)).items():
        post = await outbox.by_key(work, showing.post_key(task.number, chat))
        if told and post is not None and post.message_id is not None and answered.intersection(unit_ids):
            key = f"task/{task.number}/amended-{task.version}/chat-{chat}"
            said = Outgoing(key, chat, "task-amended", fields, lane=Lane.ORDER, reply_to=post.message_id)
            await outbox.put(work, said, now)
