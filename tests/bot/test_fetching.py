"""Documents are fetched outside of any transaction, tried again when the line is bad, and never twice decided."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from actions import uploads as table_actions
from actions.sheets import MOST_BYTES, MOST_COLUMNS, MOST_ROWS
from bot.app import House
from storage import units, uploads
from storage.database import Database
from storage.work import Work
from tests.support.cast import ZONE
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 7, 30, tzinfo=ZONE)
TABLE = "code,name,parent\n06,高坪村,A2\n".encode()


@asynccontextmanager
async def reading(stage: Stage) -> AsyncIterator[Work]:
    """The stage's database."""
    database = await Database.open(stage.settings.database_url, stage.settings.vault)
    try:
        async with database.work() as work:
            yield work
    finally:
        await database.close()


def send(stage: Stage, name: str = "units.csv", data: bytes = TABLE) -> None:
    """The operator sends a file in private."""
    operator = stage.cast.people["吴运维"]
    stage.telegram.document(operator, stage.telegram.private(operator), name, data)


def shown(stage: Stage) -> list[str]:
    """First lines of what the bot has said to the operator."""
    chat = stage.telegram.private(stage.cast.people["吴运维"])
    return [m.words.split("\n")[0] for m in stage.telegram.shown(chat) if m.sender is stage.telegram.bot]


async def test_a_file_that_does_not_come_at_first_is_tried_again(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        stage.telegram.faults.next("getFile", "5xx", times=2)
        send(stage)
        for _ in range(4):
            await stage.settle()
            stage.clock.move(10)
        assert shown(stage) == ["📋 units.csv：单元表，还没有导入"]


async def test_a_file_that_never_comes_is_told_at_last(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        stage.telegram.faults.sometimes("getFile", "drop", 1.0)
        send(stage)
        for _ in range(8):
            await stage.settle()
            stage.clock.move(60)
        assert shown(stage) == ["没有取到 units.csv，请重发一次。"]


async def test_a_file_that_is_too_big_is_refused_before_it_is_fetched(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        send(stage, data=b"x" * (MOST_BYTES + 1))
        await stage.settle()
        assert shown(stage) == ["文件太大，最多 5 MB。"]
        assert stage.telegram.counts.by_method["getFile"] == 0


async def test_a_press_that_comes_twice_imports_once(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        send(stage)
        await stage.settle()
        operator = stage.cast.people["吴运维"]
        preview = stage.telegram.last(stage.telegram.private(operator))
        for _ in range(2):
            stage.telegram.press(operator, preview, preview.buttons[0][0][1])
        await stage.settle()
        assert [toast.text for toast in stage.telegram.toasts] == ["好的", "这张表已经处理过了。要再导入，重发一次。"]
        async with reading(stage) as work:
            assert (await units.tree(work)).by_code["06"].name == "高坪村"
            upload = await uploads.by_id(work, 1)
        assert upload is not None
        assert (upload.state, upload.rows) == ("imported", ())


async def test_a_table_is_decided_about_only_in_the_chat_to_which_it_was_sent(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        send(stage)
        await stage.settle()
        command, operator = stage.cast.groups["指挥部"], stage.cast.people["吴运维"]
        preview = stage.telegram.last(stage.telegram.private(operator))
        data = preview.buttons[0][0][1]
        board = stage.telegram.say(operator, command, "x")
        assert board is not None
        stage.telegram.press(operator, board, data, forged=True)
        await stage.settle()
        assert stage.telegram.toasts[-1].text == "这个按钮过时了，请用最新的那条消息。"
        async with reading(stage) as work:
            assert "06" not in (await units.tree(work)).by_code


def largest() -> bytes:
    """A table of as many rows and columns as are read."""
    headings = ["code", "name", "parent", *(f"h{n}" for n in range(MOST_COLUMNS - 3))]
    lines = [",".join((f"x{n}", f"村{n}", "A2", *"a" * (MOST_COLUMNS - 3))) for n in range(MOST_ROWS - 1)]
    return "\n".join([",".join(headings), *lines]).encode()


async def until(true: Callable[[], bool]) -> None:
    """Others have the thread until it is true."""
    for _ in range(2000):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never came to be")


async def answered(house: House) -> None:
    """What was said meanwhile is taken in, handled and answered."""
    await house.intake.poll_once()
    while await house.worker.work_off():
        pass
    for _ in range(2000):
        if await house.delivery.deliver_ready() is None and not house.delivery.in_flight:
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it is not answered")


async def test_while_the_largest_table_is_read_others_are_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, free = threading.Event(), threading.Event()
    read = table_actions.read

    def held(*told: Any) -> table_actions.Table:
        begun.set()
        if not free.wait(10):
            raise AssertionError("nobody could be answered meanwhile")
        return read(*told)

    monkeypatch.setattr(table_actions, "read", held)
    async with open_stage(tmp_path, MORNING) as stage:
        send(stage, data=largest())
        lead = stage.cast.people["张守田"]
        private = stage.telegram.private(lead)
        async with stage.house() as house:
            await answered(house)
            fetching = asyncio.create_task(house.fetcher.fetch_ready())
            await until(lambda: begun.is_set() or fetching.done())
            stage.telegram.say(lead, private, "/language en")
            await answered(house)
            told = [message.words for message in stage.telegram.shown(private) if message.sender is stage.telegram.bot]
            assert told != []
            assert not fetching.done()
            free.set()
            assert await fetching == 1
        await stage.settle()
        assert shown(stage) == ["📋 units.csv：单元表，还没有导入"]
        operator = stage.cast.people["吴运维"]
        assert f"{MOST_ROWS - 1:,}" in stage.telegram.last(stage.telegram.private(operator)).words
