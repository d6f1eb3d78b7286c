"""The county of the benchmarks: 1 + 12 + 58 nodes above 1,100 units that report, a warden each, and what they write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from random import Random
from zoneinfo import ZoneInfo

from benchmarks.parser import town_names
from domain.forms import shipped
from domain.numbers import Values
from domain.people import Post, Role
from domain.reporting import flows
from domain.town import Town
from domain.units import Unit
from storage import chats, people, units
from storage.database import Database
from storage.work import Work

UNITS = 1100
TOWNS = 12
VILLAGES = 58
DAY = date(2026, 2, 6)
ZONE = ZoneInfo("Asia/Shanghai")
TOWN = Town("云岭县", ZONE, "zh-Hans", shipped("epidemic"))
FIRST_WARDEN = 700_000_000
LEADER = 690_000_001

# What a clean report holds: the words that people write, by indicator, and how large a day's figure is.
FIGURES = (
    ("households_visited", "入户", "户", 120),
    ("people_screened", "排查", "人", 360),
    ("returnees", "返乡", "人", 9),
    ("home_isolation", "居家隔离", "人", 12),
    ("temperature_checks", "测温", "人次", 600),
    ("vehicles_checked", "检查车辆", "台次", 90),
    ("disinfected_sites", "消毒", "处", 8),
    ("leaflets", "宣传单", "份", 300),
)

FLOWS = flows(TOWN.form)


@dataclass(frozen=True)
class Report:
    """What the warden of a unit writes on a day, and what is true."""

    unit: int
    text: str
    values: Values


def unit_name(number: int) -> str:
    """The name of a unit that reports, from 0."""
    return _names()[number]


def _names() -> list[str]:
    if not _NAMES:
        _NAMES.extend(town_names(UNITS))
    return _NAMES


_NAMES: list[str] = []


def warden(number: int) -> int:
    """The Telegram id of the unit's warden."""
    return FIRST_WARDEN + number


def reports(day: date, count: int = UNITS) -> Iterator[Report]:
    """One clean report a unit, of 3 to 7 figures, in the ways in which people write them; the same each time."""
    chance = Random(f"county/{day}")
    for number in range(count):
        given = sorted(chance.sample(range(len(FIGURES)), chance.randint(3, 7)))
        chosen = [FIGURES[place] for place in given]
        values = {code: chance.randrange(1, most) for code, _, _, most in chosen}
        words = [(word, values[code], measure) for code, word, measure, _ in chosen]
        text = _STYLES[number % len(_STYLES)](unit_name(number), day, words)
        yield Report(number, text, {code: Decimal(value) for code, value in values.items()})


Words = list[tuple[str, int, str]]


def _in_a_line(name: str, day: date, words: Words) -> str:
    return f"{name}{day.month}月{day.day}日 " + "，".join(f"{word}{value}{measure}" for word, value, measure in words)


def _in_lines(name: str, day: date, words: Words) -> str:
    lines = "\n".join(f"{word}：{value}{measure}" for word, value, measure in words)
    return f"【{name}】{day.month}月{day.day}日疫情日报\n{lines}"


def _numbered(name: str, day: date, words: Words) -> str:
    lines = "\n".join(f"{n}、{word}{value}{measure}；" for n, (word, value, measure) in enumerate(words, 1))
    return f"{name} {day.month}.{day.day}\n{lines}"


_STYLES = (_in_a_line, _in_lines, _numbered)


async def found(
    url: str,
    now: datetime,
    command: int,
    groups: Sequence[int] = (),
    count: int = UNITS,
    inner: tuple[int, int] = (TOWNS, VILLAGES),
) -> None:
    """Enter the whole county: its tree, its wardens and a leader with their accounts, the command chat, groups.

    inner: how many nodes there are on the two levels between the county and the units that report.
    """
    database = await Database.open(url)
    try:
        async with database.work() as work:
            await _plant(work, count, *inner)
            await _settle(work, now, count)
            await _gather(work, command, groups, now, count)
    finally:
        await database.close()


async def _plant(work: Work, count: int, towns: int, villages: int) -> None:
    tree = [("C", TOWN.name, None, False)]
    tree += [(f"T{n:02d}", f"第{n}镇", "C", False) for n in range(towns)]
    tree += [(f"V{n:02d}", f"第{n}管区", f"T{n % towns:02d}", False) for n in range(villages)]
    tree += [(f"{n:04d}", unit_name(n), f"V{n % villages:02d}", True) for n in range(count)]
    for code, name, _, answers in tree:
        await units.save(work, Unit(0, code, name, reports=answers))
    for code, _, parent, _ in tree:
        await units.tie(work, code, parent)


async def _settle(work: Work, now: datetime, count: int) -> None:
    tree = await units.tree(work)
    for number in range(count):
        person = await people.add(work, f"网格员{number}", f"139{number:08d}", warden(number), now)
        await people.give_post(work, person, Post(Role.WARDEN, tree.by_code[f"{number:04d}"].id))
    leader = await people.add(work, "王书记", "13800000001", LEADER, now)
    await people.give_post(work, leader, Post(Role.LEADER, tree.by_code["C"].id))


async def _gather(work: Work, command: int, groups: Sequence[int], now: datetime, count: int) -> None:
    """The command chat, a group for each of the first nodes, and a chat with every warden."""
    tree = await units.tree(work)
    met = await chats.meet(work, command, "supergroup", "指挥部", now)
    await chats.bind(work, met.id, "command", None, now)
    for number, group in enumerate(groups):
        met = await chats.meet(work, group, "supergroup", f"第{number}组", now)
        await chats.bind(work, met.id, "unit", tree.by_code[f"V{number:02d}"].id, now)
    for number in range(count):
        await chats.meet(work, warden(number), "private", f"网格员{number}", now)
