"""Tasks that repeat: their rules, and the tasks that came of them, one a day."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.instants import from_ms, maybe_ms, to_ms
from domain.repeats import Rule, SeriesState
from domain.tasks import Draft
from storage.work import Row, Work, dumps


@dataclass(frozen=True)
class Series:
    """A task that repeats: what it says each time (`task`, without a deadline's instant), and when."""

    number: int
    task: Draft
    scope: tuple[int, ...] | None
    rule: Rule
    state: SeriesState
    made_by: int | None
    made_in: int | None
    made_at: datetime


async def add(
    work: Work,
    written: Draft,
    scope: Sequence[int] | None,
    rule: Rule,
    made_by: int | None,
    made_in: int,
    now: datetime,
) -> int:
    """Keep a new one as a draft; its number."""
    return int(
        await work.value(
            "series.add",
            **_written(written, scope),
            weekdays="".join(str(day) for day in sorted(rule.weekdays)),
            until_day=None if rule.until is None else rule.until.isoformat(),
            made_by=made_by,
            made_in=made_in,
            now=to_ms(now),
        )
    )


def _written(written: Draft, scope: Sequence[int] | None) -> dict[str, object]:
    return {
        "title": written.title,
        "body": written.body,
        "audience_json": dumps(list(written.audience)),
        "scope_json": dumps(None if scope is None else list(scope)),
        "due_words": written.due_words,
        "photo": int(written.photo),
        "verify": int(bool(written.verify)),
        "goals": written.goals,
        "asks": written.asks,
    }


async def by_number(work: Work, number: int) -> Series | None:
    """The repeating task of that number, in whatever state."""
    row = await work.one("series.by_number", number=number)
    return None if row is None else _series(row)


async def in_force(work: Work) -> list[Series]:
    """All that have not ended, oldest first."""
    return [_series(row) for row in await work.all("series.in_force")]


async def set_state(work: Work, number: int, state: SeriesState) -> None:
    """It runs, rests or has ended from now on."""
    await work.do("series.set_state", number=number, state=state.value)


async def make(
    work: Work, series: Series, day: date, due: datetime | None, publish_day: date, now: datetime
) -> int | None:
    """The task of that day, confirmed for the day at whose hour it goes out; its number, None when there was one."""
    made = await work.value(
        "series.make",
        **_written(series.task, series.scope),
        series=series.number,
        series_day=day.isoformat(),
        due_at=maybe_ms(due),
        publish_day=publish_day.isoformat(),
        made_by=series.made_by,
        made_in=series.made_in,
        now=to_ms(now),
    )
    return None if made is None else int(made)


async def newest_day(work: Work, number: int) -> date | None:
    """The latest day for which it has given a task."""
    day = await work.value("series.newest_day", series=number)
    return None if day is None else date.fromisoformat(day)


def _series(row: Row) -> Series:
    scope, until = json.loads(row["scope_json"]), row["until_day"]
    task = Draft(
        row["title"],
        row["body"],
        tuple(json.loads(row["audience_json"])),
        due_words=row["due_words"],
        photo=bool(row["photo"]),
        verify=bool(row["verify"]),
        goals=row["goals"],
        asks=row["asks"],
    )
    return Series(
        number=row["number"],
        task=task,
        scope=None if scope is None else tuple(scope),
        rule=Rule(frozenset(int(day) for day in row["weekdays"]), None if until is None else date.fromisoformat(until)),
        state=SeriesState(row["state"]),
        made_by=row["made_by"],
        made_in=row["made_in"],
        made_at=from_ms(row["made_at"]),
    )
