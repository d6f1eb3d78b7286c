"""The composition root: everything is put together here, once, by one function."""

import asyncio
import contextlib
import logging
import os
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.ext import ApplicationBuilder

from actions import absences, start
from bot import errors, routes
from bot.delivery import Delivery
from bot.duty import Duty
from bot.exporting import Exporter
from bot.fetching import Fetcher
from bot.fresh import FRESH, LOST_EDITS
from bot.gate import Gate
from bot.guard import Guard
from bot.intake import Absence, Intake
from bot.keeping import Part, insist, keep
from bot.outcomes import Outcomes
from bot.pacing import Pacer
from bot.routes import Application
from bot.sending import Line
from bot.settings import Settings
from bot.timekeeping import KeptClock
from bot.transport import AiohttpRequest, Hear
from bot.vitals import Vitals
from bot.warming import warm_up
from bot.webhook import Webhook
from bot.worker import Worker
from domain.clock import Clock
from domain.errors import NotPossible
from domain.town import Town
from scheduler.rings import Rings
from scheduler.runner import Runner
from storage import meta
from storage.database import Database, is_file, path_of
from storage.work import Work

log = logging.getLogger(__name__)

# A Telegram that does not answer for so long holds up the day's steps no longer.
CATCH_UP_SECONDS = 60.0
# What another process on duty noted within this time of the wall clock holds for who stands by: it looks once a minute.
LATELY = timedelta(seconds=90)
STANDBY_LOOK = 0.25
# How long a stop waits for calls that are in flight: what is not known to have arrived would be sent again.
LAND_SECONDS = 5.0
# So long after what waited was handled it is looked whether its answers are out.
ANSWER_SECONDS = 1.0


@dataclass
class House:
    """The assembled program. `run` is all of it; tests use the parts one by one."""

    application: Application
    database: Database
    intake: Intake
    webhook: Webhook | None
    worker: Worker
    delivery: Delivery
    fetcher: Fetcher
    duty: Duty
    rings: Rings
    runner: Runner
    clock: Clock
    vitals: Vitals
    warm_up: Part
    guard: Guard | None = None
    """None where nobody asked for it (WATCHDOG_SECONDS=0)."""
    claim_code: str | None = None

    async def run(self, stopping: asyncio.Event) -> None:
        """Serve until `stopping` is set: worker and webhook, the alarm clock beside them, and on duty the line's rest.

        A part that breaks is begun anew; BrokenPart when one breaks again and again, NoLife when one goes deaf.
        """
        parts: dict[str, Part] = {"worker": self.worker.run, "duty": self.duty.run, "ear": self.database.hear}
        if self.webhook is not None:
            parts["webhook"] = self.webhook.run
        tasks = [asyncio.create_task(keep(name, run)) for name, run in parts.items()]
        if self.guard is not None:
            tasks.append(asyncio.create_task(self.guard.run()))
        waiting = asyncio.create_task(stopping.wait())
        ringing = asyncio.create_task(self._ring())
        try:
            done, _ = await asyncio.wait([*tasks, waiting], return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            self.vitals.stopping = True
            with contextlib.suppress(TimeoutError):  # a step that hangs holds up nobody's end
                async with asyncio.timeout(LAND_SECONDS):
                    await self.runner.stop()
            for task in (*tasks, waiting, ringing):
                task.cancel()
            await asyncio.gather(*tasks, waiting, ringing, return_exceptions=True)
            await self.delivery.land(LAND_SECONDS)

    async def _ring(self) -> None:
        """After an outage, first take in what people sent meanwhile: nobody is called silent for our own absence."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CATCH_UP_SECONDS):
                await self._caught_up()
        self.vitals.expect("rings")
        self.runner.start()
        await self._all_answered()  # who waits goes first: they need but half of what is made ready
        await self.warm_up()

    async def _all_answered(self) -> None:
        """Until what waited is handled and, as far as Telegram's pace lets it, answered, and no order is on its way."""
        while True:
            await self.worker.idle.wait()
            await asyncio.sleep(ANSWER_SECONDS)
            if self.worker.idle.is_set() and not self.delivery.in_flight + self.delivery.waiting:
                return

    async def _caught_up(self) -> None:
        """Until we have taken in what lay at Telegram; without the duty, until who has it lately had."""
        own = (self.webhook or self.intake).caught_up
        while not own.is_set():
            if not self.database.on_duty and await insist(self._others_caught_up):
                return
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(STANDBY_LOOK):
                    await own.wait()

    async def _others_caught_up(self) -> bool:
        async with self.database.reading() as work:
            last = await meta.taken_in(work)
        return last is not None and self.clock.now() - last < LATELY * self.clock.speed


def build_application(settings: Settings, hear: Hear) -> Application:
    """The library's Application with our routes: without its updater, job queue and rate limiter."""
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library's coming way with spans of time, without its warning
    request = AiohttpRequest(hear)
    builder = (
        ApplicationBuilder()
        .token(settings.token)
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .request(request)
        .get_updates_request(AiohttpRequest(hear, connections=1))
        .updater(None)
        .job_queue(None)
    )
    application = builder.build()
    routes.install(application)
    application.add_error_handler(errors.catch)
    return application


@contextlib.asynccontextmanager
async def open_house(
    settings: Settings, town: Town, machine: Clock, *, poll_seconds: int = 30, vitals: Vitals | None = None
) -> AsyncIterator[House]:
    """Everything put together on an open database and a line that answers; closed again at the end.

    `machine` is the machine's clock; the house goes by Telegram's.
    """
    async with contextlib.AsyncExitStack() as closing:
        database = await insist(lambda: Database.open(settings.database_url, settings.vault))
        closing.push_async_callback(database.close)
        await _take_duty(database, settings.database_url)
        clock = KeptClock(machine)
        application = build_application(settings, clock.hear)
        closing.push_async_callback(application.bot.shutdown)  # closes its line also when it never was initialized
        closing.push_async_callback(application.shutdown)
        await _initialize(application, clock)
        claim_code = await insist(lambda: _begin(database, town, settings, clock))
        house = assemble(settings, application, database, town, clock, poll_seconds, vitals or Vitals())
        house.claim_code = claim_code
        closing.push_async_callback(house.intake.close)
        yield house


def assemble(
    settings: Settings,
    application: Application,
    database: Database,
    town: Town,
    clock: KeptClock,
    poll_seconds: int,
    vitals: Vitals,
) -> House:
    """The parts, each with what it needs."""
    patience = settings.watchdog_seconds
    if patience:  # a poll that waits at Telegram is to end well before it looks dead
        poll_seconds = min(poll_seconds, max(1, patience // 4))
    exporter = Exporter(settings, town, clock.now)
    pacer = Pacer(town.limits.messages_per_second, town.limits.group_messages_per_minute)
    gate = Gate(pacer, clock)
    line = Line(lambda: application.bot, town.language, town.form, exporter, gate)
    rings = Rings(database, town, clock)
    absence = _absence(town, patience * clock.speed) if patience else None
    intake = Intake(
        settings.api_url,
        settings.token,
        database,
        clock,
        vitals,
        clock.hear,
        poll_seconds=poll_seconds,
        absence=absence,
    )
    webhook = Webhook(settings.webhook, application, database, clock, vitals, absence) if settings.webhook else None
    outcomes = Outcomes(pacer, clock, LOST_EDITS, vitals)
    delivery = Delivery(line, database, town, clock, gate, outcomes, FRESH, vitals)
    fetcher = Fetcher(application, database, town, clock)
    listening: dict[str, Part] = {"webhook": webhook.tend} if webhook else {"intake": intake.run}
    return House(
        application,
        database,
        intake,
        webhook,
        Worker(application, database, town, clock, vitals, intake.calm),
        delivery,
        fetcher,
        Duty(database, delivery, {"fetcher": fetcher.run, **listening}),
        rings,
        Runner(rings, clock, lambda: vitals.beat("rings")),
        clock,
        vitals,
        partial(warm_up, database, town),
        Guard(vitals, patience) if patience else None,
    )


def _absence(town: Town, seconds: float) -> Absence:
    """Tells the command chat when Telegram had not been heard for so many seconds of the town's clock."""

    async def tell(work: Work, now: datetime) -> None:
        await absences.tell(work, town, timedelta(seconds=seconds), now)

    return tell


async def _take_duty(database: Database, url: str) -> None:
    """Take the duty at the line if it is free. On a server a second process stands by, on a file it is refused."""
    for _ in range(int(LAND_SECONDS) + 2):  # one that was asked to stop may still be landing
        if await insist(database.take_duty) or not is_file(url):
            return
        await asyncio.sleep(1.0)
    raise NotPossible("database-taken", path=str(path_of(url)))


async def _begin(database: Database, town: Town, settings: Settings, clock: Clock) -> str | None:
    async with database.work() as work:
        return await start.begin(work, town, settings.operators, clock.now())


async def _initialize(application: Application, clock: Clock) -> None:
    """Ask Telegram who we are, as often as it takes."""
    pause = 0.5
    while True:
        try:
            return await application.initialize()
        except (NetworkError, TimedOut, RetryAfter) as error:
            log.warning("Telegram does not answer yet, again in %.1f s: %s", pause, type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(30.0, pause * 2)
