"""Forms are data: what a form file must hold, and how every mistake in it is told."""

from decimal import Decimal

import pytest

from domain.errors import Mistake
from domain.forms import Form, check, read, shipped, shipped_names, shipped_text

LEAST = """
code = "least"
name = "最小"
[[indicator]]
code = "visits"
name = "入户"
measure = "户"
kind = "flow"
"""


def mistakes(text: str) -> list[tuple[str, str]]:
    found = read(text)
    assert isinstance(found, tuple)
    return [(m.key, m.reason) for m in found]


@pytest.mark.parametrize("name", shipped_names())
def test_each_shipped_form_is_without_mistakes(name: str) -> None:
    form = shipped(name)
    assert form.code == name
    assert len(form.by_code) == len(form.indicators) >= 15


@pytest.mark.parametrize("name", shipped_names())
def test_each_shipped_form_has_its_names_in_english_and_traditional_script(name: str) -> None:
    form = shipped(name)
    for named in (form, *form.indicators, *form.texts):
        assert set(named.names) == {"en", "zh-Hant"}
        assert all(named.names.values())


def test_the_shipped_forms_are_epidemic_and_flood() -> None:
    assert set(shipped_names()) >= {"epidemic", "flood"}


def test_an_unknown_form_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        shipped_text("nowhere")


def test_the_epidemic_form_has_the_limits_and_alerts_of_the_contract() -> None:
    form = shipped("epidemic")
    assert len(form.indicators) == 28
    assert [i.code for i in form.indicators if i.alert] == ["key_area_returnees", "close_contacts", "fever_cases"]
    assert form.indicator("alcohol").asks == Decimal(50000)
    assert form.measure_of(form.indicator("alcohol")).decimal
    assert not form.measure_of(form.indicator("staff_on_duty")).decimal
    assert [i.code for i in form.indicators if i.kind == "stock"] == [
        "home_isolation",
        "checkpoints",
        "staff_on_duty",
        "masks",
        "alcohol",
        "disinfectant",
        "thermometers",
    ]


def test_an_indicator_shows_its_own_name_where_a_language_has_none() -> None:
    indicator = shipped("epidemic").indicator("households_visited")
    assert indicator.shown("zh-Hant") == "入戶排查"
    assert indicator.shown("fr") == "入户排查"


def test_the_least_form_needs_a_code_a_name_and_one_indicator() -> None:
    form = read(LEAST)
    assert isinstance(form, Form)
    assert form.indicator("visits").asks is None


def test_a_file_that_is_not_toml_is_one_mistake() -> None:
    assert mistakes("code = ") == [("", "not_toml")]


def test_every_mistake_is_told_not_only_the_first() -> None:
    broken = """
code = "broken"
colour = "red"
[[indicator]]
code = "visits"
name = "入户"
measure = "户"
kind = "river"
asks = -1
[[indicator]]
code = "visits"
name = ""
measure = "户"
kind = "flow"
words = "走访"
alert = "yes"
[[rule]]
left = "visits"
right = "nobody"
kind = "at_least"
"""
    assert mistakes(broken) == [
        ("colour", "unknown_key"),
        ("indicator[1].kind", "unknown_kind"),
        ("indicator[1].asks", "bad_number"),
        ("indicator[2].name", "missing"),
        ("indicator[2].words", "not_words"),
        ("indicator[2].alert", "not_yes_or_no"),
        ("indicator", "code_twice"),
        ("rule[1].right", "unknown_code"),
        ("rule[1].kind", "unknown_rule"),
        ("name", "missing"),
    ]


def test_two_indicators_may_share_a_word_only_where_the_measure_tells_them_apart() -> None:
    other = '[[indicator]]\ncode = "people"\nname = "人数"\nmeasure = "{}"\nkind = "flow"\nwords = ["入户"]\n'
    assert isinstance(read(LEAST + other.format("人")), Form)
    assert mistakes(LEAST + other.format("户")) == [("indicator", "word_shared")]


def test_a_mistake_names_the_word_and_the_codes_that_share_it() -> None:
    text = LEAST + '[[text]]\ncode = "notes"\nname = "入户"\n'
    assert read(text) == (Mistake("indicator", "word_shared", {"word": "入户", "codes": "visits, notes"}),)


def test_a_rule_may_look_at_the_day_before() -> None:
    rules = '[[rule]]\nleft = "visits"\nright = "visits"\nright_day = "before"\n'
    form = read(LEAST + rules)
    assert isinstance(form, Form)
    assert form.rules[0].right_day == "before"
    assert mistakes(LEAST + rules.replace('"before"', '"later"')) == [
        ("rule[1].right", "rule_of_itself"),
        ("rule[1].right_day", "unknown_day"),
    ]


def test_a_form_without_indicators_and_odd_tables_are_told() -> None:
    found = check({"code": "x", "name": "y", "indicator": "none", "measures": [], "names": 3})
    assert isinstance(found, tuple)
    assert {(m.key, m.reason) for m in found} == {
        ("indicator", "not_tables"),
        ("indicator", "no_indicators"),
        ("measures", "not_tables"),
        ("names", "not_names"),
    }
