"""`make faults`: drill days under everything at once, and one line a kind with its limit. 1 where a limit is passed."""

import argparse
import asyncio
import shutil
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bot.clock import ScaledClock, rehearsal
from domain.clock import Clock
from drill.play import Drill, Setting, play
from tests.faults.account import account
from tests.faults.harm import PARTS, Harm, Plan
from tests.faults.house import BROKEN, UNAUDITED
from tests.faults.telling import Day, Line, came_of_it, done_to_the_line, tell

ROOT = Path(__file__).parents[2]
HOUSE = Path(__file__).with_name("house.py")
LINE_KINDS = ("429", "5xx", "502", "half", "timeout", "drop", "duplicate", "reorder")


async def play_day(plan: Plan, out: Path, speed: float, units: int = 58) -> Day:
    """Play it and draw up its account; everything it leaves lies in `out`."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    setting = Setting(plan.seed, speed, out.resolve(), units=units)
    harm, seen, begun = Harm(plan), [], time.monotonic()
    outcome = await play(setting, [sys.executable, str(HOUSE)], rehearsal, _written, seen.append, harm)
    drill: Drill = seen[-1]
    url = f"sqlite:///{out.resolve() / 'gridwarden.db'}"
    log = (out / "bot.log").read_text("utf-8", errors="replace")
    drawn = account(drill, outcome, harm.toll, url)
    return Day(drill, outcome, harm.toll, drawn, time.monotonic() - begun, log)


def _written(clock: Clock) -> str:
    assert isinstance(clock, ScaledClock)
    return clock.written()


def done_to_it(days: Sequence[Day], planned_kills: int) -> list[Line]:
    """What was done: each kind at least once, and the kills as often as was planned."""
    toll: Counter[str] = sum((day.toll.done for day in days), Counter())
    return [
        Line("the process killed (SIGKILL)", toll["kill"], planned_kills, at_least=True),
        *(Line(f"{part} broken from within", broken([day.log for day in days], part), 1, True) for part in PARTS),
        Line("database held by another process", toll["locked"], 1, at_least=True),
        Line("disk full", toll["disk full"], 1, at_least=True),
        Line("clock turned, to and fro", toll["clock"], 1, at_least=True),
        *done_to_the_line(days, LINE_KINDS),
        Line("group migrated amid the orders", sum(bool(day.toll.migrated) for day in days), 1, at_least=True),
        Line("member who blocked the bot", sum(bool(day.toll.blocked) for day in days), 1, at_least=True),
    ]


def broken(logs: Sequence[str], part: str) -> int:
    """How often the harm's wish came true in that part: what breaks of itself, as on a full disk, is not counted."""
    return sum(log.count(BROKEN.format(part=part)) for log in logs)


def unaudited(days: Sequence[Day]) -> Line:
    """Changes of state that the program made without a line in the audit log, as its house under harm watches them."""
    return Line("changes without a line in the audit log", sum(day.log.count(UNAUDITED) for day in days), 0)


async def _all(chosen: argparse.Namespace) -> list[Day]:
    """So many days side by side as asked for, until all are played."""
    room = asyncio.Semaphore(chosen.together)

    async def one(seed: int) -> Day:
        async with room:
            return await play_day(Plan(seed, kills=chosen.kills), chosen.out / f"day-{seed}", chosen.speed)

    return list(await asyncio.gather(*(one(chosen.seed + number) for number in range(chosen.days))))


def main() -> int:
    """The whole run."""
    parser = argparse.ArgumentParser("python -m tests.faults", description=__doc__)
    parser.add_argument("--days", type=int, default=6)
    parser.add_argument("--kills", type=int, default=35, help="a day")
    parser.add_argument("--speed", type=float, default=100.0)
    parser.add_argument("--together", type=int, default=3, help="how many days are played side by side")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("drill-out/faults"))
    chosen = parser.parse_args()
    days = asyncio.run(_all(chosen))
    lines = [*done_to_it(days, chosen.days * chosen.kills), *came_of_it(days), unaudited(days)]
    tell(days, lines)
    return 0 if all(line.good for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
