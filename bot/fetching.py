"""Files that people sent: fetched from Telegram outside of any transaction, then handed to the actions."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from telegram.error import BadRequest, InvalidToken, TelegramError

from actions import imports
from actions import uploads as actions
from actions.sheets import MOST_BYTES
from bot.logs import tracing
from bot.routes import Application
from domain.clock import Clock
from domain.errors import Refusal
from domain.town import Town
from storage import uploads
from storage.away import DatabaseAway
from storage.database import Database
from storage.uploads import Upload
from storage.work import Work

log = logging.getLogger(__name__)


class TooBig(Exception):
    """The file is larger than any table that is read."""


class Fetcher:
    """Fetches noted documents one after the other; a restart goes on where it was."""

    def __init__(self, application: Application, database: Database, town: Town, clock: Clock) -> None:
        self._application = application
        self._town = town
        self._database = database
        self._clock = clock
        self._wake = asyncio.Event()
        database.listen(self._heard)

    def _heard(self, changed: frozenset[str]) -> None:
        if "uploads" in changed:
            self._wake.set()

    async def run(self) -> None:
        """Fetch until cancelled."""
        while True:
            self._wake.clear()
            if await self.fetch_ready() == 0:
                pause = await self._pause()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await self._wake.wait()

    async def fetch_ready(self) -> int:
        """Fetch what may be fetched now; how many files were tried."""
        async with self._database.reading() as work:
            waiting = await uploads.waiting(work, self._clock.now())
        for upload in waiting:
            with tracing(upload.update_id):
                await self._fetch(upload)
        return len(waiting)

    async def _pause(self) -> float | None:
        """Seconds of the wall clock until one that failed may be tried again; None when nothing waits."""
        now = self._clock.now()
        async with self._database.reading() as work:
            due = await uploads.next_due(work, now)
        return None if due is None else max(0.0, (due - now).total_seconds()) / self._clock.speed

    async def _fetch(self, upload: Upload) -> None:
        try:
            data = await self._download(upload.file_id)
        except (TooBig, BadRequest, InvalidToken) as error:
            log.warning("document %s cannot be fetched: %s", upload.id, type(error).__name__)
            async with self._work_for(upload) as work:
                await actions.not_fetched(work, upload, self._clock.now(), final=True)
        except TelegramError as error:
            log.warning("document %s did not come: %s", upload.id, type(error).__name__)
            async with self._work_for(upload) as work:
                await actions.not_fetched(work, upload, self._clock.now())
        else:
            log.info("document %s fetched, %d bytes", upload.id, len(data))
            await self._hand_over(upload, data)

    async def _hand_over(self, upload: Upload, data: bytes) -> None:
        """A file that breaks the reading of it must not break the program, nor be tried for ever."""
        try:
            await self._read(upload, data)
        except DatabaseAway:
            raise  # not the file's fault: it is fetched again
        except Exception:
            log.exception("document %s could not be handled", upload.id)
            async with self._work_for(upload) as work:
                await actions.not_fetched(work, upload, self._clock.now(), final=True)

    async def _read(self, upload: Upload, data: bytes) -> None:
        """Nobody waits while it is read: neither who speaks to the bot nor who would write to the database."""
        async with self._database.reading() as work:
            known = await imports.known(work)
        try:
            table = await asyncio.to_thread(actions.read, self._town, upload, data, known)
        except Refusal as refusal:
            log.info("document %s is refused: %s", upload.id, refusal.key)
            async with self._work_for(upload) as work:
                await actions.refused(work, upload, refusal, self._clock.now())
        else:
            async with self._work_for(upload) as work:
                await actions.fetched(work, upload, table, self._clock.now())

    @contextlib.asynccontextmanager
    async def _work_for(self, upload: Upload) -> AsyncIterator[Work]:
        """A unit of work of which all is the doing of the update that brought the document."""
        async with self._database.work() as work:
            with work.caused_by(upload.update_id):
                yield work

    async def _download(self, file_id: str) -> bytes:
        """The file's bytes. TooBig by what Telegram says of its size, before it is fetched."""
        file = await self._application.bot.get_file(file_id)
        if (file.file_size or 0) > MOST_BYTES:
            raise TooBig
        return bytes(await file.download_as_bytearray())
