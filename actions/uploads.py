"""A table sent to the bot: noted with its message, fetched by the line, shown before anything changes, decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from actions import imports
from domain.errors import Mistake, NotFound, NotPossible, Refusal
from domain.outgoing import Button, Buttons, Outgoing
from domain.people import Caller
from domain.tables import Row, TableKind, kind_of
from domain.town import Town
from storage import audit, outbox, uploads
from storage.uploads import Upload
from storage.work import Work

MOST_TRIES = 5
_SHOWN = 10


async def keep(work: Work, caller: Caller, message_id: int, file_id: str, filename: str, now: datetime) -> None:
    """Note the document; bot/fetching.py fetches it outside of any transaction."""
    await uploads.keep(work, caller.chat.id, message_id, caller.person_id, file_id, filename, now)


@dataclass(frozen=True)
class Table:
    """A document that was read: its rows as they are kept, what it is, and what its good rows would do."""

    kept: str
    kind: TableKind
    result: imports.ImportResult


def read(town: Town, upload: Upload, data: bytes, against: imports.Known) -> Table:
    """The table in these bytes; a refusal says why it cannot be read. The largest take seconds and touch no database:
    they are read beside the event loop, and outside of any transaction."""
    rows = imports.read_table(upload.filename, data)
    kind, result = imports.preview(town, rows, against)
    return Table(uploads.written(rows), kind, result)


async def fetched(work: Work, upload: Upload, table: Table, now: datetime) -> None:
    """The table is there: show what it would do."""
    if await uploads.set_rows(work, upload.id, table.kept):
        fields = {"file": upload.filename, "table": table.kind.value, **_told(table.result)}
        await _say(work, upload, "import-preview", fields, _choices(upload.id, table.result), now)


async def refused(work: Work, upload: Upload, refusal: Refusal, now: datetime) -> None:
    """The file is there and cannot be read: say why."""
    await uploads.settle(work, upload.id, "failed")
    await _say(work, upload, refusal.key, refusal.fields, (), now)


def _told(result: imports.ImportResult) -> dict[str, object]:
    """Counts and the first mistakes as fields."""
    return {
        "added": result.added,
        "updated": result.updated,
        "unchanged": result.unchanged,
        "skipped": result.skipped,
        "mistakes": [_mistake(mistake) for mistake in result.mistakes[:_SHOWN]],
        "more": max(0, len(result.mistakes) - _SHOWN),
    }


def _mistake(mistake: Mistake) -> dict[str, object]:
    return {"row": mistake.key, "reason": mistake.reason, "fields": dict(mistake.fields)}


def _choices(upload: int, result: imports.ImportResult) -> Buttons:
    """What can be done with the table as it is."""
    drop = Button("button-import-cancel", f"import/{upload}/cancel")
    if not result.added + result.updated:
        return ((drop,),)
    good = Button("button-import-good", f"import/{upload}/good")
    every = Button("button-import", f"import/{upload}/all")
    return ((good if result.mistakes else every, drop),)


async def _say(
    work: Work, upload: Upload, kind: str, fields: Mapping[str, object], buttons: Buttons, now: datetime
) -> None:
    said = Outgoing(preview_key(upload.id), upload.chat, kind, fields, buttons, reply_to=upload.message_id)
    await outbox.put(work, said, now)


def preview_key(upload: int) -> str:
    """The key of the message that shows what a table would do."""
    return f"upload/{upload}"


async def not_fetched(work: Work, upload: Upload, now: datetime, *, final: bool = False) -> None:
    """The file did not come: tried again with growing pauses, at last told."""
    if final or upload.tries + 1 >= MOST_TRIES:
        await uploads.settle(work, upload.id, "failed")
        await _say(work, upload, "import-not-fetched", {"file": upload.filename}, (), now)
    else:
        await uploads.put_back(work, upload.id, now + timedelta(seconds=2 ** (upload.tries + 1)))


async def newest(work: Work, caller: Caller) -> int:
    """The number of the table that waits for the caller's decision in this chat."""
    found = await uploads.newest_read(work, caller.chat.id, caller.person_id)
    if found is None:
        raise NotFound("import-nothing")
    return found.id


async def decide(
    work: Work, town: Town, caller: Caller, number: int, choice: str, now: datetime
) -> tuple[str, dict[str, object]]:
    """Import all (`all`), the good rows (`good`), or drop the table (`cancel`); what happened as kind and fields."""
    upload = await uploads.by_id(work, number)
    if upload is None or upload.chat != caller.chat.id or upload.state != "read":
        raise NotPossible("import-over")
    if choice == "cancel":
        await uploads.settle(work, number, "dropped")
        await audit.note(work, now, caller.person_id, "import_dropped", upload=number)
        return "import-cancelled", {"file": upload.filename}
    result = await _enter(work, town, upload, upload.rows, caller, skip_bad=choice == "good", now=now)
    if result.mistakes and choice != "good":
        raise NotPossible("import-has-mistakes", rows=len({mistake.key for mistake in result.mistakes}))
    await uploads.settle(work, number, "imported")
    kind = kind_of(upload.rows)
    counts = {name: getattr(result, name) for name in ("added", "updated", "unchanged", "skipped")}
    return "import-done", {"file": upload.filename, "table": kind.value if kind else "", **counts}


async def _enter(
    work: Work, town: Town, upload: Upload, rows: tuple[Row, ...], caller: Caller, *, skip_bad: bool, now: datetime
) -> imports.ImportResult:
    kind = kind_of(rows)
    if kind is None:
        raise NotPossible("import-over")
    by = caller.person_id
    return await imports.enter(work, town, kind, rows, filename=upload.filename, skip_bad=skip_bad, by=by, now=now)
