"""The house's parts on bad days: whatever breaks is begun anew, and no message is lost or sent twice for it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from bot import keeping
from bot.app import House
from bot.keeping import BrokenPart, keep
from domain.outgoing import Lane, Outgoing
from storage import chats, inbox, outbox
from storage.away import DatabaseAway
from tests.support.cast import ZONE
from tests.support.databases import file_of, only_a_file
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
PARTS = ("intake", "worker", "delivery", "fetcher")


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_stage(tmp_path, MORNING) as opened:
        yield opened


@asynccontextmanager
async def _serving(stage: Stage) -> AsyncIterator[House]:
    """The whole program, running."""
    async with stage.house() as house:
        stopping = asyncio.Event()
        serving = asyncio.create_task(house.run(stopping))
        try:
            yield house
        finally:
            stopping.set()
            await serving


async def _until(true: Callable[[], bool]) -> None:
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never came to be")


def _break(name: str) -> None:
    [part] = [task for task in asyncio.all_tasks() if task.get_name() == name]
    part.cancel()


def _ask(stage: Stage, name: str = "张守田") -> None:
    person = stage.cast.people[name]
    stage.telegram.say(person, stage.telegram.private(person), "/language en")


def _said(stage: Stage, name: str = "张守田") -> list[str]:
    chat = stage.telegram.private(stage.cast.people[name])
    return [m.words for m in stage.telegram.shown(chat) if m.sender is stage.telegram.bot]


@pytest.mark.parametrize("part", PARTS)
async def test_a_part_that_breaks_is_begun_anew_and_what_was_said_meanwhile_is_answered(
    stage: Stage, part: str
) -> None:
    async with _serving(stage):
        await _until(lambda: part in {task.get_name() for task in asyncio.all_tasks()})
        _break(part)
        _ask(stage)
        await _until(lambda: len(_said(stage)) == 1)
    assert [part in surprise and "begun" not in surprise for surprise in stage.surprises] == [True]
    stage.surprises.clear()


async def test_a_delivery_that_breaks_while_a_call_is_in_flight_neither_forgets_nor_repeats_it(stage: Stage) -> None:
    stage.telegram.faults.next("sendMessage", "delay", seconds=0.2)
    _ask(stage)
    async with _serving(stage) as house:
        await _until(lambda: house.delivery.in_flight == 1)
        _break("delivery")
        await _until(lambda: len(_said(stage)) == 1)
        await asyncio.sleep(keeping.FIRST_PAUSE + 0.2)
    async with stage.house() as house, house.database.reading() as work:
        assert "sending" not in await outbox.counts(work)
    assert len(_said(stage)) == 1
    stage.surprises.clear()


async def test_what_was_noted_as_being_sent_and_never_left_goes_when_delivery_is_begun_anew(stage: Stage) -> None:
    async with _serving(stage) as house:
        await _until(lambda: "delivery" in {task.get_name() for task in asyncio.all_tasks()})
        async with house.database.work() as work:
            chat = await chats.by_telegram_id(work, stage.cast.people["张守田"].id)
            assert chat is not None
            number = await outbox.put(
                work, Outgoing("a-reminder", chat.id, "language-set", lane=Lane.REMINDER), MORNING
            )
            assert number is not None
            await outbox.mark_sending(work, [number])
        _break("delivery")
        await _until(lambda: len(_said(stage)) == 1)
    stage.surprises.clear()


@asynccontextmanager
async def _locked(stage: Stage, house: House) -> AsyncIterator[None]:
    """Another process holds the database."""
    file_of(house.database).execute("PRAGMA busy_timeout=20")
    path = stage.settings.database_url.removeprefix("sqlite:///")
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    await asyncio.to_thread(other.execute, "BEGIN IMMEDIATE")  # it waits for the work in hand
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@only_a_file
async def test_what_is_said_while_the_database_is_locked_is_answered_when_it_is_free(stage: Stage) -> None:
    async with _serving(stage) as house:
        async with _locked(stage, house):
            _ask(stage)
            await _until(lambda: any("intake stands still" in surprise for surprise in stage.surprises))
            assert stage.telegram.counts.unconfirmed == 1
        await _until(lambda: len(_said(stage)) == 1)
    stage.surprises.clear()


@only_a_file
async def test_a_message_that_arrived_while_the_database_was_locked_is_not_sent_again(stage: Stage) -> None:
    stage.telegram.faults.next("sendMessage", "delay", seconds=0.1)
    _ask(stage)
    async with _serving(stage) as house:
        await _until(lambda: house.delivery.in_flight == 1)
        async with _locked(stage, house):
            await _until(lambda: any("delivery stands still" in surprise for surprise in stage.surprises))
        await asyncio.sleep(2 * keeping.FIRST_PAUSE)
    async with stage.house() as house, house.database.reading() as work:
        assert set(await outbox.counts(work)) == {"sent"}
    assert len(_said(stage)) == 1
    stage.surprises.clear()


@only_a_file
async def test_an_update_in_hand_when_the_database_goes_away_is_no_failure_of_its_own(stage: Stage) -> None:
    person = stage.cast.people["张守田"]
    chance = Random(1)
    for number in range(40):
        signs = (chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(800))  # what repeats itself is packed
        said = f"入户{number}户，备注：" + "".join(signs)
        stage.telegram.say(person, stage.telegram.private(person), said)
    async with stage.house() as house:
        while await house.intake.poll_once():
            pass
        _fill_up(house)
        with pytest.raises(DatabaseAway):
            await house.worker.work_off()
        _fill_up(house, 100_000)
        async with house.database.reading() as work:
            waiting = await inbox.waiting_updates(work, 100)
        assert [update.tries for update in waiting] == [0] * 40


def _fill_up(house: House, room: int = 0) -> None:
    """Leave the disk so many pages."""
    file = file_of(house.database)
    [pages] = file.execute("PRAGMA page_count").fetchone()
    file.execute(f"PRAGMA max_page_count={pages + room}")


async def test_a_part_that_breaks_again_and_again_ends_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "FIRST_PAUSE", 0.0)
    begun = 0

    async def hopeless() -> None:
        nonlocal begun
        begun += 1
        raise ValueError("for ever")

    with pytest.raises(BrokenPart, match="hopeless"):
        await keep("hopeless", hopeless)
    assert begun == keeping.MOST_BREAKS


async def test_a_database_that_is_away_never_ends_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "FIRST_PAUSE", 0.0)
    begun = 0

    async def waiting() -> None:
        nonlocal begun
        begun += 1
        if begun < 50:
            raise DatabaseAway("locked")
        await asyncio.Event().wait()

    keeping_on = asyncio.create_task(keep("waiting", waiting))
    await _until(lambda: begun == 50)
    keeping_on.cancel()
    await asyncio.gather(keeping_on, return_exceptions=True)
