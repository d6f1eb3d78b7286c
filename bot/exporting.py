"""An export becomes a file: read in one consistent view, written day by day, never on the event loop of the bot."""

import asyncio
import multiprocessing
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from actions import exports
from bot.settings import Settings
from domain.exports import Asked, DayTable, Head, TaskRow
from domain.town import Town
from storage.database import Database
from texts.catalogue import Words
from texts.datasets import CsvFile, JsonFile
from texts.render import Voice
from texts.workbook import WorkbookFile


class ExportFailed(Exception):
    """The process that was to write the file ended without it; its own words stand in the log."""


class Exporter:
    """Has files written for chats, one after the other, each by a process of its own: the bot's loop goes on."""

    def __init__(self, settings: Settings, town: Town, now: Callable[[], datetime]) -> None:
        self._settings = settings
        self._town = town
        self._now = now
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def made(self, fields: Mapping[str, Any], language: str) -> AsyncIterator[Path]:
        """The file of an export, there as long as the block runs. ExportFailed when it could not be written."""
        asked = exports.asked_of(fields)
        with TemporaryDirectory(prefix="gridwarden-") as folder:
            path = Path(folder) / f"export.{asked.kind}"
            async with self._turn:
                await self._write((self._settings, self._town, asked, language, path, self._now()))
            yield path

    async def _write(self, what: tuple[object, ...]) -> None:
        process = multiprocessing.get_context("spawn").Process(target=write_export, args=what, daemon=True)
        process.start()
        try:
            await asyncio.to_thread(process.join)
        finally:
            process.terminate()  # nothing to end unless we are being ended ourselves
        if process.exitcode != 0:
            raise ExportFailed(process.exitcode)


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
