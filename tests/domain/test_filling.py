"""The form, led through question by question."""

import json
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.filling import Filling, order_of
from domain.forms import shipped

FORM = shipped("epidemic")
CODES = tuple(indicator.code for indicator in FORM.indicators)
DAY = date(2026, 2, 6)

MOVES = ("answer", "skip", "back", "doubt", "again", "review", "resume")


def moved(filling: Filling, move: str) -> Filling:
    """The filling after one move; those that do not fit where it is do nothing."""
    if move in ("answer", "skip", "doubt") and filling.asked is None:
        return filling
    match move:
        case "answer":
            return filling.answered(Decimal("1.5"))
        case "skip":
            return filling.skipped()
        case "back":
            return filling.back()
        case "doubt":
            return filling.doubting(Decimal(9000))
        case "again":
            return filling.asking_anew()
        case "review":
            return filling.reviewed()
        case _:
            return filling.resumed()


@given(st.lists(st.sampled_from(MOVES), max_size=40))
def test_a_form_is_the_same_after_it_was_kept_and_read_again(moves: list[str]) -> None:
    filling = Filling(7, DAY, CODES)
    for move in moves:
        filling = moved(filling, move)
        assert Filling.from_state(json.loads(json.dumps(filling.as_state()))) == filling
        assert filling.asked is not None or filling.done


def test_every_question_is_asked_once_and_then_the_summary_shown() -> None:
    filling = Filling(7, DAY, CODES)
    asked = []
    while filling.asked is not None:
        asked.append(filling.asked)
        filling = filling.answered(Decimal(1))
    assert asked == list(CODES)
    assert filling.done
    assert set(filling.values) == set(CODES)


def test_going_back_and_skipping_takes_a_figure_out() -> None:
    filling = Filling(7, DAY, CODES).answered(Decimal(5)).back().skipped()
    assert filling.values == {}
    assert filling.at == 1


def test_what_the_unit_usually_reports_is_asked_first_and_what_it_has_reported_not_at_all() -> None:
    order = order_of(FORM, usual=["masks", "returnees"], given=["households_visited"])
    assert order[:2] == ("returnees", "masks")
    assert "households_visited" not in order
    assert len(order) == len(CODES) - 1
