"""From the inbox to the routes: an update's handling and its done-mark are one transaction."""

import asyncio
import logging
import time
import traceback
from contextlib import suppress

from telegram import Update

from actions import troubles
from bot.handling import HANDLING, Handling
from bot.logs import tracing
from bot.patience import Patience, Ruling
from bot.routes import Application
from bot.shape import read_raw
from bot.share import share_of
from bot.vitals import BREATH, Vitals
from domain.clock import Clock
from domain.town import Town
from handlers.context import Turn, caller_of, said_at
from storage import inbox
from storage.away import DatabaseAway
from storage.database import Database
from storage.inbox import Waiting
from storage.work import Work

log = logging.getLogger(__name__)

BATCH = 30
BATCH_SECONDS = 0.04
MOST_TRIES = 3
AFTERWARDS = 5
"""How many updates that were put off are handled before it is asked again who waits."""


class Unreadable(Exception):
    """The update is no update that the library can read."""


class Worker:
    """Handles waiting updates in the order in which they came, several a commit when there is a rush."""

    def __init__(
        self,
        application: Application,
        database: Database,
        town: Town,
        clock: Clock,
        vitals: Vitals,
        calm: asyncio.Event,
    ) -> None:
        """calm: not set while the intake is to have the machine for itself."""
        self._application = application
        self._database = database
        self._town = town
        self._clock = clock
        self._vitals = vitals
        self._calm = calm
        self._wake = asyncio.Event()
        self._patience = Patience(town.limits.messages_per_person)
        self._taken_up: set[int] = set()
        self._share = share_of(database)
        database.listen(self._heard)

    def _heard(self, changed: frozenset[str]) -> None:
        if "inbox" in changed:
            self._wake.set()

    async def run(self) -> None:
        """Work until cancelled."""
        with self._vitals.living("worker"):
            while True:
                await self._calm.wait()
                self._wake.clear()
                if await self.work_off() == 0:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._wake.wait(), BREATH)

    async def work_off(self) -> int:
        """Handle one batch; how many updates were settled or tried.

        It is short: intake and delivery wait for the same database meanwhile.
        """
        self._vitals.beat("worker")
        taken = await self._take()
        if not taken:
            return 0
        handled: list[Waiting] = []
        async with self._database.work() as work:
            enough = asyncio.get_running_loop().time() + BATCH_SECONDS
            for update in await self._share.held(work, taken):
                await self._handle(work, update)
                handled.append(update)
                await asyncio.sleep(0)  # what is sent and received does not wait for the whole batch
                if asyncio.get_running_loop().time() > enough:
                    break
            await self._share.let_go(work, handled)
        return len(handled) or len(taken)  # where all of it had passed on, it is asked again what is to be done

    async def _handle(self, work: Work, waiting: Waiting) -> None:
        """One update in a savepoint of its own: a failing one is undone alone, tried again, then set aside."""
        with tracing(waiting.update_id), work.caused_by(waiting.update_id):
            await self._try(work, waiting)

    async def _try(self, work: Work, waiting: Waiting) -> None:
        begun = time.monotonic()
        try:
            async with work.savepoint():
                update = self._read(waiting)
                if await self._put_off(work, waiting, update):
                    taken_by = "patience"
                else:
                    taken_by = await self._process(work, waiting, update)
                    await inbox.finish(work, waiting.place, self._clock.now())
            log.info("taken by %s, %.1f ms", taken_by, 1000 * (time.monotonic() - begun))
        except DatabaseAway:
            raise  # not the update's fault: the whole batch is done again
        except Exception as error:
            await self._note_failure(work, waiting, error)

    async def _put_off(self, work: Work, waiting: Waiting, update: Update) -> bool:
        """Whether the update's sender is to wait: too much came from them at once. They hear of it once an hour."""
        now = self._clock.now()
        ruling = Ruling.NOW if waiting.place in self._taken_up else self._patience.ruling(update, now)
        if ruling is Ruling.NOW:
            return False
        if ruling is Ruling.LATER:
            await inbox.put_off(work, waiting.place)
        else:
            await inbox.finish(work, waiting.place, now)
        await troubles.too_many(work, update.effective_user.id if update.effective_user else 0, now)
        return True

    async def _take(self) -> list[Waiting]:
        """What is to be handled next, read ahead of its unit of work: what waits, else some of what was put off."""
        found = await self._share.waiting(BATCH)
        if not found:
            found = await self._share.put_off(AFTERWARDS)
            self._taken_up = {waiting.place for waiting in found}
        if not found:
            self._patience.all_served()
        return found

    async def _process(self, work: Work, waiting: Waiting, update: Update) -> str:
        """Let the routes handle it; the name of the handler that took it."""
        now = self._clock.now()
        caller = await caller_of(work, update, now)
        if caller is None:
            return "nobody"
        stamp = said_at(update, waiting.received_at)
        turn = Turn(update, work, self._town, caller, stamp, now, self._application.bot.username)
        handling = Handling(turn)
        token = HANDLING.set(handling)
        try:
            await self._application.process_update(update)
        finally:
            HANDLING.reset(token)
        if handling.error is not None:
            raise handling.error
        return handling.taken_by

    def _read(self, waiting: Waiting) -> Update:
        try:
            return Update.de_json(read_raw(waiting.raw), self._application.bot)
        except Exception as error:  # the library says in many ways that it cannot read something
            raise Unreadable(f"update {waiting.update_id}") from error

    async def _note_failure(self, work: Work, waiting: Waiting, error: Exception) -> None:
        trace = "".join(traceback.format_exception(error))
        log.error("update %s failed (try %s): %s", waiting.update_id, waiting.tries + 1, trace)
        if waiting.tries + 1 < MOST_TRIES and not isinstance(error, Unreadable):
            await inbox.note_failure(work, waiting.place, trace)
            return
        await inbox.set_aside(work, waiting.place, trace, self._clock.now())
        await troubles.tell(work, waiting.raw, waiting.update_id, type(error).__name__, self._clock.now())
