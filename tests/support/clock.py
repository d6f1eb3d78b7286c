"""A clock that a test moves by hand."""

import asyncio
from datetime import datetime, timedelta


class HandClock:
    """Stands still until it is moved; sleeping on it gives the others a turn and takes none of its time."""

    speed = 1.0

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._now = start

    def now(self) -> datetime:
        """The instant that the hands show."""
        return self._now

    def monotonic(self) -> float:
        """Seconds that the hands have gone since the start."""
        return (self._now - self._start).total_seconds()

    async def sleep(self, seconds: float) -> None:
        """Let the others have a turn; who sleeps again and again keeps no core busy."""
        await asyncio.sleep(0.001)

    def move(self, seconds: float) -> None:
        """Move the hands on."""
        self._now += timedelta(seconds=seconds)

    def move_to(self, instant: datetime) -> None:
        """Move the hands on to an instant; never back."""
        assert instant >= self._now, f"{instant} is before {self._now}"
        self._now = instant
