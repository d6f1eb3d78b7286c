"""`gridwarden parse`: messages in, what they mean out; a JSON string a line becomes a JSON object a line.

With --explain a person is shown each message with what was read in it, stretch by stretch, and why.
"""

import argparse
import asyncio
import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.settings import Settings
from bot.townfile import find_form, load_town
from domain.errors import Mistake, Mistakes, NotFound, NotPossible
from domain.forms import Form, shipped_names
from domain.parsing import Parse, Trace, UnitIndex, parse, shown
from domain.parsing.model import plain
from domain.town import Limits, Town
from storage import units
from storage.database import Database
from texts.catalogue import Words


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    parser.add_argument("--form", help=words.say("cli-parse-form"))
    parser.add_argument("--town", type=Path, help=words.say("cli-parse-town"))
    parser.add_argument("--day", type=date.fromisoformat, help=words.say("cli-state-day"))
    parser.add_argument("--explain", action="store_true", help=words.say("cli-parse-explain"))


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Read standard input to its end."""
    town = load_town(chosen.town) if chosen.town else None
    form = _form(chosen.form, town)
    day = chosen.day or _today(town)
    oldest = day - timedelta(days=(town.limits if town else Limits()).oldest_days)
    index = asyncio.run(_units()) if town else None
    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            message = _spoken(line, number) if chosen.explain else _message(line, number)
            found = parse(message, form, day=day, oldest=oldest if town else None, units=index)
            if chosen.explain:
                print("\n".join(explained(message, found, form, words)), end="\n\n", flush=True)
            else:
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


def _spoken(line: str, number: int) -> str:
    """A message to explain: a JSON string, or the line as it stands, with \\n for its line ends."""
    return _message(line, number) if line.lstrip().startswith('"') else line.rstrip("\n").replace("\\n", "\n")


def explained(message: str, found: Parse, form: Form, words: Words) -> Iterator[str]:
    """The message, then each stretch of it that was read: its words, what they were taken for, and why."""
    yield message
    if not found.is_report:
        yield "  " + words.say("cli-explain-silence")
    for trace in found.trace:
        role, _, rest = trace.role.partition("-")
        said = message[trace.start : trace.end].replace("\n", "⏎").strip()
        why = words.say(f"cli-explain-{role}", kind=rest)
        yield f"  「{said}」 " + (f"{_figure(trace, form, words, total=rest == 'total')} · " * (role in _READ)) + why
    for report in found.reports:
        for asked in report.questions:
            what = form.indicator(asked.indicator).shown(words.language) if asked.indicator else ""
            value = "?" if asked.value is None else plain(asked.value)
            reason = words.say("cli-explain-reason", reason=asked.reason)
            yield "  ❓ " + words.say("cli-explain-asked", what=what, value=str(value), reason=reason)


def _figure(trace: Trace, form: Form, words: Words, *, total: bool) -> str:
    """`入户排查 120户`; a running total says so."""
    value = "" if trace.value is None else str(plain(trace.value))
    if trace.indicator is None:
        return value
    indicator = form.indicator(trace.indicator)
    figure = f"{indicator.shown(words.language)} {value}{indicator.measure}"
    return words.say("cli-explain-total", figure=figure) if total else figure


_READ = frozenset({"left", "right", "around", "extended", "part", "corrected", "table", "none", "unknown"})


async def _units() -> UnitIndex | None:
    """The town's units, where a database knows them; without one, units are taken as they are written."""
    settings = Settings()
    try:
        database = await Database.open_to_read(settings.database_url, settings.vault)
    except NotPossible:
        return None
    try:
        async with database.reading() as work:
            tree = await units.tree(work)
    finally:
        await database.close()
    return UnitIndex((unit.code, unit.name, unit.aliases) for unit in tree.units.values()) if tree.units else None
