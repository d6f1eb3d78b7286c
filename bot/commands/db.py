"""`gridwarden db backup FILE`: a consistent copy beside a running bot."""

import argparse
import asyncio
from pathlib import Path

from bot.settings import Settings
from domain.errors import NotPossible
from storage.database import backup
from texts.catalogue import Words


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="backup")
    copy = deeds.add_parser("backup", help=words.say("cli-db-backup"))
    copy.add_argument("file", type=Path)


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Copy the database."""
    if chosen.file.exists():
        raise NotPossible("cli-file-there", path=str(chosen.file))
    asyncio.run(backup(Settings().database_url, chosen.file))
    print(words.say("cli-db-copied", path=str(chosen.file)))
    return 0
