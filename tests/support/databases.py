"""A database for a test: a SQLite file in its folder, or with GRIDWARDEN_TEST_POSTGRES set one on the run's server."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from storage.database import Database, is_file, path_of
from storage.sqlite import SqliteConnection
from tests.support import postgres

ON_POSTGRES = bool(os.environ.get("GRIDWARDEN_TEST_POSTGRES"))
only_a_file = pytest.mark.skipif(ON_POSTGRES, reason="about SQLite's file")

servers: list[postgres.Server] = []
"""The run's server, where it has one (tests/conftest.py)."""


def new_database(folder: Path, name: str = "gridwarden.db") -> str:
    """The address of a database of this test's own; asked again with the same folder it is the same."""
    if not servers:
        return f"sqlite:///{folder / name}"
    noted = folder / f"{name}.url"
    if not noted.exists():
        noted.write_text(servers[0].make())
    return noted.read_text()


def file_of(database: Database) -> sqlite3.Connection:
    """SQLite's own connection of an open database, to hinder it."""
    connection = database._writing.connection
    assert isinstance(connection, SqliteConnection)
    return connection.file


def look(url: str, sql: str) -> list[tuple[Any, ...]]:
    """Ask, or change, in plain SQL what no question of the program's asks; the rows."""
    if not is_file(url):
        return servers[0].look(url, sql)
    with closing(sqlite3.connect(path_of(url))) as file, file:
        return file.execute(sql).fetchall()


def figures(url: str) -> list[dict[str, float]]:
    """What the reports that stand say, by code of the indicator; the latest report last."""
    codes = dict(look(url, "SELECT number, code FROM indicators"))
    told = look(url, "SELECT values_json FROM standing ORDER BY last_at, unit_id")
    return [{codes[int(number)]: value for number, value in json.loads(text).items()} for (text,) in told]
