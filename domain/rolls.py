"""Roll-call lists (接龙): each is posted again whole, with one line more; what a list changes is the difference."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Literal

from domain.patterns import regex

# Two people who write at the same time cannot know of each other's line: neither has left out the other's.
AT_ONCE = timedelta(minutes=3)
State = Literal["stands", "reworded", "gone", "withdrawn"]
_HEAD = regex(r"\A\s*#\s?接[龙龍]")
_FIRST_LINE = regex(r"\n[^\n\d]{0,2}\d{1,3}\s?[.、.．)）:：,，\s]")


@dataclass(frozen=True)
class Line:
    """One wording of a unit's line.

    state  stands (the list has it so), reworded (another wording took its place), gone (left out of a later list and
           still counting), withdrawn (taken back after it was left out)
    """

    chat: int
    day: date
    heading: str
    unit_id: int
    said: str
    message_id: int
    telegram_id: int
    at: datetime
    state: str = "stands"
    id: int = 0


@dataclass(frozen=True)
class Said:
    """A line as a list that has just been posted says it. `own`: its poster speaks for the unit."""

    unit_id: int
    said: str
    own: bool


class Fate(StrEnum):
    """What becomes of a line of a list: the unit's first, another wording, the same again, or an old wording."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    STALE = "stale"


@dataclass(frozen=True)
class Difference:
    """What a list changes. `fates` by unit; `gone`: the lines that it leaves out; `first`: there was no list before."""

    fates: dict[int, Fate]
    gone: tuple[Line, ...]
    first: bool


def is_list(text: str) -> bool:
    """Whether a message is a roll-call list by its first word."""
    return bool(_HEAD.match(text))


def heading(text: str) -> str:
    """What stands over a list's lines: by it one list is told from another of the same day."""
    first = _FIRST_LINE.search(text)
    return re.sub(r"\s+", "", text[: first.start()] if first else text.split("\n")[0])


def difference(
    known: Iterable[Line], chat: int, title: str, now: Sequence[Said], *, at: datetime | None = None, poster: int = 0
) -> Difference:
    """What a list of that title changes; known: every wording of the day's lines, in any chat, oldest first.

    at, poster: when it was posted and by whom; a line that somebody else posted at the same time is not left out.

    A wording that was read before, here or elsewhere, counts once. An old wording that somebody else posts again after
    the line was changed is stale: people copy what they saw last. The unit's own people mean what they write.
    """
    lines = list(known)
    here = [line for line in lines if line.chat == chat]
    fates = {said.unit_id: _fate(lines, here, said) for said in now}
    before = [line for line in here if line.heading == title and line.state == "stands"]
    follows = any(line.unit_id in fates for line in before)
    left = [line for line in before if follows and line.unit_id not in fates]
    gone = tuple(line for line in left if at is None or line.telegram_id == poster or at - line.at >= AT_ONCE)
    return Difference(fates, gone, first=not here)


def _fate(lines: Sequence[Line], here: Sequence[Line], said: Said) -> Fate:
    mine = [line for line in here if line.unit_id == said.unit_id]
    current = next((line for line in mine if line.state != "reworded"), None)
    if current is not None and current.said == said.said:
        return Fate.SAME if current.state != "withdrawn" else Fate.NEW if said.own else Fate.STALE
    known = any(line.unit_id == said.unit_id and line.said == said.said for line in lines)
    if not mine:
        return Fate.SAME if known else Fate.NEW
    return Fate.STALE if known and not said.own else Fate.CHANGED
