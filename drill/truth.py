"""What the town knows to be true at the end of the day, as one JSON document: for people, and for whoever checks a file
that the bot has made against it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.numbers import plain_values
from drill.wardens.ledger import AnswerTruth, Ledger, TaskTruth, UnitTruth
from drill.wardens.roster import Town


def told(town: Town, ledger: Ledger) -> dict[str, Any]:
    """Units and the sums of nodes by code, tasks by title; instants as ISO 8601."""
    return {
        "units": {code: _unit(unit) for code, unit in ledger.units().items()},
        "totals": {node.code: plain_values(ledger.totals(node.code)) for node in town.units},
        "tasks": {task.draft.title: _task(task) for task in ledger.tasks.values() if task.goes_out},
    }


def _unit(unit: UnitTruth) -> dict[str, Any]:
    return {
        "state": unit.state,
        "on_time": unit.on_time,
        "first_at": _instant(unit.first_at),
        "values": plain_values(unit.values),
        "texts": dict(unit.texts),
    }


def _task(task: TaskTruth) -> dict[str, Any]:
    answers: Mapping[str, AnswerTruth] = task.answers
    return {
        "due_at": _instant(task.draft.due_at),
        "units": {code: _answer(answers.get(code, AnswerTruth())) for code in task.draft.units},
    }


def _answer(answer: AnswerTruth) -> dict[str, Any]:
    return {
        "state": answer.state.value,
        "answered_at": _instant(answer.answered_at),
        "done_at": _instant(answer.done_at),
    }


def _instant(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
