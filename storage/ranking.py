"""What a ranking is made of: when units reported on some days, when they were excused. Their tasks: storage/pace.py."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from domain.cycle import DayOrder
from domain.instants import from_ms, maybe_instant
from storage.work import Work


@dataclass(frozen=True)
class Reported:
    """A unit's report of a day: when it first came, how many figures it has and how many are asked about.

    `figures` is only known (and not 0) where something is asked.
    """

    first_at: datetime
    figures: int
    asked: int


async def reports(work: Work, first: date, last: date) -> dict[tuple[date, int], Reported]:
    """Every report of these days, by day and unit."""
    rows = await work.all("ranking.reports", first=first.isoformat(), last=last.isoformat())
    return {
        (date.fromisoformat(row["day"]), row["unit_id"]): Reported(
            from_ms(row["first_at"]), len(json.loads(row["figures_json"])), row["open_questions"]
        )
        for row in rows
    }


async def excused(work: Work, first: date, last: date) -> list[tuple[int, date, date]]:
    """The units that are excused on some of these days: from when to when."""
    rows = await work.all("ranking.excused", first=first.isoformat(), last=last.isoformat())
    return [(row["unit_id"], date.fromisoformat(row["from_day"]), date.fromisoformat(row["to_day"])) for row in rows]


async def orders(work: Work, first: date, last: date) -> dict[date, DayOrder]:
    """What was ordered of these days, where anything was."""
    rows = await work.all("ranking.orders", first=first.isoformat(), last=last.isoformat())
    return {
        date.fromisoformat(row["day"]): DayOrder(
            closes_at=maybe_instant(row["closes_at"]),
            skipped=bool(row["skipped"]),
            paused=row["paused_at"] is not None,
            reopened=bool(row["reopened"]),
            kept=bool(row["kept"]),
        )
        for row in rows
    }
