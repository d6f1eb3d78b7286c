"""The evening's meeting: who was there, what was decided."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.instants import from_ms, to_ms
from storage.work import Work


@dataclass(frozen=True)
class Decision:
    """What was decided, in the words and by the hand of whoever wrote it down."""

    text: str
    at: datetime
    by: str


async def attend(work: Work, day: date, person: int, now: datetime) -> bool:
    """The person is at the meeting; False when that was known."""
    return await work.value("meetings.attend", day=day.isoformat(), person_id=person, now=to_ms(now)) is not None


async def present(work: Work, day: date) -> list[str]:
    """Who is there, by name, in the order of coming."""
    return [row["name"] for row in await work.all("meetings.present", day=day.isoformat())]


async def decide(work: Work, day: date, text: str, person: int | None, at: datetime) -> None:
    """Minute a decision."""
    await work.value("meetings.decide", day=day.isoformat(), text=text, person_id=person, now=to_ms(at))


async def decided(work: Work, day: date) -> list[Decision]:
    """The decisions of that day's meeting, in their order."""
    rows = await work.all("meetings.decided", day=day.isoformat())
    return [Decision(row["text"], from_ms(row["at"]), row["name"]) for row in rows]
