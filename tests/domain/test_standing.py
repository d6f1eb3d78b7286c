"""Who is in which state, and in time: one judgement, by when people pressed send."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.levels import Closes
from domain.standing import Heard, State, standing
from domain.units import Unit, UnitTree

CLOSE = datetime(2026, 2, 6, 8, 0, tzinfo=UTC)
CLOSES = Closes(CLOSE)
TREE = UnitTree.of([Unit(1, "T", "镇", reports=False), *(Unit(n, str(n), f"村{n}", parent_id=1) for n in range(2, 12))])
UNITS = [unit.id for unit in TREE.reporting()]

instants = st.integers(-7200, 7200).map(lambda seconds: CLOSE + timedelta(seconds=seconds))
heard = st.builds(Heard, instants, st.integers(0, 3))
days = st.tuples(st.dictionaries(st.sampled_from(UNITS), heard), st.frozensets(st.sampled_from(UNITS)))


@given(days)
def test_every_unit_is_in_exactly_one_state(day: tuple[dict[int, Heard], frozenset[int]]) -> None:
    reports, excused = day
    marks = standing(TREE, reports, excused, CLOSES)
    assert list(marks.marks) == UNITS
    assert sum(marks.counts.values()) == len(UNITS)
    assert {unit for state in State for unit in marks.of(state)} == set(UNITS)


@given(days)
def test_a_unit_is_silent_only_if_it_neither_reported_nor_is_excused(
    day: tuple[dict[int, Heard], frozenset[int]],
) -> None:
    reports, excused = day
    assert set(standing(TREE, reports, excused, CLOSES).silent) == set(UNITS) - set(reports) - excused


@given(days)
def test_excused_units_are_in_no_rate_whether_they_report_or_not(
    day: tuple[dict[int, Heard], frozenset[int]],
) -> None:
    reports, excused = day
    with_them = standing(TREE, reports, excused, CLOSES).rate
    without = standing(TREE, {unit: one for unit, one in reports.items() if unit not in excused}, excused, CLOSES).rate
    assert with_them == without
    judged = [unit for unit in UNITS if unit not in excused]
    in_time = [unit for unit in judged if unit in reports and reports[unit].first_at <= CLOSE]
    assert with_them == (100 * len(in_time) // len(judged) if judged else None)


@given(instants, st.integers(0, 3))
def test_on_time_is_up_to_and_including_the_closing_instant(first_at: datetime, questions: int) -> None:
    mark = standing(TREE, {2: Heard(first_at, questions)}, frozenset(), CLOSES).marks[2]
    assert mark.on_time == (first_at <= CLOSE)
    assert mark.late == (first_at > CLOSE)
    assert mark.state is (State.QUESTIONS if questions else State.REPORTED)


@given(st.dictionaries(st.sampled_from(UNITS), heard), st.integers(0, 120))
def test_an_extension_turns_nobody_late(reports: dict[int, Heard], minutes: int) -> None:
    before = standing(TREE, reports, frozenset(), CLOSES)
    after = standing(TREE, reports, frozenset(), Closes(CLOSE + timedelta(minutes=minutes)))
    assert set(after.late) <= set(before.late)
    assert (after.rate or 0) >= (before.rate or 0)


def test_a_rate_of_a_hundred_is_said_only_when_nobody_was_late() -> None:
    reports = {unit: Heard(CLOSE) for unit in UNITS} | {UNITS[-1]: Heard(CLOSE + timedelta(seconds=1))}
    assert standing(TREE, reports, frozenset(), CLOSES).rate == 90
    assert standing(TREE, {unit: Heard(CLOSE) for unit in UNITS}, frozenset(), CLOSES).rate == 100


def test_a_subtree_holds_only_its_own_units() -> None:
    tree = UnitTree.of(
        [*TREE.units.values(), Unit(20, "A", "片", parent_id=1, reports=False), Unit(21, "21", "组", 20)]
    )
    marks = standing(tree, {21: Heard(CLOSE)}, frozenset(), CLOSES)
    assert list(marks.within(tree, 20).marks) == [21]
    assert list(marks.among((20, 2), tree).marks) == [2, 21]
    assert marks.within(tree, None) is marks
