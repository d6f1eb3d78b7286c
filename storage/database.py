"""The database file and its one writer.

SQLite in WAL mode with synchronous=FULL: what is committed survives a killed process and a power cut.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import unquote

from domain.errors import NotPossible
from storage.migrations import upgrade, version_of
from storage.sealing import check_keys, seal_all
from storage.sqlite import Connection
from storage.vault import PLAIN, Vault
from storage.work import Work

_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
)


def path_of(url: str) -> Path:
    """The file behind a `sqlite:///` address; NotPossible for any other kind of database."""
    scheme, separator, rest = url.partition(":///")
    if scheme != "sqlite" or not separator or not rest:
        raise NotPossible("database-unknown", url=url.split("@")[-1])
    return Path(unquote(rest))


class Database:
    """An open database: hands out one unit of work at a time, in the order asked for."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self.vault = vault
        self._turn = asyncio.Lock()
        self._listeners: list[Callable[[frozenset[str]], None]] = []

    @classmethod
    async def open(cls, url: str, vault: Vault = PLAIN) -> "Database":
        """Open the file (making it where absent), bring its schema up to date, and seal what is not yet sealed.

        NotPossible when it was sealed with a key that `vault` does not hold, DatabaseAway when it cannot be for now.
        """
        connection = await Connection.open(path_of(url))
        try:
            for setting in _SETTINGS:
                await connection.wait_for(setting)
            upgrade(connection)
        except BaseException:
            await connection.close()
            raise
        database = cls(connection, vault)
        await database._settle_keys(seal_all)
        return database

    @classmethod
    async def open_to_read(cls, url: str, vault: Vault = PLAIN) -> "Database":
        """Open an existing file beside a running bot, unable to change it.

        NotPossible when it is not there, or was sealed with a key that `vault` does not hold.
        """
        path = path_of(url)
        if not path.exists():
            raise NotPossible("database-missing", path=str(path))
        connection = await Connection.open(path, read_only=True)
        connection.execute("PRAGMA busy_timeout=10000")
        database = cls(connection, vault)
        if await database.version():
            await database._settle_keys(check_keys)
        return database

    async def _settle_keys(self, settle: Callable[["Database"], Awaitable[None]]) -> None:
        """See to it that the keys fit; a file that they do not fit is closed again."""
        try:
            await settle(self)
        except BaseException:
            await self.close()
            raise

    def listen(self, listener: Callable[[frozenset[str]], None]) -> None:
        """After each commit, tell `listener` which rooms of the database were marked as changed by the work."""
        self._listeners.append(listener)

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """One unit of work: committed when the block ends, rolled back when it raises.

        DatabaseAway when the database takes nothing for now: nothing of the work stands then.
        """
        async with self._turn:
            work = Work(self._connection, self.vault)
            try:
                await self._connection.wait_for("BEGIN IMMEDIATE")
                yield work
                await self._commit(work)
            except BaseException:
                self._roll_back()
                raise

    async def _commit(self, work: Work) -> None:
        """Commit and tell who listens; also when whoever waits for it is cancelled, for it stands all the same."""
        try:
            await self._connection.wait_for("COMMIT")
        finally:
            if not self._connection.in_transaction:
                self._tell(frozenset(work.changed))

    def _tell(self, changed: frozenset[str]) -> None:
        for listener in self._listeners:
            listener(changed)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Work]:
        """One consistent view that changes nothing."""
        async with self._turn:
            self._connection.execute("BEGIN")
            try:
                yield Work(self._connection, self.vault)
            finally:
                self._roll_back()

    def _roll_back(self) -> None:
        """Undo what is not committed; SQLite itself has done so after some errors (a full disk)."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    async def version(self) -> int:
        """The schema version of the file."""
        return version_of(self._connection)

    async def close(self) -> None:
        """Close the file; what is committed stays."""
        await self._connection.close()


async def backup(url: str, target: Path) -> None:
    """Copy an existing database, consistent under load, to a new file."""
    path = path_of(url)
    if not path.exists():
        raise NotPossible("database-missing", path=str(path))
    source = await Connection.open(path, read_only=True)
    try:
        await source.copy_to(target)
    finally:
        await source.close()
