"""The edges of meeting, excuse and board that no transcript can reach: what is read late, what somebody deleted."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from actions import excusing, meetings
from actions.picture import picture
from domain.errors import NotAllowed, NotPossible
from domain.people import Caller, Person, Post, Role
from storage import chats, people, units
from storage.work import Work
from tests.support.cast import TOWN, ZONE
from tests.support.stage import Stage, open_stage

DAY = date(2026, 2, 6)


def at(hour: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(hour), ZONE).astimezone(UTC)


def _told(stage: Stage, title: str) -> list[str]:
    return [event.text for event in stage.seen if event.chat is stage.cast.groups[title] and event.kind == "sent"]


async def _caller(work: Work, stage: Stage, name: str, title: str) -> Caller:
    account = stage.cast.people[name]
    person = await people.by_telegram_id(work, account.id)
    chat = await chats.by_telegram_id(work, stage.cast.groups[title].id)
    assert person is not None
    assert chat is not None
    return Caller(account.id, name, chat, person, await people.posts_of(work, person.id))


async def test_a_decision_said_in_time_and_read_after_the_minutes_is_told_on_its_own(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("17:50")) as stage:
        await stage.pass_until(at("18:05"))
        leader, command = stage.cast.people["王书记"], stage.cast.groups["指挥部"]
        stage.telegram.say(leader, command, "决定 明天起卡点两班倒")
        await stage.settle()
        await stage.pass_until(at("19:01"))
        assert any("会议纪要：0 人到会，1 项决定" in text for text in _told(stage, "指挥部"))
        async with stage.house() as house, house.database.work() as work:
            caller = await _caller(work, stage, "王书记", "指挥部")
            minuted = await meetings.decide(work, TOWN, caller, " 口罩 先给\n卡点 ", at("18:59"), stage.clock.now())
        assert minuted.number == 2
        await stage.settle()
        assert _told(stage, "指挥部")[-1] == "📋 2月6日 会议纪要补记 2：口罩 先给 卡点（王书记）"


@pytest.mark.parametrize(("hour", "open_then"), [("17:59", False), ("18:00", True), ("18:59", True), ("19:00", False)])
async def test_decisions_are_minuted_from_the_opening_until_just_before_the_close(
    tmp_path: Path, hour: str, open_then: bool
) -> None:
    async with open_stage(tmp_path, at("17:00")) as stage, stage.house() as house, house.database.work() as work:
        caller = await _caller(work, stage, "王书记", "指挥部")
        if open_then:
            assert (await meetings.decide(work, TOWN, caller, "加一班", at(hour), at(hour))).number == 1
        else:
            with pytest.raises(NotPossible) as refused:
                await meetings.decide(work, TOWN, caller, "加一班", at(hour), at(hour))
            assert refused.value.fields == {"opens": "18:00", "ends": "19:00"}


async def test_only_people_of_the_roster_are_counted_as_present_and_each_once(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("17:00")) as stage, stage.house() as house, house.database.work() as work:
        seen = await picture(work, TOWN, DAY)
        caller = await _caller(work, stage, "何督查", "指挥部")
        stranger = Caller(99, "陌生人", caller.chat)
        with pytest.raises(NotAllowed):
            await meetings.attend(work, TOWN, stranger, seen, at("18:01"), at("18:01"))
        assert await meetings.attend(work, TOWN, caller, seen, at("18:01"), at("18:01"))
        assert not await meetings.attend(work, TOWN, caller, seen, at("18:02"), at("18:02"))


async def test_a_leader_excuses_only_units_of_the_own_subtree(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("09:00")) as stage, stage.house() as house, house.database.work() as work:
        tree = await units.tree(work)
        leader = await _caller(work, stage, "李片长", "指挥部")
        with pytest.raises(NotAllowed):
            await excusing.excuse(work, TOWN, leader, tree.by_code["05"], DAY, "", at("09:00"))
        with pytest.raises(NotPossible):
            await excusing.excuse(work, TOWN, leader, tree.by_code["01"], DAY - timedelta(days=1), "", at("09:00"))
        await excusing.excuse(work, TOWN, leader, tree.by_code["01"], DAY, "停电", at("09:00"))
        assert (await picture(work, TOWN, DAY)).standing.expected == 4


async def test_a_lead_asks_for_the_own_unit_alone_and_once(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("09:00")) as stage, stage.house() as house, house.database.work() as work:
        tree = await units.tree(work)
        lead = await _caller(work, stage, "张守田", "黄溪村群")
        other = tree.by_code["02"].id
        with pytest.raises(NotPossible):
            await excusing.ask(work, TOWN, lead, DAY, other, "", at("09:00"))
        mine = tree.by_code["01"].id
        assert await excusing.ask(work, TOWN, lead, DAY, mine, "", at("09:00")) == "黄溪村"
        with pytest.raises(NotPossible) as again:
            await excusing.ask(work, TOWN, lead, DAY, mine, "", at("09:01"))
        assert again.value.key == "excuse-asked-already"


async def test_a_board_that_somebody_deleted_is_posted_again(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("07:30")) as stage:
        await stage.pass_until(at("08:30"))
        telegram, command = stage.telegram, stage.cast.groups["指挥部"]
        board = next(message for message in telegram.shown(command) if message.words.startswith("📋"))
        board.deleted = True  # an administrator took it away; Telegram tells nobody
        telegram.say(stage.cast.people["张守田"], stage.cast.groups["黄溪村群"], "入户120户")
        await stage.settle()
        boards = [message.words for message in telegram.shown(command) if message.words.startswith("📋")]
        assert len(boards) == 1
        assert "1/5" in boards[0]
        telegram.say(stage.cast.people["陈建国"], stage.cast.groups["东观社区群"], "入户80户")
        await stage.settle()
        boards = [message.words for message in telegram.shown(command) if message.words.startswith("📋")]
        assert len(boards) == 1
        assert "2/5" in boards[0]


async def test_somebody_with_two_areas_looks_at_both(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("09:00")) as stage:
        async with stage.house() as house, house.database.work() as work:
            tree = await units.tree(work)
            leader = await people.by_telegram_id(work, stage.cast.people["李片长"].id)
            assert isinstance(leader, Person)
            await people.give_post(work, leader.id, Post(Role.LEADER, tree.by_code["A2"].id))
        stage.unaudited.clear()
        stage.seen.clear()
        person = stage.cast.people["李片长"]
        stage.telegram.say(person, stage.telegram.private(person), "看板")
        await stage.settle()
        said = [event.text.splitlines()[0] for event in stage.seen if event.kind == "sent"]
        assert said == ["📋 2月6日 东片 日报 0/3 · 更新 09:00", "📋 2月6日 西片 日报 0/2 · 更新 09:00"]
