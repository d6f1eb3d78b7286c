"""Several processes share the inbox by chats: each chat is one process's at a time, whoever dies or hangs meanwhile."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path

import pytest

from bot.app import House
from bot.shape import chat_of
from bot.share import Share, share_of
from storage import inbox, leases
from storage.inbox import Arrived, Waiting
from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.postgres import Server
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
ANNA, BERT, CORA = ("张守田", "刘小妹", "赵春梅")
AT_ONCE = 3.0
"""Seconds in which whoever waits for nobody is certainly done."""


@pytest.fixture
async def stage(on_postgres: Server, tmp_path: Path) -> AsyncIterator[Stage]:
    """A stage on a PostgreSQL server."""
    async with open_stage(tmp_path, MORNING) as opened:
        yield opened


@pytest.fixture
async def two(stage: Stage) -> AsyncIterator[list[House]]:
    """Two processes of the program."""
    async with AsyncExitStack() as closing:
        yield [await closing.enter_async_context(stage.open()) for _ in range(2)]


@pytest.fixture
def short_leases(monkeypatch: pytest.MonkeyPatch) -> float:
    """How long a lease lasts in this test, in seconds."""
    monkeypatch.setattr(leases, "LEASE_SECONDS", 0.5)
    return 0.5


async def arrive(stage: Stage, house: House, *names: str, first: int = 1) -> None:
    """Reports of these people, one after the other, lie in the inbox; update ids are counted from `first`."""
    updates = [(number, _update(stage, number, name)) for number, name in enumerate(names, 500_000_000 + first)]
    async with house.database.adding() as work:
        arrived = [Arrived(number, json.dumps(one), one["message"]["chat"]["id"]) for number, one in updates]
        await inbox.keep_updates(work, arrived, stage.clock.now())


def _update(stage: Stage, number: int, name: str) -> dict[str, object]:
    person = stage.cast.people[name]
    message = {
        "message_id": number,
        "date": int(stage.clock.now().timestamp()),
        "text": f"入户{number % 1000}户",
        "chat": {"id": person.id, "type": "private", "first_name": name},
        "from": {"id": person.id, "is_bot": False, "first_name": name},
    }
    return {"update_id": number, "message": message}


def shares(two: list[House]) -> list[Share]:
    return [share_of(house.database) for house in two]


def numbers(taken: Iterable[Waiting]) -> list[int]:
    """The updates as `arrive` counted them."""
    return [waiting.update_id - 500_000_000 for waiting in taken]


async def soon(share: Share, many: int) -> list[int]:
    """What waits for it once there is so much: the server needs a moment to see that a process has hung up."""
    taken: list[Waiting] = []
    for _ in range(int(AT_ONCE / 0.01)):
        taken = await share.waiting(100)
        if len(taken) >= many:
            break
        await asyncio.sleep(0.01)
    return numbers(taken)


async def test_each_chat_is_one_processes_at_a_time(stage: Stage, two: list[House]) -> None:
    one, other = shares(two)
    await arrive(stage, two[0], ANNA, BERT, ANNA, CORA, BERT)
    mine = await one.waiting(2)
    assert numbers(mine) == [1, 2]
    assert numbers(await other.waiting(30)) == [4]
    await arrive(stage, two[1], ANNA, CORA, first=6)
    assert numbers(await other.waiting(30)) == [4, 7]
    assert numbers(await one.waiting(30)) == [1, 2, 3, 5, 6]
    async with two[0].database.work() as work:
        assert numbers(await one.held(work, mine)) == [1, 2]


async def test_what_there_was_no_time_for_goes_first_and_never_before_what_came_before_it(
    stage: Stage, two: list[House]
) -> None:
    one, _ = shares(two)
    await arrive(stage, two[0], ANNA, BERT, ANNA, ANNA)
    taken = await one.waiting(30)
    async with two[0].database.work() as work:
        assert await one.held(work, taken) == taken
        await inbox.finish(work, [taken[0].place], stage.clock.now())
        await one.let_go(work, taken[:1])
    assert numbers(left := await one.waiting(30)) == [2, 3, 4]
    async with two[0].database.work() as work:
        assert numbers(await one.held(work, [left[0], left[2]])) == [2]


async def test_a_chat_in_which_nothing_is_left_to_do_is_free(stage: Stage, two: list[House]) -> None:
    await arrive(stage, two[0], ANNA)
    assert await two[0].worker.work_off() == 1
    await arrive(stage, two[0], ANNA, first=2)
    assert numbers(await shares(two)[1].waiting(30)) == [2]


async def test_the_chats_of_a_dead_process_pass_on_at_once(stage: Stage, two: list[House]) -> None:
    one, other = shares(two)
    await arrive(stage, two[0], ANNA, BERT, ANNA)
    assert numbers(await one.waiting(30)) == [1, 2, 3]
    assert await other.waiting(30) == []
    await two[0].database.close()
    assert await soon(other, 3) == [1, 2, 3]


async def test_the_chats_of_a_process_that_hangs_pass_on_and_it_sees_that_they_have(
    stage: Stage, two: list[House], short_leases: float
) -> None:
    one, other = shares(two)
    await arrive(stage, two[0], ANNA, BERT)
    hanging = await one.waiting(1)
    assert numbers(await other.waiting(30)) == [2]
    await asyncio.sleep(short_leases + 0.2)
    assert numbers(await other.waiting(30)) == [1, 2]
    async with two[0].database.work() as work:
        assert await one.held(work, hanging) == []


async def test_who_works_renews_its_leases(stage: Stage, two: list[House], short_leases: float) -> None:
    one, other = shares(two)
    await arrive(stage, two[0], ANNA, ANNA)
    taken = await one.waiting(30)
    for _ in range(4):
        await asyncio.sleep(short_leases / 2)
        async with two[0].database.work() as work:
            assert await one.held(work, taken) == taken
        assert await other.waiting(30) == []


async def test_what_passed_on_between_taking_and_handling_is_handled_once(
    stage: Stage, two: list[House], short_leases: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    await arrive(stage, two[0], ANNA, ANNA)
    share = two[0].worker._share
    taking = share.waiting

    async def hang(most: int) -> list[Waiting]:
        taken = await taking(most)
        await asyncio.sleep(short_leases + 0.2)
        assert numbers(taken) == [1, 2]
        while await two[1].worker.work_off():
            pass
        stage.clock.move(5)
        return taken

    monkeypatch.setattr(share, "waiting", hang)
    before = stage.clock.now()
    await two[0].worker.work_off()
    done = look(stage.settings.database_url, "SELECT state, done_at FROM inbox WHERE update_id > 500000000")
    assert done == [("done", int(before.timestamp() * 1000))] * 2


async def test_a_lease_that_runs_out_amid_handling_passes_to_nobody_and_nobody_waits_for_it(
    stage: Stage, two: list[House], short_leases: float
) -> None:
    one, other = shares(two)
    await arrive(stage, two[0], ANNA, BERT, ANNA)
    taken = await one.waiting(1)
    async with two[0].database.work() as work:
        assert numbers(await one.held(work, taken)) == [1]
        await asyncio.sleep(short_leases + 0.2)
        async with asyncio.timeout(AT_ONCE):
            assert numbers(await other.waiting(30)) == [2]
        await inbox.finish(work, [taken[0].place], stage.clock.now())
        await one.let_go(work, taken)
    assert numbers(await other.waiting(30)) == [2, 3]


async def test_two_that_take_at_once_wait_for_nobody_and_take_different_chats(stage: Stage, two: list[House]) -> None:
    await arrive(stage, two[0], ANNA, BERT, ANNA)
    holder = two[0].database.holder
    assert holder is not None
    async with two[0].database.sharing() as work:
        assert numbers(await leases.take(work, holder, 1)) == [1]
        async with asyncio.timeout(AT_ONCE):
            assert numbers(await shares(two)[1].waiting(30)) == [2]


async def test_who_has_put_something_off_keeps_the_chat_and_whoever_follows_takes_it_up_in_its_order(
    stage: Stage, two: list[House]
) -> None:
    limit = stage.town.limits.messages_per_person
    flood = [ANNA] * (limit + 3)
    await arrive(stage, two[0], *flood, BERT)
    await two[0].worker.work_off()
    while look(stage.settings.database_url, "SELECT 1 FROM inbox WHERE state = 'waiting'"):
        await two[0].worker.work_off()
    await arrive(stage, two[0], ANNA, BERT, first=limit + 5)
    other = shares(two)[1]
    assert numbers(await other.waiting(100)) == [limit + 6]
    await two[0].database.close()
    assert await soon(other, 5) == [limit + 1, limit + 2, limit + 3, limit + 5, limit + 6]


async def test_the_chat_of_an_update_is_noted_as_it_comes_in(stage: Stage, two: list[House]) -> None:
    group, person = stage.cast.groups["黄溪村群"], stage.cast.people[ANNA]
    stage.telegram.say(person, group, "黄溪村 入户1户")
    stage.telegram.say(person, stage.telegram.private(person), "入户2户")
    await two[0].intake.poll_once()
    chats = look(stage.settings.database_url, "SELECT chat FROM inbox WHERE state = 'waiting' ORDER BY place")
    assert chats == [(group.id,), (person.id,)]


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        ({"update_id": 1, "message": {"chat": {"id": -5}, "reply_to_message": {"chat": {"id": -6}}}}, -5),
        ({"update_id": 1, "callback_query": {"id": "1", "from": {"id": 7}, "message": {"chat": {"id": -5}}}}, -5),
        ({"update_id": 1, "message_reaction": {"chat": {"id": -5}, "user": {"id": 7}}}, -5),
        ({"update_id": 1, "callback_query": {"id": "1", "from": {"id": 7}}}, 0),
        ({"update_id": 1, "message": {"chat": {"id": 2**70}}}, 0),
        ({"update_id": 1, "message": {"chat": []}}, 0),
        ([], 0),
    ],
)
def test_where_an_update_says_its_chat(update: object, chat: int) -> None:
    assert chat_of(update) == chat
