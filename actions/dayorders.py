"""What leaders change of a day: its close, whether it has a cycle at all, whether its steps wait."""

from datetime import date, datetime, timedelta

from actions import boards, reminding
from actions.ordered import order_of
from domain.cycle import DayOrder, Due, Step, closing, steps_of
from domain.errors import NotPossible
from domain.outgoing import Lane, Outgoing
from domain.people import Caller
from domain.town import Town
from storage import audit, chats, days, outbox, units
from storage.work import Work

MOST_MINUTES = 240
SKIP_AHEAD = timedelta(days=60)


async def extend(
    work: Work, town: Town, caller: Caller, minutes: int, now: datetime, seen_close: str | None = None
) -> dict[str, object]:
    """Move today's close by so many minutes: from the close, or from now when that would already have gone by.

    A day that was collected is open again and collected once more. `seen_close` is the close that the presser of a
    button saw: when it has been moved since, nothing is done.
    """
    day = town.day_of(now)
    order = await _ordered(work, town, day)
    close = closing(town, day, order)
    if seen_close is not None and seen_close != f"{town.local(close):%H:%M}":
        raise NotPossible("close-moved-already", close=f"{town.local(close):%H:%M}")
    if not 1 <= minutes <= MOST_MINUTES:
        raise NotPossible("extend-minutes", most=str(MOST_MINUTES))
    if Step.BRIEF in await days.settled(work, day):
        raise NotPossible("extend-after-brief")
    moved = close + timedelta(minutes=minutes)
    if moved <= now:
        moved = now.replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    if town.day_of(moved) != day:
        raise NotPossible("extend-past-midnight")
    await days.move_close(work, day, moved, await _collected(work, day), caller.person_id, now)
    fields: dict[str, object] = {"day": day.isoformat(), "close": f"{town.local(moved):%H:%M}", "minutes": str(minutes)}
    return await _told(work, town, caller, day, "close-extended", fields, now)


async def close_early(work: Work, town: Town, caller: Caller, now: datetime) -> dict[str, object]:
    """Close today's collection now; the roll-call follows at once."""
    day = town.day_of(now)
    order = await _ordered(work, town, day)
    close = closing(town, day, order)
    if close <= now:
        raise NotPossible("close-past", close=f"{town.local(close):%H:%M}")
    await days.move_close(work, day, now, await _collected(work, day), caller.person_id, now)
    fields: dict[str, object] = {"day": day.isoformat(), "close": f"{town.local(now):%H:%M}"}
    return await _told(work, town, caller, day, "close-early", fields, now)


async def skip(work: Work, town: Town, caller: Caller, day: date, now: datetime) -> dict[str, object]:
    """The day has no cycle from here on: nobody is reminded, called or chased."""
    check_day(town, day, now)
    if (await order_of(work, town, day)).skipped:
        raise NotPossible("day-skipped", day=day.isoformat())
    await days.set_skipped(work, day, True, caller.person_id, now)
    for unit in (await units.tree(work)).reporting():
        await outbox.clear(work, reminding.about(day, unit.id))
    return await _told(work, town, caller, day, "skipped", {"day": day.isoformat()}, now)


async def restore(work: Work, town: Town, caller: Caller, day: date, now: datetime) -> dict[str, object]:
    """The skipped day has a cycle again."""
    if not (await order_of(work, town, day)).skipped:
        raise NotPossible("day-not-skipped", day=day.isoformat())
    await days.set_skipped(work, day, False, caller.person_id, now)
    return await _told(work, town, caller, day, "restored", {"day": day.isoformat()}, now)


async def pause(work: Work, town: Town, caller: Caller, now: datetime) -> dict[str, object]:
    """Today's steps wait until somebody lets them go on; reports are taken as ever."""
    day = town.day_of(now)
    if (await _ordered(work, town, day)).paused:
        raise NotPossible("day-paused", day=day.isoformat())
    await days.set_paused(work, day, now, caller.person_id, now)
    return await _told(work, town, caller, day, "paused", {"day": day.isoformat()}, now)


async def resume(work: Work, town: Town, caller: Caller, now: datetime) -> dict[str, object]:
    """Today's steps go on; those whose time has gone by meanwhile are left out."""
    day = town.day_of(now)
    if not (await order_of(work, town, day)).paused:
        raise NotPossible("day-not-paused", day=day.isoformat())
    await days.set_paused(work, day, None, caller.person_id, now)
    return await _told(work, town, caller, day, "resumed", {"day": day.isoformat()}, now)


def check_day(town: Town, day: date, now: datetime) -> None:
    """NotPossible for a day that has gone by or is too far ahead to be meant."""
    today = town.day_of(now)
    if day < today:
        raise NotPossible("day-past", day=day.isoformat(), today_day=today.isoformat())
    if day > today + SKIP_AHEAD:
        raise NotPossible("day-far", day=day.isoformat())


async def next_step(work: Work, town: Town, now: datetime) -> Due | None:
    """The step of today that comes next."""
    day = town.day_of(now)
    settled = await days.settled(work, day)
    steps = steps_of(town, day, await order_of(work, town, day))
    return next((step for step in steps if step.name not in settled), None)


async def _ordered(work: Work, town: Town, day: date) -> DayOrder:
    order = await order_of(work, town, day)
    if order.skipped:
        raise NotPossible("day-skipped", day=day.isoformat())
    return order


async def _collected(work: Work, day: date) -> bool:
    return any(name.split("/")[0] == Step.COLLECT for name in await days.settled(work, day))


async def _told(
    work: Work, town: Town, caller: Caller, day: date, kind: str, fields: dict[str, object], now: datetime
) -> dict[str, object]:
    """Write it down, show it on the boards, and tell the command chats; the fields of the line that says it."""
    said = {**fields, "by": caller.name}
    await audit.note(work, now, caller.person_id, kind, **fields)
    await announce(work, caller, kind, said, now)
    await boards.touch(work, town, day, now)
    return said


async def announce(work: Work, caller: Caller, kind: str, fields: dict[str, object], now: datetime) -> None:
    """One line to every command chat but the one in which it was ordered: there the answer says it."""
    for chat in await chats.of_purpose(work, "command"):
        if chat.id != caller.chat.id:
            key = f"{kind}/{chat.id}/{caller.telegram_id}/{int(now.timestamp() * 1000)}"
            await outbox.put(work, Outgoing(key, chat.id, kind, fields, lane=Lane.ORDER), now)
