"""A form as values: what a unit reports, in which words, within which limits. A form is data of the town."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal

from domain.script import simplified

Kind = Literal["flow", "stock"]


@dataclass(frozen=True)
class Measure:
    """A unit of measure: its other spellings, those that convert by a factor, and whether it may be split."""

    name: str
    same: tuple[str, ...] = ()
    converts: Mapping[str, Decimal] = field(default_factory=dict)
    decimal: bool = False


@dataclass(frozen=True)
class Indicator:
    """One figure of the form.

    kind: `flow` counts what happened in the day, `stock` how many there are now. asks: above this a value is
    suspicious for one unit and one day (None: never). variants: more spellings, read like `words`. loose: verbs that
    stand for it only together with its measure. never: longer names that hold a word of it but are something else.
    also: measures it takes besides those that are the same as its own. store: goods in store, so that what is handed
    out, bought or wanted is none of it. alone: words of it that count only without another verb before them. hxl: its
    hashtag in exports (hxlstandard.org).
    """

    code: str
    name: str
    measure: str
    kind: Kind
    words: tuple[str, ...] = ()
    asks: Decimal | None = None
    alert: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    variants: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    store: bool = False
    alone: tuple[str, ...] = ()
    hxl: str = ""

    @property
    def spoken(self) -> tuple[str, ...]:
        """Every spelling that stands for this indicator by itself."""
        return (self.name, *self.words, *self.variants)

    def shown(self, language: str) -> str:
        """The name to show in a language; the form's own name where it has no other."""
        return self.names.get(language, self.name)


@dataclass(frozen=True)
class FreeText:
    """A field of words, kept as written behind its label."""

    code: str
    name: str
    words: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def spoken(self) -> tuple[str, ...]:
        """Every label that opens this field."""
        return (self.name, *self.words)

    def shown(self, language: str) -> str:
        """The name to show in a language; the form's own name where it has no other."""
        return self.names.get(language, self.name)


@dataclass(frozen=True)
class ProblemKind:
    """A kind of problem that units name, told by the words in it."""

    code: str
    name: str
    words: tuple[str, ...]
    names: Mapping[str, str] = field(default_factory=dict)

    def shown(self, language: str) -> str:
        """The name to show in a language; the form's own name where it has no other."""
        return self.names.get(language, self.name)


@dataclass(frozen=True)
class Rule:
    """`left` is at most `right`, of the same day or of the day before; checked when both are known."""

    left: str
    right: str
    kind: Literal["at_most"] = "at_most"
    right_day: Literal["same", "before"] = "same"


@dataclass(frozen=True)
class Form:
    """What a town asks of its units each day. never: longer names that hold words of the form but are none."""

    code: str
    name: str
    indicators: tuple[Indicator, ...]
    texts: tuple[FreeText, ...] = ()
    rules: tuple[Rule, ...] = ()
    measures: tuple[Measure, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    never: tuple[str, ...] = ()
    problems: tuple[ProblemKind, ...] = ()

    # One form is read again and again; it is its own key in the parser's cache.
    __hash__ = object.__hash__

    @cached_property
    def by_code(self) -> Mapping[str, Indicator]:
        """Indicators by their code."""
        return {i.code: i for i in self.indicators}

    @cached_property
    def measure_by_name(self) -> Mapping[str, Measure]:
        """Measures by their name."""
        return {m.name: m for m in self.measures}

    def indicator(self, code: str) -> Indicator:
        """The indicator of that code; KeyError when the form has none."""
        return self.by_code[code]

    def problem_kind(self, text: str) -> str:
        """The code of the kind whose words a problem holds most of, the first named where several do; "" of none."""
        said = simplified(text)
        counted = {kind.code: sum(word in said for word in kind.words) for kind in self.problems}
        best = max(counted, key=lambda code: counted[code], default="")
        return best if counted.get(best) else ""

    def measure_of(self, indicator: Indicator) -> Measure:
        """The indicator's measure; one without other spellings where the form's table has none."""
        return self.measure_by_name.get(indicator.measure) or Measure(indicator.measure)
