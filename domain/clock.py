"""What the rooms may ask of a clock. The only reading of the wall clock is in bot/clock.py."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time and waits; a rehearsal's clock does both faster."""

    @property
    def speed(self) -> float:
        """How many of its seconds pass in one of the wall clock's."""
        ...

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds on this clock's own scale, never going back; for pacing."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait that many of this clock's seconds."""
        ...
