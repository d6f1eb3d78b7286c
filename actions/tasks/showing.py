"""How a task stands in the chats: the fields and buttons of its messages, and their redrawing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from actions.tasks.destinations import destinations
from actions.tasks.goals import goal_fields, progress_of, wanted_fields
from domain.audience import Addressed, address
from domain.numbers import plain
from domain.outgoing import Act, Button, Buttons, Lane, Outgoing
from domain.targets import Progress
from domain.task_text import problems_of
from domain.tasks import Problem, Task, TaskState, TaskUnit, UnitState, next_moves
from domain.town import Town
from domain.units import UnitTree
from domain.verifying import VERIFIED, WAITING, standing
from storage import chats, outbox, targets, task_numbers, tasks, units
from storage.outbox import Sent
from storage.work import Work


def about_task(number: int) -> str:
    """The subject of the messages that bring a task to the units."""
    return f"task/{number}"


def about_draft(number: int) -> str:
    """The subject of the messages that ask leaders about a draft."""
    return f"draft/{number}"


def about_unit(number: int, unit_id: int) -> str:
    """The subject of the reminders of a unit that is silent on a task; an answer clears them."""
    return f"task/{number}/{unit_id}"


def post_key(number: int, chat: int) -> str:
    """The key of the message by which a chat has the task."""
    return f"task/{number}/chat-{chat}"


def day_word(day: date, today: date) -> str:
    """How far a day lies: today, tomorrow, or any other."""
    return {0: "today", 1: "tomorrow"}.get((day - today).days, "other")


def due_fields(town: Town, due_at: datetime | None, now: datetime) -> dict[str, object]:
    """A deadline as fields: `due_when` (none, today, tomorrow, other), `due_day`, `due`; midnight is 24:00."""
    if due_at is None:
        return {"due_when": "none", "due_day": "", "due": ""}
    due = town.local(due_at)
    midnight = (due.hour, due.minute) == (0, 0)
    day = due.date() - timedelta(days=1) if midnight else due.date()
    hour = "24:00" if midnight else f"{due:%H:%M}"
    return {"due_when": day_word(day, town.day_of(now)), "due_day": day.isoformat(), "due": hour}


def task_fields(town: Town, task: Task, now: datetime) -> dict[str, object]:
    """What every message about a task shows of it."""
    return {
        "number": str(task.number),
        "title": task.title,
        "body": task.body,
        "photo": task.photo,
        "urgent": task.urgent,
        "asks": task.asks,
        "series": "" if task.series is None else str(task.series),
        **due_fields(town, task.due_at, now),
    }


def clock(town: Town, instant: datetime | None) -> str:
    """An instant as the town's clocks show it: 19:04."""
    return "" if instant is None else f"{town.local(instant):%H:%M}"


@dataclass(frozen=True)
class Sheet:
    """All that the messages of one published task are drawn from."""

    task: Task
    places: dict[int, TaskUnit]
    people: dict[int, str]
    photos: dict[int, int]
    tree: UnitTree
    shared: frozenset[int]
    """The chats of the whole town: what stands there says for whom."""
    goals: tuple[Progress, ...] = ()
    by_reports: frozenset[int] = frozenset()
    """The units whose reports have made the task done."""
    numbers: Mapping[int, Decimal] = field(default_factory=dict)

    def name(self, unit_id: int) -> str:
        """The unit's name; of one that has left the tree, nothing."""
        unit = self.tree.units.get(unit_id)
        return unit.name if unit else ""

    def lacks_photo(self, place: TaskUnit) -> bool:
        """Whether the unit is done and the photo asked for has not come."""
        return self.task.photo and place.state is UnitState.DONE and not self.photos.get(place.unit_id)

    def lacks_number(self, place: TaskUnit) -> bool:
        """Whether the unit is done and the number asked for has not come."""
        return bool(self.task.asks) and place.state is UnitState.DONE and place.unit_id not in self.numbers


async def sheet(work: Work, task: Task) -> Sheet:
    """The task's sheet as it is now."""
    files = await tasks.files(work, task.number)
    places = {place.unit_id: place for place in await tasks.places(work, task.number)}
    fills = await targets.fills(work, task.number) if task.goals else {}
    tree = await units.tree(work)
    return Sheet(
        task,
        places,
        await tasks.who_changed(work, task.number),
        {unit: photos for unit, (_, photos) in files.items()},
        tree,
        frozenset(chat.id for chat in await chats.of_purpose(work, "town")),
        await progress_of(work, task.number, places, tree) if task.goals else (),
        frozenset(unit for unit, closed in fills.items() if closed),
        await task_numbers.of_task(work, task.number) if task.asks else {},
    )


def post(town: Town, drawn: Sheet, chat: int, unit_ids: Sequence[int], now: datetime) -> Outgoing:
    """The message by which a chat has the task, for these units."""
    task = drawn.task
    single = len(unit_ids) == 1 and chat not in drawn.shared
    fields = {
        **task_fields(town, task, now),
        "town": town.name,
        "at": clock(town, task.published_at),
        "cancelled": task.state is TaskState.CANCELLED,
        "unit": _one(town, drawn, unit_ids[0]) if single else None,
        "names": [drawn.name(unit) for unit in unit_ids],
        "counts": count_states(task, (drawn.places[unit] for unit in unit_ids)),
        "goals": goal_fields(drawn.goals, unit_ids[0] if single else None),
    }
    buttons = _post_buttons(task, drawn.places[unit_ids[0]] if single else None)
    lane = Lane.ALERT if task.urgent else Lane.ORDER
    return Outgoing(post_key(task.number, chat), chat, "task", fields, buttons, lane, about=about_task(task.number))


def _one(town: Town, drawn: Sheet, unit_id: int) -> dict[str, object]:
    place = drawn.places[unit_id]
    return {
        "name": drawn.name(unit_id),
        "state": place.state.value,
        "by": drawn.people.get(unit_id, ""),
        "at": clock(town, place.changed_at),
        "reason": place.reason,
        "no_photo": drawn.lacks_photo(place),
        "no_number": drawn.task.asks if drawn.lacks_number(place) else "",
        "number": plain(drawn.numbers[unit_id]) if unit_id in drawn.numbers else None,
        "by_reports": unit_id in drawn.by_reports and place.state is UnitState.DONE,
        "verdict": standing(drawn.task, place),
    }


def _post_buttons(task: Task, place: TaskUnit | None) -> Buttons:
    """What the unit may say next; a message shared by several keeps all moves."""
    if task.state is TaskState.CANCELLED or (place is not None and place.verified_at is not None):
        return ()
    state = UnitState.SILENT if place is None else place.state
    return [[answer_button(task.number, move) for move in next_moves(state)]]


def answer_button(number: int, move: UnitState, unit_id: int | None = None) -> Button:
    """The button by which somebody answers so, for the unit if one is given, else for their own."""
    suffix = "" if unit_id is None else f"/{unit_id}"
    return Button(f"task-button-{move.value}", f"task/{number}/{move.value}{suffix}")


def numbered_button(number: int, move: UnitState, unit_id: int) -> Button:
    """The same in a list of several tasks: its label says of which."""
    return Button(f"task-button-of-{move.value}", f"task/{number}/{move.value}/{unit_id}", {"number": str(number)})


def count_states(task: Task, places: Iterable[TaskUnit]) -> dict[str, int]:
    """How many units stand in each state, every state is there; and how many completions wait, or are verified."""
    counts = dict.fromkeys((*map(str, UnitState), WAITING, VERIFIED), 0)
    for place in places:
        counts[place.state.value] += 1
        if said := standing(task, place):
            counts[said] += 1
    return counts


async def redraw_unit(work: Work, town: Town, task: Task, place: TaskUnit, now: datetime, said: str = "") -> None:
    """Show the unit's new state wherever the task stands for it; a message shared by many shows their numbers.

    said: what has changed where the unit's answer is the same as before.
    """
    await redraw_units(work, town, task, [place], now, said)


async def redraw_units(
    work: Work, town: Town, task: Task, places: Sequence[TaskUnit], now: datetime, said: str = ""
) -> None:
    """The same of several units: one edit a chat."""
    drawn = await sheet(work, task)
    changed = {place.unit_id: place for place in places}
    for chat, unit_ids in (await tasks.posts_of(work, task.number)).items():
        place = next((changed[unit] for unit in unit_ids if unit in changed), None)
        if place is not None:
            lane = Lane.BOARD if said or chat in drawn.shared else Lane.ANSWER
            cause = said or f"unit-{place.unit_id}-{place.version}"
            await _edit(work, post(town, drawn, chat, unit_ids, now), cause, lane, now)


async def redraw_all(work: Work, town: Town, task: Task, now: datetime) -> None:
    """Show the task's new state in every chat that has it."""
    drawn = await sheet(work, task)
    for chat, unit_ids in (await tasks.posts_of(work, task.number)).items():
        await _edit(work, post(town, drawn, chat, unit_ids, now), f"task-{task.version}", Lane.ORDER, now)


async def _edit(work: Work, shown: Outgoing, cause: str, lane: Lane, now: datetime) -> None:
    key = f"{shown.key}/edit/{cause}"
    edit = Outgoing(key, shown.chat, shown.kind, shown.fields, shown.buttons, lane, Act.EDIT, target=shown.key)
    await outbox.put(work, edit, now)


@dataclass(frozen=True)
class Shown:
    """A message as its sender needs it: kind, fields, buttons."""

    kind: str
    fields: dict[str, object]
    buttons: Buttons = ()


async def draft_shown(work: Work, town: Town, task: Task, now: datetime) -> Shown:
    """The preview of a task: what the units will read, to whom it goes, what is not clear yet, what to press."""
    tree = await units.tree(work)
    addressed = address(tree, task.audience, task.scope)
    problems = problems_of(task, addressed, town.local(now), town.form)
    fields = {
        **task_fields(town, task, now),
        "state": task.state.value,
        "verify": task.verify,
        "audience": list(task.audience),
        "goals": wanted_fields(task.goals, town.form),
        "scope": _scope_names(tree, task),
        "units": len(addressed.units),
        "chats": len((await destinations(work, addressed.units, True, now)).posts) if task.urgent else 0,
        "at": clock(town, task.published_at),
        "problems": [[problem.key, dict(problem.fields)] for problem in problems],
        **publication_fields(town, task.publish_day, now),
    }
    return Shown("task-draft", fields, _draft_buttons(town, task, addressed, problems))


def _scope_names(tree: UnitTree, task: Task) -> list[str]:
    """The nodes that 全部 stands for, where that is not the whole town."""
    nodes = task.scope or ()
    whole = all(top.id in nodes for top in tree.children(None))
    return [] if whole else [tree.units[node].name for node in nodes if node in tree.units]


def publication_fields(town: Town, day: date | None, now: datetime) -> dict[str, object]:
    """The day at whose hour a confirmed task goes out; `missed`: today's hour is past."""
    tasks_at = f"{town.times.tasks:%H:%M}"
    if day is None:
        return {"tasks_at": tasks_at, "when": "", "publish_day": "", "missed": False}
    today = town.day_of(now)
    out = max(day, today)
    missed = out > today and now >= town.at(today, town.times.tasks)
    return {"tasks_at": tasks_at, "when": day_word(out, today), "publish_day": out.isoformat(), "missed": missed}


def _draft_buttons(town: Town, task: Task, addressed: Addressed, problems: Sequence[Problem]) -> Buttons:
    if task.state is TaskState.PUBLISHED:
        return [[_draft_button(task, "edit"), _draft_button(task, "withdraw")]]
    if task.state is TaskState.CANCELLED:
        return ()
    verify = Button(f"task-button-{'unverified' if task.verify else 'verified'}", _data(task, "verify"))
    change = [_draft_button(task, "edit"), verify, _draft_button(task, "cancel")]
    if problems:
        return [*_candidates(task, addressed), change]
    if task.urgent:
        return [[Button("task-button-order", _data(task, "now"), {"units": len(addressed.units)})], change]
    later = Button("task-button-publish", _data(task, "publish"), {"at": f"{town.times.tasks:%H:%M}"})
    out = [later] if task.state is TaskState.DRAFT else []
    return [[*out, _draft_button(task, "now")], change]


def _candidates(task: Task, addressed: Addressed) -> list[list[Button]]:
    """For each unclear name the units that it may mean, a row a name."""
    rows = []
    for doubt in addressed.doubts:
        place = task.audience.index(doubt.word)
        rows.append([Button(f"={unit.name}", _data(task, f"unit/{place}/{unit.id}")) for unit in doubt.candidates])
    return [row for row in rows if row]


def _draft_button(task: Task, deed: str) -> Button:
    return Button(f"task-button-{deed}", _data(task, deed))


def _data(task: Task, deed: str) -> str:
    """The version goes along: a press on a text that was changed meanwhile decides nothing."""
    return f"draft/{task.number}/{task.version}/{deed}"


async def redraw_draft(work: Work, town: Town, task: Task, now: datetime) -> None:
    """Show every leader who was asked about it how the task stands now, in the newest preview of each chat."""
    shown = await draft_shown(work, town, task, now)
    for asked in (await _newest_previews(work, task.number)).values():
        key = f"{asked.key}/edit-{task.version}"
        edit = Outgoing(
            key, asked.chat, shown.kind, shown.fields, shown.buttons, Lane.ANSWER, Act.EDIT, target=asked.key
        )
        await outbox.put(work, edit, now)


async def _newest_previews(work: Work, number: int) -> dict[int | None, Sent]:
    """The newest preview of the draft in each chat that has one."""
    return {sent.chat: sent for sent in await outbox.about(work, about_draft(number))}


async def fold_preview(work: Work, task: Task, chat: int, now: datetime) -> None:
    """The preview that stands in the chat makes room for a newer one below it: it loses its text and buttons."""
    earlier = (await _newest_previews(work, task.number)).get(chat)
    if earlier is not None:
        fields = {"number": str(task.number), "title": task.title}
        key = f"{earlier.key}/below"
        edit = Outgoing(key, chat, "task-draft-below", fields, (), Lane.ANSWER, Act.EDIT, target=earlier.key)
        await outbox.put(work, edit, now)
