"""To whom a task is addressed: names, codes and tags become units, and what is not clear is asked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from domain.parsing.fold import fold
from domain.units import Unit, UnitTree

MOST_CANDIDATES = 3
_LIKENESS = 55.0


@dataclass(frozen=True)
class Doubt:
    """A word of the audience that names no unit, or several; `candidates` are those it may mean, likeliest first."""

    word: str
    candidates: tuple[Unit, ...] = ()
    empty: bool = False
    """It names a node, and nobody below that node reports."""


@dataclass(frozen=True)
class Addressed:
    """The units that will get a task, in the tree's order; `outside` are those beyond the writer's own subtree."""

    units: tuple[Unit, ...]
    doubts: tuple[Doubt, ...] = ()
    outside: tuple[Unit, ...] = ()


def address(tree: UnitTree, words: Sequence[str], scope: Sequence[int] | None) -> Addressed:
    """The units meant: without words, every reporting unit of the scope (nodes; None is the whole town).

    A node means the reporting units of its subtree, a tag those of every unit that carries it.
    """
    if not words:
        return Addressed(within(tree, tree.reporting(), scope))
    read = [_read(tree, word) for word in words]
    doubts = tuple(found for found in read if isinstance(found, Doubt))
    wanted = {unit.id for found in read if not isinstance(found, Doubt) for unit in found}
    units = tuple(unit for unit in tree.reporting() if unit.id in wanted)
    mine = within(tree, units, scope)
    return Addressed(mine, doubts, tuple(unit for unit in units if unit not in mine))


def within(tree: UnitTree, units: Iterable[Unit], scope: Sequence[int] | None) -> tuple[Unit, ...]:
    """Those of the units that lie in the scope."""
    return tuple(unit for unit in units if scope is None or any(tree.within(unit.id, node) for node in scope))


def _read(tree: UnitTree, word: str) -> tuple[Unit, ...] | Doubt:
    plain = _plain(word)
    named = _those(tree, lambda unit: plain in {_plain(name) for name in (unit.code, unit.name, *unit.aliases)})
    if len(named) > 1:
        return Doubt(word, named[:MOST_CANDIDATES])
    nodes = named or _those(tree, lambda unit: plain in {_plain(tag) for tag in unit.tags})
    if not nodes:
        return Doubt(word, _alike(tree, plain))
    found = tuple(unit for node in nodes for unit in tree.reporting(node.id))
    return found or Doubt(word, empty=True)


def _those(tree: UnitTree, fits: Callable[[Unit], bool]) -> tuple[Unit, ...]:
    return tuple(unit for unit in tree.units.values() if fits(unit))


def _alike(tree: UnitTree, plain: str) -> tuple[Unit, ...]:
    """The units that the word may have been meant for, by the likeness of the names."""
    scored = [(fuzz.ratio(plain, _plain(unit.name)), -place, unit) for place, unit in enumerate(tree.units.values())]
    best = sorted((s for s in scored if s[0] >= _LIKENESS), key=lambda s: s[:2], reverse=True)
    return tuple(unit for _, _, unit in best[:MOST_CANDIDATES])


def _plain(name: str) -> str:
    return fold(name).text.replace(" ", "").casefold()
