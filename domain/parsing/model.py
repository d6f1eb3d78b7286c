"""What the reader makes of a message, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

Reason = Literal[
    "approximate",
    "conflict",
    "unknown_name",
    "too_large",
    "rule",
    "impossible",
    "measure",
    "flow_of_stock",
    "unit_unclear",
    "day_refused",
]
Mode = Literal["replace", "add"]


@dataclass(frozen=True)
class Question:
    """A doubt: the best guess (or none), the words it rests on, and why it is asked. indicator None: none is known.

    total: it is about the running total.
    """

    indicator: str | None
    value: Decimal | None
    text: str
    reason: Reason
    total: bool = False


class Trace(NamedTuple):
    """Why a stretch of the message was read as it was; start and end count signs of the message as sent."""

    start: int
    end: int
    role: str
    indicator: str | None = None
    value: Decimal | None = None


@dataclass(frozen=True)
class ParsedReport:
    """One unit's report. unit: as written; unit_code: the town's unit, when resolved; near: candidates to ask about.

    read_as: what was read by words learned of its sender, as (words, indicator).
    """

    unit: str | None = None
    unit_code: str | None = None
    near: tuple[str, ...] = ()
    day: date | None = None
    day_text: str | None = None
    values: Mapping[str, Decimal] = field(default_factory=dict)
    cumulative: Mapping[str, Decimal] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    mode: Mode = "replace"
    zero_report: bool = False
    questions: tuple[Question, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the day named is in the future, too old or impossible."""
        return any(q.reason == "day_refused" for q in self.questions)


@dataclass(frozen=True)
class Parse:
    """What a message is: no report, or one report for each unit it speaks for. trace: where it was asked for."""

    is_report: bool
    reports: tuple[ParsedReport, ...] = ()
    trace: tuple[Trace, ...] = ()


SILENCE = Parse(is_report=False)


def shown(parse: Parse) -> dict[str, object]:
    """The shape in which a parse is shown to programs; whole numbers as int, others as float."""
    return {"is_report": parse.is_report, "reports": [_shown_report(r) for r in parse.reports]}


def _shown_report(report: ParsedReport) -> dict[str, object]:
    return {
        "unit": report.unit,
        "day": report.day.isoformat() if report.day else None,
        "values": {code: plain(v) for code, v in report.values.items()},
        "cumulative": {code: plain(v) for code, v in report.cumulative.items()},
        "texts": dict(report.texts),
        "mode": report.mode,
        "zero_report": report.zero_report,
        "questions": [
            {
                "indicator": q.indicator,
                "value": None if q.value is None else plain(q.value),
                "text": q.text,
                "reason": q.reason,
            }
            for q in report.questions
        ],
    }


def plain(value: Decimal) -> int | float:
    """A number as programs write it: an int where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)
