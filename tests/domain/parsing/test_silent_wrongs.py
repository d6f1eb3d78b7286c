"""Numbers that were once accepted in silence and were not so; each stands for a kind of reading, not for itself."""

from datetime import date
from decimal import Decimal

import pytest

from domain.forms import Form, read, shipped
from domain.forms.shipped import shipped_text
from domain.parsing import ParsedReport, parse
from tests.domain.parsing.scoring import REFERENCE


def one(message: str, form: str = "epidemic") -> ParsedReport:
    (report,) = parse(message, shipped(form), day=REFERENCE).reports
    return report


def values(message: str, form: str = "epidemic") -> dict[str, Decimal]:
    return dict(one(message, form).values)


def asked(message: str) -> list[tuple[str | None, str]]:
    return [(q.indicator, q.reason) for q in one(message).questions]


@pytest.mark.parametrize(
    ("message", "form", "expected"),
    [
        ("转移户数十四户", "flood", {"households_moved": 14}),
        ("排查户数十五户，摸排人数十二人", "epidemic", {"households_visited": 15, "people_screened": 12}),
        ("入户1百二十户，口罩2千五百只", "epidemic", {"households_visited": 120, "masks": 2500}),
        ("酒精还有一升半", "epidemic", {"alcohol": Decimal("1.5")}),
        ("口罩三万一千只", "epidemic", {"masks": 31000}),
    ],
)
def test_a_numeral_is_read_whole(message: str, form: str, expected: dict[str, object]) -> None:
    assert values(message, form) == expected


def test_dozens_are_still_dozens() -> None:
    assert asked("动员群众数十人排查") == [("people_screened", "approximate")]


@pytest.mark.parametrize("message", ["酒精库存 5.5", "酒精库存（升）：５．５", "酒精约5.5\n入户9户"])
def test_a_decimal_behind_a_name_is_its_value_and_no_date(message: str) -> None:
    assert one(message).day is None
    assert not one(message).refused


@pytest.mark.parametrize("written", ["补报2/5", "补报2-5", "补报2.5", "2/5补报"])
def test_a_day_behind_a_late_word_is_that_day(written: str) -> None:
    assert one(f"{written} 入户9户").day == date(2026, 2, 5)


def test_a_late_day_that_is_in_no_calendar_is_refused() -> None:
    assert one("补报2/45 入户9户").refused


def test_a_measure_begins_no_unit() -> None:
    report = one("返乡 0 人 卡 点 3 个 检查人员 441人次")
    assert report.unit is None
    assert report.values == {"returnees": 0, "checkpoints": 3, "checkpoint_people": 441}


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("检查了80台车辆、劝返了3台车辆", {"vehicles_checked": 80, "vehicles_turned_back": 3}),
        ("排查出2名发热人员", {"fever_cases": 2}),
        ("电话排查356人，排查120户", {"people_screened": 356, "households_visited": 120}),
        ("62户入户181人排查4人次劝返", {"households_visited": 62, "people_screened": 181, "people_turned_back": 4}),
        ("敲了109户外省回来的6个人发烧的没有", {"households_visited": 109, "returnees": 6, "fever_cases": 0}),
        ("口罩1923只发放宣传单20份", {"masks": 1923, "leaflets": 20}),
        ("发放宣传单293份 标语横幅22条 口罩1923只", {"leaflets": 293, "slogans": 22, "masks": 1923}),
        ("口罩还剩500只没有别的了，入户9户", {"masks": 500, "households_visited": 9}),
        ("今天返乡一个人发烧的没有", {"returnees": 1, "fever_cases": 0}),
        ("今天入户30+32=62户", {"households_visited": 62}),
        ("两个卡点各6人值守，共12人", {"checkpoints": 2, "staff_on_duty": 12}),
    ],
)
def test_a_number_goes_to_the_name_that_it_is_of(message: str, expected: dict[str, int]) -> None:
    assert values(message) == expected
    assert asked(message) == []


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("登记3人返乡，入户9户", ("people_screened", "conflict")),
        ("入户38/1120", ("households_visited", "conflict")),
        ("两个卡点各6人值守", ("staff_on_duty", "conflict")),
        ("入户9户，查了3个", (None, "unknown_name")),
        ("发放宣传单500份、口罩200只，入户9户", (None, "unknown_name")),
        ("返乡8人，今日新增3人", ("returnees", "conflict")),
        ("入户1组12户，2组15户", ("households_visited", "conflict")),
        ("500ml酒精6瓶，入户9户", ("alcohol", "measure")),
    ],
)
def test_what_may_be_read_in_two_ways_is_asked(message: str, question: tuple[str | None, str]) -> None:
    assert question in asked(message)


def test_an_addition_before_a_header_is_an_addition() -> None:
    assert one("补充 【云顶村】2月6日：入户12户，广播2次").mode == "add"


def test_a_sum_beside_the_days_figure_is_a_running_total() -> None:
    report = one("共排查3690人，今日181人")
    assert (report.values, report.cumulative) == ({"people_screened": 181}, {"people_screened": 3690})


@pytest.mark.parametrize(
    "message",
    [
        "记住：返乡一个、登记一个、隔离一个，发现一起、劝散一起，绝不手软！",
        "一人隔离，全家安心；一户有情，万户无忧",
        "返乡超过10人的村要说明",
        "每村口罩200只、酒精10升、测温枪2支",
        "今日任务分解：\n柏树村 入户100户\n松林村 入户120户",
        "我今天发热38.5，先请个假",
    ],
)
def test_slogans_orders_and_stories_report_nothing(message: str) -> None:
    assert not parse(message, shipped("epidemic"), day=REFERENCE).is_report


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("入户排查:12，3号楼2单元", {"households_visited": 12}),
        ("排查:5，12人返乡", {"people_screened": 5, "returnees": 12}),
        ("黄溪村 1.1万人排查人数", {"people_screened": 11000}),
        ("口罩达到了500只", {"masks": 500}),
    ],
)
def test_what_stands_behind_a_figure_takes_nothing_of_it(message: str, expected: dict[str, int]) -> None:
    assert values(message) == expected
    assert asked(message) == []


def test_no_list_number_is_seen_in_a_figure_with_a_comma() -> None:
    found = parse(
        "#接龙\n1. 黄溪村：入户:5，我村排查6人\n2. 东观社区：入户:7", shipped("epidemic"), day=REFERENCE
    ).reports
    assert [(r.unit, r.values) for r in found] == [
        ("黄溪村", {"households_visited": 5, "people_screened": 6}),
        ("东观社区", {"households_visited": 7}),
    ]


def test_a_line_whose_figure_is_spelled_out_heads_no_table() -> None:
    found = parse("#接龙\n1. 黄溪村 入户 三户\n2. 东观社区 入户 五户", shipped("epidemic"), day=REFERENCE).reports
    assert [(r.unit, r.values) for r in found] == [
        ("黄溪村", {"households_visited": 3}),
        ("东观社区", {"households_visited": 5}),
    ]


def test_what_was_read_before_changes_no_reading() -> None:
    fresh = read(shipped_text("epidemic"))
    assert isinstance(fresh, Form)
    for message in ("排查6人", "入户：摸排6人", "入户:5，我村排查6人"):
        again = parse(message, shipped("epidemic"), day=REFERENCE)
        assert parse(message, fresh, day=REFERENCE).reports == again.reports
    assert values("入户:5，我村排查6人") == {"households_visited": 5, "people_screened": 6}
