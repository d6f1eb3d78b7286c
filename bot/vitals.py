"""Signs of life: when each part of the program last showed that it goes round, and how it sends.

Counted always, for it costs nothing; read by the guard (bot/guard.py) and by the pages for machines (bot/pages.py).
Nothing personal is in here: parts, lanes and numbers.
"""

import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from domain.outgoing import Lane

BREATH = 1.0
"""A part with nothing to do looks about so often (wall seconds): a wake-up call that was lost is made up for, too."""

BUCKETS = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 60.0, 300.0, 900.0)
"""Upper bounds of the delays that are counted together, in seconds; above the last there is no bound."""


class Delays:
    """How long messages of one lane took, counted in buckets."""

    def __init__(self) -> None:
        self.counts = [0] * (len(BUCKETS) + 1)
        self.seconds = 0.0

    def note(self, seconds: float) -> None:
        """One more."""
        self.counts[bisect_left(BUCKETS, seconds)] += 1
        self.seconds += seconds


class Vitals:
    """What the running program knows of itself. Ages are seconds of the machine, whatever clock a rehearsal goes by."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._beats: dict[str, float] = {}
        self.refused: Counter[str] = Counter()
        """How often Telegram answered 429, by what was asked: poll or send."""
        self.delays = {lane: Delays() for lane in Lane}
        """From when a message could have gone out until it stood there, in the seconds of the town's clock."""
        self.failed: Counter[Lane] = Counter()
        """How many messages were given up."""
        self.stopping = False
        """Whether the program is on its way out, for whatever reason."""

    def expect(self, part: str) -> None:
        """The part runs from now on, and is to show signs of life."""
        self._beats[part] = self._monotonic()

    @contextmanager
    def living(self, part: str) -> Iterator[None]:
        """The part runs for as long as the block lasts."""
        self.expect(part)
        try:
            yield
        finally:
            self._beats.pop(part, None)

    def beat(self, part: str) -> None:
        """A sign of life of a part that runs; of another it says nothing."""
        if part in self._beats:
            self._beats[part] = self._monotonic()

    def ages(self) -> dict[str, float]:
        """Seconds since the last sign of life, by part."""
        now = self._monotonic()
        return {part: now - beat for part, beat in self._beats.items()}

    def silent(self, seconds: float) -> dict[str, float]:
        """The parts that have shown no sign of life for longer than that, and for how long."""
        return {part: age for part, age in self.ages().items() if age > seconds}
