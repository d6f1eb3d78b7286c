"""Numbers from contact cards and tables meet in one form."""

import pytest

from domain.phones import digits_of, masked, read_phone


@pytest.mark.parametrize(
    "written", ["13800000001", "+86 138 0000 0001", "8613800000001", "0086-138-0000-0001", "１３８０００００００１"]
)
def test_one_number_in_all_its_ways_of_writing(written: str) -> None:
    assert read_phone(written) == digits_of(written) == "13800000001"


@pytest.mark.parametrize("written", ["", "1380000000", "138000000011", "12800000001", "1.38E+10", "见名册", "+86 123"])
def test_what_cannot_be_a_number_is_none(written: str) -> None:
    assert read_phone(written) is None


def test_a_landline_and_a_number_from_abroad_are_numbers() -> None:
    assert read_phone("0719-1234567") == "07191234567"
    assert read_phone("+44 7700 900123") == digits_of("447700900123") == "447700900123"


def test_a_number_on_a_list_is_masked() -> None:
    assert masked("13812345678") == "138****5678"
