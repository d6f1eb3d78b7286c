"""A county made by chance from a seed: towns, villages, cells, and days of reports written straight into its file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from domain.forms import Form
from domain.numbers import Values
from domain.reporting import Statement, flows, fold
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import reports, statements, units
from storage.database import Database
from storage.reports import Report
from storage.statements import Saying
from storage.work import Work
from tests.support import standing


@dataclass(frozen=True)
class Shape:
    """How many towns, villages a town, cells a village, days; of a hundred units a day so many silent, so many late."""

    towns: int = 2
    villages: int = 3
    cells: int = 2
    days: int = 3
    silent: int = 10
    late: int = 10
    filled: int = 60
    """Of a hundred indicators so many stand in a report."""


@dataclass
class County:
    """What is true of it: the tree, and every report."""

    tree: UnitTree
    form: Form
    first: date
    last: date
    reports: dict[tuple[date, int], Report] = field(default_factory=dict)

    def figures(self, day: date) -> dict[int, Values]:
        """Each unit's figures of a day."""
        return {unit: report.values for (of, unit), report in self.reports.items() if of == day}


async def settle_units(url: str, shape: Shape) -> UnitTree:
    """The units alone, in a new database."""
    database = await Database.open(url)
    async with database.work() as work:
        for code, name, _, reporting in _units(shape):
            await units.save(work, Unit(0, code, name, reports=reporting))
        for code, _, parent, _ in _units(shape):
            await units.tie(work, code, parent)
        tree = await units.tree(work)
    await database.close()
    return tree


async def settle_county(url: str, town: Town, shape: Shape, last: date, seed: int = 1) -> County:
    """Write the county into a new database; its reports end on `last`."""
    chance = Random(seed)
    first = last - timedelta(days=shape.days - 1)
    county = County(await settle_units(url, shape), town.form, first, last)
    database = await Database.open(url)
    for n in range(shape.days):
        async with database.work() as work:
            for unit in county.tree.reporting():
                if chance.randrange(100) >= shape.silent:
                    report = await _report(work, town, shape, first + timedelta(days=n), unit, chance)
                    county.reports[report.day, unit.id] = report
    async with database.work() as work:
        await reports.set_running(work, await reports.summed_anew(work, flows(town.form)))
    await database.close()
    return county


def _units(shape: Shape) -> Iterator[tuple[str, str, str | None, bool]]:
    yield "C", "东观县", None, False
    for t in range(1, shape.towns + 1):
        yield f"T{t:02}", f"第{t}镇", "C", False
        for v in range(1, shape.villages + 1):
            yield f"V{t:02}{v:02}", f"{t}镇{v}村", f"T{t:02}", True
            for c in range(1, shape.cells + 1):
                yield f"G{t:02}{v:02}{c:02}", f"{t}镇{v}村{c}格", f"V{t:02}{v:02}", True


async def _report(work: Work, town: Town, shape: Shape, day: date, unit: Unit, chance: Random) -> Report:
    at = _at(town, shape, day, chance)
    asked = [indicator for indicator in town.form.indicators if chance.randrange(100) < shape.filled]
    values = {indicator.code: Decimal(chance.randrange(400)) for indicator in asked}
    for code in _split(town.form, values):
        values[code] += Decimal("0.5")
    texts = {"problems": f"缺口罩 {chance.randrange(900)} 只"} if chance.randrange(20) == 0 else {}
    cumulative = {code: value * 10 for code, value in values.items() if chance.randrange(30) == 0}
    said = Statement(at, dict(values), cumulative, texts)
    if chance.randrange(20) == 0:
        said = Statement(at, zero=True)
    kept = fold([said], flows(town.form))
    report = Report(day, unit.id, kept.values, kept.cumulative, kept.texts, kept.zero, at, at, 1, 0)
    await standing.enter(work, report)
    saying = Saying(day, unit.id, at, "message", sender=f"{unit.name}网格员", raw=_raw(town.form, unit, said))
    await statements.save(work, said, saying)
    return report


def _split(form: Form, values: Values) -> Iterable[str]:
    return [code for code in values if form.measure_of(form.indicator(code)).decimal]


def _at(town: Town, shape: Shape, day: date, chance: Random) -> datetime:
    hour = time(16, 5) if chance.randrange(100) < shape.late else time(15, 10)
    return datetime.combine(day, hour, town.zone) + timedelta(seconds=chance.randrange(2000))


def _raw(form: Form, unit: Unit, said: Statement) -> str:
    figures = "，".join(f"{form.indicator(code).name}{value}" for code, value in said.values.items())
    return f"{unit.name} {'零报告' if said.zero else figures}"
