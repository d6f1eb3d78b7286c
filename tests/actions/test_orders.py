"""Urgent orders through the real program: each round once, whatever stops or restarts; an answer clears what waits."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from actions import tasks
from storage import orders
from storage.database import Database
from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

NIGHT = datetime(2026, 2, 6, 23, 0, tzinfo=ZONE)


async def ordered(stage: Stage) -> None:
    """The leader lets an order go out to all."""
    leader, command = stage.cast.people["王书记"], stage.cast.groups["指挥部"]
    stage.telegram.say(leader, command, "急令 立即转移")
    await stage.settle()
    stage.telegram.say(leader, command, "立即发布 1")
    await stage.settle()


def again(stage: Stage) -> list[tuple[str, str]]:
    """The rounds of the order in the outbox: key and state."""
    sql = "SELECT key, state FROM outbox WHERE kind = 'order-again' ORDER BY key"
    return [(str(key), str(state)) for key, state in look(stage.settings.database_url, sql)]


async def _dying(database: Database, stage: Stage, due: datetime) -> None:
    """A round whose process ends before it commits."""
    async with database.work() as work:
        assert await tasks.follow_orders(work, stage.town, due)
        raise RuntimeError("killed before the commit")


async def test_a_round_is_claimed_once_however_often_the_clock_asks(tmp_path: Path) -> None:
    async with open_stage(tmp_path, NIGHT) as stage:
        await ordered(stage)
        due = stage.clock.now() + timedelta(minutes=5)
        async with stage.house() as house:
            async with house.database.work() as work:
                assert await tasks.follow_orders(work, stage.town, due)
            async with house.database.work() as work:
                assert not await tasks.follow_orders(work, stage.town, due)
                assert await orders.rounds(work, 1) == 1
        chats = [key.removeprefix("task/1/again-1/") for key, _ in again(stage)]
        assert len(chats) == len(set(chats)) == 9


async def test_a_round_that_dies_half_way_is_done_by_the_next(tmp_path: Path) -> None:
    async with open_stage(tmp_path, NIGHT) as stage:
        await ordered(stage)
        due = stage.clock.now() + timedelta(minutes=5)
        async with stage.house() as house:
            with pytest.raises(RuntimeError, match="killed"):
                await _dying(house.database, stage, due)
            assert again(stage) == []
            async with house.database.work() as work:
                assert await tasks.follow_orders(work, stage.town, due)
        assert len(again(stage)) == 9


async def test_an_answer_clears_the_round_that_still_waits_to_be_sent(tmp_path: Path) -> None:
    async with open_stage(tmp_path, NIGHT) as stage:
        await ordered(stage)
        stage.telegram.say(stage.cast.people["陈建国"], stage.cast.groups["东观社区群"], "收到 1")
        async with stage.house() as house:
            async with house.database.work() as work:
                assert await tasks.follow_orders(work, stage.town, stage.clock.now() + timedelta(minutes=5))
            await house.intake.poll_once()
            await house.worker.work_off()
        states = [state for key, state in again(stage)]
        assert states.count("cleared") == 2
        assert states.count("waiting") == 7


async def test_unread_answers_go_before_a_round(tmp_path: Path) -> None:
    async with open_stage(tmp_path, NIGHT) as stage:
        await ordered(stage)
        stage.telegram.say(stage.cast.people["陈建国"], stage.cast.groups["东观社区群"], "收到 1")
        async with stage.house() as house:
            stage.clock.move(301)
            await house.intake.poll_once()
            async with house.database.work() as work:
                assert not await tasks.follow_orders(work, stage.town, stage.clock.now())
            await house.worker.work_off()
            async with house.database.work() as work:
                assert await tasks.follow_orders(work, stage.town, stage.clock.now())
        assert len(again(stage)) == 7
