"""APScheduler as the tick and nothing more: what is due stands in the database."""

import logging
from collections.abc import Callable

from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from domain.clock import Clock
from scheduler.rings import Rings

log = logging.getLogger(__name__)

TICK_SECONDS = 1.0
FASTEST_TICK = 0.02


class Runner:
    """Rings the bell every second of the town's clock. A tick that comes late or twice does no harm."""

    def __init__(self, rings: Rings, clock: Clock, beat: Callable[[], None] = lambda: None) -> None:
        """beat: called at each tick, as a sign of life."""
        seconds = max(FASTEST_TICK, TICK_SECONDS / clock.speed)
        self._rings = rings
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._beat = beat
        self._scheduler.add_job(
            self._tick,
            IntervalTrigger(seconds=seconds, timezone="UTC"),
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        self._scheduler.add_listener(_tell, EVENT_JOB_ERROR)

    def start(self) -> None:
        """Begin to tick on the running event loop."""
        self._scheduler.start()

    async def _tick(self) -> None:
        self._beat()
        await self._rings.ring()

    async def stop(self) -> None:
        """Tick no more; a step that is in hand is done first."""
        if self._scheduler.running:
            self._scheduler.pause()
            await self._rings.silence()
            self._scheduler.shutdown(wait=False)


def _tell(event: JobExecutionEvent) -> None:
    log.error("a tick failed: %s", event.traceback)
