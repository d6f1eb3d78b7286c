"""Every style says what is true, in words that a person might type."""

import random

import pytest

from domain.forms import shipped_names
from drill.wardens.styles import (
    STYLES,
    addition,
    chatter,
    correction,
    doubtful,
    relay,
    render,
    with_unknown,
    zero_report,
)
from tests.drill_wardens.towns import SEEDS, scene


@pytest.mark.parametrize("form", shipped_names())
@pytest.mark.parametrize("style", list(STYLES))
def test_a_style_tells_all_the_facts_without_a_doubt(style: str, form: str) -> None:
    for seed in SEEDS:
        told = scene(random.Random(seed), form=form)
        said = render(told, random.Random(seed), style)
        assert said.truth == dict(told.facts.values)
        assert said.doubts == ()
        assert said.style == style
        assert said.unit == told.code
        assert said.text.strip() == said.text


def test_the_same_chance_says_the_same_words() -> None:
    told = scene(random.Random(2))
    assert render(told, random.Random(9)).text == render(told, random.Random(9)).text


def test_two_styles_hardly_ever_write_alike() -> None:
    told = scene(random.Random(4))
    texts = {render(told, random.Random(1), style).text for style in STYLES}
    assert len(texts) == len(STYLES)


@pytest.mark.parametrize("reason", ["approximate", "conflict", "too_large", "impossible", "rule", None])
def test_a_doubtful_report_holds_one_doubt_and_keeps_it_out_of_the_truth(reason: str | None) -> None:
    seen = 0
    for seed in range(40):
        told = scene(random.Random(seed))
        said = doubtful(told, random.Random(seed), reason)
        (doubt,) = said.doubts
        seen += doubt.reason == reason or reason is None
        assert doubt.indicator not in said.truth
        assert doubt.quote in said.text
        assert doubt.indicator is None or said.settled()[doubt.indicator] == doubt.truth
    assert seen >= 10


def test_an_unknown_name_is_to_be_dropped() -> None:
    told = scene(random.Random(3))
    said = with_unknown(told, random.Random(3))
    assert [(doubt.indicator, doubt.truth) for doubt in said.doubts] == [(None, None)]
    assert said.settled() == dict(told.facts.values)


def test_a_zero_report_holds_no_values() -> None:
    said = zero_report(scene(random.Random(1)), random.Random(1))
    assert said.zero
    assert not said.truth


def test_an_addition_adds_and_a_correction_replaces() -> None:
    told = scene(random.Random(1))
    code, value = next(iter(told.facts.values.items()))
    more = addition(told, {code: value}, random.Random(1))
    fixed = correction(told, code, value + 9, value, random.Random(1))
    assert (more.mode, fixed.mode) == ("add", "replace")
    assert fixed.truth == {code: value}


def test_a_roll_call_list_names_every_unit_once() -> None:
    rng = random.Random(6)
    scenes = {told.code: told for told in (scene(rng) for _ in range(4))}
    said = relay(list(scenes.values()), rng)
    assert set(said.parts) == set(scenes)
    for told in scenes.values():
        assert said.text.count(told.name) == 1


def test_chatter_is_no_report() -> None:
    assert not any(chatter(random.Random(seed)).is_report for seed in range(20))
