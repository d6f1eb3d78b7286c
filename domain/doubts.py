"""What can be done about a doubtful figure: the ways to settle it, and the rules between fields that raise one."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from rapidfuzz import fuzz

from domain.forms import Form, Indicator, Rule
from domain.patterns import regex
from domain.phones import somebodys

Way = Literal["value", "other", "drop", "is", "note", "which"]
_FIGURE = regex(r"-?\d+(?:,\d{3})*(?:\.\d+)?")
_MEASURE = regex(r"\d\s*(?P<measure>[^\d\s,，。;；、:：]{1,3})")
_MOST_LIKELY = 3
_MOST_VALUES = 3
_PLAUSIBLE = 0.75


@dataclass(frozen=True)
class Option:
    """One way to settle a doubt.

    value  the figure counts as `value`
    other  the sender fills in another one
    drop   it is not reported (an unknown thing is ignored)
    is     the number is `indicator`'s
    note   the words go into the remarks
    which  it is of the form's indicators, and the sender picks which
    """

    way: Way
    value: Decimal | None = None
    indicator: str | None = None


@dataclass(frozen=True)
class Doubt:
    """A question as the domain sees it: whose figure, best guess, words, why it is asked, what else is likely."""

    indicator: str | None
    value: Decimal | None
    quote: str
    reason: str
    likely: tuple[Decimal, ...] = ()


def options(form: Form, doubt: Doubt, given: Mapping[str, Decimal], yesterday: Mapping[str, Decimal]) -> list[Option]:
    """The ways to settle the doubt, likeliest first. given: what the unit has reported; yesterday: its day before."""
    if doubt.indicator is None:
        likely = [Option("is", doubt.value, code) for code in likely_codes(form, doubt.quote, doubt.value, given)]
        note = [Option("note")] if form.texts else []
        return [Option("drop"), *note, *likely, *([] if likely else [Option("which")])]
    indicator = form.indicator(doubt.indicator)
    figures = _figures(form, indicator, doubt, yesterday.get(indicator.code))
    return [*(Option("value", figure) for figure in figures[:_MOST_VALUES]), Option("other"), Option("drop")]


def _figures(form: Form, indicator: Indicator, doubt: Doubt, yesterday: Decimal | None) -> list[Decimal]:
    """The figures that the words may have meant and that the indicator can take."""
    found = [] if doubt.value is None else [doubt.value]
    if doubt.reason == "conflict":
        found = [*_written(doubt.quote), *found]
    elif doubt.reason == "impossible":
        found = [whole for figure in _written(doubt.quote) for whole in _wholes(figure)]
    elif doubt.reason == "flow_of_stock" and doubt.value is not None and yesterday is not None:
        found = [yesterday + doubt.value, doubt.value]
    return [figure for figure in dict.fromkeys([*found, *doubt.likely]) if impossible(form, indicator, figure) is None]


def _written(quote: str) -> list[Decimal]:
    return [Decimal(figure.replace(",", "")) for figure in _FIGURE.findall(quote)]


def _wholes(figure: Decimal) -> tuple[Decimal, ...]:
    """The whole numbers that an impossible one may have meant: `-2` is 2, `160.5` is 160 or 161."""
    size = abs(figure)
    down = size.to_integral_value(rounding="ROUND_FLOOR")
    return (down,) if down == size else (down, down + 1)


def impossible(form: Form, indicator: Indicator, value: Decimal) -> Literal["negative", "decimal", "somebodys"] | None:
    """Why the indicator cannot have this value; None when it can. somebodys: it is a telephone or identity number."""
    if somebodys(value):
        return "somebodys"
    if value < 0:
        return "negative"
    whole = value == value.to_integral_value()
    return None if whole or form.measure_of(indicator).decimal else "decimal"


def suspicious(indicator: Indicator, value: Decimal) -> bool:
    """Whether the value is over what is taken without asking, for one unit and one day."""
    return indicator.asks is not None and value > indicator.asks


def likely_codes(
    form: Form, quote: str, value: Decimal | None, given: Mapping[str, Decimal], most: int = _MOST_LIKELY
) -> list[str]:
    """The indicators without a figure yet that an unknown name may mean: by measure, then by likeness of the words."""
    measure = _MEASURE.search(quote)
    words = _FIGURE.sub("", quote)
    scored = [
        (_likeness(form, indicator, words, measure["measure"] if measure else ""), indicator.code)
        for indicator in form.indicators
        if indicator.code not in given and (value is None or impossible(form, indicator, value) is None)
    ]
    ranked = sorted((pair for pair in scored if pair[0] >= _PLAUSIBLE), key=lambda pair: -pair[0])
    return [code for _, code in ranked[:most]]


def _likeness(form: Form, indicator: Indicator, words: str, measure: str) -> float:
    fit = form.measure_of(indicator)
    spoken = max(fuzz.ratio(word, words) for word in indicator.spoken) / 100
    own = indicator.measure == measure
    same = any(measure.startswith(one) for one in (fit.name, *fit.same, *fit.converts)) if measure else False
    return spoken + (0.6 if own else 0.4 if same else 0.0)


def broken_rules(form: Form, today: Mapping[str, Decimal], yesterday: Mapping[str, Decimal]) -> list[Rule]:
    """The rules between fields that these figures break; one with a side unknown is not checked."""
    return [rule for rule in form.rules if _breaks(rule, today, yesterday)]


def _breaks(rule: Rule, today: Mapping[str, Decimal], yesterday: Mapping[str, Decimal]) -> bool:
    right = (today if rule.right_day == "same" else yesterday).get(rule.right)
    left = today.get(rule.left)
    return left is not None and right is not None and left > right
