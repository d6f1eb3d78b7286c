"""The tree of units: who reports, whose figures are whose, and who is responsible for whom."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from functools import cached_property

from domain.script import simplified


@dataclass(frozen=True)
class Unit:
    """A node of the tree. `reports`: it answers every day. `covers_subtree`: its figures hold its children's.

    deadline: the local hour at which it and what is below it closes, where that is before the node above it.
    """

    id: int
    code: str
    name: str
    parent_id: int | None = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    reports: bool = True
    covers_subtree: bool = False
    deadline: time | None = None


@dataclass(frozen=True, eq=False)
class UnitTree:
    """Every active unit, by our id, with the questions that the tree answers. A tree is equal to itself alone."""

    units: Mapping[int, Unit] = field(default_factory=dict)

    @classmethod
    def of(cls, units: Iterable[Unit]) -> "UnitTree":
        """The tree of these units, kept in their order."""
        return cls({unit.id: unit for unit in units})

    @cached_property
    def spellings(self) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Code, name and aliases of every unit."""
        return tuple((unit.code, unit.name, unit.aliases) for unit in self.units.values())

    @cached_property
    def by_code(self) -> Mapping[str, Unit]:
        """Units by code."""
        return {unit.code: unit for unit in self.units.values()}

    @cached_property
    def has_deadlines(self) -> bool:
        """Whether any unit has an hour of its own."""
        return any(unit.deadline is not None for unit in self.units.values())

    @cached_property
    def _children(self) -> Mapping[int | None, tuple[Unit, ...]]:
        children: dict[int | None, list[Unit]] = {}
        for unit in self.units.values():
            parent = unit.parent_id if unit.parent_id in self.units else None
            children.setdefault(parent, []).append(unit)
        return {parent: tuple(below) for parent, below in children.items()}

    def children(self, unit_id: int | None) -> tuple[Unit, ...]:
        """The units directly below; of None, those at the top."""
        return self._children.get(unit_id, ())

    @cached_property
    def _walk(self) -> tuple[tuple[Unit, ...], Mapping[int | None, tuple[int, int]]]:
        """Every unit, parents first, and between which places of that row each one's subtree stands; None is all."""
        walk: list[Unit] = []
        spans: dict[int | None, tuple[int, int]] = {}

        def visit(unit_id: int | None) -> None:
            begun = len(walk)
            walk.extend(() if unit_id is None else (self.units[unit_id],))
            for child in self.children(unit_id):
                visit(child.id)
            spans[unit_id] = (begun, len(walk))

        visit(None)
        return tuple(walk), spans

    def subtree(self, unit_id: int | None) -> Sequence[Unit]:
        """The unit and all below it, parents first; of None, every unit."""
        walk, spans = self._walk
        begun, ended = spans[unit_id]
        return walk[begun:ended]

    def ancestors(self, unit_id: int) -> Iterator[Unit]:
        """The units above, nearest first."""
        parent = self.units[unit_id].parent_id
        while parent is not None and parent in self.units:
            yield self.units[parent]
            parent = self.units[parent].parent_id

    def reporting(self, unit_id: int | None = None) -> tuple[Unit, ...]:
        """The units of the subtree that answer every day, parents first."""
        return tuple(unit for unit in self.subtree(unit_id) if unit.reports)

    def within(self, unit_id: int, node: int | None) -> bool:
        """Whether the unit is the node or below it; every unit is within None."""
        return node is None or unit_id == node or any(above.id == node for above in self.ancestors(unit_id))

    def named(self, word: str) -> tuple[Unit, ...]:
        """The units that a word means: by code, else by name, else by alias; several when they share it."""
        wanted = folded(word)
        return next((units[wanted] for units in self._by_word if wanted in units), ())

    @cached_property
    def _by_word(self) -> tuple[Mapping[str, tuple[Unit, ...]], ...]:
        """The units by code, by name and by alias: a table of thousands asks for each of its rows."""
        kinds: tuple[dict[str, tuple[Unit, ...]], ...] = ({}, {}, {})
        for unit in self.units.values():
            for words, said in zip(kinds, ((unit.code,), (unit.name,), unit.aliases), strict=True):
                for word in dict.fromkeys(map(folded, said)):
                    words[word] = (*words.get(word, ()), unit)
        return kinds

    def counted(self, unit_id: int | None) -> Iterator[Unit]:
        """The units whose figures add up to the node's total: below one that covers its subtree, none."""
        walk, spans = self._walk
        place, ended = spans[unit_id]
        while place < ended:
            unit = walk[place]
            yield unit
            place = spans[unit.id][1] if unit.covers_subtree else place + 1


def folded(word: str) -> str:
    """A word as codes and names are compared: script, full-width signs, capitals, outer spaces make no difference."""
    return simplified(unicodedata.normalize("NFKC", word).strip().casefold())
