"""What units say to a task: an answer, the reason of a difficulty, feedback in words, photos and files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from actions.tasks import chasing, gathering, showing, urgent
from actions.tasks.numbers import lacks_number
from actions.tasks.rights import own_units, running
from domain.errors import NotAllowed
from domain.outgoing import Lane, Outgoing
from domain.people import Caller
from domain.tasks import Task, TaskUnit, UnitState, answered
from domain.town import Town
from storage import audit, chats, outbox, task_events, tasks, units
from storage.tasks import File, Message
from storage.work import Work

REASON_PATIENCE = timedelta(minutes=10)
"""How long the command chat waits for the words of a difficulty before it is told without them."""


@dataclass(frozen=True)
class Answer:
    """How an answer was taken: `ask` is reason, photo or number where something is still wanted of the unit, once."""

    task: Task
    place: TaskUnit
    unit: str
    changed: bool
    ask: str = ""


async def answer(
    work: Work,
    town: Town,
    caller: Caller,
    number: int,
    state: UnitState,
    unit_id: int,
    said_at: datetime,
    now: datetime,
    words: str = "",
) -> Answer:
    """The caller's unit answers a task that is out; `words` are the reason of a difficulty.

    Waiting reminders of this unit are cleared, its messages redrawn. NotAllowed for somebody else's unit.
    """
    task = await running(work, number)
    before = await _place(work, caller, number, unit_id)
    after = answered(before, state, said_at)
    if words and after.state is UnitState.DIFFICULTY:
        after = replace(after, reason=words, version=max(after.version, before.version + 1))
    asks_photo = await _wants_photo(work, task, after)
    after = replace(after, photo_asked=after.photo_asked or asks_photo)
    await _stand(work, town, task, before, after, caller, now)
    if after.state is UnitState.DIFFICULTY and after.version != before.version:
        await _tell_difficulty(work, task, after, now)
    name = (await units.tree(work)).units[unit_id].name
    changed = after.version != before.version
    asks_reason = changed and after.state is UnitState.DIFFICULTY and not after.reason
    asks_number = changed and after.state is UnitState.DONE and await lacks_number(work, task, unit_id)
    asks = {"reason": asks_reason, "photo": asks_photo, "number": asks_number}
    return Answer(task, after, name, changed, next((what for what, asked in asks.items() if asked), ""))


async def _place(work: Work, caller: Caller, number: int, unit_id: int) -> TaskUnit:
    place = await tasks.place(work, number, unit_id)
    if place is None or unit_id not in await own_units(work, caller, number):
        raise NotAllowed("task-not-addressed", number=str(number))
    return place


async def _wants_photo(work: Work, task: Task, place: TaskUnit) -> bool:
    """Whether the unit is done without the photo asked for and has not been asked for it yet."""
    if not task.photo or place.state is not UnitState.DONE or place.photo_asked:
        return False
    return (await tasks.files(work, task.number)).get(place.unit_id, (0, 0))[1] == 0


async def _stand(
    work: Work, town: Town, task: Task, before: TaskUnit, after: TaskUnit, caller: Caller, now: datetime
) -> None:
    """Keep the unit's new place and show it; the first answer ends the reminders."""
    await chasing.ended(work, task.number, after.unit_id, now)
    if after == before:
        return
    moved = after.version != before.version
    await tasks.save_place(work, after, None if after.state is before.state else caller.person_id)
    if moved:
        await audit.note(
            work, now, caller.person_id, "task_answered", task=task.number, unit=after.unit_id, state=after.state.value
        )
        if (after.state, after.reason) != (before.state, before.reason):
            said_at = after.changed_at or now
            await task_events.note(
                work, task.number, after.state.value, said_at, caller.person_id, after.unit_id, after.reason
            )
        await showing.redraw_unit(work, town, task, after, now)
        if UnitState.DONE in (before.state, after.state):
            done = task.verify and after.state is UnitState.DONE
            await gathering.gather(work, town, task, f"{after.unit_id}-{after.version}", now, fresh=done)
        if task.urgent:
            await urgent.redraw_live(work, town, task, f"unit-{after.unit_id}-{after.version}", now)


async def _tell_difficulty(work: Work, task: Task, place: TaskUnit, now: datetime) -> None:
    """The command chats learn once of a unit's difficulty: with its words, or after a while without them."""
    about = f"task/{task.number}/difficulty/{place.unit_id}"
    await outbox.clear(work, about)
    fields = {
        "number": str(task.number),
        "title": task.title,
        "unit": (await units.tree(work)).units[place.unit_id].name,
        "words": place.reason,
    }
    for chat in await chats.of_purpose(work, "command"):
        told = Outgoing(
            f"{about}/{place.version}/chat-{chat.id}",
            chat.id,
            "task-difficulty",
            fields,
            lane=Lane.ALERT,
            about=about,
            not_before=None if place.reason or task.urgent else now + REASON_PATIENCE,
        )
        await outbox.put(work, told, now)


async def explain(
    work: Work, town: Town, caller: Caller, number: int, unit_id: int, words: str, said_at: datetime, now: datetime
) -> bool:
    """Words that answer the question what the difficulty is; False when the unit is no longer in one."""
    await running(work, number)
    place = await _place(work, caller, number, unit_id)
    if place.state is not UnitState.DIFFICULTY:
        return False
    await answer(work, town, caller, number, UnitState.DIFFICULTY, unit_id, said_at, now, words)
    return True


async def feedback(
    work: Work,
    town: Town,
    caller: Caller,
    number: int,
    unit_id: int,
    message: Message,
    files: Sequence[File],
    now: datetime,
) -> bool:
    """Keep what the unit sent back; False for a further part of an album that was thanked for already.

    Who sends something back has seen the task: it counts as the first answer of a silent unit.
    """
    task = await running(work, number)
    before = await _place(work, caller, number, unit_id)
    album = files[0].album if files else None
    fresh = album is None or not await tasks.album_seen(work, number, caller.chat.id, album)
    if message.text:
        await tasks.add_feedback(work, number, unit_id, message)
    if message.text or files:
        told = {"task": number, "unit": unit_id, "files": len(files)}
        await audit.note(work, now, caller.person_id, "task_feedback", **told)
    for file in files:
        await tasks.add_file(work, number, unit_id, town.day_of(message.at), message, file)
    after = answered(before, UnitState.SEEN, message.at)
    if task.photo and before.state is UnitState.DONE and any(file.kind == "photo" for file in files):
        after = replace(after, version=before.version + 1)
    await _stand(work, town, task, before, after, caller, now)
    return fresh
