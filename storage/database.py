"""The database, a SQLite file or a PostgreSQL server, and its one writer."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from secrets import randbelow
from typing import Any

from domain.errors import NotPossible
from storage.away import DatabaseAway, OffDuty
from storage.connection import Connection
from storage.migrations import newest
from storage.sealing import check_keys, seal_all
from storage.sqlite import SqliteConnection, path_of
from storage.vault import PLAIN, Vault
from storage.work import Work

__all__ = ["Database", "is_file", "path_of"]


class _Lane:
    """One line to the database, used by one unit of work at a time, in the order asked for."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.turn = asyncio.Lock()


def is_file(url: str) -> bool:
    """Whether the address is one of a file; NotPossible when it is none of any database."""
    if _is_server(url):
        return False
    path_of(url)
    return True


class Database:
    """An open database: hands out one unit of work at a time."""

    def __init__(
        self,
        vault: Vault,
        writing: Connection,
        beside: Connection | None = None,
        sharing: Connection | None = None,
        holder: int | None = None,
    ) -> None:
        """A server has a line of its own for what waits for no turn, and one on which other processes are heard and the
        inbox is shared with them."""
        self.vault = vault
        self.holder = holder
        """The number of this process among those that share the inbox; None in a file, which has one."""
        self._writing = _Lane(writing)
        self._beside = self._writing if beside is None else _Lane(beside)
        self._sharing = self._writing if sharing is None else _Lane(sharing)
        self._lasting: dict[str, Any] = {}
        self._listeners: list[Callable[[frozenset[str]], None]] = []

    @classmethod
    async def open(cls, url: str, vault: Vault = PLAIN) -> "Database":
        """Open the database (making a file where absent), bring its schema up to date, seal what is not yet sealed.

        NotPossible, and nothing is changed, when it is newer than this program or was sealed with a key that `vault`
        does not hold; DatabaseAway when it cannot be for now.
        """
        database = _server(url, vault) if _is_server(url) else cls(vault, await SqliteConnection.open(url))
        async with database._closed_on_failure():
            version = await database.version()
            if version > newest():
                raise NotPossible("database-newer", **_versions(url, version))
            if version:
                await check_keys(database)
            await database._writing.connection.upgrade()
            await seal_all(database)
        return database

    @classmethod
    async def open_to_read(cls, url: str, vault: Vault = PLAIN) -> "Database":
        """Open what is there beside a running bot, changing nothing.

        NotPossible when it is not there, was sealed with a key that `vault` does not hold, or has another schema.
        """
        database = _server(url, vault) if _is_server(url) else cls(vault, await SqliteConnection.open_to_read(url))
        async with database._closed_on_failure():
            version = await database.version()
            if not version:
                raise NotPossible("database-missing", path=_place(url))
            await check_keys(database)
            if version != newest():
                raise NotPossible(f"database-{'older' if version < newest() else 'newer'}", **_versions(url, version))
        return database

    @asynccontextmanager
    async def _closed_on_failure(self) -> AsyncIterator[None]:
        try:
            yield
        except BaseException:
            await self.close()
            raise

    def listen(self, listener: Callable[[frozenset[str]], None]) -> None:
        """After each commit, tell `listener` which rooms of the database were marked as changed by the work."""
        self._listeners.append(listener)

    @asynccontextmanager
    async def work(self, *, on_duty: bool = False) -> AsyncIterator[Work]:
        """One unit of work, alone in the town: committed when the block ends, rolled back when it raises.

        DatabaseAway when the database takes nothing for now, and with `on_duty` OffDuty when this process has lost the
        duty: nothing of the work stands then.
        """
        async with self._transaction(self._writing, alone=True) as work:
            if on_duty and not self.on_duty:
                raise OffDuty("another process has the duty")
            yield work

    @asynccontextmanager
    async def adding(self) -> AsyncIterator[Work]:
        """A unit of work that only adds rows under keys of their own: it waits for no turn where that can be had."""
        async with self._transaction(self._beside, alone=False) as work:
            yield work

    @asynccontextmanager
    async def sharing(self) -> AsyncIterator[Work]:
        """A short unit of work in which this process takes its share of the inbox: it waits for no turn either."""
        async with self._transaction(self._sharing, alone=False) as work:
            yield work

    @asynccontextmanager
    async def _transaction(self, lane: _Lane, *, alone: bool) -> AsyncIterator[Work]:
        async with lane.turn:
            work = Work(lane.connection, self.vault, self._lasting)
            try:
                await lane.connection.begin(alone=alone)
                yield work
                await self._commit(lane.connection, work)
            except BaseException:
                with suppress(DatabaseAway):
                    await lane.connection.roll_back()
                raise

    async def _commit(self, connection: Connection, work: Work) -> None:
        """Commit and tell who listens; also when whoever waits for it is cancelled, for it stands all the same."""
        try:
            await connection.commit(work.changed)
        finally:
            if not connection.in_transaction:
                self._tell(frozenset(work.changed))

    def _tell(self, changed: frozenset[str]) -> None:
        for listener in self._listeners:
            listener(changed)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Work]:
        """One consistent view that changes nothing."""
        lane = self._beside
        async with lane.turn:
            try:
                await lane.connection.begin_reading()
                yield Work(lane.connection, self.vault, self._lasting)
            finally:
                with suppress(DatabaseAway):
                    await lane.connection.roll_back()

    @property
    def on_duty(self) -> bool:
        """Whether this process has the duty at the line: of several on one database one sends and polls."""
        return self._writing.connection.on_duty

    async def take_duty(self) -> bool:
        """Take the duty; False when another process has it. It ends with this process, however that ends."""
        async with self._writing.turn:
            return await self._writing.connection.take_duty()

    async def keep_duty(self) -> bool:
        """A sign of life, due every few seconds from who has the duty; False when it was lost."""
        async with self._writing.turn:
            return await self._writing.connection.keep_duty()

    async def hear(self) -> None:
        """Until cancelled: tell the listeners what other processes changed. DatabaseAway when that cannot be heard."""
        async with self._sharing.turn:
            lost = await self._sharing.connection.hear(self._tell)
        await lost.wait()
        raise DatabaseAway("the line on which others are heard was lost")

    async def compact(self, *, thoroughly: bool) -> None:
        """Give room that is not needed back to the system: where much of it is free, else only `thoroughly`.

        DatabaseAway when there is no room for the copy that is made meanwhile; nothing is lost then.
        """
        async with self._writing.turn:
            await self._writing.connection.compact(thoroughly=thoroughly)

    async def version(self) -> int:
        """The schema version."""
        async with self._beside.turn:
            return await self._beside.connection.version()

    async def close(self) -> None:
        """Hang up; what is committed stays."""
        for lane in {self._writing, self._beside, self._sharing}:
            await lane.connection.close()


def _is_server(url: str) -> bool:
    return url.startswith(("postgresql://", "postgres://"))


def _server(url: str, vault: Vault) -> Database:
    from storage.postgres import PostgresConnection  # its driver is loaded where it is used

    life = randbelow(1 << 31)
    writing, beside = PostgresConnection(url, life), PostgresConnection(url, life)
    return Database(vault, writing, beside, PostgresConnection(url, life, shows_life=True), life)


def _place(url: str) -> str:
    """The address without who may go there."""
    return url.split("@")[-1] if _is_server(url) else str(path_of(url))


def _versions(url: str, version: int) -> dict[str, object]:
    return {"path": _place(url), "version": str(version), "known": str(newest())}


async def bring_up_to_date(url: str) -> None:
    """Make the schema, or apply the migrations that are missing, and touch no row: no key is needed for that."""
    database = _server(url, PLAIN) if _is_server(url) else Database(PLAIN, await SqliteConnection.open(url))
    try:
        await database._writing.connection.upgrade()
    finally:
        await database.close()
