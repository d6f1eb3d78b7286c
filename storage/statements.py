"""What was said of units' days, statement by statement; those that were reworded stay, and no longer count."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from domain.instants import from_ms, to_ms
from domain.reporting import Mode, Statement
from storage.indicators import Numbers, numbers_for, told
from storage.work import Row, Work, dumps

MESSAGE = "message"
"""The source of most statements. What is ordinary is kept as ''."""
_REPLACE: Mode = "replace"


@dataclass(frozen=True)
class Saying:
    """Who said it, where and how: what a statement is kept with.

    heard_at  when this wording was sent (an edit's or press's own instant)
    source    message, edit, again, answer, form or held
    proxy     said for a unit that is not the sender's own
    read_as   what was read by words learned of its sender: the words, the indicator
    """

    day: date
    unit_id: int
    heard_at: datetime
    source: str
    person_id: int | None = None
    sender: str = ""
    proxy: bool = False
    chat: int | None = None
    message_id: int | None = None
    question_id: int | None = None
    raw: str = ""
    read_as: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Kept:
    """A statement as it is kept, with its circumstances."""

    id: int
    statement: Statement
    saying: Saying
    live: bool


async def save(work: Work, statement: Statement, saying: Saying) -> int:
    """Keep a new statement; its id."""
    known = await numbers_for(work, statement.values, statement.cumulative)
    return int(
        await work.value(
            "statements.save",
            day=saying.day.isoformat(),
            unit_id=saying.unit_id,
            said_at=to_ms(statement.said_at),
            heard_at=to_ms(saying.heard_at),
            source=saying.source.removeprefix(MESSAGE),
            mode=statement.mode.removeprefix(_REPLACE),
            values_json=known.written(statement.values),
            cumulative_json=known.written(statement.cumulative),
            texts_json=dumps(dict(statement.texts)),
            zero=int(statement.zero),
            person_id=saying.person_id,
            sender=saying.sender,
            proxy=int(saying.proxy),
            chat_id=saying.chat,
            message_id=saying.message_id,
            question_id=saying.question_id,
            raw=saying.raw,
            read_as_json=dumps(saying.read_as),
        )
    )


async def of_unit(work: Work, day: date, unit_id: int) -> list[Kept]:
    """What counts of a unit's day, in order."""
    return await told(work, await work.all("statements.of_unit", day=day.isoformat(), unit_id=unit_id), _kept)


async def of_day(work: Work, day: date) -> dict[int, list[Kept]]:
    """What counts of a day, by unit."""
    return _by_unit(await told(work, await work.all("statements.of_day", day=day.isoformat()), _kept))


async def as_of(work: Work, day: date, instant: datetime) -> dict[int, list[Kept]]:
    """What counted of a day at an instant, by unit."""
    rows = await work.all("statements.as_of", day=day.isoformat(), instant=to_ms(instant))
    return _by_unit(await told(work, rows, _kept))


async def of_message(work: Work, chat: int, message_id: int) -> list[Kept]:
    """Everything that a message ever said, what was reworded too."""
    rows = await work.all("statements.of_message", chat_id=chat, message_id=message_id)
    return await told(work, rows, _kept)


async def messages_between(work: Work, since: datetime, until: datetime) -> list[tuple[int, int]]:
    """Chat and id of every message that counts as a report and was sent between two instants, in their order."""
    rows = await work.all("statements.messages_between", since=to_ms(since), until=to_ms(until))
    return [(row["chat_id"], row["message_id"]) for row in rows]


async def by_id(work: Work, statement_id: int) -> Kept:
    """The statement of that id."""
    [kept] = await told(work, await work.all("statements.by_id", id=statement_id), _kept)
    return kept


async def of_question(work: Work, question_id: int) -> list[Kept]:
    """What counts because of a question: its answer, or what it holds back."""
    return await told(work, await work.all("statements.of_question", question_id=question_id), _kept)


async def end(work: Work, statement_id: int, at: datetime) -> None:
    """From then on the statement no longer counts."""
    await work.do("statements.end_of", id=statement_id, at=to_ms(at))


async def last_of_sender(work: Work, chat: int, person_id: int, since: datetime, until: datetime) -> Kept | None:
    """The sender's latest report in that chat between two instants."""
    rows = await work.all(
        "statements.last_of_sender", chat_id=chat, person_id=person_id, since=to_ms(since), until=to_ms(until)
    )
    return next(iter(await told(work, rows, _kept)), None)


def _by_unit(every: Iterable[Kept]) -> dict[int, list[Kept]]:
    by_unit: dict[int, list[Kept]] = {}
    for kept in every:
        by_unit.setdefault(kept.saying.unit_id, []).append(kept)
    return by_unit


def _kept(row: Row, known: Numbers) -> Kept:
    statement = Statement(
        said_at=from_ms(row["said_at"]),
        values=known.given(row["values_json"]),
        cumulative=known.given(row["cumulative_json"]),
        texts=json.loads(row["texts_json"]),
        mode=row["mode"] or _REPLACE,
        zero=bool(row["zero"]),
        id=row["id"],
    )
    return Kept(row["id"], statement, _saying(row), row["dead_at"] is None)


def _saying(row: Row) -> Saying:
    return Saying(
        day=date.fromisoformat(row["day"]),
        unit_id=row["unit_id"],
        heard_at=from_ms(row["heard_at"]),
        source=row["source"] or MESSAGE,
        person_id=row["person_id"],
        sender=row["sender"],
        proxy=bool(row["proxy"]),
        chat=row["chat_id"],
        message_id=row["message_id"],
        question_id=row["question_id"],
        raw=row["raw"],
        read_as=tuple((words, code) for words, code in json.loads(row["read_as_json"])),
    )
