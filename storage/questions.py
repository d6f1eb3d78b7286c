"""What of a report is doubtful: asked, and held back until somebody settles it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from domain.instants import maybe_instant, to_ms
from storage.work import Row, Work, dumps


@dataclass(frozen=True)
class Question:
    """A doubt of a report. `ask` is the key of the message that asks it, `number` its line there.

    state: open, settled, dropped or superseded (a later message made it needless). total: it is about a running total.
    told: the figures that make it doubtful, by name, as plain numbers.
    """

    id: int
    statement_id: int
    day: date
    unit_id: int
    ask: str
    number: int
    indicator: str | None
    value: Decimal | None
    quote: str
    reason: str
    state: str = "open"
    settled_indicator: str | None = None
    settled_value: Decimal | None = None
    settled_by: int | None = None
    settled_at: datetime | None = None
    total: bool = False
    told: Mapping[str, Any] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        """Whether nobody has answered it yet."""
        return self.state == "open"


_OPEN = "questions.open_of_unit"


async def save(work: Work, question: Question) -> int:
    """Keep a new open question; its id."""
    work.known.pop(_OPEN, None)
    return int(
        await work.value(
            "questions.save",
            statement_id=question.statement_id,
            day=question.day.isoformat(),
            unit_id=question.unit_id,
            ask=question.ask,
            number=question.number,
            indicator=question.indicator,
            value=_text(question.value),
            quote=question.quote,
            reason=question.reason,
            total=int(question.total),
            told_json=dumps(dict(question.told)),
        )
    )


async def by_id(work: Work, question_id: int) -> Question | None:
    """The question of that id."""
    row = await work.one("questions.by_id", id=question_id)
    return None if row is None else _question(row)


async def of_ask(work: Work, ask: str) -> list[Question]:
    """Every question of one asking message, settled ones too, by line."""
    return [_question(row) for row in await work.all("questions.of_ask", ask=ask)]


async def next_number(work: Work, ask: str) -> int:
    """The number of the next line in an asking message; lines that were overtaken do not count."""
    return int(await work.value("questions.highest_number", ask=ask) or 0) + 1


async def open_of_unit(work: Work, day: date, unit_id: int) -> list[Question]:
    """The open questions of a unit's report; asked once a work, until a question changes in it."""
    known: dict[tuple[date, int], list[Question]] = work.known.setdefault(_OPEN, {})
    if (day, unit_id) not in known:
        rows = await work.all("questions.open_of_unit", day=day.isoformat(), unit_id=unit_id)
        known[day, unit_id] = [_question(row) for row in rows]
    return known[day, unit_id]


async def of_unit(work: Work, day: date, unit_id: int) -> list[Question]:
    """Every question that was ever asked of a unit's report."""
    return [_question(row) for row in await work.all("questions.of_unit", day=day.isoformat(), unit_id=unit_id)]


async def open_of_day(work: Work, day: date) -> list[Question]:
    """The open questions of a day, by unit."""
    return [_question(row) for row in await work.all("questions.open_of_day", day=day.isoformat())]


async def of_statement(work: Work, statement_id: int) -> list[Question]:
    """The questions that a statement raised."""
    return [_question(row) for row in await work.all("questions.of_statement", statement_id=statement_id)]


async def settle(
    work: Work,
    question_id: int,
    state: str,
    at: datetime,
    person_id: int | None = None,
    indicator: str | None = None,
    value: Decimal | None = None,
) -> bool:
    """The question is settled, dropped or superseded; False when it was no longer open."""
    work.known.pop(_OPEN, None)
    changed = await work.do(
        "questions.settle",
        id=question_id,
        state=state,
        indicator=indicator,
        value=_text(value),
        person_id=person_id,
        at=to_ms(at),
    )
    return changed == 1


async def move(work: Work, question_id: int, statement_id: int, number: int) -> None:
    """The same doubt now belongs to another wording of its message."""
    work.known.pop(_OPEN, None)
    await work.do("questions.move", id=question_id, statement_id=statement_id, number=number)


async def ask_otherwise(work: Work, question_id: int, indicator: str, value: Decimal, reason: str) -> None:
    """The question is asked with another best guess, for another reason."""
    work.known.pop(_OPEN, None)
    await work.do("questions.ask_otherwise", id=question_id, indicator=indicator, value=_text(value), reason=reason)


async def last_ask_of(work: Work, person_id: int, since: date) -> str | None:
    """The latest asking message about a report of this person, for a day from then on, in which anything is open."""
    ask = await work.value("questions.last_ask_of", person_id=person_id, since=since.isoformat())
    return None if ask is None else str(ask)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _question(row: Row) -> Question:
    return Question(
        id=row["id"],
        statement_id=row["statement_id"],
        day=date.fromisoformat(row["day"]),
        unit_id=row["unit_id"],
        ask=row["ask"],
        number=row["number"],
        indicator=row["indicator"],
        value=_decimal(row["value"]),
        quote=row["quote"],
        reason=row["reason"],
        state=row["state"],
        settled_indicator=row["settled_indicator"],
        settled_value=_decimal(row["settled_value"]),
        settled_by=row["settled_by"],
        settled_at=maybe_instant(row["settled_at"]),
        total=bool(row["total"]),
        told=json.loads(row["told_json"]),
    )
