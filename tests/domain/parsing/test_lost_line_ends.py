"""Lists and tables whose line ends were lost on the way, as pasting does to them."""

from decimal import Decimal

import pytest

from domain.forms import shipped
from domain.parsing import parse
from tests.domain.parsing.scoring import REFERENCE


def by_unit(message: str) -> dict[str | None, dict[str, Decimal]]:
    return {r.unit: dict(r.values) for r in parse(message, shipped("epidemic"), day=REFERENCE).reports}


THREE = {
    "上坝村": {"households_visited": 62},
    "共和村": {"households_visited": 48},
    "下坝村": {"households_visited": 39},
}


@pytest.mark.parametrize(
    "message",
    [
        "#接龙 2月6日入户 1. 上坝村 62 2. 共和村 48 3. 下坝村 39",
        "各位领导晚上好！ #接龙 2月6日入户 1、上坝村62户 2、共和村48户 3、下坝村39户",
        "#接龙 1 上坝村入户62户 2 共和村入户48户 3 下坝村入户39户",
        "2月6日各村情况 一、上坝村：入户62户 二、共和村：入户48户 三、下坝村：入户39户",
        "2月6日 上坝村：入户62户 共和村：入户48户 下坝村：入户39户 合计：入户149户",
        "各村入户情况（2月6日）： 上坝村：62 共和村：48 下坝村：39",
        "上坝村  入户：62户    共和村  入户：48户    下坝村  入户：39户",
    ],
)
def test_a_roll_call_in_one_line_has_a_report_for_each_unit(message: str) -> None:
    assert by_unit(message) == THREE


@pytest.mark.parametrize(
    "message",
    [
        "单位\t入户\t返乡 上坝村\t62\t2 下坝村\t48\t0 合计\t110\t2",
        "2月6日日报 序号 单位 入户 返乡 1 上坝村 62 2 2 下坝村 48 0",
        "| 单位 | 入户 | 返乡 | |---|---|---| | 上坝村 | 62户 | 2人 | | 下坝村 | 48户 | 无 |",
    ],
)
def test_a_table_in_one_line_is_read_by_column(message: str) -> None:
    assert by_unit(message) == {
        "上坝村": {"households_visited": 62, "returnees": 2},
        "下坝村": {"households_visited": 48, "returnees": 0},
    }


@pytest.mark.parametrize(
    "message",
    [
        "单位\t入户\t返乡 上坝村\t62 下坝村\t48\t0",
        "单位 入户 返乡 上坝村 62 下坝村 48 0",
        "单位|入户|返乡 上坝村|62|2|5 下坝村|48|0",
    ],
)
def test_a_table_in_one_line_that_does_not_come_out_is_never_taken(message: str) -> None:
    assert not any(by_unit(message).values())


def test_a_field_of_words_ends_where_the_next_unit_begins() -> None:
    message = "1、上坝村：入户62户。问题：缺口罩 2、下坝村：入户48户"
    upper, lower = parse(message, shipped("epidemic"), day=REFERENCE).reports
    assert (upper.texts, lower.unit, lower.values) == ({"problems": "缺口罩"}, "下坝村", {"households_visited": 48})


def test_labels_behind_blanks_open_their_fields() -> None:
    (report,) = parse("返乡：2人 问题：没有 备注：已登记", shipped("epidemic"), day=REFERENCE).reports
    assert report.texts == {"remarks": "已登记"}


def test_figures_of_the_day_and_in_total_under_a_flat_head_are_kept_apart() -> None:
    (report,) = parse(
        "项目\t今日\t累计 入户排查\t55\t1430 排查人数\t160\t4188", shipped("epidemic"), day=REFERENCE
    ).reports
    assert report.values == {"households_visited": 55, "people_screened": 160}
    assert report.cumulative == {"households_visited": 1430, "people_screened": 4188}


@pytest.mark.parametrize("message", ["入户:66 排查:190 返乡:1", "入户=66 排查=190 返乡=1"])
def test_a_bare_figure_parts_no_name_in_two(message: str) -> None:
    assert by_unit(message) == {None: {"households_visited": 66, "people_screened": 190, "returnees": 1}}
