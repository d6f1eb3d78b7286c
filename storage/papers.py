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

_AT_ONCE = 200
_OF_PEOPLE = frozenset({"leader", "by", "present", "text", "title", "body", "quote"})
"""The fields of a paper in which people and their words stand; all others hold names of units, codes and figures."""


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


async def blot_out(work: Work, person: int, name: str) -> None:
    """Somebody's name is to go from every paper, by `blot_some`."""
    await work.do("papers.blot_out", person_id=person, name=name)


async def blot_some(work: Work) -> int | None:
    """Put the number of somebody forgotten for their name in the next papers: in how many, None when nobody is waiting.

    Wherever people or their words stand, also in the words of others: a name that is a common word is blotted out too
    often, never too seldom. Names of units and the codes by which a paper is laid out stay whatever somebody is called.
    """
    blot = await work.one("papers.next_blot")
    if blot is None:
        return None
    rows = await work.all("papers.after", id=blot["paper"], most=_AT_ONCE)
    changed = 0
    for row in rows:
        body = _unpacked(row["body"])
        clean = _without(body, blot["name"], f"#{blot['person_id']}")
        if clean != body:
            await work.do("papers.rewrite", id=row["id"], body=_packed(clean))
            changed += 1
    if len(rows) < _AT_ONCE:
        await work.do("papers.blotted", person_id=blot["person_id"])
    else:
        await work.do("papers.blot_on", person_id=blot["person_id"], id=rows[-1]["id"])
    return changed


def _without(value: Any, name: str, number: str, of_people: bool = False) -> Any:
    if isinstance(value, str):
        return value.replace(name, number) if of_people and name else value
    if isinstance(value, list):
        return [_without(part, name, number, of_people) for part in value]
    if isinstance(value, dict):
        return {key: _without(part, name, number, key in _OF_PEOPLE) for key, part in value.items()}
    return value


def _paper(row: Row) -> Paper:
    day, node = date.fromisoformat(row["day"]), row["node"] or None
    return Paper(row["kind"], day, node, bool(row["frozen"]), from_ms(row["at"]), _unpacked(row["body"]))


def _packed(body: Mapping[str, Any]) -> str:
    return base64.b64encode(zlib.compress(dumps(dict(body)).encode(), 6)).decode()


def _unpacked(text: str) -> dict[str, Any]:
    return dict(json.loads(zlib.decompress(base64.b64decode(text))))
