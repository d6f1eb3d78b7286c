"""Stored messages read again: every difference is told, nothing is lost that people settled or said later."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from actions import reparse
from actions.reparse import Rereading
from bot.commands.reparse import _told
from domain.reporting import flows
from domain.town import Town
from storage import outbox, questions, reports, statements
from tests.actions.test_reports import DAY, Scene, at
from tests.support.cast import TOWN
from tests.support.stage import open_stage
from texts.catalogue import Words
from texts.render import Voice


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """The cast at home, early in the morning."""
    async with open_stage(tmp_path, at("06:00")) as stage:
        yield Scene(stage)


def knowing(word: str, code: str) -> Town:
    """The town with a form that knows one more word."""
    told = [replace(i, words=(*i.words, word)) if i.code == code else i for i in TOWN.form.indicators]
    return replace(TOWN, form=replace(TOWN.form, indicators=tuple(told)))


async def read_again(scene: Scene, town: Town, *, apply: bool = False) -> list[Rereading]:
    """What the day's messages say otherwise, at eight in the evening."""
    async with scene.work() as work:
        found = await reparse.reread(work, town, DAY, DAY, at("20:00"))
        if apply:
            await reparse.apply(work, town, found, at("20:00"))
    return found


async def say_all_kinds(scene: Scene) -> None:
    """Reports of many kinds: doubts settled and open, corrections, edits, lists, zero, a near miss."""
    await scene.says("07:00", "张守田", "入户86户，劝返约300人，消毒约5处。问题：口罩不够", "黄溪村群")
    await scene.presses("07:01", "张守田", "1. 300")
    await scene.says("07:02", "刘小妹", "更正 入户 88", "黄溪村群")
    await scene.says("07:03", "张守田", "追加 入户2户", "黄溪村群")
    await scene.says("07:04", "陈建国", "#接龙 日报\n1. 东观社区 入户120户", "全镇群")
    await scene.says("07:05", "孙大海", "#接龙 日报\n1. 东观社区 入户120户\n2. 白塔社区 零报告", "全镇群")
    await scene.says("07:06", "赵春梅", "石版村 入户35户")
    await scene.presses("07:07", "赵春梅", "是")
    await scene.edits("07:08", "赵春梅", "石版村 入户36户")
    await scene.says("07:09", "周桂兰", "收到")
    await scene.says("07:10", "周桂兰", "隔离12人")
    await scene.says("07:11", "周桂兰", "12 是返乡，不是隔离")


async def test_the_same_form_reads_the_same(scene: Scene) -> None:
    await say_all_kinds(scene)
    assert await read_again(scene, TOWN) == []


async def test_a_word_that_the_form_has_learned_is_read_and_the_doubt_closed(scene: Scene) -> None:
    unit = await scene.unit("01")
    await scene.says("07:00", "张守田", "入户86户，巡山5次", "黄溪村群")
    before = await scene.day()
    town = knowing("巡山", "broadcasts")
    (one,) = await read_again(scene, town)
    assert (one.unit.code, one.after.values["broadcasts"], one.asked) == ("01", 5, ("巡山5次",))
    assert await scene.day() == before
    told = _told(Voice(Words("zh-Hans"), town.form), town, one)
    assert told == [
        "黄溪村 2月6日 · 张守田 2026-02-06 07:00「入户86户，巡山5次」",
        "  广播宣传 无 → 5",
        "  不用再问：「巡山5次」",
    ]
    await read_again(scene, town, apply=True)
    assert await scene.day() == {"01": {"households_visited": 86, "broadcasts": 5}}
    async with scene.work() as work:
        kept = await reports.versions(work, DAY, unit)
        report = await reports.one(work, DAY, unit)
        frozen = await reports.as_of(work, DAY, at("16:00"), flows(TOWN.form))
    assert [version.reason for version in kept] == ["report", "reparse"]
    assert report is not None
    assert (report.open_questions, report.first_at) == (0, at("07:00"))
    assert "broadcasts" not in frozen[unit], "what stood at the close is as it was"
    assert await read_again(scene, town) == []


async def test_what_was_settled_and_what_was_said_later_stays(scene: Scene) -> None:
    await scene.says("07:00", "张守田", "入户86户，巡山约5次，巡河3次", "黄溪村群")
    await scene.says("07:01", "张守田", "2 忽略")
    await scene.says("07:02", "张守田", "1 是广播宣传")
    await scene.says("07:03", "张守田", "更正 广播 7", "黄溪村群")
    town = knowing("巡河", "slogans")
    await read_again(scene, town, apply=True)
    assert await scene.day() == {"01": {"households_visited": 86, "broadcasts": 7}}


async def test_what_somebody_ignored_stays_ignored(scene: Scene) -> None:
    await scene.says("07:00", "张守田", "入户86户，巡河3次", "黄溪村群")
    await scene.says("07:01", "张守田", "1 忽略")
    assert await read_again(scene, knowing("巡河", "broadcasts")) == []


async def test_a_figure_that_is_doubtful_now_is_asked_and_counts_no_more(scene: Scene) -> None:
    unit = await scene.unit("03")
    await scene.says("07:00", "赵春梅", "入户35户，排查241人")
    strict = [replace(i, asks=100) if i.code == "people_screened" else i for i in TOWN.form.indicators]
    town = replace(TOWN, form=replace(TOWN.form, indicators=tuple(strict)))
    await read_again(scene, town, apply=True)
    assert await scene.day() == {"03": {"households_visited": 35}}
    async with scene.work() as work:
        (asked,) = await questions.open_of_unit(work, DAY, unit)
        sent = await outbox.by_key(work, asked.ask)
    assert (asked.reason, asked.value) == ("too_large", 241)
    assert sent is not None
    assert sent.kind == "report-asked"


async def test_a_message_that_nobody_understood_is_a_report_to_a_better_form(scene: Scene) -> None:
    await scene.says("07:00", "张守田", "护林员巡山5次", "黄溪村群")
    await scene.says("07:01", "张守田", "收到", "黄溪村群")
    assert await scene.day() == {}
    town = knowing("巡山", "broadcasts")
    (one,) = await read_again(scene, town)
    assert (one.old, dict(one.after.values)) == ((), {"broadcasts": 5})
    await read_again(scene, town, apply=True)
    async with scene.work() as work:
        unit = await reports.of_day(work, DAY)
        kept = await statements.of_day(work, DAY)
    assert [(report.first_at, dict(report.values)) for report in unit] == [(at("07:00"), {"broadcasts": 5})]
    assert [len(of) for of in kept.values()] == [1]
    assert await read_again(scene, town) == []


async def test_lists_with_unclear_and_edited_lines_read_the_same(scene: Scene) -> None:
    await scene.says("07:00", "周桂兰", "#接龙\n1. 新生村 入户20户\n2. 红星村 入户9户\n3. 黄西村 入户约8户", "全镇群")
    await scene.presses("07:01", "周桂兰", "是黄溪村")
    await scene.says("07:02", "周桂兰", "新生村是石板村")
    await scene.says("07:03", "周桂兰", "8户")
    await scene.says("07:04", "孙大海", "#接龙\n1. 新生村 入户20户\n2. 红星村 入户9户\n4. 白塔社区 入户7户", "全镇群")
    await scene.edits("07:05", "孙大海", "#接龙\n1. 新生村 入户20户\n2. 红星村 入户9户\n4. 白塔社区 入户6户", "全镇群")
    before = await scene.day()
    assert before["04"] == {"households_visited": 6}
    assert await read_again(scene, TOWN) == []
    await read_again(scene, TOWN, apply=True)
    assert await scene.day() == before
