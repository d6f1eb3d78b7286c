"""What can be done about a doubtful figure."""

from decimal import Decimal

import pytest

from domain.doubts import Doubt, Option, broken_rules, impossible, likely_codes, options, suspicious
from domain.forms import shipped

FORM = shipped("epidemic")


def values_offered(doubt: Doubt, yesterday: dict[str, Decimal] | None = None) -> list[int]:
    """The figures that the buttons offer."""
    return [int(way.value) for way in options(FORM, doubt, {}, yesterday or {}) if way.way == "value" and way.value]


def test_an_about_number_can_be_taken_as_it_is_changed_or_left_out() -> None:
    ways = options(FORM, Doubt("people_turned_back", Decimal(300), "劝返约300人", "approximate"), {}, {})
    assert ways == [Option("value", Decimal(300)), Option("other"), Option("drop")]


def test_of_two_figures_either_can_be_meant_or_their_sum() -> None:
    doubt = Doubt("households_visited", Decimal(123), "入户排查57户，入户排查66户", "conflict")
    assert values_offered(doubt) == [57, 66, 123]


@pytest.mark.parametrize(("quote", "offered"), [("返乡-2人", [2]), ("返乡160.5人", [160, 161])])
def test_a_figure_that_cannot_be_offers_what_may_have_been_meant(quote: str, offered: list[int]) -> None:
    assert values_offered(Doubt("returnees", None, quote, "impossible")) == offered


def test_an_impossible_figure_is_never_offered() -> None:
    assert values_offered(Doubt("returnees", Decimal("2.5"), "返乡2.5人", "approximate")) == []


def test_a_change_of_a_level_offers_the_new_level_first() -> None:
    doubt = Doubt("home_isolation", Decimal(3), "新增居家隔离3人", "flow_of_stock")
    assert values_offered(doubt, {"home_isolation": Decimal(9)}) == [12, 3]


def test_an_unknown_name_can_be_left_out_noted_or_be_one_of_the_form() -> None:
    ways = options(FORM, Doubt(None, Decimal(4), "出动宣传车4次", "unknown_name"), {}, {})
    assert [way.way for way in ways[:2]] == ["drop", "note"]
    assert Option("is", Decimal(4), "broadcasts") in ways


def test_an_unknown_name_like_nothing_in_the_form_lets_the_sender_pick() -> None:
    ways = options(FORM, Doubt(None, Decimal(3), "出动无人机3架", "unknown_name"), {}, {})
    assert [way.way for way in ways] == ["drop", "note", "which"]


def test_an_indicator_that_has_its_figure_is_not_offered_for_an_unknown_name() -> None:
    given = {"broadcasts": Decimal(2)}
    assert "broadcasts" not in likely_codes(FORM, "出动宣传车4次", Decimal(4), given)


def test_heads_are_whole_and_litres_may_be_split() -> None:
    assert impossible(FORM, FORM.indicator("returnees"), Decimal("1.5")) == "decimal"
    assert impossible(FORM, FORM.indicator("returnees"), Decimal(-1)) == "negative"
    assert impossible(FORM, FORM.indicator("alcohol"), Decimal("1.5")) is None


def test_exactly_the_limit_is_not_suspicious() -> None:
    assert not suspicious(FORM.indicator("returnees"), Decimal(500))
    assert suspicious(FORM.indicator("returnees"), Decimal(501))


def test_a_rule_is_broken_only_where_both_sides_are_known() -> None:
    lefts = [rule.left for rule in broken_rules(FORM, {"people_turned_back": Decimal(9)}, {})]
    assert lefts == []
    known = {"people_turned_back": Decimal(9), "checkpoint_people": Decimal(8)}
    assert [rule.left for rule in broken_rules(FORM, known, {})] == ["people_turned_back"]
    released = {"isolation_released": Decimal(7)}
    assert [rule.left for rule in broken_rules(FORM, released, {"home_isolation": Decimal(5)})] == [
        "isolation_released"
    ]
