"""Circulars and good practice as they read: to the command before and after they go out, to units, in a list."""

from collections.abc import Mapping
from typing import Any

from texts import lines
from texts.render import Voice, renders

Fields = Mapping[str, Any]
_GLIMPSE = 40
"""Signs of one in a list."""


@renders("circular-draft")
def draft(voice: Voice, fields: Fields) -> str:
    """What is asked about: the words as the units will read them, to how many they would go, and what can be typed."""
    first = voice.say(f"{fields['kind']}-draft", **_head(fields))
    everybody = voice.say("circular-all", nodes=lines.names(voice, fields["nodes"]))
    audience = voice.words.listed(list(fields["audience"])) if fields["audience"] else everybody
    whom = voice.say(f"{fields['kind']}-whom", audience=audience, units=fields["units"])
    how = voice.say(f"{fields['kind']}-typed", number=fields["number"])
    return lines.joined([first, fields["text"], _brought(voice, fields), whom, how])


def _head(fields: Fields) -> dict[str, Any]:
    return {name: fields[name] for name in ("number", "unit", "day", "at", "town")}


def _brought(voice: Voice, fields: Fields) -> str:
    return voice.say("circular-files", n=len(fields["files"])) if fields["files"] else ""


@renders("circular-live")
def live(voice: Voice, fields: Fields) -> str:
    """How it stands once it was decided: who has read it; those who have not, where they are few."""
    kind, state = fields["kind"], fields["state"]
    first = voice.say(f"{kind}-{state}", **_head(fields), units=fields["units"])
    if state == "dropped":
        return lines.joined([first, _glimpse(fields["text"])])
    read = voice.say("circular-read", read=fields["read"], units=fields["units"])
    few = fields["read"] and len(fields["unread"]) <= lines.MOST_LINES
    unread = (
        voice.say("circular-unread", names=lines.names(voice, fields["unread"])) if few and fields["unread"] else ""
    )
    return lines.joined([first, fields["text"], _brought(voice, fields), read, unread])


@renders("circular")
def circular(voice: Voice, fields: Fields) -> str:
    """A circular as a unit reads it."""
    first, last = (voice.say(f"circular-{part}", **_head(fields)) for part in ("first", "last"))
    return lines.joined([first, fields["text"], last])


@renders("practice")
def practice(voice: Voice, fields: Fields) -> str:
    """Good practice as a unit reads it: whose it is stands first."""
    first, last = (voice.say(f"practice-{part}", **_head(fields)) for part in ("first", "last"))
    return lines.joined([first, fields["text"], last])


@renders("circulars")
def listed(voice: Voice, fields: Fields) -> str:
    """The newest, a line each, and above them what waits for a nod."""
    kind = fields["kind"]
    waits = [voice.say("circulars-waiting", row=_row(voice, kind, row)) for row in fields["waiting"]]
    sent = [_row(voice, kind, row) for row in fields["rows"]]
    if not (waits or sent):
        return voice.say(f"{kind}s-none")
    return lines.joined([voice.say(f"{kind}s-first", n=len(sent)), *waits, *sent, voice.say(f"{kind}s-how")])


def _row(voice: Voice, kind: str, row: Fields) -> str:
    text = _glimpse(row["text"]) or voice.say("circular-files", n=len(row["files"]))
    return voice.say(f"{kind}s-row", **_head(row), text=text)


def _glimpse(text: str) -> str:
    """The beginning of some words, on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _GLIMPSE else flat[: _GLIMPSE - 1] + "…"
