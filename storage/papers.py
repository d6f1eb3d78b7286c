"""What was printed for a day: frozen when its hour came, shown again as it was."""

import base64
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.instants import from_ms, to_ms
from storage.work import Row, Work, dumps


@dataclass(frozen=True)
class Paper:
    """A brief or minutes. node: whose subtree it shows, None for the town. body: what it says, as plain JSON."""

    kind: str
    day: date
    node: int | None
    frozen: bool
    at: datetime
    body: Mapping[str, Any]


async def keep(work: Work, paper: Paper) -> None:
    """Keep it: one that is frozen only where none is yet, a passing one in place of the last."""
    await work.do(
        "papers.freeze" if paper.frozen else "papers.sketch",
        kind=paper.kind,
        day=paper.day.isoformat(),
        node=paper.node or 0,
        at=to_ms(paper.at),
        body=_packed(paper.body),
    )


async def of(work: Work, kind: str, day: date, node: int | None, frozen: bool = True) -> Paper | None:
    """The paper of that day and node; None when there is none."""
    row = await work.one("papers.of", kind=kind, day=day.isoformat(), node=node or 0, frozen=int(frozen))
    return None if row is None else _paper(row)


def _paper(row: Row) -> Paper:
    day, node = date.fromisoformat(row["day"]), row["node"] or None
    return Paper(row["kind"], day, node, bool(row["frozen"]), from_ms(row["at"]), _unpacked(row["body"]))


def _packed(body: Mapping[str, Any]) -> str:
    return base64.b64encode(zlib.compress(dumps(dict(body)).encode(), 6)).decode()


def _unpacked(text: str) -> dict[str, Any]:
    return dict(json.loads(zlib.decompress(base64.b64decode(text))))
