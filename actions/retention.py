"""Every night what has passed its end date is erased, some rows a transaction; figures of units stay for ever."""

from dataclasses import asdict
from datetime import datetime, time, timedelta

from actions import forgetting
from domain.town import Town
from storage import audit, retention
from storage.work import Work

HOUR = time(3, 10)
"""Nobody reports at this hour, and the day's messages are all out."""


async def erase_some(work: Work, town: Town, now: datetime) -> int | None:
    """Erase the next of what is due; how many rows, None when there is nothing (more) to do today.

    Once a day after its hour, whatever restarts; who asked to be forgotten does not wait for the night.
    """
    day = town.day_of(now)
    tonight = await retention.tonight(work, day)
    if tonight.forgetting:
        return await forgetting.erase_some(work, now)
    if tonight.done or now < town.at(day, HOUR):
        return None
    for kind, days in asdict(town.retention).items():
        erased = await retention.erase(work, town, kind, now - timedelta(days=days)) if days else 0
        if erased:
            await audit.note(work, now, None, "erased", kind=kind, rows=erased)
            return erased
    await retention.settle(work, day, now)
    await audit.note(work, now, None, "erased_all", day=day.isoformat())
    return None
