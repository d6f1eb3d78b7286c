"""A planned day: every part is played, in the right order, by people who are where they act."""

from collections import Counter
from datetime import timedelta

import pytest

from drill.wardens import cues
from drill.wardens.acts import COMMAND, Act, Asking, Deed, Reported, SpotKind
from drill.wardens.behaviour import plan_day
from drill.wardens.parts import CASTING, Part, members
from drill.wardens.roster import Role, found_town
from tests.drill_wardens.towns import DAY, SEEDS, TIMES, ZONE, plan, sheet, town

seeds = pytest.mark.parametrize("seed", SEEDS)


def reports(acts: tuple[Act, ...]) -> list[tuple[Act, Reported]]:
    return [(act, meaning) for act in acts for meaning in act.means if isinstance(meaning, Reported)]


def test_a_seed_is_a_day() -> None:
    again = plan_day(town(2), sheet(), DAY, ZONE, TIMES, 2)
    assert again == plan(2)
    assert again != plan(3)


@seeds
def test_every_part_is_played(seed: int) -> None:
    notes = plan(seed).notes
    for part, count in CASTING.items():
        assert len(notes[part.value]) == count, part
    assert sum(map(len, notes.values())) == 58


@seeds
def test_acts_come_in_order_on_one_day_by_people_who_are_there(seed: int) -> None:
    acts = plan(seed).acts
    assert [act.at for act in acts] == sorted(act.at for act in acts)
    for act in (*acts, *plan(seed).founding):
        assert act.at.date() == DAY
        assert act.at.microsecond == 0
        assert act.person in {one.telegram_id for one in members(town(seed), act.spot)}


@seeds
def test_who_keeps_silent_says_nothing_and_everybody_else_reports_or_waits_for_a_cue(seed: int) -> None:
    day = plan(seed)
    silent = set(day.notes[Part.NEVER.value]) | set(day.notes[Part.EXCUSED.value])
    told = {meaning.unit for _, meaning in reports(day.acts)}
    answered = {
        meaning.unit
        for rule in day.rules
        if not isinstance(rule, Asking)
        for step in rule.steps
        for meaning in step.means
        if isinstance(meaning, Reported)
    }
    assert not silent & (told | answered)
    assert not told & answered
    assert silent | told | answered == {unit.code for unit in town(seed).reporting()}


@seeds
def test_late_means_after_the_close_and_nobody_else_is_late_by_plan(seed: int) -> None:
    day = plan(seed)
    close = day.acts[0].at.replace(hour=16, minute=0, second=0)
    firsts: dict[str, Act] = {}
    for act, meaning in reports(day.acts):
        firsts.setdefault(meaning.unit, act)
    late = {unit for unit, act in firsts.items() if act.at > close}
    assert late == set(day.notes[Part.LATE.value])
    assert all(abs(act.at - close) > timedelta(minutes=3) for act in firsts.values())


@seeds
def test_every_message_that_is_edited_was_sent_before(seed: int) -> None:
    sent: set[str] = set()
    edits = 0
    for act in plan(seed).acts:
        if act.deed is Deed.EDIT:
            edits += 1
            assert act.of in sent
        sent.add(act.key)
    assert edits == 2


@seeds
def test_everybody_arrives_before_the_morning_call_and_strangers_share_their_card(seed: int) -> None:
    deeds = Counter(act.deed for act in plan(seed).acts)
    people = town(seed).people
    assert deeds[Deed.START] == len(people) - len(town(seed).having(Role.OPERATOR))
    assert deeds[Deed.CARD] == sum(not one.introduced for one in people)


@seeds
def test_the_evening_has_four_tasks_and_three_decisions(seed: int) -> None:
    said = [act for act in plan(seed).acts if act.spot == COMMAND and act.deed is Deed.SAY]
    assert sum(act.text.startswith("/task ") for act in said) == 4
    assert sum(act.text.startswith("/decide ") for act in said) == 3
    assert all(act.at.hour in (17, 18) for act in said if act.text.startswith(("/task ", "/decide ")))


@seeds
def test_groups_are_bound_before_the_day(seed: int) -> None:
    founding = plan(seed).founding
    own = {act.spot.of for act in founding if act.spot.kind is SpotKind.UNIT}
    assert all(act.text == f"/bind {act.spot.of}" for act in founding if act.spot.kind is SpotKind.UNIT)
    assert founding[-1].at < min(act.at for act in plan(seed).acts)
    assert len(own) >= 15


def test_a_smaller_town_has_a_day_too() -> None:
    small = found_town(1, size=12)
    day = plan_day(small, sheet(), DAY, ZONE, TIMES, 1)
    assert sum(map(len, day.notes.values())) == 12


def test_captions_fit() -> None:
    for seed in SEEDS:
        for act in plan(seed).acts:
            assert act.deed is not Deed.PHOTO or len(act.text) <= cues.LONGEST_CAPTION
