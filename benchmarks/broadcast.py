"""A broadcast to 1,087 private chats, and one to 58 groups, with 0, 50 and 150 ms of latency, on two kinds of server.

One counts by a token bucket, one lets no second hold more than 30. Run as `python -m benchmarks.broadcast`.

The time goes from the first call that the server sees to the last; the least is one call every thirtieth of a second.
The program runs when it is ordered, as at 19:00 of a day: it has been up for some seconds, and has sent a message. The
groups are told once more as the program starts, when its first answers are slow: there two seconds show it most.
"""

import asyncio
import sys
from datetime import datetime, time, timedelta

from benchmarks import county
from benchmarks.stage import Figure, Stage, stage, tell
from domain.outgoing import Lane, Outgoing
from storage import chats, outbox
from storage.database import Database

START = datetime.combine(county.DAY, time(10), county.ZONE)
PRIVATE, GROUPS = 1087, 58
PER_SECOND = 30
LATENCIES = (0.0, 50.0, 150.0)
MODELS = ("bucket", "sliding")
SETTLING = timedelta(seconds=5)
BEFORE = county.warden(PRIVATE)
"""Who gets the message before it."""


async def run(model: str, latency: float, groups: bool, settled: bool = True) -> list[Figure]:
    """One broadcast: its time, and how often it was refused. `settled`: of a program that has been up for a while."""
    async with stage(START, limits=model, latency_ms=latency, groups=GROUPS if groups else 0) as here:
        wanted = here.groups if groups else [county.warden(number) for number in range(PRIVATE)]
        await _write(here, wanted, SETTLING if settled else timedelta(0))
        await here.start()
        await here.line.reached(len(wanted) + 1, 120)
        seen = await here.line.ask("seen")
    times = [at for at, chat, kind in seen["answers"] if kind == "sent" and chat in set(wanted)]
    least = len(wanted) / PER_SECOND
    whom = f"{len(wanted)} {'groups' if groups else 'private chats'}{'' if settled else ' at the start'}"
    name = f"{whom}, {model}, {latency:.0f} ms"
    return [
        Figure(f"{name}: time, of the least of {least:.1f} s", (max(times) - min(times)) / least, 1.05, "x"),
        Figure(f"{name}: 429s, and messages lost or doubled", seen["too_many"] + abs(len(times) - len(wanted)), 0, ""),
    ]


async def _write(here: Stage, wanted: list[int], settling: timedelta) -> None:
    """The broadcast's messages, as the action that orders them leaves them in the outbox."""
    database = await Database.open(here.url)
    try:
        async with database.work() as work:
            for number in (BEFORE, *wanted):
                chat = await chats.by_telegram_id(work, number)
                assert chat is not None
                due = here.clock.now() + (settling if number != BEFORE else timedelta(0))
                said = Outgoing(f"broadcast/{chat.id}", chat.id, "report-noted", lane=Lane.ORDER, not_before=due)
                await outbox.put(work, said, here.clock.now())
    finally:
        await database.close()


async def everything() -> list[Figure]:
    """All of them, one after the other: what runs beside a sender makes its calls bunch up on their way."""
    return [
        figure
        for groups, settled in ((False, True), (True, True), (True, False))
        for model in MODELS
        for latency in LATENCIES
        for figure in await run(model, latency, groups, settled)
    ]


def main() -> int:
    """Print the figures; 1 where one is over its limit."""
    return tell(asyncio.run(everything()))


if __name__ == "__main__":
    sys.exit(main())
