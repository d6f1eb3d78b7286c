"""Completions that wait for a leader's word, gathered: one live message a task, chat and day."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from actions.tasks import showing
from actions.tasks.urgent import slot
from domain.instants import to_ms
from domain.numbers import plain
from domain.outgoing import Act, Button, Buttons, Lane, Outgoing
from domain.people import Chat, Place
from domain.task_words import read_number
from domain.tasks import Task, TaskState, TaskUnit
from domain.town import Town
from domain.verifying import VERIFIED, WAITING, waits
from storage import chats, outbox, tasks
from storage.outbox import Sent
from storage.work import Work

ROWS = 6
"""Completions that one message shows at once, each with its two buttons."""
KIND = "task-verify"


def about_verifying(number: int) -> str:
    """The subject of the live messages in which completions of a task are gathered."""
    return f"verify/{number}"


def done_ms(place: TaskUnit) -> int:
    """When the unit said 完成, as buttons carry it."""
    return 0 if place.done_at is None else to_ms(place.done_at)


async def gather(work: Work, town: Town, task: Task, cause: str, now: datetime, *, fresh: bool) -> None:
    """Let the live message show what waits: one a task, chat and day, where the task was written.

    fresh: a unit has just said 完成. Only then a message is begun, and a day's later ones change it; `cause` names
    what happened, so that a replay writes nothing twice.
    """
    if not task.verify:
        return
    drawn = await showing.sheet(work, task)
    everybody = [place for place in in_order(drawn) if waits(task, place)]
    for chat in await _desks(work, task):
        standing = await _newest(work, task.number, chat.id)
        today = _key(task.number, town.day_of(now), chat.id)
        shown = await listed(work, town, task, everybody, now)
        if fresh and everybody and (standing is None or standing.key != today):
            await _begin(work, chat.id, today, standing, shown, task, now)
        elif standing is not None:
            lane, at = (Lane.BOARD, slot(now)) if fresh else (Lane.ANSWER, None)
            edit = Outgoing(
                f"{standing.key}/edit/{cause}",
                chat.id,
                shown.kind,
                shown.fields,
                shown.buttons,
                lane,
                Act.EDIT,
                target=standing.key,
                not_before=at,
            )
            await outbox.put(work, edit, now)


def _key(number: int, day: date, chat: int) -> str:
    return f"verify/{number}/{day.isoformat()}/chat-{chat}"


async def _newest(work: Work, number: int, chat: int) -> Sent | None:
    found = [sent for sent in await outbox.about(work, about_verifying(number)) if sent.chat == chat]
    return found[-1] if found else None


async def _begin(
    work: Work, chat: int, key: str, earlier: Sent | None, shown: showing.Shown, task: Task, now: datetime
) -> None:
    """Post the day's live message; an earlier day's gives up its buttons to it."""
    if earlier is not None:
        fields = {"number": str(task.number), "title": task.title}
        fold = Outgoing(
            f"{earlier.key}/below", chat, "task-verify-below", fields, (), Lane.BOARD, Act.EDIT, target=earlier.key
        )
        await outbox.put(work, fold, now)
    about = about_verifying(task.number)
    await outbox.put(work, Outgoing(key, chat, shown.kind, shown.fields, shown.buttons, Lane.BOARD, about=about), now)


async def _desks(work: Work, task: Task) -> list[Chat]:
    """Where completions of the task are gathered: where it was written, else in the command chats."""
    made_in = None if task.made_in is None else await chats.by_id(work, task.made_in)
    if made_in is not None and made_in.here and made_in.place in (Place.COMMAND, Place.PRIVATE):
        return [made_in]
    return list(await chats.of_purpose(work, "command"))


def in_order(drawn: showing.Sheet) -> list[TaskUnit]:
    """Every unit's place in the task, in the tree's order."""
    return [drawn.places[unit.id] for unit in drawn.tree.subtree(None) if unit.id in drawn.places]


async def listed(
    work: Work, town: Town, task: Task, wanted: Sequence[TaskUnit], now: datetime, page: int = 0
) -> showing.Shown:
    """A page of the completions that wait, each with what came with it and the buttons for both words."""
    drawn = await showing.sheet(work, task)
    counts = showing.count_states(task, drawn.places.values())
    pages = max(1, -(-len(wanted) // ROWS))
    page = min(page, pages - 1)
    shown = wanted[page * ROWS : (page + 1) * ROWS]
    said = await _last_words(work, task.number, {place.unit_id for place in shown})
    fields = {
        "number": str(task.number),
        "title": task.title,
        "cancelled": task.state is TaskState.CANCELLED,
        "waiting": len(wanted),
        "all_waiting": counts[WAITING],
        "verified": counts[VERIFIED],
        "units": len(drawn.places),
        "rows": [_row(town, drawn, place, said.get(place.unit_id, ""), now) for place in shown],
        "page": page + 1,
        "pages": pages,
    }
    return showing.Shown(KIND, fields, _buttons(task, drawn, wanted, shown, page, pages))


def _row(town: Town, drawn: showing.Sheet, place: TaskUnit, words: str, now: datetime) -> dict[str, object]:
    """A unit's completion with what came with it; words that are but the number asked for are not said twice."""
    number = drawn.numbers.get(place.unit_id)
    return {
        "unit": drawn.name(place.unit_id),
        "at": showing.clock(town, place.done_at),
        "day": _other_day(town, place.done_at, now),
        "asks": drawn.task.asks,
        "number": None if number is None else plain(number),
        "photos": drawn.photos.get(place.unit_id, 0),
        "no_photo": drawn.lacks_photo(place),
        "words": "" if number is not None and read_number(words) == number else words,
        "returned": place.returned,
    }


def _other_day(town: Town, instant: datetime | None, now: datetime) -> str:
    if instant is None or town.day_of(instant) == town.day_of(now):
        return ""
    return town.day_of(instant).isoformat()


async def _last_words(work: Work, number: int, unit_ids: Collection[int]) -> dict[int, str]:
    """The latest feedback of each of the units, which is what a completion mostly came with."""
    return {said.unit_id: said.text for said in await tasks.feedback(work, number) if said.unit_id in unit_ids}


def _buttons(
    task: Task, drawn: showing.Sheet, wanted: Sequence[TaskUnit], shown: Sequence[TaskUnit], page: int, pages: int
) -> Buttons:
    if task.state is not TaskState.PUBLISHED or not wanted:
        return ()
    rows = [
        [
            *(_button(task, word, place.unit_id, unit=drawn.name(place.unit_id)) for word in ("pass", "return")),
            *(_button(task, "photos", place.unit_id, n=n) for n in (drawn.photos.get(place.unit_id, 0),) if n),
        ]
        for place in shown
    ]
    turning = [
        Button(label, f"verify/{task.number}/page/{to}")
        for label, to in (("button-previous", page - 1), ("button-next", page + 1))
        if 0 <= to < pages
    ]
    if len(wanted) > 1:
        until = max(done_ms(place) for place in wanted)
        turning.insert(0, Button("task-button-pass-all", f"verify/{task.number}/all/{until}", {"n": len(wanted)}))
    return [*rows, turning] if turning else rows


def _button(task: Task, word: str, unit_id: int, **fields: object) -> Button:
    return Button(f"task-button-{word}", f"verify/{task.number}/{word}/{unit_id}", fields)
