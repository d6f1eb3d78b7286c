"""The watch over the program's own life: deaf, it ends, comes back, and says once for how long it was deaf."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import rehearsal
from bot.guard import STATUS, Guard, NoLife
from bot.townfile import new_town_text
from bot.vitals import Vitals
from tests.support.cast import ZONE
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
ROOT = Path(__file__).parents[2]
PATIENCE = 5


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_stage(tmp_path, MORNING, watchdog_seconds=PATIENCE) as opened:
        yield opened


def _told(stage: Stage) -> list[str]:
    """What the command chat was told of the bot's absence."""
    shown = stage.telegram.shown(stage.cast.groups["指挥部"])
    return [message.words for message in shown if "失联" in message.words]


@asynccontextmanager
async def _program(stage: Stage, folder: Path, **environment: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """The program as its supervisor starts it: a process of its own, on a clock that begins at the stage's hour."""
    clock = rehearsal(stage.clock.now(), 1.0)
    stage.telegram.queue.clock = clock
    (folder / "town.toml").write_text(new_town_text("东观镇", "epidemic"), "utf-8")
    settings = stage.settings
    told = {
        "TELEGRAM_TOKEN": settings.token,
        "TELEGRAM_API_URL": settings.api_url,
        "DATABASE_URL": settings.database_url,
        "GRIDWARDEN_KEY": settings.gridwarden_key.get_secret_value(),
        "WATCHDOG_SECONDS": str(PATIENCE),
        "PYTHONPATH": str(ROOT),
    }
    with (folder / "bot.log").open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run", "--clock", clock.written()),
            cwd=folder,
            env={**os.environ, **told, **environment},
            stdout=log,
            stderr=log,
        )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
            async with asyncio.timeout(30):
                await process.wait()


async def _answered(stage: Stage, name: str) -> bool:
    person = stage.cast.people[name]
    chat = stage.telegram.private(person)
    stage.telegram.say(person, chat, "/help")
    for _ in range(400):
        if any(message.sender is stage.telegram.bot for message in stage.telegram.shown(chat)):
            return True
        await asyncio.sleep(0.05)
    return False


async def test_a_poll_that_hangs_ends_the_program_with_a_status_of_its_own_and_is_told_once_after_the_restart(
    stage: Stage, tmp_path: Path
) -> None:
    async with _program(stage, tmp_path) as process:
        assert await _answered(stage, "张守田")
        stage.telegram.faults.sometimes("getUpdates", "timeout", 1.0, seconds=60)
        async with asyncio.timeout(60):
            assert await process.wait() == STATUS
    assert "no sign of life of intake" in (tmp_path / "bot.log").read_text("utf-8")
    stage.telegram.faults.clear()
    stage.clock.move(12 * 60)
    async with _program(stage, tmp_path):
        assert await _answered(stage, "刘小妹")
    [told] = [told for told in _told(stage) if "12 分钟" in told]  # a slow machine's start may be told, too
    assert told.startswith("⚠️ 机器人与 Telegram 失联 12 分钟，现已恢复（09:0")
    async with _program(stage, tmp_path):
        assert await _answered(stage, "陈建国")
    assert len([told for told in _told(stage) if "12 分钟" in told]) == 1


async def test_a_program_that_is_merely_not_spoken_to_lives_on(stage: Stage, tmp_path: Path) -> None:
    async with _program(stage, tmp_path) as process:
        assert await _answered(stage, "张守田")
        await asyncio.sleep(PATIENCE + 1)
        assert process.returncode is None
    assert process.returncode == 0


async def test_systemd_hears_of_a_program_that_lives_and_no_more_of_one_that_is_deaf(
    stage: Stage, tmp_path: Path
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK) as listening:
        listening.bind(str(tmp_path / "notify"))
        told = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "1500000"}
        loop = asyncio.get_running_loop()
        async with _program(stage, tmp_path, **told) as process:
            async with asyncio.timeout(30):
                heard = [await loop.sock_recv(listening, 100) for _ in range(4)]
            assert sorted(set(heard)) == [b"READY=1", b"WATCHDOG=1"]
            stage.telegram.faults.sometimes("getUpdates", "timeout", 1.0, seconds=60)
            async with asyncio.timeout(60):
                assert await process.wait() == STATUS
        stage.telegram.faults.clear()


async def test_a_worker_that_hangs_is_named(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage.house() as house:

        async def hang() -> int:
            await asyncio.Event().wait()
            return 0

        monkeypatch.setattr(house.worker, "work_off", hang)
        with pytest.raises(NoLife, match=r"^worker for \d s$"):
            await house.run(asyncio.Event())


async def test_a_tick_of_the_clock_that_hangs_is_noticed_too(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage.house() as house:

        async def hang() -> int:
            await asyncio.Event().wait()
            return 0

        monkeypatch.setattr(house.rings, "ring", hang)
        with pytest.raises(NoLife, match=r"^rings for \d s$"):
            await house.run(asyncio.Event())
    assert len(stage.surprises) == 2  # the tick that hung is told of when it is ended
    stage.surprises.clear()


@pytest.mark.parametrize(("hours", "says"), [(0.5, "30 分钟"), (14, "2月5日"), (40, "请发信人重发")])
async def test_the_command_chat_is_told_how_long_and_what_may_be_lost(tmp_path: Path, hours: float, says: str) -> None:
    async with open_stage(tmp_path, MORNING - timedelta(hours=14), watchdog_seconds=180) as stage:
        assert _told(stage) == []
        stage.clock.move(hours * 3600)
        await stage.settle()
        [told] = _told(stage)
        assert says in told
        await stage.settle()
        assert len(_told(stage)) == 1


async def test_a_short_silence_is_not_worth_a_word(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING, watchdog_seconds=180) as stage:
        stage.clock.move(170)
        await stage.settle()
        assert _told(stage) == []


def test_an_event_loop_that_hangs_is_ended_from_beside_it() -> None:
    program = """
import asyncio, time
from bot.guard import Guard
from bot.vitals import Vitals

async def main():
    guard = Guard(Vitals(), 0.2)
    with guard.beside():
        watching = asyncio.create_task(guard.run())
        await asyncio.sleep(0.3)
        print("went round", flush=True)
        time.sleep(30)

asyncio.run(main())
"""
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=20)
    assert ended.stdout == "went round\n"
    assert ended.returncode == STATUS


async def test_a_part_that_was_stopped_is_not_missed() -> None:
    now = [0.0]
    vitals = Vitals(lambda: now[0])
    with vitals.living("intake"):
        now[0] = 100.0
        assert vitals.silent(60) == {"intake": 100.0}
    assert vitals.silent(60) == {}
    vitals.beat("intake")
    assert vitals.ages() == {}
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await Guard(vitals, 60).run()
