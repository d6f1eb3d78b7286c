"""What a database's driver does for a unit of work, whichever database it is."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

Fields = Mapping[str, object]


class Row(Protocol):
    """A row: its columns by name."""

    def __getitem__(self, column: str) -> Any:
        """The column's value."""
        ...

    def keys(self) -> Iterable[str]:
        """The columns' names, in order."""
        ...


class Connection(Protocol):
    """One line to a database. Questions are named as in storage/sql/; every method may raise DatabaseAway."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open: an error may have ended it."""
        ...

    async def fetch(self, question: str, fields: Fields) -> list[Row]:
        """Every row of the answer."""
        ...

    async def execute(self, question: str, fields: Fields) -> int:
        """Write; the number of rows changed."""
        ...

    async def execute_many(self, question: str, rows: list[Fields]) -> None:
        """Write the same for many rows."""
        ...

    async def say(self, sql: str) -> None:
        """Plain SQL that both databases know and that asks nothing."""
        ...

    async def begin(self, *, alone: bool) -> None:
        """Open a transaction, on a new line where the old one was lost; `alone`: once no other has the town's turn."""
        ...

    async def begin_reading(self) -> None:
        """Open a transaction that sees one instant and changes nothing."""
        ...

    async def commit(self, changed: Iterable[str]) -> None:
        """Make it last, and tell other processes which rooms of the database changed."""
        ...

    @property
    def on_duty(self) -> bool:
        """Whether this line has the duty, and has had it without a break since it was taken."""
        ...

    async def take_duty(self) -> bool:
        """Take the duty, which one process of a town has at a time; False when another has it. It ends with us."""
        ...

    async def keep_duty(self) -> bool:
        """A sign of life of who has the duty; False when it was lost."""
        ...

    async def hear(self, tell: Callable[[frozenset[str]], None]) -> asyncio.Event:
        """From now on tell which rooms of the database other processes have changed; what is set when that ends."""
        ...

    async def upgrade(self) -> None:
        """Apply the migrations that are missing."""
        ...

    async def compact(self, *, thoroughly: bool) -> None:
        """Give back room that is not needed: where much is free, else only `thoroughly`. Outside of transactions."""
        ...

    async def roll_back(self) -> None:
        """Undo what is not committed; nothing where no transaction is open."""
        ...

    async def version(self) -> int:
        """The schema version; 0 of an empty database."""
        ...

    async def close(self) -> None:
        """Hang up; what is committed stays."""
        ...
