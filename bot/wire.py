"""HTTP as nearly every call to the Bot API needs it: a JSON object there, one back, on connections that stay open.

aiohttp's client can do all that HTTP can, and takes three times as long over it; here is what RFC 9112 asks of a client
that sends a body of known length and reads any answer. Why: docs/decisions/0003-line.md.
"""

import asyncio
import ssl
from base64 import b64encode
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

CONNECT_SECONDS = 10.0
KEPT_SECONDS = 15.0
"""How long a connection may lie idle and be used again: servers hang up after a while, unheard until one speaks."""
_HAPPY_SECONDS = 0.25
"""After so long without a connection the next address of the server is tried beside the first (RFC 8305)."""
_LONGEST_HEAD = 2**16
_NO_BODY = frozenset({204, 304})


class NoConnection(Exception):
    """The server was not reached: nothing was said to it."""


class LineBroke(Exception):
    """Something was said, and no whole answer came back."""


@dataclass(frozen=True)
class Answer:
    """What the server said; `date` as it wrote it."""

    status: int
    date: str | None
    body: bytes


@dataclass(frozen=True)
class _Target:
    """Where an address leads to, and the head of what is said there, up to its length."""

    host: str
    port: int
    secure: bool
    head: bytes


class Wire:
    """Connections to one server, each used by one call at a time."""

    def __init__(self) -> None:
        self._idle: deque[_Connection] = deque()
        self._trust: ssl.SSLContext | None = None

    async def post(self, url: str, body: bytes, seconds: float) -> Answer:
        """Say it, and wait so long for the whole answer. NoConnection, LineBroke, TimeoutError where there is none."""
        target = _target(url)
        connection = self._standing() or await self._connect(target)
        try:
            async with asyncio.timeout(seconds):
                connection.say(b"%s%d\r\n\r\n%s" % (target.head, len(body), body))
                answer = await connection.answer()
        except BaseException:
            connection.drop()
            raise
        self._keep(connection)
        return answer

    async def close(self) -> None:
        """Hang up."""
        while self._idle:
            await self._idle.pop().dropped()

    def _standing(self) -> "_Connection | None":
        """The connection that was used last, where it still stands."""
        self._drop_old()
        while self._idle:
            connection = self._idle.pop()
            if connection.stands:
                return connection
            connection.drop()
        return None

    def _keep(self, connection: "_Connection") -> None:
        if connection.stands:
            connection.idle_since = asyncio.get_running_loop().time()
            self._idle.append(connection)
        else:
            connection.drop()

    def _drop_old(self) -> None:
        oldest = asyncio.get_running_loop().time() - KEPT_SECONDS
        while self._idle and self._idle[0].idle_since < oldest:
            self._idle.popleft().drop()

    async def _connect(self, target: _Target) -> "_Connection":
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                streams = await asyncio.open_connection(
                    target.host,
                    target.port,
                    ssl=self._trusted() if target.secure else None,
                    limit=_LONGEST_HEAD,
                    happy_eyeballs_delay=_HAPPY_SECONDS,
                )
        except OSError as error:  # TimeoutError and ssl.SSLError are such, too
            raise NoConnection(type(error).__name__) from error
        return _Connection(*streams)

    def _trusted(self) -> ssl.SSLContext:
        if self._trust is None:
            self._trust = ssl.create_default_context()
        return self._trust


class _Connection:
    """One connection, on which the answer to what was said is the next that comes."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._lasts = True
        self.idle_since = 0.0

    @property
    def stands(self) -> bool:
        """Whether neither side has hung up, as far as is known."""
        return self._lasts and not self._reader.at_eof() and not self._writer.is_closing()

    def say(self, words: bytes) -> None:
        """Write it; what the system does not take at once goes out while the answer is waited for."""
        self._writer.write(words)

    async def answer(self) -> Answer:
        """The next answer, whole; LineBroke when it is not to be had or not to be read."""
        try:
            status, fields = await self._head()
            while 100 <= status < 200:  # said in between; the answer follows
                status, fields = await self._head()
            return Answer(status, fields.get("date"), await self._body(status, fields))
        except (OSError, EOFError, ValueError, asyncio.LimitOverrunError) as error:
            raise LineBroke(type(error).__name__) from error

    async def _head(self) -> tuple[int, Mapping[str, str]]:
        """Status and fields, their names in small letters; ValueError when it is none of HTTP's."""
        first, *lines = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        version, status, *_ = first.split(" ", 2)
        if not version.startswith("HTTP/1."):
            raise ValueError(version)
        fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        self._lasts = version == "HTTP/1.1" and "close" not in fields.get("connection", "").lower()
        return int(status), fields

    async def _body(self, status: int, fields: Mapping[str, str]) -> bytes:
        """As RFC 9112, section 6.3, says how long it is."""
        if status in _NO_BODY:
            return b""
        if fields.get("transfer-encoding", "").lower() == "chunked":
            return await self._chunks()
        if "content-length" in fields:
            return await self._reader.readexactly(int(fields["content-length"]))
        self._lasts = False
        return await self._reader.read()

    async def _chunks(self) -> bytes:
        chunks: list[bytes] = []
        while size := int((await self._reader.readuntil(b"\r\n")).partition(b";")[0], 16):
            chunks.append(await self._reader.readexactly(size))
            if await self._reader.readexactly(2) != b"\r\n":
                raise ValueError("a chunk that does not end")
        while await self._reader.readuntil(b"\r\n") != b"\r\n":
            pass  # fields behind the body, which nobody here asks for
        return b"".join(chunks)

    def drop(self) -> None:
        """Hang up at once: an answer that is still on its way is nobody's any more."""
        self._writer.transport.abort()

    async def dropped(self) -> None:
        """Hang up, and wait until that is done."""
        self.drop()
        try:
            await self._writer.wait_closed()
        except OSError:
            return


@lru_cache(64)
def _target(url: str) -> _Target:
    parts = urlsplit(url)
    secure = parts.scheme == "https"
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~")
    lines = [f"POST {path} HTTP/1.1", f"Host: {parts.netloc.rpartition('@')[2]}", "User-Agent: gridwarden"]
    if parts.username is not None:
        account = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        lines.append(f"Authorization: Basic {b64encode(account.encode()).decode()}")
    lines += ["Content-Type: application/json", "Content-Length: "]
    return _Target(parts.hostname or "", parts.port or (443 if secure else 80), secure, "\r\n".join(lines).encode())
