"""A year of the county: its size on disk, the program's memory and start on it, boards and totals on day 1 and day 365.

Run as `python -m benchmarks.year`. What a year holds stands in benchmarks/past.py. Boards and totals are read as the
program reads them, through storage; the median of some readings counts.
"""

import asyncio
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median

from actions import boards
from actions.picture import picture
from benchmarks import county, past
from benchmarks.stage import Figure, Stage, stage, tell
from domain.totals import by_node
from storage import reports, units
from storage.database import Database
from storage.vault import Vault, new_key, read_keys
from storage.work import Work

DAYS = 365
TOWN_UNITS = 58
READINGS = 31
MEGABYTE = 1024 * 1024
Reading = Callable[[Work, date, datetime], Awaitable[object]]


async def board(work: Work, day: date, now: datetime) -> object:
    """The live board of the whole town, and its running totals."""
    return boards.view(county.TOWN, await picture(work, county.TOWN, day), None, now), await reports.running(work)


async def roll_up(work: Work, day: date, now: datetime) -> object:
    """Every node's total of the day."""
    found = await reports.of_day(work, day)
    return by_node(await units.tree(work), {report.unit_id: report.values for report in found})


async def timed(reading: Reading, work: Work, day: date) -> float:
    """Milliseconds of the processor that one reading takes: what else the machine does says nothing."""
    now = datetime.combine(day, datetime.min.time(), county.ZONE)
    begun = time.process_time()
    await reading(work, day, now)
    return (time.process_time() - begun) * 1000


async def readings(reading: Reading, count: int, folder: Path) -> tuple[float, float]:
    """How long it takes on day 365 of so many units, and how much longer than on day 1.

    The two are read by turns, and each pair is compared by itself: what the machine does with its speed meanwhile is in
    neither.
    """
    day = county.DAY - timedelta(days=1)
    young, old = [await Database.open(await _lived(count, days, folder)) for days in (1, DAYS)]
    try:
        async with young.reading() as then, old.reading() as now:
            pairs = []
            for turn in range(READINGS):
                times = {work: await timed(reading, work, day) for work in ((then, now) if turn % 2 else (now, then))}
                pairs.append((times[now], times[now] / times[then]))
    finally:
        await young.close()
        await old.close()
    return median(took for took, _ in pairs), median(ratio for _, ratio in pairs)


async def _lived(count: int, days: int, folder: Path) -> str:
    """The address of a county of so many units with so many days behind it."""
    path = folder / f"{count}-{days}.db"
    url = f"sqlite:///{path}"
    if not path.exists():
        await county.found(url, datetime.combine(county.DAY, datetime.min.time(), county.ZONE), -1, count=count)
        await past.remember(url, county.DAY - timedelta(days=days), days, count)
    return url


async def process(folder: Path) -> list[Figure]:
    """The program's start on that database, and its memory once it has taken 1,100 more reports."""
    start = datetime.combine(county.DAY, datetime.min.time(), county.ZONE) + timedelta(hours=15)
    async with stage(start, keep=folder / f"{county.UNITS}-{DAYS}.db") as here:
        begun = here.clock.now().timestamp()
        await here.start()
        first_poll = await _polled(here)
        texts = [report.text for report in county.reports(county.DAY)]
        await here.line.ask("write", texts=texts)
        await here.line.reached(len(texts), 120)
        memory = _memory(here.program.pid or 0)
    return [
        Figure("start to the first poll, with a year of data", first_poll - begun, 1.5, "s"),
        Figure("memory with 1,100 units, a year of data, 1,100 reports just answered", memory, 110, "MB"),
    ]


async def _polled(here: Stage) -> float:
    for _ in range(600):
        seen = await here.line.ask("seen")
        if seen["polls"]:
            return float(seen["last_poll"])
        await asyncio.sleep(0.02)
    raise TimeoutError("no poll")


def _memory(pid: int) -> float:
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


async def _sealed_size(year: Path) -> float:
    """Megabytes of the same year once a key has sealed what is private."""
    sealed = year.with_name("sealed.db")
    shutil.copy(year, sealed)
    database = await Database.open(f"sqlite:///{sealed}", Vault(read_keys(new_key())))
    await database.compact(thoroughly=True)
    await database.close()
    return sealed.stat().st_size / MEGABYTE


async def run(folder: Path) -> list[Figure]:
    """Every figure of a year."""
    board_now, board_more = await readings(board, TOWN_UNITS, folder)
    sums_now, sums_more = await readings(roll_up, county.UNITS, folder)
    year = folder / f"{county.UNITS}-{DAYS}.db"
    return [
        Figure("a year of 1,100 units on disk", year.stat().st_size / MEGABYTE, 150, "MB"),
        Figure("a year of 1,100 units on disk, with a key", await _sealed_size(year), 150, "MB"),
        Figure("board of 58 units with running totals, day 365", board_now, 5, "ms"),
        Figure("board of 58 units, day 365 of day 1", board_more, 1.1, "x"),
        Figure("tree roll-up of 1,100 units, day 365", sums_now, 20, "ms"),
        Figure("tree roll-up of 1,100 units, day 365 of day 1", sums_more, 1.1, "x"),
        *await process(folder),
    ]


def main() -> int:
    """Print the figures; 1 where one is over its limit."""
    with tempfile.TemporaryDirectory(prefix="gridwarden-year-") as folder:
        return tell(asyncio.run(run(Path(folder))))


if __name__ == "__main__":
    sys.exit(main())
