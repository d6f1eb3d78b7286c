"""Circulars and good practice: what they say, which files they bring, whom they went to and who has read them."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from domain.circulars import Circular, CircularKind, CircularState, File
from domain.instants import from_ms, maybe_instant, to_ms
from storage.work import Row, Work, dumps


async def add(
    work: Work,
    kind: CircularKind,
    unit_id: int | None,
    person_id: int | None,
    text: str,
    audience: Sequence[str],
    scope: Sequence[int] | None,
    message: tuple[int, int, str | None],
    now: datetime,
) -> int | None:
    """Keep what a message (chat, id, album) says; its number, or None when that message is kept already."""
    chat, message_id, album = message
    added = await work.value(
        "circulars.add",
        kind=kind.value,
        unit_id=unit_id,
        person_id=person_id,
        text=text,
        audience_json=dumps(list(audience)),
        scope_json=dumps(None if scope is None else list(scope)),
        chat_id=chat,
        message_id=message_id,
        album=album,
        now=to_ms(now),
    )
    return None if added is None else int(added)


async def add_files(work: Work, number: int, files: Iterable[File]) -> None:
    """It brings these files as well; each once."""
    rows = [
        {
            "circular": number,
            "file_unique_id": file.unique_id,
            "kind": file.kind,
            "file_id": file.file_id,
            "place": file.place,
        }
        for file in files
    ]
    await work.do_many("circulars.add_file", rows)


async def by_id(work: Work, number: int) -> Circular | None:
    """The one of that number."""
    return await _whole(work, await work.one("circulars.by_id", id=number))


async def of_message(work: Work, chat: int, message_id: int) -> Circular | None:
    """What that message was kept as."""
    return await _whole(work, await work.one("circulars.of_message", chat_id=chat, message_id=message_id))


async def of_album(work: Work, chat: int, album: str) -> Circular | None:
    """What a message of that album was kept as."""
    return await _whole(work, await work.one("circulars.of_album", chat_id=chat, album=album))


async def of_unit(work: Work, unit_id: int | None, since: datetime) -> list[Circular]:
    """The unit's practices since then, but those that nobody wanted."""
    return await _all(work, await work.all("circulars.of_unit", unit_id=unit_id, since=to_ms(since)))


async def latest(work: Work, kind: CircularKind, state: CircularState, most: int) -> list[Circular]:
    """The newest in that state."""
    return await _all(work, await work.all("circulars.latest", kind=kind.value, state=state.value, most=most))


async def made_between(work: Work, kind: CircularKind, since: datetime, until: datetime) -> list[Circular]:
    """What was written between two instants (the second left out) and not dropped or erased."""
    rows = await work.all("circulars.made_between", kind=kind.value, since=to_ms(since), until=to_ms(until))
    return await _all(work, rows)


async def reword(work: Work, number: int, text: str) -> None:
    """It says this from now on, while it waits."""
    await work.do("circulars.reword", id=number, text=text)


async def decide(work: Work, number: int, state: CircularState, person: int | None, now: datetime) -> bool:
    """It goes out, or is dropped; False when that was decided before."""
    decided = await work.value("circulars.decide", id=number, state=state.value, person_id=person, now=to_ms(now))
    return decided is not None


async def give(work: Work, number: int, units: Iterable[int]) -> None:
    """It goes to these units."""
    await work.do_many("circulars.add_unit", [{"circular": number, "unit_id": unit} for unit in units])


async def readers(work: Work, number: int) -> dict[int, bool]:
    """Every unit that it went to, and whether somebody there has read it."""
    rows = await work.all("circulars.units", circular=number)
    return {row["unit_id"]: row["read_at"] is not None for row in rows}


async def read(work: Work, number: int, unit_id: int, person: int | None, now: datetime) -> bool:
    """Somebody of the unit has read it; False when somebody had before."""
    return await work.do("circulars.read", circular=number, unit_id=unit_id, person_id=person, now=to_ms(now)) == 1


async def _all(work: Work, rows: Iterable[Row]) -> list[Circular]:
    return [await _with_files(work, row) for row in rows]


async def _whole(work: Work, row: Row | None) -> Circular | None:
    return None if row is None else await _with_files(work, row)


async def _with_files(work: Work, row: Row) -> Circular:
    files = await work.all("circulars.files", circular=row["id"])
    scope = json.loads(row["scope_json"])
    return Circular(
        id=row["id"],
        kind=CircularKind(row["kind"]),
        unit_id=row["unit_id"],
        person_id=row["person_id"],
        text=row["text"],
        audience=tuple(json.loads(row["audience_json"])),
        scope=None if scope is None else tuple(scope),
        chat=row["chat_id"],
        message_id=row["message_id"],
        album=row["album"],
        state=CircularState(row["state"]),
        made_at=from_ms(row["made_at"]),
        decided_at=maybe_instant(row["decided_at"]),
        files=tuple(File(one["kind"], one["file_id"], one["file_unique_id"], one["place"]) for one in files),
    )
