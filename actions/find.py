"""Searching what people wrote, within the part of the town that the asker may see."""

from datetime import datetime
from heapq import merge

from actions import scope
from domain.errors import NotPossible
from domain.outgoing import Button, Buttons
from domain.people import Caller
from domain.searching import asked, spellings, stretch
from domain.town import Town
from domain.units import UnitTree
from storage import find as storage
from storage import units
from storage.find import Found
from storage.work import Work

PAGE = 10


async def find(work: Work, town: Town, caller: Caller, args: str, now: datetime) -> tuple[dict[str, object], Buttons]:
    """One page of what was written with these words, newest first, and the button for what is older."""
    words, page = asked(args)
    if not words:
        raise NotPossible("find-what")
    tree = await units.tree(work)
    most = (page + 1) * PAGE + 1
    spelled = [spellings(word) for word in words]
    lists = [await storage.written(work, node, spelled, most) for node in scope.watched(caller, tree)]
    found = list(merge(*lists, key=lambda one: one.at, reverse=True))[:most]
    shown = found[page * PAGE : (page + 1) * PAGE]
    older = len(found) > (page + 1) * PAGE
    rows = [_row(town, tree, one, words) for one in shown if one.unit_id in tree.units]
    fields = {"words": " ".join(words), "page": page + 1, "rows": rows, "older": older, "today": str(town.day_of(now))}
    buttons: Buttons = ((Button("button-find-older", f"find/{page + 2}"),),) if older else ()
    return fields, buttons


def _row(town: Town, tree: UnitTree, found: Found, words: tuple[str, ...]) -> dict[str, object]:
    local = town.local(found.at)
    return {
        "day": local.date().isoformat(),
        "at": f"{local:%H:%M}",
        "unit": tree.units[found.unit_id].name,
        "units": found.units,
        "sender": found.sender,
        "task": "" if found.task is None else str(found.task),
        "text": stretch(found.text, words),
    }
