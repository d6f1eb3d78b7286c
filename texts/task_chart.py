"""The matrix of tasks and units as pictures for the phone: a heat map, its tasks told above it."""

from collections.abc import Iterator, Sequence
from typing import Any

from texts.printed import MOST_PAGES, Data, lays_out
from texts.render import Voice, renders
from texts.tasks import Fields, counted, due_words, short

_ONE_COLUMN = 70
"""Units up to which each has a wide row with a word in each cell; more stand in two columns, in colours alone."""
_ROWS = 72
_STATES = {
    "d": "done",
    "w": "waiting",
    "g": "doing",
    "r": "seen",
    "x": "difficulty",
    "b": "returned",
    "s": "silent",
}


@renders("tasks-pictures")
def caption(voice: Voice, fields: Fields) -> str:
    """What the pictures show."""
    return voice.say("tasks-picture-title", node=fields["node"], tasks=len(fields["tasks"]), units=_units(fields))


def _units(fields: Fields) -> int:
    return sum(len(group["rows"]) for group in fields["groups"])


@lays_out("tasks", "tasks.typ")
def chart(voice: Voice, fields: Fields) -> Data:
    """The tasks with their numbers, and page by page the units under the nodes above them."""
    wide = _units(fields) <= _ONE_COLUMN
    lines = _lines(fields["groups"])
    pages = min(MOST_PAGES, -(-len(lines) // (_ROWS if wide else 2 * _ROWS)))
    most = -(-len(lines) // pages)
    parts = [lines[start : start + most] for start in range(0, len(lines), most)]
    return {
        "title": caption(voice, fields),
        "subtitle": voice.say("tasks-picture-subtitle", on_day=fields["day"], at=fields["at"]),
        "wide": wide,
        "tasks": [_task(voice, task) for task in fields["tasks"]],
        "legend": [[sign, voice.say(f"tasks-legend-{state}")] for sign, state in _STATES.items()],
        "words": {sign: voice.say(f"tasks-cell-{state}") for sign, state in _STATES.items()},
        "pages": [[page] if wide else _halves(page) for page in parts],
    }


def _task(voice: Voice, task: Fields) -> Data:
    counts = task["counts"]
    return {
        "number": task["number"],
        "title": short(task["title"]),
        "due": due_words(voice, task),
        "counts": " · ".join(counted(voice, counts)),
        "share": 100 * counts["done"] // max(1, task["units"]),
    }


def _lines(groups: Sequence[Fields]) -> list[dict[str, Any]]:
    """The rows of the heat map: a node's name, then its units."""

    def told() -> Iterator[dict[str, Any]]:
        for group in groups:
            if group["node"]:
                yield {"head": True, "name": group["node"], "cells": ""}
            for name, signs in group["rows"]:
                yield {"head": False, "name": name, "cells": signs}

    return list(told())


def _halves(page: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    middle = -(-len(page) // 2)
    return [page[:middle], page[middle:]]
