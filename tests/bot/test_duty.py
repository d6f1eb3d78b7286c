"""More than one process on one database: one has the duty at the line, all of them work, and nothing is done twice."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from datetime import datetime, time
from pathlib import Path

import pytest

from bot import app
from bot.app import House
from domain.errors import NotPossible
from domain.outgoing import Outgoing
from storage import chats, days, meta, outbox
from storage import postgres as driver
from storage.away import DatabaseAway, OffDuty
from storage.database import Database
from tests.support.cast import ZONE
from tests.support.databases import look, only_a_file
from tests.support.postgres import Server
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
TERMINATE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gridwarden'"


@pytest.fixture
async def stage(on_postgres: Server, tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage on a PostgreSQL server."""
    async with open_stage(tmp_path, MORNING) as opened:
        yield opened


@pytest.fixture
async def two(stage: Stage) -> AsyncIterator[list[House]]:
    """Two processes of the program; the first one has the duty."""
    async with AsyncExitStack() as closing:
        yield [await closing.enter_async_context(stage.open()) for _ in range(2)]


async def until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    for _ in range(int(seconds * 100)):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to be")


async def order(stage: Stage, house: House, key: str) -> None:
    """Something is to be said to somebody."""
    async with house.database.work() as work:
        chat = await chats.by_telegram_id(work, stage.cast.people["张守田"].id)
        assert chat is not None
        await outbox.put(work, Outgoing(key, chat.id, "language-set"), stage.clock.now())


def said(stage: Stage, name: str = "张守田") -> int:
    chat = stage.telegram.private(stage.cast.people[name])
    return sum(message.sender is stage.telegram.bot for message in stage.telegram.shown(chat))


@only_a_file
async def test_a_second_process_on_the_same_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "LAND_SECONDS", -1)
    async with open_stage(tmp_path, MORNING) as stage:
        async with stage.open():
            with pytest.raises(NotPossible, match="database-taken"):
                await stage.settle()
            other = await Database.open(stage.settings.database_url, stage.settings.vault)
            async with other.work() as work:
                await meta.put(work, "beside", "a job of the command line is let in")
            await other.close()
        await stage.settle()


async def test_only_who_has_the_duty_sends(stage: Stage, two: list[House]) -> None:
    first, second = two
    await order(stage, second, "an-order")
    await first.delivery.start()
    with pytest.raises(OffDuty):
        await second.delivery.start()
    with pytest.raises(OffDuty):
        await second.delivery.deliver_ready()
    await first.delivery.deliver_ready()
    await first.delivery.land(5)
    assert said(stage) == 1


async def test_the_duty_is_taken_over_when_its_session_is_lost_and_nothing_is_said_twice(
    stage: Stage, two: list[House]
) -> None:
    stopping = asyncio.Event()
    running = [asyncio.create_task(house.run(stopping)) for house in two]
    await order(stage, two[1], "an-order")
    await until(lambda: said(stage) == 1)
    look(stage.settings.database_url, TERMINATE)
    await until(lambda: [house.database.on_duty for house in two].count(True) == 1)
    for number in range(5):
        await again(lambda number=number: order(stage, two[number % 2], f"order/{number}"))
    await until(lambda: stage.clock.move(0.1) or said(stage) == 6)
    await asyncio.sleep(0.3)
    stopping.set()
    await asyncio.gather(*running)
    assert said(stage) == 6
    stage.surprises.clear()


async def again(deed: Callable[[], object]) -> None:
    """Do it, once more where the line was just lost."""
    try:
        await deed()
    except DatabaseAway:
        await deed()


async def test_who_hangs_loses_the_duty(stage: Stage, two: list[House], monkeypatch: pytest.MonkeyPatch) -> None:
    await two[0].database.close()
    monkeypatch.setattr(driver, "HUNG_SECONDS", 1)
    assert await two[0].database.take_duty()
    assert not await two[1].database.take_duty()
    await asyncio.sleep(1.5)
    assert await two[1].database.take_duty()
    assert not await two[0].database.keep_duty()
    with pytest.raises(OffDuty):
        await two[0].delivery.start()


async def test_who_hangs_in_the_middle_of_its_work_loses_the_towns_turn(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(driver._SETTINGS, "idle_in_transaction_session_timeout", "1s")
    hanging, waiting = [await Database.open(stage.settings.database_url, stage.settings.vault) for _ in range(2)]

    async def hang() -> None:
        async with hanging.work() as work:
            await meta.put(work, "who", "hangs")
            async with waiting.work() as other:
                await meta.put(other, "who", "waited")

    with pytest.raises(DatabaseAway):
        await hang()
    async with hanging.work() as work:
        assert await meta.get(work, "who") == "waited"
    await hanging.close()
    await waiting.close()


async def test_what_one_process_commits_wakes_the_others(stage: Stage, two: list[House]) -> None:
    heard: list[frozenset[str]] = []
    two[1].database.listen(heard.append)
    listening = asyncio.create_task(two[1].database.hear())
    await until(lambda: bool(heard))
    heard.clear()
    await order(stage, two[0], "an-order")
    await until(lambda: heard == [frozenset({"outbox"})])
    await order(stage, two[1], "another")
    await asyncio.sleep(0.1)
    assert heard == [frozenset({"outbox"})] * 2
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)


async def test_each_update_is_handled_once_and_each_chat_in_its_order(stage: Stage, two: list[House]) -> None:
    names = ("张守田", "刘小妹", "赵春梅")
    for number in range(12):
        for name in names:
            person = stage.cast.people[name]
            stage.telegram.say(person, stage.telegram.private(person), f"入户{number + 1}户")
    while await two[0].intake.poll_once():
        pass
    await asyncio.gather(*(work_off(house) for house in two))
    url = stage.settings.database_url
    assert look(url, "SELECT DISTINCT state FROM inbox") == [("done",)]
    told = look(url, "SELECT chat_id, message_id FROM statements ORDER BY id")
    assert len(told) == len(set(told)) == 36
    for chat in {chat for chat, _ in told}:
        mine = [message for of, message in told if of == chat]
        assert mine == sorted(mine)
        assert len(mine) == 12


async def work_off(house: House) -> None:
    busy = 1
    while busy:
        busy = await house.worker.work_off()


async def test_each_step_is_done_once_however_many_ring(stage: Stage, two: list[House]) -> None:
    stage.clock.move_to(datetime.combine(stage.day, time(16, 30), ZONE))
    before = await steps(two[0], stage)
    settled = await asyncio.gather(*(house.rings.ring() for house in two))
    assert sum(settled) == await steps(two[0], stage) - before > 3


async def steps(house: House, stage: Stage) -> int:
    async with house.database.reading() as work:
        return len(await days.settled(work, stage.day))
