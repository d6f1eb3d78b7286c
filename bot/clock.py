"""The only reading of the wall clock; every other room is handed a `Clock` or a `now`."""

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


class SystemClock:
    """The wall clock as it is."""

    speed = 1.0

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds, never going back."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait that many seconds."""
        await asyncio.sleep(seconds)


@dataclass(frozen=True)
class ScaledClock:
    """A rehearsal's clock: at wall instant `anchor` it shows `start`, and from there it runs `factor` times as fast.

    Processes that share the three numbers share the time, so a killed one comes back to the right hour.
    """

    start: datetime
    anchor: float
    factor: float

    @property
    def speed(self) -> float:
        """How many rehearsal seconds pass in one of the wall clock's."""
        return self.factor

    def now(self) -> datetime:
        """The rehearsal's instant, aware, in UTC."""
        return self.start + timedelta(seconds=self.monotonic())

    def monotonic(self) -> float:
        """Rehearsal seconds since its start."""
        return (time.time() - self.anchor) * self.factor

    async def sleep(self, seconds: float) -> None:
        """Wait that many rehearsal seconds."""
        await asyncio.sleep(max(0.0, seconds) / self.factor)

    def written(self) -> str:
        """The clock as one word, to hand to another process."""
        return f"{self.start.isoformat()}@{self.anchor!r}@{self.factor!r}"


def read_clock(word: str) -> ScaledClock:
    """The clock that `ScaledClock.written` wrote; ValueError when the word is not one."""
    start, anchor, factor = word.split("@")
    instant = datetime.fromisoformat(start)
    if instant.tzinfo is None:
        raise ValueError("the rehearsal's start needs a zone, such as 2026-02-06T07:50+08:00")
    return ScaledClock(instant.astimezone(UTC), float(anchor), float(factor))


def rehearsal(start: datetime, factor: float) -> ScaledClock:
    """A clock that shows `start` now and runs `factor` times as fast from here."""
    return ScaledClock(start.astimezone(UTC), time.time(), factor)
