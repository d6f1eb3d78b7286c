"""Both ends of the line, under what networks and processes do: nothing is lost, nothing counted twice."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from actions import acknowledging
from actions.reading import Message
from bot.app import open_house
from bot.intake import HEAD_START, Garbled, Intake
from bot.vitals import Vitals
from domain.errors import NotPossible
from domain.outgoing import Act, Lane, Outgoing
from domain.town import Town
from drill.server.limits import Limits
from storage import chats, inbox, outbox
from storage.away import DatabaseAway
from storage.database import Database
from storage.inbox import Arrived
from storage.work import Work
from tests.support.cast import ZONE
from tests.support.databases import figures, look
from tests.support.stage import Stage, open_stage
from tests.support.waiting import heads

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_stage(tmp_path, MORNING) as opened:
        yield opened


async def _put(stage: Stage, key: str, name: str, lane: Lane = Lane.ANSWER, **more: object) -> None:
    async with stage.house() as house, house.database.work() as work:
        chat = await chats.by_telegram_id(work, stage.cast.people[name].id)
        assert chat is not None
        outgoing = Outgoing(key, chat.id, **{"kind": "language-set", "lane": lane, **more})
        await outbox.put(work, outgoing, stage.clock.now())


async def _counts(stage: Stage) -> dict[str, int]:
    async with stage.house() as house, house.database.reading() as work:
        return await outbox.counts(work)


def _said(stage: Stage, name: str) -> list[str]:
    chat = stage.telegram.private(stage.cast.people[name])
    return [m.words for m in stage.telegram.shown(chat) if m.sender is stage.telegram.bot]


async def test_an_update_is_on_disk_before_telegram_may_forget_it(stage: Stage) -> None:
    stage.telegram.say(stage.cast.people["张守田"], stage.telegram.private(stage.cast.people["张守田"]), "/language en")
    async with stage.house() as house:
        assert await house.intake.poll_once() == 1
        assert stage.telegram.counts.unconfirmed == 1
        async with house.database.reading() as work:
            assert await inbox.count_waiting(work) == 1
        await house.intake.poll_once()
        assert stage.telegram.counts.unconfirmed == 0


async def test_a_rush_is_taken_in_before_it_is_handled_but_not_for_long(stage: Stage) -> None:
    warden = stage.cast.people["张守田"]
    for number in range(250):
        stage.telegram.say(warden, stage.telegram.private(warden), f"第{number}句")
    async with stage.house() as house:
        assert await house.intake.poll_once() == 100
        assert not house.intake.calm.is_set()
        async with asyncio.timeout(10 * HEAD_START):
            await house.intake.calm.wait()
        assert await house.intake.poll_once() == 100
        assert house.intake.calm.is_set(), "a rush without end would never be handled"
        assert await house.intake.poll_once() == 50
        for number in range(101):
            stage.telegram.say(warden, stage.telegram.private(warden), f"又一句{number}")
        assert await house.intake.poll_once() == 100
        assert not house.intake.calm.is_set()
        assert await house.intake.poll_once() == 1
        assert house.intake.calm.is_set()


async def test_behind_a_full_batch_it_is_asked_at_once_whether_there_is_more(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    warden = stage.cast.people["张守田"]
    async with open_house(stage.settings, stage.town, stage.clock, poll_seconds=30) as house:
        waits = _waits(house.intake, monkeypatch)
        assert await house.intake.poll_once() == 0
        stage.clock.move(1)
        for number in range(100):
            stage.telegram.say(warden, stage.telegram.private(warden), f"第{number}句")
        assert await house.intake.poll_once() == 100
        assert not house.intake.calm.is_set()
        assert await house.intake.poll_once() == 0
        assert house.intake.calm.is_set()
        assert await house.intake.poll_once() == 0
    assert waits == [0, 30, 0, 30]


async def test_after_a_commit_that_failed_one_update_is_not_taken_for_all_that_lay_there(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    warden = stage.cast.people["张守田"]
    for number in range(30):
        stage.telegram.say(warden, stage.telegram.private(warden), f"第{number}句")

    async def away(*_: object) -> None:
        raise DatabaseAway

    async with stage.house() as house:
        with monkeypatch.context() as patch:
            patch.setattr(inbox, "keep_updates", away)
            with pytest.raises(DatabaseAway):
                await house.intake.poll_once()
        assert await house.intake.poll_once() == 1
        assert not house.intake.caught_up.is_set()
        assert await house.intake.poll_once() == 29
        assert house.intake.caught_up.is_set()


def _waits(intake: Intake, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The seconds for which each poll lets Telegram wait for news."""
    real, waits = intake._call, list[int]()

    async def call(method: str, asked: dict[str, Any], seconds: float) -> Any:
        waits.append(asked["timeout"])
        return await real(method, asked, seconds)

    monkeypatch.setattr(intake, "_call", call)
    return waits


async def test_a_file_of_ones_own_data_is_a_call_like_any_other(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING, limits=Limits(chat_burst=1)) as stage:
        for key in ("first", "second", "third"):
            await _put(stage, key, "张守田", kind="mydata-file", act=Act.DOCUMENT, fields={"document": "{}"})
        await stage.settle()
        assert stage.telegram.counts.by_method["sendDocument"] == 3
        assert stage.telegram.counts.too_many == 0


async def test_an_update_that_comes_again_after_a_crash_is_handled_once(stage: Stage) -> None:
    stage.telegram.say(stage.cast.people["张守田"], stage.telegram.private(stage.cast.people["张守田"]), "/language en")
    async with stage.house() as house:
        await house.intake.poll_once()  # committed here, but never confirmed to the server
    await stage.settle()
    assert len(_said(stage, "张守田")) == 1


async def test_an_update_that_nobody_can_read_stops_nothing(stage: Stage) -> None:
    async with stage.house() as house, house.database.work() as work:
        await inbox.keep_updates(
            work, [Arrived(1, json.dumps({"update_id": 1, "message": {"date": "x"}}))], stage.clock.now()
        )
    stage.telegram.say(stage.cast.people["张守田"], stage.telegram.private(stage.cast.people["张守田"]), "/language en")
    await stage.settle()
    assert len(_said(stage, "张守田")) == 1
    assert len(stage.surprises) == 1
    stage.surprises.clear()


@pytest.mark.parametrize("error", [ZeroDivisionError(), NotPossible("nothing-to-cancel")])
async def test_of_a_batch_one_update_is_undone_alone_after_all_of_it_was_written(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    real = acknowledging.answer

    async def answer(work: Work, town: Town, message: Message, *rest: Any, **more: Any) -> None:
        await real(work, town, message, *rest, **more)
        if "119" in message.text:
            raise error

    await stage.settle()
    monkeypatch.setattr("actions.reports.acknowledging.answer", answer)
    for name, said in (("张守田", "入户118户"), ("陈建国", "入户119户"), ("张守田", "入户120户")):
        warden = stage.cast.people[name]
        stage.telegram.say(warden, stage.telegram.private(warden), said)
    caplog.set_level("INFO", "bot.worker")
    await stage.settle()
    assert re.search(r"one of [23] updates is to be undone alone", caplog.text)
    assert bool(stage.surprises) is isinstance(error, ZeroDivisionError)
    stage.surprises.clear()
    assert figures(stage.settings.database_url) == [{"households_visited": 120}]
    assert look(stage.settings.database_url, "SELECT count(*) FROM statements") == [(2,)]
    aside = look(stage.settings.database_url, "SELECT count(*) FROM inbox WHERE state = 'aside'")
    assert aside == [(int(isinstance(error, ZeroDivisionError)),)]
    assert any("没有要取消的" in told for told in _said(stage, "陈建国")) is isinstance(error, NotPossible)


async def test_a_reading_that_breaks_ahead_of_its_turn_is_met_in_its_turn(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError

    await stage.settle()
    monkeypatch.setattr("bot.worker.reading.read_ahead", breaks)
    stage.telegram.say(stage.cast.people["张守田"], stage.telegram.private(stage.cast.people["张守田"]), "入户120户")
    await stage.settle()
    assert figures(stage.settings.database_url) == [{"households_visited": 120}]


async def test_the_worker_is_idle_while_nothing_waits_and_only_then(stage: Stage) -> None:
    said = {"chat": {"id": 5, "type": "private"}, "date": 1, "message_id": 1, "text": "好"}
    raw = json.dumps({"update_id": 7, "message": said})
    async with stage.house() as house:
        working = asyncio.create_task(house.worker.run())
        async with asyncio.timeout(5):
            await house.worker.idle.wait()
        async with house.database.work() as work:
            await inbox.keep_updates(work, [Arrived(7, raw)], stage.clock.now())
        assert not house.worker.idle.is_set()
        async with asyncio.timeout(5):
            await house.worker.idle.wait()
        async with house.database.reading() as work:
            assert await inbox.count_waiting(work) == 0
        working.cancel()


async def test_a_worker_that_is_stopped_as_something_comes_in_ends_all_the_same(stage: Stage) -> None:
    async with stage.house() as house:
        working = asyncio.create_task(house.worker.run())
        async with asyncio.timeout(5):
            await house.worker.idle.wait()
        async with house.database.work() as work:
            await inbox.keep_updates(work, [Arrived(7, "{}")], stage.clock.now())
        working.cancel()  # in the same turn of the loop in which it is woken
        ended, _ = await asyncio.wait([working], timeout=5)
        assert ended == {working}
        assert working.cancelled()


async def test_what_a_start_leaves_for_later_is_done_once_nothing_is_being_sent(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.ANSWER_SECONDS", 0.2)
    await stage.settle()
    await _put(stage, "order", "张守田")
    stage.telegram.faults.next("sendMessage", "delay", seconds=1.0)
    warmed: asyncio.Future[tuple[int, int]] = asyncio.get_running_loop().create_future()

    async with stage.house() as house:

        async def warm_up() -> None:
            warmed.set_result((len(_said(stage, "张守田")), house.delivery.in_flight))

        house.warm_up = warm_up
        stopping = asyncio.Event()
        running = asyncio.create_task(house.run(stopping))
        async with asyncio.timeout(10):
            assert await warmed == (1, 0)
        stopping.set()
        await running


async def test_an_update_whose_id_no_database_takes_is_passed_over_and_holds_up_no_other(stage: Stage) -> None:
    mine = stage.telegram.private(stage.cast.people["张守田"])
    stage.telegram.queue._next_id = 2**63 - 1
    for text in ("入户120户", "入户121户"):
        stage.telegram.say(stage.cast.people["张守田"], mine, text)
    async with stage.house() as house:
        assert await house.intake.poll_once() == 1
        with pytest.raises(Garbled):  # who polls on waits before the next try
            await house.intake.poll_once()
        async with house.database.reading() as work:
            assert await inbox.count_waiting(work) == 1
    assert stage.surprises
    stage.surprises.clear()


ODD = [
    "[]",
    "7",
    "[" * 100_000,
    '{"ok": true}',
    '{"ok": true, "result": {}}',
    '{"ok": true, "result": [7, {"update_id": "x"}]}',
    '{"ok": false, "parameters": []}',
    '{"ok": false, "error_code": "x"}',
    '{"ok": null, "parameters": {"retry_after": {}}}',
]


@pytest.mark.parametrize("body", ODD, ids=range(len(ODD)))
async def test_what_is_no_answer_of_a_bot_api_server_is_a_poll_that_failed(stage: Stage, body: str) -> None:
    async def odd(request: web.Request) -> web.Response:
        return web.Response(text=body)

    server = TestServer(web.Application(), port=0)
    server.app.router.add_post("/{any:.*}", odd)
    await server.start_server()
    stage.settings = stage.settings.model_copy(update={"telegram_api_url": str(server.make_url("")).rstrip("/")})
    database = await Database.open(stage.settings.database_url, stage.settings.vault)
    intake = Intake(stage.settings.api_url, "7:x", database, stage.clock, Vitals(), lambda date: None)
    try:
        with pytest.raises(Garbled):
            await intake.poll_once()
    finally:
        await intake.close()
        await database.close()
        await server.close()
    stage.surprises.clear()


async def test_a_call_whose_answer_never_came_is_made_again_when_it_is_an_answer(stage: Stage) -> None:
    await _put(stage, "an-answer", "张守田")
    stage.telegram.faults.next("sendMessage", "half")
    await stage.settle()
    assert len(_said(stage, "张守田")) == 2
    assert (await _counts(stage))["sent"] >= 1


async def test_a_reminder_whose_fate_is_unknown_is_not_sent_again(stage: Stage) -> None:
    await _put(stage, "a-reminder", "张守田", Lane.REMINDER)
    stage.telegram.faults.next("sendMessage", "half")
    await stage.settle()
    assert len(_said(stage, "张守田")) == 1
    assert (await _counts(stage))["uncertain"] == 1


async def test_a_server_in_trouble_is_asked_again(stage: Stage) -> None:
    await _put(stage, "an-answer", "张守田")
    stage.telegram.faults.next("sendMessage", "502", times=2)
    await stage.settle()
    assert len(_said(stage, "张守田")) == 1


async def test_a_429_is_waited_out_and_nothing_is_lost(stage: Stage) -> None:
    await _put(stage, "an-answer", "张守田")
    stage.telegram.faults.next("sendMessage", "429", seconds=3)
    await stage.settle()
    assert len(_said(stage, "张守田")) == 1


async def test_what_has_expired_is_not_sent(stage: Stage) -> None:
    await _put(stage, "old", "张守田", expires_at=stage.clock.now() - timedelta(seconds=1))
    await stage.settle()
    assert _said(stage, "张守田") == []
    assert (await _counts(stage))["cleared"] == 1


async def test_the_same_key_is_written_once(stage: Stage) -> None:
    await _put(stage, "once", "张守田")
    await _put(stage, "once", "张守田")
    await stage.settle()
    assert len(_said(stage, "张守田")) == 1


async def test_of_many_edits_that_wait_only_the_newest_is_sent(stage: Stage) -> None:
    await _put(stage, "first", "张守田")
    for number in range(5):
        await _put(stage, f"edit-{number}", "张守田", act=Act.EDIT, target="first")
    await stage.settle()
    counts = await _counts(stage)
    assert counts["superseded"] == 4


async def test_what_was_in_flight_at_a_crash_is_settled_by_its_lane(stage: Stage) -> None:
    await _put(stage, "an-order", "张守田", Lane.ORDER)
    await _put(stage, "a-reminder", "刘小妹", Lane.REMINDER)
    async with stage.house() as house, house.database.work() as work:
        for parcel in await heads(work, stage.clock.now()):
            assert await outbox.mark_sending(work, [parcel.id])
    await stage.settle()
    assert len(_said(stage, "张守田")) == 1
    assert _said(stage, "刘小妹") == []


async def test_a_choked_group_holds_up_nobody_else(stage: Stage) -> None:
    group = stage.cast.groups["全镇群"]
    async with stage.house() as house, house.database.work() as work:
        chat = await chats.by_telegram_id(work, group.id)
        assert chat is not None
        for number in range(30):
            crowd = Outgoing(f"crowd/{number}", chat.id, "language-set", lane=Lane.ANSWER)
            await outbox.put(work, crowd, stage.clock.now())
    await _put(stage, "a-reminder", "张守田", Lane.REMINDER)
    await stage.settle()
    assert len(_said(stage, "张守田")) == 1
    assert len([m for m in stage.telegram.shown(group) if m.sender is stage.telegram.bot]) < 30


async def test_a_message_that_cannot_be_made_ready_holds_up_nobody_else(stage: Stage) -> None:
    async with stage.house() as house, house.database.work() as work:
        chat = await chats.by_telegram_id(work, stage.cast.groups["全镇群"].id)
        assert chat is not None
        broken = Outgoing("a-board", chat.id, "board", {"chat": 99_999, "day": "2026-02-06", "edit": False})
        await outbox.put(work, broken, stage.clock.now())
    await _put(stage, "an-answer", "张守田")
    await stage.settle()
    assert len(_said(stage, "张守田")) == 1
    assert (await _counts(stage))["failed"] == 1
    assert "a-board" in stage.surprises[0]
    stage.surprises.clear()


async def test_the_program_serves_with_all_its_parts_at_once(stage: Stage) -> None:
    person = stage.cast.people["张守田"]
    async with stage.house() as house:
        stopping = asyncio.Event()
        serving = asyncio.create_task(house.run(stopping))
        stage.telegram.say(person, stage.telegram.private(person), "/language en")
        for _ in range(200):
            if _said(stage, "张守田"):
                break
            await asyncio.sleep(0.02)
        stopping.set()
        await serving
    assert len(_said(stage, "张守田")) == 1


async def test_a_stop_waits_for_the_calls_in_flight_so_that_nothing_is_sent_twice(stage: Stage) -> None:
    await _put(stage, "an-order", "张守田", Lane.ORDER)
    stage.telegram.faults.next("sendMessage", "delay", seconds=0.3)
    async with stage.house() as house:
        stopping = asyncio.Event()
        serving = asyncio.create_task(house.run(stopping))
        for _ in range(200):
            if house.delivery.in_flight:
                break
            await asyncio.sleep(0.01)
        stopping.set()
        await serving
    assert (await _counts(stage)).get("sending", 0) == 0
    await stage.settle()
    assert len(_said(stage, "张守田")) == 1
