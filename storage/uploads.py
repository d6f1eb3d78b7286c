"""Tables that were sent as documents, from the message to the decision."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.instants import maybe_instant, to_ms
from domain.tables import Row
from storage.work import Row as Record
from storage.work import Work, dumps


@dataclass(frozen=True)
class Upload:
    """A document of somebody's, and the update by which it came. `rows` are there once it has been fetched and read,
    until it is decided about."""

    id: int
    chat: int
    message_id: int
    person: int | None
    file_id: str
    filename: str
    state: str
    tries: int
    rows: tuple[Row, ...]
    update_id: int | None


async def keep(
    work: Work, chat: int, message_id: int, person: int | None, file_id: str, filename: str, now: datetime
) -> int | None:
    """Note a document that is to be fetched, with the update in hand; its number, or None when it was noted before."""
    made = await work.value(
        "uploads.keep",
        chat_id=chat,
        message_id=message_id,
        person_id=person,
        file_id=file_id,
        filename=filename,
        update_id=work.update_id,
        now=to_ms(now),
    )
    work.changed.add("uploads")
    return None if made is None else int(made)


async def waiting(work: Work, now: datetime, most: int = 10) -> list[Upload]:
    """The documents that are to be fetched now, oldest first."""
    return [_upload(row) for row in await work.all("uploads.waiting", now=to_ms(now), most=most)]


async def next_due(work: Work, now: datetime) -> datetime | None:
    """When the next one that failed may be tried again."""
    return maybe_instant(await work.value("uploads.next_not_before", now=to_ms(now)))


async def by_id(work: Work, upload: int) -> Upload | None:
    """The document of that number."""
    row = await work.one("uploads.by_id", id=upload)
    return None if row is None else _upload(row)


async def newest_read(work: Work, chat: int, person: int | None) -> Upload | None:
    """The table that the person sent to that chat last and that waits for a decision."""
    row = await work.one("uploads.newest_read", chat_id=chat, person_id=person)
    return None if row is None else _upload(row)


async def put_back(work: Work, upload: int, not_before: datetime) -> None:
    """It could not be fetched; try again, not before that instant."""
    await work.do("uploads.put_back", id=upload, not_before=to_ms(not_before))
    work.changed.add("uploads")


def written(rows: Sequence[Row]) -> str:
    """The rows as they are kept. Of a large table that takes long, and needs no database."""
    return dumps([[row.number, dict(row.cells), list(row.formulas)] for row in rows])


async def set_rows(work: Work, upload: int, kept: str) -> bool:
    """It was fetched and read, with rows as `written` gives them; False when it was before."""
    return await work.do("uploads.set_rows", id=upload, rows_json=kept) == 1


async def settle(work: Work, upload: int, state: str) -> bool:
    """It is imported, dropped or failed, and its rows are forgotten; False when that was decided before."""
    return await work.do("uploads.settle", id=upload, state=state) == 1


def _upload(row: Record) -> Upload:
    kept = json.loads(row["rows_json"] or "[]")
    return Upload(
        row["id"],
        row["chat_id"],
        row["message_id"],
        row["person_id"],
        row["file_id"],
        row["filename"],
        row["state"],
        row["tries"],
        tuple(Row(number, cells, tuple(formulas)) for number, cells, formulas in kept),
        row["update_id"],
    )
