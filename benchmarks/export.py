"""How long an export takes and what memory it costs: 1,100 units, 30 days, every kind of file, limits beside them.

Run as `python -m benchmarks.export`, or by `make bench-export`; exits non-zero where a limit is passed. Each kind is
written by a process of its own, as the bot has it written; `dense` has every indicator in every report.
"""

import asyncio
import multiprocessing
import re
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from multiprocessing.queues import Queue
from pathlib import Path

from bot.exporting import write_export
from bot.settings import Settings
from domain.exports import Asked
from tests.support.cast import TOWN, ZONE
from tests.support.county import Shape, settle_county

LAST = date(2026, 2, 28)
NOW = datetime(2026, 2, 28, 18, 0, tzinfo=ZONE)
# 17 towns, 68 villages, 1,020 cells: 1,088 units that report.
USUAL = Shape(towns=17, villages=4, cells=15, days=30, silent=5, late=5, filled=40)
DENSE = Shape(towns=17, villages=4, cells=15, days=30, silent=0, late=5, filled=100)
SECONDS, MEGABYTES = 10.0, 300.0


def measure(settings: Settings, kind: str, path: Path, answer: "Queue[tuple[float, float]]") -> None:
    """Write one file; seconds of a core, whatever else the machine does, and the most megabytes held."""
    asked = Asked(LAST - timedelta(days=USUAL.days - 1), LAST, kind=kind)
    started = time.process_time()
    write_export(settings, TOWN, asked, "zh-Hans", path, NOW)
    answer.put((time.process_time() - started, most_memory()))


def most_memory() -> float:
    """The most memory that this process has held, in megabytes; its parent's is not counted, unlike by getrusage."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else 0.0


def main() -> int:
    """Print the figures; 1 where a limit is passed."""
    passed = True
    with tempfile.TemporaryDirectory() as folder:
        for name, shape in (("usual", USUAL), ("dense", DENSE)):
            url = f"sqlite:///{folder}/{name}.db"
            county = asyncio.run(settle_county(url, TOWN, shape, LAST))
            print(f"{name}: {len(county.tree.reporting())} units, {shape.days} days, {len(county.reports)} reports")
            for kind in ("xlsx", "csv", "json"):
                passed &= _one(Settings(_env_file=None, database_url=url), name, kind, Path(folder))
    return 0 if passed else 1


def _one(settings: Settings, name: str, kind: str, folder: Path) -> bool:
    path = folder / f"{name}.{kind}"
    context = multiprocessing.get_context("spawn")
    answer: Queue[tuple[float, float]] = context.Queue()
    process = context.Process(target=measure, args=(settings, kind, path, answer))
    process.start()
    seconds, peak = answer.get()
    process.join()
    # Every indicator in every report of every day is more than any county sends: it may take twice as long.
    limit = SECONDS if name == "usual" else 2 * SECONDS
    good = seconds < limit and peak < MEGABYTES
    size = path.stat().st_size / 1e6
    told = f"{seconds:6.2f} s (limit {limit:.0f})  {peak:5.0f} MB (limit {MEGABYTES:.0f})  file {size:5.1f} MB"
    print(f"  {kind:5}{told}{'' if good else '  OVER THE LIMIT'}", flush=True)
    return good


if __name__ == "__main__":
    sys.exit(main())
