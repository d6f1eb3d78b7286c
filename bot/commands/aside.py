"""`gridwarden aside`: the messages whose handling failed; `--again` lets them be handled once more."""

import argparse
import asyncio
import json
from collections.abc import Sequence
from pathlib import Path

from bot.clock import SystemClock
from bot.settings import Settings
from bot.townfile import load_town
from domain.phones import private
from domain.town import Town
from storage import audit, inbox
from storage.database import Database
from storage.inbox import Aside
from texts.catalogue import Words

_SIGNS = 60


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    parser.add_argument("--trace", action="store_true", help=words.say("cli-aside-trace"))
    parser.add_argument("--again", type=int, nargs="*", metavar="ID", help=words.say("cli-aside-again"))


def run(chosen: argparse.Namespace, words: Words) -> int:
    """List them, or let all (or those named) wait again; 1 when there are some and nothing was asked to be done."""
    settings = Settings()
    if chosen.again is not None:
        print(words.say("cli-aside-waits", n=asyncio.run(_again(settings, chosen.again))))
        return 0
    found = asyncio.run(_found(settings))
    town = load_town(Path(settings.gridwarden_town))
    for one in found:
        print(private(_shown(one, town, words, chosen.trace)))  # it may be read over a shoulder, or sent on
    print(words.say("cli-aside-count", n=len(found)))
    return 1 if found else 0


async def _found(settings: Settings) -> list[Aside]:
    database = await Database.open_to_read(settings.database_url, settings.vault)
    try:
        async with database.reading() as work:
            return await inbox.aside(work)
    finally:
        await database.close()


async def _again(settings: Settings, update_ids: Sequence[int]) -> int:
    """Beside a running bot too: it finds them with the next message that comes in."""
    database = await Database.open(settings.database_url, settings.vault)
    try:
        async with database.work() as work:
            names = update_ids or [one.update_id for one in await inbox.aside(work)]
            taken = [number for number in names if await inbox.take_up_again(work, number)]
            if taken:
                await audit.note(work, SystemClock().now(), None, "handled_again", updates=taken)
            return len(taken)
    finally:
        await database.close()


def _shown(one: Aside, town: Town, words: Words, whole: bool) -> str:
    lines = one.trace.strip().splitlines() or [""]
    head = words.say(
        "cli-aside-one",
        id=str(one.update_id),
        at=f"{town.local(one.received_at):%Y-%m-%d %H:%M}",
        text=_text(one.raw) or words.say("cli-aside-wordless"),
    )
    return "\n".join([head, *(f"    {line}" for line in (lines if whole else lines[-1:]))])


def _text(raw: str) -> str:
    """The words of an update's message, as far as they fit a line; nothing of what has none."""
    try:
        update = json.loads(raw)
    except ValueError:
        return raw[:_SIGNS]
    events = [event for event in update.values() if isinstance(event, dict)] if isinstance(update, dict) else []
    said = " ".join(str(event.get("text") or event.get("caption") or event.get("data") or "") for event in events)
    return " ".join(said.split())[:_SIGNS]
