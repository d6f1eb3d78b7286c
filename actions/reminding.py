"""Reminders to silent units: what they say, whom they reach, and that they fall away once the unit has reported."""

from datetime import date, datetime

from actions import reach
from domain.outgoing import Button, Buttons
from domain.people import Chat, Role
from domain.units import Unit
from storage import chats, reports
from storage.work import Work


def about(day: date, unit_id: int) -> str:
    """What a reminder is about: whoever takes the unit's report clears what still waits under it."""
    return f"remind/{day.isoformat()}/{unit_id}"


def buttons(day: date, unit: Unit) -> Buttons:
    """What a silent unit can do at once."""
    excuse = Button("button-excuse-me", f"excuse/ask/{day.isoformat()}/{unit.id}")
    zero = Button("button-zero", f"zero/{day.isoformat()}/{unit.id}")
    return ((Button("button-form", "form/start"),), (zero, excuse))


def minutes_between(now: datetime, then: datetime) -> int:
    """Whole minutes from now to then, a begun one counted; 0 when it has gone by."""
    return max(0, -int((now - then).total_seconds() // 60))


async def items_of_yesterday(work: Work, day: date, unit_id: int) -> int:
    """How many items the unit reported the day before; 0 when it was silent."""
    before = await reports.before(work, day, unit_id, days=1)
    return 0 if before is None else len(before.values)


async def wardens(work: Work, unit: Unit, now: datetime) -> list[Chat]:
    """The private chats of the unit's wardens; of its leads where it has no warden that can be reached."""
    return await reach.private_chats(work, unit, now, Role.WARDEN) or await leads(work, unit, now)


async def leads(work: Work, unit: Unit, now: datetime) -> list[Chat]:
    """The private chats of the unit's leads."""
    return await reach.private_chats(work, unit, now, Role.LEAD)


async def by_number(work: Work, unit: Unit, number: int, lead_from: int, now: datetime) -> list[tuple[Chat, bool]]:
    """Whom the so-manieth reminder reaches, and whether as the unit's lead: private first, then public, then both.

    From number `lead_from` on it goes to the unit's lead as well, told that it does.
    """
    private, public = await wardens(work, unit, now), await chats.of_unit(work, unit.id)
    wanted = (private or public) if number == 1 else (public or private) if number == 2 else [*private, *public]
    told = {chat.id: (chat, False) for chat in wanted}
    if number >= lead_from:
        told |= {chat.id: (chat, True) for chat in await leads(work, unit, now)}
    return list(told.values())
