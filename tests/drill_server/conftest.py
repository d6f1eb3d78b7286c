"""A Telegram, its server on a free port, and a bare client whose answers are all checked against the published API."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from api_schema import check_answer
from hand_clock import HandClock

from drill.server.http import Server
from drill.server.telegram import Telegram


class Api:
    """The bot's end of the line, bare."""

    def __init__(self, server: Server, session: aiohttp.ClientSession) -> None:
        self.server = server
        self.session = session
        self.base = f"{server.url}/bot{server.telegram.token}"

    async def call(self, method: str, **args: Any) -> dict[str, Any]:
        """The answer's body, whether it is a result or a refusal."""
        async with self.session.post(f"{self.base}/{method}", json=args) as answer:
            body = await answer.json()
        assert body["ok"] == (answer.status == 200)
        if not body["ok"]:
            assert body["error_code"] == answer.status
        else:
            check_answer(method, body["result"])
        return body

    async def ok(self, method: str, **args: Any) -> Any:
        """The result of a call that must go well."""
        body = await self.call(method, **args)
        assert body["ok"], body
        return body["result"]

    async def refused(self, method: str, **args: Any) -> str:
        """The description of a call that must be refused, with its code in front."""
        body = await self.call(method, **args)
        assert not body["ok"], body
        return f"{body['error_code']} {body['description']}"

    async def updates(self, offset: int = 0, **args: Any) -> list[dict[str, Any]]:
        """What waits, without waiting."""
        return [u.body() for u in self.server.telegram.queue.take(offset, args.get("limit", 100))]


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def telegram(clock: HandClock) -> Telegram:
    return Telegram(clock)


@pytest.fixture
async def api(telegram: Telegram) -> AsyncIterator[Api]:
    server = Server(telegram)
    await server.start()
    async with aiohttp.ClientSession() as session:
        yield Api(server, session)
    await server.stop()
