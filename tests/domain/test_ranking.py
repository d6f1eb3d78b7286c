"""The ranking is fair: it looks at how a unit works, and neither at its size nor at how much there was to do."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from domain.ranking import ENOUGH, Record, middle, placed, points

shares = st.integers(0, 10).map(lambda tenths: tenths / 10)
waits = st.integers(0, 3000).map(float)


@st.composite
def records(draw: st.DrawFn, unit_id: int = 1, least: int = 0) -> Record:
    days, due = draw(st.integers(least, 7)), draw(st.integers(least, 7))
    return Record(
        unit_id,
        days,
        draw(st.integers(0, days)),
        tuple(draw(st.lists(shares, min_size=days, max_size=days))),
        tuple(draw(st.lists(waits, min_size=least, max_size=7))),
        0,
        due,
        draw(st.integers(0, due)),
    )


@st.composite
def towns(draw: st.DrawFn, least: int = 0) -> list[Record]:
    return [draw(records(unit, least)) for unit in range(10, 10 + draw(st.integers(1, 6)))]


def _more_often(record: Record, times: int, unit_id: int) -> Record:
    """The same behaviour, seen that many times as often."""
    return Record(
        unit_id,
        record.days * times,
        record.on_time * times,
        record.complete * times,
        record.waited * times,
        record.answered * times,
        record.due * times,
        record.done * times,
    )


@given(records(least=ENOUGH), st.integers(2, 9), towns())
def test_who_works_alike_has_the_same_place_however_much_there_was_to_do(
    one: Record, times: int, others: list[Record]
) -> None:
    reached = points([one, _more_often(one, times, 2), *others])
    assert reached[1] == reached[2]
    assert len({place.place for place in placed(reached) if place.unit_id in (1, 2)}) == 1


@given(towns())
def test_units_without_a_day_to_report_on_are_not_compared(town: list[Record]) -> None:
    assert set(points(town)) == {record.unit_id for record in town if record.days}


@given(towns())
def test_a_day_out_of_the_denominator_changes_nothing_for_anybody(town: list[Record]) -> None:
    """An excused unit stands beside the others as if it were not there."""
    excused = Record(99)
    assert points([*town, excused]) == points(town)


@given(towns(), st.permutations(range(6)))
def test_points_do_not_depend_on_the_order_of_the_units(town: list[Record], order: list[int]) -> None:
    mixed = [town[at] for at in order if at < len(town)]
    assert points(mixed) == points(town)


@given(towns())
def test_points_are_between_nothing_and_a_hundred(town: list[Record]) -> None:
    assert all(0 <= reached <= 100 for reached in points(town).values())


@given(records(least=ENOUGH), towns(least=1))
def test_to_do_better_never_costs_points_beside_the_same_others(one: Record, others: list[Record]) -> None:
    """The middle moves by one unit's doing; beside three who work as it did, its own place does not get worse."""
    before = [one, *(replace(one, unit_id=unit) for unit in (2, 3, 4)), *others]
    better = replace(one, on_time=one.days, complete=(1.0,) * one.days, waited=(0.0,) * len(one.waited), done=one.due)
    places = {place.unit_id: place.place for place in placed(points([better, *before[1:]]))}
    assert places[1] <= places[2] == places[3] == places[4]


def test_what_was_seen_once_is_drawn_towards_the_middle() -> None:
    """One task answered badly costs less than three of them; one answered well wins less."""
    steady = [Record(unit, 7, 7, (1.0,) * 7, (30.0,) * 5, 0, 5, 4) for unit in range(10, 15)]
    once, often = Record(1, 7, 7, (1.0,) * 7, (3000.0,), 0, 1, 0), Record(2, 7, 7, (1.0,) * 7, (3000.0,) * 3, 0, 3, 0)
    reached = points([*steady, once, often])
    assert reached[2] < reached[1] < reached[10]
    lucky, good = Record(3, 7, 7, (1.0,) * 7, (0.0,), 0, 1, 1), Record(4, 7, 7, (1.0,) * 7, (0.0,) * 3, 0, 3, 3)
    reached = points([*steady, lucky, good])
    assert reached[4] > reached[3] > reached[10]


def test_who_had_no_task_stands_in_the_middle_of_those_who_had() -> None:
    week = (1.0,) * 7
    town = [
        Record(1, 7, 7, week, (0.0,) * 3, 0, 3, 3),
        Record(2, 7, 7, week),
        Record(3, 7, 7, week, (900.0,) * 3, 0, 3, 0),
    ]
    reached = points([*town, Record(4, 7, 7, week, (60.0,) * 3, 0, 3, 2)])
    assert reached[1] > reached[2] > reached[3]


def test_where_there_is_one_day_it_counts_whole() -> None:
    reached = points([Record(1, 1, 1, (1.0,)), Record(2, 1, 0, (1.0,)), Record(3, 1, 0, (0.0,))])
    assert reached == {1: 100, 2: 75, 3: 50}


def test_who_shares_points_shares_a_place_and_the_next_is_as_much_further_down() -> None:
    found = placed({1: 80, 2: 90, 3: 80, 4: 70})
    assert [(one.unit_id, one.place) for one in found] == [(2, 1), (1, 2), (3, 2), (4, 4)]


@given(towns())
def test_the_middle_lies_between_the_units(town: list[Record]) -> None:
    found, told = middle(town), [record.completeness for record in town if record.days]
    known = [value for value in told if value is not None]
    assert (found.complete is None) == (not known)
    assert found.complete is None or min(known) <= found.complete <= max(known)
