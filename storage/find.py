"""What people wrote, found again by words."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.instants import from_ms
from storage.work import Row, Work

_NO_WORD = ("%", "%")


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

    words: at most three, each in two spellings.
    """
    patterns = [(_pattern(one), _pattern(other)) for one, other in words]
    patterns += [_NO_WORD] * (3 - len(patterns))
    (a, a2), (b, b2), (c, c2) = patterns[:3]
    rows = await work.all("find.written", node=node, a=a, a2=a2, b=b, b2=b2, c=c, c2=c2, most=most)
    return [_found(row) for row in rows]


def _pattern(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _found(row: Row) -> Found:
    text = row["text"]
    if row["kind"] == "line":  # of a roll-call list only what its line says in words is this unit's
        text = "；".join(json.loads(text).values())
    return Found(from_ms(row["at"]), row["unit_id"], row["units"], row["sender"] or "", row["task"], text)
