"""The machine: settings, rule book, disk, fonts."""

import shutil
from pathlib import Path

from bot.doctor.finding import Finding, Level, bad, ok, warn
from bot.settings import Settings
from bot.townfile import load_town
from domain.clock import Clock
from domain.errors import Mistakes, Refusal
from domain.town import Town
from storage.database import path_of
from texts.printed import missing_fonts

MEGABYTE = 1024 * 1024
LOW_DISK = 1024 * MEGABYTE
FULL_DISK = 200 * MEGABYTE


def town_of(path: Path) -> tuple[Town | None, list[Finding]]:
    """The town, with what is to be said of its rule book."""
    try:
        town = load_town(path)
    except Mistakes as mistakes:
        return None, [Finding(Level.BAD, "town-mistake", mistake=mistake) for mistake in mistakes.found]
    return town, [ok("town-good", town=town.name, path=str(path), indicators=len(town.form.indicators))]


def operator_setting(settings: Settings) -> list[Finding]:
    """OPERATOR_IDS are people's; what is no number the settings refuse."""
    return [bad("operator-ids")] if 0 in settings.operators else []


def key_setting(settings: Settings) -> list[Finding]:
    """Whether what is private will be sealed."""
    name = settings.vault.first
    return [ok("key", name=name) if name else warn("no-key")]


def zone(town: Town, clock: Clock) -> list[Finding]:
    """What the town's clocks show, for people to compare."""
    return [ok("zone", zone=str(town.zone), time=town.local(clock.now()).strftime("%H:%M"))]


def disk(settings: Settings) -> list[Finding]:
    """Room beside the database."""
    try:
        folder = path_of(settings.database_url).absolute().parent
    except Refusal:
        return []
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    told = {"free": f"{free // MEGABYTE:,} MB", "path": str(folder)}
    if free < FULL_DISK:
        return [bad("disk", **told)]
    return [warn("disk", **told) if free < LOW_DISK else ok("disk", **told)]


def fonts() -> list[Finding]:
    """The fonts that come with the program: what is printed needs them, chats do not."""
    return [warn("no-font", font=font) for font in missing_fonts()] or [ok("font")]
