"""Where units' days stand: the fold of what was said, every version of it, and the sums over the days."""

import json
import logging
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from domain.instants import from_ms, maybe_instant, maybe_ms, to_ms
from domain.numbers import Values, exact, plain
from domain.reporting import Folded, fold, makers
from domain.standing import Heard
from storage import statements
from storage.indicators import Numbers, numbers, numbers_for, told
from storage.work import Row, Work, dumps

log = logging.getLogger(__name__)

_NONE = "{}"


@dataclass(frozen=True)
class Report:
    """Where a unit's day stands. first_at, by its message's date, decides on-time for ever."""

    day: date
    unit_id: int
    values: Values
    cumulative: Values
    texts: dict[str, str]
    zero: bool
    first_at: datetime
    last_at: datetime
    version: int
    open_questions: int

    @property
    def folded(self) -> Folded:
        """What it says, without its circumstances."""
        return Folded(self.values, self.cumulative, self.texts, self.zero)


@dataclass(frozen=True)
class Version:
    """One version that stood: who made it stand, when, why and with which words.

    `noted_at` is when the program took it in: then it is the audit log's line of itself. None where the log has one
    beside it, as it had of every version once, and has of days that were brought in from elsewhere.
    """

    version: int
    values: Values
    cumulative: Values
    texts: dict[str, str]
    zero: bool
    said_at: datetime
    person_id: int | None
    sender: str
    statement_id: int | None
    reason: str
    raw: str
    noted_at: datetime | None = None


@dataclass(frozen=True)
class Contribution:
    """One message's part of a unit's figure. `source` as of its statement (message, edit, answer, form...)."""

    unit_id: int
    value: Decimal
    person_id: int | None
    sender: str
    proxy: bool
    chat: int | None
    message_id: int | None
    said_at: datetime
    source: str
    raw: str


async def of_day(work: Work, day: date) -> list[Report]:
    """Every unit that has reported for the day, in the order of the units."""
    return await told(work, await work.all("reports.of_day", day=day.isoformat()), _report)


async def heard(work: Work, day: date) -> dict[int, Heard]:
    """When every unit that has reported for the day first did so, and what is still asked: what judging needs."""
    rows = await work.all("reports.heard", day=day.isoformat())
    return {row["unit_id"]: Heard(from_ms(row["first_at"]), row["open_questions"]) for row in rows}


async def one(work: Work, day: date, unit_id: int) -> Report | None:
    """The unit's report of the day; None while it is silent."""
    rows = await work.all("reports.of_unit", day=day.isoformat(), unit_id=unit_id)
    return next(iter(await told(work, rows, _report)), None)


async def before(work: Work, day: date, unit_id: int, days: int = 14) -> Report | None:
    """The unit's latest report of an earlier day, at most so many days back."""
    oldest = day - timedelta(days=days)
    rows = await work.all("reports.before", day=day.isoformat(), unit_id=unit_id, oldest=oldest.isoformat())
    return next(iter(await told(work, rows, _report)), None)


async def last_days(work: Work, unit_id: int, day: date, days: int) -> list[Report]:
    """The unit's reports of so many days before that one, oldest first; silent days are left out."""
    oldest = day - timedelta(days=days)
    rows = await work.all("reports.last_days", unit_id=unit_id, day=day.isoformat(), oldest=oldest.isoformat())
    return await told(work, rows, _report)


async def of_unit_between(work: Work, unit_id: int, first: date, last: date | None) -> list[Report]:
    """The unit's reports of these days, both included, oldest first; without a last one, all since the first."""
    until = date.max if last is None else last
    rows = await work.all("reports.between", unit_id=unit_id, first=first.isoformat(), last=until.isoformat())
    return await told(work, rows, _report)


async def figures_between(work: Work, code: str, first: date, last: date) -> dict[date, dict[int, Decimal]]:
    """One figure of every unit that gave it, by day, both days included.

    It is picked out of the kept text: a month of a county is 33,000 reports, and to read each whole takes far longer.
    """
    found: dict[date, dict[int, Decimal]] = {}
    number = (await numbers(work)).of_code.get(code)
    if number is None:  # nobody has ever given it
        return found
    pattern = re.compile(rf'"{number}":(-?[\d.eE+-]+)')
    for row in await work.all("reports.figures_between", first=first.isoformat(), last=last.isoformat()):
        given = pattern.search(row["values_json"])
        if given is not None:
            found.setdefault(date.fromisoformat(row["day"]), {})[row["unit_id"]] = exact(given[1])
    return found


async def versions(work: Work, day: date, unit_id: int) -> list[Version]:
    """Every version that stood for the unit's day, first to last."""
    return await told(work, await work.all("reports.versions", day=day.isoformat(), unit_id=unit_id), _version)


async def as_of(work: Work, day: date, instant: datetime, flows: Iterable[str] = ()) -> dict[int, Values]:
    """Each unit's figures as they stood by what had been sent at that instant.

    flows: the form's flow codes (domain.reporting.flows), to which a zero report gives 0.
    """
    counted = frozenset(flows)
    said = await statements.as_of(work, day, instant)
    return {unit: fold([kept.statement for kept in by_unit], counted).values for unit, by_unit in said.items()}


async def contributions(work: Work, day: date, indicator: str) -> list[Contribution]:
    """The messages that made the day's figures of an indicator, unit by unit: what explains a total."""
    found = []
    for by_unit in (await statements.of_day(work, day)).values():
        kept_by_id = {kept.id: kept for kept in by_unit}
        for made in makers([kept.statement for kept in by_unit], indicator):
            value = made.values.get(indicator, Decimal(0))
            if value is not None:
                found.append(_contribution(kept_by_id[made.id], value))
    return found


async def days_reported(work: Work) -> list[date]:
    """Every day for which anything was reported, oldest first."""
    return [date.fromisoformat(row["day"]) for row in await work.all("reports.days_reported")]


async def save(work: Work, report: Report) -> None:
    """This is where the unit's day stands now; what it says is kept with its version."""
    await work.do(
        "reports.save",
        day=report.day.isoformat(),
        unit_id=report.unit_id,
        first_at=to_ms(report.first_at),
        version=report.version,
        open_questions=report.open_questions,
    )
    work.changed.add("reports")


async def count_questions(work: Work, day: date, unit_id: int, open_questions: int) -> None:
    """So many questions of the report are open now."""
    await work.do("reports.count_questions", day=day.isoformat(), unit_id=unit_id, open_questions=open_questions)
    work.changed.add("reports")


async def withdraw(work: Work, day: date, unit_id: int) -> None:
    """Nothing that was said of the day counts any more: the unit is silent again. Its versions stay."""
    await work.do("reports.withdraw", day=day.isoformat(), unit_id=unit_id)
    work.changed.add("reports")


async def newest_version(work: Work, day: date, unit_id: int) -> int:
    """The number of the latest version that ever stood; 0 before the first."""
    return int(await work.value("reports.newest_version", day=day.isoformat(), unit_id=unit_id) or 0)


async def begun(work: Work, day: date, unit_id: int) -> tuple[int, datetime | None]:
    """The number of the day's latest version, and when its first message was sent, whatever became of its wording."""
    row = await work.one("reports.begun", day=day.isoformat(), unit_id=unit_id)
    assert row is not None
    return row["version"] or 0, maybe_instant(row["first_at"])


async def save_version(work: Work, day: date, unit_id: int, version: Version) -> None:
    """Keep a version for good. One that says what its statement says is kept with it, and nowhere else."""
    log.info("version %d of unit %d's %s: %s", version.version, unit_id, day, version.reason)
    known = await numbers_for(work, version.values, version.cumulative)
    fields = {
        "day": day.isoformat(),
        "unit_id": unit_id,
        "version": version.version,
        "values_json": known.written(version.values),
        "cumulative_json": known.written(version.cumulative),
        "zero": int(version.zero),
        "said_at": to_ms(version.said_at),
        "person_id": version.person_id,
        "statement_id": version.statement_id,
        "reason": version.reason,
        "noted_at": maybe_ms(version.noted_at),
    }
    if version.texts or not await work.do("reports.point_at_statement", **fields):
        await work.do("reports.save_version", **fields, texts_json=dumps(version.texts))


async def running(work: Work) -> dict[int, Values]:
    """The sums over all days of every flow, by unit."""
    return {
        row["unit_id"]: dict(zip(row["indicators"].split(" "), map(Decimal, row["totals"].split(" ")), strict=True))
        for row in await work.all("reports.running")
    }


async def add_to_running(work: Work, unit_id: int, differences: Mapping[str, Decimal]) -> None:
    """Move the unit's sums by these differences."""
    if not differences:
        return
    rows = await work.all("reports.running_of", unit_id=unit_id)
    sums = {row["indicator"]: exact(row["total"]) for row in rows}
    moved = {code: sums.get(code, Decimal(0)) + by for code, by in differences.items()}
    await work.do_many("reports.set_running", _running_rows({unit_id: moved}))


async def summed_anew(work: Work, flows: Iterable[str]) -> dict[int, Values]:
    """The sums over all days, added up from the reports themselves."""
    counted = frozenset(flows)
    sums: dict[int, Values] = {}
    for unit_id, values in await told(work, await work.all("reports.every"), _figures):
        mine = sums.setdefault(unit_id, {})
        for code, value in values.items():
            if code in counted:
                mine[code] = mine.get(code, Decimal(0)) + value
    return sums


async def set_running(work: Work, sums: Mapping[int, Values]) -> None:
    """These are the sums over all days, and no others."""
    await work.do("reports.clear_running")
    await work.do_many("reports.set_running", _running_rows(sums))


def _running_rows(sums: Mapping[int, Values]) -> list[dict[str, object]]:
    return [
        {"unit_id": unit_id, "indicator": code, "total": str(plain(total))}
        for unit_id, values in sums.items()
        for code, total in values.items()
    ]


def _folded(row: Row, known: Numbers) -> Folded:
    texts = row["texts_json"]
    return Folded(
        known.values(row["values_json"]),
        known.values(row["cumulative_json"]),
        {} if texts == _NONE else json.loads(texts),
        bool(row["zero"]),
    )


def _figures(row: Row, known: Numbers) -> tuple[int, Values]:
    return row["unit_id"], known.values(row["values_json"])


def _report(row: Row, known: Numbers) -> Report:
    folded = _folded(row, known)
    return Report(
        day=date.fromisoformat(row["day"]),
        unit_id=row["unit_id"],
        values=folded.values,
        cumulative=folded.cumulative,
        texts=folded.texts,
        zero=folded.zero,
        first_at=from_ms(row["first_at"]),
        last_at=from_ms(row["last_at"]),
        version=row["version"],
        open_questions=row["open_questions"],
    )


def _version(row: Row, known: Numbers) -> Version:
    folded = _folded(row, known)
    return Version(
        version=row["version"],
        values=folded.values,
        cumulative=folded.cumulative,
        texts=folded.texts,
        zero=folded.zero,
        said_at=from_ms(row["said_at"]),
        person_id=row["person_id"],
        sender=row["sender"],
        statement_id=row["statement_id"],
        reason=row["reason"],
        raw=row["raw"] or "",
        noted_at=maybe_instant(row["noted_at"]),
    )


def _contribution(kept: statements.Kept, value: Decimal) -> Contribution:
    saying = kept.saying
    return Contribution(
        unit_id=saying.unit_id,
        value=value,
        person_id=saying.person_id,
        sender=saying.sender,
        proxy=saying.proxy,
        chat=saying.chat,
        message_id=saying.message_id,
        said_at=kept.statement.said_at,
        source=saying.source,
        raw=saying.raw,
    )
