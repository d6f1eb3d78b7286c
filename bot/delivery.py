"""From the outbox to Telegram: renders, paces, sends, remembers the message id."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.gate import Gate
from bot.logs import tracing
from bot.outcomes import Outcome, Outcomes
from bot.sending import Line
from bot.vitals import BREATH, Vitals
from domain.clock import Clock
from domain.town import Town
from storage import outbox
from storage.away import DatabaseAway
from storage.database import Database
from storage.outbox import Parcel, Place
from storage.work import Work

log = logging.getLogger(__name__)

IN_FLIGHT = 24
# So long before its time a call is noted as being made: the commit, which waits for the disk, does not move its time.
AHEAD_SECONDS = 0.05
PAGE = 12

# Kinds whose fields are read when they go out, not when they were written: a board shows the latest.
Fresh = Callable[[Work, Town, Mapping[str, Any], datetime], Awaitable[Mapping[str, Any] | None]]


class Delivery:
    """The one sender (bot/duty.py). Several calls are in flight, one a chat, each let through by the gate."""

    def __init__(
        self,
        line: Line,
        database: Database,
        town: Town,
        clock: Clock,
        gate: Gate,
        outcomes: Outcomes,
        fresh: Mapping[str, Fresh],
        vitals: Vitals,
    ) -> None:
        self._line = line
        self._database = database
        self._town = town
        self._clock = clock
        self._gate = gate
        self._outcomes = outcomes
        self._fresh = fresh
        self._vitals = vitals
        self._wake = asyncio.Event()
        self._flying: dict[asyncio.Task[Outcome], Parcel] = {}
        self._landed: list[Outcome] = []
        """How calls ended, until it is on disk."""
        self._started = False
        database.listen(self._heard)

    def _heard(self, changed: frozenset[str]) -> None:
        if "outbox" in changed:
            self._wake.set()

    @property
    def in_flight(self) -> int:
        """How many calls have not come back yet."""
        return len(self._flying) - self.waiting

    @property
    def waiting(self) -> int:
        """How many calls are ready and wait at the gate for their instant."""
        return self._gate.waiting

    async def start(self) -> None:
        """Settle what was in flight when the last process ended."""
        async with self._database.work(on_duty=True) as work:
            unsure = await outbox.settle_in_flight(work, self._clock.now())
        self._started = True
        if unsure:
            log.warning("%d messages were in flight when the last process ended", unsure)

    async def run(self) -> None:
        """Deliver until cancelled; `land` then settles what is in flight. May be begun anew after it broke."""
        with self._vitals.living("delivery"):
            await self._resume() if self._started else await self.start()
            while True:
                self._wake.clear()
                await self._wait(await self.deliver_ready())

    async def _resume(self) -> None:
        """Begun anew in the same process: what was noted as being sent and is not under way was never handed over."""
        self._collect()
        under_way = {parcel.id for parcel in self._flying.values()} | {outcome.parcel.id for outcome in self._landed}
        async with self._database.work(on_duty=True) as work:
            await outbox.take_back(work, under_way, self._clock.now())

    def forget(self) -> None:
        """The duty is another process's now, which settles what was in flight here as after a crash."""
        for task in self._flying:
            task.cancel()
        self._flying.clear()
        self._landed.clear()
        self._started = False

    def _collect(self) -> None:
        """Take in the calls that have come back."""
        for task in [task for task in self._flying if task.done()]:
            del self._flying[task]
            self._landed.append(task.result())

    async def _settle(self, work: Work, now: datetime) -> int:
        """Write down how the calls ended; how many. They are forgotten only once that is committed."""
        landed = list(self._landed)
        await self._outcomes.settle(work, landed, now)
        return len(landed)

    async def land(self, seconds: float) -> None:
        """Before a stop: wait so long for the calls in flight and write down how they ended.

        What has not come back by then is settled by the next start, as after a crash.
        """
        if not self._started:
            return
        if self._flying:
            await asyncio.wait(self._flying, timeout=seconds)
        self._collect()
        for task in self._flying:
            task.cancel()
        try:
            async with self._database.work(on_duty=True) as work:
                await self._settle(work, self._clock.now())
        except DatabaseAway as error:
            log.error("%d calls came back and cannot be noted: %s", len(self._landed), error)

    async def deliver_ready(self) -> float | None:
        """Settle what has come back and send what may go; seconds until the next may, None when nothing waits."""
        self._vitals.beat("delivery")
        self._collect()
        now = self._clock.now()
        async with self._database.work(on_duty=True) as work:
            settled = await self._settle(work, now)
            choice = await self._choose(work, now)
            ready = await self._ready(work, choice.places, now)
        del self._landed[:settled]
        for parcel in ready:
            self._flying[asyncio.create_task(self._send(parcel))] = parcel
        # what was not worth sending makes room for the next of its chat
        return choice.pause if len(ready) == len(choice.places) else 0.0

    async def _wait(self, seconds: float | None) -> None:
        """Until something is written, a call comes back or the next may go; at most a breath."""
        waits: list[asyncio.Task[Any]] = [asyncio.create_task(self._wake.wait())]
        if seconds is not None:
            waits.append(asyncio.create_task(self._clock.sleep(seconds)))
        try:
            await asyncio.wait([*waits, *self._flying], timeout=BREATH, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()

    async def _choose(self, work: Work, now: datetime) -> "_Choice":
        """Those that every budget lets go now, first lane first, one a chat; and seconds until the next.

        A board that would fall behind goes before all others: a rush of answers does not let it stand still.
        """
        choice = _Choice(self._gate, self._clock.monotonic(), list(self._flying.values()))
        choice.places += await outbox.toasts(work, now, choice.room)
        for place in await outbox.boards_overdue(work, now, timedelta(seconds=self._town.limits.board_seconds)):
            if choice.complete():
                return choice
            choice.consider(place)
        behind: Place | None = None
        more = True
        while more:
            page = await outbox.queue(work, now, behind, PAGE)
            for place in page:
                if choice.complete():
                    return choice
                choice.consider(place)
            behind, more = page[-1] if page else None, len(page) == PAGE
        choice.wait(await outbox.next_due(work, now), now)
        return choice

    async def _ready(self, work: Work, places: Sequence[Place], now: datetime) -> list[Parcel]:
        """Of what waits there that which is worth its call: it is noted, before the calls, that they are being made."""
        parcels = await outbox.parcels(work, places)
        worth = [ready for parcel in parcels if (ready := await self._prepared(work, parcel, now)) is not None]
        noted = await outbox.mark_sending(work, [parcel.id for parcel in worth])
        return [parcel for parcel in worth if parcel.id in noted]

    async def _prepared(self, work: Work, parcel: Parcel, now: datetime) -> Parcel | None:
        """One message that cannot be made ready holds up no other."""
        if parcel.kind not in self._fresh:
            return await self._prepare(work, parcel, now)
        try:
            async with work.savepoint():
                return await self._prepare(work, parcel, now)
        except DatabaseAway:
            raise
        except Exception as error:
            log.exception("%s %s cannot be made ready", parcel.kind, parcel.key)
            await outbox.mark(work, parcel.id, "failed", repr(error))
            return None

    async def _prepare(self, work: Work, parcel: Parcel, now: datetime) -> Parcel | None:
        """With what is to be said now; None when it is not worth saying any more."""
        if parcel.expires_at is not None and parcel.expires_at <= now:
            await outbox.mark(work, parcel.id, "cleared", "expired")
            return None
        if parcel.chat is not None and not parcel.chat_here:
            await outbox.mark(work, parcel.id, "failed", "the chat is gone")
            return None
        if parcel.target_lost:
            await outbox.mark(work, parcel.id, "superseded", "the message to change was never sent")
            return None
        if parcel.kind in self._fresh:
            fields = await self._fresh[parcel.kind](work, self._town, parcel.fields, now)
            if fields is None:
                await outbox.mark(work, parcel.id, "superseded", "nothing new to show")
                return None
            parcel = replace(parcel, fields=dict(fields))
        return parcel

    async def _send(self, parcel: Parcel) -> Outcome:
        with tracing(parcel.update_id):
            try:
                return Outcome(parcel, await self._line.send(parcel))
            except Exception as error:
                return Outcome(parcel, error=error)


class _Choice:
    """Walks along the queue: who may go now or in a moment, and in how many seconds the next may."""

    def __init__(self, gate: Gate, now: float, flying: Sequence[Parcel]) -> None:
        self.places: list[Place] = []
        self.pause: float | None = None
        self._gate = gate
        self._now = now
        self._busy = {parcel.chat for parcel in flying}
        self._most = IN_FLIGHT - len(flying)

    @property
    def room(self) -> int:
        """How many more calls may be in flight."""
        return self._most - len(self.places)

    def complete(self) -> bool:
        """Whether nothing more may go to any chat now."""
        behind = self._gate.waiting + len(self.places)
        free_at = self._gate.pacer.overall_ready_at(self._now, behind=behind) - AHEAD_SECONDS
        self._soon(free_at)
        return self.room <= 0 or free_at > self._now

    def consider(self, place: Place) -> None:
        """Take it if its chat has no call in flight and budget left; what else waits for that chat is behind it."""
        if place.chat is None or place.chat in self._busy:
            return
        self._busy.add(place.chat)
        ready = self._gate.pacer.chat_ready_at(place.chat, place.is_group, self._now)
        self._soon(ready)
        if ready <= self._now:
            self.places.append(place)

    def wait(self, due: datetime | None, now: datetime) -> None:
        """Nothing more is due before that instant."""
        if due is not None:
            self._soon(self._now + (due - now).total_seconds())

    def _soon(self, at: float) -> None:
        if at > self._now:
            self.pause = at - self._now if self.pause is None else min(self.pause, at - self._now)
