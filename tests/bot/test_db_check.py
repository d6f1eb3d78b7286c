"""`gridwarden db check`: what it says of sums that are off, and that it mends them."""

import asyncio
from decimal import Decimal
from pathlib import Path

import pytest

from bot.cli import main
from bot.townfile import new_town_text
from domain.units import Unit
from storage import reports, units
from storage.database import Database
from tests.support.databases import new_database


async def _with_a_wrong_sum(url: str) -> None:
    database = await Database.open(url)
    async with database.work() as work:
        await units.save(work, Unit(0, "01", "黄溪村"))
        unit = (await units.tree(work)).by_code["01"].id
        await reports.add_to_running(work, unit, {"households_visited": Decimal(1007), "no_more": Decimal(2)})
    await database.close()


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good town and a database in which a sum stands that no report made."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    (tmp_path / "town.toml").write_text(new_town_text("东观镇", "epidemic"), "utf-8")
    monkeypatch.setenv("DATABASE_URL", new_database(tmp_path))
    asyncio.run(_with_a_wrong_sum(new_database(tmp_path)))
    return tmp_path


@pytest.mark.usefixtures("installation")
def test_a_sum_that_is_off_is_named_and_mended(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["db", "check"]) == 1
    told = capsys.readouterr().out
    assert "黄溪村 入户排查：记着 1,007，应为 0" in told
    assert "黄溪村 no_more：记着 2，应为 0" in told
    assert "2 处不符" in told
    assert main(["db", "check", "--repair"]) == 0
    assert "已按报送记录重算" in capsys.readouterr().out
    assert main(["db", "check"]) == 0
    assert capsys.readouterr().out == "累计与报送记录相符。\n"


def test_a_database_that_is_not_there_is_not_made(
    installation: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:///nowhere.db")
    assert main(["db", "check", "--repair"]) == 2
    assert "nowhere.db" in capsys.readouterr().err
    assert not (installation / "nowhere.db").exists()
