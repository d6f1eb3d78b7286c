"""Which process handles which chats: of several on one database none handles a chat in which another is at work.

A lease is a row that its holder has to renew. It ends when nothing is left to do in the chat, when its holder dies
(with its line to the server, at once), and when the holder is silent for LEASE_SECONDS of the server's clock. Whoever
handles updates holds their leases locked in the transaction that marks them done: so a lease that runs out meanwhile
passes to nobody, and one that had passed on is seen to be lost. Asked on a server only: a file has one process.
"""

from collections.abc import Iterable

from storage.inbox import Waiting, as_waiting
from storage.work import Work

LEASE_SECONDS = 10.0
LIVES = 0x67776175
"""The class of the advisory locks by which others see that a process lives (storage/postgres.py takes its own)."""


async def take(work: Work, holder: int, most: int) -> list[Waiting]:
    """Lease chats in which something is to be done; the oldest updates that wait in all that the holder has.

    Of a chat that another process had, what that had put off waits again.
    """
    await work.do("leases.sweep", seconds=LEASE_SECONDS, lives=LIVES)
    claimed = await work.all("leases.claim", holder=holder, most=most, seconds=LEASE_SECONDS)
    if claimed:
        await work.do("leases.begin_anew", chats=[row["chat"] for row in claimed])
    return await _waiting(work, holder, most)


async def take_up(work: Work, holder: int, most: int) -> list[Waiting]:
    """The oldest updates that the holder has put off wait again: these."""
    taken_up = await work.do("leases.take_up", holder=holder, most=most)
    return await _waiting(work, holder, most) if taken_up else []


async def _waiting(work: Work, holder: int, most: int) -> list[Waiting]:
    return [as_waiting(row) for row in await work.all("leases.waiting", holder=holder, most=most)]


async def hold(work: Work, holder: int, taken: Iterable[Waiting]) -> list[Waiting]:
    """Those of the updates that still wait in chats which the holder has; to the end of the work nobody takes these.

    One before which another of its chat waits that is not among them is left out.
    """
    taken = list(taken)
    places = [waiting.place for waiting in taken]
    rows = await work.all("leases.hold", holder=holder, places=places, seconds=LEASE_SECONDS)
    held = {row["place"] for row in rows}
    return [waiting for waiting in taken if waiting.place in held]


async def let_go(work: Work, holder: int, handled: Iterable[Waiting]) -> None:
    """Whoever comes first may take the chats of these updates in which nothing is left to do."""
    await work.do("leases.let_go", holder=holder, places=[waiting.place for waiting in handled])
