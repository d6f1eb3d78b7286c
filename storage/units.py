"""The units of the town."""

import json
from typing import cast

from domain.units import Unit, UnitTree
from storage.work import Row, Work, dumps

_TREE = "units.tree"


async def tree(work: Work) -> UnitTree:
    """Every active unit; read once a work."""
    if _TREE not in work.known:
        work.known[_TREE] = UnitTree.of([_unit(row) for row in await work.all("units.every")])
    return cast(UnitTree, work.known[_TREE])


async def save(work: Work, unit: Unit) -> int:
    """Make the unit or bring it up to date, recognised by its code; its id. Its parent is tied by `tie`."""
    work.known.pop(_TREE, None)
    return int(
        await work.value(
            "units.save",
            code=unit.code,
            name=unit.name,
            aliases_json=dumps(list(unit.aliases)),
            tags_json=dumps(list(unit.tags)),
            reports=int(unit.reports),
            covers="subtree" if unit.covers_subtree else "self",
        )
    )


async def tie(work: Work, code: str, parent: str | None) -> None:
    """Put the unit below another, by their codes; None is the top."""
    work.known.pop(_TREE, None)
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
    )
