"""`gridwarden db`: `backup FILE` copies beside a running bot, `restore FILE` puts a copy back, `load FILE` brings one
into PostgreSQL, `check` holds the kept sums against the reports."""

import argparse
import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from actions import sums
from actions.sums import Off
from bot.clock import SystemClock
from bot.settings import Settings
from bot.townfile import load_town
from domain.errors import NotPossible
from domain.numbers import plain
from domain.town import Town
from storage import units
from storage.away import DatabaseAway
from storage.backups import back_up, restore
from storage.copies import Copy
from storage.database import Database, is_file
from texts.catalogue import Words
from texts.render import number


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="backup|restore|load|check")
    copy = deeds.add_parser("backup", help=words.say("cli-db-backup"))
    copy.add_argument("file", type=Path)
    back = deeds.add_parser("restore", help=words.say("cli-db-restore"))
    back.add_argument("file", type=Path)
    load = deeds.add_parser("load", help=words.say("cli-db-load"))
    load.add_argument("file", type=Path)
    check = deeds.add_parser("check", help=words.say("cli-db-check"))
    check.add_argument("--repair", action="store_true", help=words.say("cli-db-repair"))


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Copy the database, put a copy back, or check it: 1 when a sum is off and was not repaired."""
    if chosen.deed == "check":
        return _check(chosen.repair, words)
    try:
        return {"backup": _back_up, "restore": _restore, "load": _load}[chosen.deed](chosen.file, words)
    except DatabaseAway as error:
        raise NotPossible("cli-db-not-now", reason=str(error)) from None


def _back_up(file: Path, words: Words) -> int:
    copy = asyncio.run(back_up(Settings().database_url, file))
    print(words.say("cli-db-copied", **_told(copy)))
    return 0


def _restore(file: Path, words: Words) -> int:
    copy, kept = asyncio.run(restore(Settings().database_url, file))
    print(words.say("cli-db-restored", **_told(copy)))
    if kept is not None:
        print(words.say("cli-db-kept", path=str(kept)))
    return 0


def _load(file: Path, words: Words) -> int:
    url = Settings().database_url
    if is_file(url):
        raise NotPossible("cli-db-load-file")
    if not file.is_file():
        raise NotPossible("database-missing", path=str(file))
    from storage.loading import load  # the driver of PostgreSQL comes along

    asyncio.run(load(file, url))
    print(words.say("cli-db-loaded", path=str(file)))
    return 0


def _told(copy: Copy) -> dict[str, str]:
    return {"path": str(copy.path), "size": f"{copy.size / 1_000_000:,.1f} MB", "version": str(copy.version)}


def _check(repair: bool, words: Words) -> int:
    settings = Settings()
    town = load_town(Path(settings.gridwarden_town))
    found = asyncio.run(_found(settings, town))
    for off in found.off:
        print(_line(off, found.names, town, words))
    if not found.off:
        print(words.say("cli-db-good"))
    elif repair:
        asyncio.run(_repair(settings, town))
        print(words.say("cli-db-repaired", n=len(found.off)))
    else:
        print(words.say("cli-db-bad", n=len(found.off)))
    return 1 if found.off and not repair else 0


@dataclass(frozen=True)
class _Found:
    """The sums that are off, and the units' names."""

    off: list[Off]
    names: Mapping[int, str]


async def _found(settings: Settings, town: Town) -> _Found:
    database = await Database.open_to_read(settings.database_url, settings.vault)
    try:
        async with database.reading() as work:
            tree = await units.tree(work)
            return _Found(await sums.check(work, town), {unit.id: unit.name for unit in tree.units.values()})
    finally:
        await database.close()


async def _repair(settings: Settings, town: Town) -> None:
    """Beside a running bot too: SQLite lets one writer in at a time."""
    database = await Database.open(settings.database_url, settings.vault)
    try:
        async with database.work() as work:
            await sums.rebuild(work, town, SystemClock().now())
    finally:
        await database.close()


def _line(off: Off, names: Mapping[int, str], town: Town, words: Words) -> str:
    known = town.form.by_code.get(off.indicator)
    return words.say(
        "cli-db-off",
        unit=names.get(off.unit_id, f"#{off.unit_id}"),
        indicator=off.indicator if known is None else known.shown(words.language),
        kept=number(plain(off.kept)),
        true=number(plain(off.true)),
    )
