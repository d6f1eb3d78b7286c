"""Units that need not report: excused by a leader, or by their own lead with a leader's nod."""

from datetime import date, datetime

from actions import boards, dayorders, reach, reminding, scope
from domain.errors import NotPossible
from domain.outgoing import Button, Lane, Outgoing
from domain.people import Caller, Role
from domain.town import Town
from domain.units import Unit
from storage import audit, chats, excuses, outbox, reports, units
from storage.work import Work

MOST_REASON = 100


async def excuse(
    work: Work, town: Town, caller: Caller, unit: Unit, until: date, reason: str, now: datetime
) -> dict[str, object]:
    """The unit need not report from today to that day; the fields of the line that says so.

    What still waits to remind it is not sent; its own chat is told.
    """
    today = town.day_of(now)
    if until < today:
        raise NotPossible("day-past", day=until.isoformat(), today_day=today.isoformat())
    tree = await units.tree(work)
    scope.check_within(unit.id, scope.commanded(caller, tree), tree)
    return await _excuse(work, town, caller, unit, (today, until), reason, now)


async def _excuse(
    work: Work, town: Town, caller: Caller, unit: Unit, span: tuple[date, date], reason: str, now: datetime
) -> dict[str, object]:
    if not unit.reports:
        raise NotPossible("unit-reports-not", unit=unit.name)
    first, last = span
    await excuses.add(work, unit.id, first, last, reason[:MOST_REASON], caller.person_id, now)
    await outbox.clear(work, reminding.about(first, unit.id))
    fields: dict[str, object] = {
        "unit": unit.name,
        "from_day": first.isoformat(),
        "to_day": last.isoformat(),
        "several": last > first,
        "reason": reason[:MOST_REASON],
        "explained": bool(reason),
    }
    days = {"from_day": first.isoformat(), "to_day": last.isoformat()}
    await audit.note(work, now, caller.person_id, "excuse", unit=unit.id, **days)
    said = {**fields, "by": caller.name}
    await dayorders.announce(work, caller, "excused", said, now)
    await _tell_unit(work, caller, unit, "excused", said, now)
    await boards.touch(work, town, first, now, unit.id)
    return said


async def revoke(work: Work, town: Town, caller: Caller, unit: Unit, now: datetime) -> dict[str, object]:
    """The unit is to report again, from today on."""
    today = town.day_of(now)
    tree = await units.tree(work)
    scope.check_within(unit.id, scope.commanded(caller, tree), tree)
    if not await excuses.revoke(work, unit.id, today, now):
        raise NotPossible("excuse-none", unit=unit.name)
    said: dict[str, object] = {"unit": unit.name, "by": caller.name}
    await audit.note(work, now, caller.person_id, "excuse_revoked", unit=unit.id)
    await dayorders.announce(work, caller, "excuse-revoked", said, now)
    await _tell_unit(work, caller, unit, "excuse-revoked", said, now)
    await boards.touch(work, town, today, now, unit.id)
    return said


async def ask(work: Work, town: Town, caller: Caller, day: date, unit_id: int, reason: str, now: datetime) -> str:
    """The unit's lead asks to be excused for the day; the command chats are asked for a nod. The unit's name."""
    tree = await units.tree(work)
    unit = tree.units.get(unit_id)
    if unit is None or unit_id not in caller.units_as(Role.LEAD):
        raise NotPossible("excuse-not-lead")
    if day != town.day_of(now):
        raise NotPossible("excuse-today-only", today_day=town.day_of(now).isoformat())
    if await reports.one(work, day, unit_id) is not None:
        raise NotPossible("excuse-reported", unit=unit.name)
    if unit_id in await excuses.in_force(work, day):
        raise NotPossible("excuse-already", unit=unit.name, day=day.isoformat())
    commands = await chats.of_purpose(work, "command")
    if not commands:
        raise NotPossible("excuse-no-command")
    data = f"{day.isoformat()}/{unit_id}"
    nod = ((Button("button-agree", f"excused/yes/{data}"), Button("button-refuse", f"excused/no/{data}")),)
    fields = {
        "unit": unit.name,
        "day": day.isoformat(),
        "by": caller.name,
        "reason": reason[:MOST_REASON],
        "explained": bool(reason),
    }
    written = [
        await outbox.put(work, Outgoing(asked_key(day, unit_id, chat.id), chat.id, "excuse-asked", fields, nod), now)
        for chat in commands
    ]
    if not any(written):
        raise NotPossible("excuse-asked-already", unit=unit.name)
    await audit.note(work, now, caller.person_id, "excuse_asked", unit=unit.id, day=day.isoformat())
    return unit.name


def asked_key(day: date, unit_id: int, chat: int) -> str:
    """The outbox key of the message that asks a command chat for a nod."""
    return f"excuse/{day.isoformat()}/{unit_id}/chat-{chat}"


async def nod(
    work: Work, town: Town, caller: Caller, day: date, unit_id: int, agreed: bool, now: datetime
) -> dict[str, object]:
    """Answer a lead's wish to be excused; the unit's chat is told either way."""
    tree = await units.tree(work)
    unit = tree.units.get(unit_id)
    if unit is None or day != town.day_of(now):
        raise NotPossible("excuse-today-only", today_day=town.day_of(now).isoformat())
    scope.check_within(unit_id, scope.commanded(caller, tree), tree)
    if unit_id in await excuses.in_force(work, day):
        raise NotPossible("excuse-already", unit=unit.name, day=day.isoformat())
    if agreed:
        reason = await _reason_given(work, day, unit_id, caller)
        return await _excuse(work, town, caller, unit, (day, day), reason, now)
    said: dict[str, object] = {"unit": unit.name, "day": day.isoformat(), "by": caller.name}
    await audit.note(work, now, caller.person_id, "excuse_refused", unit=unit.id, day=day.isoformat())
    await _tell_unit(work, caller, unit, "excuse-refused", said, now)
    return said


async def _reason_given(work: Work, day: date, unit_id: int, caller: Caller) -> str:
    asked = await outbox.fields_of(work, asked_key(day, unit_id, caller.chat.id))
    return str(asked.get("reason", "")) if asked else ""


async def _tell_unit(
    work: Work, caller: Caller, unit: Unit, kind: str, fields: dict[str, object], now: datetime
) -> None:
    for chat in await reach.unit_chats(work, unit, now):
        key = f"{kind}/unit-{unit.id}/{chat.id}/{int(now.timestamp() * 1000)}"
        if chat.id != caller.chat.id:
            await outbox.put(work, Outgoing(key, chat.id, kind, fields, lane=Lane.ORDER), now)
