"""What the fault run judges: by key, and by what really happened."""

import asyncio
import logging
from datetime import datetime, time
from pathlib import Path

import pytest

from bot.clock import ScaledClock, rehearsal
from drill.play import DAY, ZONE
from tests.faults.__main__ import broken
from tests.faults.copies import CUT, IN_FLIGHT, Copies, Copy, Stray
from tests.faults.harm import PARTS, Harm, Plan
from tests.faults.house import BROKEN, WISH, BrokenOnPurposeError, Machine, obey
from tests.faults.telling import copies_told


def test_copies_that_their_keys_explain_are_told_and_not_judged() -> None:
    many = Copies(doubled=[Copy("a", IN_FLIGHT, ""), Copy("b", CUT, "")] * 50, unsure=[Copy("c", CUT, "")] * 9)
    lines = copies_told([many, Copies()])
    assert [line.found for line in lines] == [50, 0, 50, 0, 9, 0]
    assert all(line.good for line in lines)


@pytest.mark.parametrize(
    "bad",
    [
        Copies(beyond=[Copy("a", IN_FLIGHT, "")]),
        Copies(beyond=[Copy("a", CUT, "")]),
        Copies(unexplained=[Stray(1, "", cut=False)]),
    ],
)
def test_a_single_copy_beyond_them_fails_the_run(bad: Copies) -> None:
    assert [line.good for line in copies_told([Copies(doubled=[Copy("a", IN_FLIGHT, "")] * 50), bad])].count(False) == 1


def test_a_part_that_a_full_disk_broke_is_not_one_that_we_broke() -> None:
    log = f"ERROR bot.keeping: intake broke, time 1; again in 0.5 s\nWARNING house: {BROKEN.format(part='worker')}\n"
    assert [broken([log, log], part) for part in PARTS] == [0, 2, 0, 0]


async def test_a_wish_counts_when_the_part_has_met_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    machine = _machine()
    Path(WISH).write_text("raise fetcher")
    obey(machine)
    machine.monotonic()
    assert broken([caplog.text], "fetcher") == 0
    with pytest.raises(BrokenOnPurposeError):
        await asyncio.create_task(_look(machine), name="fetcher")
    assert broken([caplog.text], "fetcher") == 1


async def test_a_part_that_is_not_there_is_not_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.WARNING)
    Path(WISH).write_text("cancel worker")
    obey(_machine())
    assert broken([caplog.text], "worker") == 0
    worker = asyncio.create_task(asyncio.sleep(60), name="worker")
    await asyncio.sleep(0)
    obey(_machine())
    await asyncio.gather(worker, return_exceptions=True)
    assert (worker.cancelled(), broken([caplog.text], "worker")) == (True, 1)


def test_each_part_is_to_be_broken_in_each_way_as_often_as_the_others() -> None:
    wishes = Harm(Plan(seed=3))._wishes(16)
    assert {wish: wishes.count(wish) for wish in wishes} == {
        f"{verb} {part}": 2 for verb in ("cancel", "raise") for part in PARTS
    }


def _machine() -> Machine:
    clock = rehearsal(datetime.combine(DAY, time(9), ZONE), 1.0)
    assert isinstance(clock, ScaledClock)
    return Machine(clock)


async def _look(machine: Machine) -> None:
    machine.monotonic()
