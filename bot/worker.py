"""From the inbox to the routes: an update's handling and its done-mark are one transaction."""

import asyncio
import logging
import time
import traceback
from contextlib import suppress
from datetime import datetime

from telegram import Update

from actions import reading, troubles
from bot.handling import HANDLING, Handling
from bot.logs import tracing
from bot.patience import Patience, Ruling
from bot.routes import Application
from bot.shape import as_update
from bot.share import share_of
from bot.vitals import BREATH, Vitals
from domain.clock import Clock
from domain.town import Town
from handlers.context import Turn, caller_of, said_at
from storage import inbox, units
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


class Breathing:
    """Lets others have the thread, once in so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._due = asyncio.get_running_loop().time() + seconds

    async def where_due(self) -> None:
        """A pause, where one is due."""
        if asyncio.get_running_loop().time() > self._due:
            await asyncio.sleep(0)
            self._due = asyncio.get_running_loop().time() + self._seconds


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
        self.idle = asyncio.Event()
        """Set while nothing waits."""
        self._patience = Patience(town.limits.messages_per_person)
        self._taken_up: set[int] = set()
        self._ruled: dict[int, Ruling] = {}
        self._ahead: dict[int, Update] = {}
        self._share = share_of(database)
        database.listen(self._heard)

    def _heard(self, changed: frozenset[str]) -> None:
        if "inbox" in changed:
            self._wake.set()
            self.idle.clear()

    async def run(self) -> None:
        """Work until cancelled."""
        with self._vitals.living("worker"):
            while True:
                await self._calm.wait()
                self._wake.clear()
                if await self.work_off() == 0:
                    if not self._wake.is_set():
                        self.idle.set()
                    with suppress(TimeoutError):
                        async with asyncio.timeout(BREATH):
                            await self._wake.wait()

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
        await self._read_ahead(taken)
        try:
            handled = await self._work_off(taken, in_one_piece=True)
        except NotInOnePiece:
            log.info("one of %d updates is to be undone alone: once more, each in a part of its own", len(taken))
            handled = await self._work_off(taken, in_one_piece=False)
        return handled or len(taken)  # where all of it had passed on, it is asked again what is to be done

    async def _read_ahead(self, taken: list[Waiting]) -> None:
        """Read what waits and what it reports, one after another, before any of it is handled: in a row that takes two
        thirds of the time that it takes amid the rest, and where processes share a database nobody waits meanwhile."""
        async with self._database.reading() as work:
            tree = await units.tree(work)
        before, self._ahead = self._ahead, {}
        pause = Breathing(BREATHER)
        for waiting in taken:
            with suppress(Exception):  # what breaks here breaks again in its turn, and is met there
                update = before.get(waiting.place) or self._read(waiting)
                self._ahead[waiting.place] = update
                message = update.effective_message if update.callback_query is None else None
                if message is not None:
                    text = message.text or message.caption or ""
                    reading.read_ahead(self._town, tree, text, message.date, said_at(update, waiting.received_at))
            await pause.where_due()

    async def _work_off(self, taken: list[Waiting], *, in_one_piece: bool) -> int:
        handled: list[Waiting] = []
        done: list[int] = []
        pause = Breathing(BREATHER)
        async with self._database.work() as work:
            work.in_one_piece = in_one_piece
            enough = asyncio.get_running_loop().time() + BATCH_SECONDS
            for update in await self._share.held(work, taken):
                if await self._handle(work, update):
                    done.append(update.place)
                handled.append(update)
                if asyncio.get_running_loop().time() > enough:
                    break
                await pause.where_due()
            await inbox.finish(work, done, self._clock.now())
            await self._share.let_go(work, handled)
        return len(handled)

    async def _handle(self, work: Work, waiting: Waiting) -> bool:
        """Whether the update is done with: a failing one is undone alone, tried again, then set aside."""
        with tracing(waiting.update_id), work.caused_by(waiting.update_id):
            return await self._try(work, waiting)

    async def _try(self, work: Work, waiting: Waiting) -> bool:
        begun = time.monotonic()
        try:
            async with work.savepoint():
                update = self._ahead.get(waiting.place) or self._read(waiting)
                ruling = self._ruling(waiting, update, self._clock.now())
                if ruling is Ruling.NOW:
                    taken_by = await self._process(work, waiting, update)
                else:
                    taken_by = await self._put_off(work, waiting, update, ruling)
            log.info("taken by %s, %.1f ms", taken_by, 1000 * (time.monotonic() - begun))
            return ruling is not Ruling.LATER
        except (DatabaseAway, NotInOnePiece):
            raise  # the whole batch is done again: it was not the update's fault, or is to be undone alone
        except Exception as error:
            if work.in_one_piece:
                raise NotInOnePiece from error
            await self._note_failure(work, waiting, error)
            return False

    async def _put_off(self, work: Work, waiting: Waiting, update: Update, ruling: Ruling) -> str:
        """The update waits, or is passed over: its sender said too much at once. They hear of it once an hour."""
        if ruling is Ruling.LATER:
            await inbox.put_off(work, waiting.place)
        await troubles.too_many(work, update.effective_user.id if update.effective_user else 0, self._clock.now())
        return "patience"

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
            return as_update(waiting.raw, self._application.bot)
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
