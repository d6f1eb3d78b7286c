"""Where the units stand: who has reported, who not, who in time. One judgement for board, roll-call and brief."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from domain.levels import Closes
from domain.units import UnitTree


class State(StrEnum):
    """Where a unit's day stands."""

    REPORTED = "reported"
    QUESTIONS = "questions"
    SILENT = "silent"
    EXCUSED = "excused"


@dataclass(frozen=True)
class Heard:
    """What the judgement needs of a unit's report: when it was first sent, and what is still asked about it."""

    first_at: datetime
    open_questions: int = 0


@dataclass(frozen=True)
class Mark:
    """One unit's standing. `on_time` is None while it has not reported; `excused` units are in no rate."""

    unit_id: int
    state: State
    first_at: datetime | None = None
    on_time: bool | None = None
    excused: bool = False
    open_questions: int = 0

    @property
    def late(self) -> bool:
        """Reported after the close."""
        return self.on_time is False

    @property
    def has_reported(self) -> bool:
        """Its report is there, asked about or not."""
        return self.first_at is not None


@dataclass(frozen=True)
class Standing:
    """The marks of every unit that answers each day, by unit, in the tree's order."""

    marks: Mapping[int, Mark]

    def within(self, tree: UnitTree, node: int | None) -> "Standing":
        """Only the node and what is below it."""
        if node is None:
            return self
        return Standing({unit.id: self.marks[unit.id] for unit in tree.subtree(node) if unit.id in self.marks})

    def among(self, nodes: Iterable[int | None], tree: UnitTree) -> "Standing":
        """Only what stands below one of these nodes."""
        wanted = tuple(nodes)
        if None in wanted:
            return self
        kept = {unit.id for node in wanted if node in tree.units for unit in tree.subtree(node)}
        return Standing({unit: mark for unit, mark in self.marks.items() if unit in kept})

    def of(self, state: State) -> tuple[int, ...]:
        """The units in that state."""
        return tuple(unit for unit, mark in self.marks.items() if mark.state is state)

    @cached_property
    def counts(self) -> dict[State, int]:
        """How many units are in each state."""
        return {state: len(self.of(state)) for state in State}

    @property
    def silent(self) -> tuple[int, ...]:
        """The units from which nothing has come, excused ones left out."""
        return self.of(State.SILENT)

    @property
    def late(self) -> tuple[int, ...]:
        """The units that reported after the close."""
        return tuple(unit for unit, mark in self.marks.items() if mark.late)

    @property
    def heard(self) -> int:
        """How many have reported."""
        return sum(mark.has_reported for mark in self.marks.values())

    @property
    def expected(self) -> int:
        """How many are to report, and those that did so although excused."""
        return len(self.marks) - self.counts[State.EXCUSED]

    @property
    def rate(self) -> int | None:
        """The share that reported in time, in per cent, of those not excused; None when all are excused.

        Rounded down: 100 is said only of a day on which nobody was late.
        """
        judged = [mark for mark in self.marks.values() if not mark.excused]
        return 100 * sum(mark.on_time is True for mark in judged) // len(judged) if judged else None


def standing(tree: UnitTree, reports: Mapping[int, Heard], excused: Container[int], closes: Closes) -> Standing:
    """Judge every unit that answers each day, by when its people pressed send, at its own close or the nearest above.

    In time is up to and including the closing instant. A later correction changes nothing: only the first submission
    is looked at.
    """
    return Standing(
        {
            unit.id: _mark(unit.id, reports.get(unit.id), unit.id in excused, closes.of(unit.id))
            for unit in tree.reporting()
        }
    )


def _mark(unit_id: int, heard: Heard | None, excused: bool, close: datetime) -> Mark:
    if heard is None:
        return Mark(unit_id, State.EXCUSED if excused else State.SILENT, excused=excused)
    state = State.QUESTIONS if heard.open_questions else State.REPORTED
    return Mark(unit_id, state, heard.first_at, heard.first_at <= close, excused, heard.open_questions)
