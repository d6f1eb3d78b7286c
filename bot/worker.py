"""From the inbox to the routes: an update's handling and its done-mark are one transaction."""

import asyncio
import logging
import time
import traceback
from contextlib import suppress
from datetime import datetime

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
from storage.work import NotInOnePiece, Work

log = logging.getLogger(__name__)

BATCH = 30
BATCH_SECONDS = 0.04
BREATHER = 0.005
"""Seconds after which a batch lets others have the thread: what is sent and received does not wait for all of it."""
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
        self._ruled: dict[int, Ruling] = {}
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

        It is short: intake and delivery wait for the same database meanwhile. It is handled in one piece, and where one
        of its updates is to be undone alone, all of it once more, each in a part of its own.
        """
        self._vitals.beat("worker")
        taken = await self._take()
        if not taken:
            return 0
        self._ruled.clear()
        try:
            handled = await self._work_off(taken, in_one_piece=True)
        except NotInOnePiece:
            log.info("one of %d updates is to be undone alone: once more, each in a part of its own", len(taken))
            handled = await self._work_off(taken, in_one_piece=False)
        return handled or len(taken)  # where all of it had passed on, it is asked again what is to be done

    async def _work_off(self, taken: list[Waiting], *, in_one_piece: bool) -> int:
        now = asyncio.get_running_loop().time
        handled: list[Waiting] = []
        async with self._database.work() as work:
            work.in_one_piece = in_one_piece
            enough, breather = now() + BATCH_SECONDS, now() + BREATHER
            for update in await self._share.held(work, taken):
                await self._handle(work, update)
                handled.append(update)
                if now() > enough:
                    break
                if now() > breather:
                    await asyncio.sleep(0)
                    breather = now() + BREATHER
            await self._share.let_go(work, handled)
        return len(handled)

    async def _handle(self, work: Work, waiting: Waiting) -> None:
        """One update: a failing one is undone alone, tried again, then set aside."""
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
        except (DatabaseAway, NotInOnePiece):
            raise  # the whole batch is done again: it was not the update's fault, or is to be undone alone
        except Exception as error:
            if work.in_one_piece:
                raise NotInOnePiece from error
            await self._note_failure(work, waiting, error)

    async def _put_off(self, work: Work, waiting: Waiting, update: Update) -> bool:
        """Whether the update's sender is to wait: too much came from them at once. They hear of it once an hour."""
        now = self._clock.now()
        ruling = self._ruling(waiting, update, now)
        if ruling is Ruling.NOW:
            return False
        if ruling is Ruling.LATER:
            await inbox.put_off(work, waiting.place)
        else:
            await inbox.finish(work, waiting.place, now)
        await troubles.too_many(work, update.effective_user.id if update.effective_user else 0, now)
        return True

    def _ruling(self, waiting: Waiting, update: Update, now: datetime) -> Ruling:
        """When it is handled; told once a batch, for each time it is told counts."""
        if waiting.place in self._taken_up:
            return Ruling.NOW
        if waiting.place not in self._ruled:
            self._ruled[waiting.place] = self._patience.ruling(update, now)
        return self._ruled[waiting.place]

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
