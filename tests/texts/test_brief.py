"""The brief holds all figures in a message, folds what is long, and says what yesterday is worth beside today."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from actions import briefs
from actions.ground import gather
from actions.picture import picture
from domain.standing import Mark, Standing, State
from tests.support.cast import TOWN, ZONE
from tests.support.stage import Stage, open_stage
from texts.catalogue import Words, languages
from texts.render import MOST_CHARACTERS, Voice, render

MORNING = datetime(2026, 2, 6, 9, tzinfo=ZONE)
LEADS = {"黄溪村群": "张守田", "东观社区群": "陈建国", "白塔社区群": "孙大海", "全镇群": "赵春梅"}


def _voice(language: str = "zh-Hans") -> Voice:
    return Voice(Words(language), TOWN.form)


@pytest.mark.parametrize("language", languages())
def test_every_indicator_of_the_form_has_its_line_in_one_message(language: str) -> None:
    codes = [indicator.code for indicator in TOWN.form.indicators]
    sums = dict.fromkeys(codes, 123456)
    rows = [{"code": code, "value": 123_456, "before": 99_999, "running": 1_234_567} for code in sums]
    assert len(rows) <= briefs.MOST_ROWS
    text = render(_voice(language), "brief-totals", {"rows": rows, "zero": [], "first": True, "few_before": True})
    assert len(text) < MOST_CHARACTERS
    assert len(text.splitlines()) == len(rows) + 2


def test_problems_over_a_dozen_are_folded_and_their_units_named() -> None:
    problems: list[dict[str, Any]] = [
        {"text": f"缺第{n}种物资" + "，很急" * 100, "units": [f"{n}村"]} for n in range(1, 16)
    ]
    text = render(_voice(), "brief-problems", {"problems": problems})
    lines = text.splitlines()
    assert len(text) < MOST_CHARACTERS
    assert lines[0] == "❓ 单元反映的问题 15 条"
    assert lines[-1] == "……还有 4 条：12村、13村、14村、15村。发「/unit 单元名」看"
    assert len(lines) == 13


def test_the_excused_stand_beside_the_number_of_units_and_not_in_it() -> None:
    marks = Standing({1: Mark(1, State.REPORTED, MORNING, True), 2: Mark(2, State.EXCUSED, excused=True)})
    assert (marks.expected, marks.counts[State.EXCUSED]) == (1, 1)
    states = {"reported": 1, "late": 0, "questions": 0, "silent": 0, "excused": 1}
    fields = {**states, "day": "2026-02-06", "close": "16:00", "expected": 1, "heard": 1, "rate": 100, "units": 2}
    empty = {"groups": [], "asking": [], "alerts": [], "brief": "17:45", "problems": 0, "tasks": 0, "present": []}
    rollcall = render(_voice(), "rollcall", {**fields, **empty}).splitlines()[0]
    assert rollcall == "🕓 2月6日 16:00 截止：1 个单元（另免报 1），✅1（按时率 100%）"
    meeting = render(_voice(), "meeting", {**fields, **empty, "ends": "19:00", "alerts": 0}).splitlines()[0]
    assert meeting == "🕓 2月6日 会议开始：已报 1/1（另免报 1，按时率 100%）"


async def _report(stage: Stage, *groups: str) -> None:
    for group in groups:
        person = stage.cast.people[LEADS[group]]
        stage.telegram.say(person, stage.cast.groups[group], "入户120户，排查356人")
    await stage.settle()


async def _totals(stage: Stage) -> dict[str, Any]:
    now = stage.clock.now()
    async with stage.house() as house, house.database.work() as work:
        seen = await picture(work, TOWN, TOWN.day_of(now))
        ground = await gather(work, TOWN, seen, seen.close, now)
        return dict(briefs.brief(TOWN, ground, None, now))["brief-totals"]


async def test_a_day_on_which_few_reported_is_not_compared_with(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        await _report(stage, "黄溪村群")
        stage.clock.move_to(MORNING + timedelta(days=1))
        await _report(stage, "黄溪村群", "东观社区群")
        half = await _totals(stage)
        assert (half["few_before"], [row["before"] for row in half["rows"]]) == (False, [120, 356])
        await _report(stage, "白塔社区群")
        few = await _totals(stage)
        assert (few["few_before"], [row["before"] for row in few["rows"]]) == (True, [None, None])
        assert render(_voice(), "brief-totals", few).endswith("（昨天报的单元少，不比较）")
