"""A press counts only for a button that was really shown: clients can be made to send any data."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.support.cast import ZONE
from tests.support.stage import Stage, open_stage

MADE_UP = (
    "q/1",
    "q/x/y",
    "total/",
    "units/open/99",
    "mine/x",
    "excuse/99",
    "zero/99",
    "task/",
    "which/1/1",
    "held/1/yes",
)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_stage(tmp_path, datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)) as opened:
        yield opened


@pytest.mark.parametrize("data", MADE_UP)
async def test_made_up_data_is_answered_kindly_and_does_nothing(stage: Stage, data: str) -> None:
    person = stage.cast.people["张守田"]
    chat = stage.telegram.private(person)
    stage.telegram.say(person, chat, "黄溪村 入户86户")
    await stage.settle()
    receipt = stage.telegram.last(chat)
    stage.seen.clear()
    stage.telegram.press(person, receipt, data, forged=True)
    await stage.settle()
    assert [toast.text for toast in stage.telegram.toasts] == ["这个按钮过时了，请用最新的那条消息。"]
    assert [event.kind for event in stage.seen] == ["answered"]


async def test_a_button_counts_on_a_message_whose_id_we_never_heard(stage: Stage) -> None:
    warden = stage.cast.people["周桂兰"]
    chat = stage.telegram.private(warden)
    stage.telegram.say(warden, chat, "返乡约5人")
    stage.telegram.faults.next("sendMessage", "half", chat_id=chat.id)
    async with stage.house() as house:
        await house.intake.poll_once()
        await house.worker.work_off()
        async with asyncio.timeout(10):
            while not any("5" in message.labels for message in stage.telegram.shown(chat)):
                await house.delivery.deliver_ready()
                await asyncio.sleep(0.01)
        stage.telegram.press_label(warden, stage.telegram.last(chat), "5")
        await house.intake.poll_once()
        await house.worker.work_off()
    await stage.settle()
    assert [toast.text for toast in stage.telegram.toasts] == ["已记"]
