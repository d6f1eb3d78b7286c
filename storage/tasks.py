"""Tasks, the units that have them, where they stand, and what came back."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.instants import from_ms, maybe_instant, maybe_ms, to_ms
from domain.tasks import Draft, Task, TaskState, TaskUnit, UnitState
from storage.work import Row, Work, dumps


async def add(
    work: Work,
    draft: Draft,
    scope: Sequence[int] | None,
    made_by: int | None,
    made_in: int,
    now: datetime,
    message_id: int | None = None,
) -> int:
    """Keep a new draft; its number. `message_id`: the message in which it was written, so that its edits are known."""
    row = {"made_by": made_by, "made_in": made_in, "now": to_ms(now), "message_id": message_id}
    return int(await work.value("tasks.add", **_written(draft, scope), **row))


async def rewrite(work: Work, number: int, draft: Draft, scope: Sequence[int] | None) -> None:
    """The task reads so from now on, and is a draft again."""
    await work.do("tasks.rewrite", number=number, **_written(draft, scope))


async def amend(work: Work, number: int, draft: Draft) -> None:
    """The task that is out reads so from now on; whose it is and what targets it has stay."""
    parts = _written(draft, None)
    names = ("title", "body", "due_at", "due_words", "photo", "verify", "asks")
    await work.do("tasks.amend", number=number, **{name: parts[name] for name in names})


async def by_message(work: Work, chat: int, message_id: int) -> Task | None:
    """The task that was written in that message."""
    row = await work.one("tasks.by_message", chat_id=chat, message_id=message_id)
    return None if row is None else _task(row)


async def unverified(work: Work, since: datetime) -> list[tuple[int, int]]:
    """Task and unit of each completion that waits for a leader's word, of tasks that went out since then."""
    return [(row["number"], row["unit_id"]) for row in await work.all("tasks.unverified", since=to_ms(since))]


def _written(draft: Draft, scope: Sequence[int] | None) -> dict[str, object]:
    return {
        "title": draft.title,
        "body": draft.body,
        "audience_json": dumps(list(draft.audience)),
        "scope_json": dumps(None if scope is None else list(scope)),
        "due_at": maybe_ms(draft.due),
        "due_words": draft.due_words,
        "photo": int(draft.photo),
        "verify": int(bool(draft.verify)),
        "goals": draft.goals,
        "asks": draft.asks,
        "urgent": int(draft.urgent),
    }


async def by_number(work: Work, number: int) -> Task | None:
    """The task of that number, in whatever state."""
    row = await work.one("tasks.by_number", number=number)
    return None if row is None else _task(row)


async def in_state(work: Work, state: TaskState) -> list[Task]:
    """Every task in that state, oldest first."""
    return [_task(row) for row in await work.all("tasks.in_state", state=state.value)]


async def confirm(work: Work, number: int, day: date) -> None:
    """It is to go out with the tasks of that day."""
    await work.do("tasks.confirm", number=number, publish_day=day.isoformat())


async def unconfirm(work: Work, number: int) -> None:
    """It waits for a decision again."""
    await work.do("tasks.unconfirm", number=number)


async def publish(work: Work, number: int, now: datetime) -> bool:
    """It is out; False when it was before, or was cancelled."""
    return await work.do("tasks.publish", number=number, now=to_ms(now)) == 1


async def cancel(work: Work, number: int) -> None:
    """It is not to be done (any more)."""
    await work.do("tasks.cancel", number=number)


async def due_for_publication(work: Work, day: date) -> list[Task]:
    """What is confirmed for that day, or was for an earlier one and has not gone out."""
    return [_task(row) for row in await work.all("tasks.due_for_publication", day=day.isoformat())]


async def published_since(work: Work, instant: datetime) -> list[Task]:
    """The tasks that have gone out since then, by number."""
    return [_task(row) for row in await work.all("tasks.published_since", since=to_ms(instant))]


async def give(work: Work, number: int, units: Iterable[int], posts: Iterable[tuple[int, int]]) -> None:
    """The units have the task; `posts` are the chats in which it stands for them, as (chat, unit)."""
    await work.do_many("tasks.add_unit", [{"task": number, "unit_id": unit} for unit in units])
    await work.do_many("tasks.add_post", [{"task": number, "chat_id": chat, "unit_id": unit} for chat, unit in posts])


async def posts_of(work: Work, number: int) -> dict[int, list[int]]:
    """Every chat in which the task stands, with the units that it is for there."""
    return _by_chat(await work.all("tasks.posts_of", task=number))


async def posts_for_unit(work: Work, number: int, unit_id: int) -> dict[int, list[int]]:
    """The chats in which the task stands for this unit, with all units that it is for there."""
    return _by_chat(await work.all("tasks.posts_for_unit", task=number, unit_id=unit_id))


def _by_chat(rows: Iterable[Row]) -> dict[int, list[int]]:
    posts: dict[int, list[int]] = {}
    for row in rows:
        posts.setdefault(row["chat_id"], []).append(row["unit_id"])
    return posts


async def units_in_chat(work: Work, number: int, chat: int) -> list[int]:
    """The units for which the task stands in that chat."""
    return [row["unit_id"] for row in await work.all("tasks.units_in_chat", task=number, chat_id=chat)]


async def places(work: Work, number: int) -> list[TaskUnit]:
    """Every unit's place in the task."""
    return [_place(row) for row in await work.all("tasks.places", task=number)]


async def place(work: Work, number: int, unit_id: int) -> TaskUnit | None:
    """The unit's place in the task; None when it does not have it."""
    row = await work.one("tasks.place", task=number, unit_id=unit_id)
    return None if row is None else _place(row)


async def save_place(work: Work, place: TaskUnit, by: int | None = None) -> None:
    """The unit stands so; `by` is whose answer made it so, None leaves who it was."""
    await work.do(
        "tasks.save_place",
        task=place.task,
        unit_id=place.unit_id,
        state=place.state.value,
        answered_at=maybe_ms(place.answered_at),
        changed_at=maybe_ms(place.changed_at),
        done_at=maybe_ms(place.done_at),
        changed_by=by,
        reminded=place.reminded,
        reason=place.reason,
        photo_asked=int(place.photo_asked),
        version=place.version,
        verified_at=maybe_ms(place.verified_at),
        returned=place.returned,
    )


async def who_changed(work: Work, number: int) -> dict[int, str]:
    """Who gave each unit's latest answer."""
    return {row["unit_id"]: row["name"] for row in await work.all("tasks.who_changed", task=number)}


@dataclass(frozen=True)
class OpenTask:
    """A task that a unit has and has not done yet."""

    number: int
    title: str
    due_at: datetime | None
    state: UnitState


async def open_for_unit(work: Work, unit_id: int) -> list[OpenTask]:
    """What the unit has and has not done, soonest deadline first."""
    rows = await work.all("tasks.of_unit", unit_id=unit_id)
    return [OpenTask(r["number"], r["title"], maybe_instant(r["due_at"]), UnitState(r["unit_state"])) for r in rows]


async def with_open_units(work: Work) -> list[Task]:
    """The published tasks that some unit has not done, newest first."""
    return [_task(row) for row in await work.all("tasks.with_open_units")]


async def latest_published(work: Work, most: int) -> list[Task]:
    """The newest published tasks."""
    return [_task(row) for row in await work.all("tasks.latest_published", most=most)]


@dataclass(frozen=True)
class Message:
    """What a unit sent about a task: by whom, in which message, when, and its words."""

    person: int | None
    chat: int
    message_id: int
    at: datetime
    text: str = ""


@dataclass(frozen=True)
class File:
    """A photo or file in such a message, under Telegram's ids; `kind` is photo, document, video or voice."""

    kind: str
    file_id: str
    unique_id: str
    album: str | None = None


async def add_feedback(work: Work, number: int, unit_id: int, message: Message) -> None:
    """Keep what was written; the same message again takes the earlier one's place."""
    await work.do(
        "tasks.add_feedback",
        task=number,
        unit_id=unit_id,
        person_id=message.person,
        chat_id=message.chat,
        message_id=message.message_id,
        at=to_ms(message.at),
        text=message.text,
    )


async def add_file(work: Work, number: int, unit_id: int, day: date, message: Message, file: File) -> None:
    """Keep a photo or file as the task's evidence."""
    await work.do(
        "tasks.add_evidence",
        day=day.isoformat(),
        unit_id=unit_id,
        task=number,
        person_id=message.person,
        chat_id=message.chat,
        message_id=message.message_id,
        kind=file.kind,
        file_id=file.file_id,
        file_unique_id=file.unique_id,
        album=file.album,
        caption=message.text,
        at=to_ms(message.at),
    )


@dataclass(frozen=True)
class Feedback:
    """One message of feedback as kept."""

    unit_id: int
    at: datetime
    text: str


async def feedback(work: Work, number: int) -> list[Feedback]:
    """Everything that was written back to a task, oldest first."""
    return [Feedback(r["unit_id"], from_ms(r["at"]), r["text"]) for r in await work.all("tasks.feedback", task=number)]


async def files(work: Work, number: int) -> dict[int, tuple[int, int]]:
    """How many files each unit sent for the task: (all, photos)."""
    return {row["unit_id"]: (row["files"], row["photos"]) for row in await work.all("tasks.evidence", task=number)}


async def thread(work: Work, chat: int, message_id: int) -> tuple[int, int] | None:
    """The task and unit for which somebody sent that message back; None when it was for none."""
    row = await work.one("tasks.thread", chat_id=chat, message_id=message_id)
    return None if row is None else (row["task"], row["unit_id"])


async def thread_of_album(work: Work, chat: int, album: str) -> tuple[int, int] | None:
    """The task and unit for which an earlier part of the album was sent."""
    row = await work.one("tasks.thread_of_album", chat_id=chat, album=album)
    return None if row is None else (row["task"], row["unit_id"])


async def album_seen(work: Work, number: int, chat: int, album: str) -> bool:
    """Whether a part of that album has come before."""
    return bool(await work.value("tasks.album_seen", task=number, chat_id=chat, album=album))


def _task(row: Row) -> Task:
    scope = json.loads(row["scope_json"])
    return Task(
        number=row["number"],
        title=row["title"],
        body=row["body"],
        audience=tuple(json.loads(row["audience_json"])),
        scope=None if scope is None else tuple(scope),
        due_at=maybe_instant(row["due_at"]),
        due_words=row["due_words"],
        photo=bool(row["photo"]),
        state=TaskState(row["state"]),
        publish_day=None if row["publish_day"] is None else date.fromisoformat(row["publish_day"]),
        published_at=maybe_instant(row["published_at"]),
        made_by=row["made_by"],
        version=row["version"],
        verify=bool(row["verify"]),
        made_in=row["made_in"],
        goals=row["goals"],
        asks=row["asks"],
        urgent=bool(row["urgent"]),
        series=row["series"],
    )


def _place(row: Row) -> TaskUnit:
    return TaskUnit(
        task=row["task"],
        unit_id=row["unit_id"],
        state=UnitState(row["state"]),
        answered_at=maybe_instant(row["answered_at"]),
        changed_at=maybe_instant(row["changed_at"]),
        done_at=maybe_instant(row["done_at"]),
        reminded=row["reminded"],
        reason=row["reason"],
        photo_asked=bool(row["photo_asked"]),
        version=row["version"],
        verified_at=maybe_instant(row["verified_at"]),
        returned=row["returned"],
    )
