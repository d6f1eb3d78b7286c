"""A figure's last days, and a unit's: what is told as a picture with a few words."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from actions.ordered import order_of
from actions.tasks import due_fields, pace_fields, pace_of_unit
from actions.unitlists import sign_state
from domain.forms import Indicator
from domain.levels import closes
from domain.numbers import plain
from domain.outgoing import Act, Button, Buttons, Outgoing
from domain.standing import Heard, Mark, standing
from domain.town import Town
from domain.trends import SPANS, Trend, trend
from domain.units import Unit, UnitTree
from storage import excuses, outbox, reports, tasks, units
from storage.reports import Report
from storage.work import Work

UNIT_DAYS = 14
_MOST_CHARTS = 6
Judged = list[tuple[date, Mark | None, Report | None]]
"""A unit's days, oldest first: how each is judged (None: there was no cycle), and its report."""


async def show(
    work: Work, town: Town, indicator: Indicator, node: int | None, span: int, now: datetime, chat: int, key: str
) -> None:
    """Write the picture of a figure's last days to the chat; where nobody gave it, the words alone."""
    fields = await fields_of(work, town, indicator, node, span, now)
    known = any(value is not None for value in fields["values"])
    act = Act.PICTURES if known else Act.SEND  # a picture of nothing says less than a line
    await outbox.put(work, Outgoing(key, chat, "trend", fields, _other_spans(indicator, node, span), act=act), now)


async def fields_of(
    work: Work, town: Town, indicator: Indicator, node: int | None, span: int, now: datetime
) -> dict[str, Any]:
    """What words and picture show of a figure of a node (None: the town) in its last days."""
    tree, today = await units.tree(work), town.day_of(now)
    first = today - timedelta(days=span - 1)
    figures = await reports.figures_between(work, indicator.code, first, today)
    found = trend(figures, (unit.id for unit in tree.counted(node)), today, span)
    return {
        "paper": ["trend"],
        "day": today.isoformat(),
        "node": town.name if node is None else tree.units[node].name,
        "code": indicator.code,
        "span": span,
        "at": f"{town.local(now):%H:%M}",
        "days": [day.isoformat() for day in found.days],
        "values": [_plain(value) for value in found.values],
        **_compared(found, flow=indicator.kind == "flow"),
    }


def _compared(found: Trend, *, flow: bool) -> dict[str, Any]:
    most, least = found.most, found.least
    return {
        "usual": _plain(found.usual),
        "most": None if most is None else [most[0].isoformat(), plain(most[1])],
        "least": None if least is None else [least[0].isoformat(), plain(least[1])],
        "total": plain(found.total) if flow and found.known else None,
    }


def _other_spans(indicator: Indicator, node: int | None, span: int) -> Buttons:
    others = [days for days in SPANS if days != span]
    data = [(days, f"trend/{indicator.code}/{node or 0}/{days}") for days in others]
    return (tuple(Button("button-trend", place, {"n": days}) for days, place in data),)


def _plain(value: Decimal | None) -> int | float | None:
    return None if value is None else plain(value)


async def unit_marks(work: Work, town: Town, unit: Unit, today: date) -> Judged:
    """The unit's last days, today among them."""
    first = today - timedelta(days=UNIT_DAYS - 1)
    given = await reports.last_days(work, unit.id, today + timedelta(days=1), UNIT_DAYS)
    known = {report.day: report for report in given}
    tree, alone = await units.tree(work), UnitTree.of([unit])
    judged: Judged = []
    for day in (first + timedelta(days=n) for n in range(UNIT_DAYS)):
        order, report = await order_of(work, town, day), known.get(day)
        heard = {} if report is None else {unit.id: Heard(report.first_at, report.open_questions)}
        excused = await excuses.in_force(work, day)
        marks = standing(alone, heard, excused, closes(town, day, order, tree)).marks
        judged.append((day, None if order.skipped and report is None else marks.get(unit.id), report))
    return judged


async def recent(work: Work, town: Town, unit: Unit, today: date, now: datetime) -> dict[str, Any]:
    """How the unit's days before today went, and the tasks that it has not done, as fields of what is said of it."""
    judged = await unit_marks(work, town, unit, today)
    marks = [mark for _, mark in _since_heard(judged[:-1])]
    states = [sign_state(mark) for mark in marks]
    counts = {state: states.count(state) for state in ("late", "silent", "excused")}
    in_time = sum(mark.on_time is True for mark in marks)
    open_tasks = [
        {
            "number": str(task.number),
            "title": task.title,
            "state": str(task.state),
            **due_fields(town, task.due_at, now),
        }
        for task in await tasks.open_for_unit(work, unit.id)
    ]
    return {
        "recent": {"days": len(states), "on_time": in_time, **counts} if states else None,
        "tasks": open_tasks,
        "pace": pace_fields(await pace_of_unit(work, town, unit.id, today, now)),
    }


def _since_heard(judged: Judged) -> list[tuple[date, Mark]]:
    """The days with a cycle, from the first on which the unit was heard of: before it may not have been here at all."""
    first = next((n for n, (_, _, report) in enumerate(judged) if report is not None), len(judged))
    return [(day, mark) for day, mark, _ in judged[first:] if mark is not None]


async def show_unit(work: Work, town: Town, unit: Unit, today: date, now: datetime, chat: int, key: str) -> None:
    """Write the picture of a unit's last days to the chat: when it reported, and what it gave most often."""
    judged = await unit_marks(work, town, unit, today)
    figures = {day: report.values for day, _, report in judged if report is not None}
    fields = {
        "paper": ["unit"],
        "day": today.isoformat(),
        "node": unit.name,
        "at": f"{town.local(now):%H:%M}",
        "days": [_cell(town, day, mark) for day, mark, _ in judged],
        "charts": [
            {"code": code, "values": [_plain(figures.get(day, {}).get(code)) for day, _, _ in judged]}
            for code in _charted(town, figures)
        ],
        **await recent(work, town, unit, today, now),
    }
    await outbox.put(work, Outgoing(key, chat, "unit-pictures", fields, act=Act.PICTURES), now)


def _cell(town: Town, day: date, mark: Mark | None) -> dict[str, str]:
    at = "" if mark is None or mark.first_at is None else f"{town.local(mark.first_at):%H:%M}"
    return {"on": day.isoformat(), "state": sign_state(mark), "at": at}


def _charted(town: Town, figures: Mapping[date, Mapping[str, Decimal]]) -> list[str]:
    """The figures that the unit gave, above zero, on most days, in the form's order."""
    given = [code for values in figures.values() for code, value in values.items() if value]
    often = sorted(set(given), key=lambda code: -given.count(code))[:_MOST_CHARTS]
    return [indicator.code for indicator in town.form.indicators if indicator.code in often]
