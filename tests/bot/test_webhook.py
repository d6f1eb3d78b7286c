"""The webhook: 200 after the commit and not before it, nobody's pushes but Telegram's, each chat in its order."""

import asyncio
import io
import json
import socket
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import datetime
from pathlib import Path

import aiohttp
import pytest

from bot import webhook as webhooks
from bot.app import House
from drill.server.webhook import Target
from storage import inbox, meta, sqlite
from storage.away import DatabaseAway
from storage.database import path_of
from tests.security.test_numbers import logged
from tests.support import databases, postgres
from tests.support.cast import ZONE
from tests.support.databases import look, only_a_file
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
SECRET = "a-secret-of-more-than-16-signs"


@asynccontextmanager
async def listening(folder: Path) -> AsyncIterator[Stage]:
    """A stage whose program listens at an address of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    told = {"webhook_url": f"http://127.0.0.1:{port}/pushes", "webhook_listen": f"127.0.0.1:{port}"}
    async with open_stage(folder, MORNING) as opened:
        opened.settings = opened.settings.__class__(
            **{**opened.settings.model_dump(), **told, "webhook_secret": SECRET, "_env_file": None}
        )
        yield opened


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """On the run's own database."""
    async with listening(tmp_path) as opened:
        yield opened


@asynccontextmanager
async def serving(stage: Stage) -> AsyncIterator[House]:
    """The whole program, running; Telegram knows its address."""
    async with stage.house() as house:
        stopping = asyncio.Event()
        running = asyncio.create_task(house.run(stopping))
        try:
            await until(lambda: stage.server.webhook.target is not None)
            yield house
        finally:
            stopping.set()
            await running


async def until(true) -> None:
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never came to be")


async def push(stage: Stage, body: bytes | AsyncIterator[bytes], secret: str | None = SECRET) -> tuple[int, str]:
    """What a push is answered with, and when it is asked again."""
    headers = {} if secret is None else {webhooks.SECRET_HEADER: secret}
    url, data = stage.settings.webhook_url, io.BytesIO(body) if isinstance(body, bytes) else body
    async with aiohttp.ClientSession() as line, line.post(url, data=data, headers=headers) as got:
        return got.status, got.headers.get("Retry-After", "")


async def kept(house: House) -> list[int]:
    async with house.database.reading() as work:
        return [update.update_id for update in await inbox.waiting_updates(work, 1000)]


def times_kept(stage: Stage, number: int) -> int:
    """How often the inbox has that update, handled or not."""
    [[times]] = look(stage.settings.database_url, f"SELECT count(*) FROM inbox WHERE update_id = {number}")
    return times


def update(number: int) -> bytes:
    return json.dumps({"update_id": number, "poll": {}}).encode()


async def test_what_people_say_comes_by_webhook_and_is_answered(stage: Stage) -> None:
    person = stage.cast.people["张守田"]
    async with serving(stage) as house:
        await until(lambda: stage.server.webhook.target.url == stage.settings.webhook_url)
        assert stage.server.webhook.target.secret == SECRET
        stage.telegram.say(person, stage.telegram.private(person), "/language en")
        await until(lambda: len(stage.telegram.shown(stage.telegram.private(person))) == 2)
        assert stage.telegram.counts.unconfirmed == 0
        async with house.database.reading() as work:
            assert await meta.last_poll(work) is not None


async def test_the_answer_is_200_only_once_the_update_is_committed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(stage) as house:
        with monkeypatch.context() as patched:
            patched.setattr(house.worker, "work_off", idle)
            adding, free = house.database.adding, asyncio.Event()

            @asynccontextmanager
            async def slowly() -> AsyncIterator[object]:
                async with adding() as work:
                    yield work
                    await free.wait()

            patched.setattr(house.database, "adding", slowly)
            pushing = asyncio.create_task(push(stage, update(7)))
            await asyncio.sleep(0.1)
            assert not pushing.done()
            free.set()
            assert await pushing == (200, "")


async def test_that_a_push_is_kept_is_logged_with_the_updates_id(stage: Stage) -> None:
    person = stage.cast.people["张守田"]
    last = len(look(stage.settings.database_url, "SELECT update_id FROM inbox"))
    with logged() as written:
        async with serving(stage):
            stage.telegram.say(person, stage.telegram.private(person), "/language en")
            await until(lambda: len(stage.telegram.shown(stage.telegram.private(person))) == 2)
    [(pushed,)] = look(stage.settings.database_url, "SELECT update_id FROM inbox ORDER BY place")[last:]
    told = [json.loads(line) for line in written.getvalue().splitlines()]
    kept_lines = [line for line in told if line["from"] == "bot.webhook" and line["message"] == "kept"]
    assert [line["update"] for line in kept_lines] == [pushed]


async def idle() -> int:
    return 0


@pytest.mark.parametrize("secret", [None, "", "another-secret-of-16-signs", SECRET[:-1], SECRET + "x", "é" * 20])
async def test_who_does_not_know_the_secret_is_sent_away(stage: Stage, secret: str | None) -> None:
    async with serving(stage) as house:
        assert await push(stage, update(7), secret) == (403, "")
        assert await kept(house) == []


async def test_what_is_no_update_or_too_long_is_refused_before_it_is_read(stage: Stage) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(64):
            yield b" " * (1 << 16)

    async with serving(stage) as house:
        for body in (b"", b"{", b"[]", b"7", b"[" * 100_000):
            assert await push(stage, body) == (400, "")
        for no_id in (b'"x"', b"null", b"true", b"0.5", b"1e308", b"9223372036854775808", b"1" * 5000):
            assert await push(stage, b'{"update_id": ' + no_id + b"}") == (400, "")
        assert await push(stage, b" " * (webhooks.MOST_BYTES + 1)) == (413, "")
        assert await push(stage, endless()) == (413, "")
        assert await kept(house) == []


async def test_while_the_database_is_away_telegram_is_asked_to_keep_the_update(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(stage) as house:
        with monkeypatch.context() as patched:

            @asynccontextmanager
            async def away() -> AsyncIterator[object]:
                raise DatabaseAway("gone")
                yield

            patched.setattr(house.database, "adding", away)
            assert await push(stage, update(7)) == (503, "2")
        assert await push(stage, update(7)) == (200, "")
    stage.surprises.clear()


@only_a_file
async def test_while_another_holds_the_file_telegram_is_asked_to_keep_the_update(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_SETTINGS", (*sqlite._SETTINGS, "PRAGMA busy_timeout=100"))
    async with serving(stage):
        path = path_of(stage.settings.database_url)
        with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as another:
            await asyncio.to_thread(another.execute, "BEGIN IMMEDIATE")  # the program may be writing just then
            assert await push(stage, update(7)) == (503, "2")
            assert times_kept(stage, 7) == 0
            another.execute("ROLLBACK")
        assert await push(stage, update(7)) == (200, "")
        assert times_kept(stage, 7) == 1
    stage.surprises.clear()


async def test_while_the_server_is_down_telegram_is_asked_to_keep_the_update(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if postgres.binaries() is None:
        pytest.skip(postgres.NONE_HERE)
    with postgres.running() as server:
        monkeypatch.setattr(databases, "servers", [server])
        async with listening(tmp_path) as stage:
            async with serving(stage):
                await asyncio.to_thread(server.stop)
                assert await push(stage, update(7)) == (503, "2")
                await asyncio.to_thread(server.start)
                assert await push(stage, update(7)) == (200, "")
                assert times_kept(stage, 7) == 1
            stage.surprises.clear()


async def test_many_pushed_at_once_are_kept_each_once_and_share_their_commits(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    commits = 0
    async with serving(stage) as house:
        adding = house.database.adding

        def counted():
            nonlocal commits
            commits += 1
            return adding()

        monkeypatch.setattr(house.database, "adding", counted)
        monkeypatch.setattr(house.worker, "work_off", idle)
        numbers = [*range(100, 160), *range(100, 130)]
        assert {status for status, _ in await asyncio.gather(*(push(stage, update(n)) for n in numbers))} == {200}
        assert sorted(await kept(house)) == list(range(100, 160))
    assert commits < 60


async def test_a_webhook_that_somebody_took_down_is_put_up_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhooks, "LOOK_SECONDS", 0.05)
    async with serving(stage):
        await stage.server.webhook.point(Target("http://127.0.0.1:1/elsewhere"))
        await until(lambda: stage.server.webhook.target.url == stage.settings.webhook_url)


async def test_who_polls_takes_the_webhook_down_and_loses_nothing(stage: Stage) -> None:
    async with serving(stage):
        pass
    person = stage.cast.people["张守田"]
    stage.telegram.say(person, stage.telegram.private(person), "/language en")
    stage.settings = stage.settings.model_copy(update={"webhook_url": ""})
    async with stage.house() as house:
        stopping = asyncio.Event()
        running = asyncio.create_task(house.run(stopping))
        await until(lambda: len(stage.telegram.shown(stage.telegram.private(person))) == 2)
        assert stage.server.webhook.target is None
        stopping.set()
        await running
