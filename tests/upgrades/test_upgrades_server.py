"""A server's database of an earlier schema, with a day's data in it, becomes today's as a file's does."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest

from actions import sums
from actions.state import state
from storage import loading
from storage.database import Database
from storage.migrations import numbered
from tests.support.cast import TOWN
from tests.support.postgres import Server
from tests.upgrades.make import EVENING
from tests.upgrades.test_upgrades import FIXTURES, VAULT, _holds, _old


async def _as_it_was(fixture: Path, folder: Path, url: str) -> None:
    """The server's database with the schema and the rows of the fixture."""
    version = int(fixture.stem.removeprefix("schema-"))
    _old(fixture, folder)
    line = await asyncpg.connect(url)
    await line.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")  # a new one has today's schema
    await line.execute("CREATE TABLE schema_version (version BIGINT PRIMARY KEY)")
    for number, sql in numbered("postgres")[:version]:
        await line.execute(f"BEGIN; {sql}; INSERT INTO schema_version VALUES ({number}); COMMIT")
    with closing(sqlite3.connect(folder / "gridwarden.db")) as file:
        for table in loading._tables(file):
            await loading._fill(line, file, table)
    await line.close()


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
async def test_its_data_are_the_same_afterwards(fixture: Path, tmp_path: Path, postgres_server: Server) -> None:
    url = postgres_server.make()
    await _as_it_was(fixture, tmp_path, url)
    then = json.loads(fixture.with_suffix(".json").read_text("utf-8"))
    database = await Database.open(url, VAULT)
    async with database.reading() as work:
        now = await state(work, TOWN, TOWN.day_of(EVENING), EVENING)
        assert await sums.check(work, TOWN) == []
    await database.close()
    assert _holds(now, then)
