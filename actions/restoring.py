"""Days from a file are entered as statements of the source `import`: what people sent is never overwritten unasked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from actions import asking, boards, books
from actions.books import Cause
from domain.errors import Mistake
from domain.reporting import Change, changes
from domain.restoring import Reading, Restored, Row, read_rows
from domain.tables import mistake
from domain.town import Town
from storage import audit, questions, reports, statements, units
from storage.reports import Report
from storage.statements import Kept, Saying
from storage.work import Work

SOURCE = "import"


class Effect(StrEnum):
    """What a good row does to a unit's day."""

    ADDED = "added"
    """Nothing was there."""
    CHANGED = "changed"
    """An import stood there."""
    REPLACED = "replaced"
    """What people sent stood there."""
    SAME = "same"
    """It stands so already."""


@dataclass(frozen=True)
class Step:
    """One unit's day: what stands, what the row says, and what that does."""

    row: Restored
    before: Report | None
    effect: Effect

    @property
    def changes(self) -> list[Change]:
        """Every figure that becomes another."""
        return changes({} if self.before is None else self.before.values, self.row.folded.values)


@dataclass(frozen=True)
class Plan:
    """What a file would do: its steps by day, oldest first, and everything that is wrong with it."""

    steps: dict[date, list[Step]] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()
    empty: int = 0

    def count(self, effect: Effect) -> int:
        """How many units' days it has that effect on."""
        return sum(step.effect is effect for steps in self.steps.values() for step in steps)


async def plan(work: Work, town: Town, rows: Iterable[Row], *, replace: bool, now: datetime) -> Plan:
    """What the rows would do. replace: also where people sent something else, which is a mistake without it."""
    reading = read_rows(rows, town, await units.tree(work), now)
    by_day: dict[date, list[Restored]] = {}
    for row in reading.rows:
        by_day.setdefault(row.day, []).append(row)
    steps: dict[date, list[Step]] = {}
    theirs: list[Mistake] = []
    for day in sorted(by_day):
        for step in await _steps(work, day, by_day[day]):
            if step.effect is Effect.REPLACED and not replace:
                theirs.append(_theirs(step))
            else:
                steps.setdefault(day, []).append(step)
    return Plan(steps, _in_order(reading, theirs), reading.empty)


def _theirs(step: Step) -> Mistake:
    return mistake(step.row.number, "restore-theirs", unit=step.row.unit.name, on=step.row.day.isoformat())


def _in_order(reading: Reading, theirs: Sequence[Mistake]) -> tuple[Mistake, ...]:
    return tuple(sorted((*reading.mistakes, *theirs), key=lambda one: int(one.key)))


async def _steps(work: Work, day: date, rows: Iterable[Restored]) -> list[Step]:
    stand = {report.unit_id: report for report in await reports.of_day(work, day)}
    said = await statements.of_day(work, day)
    return [_step(row, stand.get(row.unit.id), said.get(row.unit.id, [])) for row in rows]


def _step(row: Restored, before: Report | None, said: Sequence[Kept]) -> Step:
    if before is None and not said:
        return Step(row, None, Effect.ADDED)
    if before is not None and before.folded == row.folded:
        return Step(row, before, Effect.SAME)
    imported = bool(said) and all(kept.saying.source == SOURCE for kept in said)
    return Step(row, before, Effect.CHANGED if imported else Effect.REPLACED)


async def enter(
    work: Work, town: Town, day: date, steps: Iterable[Step], filename: str, by: str, now: datetime
) -> None:
    """Enter a day's good rows. What stood before stays in the history, with who put what in its place, and when."""
    counts = dict.fromkeys(Effect, 0)
    asks: frozenset[str] = frozenset()
    for step in steps:
        counts[step.effect] += 1
        if step.effect is not Effect.SAME:
            asks |= await _clear(work, step.row, now)
            saying = Saying(day, step.row.unit.id, now, SOURCE, sender=by, raw=f"{filename}:{step.row.number}")
            statement_id = await statements.save(work, step.row.statement, saying)
            cause = Cause(SOURCE, now, statement_id, "", sender=by)
            await books.restate(work, town, step.row.unit, day, cause)
    if any(counts[effect] for effect in Effect if effect is not Effect.SAME):
        told = {str(effect): counts[effect] for effect in Effect}
        await audit.note(work, now, None, "import_days", day=day.isoformat(), **told)
        await asking.show_all(work, town, asks, now)
        await boards.touch(work, town, day, now)


async def _clear(work: Work, row: Restored, now: datetime) -> frozenset[str]:
    """What was said of the unit's day no longer counts, and nothing is asked of it; the keys of what asked."""
    for kept in await statements.of_unit(work, row.day, row.unit.id):
        await statements.end(work, kept.id, now)
    open_ones = await questions.open_of_unit(work, row.day, row.unit.id)
    for question in open_ones:
        await questions.settle(work, question.id, "superseded", now)
    return frozenset(question.ask for question in open_ones)
