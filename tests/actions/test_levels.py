"""The cycle of levels on a real file: each step once for each node, whatever ticks, restarts and new hours come."""

import asyncio
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions import cycle
from domain.cycle import DayOrder
from domain.levels import level_steps
from domain.units import Unit
from storage import chats, days, meta, outbox, units
from storage.database import Database
from tests.support.cast import TOWN, ZONE
from tests.support.databases import new_database

DAY = date(2026, 2, 6)
MIDNIGHT = datetime.combine(DAY, time(0), ZONE).astimezone(UTC)

# code, name, parent, reports, hour
TREE = (
    ("C", "县", None, False, None),
    ("V1", "甲村", "C", False, time(15, 30)),
    ("11", "甲一组", "V1", True, time(15)),
    ("V2", "乙村", "C", False, None),
    ("21", "乙一组", "V2", True, time(15)),
    ("22", "乙二组", "V2", True, None),
)


def at(hour: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(hour), ZONE).astimezone(UTC)


async def found(database: Database) -> None:
    """The tree, with a command chat at each inner node; the program was first started at midnight."""
    async with database.work() as work:
        await meta.first_start(work, MIDNIGHT)
        for code, name, _, reports, hour in TREE:
            await units.save(work, Unit(0, code, name, reports=reports, deadline=hour))
        for code, _, parent, _, _ in TREE:
            await units.tie(work, code, parent)
        tree = await units.tree(work)
        for number, code in enumerate(("C", "V1", "V2")):
            chat = await chats.meet(work, -100 - number, "supergroup", code, MIDNIGHT)
            await chats.bind(work, chat.id, "command", None if code == "C" else tree.by_code[code].id, MIDNIGHT)


async def ring(database: Database, now: datetime) -> None:
    """What the bell does at one tick."""
    for _ in range(100):
        async with database.work() as work:
            if await cycle.advance(work, TOWN, now) is None:
                return


async def rollcalls(database: Database) -> dict[str, list[str]]:
    """The roll-calls of each command chat, by its title: of which close."""
    said: dict[str, list[str]] = {}
    async with database.reading() as work:
        for place in await outbox.queue(work, at("23:59"), most=1000):
            [parcel] = await outbox.parcels(work, [place])
            if parcel.kind == "rollcall" and parcel.chat:
                said.setdefault((await chats.by_id(work, parcel.chat)).title, []).append(parcel.fields["close"])
    return said


async def _played(folder: str, ticks: list[int]) -> dict[str, set[int]]:
    url = new_database(Path(folder))
    database = await Database.open(url)
    await found(database)
    await database.close()
    for minutes in [*sorted(ticks), 1439]:
        database = await Database.open(url)
        await ring(database, MIDNIGHT + timedelta(minutes=minutes))
        async with database.reading() as work:
            settled, tree = await days.settled_at(work, DAY), await units.tree(work)
        await database.close()
    due = {step.name: set(step.desks) for step in level_steps(TOWN, DAY, DayOrder(), tree)}
    assert settled == due
    return settled


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, 1439), max_size=6))
def test_however_often_it_is_started_each_step_of_a_level_is_settled_once_for_each_node(ticks: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert len(asyncio.run(_played(folder, ticks))) == 2 * 8


async def test_each_desk_is_told_at_its_own_close_and_of_what_closes_earlier_right_below_it(tmp_path: Path) -> None:
    database = await Database.open(new_database(tmp_path))
    await found(database)
    for hour in ("15:01", "15:31", "16:01"):
        await ring(database, at(hour))
    assert await rollcalls(database) == {"V1": ["15:00", "15:30"], "V2": ["15:00", "16:00"], "C": ["16:00"]}
    await database.close()


async def test_a_node_that_gets_its_hour_in_the_afternoon_has_what_is_still_ahead_and_nobody_twice(
    tmp_path: Path,
) -> None:
    database = await Database.open(new_database(tmp_path))
    await found(database)
    await ring(database, at("15:31"))
    async with database.work() as work:
        second = (await units.tree(work)).by_code["V2"]
        await units.save(work, replace(second, deadline=time(15, 30)))
    await ring(database, at("15:45"))
    await ring(database, at("16:01"))
    assert await rollcalls(database) == {"V1": ["15:00", "15:30"], "V2": ["15:00", "15:30"], "C": ["16:00"]}
    await database.close()
