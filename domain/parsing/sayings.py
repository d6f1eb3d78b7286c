"""What a message says of the form's indicators, before anything is judged."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple


class Entry(NamedTuple):
    """One thing said of one indicator. fits: whether its measure suits; change: a change of what is a level.

    weak: nothing but the words around it says that it is a count of this: no word of the form right before it.
    """

    code: str
    value: Decimal
    start: int
    end: int
    why: str
    total: bool = False
    about: bool = False
    fits: bool = True
    sub: bool = False
    sum: bool = False
    change: bool = False
    corrected: bool = False
    listed: bool = False
    each: bool = False
    torn: bool = False
    weak: bool = False


class Unknown(NamedTuple):
    """A number whose name the form does not know. of: what it may be a part of; named: a word of the form is near.

    sub: it is told of a part of the day or the place (下午又…1台).
    """

    start: int
    end: int
    value: Decimal
    of: Entry | None = None
    named: bool = False
    sub: bool = False


class Passed(NamedTuple):
    """A figure that was passed over, and why: plan, story, yesterday, reject, part."""

    start: int
    end: int
    why: str


@dataclass
class Gathered:
    """All that a stretch of a message says."""

    entries: list[Entry] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    passed: list[Passed] = field(default_factory=list)

    def without_parts(self) -> None:
        """`返乡5人，广东2人，浙江3人`: what adds up to the figure before it is its parts, and nobody's value."""
        wholes = {u.of for u in self.unknown if u.of}
        told = {w for w in wholes if self._parts_of(w) == w.value}
        self.unknown = [u for u in self.unknown if u.of not in told]

    def _parts_of(self, whole: Entry) -> Decimal:
        """What the parts of a figure add up to: those without a name, and those with one told among them."""
        parts = [u for u in self.unknown if u.of is whole]
        named = [e.value for e in self.entries if whole.end <= e.start < parts[-1].start and e.code != whole.code]
        return sum((*(u.value for u in parts), *named), Decimal(0))
