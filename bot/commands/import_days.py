"""`gridwarden import FILE [--apply]`: days that were kept by hand, or exported before, come into the books."""

import argparse
import asyncio
import getpass
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from actions import restoring
from actions.dayfiles import read_days
from actions.restoring import Effect, Plan, Step
from bot.cli import line_of
from bot.clock import SystemClock
from bot.settings import Settings
from bot.townfile import load_town
from domain.errors import NotPossible
from domain.numbers import plain
from domain.restoring import Row
from domain.town import Town
from storage.database import Database
from texts.catalogue import Words
from texts.render import Voice, number

_MOST_SHOWN = 60
"""Changed units' days that are told one by one."""


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    parser.add_argument("file", type=Path, help=words.say("cli-restore-file"))
    parser.add_argument("--apply", action="store_true", help=words.say("cli-restore-apply"))
    parser.add_argument("--skip-bad", action="store_true", help=words.say("cli-import-skip-bad"))
    parser.add_argument("--replace", action="store_true", help=words.say("cli-restore-replace"))
    parser.add_argument("--by", default=None, help=words.say("cli-restore-by"))


@dataclass(frozen=True)
class _Job:
    """What is to be done with which rows."""

    url: str
    town: Town
    rows: list[Row]
    replace: bool
    now: datetime


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Tell what the file would do, every bad row by number and reason; with --apply enter it, all or nothing.

    1 when a row is bad and nothing was (or would be) entered for it; with --skip-bad the good rows are entered.
    """
    if not chosen.file.is_file():
        raise NotPossible("cli-no-file", path=str(chosen.file))
    settings = Settings()
    town = load_town(Path(settings.gridwarden_town))
    rows = read_days(chosen.file.name, chosen.file.read_bytes(), town)
    job = _Job(settings.database_url, town, rows, chosen.replace, SystemClock().now())
    found = asyncio.run(_plan(job, settings))
    _tell(Voice(words, town.form), found, chosen.file.name)
    refused = bool(found.mistakes) and not chosen.skip_bad
    if chosen.apply and not refused:
        by = chosen.by or getpass.getuser()
        asyncio.run(_enter(job, settings, found, chosen.file.name, by))
    key = "restore-refused" if refused else "restore-entered" if chosen.apply else "restore-would"
    print(words.say(key, bad=len({mistake.key for mistake in found.mistakes}), **_counts(found)))
    return 1 if refused else 0


async def _plan(job: _Job, settings: Settings) -> Plan:
    database = await Database.open_to_read(job.url, settings.vault)
    try:
        async with database.reading() as work:
            return await restoring.plan(work, job.town, job.rows, replace=job.replace, now=job.now)
    finally:
        await database.close()


async def _enter(job: _Job, settings: Settings, found: Plan, filename: str, by: str) -> None:
    """A day a transaction, each looked at again in it: a bot that runs beside waits for a day, never for all of them.

    Killed between two, the same file again enters the rest.
    """
    database = await Database.open(job.url, settings.vault)
    rows = {row.number: row for row in job.rows}
    try:
        for day, steps in found.steps.items():
            mine = [rows[step.row.number] for step in steps]
            async with database.work() as work:
                again = await restoring.plan(work, job.town, mine, replace=job.replace, now=job.now)
                await restoring.enter(work, job.town, day, again.steps.get(day, []), filename, by, job.now)
    finally:
        await database.close()


def _counts(found: Plan) -> Mapping[str, int]:
    return {str(effect): found.count(effect) for effect in Effect} | {"empty": found.empty}


def _tell(voice: Voice, found: Plan, filename: str) -> None:
    """Each day in a line, each unit's day that becomes another, each bad row."""
    for day, steps in found.steps.items():
        counts = {str(effect): sum(step.effect is effect for step in steps) for effect in Effect}
        print(voice.say("restore-day-line", on=day.isoformat(), **counts))
    changed = [(day, step) for day, steps in found.steps.items() for step in steps if step.changes and step.before]
    for day, step in changed[:_MOST_SHOWN]:
        print(_changed(voice, day, step))
    if len(changed) > _MOST_SHOWN:
        print(voice.say("lines-folded", more=len(changed) - _MOST_SHOWN))
    for mistake in found.mistakes:
        print(line_of(voice.words, mistake), flush=True)


def _changed(voice: Voice, day: date, step: Step) -> str:
    nothing = voice.say("reparse-nothing")
    told = []
    for change in step.changes:
        shown = [nothing if x is None else number(plain(x)) for x in (change.before, change.after)]
        told.append(voice.say("reparse-figure", indicator=change.indicator, before=shown[0], after=shown[1]))
    return "  " + voice.say(
        "restore-changed", on=day.isoformat(), unit=step.row.unit.name, changes=voice.say("list-semicolon").join(told)
    )
