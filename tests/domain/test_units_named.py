"""Which units a word means."""

import pytest

from domain.units import Unit, UnitTree

TREE = UnitTree.of(
    (
        Unit(1, "A", "东片", None),
        Unit(2, "01", "黄溪村", 1, aliases=("黄溪", "红星")),
        Unit(3, "02", "红星", 1, aliases=("A", "黄溪")),
        Unit(4, "黄溪村", "石板村", 1),
        Unit(5, "05", "红星", 1),
    )
)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("01", [2]),
        ("a", [1]),  # a code goes before an alias
        ("黄溪村", [4]),  # and before a name
        ("红星", [3, 5]),  # a name before an alias
        ("黄溪", [2, 3]),
        (" 紅星\u3000", [3, 5]),
        ("0１", [2]),
        ("石板", []),
        ("", []),
    ],
)
def test_a_code_goes_before_a_name_and_a_name_before_an_alias_however_they_are_written(
    word: str, meant: list[int]
) -> None:
    assert [unit.id for unit in TREE.named(word)] == meant
