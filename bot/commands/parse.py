"""`gridwarden parse`: messages in, what they mean out; a JSON string a line becomes a JSON object a line."""

import argparse
import asyncio
import json
import sys
from datetime import date, timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.settings import Settings
from bot.townfile import find_form, load_town
from domain.errors import Mistake, Mistakes, NotFound, NotPossible
from domain.forms import Form, shipped_names
from domain.parsing import UnitIndex, parse, shown
from domain.town import Limits, Town
from storage import units
from storage.database import Database
from texts.catalogue import Words


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    parser.add_argument("--form", help=words.say("cli-parse-form"))
    parser.add_argument("--town", type=Path, help=words.say("cli-parse-town"))
    parser.add_argument("--day", type=date.fromisoformat, help=words.say("cli-state-day"))


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Read standard input to its end."""
    town = load_town(chosen.town) if chosen.town else None
    form = _form(chosen.form, town)
    day = chosen.day or _today(town)
    oldest = day - timedelta(days=(town.limits if town else Limits()).oldest_days)
    index = asyncio.run(_units()) if town else None
    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            found = parse(_message(line, number), form, day=day, oldest=oldest if town else None, units=index)
            print(json.dumps(shown(found), ensure_ascii=False), flush=True)
    return 0


def _today(town: Town | None) -> date:
    """The town's day, or this machine's where no town is given."""
    now = SystemClock().now()
    return town.day_of(now) if town else now.astimezone().date()


def _form(name: str | None, town: Town | None) -> Form:
    if name is None:
        return town.form if town else _form("epidemic", None)
    try:
        form = find_form(name, Path())
    except KeyError:
        raise NotFound("cli-no-form", name=name, known=", ".join(shipped_names())) from None
    if isinstance(form, Form):
        return form
    raise Mistakes([Mistake(m.key, m.reason, m.fields, name) for m in form])


def _message(line: str, number: int) -> str:
    try:
        message = json.loads(line)
    except json.JSONDecodeError as error:
        raise NotPossible("cli-not-json", line=number, detail=str(error)) from None
    if not isinstance(message, str):
        raise NotPossible("cli-not-json", line=number, detail=type(message).__name__)
    return message


async def _units() -> UnitIndex | None:
    """The town's units, where a database knows them; without one, units are taken as they are written."""
    try:
        database = await Database.open_to_read(Settings().database_url)
    except NotPossible:
        return None
    try:
        async with database.reading() as work:
            tree = await units.tree(work)
    finally:
        await database.close()
    return UnitIndex((unit.code, unit.name, unit.aliases) for unit in tree.units.values()) if tree.units else None
