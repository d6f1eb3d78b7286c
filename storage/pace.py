"""How quickly units answer and finish their tasks: the instants from which domain/pace.py reckons."""

from datetime import datetime

from domain.instants import from_ms, maybe_instant, to_ms
from domain.pace import Run
from storage.work import Row, Work


async def runs(work: Work, since: datetime, until: datetime) -> list[Run]:
    """Every unit's part of each task that went out in [since, until) and still stands, by unit."""
    rows = await work.all("pace.places", since=to_ms(since), until=to_ms(until))
    return [_run(row) for row in rows]


async def runs_of(work: Work, unit_id: int, since: datetime, until: datetime) -> list[Run]:
    """The same of one unit."""
    span = {"since": to_ms(since), "until": to_ms(until)}
    return [_run(row) for row in await work.all("pace.places_of_unit", unit_id=unit_id, **span)]


def _run(row: Row) -> Run:
    return Run(
        unit_id=row["unit_id"],
        published_at=from_ms(row["published_at"]),
        due_at=maybe_instant(row["due_at"]),
        answered_at=maybe_instant(row["answered_at"]),
        done_at=maybe_instant(row["done_at"]),
        verified=row["verified_at"] is not None,
        returned=row["returned"],
    )
