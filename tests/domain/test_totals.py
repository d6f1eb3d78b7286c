"""A node's total is its own figures and its children's, never the same figure twice."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.numbers import summed
from domain.totals import Figures, branches, by_node, shares, total
from domain.units import Unit, UnitTree

CODES = ("visits", "masks")


@st.composite
def trees(draw: st.DrawFn) -> UnitTree:
    """Trees of any shape: every unit hangs below one that was made before it, or stands at the top."""
    units: list[Unit] = []
    for number in range(1, draw(st.integers(1, 12)) + 1):
        parent = draw(st.one_of(st.none(), st.sampled_from([unit.id for unit in units]))) if units else None
        units.append(Unit(number, str(number), f"村{number}", parent, covers_subtree=draw(st.booleans())))
    return UnitTree.of(units)


@st.composite
def towns(draw: st.DrawFn) -> tuple[UnitTree, dict[int, dict[str, Decimal]]]:
    """A tree in which some units gave some figures."""
    tree = draw(trees())
    values = st.dictionaries(st.sampled_from(CODES), st.integers(0, 1000).map(Decimal))
    return tree, draw(st.dictionaries(st.sampled_from(sorted(tree.units)), values))


@given(towns())
def test_a_node_comes_to_its_own_and_what_its_children_come_to(town: tuple[UnitTree, Figures]) -> None:
    tree, figures = town
    for unit in tree.units.values():
        below = () if unit.covers_subtree else tree.children(unit.id)
        assert total(tree, unit.id, figures) == summed(
            (figures.get(unit.id, {}), *(total(tree, child.id, figures) for child in below))
        )


@given(towns())
def test_totals_by_node_are_those_of_each_node(town: tuple[UnitTree, Figures]) -> None:
    tree, figures = town
    assert by_node(tree, figures) == {node: total(tree, node, figures) for node in (None, *tree.units)}
    assert total(tree, None, figures) == summed(total(tree, top.id, figures) for top in tree.children(None))


@given(towns(), st.sampled_from(CODES))
def test_the_counted_shares_add_up_to_the_total_and_nobody_s_figure_is_hidden(
    town: tuple[UnitTree, Figures], code: str
) -> None:
    tree, figures = town
    for node in (None, *tree.units):
        made = shares(tree, node, code, figures)
        told = total(tree, node, figures).get(code)
        assert (sum(share.value for share in made if share.counted) if told is not None else None) == told
        assert [share.unit.id for share in made] == [u.id for u in tree.subtree(node) if code in figures.get(u.id, {})]


@given(towns(), st.sampled_from(CODES))
def test_a_total_taken_apart_by_branches_is_whole_again(town: tuple[UnitTree, Figures], code: str) -> None:
    tree, figures = town
    for node in (None, *tree.units):
        parts = branches(tree, node, code, figures)
        told = total(tree, node, figures).get(code)
        assert (sum(part.value for part in parts if part.counted) if told is not None else None) == told


def test_what_nobody_gave_is_absent_and_not_zero() -> None:
    tree = UnitTree.of([Unit(1, "1", "村")])
    assert total(tree, None, {}) == {}
    assert total(tree, None, {1: {"visits": Decimal(0)}}) == {"visits": 0}
