"""`gridwarden aside`: what could not be handled is shown and, after the repair, counts as if nothing had happened."""

import asyncio
from datetime import datetime
from pathlib import Path

import pytest

from bot.cli import main
from bot.townfile import new_town_text
from storage import inbox
from storage.database import Database
from tests.support.cast import ZONE
from tests.support.databases import figures
from tests.support.stage import Stage, open_stage

AT = datetime(2026, 2, 6, 15, 12, tzinfo=ZONE)
TRACE = "Traceback (most recent call last):\n  File somewhere\nValueError: 0 is no house"


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A terminal in Chinese, in a folder with a town."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    (tmp_path / "town.toml").write_text(new_town_text("东观镇", "epidemic"), "utf-8")
    return tmp_path


async def _broken(stage: Stage) -> None:
    """The report was kept, its handling failed for good."""
    database = await Database.open(stage.settings.database_url, stage.settings.vault)
    async with database.work() as work:
        (waiting,) = await inbox.waiting_updates(work, 9)
        await inbox.set_aside(work, waiting.place, TRACE, stage.clock.now())
    await database.close()


async def test_a_message_that_was_set_aside_is_shown_and_counts_in_time_when_it_is_handled_again(
    terminal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with open_stage(terminal, AT) as stage:
        monkeypatch.setenv("DATABASE_URL", stage.settings.database_url)
        monkeypatch.setenv("GRIDWARDEN_KEY", stage.settings.gridwarden_key.get_secret_value())
        await stage.settle()
        stage.telegram.say(stage.cast.people["张守田"], stage.cast.groups["黄溪村群"], "入户120户 电话13800000001")
        async with stage.house() as house:
            await house.intake.poll_once()
        await _broken(stage)
        assert await asyncio.to_thread(main, ["aside"]) == 1
        told = capsys.readouterr().out.splitlines()
        assert told[0].endswith("2026-02-06 15:12  入户120户 电话138****0001")
        assert told[1:] == [
            "    ValueError: 0 is no house",
            "1 条消息没能处理，都还留着。修好后用 `gridwarden aside --again` 再处理一次。",
        ]
        assert await asyncio.to_thread(main, ["aside", "--trace"]) == 1
        assert "  File somewhere" in capsys.readouterr().out
        stage.clock.move(3600)
        assert await asyncio.to_thread(main, ["aside", "--again", "999"]) == 0
        assert capsys.readouterr().out.startswith("0 条")
        assert await asyncio.to_thread(main, ["aside", "--again"]) == 0
        assert capsys.readouterr().out == "1 条消息会再处理一次，按原来发送的时间算。\n"
        await stage.settle()
        assert figures(stage.settings.database_url) == [{"households_visited": 120}]
        assert await asyncio.to_thread(main, ["aside"]) == 0
        assert capsys.readouterr().out == "没有搁置的消息。\n"
