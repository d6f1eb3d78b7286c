"""A town moves from an SQLite file to a PostgreSQL server: rows as they stand, and what is sealed stays sealed."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import asyncpg

from domain.errors import NotPossible
from storage.database import bring_up_to_date


async def load(source: Path, url: str) -> None:
    """Copy the file into the server's database; NotPossible when that holds a town already.

    The file is brought up to date first. All of it arrives, or nothing.
    """
    for address in (f"sqlite:///{source}", url):
        await bring_up_to_date(address)
    line = await asyncpg.connect(url)
    try:
        with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as file:
            async with line.transaction():
                if await line.fetchval("SELECT EXISTS (SELECT 1 FROM meta) OR EXISTS (SELECT 1 FROM units)"):
                    raise NotPossible("database-not-empty")
                for table in _tables(file):
                    await _fill(line, file, table)
    finally:
        await line.close()


async def _fill(line: "asyncpg.Connection[asyncpg.Record]", file: sqlite3.Connection, table: str) -> None:
    columns = _columns(file, table)
    rows = file.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()
    await line.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    await line.executemany(_insert(table, columns), list(_parents_first(columns, rows)))
    await line.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
    counted = await line.fetchval(
        "SELECT column_name FROM information_schema.columns WHERE table_name = $1 AND is_identity = 'YES'", table
    )
    if counted is not None and rows:
        await line.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', '{counted}'), (SELECT max({counted}) FROM {table}))"
        )


def _tables(file: sqlite3.Connection) -> list[str]:
    """Every table, behind those to which it refers."""
    names = [str(name) for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    waiting = {name: _needs(file, name) for name in names}
    ordered: list[str] = []
    while waiting:
        free = next(name for name, needs in waiting.items() if needs.isdisjoint(waiting))
        ordered.append(free)
        del waiting[free]
    return ordered


def _needs(file: sqlite3.Connection, table: str) -> set[str]:
    return {str(key[2]) for key in file.execute(f"PRAGMA foreign_key_list({table})")} - {table}


def _columns(file: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in file.execute(f"PRAGMA table_info({table})")]


def _insert(table: str, columns: Sequence[str]) -> str:
    places = ", ".join(f"${number}" for number in range(1, len(columns) + 1))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"


Row = tuple[object, ...]


def _parents_first(columns: Sequence[str], rows: Sequence[Row]) -> Iterator[Row]:
    """Rows that refer to others of the same table (a unit's parent) come behind those."""
    if "parent_id" not in columns:
        yield from rows
        return
    own, parent = columns.index("id"), columns.index("parent_id")
    below: dict[object, list[Row]] = {}
    for row in rows:
        below.setdefault(row[parent], []).append(row)
    level = below.pop(None, [])
    while level:
        yield from level
        level = [child for row in level for child in below.pop(row[own], [])]
