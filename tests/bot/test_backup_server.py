"""A town on PostgreSQL is backed up by the server's own tools, as docs/operating.md says, and goes on from the copy."""

import asyncio
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from actions.state import state
from bot.cli import main
from bot.townfile import new_town_text
from storage.database import Database
from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.postgres import Server, binaries
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
AFTER_THE_CLOSE = datetime(2026, 2, 6, 16, 5, tzinfo=ZONE)
MANUAL = Path(__file__).parents[2] / "docs/operating.md"


def tool(name: str) -> str:
    """The server's own where it has one, for an older one refuses it."""
    found = shutil.which(name, path=str(binaries())) or shutil.which(name)
    if found is None:
        pytest.skip(f"no {name} here")
    return found


def told(name: str, url: str, file: Path) -> list[str]:
    """The operator's command, word for word but for the file."""
    [line] = re.findall(rf"^{name} .*?(?=  +#|$)", MANUAL.read_text("utf-8"), re.MULTILINE)
    words = re.sub(r"backup-.*?\.dump", str(file), line.replace('"$DATABASE_URL"', url)).split()
    return [tool(name), *words[1:]]


async def play(stage: Stage) -> None:
    """A day with reports, a correction, a doubt and a task."""
    people, groups = stage.cast.people, stage.cast.groups
    for hour, name, where, text in (
        ("09:10", "张守田", "黄溪村群", "黄溪村 入户120户，排查356人，劝返12人次"),
        ("10:00", "张守田", "黄溪村群", "更正 劝返13人次"),
        ("10:10", "陈建国", None, "东观社区 入户80户，劝返约300人"),
        ("14:00", "王书记", "指挥部", "任务 明天中午前 返乡人员回头看：逐户复核"),
        ("14:05", "王书记", "指挥部", "发布 1"),
    ):
        await stage.pass_until(datetime.fromisoformat(f"2026-02-06T{hour}:00+08:00"))
        chat = stage.telegram.private(people[name]) if where is None else groups[where]
        stage.telegram.say(people[name], chat, text)
        await stage.settle()
    await stage.pass_until(AFTER_THE_CLOSE)


async def account(stage: Stage, url: str) -> object:
    """Where the day stands by that database."""
    database = await Database.open_to_read(url, stage.settings.vault)
    async with database.reading() as work:
        found = await state(work, stage.town, stage.day, stage.clock.now())
    await database.close()
    return found


def rows(url: str) -> dict[str, int]:
    """How many each table has."""
    tables = look(url, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
    return {name: look(url, f"SELECT count(*) FROM {name}")[0][0] for (name,) in tables}


async def test_a_town_is_dumped_restored_into_a_new_database_and_goes_on_there(
    on_postgres: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    (tmp_path / "town.toml").write_text(new_town_text("东观镇", "epidemic"), "utf-8")
    async with open_stage(tmp_path, MORNING) as stage:
        await play(stage)
        first, file = stage.settings.database_url, tmp_path / "town.dump"
        second = on_postgres.make_empty()
        for name, url in (("pg_dump", first), ("pg_restore", second)):
            done = await asyncio.to_thread(subprocess.run, told(name, url, file), capture_output=True, text=True)
            assert done.returncode == 0, done.stderr
        assert rows(second) == rows(first)
        assert rows(second)["statements"] > 2
        assert await account(stage, second) == await account(stage, first)
        monkeypatch.setenv("DATABASE_URL", second)
        monkeypatch.setenv("GRIDWARDEN_KEY", stage.settings.gridwarden_key.get_secret_value())
        assert await asyncio.to_thread(main, ["db", "check"]) == 0
        assert "累计与报送记录相符" in capsys.readouterr().out
        stage.settings = stage.settings.model_copy(update={"database_url": second})
        stage.telegram.say(stage.cast.people["张守田"], stage.cast.groups["黄溪村群"], "更正 劝返14人次")
        await stage.settle()
        assert await account(stage, second) != await account(stage, first)
