"""A unit's day is the fold of what was said of it."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.forms import shipped
from domain.reporting import Change, Folded, Statement, changes, flows, fold, in_order, makers, restated

START = datetime(2026, 2, 6, 4, 0, tzinfo=UTC)
FLOWS = flows(shipped("epidemic"))
CODES = ("households_visited", "people_screened", "returnees", "home_isolation", "masks")
LABELS = ("problems", "remarks")

figures = st.dictionaries(st.sampled_from(CODES), st.integers(0, 500).map(Decimal), max_size=4)
words = st.dictionaries(st.sampled_from(LABELS), st.sampled_from(("口罩不足", "照明不足", "党员送菜")), max_size=2)


@st.composite
def statements(draw: st.DrawFn) -> list[Statement]:
    """A day's statements, no two of the same second."""
    count = draw(st.integers(0, 6))
    minutes = draw(st.lists(st.integers(0, 600), min_size=count, max_size=count, unique=True))
    return [
        Statement(
            START + timedelta(minutes=minute),
            dict(draw(figures)),
            draw(figures),
            draw(words),
            draw(st.sampled_from(("replace", "add"))),
            draw(st.booleans()),
            number,
        )
        for number, minute in enumerate(minutes, start=1)
    ]


def said(minute: int, values: dict[str, int | None], mode: str = "replace", *, zero: bool = False) -> Statement:
    """A statement of that minute of the afternoon."""
    given_values = {code: None if value is None else Decimal(value) for code, value in values.items()}
    return Statement(
        START + timedelta(minutes=minute), given_values, mode="add" if mode == "add" else "replace", zero=zero
    )


def folded(*given_statements: Statement) -> dict[str, int]:
    """The figures of these statements, as plain numbers, without the zeros of a zero report."""
    return {code: int(value) for code, value in fold(given_statements, ()).values.items()}


@given(statements())
def test_the_order_in_which_statements_are_read_does_not_matter(day: list[Statement]) -> None:
    assert fold(day, FLOWS) == fold(list(reversed(day)), FLOWS)


@given(statements(), figures)
def test_a_later_statement_replaces_just_what_it_names(day: list[Statement], values: dict[str, Decimal]) -> None:
    before = fold(day, FLOWS)
    after = fold([*day, Statement(START + timedelta(days=1), dict(values), id=99)], FLOWS)
    assert after.values == {**before.values, **values}
    assert after.texts == before.texts


@given(statements(), figures)
def test_an_addition_adds_to_what_is_there(day: list[Statement], values: dict[str, Decimal]) -> None:
    before = fold(day, ())
    after = fold([*day, Statement(START + timedelta(days=1), dict(values), mode="add", id=99)], ())
    assert after.values == before.values | {c: before.values.get(c, Decimal(0)) + x for c, x in values.items()}


@given(statements())
def test_saying_the_whole_day_again_changes_nothing(day: list[Statement]) -> None:
    once = fold(day, FLOWS)
    again = Statement(START + timedelta(days=1), dict(once.values), once.cumulative, once.texts, id=99)
    assert fold([*day, again], FLOWS).values == once.values


@given(statements())
def test_a_zero_report_gives_zero_to_every_flow_that_nobody_gave_and_to_no_stock(day: list[Statement]) -> None:
    result = fold(day, FLOWS)
    named = {code for one in day for code in one.values}
    if any(one.zero for one in day):
        assert {code: result.values[code] for code in FLOWS - named} == dict.fromkeys(FLOWS - named, Decimal(0))
    assert not (set(result.values) - named - FLOWS)


@given(statements(), st.sampled_from(CODES))
def test_the_makers_of_a_figure_add_up_to_it(day: list[Statement], code: str) -> None:
    parts = [one.values.get(code, Decimal(0)) or Decimal(0) for one in makers(day, code)]
    assert sum(parts) == fold(day, FLOWS).values.get(code, Decimal(0))


@given(statements())
def test_every_figure_of_the_fold_was_said_by_somebody(day: list[Statement]) -> None:
    for code in fold(day, FLOWS).values:
        assert makers(day, code)


def test_a_field_that_is_held_back_is_absent_until_somebody_says_it() -> None:
    first, held = said(0, {"returnees": 5}), said(1, {"returnees": None})
    assert folded(first, held) == {}
    assert folded(first, held, said(2, {"returnees": 3}, "add")) == {}
    assert folded(first, held, said(3, {"returnees": 7})) == {"returnees": 7}


def test_a_zero_report_does_not_give_zero_to_what_is_held_back() -> None:
    result = fold([said(0, {"returnees": None}), said(1, {}, zero=True)], FLOWS)
    assert "returnees" not in result.values
    assert result.zero


def test_figures_beside_a_zero_report_stand_and_end_it() -> None:
    result = fold([said(0, {}, zero=True), said(1, {"returnees": 2})], FLOWS)
    assert result.values["returnees"] == 2
    assert result.values["fever_cases"] == 0
    assert not result.zero


def test_words_of_one_label_are_replaced_and_added_words_joined() -> None:
    first = Statement(START, texts={"problems": "口罩不足"})
    later = Statement(START + timedelta(minutes=1), texts={"problems": "照明不足"}, id=1)
    more = Statement(START + timedelta(minutes=2), texts={"problems": "缺人手"}, mode="add", id=2)
    assert fold([first, later], ()).texts == {"problems": "照明不足"}
    assert fold([first, later, more], ()).texts == {"problems": "照明不足；缺人手"}


def test_an_edit_says_again_only_what_it_changed_and_a_later_message_had_replaced() -> None:
    old, later = said(0, {"households_visited": 12, "returnees": 1}), said(5, {"households_visited": 13})
    edit = said(0, {"households_visited": 12, "returnees": 2})
    at = START + timedelta(minutes=9)
    assert restated([old], edit, [later], at).empty
    changed = restated([old], said(0, {"households_visited": 15}), [later], at)
    assert changed.values == {"households_visited": Decimal(15)}
    assert changed.said_at == at


@given(statements(), figures, figures)
def test_an_edit_comes_to_the_same_as_sending_its_changes_again(
    later: list[Statement], old: dict[str, Decimal], new: dict[str, Decimal]
) -> None:
    rivals = [Statement(one.said_at, one.values, id=one.id) for one in later]
    before, after = Statement(START - timedelta(hours=1), dict(old)), Statement(START - timedelta(hours=1), dict(new))
    again = restated([before], after, rivals, START + timedelta(days=1))
    result = fold([after, *rivals, again], ()).values
    for code, value in new.items():
        if old.get(code) != value:
            assert result[code] == value


def test_statements_of_the_same_second_stand_in_the_order_in_which_they_came() -> None:
    first, second = Statement(START, {"masks": Decimal(1)}, id=1), Statement(START, {"masks": Decimal(2)}, id=2)
    assert in_order([second, first]) == [first, second]


def test_changes_tell_what_is_new_other_and_gone() -> None:
    before = {"masks": Decimal(5), "returnees": Decimal(1), "leaflets": Decimal(2)}
    after = {"masks": Decimal(5), "returnees": Decimal(2), "slogans": Decimal(4)}
    assert changes(before, after) == [
        Change("returnees", Decimal(1), Decimal(2)),
        Change("slogans", None, Decimal(4)),
        Change("leaflets", Decimal(2), None),
    ]


def test_nothing_said_is_an_empty_day() -> None:
    assert fold([], FLOWS) == Folded()
