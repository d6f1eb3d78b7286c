"""What the synthetic town knows to be true, from what was really said and when: the other side of the comparison."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal

from drill.wardens.acts import (
    Act,
    Confirmed,
    Decided,
    Drafted,
    Excused,
    Meaning,
    Pictured,
    Reported,
    Returned,
    Settled,
    TaskAnswered,
    TaskState,
)
from drill.wardens.roster import ROOT, Town
from drill.wardens.said import Said
from drill.wardens.sheet import Sheet


@dataclass(frozen=True)
class Statement:
    """One message's share of a unit's day; `at` is its date, which an edit does not change."""

    at: datetime
    key: str
    said: Said


@dataclass(frozen=True)
class UnitTruth:
    """A unit's day. `state` is reported, questions (reported with open ones), silent or excused.

    A zero report gives 0 for every flow that nobody gave.
    """

    code: str
    values: Mapping[str, Decimal]
    cumulative: Mapping[str, Decimal]
    texts: Mapping[str, str]
    zero: bool
    first_at: datetime | None
    on_time: bool | None
    open_questions: int
    pictures: int
    albums: int
    state: str


@dataclass(frozen=True)
class AnswerTruth:
    """How a unit stands with a task.

    answered_at  its first sign of life; who sends something back has seen the task
    done_at      when it said that it is done
    feedback     messages with words, besides answers
    """

    state: TaskState = TaskState.SILENT
    answered_at: datetime | None = None
    done_at: datetime | None = None
    feedback: int = 0
    pictures: int = 0


@dataclass(frozen=True)
class TaskTruth:
    """A task: for whom, whether it goes out (None: nobody confirmed it) and at once, and each unit's answer."""

    draft: Drafted
    written_at: datetime
    at_once: bool | None = None
    confirmed_at: datetime | None = None
    answers: Mapping[str, AnswerTruth] = field(default_factory=dict)

    @property
    def goes_out(self) -> bool:
        """Whether somebody confirmed it."""
        return self.at_once is not None


class Ledger:
    """Told of every act that really happened, with the date that the server gave it; asked at the end of the day."""

    def __init__(self, town: Town, sheet: Sheet, closes_at: datetime) -> None:
        self._town = town
        self._flows = [field.code for field in sheet.fields if not field.stock]
        self._closes_at = closes_at
        self._statements: dict[str, dict[str, Statement]] = {unit.code: {} for unit in town.reporting()}
        self._answers: dict[str, list[Statement]] = {unit.code: [] for unit in town.reporting()}
        self._open: dict[str, dict[str | None, str]] = {unit.code: {} for unit in town.reporting()}
        self._pictures: dict[str, list[int]] = {unit.code: [] for unit in town.reporting()}
        self._excused: set[str] = set()
        self.decisions: list[tuple[datetime, str]] = []
        self.tasks: dict[str, TaskTruth] = {}

    def happened(self, act: Act, at: datetime) -> None:
        """The act was done; `at` is the message's date, for a press the instant of the tap."""
        for meaning in act.means:
            self._learn(meaning, at)

    def _learn(self, meaning: Meaning, at: datetime) -> None:
        match meaning:
            case Reported(unit, said, message):
                self._report(unit, said, message, at)
            case Settled(unit, indicator, value):
                self._settle(unit, indicator, value, at)
            case Pictured(unit, pictures, None):
                self._pictures[unit].append(pictures)
            case Excused(unit):
                self._excused.add(unit)
            case Decided(text):
                self.decisions.append((at, text))
            case Drafted():
                self.tasks[meaning.task] = TaskTruth(meaning, at)
            case Confirmed(task, at_once):
                self.tasks[task] = replace(self.tasks[task], at_once=at_once, confirmed_at=at)
            case Returned(unit, task):
                self._return(unit, task)
            case Pictured() | TaskAnswered():
                self._answer_task(meaning, at)

    def _report(self, unit: str, said: Said, message: str, at: datetime) -> None:
        """An edit keeps the date of the message that it changes, so it can never make a unit late; the figures that it
        changes are said anew."""
        first = self._statements[unit].get(message)
        self._statements[unit][message] = Statement(first.at if first else at, message, said)
        if first:
            anew = {code: value for code, value in said.truth.items() if first.said.truth.get(code) != value}
            self._answers[unit].append(Statement(at, message, Said("", truth=anew)))
        for doubt in said.doubts:
            self._open[unit][doubt.indicator] = message

    def _settle(self, unit: str, indicator: str | None, value: Decimal | None, at: datetime) -> None:
        self._open[unit].pop(indicator, None)
        if indicator is not None and value is not None:
            self._answers[unit].append(Statement(at, "", Said("", truth={indicator: value})))

    def _return(self, unit: str, key: str) -> None:
        task = self.tasks[key]
        back = replace(task.answers[unit], state=TaskState.RETURNED, done_at=None)
        self.tasks[key] = replace(task, answers={**task.answers, unit: back})

    def _answer_task(self, meaning: TaskAnswered | Pictured, at: datetime) -> None:
        if meaning.task is None:
            return
        task = self.tasks[meaning.task]
        before = task.answers.get(meaning.unit, AnswerTruth())
        after = replace(before, answered_at=min(before.answered_at or at, at))
        if before.state is TaskState.SILENT:
            after = replace(after, state=TaskState.SEEN)
        if isinstance(meaning, Pictured):
            after = replace(after, pictures=before.pictures + meaning.pictures)
        else:
            after = _moved(after, meaning, at)
        self.tasks[meaning.task] = replace(task, answers={**task.answers, meaning.unit: after})

    def unit(self, code: str) -> UnitTruth:
        """What is true of that unit's day by now."""
        said = sorted([*self._statements[code].values(), *self._answers[code]], key=lambda one: one.at)
        values, cumulative, texts, zero = _folded(one.said for one in said)
        if zero:
            values = {**dict.fromkeys(self._flows, Decimal(0)), **values}
        first = min((one.at for one in self._statements[code].values()), default=None)
        return UnitTruth(
            code=code,
            values=values,
            cumulative=cumulative,
            texts=texts,
            zero=zero,
            first_at=first,
            on_time=None if first is None else first <= self._closes_at,
            open_questions=len(self._open[code]),
            pictures=sum(self._pictures[code]),
            albums=len(self._pictures[code]),
            state=self._state(code, first),
        )

    def _state(self, code: str, first: datetime | None) -> str:
        if first is None:
            return "excused" if code in self._excused else "silent"
        return "questions" if self._open[code] else "reported"

    def units(self) -> dict[str, UnitTruth]:
        """Every reporting unit's day, by code."""
        return {unit.code: self.unit(unit.code) for unit in self._town.reporting()}

    def reports(self) -> list[tuple[str, str]]:
        """(unit, key of the act) of every message that reported."""
        return [(unit, key) for unit, said in self._statements.items() for key in said]

    def totals(self, node: str = ROOT) -> dict[str, Decimal]:
        """The sums over the node's subtree; an indicator that nobody gave is absent."""
        sums: dict[str, Decimal] = {}
        for unit in self._town.under(node):
            for code, value in self.unit(unit.code).values.items():
                sums[code] = sums.get(code, Decimal(0)) + value
        return sums

    def alerts(self, indicators: Iterable[str]) -> dict[tuple[str, str], Decimal]:
        """The alert values that the command chat must have heard of, by (unit, indicator)."""
        wanted = set(indicators)
        return {
            (truth.code, code): value
            for truth in self.units().values()
            for code, value in truth.values.items()
            if code in wanted and value > 0
        }


def _moved(answer: AnswerTruth, meaning: TaskAnswered, at: datetime) -> AnswerTruth:
    """The last answer stands, but 收到 takes nothing back."""
    feedback = answer.feedback + meaning.feedback
    if meaning.state is None or (meaning.state is TaskState.SEEN and answer.state is not TaskState.SILENT):
        return replace(answer, feedback=feedback)
    done_at = at if meaning.state is TaskState.DONE else answer.done_at
    return replace(answer, state=meaning.state, done_at=done_at, feedback=feedback)


Folded = tuple[dict[str, Decimal], dict[str, Decimal], dict[str, str], bool]


def _folded(said: Iterable[Said]) -> Folded:
    """Statements in their order: a later one replaces what it names, or adds to it; figures end a zero report."""
    values: dict[str, Decimal] = {}
    cumulative: dict[str, Decimal] = {}
    texts: dict[str, str] = {}
    zero = False
    for one in said:
        for code, value in one.truth.items():
            values[code] = values.get(code, Decimal(0)) + value if one.mode == "add" else value
        cumulative |= one.cumulative
        texts |= one.texts
        zero = one.zero or (zero and not one.truth)
    return values, cumulative, texts, zero
