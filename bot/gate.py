"""Where calls that are ready wait for their instant: each is let through when every budget of bot/pacing.py allows it.

That is decided as the call is made, not when its message was taken out of the queue: between the two lie the disk, the
words, and whatever else the loop has to do.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.pacing import Call, Pacer
from domain.clock import Clock
from storage.outbox import Parcel


class Gate:
    """Lets one through after the other, in the order in which they came."""

    def __init__(self, pacer: Pacer, clock: Clock) -> None:
        self.pacer = pacer
        self.waiting = 0
        """How many calls are ready and may not be made yet."""
        self._clock = clock
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def passed(self, parcel: Parcel, cost: int = 1) -> AsyncIterator[None]:
        """The block makes one call to the parcel's chat and ends with its answer; it counts as `cost` messages."""
        call = await self._let_through(parcel, cost)
        answered = False
        try:
            yield
            answered = True
        finally:
            self.pacer.end(call, self._clock.monotonic(), answered=answered)

    async def _let_through(self, parcel: Parcel, cost: int) -> Call:
        since = self._clock.monotonic()
        self.waiting += 1
        try:
            async with self._turn:
                while (early := self.pacer.overall_ready_at(now := self._clock.monotonic(), cost) - now) > 0:
                    await self._clock.sleep(early)
                return self.pacer.begin(parcel.chat or 0, parcel.chat_kind != "private", now, cost, since)
        finally:
            self.waiting -= 1
