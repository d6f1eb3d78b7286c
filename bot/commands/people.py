"""`gridwarden people`: `import FILE` enters a table of people, `export NAME` prints all that is kept of one of them."""

import argparse
import asyncio
import json
from pathlib import Path
from typing import Any

from actions.forgetting import data_of, named, of_person
from actions.imports import import_people
from bot.commands import tables
from bot.settings import Settings
from bot.townfile import load_town
from domain.errors import NotFound, NotPossible
from storage import forgetting
from storage.database import Database
from texts.catalogue import Words


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    jobs = parser.add_subparsers(dest="deed", required=True, metavar="import|export")
    tables.fill_import(jobs, words)
    export = jobs.add_parser("export", help=words.say("cli-people-export"))
    export.add_argument("who", help=words.say("cli-people-who"))


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Enter the table, or print the person's data as one JSON document."""
    if chosen.deed == "import":
        return tables.enter(import_people, chosen, words)
    print(json.dumps(asyncio.run(_export(chosen.who)), ensure_ascii=False, indent=1))
    return 0


async def _export(who: str) -> dict[str, Any]:
    settings = Settings()
    town = load_town(Path(settings.gridwarden_town))
    database = await Database.open_to_read(settings.database_url, settings.vault)
    try:
        async with database.reading() as work:
            found = await named(work, who)
            if not found:
                raise NotFound("person-unknown", name=who)
            if len(found) > 1:
                raise NotPossible("export-which", name=who)
            whose = await of_person(work, found[0])
            raw = [] if whose.telegram_id is None else await forgetting.updates_of(work, whose.telegram_id)
            return {**await data_of(work, town, whose), "updates": raw}
    finally:
        await database.close()
