"""`gridwarden state --day DAY`: where the day stands, as one JSON document (docs/state.md)."""

import argparse
import asyncio
import json
from datetime import date
from pathlib import Path
from typing import Any

from actions.state import state
from bot.clock import SystemClock
from bot.settings import Settings
from bot.townfile import load_town
from storage.database import Database
from texts.catalogue import Words


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    parser.add_argument("--day", type=date.fromisoformat, help=words.say("cli-state-day"))


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Print the document; the database is only read, beside a running bot."""
    print(json.dumps(asyncio.run(_state(chosen.day)), ensure_ascii=False, indent=1))
    return 0


async def _state(day: date | None) -> dict[str, Any]:
    settings = Settings()
    town = load_town(Path(settings.gridwarden_town))
    now = SystemClock().now()
    database = await Database.open_to_read(settings.database_url, settings.vault)
    try:
        async with database.reading() as work:
            return await state(work, town, day or town.day_of(now), now)
    finally:
        await database.close()
