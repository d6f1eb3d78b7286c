"""How what was learned from answers reads."""

from collections.abc import Mapping
from typing import Any

from texts import lines
from texts.render import Voice, renders

Fields = Mapping[str, Any]


@renders("aliases")
def aliases(voice: Voice, fields: Fields) -> str:
    """A line for each word: what it means, where, and who said so."""
    rows = [voice.say("alias-row-chat" if row["chat"] else "alias-row", **row) for row in fields["aliases"]]
    words = [voice.say("word-row", phrase=row["phrase"], indicator=row["indicator"]) for row in fields["words"]]
    if not rows and not words:
        return voice.say("aliases-none")
    n = len(rows) + len(words) + fields["more"]
    more = voice.say("lines-folded", more=fields["more"]) if fields["more"] else ""
    return lines.joined(
        [voice.say("aliases-first", n=n), *rows, *words, more, voice.say("aliases-how", word=fields["example"])]
    )
