"""The house's parts are kept going: whatever one holds stands in the database, so one that breaks is begun anew.

What is no fault of the program's (a locked database, a full disk) is waited out, however long. A part that breaks again
and again by itself ends the program: its supervisor starts it with a clean memory.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from storage.away import DatabaseAway, OffDuty

log = logging.getLogger(__name__)

T = TypeVar("T")
Part = Callable[[], Coroutine[Any, Any, None]]

FIRST_PAUSE = 0.25
LONGEST_PAUSE = 10.0
MOST_BREAKS = 6
# A part that ran for so long was well; what breaks it after that is counted anew.
WELL_AFTER = 60.0


class BrokenPart(Exception):
    """A part of the house broke again and again; the program cannot help itself."""


async def keep(name: str, run: Part) -> None:
    """Run a part until we are cancelled; begin it anew whenever it ends.

    BrokenPart when that does not help, OffDuty when the part is another process's now.
    """
    breaks, pause = 0, FIRST_PAUSE
    while True:
        begun = time.monotonic()
        error = await _ended(name, run)
        if time.monotonic() - begun > WELL_AFTER:
            breaks, pause = 0, FIRST_PAUSE
        if isinstance(error, BrokenPart | OffDuty):
            raise error
        if isinstance(error, DatabaseAway):
            log.error("%s stands still, the database takes nothing: %s; again in %.1f s", name, error, pause)
        else:
            breaks += 1
            log.error("%s broke, time %d; again in %.1f s", name, breaks, pause, exc_info=error)
        if breaks >= MOST_BREAKS:
            raise BrokenPart(f"{name} broke {breaks} times") from error
        await asyncio.sleep(pause)
        pause = min(LONGEST_PAUSE, pause * 2)


async def _ended(name: str, run: Part) -> BaseException:
    """What the part ended by: a task of its own, so that its being cancelled is not ours."""
    task = asyncio.create_task(run(), name=name)
    try:
        await asyncio.wait([task])
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    if task.cancelled():
        return asyncio.CancelledError("cancelled from within")
    return task.exception() or RuntimeError("it came to an end")


async def insist(doing: Callable[[], Awaitable[T]]) -> T:
    """Do it, again and again for as long as the database takes nothing."""
    pause = FIRST_PAUSE
    while True:
        try:
            return await doing()
        except DatabaseAway as error:
            log.error("the database takes nothing: %s; again in %.1f s", error, pause)
            await asyncio.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)
