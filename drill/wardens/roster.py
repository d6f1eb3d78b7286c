"""The synthetic town: its tree of units, where each unit talks, and its people. The same seed is the same town."""

import csv
import io
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from drill.wardens import names

ROOT = "T0"
FIRST_TELEGRAM_ID = 710_000_001


class Home(Enum):
    """Where a unit's people send their reports."""

    OWN_GROUP = "own group"
    SHARED_GROUP = "shared group"
    PRIVATE = "private"


class Role(Enum):
    """What a person is to the town, in the words of the people file."""

    WARDEN = "warden"
    LEAD = "lead"
    LEADER = "leader"
    INSPECTOR = "inspector"
    OPERATOR = "operator"


@dataclass(frozen=True)
class Unit:
    """A node of the tree; only those with `reports` are asked for a report of their own."""

    code: str
    name: str
    parent: str
    aliases: tuple[str, ...]
    reports: bool
    home: Home = Home.PRIVATE


@dataclass(frozen=True)
class Person:
    """Somebody with a phone; `introduced` is whether the people file tells the Telegram id, or a contact card must."""

    name: str
    phone: str
    unit: str
    role: Role
    telegram_id: int
    introduced: bool = True


@dataclass(frozen=True)
class Town:
    """All units, root first and parents before children, and all people."""

    name: str
    units: tuple[Unit, ...]
    people: tuple[Person, ...]

    def reporting(self) -> tuple[Unit, ...]:
        """The units that report, by code."""
        return tuple(unit for unit in self.units if unit.reports)

    def areas(self) -> tuple[Unit, ...]:
        """The nodes between the root and the units that report."""
        return tuple(unit for unit in self.units if unit.parent == ROOT)

    def unit(self, code: str) -> Unit:
        """The unit of that code; KeyError when there is none."""
        for unit in self.units:
            if unit.code == code:
                return unit
        raise KeyError(code)

    def under(self, code: str) -> tuple[Unit, ...]:
        """The reporting units of that node's subtree, the node itself included."""
        return tuple(unit for unit in self.reporting() if code in (unit.code, unit.parent, ROOT))

    def staff(self, code: str) -> tuple[Person, ...]:
        """Lead first, then the wardens of that unit."""
        own = [one for one in self.people if one.unit == code and one.role in (Role.LEAD, Role.WARDEN)]
        return tuple(sorted(own, key=lambda one: one.role is not Role.LEAD))

    def lead(self, code: str) -> Person:
        """The one who answers for that unit."""
        return self.staff(code)[0]

    def wardens(self, code: str) -> tuple[Person, ...]:
        """Those who type that unit's reports, one or two."""
        return self.staff(code)[1:]

    def having(self, role: Role) -> tuple[Person, ...]:
        """Everybody of that role."""
        return tuple(one for one in self.people if one.role is role)

    def town_leader(self) -> Person:
        """The leader of the whole town."""
        return next(one for one in self.having(Role.LEADER) if one.unit == ROOT)


def found_town(seed: int, size: int = 58) -> Town:
    """The town of that seed: a root that reports nothing, 4 to 6 areas, `size` reporting units (at most 75)."""
    rng = random.Random(f"town/{seed}")
    areas = _areas(rng)
    units = _reporting_units(rng, areas, size)
    people = tuple(_people(rng, areas, units))
    return Town(names.TOWN, (Unit(ROOT, names.TOWN, "", (), False), *areas, *units), people)


def _areas(rng: random.Random) -> tuple[Unit, ...]:
    chosen = names.AREAS[: rng.randint(4, len(names.AREAS))]
    return tuple(Unit(f"A{at}", name, ROOT, (), False) for at, name in enumerate(chosen, start=1))


def _reporting_units(rng: random.Random, areas: Sequence[Unit], size: int) -> tuple[Unit, ...]:
    chosen = _unit_names(rng, size)
    homes = _homes(rng, size)
    spread = sorted(areas[at % len(areas)].code for at in range(size))
    return tuple(
        Unit(f"{at:02d}", name, spread[at - 1], _aliases(name), True, homes[at - 1])
        for at, name in enumerate(chosen, start=1)
    )


def _unit_names(rng: random.Random, size: int) -> list[str]:
    others = [*names.VILLAGES, *names.COMMUNITIES]
    if size > len(names.CAST) + len(others):
        raise ValueError(f"there are names for {len(names.CAST) + len(others)} units, not for {size}")
    chosen = [*names.CAST, *rng.sample(others, max(0, size - len(names.CAST)))][:size]
    rng.shuffle(chosen)
    return chosen


def _homes(rng: random.Random, size: int) -> list[Home]:
    """Two fifths talk in a group of their own, two fifths in the group that all share, the rest in private."""
    homes = [(Home.OWN_GROUP, Home.SHARED_GROUP, Home.PRIVATE)[at % 5 // 2] for at in range(size)]
    rng.shuffle(homes)
    return homes


def _aliases(name: str) -> tuple[str, ...]:
    """What people say for short; the town's own name stays the town's."""
    stem = name.removesuffix("社区").removesuffix("村")
    if name.endswith("村"):
        return (f"{name}委会", stem)
    return (f"{name}居委会",) if f"{stem}镇" == names.TOWN else (f"{name}居委会", f"{stem}居委会")


class _Register:
    """Hands out names, phone numbers and Telegram ids, each once."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._taken: set[str] = set()
        self._next_id = FIRST_TELEGRAM_ID

    def enter(self, unit: str, role: Role, introduced: bool = True) -> Person:
        """A new person of that unit."""
        self._next_id += self._rng.randint(3, 900)
        return Person(self._name(), self._phone(), unit, role, self._next_id, introduced)

    def _name(self) -> str:
        return self._once(lambda: self._rng.choice(names.FAMILY_NAMES) + self._rng.choice(names.GIVEN_NAMES))

    def _phone(self) -> str:
        return self._once(
            lambda: f"1{self._rng.choice(('38', '39', '58', '77', '90'))}{self._rng.randrange(10**8):08d}"
        )

    def _once(self, draw: Callable[[], str]) -> str:
        while (drawn := draw()) in self._taken:
            pass
        self._taken.add(drawn)
        return drawn


def _people(rng: random.Random, areas: Sequence[Unit], units: Sequence[Unit]) -> Iterable[Person]:
    register = _Register(rng)
    yield register.enter(ROOT, Role.LEADER)
    yield register.enter(ROOT, Role.OPERATOR)
    yield register.enter(ROOT, Role.INSPECTOR)
    for area in areas:
        yield register.enter(area.code, Role.LEADER)
    for unit in units:
        yield register.enter(unit.code, Role.LEAD)
        for _ in range(rng.choice((1, 1, 2))):
            yield register.enter(unit.code, Role.WARDEN, introduced=rng.random() > 0.06)


def units_csv(town: Town) -> str:
    """The units file as `units import` takes it: code,name,parent,aliases,reports,covers."""
    rows = (
        (unit.code, unit.name, unit.parent, "、".join(unit.aliases), "yes" if unit.reports else "no", "self")
        for unit in town.units
    )
    return _csv(("code", "name", "parent", "aliases", "reports", "covers"), rows)


def people_csv(town: Town) -> str:
    """The people file as `people import` takes it: name,phone,unit,role,telegram_id (empty when not introduced)."""
    rows = (
        (one.name, one.phone, one.unit, one.role.value, str(one.telegram_id) if one.introduced else "")
        for one in town.people
    )
    return _csv(("name", "phone", "unit", "role", "telegram_id"), rows)


def _csv(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return page.getvalue()
