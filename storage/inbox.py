"""Updates as Telegram sent them, on disk before Telegram may forget them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from domain.instants import from_ms, maybe_instant, to_ms
from storage import meta
from storage.packing import packed, unpacked
from storage.work import Row, Work, dumps

_ALL = 10**9
_PACKED = "inbox_packed"
_AT_ONCE = 1000


class Arrived(NamedTuple):
    """An update as it came: its id, its JSON, and Telegram's number of its chat (0: of none)."""

    update_id: int
    raw: str
    chat: int = 0


@dataclass(frozen=True)
class Waiting:
    """An update that nobody has handled yet."""

    place: int
    update_id: int
    raw: str
    tries: int
    received_at: datetime


@dataclass(frozen=True)
class Aside:
    """An update whose handling failed for good, with the trace of the last time."""

    update_id: int
    raw: str
    trace: str
    received_at: datetime


async def keep_updates(work: Work, updates: Iterable[Arrived], now: datetime) -> None:
    """Store updates; one that is there already is left as it is."""
    at = to_ms(now)
    rows = [
        {"update_id": one.update_id, "raw": _writable(one.raw), "received_at": at, "chat": one.chat} for one in updates
    ]
    await work.do_many("inbox.keep", rows)
    work.changed.add("inbox")


def _writable(raw: str) -> str:
    """The same JSON as a database takes it: half a character that stands alone is written as its escape."""
    try:
        raw.encode()
    except UnicodeEncodeError:
        return json.dumps(json.loads(raw))
    return raw


async def waiting_updates(work: Work, most: int) -> list[Waiting]:
    """The oldest unhandled updates, in the order in which they came."""
    return [as_waiting(row) for row in await work.all("inbox.waiting", most=most)]


def as_waiting(row: Row) -> Waiting:
    """The row's update."""
    return Waiting(row["place"], row["update_id"], row["raw"], row["tries"], from_ms(row["received_at"]))


async def between(work: Work, since: datetime, until: datetime) -> list[tuple[int, str]]:
    """Update id and raw JSON of everything that was handled and came in between two instants."""
    rows = await work.all("inbox.between", since=to_ms(since), until=to_ms(until))
    return [(row["update_id"], unpacked(row["raw"])) for row in rows]


async def count_waiting(work: Work) -> int:
    """How many updates nobody has handled yet."""
    return int(await work.value("inbox.count_waiting"))


async def finish(work: Work, places: Sequence[int], now: datetime) -> None:
    """The updates at these places are handled."""
    if places:
        await work.do("inbox.finish", places=dumps(places), now=to_ms(now))


async def put_off(work: Work, place: int) -> None:
    """The update is handled when nobody else's waits."""
    await work.do("inbox.put_off", place=place)


async def any_put_off(work: Work) -> bool:
    """Whether anything is to be taken up again."""
    return bool(await work.value("inbox.any_put_off"))


async def take_up(work: Work, most: int | None) -> int:
    """The oldest updates that were put off wait again (all of them, when no number is given); how many."""
    return await work.do("inbox.take_up", most=most or _ALL)


async def note_failure(work: Work, place: int, trace: str) -> None:
    """The update failed once more; it stays waiting."""
    await work.do("inbox.failed", place=place, trace=trace)


async def set_aside(work: Work, place: int, trace: str, now: datetime) -> None:
    """The update is taken out of the queue, kept with its trace."""
    await work.do("inbox.set_aside", place=place, trace=trace, now=to_ms(now))


async def aside(work: Work) -> list[Aside]:
    """All that was set aside, in the order in which it came."""
    rows = await work.all("inbox.aside")
    return [Aside(row["update_id"], row["raw"], row["trace"], from_ms(row["received_at"])) for row in rows]


async def take_up_again(work: Work, update_id: int) -> bool:
    """An update that was set aside waits anew; False when it was not set aside."""
    work.changed.add("inbox")
    return bool(await work.do("inbox.take_up_again", update_id=update_id))


async def newest_received_at(work: Work) -> datetime | None:
    """When the last update came in."""
    return maybe_instant(await work.value("inbox.newest_received_at"))


async def oldest_waiting(work: Work) -> datetime | None:
    """When the oldest update that nobody has handled yet came in."""
    return maybe_instant(await work.value("inbox.oldest_waiting"))


async def answered(work: Work, update_id: int, chat: int, message_id: int) -> bool:
    """Whether a stored message was taken for anything: a report, an answer, a command."""
    return bool(await work.value("inbox.answered", update_id=update_id, chat_id=chat, message_id=message_id))


async def pack_some(work: Work, before: datetime) -> int:
    """Bring the next updates that came in before that instant into their short form; how many were looked at.

    With a key there is nothing to do: what is sealed was packed before.
    """
    if work.vault.first:
        return 0
    done = int(await meta.get(work, _PACKED) or 0)
    rows = await work.all("inbox.next_to_pack", place=done, before=to_ms(before), most=_AT_ONCE)
    short = [{"place": row["place"], "raw": packed(row["raw"])} for row in rows if row["state"] == "done"]
    await work.do_many("inbox.pack", short)
    if rows:
        await meta.put(work, _PACKED, str(rows[-1]["place"]))
    return len(rows)
