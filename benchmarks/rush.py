"""The rush: 1,100 units report within the 60 seconds before 15:59:59, at a server with Telegram's strictest limits.

Run as `python -m benchmarks.rush`. The program is a process of its own; every instant is the server's, which hears by
the next poll's offset that an update is on disk.
"""

import asyncio
import json
import re
import sys
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from benchmarks import county
from benchmarks.stage import Figure, stage, tell
from benchmarks.waiting import share

SECONDS = 60.0
START = datetime.combine(county.DAY, time(15, 58, 54), county.ZONE)
PER_SECOND = 30
_HEARD = re.compile(r" ([\d,]+)/[\d,]+")


async def run() -> list[Figure]:
    """The figures of one rush."""
    async with stage(START, limits="sliding") as here:
        await here.start()
        await asyncio.sleep(4)
        texts = [report.text for report in county.reports(county.DAY)]
        await here.line.ask("write", texts=texts, seconds=SECONDS)
        await here.line.reached(len(texts), SECONDS + 30)
        await asyncio.sleep(7)
        seen = await here.line.ask("seen")
        await here.program.stop()
        state = json.loads(await here.program.job("state", "--day", county.DAY.isoformat()))
    units = [unit for unit in state["units"] if unit["reports"]]
    truth = {f"{report.unit:04d}": report.values for report in county.reports(county.DAY)}
    answers = [at for at, chat, _ in seen["answers"] if chat > 0]
    return [
        Figure("on disk after being offered, 99 in 100", share(_kept(seen), 0.99) * 1000, 100, "ms"),
        Figure("units not judged on-time", sum(not unit["on_time"] for unit in units), 0, ""),
        Figure(
            "units whose figures are not the truth", sum(unit["values"] != truth[unit["code"]] for unit in units), 0, ""
        ),
        Figure("last answer, of the least that the budgets allow", _span(seen, answers), 1.05, "x"),
        Figure("the board behind what was said, at most", _behind(seen), 5, "s"),
        Figure("429s in the server's count", seen["too_many"], 0, ""),
    ]


def _kept(seen: dict[str, Any]) -> list[float]:
    return [done - offered for offered, done in zip(seen["offered"], seen["confirmed"], strict=True)]


def _span(seen: dict[str, Any], answers: Sequence[float]) -> float:
    """How long the answers took, of what they would have with every budget used to the full and nothing else to do."""
    at = first = min(seen["said"])
    for said in sorted(seen["said"]):
        at = max(at + 1 / PER_SECOND, said)
    return (max(answers) - first) / (at - first)


def _behind(seen: dict[str, Any]) -> float:
    """The longest that a report was said and the board did not count it."""
    boards = [(at, int(found[1].replace(",", ""))) for at, text in seen["boards"] if (found := _HEARD.search(text))]
    said = sorted(seen["said"])
    shown = [next((at for at, heard in boards if heard > place), float("inf")) for place in range(len(said))]
    return max(at - when for at, when in zip(shown, said, strict=True))


def main() -> int:
    """Print the figures; 1 where one is over its limit."""
    assert START + timedelta(seconds=4 + SECONDS) < datetime.combine(county.DAY, time(16), county.ZONE)
    return tell(asyncio.run(run()))


if __name__ == "__main__":
    sys.exit(main())
