"""Orders that went out at once: how often they were sent again to who is silent, and when that is due next."""

from dataclasses import dataclass
from datetime import datetime

from domain.instants import maybe_instant, maybe_ms, to_ms
from storage.work import Work


@dataclass(frozen=True)
class Round:
    """How far the order has come: `rounds` times sent again; `next_at` None when nothing more is due."""

    task: int
    rounds: int
    next_at: datetime | None


async def begin(work: Work, task: int, next_at: datetime) -> None:
    """The order is out, and is sent again from that instant on."""
    await work.do("orders.begin", task=task, next_at=to_ms(next_at))


async def due(work: Work, now: datetime) -> Round | None:
    """The order whose next round has been due the longest."""
    row = await work.one("orders.due", now=to_ms(now))
    return None if row is None else Round(row["task"], row["rounds"], maybe_instant(row["next_at"]))


async def settle(work: Work, task: int, rounds: int, next_at: datetime | None) -> bool:
    """So many rounds are done; False when another has claimed this one."""
    return await work.do("orders.settle", task=task, rounds=rounds, next_at=maybe_ms(next_at)) == 1


async def rounds(work: Work, task: int) -> int:
    """How often the order was sent again."""
    return int(await work.value("orders.rounds", task=task) or 0)
