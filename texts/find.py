"""How what was found reads: a line a message, the newest first."""

from collections.abc import Mapping
from typing import Any

from texts import lines
from texts.render import Voice, renders

Fields = Mapping[str, Any]


@renders("found")
def found(voice: Voice, fields: Fields) -> str:
    """The hits of one page, and how to see older ones."""
    rows = [_row(voice, row, fields["today"]) for row in fields["rows"]]
    if not rows:
        return voice.say("found-none", words=fields["words"])
    first = "found-first" if fields["page"] == 1 else "found-page"
    older = voice.say("found-older", words=fields["words"], page=fields["page"] + 1) if fields["older"] else ""
    return lines.joined([voice.say(first, words=fields["words"], page=fields["page"], n=len(rows)), *rows, older])


def _row(voice: Voice, row: Fields, today: str) -> str:
    unit = voice.say("found-units", unit=row["unit"], n=row["units"]) if row["units"] > 1 else row["unit"]
    when = row["at"] if row["day"] == today else f"{voice.words.day(row['day'])} {row['at']}"
    key = "found-row-task" if row["task"] else "found-row"
    return voice.say(key, when=when, unit=unit, sender=row["sender"], task=row["task"], text=row["text"])
