"""What rings: every tick asks which steps of the day fell due, and calls the action of each."""

import asyncio
import logging

from actions.cycle import advance
from actions.retention import erase_some, is_for_compacting
from actions.tasks import follow_orders
from domain.clock import Clock
from domain.town import Town
from storage.away import DatabaseAway
from storage.database import Database

log = logging.getLogger(__name__)


class Rings:
    """The second door. Start-up, catch-up and 16:00 sharp are one path: a step is done once, or recorded as missed."""

    def __init__(self, database: Database, town: Town, clock: Clock) -> None:
        self._database = database
        self._town = town
        self._clock = clock
        self._ringing = asyncio.Lock()

    async def silence(self) -> None:
        """Wait until the step in hand is done."""
        async with self._ringing:
            return

    async def ring(self) -> int:
        """Do what fell due, one step a transaction; how many steps were done or given up."""
        async with self._ringing:
            try:
                return await self._settle_all()
            except DatabaseAway as away:
                log.error("no step can be done, the database takes nothing: %s", away)
                return 0

    async def _settle_all(self) -> int:
        settled = 0
        while True:
            async with self._database.work() as work:
                outcome = await advance(work, self._town, self._clock.now())
                followed = not outcome and await follow_orders(work, self._town, self._clock.now())
                erased = None if outcome or followed else await erase_some(work, self._town, self._clock.now())
            if erased is not None and erased.last:
                await self._compact()
            if outcome is None and not followed and erased is None:
                return settled
            if outcome is None:
                continue
            settled += 1
            log.info("step %s %s: %s %s", outcome.day, outcome.step, outcome.state, outcome.counts)

    async def _compact(self) -> None:
        """Behind the night's erasing. Where there is no room for it now there may be next week."""
        try:
            await self._database.compact(thoroughly=is_for_compacting(self._town.day_of(self._clock.now())))
        except DatabaseAway as away:
            log.warning("the database was not compacted: %s", away)
