"""Targets: read with the form's words, filled by figures, held against even work."""

from datetime import date
from decimal import Decimal

import pytest

from domain.forms import shipped
from domain.targets import Goal, Span, expected_share, filled, progress, reached, read_goals, span_of
from domain.units import Unit, UnitTree

FORM = shipped("epidemic")
DAY = date(2026, 2, 6)
LEAFLETS = Goal("leaflets", "flow", Decimal(500), each=False)
SLOGANS = Goal("slogans", "flow", Decimal(6), each=True)
MASKS = Goal("masks", "stock", Decimal(1000), each=True)


def said(words: str) -> list[tuple[str, int, bool]]:
    """The goals of these words, in short."""
    return [(goal.indicator, int(goal.amount), goal.each) for goal in read_goals(words, FORM)[0]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("宣传单500", [("leaflets", 500, False)]),
        ("宣传单500份，每村标语6条", [("leaflets", 500, False), ("slogans", 6, True)]),
        ("每村标语6条、广播10次", [("slogans", 6, True), ("broadcasts", 10, True)]),
        ("每个单元标语不少于6条，全镇宣传资料 500", [("slogans", 6, True), ("leaflets", 500, False)]),
        ("入户1,200户和标语6条", [("households_visited", 1200, False), ("slogans", 6, False)]),
        ("口罩库存每村1000个", [("masks", 1000, True)]),
        ("標語６條", [("slogans", 6, False)]),
    ],
)
def test_a_target_is_read_with_the_words_of_the_form(words: str, expected: list[tuple[str, int, bool]]) -> None:
    assert said(words) == expected
    assert read_goals(words, FORM)[1] == ()


@pytest.mark.parametrize("words", ["跳舞3次", "宣传单", "宣传单约500份", "宣传单0份", "多发宣传单"])
def test_what_names_no_indicator_with_a_number_is_asked(words: str) -> None:
    assert read_goals(words, FORM) == ((), (words,))


def test_any_form_has_its_own_targets() -> None:
    goals, unread = read_goals("转移群众200人", shipped("flood"))
    assert [(goal.amount, unread) for goal in goals] == [(Decimal(200), ())]


def test_a_flow_is_added_up_and_a_stock_is_the_latest() -> None:
    days = {
        date(2026, 2, 7): {1: Decimal(3)},
        DAY: {1: Decimal(2), 2: Decimal(1)},
    }
    assert reached(SLOGANS, days) == {1: Decimal(5), 2: Decimal(1)}
    assert reached(MASKS, days) == {1: Decimal(3), 2: Decimal(1)}


def tree(covers: bool = False) -> UnitTree:
    """A node with two units below it; all three report."""
    above = Unit(1, "A", "片区", covers_subtree=covers)
    return UnitTree.of([above, Unit(2, "01", "甲村", parent_id=1), Unit(3, "02", "乙村", parent_id=1)])


def test_more_than_was_asked_of_one_unit_makes_up_for_no_other() -> None:
    one = progress(SLOGANS, {2: Decimal(12), 3: Decimal(3)}, [2, 3], tree())
    assert (one.share, one.full_units, one.filled_by(2), one.filled_by(3)) == (Decimal("0.75"), 1, True, False)
    assert one.behind([2, 3], Decimal(1)) == [3]


def test_what_all_are_to_reach_is_filled_for_all_at_once_and_counts_no_figure_twice() -> None:
    figures = {1: Decimal(300), 2: Decimal(200), 3: Decimal(100)}
    assert progress(LEAFLETS, figures, [1, 2, 3], tree()).reached == 600
    covered = progress(LEAFLETS, figures, [1, 2, 3], tree(covers=True))
    assert covered.reached == 300
    assert not filled([covered], 2)
    assert filled([progress(LEAFLETS, figures, [1, 2, 3], tree())], 3)


def test_figures_of_units_that_do_not_have_the_task_do_not_count() -> None:
    assert progress(LEAFLETS, {2: Decimal(200), 3: Decimal(400)}, [2], tree()).reached == 200


def test_even_work_is_expected_by_whole_days() -> None:
    span = Span(DAY, date(2026, 2, 8))
    shares = [expected_share(span, date(2026, 2, day)) for day in (5, 6, 7, 8, 9)]
    assert shares == [0, Decimal(1) / 3, Decimal(2) / 3, 1, 1]
    assert expected_share(Span(DAY, None), DAY) is None


def test_reports_of_a_day_that_had_closed_before_the_task_went_out_do_not_count() -> None:
    tomorrow = date(2026, 2, 7)
    assert span_of(DAY, True, tomorrow) == Span(DAY, tomorrow)
    assert span_of(DAY, False, tomorrow) == Span(tomorrow, tomorrow)
    assert span_of(DAY, False, DAY) == Span(DAY, DAY)
    assert not span_of(DAY, False, None).holds(DAY)
