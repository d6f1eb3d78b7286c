"""Four processes on one PostgreSQL behind a webhook live through a drill day while one is killed every 5 seconds.

`make faults-postgres`. What is counted has its limit beside it; the exit status is 0 when all limits are kept.
"""

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.clock import ScaledClock, rehearsal
from domain.clock import Clock
from domain.outgoing import Lane
from drill.play import Drill, Outcome, Setting, leave, play
from tests.support import postgres

DAY_SECONDS = 50_000
KILL_EVERY = 5.0
"""Seconds of the wall clock between two kills."""


@dataclass(frozen=True)
class Line:
    """A figure with the limit that it has to keep."""

    what: str
    found: int
    limit: int

    @property
    def good(self) -> bool:
        return self.found <= self.limit

    def __str__(self) -> str:
        return f"{'ok ' if self.good else 'BAD'} {self.what}: {self.found} (at most {self.limit})"


def main() -> int:
    """Play, count, tell."""
    chosen = _arguments()
    if postgres.binaries() is None:
        print(f"skipped: {postgres.NONE_HERE}")
        return 0
    kills = int(DAY_SECONDS / chosen.speed / KILL_EVERY)
    seen: list[Drill] = []
    with postgres.running("max_connections=60") as server, tempfile.TemporaryDirectory(prefix="gridwarden-") as folder:
        out = chosen.out or Path(folder)
        out.mkdir(parents=True, exist_ok=True)
        database = server.make()
        setting = Setting(chosen.seed, chosen.speed, out, kills, database=database, processes=chosen.processes)
        command = [sys.executable, "-m", "bot"]
        outcome = asyncio.run(play(setting, command, _clock, _written, lambda drill: seen.append(drill)))
        leave(seen[-1], outcome)
        in_flight = server.look(database, "SELECT count(*) FROM outbox WHERE tries > 1")[0][0]
        lines = [*_told(outcome, int(in_flight)), *_kept(server, database)]
        _explain(outcome)
    took = DAY_SECONDS / chosen.speed
    print(f"{chosen.processes} processes, {len(seen[-1].kills_done)} kills, a day in {took:.0f} s:")
    for line in lines:
        print(f"  {line}")
    return 0 if all(line.good for line in lines) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--speed", type=float, default=150.0)
    parser.add_argument("--processes", type=int, default=4)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


def _told(outcome: Outcome, in_flight: int) -> Iterator[Line]:
    """What the bot's account has otherwise than it is, and what people saw twice: at most what was tried twice."""
    found = Counter(_kind(difference.subject, difference.what) for difference in outcome.comparison.differences)
    for what in ("reports not counted", "values wrong", "steps missed or doubled", "tasks told wrong"):
        yield Line(what, found[what], 0)
    yield Line("acts that nobody could do", len(outcome.undone), 0)
    yield Line("orders and calls twice in a chat, in flight at a kill", len(outcome.doubled), in_flight)


def _kind(subject: str, what: str) -> str:
    if subject.startswith("step"):
        return "steps missed or doubled"
    if subject.startswith("task"):
        return "tasks told wrong"
    return "reports not counted" if what in ("unit", "state") else "values wrong"


def _kept(server: postgres.Server, database: str) -> Iterator[Line]:
    """What the database says was left lying."""

    def count(sql: str) -> int:
        return int(server.look(database, f"SELECT count(*) FROM {sql}")[0][0])

    yield Line("updates that were not handled", count("inbox WHERE state <> 'done'"), 0)
    lying = "outbox WHERE state IN ('waiting', 'sending', 'failed')"
    yield Line("orders that were not delivered", count(f"{lying} AND lane = {int(Lane.ORDER)}"), 0)
    yield Line("steps recorded as missed", count("steps WHERE state = 'missed'"), 0)
    yield Line("messages left between call and answer", count("outbox WHERE state = 'sending'"), 0)


def _explain(outcome: Outcome) -> None:
    for difference in outcome.comparison.differences:
        print(f"  ≠ {difference}")
    for text, times in Counter(outcome.doubled).items():
        print(f"  2× {text}" + (f" (in {times} chats)" if times > 1 else ""))
    for act in outcome.undone:
        print(f"  ! {act}")


def _clock(start: datetime, speed: float) -> Clock:
    return rehearsal(start, speed)


def _written(clock: Clock) -> str:
    assert isinstance(clock, ScaledClock)
    return clock.written()


if __name__ == "__main__":
    sys.exit(main())
