"""Stage 7: limits and rules of the form; what may be accepted as it stands and what has to be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from domain.forms import Form, Indicator
from domain.parsing.fold import Folded
from domain.parsing.model import Question, Reason
from domain.parsing.sayings import Entry, Gathered
from domain.phones import somebodys


class Verdict(NamedTuple):
    """What is accepted, and what is asked."""

    values: Mapping[str, Decimal]
    cumulative: Mapping[str, Decimal]
    questions: tuple[Question, ...]


def judge(
    gathered: Gathered, folded: Folded, form: Form, *, zero_report: bool, before: Mapping[str, Decimal] | None
) -> Verdict:
    """Accept or ask, each indicator for itself, then the rules between them. before: the day before's values."""
    values: dict[str, Decimal] = {}
    cumulative: dict[str, Decimal] = {}
    asked: dict[str, tuple[int, Question]] = {}
    for code, entries in _by_code(gathered.entries).items():
        if len(entries) == 1 and not zero_report and _sound(entries[0], form.indicator(code)):
            values[code] = entries[0].value
            continue
        totals = [e for e in entries if e.total]
        levels = [e for e in entries if not e.total] if totals else entries
        _day(code, levels, form, folded, zero_report, values, asked)
        if totals:
            _total(code, totals, folded, form, cumulative, asked)
    _rules(form, gathered, folded, values, before or {}, asked)
    if not (asked or gathered.unknown):
        return Verdict(values, cumulative, ())
    strangers = [
        (u.start, Question(None, u.value, folded.original(u.start, u.end), "unknown_name")) for u in gathered.unknown
    ]
    ordered = sorted([*asked.values(), *strangers], key=lambda a: a[0])
    return Verdict(values, cumulative, tuple(_without_numbers(q) for _, q in ordered))


def _sound(entry: Entry, indicator: Indicator) -> bool:
    """Whether of a day's figure that is said but once, as most are, nothing can be in doubt; a decimal may be."""
    if entry.total or entry.change or entry.each or entry.torn or entry.about or not entry.fits:
        return False
    value = entry.value
    if value < 0 or (indicator.asks is not None and value > indicator.asks):
        return False
    return value == value.to_integral_value() and not somebodys(value)


def _without_numbers(question: Question) -> Question:
    """No figure is guessed where somebody's telephone number stands for one."""
    known = question.value is not None and somebodys(question.value)
    return replace(question, value=None) if known else question


def _by_code(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.code, []).append(entry)
    return found


def _day(
    code: str,
    entries: list[Entry],
    form: Form,
    folded: Folded,
    zero_report: bool,
    values: dict[str, Decimal],
    asked: dict[str, tuple[int, Question]],
) -> None:
    if not entries:
        return
    levels = [e for e in entries if not e.change]
    if not levels:
        asked[code] = (entries[0].start, _question(entries[0], folded, "flow_of_stock"))
        return
    standing = _after_corrections(levels)
    reason, value = _doubt(code, standing, form, zero_report)
    if reason is None:
        # a zero report writes no zeros of its own
        if value or not zero_report or form.indicator(code).kind == "stock":
            values[code] = value
        return
    shown = None if reason == "measure" else value
    first, last = standing[0], standing[-1]
    text = folded.original(first.start, last.end if last.end - first.start < 60 else first.end)
    asked[code] = (first.start, Question(code, shown, text, reason))


def _after_corrections(entries: list[Entry]) -> list[Entry]:
    for place in range(len(entries) - 1, -1, -1):
        if entries[place].corrected:
            return entries[place:]
    return entries


def _doubt(code: str, entries: Sequence[Entry], form: Form, zero_report: bool) -> tuple[Reason | None, Decimal]:
    """The first reason to ask, in the contract's order, and the value or best guess."""
    indicator = form.indicator(code)
    split = form.measure_of(indicator).decimal
    agreed, value = _agreed(entries)
    if unread := _unread(entries, split=split):
        return unread, value
    if indicator.asks is not None and (
        max(e.value for e in entries) > indicator.asks or (agreed and value > indicator.asks)
    ):
        return "too_large", value
    if not agreed or any(e.torn for e in entries) or (zero_report and indicator.kind == "flow" and value != 0):
        return "conflict", value
    return None, value


def _unread(entries: Sequence[Entry], *, split: bool) -> Reason | None:
    """What in the figures themselves forbids to take them, the gravest first. split: they may have decimals."""
    flaws = {_flaw(e, split=split) for e in entries}
    return next((flaw for flaw in _FLAWS if flaw in flaws), None)


_FLAWS: tuple[Reason, ...] = ("impossible", "approximate", "too_large", "measure")


def _flaw(entry: Entry, *, split: bool) -> Reason | None:
    if entry.value < 0 or not (split or entry.value == entry.value.to_integral_value()):
        return "impossible"
    if entry.about:
        return "approximate"
    return "too_large" if somebodys(entry.value) else None if entry.fits else "measure"


def _agreed(entries: Sequence[Entry]) -> tuple[bool, Decimal]:
    """One value for several entries: the same everywhere, or a stated sum that its parts add up to."""
    if len(entries) == 1 and not entries[0].each:
        return True, entries[0].value
    if any(e.each for e in entries):
        # 各6人，共12人: only a stated sum tells how many there are
        stated = {e.value for e in entries if e.sum and not e.each}
        return len(stated) == 1, next(iter(stated), entries[0].value)
    distinct = list(dict.fromkeys(e.value for e in entries))
    if len(distinct) == 1 and not (len(entries) > 1 and all(e.sub for e in entries)):
        return True, distinct[0]
    sums = [e for e in entries if e.sum]
    parts = [e for e in entries if not e.sum]
    if len({e.value for e in sums}) == 1 and parts:
        return sum((e.value for e in parts), Decimal(0)) == sums[0].value, sums[0].value
    if len(entries) > 2 and entries[0].value == sum(e.value for e in entries[1:]):
        return True, entries[0].value  # 返乡3人，两个从…回来，一个从…回来
    return False, sum((e.value for e in entries) if any(e.sub for e in entries) else distinct, Decimal(0))


def _total(
    code: str,
    entries: list[Entry],
    folded: Folded,
    form: Form,
    cumulative: dict[str, Decimal],
    asked: dict[str, tuple[int, Question]],
) -> None:
    """A running total knows no limits and no rules, but about-numbers and two different totals are asked."""
    entries = _after_corrections(entries)
    split = form.measure_of(form.indicator(code)).decimal
    distinct = {e.value for e in entries}
    value = entries[-1].value
    reason = _unread(entries, split=split) or (
        "conflict" if len(distinct) > 1 or any(e.torn for e in entries) else None
    )
    if reason is None:
        cumulative[code] = value
    elif code not in asked:
        asked[code] = (
            entries[0].start,
            Question(code, None if reason == "measure" else value, _words(entries[0], folded), reason, total=True),
        )


def _words(entry: Entry, folded: Folded) -> str:
    return folded.original(entry.start, entry.end).strip()


def _question(entry: Entry, folded: Folded, reason: Reason) -> Question:
    return Question(entry.code, entry.value, _words(entry, folded), reason)


def _rules(
    form: Form,
    gathered: Gathered,
    folded: Folded,
    values: dict[str, Decimal],
    before: Mapping[str, Decimal],
    asked: dict[str, tuple[int, Question]],
) -> None:
    """The left side of a broken rule is asked and held back; a rule with an asked side is not checked."""
    broken = []
    for rule in form.rules:
        right = before.get(rule.right) if rule.right_day == "before" else values.get(rule.right)
        if rule.left in values and right is not None and values[rule.left] > right:
            broken.append(rule.left)
    for code in dict.fromkeys(broken):
        value = values.pop(code)
        entry = next(e for e in reversed(gathered.entries) if e.code == code and not e.total)
        asked[code] = (entry.start, Question(code, value, _words(entry, folded), "rule"))
