"""What is looked for only where one of its signs stands cannot do without one: proved by walking through patterns."""

import re

import pytest

from domain.forms import shipped, shipped_names
from domain.parsing import days, gather, header, modes, nobody, notices, words, zero
from domain.parsing.fold import fold
from domain.parsing.names import lexicon
from tests.domain.parsing.first_signs import last_signs, needs

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
    ],
)
def test_no_match_does_without_the_signs_for_which_it_is_looked(pattern: re.Pattern[str], signs: str) -> None:
    assert needs(pattern.pattern, signs)


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in nobody.NOBODY} & set(nobody.TRIGGERS) - _NOT_BY_SIGNS))
def test_no_number_of_a_kind_does_without_its_triggers(kind: str) -> None:
    assert all(needs(pattern, nobody.TRIGGERS[kind]) for of, pattern in nobody.NOBODY if of == kind)


def test_the_heat_of_a_body_and_long_figures_call_for_their_kinds() -> None:
    assert nobody.BODY_HEAT in nobody.signs_of("体温36.5")
    assert nobody.BODY_HEAT not in nobody.signs_of("测温36人2.6")
    assert all(nobody.MANY_FIGURES in nobody.signs_of(text) for text in ("12345", "138 0", "138-0", "138*", "2026/2"))
    assert nobody.MANY_FIGURES not in nobody.signs_of("入户1206户")


def test_a_change_and_what_is_others_end_with_signs_known() -> None:
    assert last_signs(words.CHANGE.pattern) == words.CHANGE_ENDS
    assert last_signs(gather._OTHERS.pattern) == gather._OTHERS_END


@pytest.mark.parametrize("name", shipped_names())
def test_every_label_of_a_field_is_looked_for_where_its_first_sign_stands(name: str) -> None:
    ready = lexicon(shipped(name))
    assert all(word[0] in ready.label_signs for word in ready.labels)
    assert not needs(ready.label.pattern, "".join(ready.label_signs - {next(iter(ready.label_signs))}))


def test_needing_a_sign_is_told_of_every_way_of_a_pattern() -> None:
    assert needs("(?:ab|cb)d?", "b")
    assert needs("a(?=b)|b", "b")
    assert not needs("ab?|b", "b")
    assert not needs("[^a]", "b")
    assert not needs("[bc]", "b")


def test_a_message_holds_the_signs_of_its_folded_text() -> None:
    assert fold("戶１ ").signs == {"户", "1"}
