"""Updates pushed to the bot's own address, with the order, the patience and the retries of Telegram's server.

From its source (WebhookActor.cpp): one request at a time in each lane (a chat; for taps the person), at most
`max_connections` in all; the first repeat after a second, then twice as long each time up to 60-120 s, or what
`Retry-After` says up to an hour; an update that would expire meanwhile is dropped.
"""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import aiohttp

from domain.clock import Clock
from drill.server.errors import Json
from drill.server.updates import Queued, UpdateQueue

Lane = tuple[str, int]
WALL_SECONDS_TO_ANSWER = 60
LONGEST_RETRY_AFTER = 3600
RESEND_TIMEOUT = 60


@dataclass(frozen=True)
class Target:
    """Where to push."""

    url: str
    secret: str = ""
    max_connections: int = 40
    ip_address: str = ""


class _FailedError(Exception):
    def __init__(self, why: str, retry_after: int = 0) -> None:
        super().__init__(why)
        self.retry_after = retry_after


class Webhook:
    """Pushes the queue's updates while a target is set. `execute` runs a method that the bot puts into its answer."""

    def __init__(self, queue: UpdateQueue, clock: Clock, execute: Callable[[str, Json], Awaitable[object]]) -> None:
        self.queue = queue
        self.clock = clock
        self.execute = execute
        self.target: Target | None = None
        self.last_error: tuple[int, str] | None = None
        self.pushes = 0
        self._lanes: dict[Lane, asyncio.Task[None]] = {}
        self._waiting: defaultdict[Lane, deque[Queued]] = defaultdict(deque)
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(40)

    async def point(self, target: Target | None) -> None:
        """Push to the target from now on, or stop pushing (None)."""
        await self._halt()
        self.target = target
        self.queue.webhook = self._arrived if target else None
        self.last_error = None
        if target is not None:
            self.queue.interrupt()
            self._slots = asyncio.Semaphore(target.max_connections)
            for update in list(self.queue.pending.values()):
                self._arrived(update)

    async def close(self) -> None:
        """Stop, and let go of all connections."""
        await self._halt()
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _halt(self) -> None:
        tasks = list(self._lanes.values())
        self._lanes.clear()
        self._waiting.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _arrived(self, update: Queued) -> None:
        self._waiting[update.lane].append(update)
        if update.lane not in self._lanes:
            self._lanes[update.lane] = asyncio.get_running_loop().create_task(self._drain(update.lane))

    async def _drain(self, lane: Lane) -> None:
        """Push the lane's updates one after the other until none is left."""
        try:
            while (update := self._first(lane)) is not None:
                await self._push(update)
        finally:
            if self._lanes.get(lane) is asyncio.current_task():
                del self._lanes[lane]

    def _first(self, lane: Lane) -> Queued | None:
        self.queue.drop_expired()
        waiting = self._waiting[lane]
        while waiting and waiting[0].id not in self.queue.pending:
            waiting.popleft()
        return waiting[0] if waiting else None

    async def _push(self, update: Queued) -> None:
        """Until the bot takes it or it expires."""
        delay, failures = 1.0, 0
        while update.id in self.queue.pending:
            try:
                async with self._slots:
                    self.queue.offered.setdefault(update.id, self.clock.now())
                    await self._request(update)
            except _FailedError as failed:
                self.last_error = (int(self.clock.now().timestamp()), str(failed))
                if not failed.retry_after and failures:
                    delay = min(self.queue.chance.uniform(RESEND_TIMEOUT, 2 * RESEND_TIMEOUT), delay * 2)
                failures += 1
                wait = failed.retry_after or delay
                if self.clock.now() + timedelta(seconds=wait) > update.expires:
                    self.queue.give_up(update)
                else:
                    await self.clock.sleep(wait)
            else:
                if not self.queue.faults.draw("getUpdates", None, ("duplicate",)):
                    self.queue.forget(update.id)

    async def _request(self, update: Queued) -> None:
        target = self.target
        if target is None:
            return
        if self._session is None:
            self._session = aiohttp.ClientSession()
        self.pushes += 1
        headers = {"Content-Type": "application/json"}
        if target.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = target.secret
        patience = aiohttp.ClientTimeout(total=WALL_SECONDS_TO_ANSWER)
        body = json.dumps(update.body()).encode()
        try:
            async with self._session.post(target.url, data=body, headers=headers, timeout=patience) as answer:
                text = await answer.text()
        except TimeoutError:
            raise _FailedError("Read timeout expired") from None
        except aiohttp.ClientConnectorError:
            raise _FailedError("Connection refused") from None
        except aiohttp.ClientError:
            raise _FailedError("Connection closed") from None
        if not 200 <= answer.status <= 299:
            wish = answer.headers.get("Retry-After", "")
            retry_after = min(LONGEST_RETRY_AFTER, int(wish)) if wish.isdigit() else 0
            raise _FailedError(f"Wrong response from the webhook: {answer.status} {answer.reason}", retry_after)
        await self._obey(text)

    async def _obey(self, text: str) -> None:
        """Run the method that the answer names, if it names one."""
        try:
            wish = json.loads(text)
        except ValueError:
            return
        if isinstance(wish, dict) and isinstance(wish.get("method"), str):
            await self.execute(wish["method"], {k: v for k, v in wish.items() if k != "method"})
