"""Roll-call lists (接龙): of a list that is posted again whole only the difference is entered, told in one card."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from actions import books, receipts
from actions.books import Cause, Result
from actions.entering import plain_doubts
from actions.reading import FIELD, Message, Part, is_proxy
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.instants import to_ms
from domain.numbers import plain_values
from domain.outgoing import Act, Button, Buttons, Outgoing
from domain.parsing import ParsedReport
from domain.people import Caller, Role
from domain.rolls import Difference, Fate, Line, Said, difference, heading, is_list
from domain.town import Town
from domain.units import UnitTree
from storage import audit, outbox, questions, rolls, statements, units
from storage.rolls import Card
from storage.work import Work, dumps

MOST_ASKED = 4
_FIGURES = 4
_OWN = ("message", "edit", "again")
Row = dict[str, Any]


@dataclass
class Roll:
    """What is new in a list. `rows`: the lines that were left out or are old, as the card tells them, by day."""

    parts: list[Part]
    fates: dict[tuple[int, date], Fate] = field(default_factory=dict)
    rows: dict[date, list[Row]] = field(default_factory=dict)
    follows: bool = False
    """Whether it is a list that follows another: then what it changes is told."""
    back: list[tuple[date, int]] = field(default_factory=list)
    """The lines that had been left out and are there again."""


async def take(work: Work, town: Town, tree: UnitTree, message: Message, parts: Sequence[Part]) -> Roll:
    """Of a message for several units only the parts that are new or different; other messages as they are."""
    listed = is_list(message.text)
    if len(parts) < 2 and not listed:
        return Roll(list(parts))
    roll = Roll([])
    for day in dict.fromkeys(part.day for part in parts):
        today = [part for part in parts if part.day == day]
        known = await rolls.lines_of_day(work, day)
        said = [Said(part.unit.id, line_of(part.parsed), not listed or _own(message, tree, part)) for part in today]
        title, at = heading(message.text), message.said_at
        found = difference(known, message.chat.id, title, said, at=at, poster=message.telegram_id)
        for part, one in zip(today, said, strict=True):
            roll.back += await _keep(work, message, part, one, found.fates[part.unit.id], known)
        roll.parts += [part for part in today if found.fates[part.unit.id] in (Fate.NEW, Fate.CHANGED)]
        roll.fates |= {(unit, day): fate for unit, fate in found.fates.items()}
        if listed and not found.first:
            roll.follows = True
            # The other lines of an edited list are copies of what stood when it was posted: they say nothing now.
            roll.rows[day] = [] if message.edited else await _left_out(work, town, tree, message, found)
        gone = sum(row["kind"] == "gone" for row in roll.rows.get(day, ()))
        told = {"chat": message.chat.id, "day": day.isoformat(), "lines": len(today), "gone": gone}
        await audit.note(work, message.said_at, message.person.id if message.person else None, "list", **told)
    return roll


def _own(message: Message, tree: UnitTree, part: Part) -> bool:
    return not is_proxy(message, tree, part.unit)


def line_of(parsed: ParsedReport) -> str:
    """What a line says, however it is written: two that are equal say the same."""
    asked = [[q.indicator, q.text] for q in plain_doubts(parsed)]
    said = [plain_values(parsed.values), plain_values(parsed.cumulative), dict(parsed.texts), parsed.zero_report, asked]
    return dumps([parsed.mode, *said])


async def _keep(
    work: Work, message: Message, part: Part, said: Said, fate: Fate, known: Sequence[Line]
) -> list[tuple[date, int]]:
    """Keep the line's wording as it stands now; the line itself when it was left out and is back."""
    mine = [line for line in known if line.chat == message.chat.id and line.unit_id == said.unit_id]
    current = next((line for line in mine if line.state != "reworded"), None)
    if fate is Fate.STALE:
        return []
    if fate is Fate.SAME and current is not None:
        if current.state != "gone":
            return []
        await rolls.set_state(work, current.id, "stands")
        return [(part.day, current.id)]
    await rolls.save(work, _line(message, part, said.said))
    return []


def _line(message: Message, part: Part, said: str) -> Line:
    return Line(
        message.chat.id,
        part.day,
        heading(message.text),
        part.unit.id,
        said,
        message.id,
        message.telegram_id,
        message.said_at,
    )


async def take_back(work: Work, message: Message, unit_id: int, day: date) -> None:
    """An edit takes the unit's line out of the list by which it was said: it is no line of the list any more."""
    for line in await rolls.lines_of_day(work, day):
        if (line.chat, line.message_id, line.unit_id) == (message.chat.id, message.id, unit_id):
            await rolls.set_state(work, line.id, "withdrawn")


async def keep_line(work: Work, message: Message, part: Part) -> None:
    """Keep a list's line whose unit somebody has told since: who posts the list again does not say it anew."""
    if is_list(message.text):
        await rolls.save(work, _line(message, part, line_of(part.parsed)))


async def _left_out(work: Work, town: Town, tree: UnitTree, message: Message, found: Difference) -> list[Row]:
    rows: list[Row] = []
    for line in found.gone:
        if line.unit_id in tree.units:
            await rolls.set_state(work, line.id, "gone")
            rows.append({"kind": "gone", "line": line.id, **_by(town, tree, message, line.unit_id)})
    stale = [unit for unit, fate in found.fates.items() if fate is Fate.STALE]
    return rows + [{"kind": "stale", **_by(town, tree, message, unit)} for unit in stale]


def _by(town: Town, tree: UnitTree, message: Message, unit_id: int) -> Row:
    at = f"{town.local(message.said_at):%H:%M}"
    return {"unit": tree.units[unit_id].name, "sender": message.sender, "at": at}


async def tell(
    work: Work,
    town: Town,
    tree: UnitTree,
    message: Message,
    roll: Roll,
    results: Sequence[Result],
    waiting: Sequence[Part],
    now: datetime,
) -> bool:
    """Tell in the chat's card what a list changed, by whom; whether there was anything to tell.

    A list that only adds lines is told by an edit of the day's card, quietly; one that changes or leaves out lines
    makes a new card.
    """
    told = False
    for day, line in roll.back:
        await _settled(work, message.chat.id, day, line, {"kind": "back"}, now)
    for day, rows in roll.rows.items():
        changed = [
            _changed(town, tree, message, roll, result) for result in results if result.day == day and result.changed
        ]
        waits = [{"kind": "waits", **_by(town, tree, message, part.unit.id)} for part in waiting if part.day == day]
        rows = [*changed, *waits, *rows]
        if rows:
            told = True
            await _show(work, message, day, rows, now)
    return told


def _changed(town: Town, tree: UnitTree, message: Message, roll: Roll, result: Result) -> Row:
    by = _by(town, tree, message, result.unit.id)
    new = result.before is None or roll.fates.get((result.unit.id, result.day)) is Fate.NEW
    if new or result.after is None:
        report = result.after
        figures = [] if report is None else list(plain_values(report.values).items())
        return {
            "kind": "new",
            **by,
            "figures": figures[:_FIGURES],
            "more": max(0, len(figures) - _FIGURES),
            "zero": report is not None and report.zero,
        }
    return {"kind": "changed", **by, "changes": receipts.change_fields(result)}


async def _show(work: Work, message: Message, day: date, rows: list[Row], now: datetime) -> None:
    before = await rolls.card(work, message.chat.id, day)
    quiet = all(row["kind"] == "new" for row in rows)
    if before is not None and quiet:
        await _redraw(work, message.chat.id, day, Card(before.post, [*before.rows, *rows]), now)
        return
    card = Card(f"roll/{message.chat.id}/{message.id}/{to_ms(message.said_at)}/{day}", rows)
    await rolls.set_card(work, message.chat.id, day, card)
    reply = None if message.private else message.id
    fields, buttons = _face(day, card)
    await outbox.put(work, Outgoing(card.post, message.chat.id, "roll-card", fields, buttons, reply_to=reply), now)


async def _redraw(work: Work, chat: int, day: date, card: Card, now: datetime) -> None:
    await rolls.set_card(work, chat, day, card)
    fields, buttons = _face(day, card)
    stamp = hashlib.sha256(dumps(card.rows).encode()).hexdigest()[:16]
    key = f"{card.post}/{to_ms(now)}/{stamp}"
    edit = Outgoing(key, chat, "roll-card", fields, buttons, act=Act.EDIT, target=card.post)
    await outbox.put(work, edit, now)


def _face(day: date, card: Card) -> tuple[dict[str, object], Buttons]:
    gone = [row for row in card.rows if row["kind"] == "gone"][:MOST_ASKED]
    buttons = tuple(
        (
            Button("button-roll-drop", f"roll/{row['line']}/drop", {"unit": row["unit"]}),
            Button("button-roll-keep", f"roll/{row['line']}/keep", {"unit": row["unit"] if len(gone) > 1 else ""}),
        )
        for row in gone
    )
    return {"day": day.isoformat(), "rows": card.rows}, buttons


async def settle(
    work: Work, town: Town, caller: Caller, line_id: int, keeps: bool, at: datetime, now: datetime
) -> None:
    """Say whether a line that was left out of the list still counts; who posted it or answers for its unit may."""
    line = await rolls.line(work, line_id)
    tree = await units.tree(work)
    if line is None or line.unit_id not in tree.units:
        raise NotFound("roll-unknown")
    if caller.telegram_id != line.telegram_id and not _answers_for(caller, tree, line.unit_id):
        raise NotAllowed("roll-not-yours", unit=tree.units[line.unit_id].name)
    if line.state != "gone":
        raise NotPossible("roll-settled")
    if not keeps:
        await _withdraw(work, town, tree, caller, line, at, now)
    await rolls.set_state(work, line.id, "stands" if keeps else "withdrawn")
    await audit.note(work, now, caller.person_id, "roll_kept" if keeps else "roll_withdrawn", line=line.id)
    told = {"kind": "kept" if keeps else "withdrawn", "by": caller.name}
    await _settled(work, line.chat, line.day, line.id, told, now)


async def _settled(work: Work, chat: int, day: date, line_id: int, told: Row, now: datetime) -> None:
    """The card says what became of a line that was left out, and asks about it no more."""
    card = await rolls.card(work, chat, day)
    if card is not None and any(row.get("line") == line_id for row in card.rows):
        rows = [{**row, **told} if row.get("line") == line_id else row for row in card.rows]
        await _redraw(work, chat, day, Card(card.post, rows), now)


def _answers_for(caller: Caller, tree: UnitTree, unit_id: int) -> bool:
    if Role.OPERATOR in caller.roles:
        return True
    return any(tree.within(unit_id, node) for node in caller.units_as(*FIELD, Role.LEADER))


async def _withdraw(
    work: Work, town: Town, tree: UnitTree, caller: Caller, line: Line, at: datetime, now: datetime
) -> None:
    """What the line said, in any of its wordings, no longer counts; what the unit said elsewhere does."""
    wordings = [one for one in await rolls.lines_of_day(work, line.day) if one.unit_id == line.unit_id]
    ended = 0
    for message_id in dict.fromkeys(one.message_id for one in wordings if one.chat == line.chat):
        for kept in await statements.of_message(work, line.chat, message_id):
            if kept.live and kept.saying.unit_id == line.unit_id and kept.saying.source in _OWN:
                ended = kept.id
                await statements.end(work, kept.id, at)
                for question in await questions.of_statement(work, kept.id):
                    await questions.settle(work, question.id, "superseded", at)
                    await books.let_go(work, question, at)
    cause = Cause("withdrawn", at, ended, f"roll/ask/{line.id}", caller.person_id, caller.name)
    if ended:
        await books.bring_up_to_date(work, town, tree.units[line.unit_id], line.day, cause, now)


async def named_on_card(work: Work, post: str, word: str) -> int | None:
    """The line of a card that asks about the unit of this name; the only one when no name is given."""
    found = await rolls.of_card(work, post)
    card = None if found is None else await rolls.card(work, *found)
    gone = [] if card is None else [row for row in card.rows if row["kind"] == "gone"]
    named = [row for row in gone if row["unit"] == word] if word else gone
    return int(named[0]["line"]) if len(named) == 1 else None
