"""What of the inbox this process handles: in a file all of it, on a server the chats that it has leased.

It is read ahead of the unit of work that handles it, so that what needs no turn can be done before the turn is taken;
in that unit of work `held` says what of it is still ours.
"""

from typing import Protocol

from storage import inbox, leases
from storage.database import Database
from storage.inbox import Waiting
from storage.work import Work


class Share(Protocol):
    """This process's part of what waits, each chat's updates in the order in which they came."""

    async def waiting(self, most: int) -> list[Waiting]:
        """The oldest that wait."""
        ...

    async def put_off(self, most: int) -> list[Waiting]:
        """So many of those that were put off wait again: what waits then."""
        ...

    async def held(self, work: Work, taken: list[Waiting]) -> list[Waiting]:
        """What of it still waits for us alone, to the end of this work."""
        ...

    async def let_go(self, work: Work, handled: list[Waiting]) -> None:
        """These are handled."""
        ...


def share_of(database: Database) -> Share:
    """The share of a process that has this database open."""
    return Whole(database) if database.holder is None else Leased(database, database.holder)


class Whole:
    """All of it: a file has one process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._begun = False

    async def waiting(self, most: int) -> list[Waiting]:
        """The oldest that wait; at the beginning also what was put off before we came."""
        if not self._begun:
            async with self._database.work() as work:
                await inbox.take_up(work, None)
            self._begun = True
        async with self._database.reading() as work:
            return await inbox.waiting_updates(work, most)

    async def put_off(self, most: int) -> list[Waiting]:
        """So many of those that were put off wait again: what waits then."""
        async with self._database.reading() as work:
            if not await inbox.any_put_off(work):
                return []
        async with self._database.work() as work:
            await inbox.take_up(work, most)
            return await inbox.waiting_updates(work, most)

    async def held(self, work: Work, taken: list[Waiting]) -> list[Waiting]:
        """All of it."""
        return taken

    async def let_go(self, work: Work, handled: list[Waiting]) -> None:
        """Nobody waits for it."""


class Leased:
    """The chats that this process has leased, in which no other handles anything meanwhile."""

    def __init__(self, database: Database, holder: int) -> None:
        self._database = database
        self._holder = holder
        self._held: list[Waiting] = []
        self._left: list[Waiting] = []
        """What was taken and held, and for which there was no time: it goes first, and nobody is asked for more."""

    async def waiting(self, most: int) -> list[Waiting]:
        """What is left; else lease what is free, and read the oldest that wait in what we have."""
        left, self._left = self._left, []
        if left:
            return left
        async with self._database.sharing() as work:
            return await leases.take(work, self._holder, most)

    async def put_off(self, most: int) -> list[Waiting]:
        """So many of those that we put off wait again: what waits then."""
        async with self._database.sharing() as work:
            return await leases.take_up(work, self._holder, most)

    async def held(self, work: Work, taken: list[Waiting]) -> list[Waiting]:
        """What still waits under our leases, which are renewed and locked."""
        self._held = await leases.hold(work, self._holder, taken)
        return self._held

    async def let_go(self, work: Work, handled: list[Waiting]) -> None:
        """The leases of chats in which nothing is left to do."""
        places = {waiting.place for waiting in handled}
        self._left = [waiting for waiting in self._held if waiting.place not in places]
        await leases.let_go(work, self._holder, handled)
