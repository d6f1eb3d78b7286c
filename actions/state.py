"""The day for programs: one document, stable, described in docs/state.md."""

from datetime import date, datetime
from typing import Any

from actions.picture import Picture, picture
from actions.tasks import pace_fields, pace_of_days
from actions.tasks.goals import progress_of
from domain.cycle import steps_of
from domain.instants import to_ms
from domain.numbers import plain, plain_values
from domain.pace import Pace, minutes_between
from domain.targets import Progress
from domain.tasks import Task, TaskState
from domain.totals import by_node
from domain.town import Town
from domain.units import Unit
from domain.verifying import standing
from storage import days, outbox, questions, task_numbers, tasks
from storage.questions import Question
from storage.work import Work


async def state(work: Work, town: Town, day: date, now: datetime) -> dict[str, Any]:
    """Everything about a day as plain JSON values; instants are ISO 8601 on the town's clock."""
    seen = await picture(work, town, day)
    return {
        "day": day.isoformat(),
        "steps": await _steps(work, town, seen, now),
        "units": await _units(work, town, seen, now),
        "totals": _totals(seen),
        "tasks": await _tasks(work, town, seen),
        "outbox": await outbox.counts(work),
    }


def _instant(town: Town, instant: datetime | None) -> str | None:
    """On the town's clock, in whole milliseconds where it has any."""
    if instant is None:
        return None
    spec = "milliseconds" if to_ms(instant) % 1000 else "seconds"
    return town.local(instant).isoformat(timespec=spec)


async def _steps(work: Work, town: Town, seen: Picture, now: datetime) -> list[dict[str, Any]]:
    """Every step of the day: those that are settled, and those that wait."""
    settled = await days.settled(work, seen.day)
    waiting = [step for step in steps_of(town, seen.day, seen.order) if step.name not in settled]
    rows: list[tuple[datetime, str, str, datetime | None]] = [
        (step.due_at, step.name, step.state, step.done_at) for step in settled.values()
    ]
    rows += [(step.at, step.name, "waiting", None) for step in waiting]
    return [
        {"name": name, "due_at": _instant(town, due), "state": said, "done_at": _instant(town, done)}
        for due, name, said, done in sorted(rows, key=lambda row: (row[0], row[3] or now))
    ]


async def _units(work: Work, town: Town, seen: Picture, now: datetime) -> list[dict[str, Any]]:
    asked: dict[int, list[Question]] = {}
    for question in await questions.open_of_day(work, seen.day):
        asked.setdefault(question.unit_id, []).append(question)
    paces = await pace_of_days(work, town, seen.day, now)
    return [
        {**_unit(town, seen, unit, asked.get(unit.id, [])), "pace": pace_fields(paces.get(unit.id, Pace()))}
        for unit in seen.tree.subtree(None)
    ]


def _unit(town: Town, seen: Picture, unit: Unit, asked: list[Question]) -> dict[str, Any]:
    report, mark = seen.reports.get(unit.id), seen.standing.marks.get(unit.id)
    parent = seen.tree.units.get(unit.parent_id or 0)
    return {
        "code": unit.code,
        "name": unit.name,
        "parent": None if parent is None else parent.code,
        "reports": unit.reports,
        "state": None if mark is None else str(mark.state),
        "first_at": None if report is None else _instant(town, report.first_at),
        "on_time": None if mark is None else mark.on_time,
        "values": {} if report is None else plain_values(report.values),
        "cumulative": {} if report is None else plain_values(report.cumulative),
        "texts": {} if report is None else dict(report.texts),
        "open_questions": [_question(question) for question in asked],
        "versions": 0 if report is None else report.version,
    }


def _question(question: Question) -> dict[str, Any]:
    value = None if question.value is None else plain(question.value)
    return {"indicator": question.indicator, "value": value, "text": question.quote, "reason": question.reason}


def _totals(seen: Picture) -> dict[str, dict[str, int | float]]:
    """Each node's own subtree, by code; `*` is the whole town."""
    totals = by_node(seen.tree, seen.figures)
    named = {unit.code: plain_values(totals[unit.id]) for unit in seen.tree.subtree(None)}
    return {"*": plain_values(totals[None]), **named}


def _minutes(task: Task, instant: datetime | None) -> float | None:
    """Minutes from the task's publication, to a tenth."""
    minutes = minutes_between(task.published_at, instant)
    return None if minutes is None else round(minutes, 1)


async def _tasks(work: Work, town: Town, seen: Picture) -> list[dict[str, Any]]:
    """The tasks that were out by the end of the day."""
    published = await tasks.in_state(work, TaskState.PUBLISHED)
    known = [task for task in published if task.published_at and town.day_of(task.published_at) <= seen.day]
    return [await _task(work, town, seen, task) for task in known]


async def _task(work: Work, town: Town, seen: Picture, task: Task) -> dict[str, Any]:
    said: dict[int, list[str]] = {}
    for feedback in await tasks.feedback(work, task.number):
        said.setdefault(feedback.unit_id, []).append(feedback.text)
    places = await tasks.places(work, task.number)
    goals = await progress_of(work, task.number, [place.unit_id for place in places], seen.tree)
    numbers = await task_numbers.of_task(work, task.number)
    return {
        "number": task.number,
        "title": task.title,
        "due_at": _instant(town, task.due_at),
        "published_at": _instant(town, task.published_at),
        "verify": task.verify,
        "urgent": task.urgent,
        "series": task.series,
        "targets": [_target(one) for one in goals],
        "units": {
            seen.tree.units[place.unit_id].code: {
                "state": str(place.state),
                "answered_at": _instant(town, place.answered_at),
                "done_at": _instant(town, place.done_at),
                "first_minutes": _minutes(task, place.answered_at),
                "done_minutes": _minutes(task, place.done_at),
                "verification": standing(task, place) or None,
                "verified_at": _instant(town, place.verified_at),
                "returned": place.returned,
                "feedback": said.get(place.unit_id, []),
                "number": plain(numbers[place.unit_id]) if place.unit_id in numbers else None,
            }
            for place in places
            if place.unit_id in seen.tree.units
        },
    }


def _target(one: Progress) -> dict[str, Any]:
    """A target with what is reported of it; `units_filled` counts those that have reached what each of them is to."""
    return {
        "indicator": one.goal.indicator,
        "amount": plain(one.goal.amount),
        "each": one.goal.each,
        "reached": plain(one.reached),
        "units_filled": one.full_units if one.goal.each else None,
    }
