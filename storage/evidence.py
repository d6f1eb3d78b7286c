"""Photos, files, films and voices that people sent with their reports: kept by Telegram's own ids."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.instants import from_ms, to_ms
from storage.work import Row, Work


@dataclass(frozen=True)
class Evidence:
    """One file of a unit's day. kind: photo, document, video or voice; album: Telegram's id of those sent together."""

    day: date
    unit_id: int
    person_id: int | None
    chat: int
    message_id: int
    kind: str
    file_id: str
    file_unique_id: str
    album: str | None
    caption: str
    at: datetime
    task: int | None = None


async def keep(work: Work, evidence: Evidence) -> bool:
    """Keep a file; False when the unit has it for that day already."""
    kept = await work.value(
        "evidence.keep",
        day=evidence.day.isoformat(),
        unit_id=evidence.unit_id,
        task=evidence.task,
        person_id=evidence.person_id,
        chat_id=evidence.chat,
        message_id=evidence.message_id,
        kind=evidence.kind,
        file_id=evidence.file_id,
        file_unique_id=evidence.file_unique_id,
        album=evidence.album,
        caption=evidence.caption,
        at=to_ms(evidence.at),
    )
    return kept is not None


async def of_album(work: Work, chat: int, album: str) -> list[Evidence]:
    """The files of an album that have come so far."""
    return [_evidence(row) for row in await work.all("evidence.of_album", chat_id=chat, album=album)]


async def rehome(work: Work, chat: int, album: str, day: date, unit_id: int) -> None:
    """The album belongs to the report that one of its pictures carries."""
    await work.do("evidence.rehome", chat_id=chat, album=album, day=day.isoformat(), unit_id=unit_id)


async def of_unit(work: Work, day: date, unit_id: int) -> list[Evidence]:
    """The unit's files of the day, with those of tasks."""
    return [_evidence(row) for row in await work.all("evidence.of_unit", day=day.isoformat(), unit_id=unit_id)]


async def of_task(work: Work, task: int, unit_id: int) -> list[Evidence]:
    """The files that the unit sent for a task, oldest first."""
    return [_evidence(row) for row in await work.all("evidence.of_task", task=task, unit_id=unit_id)]


async def count_of_unit(work: Work, day: date, unit_id: int) -> int:
    """How many files the unit sent with its report."""
    return int(await work.value("evidence.count_of_unit", day=day.isoformat(), unit_id=unit_id) or 0)


async def counts_of_day(work: Work, day: date) -> dict[int, int]:
    """How many files each unit sent with its report."""
    return {row["unit_id"]: row["n"] for row in await work.all("evidence.of_day", day=day.isoformat())}


def _evidence(row: Row) -> Evidence:
    return Evidence(
        day=date.fromisoformat(row["day"]),
        unit_id=row["unit_id"],
        person_id=row["person_id"],
        chat=row["chat_id"],
        message_id=row["message_id"],
        kind=row["kind"],
        file_id=row["file_id"],
        file_unique_id=row["file_unique_id"],
        album=row["album"],
        caption=row["caption"],
        at=from_ms(row["at"]),
        task=row["task"],
    )
