"""What the brief's hour costs: one brief of 58 units and of 1,100, and the whole step with a leader at each inner node.

Run as `python -m benchmarks.brief`; exits non-zero where a limit is passed. The days come from benchmarks/past.py: the
day itself and the week before it. What counts is the processor's time, so that a busy machine says nothing. How long
the pages take to be set is in benchmarks/papers.py.
"""

import asyncio
import shutil
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

from actions import ground, papers
from actions.picture import picture
from actions.steps.brief import brief
from actions.steps.moment import Moment
from benchmarks import county, past
from benchmarks.stage import Figure, tell
from domain.cycle import DayOrder, Step, steps_of
from domain.people import Post, Role
from storage import chats, people, units
from storage.database import Database, path_of
from storage.work import Work

DAYS = 9
INNER = (17, 202)
LEADERS = (5, 20, 219)
DAY = county.DAY
NOW = datetime.combine(DAY, county.TOWN.times.brief, county.ZONE)
FIRST_LEADER = 680_000_000


async def founded(folder: Path, count: int) -> str:
    """A database of so many units with its days; the url."""
    url = f"sqlite:///{folder}/{count}.db"
    await county.found(url, datetime.combine(DAY, datetime.min.time(), county.ZONE), -1, count=count, inner=INNER)
    await past.remember(url, DAY - timedelta(days=DAYS - 1), DAYS, count)
    return url


async def lead(work: Work, most: int) -> None:
    """Give each of the first inner nodes, towns before villages, a leader who can be written to."""
    tree = await units.tree(work)
    inner = [unit for unit in tree.units.values() if tree.children(unit.id) and unit.parent_id is not None]
    for number, node in enumerate(inner[:most]):
        account = FIRST_LEADER + number
        person = await people.add(work, f"领导{number}", f"137{number:08d}", account, NOW)
        await people.give_post(work, person, Post(Role.LEADER, node.id))
        await chats.meet(work, account, "private", f"领导{number}", NOW)


async def one(url: str) -> float:
    """Seconds of the processor for the brief of the whole tree."""
    database = await Database.open(url)
    try:
        async with database.work() as work:
            begun = time.process_time()
            seen = await picture(work, county.TOWN, DAY)
            made_from = await ground.gather(work, county.TOWN, seen, seen.close, NOW)
            await papers.brief(work, county.TOWN, made_from, None, NOW, frozen=False)
            return time.process_time() - begun
    finally:
        await database.close()


async def step(url: str, leaders: int) -> float:
    """Seconds of the processor for the brief's step with so many leaders, in a copy of the database."""
    copied = Path(shutil.copy(path_of(url), f"{path_of(url)}-{leaders}.db"))
    database = await Database.open(f"sqlite:///{copied}")
    due = next(step for step in steps_of(county.TOWN, DAY, DayOrder()) if step.kind is Step.BRIEF)
    try:
        async with database.work() as work:
            await lead(work, leaders)
            begun = time.process_time()
            await brief(work, county.TOWN, Moment(DAY, due, DayOrder(), NOW))
            return time.process_time() - begun
    finally:
        await database.close()


async def run(folder: Path) -> list[Figure]:
    """Every figure of the brief."""
    town, large = await founded(folder, 58), await founded(folder, county.UNITS)
    return [
        Figure("brief of 58 units", await one(town), 0.5, "s"),
        Figure("brief of 1,100 units", await one(large), 3, "s"),
        *[Figure(f"the step, 1,100 units, {n} leaders", await step(large, n), 1.5, "s") for n in LEADERS],
    ]


def main() -> int:
    """Print the figures; 1 where one is over its limit."""
    with tempfile.TemporaryDirectory(prefix="gridwarden-brief-") as folder:
        return tell(asyncio.run(run(Path(folder))))


if __name__ == "__main__":
    sys.exit(main())
