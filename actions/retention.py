"""Every night what has passed its end date is erased, some rows a transaction; figures of units stay for ever.

What stays and is over takes less room afterwards: updates and messages are brought into their short form, and once a
week the database's file gives back what it does not need.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta

from actions import forgetting
from domain.town import Town
from storage import audit, inbox, outbox, retention
from storage.work import Work

HOUR = time(3, 10)
"""Nobody reports at this hour, and the day's messages are all out."""
PACKED_AFTER = timedelta(days=2)
_SUNDAY = 6


@dataclass(frozen=True)
class Erased:
    """How many rows were erased or shortened; `last`: the night's work is done with them."""

    rows: int
    last: bool = False


async def erase_some(work: Work, town: Town, now: datetime) -> Erased | None:
    """Erase the next of what is due; None when there is nothing (more) to do today.

    Once a day after its hour, whatever restarts; who asked to be forgotten does not wait for the night.
    """
    day = town.day_of(now)
    tonight = await retention.tonight(work, day)
    if tonight.forgetting:
        return Erased(await forgetting.erase_some(work, now))
    if tonight.done or now < town.at(day, HOUR):
        return None
    for subject in (inbox, outbox):
        if packed := await subject.pack_some(work, now - PACKED_AFTER):
            return Erased(packed)
    for kind, days in asdict(town.retention).items():
        erased = await retention.erase(work, town, kind, now - timedelta(days=days)) if days else 0
        if erased:
            await audit.note(work, now, None, "erased", kind=kind, rows=erased)
            return Erased(erased)
    await retention.settle(work, day, now)
    await audit.note(work, now, None, "erased_all", day=day.isoformat(), masked=await retention.mask_names(work))
    return Erased(0, last=True)


def is_for_compacting(day: date) -> bool:
    """Whether the file is compacted in this night whatever is free in it: rows that became shorter free no page."""
    return day.weekday() == _SUNDAY
