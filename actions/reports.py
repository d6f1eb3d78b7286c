"""A member's report: understood, entered for its units, acknowledged or asked about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from actions import acknowledging, asking, held, proxies, receipts, rewording, rolls, unclear
from actions.entering import ByHand, enter, enter_by_hand
from actions.reading import FIELD, Message, Part, Unplaced, place_parts, read
from domain.errors import NotAllowed, NotPossible
from domain.outgoing import Buttons
from domain.people import Caller, Place, Role
from domain.reporting import flows
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import held as holding
from storage import reports, statements, units
from storage.work import Work


async def receive_report(work: Work, town: Town, message: Message, now: datetime) -> bool:
    """Take a message as a report if it is one; False when it is not for us, and nothing was done.

    A message that was taken before changes nothing; an edited one is reworded.
    """
    if message.chat.place is Place.NONE:
        return False
    tree = await units.tree(work)
    known = await statements.of_message(work, message.chat.id, message.id)
    parsed = await read(work, message, town, tree)
    if message.person is None and not message.admitted:
        return parsed.is_report and await held.hold_stranger(work, tree, message, parsed, town, now)
    if any(kept.live for kept in known) and message.edited:
        return await rewording.reword(work, town, tree, message, parsed, now)
    if not parsed.is_report:
        return False
    if known and not message.edited:
        return True
    if not message.may_report:
        return _not_theirs(message)
    fresh = await _fresh(work, town, message)
    parts = place_parts(fresh, town, tree, parsed.reports)
    if fresh.chat.place is Place.COMMAND and not any(isinstance(part, Part) for part in parts):
        return False
    await enter_all(work, town, tree, fresh, parts, now)
    return True


def _not_theirs(message: Message) -> bool:
    """Whoever only watches is told so in private, and not heard in a group."""
    if message.private:
        raise NotAllowed("report-not-for-you")
    return False


async def _fresh(work: Work, town: Town, message: Message) -> Message:
    """An edit that makes a report of chatter is said at the edit; one that clears up a held report, with the report."""
    if not message.edited:
        return message
    waiting = await holding.of_message(work, message.chat.id, message.id)
    for waits in waiting:
        await unclear.reword(work, town, waits, message.said_at)
    return message if waiting else replace(message, sent_at=message.said_at)


async def report_zero(work: Work, town: Town, message: Message, now: datetime) -> None:
    """`/zero`: the zero report of the unit named, else of the chat's or sender's; NotPossible beside other figures."""
    tree = await units.tree(work)
    said = replace(message, text=f"【{message.text}】零报告" if message.text else "零报告")
    parts = place_parts(said, town, tree, (await read(work, said, town, tree)).reports)
    await enter_all(work, town, tree, said, parts, now)


async def press_zero(
    work: Work, town: Town, caller: Caller, unit_id: int, day: date, at: datetime, now: datetime
) -> tuple[dict[str, object], Buttons]:
    """The zero report by a button; the fields and buttons of its receipt. The unit's people and its leaders may."""
    tree = await units.tree(work)
    unit = tree.units.get(unit_id)
    if unit is None or not any(tree.within(unit_id, node) for node in caller.units_as(*FIELD, Role.LEADER)):
        raise NotAllowed("not-your-unit")
    if day < town.oldest_day(now):
        raise NotPossible("button-old")
    await _refuse_contradiction(work, town, unit, day)
    standing = await reports.one(work, day, unit_id)
    if standing is None or not standing.zero:
        said = ByHand(unit, day, {}, True, "zero")
        await enter_by_hand(work, town, tree, caller, said, at, now)
    return await receipts.received(work, town, [await receipts.stand_of(work, unit, day)], "", now)


async def _refuse_contradiction(work: Work, town: Town, unit: Unit, day: date) -> None:
    report = await reports.one(work, day, unit.id)
    given = {} if report is None else {code: x for code, x in report.values.items() if code in flows(town.form) and x}
    if given:
        raise NotPossible("zero-after-figures", unit=unit.name, n=len(given))


async def enter_all(
    work: Work, town: Town, tree: UnitTree, message: Message, parts: Sequence[Part | Unplaced], now: datetime
) -> None:
    """Enter every part that can be entered, ask about the others, say in one message what there is to say."""
    parts = await unclear.known_lines(work, town, tree, message, parts, now)
    placed = [part for part in parts if isinstance(part, Part)]
    roll = await rolls.take(work, town, tree, message, placed)
    waiting = [part for part in roll.parts if await proxies.needs_nod(work, tree, message, part)]
    entered = [part for part in roll.parts if part not in waiting]
    if len(parts) == 1 and entered and entered[0].parsed.zero_report:
        await _refuse_contradiction(work, town, entered[0].unit, entered[0].day)
    results = [await enter(work, town, tree, message, part, now) for part in entered]
    unplaced = [part for part in parts if isinstance(part, Unplaced) and part.unclear]
    ask = asking.key_of(message.chat.id, message.id, message.sent_at) if len(parts) > 1 else ""
    await unclear.hold(work, tree, message, unplaced, ask, now)
    await _wait_for_nods(work, town, tree, message, waiting, now, quiet=roll.follows)
    refused = [part.parsed for part in parts if isinstance(part, Unplaced) and not part.unclear]
    if refused:
        await acknowledging.refuse(work, town, message, refused[0], now)
    told = await rolls.tell(work, town, tree, message, roll, results, waiting, now)
    if len(placed) > len(waiting) or (ask and unplaced):
        await acknowledging.answer(work, town, message, results, now, told=told, whole=not unplaced)


async def _wait_for_nods(
    work: Work, town: Town, tree: UnitTree, message: Message, parts: Sequence[Part], now: datetime, *, quiet: bool
) -> None:
    """Hand these parts to those who answer for their units, and tell the sender so unless the list's card does."""
    held_now = [part.unit.name for part in parts if await proxies.hold(work, town, tree, message, part, now)]
    if held_now and not quiet:
        await acknowledging.say(work, message, "proxy", "report-proxy-waits", {"units": held_now}, (), now)
