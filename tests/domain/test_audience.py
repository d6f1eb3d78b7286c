"""To whom a task is addressed."""

import pytest

from domain.audience import address
from domain.units import Unit, UnitTree

TREE = UnitTree.of(
    [
        Unit(1, "T0", "东观镇", reports=False),
        Unit(2, "A1", "东片", 1, reports=False),
        Unit(3, "A2", "西片", 1, reports=False),
        Unit(4, "01", "黄溪村", 2, aliases=("黄溪",), tags=("水库",)),
        Unit(5, "02", "东观社区", 2),
        Unit(6, "03", "和平村", 3, tags=("水库",)),
        Unit(7, "04", "和平村", 2),
        Unit(8, "A3", "空片", 1, reports=False),
    ]
)


def _names(*words: str, scope: tuple[int, ...] | None = None) -> list[str]:
    return [unit.code for unit in address(TREE, words, scope).units]


def test_without_words_all_reporting_units_are_meant() -> None:
    assert sorted(_names()) == ["01", "02", "03", "04"]


def test_a_node_means_its_subtree_and_a_unit_itself_once() -> None:
    assert sorted(_names("东片", "黄溪村", "A1")) == ["01", "02", "04"]


@pytest.mark.parametrize("word", ["01", "黄溪村", "黄溪", "黃溪村"])
def test_a_unit_goes_by_code_name_alias_and_either_script(word: str) -> None:
    assert _names(word) == ["01"]


def test_a_tag_means_every_unit_that_carries_it() -> None:
    assert sorted(_names("水库")) == ["01", "03"]


def test_a_name_that_two_units_bear_is_asked_about() -> None:
    found = address(TREE, ("和平村",), None)
    assert found.units == ()
    assert [unit.code for unit in found.doubts[0].candidates] == ["03", "04"]


def test_a_name_that_nobody_bears_is_asked_about_with_the_likeliest() -> None:
    found = address(TREE, ("东观社", "月亮湾"), None)
    assert found.units == ()
    assert [doubt.candidates[0].code if doubt.candidates else None for doubt in found.doubts] == ["02", None]


def test_a_node_without_reporting_units_is_told_apart() -> None:
    assert address(TREE, ("空片",), None).doubts[0].empty


def test_a_leader_of_a_node_addresses_its_subtree_alone() -> None:
    assert sorted(_names(scope=(2,))) == ["01", "02", "04"]
    found = address(TREE, ("01", "03"), (2,))
    assert [unit.code for unit in found.units] == ["01"]
    assert [unit.code for unit in found.outside] == ["03"]


def test_an_empty_scope_addresses_nobody() -> None:
    assert _names(scope=()) == []
