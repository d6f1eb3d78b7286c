"""Tasks go out: at their hour or at once, to every addressed unit, once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from actions import reach
from actions.tasks import showing, targets, urgent
from actions.tasks.destinations import destinations
from actions.tasks.rights import scope_of_posts
from domain.audience import address, within
from domain.outgoing import Lane, Outgoing
from domain.people import Post, Role
from domain.tasks import Task, TaskState
from domain.town import Town
from domain.units import UnitTree
from storage import audit, chats, outbox, people, task_events, tasks, units
from storage.work import Work


@dataclass(frozen=True)
class Published:
    """What went out: to how many units, and the names of those for whom no chat was found."""

    task: Task
    units: int
    unreached: tuple[str, ...] = ()


async def publish_due(work: Work, town: Town, day: date, now: datetime) -> dict[str, int]:
    """Send out what is confirmed for the day (or was for an earlier one); how many `tasks` went to how many `units`.

    Drafts that nobody confirmed stay where they are. The command chats are told in one message.
    """
    published = [await publish(work, town, task, now) for task in await tasks.due_for_publication(work, day)]
    out = [done for done in published if done is not None]
    for chat in await chats.of_purpose(work, "command") if out else ():
        await _tell_out(work, town, out, f"tasks-out/{day.isoformat()}/chat-{chat.id}", chat.id, now)
    return {"tasks": len(out), "units": sum(done.units for done in out)}


async def publish_now(work: Work, town: Town, task: Task, now: datetime) -> Published:
    """Send one task out at once; command chats in which its preview does not stand are told."""
    out = await publish(work, town, task, now)
    assert out is not None, "confirming has seen to it that there are units"
    asked = {sent.chat for sent in await outbox.about(work, showing.about_draft(task.number))}
    for chat in await chats.of_purpose(work, "command"):
        if out.unreached or not (task.urgent or chat.id in asked):
            await _tell_out(work, town, [out], f"task-out/{task.number}/chat-{chat.id}", chat.id, now)
    return out


async def publish(work: Work, town: Town, task: Task, now: datetime) -> Published | None:
    """One task goes to its units: state, places, messages in one transaction; None when it was out before.

    A task whose units have all left since it was confirmed becomes a draft again and is asked about.
    """
    tree = await units.tree(work)
    addressed = address(tree, task.audience, task.scope)
    if not addressed.units:
        await _back_to_draft(work, town, task, now)
        return None
    if not await tasks.publish(work, task.number, now):
        return None
    where = await destinations(work, addressed.units, task.urgent, now)
    pairs = [(chat, unit) for chat, unit_ids in where.posts.items() for unit in unit_ids]
    await tasks.give(work, task.number, [unit.id for unit in addressed.units], pairs)
    out = await tasks.by_number(work, task.number)
    assert out is not None
    await targets.begin(work, town, out, now)
    drawn = await showing.sheet(work, out)
    for chat, unit_ids in where.posts.items():
        await outbox.put(work, showing.post(town, drawn, chat, unit_ids, now), now)
    if out.urgent:
        await urgent.begin(work, town, out, now)
    await showing.redraw_draft(work, town, out, now)
    await audit.note(work, now, None, "task_published", task=task.number, units=len(addressed.units))
    await task_events.note(work, task.number, task_events.PUBLISHED, now, None)
    return Published(out, len(addressed.units), tuple(unit.name for unit in where.unreached))


async def _back_to_draft(work: Work, town: Town, task: Task, now: datetime) -> None:
    await tasks.unconfirm(work, task.number)
    await audit.note(work, now, None, "task_without_units", task=task.number)
    draft = replace(task, state=TaskState.DRAFT, publish_day=None, version=task.version + 1)
    await showing.redraw_draft(work, town, draft, now)
    for chat in await chats.of_purpose(work, "command"):
        key = f"draft/{task.number}/{draft.version}/chat-{chat.id}"
        await _ask(work, town, await units.tree(work), draft, key, chat.id, now)


async def _tell_out(work: Work, town: Town, out: Sequence[Published], key: str, chat: int, now: datetime) -> None:
    rows = [
        {"number": str(p.task.number), "title": p.task.title, "units": p.units, "unreached": list(p.unreached)}
        for p in out
    ]
    fields = {"at": showing.clock(town, now), "tasks": rows}
    await outbox.put(work, Outgoing(key, chat, "tasks-out", fields, lane=Lane.BOARD), now)


async def preview(work: Work, town: Town, day: date, now: datetime) -> dict[str, int]:
    """Show what goes out at the day's hour, and ask about each draft that nobody confirmed; how many of both.

    To the command chats everything. Who may publish is there: in private they are asked of what they wrote in private
    alone, or of all that is theirs where no command chat is.
    """
    tree = await units.tree(work)
    going = await tasks.due_for_publication(work, day)
    drafts = await tasks.in_state(work, TaskState.DRAFT)
    command = await chats.of_purpose(work, "command")
    for chat in command:
        await _preview_to(work, town, tree, day, chat.id, going, drafts, now)
    for chat_id, person, scope in await _publishers(work, now):
        theirs = [task for task in (*going, *drafts) if _concerns(tree, task, scope, person)]
        if command:
            theirs = [task for task in theirs if task.made_by == person and await _stands_in(work, task, chat_id)]
        mine = [task for task in going if task in theirs]
        asked = [task for task in drafts if task in theirs]
        if mine or asked:
            await _preview_to(work, town, tree, day, chat_id, mine, asked, now)
    return {"tasks": len(going), "drafts": len(drafts)}


async def _stands_in(work: Work, task: Task, chat: int) -> bool:
    """Whether the chat has a preview of the task: it was written there."""
    return any(sent.chat == chat for sent in await outbox.about(work, showing.about_draft(task.number)))


def _concerns(tree: UnitTree, task: Task, scope: Sequence[int] | None, person: int) -> bool:
    """Whether somebody may decide on the task: it is their own, or all its units are theirs."""
    found = address(tree, task.audience, task.scope).units
    return task.made_by == person or scope is None or bool(found and len(within(tree, found, scope)) == len(found))


async def _publishers(work: Work, now: datetime) -> list[tuple[int, int, tuple[int, ...] | None]]:
    """Private chat, person and scope of everybody who may publish and can be written to."""
    posts: dict[int, list[Post]] = {}
    for role in (Role.LEADER, Role.OPERATOR):
        for person, unit_id in await people.of_role(work, role):
            posts.setdefault(person.id, []).append(Post(role, unit_id))
    found = []
    for person_id, held in posts.items():
        known = await people.by_id(work, person_id)
        chat = None if known is None else await reach.private_chat(work, known, now)
        if chat is not None:
            found.append((chat.id, person_id, scope_of_posts(held)))
    return found


async def _preview_to(
    work: Work,
    town: Town,
    tree: UnitTree,
    day: date,
    chat: int,
    going: Sequence[Task],
    drafts: Sequence[Task],
    now: datetime,
) -> None:
    rows = [
        {**showing.task_fields(town, task, now), "units": len(address(tree, task.audience, task.scope).units)}
        for task in going
    ]
    fields = {"at": f"{town.times.tasks:%H:%M}", "tasks": rows, "drafts": len(drafts)}
    key = f"task-preview/{day.isoformat()}/chat-{chat}"
    await outbox.put(work, Outgoing(key, chat, "task-preview", fields, lane=Lane.BOARD), now)
    for task in drafts:
        await _ask(work, town, tree, task, f"draft/{task.number}/{day.isoformat()}/chat-{chat}", chat, now)


async def _ask(work: Work, town: Town, tree: UnitTree, task: Task, key: str, chat: int, now: datetime) -> None:
    shown = await showing.draft_shown(work, town, task, now)
    await showing.fold_preview(work, task, chat, now)
    about = showing.about_draft(task.number)
    asked = Outgoing(key, chat, shown.kind, shown.fields, shown.buttons, Lane.BOARD, about=about)
    await outbox.put(work, asked, now)
