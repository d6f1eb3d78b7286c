"""How quickly each unit answers its tasks and finishes them: for its own view, and for whoever compares units."""

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
    first = last - timedelta(days=days - 1)
    return await pace(work, town.at(first, time()), town.at(last + timedelta(days=1), time()), now)
