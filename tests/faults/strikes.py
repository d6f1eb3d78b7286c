"""What is done to several processes on one PostgreSQL: one killed every 5 seconds, now and then the one on duty made
to hang instead, and the line to Telegram bad all day. Measured is how long nobody is on duty."""

import asyncio
import os
import signal
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from domain.clock import Clock
from drill.fleet import Fleet
from drill.play import DAY, ZONE, Drill
from drill.program import Program
from tests.faults.harm import Toll, bad_line
from tests.support.databases import look

KILL_EVERY = 5.0
"""Seconds of the wall clock between two kills."""
LOOK_EVERY = 0.02
STILL_COMMITTING = 0.05
"""Wall seconds in which the server has done what a process asked of it just before it was stopped."""
MOST_PATIENCE = 20.0
"""Wall seconds for which a takeover is waited for before the hanging process is killed; twice what is allowed."""
HANGS = (9.5, 10.5, 11.5)
"""The drill's hours at which the process on duty is made to hang. Ten seconds are 25 minutes of the drill's, and the
patience of a step of the day is not what is tried here."""
LAST = 20.5


@dataclass
class Takeovers:
    """For how many wall seconds nobody was on duty, each time that the process on duty was struck."""

    since: float | None = None
    """When the last one was struck, until another has the duty."""
    seconds: list[float] = field(default_factory=list)

    def struck(self) -> None:
        """The process on duty is gone."""
        self.since = time.monotonic()

    def taken(self) -> None:
        """Another says that it is on duty."""
        if self.since is not None:
            self.seconds.append(time.monotonic() - self.since)
            self.since = None

    def waited(self) -> list[float]:
        """All of them; one that has not come yet counts as long as it is waited for."""
        return self.seconds + ([] if self.since is None else [time.monotonic() - self.since])


class DutyLog:
    """Who is on duty, by what the processes write into their logs (bot/duty.py)."""

    def __init__(self, logs: Sequence[Path]) -> None:
        self._read = dict.fromkeys(logs, 0)
        self.holder: int | None = None

    def look(self) -> bool:
        """Read on; whether any process has come on duty since the last look."""
        found = [(line, number) for number, log in enumerate(self._read) for line in self._new(log)]
        came = False
        for line, number in sorted(found):  # by the instant at which each begins
            if "on duty at the line" in line:
                self.holder, came = number, True
            elif "off duty: " in line and self.holder == number:
                self.holder = None
        return came

    def _new(self, log: Path) -> list[str]:
        if not log.exists():
            return []
        with log.open("rb") as file:
            file.seek(self._read[log])
            whole = file.read().rpartition(b"\n")[0]
        self._read[log] += len(whole) + 1 if whole else 0
        return whole.decode("utf-8", "replace").splitlines()


class Strikes:
    """Call it as drill/play.py's `Harm`; `toll`, `killed` and `hung` say afterwards what it did and what came of it."""

    def __init__(self, written: Callable[[Clock], str]) -> None:
        """written: the program's word for a clock."""
        self.toll = Toll()
        self.killed, self.hung = Takeovers(), Takeovers()
        self._written = written

    async def __call__(self, drill: Drill, program: Program, start: Callable[[], Awaitable[None]]) -> None:
        assert isinstance(program, Fleet)
        self._drill, self._fleet = drill, program
        self._duty = DutyLog([drill.setting.out / log for log in program.logs])
        bad_line(drill.telegram.faults)
        try:
            await asyncio.gather(self._strike_on(), self._watch())
        finally:
            drill.telegram.faults.clear()

    async def _strike_on(self) -> None:
        """Every 5 seconds by the wall, until shortly before the day's end; what took longer is made up for."""
        begun, strikes, hangs = time.monotonic(), 0, list(HANGS)
        while self._drill.clock.now() < _hour(LAST):
            strikes += 1
            await asyncio.sleep(max(0.0, begun + strikes * KILL_EVERY - time.monotonic()))
            hangs_now = bool(hangs) and self._drill.clock.now() > _hour(hangs[0]) and self._duty.holder is not None
            await (self._hang() if hangs_now else self._kill())
            del hangs[: int(hangs_now)]

    async def _watch(self) -> None:
        while True:
            self._look()
            await asyncio.sleep(LOOK_EVERY)

    def _look(self) -> None:
        if self._duty.look():
            self.killed.taken()
            self.hung.taken()

    async def _kill(self) -> None:
        """The next one in turn, which is on duty or not."""
        number = await self._fleet.next_in_turn()
        await self._stop(number, self.killed)
        await self._end(number)

    async def _hang(self) -> None:
        """The one on duty stands still, with all its sessions open, until another has taken over."""
        number = self._duty.holder
        assert number is not None
        await self._stop(number, self.hung)
        self.toll.done["hang"] += 1
        for _ in range(int(MOST_PATIENCE / LOOK_EVERY)):
            if self.hung.since is None:
                break
            await asyncio.sleep(LOOK_EVERY)
        await self._end(number)

    async def _stop(self, number: int, takeovers: Takeovers) -> None:
        """It does nothing more. If it was on duty, what it had in flight is noted, and nobody is on duty now."""
        pid = self._fleet.pid_of(number)
        if pid is None:
            return
        os.kill(pid, signal.SIGSTOP)
        self._look()  # it may have come on duty a moment ago
        if self._duty.holder != number:
            return
        self._duty.holder = None
        takeovers.struck()
        await asyncio.sleep(STILL_COMMITTING)
        rows = await asyncio.to_thread(
            look, self._drill.setting.database, "SELECT key FROM outbox WHERE state = 'sending'"
        )
        self.toll.in_flight.update(key for (key,) in rows)

    async def _end(self, number: int) -> None:
        self._drill.kills_done.append(self._drill.clock.now())
        self.toll.done["kill"] += 1
        await self._fleet.restart(number, "run", "--clock", self._written(self._drill.clock))


def _hour(hour: float) -> datetime:
    return datetime.combine(DAY, datetime.min.time(), ZONE) + timedelta(hours=hour)
