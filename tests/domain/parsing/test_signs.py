"""What is looked for only where one of its signs stands cannot do without one: proved by walking through patterns."""

import re

import pytest

from domain.forms import shipped, shipped_names
from domain.parsing import days, gather, header, modes, nobody, nothing, notices, numbers, scopes, words, zero
from domain.parsing.fold import fold
from domain.parsing.names import lexicon
from tests.domain.parsing.first_signs import first_signs, last_signs, needs, signs_behind

# Figures call for these, no sign; in the last two some ways (3x24, 他俩) stand beside other signs only.
_NOT_BY_SIGNS = {"id", "phone", "long", "date.figures", "temperature.body", "span", "idiom"}


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        (notices._NOTICE, notices._NOTICE_SIGNS),
        (notices._NEWS, notices._NEWS_SIGNS),
        (notices._OTHER_LIST, "#"),
        (notices._QUOTES, notices._QUOTING),
        (notices._SAID, notices._QUOTING),
        (days._LABEL, days._LABEL_SIGNS),
        (days._LATE, days._LATE_SIGNS),
        (days._STORY_BEFORE, days._STORY_SIGNS),
        (zero._ZERO, "零无没"),
        (modes._ADD, "追补另"),
        (header._LABEL, ":="),
        (nothing._NOR, nothing._NONES),
        (words.NONE_BEHIND, nothing._NONES),
        (scopes._SLASHES_ARE_TOTALS, "前/"),
    ],
)
def test_no_match_does_without_the_signs_for_which_it_is_looked(pattern: re.Pattern[str], signs: str) -> None:
    assert needs(pattern.pattern, signs)


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in nobody.NOBODY} & set(nobody.TRIGGERS) - _NOT_BY_SIGNS))
def test_no_number_of_a_kind_does_without_its_triggers(kind: str) -> None:
    assert all(needs(pattern, nobody.TRIGGERS[kind]) for of, pattern in nobody.NOBODY if of == kind)


def test_the_heat_of_a_body_and_long_figures_call_for_their_kinds() -> None:
    def called(text: str) -> frozenset[str]:
        return nobody.calls(text, frozenset(text))

    assert nobody.BODY_HEAT in called("体温36.5")
    assert nobody.BODY_HEAT not in called("测温36人2.6")
    assert all(nobody.MANY_FIGURES in called(text) for text in ("12345", "138 0", "138-0", "138*", "2026/2"))
    assert nobody.MANY_FIGURES not in called("入户1206户")


def test_words_before_a_name_end_with_signs_known() -> None:
    assert last_signs(words.CHANGE.pattern) == words.CHANGE_ENDS
    assert last_signs(gather._OTHERS.pattern) == gather._OTHERS_END
    assert last_signs(nothing._ONE.pattern) == nothing._ONE_ENDS


def test_words_that_open_with_a_measure_begin_with_signs_known() -> None:
    assert first_signs(numbers._OTHER_WORD.pattern) == numbers._OTHER_BEGINS


@pytest.mark.parametrize("name", shipped_names())
def test_no_way_to_tell_none_without_a_name_does_without_its_signs(name: str) -> None:
    assert all(needs(pattern.pattern, "没无零不冇") for pattern, _ in lexicon(shipped(name)).none_of)


@pytest.mark.parametrize("name", shipped_names())
def test_every_label_of_a_field_is_looked_for_where_its_first_sign_stands(name: str) -> None:
    ready = lexicon(shipped(name))
    assert all(word[0] in ready.label_signs for word in ready.labels)
    assert needs(ready.label.pattern, "".join(ready.label_signs))
    assert any(not needs(ready.label.pattern, "".join(ready.label_signs - {sign})) for sign in ready.label_signs)


def test_every_kind_of_place_begins_with_a_sign_known() -> None:
    assert first_signs(words.PLACE_KIND) == set(words.PLACE_BEGINS)


def test_what_is_left_of_a_pattern_behind_a_sign_is_told() -> None:
    assert signs_behind("ab?c|a(?=d)|(?:a|x)+e", "a") == set("bcdaxe")
    with pytest.raises(ValueError, match="all of a match"):
        signs_behind("ab?", "a")


def test_needing_a_sign_is_told_of_every_way_of_a_pattern() -> None:
    assert needs("(?:ab|cb)d?", "b")
    assert needs("a(?=b)|b", "b")
    assert not needs("ab?|b", "b")
    assert not needs("[^a]", "b")
    assert not needs("[bc]", "b")


def test_a_message_holds_the_signs_of_its_folded_text() -> None:
    assert fold("戶１ ").signs == {"户", "1"}
