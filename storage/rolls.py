"""Roll-call lists (接龙) of a chat and day, line by line in every wording; and the card that tells their changes."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.instants import from_ms, to_ms
from domain.rolls import Line
from storage.work import Row, Work, dumps


@dataclass(frozen=True)
class Card:
    """The message that tells what lists of a chat and day changed, with its rows."""

    post: str
    rows: list[dict[str, Any]]


async def lines_of_day(work: Work, day: date) -> list[Line]:
    """Every wording of every line of the day's lists, in any chat, oldest first."""
    return [_line(row) for row in await work.all("rolls.of_day", day=day.isoformat())]


async def line(work: Work, line_id: int) -> Line | None:
    """The line of that id."""
    row = await work.one("rolls.by_id", id=line_id)
    return None if row is None else _line(row)


async def save(work: Work, line: Line) -> None:
    """Keep a line's wording; the wording that stood before is a former one from now on."""
    await work.do("rolls.reword", chat_id=line.chat, day=line.day.isoformat(), unit_id=line.unit_id)
    await work.do(
        "rolls.save",
        chat_id=line.chat,
        day=line.day.isoformat(),
        heading=line.heading,
        unit_id=line.unit_id,
        said=line.said,
        message_id=line.message_id,
        telegram_id=line.telegram_id,
        at=to_ms(line.at),
    )


async def set_state(work: Work, line_id: int, state: str) -> None:
    """The line stands, is gone from the list, or was withdrawn."""
    await work.do("rolls.set_state", id=line_id, state=state)


async def card(work: Work, chat: int, day: date) -> Card | None:
    """The chat's latest card of that day."""
    row = await work.one("rolls.card", chat_id=chat, day=day.isoformat())
    return None if row is None else Card(row["post"], json.loads(row["rows_json"]))


async def set_card(work: Work, chat: int, day: date, card: Card) -> None:
    """This is the chat's card of that day now."""
    await work.do("rolls.set_card", chat_id=chat, day=day.isoformat(), post=card.post, rows_json=dumps(card.rows))


async def of_card(work: Work, post: str) -> tuple[int, date] | None:
    """The chat and day whose card was posted under this key."""
    row = await work.one("rolls.of_card", post=post)
    return None if row is None else (row["chat_id"], date.fromisoformat(row["day"]))


def _line(row: Row) -> Line:
    return Line(
        id=row["id"],
        chat=row["chat_id"],
        day=date.fromisoformat(row["day"]),
        heading=row["heading"],
        unit_id=row["unit_id"],
        said=row["said"],
        state=row["state"],
        message_id=row["message_id"],
        telegram_id=row["telegram_id"],
        at=from_ms(row["at"]),
    )
