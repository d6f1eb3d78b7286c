"""What a minuted decision says as a task: by when and for whom, where that stands in its words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.errors import NotPossible
from domain.parsing.fold import fold
from domain.patterns import regex
from domain.task_text import wants_photo
from domain.tasks import Draft
from domain.units import UnitTree
from domain.when import read_when

LONGEST_TITLE = 80
_LONGEST_DUE = 16
_BEGINS = regex(r"[今明后大次本这下周星礼月年当\d一二两三四五六七八九十半立马即]")
_AHEAD = regex(r"之?前|以前|前|之?内|以内|为止|止|截止")
_FROM_THEN = regex(r"起|开始|以来|以后")
_STOPS = "。.;； \t"


@dataclass(frozen=True)
class _Due:
    """A stretch of the text that is a deadline: where it stands, and how sure its last sign makes it."""

    words: str
    at: datetime
    sure: bool


def as_task(text: str, now: datetime, tree: UnitTree, posts: Mapping[str, Iterable[int]]) -> Draft:
    """The decision as a draft, for a leader to look at; `posts`: of each person, at which units they hold theirs.

    Its units are those that it names; where it names none, those of the people whom it names; else all.
    """
    plain = fold(text).text.replace(" ", "")
    due = _due(plain, now)
    audience = _units(plain, tree) or _of_people(plain, posts, tree)
    title, body = _title(text.strip().strip(_STOPS))
    return Draft(
        title,
        body,
        tuple(audience),
        None if due is None else due.at,
        "" if due is None else due.words,
        wants_photo(text),
    )


def _title(text: str) -> tuple[str, str]:
    """A short decision is the title; a longer one is cut for it, and all of it stands below."""
    return (text, "") if len(text) <= LONGEST_TITLE else (f"{text[: LONGEST_TITLE - 1]}…", text)


def _due(plain: str, now: datetime) -> _Due | None:
    """The first stretch that ends as a deadline does (前, 内); else the first time that is not one to begin at."""
    found: list[_Due] = []
    start = 0
    while start < len(plain):
        due, start = _due_at(plain, start, now)
        found += [due] if due is not None else []
    return next((due for due in found if due.sure), found[0] if found else None)


def _due_at(plain: str, start: int, now: datetime) -> tuple[_Due | None, int]:
    """The longest time that is said from there on, if it is one to be done by; and where to read on."""
    ends = range(min(len(plain), start + _LONGEST_DUE), start + 1, -1) if _BEGINS.match(plain, start) else ()
    for end in ends:
        words = plain[start:end]
        try:
            at = read_when(words, now) if words[-1] not in ",。;:、" else None
        except NotPossible:
            return None, end
        if at is not None and _FROM_THEN.match(plain, end):
            return None, end
        if at is not None:
            return _Due(words, at, bool(_AHEAD.search(words) or _AHEAD.match(plain, end))), end
    return None, start + 1


def _units(plain: str, tree: UnitTree) -> list[str]:
    """The names of units and tags that stand in the text, the longest first where one holds another."""
    names = {name: unit.name for unit in tree.units.values() for name in (unit.name, *unit.aliases) if len(name) > 1}
    names |= {tag: tag for unit in tree.units.values() for tag in unit.tags if len(tag) > 1}
    tops = {unit.name for unit in tree.children(None)}
    found: dict[str, int] = {}
    for name in sorted(names, key=len, reverse=True):
        place = plain.find(fold(name).text.replace(" ", ""))
        if place >= 0:
            plain = plain[:place] + "\n" * len(name) + plain[place + len(name) :]
            if names[name] not in tops:
                found.setdefault(names[name], place)
    return sorted(found, key=lambda name: found[name])


def _of_people(plain: str, posts: Mapping[str, Iterable[int]], tree: UnitTree) -> Sequence[str]:
    units = [unit for name, held in posts.items() if len(name) > 1 and name in plain for unit in held]
    tops = {unit.id for unit in tree.children(None)}
    return list(dict.fromkeys(tree.units[unit].name for unit in units if unit in tree.units and unit not in tops))
