"""What is far outside of a unit's own days, and what only looks so."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.history import FLOOR, Before, Usual, by_code, far_out, last_totals, misfit, usual

DAY = date(2026, 2, 6)
counts = st.integers(0, 20000).map(Decimal)
days = st.lists(counts, min_size=5, max_size=14)


def of(*values: int) -> list[Decimal]:
    """Figures as they are kept."""
    return [Decimal(value) for value in values]


def test_ten_times_the_usual_is_far_out_and_so_is_a_tenth_of_what_is_counted() -> None:
    usually = usual(of(12, 11, 13, 12, 12), 5)
    assert usually == Usual(Decimal(12), Decimal(0))
    assert far_out(Decimal(120), usually)
    assert not far_out(Decimal(30), usually)
    many = usual(of(120, 118, 122, 121, 119), 5)
    assert many is not None
    assert far_out(Decimal(12), many)
    assert not far_out(Decimal(12), many, falls=False)


def test_small_counts_do_not_nag() -> None:
    usually = usual(of(0, 0, 1, 0, 1), 5)
    assert usually is not None
    assert not far_out(Decimal(7), usually)
    assert far_out(Decimal(70), usually)


def test_days_that_differ_much_make_nothing_unusual() -> None:
    usually = usual(of(0, 300, 20, 500, 100, 260), 5)
    assert usually is not None
    assert not far_out(Decimal(900), usually)


@given(st.lists(counts, max_size=4), counts)
def test_too_few_days_tell_nothing(values: list[Decimal], value: Decimal) -> None:
    assert usual(values, 5) is None


@given(days)
def test_none_of_the_days_middles_is_far_out_and_neither_is_zero(values: list[Decimal]) -> None:
    usually = usual(values, 5)
    assert usually is not None
    assert not far_out(usually.middle, usually)
    assert not far_out(Decimal(0), usually)


@given(days, counts)
def test_what_is_near_is_never_asked(values: list[Decimal], value: Decimal) -> None:
    usually = usual(values, 5)
    assert usually is not None
    if abs(value - usually.middle) <= FLOOR:
        assert not far_out(value, usually)


@given(days, counts, counts)
def test_what_is_farther_above_is_no_less_far_out(values: list[Decimal], value: Decimal, more: Decimal) -> None:
    usually = usual(values, 5)
    assert usually is not None
    if value > usually.middle and far_out(value, usually):
        assert far_out(value + more, usually)


@given(days)
def test_the_order_of_the_days_makes_no_difference(values: list[Decimal]) -> None:
    assert usual(sorted(values), 5) == usual(values, 5)


@given(counts, counts, counts)
def test_a_total_that_goes_on_from_yesterday_is_not_asked_and_any_other_is(
    before: Decimal, today: Decimal, wrong: Decimal
) -> None:
    yesterday = Before(DAY - timedelta(days=1), before)
    assert misfit(before + today, DAY, yesterday, today) is None
    if wrong:
        found = misfit(before + today + wrong, DAY, yesterday, today)
        assert found is not None
        assert (found.wanted, found.today) == (before + today, today)


@given(counts, counts)
def test_after_a_silent_day_a_total_may_grow_and_may_not_fall(before: Decimal, total: Decimal) -> None:
    earlier = Before(DAY - timedelta(days=2), before)
    assert (misfit(total, DAY, earlier, Decimal(3)) is None) == (total >= before)
    assert (misfit(total, DAY, Before(DAY - timedelta(days=1), before), None) is None) == (total >= before)


def test_days_are_sorted_by_indicator_and_the_last_total_is_the_one_that_counts() -> None:
    assert by_code([{"a": Decimal(1)}, {"a": Decimal(2), "b": Decimal(3)}]) == {"a": of(1, 2), "b": of(3)}
    told = last_totals([(DAY, {"a": Decimal(5)}), (DAY + timedelta(days=1), {"a": Decimal(6)})])
    assert told == {"a": Before(DAY + timedelta(days=1), Decimal(6))}
