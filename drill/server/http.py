"""The drill's Telegram over HTTP: the Bot API on 127.0.0.1, as a client finds it on the internet.

Reads arguments from the address, a form, a multipart body or JSON; checks the token; meets the faults that are on;
answers in Telegram's JSON. An error of the server's own is kept in `failures` and raised again by `stop`: an oracle
must not fail silently.
"""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from datetime import UTC
from email.utils import format_datetime
from typing import Any

from aiohttp import web

from drill.server.arguments import Arguments, Upload, written
from drill.server.errors import ApiError, Json, forbidden, too_many
from drill.server.faults import Kind, Switch
from drill.server.methods import METHODS, WAITING_METHODS, proper_name
from drill.server.page import add_page
from drill.server.telegram import Telegram
from drill.server.webhook import Webhook

LARGEST_BODY = 60 * 1024 * 1024
NOT_FOUND = ApiError(404, "Not Found")
BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n</body>\r\n</html>\r\n"


class Server:
    """One bot's Bot API. `url` is what a client takes as the API's address."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.webhook = Webhook(telegram.queue, telegram.clock, self._obey)
        self.failures: list[Exception] = []
        self.port = 0
        self._runner: web.AppRunner | None = None
        self._held: set[asyncio.Event] = set()

    @property
    def url(self) -> str:
        """Such as http://127.0.0.1:8081."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self, port: int = 0) -> None:
        """Listen on the port, any free one by default."""
        app = web.Application(client_max_size=LARGEST_BODY)
        app.on_response_prepare.append(self._date)
        app.router.add_route("*", "/bot{token}/{method}", self._method)
        app.router.add_get("/file/bot{token}/{path:.+}", self._file)
        add_page(app, self.telegram)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Stop listening and pushing; raises what went wrong inside."""
        await self.webhook.close()
        self.telegram.queue.interrupt()
        for held in self._held:
            held.set()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        if self.failures:
            raise ExceptionGroup("the drill server's own errors", self.failures)

    async def _date(self, request: web.Request, response: web.StreamResponse) -> None:
        """Every answer bears the date of Telegram's own clock, as the real one's do."""
        response.headers["Date"] = format_datetime(self.telegram.clock.now().astimezone(UTC), usegmt=True)

    async def _method(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.telegram.token:
            return _json(ApiError(401, "Unauthorized").body(), 401)
        method = proper_name(request.match_info["method"])
        try:
            args = await read_arguments(request)
        except ValueError:
            return _json(ApiError(400, "Bad Request: can't parse the request").body(), 400)
        self.telegram.counts.by_method[method] += 1
        await asyncio.sleep(self.telegram.faults.latency())
        fault = self.telegram.faults.draw(method, args.number("chat_id") or None, among=_AT_THE_DOOR)
        if fault is None:
            return await self._answered(method, args)
        if fault.kind in _REFUSED:
            refusal = _REFUSED[fault.kind](fault, args)
            return _json(refusal.body(), refusal.code)
        return await self._spoiled(fault, request, lambda: self._answered(method, args))

    async def _answered(self, method: str, args: Arguments) -> web.Response:
        """The true answer."""
        try:
            return _json({"ok": True, "result": await self._result(method, args)}, 200)
        except ApiError as refusal:
            self.telegram.counts.refusals[method, refusal.code, refusal.description] += 1
            return _json(refusal.body(), refusal.code)
        except Exception as failure:
            self.failures.append(failure)
            return _json(ApiError(500, "Internal Server Error").body(), 500)

    async def _result(self, method: str, args: Arguments) -> Any:
        if method in METHODS:
            return METHODS[method](self.telegram, args)
        if method in WAITING_METHODS:
            return await WAITING_METHODS[method](self.telegram, self.webhook, args)
        self.telegram.counts.unknown_methods[method] += 1
        raise NOT_FOUND

    async def _obey(self, method: str, values: Json) -> None:
        """Run a method that came in the answer to a push; nobody hears of its failure."""
        method = proper_name(method)
        if method in METHODS:
            self.telegram.counts.by_method[method] += 1
            await self._answered(method, Arguments({k: written(v) for k, v in values.items()}))

    async def _spoiled(
        self, fault: Switch, request: web.Request, answer: Callable[[], Awaitable[web.Response]]
    ) -> web.StreamResponse:
        """What the fault makes of the request."""
        if fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
            return await answer()
        if fault.kind == "timeout":
            self._unheard(await answer())
            await self._hold(fault.seconds)
            return _closed(request)
        if fault.kind == "half":
            whole = await answer()
            self._unheard(whole)
            return await _half(request, whole)
        if fault.kind == "drop":
            return _closed(request)
        return web.Response(status=502, text=BAD_GATEWAY, content_type="text/html")

    def _unheard(self, answer: web.Response) -> None:
        """Note the message that this answer, which will not arrive, tells of."""
        result = json.loads(answer.body if isinstance(answer.body, bytes) else b"{}").get("result")
        if isinstance(result, dict) and "message_id" in result and "chat" in result:
            self.telegram.counts.unanswered.add((result["chat"]["id"], result["message_id"]))

    async def _hold(self, seconds: float) -> None:
        """Keep the client waiting, in wall time, or until the server stops."""
        held = asyncio.Event()
        self._held.add(held)
        try:
            async with asyncio.timeout(seconds):
                await held.wait()
        except TimeoutError:
            return
        finally:
            self._held.discard(held)

    async def _file(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self.telegram.token:
            return _json(ApiError(401, "Unauthorized").body(), 401)
        for file in self.telegram.files.values():
            if file.path == request.match_info["path"]:
                return web.Response(body=file.data, content_type="application/octet-stream")
        return _json(NOT_FOUND.body(), 404)


def _shut_out(fault: Switch, args: Arguments) -> ApiError:
    groups = args.number("chat_id") < 0
    return forbidden("bot was kicked from the group chat" if groups else "bot was blocked by the user")


_REFUSED: dict[str, Callable[[Switch, Arguments], ApiError]] = {
    "5xx": lambda fault, args: ApiError(500, "Internal Server Error"),
    "403": _shut_out,
    "429": lambda fault, args: too_many(max(1, round(fault.seconds))),
}
_AT_THE_DOOR: tuple[Kind, ...] = ("5xx", "502", "delay", "timeout", "half", "drop", "403", "429")


def _json(body: Json, status: int) -> web.Response:
    return web.Response(body=json.dumps(body).encode(), status=status, content_type="application/json")


def _closed(request: web.Request) -> web.Response:
    """Cut the line; what is returned reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _half(request: web.Request, whole: web.Response) -> web.StreamResponse:
    """The head and half of the body, and then the line is cut."""
    body = whole.body if isinstance(whole.body, bytes) else b""
    response = web.StreamResponse(status=whole.status)
    response.content_type = "application/json"
    response.content_length = len(body)
    with contextlib.suppress(ConnectionResetError):  # the bot was killed meanwhile
        await response.prepare(request)
        await response.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()
    return response


async def read_arguments(request: web.Request) -> Arguments:
    """All arguments of a request, whichever of the four ways they came; ValueError when the body is broken."""
    values = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        body = await request.json()
        if not isinstance(body, dict):
            raise ValueError("not an object")
        values |= {name: written(value) for name, value in body.items()}
    elif request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = Upload(value.filename, value.file.read(), value.content_type)
            else:
                values[name] = value if isinstance(value, str) else bytes(value).decode()
    return Arguments(values, files)
