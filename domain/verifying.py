"""A leader's word on what units have done: which completions wait for it, what passes, what is returned.

Whoever's word does not come is not held up: a completion counts as done from the start.
"""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.patterns import regex
from domain.task_words import STOPS, own_words, plain_words
from domain.tasks import Draft, Task, TaskUnit, UnitState

WAITING = "waiting"
VERIFIED = "verified"


def settled(written: Draft, by_default: bool) -> Draft:
    """The draft with what the town does by default where it does not say itself whether completions are verified."""
    return replace(written, verify=by_default) if written.verify is None else written


def waits(task: Task, place: TaskUnit) -> bool:
    """Whether the unit's completion waits for a leader's word."""
    return task.verify and place.state is UnitState.DONE and place.verified_at is None


def standing(task: Task, place: TaskUnit) -> str:
    """What a leader's word has made of a completion: `waiting`, `verified`, or nothing where there is none."""
    if place.verified_at is not None:
        return VERIFIED
    return WAITING if waits(task, place) else ""


def passed(place: TaskUnit, at: datetime) -> TaskUnit:
    """The place once its completion is verified."""
    return replace(place, verified_at=at, version=place.version + 1)


def sent_back(place: TaskUnit, reason: str, at: datetime) -> TaskUnit:
    """The place once its completion is returned: the task is open again, and the return is counted."""
    return replace(
        place,
        state=UnitState.RETURNED,
        changed_at=at,
        done_at=None,
        verified_at=None,
        reason=reason,
        photo_asked=False,
        returned=place.returned + 1,
        version=place.version + 1,
    )


class Word(StrEnum):
    """What a leader says of a completion."""

    PASS = "pass"
    RETURN = "return"


@dataclass(frozen=True)
class Judged:
    """`通过 12 黄溪村`, as said: `rest` is what stands behind the number."""

    word: Word
    number: int
    rest: str = ""


_WORDS = {
    "通过": Word.PASS,
    "验收通过": Word.PASS,
    "退回": Word.RETURN,
    "打回": Word.RETURN,
    "pass": Word.PASS,
    "return": Word.RETURN,
}
VERIFYING_WORDS = frozenset(_WORDS)
_ANY = "|".join(sorted(_WORDS, key=len, reverse=True))
_STOP = r"[\s,.。:;、]"
_JUDGED = regex(
    rf"(?:(?P<word>{_ANY})\s*(?:任务)?\s*#?(?P<number>\d{{1,5}})|任务\s*#?(?P<first>\d{{1,5}})\s*(?P<after>{_ANY}))"
    rf"(?:{_STOP}+(?P<rest>.*))?",
    re.DOTALL | re.IGNORECASE,
)
_ONE = regex(r"[^、,，;；/\s]+")
_ALL = frozenset({"全部", "所有", "全体", "都", "all"})


def read_judged(text: str) -> Judged | None:
    """`通过 12 黄溪村`, `退回 12 黄溪村 照片看不清`, `通过 12 全部`, `任务12 通过 黄溪村`; None for anything else."""
    found = _JUDGED.fullmatch(plain_words(text))
    if found is None:
        return None
    word = _WORDS[(found["word"] or found["after"]).lower()]
    rest = (found["rest"] or "").strip(STOPS)
    return Judged(word, int(found["number"] or found["first"]), rest and own_words(text, rest))


@dataclass(frozen=True)
class Named:
    """Whom the words after the number mean: all that wait, or these units; what follows is the reason.

    `strange` is the first word where no unit stands, of words that name none at all.
    """

    everybody: bool = False
    units: tuple[int, ...] = ()
    reason: str = ""
    strange: str = ""


def read_named(rest: str, meant: Callable[[str], Collection[int]]) -> Named:
    """The units at the head of the words (`meant` says which a word means), and what is said behind them."""
    words = [(found.group(), found.end()) for found in _ONE.finditer(rest)]
    if not words:
        return Named()
    if plain_words(words[0][0]).lower() in _ALL:
        return Named(everybody=True, reason=_behind(rest, words[0][1]))
    units: list[int] = []
    end = 0
    for word, at in words:
        named = meant(word)
        if not named:
            break
        units += named
        end = at
    return Named(units=_once(units), reason=_behind(rest, end), strange="" if units else words[0][0])


def _behind(rest: str, end: int) -> str:
    return rest[end:].strip(STOPS)


def _once(units: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(units))
