"""The evening's meeting: who was there, what was decided."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.instants import from_ms, to_ms
from storage.work import Row, Work


@dataclass(frozen=True)
class Decision:
    """What was decided, in the words and by the hand of whoever wrote it down."""

    text: str
    at: datetime
    by: str
    id: int = 0
    task: int | None = None
    """The task that came of it."""


async def attend(work: Work, day: date, person: int, now: datetime) -> bool:
    """The person is at the meeting; False when that was known."""
    return await work.value("meetings.attend", day=day.isoformat(), person_id=person, now=to_ms(now)) is not None


async def present(work: Work, day: date) -> list[str]:
    """Who is there, by name, in the order of coming."""
    return [row["name"] for row in await work.all("meetings.present", day=day.isoformat())]


async def decide(work: Work, day: date, text: str, person: int | None, at: datetime) -> int:
    """Minute a decision; its id."""
    return int(await work.value("meetings.decide", day=day.isoformat(), text=text, person_id=person, now=to_ms(at)))


async def decided(work: Work, day: date) -> list[Decision]:
    """The decisions of that day's meeting, in their order."""
    return [_decision(row) for row in await work.all("meetings.decided", day=day.isoformat())]


async def by_id(work: Work, decision: int) -> Decision | None:
    """The decision of that id."""
    row = await work.one("meetings.by_id", id=decision)
    return None if row is None else _decision(row)


async def became_task(work: Work, decision: int, task: int) -> None:
    """The decision is a task now."""
    await work.do("meetings.became_task", id=decision, task=task)


def _decision(row: Row) -> Decision:
    return Decision(row["text"], from_ms(row["at"]), row["name"], row["id"], row["task"])
