"""The ranking as it reads and looks: a line a unit that says why, and a table for the phone."""

from collections.abc import Mapping
from typing import Any

from texts import lines
from texts.printed import Data, lays_out
from texts.render import Voice, number, renders

Fields = Mapping[str, Any]
_WEEK = 7
_FIRST = 3
"""Places that a picture's caption names."""


@renders("rank")
def rank(voice: Voice, fields: Fields) -> str:
    """A screen of places."""
    if not fields["units"]:
        return lines.joined([_first(voice, fields), voice.say("rank-none")])
    rows = [voice.say("rank-row", **_named(voice, row)) for row in fields["rows"]]
    page = voice.say("rank-page", page=fields["page"], pages=fields["pages"]) if fields["pages"] > 1 else ""
    return lines.joined([_first(voice, fields), *rows, page, *_rule(voice, fields)])


def _first(voice: Voice, fields: Fields) -> str:
    return voice.say(f"rank-first-{fields['span']}", node=fields["node"], day=fields["day"]) + _fewer(voice, fields)


def _fewer(voice: Voice, fields: Fields) -> str:
    """Of how many days it is made, where not every day of the week had a cycle."""
    return voice.say("rank-fewer", n=fields["n"]) if fields["span"] == "week" and fields["n"] < _WEEK else ""


def _named(voice: Voice, row: Fields) -> dict[str, str]:
    return {
        "place": str(row["place"]),
        "unit": row["unit"],
        "points": str(row["points"]),
        "why": why(voice, row),
    }


def why(voice: Voice, row: Fields) -> str:
    """What a place rests on: 准时 6/6 · 完整 96% · 回应 12分钟; what was not asked of the unit is left out."""
    parts = [voice.say("rank-on-time", share=f"{row['on_time']}/{row['days']}")]
    if row["complete"] is not None:
        parts.append(voice.say("rank-complete", rate=str(row["complete"])))
    if row["response"] is not None:
        parts.append(voice.say("rank-response", time=waited(voice, row["response"])))
    elif row["tasks"]:
        parts.append(voice.say("rank-unanswered", n=row["tasks"]))
    if row["due"]:
        parts.append(voice.say("rank-done", share=f"{row['done']}/{row['due']}"))
    return lines.dotted(voice, parts)


def waited(voice: Voice, minutes: int) -> str:
    """A wait in minutes, or from two hours on in hours."""
    if minutes < 120:
        return voice.say("rank-minutes", n=minutes)
    return voice.say("rank-hours", n=number(round(minutes / 60)))


def _rule(voice: Voice, fields: Fields) -> list[str]:
    left_out = voice.say("rank-left-out", names=lines.names(voice, fields["left_out"])) if fields["left_out"] else ""
    return [left_out, voice.say("rank-rule")]


@renders("rank-picture")
def caption(voice: Voice, fields: Fields) -> str:
    """The words under the picture: who stands first, and by what rule."""
    rows = [row for row in fields["rows"] if row["place"] <= _FIRST][:_FIRST]
    return lines.joined(
        [_first(voice, fields), *(voice.say("rank-row", **_named(voice, row)) for row in rows), *_rule(voice, fields)]
    )


@lays_out("ranking", "ranking.typ")
def picture(voice: Voice, fields: Fields) -> Data:
    """Every unit in a row, its four figures beside its place; what is far below the others is tinted."""
    more = fields["units"] - len(fields["rows"])
    return {
        "title": voice.say("rank-title", node=fields["node"]),
        "subtitle": voice.say(f"rank-subtitle-{fields['span']}", last_day=fields["day"]) + _fewer(voice, fields),
        "head": [voice.say(f"rank-column-{name}") for name in ("place", "unit", *_COLUMNS, "points")],
        "rows": [_cells(voice, row) for row in fields["rows"]],
        "notes": [
            *([voice.say("rank-more", n=more)] if more else []),
            *(line for line in _rule(voice, fields) if line),
        ],
    }


_COLUMNS = ("on-time", "complete", "response", "done")


def _cells(voice: Voice, row: Fields) -> Data:
    complete = "–" if row["complete"] is None else f"{row['complete']}%"
    unheard = voice.say("rank-silent") if row["tasks"] else "–"
    response = unheard if row["response"] is None else waited(voice, row["response"])
    done = f"{row['done']}/{row['due']}" if row["due"] else "–"
    return {
        "place": str(row["place"]),
        "unit": row["unit"],
        "cells": [
            [f"{row['on_time']}/{row['days']}", _shade(row["on_time"], row["days"])],
            [complete, _shade(row["complete"] or 0, 100) if row["complete"] is not None else ""],
            [response, "silent" if response == unheard != "–" else ""],
            [done, _shade(row["done"], row["due"])],
        ],
        "points": str(row["points"]),
    }


def _shade(share: int, of: int) -> str:
    """All, most, or less than half."""
    if not of:
        return ""
    return "reported" if share == of else "late" if 2 * share >= of else "silent"


def own(voice: Voice, fields: Fields) -> list[str]:
    """How one's own unit worked, beside the middle of the town: nobody is named, nobody is told off."""
    beside = fields["middle"]
    parts = [voice.say("rank-on-time", share=f"{beside['on_time']}%")]
    if beside["complete"] is not None:
        parts.append(voice.say("rank-complete", rate=str(beside["complete"])))
    if beside["response"] is not None:
        parts.append(voice.say("rank-response", time=waited(voice, beside["response"])))
    if beside["done"] is not None:
        parts.append(voice.say("rank-done", share=f"{beside['done']}%"))
    place = voice.say("rank-own-place", place=str(fields["place"]), units=fields["units"]) if fields["place"] else ""
    return [
        voice.say("rank-own", n=fields["n"], why=why(voice, fields)) + place,
        voice.say("rank-own-middle", why=lines.dotted(voice, parts)),
    ]
