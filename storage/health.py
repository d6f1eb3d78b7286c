"""What `gridwarden doctor` and the pages for machines ask of the database."""

from datetime import datetime

from domain.instants import maybe_instant, to_ms
from domain.outgoing import Lane
from storage.work import Work


async def set_aside(work: Work) -> tuple[int, datetime | None]:
    """How many updates were set aside, and when the last of them came."""
    row = await work.one("health.aside")
    return (0, None) if row is None else (int(row["n"]), maybe_instant(row["newest"]))


async def oldest_waiting(work: Work) -> datetime | None:
    """Since when the oldest unhandled update waits."""
    return maybe_instant(await work.value("health.oldest_waiting"))


async def failed(work: Work, since: datetime) -> dict[str, int]:
    """How many messages could not be sent since then, by reason, the commonest first."""
    return {row["error"]: int(row["n"]) for row in await work.all("health.failed", since=to_ms(since))}


async def gone_people(work: Work) -> list[str]:
    """The names of those who have blocked the bot, or never pressed Start."""
    return [row["name"] for row in await work.all("health.gone_people")]


async def bare_units(work: Work) -> list[str]:
    """The names of units that nothing can be sent to."""
    return [row["name"] for row in await work.all("health.bare_units")]


async def units_without(work: Work, role: str, other: str) -> list[str]:
    """The names of units in which nobody holds either role."""
    return [row["name"] for row in await work.all("health.units_without", role=role, other=other)]


async def count_aside(work: Work) -> int:
    """How many updates were set aside."""
    return int(await work.value("health.count_aside"))


async def waiting_by_lane(work: Work, now: datetime) -> dict[Lane, tuple[int, datetime | None]]:
    """How many messages have not gone out yet, by lane, and since when the oldest could have (None: held back)."""
    rows = await work.all("health.waiting_by_lane", now=to_ms(now))
    return {Lane(row["lane"]): (int(row["n"]), maybe_instant(row["ready_at"])) for row in rows}


async def size(work: Work) -> int:
    """Bytes that the database takes."""
    return int(await work.value("health.size"))
