"""One SQLite file, asked on the event loop's own thread: a statement costs microseconds, a hop to a thread a hundred.

What may wait goes through aiosqlite's thread: the write lock where another process holds it, and the commit, which
waits for the disk. Between the two no statement waits for anything. Why: docs/decisions/0010-one-thread.md.

WAL mode with synchronous=FULL: what is committed survives a killed process and a power cut.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import unquote

import aiosqlite

from domain.errors import NotPossible
from storage.away import PASSING_TROUBLES, tell_passing
from storage.connection import Fields, Row
from storage.copies import copied
from storage.migrations import numbered
from storage.queries import for_sqlite

DUTY = "-duty"
"""What is added to the database's name for the file whose lock is the duty."""
log = logging.getLogger(__name__)

_STATEMENTS = 512
_CHUNK = 64
_PATIENCE = "PRAGMA busy_timeout=10000"
_MUCH_IS_FREE = 8
"""One page in so many, after an upgrade above all: then a file is worth writing anew."""
_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    _PATIENCE,
    "PRAGMA secure_delete=ON",  # what is erased is not left lying in free pages
)


def path_of(url: str) -> Path:
    """The file behind a `sqlite:///` address; NotPossible for any other kind of database."""
    scheme, separator, rest = url.partition(":///")
    if scheme != "sqlite" or not separator or not rest:
        raise NotPossible("database-unknown", url=url.split("@")[-1])
    return Path(unquote(rest))


class SqliteConnection:
    """An open file. `fetch`, `execute` and `execute_many` run at once, without ever giving way to the loop."""

    def __init__(self, name: str, file: sqlite3.Connection, beside: aiosqlite.Connection) -> None:
        self.file = file
        self._name = name
        self._beside = beside
        self._duty: sqlite3.Connection | None = None

    @classmethod
    async def open(cls, url: str) -> "SqliteConnection":
        """Open the file, making it where absent."""
        connection = await cls._open(str(path_of(url)))
        try:
            for setting in _SETTINGS:
                await connection._wait_for(setting)
        except BaseException:
            await connection.close()
            raise
        return connection

    @classmethod
    async def open_to_read(cls, url: str) -> "SqliteConnection":
        """Open an existing file, unable to change it; NotPossible when it is not there."""
        path = path_of(url)
        if not path.exists():
            raise NotPossible("database-missing", path=str(path))
        connection = await cls._open(f"file:{path}?mode=ro")
        await connection.say(_PATIENCE)
        return connection

    @classmethod
    async def _open(cls, name: str) -> "SqliteConnection":
        file = sqlite3.connect(
            name,
            uri=name.startswith("file:"),
            isolation_level=None,
            check_same_thread=False,
            cached_statements=_STATEMENTS,
        )
        file.row_factory = sqlite3.Row
        return cls(name, file, await aiosqlite.Connection(lambda: file, _CHUNK))

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open: SQLite ends it by itself after some errors (a full disk)."""
        return self.file.in_transaction

    async def fetch(self, question: str, fields: Fields) -> list[Row]:
        """Every row of the answer."""
        try:
            return self.file.execute(for_sqlite(question), fields).fetchall()
        except sqlite3.OperationalError as error:
            tell_passing(error)
            raise

    async def execute(self, question: str, fields: Fields) -> int:
        """Write; the number of rows changed."""
        try:
            return self.file.execute(for_sqlite(question), fields).rowcount
        except sqlite3.OperationalError as error:
            tell_passing(error)
            raise

    async def execute_many(self, question: str, rows: list[Fields]) -> None:
        """Write the same for many rows."""
        with PASSING_TROUBLES:
            self.file.executemany(for_sqlite(question), rows)

    async def say(self, sql: str) -> None:
        """Plain SQL that asks nothing and waits for nothing."""
        with PASSING_TROUBLES:
            self.file.execute(sql)

    async def begin(self, *, alone: bool) -> None:
        """Open a transaction that writes: in a file there is one at a time, alone or not.

        Mostly nobody else writes, and the lock is had at once; only who must wait for it waits on the other thread.
        """
        if not self._begun_at_once():
            await self._wait_for("BEGIN IMMEDIATE")

    def _begun_at_once(self) -> bool:
        [patience] = self.file.execute("PRAGMA busy_timeout").fetchone()
        self.file.execute("PRAGMA busy_timeout=0")
        try:
            self.file.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return False  # whatever it is, who waits for it hears of it
        finally:
            self.file.execute(f"PRAGMA busy_timeout={patience}")
        return True

    async def begin_reading(self) -> None:
        """Open a transaction that sees one instant."""
        await self.say("BEGIN")

    async def commit(self, changed: Iterable[str]) -> None:
        """Make it last. No other process listens."""
        await self._wait_for("COMMIT")

    async def roll_back(self) -> None:
        """Undo what is not committed; nothing where no transaction is open."""
        if self.in_transaction:
            await self.say("ROLLBACK")

    @property
    def on_duty(self) -> bool:
        """Whether this process has the duty."""
        return self._duty is not None

    async def take_duty(self) -> bool:
        """Lock the file beside the database, which the system frees when the process ends, however it does."""
        if self._duty is None:
            lock = sqlite3.connect(f"{self._name}{DUTY}", isolation_level=None, timeout=0)
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                lock.close()
                return False
            self._duty = lock
        return True

    async def keep_duty(self) -> bool:
        """Nobody takes a lock away."""
        return self.on_duty

    async def hear(self, tell: Callable[[frozenset[str]], None]) -> asyncio.Event:
        """There is no other process at work here."""
        return asyncio.Event()

    async def version(self) -> int:
        """The schema version of the file; 0 when it is empty."""
        return int(self.file.execute("PRAGMA user_version").fetchone()[0])

    async def upgrade(self) -> None:
        """Apply what is missing, each migration in a transaction of its own. A database with data is copied before.

        The copy is named for the first step that changes it: gridwarden.db.before-0002 has the schema 1.
        """
        version = await self.version()
        missing = [(number, sql) for number, sql in numbered("sqlite") if number > version]
        if version and missing:
            kept = Path(f"{self._name}.before-{missing[0][0]:04d}")
            await asyncio.to_thread(copied, Path(self._name), kept, replacing=True)
            log.info("the schema is brought from %d to %d; a copy from before: %s", version, missing[-1][0], kept)
        for number, sql in missing:
            with PASSING_TROUBLES:
                self.file.executescript(f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version={number};\nCOMMIT;")

    async def compact(self, *, thoroughly: bool) -> None:
        """Write the file anew without free pages and half-empty ones, and empty the file beside it.

        Who reads meanwhile is not hindered; who writes waits. It needs as much room again as the file takes.
        """
        [[free], [pages]] = (self.file.execute(f"PRAGMA {of}").fetchone() for of in ("freelist_count", "page_count"))
        if thoroughly or free * _MUCH_IS_FREE > pages:
            await self._wait_for("VACUUM")
            await self._wait_for("PRAGMA wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        """Close the file; what is committed stays."""
        if self._duty is not None:
            self._duty.close()
            self._duty = None
        await self._beside.close()

    async def _wait_for(self, sql: str) -> None:
        """A statement that may wait for another process or for the disk; whoever is cancelled sees it end first."""
        call = asyncio.ensure_future(self._beside.execute_fetchall(sql))  # one that is not read to its end goes on
        try:
            with PASSING_TROUBLES:
                await asyncio.shield(call)
        except asyncio.CancelledError:
            await asyncio.wait([call])
            call.exception()  # whoever is cancelled does not hear of it
            raise
