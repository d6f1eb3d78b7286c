"""Token, webhook secret, keys and passwords: in no line of the log, no row of the database, nothing that is printed."""

import asyncio
import contextlib
import io
import logging
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from pydantic import SecretStr

from bot.logs import writer
from bot.settings import Settings
from tests.security.test_numbers import PATIENT
from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.stage import KEY, Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
OURS = ("actions", "bot", "handlers", "scheduler", "storage")
Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def _cuts(request: web.Request) -> web.StreamResponse:
    """Hangs up in the middle of it."""
    assert request.transport is not None
    request.transport.close()
    return web.Response()


async def _refuses(request: web.Request) -> web.StreamResponse:
    """Does not know the token."""
    return web.json_response({"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401)


async def _quotes(request: web.Request) -> web.StreamResponse:
    """Some proxy's page, which quotes the address."""
    return web.Response(text=f"<html>no such page: {request.path}</html>", status=404)


async def _is_elsewhere(request: web.Request) -> web.StreamResponse:
    """Sends on to where nobody is."""
    raise web.HTTPFound(f"http://127.0.0.1:1{request.path}")


async def _is_in_trouble(request: web.Request) -> web.StreamResponse:
    """A gateway that reaches nobody."""
    return web.Response(text=f"bad gateway: {request.path}", status=502)


TROUBLES: dict[str, Answering | None] = {
    "nobody listens": None,
    "cut": _cuts,
    "refused": _refuses,
    "quoted": _quotes,
    "elsewhere": _is_elsewhere,
    "gateway": _is_in_trouble,
}


@contextlib.contextmanager
def logged(*secrets: str) -> Iterator[tuple[io.StringIO, io.StringIO]]:
    """All that is logged meanwhile at the finest level, as it is written, and our own lines as they were said."""
    written, said, root = io.StringIO(), io.StringIO(), logging.getLogger()
    before = root.level
    raw = logging.StreamHandler(said)
    raw.addFilter(lambda record: record.name.split(".")[0] in OURS)
    handlers = (raw, writer(written, "text", *secrets))
    for handler in handlers:
        root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield written, said
    finally:
        root.setLevel(before)
        for handler in handlers:
            root.removeHandler(handler)


def kept(stage: Stage) -> str:
    """What became of messages, and what was set aside."""
    rows = look(stage.settings.database_url, "SELECT error FROM outbox WHERE error IS NOT NULL")
    rows += look(stage.settings.database_url, "SELECT trace FROM inbox WHERE trace IS NOT NULL")
    return "\n".join(stage.settings.vault.open(text) for (text,) in rows)


async def meet(stage: Stage, answering: Answering | None) -> None:
    """The program, with something to send and to fetch, meets a server that at first is well."""
    well = asyncio.Event()
    well.set()

    async def answer(request: web.Request) -> web.StreamResponse:
        if well.is_set() or answering is None:
            me = {"id": 7, "is_bot": True, "first_name": "x", "username": "x_bot"}
            return web.json_response({"ok": True, "result": me if "getMe" in request.path else []})
        return await answering(request)

    server = TestServer(web.Application(), port=0)
    server.app.router.add_route("*", "/{any:.*}", answer)
    await server.start_server()
    address = str(server.make_url("")).rstrip("/")
    stage.settings = stage.settings.model_copy(update={"telegram_api_url": address})
    try:
        async with stage.house() as house:
            well.clear()
            if answering is None:
                await server.close()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(0.2):
                    await house.intake.run()
            await house.fetcher.fetch_ready()
            await house.delivery.deliver_ready()
            await house.delivery.land(3.0)
    finally:
        await server.close()


@pytest.mark.parametrize("trouble", TROUBLES)
async def test_the_token_is_in_no_line_and_no_row_whatever_the_server_does(tmp_path: Path, trouble: str) -> None:
    """Our own lines do not name it to begin with; what libraries say is cleaned."""
    async with open_stage(tmp_path, MORNING, town=PATIENT) as stage:
        operator = stage.cast.people["吴运维"]
        private = stage.telegram.private(operator)
        async with stage.house() as house:
            stage.telegram.say(operator, private, "/help")
            stage.telegram.document(operator, private, "roster.csv", b"x")
            while await house.intake.poll_once() + await house.worker.work_off():
                pass
        with logged(stage.settings.token) as (written, said):
            await meet(stage, TROUBLES[trouble])
        stage.surprises.clear()
        assert "poll" in said.getvalue()
        assert "document 1" in said.getvalue()
        assert len(kept(stage)) > 3
        for text in (written.getvalue(), said.getvalue(), kept(stage)):
            assert stage.settings.token not in text
            assert stage.settings.token.split(":")[1] not in text


def test_settings_that_are_printed_or_logged_show_no_secret() -> None:
    told = {"telegram_token": "7:sesame-token", "webhook_secret": "sesame-of-16-signs", "gridwarden_key": KEY}
    settings = Settings(
        _env_file=None,
        **{name: SecretStr(value) for name, value in told.items()},
        webhook_url="https://town.example/hook",
        database_url="postgresql://town:sesame%21word@db/town",
    )
    stream = io.StringIO()
    log = logging.Logger("secrets")
    log.addHandler(writer(stream, "text", *settings.secrets))
    log.warning("%s and %s", settings.webhook, " ".join(told.values()))
    log.warning("sesame!word sesame%21word")
    said = stream.getvalue() + repr(settings.webhook) + f"{settings.webhook}"
    assert said.count("<secret>") == 5
    assert not any(secret in said for secret in (*told.values(), "sesame"))
    assert not any(secret in repr(settings) for secret in told.values())
