"""The sums over the days, kept by differences: checked against the reports, and made anew from them."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from domain.numbers import Values
from domain.reporting import flows
from domain.town import Town
from storage import audit, reports
from storage.work import Work


@dataclass(frozen=True)
class Off:
    """A sum that is not what the reports add up to."""

    unit_id: int
    indicator: str
    kept: Decimal
    true: Decimal


async def check(work: Work, town: Town) -> list[Off]:
    """Every kept sum that differs from what the reports add up to; a sum of nothing and none are the same."""
    kept = await reports.running(work)
    true = await reports.summed_anew(work, flows(town.form))
    units = sorted({*kept, *true})
    return [off for unit in units for off in _off(unit, kept.get(unit, {}), true.get(unit, {}))]


def _off(unit: int, kept: Values, true: Values) -> list[Off]:
    zero = Decimal(0)
    found = [Off(unit, code, kept.get(code, zero), true.get(code, zero)) for code in sorted({*kept, *true})]
    return [off for off in found if off.kept != off.true]


async def rebuild(work: Work, town: Town, now: datetime) -> list[Off]:
    """Make all sums anew from the reports; those that were off before."""
    off = await check(work, town)
    await reports.set_running(work, await reports.summed_anew(work, flows(town.form)))
    await audit.note(work, now, None, "sums_rebuilt", off=len(off))
    return off
