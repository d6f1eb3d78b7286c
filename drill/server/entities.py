"""Text as Telegram keeps it: trimmed, measured, and with the entities that it finds by itself."""

import re

from drill.server.errors import Json
from drill.server.html import units

MAX_TEXT = 4096
MAX_CAPTION = 1024
_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])")),
    ("url", re.compile(r"(?<![\w@])(?:https?://|www\.)[^\s<>\"]+[^\s<>\".,;:!?，。；：！？）)]")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+\.[A-Za-z]{2,}(?!\w)", re.ASCII)),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
)
_OPAQUE = {"code", "pre", "text_link"}


def found_entities(text: str, given: list[Json] | None = None) -> list[Json]:
    """The given entities and those that Telegram finds in the words outside of code and links, in order."""
    entities = list(given or [])
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _OPAQUE]
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            start = units(text[: match.start()])
            end = start + units(match.group())
            if all(end <= low or start >= high for low, high in taken):
                taken.append((start, end))
                entities.append({"offset": start, "length": end - start, "type": kind})
    return sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def commands_in(text: str, entities: list[Json]) -> list[str]:
    """The bot commands in a text, each as written, such as "/start" or "/start@gridwarden_bot"."""
    wide = text.encode("utf-16-le")
    spans = [(e["offset"] * 2, (e["offset"] + e["length"]) * 2) for e in entities if e["type"] == "bot_command"]
    return [wide[low:high].decode("utf-16-le") for low, high in spans]


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The text without white space at its ends, its entities moved and cut accordingly."""
    bare = text.strip()
    shift = units(text[: len(text) - len(text.lstrip())])
    length = units(bare)
    kept: list[Json] = []
    for entity in entities:
        low = max(0, entity["offset"] - shift)
        high = min(length, entity["offset"] + entity["length"] - shift)
        if high > low:
            kept.append({**entity, "offset": low, "length": high - low})
    return bare, kept
