"""The program under faults: the real one, with two handles for `tests/faults/harm.py`.

On SIGUSR1 it reads the file `wish` in its folder: `cancel worker` ends that part's task at whatever it waits for,
`raise worker` lets the next look at the clock from inside of that part fail, `turn` looks how far the machine's clock
is turned (the file `turned`, in seconds). Wishes that came true are logged, and so is what changes the town's state
without a line in the audit log. Every other job is `gridwarden` itself.
"""

import asyncio
import logging
import os
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path

from bot.cli import console_words, main
from bot.clock import ScaledClock, read_clock
from bot.commands import run
from bot.guard import NoLife
from bot.keeping import BrokenPart
from bot.logs import set_up
from bot.settings import Settings
from bot.townfile import load_town
from storage.database import Database
from tests.support.accounting import watched

WISH, TURNED, READY = Path("wish"), Path("turned"), Path("ready")
BROKEN = "broken on purpose: {part}"
"""The line of the log that says so, as it happens."""
UNAUDITED = "changed without a line in the audit log: "

log = logging.getLogger("house")


class BrokenOnPurposeError(Exception):
    """What a part meets that is to break."""


class Machine:
    """The machine's clock: its hands can be turned, and looking at it can be fatal."""

    def __init__(self, clock: ScaledClock) -> None:
        self._clock = clock
        self.turned = timedelta()
        self.fatal_for = ""

    @property
    def speed(self) -> float:
        return self._clock.speed

    def now(self) -> datetime:
        return self._clock.now() + self.turned

    def monotonic(self) -> float:
        self._meet()
        return self._clock.monotonic()

    async def sleep(self, seconds: float) -> None:
        await self._clock.sleep(seconds)

    def look(self) -> None:
        """See how far somebody has turned the hands."""
        self.turned = timedelta(seconds=float(TURNED.read_text()) if TURNED.exists() else 0.0)

    def _meet(self) -> None:
        if not self.fatal_for:
            return
        try:
            task = asyncio.current_task()
        except RuntimeError:
            return
        if task is not None and task.get_name() == self.fatal_for:
            log.warning(BROKEN.format(part=self.fatal_for))
            self.fatal_for = ""
            raise BrokenOnPurposeError


def obey(machine: Machine) -> None:
    """Do what the file wishes."""
    verb, _, part = WISH.read_text().partition(" ")
    if verb == "turn":
        machine.look()
    elif verb == "raise":
        machine.fatal_for = part
    else:
        for task in asyncio.all_tasks():
            if task.get_name() == part and task.cancel():
                log.warning(BROKEN.format(part=part))


async def serve(machine: Machine) -> None:
    """What `gridwarden run` does, within reach of the handles."""
    settings = Settings()
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, obey, machine)
    READY.write_text(str(os.getpid()))
    await run.serve(settings, load_town(Path(settings.gridwarden_town)), machine, console_words())


def start(clock: str) -> int:
    """Serve until told to stop: 0; 1 when the program cannot help itself or has gone deaf."""
    settings = Settings()
    set_up(settings.log_level, settings.log_format, settings.token)
    machine = Machine(read_clock(clock))
    machine.look()
    try:
        with watched(lambda question: log.error("%s%s", UNAUDITED, question)) as watch:
            watch(Database)
            asyncio.run(serve(machine))
    except (BrokenPart, NoLife):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(start(sys.argv[3]) if sys.argv[1] == "run" else main(sys.argv[1:]))
