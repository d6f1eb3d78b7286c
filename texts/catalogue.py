"""Key, fields and language become words. The words stand in texts/<language>/*.ftl (Project Fluent)."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.prepare import Compiler
from fluent.runtime.resolver import Message, Pattern

from texts.wording import LeftToFluent, Wording, wording

DEFAULT = "zh-Hans"

# Fluent puts a field of more than 2,500 characters down as a mistake.
LONGEST_FIELD = 2400


@cache
def languages() -> tuple[str, ...]:
    """Every language that has a folder here, the default one first."""
    found = sorted(entry.name for entry in files("texts").iterdir() if _holds_words(entry.name))
    return (DEFAULT, *(name for name in found if name != DEFAULT))


def _holds_words(name: str) -> bool:
    folder = files("texts") / name
    return folder.is_dir() and any(entry.name.endswith(".ftl") for entry in folder.iterdir())


@cache
def _written(language: str) -> dict[str, str]:
    """Every entry as it is written, by its key: to parse them all takes longer than the rest of a command's start."""
    found: dict[str, list[str]] = {}
    for entry in sorted((files("texts") / language).iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".ftl"):
            lines: list[str] = []
            for line in entry.read_text("utf-8").splitlines():
                if opening := _KEY.match(line):
                    lines = found[opening[1]] = [line]
                elif line.startswith("#"):
                    lines = []
                else:
                    lines.append(line)
    return {key: "\n".join(lines) for key, lines in found.items()}


_KEY = re.compile(r"([a-zA-Z][\w-]*) *=")


@cache
def _bundle(language: str) -> FluentBundle:
    """What says patterns of the language: made when one is left to it, for it brings all that is known of a locale."""
    return FluentBundle([language], use_isolating=False)


@cache
def _pattern(language: str, key: str) -> Pattern:
    """The words of an entry, parsed when they are first said. An entry refers to no other. KeyError without words."""
    [entry] = FluentResource(_written(language)[key]).body
    message: Message = Compiler()(entry)
    if message.value is None:
        raise KeyError(key)
    return message.value


@cache
def _wording(language: str, key: str) -> Wording:
    return wording(_pattern(language, key))


@cache
def keys(language: str) -> frozenset[str]:
    """Every key that the language has words for."""
    return frozenset(_written(language))


def fluently(language: str, key: str, fields: Mapping[str, object]) -> str:
    """The words of the key as Fluent itself says them."""
    text, _ = _bundle(language).format_pattern(_pattern(language, key), dict(fields))
    return str(text)


class Words:
    """The words of one language; where it has none for a key, the default language's."""

    def __init__(self, language: str) -> None:
        self.language = language if language in languages() else DEFAULT

    def has(self, key: str) -> bool:
        """Whether there are words for the key."""
        return key in keys(self.language) or key in keys(DEFAULT)

    def say(self, key: str, /, **fields: object) -> str:
        """The words of the key, its fields filled in. KeyError when there are none: a test walks every key."""
        return self.filled(key, fields)

    def filled(self, key: str, fields: Mapping[str, object]) -> str:
        """As `say`."""
        language = self.language if key in keys(self.language) else DEFAULT
        plain = {
            name: value if type(value) is str and len(value) <= LONGEST_FIELD else _plain(value)
            for name, value in fields.items()
        }
        try:
            return _wording(language, key)(plain)
        except LeftToFluent:
            return fluently(language, key, plain)

    def day(self, day: date | str) -> str:
        """A day as people write it: 2月6日."""
        return _day(self.language, day)

    def listed(self, names: list[str], most: int = 12) -> str:
        """Names in a row; what is over `most` is only counted."""
        shown = self.say("list-comma").join(names[:most])
        return shown if len(names) <= most else self.say("list-folded", shown=shown, more=len(names) - most)


@lru_cache(1000)
def _day(language: str, day: date | str) -> str:
    read = date.fromisoformat(day) if isinstance(day, str) else day
    return Words(language).say("day", month=read.month, date=read.day)


def _plain(value: object) -> object:
    """Fluent takes strings and numbers; flags become words that a selector can match."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return value
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST_FIELD else text[:LONGEST_FIELD] + "…"


def say_field(words: Words, name: str, value: object) -> object:
    """A field as the words want it: those named `day` or ending in `_day` become 2月6日."""
    is_day = name == "day" or name.endswith("_day")
    return words.day(value) if is_day and isinstance(value, str) and value else value


def fields_said(words: Words, fields: Mapping[str, object]) -> dict[str, object]:
    """All simple fields ready for `say`; lists of names are joined."""
    said = dict(fields)
    for name, value in fields.items():
        if isinstance(value, list):
            said[name] = words.listed([str(v) for v in value])
        elif name.endswith("day"):
            said[name] = say_field(words, name, value)
    return said
