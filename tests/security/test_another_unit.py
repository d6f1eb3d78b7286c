"""Buttons and words about a unit that is not one's own, with its true numbers: pressed in a chat where they stand, said
where they may be said.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from domain.outgoing import Button, Outgoing
from storage import chats, inbox, outbox
from storage.database import Database
from storage.inbox import Arrived
from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
MESSAGE = 700_001


def one(stage: Stage, sql: str) -> Any:
    """The one value that plain SQL gives."""
    return look(stage.settings.database_url, sql)[0][0]


async def press_all(stage: Stage, who: str, group: str, data: list[str]) -> dict[str, str]:
    """Somebody presses buttons with these data, all of which stand in the group; data -> kind of the toast."""
    chat = stage.cast.groups[group]
    async with stage.house() as house:
        await _show(house.database, stage, chat.id, data)
        updates = [Arrived(810_000_000 + n, _press(stage, who, pressed, chat)) for n, pressed in enumerate(data)]
        async with house.database.work() as work:
            await inbox.keep_updates(work, updates, stage.clock.now())
        while await house.worker.work_off():
            pass
    found = dict(look(stage.settings.database_url, "SELECT key, kind FROM outbox WHERE act = 'toast'"))
    return {pressed: found[f"toast/{pressed}"] for pressed in data}


async def _show(database: Database, stage: Stage, telegram_id: int, data: list[str]) -> None:
    async with database.work() as work:
        chat = await chats.by_telegram_id(work, telegram_id)
        assert chat is not None
        buttons = [[Button("button-not-now", pressed)] for pressed in data]
        row = await outbox.put(work, Outgoing("shown", chat.id, "left", {}, buttons), stage.clock.now())
        assert row is not None
        await outbox.mark_sending(work, [row])
        await outbox.mark_sent(work, [(row, MESSAGE)], stage.clock.now())


def _press(stage: Stage, who: str, data: str, chat: Any) -> str:
    where = {"id": chat.id, "type": chat.type, "title": chat.title or ""}
    shown = {"message_id": MESSAGE, "date": int(stage.clock.now().timestamp()), "chat": where, "text": "…"}
    sender = {"id": stage.cast.people[who].id, "is_bot": False, "first_name": who}
    query = {"id": data, "from": sender, "chat_instance": "1", "message": shown, "data": data}
    return json.dumps({"update_id": 1, "callback_query": query})


@pytest.mark.parametrize("who", ["陈建国", "刘小妹"])
async def test_nobody_presses_for_a_unit_that_is_not_theirs(tmp_path: Path, who: str) -> None:
    """石板村 reports in the group that all share, where everybody sees its buttons."""
    async with open_stage(tmp_path, MORNING) as stage:
        telegram, people, group = stage.telegram, stage.cast.people, stage.cast.groups["全镇群"]
        unit = one(stage, "SELECT id FROM units WHERE code = '03'")
        silent = one(stage, "SELECT id FROM units WHERE code = '05'")
        telegram.join(people["陌生人"], group)
        telegram.say(people["赵春梅"], group, "石板村 劝返约300人")
        telegram.say(people["陌生人"], group, "石板村 入户999户")
        boss = people["王书记"]
        telegram.say(boss, telegram.private(boss), "/task 消杀\n对象:石板村\n截止:明天18:00")
        await stage.settle()
        telegram.say(boss, telegram.private(boss), "立即发布 1")
        await stage.settle()
        asked = one(stage, "SELECT id FROM questions")
        day = "2026-02-06"
        told = await press_all(
            stage,
            who,
            "全镇群",
            [
                f"q/{asked}/value/300",
                f"q/{asked}/drop",
                f"q/{asked}/other",
                "held/1/yes",
                "held/1/no",
                f"task/1/done/{unit}",
                f"task/1/seen/{unit}",
                "task/1/seen",
                f"zero/{day}/{unit}",
                f"mine/fix/{day}/{unit}",
                f"mine/show/{day}/{unit}",
                f"excuse/ask/{day}/{unit}",
                f"excuse/ask/{day}/{silent}",
                f"excused/yes/{day}/{unit}",
            ],
        )
        assert one(stage, "SELECT state FROM questions") == "open"
        assert one(stage, "SELECT count(*) FROM dialogues") == 0
        assert one(stage, "SELECT state FROM held WHERE id = 1") == "waiting"
        assert one(stage, "SELECT state FROM task_units WHERE task = 1") == "silent"
        assert one(stage, "SELECT count(*) FROM statements WHERE zero = 1") == 0
        assert one(stage, "SELECT count(*) FROM excuses") == 0
        assert one(stage, "SELECT count(*) FROM outbox WHERE kind IN ('excuse-asked', 'unit-whole', 'mine-whole')") == 0
        assert not {"question-done", "held-done", "task-toast-said", "excuse-sent", "press-done"} & set(told.values())


# What a leader of 东片 says about 西片, and what it would have done.
BEYOND = (
    "/excuse 白塔社区 停电",
    "/excuse 撤销 红星村",
    "/invite 白塔社区",
    "/invite 白塔社区 负责人",
    "/invite 西片 领导",
    "/remove 孙大海 yes",
    "/unit 白塔社区",
    "/unit 白塔社区 图片",
    "/trend 入户 白塔社区",
    "/find 白塔的话",
    "/task 封路\n对象:白塔社区\n截止:明天18:00",
    "/circular 对象:白塔社区\n停水",
    "发布 1",
    "立即发布 1",
    "取消 1",
    "计入 1",
    "/forget 孙大海 yes",
    "/skip 2026-02-07",
)
LEADS = (
    "/invite 东观社区",
    "/invite 东观社区 负责人",
    "/remove 陈建国 yes",
    "/unit 东观社区",
    "/find 东观的话",
    "计入 1",
)


@pytest.mark.parametrize(("who", "words", "unit"), [("李片长", BEYOND, "白塔社区"), ("张守田", LEADS, "东观社区")])
@pytest.mark.parametrize("place", ["", "指挥部"])
async def test_nobody_says_for_a_unit_that_is_not_theirs(
    tmp_path: Path, who: str, words: tuple[str, ...], unit: str, place: str
) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        telegram, people = stage.telegram, stage.cast.people
        person = people[who]
        lead, short = {"白塔社区": ("孙大海", "白塔"), "东观社区": ("陈建国", "东观")}[unit]
        telegram.join(people["陌生人"], stage.cast.groups[f"{unit}群"])
        telegram.say(people["陌生人"], stage.cast.groups[f"{unit}群"], "入户999户")
        telegram.say(people[lead], stage.cast.groups[f"{unit}群"], f"入户7户，问题:{short}的话")
        boss = people["王书记"]
        telegram.say(boss, telegram.private(boss), "/excuse 红星村 停电")
        await stage.settle()
        if place and who not in ("王书记", "李片长"):
            telegram.join(person, stage.cast.groups[place])
        for text in words:
            telegram.say(person, stage.cast.groups[place] if place else telegram.private(person), text)
            await stage.settle()
        assert one(stage, "SELECT count(*) FROM excuses WHERE revoked_at IS NULL") == 1
        assert one(stage, "SELECT count(*) FROM invitations") == 0
        assert one(stage, "SELECT count(*) FROM people WHERE active = 0") == 0
        assert one(stage, "SELECT count(*) FROM tasks WHERE state = 'published'") == 0
        assert one(stage, "SELECT count(*) FROM circulars WHERE state = 'sent'") == 0
        assert one(stage, "SELECT state FROM held WHERE id = 1") == "waiting"
        assert one(stage, "SELECT count(*) FROM outbox WHERE kind IN ('unit-day', 'unit-pictures')") == 0
        answers = [message.text or "" for message in telegram.shown(telegram.private(person))]
        mine = [text for text in answers if text not in words]
        assert not any(f"{short}的话" in text and "❓" not in text and unit in text for text in mine)
