"""A question whose person cannot be reached in private is asked in the group, whenever that turns out."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from tests.support.cast import ZONE
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 7, 40, tzinfo=ZONE)
DOUBTFUL = "入户86户，排查约240人"


def _blocks(stage: Stage) -> None:
    stage.telegram.block(stage.cast.people["陈建国"])


def _never_started(stage: Stage) -> None:
    stage.cast.people["陈建国"].started = False


@pytest.mark.parametrize("silently", [_blocks, _never_started])
async def test_a_question_that_does_not_arrive_in_private_is_asked_in_the_group(
    tmp_path: Path, silently: Callable[[Stage], None]
) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        chief, group = stage.cast.people["陈建国"], stage.cast.groups["东观社区群"]
        report = stage.telegram.say(chief, group, DOUBTFUL)
        silently(stage)
        await stage.settle()
        asked = [m for m in stage.telegram.shown(group) if "请确认" in m.words]
        assert len(asked) == 1
        assert asked[0].reply_to is report
        assert not any("请确认" in m.words for m in stage.telegram.shown(stage.telegram.private(chief)))
        stage.telegram.press_label(chief, asked[0], "240")
        await stage.settle()
        settled = next(m for m in stage.telegram.shown(group) if m.id == asked[0].id)
        assert "请确认" not in settled.words
        assert stage.surprises == []


async def test_a_lead_who_cannot_be_asked_about_a_stranger_is_asked_in_the_group(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        group = stage.cast.groups["黄溪村群"]
        stage.cast.people["张守田"].started = False
        stage.telegram.say(stage.cast.people["陌生人"], group, "黄溪村 入户86户")
        await stage.settle()
        asked = [m for m in stage.telegram.shown(group) if "不在名册" in m.words]
        assert len(asked) == 1
        stage.telegram.press_label(stage.cast.people["张守田"], asked[0], "计入")
        await stage.settle()
        assert any("1/5" in m.words for m in stage.telegram.shown(stage.cast.groups["指挥部"]))
