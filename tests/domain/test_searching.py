"""Search: words in either script, a stretch around the hit, numbers of persons masked."""

import re

from hypothesis import given
from hypothesis import strategies as st

from domain.searching import asked, private, spellings, stretch


def test_words_and_page_are_read() -> None:
    assert asked("口罩") == (("口罩",), 0)
    assert asked("口罩 酒精 第3页") == (("口罩", "酒精"), 2)
    assert asked("口罩 第 2 頁") == (("口罩",), 1)
    assert asked("一 二 三 四") == (("一", "二", "三"), 0)
    assert asked("  ") == ((), 0)


def test_a_word_is_looked_for_in_both_scripts() -> None:
    assert spellings("执勤") == ("执勤", "執勤")
    assert spellings("執勤") == ("执勤", "執勤")


def test_numbers_of_persons_are_masked_and_figures_are_not() -> None:
    assert private("电话13912345678，入户120户") == "电话139****5678，入户120户"
    assert private("139 1234 5678") == "139****5678"
    assert private("身份证11010119900307123X") == "身份证110****123X"
    assert private("座机0558-1234567") == "座机055****4567"
    assert private("消毒面积1000000平方米") == "消毒面积1000000平方米"


def test_the_stretch_holds_the_hit_on_one_line() -> None:
    long = "今天" * 40 + "\n缺口罩\n" + "明天" * 40
    found = stretch(long, ["口罩"])
    assert "缺口罩" in found
    assert found.startswith("…")
    assert found.endswith("…")
    assert "\n" not in found
    assert stretch("請補口罩", ["请补"]) == "請補口罩"


@given(st.text(), st.text("0123456789", min_size=11, max_size=11).map(lambda digits: "13" + digits[2:]))
def test_no_mobile_number_is_ever_shown_whole(text: str, phone: str) -> None:
    assert not re.search(rf"(?<!\d){phone}(?!\d)", private(f"{text} {phone}"))
