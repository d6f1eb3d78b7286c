"""The watch over the program's own life: alive, and deaf, it does more harm than dead.

A part that shows no sign of life for too long (intake: Telegram gave no answer at all) ends the program with a status
of its own, and the supervisor starts it with fresh sockets and a clean memory. When the event loop itself hangs, nobody
in it can do that: a thread beside it does.
"""

import asyncio
import contextlib
import logging
import os
import threading
from collections.abc import Iterator

from bot.notify import notify, watchdog_seconds
from bot.vitals import Vitals

log = logging.getLogger(__name__)

STATUS = 75
"""The exit status of a program that had gone deaf (EX_TEMPFAIL: try again)."""
LOOP = "loop"


class NoLife(Exception):
    """A part of the program has shown no sign of life for too long."""


class Guard:
    """Looks again and again whether all parts live, and tells systemd for as long as they do."""

    def __init__(self, vitals: Vitals, seconds: float) -> None:
        self._vitals = vitals
        self._seconds = seconds
        self._interval = min(5.0, seconds / 4)

    @property
    def stale_after(self) -> float:
        """Seconds without a sign of life after which nothing should rely on the program: half of its patience."""
        return self._seconds / 2

    async def run(self) -> None:
        """Watch until cancelled; NoLife names the parts and for how long they have been silent."""
        self._vitals.expect(LOOP)
        asked = watchdog_seconds()
        interval = self._interval if asked is None else min(self._interval, asked / 3)
        while True:
            self._vitals.beat(LOOP)
            silent = self._vitals.silent(self._seconds)
            if silent:
                raise NoLife(", ".join(f"{part} for {age:.0f} s" for part, age in silent.items()))
            notify("WATCHDOG=1")
            await asyncio.sleep(interval)

    @contextlib.contextmanager
    def beside(self) -> Iterator[None]:
        """A thread watches over the event loop for as long as the block lasts, its orderly end included."""
        done = threading.Event()
        self._vitals.expect(LOOP)
        thread = threading.Thread(target=self._watch_loop, args=(done,), name="guard", daemon=True)
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()

    def _watch_loop(self, done: threading.Event) -> None:
        """End the process when the guard in the loop has not come round for twice the patience."""
        while not done.wait(self._interval):
            hung = self._vitals.ages().get(LOOP, 0.0)
            if hung > 2 * self._seconds:
                log.critical("the event loop has hung for %.0f s: the program ends, to be started anew", hung)
                logging.shutdown()
                os._exit(STATUS)
