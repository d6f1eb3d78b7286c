"""Backing up and putting back. A file we copy ourselves; a server has its own tools for that (pg_dump)."""

import asyncio
from itertools import chain, count
from pathlib import Path

from domain.errors import NotPossible
from storage.copies import Copy, copied, examined
from storage.database import is_file, path_of
from storage.migrations import newest
from storage.sqlite import SqliteConnection


async def back_up(url: str, target: Path) -> Copy:
    """Copy the database beside a running bot. NotPossible: no file, not there, broken, or the target is taken."""
    path = _file(url)
    if not path.exists():
        raise NotPossible("database-missing", path=str(path))
    return await asyncio.to_thread(copied, path, target)


async def restore(url: str, source: Path) -> tuple[Copy, Path | None]:
    """Put a copy in the database's place; what stood there, if anything did, is kept beside it, under the name told.

    NotPossible when a bot runs on it, when the copy is broken or none of ours, or newer than this program.
    """
    path = _file(url)
    found = await asyncio.to_thread(examined, source)
    if found.version > newest():
        raise NotPossible("database-newer", path=str(source), version=str(found.version), known=str(newest()))
    if not path.exists():
        return await asyncio.to_thread(copied, source, path), None
    old = await SqliteConnection.open(url)
    try:
        if not await old.take_duty():
            raise NotPossible("database-taken", path=str(path))
        kept = _free(path)
        await asyncio.to_thread(copied, path, kept)
        await old.say("PRAGMA journal_mode=DELETE")  # no log of the old one may be taken for the new one's
        return await asyncio.to_thread(copied, source, path, replacing=True), kept
    finally:
        await old.close()


def _file(url: str) -> Path:
    if not is_file(url):
        raise NotPossible("cli-db-server")
    return path_of(url)


def _free(path: Path) -> Path:
    """`gridwarden.db.before-restore`, or the same with the first number that is free."""
    name = path.with_name(f"{path.name}.before-restore")
    numbered = (path.with_name(f"{name.name}-{number}") for number in count(2))
    return next(free for free in chain([name], numbered) if not free.exists())
