"""`gridwarden run`: the bot itself."""

import argparse
import asyncio
import contextlib
import gc
import logging
import signal
from collections.abc import Coroutine
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telegram.error import InvalidToken

from bot import guard
from bot.app import House, open_house
from bot.clock import SystemClock, read_clock
from bot.guard import NoLife
from bot.keeping import BrokenPart
from bot.logs import set_up
from bot.notify import notify
from bot.settings import Settings
from bot.townfile import load_town
from bot.vitals import Vitals
from domain.clock import Clock
from domain.errors import NotPossible
from domain.town import Town
from texts.catalogue import Words

if TYPE_CHECKING:
    from bot.pages import Pages

log = logging.getLogger(__name__)

_NEW_THINGS = 50_000


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    parser.add_argument("--clock", help=words.say("cli-run-clock"), metavar="START@ANCHOR@SPEED")


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Serve until told to stop (SIGTERM, Ctrl-C): 0. For its supervisor: 1 when the program cannot help itself, 75 when
    a part of it has gone deaf."""
    settings = Settings()
    if not settings.token:
        raise NotPossible("cli-no-token")
    set_up(settings.log_level, settings.log_format, *settings.secrets)
    town = load_town(Path(settings.gridwarden_town))
    clock = read_clock(chosen.clock) if chosen.clock else SystemClock()
    try:
        asyncio.run(serve(settings, town, clock, words))
    except BrokenPart:
        log.critical("the program ends, to be started anew", exc_info=True)
        return 1
    except NoLife as silent:
        log.critical("no sign of life of %s: the program ends, to be started anew", silent)
        return guard.STATUS
    return 0


async def serve(settings: Settings, town: Town, clock: Clock, words: Words) -> None:
    """Serve until told to stop; BrokenPart and NoLife as `run` tells them to the supervisor."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for wish in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(wish, stopping.set)
    vitals = Vitals()
    async with contextlib.AsyncExitStack() as closing:
        pages = await _served(closing, settings, town, vitals)
        opening = open_house(settings, town, clock, vitals=vitals)
        house = await _unless(stopping, closing.enter_async_context(opening))
        if house is None:
            return
        if pages is not None:
            pages.house = house
        if house.guard is not None:
            closing.enter_context(house.guard.beside())
        if house.claim_code:
            print(words.say("cli-claim-code", code=house.claim_code), flush=True)
        print(words.say("cli-running", town=town.name, bot=house.application.bot.username), flush=True)
        _settle_memory()
        notify("READY=1")
        await house.run(stopping)
        notify("STOPPING=1")


async def _served(closing: contextlib.AsyncExitStack, settings: Settings, town: Town, vitals: Vitals) -> "Pages | None":
    """The pages for machines, where they are asked for: from the start, also while Telegram does not answer yet."""
    if settings.health is None:
        return None
    from bot.pages import Pages
    from bot.serving import serving

    pages = Pages(vitals, town, version("gridwarden"), settings.watchdog_seconds)
    address = await closing.enter_async_context(serving(pages.app(), *settings.health))
    log.info("health, readiness and metrics at %s", address)
    return pages


def _settle_memory() -> None:
    """What was loaded to start with stays: it is not gone through again for rubbish; what is new, once it is much."""
    gc.freeze()
    gc.set_threshold(_NEW_THINGS)


async def _unless(stopping: asyncio.Event, opening: Coroutine[Any, Any, House]) -> House | None:
    """What is being opened, or None when it is to stop before that: Telegram may not answer for hours."""
    opened, waiting = asyncio.create_task(opening), asyncio.create_task(stopping.wait())
    await asyncio.wait([opened, waiting], return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if not opened.done():
        opened.cancel()
        await asyncio.gather(opened, return_exceptions=True)
        return None
    try:
        return opened.result()
    except InvalidToken:
        raise NotPossible("cli-bad-token") from None  # its own words hold the token
