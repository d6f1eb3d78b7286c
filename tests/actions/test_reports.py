"""Reports as they are kept: versions, sums, what counted when, and what explains a figure."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from actions import sums
from actions.questions import open_of
from domain.outgoing import Outgoing
from domain.people import Post, Role
from domain.reporting import flows
from storage import evidence, outbox, people, reports, units
from storage.database import Database
from storage.work import Work
from tests.support.cast import TOWN, ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

DAY = date(2026, 2, 6)
FLOWS = flows(TOWN.form)


def at(hour: str, day: date = DAY) -> datetime:
    """That hour of the day on the town's clocks."""
    return datetime.combine(day, time.fromisoformat(hour), ZONE).astimezone(UTC)


@dataclass
class Scene:
    """A stage with short words for what people do."""

    stage: Stage

    async def says(self, hour: str, name: str, text: str, group: str = "") -> None:
        """Somebody writes, in private or in a group."""
        self.stage.clock.move_to(max(at(hour), self.stage.clock.now()))
        person = self.stage.cast.people[name]
        chat = self.stage.cast.groups[group] if group else self.stage.telegram.private(person)
        self.stage.telegram.say(person, chat, text)
        await self.stage.settle()

    async def edits(self, hour: str, name: str, text: str, group: str = "") -> None:
        """Their newest message there becomes another."""
        self.stage.clock.move_to(max(at(hour), self.stage.clock.now()))
        person = self.stage.cast.people[name]
        chat = self.stage.cast.groups[group] if group else self.stage.telegram.private(person)
        newest = next(m for m in reversed(self.stage.telegram.shown(chat)) if m.sender is person)
        self.stage.telegram.edit(person, newest, text)
        await self.stage.settle()

    async def presses(self, hour: str, name: str, label: str) -> None:
        """They press the newest button of that label in private."""
        self.stage.clock.move_to(max(at(hour), self.stage.clock.now()))
        person = self.stage.cast.people[name]
        chat = self.stage.telegram.private(person)
        message = next(m for m in reversed(self.stage.telegram.shown(chat)) if label in m.labels)
        self.stage.telegram.press_label(person, message, label)
        await self.stage.settle()

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """A unit of work on the program's own file."""
        database = await Database.open(self.stage.settings.database_url, self.stage.settings.vault)
        try:
            async with database.work() as work:
                yield work
        finally:
            await database.close()

    async def day(self) -> dict[str, dict[str, int]]:
        """Every unit's figures of today, by code."""
        async with self.work() as work:
            tree = await units.tree(work)
            kept = await reports.of_day(work, DAY)
        return {tree.units[one.unit_id].code: {c: int(x) for c, x in one.values.items()} for one in kept}

    async def unit(self, code: str) -> int:
        """The id of a unit."""
        async with self.work() as work:
            return (await units.tree(work)).by_code[code].id


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """The cast at home, early in the morning, before the day's first step."""
    async with open_stage(tmp_path, at("06:00")) as stage:
        yield Scene(stage)


async def test_every_version_is_kept_with_who_when_and_why(scene: Scene) -> None:
    unit = await scene.unit("01")
    await scene.says("07:00", "张守田", "入户86户，劝返约300人", "黄溪村群")
    await scene.says("07:01", "刘小妹", "更正 入户 88", "黄溪村群")
    await scene.says("07:02", "张守田", "追加 入户2户", "黄溪村群")
    await scene.presses("07:03", "张守田", "300")
    await scene.edits("07:04", "张守田", "追加 入户3户", "黄溪村群")
    await scene.says("07:05", "张守田", "更正 入户 91", "黄溪村群")
    async with scene.work() as work:
        kept = await reports.versions(work, DAY, unit)
    assert [version.reason for version in kept] == ["report", "correction", "addition", "answer", "edit"]
    assert [version.sender for version in kept] == ["张守田", "刘小妹", "张守田", "张守田", "张守田"]
    assert [version.values.get("households_visited") for version in kept] == [86, 88, 90, 90, 91]
    assert kept[3].values["people_turned_back"] == 300
    assert [version.said_at for version in kept][:3] == [at("07:00"), at("07:01"), at("07:02")]
    assert kept[0].raw == "入户86户，劝返约300人"


async def test_the_same_message_handled_again_changes_nothing(scene: Scene) -> None:
    await scene.says("07:00", "张守田", "入户86户，劝返约300人", "黄溪村群")
    async with scene.work() as work:
        before = await reports.of_day(work, DAY), await outbox.counts(work)
    look(scene.stage.settings.database_url, "UPDATE inbox SET state = 'waiting', done_at = NULL")
    await scene.stage.settle()
    async with scene.work() as work:
        after = await reports.of_day(work, DAY), await outbox.counts(work)
    assert after == before


async def test_nothing_doubtful_enters_a_total_before_it_is_confirmed(scene: Scene) -> None:
    unit = await scene.unit("03")
    await scene.says("07:00", "赵春梅", "入户86户，排查约240人，测温60000人次")
    async with scene.work() as work:
        report = await reports.one(work, DAY, unit)
        asked = await open_of(work, DAY)
        running = await reports.running(work)
    assert report is not None
    assert report.values == {"households_visited": 86}
    assert report.open_questions == 2
    assert [question.reason for question in asked[unit]] == ["approximate", "too_large"]
    assert running == {unit: {"households_visited": Decimal(86)}}


async def test_a_report_of_doubts_alone_counts_as_reported_with_open_questions(scene: Scene) -> None:
    unit = await scene.unit("03")
    await scene.says("07:00", "赵春梅", "排查约240人")
    async with scene.work() as work:
        report = await reports.one(work, DAY, unit)
    assert report is not None
    assert (report.values, report.open_questions, report.first_at) == ({}, 1, at("07:00"))


async def test_figures_as_of_an_instant_are_those_that_had_been_sent_by_then(scene: Scene) -> None:
    unit = await scene.unit("03")
    await scene.says("07:00", "赵春梅", "入户86户，排查约240人")
    await scene.edits("07:20", "赵春梅", "入户87户，排查约240人")
    await scene.presses("07:30", "赵春梅", "240")
    await scene.says("07:40", "赵春梅", "更正 入户 90")

    async def households(hour: str) -> dict[str, Decimal]:
        async with scene.work() as work:
            return (await reports.as_of(work, DAY, at(hour), FLOWS)).get(unit, {})

    assert await households("06:59") == {}
    assert await households("07:00") == {"households_visited": 86}
    assert await households("07:20") == {"households_visited": 87}
    assert await households("07:30") == {"households_visited": 87, "people_screened": 240}
    assert await households("07:45") == {"households_visited": 90, "people_screened": 240}


async def test_contributions_name_the_messages_that_made_a_figure(scene: Scene) -> None:
    await scene.says("07:00", "张守田", "入户86户", "黄溪村群")
    await scene.says("07:01", "刘小妹", "追加 入户4户", "黄溪村群")
    await scene.says("07:02", "赵春梅", "零报告")
    await scene.says("07:03", "王书记", "红星村 入户5户")
    async with scene.work() as work:
        tree = await units.tree(work)
        made = await reports.contributions(work, DAY, "households_visited")
    assert [(tree.units[part.unit_id].name, int(part.value), part.sender, part.proxy) for part in made] == [
        ("黄溪村", 86, "张守田", False),
        ("黄溪村", 4, "刘小妹", False),
        ("石板村", 0, "赵春梅", False),
        ("红星村", 5, "王书记", True),
    ]
    assert all(part.message_id for part in made)


async def test_sums_over_the_days_follow_every_correction_and_can_be_checked_and_made_anew(scene: Scene) -> None:
    unit = await scene.unit("03")
    await scene.says("07:00", "赵春梅", "补报2月5日 石板村 入户80户，隔离4人")
    await scene.says("07:01", "赵春梅", "入户86户，口罩20只")
    await scene.says("07:02", "赵春梅", "更正 入户 90")
    await scene.edits("07:03", "赵春梅", "发错了")
    async with scene.work() as work:
        assert await sums.check(work, TOWN) == []
        assert (await reports.running(work))[unit] == {"households_visited": Decimal(166)}
        await reports.add_to_running(work, unit, {"households_visited": Decimal(7)})
        off = await sums.rebuild(work, TOWN, at("07:10"))
        assert [(one.kept, one.true) for one in off] == [(Decimal(173), Decimal(166))]
        assert await sums.check(work, TOWN) == []


async def test_the_first_submission_decides_whatever_comes_after(scene: Scene) -> None:
    unit = await scene.unit("03")
    await scene.stage.pass_until(at("15:58"))
    await scene.says("15:58", "赵春梅", "入户86户")
    await scene.edits("16:20", "赵春梅", "发错了")
    async with scene.work() as work:
        assert await reports.one(work, DAY, unit) is None
    await scene.says("16:21", "赵春梅", "入户88户")
    async with scene.work() as work:
        report = await reports.one(work, DAY, unit)
    assert report is not None
    assert report.first_at.replace(second=0) == at("15:58")


async def test_a_withdrawn_report_is_gone_from_the_day_and_kept_in_its_history(scene: Scene) -> None:
    unit = await scene.unit("03")
    await scene.says("07:00", "赵春梅", "入户86户，排查约200人")
    await scene.edits("07:01", "赵春梅", "发错了")
    async with scene.work() as work:
        assert await reports.one(work, DAY, unit) is None
        kept = await reports.versions(work, DAY, unit)
        assert await open_of(work, DAY) == {}
        assert await reports.running(work) == {unit: {"households_visited": Decimal(0)}}
    assert [version.reason for version in kept] == ["report", "withdrawn"]


async def test_a_reminder_that_waits_is_cleared_by_the_report(scene: Scene) -> None:
    unit = await scene.unit("03")
    async with scene.work() as work:
        waits = Outgoing("remind/test", 1, "remind", about=f"remind/{DAY}/{unit}", not_before=at("09:00"))
        await outbox.put(work, waits, at("06:00"))
    await scene.says("07:00", "赵春梅", "入户86户")
    async with scene.work() as work:
        sent = await outbox.by_key(work, "remind/test")
    assert sent is not None
    assert sent.state == "cleared"


async def test_somebody_of_two_units_is_asked_for_which_a_report_is(scene: Scene) -> None:
    async with scene.work() as work:
        tree = await units.tree(work)
        person = await people.by_name(work, "赵春梅")
        await people.give_post(work, person[0].id, Post(Role.WARDEN, tree.by_code["05"].id))
    await scene.says("07:00", "赵春梅", "入户86户")
    assert await scene.day() == {}
    await scene.presses("07:05", "赵春梅", "红星村")
    assert await scene.day() == {"05": {"households_visited": 86}}


async def test_a_picture_sent_twice_is_kept_once_for_a_unit_and_day(scene: Scene) -> None:
    unit = await scene.unit("03")
    person = scene.stage.cast.people["赵春梅"]
    chat = scene.stage.telegram.private(person)
    await scene.says("07:00", "赵春梅", "入户86户")
    scene.stage.telegram.photo(person, chat)
    scene.stage.telegram.photo(person, chat)
    await scene.stage.settle()
    async with scene.work() as work:
        kept = await evidence.of_unit(work, DAY, unit)
        assert await evidence.count_of_unit(work, DAY, unit) == len(kept) == len({one.file_unique_id for one in kept})
        assert all(one.at >= at("07:00") and one.at - at("07:00") < timedelta(minutes=1) for one in kept)


async def test_the_level_that_is_asked_for_is_not_added_to_the_level_before(scene: Scene) -> None:
    unit = await scene.unit("03")
    await scene.says("14:00", "赵春梅", "值守9人")
    await scene.says("14:05", "赵春梅", "追加 值守1人")
    await scene.says("14:06", "赵春梅", "1 是 10")
    async with scene.work() as work:
        report = await reports.one(work, DAY, unit)
    assert report is not None
    assert report.values["staff_on_duty"] == Decimal(10)


@pytest.mark.parametrize(("days", "settled"), [(13, True), (16, False)])
async def test_an_answer_without_a_reply_reaches_back_two_weeks(tmp_path: Path, days: int, settled: bool) -> None:
    async with open_stage(tmp_path, at("09:00")) as stage:
        warden = stage.cast.people["陈建国"]
        stage.telegram.say(warden, stage.telegram.private(warden), "东观社区 入户80户，劝返约300人")
        await stage.settle()
        stage.clock.move_to(at("09:00") + timedelta(days=days))
        await stage.settle()
        stage.telegram.say(warden, stage.telegram.private(warden), "1 是 287")
        await stage.settle()
        open_now = look(stage.settings.database_url, "SELECT count(*) FROM questions WHERE state = 'open'")
        assert open_now == [(0 if settled else 1,)]
