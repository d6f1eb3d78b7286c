"""A unit of work on a database's bad days: all of it stands or nothing, and the next one begins anew."""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import inbox, meta
from storage.away import DatabaseAway
from storage.database import Database
from storage.inbox import Arrived
from tests.support.databases import file_of

NOW = datetime(2026, 2, 6, 9, 0, tzinfo=UTC)
LONG = "长" * 5000


@pytest.fixture
async def file(tmp_path: Path) -> AsyncIterator[tuple[sqlite3.Connection, Database, Path]]:
    """A database whose connection the test may hinder."""
    path = tmp_path / "gridwarden.db"
    database = await Database.open(f"sqlite:///{path}")
    connection = file_of(database)
    connection.execute("PRAGMA busy_timeout=50")
    yield connection, database, path
    await database.close()


def _fill(connection: sqlite3.Connection, room: int) -> None:
    """Leave the disk so many pages."""
    [pages] = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count={pages + room}")


async def _keep(database: Database, numbers: range) -> None:
    async with database.work() as work:
        for number in numbers:
            await inbox.keep_updates(work, [Arrived(number, LONG)], NOW)


async def _go_on_regardless(database: Database) -> None:
    async with database.work() as work:
        with contextlib.suppress(DatabaseAway):
            async with work.savepoint():
                await inbox.keep_updates(work, [Arrived(number, LONG) for number in range(10)], NOW)
        await meta.put(work, "after", "the transaction is gone")


async def _kept(database: Database) -> int:
    async with database.reading() as work:
        return await inbox.count_waiting(work)


async def test_a_full_disk_undoes_the_whole_work_and_the_next_one_stands(
    file: tuple[sqlite3.Connection, Database, Path],
) -> None:
    connection, database, _ = file
    _fill(connection, 4)
    with pytest.raises(DatabaseAway):
        await _keep(database, range(10))
    assert await _kept(database) == 0
    _fill(connection, 1000)
    await _keep(database, range(10))
    assert await _kept(database) == 10


async def test_after_the_disk_was_full_nothing_more_of_the_same_work_is_written(
    file: tuple[sqlite3.Connection, Database, Path],
) -> None:
    connection, database, _ = file
    _fill(connection, 4)
    with pytest.raises(DatabaseAway):
        await _go_on_regardless(database)
    async with database.reading() as work:
        assert await meta.get(work, "after") is None


async def test_a_database_that_another_process_holds_is_away_until_it_lets_go(
    file: tuple[sqlite3.Connection, Database, Path],
) -> None:
    _, database, path = file
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseAway, match="locked"):
        await _keep(database, range(1))
    other.execute("ROLLBACK")
    other.close()
    await _keep(database, range(1))
    assert await _kept(database) == 1


async def test_a_work_that_is_cancelled_anywhere_leaves_the_next_one_a_free_database(
    file: tuple[sqlite3.Connection, Database, Path],
) -> None:
    _, database, _ = file
    for turns in range(12):
        keeping = asyncio.create_task(_keep(database, range(turns * 10, turns * 10 + 3)))
        for _ in range(turns):
            await asyncio.sleep(0)
        await asyncio.sleep(turns * 0.0002)
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
        assert await _kept(database) % 3 == 0
    await _keep(database, range(900, 903))
    assert await _kept(database) >= 3


async def test_who_listens_hears_of_a_work_that_was_committed_though_its_doer_was_cancelled(
    file: tuple[sqlite3.Connection, Database, Path],
) -> None:
    _, database, _ = file
    heard: list[frozenset[str]] = []
    database.listen(heard.append)
    with pytest.raises(asyncio.CancelledError):
        await asyncio.create_task(_keep_and_be_cancelled(database))
    assert await _kept(database) == 1
    assert heard == [frozenset({"inbox"})]


async def _keep_and_be_cancelled(database: Database) -> None:
    """Cancelled while it waits for its commit."""
    async with database.work() as work:
        await inbox.keep_updates(work, [Arrived(1, LONG)], NOW)
        task = asyncio.current_task()
        assert task is not None
        task.cancel()
