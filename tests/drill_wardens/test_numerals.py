"""Numbers as people write them."""

from decimal import Decimal

import pytest

from drill.wardens import numerals


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "零"),
        ("10", "十"),
        ("23", "二十三"),
        ("101", "一百零一"),
        ("120", "一百二十"),
        ("2005", "两千零五"),
        ("12000", "一万两千"),
        ("10500", "一万零五百"),
        ("120010", "十二万零一十"),
        ("2.5", "2.5"),
    ],
)
def test_chinese_numerals_are_read_back_as_they_were_meant(value: str, words: str) -> None:
    assert numerals.han(Decimal(value)) == words


def test_two_before_a_measure_is_said_otherwise_than_in_a_row_of_digits() -> None:
    assert numerals.counted(Decimal(2)) == "两"
    assert numerals.han(Decimal(2)) == "二"


@pytest.mark.parametrize(
    ("value", "words"), [("12000", "1.2万"), ("3000", "3千"), ("3050", "3050"), ("45", "45"), ("32.5", "32.5")]
)
def test_a_round_number_is_short_only_where_nothing_is_lost(value: str, words: str) -> None:
    assert numerals.rounded_words(Decimal(value)) == words
