"""`gridwarden town new | check | form`: the town's rule book."""

import argparse
from pathlib import Path

from bot.settings import Settings
from bot.townfile import load_town, new_town_text
from domain.errors import NotFound, NotPossible
from domain.forms import shipped_names, shipped_text
from texts.catalogue import Words


def fill(parser: argparse.ArgumentParser, words: Words) -> None:
    """Its arguments."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="new|check|form")
    new = deeds.add_parser("new", help=words.say("cli-town-new"))
    new.add_argument("path", type=Path, nargs="?", help=words.say("cli-town-path"))
    new.add_argument("--name", default=words.say("cli-town-example"))
    new.add_argument("--form", default="epidemic", choices=shipped_names())
    check = deeds.add_parser("check", help=words.say("cli-town-check"))
    check.add_argument("path", type=Path, nargs="?", help=words.say("cli-town-path"))
    form = deeds.add_parser("form", help=words.say("cli-town-form"))
    form.add_argument("name")


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Write, check or show."""
    if chosen.deed == "form":
        return _show_form(chosen.name)
    path = chosen.path or Path(Settings().gridwarden_town)
    return _write(path, chosen, words) if chosen.deed == "new" else _check(path, words)


def _show_form(name: str) -> int:
    if name not in shipped_names():
        raise NotFound("cli-no-form", name=name, known=", ".join(shipped_names()))
    print(shipped_text(name), end="")
    return 0


def _write(path: Path, chosen: argparse.Namespace, words: Words) -> int:
    if path.exists():
        raise NotPossible("cli-file-there", path=str(path))
    path.write_text(new_town_text(chosen.name, chosen.form), "utf-8")
    print(words.say("cli-town-written", path=str(path)))
    return 0


def _check(path: Path, words: Words) -> int:
    town = load_town(path)
    print(words.say("cli-town-good", path=str(path), town=town.name, indicators=len(town.form.indicators)))
    return 0
