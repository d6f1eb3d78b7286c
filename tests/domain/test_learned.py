"""What answers teach: exact phrases and measures only; a learned word never makes a wrong number."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.doubts import Doubt
from domain.forms import shipped
from domain.learned import ChatUnits, phrase_of, reread, teaches
from domain.parsing import Match, ParsedReport, Question, UnitIndex, parse

FORM = shipped("epidemic")
DAY = date(2026, 2, 6)
CAR = {"出动宣传车#次": "broadcasts"}


def read(text: str) -> ParsedReport:
    """The one report of a message."""
    (report,) = parse(text, FORM, day=DAY).reports
    return report


@pytest.mark.parametrize(
    "quote", ["出动宣传车4次", "出动宣传车４次", "出动 宣传车 4 次", "出动宣传车：4次", "出动宣传车共4次"]
)
def test_a_phrase_is_the_words_around_one_plain_figure(quote: str) -> None:
    phrase = phrase_of(quote)
    assert phrase is not None
    assert (phrase.words, phrase.figure, phrase.measure) == ("出动宣传车#次", Decimal(4), "次")


@pytest.mark.parametrize(
    "quote", ["出动宣传车约4次", "宣传车4余次", "4次", "宣传车4次、6次", "累计宣传车4次", "宣传车", "车4", ""]
)
def test_what_is_no_name_with_one_plain_figure_is_not_learned(quote: str) -> None:
    assert phrase_of(quote) is None


def test_an_answer_teaches_where_the_figure_stood_and_the_measure_fits() -> None:
    doubt = Doubt(None, Decimal(4), "出动宣传车4次", "unknown_name")
    learned = teaches(FORM, doubt, "broadcasts", Decimal(4))
    assert learned is not None
    assert learned.words == "出动宣传车#次"
    assert teaches(FORM, doubt, "broadcasts", Decimal(5)) is None
    assert teaches(FORM, doubt, "people_screened", Decimal(4)) is None
    assert teaches(FORM, replace(doubt, quote="无人机3架", value=Decimal(3)), "broadcasts", Decimal(3)) is None
    assert teaches(FORM, replace(doubt, reason="approximate"), "broadcasts", Decimal(4)) is None


def test_a_change_of_a_level_is_learned_as_a_change() -> None:
    doubt = Doubt("home_isolation", Decimal(12), "隔离12人", "flow_of_stock")
    learned = teaches(FORM, doubt, "returnees", Decimal(12))
    assert learned is not None
    taught = {learned.words: "returnees"}
    assert reread(read("新增隔离3人"), FORM, taught).values == {"returnees": 3}
    assert reread(read("隔离3人"), FORM, taught).values == {"home_isolation": 3}


def test_the_same_phrase_is_read_and_shown_as_read_so() -> None:
    report = reread(read("入户86户，出动宣传车6次"), FORM, CAR)
    assert report.values == {"households_visited": 86, "broadcasts": 6}
    assert report.questions == ()
    assert report.read_as == (("出动宣传车6次", "broadcasts"),)


@pytest.mark.parametrize(
    "text",
    [
        "入户86户，出动宣传车约6次",
        "入户86户，出动宣传车6台",
        "入户86户，宣传车6次",
        "入户86户，出动宣传车6次，广播4次",
        "入户86户，出动宣传车6次，广播约4次",
        "入户86户，出动宣传车600次",
        "入户86户，上午出动宣传车6次",
        "零报告，出动宣传车6次",
    ],
)
def test_anything_else_is_asked_as_ever(text: str) -> None:
    assert reread(read(text), FORM, CAR) == read(text)


def test_two_phrases_of_one_indicator_are_both_asked() -> None:
    both = {**CAR, "巡逻车喊话#次": "broadcasts"}
    report = read("入户86户，出动宣传车6次，巡逻车喊话3次")
    assert reread(report, FORM, both) == report


def test_a_word_that_the_form_has_no_more_means_nothing() -> None:
    assert reread(read("入户86户，出动宣传车6次"), FORM, {"出动宣传车#次": "gone"}).read_as == ()


@given(st.text(max_size=30), st.integers(0, 9999))
def test_no_text_is_read_by_a_phrase_that_it_is_not(text: str, figure: int) -> None:
    doubt = Question(None, Decimal(figure), text, "unknown_name")
    report = ParsedReport(questions=(doubt,))
    phrase = phrase_of(text)
    taught = phrase is not None and phrase.words in CAR and phrase.figure == figure
    assert (reread(report, FORM, CAR) == report) or taught


def test_a_chats_word_means_a_unit_there_and_the_towns_own_names_go_first() -> None:
    town = UnitIndex([("01", "黄溪村", ("黄溪",)), ("02", "东观社区", ()), ("03", "石板村", ())])
    chat = ChatUnits(town, [("黄西村", "01"), ("老街", "02"), ("东观社区", "01"), ("新村", "01"), ("新村", "03")])
    assert chat.find("黄西村") == Match("01")
    assert chat.find("【老街】") == Match("02")
    assert chat.find("东观社区") == Match("02")
    assert chat.find("新村") == Match(None, ("01", "03")), "a word of two units stays one to ask about"
    assert chat.find("石版村") == town.find("石版村")
    assert chat.known("老街")
    assert not chat.known("石版村")
