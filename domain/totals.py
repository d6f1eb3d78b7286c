"""What the figures of many units come to, and which of them made it: never the same figure twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from domain.numbers import Values, add_to, summed
from domain.units import Unit, UnitTree

Figures = Mapping[int, Mapping[str, Decimal]]


def total(tree: UnitTree, node: int | None, figures: Figures) -> Values:
    """The node's own figures and its children's; of one that covers its subtree, its own alone. None: the town.

    An indicator that nobody gave is absent, not zero.
    """
    return summed(figures.get(unit.id, {}) for unit in tree.counted(node))


def by_node(tree: UnitTree, figures: Figures) -> dict[int | None, Values]:
    """Every node's total, by node, and the town's under None: each is added once to the one above it, leaves first."""
    totals: dict[int | None, Values] = {unit: dict(figures.get(unit, {})) for unit in tree.units}
    for unit in reversed(tree.subtree(None)):
        parent = None if unit.parent_id is None else tree.units.get(unit.parent_id)
        if parent is not None and not parent.covers_subtree:
            add_to(totals[parent.id], totals[unit.id])
    totals[None] = summed(totals[top.id] for top in tree.children(None))
    return totals


@dataclass(frozen=True)
class Share:
    """A unit's part in a total. `counted` is False below a node whose figures cover it: shown, not added."""

    unit: Unit
    value: Decimal
    counted: bool


def shares(tree: UnitTree, node: int | None, indicator: str, figures: Figures) -> list[Share]:
    """Whose figures made the node's total of an indicator: every unit that gave one, in the tree's order."""
    counted = {unit.id for unit in tree.counted(node)}
    return [
        Share(unit, figures[unit.id][indicator], unit.id in counted)
        for unit in tree.subtree(node)
        if indicator in figures.get(unit.id, {})
    ]


def branches(tree: UnitTree, node: int | None, indicator: str, figures: Figures) -> list[Share]:
    """The total one level down: the node's own figure first, then what each child's subtree comes to."""
    own = [tree.units[node]] if node is not None else []
    covered = bool(own) and own[0].covers_subtree
    parts = [Share(unit, figures[unit.id][indicator], True) for unit in own if indicator in figures.get(unit.id, {})]
    for child in tree.children(node):
        below = total(tree, child.id, figures)
        if indicator in below:
            parts.append(Share(child, below[indicator], not covered))
    return parts
