"""The webhook: what Telegram pushes is answered 200 once it is committed to the inbox, and 503 when it cannot be.

Any number of processes may take it in, behind one address; who has the duty tells Telegram that address and looks after
it. Telegram pushes the next update of a chat only after the one before was taken, so each chat keeps its order.
"""

import asyncio
import hmac
import json
import logging
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from telegram.error import NetworkError, RetryAfter

from bot.intake import ALLOWED, Absence
from bot.logs import tracing
from bot.routes import Application
from bot.settings import Hook
from bot.shape import as_it_came
from bot.vitals import Vitals
from domain.clock import Clock
from storage import inbox, meta
from storage.away import DatabaseAway
from storage.database import Database
from storage.inbox import Arrived

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

log = logging.getLogger(__name__)

MOST_BYTES = 1 << 20
"""The largest updates known (a long text full of links, replying to another) have some 100 kB."""
AT_ONCE = 60
"""How many pushes Telegram may have under way, over all processes (it allows 1 to 100)."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
RETRY_AFTER = {"Retry-After": "2"}
LOOK_SECONDS = 60.0
CATCH_UP_LOOK = 1.0


class Unfit(Exception):
    """What was pushed is no update; `status` is what it is answered with."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Webhook:
    """`run` takes pushes in, in every process; `tend` is for who has the duty."""

    def __init__(
        self,
        hook: Hook,
        application: Application,
        database: Database,
        clock: Clock,
        vitals: Vitals,
        absence: Absence | None = None,
    ) -> None:
        """absence: what is told when Telegram had not been heard for long."""
        self._hook = hook
        self._application = application
        self._clock = clock
        self._database = database
        self._vitals = vitals
        self._absence = absence
        self._keeper = Keeper(database, clock)
        self.caught_up = asyncio.Event()
        """Set once nothing waits at Telegram any more that came while nobody listened."""
        self._told = False

    async def run(self) -> None:
        """Listen until cancelled; NotPossible when the place is taken."""
        from bot.serving import serving

        async with serving(self.app(), self._hook.host, self._hook.port):
            await self._keeper.run()

    def app(self) -> "Starlette":
        """The one address that answers."""
        from starlette.applications import Starlette
        from starlette.routing import Route

        return Starlette(routes=[Route(urlsplit(self._hook.url).path or "/", self._take, methods=["POST"])])

    async def _take(self, request: "Request") -> "Response":
        from starlette.responses import Response

        shown = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(shown.encode("utf-8", "surrogateescape"), self._hook.secret.encode()):
            return Response(status_code=403)
        try:
            await self._keeper.keep(_update(await _body(request)))
        except Unfit as unfit:
            return Response(status_code=unfit.status)
        except DatabaseAway as away:
            log.error("an update waits at Telegram, the database takes nothing: %s", away)
            return Response(status_code=503, headers=RETRY_AFTER)
        return Response()

    async def tend(self) -> None:
        """Until cancelled: tell Telegram the address, and again when somebody took it down."""
        with self._vitals.living("webhook"):
            await self._tend()

    async def _tend(self) -> None:
        while True:
            try:
                await self._look_after()
                await asyncio.sleep(LOOK_SECONDS if self.caught_up.is_set() else CATCH_UP_LOOK)
            except RetryAfter as wait:
                await asyncio.sleep(wait._retry_after.total_seconds())
            except NetworkError as error:
                log.warning("the webhook cannot be looked after: %s", type(error).__name__)
                await asyncio.sleep(CATCH_UP_LOOK)

    async def _look_after(self) -> None:
        bot = self._application.bot
        info = await bot.get_webhook_info()
        self._vitals.beat("webhook")  # an answer: the line lives
        if info.url != self._hook.url or not self._told:
            await bot.set_webhook(
                self._hook.url, secret_token=self._hook.secret, max_connections=AT_ONCE, allowed_updates=ALLOWED
            )
            self._told = True
            log.info("Telegram pushes to %s", self._hook.url)
        elif info.last_error_message and info.pending_update_count:
            log.warning("Telegram cannot push: %s", info.last_error_message)
        taken_in = info.url == self._hook.url and info.pending_update_count == 0
        async with self._database.work() as work:
            if self._absence is not None:
                await self._absence(work, self._clock.now())
            await meta.note_poll(work, self._clock.now(), taken_in=taken_in)
        if taken_in:
            self.caught_up.set()


class Keeper:
    """Commits what several requests brought together at once: a commit waits for the disk, not each for its own."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._waiting: dict[int, tuple[Arrived, asyncio.Future[None]]] = {}
        self._wake = asyncio.Event()

    async def keep(self, update: Arrived) -> None:
        """Return once the update is committed; DatabaseAway when it cannot be."""
        if update.update_id not in self._waiting:
            self._waiting[update.update_id] = update, asyncio.get_running_loop().create_future()
            self._wake.set()
        await asyncio.shield(self._waiting[update.update_id][1])

    async def run(self) -> None:
        """Commit until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            await self._commit()

    async def _commit(self) -> None:
        taken, self._waiting = self._waiting, {}
        trouble: Exception | None = None
        try:
            async with self._database.adding() as work:
                updates = sorted(update for update, _ in taken.values())
                await inbox.keep_updates(work, updates, self._clock.now())
            for update in updates:
                with tracing(update.update_id):
                    log.info("kept")
        except Exception as error:  # each request is to hear of it
            trouble = error
        for _, kept in taken.values():
            if trouble is None:
                kept.set_result(None)
            else:
                kept.set_exception(trouble)
                kept.exception()  # whoever asked may be gone


def _update(body: bytes) -> Arrived:
    """The update as it is kept; Unfit when it is none."""
    try:
        return as_it_came(json.loads(body))
    except (ValueError, RecursionError):
        raise Unfit(400) from None


async def _body(request: "Request") -> bytes:
    """The body; Unfit as soon as it is known to be too long, whatever its length is said to be."""
    said = request.headers.get("content-length", "")
    if said.isdigit() and int(said) > MOST_BYTES:
        raise Unfit(413)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise Unfit(413)
    return body
