"""What a message says of the form's indicators, before anything is judged."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Entry:
    """One thing said of one indicator. fits: whether its measure suits; change: a change of what is a level."""

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


@dataclass(frozen=True)
class Unknown:
    """A number whose name the form does not know."""

    start: int
    end: int
    value: Decimal


@dataclass
class Gathered:
    """All that a stretch of a message says."""

    entries: list[Entry] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
