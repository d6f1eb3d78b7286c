"""What a province needs: 100 counties of 1,000 units that report in the last minute before 16:00, simulated.

Run as `python -m benchmarks.province`, or by `make bench-province`. What one core does is measured first, on SQLite and
on PostgreSQL (where its programs are installed): reports that are taken from the inbox, understood, judged, totalled
and answered in the outbox, by the processor's time, so that what else the machine does stays out of it; and what a
report takes on the disk. From these figures and the program's own pacing the rush is played for each way to divide the
province among bots and cores.
"""

import asyncio
import math
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

from benchmarks import county
from benchmarks.stage import Figure, tell
from bot.app import House, open_house
from bot.clock import rehearsal
from bot.pacing import Pacer
from bot.settings import Settings
from bot.shape import as_it_came
from drill.server.http import Server
from drill.server.telegram import UNLIMITED, Telegram
from storage import inbox
from tests.support import postgres

COUNTIES = 100
UNITS = 1000
RUSH_SECONDS = 60.0
CLOSE = datetime(2026, 2, 6, 15, 59, tzinfo=county.ZONE)
PER_SECOND = 29
LATE_SECONDS = 60.0
"""So long after the close the roll-call waits for what still lies in the inbox."""


@dataclass(frozen=True)
class Measured:
    """What one core does on one kind of database (the server's part counted in), and what a report takes there."""

    database: str
    per_core: float
    bytes_a_report: float


@dataclass(frozen=True)
class Division:
    """A way to divide the province: so many bots, each a town of its own, on so many cores in all."""

    name: str
    bots: int
    cores: int


@dataclass(frozen=True)
class Rush:
    """Seconds from the first report until all are totalled, until all are answered, and the least for the answers."""

    counted: float
    answered: float
    least: float


def main() -> int:
    """Measure, play, tell."""
    measured = asyncio.run(_measure_all())
    for one in measured:
        size = (
            f"{one.bytes_a_report / 1000:.1f} kB a report, {one.bytes_a_report * UNITS / 1e6:.1f} MB a county and day"
        )
        print(f"{one.database:<11} {one.per_core:6.0f} reports a second and core, {size}")
    speed = min(one.per_core for one in measured)
    print(
        f"{COUNTIES} counties of {UNITS} units, all within {RUSH_SECONDS:.0f} s, {speed:.0f} reports a second and core:"
    )
    rushes = [(division, play(division, speed)) for division in _divisions(speed)]
    for division, rush in rushes:
        size = f"{division.bots:4} bots {division.cores:4} cores"
        print(f"  {division.name:<42}{size}  counted {rush.counted:5.0f} s  answered {rush.answered:5.0f} s", end="  ")
        print(f"least {rush.least:5.0f} s")
    few, each = rushes[-1][1], rushes[-2][1]
    return tell(
        [
            Figure("reports that a core handles, of those that a county sends", speed * 60 / UNITS, 1.0, "x", True),
            Figure("a bot a county, a core each: answered, of the least time", each.answered / each.least, 1.05, "x"),
            Figure("a bot a county, few cores: counted after the close", few.counted - RUSH_SECONDS, LATE_SECONDS, "s"),
        ]
    )


def _divisions(speed: float) -> Iterator[Division]:
    yield Division("one bot for the province", 1, 1)
    yield Division("a bot for ten counties, a core each", COUNTIES // 10, COUNTIES // 10)
    yield Division("a bot a county, a core each", COUNTIES, COUNTIES)
    few = math.ceil(COUNTIES * UNITS / speed / (RUSH_SECONDS + LATE_SECONDS / 2))
    yield Division("a bot a county, on as few cores as will do", COUNTIES, few)


def play(division: Division, speed: float) -> Rush:
    """The rush on one of the bots: reports come at random, cores are shared evenly, answers keep to the budgets.

    A town has one writer, so a bot never uses more than one core for its reports, however many there are.
    """
    reports = COUNTIES * UNITS // division.bots
    share = speed * min(1.0, division.cores / division.bots)
    chance = Random(f"province/{division.bots}")
    counted: list[float] = []
    for arrival in sorted(chance.uniform(0.0, RUSH_SECONDS) for _ in range(reports)):
        counted.append(max(counted[-1] if counted else 0.0, arrival) + 1.0 / share)
    return Rush(counted[-1], _answered(counted), max(reports / PER_SECOND, RUSH_SECONDS))


def _answered(ready: list[float]) -> float:
    """When the last answer has gone, each to a private chat of its own, by the program's own pacer."""
    pacer, now = Pacer(PER_SECOND), 0.0
    for chat, at in enumerate(ready):
        now = pacer.ready_at(chat, False, max(now, at))
        pacer.end(pacer.begin(chat, False, now), now, answered=True)
    return now


async def _measure_all() -> list[Measured]:
    with tempfile.TemporaryDirectory(prefix="gridwarden-bench-") as folder:
        found = [await _measure("SQLite", f"sqlite:///{folder}/gridwarden.db", lambda: _file_size(Path(folder)), _idle)]
    if postgres.binaries() is None:
        print("PostgreSQL is not measured: initdb and postgres are not on PATH")
        return found
    with postgres.running("synchronous_commit=on") as server:
        url = server.make()
        wanted = f"SELECT pg_database_size('{url.rsplit('/', 1)[1]}')"
        found.append(
            await _measure("PostgreSQL", url, lambda: int(server.look(url, wanted)[0][0]), lambda: _busy(server, url))
        )
    return found


def _file_size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def _idle() -> float:
    return 0.0


def _busy(server: postgres.Server, url: str) -> float:
    """Seconds of the processor that the server's sessions of the program have used."""
    wanted = "SELECT pid FROM pg_stat_activity WHERE application_name = 'gridwarden'"
    files = [Path(f"/proc/{pid}/stat") for (pid,) in server.look(url, wanted)]
    ticks = [file.read_text().rsplit(")", 1)[1].split()[11:13] for file in files if file.exists()]
    return sum(int(user) + int(system) for user, system in ticks) / os.sysconf("SC_CLK_TCK")


async def _measure(name: str, url: str, size: Callable[[], int], server_busy: Callable[[], float]) -> Measured:
    clock = rehearsal(CLOSE, 1.0)
    telegram = Telegram(clock, seed=1, limits=UNLIMITED)
    server = Server(telegram)
    await server.start()
    settings = Settings(_env_file=None, telegram_token=telegram.token, telegram_api_url=server.url, database_url=url)
    await county.found(url, clock.now(), -100_500)
    try:
        async with open_house(settings, county.TOWN, clock, poll_seconds=0) as house:
            before, began = size(), server_busy() + time.process_time()
            await _fill(house)
            await _work_off(house)
            busy = server_busy() + time.process_time() - began
        return Measured(name, county.UNITS / busy, (size() - before) / county.UNITS)
    finally:
        await server.stop()


async def _fill(house: House) -> None:
    """The county's reports lie in the inbox."""
    updates = [(number, _update(number, report.text)) for number, report in _reports()]
    arrived = [as_it_came(update) for _, update in updates]
    async with house.database.work() as work:
        await inbox.keep_updates(work, arrived, house.clock.now())


def _reports() -> Iterator[tuple[int, county.Report]]:
    return enumerate(county.reports(county.DAY), 1)


def _update(number: int, text: str) -> dict[str, object]:
    """A private message of the warden of that unit, as Telegram tells it."""
    sender = county.warden(number - 1)
    return {
        "update_id": number,
        "message": {
            "message_id": 1000 + number,
            "date": int(CLOSE.timestamp()),
            "text": text,
            "chat": {"id": sender, "type": "private", "first_name": "网格员"},
            "from": {"id": sender, "is_bot": False, "first_name": "网格员"},
        },
    }


async def _work_off(house: House) -> None:
    busy = 1
    while busy:
        busy = await house.worker.work_off()
    async with house.database.reading() as work:
        assert await inbox.count_waiting(work) == 0


if __name__ == "__main__":
    sys.exit(main())
