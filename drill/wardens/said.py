"""What a person says, and what it means: a message with its truth beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Mode = Literal["replace", "add"]


@dataclass(frozen=True)
class Doubt:
    """A part of a message that a careful reader would ask about.

    indicator  whose value it is; None when the form has no such name
    reason     as the contract names it: approximate, conflict, unknown_name, too_large, rule, impossible, measure
    guess      what the words seem to say; None where nothing can be guessed
    truth      what the sender will answer; None when the number is to be dropped
    quote      the words themselves
    """

    indicator: str | None
    reason: str
    guess: Decimal | None
    truth: Decimal | None
    quote: str


@dataclass(frozen=True)
class Said:
    """A message and what it truly means for one unit. `truth` holds only what needs no question."""

    text: str
    truth: Mapping[str, Decimal] = field(default_factory=dict)
    cumulative: Mapping[str, Decimal] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    zero: bool = False
    doubts: tuple[Doubt, ...] = ()
    mode: Mode = "replace"
    unit: str | None = None
    day: date | None = None
    style: str = ""
    is_report: bool = True

    def settled(self) -> dict[str, Decimal]:
        """The values once every doubt has been answered truly."""
        answered = {
            doubt.indicator: doubt.truth
            for doubt in self.doubts
            if doubt.indicator is not None and doubt.truth is not None
        }
        return {**self.truth, **answered}


@dataclass(frozen=True)
class Relay:
    """One message that reports for several units: what it says of each, by the unit's code."""

    text: str
    parts: Mapping[str, Said]
