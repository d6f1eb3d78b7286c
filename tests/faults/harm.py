"""What is done to the program while it plays a drill day: killed, parts broken, its surroundings made bad.

All chance comes from the seed. Kills and breaks fall half at plain instants and half into the midst of traffic, where
they hurt; the day's busy hours get more than their share.
"""

import asyncio
import contextlib
import os
import random
import resource
import shutil
import signal
import sqlite3
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from domain.town import CycleTimes
from drill.play import DAY, ZONE, Drill
from drill.program import Program
from drill.server.faults import Faults
from drill.server.model import Chat, Event
from drill.wardens.acts import Spot, SpotKind
from drill.wardens.roster import Home
from tests.faults.house import READY, TURNED, WISH
from tests.support.databases import look

PARTS = ("intake", "worker", "delivery", "fetcher")
SENDING = ("sendMessage", "editMessageText", "setMessageReaction", "pinChatMessage", "answerCallbackQuery")
BUSY, WHOLE = [(14.4, 16.6), (18.9, 20.2)], [(7.0, 21.0)]
# Wall seconds: how soon after something happened a kill follows, how long a disk is full and a database held. The
# program waits 10 s for a lock before it says that the database is away.
SOON = 0.03
FULL_SECONDS = 3.0
HELD_SECONDS = (11.0, 1.0, 2.0)
# How far the machine's clock is turned, in the drill's minutes, and for how many wall seconds.
TURNS = (90, -45, 60 * 26, -60 * 26)
TURN_SECONDS = 3.0


@dataclass(frozen=True)
class Plan:
    """How much of what one day gets."""

    seed: int
    kills: int = 35
    breaks: int = 16
    held: tuple[float, ...] = HELD_SECONDS
    full: int = 3
    turns: tuple[int, ...] = TURNS


@dataclass
class Toll:
    """What was done, for the report, and what the program had in flight each time it was killed: key -> how often."""

    done: Counter[str] = field(default_factory=Counter)
    in_flight: Counter[str] = field(default_factory=Counter)
    migrated: str = ""
    blocked: int = 0


def bad_line(faults: Faults) -> None:
    """All that networks and Telegram's bad days do, all day long."""
    faults.latency_ms = (0.0, 40.0)
    for method in SENDING:
        faults.sometimes(method, "429", 0.010, seconds=5)
        faults.sometimes(method, "5xx", 0.010)
        faults.sometimes(method, "502", 0.010)
        faults.sometimes(method, "drop", 0.010)
        faults.sometimes(method, "half", 0.010)
        faults.sometimes(method, "timeout", 0.005, seconds=0.5)
    for kind in ("5xx", "502", "drop", "half"):
        faults.sometimes("getUpdates", kind, 0.01)
    faults.sometimes("getUpdates", "timeout", 0.002, seconds=0.5)
    faults.sometimes("getUpdates", "duplicate", 0.02)
    faults.sometimes("getUpdates", "reorder", 0.3)


class Harm:
    """Everything at once. Call it as drill/play.py's `Harm`; `toll` says afterwards what it did."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.toll = Toll()
        self._chance = random.Random(f"harm/{plan.seed}")
        self._life = asyncio.Lock()
        self._news = asyncio.Event()

    async def __call__(self, drill: Drill, program: Program, start: Callable[[], Awaitable[None]]) -> None:
        self._drill, self._program, self._start = drill, program, start
        self._folder = drill.setting.out
        self._begin = drill.clock.now()
        drill.telegram.listen(self._hear)
        bad_line(drill.telegram.faults)
        try:
            await asyncio.gather(*self._deeds(), self._kill_on(), self._outlive())
        finally:
            drill.telegram.faults.clear()

    def _deeds(self) -> list[Awaitable[None]]:
        plan = self.plan
        wishes = self._wishes(plan.breaks)
        breaks = [
            self._at(at, partial(self._break, wish))
            for at, wish in zip(self._instants(plan.breaks), wishes, strict=True)
        ]
        held = [self._at(self._quiet(), partial(self._hold, seconds)) for seconds in plan.held]
        full = [self._at(instant, self._fill) for instant in self._instants(plan.full)]
        turned = zip(self._instants(len(plan.turns)), plan.turns, strict=True)
        turns = [self._at(instant, partial(self._turn, minutes)) for instant, minutes in turned]
        return [*breaks, *held, *full, *turns]

    # When.

    def _hour(self, hour: float) -> datetime:
        return datetime.combine(DAY, CycleTimes().morning, ZONE).replace(hour=0, minute=0) + timedelta(hours=hour)

    async def _kill_on(self) -> None:
        """As often as planned by half past eight in the evening, at random, oftener in the busy hours.

        On a slow machine the program takes longer to come up: the rest of the day is shared out anew after each."""
        clock, last = self._drill.clock, self._hour(20.5)
        for left in range(self.plan.kills, 0, -1):
            rest = (last - clock.now()).total_seconds()
            share = 0.7 if any(self._hour(low) < clock.now() < self._hour(high) for low, high in BUSY) else 1.1
            await clock.sleep(max(0.0, min(1.0, share / left * self._chance.uniform(0.3, 1.6)) * rest))
            await self._kill()

    def _instants(self, many: int) -> list[datetime]:
        """Half of them in the hours around the close and after the orders."""
        found = []
        for number in range(many):
            low, high = self._chance.choice(BUSY if number % 2 else WHOLE)
            found.append(self._hour(self._chance.uniform(low, high)))
        return found

    def _quiet(self) -> datetime:
        """An hour in which no step of the day is due for a while: eleven seconds are half an hour of the drill's, and a
        step's own patience is not what is tried here."""
        return self._hour(self._chance.uniform(9.0, 13.0))

    async def _at(self, instant: datetime, deed: Callable[[], Awaitable[None]]) -> None:
        await self._drill.clock.sleep(max(0.0, (instant - self._drill.clock.now()).total_seconds()))
        await deed()

    async def _up(self) -> None:
        """Mostly: the program is there and polls. Now and then it is killed while it starts."""
        polls = self._drill.telegram.queue.polls
        for _ in range(100 if self._chance.random() < 0.85 else 0):
            await asyncio.sleep(0.05)
            if self._drill.telegram.queue.polls > polls:
                return

    async def _moment(self) -> None:
        """Now, or a breath after the bot has done something."""
        if self._chance.random() < 0.7:
            self._news.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1.5):
                    await self._news.wait()
            await asyncio.sleep(self._chance.choice((0.0, self._chance.uniform(0.0, SOON))))

    # What.

    async def _kill(self) -> None:
        async with self._life:
            await self._up()
            await self._moment()
            await self._program.kill()
            self.toll.done["kill"] += 1
            self._note_in_flight()
            await self._start()

    async def _outlive(self) -> None:
        """As its supervisor: a program that ended by itself is started again."""
        while True:
            await asyncio.sleep(0.5)
            async with self._life:
                if self._program.ended is not None:
                    self.toll.done["ended by itself"] += 1
                    self._note_in_flight()
                    await self._start()

    def _note_in_flight(self) -> None:
        """What the dead program had handed over and not noted as sent: read from a copy, the file stays as it fell."""
        url = self._drill.setting.database
        if url.startswith("sqlite:///"):
            dead, copy = self._folder / url.removeprefix("sqlite:///"), self._folder / "dead"
            shutil.rmtree(copy, ignore_errors=True)
            copy.mkdir()
            for ending in ("", "-wal"):
                if (part := Path(f"{dead}{ending}")).exists():
                    shutil.copy(part, copy / part.name)
            url = f"sqlite:///{copy / dead.name}"
        self.toll.in_flight.update(key for (key,) in look(url, "SELECT key FROM outbox WHERE state = 'sending'"))

    def _wishes(self, many: int) -> list[str]:
        """Every part is broken in each way as often as the others, in no order."""
        ways = [f"{verb} {part}" for verb in ("cancel", "raise") for part in PARTS]
        wishes = [ways[number % len(ways)] for number in range(many)]
        self._chance.shuffle(wishes)
        return wishes

    async def _break(self, wish: str) -> None:
        """A wish only: whether the part met it before it was killed, the program itself says (house.py)."""
        async with self._life:
            await self._up()
            await self._moment()
            if self._wish(wish):
                self.toll.done[wish] += 1

    async def _turn(self, minutes: int) -> None:
        self.toll.done["clock"] += 1
        for turned in (minutes, 0):
            (self._folder / TURNED).write_text(str(60 * turned))
            self._wish("turn")
            await asyncio.sleep(TURN_SECONDS if turned else 0)

    def _wish(self, wish: str) -> bool:
        """Hand the program a wish; False when it is not there to hear it."""
        pid, ready = self._program.pid, self._folder / READY
        if pid is None or not ready.exists() or ready.read_text() != str(pid):
            return False
        (self._folder / WISH).write_text(wish)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGUSR1)
        return True

    async def _hold(self, seconds: float) -> None:
        """Another process (this one) has the write lock of the file."""
        url = self._drill.setting.database
        if url.startswith("sqlite:///"):
            path = self._folder / url.removeprefix("sqlite:///")
            await asyncio.to_thread(_hold_file, path, seconds)
            self.toll.done["locked"] += 1

    async def _fill(self) -> None:
        """A disk that takes nothing: every write of the process past a file's first page fails."""
        pid = self._program.pid
        if pid is None:
            return
        with contextlib.suppress(ProcessLookupError):
            _, most = resource.prlimit(pid, resource.RLIMIT_FSIZE)
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, most))
            self.toll.done["disk full"] += 1
            await asyncio.sleep(FULL_SECONDS)
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (most, most))

    # Whom.

    def _hear(self, event: Event) -> None:
        self._news.set()
        if event.kind == "sent" and not self.toll.migrated and event.text.startswith("📌") and event.chat.is_group:
            self._migrate(event)
        if event.kind == "sent" and not self.toll.blocked and not event.chat.is_group and event.at > self._hour(14):
            self._block(event)

    def _migrate(self, event: Event) -> None:
        """In the middle of the evening's orders: a group that has not got its own yet."""
        hands = self._drill.hands
        units = [unit for unit in self._drill.roster.reporting() if unit.home is Home.OWN_GROUP]
        chats = [hands.chat(Spot(SpotKind.UNIT, unit.code)) for unit in units]
        waiting = [chat for chat in chats if not _has_order(self._drill, chat)]
        if event.at > self._hour(18.5) and waiting:
            chosen = self._chance.choice(waiting)
            self.toll.migrated = chosen.name
            asyncio.get_running_loop().call_soon(self._drill.telegram.migrate, chosen)

    def _block(self, event: Event) -> None:
        """Somebody who got a message just now, and whom nobody's account depends on, blocks the bot."""
        if event.chat.id in self._bystanders():
            self.toll.blocked = event.chat.id
            asyncio.get_running_loop().call_soon(self._drill.telegram.block, self._drill.telegram.people[event.chat.id])

    def _bystanders(self) -> set[int]:
        """Wardens of units with a group of their own who do nothing in private today."""
        roster, walk = self._drill.roster, self._drill.walk
        units = [unit for unit in roster.reporting() if unit.home is Home.OWN_GROUP]
        staff = {one.telegram_id for unit in units for one in roster.staff(unit.code)[1:]}
        return staff - walk.private_people()


def _has_order(drill: Drill, chat: Chat) -> bool:
    return any(event.text.startswith("📌") for event in drill.telegram.history(chat))


def _hold_file(path: Path, seconds: float) -> None:
    file = sqlite3.connect(path, isolation_level=None, timeout=10)
    try:
        file.execute("BEGIN IMMEDIATE")
        time.sleep(seconds)
        file.execute("ROLLBACK")
    finally:
        file.close()
