"""Four processes on one PostgreSQL behind a webhook live through a drill day while one is killed every 5 seconds.

`make faults-postgres`. What is counted has its limit beside it; the exit status is 0 when all limits are kept.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from bot.clock import ScaledClock, rehearsal
from domain.clock import Clock
from drill.play import Drill, Setting, leave, play
from tests.faults.account import account
from tests.faults.strikes import KILL_EVERY, Strikes, Takeovers
from tests.faults.telling import Day, Line, came_of_it, done_to_the_line, tell
from tests.support import databases, postgres

DAY_SECONDS = 50_000
MOST_SECONDS = 10.0
"""Within so long another process is on duty, whatever became of the one that was."""
LINE_KINDS = ("429", "5xx", "502", "half", "timeout", "drop", "duplicate")


def main() -> int:
    """Play, count, tell."""
    chosen = _arguments()
    if postgres.binaries() is None:
        print(f"skipped: {postgres.NONE_HERE}")
        return 0
    strikes = Strikes(_written)
    with postgres.running("max_connections=60") as server, tempfile.TemporaryDirectory(prefix="gridwarden-") as folder:
        databases.servers.append(server)
        out = chosen.out or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        for log in out.glob("bot*.log"):
            log.unlink()  # they are read as the day goes on
        setting = Setting(chosen.seed, chosen.speed, out, database=server.make(), processes=chosen.processes)
        day = asyncio.run(_play_day(setting, strikes))
    lines = [*_done_to_it(day, strikes), *came_of_it([day])]
    print(f"{chosen.processes} processes, {len(day.drill.kills_done)} kills, a day in {_seconds(day):.0f} s:")
    tell([day], lines)
    return 0 if all(line.good for line in lines) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--speed", type=float, default=150.0)
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


async def _play_day(setting: Setting, strikes: Strikes) -> Day:
    """Play it and draw up its account."""
    seen: list[Drill] = []
    begun = time.monotonic()
    outcome = await play(setting, [sys.executable, "-m", "bot"], _clock, _written, seen.append, strikes)
    leave(seen[-1], outcome)
    logs = "".join(path.read_text("utf-8", errors="replace") for path in sorted(setting.out.glob("bot*.log")))
    drawn = account(seen[-1], outcome, strikes.toll, setting.database)
    return Day(seen[-1], outcome, strikes.toll, drawn, time.monotonic() - begun, logs)


def _seconds(day: Day) -> float:
    return DAY_SECONDS / day.drill.setting.speed


def _done_to_it(day: Day, strikes: Strikes) -> Iterator[Line]:
    """What was done, and how soon somebody was on duty again."""
    least = _seconds(day) / KILL_EVERY * 0.9
    yield Line("a process killed (SIGKILL)", day.toll.done["kill"], least, at_least=True)
    yield from _taken_over("killed", strikes.killed)
    yield from _taken_over("hanging (SIGSTOP)", strikes.hung)
    yield from done_to_the_line([day], LINE_KINDS)


def _taken_over(how: str, takeovers: Takeovers) -> Iterator[Line]:
    yield Line(f"duty taken over from one {how}", len(takeovers.seconds), 1, at_least=True)
    yield Line(f"seconds until then, the longest, {how}", max(takeovers.waited(), default=0.0), MOST_SECONDS)


def _clock(start: datetime, speed: float) -> Clock:
    return rehearsal(start, speed)


def _written(clock: Clock) -> str:
    assert isinstance(clock, ScaledClock)
    return clock.written()


if __name__ == "__main__":
    sys.exit(main())
