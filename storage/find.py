"""What people wrote, found again by words."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain.instants import from_ms
from storage.work import Row, Work

_AT_ONCE = 500
_END_OF_TIME = 2**62


@dataclass(frozen=True)
class Found:
    """Something written. `units`: of how many units it is; `task`: the task that it answers, None for a report."""

    at: datetime
    unit_id: int
    units: int
    sender: str
    task: int | None
    text: str


async def written(work: Work, node: int | None, words: Sequence[tuple[str, str]], most: int) -> list[Found]:
    """The newest reports and answers to tasks below a node (None: the whole town) that hold all these words.

    words: each in two spellings. Read backwards and compared here: what is sealed no database can search.
    """
    found: list[Found] = []
    before: int | None = _END_OF_TIME
    while len(found) < most and before is not None:
        rows = await work.all("find.before", node=node, before=before, most=_AT_ONCE)
        before, whole = _whole_instants(rows)
        found += [one for one in _told(whole) if all(_holds(one.text, spelled) for spelled in words)]
    return found[:most]


def _whole_instants(rows: list[Row]) -> tuple[int | None, list[Row]]:
    """Where to read on (None: that was all), and the rows without the last instant, which may have more of them."""
    if len(rows) < _AT_ONCE:
        return None, rows
    last = rows[-1]["at"]
    whole = [row for row in rows if row["at"] > last]
    return (last + 1, whole) if whole else (last, rows)


def _told(rows: Iterable[Row]) -> Iterator[Found]:
    """The rows of one message as one: of a report for several units the text stands there once."""
    grouped: dict[tuple[object, ...], list[Found]] = {}
    for row in rows:
        found = _found(row)
        grouped.setdefault((row["kind"], row["chat_id"], row["message_id"], found.task, found.text), []).append(found)
    for same in grouped.values():
        units = {one.unit_id for one in same}
        yield replace(max(same, key=lambda one: one.at), unit_id=min(units), units=len(units))


def _holds(text: str, spelled: tuple[str, str]) -> bool:
    folded = text.lower()
    return any(word.lower() in folded for word in spelled)


def _found(row: Row) -> Found:
    text = row["raw"]
    if text.startswith("#接"):  # of a roll-call list only what its line says in words is this unit's
        text = "；".join(json.loads(row["texts_json"]).values())
    return Found(from_ms(row["at"]), row["unit_id"], 1, row["sender"] or "", row["task"], text)
