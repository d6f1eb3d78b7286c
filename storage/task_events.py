"""What happened to a task and to each unit's part of it: kept one event a row, shown as its history."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from domain.instants import from_ms, to_ms
from storage.work import Row, Work, dumps

PUBLISHED = "published"
EDITED = "edited"
WITHDRAWN = "withdrawn"
VERIFIED = "verified"
RETURNED = "returned"


@dataclass(frozen=True)
class Event:
    """One event. `what`: one of the words above, or the state that a unit's answer gave it; `by` is a name or empty.

    before: what the parts that were edited said until then.
    """

    at: datetime
    what: str
    by: str = ""
    unit_id: int | None = None
    words: str = ""
    before: Mapping[str, Any] = field(default_factory=dict)


async def note(
    work: Work,
    task: int,
    what: str,
    at: datetime,
    by: int | None,
    unit_id: int | None = None,
    words: str = "",
    before: Mapping[str, object] | None = None,
) -> None:
    """Keep what happened; `by` is the person, None for the clock."""
    row = {"task": task, "unit_id": unit_id, "at": to_ms(at), "person_id": by, "what": what, "words": words}
    await work.do("task_events.add", before_json=dumps(before or {}), **row)


async def of_task(work: Work, task: int) -> list[Event]:
    """What happened to the task itself, and every return, oldest first."""
    return [_event(row) for row in await work.all("task_events.of_task", task=task)]


async def of_unit(work: Work, task: int, unit_id: int) -> list[Event]:
    """Everything that happened to one unit's part of the task, oldest first."""
    return [_event(row) for row in await work.all("task_events.of_unit", task=task, unit_id=unit_id)]


def _event(row: Row) -> Event:
    before = json.loads(row["before_json"])
    return Event(from_ms(row["at"]), row["what"], row["name"] or "", row["unit_id"], row["words"], before)
