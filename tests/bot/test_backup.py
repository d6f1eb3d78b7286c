"""`gridwarden db backup` and `restore`: whole copies while the bot writes, and a bot that goes on from one."""

import asyncio
import os
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from bot.cli import main
from bot.townfile import new_town_text
from storage.migrations import newest
from tests.support.cast import ZONE
from tests.support.databases import only_a_file
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
ROOT = Path(__file__).parents[2]

pytestmark = only_a_file


@pytest.fixture
async def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Stage]:
    """A stage in a folder in which the command line finds its town and its database."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    (tmp_path / "town.toml").write_text(new_town_text("东观镇", "epidemic"), "utf-8")
    async with open_stage(tmp_path, MORNING) as opened:
        monkeypatch.setenv("DATABASE_URL", opened.settings.database_url)
        monkeypatch.setenv("GRIDWARDEN_KEY", opened.settings.gridwarden_key.get_secret_value())
        yield opened


async def _job(*words: str) -> tuple[int, str]:
    """Run a job of the command line beside whatever runs here; exit status and what it said."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *words),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode()


def _say(stage: Stage, text: str) -> None:
    person = stage.cast.people["张守田"]
    stage.telegram.say(person, stage.telegram.private(person), text)


async def test_a_copy_made_while_the_bot_writes_is_whole_and_the_bot_goes_on_from_it(
    stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with stage.house() as house:
        await house.delivery.start()
        making = asyncio.create_task(_job("db", "backup", "copy.db"))
        written = 0
        while not making.done():
            written += 1
            _say(stage, f"黄溪村 入户{100 + written}户")
            await house.intake.poll_once()
            await house.worker.work_off()
            await house.delivery.deliver_ready()
            await asyncio.sleep(0.005)
        status, said = await making
    assert status == 0, said
    assert written > 1
    assert f"结构版本 {newest()}" in said
    assert " MB" in said
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        [[kept]] = copy.execute("SELECT count(*) FROM inbox WHERE state = 'done'").fetchall()
    assert (tmp_path / "copy.db").stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir() if "copy.db" in path.name] == ["copy.db"]
    assert kept > 0
    assert await asyncio.to_thread(main, ["db", "restore", "copy.db"]) == 0
    assert (tmp_path / "gridwarden.db.before-restore").exists()
    assert await asyncio.to_thread(main, ["db", "check"]) == 0
    assert "累计与报送记录相符" in capsys.readouterr().out
    stage.clock.move(60)
    _say(stage, "更正 入户500户")
    await stage.settle()
    with closing(sqlite3.connect(tmp_path / "gridwarden.db")) as database:
        [[values]] = database.execute("SELECT values_json FROM standing").fetchall()
        assert "500" in values


async def test_nothing_is_overwritten(stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "copy.db").write_text("another's")
    assert await asyncio.to_thread(main, ["db", "backup", "copy.db"]) == 2
    assert "copy.db 已经在了" in capsys.readouterr().err
    assert (tmp_path / "copy.db").read_text() == "another's"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".copy")] == []


async def test_a_database_on_which_a_bot_runs_is_not_replaced(
    stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await asyncio.to_thread(main, ["db", "backup", "copy.db"]) == 0
    async with stage.house():
        assert await asyncio.to_thread(main, ["db", "restore", "copy.db"]) == 2
    assert "gridwarden.db" in capsys.readouterr().err
    assert not (tmp_path / "gridwarden.db.before-restore").exists()


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
async def test_what_is_no_database_of_ours_is_refused(
    stage: Stage, tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "copy.db").write_bytes(content)
    before = (tmp_path / "gridwarden.db").read_bytes()
    assert await asyncio.to_thread(main, ["db", "restore", "copy.db"]) == 2
    assert "copy.db 已损坏或不是 gridwarden 的数据库" in capsys.readouterr().err
    assert (tmp_path / "gridwarden.db").read_bytes() == before


async def test_a_copy_that_a_newer_program_wrote_is_refused(
    stage: Stage, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await asyncio.to_thread(main, ["db", "backup", "copy.db"]) == 0
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        copy.execute("PRAGMA user_version=99")
    assert await asyncio.to_thread(main, ["db", "restore", "copy.db"]) == 2
    assert "99" in capsys.readouterr().err


async def test_a_lost_database_is_restored_where_nothing_is_left(stage: Stage, tmp_path: Path) -> None:
    _say(stage, "黄溪村 入户120户")
    await stage.settle()
    assert await asyncio.to_thread(main, ["db", "backup", "copy.db"]) == 0
    for left in tmp_path.glob("gridwarden.db*"):
        left.unlink()
    assert await asyncio.to_thread(main, ["db", "restore", "copy.db"]) == 0
    stage.clock.move(60)
    _say(stage, "更正 入户121户")
    await stage.settle()
    with closing(sqlite3.connect(tmp_path / "gridwarden.db")) as database:
        assert "121" in database.execute("SELECT values_json FROM standing").fetchone()[0]


def test_a_server_is_backed_up_by_its_own_tools(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "postgresql://somebody:secret@127.0.0.1/town")
    assert main(["db", "backup", "copy.db"]) == 2
    said = capsys.readouterr().err
    assert "pg_dump" in said
    assert "secret" not in said
