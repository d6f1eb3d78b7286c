"""The front door for tests: the real program, a real file, the drill's Telegram, and a clock moved by hand."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.app import House, open_house
from bot.settings import Settings
from domain.cycle import DayOrder, steps_of
from domain.town import Town
from drill.server.http import Server
from drill.server.telegram import UNLIMITED, Event, Limits, Telegram
from storage import meta
from storage.database import Database
from tests.support.accounting import watched
from tests.support.cast import TOWN, Cast, gather, settle_in
from tests.support.clock import HandClock
from tests.support.databases import new_database

A_MOMENT = 2.5
KEY = "Z3JpZHdhcmRlbi10ZXN0cy1hbmQtbm90aGluZy1lbHM="
"""The key with which every stage seals what is private."""
PATIENCE = 15.0
"""Seconds of the hand clock that a line of a test may take to be answered in full."""


@dataclass
class Stage:
    """A town, its Telegram and the program's file. The program itself is put together anew for every scene."""

    telegram: Telegram
    server: Server
    cast: Cast
    clock: HandClock
    settings: Settings
    town: Town
    seen: list[Event] = field(default_factory=list)
    surprises: list[str] = field(default_factory=list)
    """What the program logged as an error: a test that expects one empties the list, else it fails."""
    unaudited: list[str] = field(default_factory=list)
    """What was written without a line in the audit log."""
    watch: Callable[[Database | type[Database]], None] = lambda database: None

    @property
    def day(self) -> date:
        """The town's day."""
        return self.town.day_of(self.clock.now())

    @asynccontextmanager
    async def house(self) -> AsyncIterator[House]:
        """The program, built from what is stored."""
        async with self.open() as house:
            await house.delivery.start()
            yield house

    @asynccontextmanager
    async def open(self) -> AsyncIterator[House]:
        """The program as it is before it serves."""
        async with open_house(self.settings, self.town, self.clock, poll_seconds=0) as house:
            self.watch(house.database)
            yield house

    async def settle(self) -> None:
        """Start the program, let it take in, handle and send all there is for a few seconds, and end it."""
        async with self.house() as house:
            await self._work_off(house)
            self.clock.move(A_MOMENT)
            await self._work_off(house)

    async def pass_until(self, instant: datetime) -> None:
        """Let the time pass: the program runs at every step that falls due on the way, and at the end."""
        for stop in self._stops(instant):
            self.clock.move_to(max(stop, self.clock.now()))
            await self.settle()

    def _stops(self, instant: datetime) -> list[datetime]:
        now = self.clock.now()
        first, last = self.town.day_of(now), self.town.day_of(instant)
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        due = {step.at.astimezone(UTC) for day in days for step in steps_of(self.town, day, DayOrder())}
        return [*sorted(stop for stop in due if now < stop < instant), instant]

    async def _work_off(self, house: House) -> None:
        started = self.clock.now()
        for _ in range(2000):
            busy = await house.intake.poll_once() + await house.worker.work_off() + await house.rings.ring()
            busy += await house.fetcher.fetch_ready()
            pause = await house.delivery.deliver_ready()
            if house.delivery.in_flight:
                await asyncio.sleep(0.001)
            elif house.delivery.waiting:
                self.clock.move(0.035)
            elif busy == 0 and pause is None:
                return
            elif busy == 0 and pause:
                if (self.clock.now() - started).total_seconds() + pause > PATIENCE:
                    return
                self.clock.move(pause + 0.001)
        raise AssertionError("the program does not come to rest")


@asynccontextmanager
async def open_stage(
    folder: Path,
    start: datetime,
    *,
    town: Town = TOWN,
    settled: bool = True,
    limits: Limits = UNLIMITED,
    key: str = KEY,
    watchdog_seconds: int = 0,
) -> AsyncIterator[Stage]:
    """A stage at that instant; `settled`: the cast is entered and bound, else the program meets an empty file.

    Between its scenes no program runs, so nobody watches over its life but where a test says so (`watchdog_seconds`).
    """
    clock = HandClock(start.astimezone(UTC))
    telegram = Telegram(clock, seed=1, limits=limits)
    server = Server(telegram)
    await server.start()
    settings = Settings(
        _env_file=None,
        telegram_token=telegram.token,
        telegram_api_url=server.url,
        database_url=new_database(folder),
        gridwarden_key=key,
        watchdog_seconds=watchdog_seconds,
    )
    cast = gather(telegram)
    stage = Stage(telegram, server, cast, clock, settings, town)
    database = await Database.open(settings.database_url, settings.vault)
    async with database.work() as work:
        await meta.put(work, "secret", "the same codes in every test")
    if settled:
        await settle_in(database, telegram, cast, clock.now())
    await database.close()
    await stage.settle()
    telegram.listen(stage.seen.append)
    ear = _Ear(stage.surprises)
    logging.getLogger().addHandler(ear)
    try:
        with watched(stage.unaudited.append) as stage.watch:
            yield stage
    finally:
        logging.getLogger().removeHandler(ear)
        await server.stop()
    assert stage.surprises == []
    assert not stage.unaudited, sorted(set(stage.unaudited))


class _Ear(logging.Handler):
    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(self.format(record))
