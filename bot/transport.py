"""python-telegram-bot's line to the server, over aiohttp: several calls in flight without httpx's pool walk.

Measured by the facts in docs/decisions/0003-transport.md.
"""

from collections.abc import Callable
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

Hear = Callable[[str | None], None]


class NotSent(NetworkError):
    """The server did not do it: no connection was made, or it said itself that it is in trouble."""


# A 504 is none of them: behind the gateway that lost patience the call may have been done.
_IN_TROUBLE = frozenset({500, 502, 503})


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
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=self._connections))

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

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
        """One call; (status, body). NotSent when no connection was made, TimedOut and NetworkError when unsure."""
        if self._session is None:
            raise NotSent("the line is not open")
        seconds = read_timeout if isinstance(read_timeout, (int, float)) else self._seconds
        timeout = aiohttp.ClientTimeout(total=seconds + 5, sock_connect=10, sock_read=seconds)
        try:
            async with self._session.request(method, url, data=_body(request_data), timeout=timeout) as answer:
                body = await answer.read()
                self._hear(answer.headers.get("Date"))
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(f"no connection: {type(error).__name__}") from error
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(f"the line broke: {type(error).__name__}") from error
        if answer.status in _IN_TROUBLE:
            raise NotSent(f"the server is in trouble: {answer.status}")
        return answer.status, body


def _body(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None:
        return None
    files = data.multipart_data
    if not files:
        return data.json_parameters or None
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)  # a file keeps its Chinese name
    for name, (filename, content, mime) in files.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
