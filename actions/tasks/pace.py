"""How quickly each unit answers its tasks and finishes them: for its own view, and for whoever compares units."""

from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from itertools import groupby

from domain.pace import Pace
from domain.pace import pace as reckon
from domain.town import Town
from storage import pace as stored
from storage.work import Work

DAYS = 7


async def pace(work: Work, since: datetime, until: datetime, now: datetime) -> dict[int, Pace]:
    """Unit id -> its pace over the tasks that went out in [since, until), as of now; units without one are left out.

    One question to the database, whatever the number of units.
    """
    runs = await stored.runs(work, since, until)
    return {unit: reckon(theirs, now) for unit, theirs in groupby(runs, key=lambda run: run.unit_id)}


async def pace_of_days(work: Work, town: Town, last: date, now: datetime, days: int = DAYS) -> dict[int, Pace]:
    """The same over the tasks of some local days, the last of them included."""
    since, until = _span(town, last, days)
    return await pace(work, since, until, now)


async def pace_of_unit(work: Work, town: Town, unit_id: int, last: date, now: datetime, days: int = DAYS) -> Pace:
    """The same of one unit; all zero where no task went to it."""
    since, until = _span(town, last, days)
    return reckon(await stored.runs_of(work, unit_id, since, until), now)


def pace_fields(of: Pace) -> dict[str, int | None]:
    """A pace as plain fields, by the names of domain/pace.py."""
    return asdict(of)


def _span(town: Town, last: date, days: int) -> tuple[datetime, datetime]:
    return town.at(last - timedelta(days=days - 1), time()), town.at(last + timedelta(days=1), time())
