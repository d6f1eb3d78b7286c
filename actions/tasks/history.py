"""What happened to a task since it was written, or to one unit's part of it: who, when, and what was before."""

from collections.abc import Sequence
from datetime import datetime

from actions.tasks.amending import changed, parts_of
from actions.tasks.rights import covers
from actions.tasks.showing import clock
from domain.tasks import Task
from domain.town import Town
from storage import task_events, units
from storage.task_events import Event
from storage.work import Work


async def history(
    work: Work, town: Town, task: Task, unit_id: int | None, now: datetime, nodes: Sequence[int] | None = None
) -> dict[str, object]:
    """The task's own events and every return, or all of one unit's part, as fields, oldest first.

    With `nodes` only the returns of these nodes' subtrees.
    """
    tree = await units.tree(work)
    if unit_id is None:
        events = [
            event
            for event in await task_events.of_task(work, task.number)
            if event.unit_id is None or covers(tree, nodes, (event.unit_id,))
        ]
    else:
        events = await task_events.of_unit(work, task.number, unit_id)
    names = {unit: found.name for unit, found in tree.units.items()}
    rows = [_row(town, event, names, now) for event in events]
    for row, event in zip(rows, events, strict=True):
        row["changes"] = []
        if event.what == task_events.EDITED:
            row["changes"] = _changes(town, task, events, event, now)
    return {
        "number": str(task.number),
        "title": task.title,
        "unit": "" if unit_id is None else names.get(unit_id, ""),
        "rows": rows,
    }


def _row(town: Town, event: Event, names: dict[int, str], now: datetime) -> dict[str, object]:
    day = town.day_of(event.at)
    return {
        "at": clock(town, event.at),
        "day": "" if day == town.day_of(now) else day.isoformat(),
        "what": event.what,
        "by": event.by,
        "unit": "" if event.unit_id is None else names.get(event.unit_id, ""),
        "words": event.words,
    }


def _changes(town: Town, task: Task, events: list[Event], edit: Event, now: datetime) -> list[dict[str, object]]:
    """What an edit changed: each part as it was before it, and as the next edit found it (or as it is now)."""
    after = parts_of(town, task, now)
    for later in reversed(events[events.index(edit) + 1 :]):
        after |= later.before if later.what == task_events.EDITED else {}
    return changed({**after, **edit.before}, after)
