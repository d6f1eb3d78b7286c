"""Figures that a unit's own history makes doubtful: far from its usual days, or a running total that does not go on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from domain.history import Before, Misfit, by_code, far_out, last_totals, misfit, usual
from domain.numbers import plain
from domain.reporting import Folded
from domain.town import Town
from storage import reports
from storage.reports import Report
from storage.work import Work

UNUSUAL = "unusual"
RUNNING_TOTAL = "running_total"
HISTORY = frozenset({UNUSUAL, RUNNING_TOTAL})
_WHOLE_FROM = 10


@dataclass(frozen=True)
class Suspicion:
    """A figure to ask about, and the figures that make it doubtful. `total`: it is the running total."""

    indicator: str
    value: Decimal
    reason: str
    total: bool = False
    told: Mapping[str, object] = field(default_factory=dict)


async def suspicions(
    work: Work, town: Town, unit_id: int, day: date, before: Report | None, after: Folded
) -> list[Suspicion]:
    """What is new in the unit's day and does not go with its last days; nothing where the town does not want it."""
    if not town.policies.ask_unusual:
        return []
    values = _new(before.values if before else {}, after.values)
    totals = _new(before.cumulative if before else {}, after.cumulative)
    if not values and not totals:
        return []
    past = await reports.last_days(work, unit_id, day, town.limits.history_days)
    return [*_unusual(town, values, past), *_running(town, day, totals, after, past)]


def _new(before: Mapping[str, Decimal], after: Mapping[str, Decimal]) -> dict[str, Decimal]:
    return {code: value for code, value in after.items() if before.get(code) != value}


def _unusual(town: Town, values: Mapping[str, Decimal], past: list[Report]) -> list[Suspicion]:
    found = []
    days = by_code([report.values for report in past])
    for code, value in values.items():
        if code not in town.form.by_code or code not in days:
            continue
        usually = usual(days[code], town.limits.history_least_days)
        counted = town.form.indicator(code).kind == "flow"
        if usually is not None and far_out(value, usually, falls=counted):
            found.append(Suspicion(code, value, UNUSUAL, told={"usual": _about(usually.middle)}))
    return found


def _about(middle: Decimal) -> int | float:
    """The middle as people say it: whole where it is not small."""
    return plain(middle.to_integral_value() if middle >= _WHOLE_FROM else middle)


def _running(
    town: Town, day: date, totals: Mapping[str, Decimal], after: Folded, past: list[Report]
) -> list[Suspicion]:
    last = last_totals([(report.day, report.cumulative) for report in past])
    found = []
    for code, total in totals.items():
        if code not in town.form.by_code or code not in last:
            continue
        today = after.values.get(code) if town.form.indicator(code).kind == "flow" else None
        wrong = misfit(total, day, last[code], today)
        if wrong is not None:
            told = _told(last[code], wrong, day)
            found.append(Suspicion(code, total, RUNNING_TOTAL, total=True, told=told))
    return found


def _told(before: Before, wrong: Misfit, day: date) -> dict[str, object]:
    return {
        "before": plain(before.total),
        "before_day": before.day.isoformat(),
        "yesterday": before.day == day - timedelta(days=1),
        "today": None if wrong.today is None else plain(wrong.today),
        "wanted": None if wrong.wanted is None else plain(wrong.wanted),
    }
