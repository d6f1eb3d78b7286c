"""A unit of work: the questions and writes of one transaction, each named by its question in storage/sql/."""

import json
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from functools import cache
from importlib.resources import files
from typing import Any, Protocol, TypeVar

import aiosql

from storage.away import DatabaseAway
from storage.private import opened, sealed
from storage.sqlite import Connection
from storage.vault import PLAIN, Vault

T = TypeVar("T")
U = TypeVar("U")


class Row(Protocol):
    """A row: its columns by name."""

    def __getitem__(self, column: str) -> Any:
        """The column's value."""
        ...

    def keys(self) -> list[str]:
        """The columns' names."""
        ...


@cache
def _statement(question: str) -> str:
    """The SQL of `subject.question`, from storage/sql/subject.sql."""
    subject, name = question.split(".")
    return str(getattr(_subject(subject), name).sql)


@cache
def _subject(subject: str) -> Any:
    return aiosql.from_str(
        (files("storage") / "sql" / f"{subject}.sql").read_text("utf-8"), "sqlite3", mandatory_parameters=False
    )


class Work:
    """The open transaction. Questions are written `subject.name`; fields are filled by name."""

    def __init__(self, connection: Connection, vault: Vault = PLAIN) -> None:
        self._connection = connection
        self.vault = vault
        self.changed: set[str] = set()
        self.known: dict[str, Any] = {}
        """What was read once and serves for the whole work; whoever writes it anew takes it out."""
        self._lost: DatabaseAway | None = None

    def _ask(self, ask: Callable[[str, T], U], question: str, fields: T) -> U:
        """A full disk undoes the whole transaction by itself: from then on nothing is written as if it were open."""
        if self._lost is not None:
            raise self._lost
        try:
            return ask(_statement(question), fields)
        except DatabaseAway as trouble:
            self._lost = trouble
            raise

    async def all(self, question: str, **fields: object) -> list[Row]:
        """Every row of the answer. DatabaseAway, as from the others here, when nothing of the work will stand."""
        told = sealed(question, fields, self.vault)
        return opened(list(self._ask(self._connection.fetch, question, told)), self.vault)

    async def one(self, question: str, **fields: object) -> Row | None:
        """The first row of the answer, or None."""
        rows = await self.all(question, **fields)
        return rows[0] if rows else None

    async def value(self, question: str, **fields: object) -> Any:
        """The first column of the first row, or None; also the way to learn a new row's id (RETURNING id)."""
        row = await self.one(question, **fields)
        return None if row is None else row[row.keys()[0]]

    async def do(self, question: str, **fields: object) -> int:
        """Write; the number of rows changed."""
        return self._ask(self._connection.execute, question, sealed(question, fields, self.vault))

    async def do_many(self, question: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Write the same for many rows."""
        self._ask(self._connection.execute_many, question, [sealed(question, row, self.vault) for row in rows])

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """A part of the work that is undone alone when it raises."""
        changed = set(self.changed)
        self._connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK TO part")
                self._connection.execute("RELEASE part")
            self.changed = changed
            self.known.clear()
            raise
        self._connection.execute("RELEASE part")


def dumps(value: object) -> str:
    """JSON as it is kept: short, and Chinese as itself."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
