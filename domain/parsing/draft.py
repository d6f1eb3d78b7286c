"""What a reading is done with, and the pieces of a message with their headers read."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from domain.parsing.days import Day
from domain.parsing.freetext import Stretch
from domain.parsing.model import Mode
from domain.parsing.names import Lexicon
from domain.parsing.places import Place
from domain.parsing.sayings import Gathered
from domain.parsing.units import UnitIndex


class Wanted(NamedTuple):
    """What the reading is done with."""

    ready: Lexicon
    day: date
    oldest: date | None
    units: UnitIndex | None
    yesterday: Mapping[str, Decimal] | None


class Draft(NamedTuple):
    """One piece with its header read; its figures still to come."""

    start: int
    end: int
    place: Place | None
    day: Day | None
    mode: Mode
    texts: Mapping[str, str]
    heading: tuple[int, int] | None
    row: Gathered | None = None
    fields: tuple[Stretch, ...] = ()
