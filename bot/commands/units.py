"""`gridwarden units import FILE`: the units of the town out of a table."""

import argparse

from actions.imports import import_units
from bot.commands import tables
from bot.commands.tables import fill
from texts.catalogue import Words


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Enter the table."""
    return tables.enter(import_units, chosen, words)


__all__ = ["fill", "run"]
