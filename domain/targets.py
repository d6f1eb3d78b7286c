"""Targets of a task: what is to be seen reported, read with the form's own words; how far the reports have come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.forms import Form
from domain.parsing.fold import fold
from domain.parsing.reading import parse
from domain.patterns import regex
from domain.totals import total
from domain.units import UnitTree


@dataclass(frozen=True)
class Goal:
    """An indicator and how much of it is wanted: of every unit (`each`), or of all together."""

    indicator: str
    kind: str
    amount: Decimal
    each: bool


@dataclass(frozen=True)
class Span:
    """The days whose reports count, both included; `last` None: no end."""

    first: date
    last: date | None

    def holds(self, day: date) -> bool:
        """Whether reports of that day count."""
        return self.first <= day and (self.last is None or day <= self.last)


_CLAUSE = regex(r"[、;。\n]|,(?!\d{3}(?!\d))|(?<=\D)和(?=\D)")
_EACH = regex(r"(?:每个?|各)(?:村社区|村|社区|单元|单位|网格|小组|组|点位|点|镇|街道)(?:各|都|要)?:?")
_ALL = regex(r"^(?:全[镇县乡市区]|全部|合计|总共|总计|一共|共计|共)(?:要)?:?")
_AT_LEAST = regex(r"不少于|不低于|至少|达到|完成|以上")


def read_goals(words: str, form: Form) -> tuple[tuple[Goal, ...], tuple[str, ...]]:
    """`宣传单500份，每村标语6条`: the goals, and the parts that name no indicator of the form with a number.

    每村 and the like hold for what follows them in the line, until 全镇 or 合计; without either it is of all together.
    """
    found: dict[str, Goal] = {}
    unread = []
    each = False
    for clause in _CLAUSE.split(fold(words).text.replace(" ", "")):
        each = True if _EACH.search(clause) else False if _ALL.match(clause) else each
        said = _AT_LEAST.sub("", _ALL.sub("", _EACH.sub("", clause)))
        values = _values(said, form)
        found |= {code: Goal(code, form.indicator(code).kind, amount, each) for code, amount in values.items()}
        if said and not values:
            unread.append(clause)
    return tuple(found.values()), tuple(unread)


def _values(words: str, form: Form) -> Mapping[str, Decimal]:
    """What a report of these words would give; nothing where it would be asked about."""
    read = parse(words, form, day=date.max, traced=False)
    report = read.reports[0] if len(read.reports) == 1 else None
    if report is None or report.day is not None or any(q.reason != "too_large" for q in report.questions):
        return {}
    asked = {q.indicator: q.value for q in report.questions if q.indicator and q.value is not None}
    values = {code: value for code, value in {**report.values, **asked}.items() if value is not None}
    return values if all(value > 0 for value in values.values()) else {}


def reached(goal: Goal, days: Mapping[date, Mapping[int, Decimal]]) -> dict[int, Decimal]:
    """How far each unit has come by its figures of these days: the sum of a flow, the latest level of a stock."""
    found: dict[int, Decimal] = {}
    for day in sorted(days):
        for unit, value in days[day].items():
            found[unit] = value if goal.kind == "stock" else found.get(unit, Decimal(0)) + value
    return found


@dataclass(frozen=True)
class Progress:
    """A goal and what has been reached of it: by each addressed unit, and by all of them."""

    goal: Goal
    by_unit: Mapping[int, Decimal]
    reached: Decimal
    units: int

    def filled_by(self, unit: int) -> bool:
        """Whether the goal asks no more of the unit: its own part is reported, or that of all together."""
        said = self.by_unit.get(unit, Decimal(0)) if self.goal.each else self.reached
        return said >= self.goal.amount

    @property
    def wanted(self) -> Decimal:
        """What all units together are to reach."""
        return self.goal.amount * self.units if self.goal.each else self.goal.amount

    @property
    def share(self) -> Decimal:
        """The part that is reached, at most 1: of each unit no more counts than was asked of it."""
        counted = sum((min(value, self.goal.amount) for value in self.by_unit.values()), Decimal(0))
        reached = counted if self.goal.each else self.reached
        return min(Decimal(1), reached / self.wanted) if self.wanted else Decimal(1)

    def behind(self, units: Iterable[int], expected: Decimal) -> list[int]:
        """Of a goal that each unit has: those that have come less far than that share of it."""
        wanted = self.goal.amount * expected
        return [unit for unit in units if self.goal.each and self.by_unit.get(unit, Decimal(0)) < wanted]

    @property
    def full_units(self) -> int:
        """How many units have filled it."""
        return sum(value >= self.goal.amount for value in self.by_unit.values())


def progress(goal: Goal, by_unit: Mapping[int, Decimal], units: Iterable[int], tree: UnitTree) -> Progress:
    """How far the addressed units have come; a figure that another of them covers is not added twice."""
    inside = set(units)
    mine = {unit: value for unit, value in by_unit.items() if unit in inside}
    all_together = total(tree, None, {unit: {goal.indicator: value} for unit, value in mine.items()})
    return Progress(goal, mine, all_together.get(goal.indicator, Decimal(0)), len(inside))


def filled(goals: Iterable[Progress], unit: int) -> bool:
    """Whether the unit has nothing left to report for the task."""
    return all(one.filled_by(unit) for one in goals)


def expected_share(span: Span, today: date) -> Decimal | None:
    """The part that even work would have reached by the end of that day, by whole days; None without an end."""
    if span.last is None:
        return None
    days = (span.last - span.first).days + 1
    gone = (min(today, span.last) - span.first).days + 1
    return Decimal(max(0, gone)) / Decimal(max(1, days))


def span_of(published: date, in_time: bool, last: date | None) -> Span:
    """The days whose reports count for a task: from its publication, or the day after it when that day had closed
    (`in_time` False), to the day of the deadline. One that ends on the day itself counts that day."""
    first = (
        published
        if in_time or (last is not None and last <= published)
        else date.fromordinal(published.toordinal() + 1)
    )
    return Span(first, last)
