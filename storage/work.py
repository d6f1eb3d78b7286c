"""A unit of work: the questions and writes of one transaction, each named by its question in storage/sql/."""

import json
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from storage.away import DatabaseAway
from storage.connection import Connection, Row
from storage.private import opened, sealed
from storage.queries import is_asked
from storage.vault import PLAIN, Vault

__all__ = ["NotInOnePiece", "Row", "Work", "dumps"]


class NotInOnePiece(Exception):
    """A part that wrote something is to be undone, in a work without parts: nothing of the work stands, and it may be
    done again in parts."""


class _Standing:
    """Whether the transaction stands. A full disk undoes the whole of it by itself: from then on nothing is written as
    if it were open."""

    __slots__ = ("_lost",)

    def __init__(self) -> None:
        self._lost: DatabaseAway | None = None

    def __enter__(self) -> None:
        if self._lost is not None:
            raise self._lost

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, DatabaseAway):
            self._lost = error


class Work:
    """The open transaction. Questions are written `subject.name`; fields are filled by name."""

    def __init__(self, connection: Connection, vault: Vault = PLAIN, lasting: dict[str, Any] | None = None) -> None:
        self._connection = connection
        self.vault = vault
        self.lasting = {} if lasting is None else lasting
        """What was read once and serves for every work, with the stamp by which its reader knows that it changed."""
        self.changed: set[str] = set()
        self.known: dict[str, Any] = {}
        """What was read once and serves for the whole work; whoever writes it anew takes it out."""
        self.update_id: int | None = None
        """The update in hand, noted with every message that it causes; None while the clock or a command line acts."""
        self.in_one_piece = False
        """Whether its savepoints are none: they cost a fifth of all that a report costs, and are hardly ever used."""
        self._writes = 0
        self._standing = _Standing()

    @contextmanager
    def caused_by(self, update_id: int | None) -> Iterator[None]:
        """What is written to the outbox meanwhile is that update's doing."""
        before, self.update_id = self.update_id, update_id
        try:
            yield
        finally:
            self.update_id = before

    async def all(self, question: str, **fields: object) -> list[Row]:
        """Every row of the answer. DatabaseAway, as from the others here, when nothing of the work will stand."""
        self._writes += not is_asked(question)
        with self._standing:
            rows = await self._connection.fetch(question, sealed(question, fields, self.vault))
        return opened(question, rows, self.vault)

    async def one(self, question: str, **fields: object) -> Row | None:
        """The first row of the answer, or None."""
        rows = await self.all(question, **fields)
        return rows[0] if rows else None

    async def value(self, question: str, **fields: object) -> Any:
        """The first column of the first row, or None; also the way to learn a new row's id (RETURNING id)."""
        row = await self.one(question, **fields)
        return None if row is None else row[next(iter(row.keys()))]

    async def do(self, question: str, **fields: object) -> int:
        """Write; the number of rows changed."""
        self._writes += 1
        with self._standing:
            return await self._connection.execute(question, sealed(question, fields, self.vault))

    async def do_many(self, question: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Write the same for many rows."""
        self._writes += 1
        with self._standing:
            await self._connection.execute_many(question, [sealed(question, row, self.vault) for row in rows])

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """A part of the work that is undone alone when it raises. NotInOnePiece where it cannot be."""
        changed, writes = set(self.changed), self._writes
        if not self.in_one_piece:
            await self._connection.say("SAVEPOINT part")
        try:
            yield
        except BaseException as error:
            if self.in_one_piece and isinstance(error, Exception) and self._writes != writes:
                raise NotInOnePiece from error
            await self._undo_part()
            self.changed = changed
            self.known.clear()
            raise
        if not self.in_one_piece:
            await self._connection.say("RELEASE SAVEPOINT part")

    async def _undo_part(self) -> None:
        if self._connection.in_transaction and not self.in_one_piece:
            await self._connection.say("ROLLBACK TO SAVEPOINT part")
            await self._connection.say("RELEASE SAVEPOINT part")


_SHORT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_NOTHING: Mapping[type, str] = {dict: "{}", list: "[]", tuple: "[]"}


def dumps(value: object) -> str:
    """JSON as it is kept: short, and Chinese as itself."""
    return _SHORT.encode(value) if value else _NOTHING.get(type(value)) or _SHORT.encode(value)
