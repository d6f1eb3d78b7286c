"""`gridwarden reparse --from DAY [--to DAY] [--apply]`: stored messages, read again with today's form and reader."""

import argparse
import asyncio
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from actions import reparse
from actions.reparse import Rereading
from bot.clock import SystemClock
from bot.settings import Settings
from bot.townfile import load_town
from domain.errors import NotPossible
from domain.numbers import plain
from domain.parsing import Question
from domain.reporting import changes
from domain.town import Town
from storage.database import Database
from texts.catalogue import Words
from texts.render import Voice, number

_QUOTED = 30


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    parser.add_argument("--from", dest="first", type=date.fromisoformat, required=True, help=words.say("cli-state-day"))
    parser.add_argument("--to", dest="last", type=date.fromisoformat, help=words.say("cli-reparse-to"))
    parser.add_argument("--apply", action="store_true", help=words.say("cli-reparse-apply"))


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Tell every difference; with --apply let it count. Without it the database is only read."""
    settings = Settings()
    town = load_town(Path(settings.gridwarden_town))
    now = SystemClock().now()
    last = chosen.last or town.day_of(now)
    if last < chosen.first:
        raise NotPossible("cli-reparse-days")
    found, changed = asyncio.run(_reread(settings, town, chosen.first, last, chosen.apply, now))
    voice = Voice(words, town.form)
    for one in found:
        print("\n".join(_told(voice, town, one)))
    print(words.say("cli-reparse-applied" if chosen.apply else "cli-reparse-found", n=len(found), changed=changed))
    return 0


async def _reread(
    settings: Settings, town: Town, first: date, last: date, wanted: bool, now: datetime
) -> tuple[Sequence[Rereading], int]:
    opening = Database.open if wanted else Database.open_to_read
    database = await opening(settings.database_url, settings.vault)
    try:
        async with database.work() if wanted else database.reading() as work:
            found = await reparse.reread(work, town, first, last, now)
            return found, await reparse.apply(work, town, found, now) if wanted else 0
    finally:
        await database.close()


def _told(voice: Voice, town: Town, one: Rereading) -> list[str]:
    """Whose message of when it is, and what it says otherwise, a line each."""
    text = " ".join(one.message.text.split())
    head = voice.say(
        "reparse-message",
        unit=one.unit.name,
        day=one.day.isoformat(),
        sender=one.message.sender,
        at=f"{town.local(one.message.sent_at):%Y-%m-%d %H:%M}",
        quote=text if len(text) <= _QUOTED else text[:_QUOTED] + "…",
    )
    return [head, *(f"  {line}" for line in _lines(voice, one))]


def _lines(voice: Voice, one: Rereading) -> list[str]:
    nothing = voice.say("reparse-nothing")
    told = []
    for key, before, after in (
        ("reparse-figure", one.before.values, one.after.values),
        ("reparse-total", one.before.cumulative, one.after.cumulative),
    ):
        for change in changes(before, after):
            shown = [nothing if x is None else number(plain(x)) for x in (change.before, change.after)]
            told.append(voice.say(key, indicator=change.indicator, before=shown[0], after=shown[1]))
    for label in dict.fromkeys([*one.before.texts, *one.after.texts]):
        was, now = one.before.texts.get(label, nothing), one.after.texts.get(label, nothing)
        if was != now:
            name = next((t.shown(voice.words.language) for t in voice.form.texts if t.code == label), label)
            told.append(voice.say("reparse-text", name=name, before=was, after=now))
    if one.before.zero != one.after.zero:
        told.append(voice.say("reparse-zero", zero=one.after.zero))
    told += [voice.say("reparse-asked-no-more", quote=quote) for quote in one.asked]
    return told + [_doubt(voice, doubt) for doubt in one.doubts]


def _doubt(voice: Voice, doubt: Question) -> str:
    return voice.say("reparse-asked-now", quote=doubt.text)
