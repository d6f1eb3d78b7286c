"""Which part of the tree a caller may see or order about, by the posts that they hold."""

from collections.abc import Iterable

from domain.errors import NotAllowed, NotFound, NotPossible
from domain.people import Caller, Role
from domain.units import Unit, UnitTree

_WATCH = (Role.LEAD, Role.LEADER, Role.INSPECTOR, Role.OPERATOR)
_COMMAND = (Role.LEADER, Role.OPERATOR)
MOST_NAMED = 6


def watched(caller: Caller, tree: UnitTree) -> tuple[int | None, ...]:
    """The tops of what the caller may see; (None,) is the whole town."""
    return _tops(caller.units_as(*_WATCH), tree)


def commanded(caller: Caller, tree: UnitTree) -> tuple[int | None, ...]:
    """The tops of what the caller may order about."""
    return _tops(caller.units_as(*_COMMAND), tree)


def _tops(nodes: Iterable[int | None], tree: UnitTree) -> tuple[int | None, ...]:
    """The nodes of which none lies below another; those that left the tree are left out."""
    held = [node for node in nodes if node is None or node in tree.units]
    if None in held:
        return (None,)
    tops = [n for n in held if n is not None and not any(n != o and tree.within(n, o) for o in held)]
    return (None,) if len(tops) == 1 and is_whole(tops[0], tree) else tuple(tops)


def is_whole(node: int | None, tree: UnitTree) -> bool:
    """Whether the node is the whole town: None, or the one node that stands over every other."""
    return node is None or [unit.id for unit in tree.children(None)] == [node]


def check_within(unit_id: int, nodes: Iterable[int | None], tree: UnitTree) -> None:
    """NotAllowed when the unit lies below none of the nodes."""
    if not any(tree.within(unit_id, node) for node in nodes):
        raise NotAllowed("unit-not-yours", unit=tree.units[unit_id].name)


def check_seen(node: int | None, nodes: Iterable[int | None], tree: UnitTree) -> None:
    """What a button names may have left the tree or be another's: NotPossible, or NotAllowed. None is the town."""
    tops = tuple(nodes)
    if node is None and None not in tops:
        raise NotPossible("town-not-yours")
    if node is not None and node not in tree.units:
        raise NotPossible("button-old")
    if node is not None:
        check_within(node, tops, tree)


def named(word: str, tree: UnitTree) -> Unit:
    """The unit that a word means; NotFound when none does, NotPossible when several do."""
    found = tree.named(word)
    if not found:
        raise NotFound("unit-unknown", name=word)
    if len(found) > 1:
        raise NotPossible("unit-several", word=word, units=[f"{unit.name} {unit.code}" for unit in found[:MOST_NAMED]])
    return found[0]


def entry(node: int | None, tree: UnitTree) -> int | None:
    """The node from which to look down: for the whole town the one node that stands over every other, if there is."""
    tops = tree.children(None)
    return tops[0].id if node is None and len(tops) == 1 else node
