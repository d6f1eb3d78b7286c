"""A town moves from an SQLite file into PostgreSQL: nothing is missing, and it goes on there."""

import asyncio
from datetime import datetime
from pathlib import Path

import pytest

from actions.state import state
from bot.cli import main
from storage.database import Database
from tests.support.cast import ZONE
from tests.support.databases import look, only_a_file
from tests.support.postgres import Server
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)


async def told(stage: Stage, url: str) -> object:
    """Where the day stands by that database."""
    database = await Database.open_to_read(url, stage.settings.vault)
    async with database.reading() as work:
        found = await state(work, stage.town, stage.day, stage.clock.now())
    await database.close()
    return found


async def job(*words: str) -> int:
    """A job of the command line, whose loop is its own."""
    return await asyncio.to_thread(main, ["db", *words])


@only_a_file
async def test_a_town_moves_from_a_file_to_a_server_and_goes_on(
    postgres_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.chdir(tmp_path)
    async with open_stage(tmp_path, MORNING) as stage:
        person, group = stage.cast.people["张守田"], stage.cast.groups["黄溪村群"]
        stage.telegram.say(person, group, "入户86户，劝返约300人")
        await stage.settle()
        first, second = stage.settings.database_url, postgres_server.make()
        before = await told(stage, first)
        monkeypatch.setenv("DATABASE_URL", second)
        assert await job("load", "gridwarden.db") == 0
        assert await told(stage, second) == before
        for table in ("inbox", "outbox", "audit", "people", "statements", "report_versions"):
            counted = f"SELECT count(*) FROM {table}"
            assert postgres_server.look(second, counted) == look(first, counted)
        assert await job("load", "gridwarden.db") == 2
        assert "not empty" in capsys.readouterr().err
        stage.settings = stage.settings.model_copy(update={"database_url": second})
        stage.telegram.say(person, group, "更正 入户87户")
        await stage.settle()
        assert await told(stage, second) != before


async def test_a_server_that_is_away_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody:hidden@127.0.0.1:1/none")
    (tmp_path / "town.toml").write_text('name = "东观镇"\n', "utf-8")
    assert await asyncio.to_thread(main, ["state"]) == 2
    said = capsys.readouterr().err
    assert "cannot be used now" in said
    assert "hidden" not in said
