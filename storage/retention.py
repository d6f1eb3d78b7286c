"""What has passed its end date is erased, some rows at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from domain.instants import to_ms
from domain.phones import private
from domain.town import Town
from storage import audit
from storage.work import Work

# Kind of domain/town.py's Retention -> the questions of retention.sql that erase it.
KINDS: Mapping[str, tuple[str, ...]] = {
    "raw_updates": ("raw_updates", "dialogues", "uploads", "level_steps", "guesses"),
    "messages": ("messages", "invitations"),
    "texts": (
        "statements",
        "versions",
        "questions",
        "held",
        "roll_lists",
        "roll_cards",
        "feedback",
        "difficulties",
        "task_events",
        "captions",
        "excuses",
        "papers",
        "circular_files",
        "circulars",
    ),
    "evidence": ("evidence",),
    "people_left": ("senders", "own_words", "names", "leavings", "private_titles", "accounts"),
    "audit": ("audit",),
}
_AT_ONCE = 1000


@dataclass(frozen=True)
class Tonight:
    """Whether the day's erasing is done, and whether somebody is still being forgotten."""

    done: bool
    forgetting: bool


async def tonight(work: Work, day: date) -> Tonight:
    """How far the erasing is."""
    row = await work.one("retention.tonight", day=day.isoformat())
    return Tonight(bool(row and row["done"]), bool(row and row["forgetting"]))


async def settle(work: Work, day: date, now: datetime) -> None:
    """All that was to be erased that day is."""
    await work.do("retention.settle", day=day.isoformat(), now=to_ms(now))


async def mask_names(work: Work) -> int:
    """Mask people's numbers in names of chats and persons that were kept before such names were masked; how many."""
    masked = 0
    for read, write in (("titles", "mask_title"), ("people", "mask_person")):
        for row in await work.all(f"retention.{read}"):
            if (name := private(row["name"])) != row["name"]:
                masked += await work.do(f"retention.{write}", id=row["id"], name=name)
    return masked


async def erase(work: Work, town: Town, kind: str, before: datetime) -> int:
    """Erase some of what is of that kind and older; how many rows it was."""
    told = {"before": to_ms(before), "day": town.day_of(before).isoformat(), "most": _AT_ONCE}
    async with audit.open_door(work, "retention"):
        for question in KINDS[kind]:
            erased = await work.do(f"retention.{question}", **told)
            if erased:
                return erased
    return 0
