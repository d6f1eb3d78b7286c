"""`gridwarden key new`: a key for GRIDWARDEN_KEY."""

import argparse

from storage.vault import new_key
from texts.catalogue import Words


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="new")
    deeds.add_parser("new", help=words.say("cli-key-new"))


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Print a new key and nothing else, so that it can go into a file."""
    print(new_key())
    return 0
