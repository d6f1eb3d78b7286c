"""The day in one look: what board, roll-call, brief and reminders are all made from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from actions.ordered import order_of
from domain.cycle import DayOrder
from domain.levels import Closes, closes
from domain.numbers import Values, plain
from domain.people import Role
from domain.standing import Heard, Mark, Standing, State, standing
from domain.totals import Figures, total
from domain.town import Town
from domain.units import UnitTree
from storage import excuses, people, reports, units
from storage.reports import Report
from storage.work import Work

PROBLEMS = "problems"


@dataclass(frozen=True)
class Picture:
    """Where a day stands: the tree, what each unit reported, and how it is judged."""

    day: date
    order: DayOrder
    closes: Closes
    tree: UnitTree
    reports: Mapping[int, Report]
    excused: Mapping[int, str]
    standing: Standing

    @property
    def close(self) -> datetime:
        """When the town closes; a node's close is in `closes`."""
        return self.closes.town

    @cached_property
    def figures(self) -> Figures:
        """Every unit's figures of the day."""
        return {unit: report.values for unit, report in self.reports.items()}

    def name(self, unit_id: int) -> str:
        """The unit's name."""
        return self.tree.units[unit_id].name

    def names(self, unit_ids: Iterable[int]) -> list[str]:
        """The units' names."""
        return [self.name(unit) for unit in unit_ids]

    def total(self, node: int | None = None) -> Values:
        """What the node's figures come to."""
        return total(self.tree, node, self.figures)

    def asking(self, marks: Standing) -> list[dict[str, object]]:
        """The units with open questions, and how many."""
        return [
            {"unit": self.name(unit), "n": mark.open_questions}
            for unit, mark in marks.marks.items()
            if mark.state is State.QUESTIONS
        ]


async def picture(work: Work, town: Town, day: date) -> Picture:
    """The day as it stands now."""
    order = await order_of(work, town, day)
    tree = await units.tree(work)
    closed = closes(town, day, order, tree)
    found = {report.unit_id: report for report in await reports.of_day(work, day) if report.unit_id in tree.units}
    excused = {unit: excuse.reason for unit, excuse in (await excuses.in_force(work, day)).items()}
    heard = {unit: Heard(report.first_at, report.open_questions) for unit, report in found.items()}
    return Picture(day, order, closed, tree, found, excused, standing(tree, heard, excused, closed))


async def judged(work: Work, town: Town, day: date) -> Standing | None:
    """How the day is judged, without its figures: a week of it costs little. None of a day without cycle."""
    order = await order_of(work, town, day)
    if order.skipped:
        return None
    excused = await excuses.in_force(work, day)
    heard = await reports.heard(work, day)
    tree = await units.tree(work)
    return standing(tree, heard, excused, closes(town, day, order, tree))


def state_fields(marks: Standing) -> dict[str, object]:
    """How many units are in each state, as fields of a message: in time, late, asked, silent, excused."""
    late = sum(mark.late and mark.state is State.REPORTED for mark in marks.marks.values())
    return {
        "units": len(marks.marks),
        "heard": marks.heard,
        "expected": marks.expected,
        "reported": marks.counts[State.REPORTED] - late,
        "late": late,
        "questions": marks.counts[State.QUESTIONS],
        "silent": marks.counts[State.SILENT],
        "excused": marks.counts[State.EXCUSED],
        "rate": marks.rate,
    }


def alerts(town: Town, picture: Picture, node: int | None = None) -> list[dict[str, object]]:
    """The alert indicators that are above zero in the node's subtree, with the units that said so."""
    found: list[dict[str, object]] = []
    inside = [unit.id for unit in picture.tree.subtree(node) if unit.id in picture.reports]
    totals: Values | None = None
    for indicator in town.form.indicators:
        code = indicator.code
        told = [(unit, picture.figures[unit].get(code)) for unit in inside] if indicator.alert else []
        named = [{"unit": picture.name(unit), "value": plain(value)} for unit, value in told if value]
        if named:
            totals = picture.total(node) if totals is None else totals
            value = totals.get(code)
            found.append({"code": code, "value": 0 if value is None else plain(value), "units": named})
    return found


async def leaders_by_node(work: Work) -> dict[int | None, str]:
    """The name of each node's leader, the first of several; None is the town."""
    leaders: dict[int | None, str] = {}
    for person, node in await people.of_role(work, Role.LEADER):
        leaders.setdefault(node, person.name)
    return leaders


def grouped(seen: Picture, marks: Standing, leaders: Mapping[int | None, str]) -> list[dict[str, object]]:
    """The units by the node above them, with how many are in each state, who is silent and which leader answers.

    Nodes with silent units come first; `leader` is the nearest one, above the node or of it.
    """
    by_node: dict[int | None, dict[int, Mark]] = {}
    for unit, mark in marks.marks.items():
        by_node.setdefault(above(seen.tree, unit), {})[unit] = mark
    told = [_group(seen, node, Standing(of), leaders) for node, of in by_node.items()]
    return sorted(told, key=lambda group: not group["units"])


def _group(seen: Picture, node: int | None, marks: Standing, leaders: Mapping[int | None, str]) -> dict[str, object]:
    above = [] if node is None else [node, *(unit.id for unit in seen.tree.ancestors(node))]
    leader = next((leaders[one] for one in (*above, None) if one in leaders), "")
    name = "" if node is None else seen.name(node)
    return {**state_fields(marks), "node": name, "leader": leader, "units": seen.names(marks.silent)}


def above(tree: UnitTree, unit_id: int) -> int | None:
    """The node in whose row a unit stands: the one above it; a unit with units below it stands in its own."""
    if tree.children(unit_id):
        return unit_id
    return next((above.id for above in tree.ancestors(unit_id)), None)
