"""The program goes by Telegram's time: a machine whose clock jumps, sleeps or is wrong does nothing too early."""

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from bot.app import open_house
from bot.timekeeping import KeptClock
from tests.support.cast import ZONE
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE).astimezone(UTC)


class Machine:
    """A machine's clock, of which somebody else can turn the hands."""

    speed = 1.0

    def __init__(self, passed: float = 0.0) -> None:
        self.passed = passed
        self.turned = timedelta()

    def now(self) -> datetime:
        return MORNING + timedelta(seconds=self.passed) + self.turned

    def monotonic(self) -> float:
        return self.passed

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


def _date(instant: datetime) -> str:
    return format_datetime(instant, usegmt=True)


def _minutes_off(clock: KeptClock, machine: Machine) -> float:
    return (clock.now() - MORNING).total_seconds() / 60 - machine.passed / 60


def test_hands_that_are_turned_move_nothing() -> None:
    machine = Machine()
    clock = KeptClock(machine)
    clock.hear(_date(MORNING))
    for minutes in (90, -45, 0):
        machine.turned = timedelta(minutes=minutes)
        machine.passed += 10
        assert _minutes_off(clock, machine) == 0
        clock.hear(_date(MORNING + timedelta(seconds=machine.passed)))
        assert _minutes_off(clock, machine) == 0


def test_a_machine_that_starts_with_a_wrong_clock_goes_by_telegrams(caplog: pytest.LogCaptureFixture) -> None:
    machine = Machine()
    machine.turned = timedelta(hours=8)
    clock = KeptClock(machine)
    with caplog.at_level(logging.WARNING):
        clock.hear(_date(MORNING))
    assert _minutes_off(clock, machine) == 0
    assert "+28800 s off Telegram's" in caplog.text


def test_a_machine_that_slept_is_set_right_by_the_next_answer() -> None:
    machine = Machine()
    clock = KeptClock(machine)
    clock.hear(_date(MORNING))
    machine.passed += 5
    clock.hear(_date(MORNING + timedelta(hours=3)))
    assert abs(_minutes_off(clock, machine) - 180) < 1


def test_an_answer_that_was_a_little_late_moves_nothing() -> None:
    machine = Machine(passed=100)
    clock = KeptClock(machine)
    clock.hear(_date(machine.now()))
    machine.passed += 4
    clock.hear(_date(machine.now() - timedelta(seconds=4)))
    assert clock.now() == machine.now()


@pytest.mark.parametrize("date", [None, "", "yesterday"])
def test_where_no_answer_bears_a_date_it_is_the_machines_clock(date: str | None) -> None:
    machine = Machine()
    clock = KeptClock(machine)
    clock.hear(date)
    machine.turned = timedelta(minutes=3)
    assert clock.now() == machine.now()


def test_when_telegram_has_been_away_for_long_the_machine_is_believed_again() -> None:
    machine = Machine()
    clock = KeptClock(machine)
    clock.hear(_date(MORNING))
    machine.turned = timedelta(hours=2)
    machine.passed += 601
    assert clock.now() == machine.now()


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_stage(tmp_path, datetime(2026, 2, 6, 12, 0, tzinfo=ZONE)) as opened:
        yield opened


class Ahead:
    """The stage's clock as a machine shows it that is two hours ahead."""

    speed = 1.0

    def __init__(self, stage: Stage) -> None:
        self._clock = stage.clock

    def now(self) -> datetime:
        return self._clock.now() + timedelta(hours=2)

    def monotonic(self) -> float:
        return self._clock.monotonic()

    async def sleep(self, seconds: float) -> None:
        await self._clock.sleep(seconds)


async def test_a_machine_two_hours_ahead_calls_nobody_silent_before_the_close(stage: Stage) -> None:
    stage.clock.move_to(datetime(2026, 2, 6, 14, 10, tzinfo=ZONE).astimezone(UTC))
    async with open_house(stage.settings, stage.town, Ahead(stage), poll_seconds=0) as house:
        settled = await house.rings.ring()
    assert settled == 0
    assert not [event for event in stage.seen if "16:00" in event.text]
