"""The line to the server, over aiohttp: several calls in flight without the pool walk of httpx.

python-telegram-bot speaks through it as through any request class of its own. Most of what the bot says goes the short
way (`say`): values as the Bot API knows them, one JSON object there, one back, and no object for each.
Why: docs/decisions/0003-line.md.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import aiohttp
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, RequestData

Hear = Callable[[str | None], None]
Body = bytes | aiohttp.FormData | dict[str, str] | None


class NotSent(NetworkError):
    """The server did not do it: no connection was made, or it said itself that it is in trouble."""


# A 504 is none of them: behind the gateway that lost patience the call may have been done.
_IN_TROUBLE = frozenset({500, 502, 503})
_REFUSALS: Mapping[int, Callable[[str], TelegramError]] = {
    400: BadRequest,
    401: InvalidToken,
    403: Forbidden,
    404: InvalidToken,
    409: Conflict,
}
_JSON = {"Content-Type": "application/json"}
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class AiohttpRequest(BaseRequest):
    """A request class for an Application; `hear` is told the date of every answer, `seconds` bounds a call that names
    no time of its own."""

    def __init__(self, hear: Hear, seconds: float = 20.0, connections: int = 32) -> None:
        self._hear = hear
        self._seconds = seconds
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds after which an unanswered call is given up."""
        return self._seconds

    async def initialize(self) -> None:
        """Open the pool; it lives until `shutdown`."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections), cookie_jar=aiohttp.DummyCookieJar()
            )

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def say(self, url: str, fields: Mapping[str, object]) -> Any:
        """A call that carries no file; its result. TelegramError of the same kinds as from the library's own calls."""
        body = _WRITER.encode(fields).encode()
        status, told = await self._exchange("POST", url, body, _JSON, self._seconds)
        try:
            answer = json.loads(told)
            if status < 300:
                return answer["result"]
            refusal = _refusal(status, answer)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise NetworkError(f"the answer cannot be read: {status}") from error
        raise refusal

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One call of the library's; (status, body). Errors as from `say` while no answer is there."""
        seconds = read_timeout if isinstance(read_timeout, (int, float)) else self._seconds
        return await self._exchange(method, url, _body(request_data), None, seconds)

    async def _exchange(
        self, method: str, url: str, body: Body, headers: dict[str, str] | None, seconds: float
    ) -> tuple[int, bytes]:
        """(status, body). NotSent when the server surely did nothing, TimedOut and NetworkError when unsure."""
        if self._session is None:
            raise NotSent("the line is not open")
        timeout = _timeout(seconds)
        try:
            async with self._session.request(method, url, data=body, headers=headers, timeout=timeout) as answer:
                told = await answer.read()
                self._hear(answer.headers.get("Date"))
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(f"no connection: {type(error).__name__}") from error
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(f"the line broke: {type(error).__name__}") from error
        if answer.status in _IN_TROUBLE:
            raise NotSent(f"the server is in trouble: {answer.status}")
        return answer.status, told


@cache
def _timeout(seconds: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=seconds + 5, sock_connect=10, sock_read=seconds)


def _refusal(status: int, answer: Mapping[str, Any]) -> TelegramError:
    """Why it was not done, by https://core.telegram.org/bots/api#making-requests; KeyError where it does not say."""
    more = answer.get("parameters", {})
    if "migrate_to_chat_id" in more:
        return ChatMigrated(more["migrate_to_chat_id"])
    if "retry_after" in more:
        return RetryAfter(more["retry_after"])
    return _REFUSALS.get(status, NetworkError)(answer["description"])


def _body(data: RequestData | None) -> Body:
    if data is None:
        return None
    files = data.multipart_data
    if not files:
        return data.json_parameters or None
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)  # a file keeps its Chinese name
    for name, (filename, content, mime) in files.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
