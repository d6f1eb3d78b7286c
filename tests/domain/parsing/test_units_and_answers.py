"""Which unit a written name means, and what a short answer settles."""

from decimal import Decimal

import pytest

from domain.forms import shipped
from domain.parsing import Answer, UnitIndex, parse, parse_answer
from tests.domain.parsing.scoring import REFERENCE

FORM = shipped("epidemic")
UNITS = UnitIndex(
    [
        ("01", "东观社区", ["东观", "东观居委会"]),
        ("02", "黄溪村", ["黄溪"]),
        ("03", "黄溪桥村", []),
        ("04", "新桥村", ["老街"]),
        ("05", "新街社区", ["老街"]),
        ("12", "石板村", []),
    ]
)


@pytest.mark.parametrize("written", ["东观社区", "東觀社區", "东观", "01", "1", " 东观 社区 ", "东观居委会"])
def test_a_unit_is_found_by_code_name_and_alias_in_either_script(written: str) -> None:
    assert UNITS.find(written).code == "01"


def test_a_name_that_fits_two_is_asked() -> None:
    assert UNITS.find("老街").code is None
    assert UNITS.find("老街").near == ("04", "05")


def test_a_near_miss_is_offered_not_taken() -> None:
    match = UNITS.find("石扳村")
    assert (match.code, match.near) == (None, ("12",))


def test_a_name_that_is_near_to_nothing_has_no_candidates() -> None:
    match = UNITS.find("高山镇人民政府")
    assert (match.code, match.near) == (None, ())


def test_with_a_town_the_report_carries_the_units_code() -> None:
    (report,) = parse("黄溪村2月6日 入户86户", FORM, day=REFERENCE, units=UNITS).reports
    assert (report.unit, report.unit_code) == ("黄溪村", "02")
    assert report.questions == ()


def test_with_a_town_a_near_miss_is_one_question_beside_the_values() -> None:
    (report,) = parse("石扳村2月6日 入户86户", FORM, day=REFERENCE, units=UNITS).reports
    assert report.near == ("12",)
    assert [q.reason for q in report.questions] == ["unit_unclear"]
    assert report.values == {"households_visited": Decimal(86)}


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("都对", [Answer(None, None, "confirm")]),
        ("对", [Answer(None, None, "confirm")]),
        ("都不要", [Answer(None, None, "drop")]),
        ("1 300", [Answer(1, None, "set", Decimal(300))]),
        ("1 是 287，2 忽略", [Answer(1, None, "set", Decimal(287)), Answer(2, None, "drop")]),
        ("劝返是13", [Answer(None, "people_turned_back", "set", Decimal(13))]),
        ("勸返應為１３", [Answer(None, "people_turned_back", "set", Decimal(13))]),
        ("返乡没有", [Answer(None, "returnees", "set", Decimal(0))]),
        ("第2个不要", [Answer(2, None, "drop")]),
        ("第一个对", [Answer(1, None, "confirm")]),
        ("2是返乡，不是隔离", [Answer(2, None, "means", None, "returnees")]),
        ("第1个是返乡", [Answer(1, None, "means", None, "returnees")]),
        ("1、对\n2、120户", [Answer(1, None, "confirm"), Answer(2, None, "set", Decimal(120))]),
    ],
)
def test_a_short_answer_settles_its_questions(text: str, answers: list[Answer]) -> None:
    assert parse_answer(text, FORM) == tuple(answers)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "收到",
        "好的，马上去核实一下再报给你们",
        "东观社区入户120户，排查356人",
        "明天几点开会",
        "1月5日那天的",
        "我再问问老张",
    ],
)
def test_what_is_no_answer_is_left_alone(text: str) -> None:
    assert parse_answer(text, FORM) == ()
