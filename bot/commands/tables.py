"""What `units import` and `people import` share: a table file read, checked, entered, told."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from actions.imports import ImportResult
from bot.cli import line_of
from bot.clock import SystemClock
from bot.settings import Settings
from bot.townfile import load_town
from domain.errors import NotPossible
from storage.database import Database
from texts.catalogue import Words

Importer = Callable[..., Awaitable[ImportResult]]


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """The arguments of an import."""
    fill_import(parser.add_subparsers(dest="deed", required=True, metavar="import"), words)


def fill_import(jobs: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Words) -> None:
    """The arguments of an import, among other jobs."""
    job = jobs.add_parser("import", help=words.say("cli-import-table"))
    job.add_argument("file", type=Path, help=words.say("cli-import-file"))
    job.add_argument("--skip-bad", action="store_true", help=words.say("cli-import-skip-bad"))


def enter(importer: Importer, chosen: argparse.Namespace, words: Words) -> int:
    """Enter the table; every bad row is told. 1 when there were any and nothing was entered."""
    if not chosen.file.is_file():
        raise NotPossible("cli-no-file", path=str(chosen.file))
    data = chosen.file.read_bytes()
    result = asyncio.run(_enter(importer, chosen.file.name, data, chosen.skip_bad))
    for mistake in result.mistakes:
        print(line_of(words, mistake))
    entered = not result.mistakes or chosen.skip_bad
    counts: dict[str, Any] = {"added": result.added, "updated": result.updated, "unchanged": result.unchanged}
    print(words.say("cli-imported" if entered else "cli-not-imported", skipped=len(result.mistakes), **counts))
    return 0 if entered else 1


async def _enter(importer: Importer, name: str, data: bytes, skip_bad: bool) -> ImportResult:
    settings = Settings()
    town = load_town(Path(settings.gridwarden_town))
    database = await Database.open(settings.database_url, settings.vault)
    try:
        async with database.work() as work:
            now = SystemClock().now()
            return await importer(work, town, name, data, skip_bad=skip_bad, by=None, now=now)
    finally:
        await database.close()
