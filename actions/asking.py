"""The one message that asks what is doubtful in a report: sent once, then edited as its doubts are settled."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from actions import aliases, receipts
from domain.doubts import Doubt, Option, broken_rules, options
from domain.instants import to_ms
from domain.numbers import Values, exact, plain, plain_values
from domain.outgoing import Act, Button, Buttons, Outgoing
from domain.people import Person, Place
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import chats, held, outbox, people, questions, reports, statements, units
from storage.held import Held
from storage.questions import Question
from storage.statements import Kept
from storage.work import Work, dumps

MOST_BUTTON_ROWS = 24


def key_of(chat: int, message_id: int, sent_at: datetime) -> str:
    """The key of the message that asks about a report's message; message ids begin anew when a group migrates."""
    return f"ask/{chat}/{message_id}/{to_ms(sent_at) // 1000}"


def asks_of_report(key: str) -> bool:
    """Whether a message of that key asks what is doubtful in a report: `show` brings it up to date."""
    return key.startswith("ask/")


async def show_all(work: Work, town: Town, asks: Iterable[str], now: datetime) -> None:
    """Bring these asking messages up to date."""
    for ask in sorted(asks):
        await show(work, town, ask, now)


async def is_open(work: Work, ask: str) -> bool:
    """Whether anything that is asked under this key waits for an answer."""
    if any(question.open for question in await questions.of_ask(work, ask)):
        return True
    return any(part.state == "waiting" and part.reason == "unit_unclear" for part in await held.of_ask(work, ask))


@dataclass(frozen=True)
class _Origin:
    """The message that is asked about.

    said      something that it says and that counts; None when all of it waits or was withdrawn
    reworded  whether the words that were asked about are not its words any more
    """

    chat: int | None
    message_id: int | None
    person_id: int | None
    said: Kept | None
    reworded: bool = False
    about: str | None = None


@dataclass(frozen=True)
class Shown:
    """What has become of an ask: whether anything of it waits for an answer, and whether its message was there."""

    is_open: bool
    was_there: bool


NOTHING = Shown(is_open=False, was_there=False)
"""Of a key under which nothing was ever asked."""


async def show(work: Work, town: Town, ask: str, now: datetime) -> Shown:
    """Ask what is open under this key: a new message the first time, an edit of it afterwards.

    When the last doubt is settled the message becomes the line of a clean report.
    """
    asked = await questions.of_ask(work, ask)
    parts = await held.of_ask(work, ask)
    if not asked and not parts:
        return NOTHING
    doubts = [question for question in asked if question.open]
    unclear = [part for part in parts if part.state == "waiting" and part.reason == "unit_unclear"]
    sent = await outbox.by_key(work, ask)
    shown = Shown(bool(doubts or unclear), sent is not None)
    if sent is None and not shown.is_open:
        return shown
    origin = await _origin(work, asked, parts)
    if doubts or unclear:
        kind, (fields, buttons) = "report-asked", await _asking(work, town, origin, doubts, unclear, now)
    elif not parts and _decided_elsewhere(asked, origin):
        kind, (fields, buttons) = "report-asked-over", (await _units_of(work, asked), ())
    elif origin.said is None and any(part.state == "waiting" for part in parts):
        kind, (fields, buttons) = "report-proxy-waits", (await _nods(work, parts), ())
    elif origin.said is None:
        kind, (fields, buttons) = "report-received", await receipts.received(work, town, [], "", now)
    else:
        kind, (fields, buttons) = "report-received", await receipts.of_message(work, town, origin.said, now)
    if sent is None:
        await _send(work, town, Outgoing(ask, None, kind, fields, buttons), origin, now)
        return shown
    if kind == "report-received" and not await _is_private(work, sent.chat):
        buttons = ()
    open_now = [*(question.id for question in doubts), *(f"held/{part.id}" for part in unclear)]
    stamp = hashlib.sha256(dumps([kind, fields, open_now]).encode()).hexdigest()[:16]
    edit = Outgoing(f"{ask}/{stamp}", sent.chat, kind, fields, buttons, act=Act.EDIT, target=ask)
    await outbox.put(work, edit, now)
    if kind == "report-received" and origin.said is not None and origin.chat != sent.chat:
        await receipts.seen(work, origin.chat, origin.message_id, now)
    return shown


def _decided_elsewhere(asked: Sequence[Question], origin: _Origin) -> bool:
    """Whether a later message decided all of it, while the words that were asked about stand as they were."""
    return not origin.reworded and all(question.state == "superseded" for question in asked)


async def _origin(work: Work, asked: Sequence[Question], parts: Sequence[Held]) -> _Origin:
    if asked:
        first = await statements.by_id(work, asked[0].statement_id)
        saying = first.saying
        said = first if first.live else await _standing(work, saying.chat, saying.message_id)
        about = f"ask/{saying.day}/{saying.unit_id}"
        return _Origin(saying.chat, saying.message_id, saying.person_id, said, not first.live, about)
    chat, message_id = parts[0].chat, parts[0].message_id
    sender = await people.by_telegram_id(work, parts[0].telegram_id)
    return _Origin(chat, message_id, None if sender is None else sender.id, await _standing(work, chat, message_id))


async def _standing(work: Work, chat: int | None, message_id: int | None) -> Kept | None:
    """Something that the message says and that counts."""
    if chat is None or message_id is None:
        return None
    return next((kept for kept in await statements.of_message(work, chat, message_id) if kept.live), None)


async def _is_private(work: Work, chat: int | None) -> bool:
    return chat is not None and (await chats.by_id(work, chat)).place is Place.PRIVATE


async def _units_of(work: Work, asked: Sequence[Question]) -> dict[str, object]:
    tree = await units.tree(work)
    return {"units": list(dict.fromkeys(tree.units[question.unit_id].name for question in asked))}


async def _nods(work: Work, parts: Sequence[Held]) -> dict[str, object]:
    tree = await units.tree(work)
    named = [part.unit_id for part in parts if part.unit_id is not None and part.unit_id in tree.units]
    return {"units": [tree.units[unit].name for unit in named]}


async def _send(work: Work, town: Town, message: Outgoing, origin: _Origin, now: datetime) -> None:
    """Into the sender's private chat where there is one, else as a reply in the chat of the report."""
    assert origin.chat is not None
    person = None if origin.person_id is None else await people.by_id(work, origin.person_id)
    private = await private_chat_of(work, person) if town.policies.ask_in_private else None
    here = private is None or private == origin.chat
    place = (await chats.by_id(work, origin.chat)).place
    placed = Outgoing(
        message.key,
        origin.chat if private is None else private,
        message.kind,
        message.fields,
        message.buttons,
        reply_to=origin.message_id if here and place is not Place.PRIVATE else None,
        about=origin.about,
    )
    await outbox.put(work, placed, now)
    if not here:
        await receipts.react(work, origin.chat, origin.message_id, receipts.SEEN, now)


async def private_chat_of(work: Work, person: Person | None) -> int | None:
    """The person's private chat when they have written to the bot there and have not blocked it."""
    if person is None or person.telegram_id is None:
        return None
    chat = await chats.by_telegram_id(work, person.telegram_id)
    return chat.id if chat is not None and chat.here else None


@dataclass(frozen=True)
class _Day:
    """What is known of a unit's day beside its doubts."""

    values: Values
    yesterday: Values


async def _day(work: Work, day: date, unit_id: int) -> _Day:
    today = await reports.one(work, day, unit_id)
    before = await reports.one(work, day - timedelta(days=1), unit_id)
    return _Day({} if today is None else today.values, {} if before is None else before.values)


async def _asking(
    work: Work, town: Town, origin: _Origin, doubts: Sequence[Question], unclear: Sequence[Held], now: datetime
) -> tuple[dict[str, object], Buttons]:
    """Fields and buttons of the message: what was understood, and a line with its buttons for each doubt."""
    tree = await units.tree(work)
    known = {(q.day, q.unit_id): await _day(work, q.day, q.unit_id) for q in doubts}
    named = [(part, aliases.near(tree, part.word)) for part in unclear]
    rows = [_unit_row(part, near) for part, near in named]
    several = len(doubts) + len(unclear) > 1
    lines: list[dict[str, object]] = []
    for question in doubts:
        beside = known[question.day, question.unit_id]
        ways = options(town.form, _doubt(question), beside.values, beside.yesterday)
        rows += _rows(question, ways, several)
        example = next((plain(way.value) for way in ways if way.way == "value" and way.value is not None), None)
        told = {"unit": tree.units[question.unit_id].name, "example": example}
        lines.append({**_line(town, question, beside), **told})
    names = list(dict.fromkeys(tree.units[question.unit_id].name for question in doubts))
    day = doubts[0].day if doubts else town.day_of(now)
    figures = known[day, doubts[0].unit_id].values if len(names) == 1 else {}
    fields = {
        "units": names,
        "day": day.isoformat(),
        "today": day == town.day_of(now),
        "figures": list(plain_values(figures).items()),
        "doubts": lines,
        "unclear": [{"written": part.word, "units": [unit.name for unit in near]} for part, near in named],
        "verdicts": await _verdicts(work, tree, origin, len(unclear)),
    }
    return fields, tuple(tuple(row) for row in rows[:MOST_BUTTON_ROWS])


def _unit_row(part: Held, near: Sequence[Unit]) -> list[Button]:
    """The buttons of a part whose unit is asked: the units that it may be, and none of them."""
    meant = [Button("button-unit-is", f"which/{part.id}/{unit.id}", {"unit": unit.name}) for unit in near]
    return [*meant, Button("button-unit-none", f"which/{part.id}/no", written={"written": part.word or "none"})]


async def _verdicts(work: Work, tree: UnitTree, origin: _Origin, unclear: int) -> list[dict[str, object]]:
    """Of a message for several units, how each of them stands; nothing of a message for one."""
    if origin.chat is None or origin.message_id is None:
        return []
    said = [kept.saying for kept in await statements.of_message(work, origin.chat, origin.message_id) if kept.live]
    waiting = await held.of_message(work, origin.chat, origin.message_id)
    nods = [part.unit_id for part in waiting if part.reason == "proxy" and part.unit_id in tree.units]
    places = list(dict.fromkeys((one.unit_id, one.day) for one in said))
    if len(places) + len(nods) + unclear < 2:
        return []
    found = [(tree.units[unit_id], await reports.one(work, day, unit_id)) for unit_id, day in places]
    rows: list[dict[str, object]] = [
        {"unit": unit.name, "n": len(report.values), "zero": report.zero, "asked": report.open_questions}
        for unit, report in found
        if report is not None
    ]
    rows += [{"unit": tree.units[unit].name, "n": 0, "zero": False, "asked": -1} for unit in nods if unit is not None]
    return sorted(rows, key=lambda row: row["asked"] == 0)


def _doubt(question: Question) -> Doubt:
    wanted = question.told.get("wanted")
    likely = () if wanted is None else (exact(wanted),)
    return Doubt(question.indicator, question.value, question.quote, question.reason, likely)


def doubt_fields(question: Question) -> dict[str, object]:
    """What a question is about, as fields: the sender's words, or the figure where no words were asked about."""
    value = None if question.value is None else plain(question.value)
    return {
        "quote": question.quote,
        "indicator": question.indicator or "",
        "value": value,
        "total": question.total,
    }


def _line(town: Town, question: Question, beside: _Day) -> dict[str, object]:
    line: dict[str, object] = {
        **doubt_fields(question),
        "number": question.number,
        "reason": question.reason,
        "told": dict(question.told),
    }
    if question.reason == "rule" and question.indicator is not None and question.value is not None:
        trial = {**beside.values, question.indicator: question.value}
        for rule in broken_rules(town.form, trial, beside.yesterday):
            if rule.left == question.indicator:
                right = (trial if rule.right_day == "same" else beside.yesterday)[rule.right]
                line |= {"right": rule.right, "right_value": plain(right), "before": rule.right_day == "before"}
    return line


def _rows(question: Question, ways: Sequence[Option], several: bool) -> list[list[Button]]:
    """A doubt's buttons: the ways in one row, what an unknown name may mean in rows of its own."""
    number = f"{question.number}. " if several else ""
    plain_ways = [_button(question, way, number) for way in ways if way.way != "is"]
    meant = [_button(question, way, number) for way in ways if way.way == "is"]
    return [plain_ways, *([button] for button in meant)]


async def choices(work: Work, town: Town, question: Question) -> Buttons:
    """A button for each indicator that has no figure yet: which of them is an unknown name?"""
    beside = await _day(work, question.day, question.unit_id)
    free = [indicator for indicator in town.form.indicators if indicator.code not in beside.values]
    buttons = [
        Button("button-indicator", f"q/{question.id}/is/{indicator.code}", {"indicator": indicator.code})
        for indicator in free
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _button(question: Question, way: Option, number: str) -> Button:
    stem = f"q/{question.id}/{way.way}"
    if way.way == "value" and way.value is not None:
        return Button("button-value", f"{stem}/{plain(way.value)}", {"number": number, "value": str(plain(way.value))})
    if way.way == "is":
        return Button("button-is", f"{stem}/{way.indicator}", {"number": number, "indicator": way.indicator})
    word = "ignore" if way.way == "drop" and question.indicator is None else way.way
    return Button(f"button-{word}", stem, {"number": number})
