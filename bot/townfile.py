"""The town's rule book as a file: found, read, checked; and written anew for a new town."""

import tomllib
from importlib.resources import files
from pathlib import Path

from domain.errors import Mistake, Mistakes
from domain.forms import Form, read, shipped, shipped_names
from domain.town import Town
from domain.townfile import read_town
from texts.catalogue import languages


def load_town(path: Path) -> Town:
    """The checked town of that file. Mistakes tells all that is wrong, each with its file."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise Mistakes([Mistake("", "file-missing", {"path": str(path)}, str(path))]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Mistakes([Mistake("", "not-toml", {"detail": str(error)}, str(path))]) from None
    try:
        return read_town(data, lambda name: find_form(name, path.parent), languages())
    except Mistakes as mistakes:
        told = [Mistake(m.key, m.reason, m.fields, m.file or str(path)) for m in mistakes.found]
        raise Mistakes(told) from None


def find_form(name: str, folder: Path) -> Form | tuple[Mistake, ...]:
    """A form by a shipped form's name, or by a file beside the town's; KeyError when there is none."""
    if name in shipped_names():
        return shipped(name)
    path = folder / name
    if not path.is_file():
        raise KeyError(name)
    return read(path.read_text("utf-8"))


def new_town_text(name: str, form: str) -> str:
    """A commented town.toml to start from."""
    text = (files("texts") / "town.toml").read_text("utf-8")
    return text.replace("@NAME@", name).replace("@FORM@", form)
