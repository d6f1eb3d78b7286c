"""Numbers from contact cards and tables meet in one form."""

import pytest

from domain.phones import digits_of, masked, private, read_phone, without_identities


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


MOBILES = (
    "13911112222",
    "139 1111 2222",
    "139-1111-2222",
    "139.1111.2222",
    "139 111 12222",
    "1391 111 2222",
    "1391111 2222",
    "(139)11112222",
    "+86 13911112222",
    "+86-139-1111-2222",
    "0086 139 1111 2222",
    "8613911112222",
    "１３９１１１１２２２２",
    "１３９　１１１１－２２２２",
)
IDENTITIES = (
    "110101199003074258",
    "110101 19900307 4258",
    "110101-1990-0307-4258",
    "110101 1990 03 07 4258",
    "１１０１０１１９９００３０７４２５８",
)


@pytest.mark.parametrize("number", MOBILES)
@pytest.mark.parametrize("around", ["联系人刘某{}缺口罩", "1.{}转2", "{}", "打 {} ，5户"])
def test_a_number_in_peoples_words_is_masked_however_it_is_written(number: str, around: str) -> None:
    assert private(around.format(number)) == around.format("139****2222")


@pytest.mark.parametrize("number", IDENTITIES)
def test_an_identity_number_is_masked_however_it_is_written(number: str) -> None:
    for hide in (private, without_identities):
        assert hide(f"身份证{number}，入户5户") == "身份证110****4258，入户5户"
    assert private(f"身份证{number[:-1]}X") == private(f"身份证{number[:-1]}x").replace("x", "X") == "身份证110****425X"


@pytest.mark.parametrize("number", ["010-12345678", "（0719）1234567", "0719 123 4567", "6222 0212 3456 7890 123"])
def test_landlines_and_accounts_are_masked(number: str) -> None:
    assert private(f"打{number}。") not in (f"打{number}。", "")
    assert "****" in private(f"打{number}。")


@pytest.mark.parametrize(
    "words",
    [
        "入户120户，排查356人，劝返13人",
        "2026-02-06 15:30 入户18,730户",
        "135户 147人 159处 1638公里",
        "12 13 14 15 16 17 18 19 20 21",
        "https://t.me/c/1381234567/55",
        "任务 12 2026-02-06 18:00",
    ],
)
def test_figures_days_and_links_stay_as_they_are(words: str) -> None:
    assert private(words) == words


def test_where_people_may_be_called_telephone_numbers_stay() -> None:
    assert without_identities("找刘某 139 1111 2222") == "找刘某 139 1111 2222"
