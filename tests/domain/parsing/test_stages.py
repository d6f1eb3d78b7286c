"""Each stage alone: folding, numerals, numbers, names, pairing, scopes."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from domain.forms import shipped
from domain.parsing import parse
from domain.parsing.fold import fold
from domain.parsing.header import LEAD, LEAD_BEGINS
from domain.parsing.marks import BEGINS, GOES_ON, MARKS
from domain.parsing.names import lexicon, names
from domain.parsing.nobody import NOBODY, TRIGGERS, calls
from domain.parsing.numbers import Number, asides, numbers, rejoined
from domain.parsing.numerals import parse_number, words_value
from domain.parsing.pairing import pair
from domain.parsing.places import KIND, ends_near, places_in
from tests.domain.parsing.first_signs import first_signs, signs_behind
from tests.domain.parsing.scoring import REFERENCE, cases
from tests.domain.parsing.test_corpus import OPEN

READY = lexicon(shipped("epidemic"))


def counted(text: str) -> list[tuple[Decimal, str | None, bool]]:
    folded = fold(text)
    return [(n.value, n.measure, n.about) for n in numbers(folded, asides(folded), READY.measures)]


def kinds(text: str) -> set[str]:
    return {a.kind for a in asides(fold(text))}


def paired(text: str) -> list[tuple[Decimal, str | None]]:
    folded = fold(text)
    found = numbers(folded, asides(folded), READY.measures)
    items = sorted([*names(folded.text, READY), *found], key=lambda i: i.start)
    return [(c.number.value, c.code) for c in pair(folded.text, items, READY)]


def test_folding_makes_one_script_and_one_width() -> None:
    assert fold("入戶１２０戶，勸返　３台次").text == "入户120户,劝返3台次"


def test_folding_keeps_the_way_back_to_what_was_written() -> None:
    folded = fold("入 戶 １２０ 戶！")
    assert folded.text == "入户120户!"
    assert folded.original(0, 6) == "入 戶 １２０ 戶"


def test_blanks_between_signs_are_kept_as_gaps_and_columns_as_tabs() -> None:
    folded = fold("返乡 0 发热\t3")
    assert folded.text == "返乡0发热\t3"
    assert {2, 3} <= folded.gaps


def test_keycaps_and_circles_are_list_marks_and_emoji_are_nothing() -> None:
    assert fold("1️⃣入户👍②排查").text == "•入户•排查"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("十二", 12),
        ("一百二十", 120),
        ("一百二", 120),
        ("两千零五", 2005),
        ("廿三", 23),
        ("〇", 0),
        ("一万二", 12000),
        ("三百零八", 308),
        ("二零", 20),
    ],
)
def test_numerals_in_words_have_their_value(words: str, value: int) -> None:
    assert words_value(words) == (value, False)


@pytest.mark.parametrize(("words", "value"), [("三四十", 30), ("五六百", 500), ("七八", 7)])
def test_neighbouring_digits_are_about_numbers(words: str, value: int) -> None:
    assert words_value(words) == (value, True)


@pytest.mark.parametrize("words", ["十百千", "三五四百", "万", "", "二" * 40])
def test_what_is_no_numeral_has_no_value(words: str) -> None:
    assert words_value(words) is None


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("287", 287),
        ("２８７人", 287),
        ("1.2万", 12000),
        ("1，200", 1200),
        ("一百二十", 120),
        ("无", 0),
        ("没有。", 0),
        ("12.5", Decimal("12.5")),
        ("-3", -3),
    ],
)
def test_one_typed_value_is_read(typed: str, value: Decimal) -> None:
    assert parse_number(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "不知道", "三四十", "12和13", "十点半"])
def test_what_is_no_single_value_is_none(typed: str) -> None:
    assert parse_number(typed) is None


def test_numbers_come_with_their_measure() -> None:
    assert counted("入户1,206户 口罩1.2万只 传单两百零五份") == [
        (Decimal(1206), "户", False),
        (Decimal(12000), "只", False),
        (Decimal(205), "份", False),
    ]


def test_about_numbers_are_marked() -> None:
    assert all(about for _, _, about in counted("400余户 十几个 上千人 几十户 2-3人 二三十个"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2月6日", "date"),
        ("晚上8点半", "time"),
        ("24小时", "span"),
        ("36.5℃", "temperature"),
        ("13800001234", "phone"),
        ("0817-5550123", "phone"),
        ("51132219800412331X", "id"),
        ("川RA1234", "plate"),
        ("K9482次", "road"),
        ("3号楼", "place"),
        ("2组", "place"),
        ("82岁", "age"),
        ("98%", "percent"),
        ("3.5元", "money"),
        ("每天两次", "each"),
        ("比昨天多12户", "difference"),
        ("一户一人", "idiom"),
        ("第2", "ordinal"),
        ("全村共有412户1380人", "area"),
        ("1.入户", "list"),
    ],
)
def test_numbers_that_are_nobodys_are_set_aside(text: str, kind: str) -> None:
    assert kind in kinds(text)
    assert counted(text) == []


def test_the_longest_name_wins() -> None:
    assert [(n.word, n.codes) for n in names("入户排查检查过往车辆", READY)] == [
        ("入户排查", ("households_visited",)),
        ("检查过往车辆", ("vehicles_checked",)),
    ]


@pytest.mark.parametrize("text", ["消毒车", "集中隔离", "未戴口罩", "登记本", "隔离户", "麻将机", "慰问困难群众"])
def test_a_known_word_inside_a_longer_unknown_name_is_not_that_indicator(text: str) -> None:
    assert not any(n.codes for n in names(text, READY))


def test_a_number_goes_with_the_name_it_is_written_with() -> None:
    assert paired("入户120户排查356人返乡3人") == [
        (Decimal(120), "households_visited"),
        (Decimal(356), "people_screened"),
        (Decimal(3), "returnees"),
    ]


def test_a_number_may_stand_before_its_name() -> None:
    assert paired("120户入户356人排查") == [(Decimal(120), "households_visited"), (Decimal(356), "people_screened")]


def test_the_measure_decides_where_one_word_fits_two() -> None:
    assert paired("排查120户356人") == [(Decimal(120), "households_visited"), (Decimal(356), "people_screened")]
    assert paired("检查230人次80台次") == [(Decimal(230), "checkpoint_people"), (Decimal(80), "vehicles_checked")]


def test_every_number_that_is_found_lies_in_the_text() -> None:
    folded = fold("【东观社区】入户１２０户，返乡〇人")
    for number in numbers(folded, asides(folded), READY.measures):
        assert isinstance(number, Number)
        assert folded.original(number.start, number.end) in folded.source


def test_no_kind_of_number_is_missed_for_want_of_its_trigger() -> None:
    for path in OPEN:
        for case in cases(path):
            text = fold(case.message).text
            for kind, pattern in NOBODY:
                for found in re.finditer(pattern, text):
                    assert kind not in TRIGGERS or TRIGGERS[kind] & calls(text, frozenset(text)), (kind, found[0])


def test_a_unit_is_led_in_by_words_that_begin_with_signs_known() -> None:
    assert first_signs(LEAD) - {*map(chr, range(0x0B, 0x0E))} <= LEAD_BEGINS


def test_every_kind_of_place_ends_with_a_sign_that_is_looked_for() -> None:
    assert all(
        ends_near(f"某{kind}", 0) for kind in ("村", "社区", "街道", "街道办事处", "镇", "乡", "县", "卡口", "网格")
    )
    assert not ends_near("入户排查一百二十户", 0)


def test_every_kind_of_place_is_told_by_its_end_and_a_word_of_the_form_is_none() -> None:
    kinds = [kind for kind in re.sub(r"\(.*?\)+\??", "", KIND).split("|") if kind]
    assert {"居委会", "卡点"} <= set(kinds)
    assert all(places_in(f"某{kind}", READY, 2) for kind in kinds)
    assert places_in("黄溪村入户120户，返乡3人，防控卡点2个", READY, 9) == 1
    assert places_in("黄溪村：入户120户；东观社区：入户66户", READY, 9) == 2


def test_marks_are_looked_for_at_every_sign_that_can_begin_one() -> None:
    can_begin = first_signs("|".join(pattern for _, pattern in MARKS))
    assert can_begin <= set(BEGINS), f"BEGINS lacks {''.join(sorted(can_begin - set(BEGINS)))}"


@pytest.mark.parametrize("sign", GOES_ON)
def test_a_sign_of_every_other_report_begins_a_mark_only_before_signs_known(sign: str) -> None:
    behind = signs_behind("|".join(pattern for _, pattern in MARKS), sign)
    assert all(re.fullmatch(f"[{GOES_ON[sign]}]", other) for other in behind)


def test_a_figure_cut_by_blanks_is_joined_and_is_sure_only_where_it_is_spelled_sign_by_sign() -> None:
    def joined(text: str) -> list[tuple[Decimal, bool]]:
        folded = fold(text)
        found = numbers(folded, asides(folded), READY.measures)
        return [(n.value, n.about) for n in rejoined(folded.text, found, set())]

    assert joined("入户 1 2 0 户") == [(Decimal(120), False)]
    assert joined("排查3 56人") == [(Decimal(356), True)]
    assert joined("发热2、3人") == [(Decimal(2), True)]
    assert joined("入户1,20户") == [(Decimal(1), True)]


def test_a_reading_without_its_trace_is_the_same_reading() -> None:
    messages = [case.message for path in OPEN[:1] for case in cases(path)][:60]
    form = shipped("epidemic")
    for message in messages:
        traced = parse(message, form, day=REFERENCE)
        assert parse(message, form, day=REFERENCE, traced=False) == replace(traced, trace=())
