"""Polling: updates are on disk before Telegram is told that it may forget them."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

import aiohttp

from bot.logs import tracing
from bot.shape import Misshapen, as_it_came
from bot.transport import Hear
from bot.vitals import Vitals
from domain.clock import Clock
from storage import inbox, meta
from storage.database import Database
from storage.inbox import Arrived
from storage.work import Work

log = logging.getLogger(__name__)

POLL_SECONDS = 30
MOST_UPDATES = 100
SAME_AGAIN = 0.5
"""Who asks for the same once more within so many seconds gets one update, whatever lies there:
https://github.com/tdlib/telegram-bot-api (Client.cpp, process_get_updates_query)."""
HEAD_START = 0.3
"""Seconds for which handling waits while more lies at Telegram than one poll brings: on disk first, then understood."""
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "message_reaction"]


# Told in the unit of work of each poll that Telegram answered, before that is noted.
Absence = Callable[[Work, datetime], Awaitable[None]]


class Refused(Exception):
    """Telegram answered, and said no."""

    def __init__(self, code: int, description: str, retry_after: float) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.retry_after = retry_after


class Garbled(Exception):
    """What came is no answer of a Bot API server's."""


class Intake:
    """The one reader of getUpdates. It advances only past what is committed."""

    def __init__(
        self,
        api: str,
        token: str,
        database: Database,
        clock: Clock,
        vitals: Vitals,
        hear: Hear,
        *,
        poll_seconds: int = POLL_SECONDS,
        absence: Absence | None = None,
    ) -> None:
        """absence: what is told when Telegram had not been heard for long."""
        self._api = f"{api}/bot{token}"
        self._database = database
        self._clock = clock
        self._vitals = vitals
        self._hear = hear
        self._poll_seconds = poll_seconds
        self._absence = absence
        self._offset: int | None = None
        self._session: aiohttp.ClientSession | None = None
        self._in_a_rush = False
        self._asked: tuple[int | None, float] | None = None
        """Where the last poll began, and when."""
        self.calm = asyncio.Event()
        """Whether the worker may go on: not while a rush is being taken in, for HEAD_START of it at most."""
        self.calm.set()
        self.caught_up = asyncio.Event()
        """Set once everything that waited at Telegram when we started is on disk."""

    async def run(self) -> None:
        """Poll until cancelled; whatever goes wrong on the line is tried again."""
        with self._vitals.living("intake"):
            await self._poll()

    async def _poll(self) -> None:
        pause = 0.0
        while True:
            try:
                await self.poll_once()
                pause = 0.0
            except Refused as refusal:
                await self._after_refusal(refusal)
            except (aiohttp.ClientError, TimeoutError, Garbled) as error:
                pause = min(30.0, pause * 2 or 0.5)
                log.warning("poll failed, again in %.1f s: %s", pause, type(error).__name__)
                await asyncio.sleep(pause)

    async def close(self) -> None:
        """Hang up."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def poll_once(self) -> int:
        """Fetch one batch, commit it, and only then move on; how many updates came.

        Behind a full batch it is asked at once whether there is more: for that alone the worker waits.
        """
        patience = self._poll_seconds if self.caught_up.is_set() and not self._in_a_rush else 0
        asked: dict[str, Any] = {"timeout": patience, "limit": MOST_UPDATES, "allowed_updates": ALLOWED}
        if self._offset is not None:
            asked["offset"] = self._offset
        cut = self._is_asked_again()
        updates = _usable(await self._call("getUpdates", asked, self._poll_seconds + 15))
        all_taken = len(updates) < MOST_UPDATES and not (cut and updates)
        now = self._clock.now()
        async with self._database.work() as work:
            if updates:
                await inbox.keep_updates(work, updates, now)
            if self._absence is not None:
                await self._absence(work, now)
            await meta.note_poll(work, now, taken_in=all_taken)
        _log_kept(updates)
        if updates:
            self._offset = updates[-1].update_id + 1
        if all_taken:
            self.caught_up.set()
        self._give_way(rush=len(updates) == MOST_UPDATES)
        return len(updates)

    def _is_asked_again(self) -> bool:
        """Whether the last poll asked for the same a moment ago: then this one may bring less than there is."""
        before, self._asked = self._asked, (self._offset, self._clock.monotonic())
        return before is not None and before[0] == self._offset and self._asked[1] - before[1] < SAME_AGAIN

    def _give_way(self, *, rush: bool) -> None:
        """Hold the worker up from the first full batch of a rush on."""
        if rush and not self._in_a_rush:
            self.calm.clear()
            asyncio.get_running_loop().call_later(HEAD_START, self.calm.set)
        elif not rush:
            self.calm.set()
        self._in_a_rush = rush

    async def _after_refusal(self, refusal: Refused) -> None:
        """Wait as long as Telegram asks; a webhook that stands in the way is taken down, keeping what waits in it."""
        log.warning("Telegram refused the poll: %s", refusal)
        if refusal.code == 429:
            self._vitals.refused["poll"] += 1
        if refusal.code == 409 and "webhook" in str(refusal).lower():
            await self._call("deleteWebhook", {"drop_pending_updates": False}, 15)
        else:
            await asyncio.sleep(refusal.retry_after)

    async def _call(self, method: str, asked: dict[str, Any], seconds: float) -> Any:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        timeout = aiohttp.ClientTimeout(total=seconds)
        async with self._session.post(f"{self._api}/{method}", json=asked, timeout=timeout) as answer:
            said = _read(await answer.read())
            self._hear(answer.headers.get("Date"))
        self._vitals.beat("intake")  # an answer, whatever it says: the line lives
        if not said.get("ok"):
            raise _refusal(said, answer.status)
        return said.get("result")


def _log_kept(updates: Sequence[Arrived]) -> None:
    if log.isEnabledFor(logging.INFO):
        for update in updates:
            with tracing(update.update_id):
                log.info("kept")


def _read(body: bytes) -> dict[str, Any]:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise Garbled("no JSON") from error
    if not isinstance(said, dict):
        raise Garbled("no answer of a Bot API server's")
    return said


def _refusal(said: dict[str, Any], status: int) -> Refused:
    try:
        after = float(said.get("parameters", {}).get("retry_after", 3.0))
        return Refused(int(said.get("error_code", status)), str(said.get("description", "")), after)
    except (AttributeError, TypeError, ValueError) as error:
        raise Garbled("a refusal that is none") from error


def _usable(result: Any) -> list[Arrived]:
    """The updates in the order of their ids: a line that shuffles does not change who spoke first. What has no id under
    which it could be kept is passed over, and holds up no other; Garbled when there is nothing else."""
    if not isinstance(result, list):
        raise Garbled("no list of updates")
    usable = []
    for update in result:
        try:
            usable.append(as_it_came(update))
        except Misshapen as error:
            log.error("an update cannot be kept, and is passed over: %s", error)
    if result and not usable:
        raise Garbled("no update that could be kept")
    return sorted(usable)
