"""After an outage: 1,100 reports wait at the server. How soon they are on disk, and understood, judged and totalled.

Run as `python -m benchmarks.waiting`. Counted from the instant at which the first of them is offered; the worst of
some runs counts.
"""

import asyncio
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, time
from decimal import Decimal

from benchmarks import county
from benchmarks.stage import Figure, stage, tell
from storage import reports, units
from storage.database import Database, path_of
from storage.work import Work

ROUNDS = 5


def share(values: Sequence[float], part: float) -> float:
    """The value that so great a part of them does not pass."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


async def run() -> tuple[float, float, int]:
    """One recovery: seconds until all are on disk, and until all are totalled; units of which that is not the truth."""
    async with stage(datetime.combine(county.DAY, time(15), county.ZONE)) as here:
        texts = [report.text for report in county.reports(county.DAY)]
        await here.line.ask("write", texts=texts)
        await here.start()
        await here.line.reached(1, 60)
        for _ in range(240):
            if not (await here.line.ask("state"))["pending"] and not _count_waiting(here.url):
                break
            await asyncio.sleep(0.25)
        seen = await here.line.ask("seen")
        await here.program.stop()
        database = await Database.open(here.url)
        try:
            async with database.reading() as work:
                wrong = await _wrong(work)
        finally:
            await database.close()
        done = _last_done(here.url)
    begun = min(seen["offered"])
    return max(seen["confirmed"]) - begun, done / 1000 - begun, wrong


def _count_waiting(url: str) -> int:
    with closing(sqlite3.connect(path_of(url), timeout=10)) as file:
        return int(file.execute("SELECT count(*) FROM inbox WHERE state = 'waiting'").fetchone()[0])


def _last_done(url: str) -> int:
    with closing(sqlite3.connect(path_of(url))) as file:
        return int(file.execute("SELECT max(done_at) FROM inbox").fetchone()[0])


async def _wrong(work: Work) -> int:
    tree = await units.tree(work)
    found = {report.unit_id: report.values for report in await reports.of_day(work, county.DAY)}
    sums = await reports.running(work)
    wrong = 0
    for report in county.reports(county.DAY):
        unit = tree.by_code[f"{report.unit:04d}"].id
        flows = {code: value for code, value in report.values.items() if code in county.FLOWS}
        kept = {code: total for code, total in sums.get(unit, {}).items() if total != Decimal(0)}
        wrong += found.get(unit) != report.values or kept != flows
    return wrong


def main() -> int:
    """Print the figures; 1 where one is over its limit."""
    runs = [asyncio.run(run()) for _ in range(ROUNDS)]
    for kept, done, _ in runs:
        print(f"  on disk after {kept:.2f} s, understood, judged, totalled after {done:.2f} s")
    return tell(
        [
            Figure("1,100 waiting reports: all on disk after", max(kept for kept, _, _ in runs), 0.5, "s"),
            Figure("1,100 waiting reports: understood, judged, totalled", max(done for _, done, _ in runs), 3.0, "s"),
            Figure("units whose figures or running totals are not the truth", sum(wrong for *_, wrong in runs), 0, ""),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
