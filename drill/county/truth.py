"""What is true of the county's day: each unit's figures and standing, and what they come to at every node."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from domain.numbers import plain_values
from drill.county.tree import LEVELS, County, Node

Figures = Mapping[str, Decimal]


@dataclass
class UnitDay:
    """A unit's day as it truly is: its figures, when it was first sent, whether somebody still has to answer."""

    values: Figures = field(default_factory=dict)
    first_at: datetime | None = None
    asked: bool = False
    excused: bool = False

    def state(self, closes: datetime) -> str:
        """reported, late, questions, silent, excused: as lists count it."""
        if self.first_at is None:
            return "excused" if self.excused else "silent"
        if self.asked:
            return "questions"
        return "reported" if self.first_at <= closes else "late"


@dataclass(frozen=True)
class Level:
    """How many nodes of a level agree, of how many, and what does not."""

    name: str
    nodes: int
    equal: int
    differences: tuple[str, ...]


Closes = Callable[[Node], datetime]


def agreement(county: County, days: Mapping[str, UnitDay], closes: Closes, state: Mapping[str, Any]) -> list[Level]:
    """Level by level: each node's total, and how many below it are in each state, held against `gridwarden state`."""
    truths = {code: day.state(closes(county.by_code[code])) for code, day in days.items()}
    told = {unit["code"]: _told_state(unit) for unit in state["units"]}
    found: dict[int, list[list[str]]] = {}
    for node in county.nodes:
        wrong = _differences(county, days, truths, told, state["totals"], node)
        found.setdefault(node.level, []).append(wrong)
    return [
        Level(
            LEVELS[level], len(nodes), sum(not wrong for wrong in nodes), tuple(one for wrong in nodes for one in wrong)
        )
        for level, nodes in sorted(found.items())
    ]


def _differences(
    county: County,
    days: Mapping[str, UnitDay],
    truths: Mapping[str, str],
    told: Mapping[str, str],
    totals: Mapping[str, Any],
    node: Node,
) -> list[str]:
    true, bot = plain_values(total(county, days, node)), totals.get(node.code)
    wrong = [] if true == bot else [f"{node.code} {node.name}: total true {true}, bot {bot}"]
    below = [one.code for one in county.below(node.code) if one.reports]
    counts, counted = counts_of(truths, below), counts_of(told, below)
    return wrong if counts == counted else [*wrong, f"{node.code} {node.name}: states true {counts}, bot {counted}"]


def total(county: County, days: Mapping[str, UnitDay], node: Node) -> dict[str, Decimal]:
    """The node's own figures and its children's; of one that reports for all below it, its own alone."""
    sums = dict(days[node.code].values) if node.code in days else {}
    for child in () if node.covers else county.children(node.code):
        for code, value in total(county, days, child).items():
            sums[code] = sums.get(code, Decimal(0)) + value
    return sums


def counts_of(states: Mapping[str, str], units: Iterable[str]) -> dict[str, int]:
    """How many of the units are in each state."""
    return dict(sorted(Counter(states.get(unit, "missing") for unit in units).items()))


def _told_state(unit: Mapping[str, Any]) -> str:
    return "late" if unit["state"] == "reported" and unit["on_time"] is False else str(unit["state"])
