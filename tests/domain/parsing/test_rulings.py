"""One test a rule or ruling of the language, in messages that no corpus holds."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.forms import Form, read, shipped
from domain.parsing import ParsedReport, parse, shown
from tests.domain.parsing.scoring import REFERENCE

FORM = shipped("epidemic")


def one(message: str, **more: Any) -> ParsedReport:
    (report,) = parse(message, FORM, day=REFERENCE, **more).reports
    return report


def values(message: str) -> dict[str, int]:
    return {code: int(v) for code, v in one(message).values.items()}


def asked(message: str) -> list[tuple[str | None, str]]:
    return [(q.indicator, q.reason) for q in one(message).questions]


def silent(message: str) -> bool:
    return not parse(message, FORM, day=REFERENCE).is_report


@pytest.mark.parametrize(
    ("message", "unit"),
    [
        ("【云顶村】2月6日\n入户9户", "云顶村"),
        ("云顶村2.6 入户9户", "云顶村"),
        ("报告单位：云顶村\n入户9户", "云顶村"),
        ("单元:12\n入户9户", "12"),
        ("2月6日，云顶村入户9户", "云顶村"),
        ("入户9户，请放心。\n——云顶村", "云顶村"),
        ("入户9户，排查30人（云顶村）", "云顶村"),
        ("雲頂村今日入戶9戶", "雲頂村"),
        ("我村今天入户9户", None),
        ("报告镇防控办：本村入户9户", None),
        ("全村入户9户", None),
        ("3号卡点检查9人次", None),
        ("返乡9人，都是从达川县回来的", None),
    ],
)
def test_the_unit_is_who_speaks(message: str, unit: str | None) -> None:
    assert one(message).unit == unit


@pytest.mark.parametrize("message", ["【云顶村、千佛村】2月6日\n入户9户", "云顶村与千佛村2月6日入户9户"])
def test_two_units_in_one_header_are_asked(message: str) -> None:
    assert one(message).unit is None
    assert asked(message) == [(None, "unit_unclear")]


@pytest.mark.parametrize(
    ("message", "day"),
    [
        ("2月6日 入户9户", date(2026, 2, 6)),
        ("补报2月4日 入户9户", date(2026, 2, 4)),
        ("补报昨天的 入户9户", date(2026, 2, 5)),
        ("云顶村日报(2.6) 入户9户", date(2026, 2, 6)),
        ("2月3日至2月5日 入户9户", date(2026, 2, 5)),
        ("截至2月6日，入户9户", date(2026, 2, 6)),
        ("云顶村12月30日 入户9户", date(2025, 12, 30)),
        ("今天入户9户", None),
        ("返乡2人，其中1人2月3日从武汉返回", None),
    ],
)
def test_the_day_is_the_one_named_not_one_told(message: str, day: date | None) -> None:
    assert one(message).day == day


@pytest.mark.parametrize("message", ["2月9日 入户9户", "2月30日 入户9户", "云顶村8号日报 入户9户"])
def test_a_refused_day_takes_nothing(message: str) -> None:
    report = one(message)
    assert (dict(report.values), report.refused) == ({}, True)
    assert asked(message) == [(None, "day_refused")]


def test_a_day_older_than_the_town_allows_is_refused() -> None:
    assert one("2月3日 入户9户", oldest=date(2026, 2, 4)).refused
    assert not one("2月4日 入户9户", oldest=date(2026, 2, 4)).refused


@pytest.mark.parametrize(
    "message",
    [
        "返乡无，密接无",
        "无返乡、密接",
        "返乡、密接均为0",
        "返乡：/\n密接：—",
        "没有返乡，没有密接",
        "返乡没得密接没得",
        "返乡零报告，密接零报告",
        "返乡0 密接0",
        "沒有返鄉人員和密接",
    ],
)
def test_none_is_written_in_many_ways(message: str) -> None:
    assert values(message) == {"returnees": 0, "close_contacts": 0}


def test_today_and_in_total_are_kept_apart() -> None:
    report = one("今日入户9户，累计120户；截至目前共排查300人、测温400人次；今日测温30人次")
    assert report.values == {"households_visited": 9, "temperature_checks": 30}
    assert report.cumulative == {"households_visited": 120, "people_screened": 300, "temperature_checks": 400}


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("入户约9户", "approximate"),
        ("入户90余户", "approximate"),
        ("入户9户，走访8户", "conflict"),
        ("入户5001户", "too_large"),
        ("入户-9户", "impossible"),
        ("入户9.5户", "impossible"),
        ("消毒液2桶", "measure"),
        ("新增居家隔离9人", "flow_of_stock"),
        ("检查5人次，劝返9人次", "rule"),
    ],
)
def test_what_is_not_sure_is_asked(message: str, reason: str) -> None:
    assert [r for _, r in asked(message)] == [reason]


@pytest.mark.parametrize(
    "words",
    ["出动无人机3架", "消毒车2台", "集中隔离3人", "发放口罩20只", "承诺书30份", "慰问困难群众3户", "志愿者20人"],
)
def test_a_number_whose_name_is_not_known_is_one_question(words: str) -> None:
    assert asked(f"入户9户，{words}") == [(None, "unknown_name")]
    assert values(f"入户9户，{words}") == {"households_visited": 9}


@pytest.mark.parametrize(
    "words",
    [
        "比昨天多3户",
        "昨天8户",
        "应入户12户",
        "每户2份资料",
        "每天两次",
        "拨打12345",
        "全村386户1190人",
        "一户一人",
        "3个小时",
        "2组",
    ],
)
def test_numbers_that_are_nobodys_say_nothing(words: str) -> None:
    report = one(f"今天入户9户，{words}。")
    assert (dict(report.values), report.questions) == ({"households_visited": 9}, ())


@pytest.mark.parametrize(
    "message",
    [
        "返乡3人，其中湖北返乡1人",
        "返乡3人（湖北1人）",
        "返乡3人（男2人、女1人），其中湖北1人",
        "返乡3人，其中1人从湖北回来",
    ],
)
def test_parts_are_of_the_whole_before_them(message: str) -> None:
    assert values(message) == {"returnees": 3, "key_area_returnees": 1}


@pytest.mark.parametrize(
    "message",
    [
        "入户8户，不对，是9户",
        "入户8户改为9户",
        "入户应为9户，不是8户",
        "把入户8户改成9户",
        "入户由8户改为9户",
        "更正：入户8户→9户",
    ],
)
def test_a_correction_inside_a_message_lets_the_last_stand(message: str) -> None:
    assert values(message) == {"households_visited": 9}
    assert asked(message) == []


def test_an_addition_and_a_correction_in_one_message_are_two_reports() -> None:
    parsed = parse("追加：测温36人次。更正：返乡2人", FORM, day=REFERENCE)
    assert [(r.mode, dict(r.values)) for r in parsed.reports] == [
        ("add", {"temperature_checks": 36}),
        ("replace", {"returnees": 2}),
    ]


def test_free_text_is_kept_without_its_label_and_two_of_one_label_are_joined() -> None:
    report = one("入户9户\n问题：缺口罩20只\n困难：路滑\n备注：无")
    assert report.texts == {"problems": "缺口罩20只；路滑"}
    assert report.values == {"households_visited": 9}


def test_a_zero_report_keeps_levels_and_writes_no_zeros() -> None:
    report = one("云顶村零报告，入户0户，在管3人")
    assert (report.zero_report, dict(report.values)) == (True, {"home_isolation": 3})


@pytest.mark.parametrize(
    "message",
    [
        "收到",
        "明天计划入户9户",
        "转发县融媒体：全县累计检查9000人次",
        "「王书记：各村入户不少于9户」收到",
        "哪个村有口罩？先借我们50只",
        "没有情况的村也要发零报告吗？",
        "今天来了3个人帮忙搬东西",
        "隔壁村今天劝返5人",
        "入户：____户\n排查：____人",
        "",
    ],
)
def test_what_is_no_report_is_met_with_silence(message: str) -> None:
    assert silent(message)


def test_a_roll_call_is_a_report_for_each_unit() -> None:
    message = "#接龙\n1. 云顶村 入户9户\n2. 千佛村 零报告\n3. 百丈村\n合计 9户"
    parsed = parse(message, FORM, day=REFERENCE)
    assert [(r.unit, r.zero_report, dict(r.values)) for r in parsed.reports] == [
        ("云顶村", False, {"households_visited": 9}),
        ("千佛村", True, {}),
    ]


@pytest.mark.parametrize(
    "message",
    [
        "单位\t入户\t返乡\n云顶村\t9\t0\n千佛村\t8\t1\n合计\t17\t1",
        "单位 入户 返乡\n云顶村 9 无\n千佛村 8 1",
        "单位,入户,返乡\n云顶村,9,0\n千佛村,8,1",
        "| 单位 | 入户 | 返乡 |\n|---|---|---|\n| 云顶村 | 9户 | 0人 |\n| 千佛村 | 8户 | 1人 |",
        "项目\t云顶村\t千佛村\n入户\t9\t8\n返乡\t0\t1",
        "云顶村：入户9户，无返乡\n千佛村：入户8户，返乡1人",
        "云顶村：入户9户，无返乡；千佛村：入户8户，返乡1人",
    ],
)
def test_tables_and_lists_are_read_by_column_and_line(message: str) -> None:
    parsed = parse(message, FORM, day=REFERENCE)
    assert [(r.unit, dict(r.values)) for r in parsed.reports] == [
        ("云顶村", {"households_visited": 9, "returnees": 0}),
        ("千佛村", {"households_visited": 8, "returnees": 1}),
    ]


def test_a_rule_that_looks_back_needs_yesterday() -> None:
    yesterday = {"home_isolation": Decimal(2)}
    assert one("解除隔离3人").questions == ()
    assert [q.reason for q in one("解除隔离3人", yesterday=yesterday).questions] == ["rule"]


def test_the_shape_for_programs_writes_whole_numbers_whole() -> None:
    (report,) = shown(parse("【云顶村】2月6日 酒精12.5升 入户9户 劝返约3人次", FORM, day=REFERENCE))["reports"]
    assert report == {
        "unit": "云顶村",
        "day": "2026-02-06",
        "values": {"alcohol": 12.5, "households_visited": 9},
        "cumulative": {},
        "texts": {},
        "mode": "replace",
        "zero_report": False,
        "questions": [{"indicator": "people_turned_back", "value": 3, "text": "劝返约3人次", "reason": "approximate"}],
    }


CENSUS = """
code = "census"
name = "人口普查日报"
[measures]
"户" = { same = ["家"] }
[[indicator]]
code = "households_counted"
name = "登记住户"
measure = "户"
kind = "flow"
words = ["普查", "清查", "登记"]
[[indicator]]
code = "people_counted"
name = "登记人口"
measure = "人"
kind = "flow"
words = ["登记", "录入"]
"""


def test_a_form_of_any_other_matter_is_read_with_no_change_of_code() -> None:
    form = read(CENSUS)
    assert isinstance(form, Form)
    parsed = parse("【云顶村】2月6日 登记35户112人，录入完成", form, day=REFERENCE)
    assert parsed.reports[0].values == {"households_counted": 35, "people_counted": 112}


def test_nothing_of_a_form_is_read_with_another() -> None:
    assert not parse("巡堤86人次，水位32.6米", FORM, day=REFERENCE).is_report
    flood = parse("巡堤86人次，水位32.6米，转移35户112人，无被困人员", shipped("flood"), day=REFERENCE)
    assert {code: float(v) for code, v in flood.reports[0].values.items()} == {
        "patrols": 86,
        "river_level": 32.6,
        "households_moved": 35,
        "people_moved": 112,
        "people_trapped": 0,
    }
