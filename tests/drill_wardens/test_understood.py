"""Whatever the town's people say, the reader understands: nothing wrong is accepted, nothing said is lost, no needless
question. Hundreds of messages in every style, each with its truth beside it."""

import random
from collections.abc import Iterator
from decimal import Decimal

import pytest

from domain.forms import shipped, shipped_names
from domain.parsing import ParsedReport, UnitIndex, parse
from drill.wardens.acts import Reported
from drill.wardens.said import Said
from drill.wardens.styles import (
    STYLES,
    Scene,
    addition,
    chatter,
    correction,
    doubtful,
    relay,
    render,
    signed,
    with_unknown,
    zero_report,
)
from drill.wardens.truth import true_day
from tests.drill_wardens.towns import DAY, SEEDS, plan, scene, sheet, town

seeds = pytest.mark.parametrize("seed", SEEDS)
FORMS = shipped_names()
DOUBTS = ("approximate", "conflict", "too_large", "impossible", "rule")


def index(seed: int) -> UnitIndex:
    return UnitIndex((unit.code, unit.name, unit.aliases) for unit in town(seed).units)


def meant(said: Said) -> dict[str, object]:
    return {
        "unit": said.unit,
        "values": dict(said.truth),
        "cumulative": dict(said.cumulative),
        "texts": dict(said.texts),
        "zero": said.zero,
        "mode": said.mode,
        "asked": sorted((doubt.indicator or "", doubt.reason) for doubt in said.doubts),
    }


def read(report: ParsedReport, said: Said) -> dict[str, object]:
    """The report as it was read; one that names no unit or day is its sender's, of today."""
    assert report.day in (None, said.day)
    return {
        "unit": said.unit if report.unit is None else report.unit_code,
        "values": dict(report.values),
        "cumulative": dict(report.cumulative),
        "texts": dict(report.texts),
        "zero": report.zero_report,
        "mode": report.mode,
        "asked": sorted((question.indicator or "", question.reason) for question in report.questions),
    }


def check(said: Said, seed: int, form: str = "epidemic") -> None:
    parsed = parse(said.text, shipped(form), day=DAY, units=index(seed))
    assert len(parsed.reports) == 1, said.text
    assert read(parsed.reports[0], said) == meant(said), said.text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("style", list(STYLES))
def test_a_plain_report_is_accepted_whole_and_nothing_is_asked(style: str, form: str) -> None:
    for seed in SEEDS:
        rng = random.Random(f"{seed}/{style}")
        for _ in range(4):
            told = scene(rng, seed, form, named=rng.random() < 0.6)
            check(render(told, rng, style), seed, form)


@seeds
@pytest.mark.parametrize("reason", DOUBTS)
def test_a_doubtful_value_is_asked_and_the_rest_accepted(reason: str, seed: int) -> None:
    rng = random.Random(f"{seed}/{reason}")
    for _ in range(4):
        told = scene(rng, seed)
        check(signed(doubtful(told, rng, reason), told, reason), seed)


@seeds
def test_a_name_that_the_form_does_not_know_is_asked(seed: int) -> None:
    rng = random.Random(f"{seed}/unknown")
    for _ in range(6):
        told = scene(rng, seed)
        check(signed(with_unknown(told, rng), told, "unknown"), seed)


def follow_ups(rng: random.Random, told: Scene) -> Iterator[Said]:
    code, value = next(iter(told.facts.values.items()))
    yield zero_report(told, rng)
    yield addition(told, {code: Decimal(rng.randint(2, 30))}, rng)
    yield correction(told, code, value + 9, value, rng)


@seeds
def test_zero_reports_additions_and_corrections_do_what_they_say(seed: int) -> None:
    rng = random.Random(f"{seed}/more")
    for _ in range(8):
        told = scene(rng, seed, named=rng.random() < 0.6)
        for said in follow_ups(rng, told):
            check(signed(said, told, ""), seed)


@seeds
def test_a_roll_call_list_is_a_report_for_each_unit(seed: int) -> None:
    rng = random.Random(f"{seed}/relay")
    for _ in range(6):
        scenes = {}
        for unit in rng.sample(town(seed).reporting(), 4):
            facts = true_day(rng, sheet(), unit.code, DAY)
            few = facts.only(list(facts.values)[: rng.randint(0, 5)])
            scenes[unit.code] = Scene(sheet(), few, unit.name, unit.code)
        said = relay(list(scenes.values()), rng)
        reports = parse(said.text, shipped("epidemic"), day=DAY, units=index(seed)).reports
        assert [report.unit_code for report in reports] == list(scenes), said.text
        for report, (code, part) in zip(reports, said.parts.items(), strict=True):
            assert read(report, signed(part, scenes[code], "")) == meant(signed(part, scenes[code], "")), said.text


@seeds
def test_chatter_is_nothing(seed: int) -> None:
    rng = random.Random(f"{seed}/chatter")
    for _ in range(20):
        text = chatter(rng).text
        assert not parse(text, shipped("epidemic"), day=DAY, units=index(seed)).is_report, text


@seeds
def test_every_report_of_a_planned_day_is_understood(seed: int) -> None:
    told = [meaning.said for act in plan(seed).acts for meaning in act.means if isinstance(meaning, Reported)]
    alone = [said for said in told if said.style != "relay"]
    assert len(alone) >= 45
    for said in alone:
        check(said, seed)
