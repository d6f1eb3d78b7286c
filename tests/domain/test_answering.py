"""What people type back to open doubts, read by what is open."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.answering import LONGEST, Asked, read_figure, read_reply
from domain.errors import Refusal
from domain.forms import shipped

FORM = shipped("epidemic")
ONE = [Asked(1, "people_turned_back", Decimal(300))]
UNKNOWN = [Asked(1, None, Decimal(3))]
LEVEL = [Asked(1, "home_isolation", Decimal(12))]
MANY = [
    Asked(1, "people_turned_back", Decimal(300)),
    Asked(2, "temperature_checks", Decimal(100)),
    Asked(3, None, Decimal(3)),
]


def said(text: str, asked: list[Asked]) -> str:
    """The replies in short: `1 confirm, 2 set 98`; the refusal's key where it leaves open what is meant."""
    try:
        replies = read_reply(text, FORM, asked)
    except Refusal as refusal:
        return refusal.key
    parts = [(r.asked.number, r.way, r.value, r.indicator) for r in replies]
    return ", ".join(" ".join(str(part) for part in one if part is not None) for one in parts)


@pytest.mark.parametrize(
    ("texts", "replies"),
    [
        (
            "13|是13|就13|13人次|应该是13|改成13|写错了，13|对，13|是的，13|不是，是13|13哈|劝返13|劝返是13|1是13|1：13",
            "1 set 13",
        ),
        ("300|按300记|按300|300吧|记300|三百|没错，就是300|1 = 300|1 is 300", "1 set 300"),
        (
            "对|对的|对滴|是的|没错|没写错|没有写错|都对|全对|都对的|对对对|嗯对|准确|就按这个|√|1对|第一个对|都對|沒錯",
            "1 confirm",
        ),
        ("all right|correct|yes", "1 confirm"),
        ("不要|不报|不报了|都不要|不要这个|不要這個|1不要|第1个不要|×|1 ignore|skip", "1 drop"),
        ("约300|大概300吧|300左右|300多|1约300|1 300左右|劝返约300", "1 about 300"),
        ("收到|今天300|13号|30户|昨天13|谢谢|劝返的人都回去了|返乡13|", ""),
    ],
)
def test_one_doubt_is_answered_in_many_words(texts: str, replies: str) -> None:
    assert {text: said(text, ONE) for text in texts.split("|")} == dict.fromkeys(texts.split("|"), replies)


@pytest.mark.parametrize(
    ("text", "replies"),
    [
        ("返乡", "1 means returnees"),
        ("是返乡", "1 means returnees"),
        ("1返乡", "1 means returnees"),
        ("不是隔离是返乡", "1 means returnees"),
        ("记备注", "1 note"),
        ("1 记入备注", "1 note"),
        ("忽略", "1 drop"),
        ("对", "question-name-needed"),
    ],
)
def test_an_unknown_name_is_said_to_be_something(text: str, replies: str) -> None:
    assert said(text, UNKNOWN) == replies


@pytest.mark.parametrize(
    "text",
    [
        "不是隔离，是返乡",
        "不是隔离是返乡",
        "是返乡，不是隔离",
        "12是返乡不是隔离",
        "12个是返乡的",
        "隔离应该是返乡",
        "是返乡",
    ],
)
def test_a_figure_is_another_indicators(text: str) -> None:
    assert said(text, LEVEL) == "1 means returnees"


@pytest.mark.parametrize(
    ("text", "replies"),
    [
        ("都对", "1 confirm, 2 confirm"),
        ("1和2都对", "1 confirm, 2 confirm"),
        ("1,2对", "1 confirm, 2 confirm"),
        ("12都对", "1 confirm, 2 confirm"),
        ("前两个对，第三个不要", "1 confirm, 2 confirm, 3 drop"),
        ("最后一个不要", "3 drop"),
        ("第3个不要，其他都对", "3 drop, 1 confirm, 2 confirm"),
        ("除了3都对", "1 confirm, 2 confirm"),
        ("劝返13，其余对", "1 set 13, 2 confirm"),
        ("一对二不要", "1 confirm, 2 drop"),
        ("1 是 287 2 忽略", "1 set 287, 2 drop"),
        ("1 13，2 98", "1 set 13, 2 set 98"),
        ("1.13 2.98 3.忽略", "1 set 13, 2 set 98, 3 drop"),
        ("第一个13，第二个98", "1 set 13, 2 set 98"),
        ("1√2√3×", "1 confirm, 2 confirm, 3 drop"),
        ("3记备注", "3 note"),
        ("第三个是返乡", "3 means returnees"),
        ("13", "question-which-one"),
        ("记备注", "question-which-one"),
        ("4是13", ""),
        ("劝返13，入户20", ""),
    ],
)
def test_of_several_doubts_each_is_named(text: str, replies: str) -> None:
    assert said(text, MANY) == replies


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("30", ("set", 30)),
        ("三十", ("set", 30)),
        ("30人", ("set", 30)),
        ("排查人数30人", ("set", 30)),
        ("没有", ("set", 0)),
        ("约30", ("about", 30)),
        ("30多", ("about", 30)),
        ("30户左右", None),
        ("返乡3人", None),
        ("abc", None),
    ],
)
def test_a_figure_for_one_indicator(text: str, figure: tuple[str, int] | None) -> None:
    assert read_figure(text, FORM, "people_screened") == figure


@given(st.text(max_size=LONGEST + 5) | st.text("1239第个不对要是其他都除了，,、 约多", max_size=20))
def test_whatever_is_typed_is_read_or_left_alone(text: str) -> None:
    said(text, MANY)
