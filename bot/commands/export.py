"""`gridwarden export FILE [--from DAY] [--to DAY] [--unit CODE] [--hxl]`: days as a workbook, as CSV or as JSON."""

import argparse
import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.clock import SystemClock
from bot.exporting import write_export
from bot.settings import Settings
from bot.townfile import load_town
from domain.errors import NotFound, NotPossible
from domain.exports import KINDS, Asked, checked
from storage import units
from storage.database import Database
from texts.catalogue import Words


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    parser.add_argument("file", type=Path, help=words.say("cli-export-file"))
    parser.add_argument("--from", dest="first", type=date.fromisoformat, help=words.say("cli-export-from"))
    parser.add_argument("--to", dest="last", type=date.fromisoformat, help=words.say("cli-export-to"))
    parser.add_argument("--unit", help=words.say("cli-export-unit"))
    parser.add_argument("--hxl", action="store_true", help=words.say("cli-export-hxl"))
    parser.add_argument("--language", help=words.say("cli-export-language"))


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Write the file; the database is only read, beside a running bot. A file that is there is not overwritten."""
    path: Path = chosen.file
    kind = path.suffix.lower().lstrip(".")
    if kind not in KINDS:
        raise NotPossible("cli-export-kind", name=path.name)
    if path.exists():
        raise NotPossible("cli-file-there", path=str(path))
    settings = Settings()
    town = load_town(Path(settings.gridwarden_town))
    now = SystemClock().now()
    today = town.day_of(now)
    first = chosen.first or chosen.last or today
    # What people wrote leaves with its numbers in clear only in the tables that an import takes back.
    asked = Asked(first, chosen.last or today, kind=kind, hxl=chosen.hxl, masked=kind == "xlsx")
    asked = checked(asked if chosen.first else replace(asked, last=first), today)
    if chosen.unit:
        asked = replace(asked, node=asyncio.run(_node(settings, chosen.unit)))
    write_export(settings, town, asked, chosen.language or town.language, path, now)
    print(words.say("cli-export-written", path=str(path)))
    return 0


async def _node(settings: Settings, code: str) -> int:
    database = await Database.open_to_read(settings.database_url, settings.vault)
    try:
        async with database.reading() as work:
            found = (await units.tree(work)).by_code.get(code)
    finally:
        await database.close()
    if found is None:
        raise NotFound("unit-unknown", name=code)
    return found.id
