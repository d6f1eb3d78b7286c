"""How soon the program polls after its start, and how much of the processor that takes: the median of some starts.

Run as `python -m benchmarks.start [STARTS]`. Other work on the machine changes the first much, the second little.
"""

import asyncio
import os
import sys
from datetime import datetime, time
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import county
from benchmarks.stage import Figure, Stage, stage, tell

STARTS = 7
POLL_LIMIT = 1.5
PROCESSOR_LIMIT = 0.9


async def run(starts: int) -> list[Figure]:
    """The figures of so many starts of the county's program on its database."""
    async with stage(datetime.combine(county.DAY, time(11), county.ZONE)) as here:
        await _first_poll(here)  # the first start makes the database's file what it is
        found = [await _first_poll(here) for _ in range(starts)]
    return [
        Figure("start to the first poll", median(passed for passed, _ in found), POLL_LIMIT, "s"),
        Figure("the processor's part of it", median(used for _, used in found), PROCESSOR_LIMIT, "s"),
    ]


async def _first_poll(here: Stage) -> tuple[float, float]:
    """Start, and kill at the first poll; seconds until then by the wall and of the processor."""
    before = (await here.line.ask("state"))["polls"]
    begun = here.clock.now().timestamp()
    await here.start()
    seen = await _polled(here, before)
    used = processor_seconds(here.program.pid or 0)
    await here.program.kill()
    return float(seen["last_poll"]) - begun, used


async def _polled(here: Stage, before: int) -> dict[str, Any]:
    for _ in range(3000):
        seen: dict[str, Any] = await here.line.ask("seen")
        if seen["polls"] > before:
            return seen
        await asyncio.sleep(0.01)
    raise TimeoutError("no poll")


def processor_seconds(pid: int) -> float:
    """What a process has taken of the processor until now, all its threads together."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Print the figures; 1 where one is over its limit."""
    return tell(asyncio.run(run(int(sys.argv[1]) if len(sys.argv) > 1 else STARTS)))


if __name__ == "__main__":
    sys.exit(main())
