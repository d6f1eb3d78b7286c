"""Every unit's standing, a screen at a time: down the tree, a dozen lines a page."""

from typing import Any

from actions import scope
from actions.picture import Picture, state_fields
from domain.outgoing import Button, Buttons
from domain.standing import Mark, State
from domain.town import Town
from domain.units import Unit

LINES = 12
_WIDTH = 2


def unit_list(town: Town, seen: Picture, node: int | None, page: int) -> tuple[dict[str, Any], Buttons]:
    """A node's children with their standing: units by a line each, branches by their counts. Pages count from 0."""
    node = scope.entry(node, seen.tree)
    rows = [seen.tree.units[node]] if node is not None and seen.tree.units[node].reports else []
    rows += seen.tree.children(node)
    pages = max(1, -(-len(rows) // LINES))
    page = min(max(page, 0), pages - 1)
    shown = rows[page * LINES : (page + 1) * LINES]
    fields = {
        **state_fields(seen.standing.within(seen.tree, node)),
        "day": seen.day.isoformat(),
        "node": town.name if node is None else seen.name(node),
        "node_id": node,
        "page": page + 1,
        "pages": pages,
        "rows": [_row(town, seen, unit, node) for unit in shown],
    }
    return fields, _ways(seen, node, page, pages, shown)


def _row(town: Town, seen: Picture, unit: Unit, node: int | None) -> dict[str, Any]:
    if unit.id != node and seen.tree.children(unit.id):
        return {"name": unit.name, "branch": True, **state_fields(seen.standing.within(seen.tree, unit.id))}
    mark = seen.standing.marks.get(unit.id)
    first = None if mark is None else mark.first_at
    return {
        "name": unit.name,
        "branch": False,
        "state": sign_state(mark),
        "at": "" if first is None else f"{town.local(first):%H:%M}",
        "questions": 0 if mark is None else mark.open_questions,
        "reason": seen.excused.get(unit.id, ""),
    }


def sign_state(mark: Mark | None) -> str:
    """The state by which a unit's sign is chosen: late is one of them; `node` for what does not report."""
    if mark is None:
        return "node"
    return "late" if mark.late and mark.state is State.REPORTED else str(mark.state)


def _ways(seen: Picture, node: int | None, page: int, pages: int, shown: list[Unit]) -> Buttons:
    branches = [unit for unit in shown if unit.id != node and seen.tree.children(unit.id)]
    down = [Button(f"={unit.name}", f"units/{unit.id}/0") for unit in branches]
    rows = [tuple(down[start : start + _WIDTH]) for start in range(0, len(down), _WIDTH)]
    turns = []
    if page > 0:
        turns.append(Button("button-previous", f"units/{node or 0}/{page - 1}"))
    if page < pages - 1:
        turns.append(Button("button-next", f"units/{node or 0}/{page + 1}"))
    return (*rows, tuple(turns)) if turns else tuple(rows)
