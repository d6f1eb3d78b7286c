"""The check-up: says what is wrong before 16:00 does. Reads, changes nothing, and never shows the token."""

from pathlib import Path

from bot.doctor.books import examine_books
from bot.doctor.finding import Finding, Level
from bot.doctor.line import examine_line
from bot.doctor.machine import disk, fonts, key_setting, operator_setting, town_of, zone
from bot.settings import Settings
from domain.clock import Clock


async def examine(settings: Settings, town_path: Path, clock: Clock) -> list[Finding]:
    """Everything that can be looked at with what is there: rule book, database, line, machine."""
    town, found = town_of(town_path)
    if town is not None:
        found += zone(town, clock)
    found += [*operator_setting(settings), *key_setting(settings)]
    books, groups = await examine_books(settings, clock)
    found += books
    found += await examine_line(settings, clock, groups)
    return [*found, *disk(settings), *fonts()]


__all__ = ["Finding", "Level", "examine"]
