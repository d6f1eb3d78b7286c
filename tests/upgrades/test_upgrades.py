"""A database of each earlier schema, with a day's data in it, becomes today's: nothing is lost, and the bot goes on."""

import json
import logging
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from actions import sums
from actions.state import state
from domain.errors import NotPossible
from domain.people import Person
from storage import people
from storage.database import Database
from storage.migrations import newest
from storage.vault import Vault, read_keys
from tests.support.cast import PEOPLE, TOWN
from tests.support.databases import only_a_file
from tests.support.stage import KEY, open_stage
from tests.upgrades.make import EVENING, MORNING

EARLIER = range(1, newest())
FIXTURES = [
    fixture
    for fixture in sorted(Path(__file__).parent.glob("schema-*.sql"))
    if int(fixture.stem.removeprefix("schema-")) in EARLIER
]
NAMES = [fixture.stem for fixture in FIXTURES]
VAULT = Vault(read_keys(KEY))

pytestmark = only_a_file


def _old(fixture: Path, folder: Path) -> str:
    """The database as it stood under that schema; its address."""
    path = folder / "gridwarden.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript(fixture.read_text("utf-8"))
    return f"sqlite:///{path}"


def _schema(path: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    return sorted((*row[:3], re.sub(r'\s+|"', " ", row[3] or "").strip()) for row in rows)


def _holds(now: Any, then: Any) -> bool:
    """Whether what was told then is told now: fields are added, never renamed and never changed."""
    if isinstance(then, dict):
        return all(name in now and _holds(now[name], value) for name, value in then.items())
    if isinstance(then, list):
        return len(now) == len(then) and all(map(_holds, now, then))
    return bool(now == then)


def test_there_is_a_fixture_of_each_earlier_schema() -> None:
    """One that is missing is made by tests/upgrades/make.py, with the program as it was."""
    assert [int(name.removeprefix("schema-")) for name in NAMES] == list(EARLIER)


@pytest.mark.parametrize("fixture", FIXTURES, ids=NAMES)
async def test_its_data_are_the_same_afterwards(fixture: Path, tmp_path: Path) -> None:
    then = json.loads(fixture.with_suffix(".json").read_text("utf-8"))
    database = await Database.open(_old(fixture, tmp_path), VAULT)
    async with database.reading() as work:
        now = await state(work, TOWN, TOWN.day_of(EVENING), EVENING)
        assert await sums.check(work, TOWN) == []
        found = [await people.by_phone(work, phone) for _, phone, *_ in PEOPLE]
    await database.close()
    assert [one.name for one in found if isinstance(one, Person)] == [name for name, *_ in PEOPLE]
    assert then["tasks"]
    assert _holds(now, then)


@pytest.mark.parametrize("fixture", FIXTURES, ids=NAMES)
async def test_its_schema_is_that_of_a_new_database(fixture: Path, tmp_path: Path) -> None:
    await (await Database.open(_old(fixture, tmp_path), VAULT)).close()
    await (await Database.open(f"sqlite:///{tmp_path / 'new.db'}", VAULT)).close()
    assert _schema(tmp_path / "gridwarden.db") == _schema(tmp_path / "new.db")


@pytest.mark.parametrize("fixture", FIXTURES, ids=NAMES)
async def test_a_copy_from_before_is_kept_and_told_of(
    fixture: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    version = int(fixture.stem.removeprefix("schema-"))
    url = _old(fixture, tmp_path)
    before = _dump(tmp_path / "gridwarden.db")
    with caplog.at_level(logging.INFO):
        await (await Database.open(url, VAULT)).close()
    kept = tmp_path / f"gridwarden.db.before-{version + 1:04d}"
    assert str(kept) in caplog.text
    assert _dump(kept) == before
    assert kept.stat().st_mode & 0o077 == 0
    caplog.clear()
    await (await Database.open(url, VAULT)).close()
    assert caplog.text == ""
    assert len(list(tmp_path.glob("*.before-*"))) == 1


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


async def test_a_new_database_needs_no_copy(tmp_path: Path) -> None:
    await (await Database.open(f"sqlite:///{tmp_path / 'gridwarden.db'}", VAULT)).close()
    assert list(tmp_path.glob("*.before-*")) == []


@pytest.mark.parametrize("fixture", FIXTURES, ids=NAMES)
async def test_the_bot_goes_on_where_it_was(fixture: Path, tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        for left in tmp_path.glob("gridwarden.db*"):
            left.unlink()
        _old(fixture, tmp_path)
        stage.telegram.queue._next_id += 10_000  # Telegram has gone on meanwhile
        stage.clock.move_to(EVENING.astimezone(stage.clock.now().tzinfo))
        chat = stage.telegram.private(stage.cast.people["张守田"])
        stage.telegram.say(stage.cast.people["张守田"], chat, "更正 劝返14人次")
        await stage.settle()
        async with stage.house() as house, house.database.reading() as work:
            now = await state(work, stage.town, stage.day, stage.clock.now())
        [unit] = [unit for unit in now["units"] if unit["name"] == "黄溪村"]
        assert unit["values"]["people_turned_back"] == 14
        assert unit["on_time"] is True
        assert any("14" in message.words for message in stage.telegram.shown(chat))


async def test_a_database_without_its_key_is_refused_as_it_stands(tmp_path: Path) -> None:
    url = _old(FIXTURES[-1], tmp_path)
    with pytest.raises(NotPossible) as refused:
        await Database.open(url)
    assert refused.value.key == "key-missing"
    assert _version_of(url) == EARLIER[-1]
    assert [path.name for path in tmp_path.glob("*.before-*")] == []


async def test_who_reads_an_older_database_is_told_and_leaves_it_alone(tmp_path: Path) -> None:
    url = _old(FIXTURES[0], tmp_path)
    with pytest.raises(NotPossible) as refused:
        await Database.open_to_read(url, VAULT)
    assert (refused.value.key, refused.value.fields["version"]) == ("database-older", "1")
    assert _version_of(url) == 1


async def test_a_newer_database_is_neither_read_nor_run_on(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/gridwarden.db"
    await (await Database.open(url)).close()
    with closing(sqlite3.connect(tmp_path / "gridwarden.db")) as file:
        file.execute(f"PRAGMA user_version={newest() + 1}")
    for opening in (Database.open, Database.open_to_read):
        with pytest.raises(NotPossible) as refused:
            await opening(url)
        assert (refused.value.key, refused.value.fields["known"]) == ("database-newer", str(newest()))


def _version_of(url: str) -> int:
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
        return int(file.execute("PRAGMA user_version").fetchone()[0])
