"""The county's tree and its people: the same shape is the same county."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time
from functools import cached_property

from drill.wardens import names

ROOT = "C"
NAME = "云岭县"
CELLS_CLOSE, VILLAGES_CLOSE, COUNTY_CLOSES = time(15), time(15, 30), time(16)
LEVELS = ("county", "towns", "villages", "cells")
FIRST_PERSON = 720_000_000

_COVERS_EVERY = 7
"""Every so many villages, one reports for all of its cells itself."""

_STEMS = (
    *("清河", "石桥", "柳树", "枫香", "梨园", "竹林", "盐井", "松坪", "桃溪", "莲塘"),
    *("杨柳", "黄桷", "白鹤", "金竹", "青杠", "麻柳", "茶店", "铜鼓", "双龙", "观音"),
)
_ENDS = ("", "沟", "湾", "坝", "坪", "岭", "冲", "滩", "垭", "塘", "桥", "坡")


@dataclass(frozen=True)
class Shape:
    """How many nodes there are on each level below the county."""

    towns: int = 17
    villages: int = 202
    cells: int = 995


@dataclass(frozen=True)
class Node:
    """A node. level: 0 is the county, 3 a cell. covers: it reports for everything below it. closes: its own hour."""

    code: str
    name: str
    parent: str
    level: int
    reports: bool
    covers: bool = False
    closes: time | None = None


@dataclass(frozen=True)
class Person:
    """Somebody with a post: operator and leader of the county, leaders of nodes, wardens of what reports."""

    name: str
    phone: str
    node: str
    role: str
    telegram_id: int


@dataclass(frozen=True)
class County:
    """Every node, parents before children, and everybody."""

    nodes: tuple[Node, ...]
    people: tuple[Person, ...]

    @cached_property
    def by_code(self) -> dict[str, Node]:
        """The nodes by code."""
        return {node.code: node for node in self.nodes}

    @cached_property
    def _children(self) -> dict[str, list[Node]]:
        children: dict[str, list[Node]] = {}
        for node in self.nodes:
            children.setdefault(node.parent, []).append(node)
        return children

    def children(self, code: str) -> list[Node]:
        """The nodes right below."""
        return self._children.get(code, [])

    def below(self, code: str) -> Iterator[Node]:
        """The node and everything below it."""
        yield self.by_code[code]
        for child in self.children(code):
            yield from self.below(child.code)

    def reporting(self) -> list[Node]:
        """The nodes that report."""
        return [node for node in self.nodes if node.reports]

    def closes(self, node: Node) -> time:
        """When it closes: at its own hour, the nearest above it, or with the county."""
        at: Node | None = node
        while at is not None:
            if at.closes is not None:
                return at.closes
            at = self.by_code.get(at.parent)
        return COUNTY_CLOSES

    @cached_property
    def posts(self) -> dict[tuple[str, str], Person]:
        """Who holds which role at which node."""
        return {(one.node, one.role): one for one in self.people}


def found_county(shape: Shape) -> County:
    """The county of that shape."""
    nodes = tuple(_nodes(shape))
    return County(nodes, tuple(_people(nodes)))


def _nodes(shape: Shape) -> Iterator[Node]:
    yield Node(ROOT, NAME, "", 0, False)
    for n in range(shape.towns):
        yield Node(f"T{n:02d}", f"{_STEMS[n % len(_STEMS)]}镇", ROOT, 1, False)
    villages = []
    for n in range(shape.villages):
        covers = n % _COVERS_EVERY == 0
        stem = f"{_STEMS[n % len(_STEMS)]}{_ENDS[n // len(_STEMS)]}"
        village = Node(f"V{n:03d}", f"{stem}村", f"T{n % shape.towns:02d}", 2, covers, covers, VILLAGES_CLOSE)
        villages.append((village, stem))
        yield village
    for n in range(shape.cells):
        village, stem = villages[n % shape.villages]
        family = names.FAMILY_NAMES[n // shape.villages]
        yield Node(f"{n:04d}", f"{stem}{family}家院", village.code, 3, True, closes=CELLS_CLOSE)


def _people(nodes: Iterable[Node]) -> Iterator[Person]:
    """A warden for each that reports, a leader for the county, each town and every tenth village, an operator."""
    wanted = [(ROOT, "operator")]
    for node in nodes:
        leads = node.level < 2 or (node.level == 2 and int(node.code[1:]) % 10 == 0)
        wanted += [(node.code, "leader")] if leads else []
        wanted += [(node.code, "warden")] if node.reports else []
    for n, (code, role) in enumerate(wanted):
        family, given = names.FAMILY_NAMES, names.GIVEN_NAMES
        name = f"{family[n % len(family)]}{given[n // len(family) % len(given)]}"
        yield Person(name, f"137{n:08d}", code, role, FIRST_PERSON + n)


def units_csv(county: County) -> str:
    """The units file as `units import` takes it."""
    return _csv(
        ("编码", "名称", "上级", "是否上报", "覆盖", "截止"),
        (
            (
                node.code,
                node.name,
                node.parent,
                "是" if node.reports else "否",
                "全部" if node.covers else "本级",
                "" if node.closes is None else f"{node.closes:%H:%M}",
            )
            for node in county.nodes
        ),
    )


def people_csv(county: County) -> str:
    """The people file as `people import` takes it."""
    return _csv(
        ("name", "phone", "unit", "role", "telegram_id"),
        ((one.name, one.phone, one.node, one.role, str(one.telegram_id)) for one in county.people),
    )


def _csv(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return page.getvalue()
