"""Drafts: written, changed, confirmed for the day's hour or at once, cancelled."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from actions.tasks import chasing, gathering, showing, urgent
from actions.tasks.publishing import Published, publish_now
from actions.tasks.rights import covers, scope_of, undecided
from domain.audience import Addressed, address
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.outgoing import Lane, Outgoing
from domain.people import Caller
from domain.task_text import only_parts, problems_of, read_task
from domain.tasks import Draft, Problem, Task, TaskState
from domain.town import Town
from domain.units import UnitTree
from domain.verifying import settled
from storage import audit, outbox, task_events, tasks, units
from storage.work import Work


async def draft(
    work: Work, town: Town, caller: Caller, written: Draft, now: datetime, message_id: int | None = None
) -> Task:
    """Keep a new draft in the caller's name; what is not clear in it is shown with its preview.

    `message_id`: the message that it was written in, so that its edits are the task's.
    """
    kept = settled(written, town.policies.verify_tasks)
    number = await tasks.add(work, kept, scope_of(caller), caller.person_id, caller.chat.id, now, message_id)
    await audit.note(work, now, caller.person_id, "task_drafted", task=number)
    return await _kept(work, number)


async def edit_draft(work: Work, town: Town, caller: Caller, number: int, text: str, now: datetime) -> Task:
    """The draft reads so from now on and has to be confirmed (again); parts that the text does not name stay."""
    task = await undecided(work, number)
    await check_own(work, caller, task)
    parts = only_parts(text)
    written = merged(task, read_task(text, town.local(now)), text, bool(parts))
    await tasks.rewrite(work, number, written, scope_of(caller))
    await audit.note(work, now, caller.person_id, "task_edited", task=number)
    changed = await _kept(work, number)
    await showing.redraw_draft(work, town, changed, now)
    return changed


def merged(task: Task, new: Draft, text: str, parts_alone: bool) -> Draft:
    """The new text over the old: title and body unless it holds labelled lines alone, each label that it names."""
    labels = _labels_of(text)
    due = new if "due" in labels else Draft("", due=task.due_at, due_words=task.due_words)
    return replace(
        written_of(task),
        title=task.title if parts_alone else new.title,
        body=task.body if parts_alone else new.body,
        audience=new.audience if "audience" in labels else task.audience,
        due=due.due,
        due_words=due.due_words,
        photo=new.photo if "wish" in labels else task.photo,
        verify=new.verify if "verify" in labels else task.verify,
        goals=new.goals if "goals" in labels else task.goals,
        asks=new.asks if labels & {"asks", "wish"} else task.asks,
    )


def written_of(task: Task) -> Draft:
    """The task as it was written."""
    return Draft(
        task.title,
        task.body,
        task.audience,
        task.due_at,
        task.due_words,
        task.photo,
        goals=task.goals,
        asks=task.asks,
        urgent=task.urgent,
        verify=task.verify,
    )


def _labels_of(text: str) -> frozenset[str]:
    """The labelled parts that a text holds, wherever they stand in it."""
    return frozenset().union(*(only_parts(line) for line in text.splitlines()))


async def switch_verifying(work: Work, town: Town, caller: Caller, number: int, version: int, now: datetime) -> Task:
    """Completions of the draft's task are to be verified from now on, or are no longer."""
    task = await _current(work, number, version)
    await check_own(work, caller, task)
    await tasks.rewrite(work, number, replace(written_of(task), verify=not task.verify), task.scope)
    await audit.note(work, now, caller.person_id, "task_edited", task=number)
    changed = await _kept(work, number)
    await showing.redraw_draft(work, town, changed, now)
    return changed


async def choose_unit(
    work: Work, town: Town, caller: Caller, number: int, version: int, place: int, unit_id: int, now: datetime
) -> Task:
    """The name at that place of the draft's audience means this unit."""
    task = await _current(work, number, version)
    await check_own(work, caller, task)
    tree = await units.tree(work)
    unit = tree.units.get(unit_id)
    if unit is None or place >= len(task.audience):
        raise NotFound("task-audience-gone")
    name = unit.code if address(tree, (unit.name,), None).doubts else unit.name
    words = (*task.audience[:place], name, *task.audience[place + 1 :])
    written = replace(written_of(task), audience=words)
    await tasks.rewrite(work, number, written, task.scope)
    await audit.note(work, now, caller.person_id, "task_edited", task=number)
    changed = await _kept(work, number)
    await showing.redraw_draft(work, town, changed, now)
    return changed


async def confirm(
    work: Work, town: Town, caller: Caller, number: int, now: datetime, version: int | None = None
) -> date:
    """Let the task go out at the next hour of tasks; the day at which that is.

    `version` is the one that the caller saw; NotPossible when it was changed meanwhile. A leader of a node may confirm
    what goes to their subtree alone.
    """
    day = next_day(town, now)
    task = await _ready(work, town, caller, number, version, town.at(day, town.times.tasks), now)
    await tasks.confirm(work, task.number, day)
    await audit.note(work, now, caller.person_id, "task_confirmed", task=number, day=day.isoformat())
    await showing.redraw_draft(work, town, await _kept(work, number), now)
    return day


async def publish_at_once(
    work: Work, town: Town, caller: Caller, number: int, now: datetime, version: int | None = None
) -> Published:
    """Let the task go out now; the same rules as `confirm`."""
    task = await _ready(work, town, caller, number, version, now, now)
    await audit.note(work, now, caller.person_id, "task_confirmed", task=number, day=None)
    return await publish_now(work, town, task, now)


async def _ready(
    work: Work, town: Town, caller: Caller, number: int, version: int | None, out_at: datetime, now: datetime
) -> Task:
    """The task, when nothing is in the way of its going out then by the caller's word."""
    task = await _current(work, number, version)
    await check_own(work, caller, task)
    tree = await units.tree(work)
    addressed = address(tree, task.audience, task.scope)
    _clear(problems_of(task, addressed, town.local(now), town.form))
    _within_reach(tree, caller, addressed)
    if task.due_at is not None and task.due_at <= out_at:
        raise NotPossible("task-due-too-early", **showing.due_fields(town, task.due_at, now), number=str(number))
    return task


def next_day(town: Town, now: datetime) -> date:
    """The day at whose hour of tasks something confirmed now goes out: today's before that hour, else tomorrow's."""
    today = town.day_of(now)
    return today if now < town.at(today, town.times.tasks) else today + timedelta(days=1)


def _clear(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        raise NotPossible(problem.key, **problem.fields)


def _within_reach(tree: UnitTree, caller: Caller, addressed: Addressed) -> None:
    scope = scope_of(caller)
    if not covers(tree, scope, [unit.id for unit in addressed.units]):
        beyond = [unit.name for unit in addressed.units if not covers(tree, scope, [unit.id])]
        raise NotAllowed("task-problem-outside", units=beyond)


async def cancel(
    work: Work, town: Town, caller: Caller, number: int, now: datetime, version: int | None = None, reason: str = ""
) -> Task:
    """A draft is dropped; a task that is out is withdrawn: its messages say so, and every chat that has it is told.

    Nobody is reminded of it any more; who is told hears the reason where one was given.
    """
    task = await tasks.by_number(work, number)
    if task is None or task.state is not TaskState.PUBLISHED:
        task = await _current(work, number, version)
    await check_own(work, caller, task)
    await tasks.cancel(work, number)
    await audit.note(work, now, caller.person_id, "task_cancelled", task=number)
    await task_events.note(work, number, task_events.WITHDRAWN, now, caller.person_id, words=reason)
    cancelled = await _kept(work, number)
    await showing.redraw_draft(work, town, cancelled, now)
    if task.urgent:
        await urgent.redraw_live(work, town, cancelled, "cancelled", now)
    if task.state is TaskState.PUBLISHED:
        await _take_back(work, town, cancelled, reason, now)
    return cancelled


async def _take_back(work: Work, town: Town, task: Task, reason: str, now: datetime) -> None:
    await outbox.clear(work, showing.about_task(task.number))
    for place in await tasks.places(work, task.number):
        await chasing.ended(work, task.number, place.unit_id, now)
    await showing.redraw_all(work, town, task, now)
    await gathering.gather(work, town, task, f"task-{task.version}", now, fresh=False)
    for chat in await tasks.posts_of(work, task.number):
        sent = await outbox.by_key(work, showing.post_key(task.number, chat))
        if sent is not None and sent.message_id is not None:
            key = f"task/{task.number}/taken-back/chat-{chat}"
            fields = {"number": str(task.number), "title": task.title, "reason": reason, "told": bool(reason)}
            told = Outgoing(key, chat, "task-taken-back", fields, lane=Lane.ORDER, reply_to=sent.message_id)
            await outbox.put(work, told, now)


async def _current(work: Work, number: int, version: int | None) -> Task:
    task = await undecided(work, number)
    if version is not None and version != task.version:
        raise NotPossible("task-changed-meanwhile", number=str(number))
    return task


async def check_own(work: Work, caller: Caller, task: Task) -> None:
    """Leaders of a node decide on what is their own or goes to their subtree alone."""
    scope = scope_of(caller)
    tree = await units.tree(work)
    addressed = address(tree, task.audience, task.scope)
    theirs = [unit.id for unit in (*addressed.units, *addressed.outside)]
    if task.made_by != caller.person_id and not covers(tree, scope, theirs):
        raise NotAllowed("task-not-your-draft", number=str(task.number))


async def _kept(work: Work, number: int) -> Task:
    task = await tasks.by_number(work, number)
    assert task is not None
    return task


async def shown(work: Work, town: Town, task: Task, now: datetime) -> showing.Shown:
    """The draft's preview, to be sent under `about_draft(number)`, so that it is redrawn with each decision."""
    return await showing.draft_shown(work, town, task, now)
