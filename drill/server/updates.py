"""The queue of updates that wait for the bot, with the rules by which Telegram's own server keeps and forgets them.

From the server's source (tdlib/telegram-bot-api): updates below the offset are forgotten on receipt of the request; an
offset far from the queue is read as its head; the same offset again within half a second gets one update, within three
seconds a longer wait; a poll that has to wait throws out the one that waits already, with 409; messages are kept for 24
hours from their date, callback queries for 150 seconds; after a quiet week ids begin anew at random.
"""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.clock import Clock
from drill.server.errors import ApiError, Json, conflict
from drill.server.faults import Faults

KINDS = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "message_reaction_count",
)
ONLY_WHEN_ASKED = frozenset(["chat_member", "message_reaction", "message_reaction_count"])
USUAL_KINDS = frozenset(KINDS) - ONLY_WHEN_ASKED
DAY = 24 * 3600
CALLBACK_SECONDS = 150
LONGEST_POLL = 50
WAIT_AFTER_NEWS = 0.002
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


@dataclass(frozen=True, eq=False)
class Queued:
    """An update; `lane` is the webhook queue in which it keeps its order: its chat, or the presser."""

    id: int
    kind: str
    payload: Json
    born: datetime
    expires: datetime
    lane: tuple[str, int]
    chat_id: int
    message_id: int | None

    def body(self) -> Json:
        """The Update object."""
        return {"update_id": self.id, self.kind: self.payload}


class UpdateQueue:
    """Updates in order of their ids, until confirmed or expired."""

    def __init__(self, clock: Clock, chance: random.Random, faults: Faults) -> None:
        self.clock = clock
        self.chance = chance
        self.faults = faults
        self.allowed: frozenset[str] = USUAL_KINDS
        self.pending: dict[int, Queued] = {}
        self.everything: dict[int, Queued] = {}
        self.offered: dict[int, datetime] = {}
        self.confirmed: dict[int, datetime] = {}
        self.expired: list[Queued] = []
        self.webhook: Callable[[Queued], None] | None = None
        self.polls = 0
        self.last_poll: datetime | None = None
        self._next_id = chance.randrange(100_000_000, 900_000_000)
        self._last_put: datetime | None = None
        self._soonest_end = clock.now()
        self._waiter: asyncio.Future[bool] | None = None
        self._previous_offset = -1
        self._previous_start = float("-inf")
        self._next_conflict = float("-inf")

    def allow(self, kinds: list[str] | None) -> None:
        """The list of wanted kinds: None keeps the last one, an empty list means the usual ones."""
        if kinds is not None:
            self.allowed = (frozenset(kinds) & frozenset(KINDS)) or USUAL_KINDS

    def put(
        self, kind: str, payload: Json, *, lane: tuple[str, int], chat_id: int, message_id: int | None = None
    ) -> Queued | None:
        """Queue an update if its kind is wanted, and wake who waits for it."""
        if kind not in self.allowed:
            return None
        now = self.clock.now()
        lifetime = CALLBACK_SECONDS if kind == "callback_query" else DAY
        expires = now + timedelta(seconds=lifetime)
        update = Queued(self._new_id(now), kind, payload, now, expires, lane, chat_id, message_id)
        self._soonest_end = min(self._soonest_end, expires) if self.pending else expires
        self.pending[update.id] = self.everything[update.id] = update
        if self.webhook is not None:
            self.webhook(update)
        elif self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(True)
        return update

    def _new_id(self, now: datetime) -> int:
        if self._last_put is not None and now - self._last_put > timedelta(days=7):
            self._next_id = self.chance.randrange(100_000_000, 900_000_000)
        self._last_put = now
        self._next_id += 1
        return self._next_id - 1

    def drop_expired(self) -> None:
        """Forget what is too old."""
        now = self.clock.now()
        if now < self._soonest_end:
            return
        for update in [u for u in self.pending.values() if u.expires <= now]:
            self.give_up(update)
        self._soonest_end = min((u.expires for u in self.pending.values()), default=now)

    def give_up(self, update: Queued) -> None:
        """Forget an update that the bot never took."""
        if self.pending.pop(update.id, None) is not None:
            self.expired.append(update)

    def drop_all(self) -> None:
        """Forget everything that waits, unread."""
        self.pending.clear()

    def forget(self, update_id: int) -> None:
        """The bot has it."""
        if self.pending.pop(update_id, None) is not None:
            self.confirmed[update_id] = self.clock.now()

    def _from(self, offset: int) -> int:
        """Where reading starts: the offset, or the queue's head or tail when it makes no sense as one."""
        if not self.pending:
            return self._next_id if offset > self._next_id + 10 else max(offset, 0)
        ids = sorted(self.pending)
        if offset < 0:
            return ids[max(0, len(ids) + offset)]
        too_far = offset > self._next_id + 10 or offset < ids[0] - 100_000
        return ids[0] if offset == 0 or too_far else offset

    def take(self, offset: int, limit: int) -> list[Queued]:
        """Confirm all below the offset and read up to `limit` from there."""
        self.drop_expired()
        start = self._from(offset)
        again: list[Queued] = []
        for update_id in [i for i in self.pending if i < start]:
            if self.faults.draw("getUpdates", None, ("duplicate",)):
                again.append(self.pending[update_id])
            self.forget(update_id)
        batch = (again + list(self.pending.values()))[:limit]
        if len(batch) > 1 and self.faults.draw("getUpdates", None, ("reorder",)):
            self.faults.chance.shuffle(batch)
        now = self.clock.now()
        for update in batch:
            self.offered.setdefault(update.id, now)
        return batch

    async def poll(self, offset: int, limit: int, patience: float) -> list[Queued]:
        """getUpdates: what waits, or what comes within `patience` of the clock's seconds.

        ApiError 409 when another poll comes between or a webhook is set."""
        if self.webhook is not None:
            raise await self._conflict(WEBHOOK_ACTIVE)
        self.polls += 1
        self.last_poll = self.clock.now()
        limit, patience = self._patience(offset, limit, patience)
        batch = self.take(offset, limit)
        if batch or patience <= 0:
            return batch
        self.interrupt()
        if not await self._news(patience):
            raise await self._conflict(WEBHOOK_ACTIVE if self.webhook else OTHER_POLLER)
        return self.take(offset, limit)

    def _patience(self, offset: int, limit: int, timeout: float) -> tuple[int, float]:
        now = self.clock.monotonic()
        since = now - self._previous_start
        if offset == self._previous_offset:
            timeout = 3 if timeout < 3 and since < 3 else timeout
            limit = 1 if since < 0.5 else limit
        self._previous_offset, self._previous_start = offset, now
        return limit, min(timeout, LONGEST_POLL)

    async def _news(self, seconds: float) -> bool:
        """Wait for an update or the end of patience; False when thrown out."""
        waiter: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiter = waiter
        patience = asyncio.create_task(self.clock.sleep(seconds))
        try:
            either: set[asyncio.Future[Any]] = {waiter, patience}
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            stays = waiter.result() if waiter.done() else True
            if waiter.done() and stays:
                await self.clock.sleep(WAIT_AFTER_NEWS)
            return stays
        finally:
            patience.cancel()
            if self._waiter is waiter:
                self._waiter = None

    def interrupt(self) -> None:
        """Throw out the poll that waits."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(False)

    async def _conflict(self, what: str) -> ApiError:
        """The 409: at once, but not more often than once in three seconds."""
        now = self.clock.monotonic()
        if now < self._next_conflict:
            await self.clock.sleep(3)
        else:
            self._next_conflict = now + 3
        return conflict(what)
