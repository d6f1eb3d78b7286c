"""Circulars and good practice: what the command sends to all, and how a message is marked as worth telling."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.parsing.fold import fold
from domain.patterns import regex
from domain.task_text import read_audience


class CircularKind(StrEnum):
    """A circular is the command's own; a practice is a unit's, with credit to it."""

    CIRCULAR = "circular"
    PRACTICE = "practice"


class CircularState(StrEnum):
    """How far it has come."""

    WAITING = "waiting"
    SENT = "sent"
    DROPPED = "dropped"


@dataclass(frozen=True)
class File:
    """A file of it by Telegram's ids, sent again as it is. kind: photo, document or video; place: its message's id."""

    kind: str
    file_id: str
    unique_id: str
    place: int


@dataclass(frozen=True)
class Circular:
    """One that is kept. `unit_id`: whose practice; `scope`: the nodes that its writer may address, None for all."""

    id: int
    kind: CircularKind
    unit_id: int | None
    person_id: int | None
    text: str
    audience: tuple[str, ...]
    scope: tuple[int, ...] | None
    chat: int
    message_id: int
    album: str | None
    state: CircularState
    made_at: datetime
    decided_at: datetime | None = None
    files: tuple[File, ...] = ()


FILES = frozenset({"photo", "document", "video"})
_MARK = regex(r"[#＃][ 　]?(?:经验|經驗)(?:做法|分享)?[ 　]*[:：]?[ 　]*")
_AUDIENCE = regex(r"\s*(?:发送)?对象\s*:\s*(?P<words>.*)")
_SIGNS = regex(r"[\W_]+")


def marked(text: str) -> str | None:
    """What a message says besides its mark `#经验`; None when it has none."""
    return _MARK.sub("", text).strip() if _MARK.search(text) else None


def read_circular(text: str) -> tuple[tuple[str, ...], str]:
    """For whom it is, by a line 对象：… (empty: for all), and what it says without that line."""
    kept: list[str] = []
    audience: tuple[str, ...] = ()
    for line in text.strip().splitlines():
        found = _AUDIENCE.fullmatch(fold(line).text)
        if found is not None:
            audience = read_audience(found["words"])
        else:
            kept.append(line.rstrip())
    return audience, "\n".join(kept).strip()


def is_same(one: Circular, text: str, files: Sequence[File]) -> bool:
    """Whether a practice says or shows again what that one does: signs and blanks aside, or by the same file."""
    if _bare(one.text) or _bare(text):
        return _bare(one.text) == _bare(text)
    return bool({file.unique_id for file in one.files} & {file.unique_id for file in files})


def _bare(text: str) -> str:
    return _SIGNS.sub("", fold(text).text)
