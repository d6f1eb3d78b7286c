"""What is true obeys the form."""

import random

import pytest

from domain.forms import shipped_names
from drill.wardens.truth import true_day
from tests.drill_wardens.towns import DAY, SEEDS, sheet


@pytest.mark.parametrize("form", shipped_names())
@pytest.mark.parametrize("seed", SEEDS)
def test_a_true_day_breaks_neither_limit_nor_rule_nor_the_measure(form: str, seed: int) -> None:
    rng, own = random.Random(seed), sheet(form)
    for _ in range(60):
        values = true_day(rng, own, "01", DAY).values
        assert 1 <= len(values) <= 28
        for code, value in values.items():
            field = own.field(code)
            assert 0 <= value <= field.limit
            assert not field.whole or value == int(value)
        for smaller, larger in own.below:
            assert smaller not in values or larger not in values or values[smaller] <= values[larger]


@pytest.mark.parametrize("form", shipped_names())
def test_alerts_are_none_unless_they_are_asked_for(form: str) -> None:
    rng, own = random.Random(7), sheet(form)
    alerts = [field.code for field in own.fields if field.alert]
    for _ in range(60):
        values = true_day(rng, own, "01", DAY).values
        assert all(values.get(code, 0) == 0 for code in alerts)


def test_an_alert_that_is_asked_for_stands_within_its_whole() -> None:
    rng, own = random.Random(7), sheet()
    values = true_day(rng, own, "01", DAY, {"key_area_returnees": 3}).values
    assert values["key_area_returnees"] == 3
    assert values["returnees"] >= 3


def test_totals_hold_the_day_and_only_flows_are_summed() -> None:
    rng, own = random.Random(8), sheet()
    for _ in range(60):
        facts = true_day(rng, own, "01", DAY)
        for code, total in facts.cumulative.items():
            assert not own.field(code).stock
            assert total > facts.values[code] > 0


def test_the_same_chance_is_the_same_day() -> None:
    days = [true_day(random.Random(5), sheet(), "01", DAY) for _ in range(2)]
    assert days[0] == days[1]
