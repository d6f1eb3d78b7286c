"""What an export asks beyond where the days stand: the words behind the figures, a day at a time."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.instants import from_ms, to_ms
from storage.indicators import Numbers, told
from storage.statements import MESSAGE
from storage.work import Row, Work


@dataclass(frozen=True)
class Told:
    """A wording of something said of a unit's day; `counts` is False once another took its place."""

    unit_id: int
    at: datetime
    sender: str
    source: str
    counts: bool
    text: str


async def messages(work: Work, day: date) -> list[Told]:
    """What was said of a day, in the order in which it was heard."""
    return [
        Told(
            row["unit_id"],
            from_ms(row["heard_at"]),
            row["sender"],
            row["source"] or MESSAGE,
            row["dead_at"] is None,
            row["raw"],
        )
        for row in await work.all("exports.messages", day=day.isoformat())
    ]


async def totals_told(work: Work, first: date, last: date) -> frozenset[str]:
    """The indicators of which anybody reported a running total in these days."""
    rows = await work.all("exports.totals_told", first=first.isoformat(), last=last.isoformat())
    return frozenset(code for codes in await told(work, rows, _totals) for code in codes)


def _totals(row: Row, known: Numbers) -> frozenset[str]:
    return frozenset(known.given(row["cumulative_json"]))


async def tasks_out(work: Work, since: datetime, until: datetime) -> list[int]:
    """The numbers of the tasks that went out between two instants."""
    return [row["number"] for row in await work.all("exports.tasks", since=to_ms(since), until=to_ms(until))]
