"""A clock for tests: it stands still until it is moved."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

FOUR_O_CLOCK = datetime(2026, 2, 6, 8, 0, tzinfo=UTC)


class HandClock:
    """A clock that a test moves: `pass_time` wakes whoever sleeps until then."""

    def __init__(self, start: datetime = FOUR_O_CLOCK) -> None:
        self.start = start
        self.passed = 0.0
        self.sleepers: list[tuple[float, asyncio.Future[None]]] = []
        self.asleep = asyncio.Event()

    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.passed)

    def monotonic(self) -> float:
        return self.passed

    async def sleep(self, seconds: float) -> None:
        if seconds < 0.01:
            return
        waking = asyncio.get_running_loop().create_future()
        self.sleepers.append((self.passed + seconds, waking))
        self.asleep.set()
        await waking

    def pass_time(self, seconds: float) -> None:
        self.passed += seconds
        for due, waking in self.sleepers:
            if due <= self.passed and not waking.done():
                waking.set_result(None)
        self.sleepers = [(due, waking) for due, waking in self.sleepers if not waking.done()]


async def until(condition: Callable[[], object], seconds: float = 5.0) -> None:
    """Wait, in wall time, until the condition holds; fail when it does not in so many seconds."""
    for _ in range(int(seconds * 200)):
        if condition():
            return
        await asyncio.sleep(0.005)
    pytest.fail("waited in vain")
