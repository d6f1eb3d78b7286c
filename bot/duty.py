"""The duty at the line: of several processes on one database, one polls and sends and keeps Telegram's budgets.

The others take in what a webhook brings, handle updates and do the day's steps like it, and stand by. Whoever has the
duty loses it with its session at the database: at once when it is killed, within ten seconds when it hangs.
"""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import suppress

from bot.delivery import Delivery
from bot.keeping import Part, keep
from storage.away import OffDuty
from storage.database import Database

log = logging.getLogger(__name__)

STANDBY_SECONDS = 0.25
SIGN_SECONDS = 1.0


class Duty:
    """Runs the parts of who has the duty, for as long as this process has it."""

    def __init__(self, database: Database, delivery: Delivery, others: Mapping[str, Part]) -> None:
        self._database = database
        self._delivery = delivery
        self._parts: dict[str, Part] = {"delivery": delivery.run, **others}

    async def run(self) -> None:
        """Until cancelled: stand by, and serve when it is ours. BrokenPart when a part breaks again and again."""
        while True:
            if await self._database.take_duty():
                log.info("on duty at the line")
                await self._serve()
                self._delivery.forget()
                log.error("off duty: the session at the database was lost")
            await asyncio.sleep(STANDBY_SECONDS)

    async def _serve(self) -> None:
        tasks = [asyncio.create_task(keep(name, run)) for name, run in self._parts.items()]
        tasks.append(asyncio.create_task(self._give_signs()))
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                with suppress(OffDuty):
                    task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _give_signs(self) -> None:
        """Until the duty is lost."""
        on_duty = True
        while on_duty:
            await asyncio.sleep(SIGN_SECONDS)
            on_duty = await self._database.keep_duty()
