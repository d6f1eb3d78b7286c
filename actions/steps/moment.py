"""The moment at which a step of the day is done."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime

from actions.picture import Picture
from actions.scope import is_whole
from domain.cycle import DayOrder, Due
from domain.levels import TOWN, levels
from domain.standing import Standing
from domain.town import Town
from domain.units import UnitTree
from storage.work import Work


@dataclass(frozen=True)
class Moment:
    """Which step of which local day, what was ordered of that day, and the program's time."""

    day: date
    step: Due
    order: DayOrder
    now: datetime

    def close(self, seen: Picture) -> datetime:
        """The close that the step is about: its level's, or the town's."""
        return seen.closes.at(self.step.level)

    def concerns(self, town: Town, tree: UnitTree, node: int | None) -> bool:
        """Whether the step is that of the node's own level (None: the town's), and not done for it before."""
        known = levels(town, tree)
        if self.step.level is None or node is None or known.hour(node) != self.step.level:
            return known.hour(node) == self.step.level
        return known.desks[node] in self.step.desks

    def told(self, town: Town, seen: Picture, node: int | None) -> Standing | None:
        """What whoever watches over the node is told of: all of it at its own close.

        At the earlier close of some that stand right below it, these; None when the step is none of theirs.
        """
        known, desk = levels(town, seen.tree), TOWN if is_whole(node, seen.tree) else node
        if self.concerns(town, seen.tree, node):
            return seen.standing.within(seen.tree, node)
        if desk not in self.step.desks:
            return None
        marks = seen.standing.marks
        return Standing({u: marks[u] for u in marks if known.hour(u) == self.step.level and known.desks[u] == desk})


Doer = Callable[[Work, Town, Moment], Awaitable[dict[str, int]]]
