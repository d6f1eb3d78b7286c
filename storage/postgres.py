"""PostgreSQL: the same questions on a server, for more than one process.

A town has one writer at a time here too. What changes its state takes the town's turn first (an advisory lock that
ends with the transaction), so that each unit of work sees all that went before, as on SQLite. Why: docs/decisions.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, cast

import asyncpg

from storage.away import DatabaseAway
from storage.connection import Fields, Row
from storage.leases import LIVES
from storage.migrations import numbered
from storage.queries import for_postgres

TURN = 0x67776172
"""The advisory lock of the town's turn."""
UPGRADE = TURN + 1
DUTY = TURN + 2
EVERY_ROOM = frozenset({"inbox", "outbox", "uploads"})
CHANNEL = "gridwarden"
HUNG_SECONDS = 8
"""How long a session may be silent in the middle of its transaction: then its process hangs, and the turn passes on."""

_AWAY = (
    OSError,
    TimeoutError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    asyncpg.DiskFullError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.exceptions.IdleSessionTimeoutError,
    asyncpg.ReadOnlySQLTransactionError,
)
_SETTINGS = {
    "application_name": "gridwarden",
    "idle_in_transaction_session_timeout": f"{HUNG_SECONDS}s",
    "tcp_keepalives_idle": "3",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "2",
}


class PostgresConnection:
    """A line to the server, made anew when it was lost."""

    def __init__(self, url: str, life: int, *, shows_life: bool = False) -> None:
        """life: a number that the lines of one process have in common, so that it does not hear itself; by one of
        them (`shows_life`) others see that it lives."""
        self._url = url
        self._life = life
        self._shows_life = shows_life
        self._dialling = asyncio.Lock()
        self._line: asyncpg.Connection[asyncpg.Record] | None = None
        self._session = 0
        """Counts how often the line was made: the locks of a lost one do not come back with the next."""
        self._duty = 0
        self._begun = False
        """Whether a transaction may be open: who is cancelled while it begins knows no better."""

    async def dial(self) -> "asyncpg.Connection[asyncpg.Record]":
        """The line; DatabaseAway when the server does not take the call."""
        async with self._dialling:
            if self._line is None or self._line.is_closed():
                with self._told():
                    self._line = await asyncpg.connect(
                        self._url, timeout=10, statement_cache_size=500, server_settings=_SETTINGS
                    )
                    if self._shows_life:  # shared, since the server may not know yet that the line before is lost
                        await self._line.execute(f"SELECT pg_advisory_lock_shared({LIVES}, {self._life})")
                self._session += 1
                self._begun = False
            return self._line

    @property
    def line(self) -> "asyncpg.Connection[asyncpg.Record]":
        """The line of the transaction in hand."""
        if self._line is None or self._line.is_closed():
            raise DatabaseAway("the line to the database was lost")
        return self._line

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open: it ends with its line."""
        return self._line is not None and not self._line.is_closed() and self._line.is_in_transaction()

    async def fetch(self, question: str, fields: Fields) -> list[Row]:
        """Every row of the answer."""
        statement = for_postgres(question)
        with self._told():
            found = await self.line.fetch(statement.sql, *_values(statement.fields, fields))
        return cast(list[Row], found)

    async def execute(self, question: str, fields: Fields) -> int:
        """Write; the number of rows changed."""
        statement = for_postgres(question)
        with self._told():
            done = await self.line.execute(statement.sql, *_values(statement.fields, fields))
        return int(done.rsplit(" ", 1)[-1])

    async def execute_many(self, question: str, rows: list[Fields]) -> None:
        """Write the same for many rows."""
        statement = for_postgres(question)
        with self._told():
            await self.line.executemany(statement.sql, [_values(statement.fields, row) for row in rows])

    async def say(self, sql: str) -> None:
        """Plain SQL that asks nothing."""
        with self._told():
            await self.line.execute(sql)

    async def begin(self, *, alone: bool) -> None:
        """Open a transaction that writes, on a new line where the old one was lost."""
        await self._begin(f"BEGIN; SELECT pg_advisory_xact_lock({TURN})" if alone else "BEGIN")

    async def begin_reading(self) -> None:
        """Open a transaction that sees one instant."""
        await self._begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    async def _begin(self, sql: str) -> None:
        await self.dial()
        self._begun = True
        await self.say(sql)

    async def commit(self, changed: Iterable[str]) -> None:
        """Make it last and tell the other processes. DatabaseAway when a statement of it had failed."""
        rooms = ",".join(sorted(changed))
        telling = f"SELECT pg_notify('{CHANNEL}', '{self._life} {rooms}'); " if rooms else ""
        ended = await self._end(f"{telling}COMMIT")
        if ended != "COMMIT":
            raise DatabaseAway(f"the transaction ended as {ended}")

    async def roll_back(self) -> None:
        """Undo what is not committed; nothing where no transaction was begun."""
        if self._begun and self._line is not None and not self._line.is_closed():
            await self._end("ROLLBACK")

    async def _end(self, sql: str) -> str:
        """How the server says that the transaction ended; whoever is cancelled sees it end first."""
        call = asyncio.ensure_future(self.line.execute(sql))
        try:
            with self._told():
                ended = await asyncio.shield(call)
        except asyncio.CancelledError:
            await asyncio.wait([call])
            self._begun = call.exception() is not None  # whoever is cancelled does not hear of it
            raise
        self._begun = False
        return str(ended)

    @property
    def on_duty(self) -> bool:
        """Whether this very line has the duty: the server frees it when the line ends."""
        return self._duty == self._session and self._line is not None and not self._line.is_closed()

    async def take_duty(self) -> bool:
        """Take the duty's lock, with a session that the server ends when its process hangs."""
        line = await self.dial()
        with self._told():
            if not self.on_duty and await line.fetchval(f"SELECT pg_try_advisory_lock({DUTY})"):
                await line.execute(f"SET idle_session_timeout = '{HUNG_SECONDS}s'")
                self._duty = self._session
        return self.on_duty

    async def keep_duty(self) -> bool:
        """A sign of life, so that the server sees that nobody hangs."""
        if self.on_duty:
            with suppress(DatabaseAway):
                await self.say("SELECT 1")
        return self.on_duty

    async def hear(self, tell: Callable[[frozenset[str]], None]) -> asyncio.Event:
        """Listen on this line from now on; what is set when it is lost."""
        line = await self.dial()
        lost = asyncio.Event()
        line.add_termination_listener(lambda _: lost.set())

        def heard(_line: object, _pid: int, _channel: str, said: object) -> None:
            life, rooms = str(said).split(" ")
            if int(life) != self._life:
                tell(frozenset(rooms.split(",")))

        with self._told():
            await line.add_listener(CHANNEL, heard)
        tell(EVERY_ROOM)  # what changed while nobody listened
        return lost

    async def version(self) -> int:
        """The schema version; 0 when nothing is there."""
        line = await self.dial()
        with self._told():
            if await line.fetchval("SELECT to_regclass('schema_version')") is None:
                return 0
            return int(await line.fetchval("SELECT max(version) FROM schema_version") or 0)

    async def upgrade(self) -> None:
        """Apply what is missing, one transaction each, while other processes that start now wait."""
        line = await self.dial()
        with self._told():
            await line.execute(f"SELECT pg_advisory_lock({UPGRADE})")
            await line.execute("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY)")
            version = await self.version()
            for number, sql in numbered("postgres"):
                if number > version:
                    await line.execute(f"BEGIN; {sql}; INSERT INTO schema_version VALUES ({number}); COMMIT")
            await line.execute(f"SELECT pg_advisory_unlock({UPGRADE})")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """A server that is gone or going is DatabaseAway, and its line is given up; other errors are our mistakes."""
        try:
            yield
        except _AWAY as error:
            if self._line is not None:
                self._line.terminate()
            raise DatabaseAway(f"{type(error).__name__}: {error}") from error

    async def compact(self, *, thoroughly: bool) -> None:
        """Nothing: a server sees to that itself (autovacuum)."""

    async def close(self) -> None:
        """Hang up."""
        if self._line is not None and not self._line.is_closed():
            with self._told():
                await self._line.close(timeout=5)
        self._line = None


def _values(names: Iterable[str], fields: Fields) -> list[Any]:
    """The fields in the order of their places. PostgreSQL's text knows no NUL, and no message means one."""
    values = (fields[name] for name in names)
    return [value.replace("\0", "") if isinstance(value, str) else value for value in values]
