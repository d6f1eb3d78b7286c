"""The bot's account of the day against what the town knows to be true; any difference is a failure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.numbers import plain_values
from drill.wardens.ledger import AnswerTruth, Ledger, TaskTruth, UnitTruth
from drill.wardens.roster import Town

# A tap carries no date of Telegram's: the bot goes by when it took it in, the town by when it was made.
TAP_SECONDS = 300.0


@dataclass(frozen=True)
class Difference:
    """Something that the bot holds to be otherwise than it is."""

    subject: str
    what: str
    truth: object
    bot: object

    def __str__(self) -> str:
        return f"{self.subject} {self.what}: true {self.truth!r}, bot {self.bot!r}"


@dataclass(frozen=True)
class Comparison:
    """The outcome: how many units, totals and tasks are equal, of how many, and every difference."""

    units: tuple[int, int]
    nodes: tuple[int, int]
    tasks: tuple[int, int]
    differences: tuple[Difference, ...]

    @property
    def equal(self) -> bool:
        """Whether there is no difference."""
        return not self.differences


def compare(state: Mapping[str, Any], town: Town, ledger: Ledger, tap_seconds: float = TAP_SECONDS) -> Comparison:
    """Units (state, values, running totals, texts, first report, lateness), totals by node, tasks unit by unit."""
    told = {unit["code"]: unit for unit in state["units"]}
    units = [list(_unit(truth, told.get(code))) for code, truth in ledger.units().items()]
    nodes = [list(_node(node.code, state["totals"], ledger)) for node in town.units]
    tasks = [list(_task(truth, state["tasks"], tap_seconds)) for truth in ledger.tasks.values()]
    outcomes = (units, nodes, tasks)
    scores = [(sum(not found for found in parts), len(parts)) for parts in outcomes]
    steps = _steps(state["steps"])
    differences = tuple(one for parts in outcomes for found in parts for one in found) + tuple(steps)
    return Comparison(scores[0], scores[1], scores[2], differences)


def _unit(truth: UnitTruth, told: Mapping[str, Any] | None) -> Iterable[Difference]:
    if told is None:
        yield Difference(truth.code, "unit", "there", "missing")
        return
    wanted: dict[str, object] = {
        "state": truth.state,
        "values": plain_values(truth.values),
        "cumulative": plain_values(truth.cumulative),
        "texts": dict(truth.texts),
        "first_at": truth.first_at and truth.first_at.timestamp(),
        "on_time": truth.on_time,
        "open_questions": truth.open_questions,
    }
    got = {**told, "first_at": _instant(told["first_at"]), "open_questions": len(told["open_questions"])}
    for what, true in wanted.items():
        if got[what] != true:
            yield Difference(truth.code, what, true, got[what])


def _node(code: str, totals: Mapping[str, Any], ledger: Ledger) -> Iterable[Difference]:
    true = plain_values(ledger.totals(code))
    told = totals.get(code, {})
    if told != true:
        yield Difference(code, "totals", true, told)


def _task(truth: TaskTruth, told: Iterable[Mapping[str, Any]], tap_seconds: float) -> Iterable[Difference]:
    title = truth.draft.title
    found = [task for task in told if task["title"] == title]
    out = [task for task in found if task["published_at"]]
    if bool(out) is not truth.goes_out:
        yield Difference(title, "published", truth.goes_out, bool(out))
        return
    if len(found) > 1:
        yield Difference(title, "tasks of that title", 1, len(found))
    for task in out:
        yield from _answers(truth, task, tap_seconds)


def _answers(truth: TaskTruth, task: Mapping[str, Any], tap_seconds: float) -> Iterable[Difference]:
    if set(task["units"]) != set(truth.draft.units):
        yield Difference(truth.draft.title, "units", sorted(truth.draft.units), sorted(task["units"]))
        return
    due = _instant(task["due_at"])
    if due != truth.draft.due_at.timestamp():
        yield Difference(truth.draft.title, "due", truth.draft.due_at.isoformat(), task["due_at"])
    for code, told in task["units"].items():
        answer = truth.answers.get(code, AnswerTruth())
        subject = f"{truth.draft.title}/{code}"
        if told["state"] != answer.state.value:
            yield Difference(subject, "state", answer.state.value, told["state"])
        for what, true in (("answered_at", answer.answered_at), ("done_at", answer.done_at)):
            if not _same_instant(true, told[what], tap_seconds):
                yield Difference(subject, what, true and true.isoformat(), told[what])


def _same_instant(true: datetime | None, told: str | None, tap_seconds: float) -> bool:
    if true is None or told is None:
        return true is None and told is None
    return abs(datetime.fromisoformat(told) - true) <= timedelta(seconds=tap_seconds)


def _steps(steps: Iterable[Mapping[str, Any]]) -> Iterable[Difference]:
    """Each step of the day happened, and once."""
    seen: set[str] = set()
    for step in steps:
        if step["name"] in seen:
            yield Difference(step["name"], "step", "once", "twice")
        seen.add(step["name"])
        if step["state"] not in ("done", "missed"):
            yield Difference(step["name"], "step", "done", step["state"])


def _instant(told: str | None) -> float | None:
    return None if told is None else datetime.fromisoformat(told).timestamp()
