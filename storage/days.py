"""The days: what leaders ordered of each, and which of its steps have happened."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from domain.cycle import DayOrder, Due
from domain.instants import from_ms, maybe_instant, maybe_ms, to_ms
from storage.work import Row, Work, dumps


@dataclass(frozen=True)
class Settled:
    """A step that has happened (done), came too late (missed) or was left out (skipped), and what came of it."""

    name: str
    due_at: datetime
    state: str
    done_at: datetime
    result: Mapping[str, int] = field(default_factory=dict)


_ORDERS = "days.order"


async def order(work: Work, day: date) -> DayOrder:
    """What was ordered of the day, the plain day when nothing was; asked once a work, until an order comes in it."""
    known: dict[date, DayOrder] = work.known.setdefault(_ORDERS, {})
    if day not in known:
        row = await work.one("days.order", day=day.isoformat())
        known[day] = DayOrder() if row is None else _order(row)
    return known[day]


def _order(row: Row) -> DayOrder:
    return DayOrder(
        closes_at=maybe_instant(row["closes_at"]),
        skipped=bool(row["skipped"]),
        paused=row["paused_at"] is not None,
        reopened=bool(row["reopened"]),
        kept=bool(row["kept"]),
    )


async def move_close(
    work: Work, day: date, closes_at: datetime, reopened: bool, person: int | None, now: datetime
) -> None:
    """The day closes at that instant instead; `reopened`: it had been collected already."""
    work.known.pop(_ORDERS, None)
    await work.do(
        "days.move_close",
        day=day.isoformat(),
        closes_at=to_ms(closes_at),
        reopened=int(reopened),
        person_id=person,
        now=to_ms(now),
    )


async def set_skipped(work: Work, day: date, skipped: bool, person: int | None, now: datetime) -> None:
    """The day has no cycle, or has one whatever the calendar says."""
    work.known.pop(_ORDERS, None)
    told = {"skipped": int(skipped), "kept": int(not skipped)}
    await work.do("days.set_skipped", day=day.isoformat(), **told, person_id=person, now=to_ms(now))


async def set_paused(work: Work, day: date, since: datetime | None, person: int | None, now: datetime) -> None:
    """The day's steps wait since that instant; None lets them go on."""
    work.known.pop(_ORDERS, None)
    await work.do("days.set_paused", day=day.isoformat(), paused_at=maybe_ms(since), person_id=person, now=to_ms(now))


async def settle(work: Work, day: date, step: Due, state: str, now: datetime) -> bool:
    """Claim the step for good as done, missed or skipped; False when it was settled before."""
    claimed = await work.value(
        "days.settle",
        day=day.isoformat(),
        step=step.name,
        due_at=to_ms(step.at),
        state=state,
        now=to_ms(now),
    )
    return claimed is not None


async def settle_at(work: Work, day: date, step: Due, desks: Iterable[int], state: str, now: datetime) -> None:
    """Claim a level's step for good, for each of these nodes."""
    row = {"day": day.isoformat(), "step": step.name, "due_at": to_ms(step.at), "state": state, "now": to_ms(now)}
    await work.do_many("days.settle_at", [{**row, "unit_id": desk} for desk in sorted(desks)])


async def settled_at(work: Work, day: date) -> dict[str, set[int]]:
    """For which nodes each step of a level is settled, by its name."""
    settled: dict[str, set[int]] = {}
    for row in await work.all("days.settled_at", day=day.isoformat()):
        settled.setdefault(row["step"], set()).add(row["unit_id"])
    return settled


async def note_result(work: Work, day: date, step: str, counts: Mapping[str, int]) -> None:
    """What came of a step, as counts."""
    await work.do("days.note_result", day=day.isoformat(), step=step, result_json=dumps(dict(counts)))


async def settled(work: Work, day: date) -> dict[str, Settled]:
    """The day's steps that are settled, by name, in the order in which they fell due."""
    rows = await work.all("days.settled", day=day.isoformat())
    return {
        row["step"]: Settled(
            row["step"],
            from_ms(row["due_at"]),
            row["state"],
            from_ms(row["done_at"]),
            json.loads(row["result_json"]),
        )
        for row in rows
    }


async def newest_day(work: Work) -> date | None:
    """The last day of which a step is settled."""
    day = await work.value("days.newest_day")
    return None if day is None else date.fromisoformat(day)
