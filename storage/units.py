"""The units of the town."""

import json
from datetime import time
from typing import cast

from domain.units import Unit, UnitTree
from storage.work import Row, Work, dumps

_TREE = "units.tree"
_UNITS = "units"


async def tree(work: Work) -> UnitTree:
    """Every active unit; the same tree until a unit changes, whoever changes it."""
    if _TREE not in work.known:
        work.known[_TREE] = await _read(work) if _UNITS in work.changed else await _lasting(work)
    return cast(UnitTree, work.known[_TREE])


async def _lasting(work: Work) -> UnitTree:
    stamp = await work.value("units.stamp")
    kept, tree = work.lasting.get(_TREE, (None, None))
    if tree is None or kept != stamp:
        tree = await _read(work)
        work.lasting[_TREE] = (stamp, tree)
    return cast(UnitTree, tree)


async def _read(work: Work) -> UnitTree:
    return UnitTree.of([_unit(row) for row in await work.all("units.every")])


async def _changed(work: Work) -> None:
    work.known.pop(_TREE, None)
    work.changed.add(_UNITS)
    await work.do("units.mark_changed")


async def save(work: Work, unit: Unit) -> int:
    """Make the unit or bring it up to date, recognised by its code; its id. Its parent is tied by `tie`."""
    await _changed(work)
    return int(
        await work.value(
            "units.save",
            code=unit.code,
            name=unit.name,
            aliases_json=dumps(list(unit.aliases)),
            tags_json=dumps(list(unit.tags)),
            reports=int(unit.reports),
            covers="subtree" if unit.covers_subtree else "self",
            deadline=None if unit.deadline is None else f"{unit.deadline:%H:%M}",
        )
    )


async def tie(work: Work, code: str, parent: str | None) -> None:
    """Put the unit below another, by their codes; None is the top."""
    await _changed(work)
    await work.do("units.tie", code=code, parent=parent)


def _unit(row: Row) -> Unit:
    return Unit(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        parent_id=row["parent_id"],
        aliases=tuple(json.loads(row["aliases_json"])),
        tags=tuple(json.loads(row["tags_json"])),
        reports=bool(row["reports"]),
        covers_subtree=row["covers"] == "subtree",
        deadline=None if row["deadline"] is None else time.fromisoformat(row["deadline"]),
    )
