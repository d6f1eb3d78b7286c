"""What a unit's day says: a report is the fold of what was said of it, in the order in which it was said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Literal, TypeVar

from domain.forms import Form
from domain.numbers import Values

Mode = Literal["replace", "add"]
Given = Mapping[str, Decimal | None]
Word = TypeVar("Word")
TEXT_JOIN = "；"


@dataclass(frozen=True)
class Statement:
    """What one message (or answer, or form) said of a unit's day.

    said_at  its place in the order: when its message was first sent; an answer or an edit keeps its message's place
    values, cumulative   None takes the field back until somebody confirms it
    zero     "nothing happened": 0 for every flow that nobody gives
    """

    said_at: datetime
    values: Given = field(default_factory=dict)
    cumulative: Given = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    mode: Mode = "replace"
    zero: bool = False
    id: int = 0

    @property
    def empty(self) -> bool:
        """Whether it names nothing at all."""
        return not (self.values or self.cumulative or self.texts or self.zero)


@dataclass(frozen=True)
class Folded:
    """A unit's day by all that was said of it. `zero`: it was called a zero report and no flow contradicts."""

    values: Values = field(default_factory=dict)
    cumulative: Values = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    zero: bool = False


@lru_cache(maxsize=8)
def flows(form: Form) -> frozenset[str]:
    """The codes of the form's flows: what a zero report gives 0 to, and what is summed over the days."""
    return frozenset(indicator.code for indicator in form.indicators if indicator.kind == "flow")


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Statements by when they were said; of the same second, by when they came."""
    return sorted(statements, key=lambda statement: (statement.said_at, statement.id))


def fold(statements: Iterable[Statement], counted: Iterable[str]) -> Folded:
    """The day by these statements: each replaces just the fields that it names, or adds to them.

    A zero report gives 0 to every flow (`counted` lists them) that nobody gave, and leaves the stocks alone.
    """
    values: dict[str, Decimal | None] = {}
    cumulative: dict[str, Decimal | None] = {}
    texts: dict[str, str] = {}
    zero = False
    for statement in in_order(statements):
        _take_values(values, statement)
        cumulative |= statement.cumulative
        _take_texts(texts, statement)
        zero = zero or statement.zero
    every_flow = sorted(counted)
    if zero:
        values = {**dict.fromkeys(every_flow, Decimal(0)), **values}
    known, totals = _known(values), _known(cumulative)
    return Folded(known, totals, texts, zero and not any(known.get(code) for code in every_flow))


def _known(given: Given) -> Values:
    return {code: value for code, value in given.items() if value is not None}


def _take_values(values: dict[str, Decimal | None], statement: Statement) -> None:
    for code, value in statement.values.items():
        if statement.mode == "add" and value is not None and code in values:
            before = values[code]
            values[code] = None if before is None else before + value
        else:
            values[code] = value


def _take_texts(texts: dict[str, str], statement: Statement) -> None:
    for label, words in statement.texts.items():
        before = texts.get(label)
        joins = statement.mode == "add" and before
        texts[label] = f"{before}{TEXT_JOIN}{words}" if joins else words


def makers(statements: Iterable[Statement], indicator: str) -> list[Statement]:
    """The statements that made the indicator's figure: from the last that replaced it on; none when nobody named it.

    Where a zero report alone gave it, that report.
    """
    made: list[Statement] = []
    zero: list[Statement] = []
    for statement in in_order(statements):
        if indicator in statement.values:
            made = [*made, statement] if statement.mode == "add" else [statement]
        elif statement.zero:
            zero = [statement]
    return made or zero


def restated(old: Sequence[Statement], new: Statement, later: Iterable[Statement], at: datetime) -> Statement:
    """What of an edited message counts as said again at the edit: empty when nothing.

    Editing does the same as sending again, so a field that the edit changed counts from `at` on where somebody
    (`later`: what was said after the message) had replaced it meanwhile.
    """
    rivals = [statement for statement in later if statement.mode == "replace"]
    before = fold([replace(one, zero=False) for one in old], ())
    return Statement(
        said_at=at,
        values=_said_again(before.values, new.values, [one.values for one in rivals]),
        cumulative=_said_again(before.cumulative, new.cumulative, [one.cumulative for one in rivals]),
        texts=_said_again(before.texts, new.texts, [one.texts for one in rivals]),
        mode=new.mode,
    )


def _said_again(
    old: Mapping[str, object], new: Mapping[str, Word], rivals: Sequence[Mapping[str, object]]
) -> dict[str, Word]:
    return {
        code: value for code, value in new.items() if old.get(code) != value and any(code in rival for rival in rivals)
    }


@dataclass(frozen=True)
class Change:
    """One figure before and after; None where there was, or is, none."""

    indicator: str
    before: Decimal | None
    after: Decimal | None


def changes(before: Mapping[str, Decimal], after: Mapping[str, Decimal]) -> list[Change]:
    """Every figure that differs, in the order of `after`, then those that went."""
    codes = [*after, *(code for code in before if code not in after)]
    return [Change(c, before.get(c), after.get(c)) for c in codes if before.get(c) != after.get(c)]
