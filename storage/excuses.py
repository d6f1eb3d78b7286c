"""Units that need not report for some days."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.instants import to_ms
from storage.work import Work


@dataclass(frozen=True)
class Excuse:
    """A unit that need not report from a day to a day, both included."""

    id: int
    unit_id: int
    from_day: date
    to_day: date
    reason: str


async def add(
    work: Work, unit_id: int, from_day: date, to_day: date, reason: str, person: int | None, now: datetime
) -> int:
    """The unit need not report on those days; the excuse's id."""
    return int(
        await work.value(
            "excuses.add",
            unit_id=unit_id,
            from_day=from_day.isoformat(),
            to_day=to_day.isoformat(),
            reason=reason,
            person_id=person,
            now=to_ms(now),
        )
    )


async def in_force(work: Work, day: date) -> dict[int, Excuse]:
    """The units that are excused that day."""
    rows = await work.all("excuses.in_force", day=day.isoformat())
    return {
        row["unit_id"]: Excuse(
            row["id"],
            row["unit_id"],
            date.fromisoformat(row["from_day"]),
            date.fromisoformat(row["to_day"]),
            row["reason"],
        )
        for row in rows
    }


async def revoke(work: Work, unit_id: int, day: date, now: datetime) -> int:
    """The unit reports again from that day on; how many excuses that ended."""
    return await work.do("excuses.revoke", unit_id=unit_id, day=day.isoformat(), now=to_ms(now))
