"""One SQLite file, asked on the event loop's own thread: a statement costs microseconds, a hop to a thread a hundred.

What may wait goes through aiosqlite's thread: taking the write lock, which another process may hold, and the commit,
which waits for the disk. Between the two no statement waits for anything. Why: docs/decisions/0010-one-thread.md.
"""

import asyncio
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

import aiosqlite

from storage.away import PASSING_TROUBLES

_STATEMENTS = 512
_CHUNK = 64


class Connection:
    """An open file. `fetch`, `execute` and `execute_many` run at once; `wait_for` runs beside the event loop."""

    def __init__(self, file: sqlite3.Connection, beside: aiosqlite.Connection) -> None:
        self._file = file
        self._beside = beside

    @classmethod
    async def open(cls, path: Path, *, read_only: bool = False) -> "Connection":
        """Open the file, making it where absent unless it is only to be read."""
        name = f"file:{path}?mode=ro" if read_only else str(path)
        file = sqlite3.connect(
            name, uri=read_only, isolation_level=None, check_same_thread=False, cached_statements=_STATEMENTS
        )
        file.row_factory = sqlite3.Row
        return cls(file, await aiosqlite.Connection(lambda: file, _CHUNK))

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self._file.in_transaction

    def fetch(self, sql: str, fields: Mapping[str, object] | None = None) -> list[sqlite3.Row]:
        """Every row of the answer. DatabaseAway, as from all that follows, when the file takes nothing for now."""
        with PASSING_TROUBLES:
            return self._file.execute(sql, fields or {}).fetchall()

    def execute(self, sql: str, fields: Mapping[str, object] | None = None) -> int:
        """Write; the number of rows changed."""
        with PASSING_TROUBLES:
            return self._file.execute(sql, fields or {}).rowcount

    def execute_many(self, sql: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Write the same for many rows."""
        with PASSING_TROUBLES:
            self._file.executemany(sql, rows)

    def script(self, sql: str) -> None:
        """Several statements, one after the other."""
        with PASSING_TROUBLES:
            self._file.executescript(sql)

    async def wait_for(self, sql: str) -> None:
        """A statement that may wait for another process or for the disk; whoever is cancelled sees it end first."""
        call = asyncio.ensure_future(self._beside.execute(sql))
        try:
            with PASSING_TROUBLES:
                await asyncio.shield(call)
        except asyncio.CancelledError:
            await asyncio.wait([call])
            call.exception()  # whoever is cancelled does not hear of it
            raise

    async def copy_to(self, target: Path) -> None:
        """Copy the whole file, consistent under load."""
        async with aiosqlite.connect(target) as copy:
            await self._beside.backup(copy)

    async def close(self) -> None:
        """Close the file; what is committed stays."""
        await self._beside.close()
