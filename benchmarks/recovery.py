"""After an outage: 10,000 updates wait, at Telegram or on our own disk, and the program is started again.

Recovered is: it polls and the first of what waited is handled. How long until all are on disk and all are handled is
told beside it. All is measured from the start of the process, whose imports count.
Run as `python -m benchmarks.recovery`.
"""

import asyncio
import sqlite3
import sys
import time as wall
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from benchmarks import county
from benchmarks.stage import Figure, Stage, stage, tell

WAITING = 10_000
PATIENCE = 240.0
ALL_ON_DISK = 5.0
"""A hundred polls: what is handled meanwhile slows them, and is worth it."""
TALK = (
    "好的，我马上去村口看看",
    "路上有点滑，大家慢一点",
    "请问口罩什么时候到",
    "今天下午再去一趟",
    "已经和他们说过了",
)


@dataclass(frozen=True)
class Recovery:
    """Seconds from the start of the process."""

    bare_start: float
    """To the first poll, of a start with nothing waiting: the machine's own pace."""
    first_poll: float
    first_handled: float
    all_on_disk: float
    all_handled: float
    left: int
    """How many waited on our own disk when it started."""


async def after_outage(here: Stage) -> Recovery:
    """Everything came while the program was dead: it waits at Telegram."""
    bare = await _found(here)
    await _say_all(here)
    return await _recover(here, 0, bare)


async def after_kill(here: Stage) -> Recovery:
    """It is killed when everything is on disk and most of it is not handled."""
    bare = await _found(here)
    await _say_all(here)
    await here.start()
    await _until(lambda: _ask(here, "SELECT count(*) FROM inbox") >= WAITING)
    await here.program.kill()
    return await _recover(here, _ask(here, "SELECT count(*) FROM inbox WHERE state = 'waiting'"), bare)


async def _found(here: Stage) -> float:
    """A first start, so that what is measured is none, and how long to its poll; and an end without a farewell."""
    begun = here.clock.now().timestamp()
    await here.start()
    await _at_the_line(here, lambda seen: seen["polls"] > 0)
    passed = here.clock.now().timestamp() - begun
    await here.program.kill()
    return passed


async def _say_all(here: Stage) -> None:
    """A report from everybody, and talk until there are so many."""
    texts = [report.text for report in county.reports(county.DAY)]
    said = 0
    while said < WAITING:
        some = texts[: WAITING - said]
        await here.line.ask("write", texts=some)
        said += len(some)
        texts = [TALK[(said + number) % len(TALK)] for number in range(county.UNITS)]
    kept = _ask(here, "SELECT count(*) FROM inbox")
    await _at_the_line(here, lambda seen: seen["pending"] >= WAITING - kept)


async def _recover(here: Stage, left: int, bare: float) -> Recovery:
    before = (await here.line.ask("state"))["polls"]
    begun = here.clock.now().timestamp()
    await here.start()
    await _at_the_line(here, lambda seen: seen["polls"] > before)
    first_poll = here.clock.now().timestamp() - begun
    await _until(lambda: _ask(here, "SELECT count(*) FROM inbox WHERE state = 'done'") >= WAITING)
    row = f"FROM inbox WHERE done_at >= {int(begun * 1000)}"
    return Recovery(
        bare,
        first_poll,
        _ask(here, f"SELECT min(done_at) {row}") / 1000 - begun,
        max(0.0, _ask(here, "SELECT max(received_at) FROM inbox") / 1000 - begun),
        _ask(here, f"SELECT max(done_at) {row}") / 1000 - begun,
        left,
    )


def _ask(here: Stage, sql: str) -> Any:
    with closing(sqlite3.connect(here.url.removeprefix("sqlite:///"), timeout=10)) as file:
        return file.execute(sql).fetchone()[0]


async def _at_the_line(here: Stage, true: Callable[[dict[str, Any]], bool]) -> None:
    """Until the server has seen it."""
    for _ in range(3000):
        if true(await here.line.ask("state")):
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the server never sees it")


async def _until(true: Callable[[], bool]) -> None:
    end = wall.monotonic() + PATIENCE
    while not true():
        assert wall.monotonic() < end, "it does not come to an end"
        await asyncio.sleep(0.2)


async def _both() -> list[Recovery]:
    start = datetime.combine(county.DAY, time(15, 0), county.ZONE)
    found = []
    for outage in (after_outage, after_kill):
        async with stage(start) as here:
            found.append(await outage(here))
    return found


def main() -> int:
    """Print the figures; 1 where recovery takes longer than 2 s."""
    away, killed = asyncio.run(_both())
    return tell(
        [
            Figure("nothing waiting: start to first poll", min(away.bare_start, killed.bare_start), 2.0, "s"),
            Figure("10,000 waiting at Telegram: start to first poll", away.first_poll, 2.0, "s"),
            Figure("10,000 waiting at Telegram: start to first update handled", away.first_handled, 2.0, "s"),
            Figure("10,000 waiting at Telegram: all on disk", away.all_on_disk, ALL_ON_DISK, "s"),
            Figure("10,000 waiting at Telegram: all handled", away.all_handled, PATIENCE, "s"),
            Figure(f"{killed.left:,} of them waiting on disk: start to first poll", killed.first_poll, 2.0, "s"),
            Figure(f"{killed.left:,} of them waiting on disk: first handled", killed.first_handled, 2.0, "s"),
            Figure(f"{killed.left:,} of them waiting on disk: all handled", killed.all_handled, PATIENCE, "s"),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
