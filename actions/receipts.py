"""What is said of a report that was taken: a reaction, a line, or what it changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from actions.books import Result
from actions.ordered import closes_of
from domain.instants import to_ms
from domain.numbers import plain, plain_values
from domain.outgoing import Act, Button, Buttons, Outgoing
from domain.reporting import makers
from domain.town import Town
from domain.units import Unit
from storage import held, outbox, reports, statements, units
from storage.reports import Report
from storage.statements import Kept
from storage.work import Work

GOOD = "👍"
SEEN = "👀"


async def react(work: Work, chat: int | None, message_id: int | None, emoji: str, now: datetime) -> None:
    """Put a reaction on a message; another one than before takes its place."""
    if chat is None or message_id is None:
        return
    key = f"react/{chat}/{message_id}/{emoji}/{to_ms(now)}"
    await outbox.put(work, Outgoing(key, chat, "reaction", {"emoji": emoji}, act=Act.REACT, message_id=message_id), now)


async def seen(work: Work, chat: int | None, message_id: int | None, now: datetime) -> None:
    """Put the sign on a message of which something counts: 👍, or 👀 while a part of it still waits."""
    if chat is None or message_id is None:
        return
    waits = await held.of_message(work, chat, message_id)
    await react(work, chat, message_id, SEEN if waits else GOOD, now)


async def of_message(work: Work, town: Town, origin: Kept, now: datetime) -> tuple[dict[str, object], Buttons]:
    """Fields and buttons of the line for all units that the message of a statement reported for."""
    saying = origin.saying
    said = [origin]
    if saying.chat is not None and saying.message_id is not None:
        said = await statements.of_message(work, saying.chat, saying.message_id)
    return await of_statements(work, town, origin, said, now)


async def of_statements(
    work: Work, town: Town, origin: Kept, of_message: Iterable[Kept], now: datetime
) -> tuple[dict[str, object], Buttons]:
    """The same where everything is at hand that the message ever said."""
    saying = origin.saying
    said = [kept for kept in of_message if kept.live]
    tree = await units.tree(work)
    about = dict.fromkeys((kept.saying.unit_id, kept.saying.day) for kept in said) or {
        (saying.unit_id, saying.day): None
    }
    standing = [await stand_of(work, tree.units[unit_id], day) for unit_id, day in about]
    proxy = origin.saying.sender if any(kept.saying.proxy for kept in said) else ""
    return await received(work, town, standing, proxy, now)


async def of_results(
    work: Work, town: Town, results: Iterable[Result], proxy: str, now: datetime
) -> tuple[dict[str, object], Buttons]:
    """The same where what came of the message is all at hand."""
    stands = {(one.unit.id, one.day): Stand(one.unit, one.after, one.kept) for one in results}
    return await received(work, town, list(stands.values()), proxy, now)


@dataclass(frozen=True)
class Stand:
    """Where a unit's day stands (None: it is silent), and what counts of it."""

    unit: Unit
    report: Report | None
    kept: Sequence[Kept]


async def stand_of(work: Work, unit: Unit, day: date) -> Stand:
    """Where the unit's day stands."""
    return Stand(unit, await reports.one(work, day, unit.id), await statements.of_unit(work, day, unit.id))


async def received(
    work: Work, town: Town, stands: Iterable[Stand], proxy: str, now: datetime
) -> tuple[dict[str, object], Buttons]:
    """Fields and buttons of the line that says what was received; `proxy` is who said it for another unit."""
    told = [(stand.unit, stand.report, stand.kept) for stand in stands if stand.report is not None]
    lines = [await received_line(work, town, unit, report, kept, now) for unit, report, kept in told]
    buttons: Buttons = ()
    if len(told) == 1:
        unit, report, _ = told[0]
        data = f"{report.day}/{unit.id}"
        buttons = ((Button("button-show-all", f"mine/show/{data}"), Button("button-correct", f"mine/fix/{data}")),)
    return {"lines": lines, "proxy": proxy}, buttons


async def received_line(
    work: Work, town: Town, unit: Unit, report: Report, kept: Sequence[Kept], now: datetime
) -> dict[str, object]:
    """How one unit's day stands by what counts of it, as fields."""
    close = await _close(work, town, report.day, unit)
    return {
        "unit": unit.name,
        "day": report.day.isoformat(),
        "today": report.day == town.day_of(now),
        **clock(town, report.first_at, report.day),
        "late": report.first_at > close,
        "zero": report.zero,
        "figures": list(plain_values(report.values).items()),
        "cumulative": list(plain_values(report.cumulative).items()),
        "texts": list(report.texts.items()),
        "asked": report.open_questions,
        "read_as": _read_as(kept, report.values),
    }


async def _close(work: Work, town: Town, day: date, unit: Unit) -> datetime:
    return (await closes_of(work, town, day)).of(unit.id)


def _read_as(kept: Sequence[Kept], codes: Iterable[str]) -> list[list[str]]:
    """Which of these figures of a unit's day stand by words learned of their senders: words and indicator."""
    learned = [(one.id, words, code) for one in kept for words, code in one.saying.read_as if code in set(codes)]
    made = {code: {one.id for one in makers([k.statement for k in kept], code)} for _, _, code in learned}
    return [[words, code] for made_by, words, code in learned if made_by in made[code]]


def clock(town: Town, at: datetime, day: date) -> dict[str, object]:
    """The hour as people read it, 15:12; of another day than the report's, with its day."""
    local = town.local(at)
    return {
        "at": f"{local.hour:02}:{local.minute:02}",
        "at_day": "" if local.date() == day else local.date().isoformat(),
    }


def change_fields(result: Result) -> list[dict[str, object]]:
    """Every figure that a report changed, before and after."""
    return [
        {
            "indicator": change.indicator,
            "before": None if change.before is None else plain(change.before),
            "after": None if change.after is None else plain(change.after),
        }
        for change in result.changes
    ]


async def corrected(work: Work, town: Town, result: Result, now: datetime) -> dict[str, object]:
    """Fields of the line that shows what a report changed, before and after."""
    assert result.after is not None
    close = await _close(work, town, result.day, result.unit)
    on_time = result.after.first_at <= close
    return {
        "unit": result.unit.name,
        "day": result.day.isoformat(),
        "today": result.day == town.day_of(now),
        "added": result.reason == "addition",
        "changes": change_fields(result),
        "read_as": _read_as(result.kept, [change.indicator for change in result.changes]),
        "on_time": on_time,
        **clock(town, result.after.first_at, result.day),
    }
