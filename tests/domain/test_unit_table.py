"""Tables of units: what is read, what is told, what a second run does."""

from datetime import time

import pytest

from domain.tables import Row
from domain.unit_table import MOST_LEVELS, UnitPlan, plan_units
from domain.units import Unit, UnitTree

HEAD = ("code", "name", "parent", "aliases", "reports", "covers")
TOWN = Unit(1, "T0", "东观镇", reports=False)
AREA = Unit(2, "A1", "东片", parent_id=1, reports=False)
VILLAGE = Unit(3, "01", "黄溪村", parent_id=2, aliases=("黄溪",), tags=("山区",))
TREE = UnitTree.of([TOWN, AREA, VILLAGE])


def table(*lines: str, head: tuple[str, ...] = HEAD) -> list[Row]:
    """Rows from lines whose cells are parted by slashes."""
    cells = [line.split("/") for line in lines]
    return [
        Row(number, dict(zip(head, [*row, *[""] * len(head)], strict=False)))
        for number, row in enumerate(cells, start=2)
    ]


def told(plan: UnitPlan) -> list[tuple[str, str]]:
    """The mistakes as (row, reason)."""
    return [(mistake.key, mistake.reason) for mistake in plan.mistakes]


def test_a_good_table_makes_the_tree_with_parents_by_code_or_name() -> None:
    plan = plan_units(
        table("T0/东观镇///no", "A1/东片/T0//否/", "01/黄溪村/东片/黄溪、黄溪坪;溪村/是/全部"), UnitTree()
    )
    assert told(plan) == []
    assert [(row.unit.code, row.parent, row.unit.reports) for row in plan.added] == [
        ("T0", None, False),
        ("A1", "T0", False),
        ("01", "A1", True),
    ]
    assert plan.added[2].unit.aliases == ("黄溪", "黄溪坪", "溪村")
    assert plan.added[2].unit.covers_subtree


def test_a_second_run_changes_nothing_and_a_changed_row_updates_its_unit() -> None:
    rows = table("T0/东观镇///no", "A1/东片/T0//no", "01/黄溪新村/A1/黄溪/yes")
    plan = plan_units(rows, TREE)
    assert (plan.added, plan.unchanged, told(plan)) == ((), 2, [])
    assert [(row.unit.name, row.unit.tags) for row in plan.updated] == [("黄溪新村", ("山区",))]


def test_columns_that_a_table_does_not_have_leave_what_is_known() -> None:
    plan = plan_units(table("01/黄溪村", head=("code", "name")), TREE)
    assert plan.unchanged == 1


def test_chinese_headings_in_any_order_are_the_same_columns() -> None:
    plan = plan_units(table("黄溪村/01/东片/否", head=("名称", "编码", "上级", "是否上报")), TREE)
    assert [(row.unit.code, row.parent, row.unit.reports) for row in plan.updated] == [("01", "A1", False)]


def test_each_bad_row_is_told_by_number_and_reason() -> None:
    rows = table(
        "/无编码",
        "a b/有空格",
        "command/保留字",
        "02/",
        "03/甲//别名/也许",
        "04/乙///yes/半个",
        "05/丙/没有这个",
        "06/丁",
        "06/又一个丁",
    )
    assert told(plan_units(rows, TREE)) == [
        ("2", "unit-code-missing"),
        ("3", "unit-code-bad"),
        ("4", "unit-code-reserved"),
        ("5", "unit-name-missing"),
        ("6", "unit-reports-unknown"),
        ("7", "unit-covers-unknown"),
        ("8", "unit-parent-unknown"),
        ("10", "unit-code-twice"),
    ]


def test_a_circle_is_told_at_each_of_its_rows_and_what_hangs_from_it_too() -> None:
    plan = plan_units(table("02/甲/03", "03/乙/02", "04/丙/02", "05/丁/05", "06/戊"), TREE)
    assert told(plan) == [
        ("2", "unit-circle"),
        ("3", "unit-circle"),
        ("4", "unit-parent-bad"),
        ("5", "unit-circle"),
    ]
    assert [row.unit.code for row in plan.added] == ["06"]


def test_a_circle_over_the_known_tree_is_seen() -> None:
    plan = plan_units(table("T0/东观镇/01//no"), TREE)
    assert told(plan) == [("2", "unit-circle")]


def _chain(length: int, top: str, *more: str) -> list[Row]:
    """Units each below the one before, and more lines."""
    return table(*(f"N{n}/第{n}级/{f'N{n - 1}' if n else top}" for n in range(length)), *more)


def test_a_tree_has_twelve_levels_at_most_and_what_is_deeper_is_told() -> None:
    plan = plan_units(_chain(14, ""), TREE)
    assert [row.unit.code for row in plan.added] == [f"N{n}" for n in range(MOST_LEVELS)]
    assert told(plan) == [("14", "unit-too-deep"), ("15", "unit-too-deep")]


def test_a_move_that_takes_known_units_too_deep_is_told_at_its_row() -> None:
    plan = plan_units(_chain(MOST_LEVELS, "", f"T0/东观镇/N{MOST_LEVELS - 2}//no"), TREE)
    assert [reason for _, reason in told(plan)] == ["unit-too-deep"]
    assert "T0" not in {row.unit.code for row in plan.updated}


@pytest.mark.parametrize("top", ["", "unknown", f"N{4_999}"])
def test_a_chain_of_thousands_is_refused_at_once(top: str) -> None:
    plan = plan_units(_chain(5_000, top), TREE)
    assert len(plan.added) + len(plan.mistakes) == 5_000
    assert len(plan.added) <= MOST_LEVELS


def test_children_of_a_bad_row_are_told_to_the_last_generation() -> None:
    plan = plan_units(table("02/", "03/乙/02", "04/丙/乙", "05/丁/丙"), TREE)
    assert [reason for _, reason in told(plan)] == ["unit-name-missing", *["unit-parent-bad"] * 3]


def test_a_parent_whose_name_several_units_share_must_be_named_by_code() -> None:
    rows = table("02/网格一/A1", "03/网格一/T0", "04/小组/网格一", "05/小组/03")
    assert told(plan_units(rows, TREE)) == [("4", "unit-parent-unclear")]


def test_a_formula_is_told_and_never_calculated() -> None:
    rows = [Row(2, {"code": "02", "name": '=HYPERLINK("x")'}, ("name",))]
    assert told(plan_units(rows, TREE)) == [("2", "table-formula")]


HOURED = ("编码", "名称", "上级", "截止")


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("15:30", time(15, 30)),
        ("15：30", time(15, 30)),
        ("15:30:00", time(15, 30)),
        ("15点半", time(15, 30)),
        ("15點30分", time(15, 30)),
        ("9点", time(9)),
        ("0.625", time(15)),
        ("", None),
    ],
)
def test_an_hour_is_read_as_people_and_spreadsheets_write_it(written: str, hour: time | None) -> None:
    plan = plan_units(table(f"09/新村//{written}", head=HOURED), TREE)
    assert (told(plan), plan.added[0].unit.deadline) == ([], hour)


def test_an_hour_that_is_none_is_told() -> None:
    rows = table("09/新村//下午", "10/老村//25:00", "11/大村//1.5", head=HOURED)
    assert told(plan_units(rows, TREE)) == [(str(row), "unit-deadline-unknown") for row in (2, 3, 4)]


def test_nobody_closes_after_the_node_above_nor_after_the_town() -> None:
    rows = table("V1/甲村//15:30", "11/甲一组/V1/15:00", "12/甲二组/V1/15:45", "V2/乙村//16:30", head=HOURED)
    plan = plan_units(rows, UnitTree(), time(16))
    assert told(plan) == [("4", "unit-deadline-late"), ("5", "unit-deadline-after-town")]
    assert plan.mistakes[0].fields == {"name": "甲二组", "above": "甲村", "value": "15:45", "limit": "15:30"}


def test_a_node_is_not_closed_before_what_stands_below_it_already() -> None:
    known = UnitTree.of([Unit(1, "V1", "甲村", reports=False), Unit(2, "11", "甲一组", 1, deadline=time(15, 30))])
    plan = plan_units(table("V1/甲村//15:00", head=HOURED), known, time(16))
    assert told(plan) == [("2", "unit-deadline-late")]
    assert plan_units(table("V1/甲村//15:30", head=HOURED), known, time(16)).updated[0].unit.deadline == time(15, 30)
