"""An export becomes a file: read in one consistent view, written day by day, never on the event loop of the bot."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Protocol

from actions import exports
from bot.settings import Settings
from domain.exports import Asked, DayTable, Head, TaskRow
from domain.town import Town
from storage.database import Database
from texts.catalogue import Words
from texts.datasets import CsvFile, JsonFile
from texts.render import Voice
from texts.workbook import WorkbookFile


class Writer(Protocol):
    """A file that is being written."""

    def day(self, table: DayTable) -> None:
        """Take in a day; days come oldest first."""
        ...

    def end(self, tasks: list[TaskRow]) -> None:
        """Write the rest and close the file."""
        ...


def write_export(settings: Settings, town: Town, asked: Asked, language: str, path: Path, now: datetime) -> None:
    """Write the file. It takes seconds of a core and a loop of its own: never call it on one."""
    asyncio.run(_write(settings, town, asked, language, path, now))


async def _write(settings: Settings, town: Town, asked: Asked, language: str, path: Path, now: datetime) -> None:
    database = await Database.open_to_read(settings.database_url, settings.vault)
    try:
        async with database.reading() as work:
            about = await exports.head(work, town, asked, now)
            file = _writer(Voice(Words(language), town.form), about, path)
            async for table in exports.day_tables(work, town, about):
                file.day(table)
            file.end(await exports.task_rows(work, town, about))
    finally:
        await database.close()


def _writer(voice: Voice, about: Head, path: Path) -> Writer:
    match about.asked.kind:
        case "csv":
            return CsvFile(about, path)
        case "json":
            return JsonFile(about, path)
        case _:
            return WorkbookFile(voice, about, path)
