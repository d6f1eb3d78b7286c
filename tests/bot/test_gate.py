"""Calls that are held up on their way arrive together, and still no second of the server's holds more than thirty."""

import asyncio
import selectors
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery import IN_FLIGHT
from bot.gate import Gate
from bot.pacing import Pacer
from domain.outgoing import Act, Lane
from drill.server.limits import Limits, Meter
from storage.outbox import Parcel

KNOWN_BY = 5
"""So many calls go the shortest way at first: it is by them that it is known."""
HELD_UP = st.lists(st.tuples(st.floats(0.0, 0.4), st.floats(0.0, 0.4)), min_size=90, max_size=90)
STALLS = st.lists(st.tuples(st.floats(0.5, 5.0), st.floats(0.0, 0.5)), max_size=4)


class _Turned(selectors.DefaultSelector):
    """Instead of waiting, the time is turned on."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0)
        if not found and timeout is not None:
            self.now += timeout
        return found


class _Loop(asyncio.SelectorEventLoop):
    """A loop whose steps take no time but what a test makes them take."""

    def __init__(self) -> None:
        self.turned = _Turned()
        super().__init__(self.turned)

    def time(self) -> float:
        return self.turned.now


class _LoopClock:
    speed = 1.0

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.monotonic(), UTC)

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


@dataclass
class _Far:
    """A server, far away: how long a call is on its way, and when calls arrived. What stands still for a while takes in
    at its end what came meanwhile."""

    way: float
    held_up: Sequence[tuple[float, float]]
    stands_still: Sequence[tuple[float, float]] = ()
    arrived: list[float] = field(default_factory=list)

    async def call(self, number: int) -> None:
        there, back = self.held_up[number]
        at = asyncio.get_running_loop().time() + self.way / 2 + there
        for begins, lasts in self.stands_still:
            if begins <= at < begins + lasts:
                at = begins + lasts
        self.arrived.append(at)
        await asyncio.sleep(max(0.0, at + self.way / 2 + back - asyncio.get_running_loop().time()))

    def refused(self, model: str) -> int:
        """How many of the calls a server of that kind would not take."""
        hand = _Hand()
        meter = Meter(Limits(model="bucket" if model == "bucket" else "sliding"), hand)
        refused = 0
        for chat, at in enumerate(sorted(self.arrived)):
            hand.at = at
            refused += meter.charge(chat, group=False) is not None
        return refused


class _Hand(_LoopClock):
    at = 0.0

    def monotonic(self) -> float:
        return self.at


def _parcel(number: int) -> Parcel:
    instant = datetime(2026, 2, 6, tzinfo=UTC)
    return Parcel(
        number, str(number), Act.SEND, Lane.ORDER, number, number, "private", True, None, "x", {}, (), None, None, None,
        False, None, 0, None, instant,
    )  # fmt: skip


async def _broadcast(far: _Far, we_stand_still: Sequence[tuple[float, float]]) -> None:
    """One call to each of many chats, so many at a time as the program has in flight."""
    gate, room = Gate(Pacer(), _LoopClock()), asyncio.Semaphore(IN_FLIGHT)
    for begins, lasts in we_stand_still:
        asyncio.get_running_loop().call_at(begins, _stand_still, lasts)

    async def send(number: int) -> None:
        async with gate.passed(_parcel(number)):
            await far.call(number)
        room.release()

    async with asyncio.TaskGroup() as sending:
        for number in range(len(far.held_up)):
            await room.acquire()
            sending.create_task(send(number))


def _stand_still(seconds: float) -> None:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, _Loop)
    loop.turned.now += seconds


def _play(far: _Far, we_stand_still: Sequence[tuple[float, float]] = ()) -> None:
    with asyncio.Runner(loop_factory=_Loop) as runner:
        runner.run(_broadcast(far, we_stand_still))


@given(st.floats(0.0, 0.3), HELD_UP, STALLS, STALLS)
@settings(max_examples=60, deadline=None)
def test_however_calls_are_held_up_none_is_refused(
    way: float,
    held_up: list[tuple[float, float]],
    we_stand_still: list[tuple[float, float]],
    it_stands_still: list[tuple[float, float]],
) -> None:
    far = _Far(way, [(0.0, 0.0)] * KNOWN_BY + held_up, it_stands_still)
    _play(far, we_stand_still)
    assert far.refused("sliding") == 0
    assert far.refused("bucket") == 0


@pytest.mark.parametrize("way", [0.0, 0.05, 0.15])
@pytest.mark.parametrize("seed", [1, 2])
def test_on_a_busy_machine_a_broadcast_takes_hardly_longer_than_the_limits_make_it(way: float, seed: int) -> None:
    chance = Random(seed)
    held_up = [(chance.expovariate(200), chance.expovariate(200)) for _ in range(1087)]
    ours = [(at + chance.random(), 0.1 * chance.random()) for at in range(0, 36, 2)]
    theirs = [(at + chance.random(), 0.1 * chance.random()) for at in range(1, 36, 2)]
    far = _Far(way, held_up, theirs)
    _play(far, ours)
    assert max(far.arrived) - min(far.arrived) <= 1.05 * 1087 / 30
    assert far.refused("sliding") == 0


def test_what_our_own_loop_held_up_is_caught_up() -> None:
    far = _Far(0.1, [(0.0, 0.0)] * 60)
    _play(far, [(0.5, 0.1)])
    assert max(far.arrived) - min(far.arrived) == pytest.approx(59 / 29, abs=0.02)
