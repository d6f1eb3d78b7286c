"""Every button by every role in every kind of chat; and what somebody tries in the chat of a unit that is not theirs.

Every command by every role in every kind of chat is walked in tests/bot/test_roles.py, by the same matrix.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.routes import PRESSES
from domain.outgoing import Button, Outgoing
from domain.people import Place
from drill.server.telegram import Chat
from storage import chats, inbox, outbox
from storage.database import Database
from storage.inbox import Arrived
from tests.bot.test_roles import GRANTED, PATIENT, WHO, bind_all, rooms
from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 7, 30, tzinfo=ZONE)
# What could stand behind each button's name; things that are not there, so that nothing is done.
DATA = {
    "handover": "no",
    "leave": "no",
    "remove": "no",
    "import": "99/cancel",
    "q": "99/drop",
    "form": "skip/99",
    "roll": "99/keep",
    "zero": "2026-02-06/99",
    "mine": "show/2026-02-06/99",
    "held": "99/no",
    "which": "99/no",
    "task": "99/seen",
    "rank": "week/0/0",
    "circular": "99/drop",
    "read": "99",
    "tasks": "99",
    "taskform": "picture",
    "verify": "99/open",
    "draft": "99/1/cancel",
    "series": "99/paused",
    "decision": "99",
    "newtask": "x/y",
    "board": "refresh",
    "units": "open",
    "total": "x/0",
    "cycle": "keep/2026-02-06",
    "silent": "call",
    "excuse": "ask/2026-02-06/99",
    "excused": "no/2026-02-06/99",
    "present": "now",
    "aliases": "alias/99",
    "find": "2",
    "brief": "2026-02-06/99/paper",
    "trend": "x/0/14",
    "unitdays": "99",
    "forget": "no",
}
REFUSED = frozenset({"not-here", "not-allowed"})


def test_every_button_is_walked() -> None:
    assert set(DATA) == {press.name for press in PRESSES}


async def test_every_button_by_every_role_in_every_chat_is_granted_or_refused_as_written(tmp_path: Path) -> None:
    """The buttons stand in each chat as if the bot had shown them to all."""
    roles = {name: who for who, name in WHO.items()}
    async with open_stage(tmp_path, MORNING, town=PATIENT) as stage:
        groups = rooms(stage)
        await stage.settle()
        await bind_all(stage, groups)
        asked: dict[str, tuple[str, str, Place]] = {}
        updates: list[Arrived] = []
        async with stage.house() as house:
            for name in WHO.values():
                person = stage.cast.people[name]
                for place in Place:
                    chat = groups.get(place) or stage.telegram.private(person)
                    message = await _show(house.database, stage, chat)
                    for press in PRESSES:
                        query = f"{press.name}-{name}-{place}"
                        asked[query] = (press.verb.value, roles[name], place)
                        update = _press(
                            stage, query, f"{press.name}/{DATA[press.name]}", person.id, name, chat, message
                        )
                        updates.append(Arrived(800_000_000 + len(updates), update))
            async with house.database.work() as work:
                await inbox.keep_updates(work, updates, stage.clock.now())
            while await house.worker.work_off():
                pass
        assert look(stage.settings.database_url, "SELECT update_id FROM inbox WHERE state = 'aside'") == []
        toasts = dict(look(stage.settings.database_url, "SELECT key, kind FROM outbox WHERE act = 'toast'"))
    wrong = [
        (query, toasts.get(f"toast/{query}"))
        for query, (verb, who, place) in asked.items()
        if (toasts[f"toast/{query}"] in REFUSED) == (place in GRANTED[verb, who])
    ]
    assert wrong == []


async def _show(database: Database, stage: Stage, chat: Chat) -> int:
    """Every button at once under one message of that chat; its id."""
    message = 700_000 + abs(chat.id) % 100_000
    buttons = [[Button("button-not-now", f"{press.name}/{DATA[press.name]}")] for press in PRESSES]
    async with database.work() as work:
        met = await chats.meet(work, chat.id, chat.type, chat.title or "", stage.clock.now())
        row = await outbox.put(work, Outgoing(f"shown/{chat.id}", met.id, "left", {}, buttons), stage.clock.now())
        if row is not None:
            await outbox.mark_sending(work, [row])
            await outbox.mark_sent(work, [(row, message)], stage.clock.now())
    return message


def _press(stage: Stage, query: str, data: str, person: int, name: str, chat: Chat, message: int) -> str:
    where: dict[str, Any] = {"id": chat.id, "type": chat.type, "title": chat.title or "", "first_name": name}
    shown = {"message_id": message, "date": int(stage.clock.now().timestamp()), "chat": where, "text": "…"}
    sender = {"id": person, "is_bot": False, "first_name": name}
    press = {"id": query, "from": sender, "chat_instance": "1", "message": shown, "data": data}
    return json.dumps({"update_id": 1, "callback_query": press})


FOREIGN = (
    "/excuse 停电",
    "/excuse 东观社区 停电",
    "/invite 东观社区",
    "/invite 东观社区 负责人",
    "/remove 陈建国 yes",
    "/forget 陈建国 yes",
    "/unit 东观社区",
    "/find 东观",
    "/bind 黄溪村",
    "/bind none",
    "/admit 1",
    "/refuse 1",
    "/skip 2026-02-06",
    "/remind",
    "/task 消杀 对象:东观社区",
    "/order 转移 对象:东观社区",
    "/decide 封村",
    "/import all",
)
UNTOUCHED = (
    "SELECT count(*) FROM excuses",
    "SELECT count(*) FROM invitations",
    "SELECT count(*) FROM tasks",
    "SELECT count(*) FROM decisions",
    "SELECT count(*) FROM days",
    "SELECT count(*) FROM people WHERE active = 0",
    "SELECT count(*) FROM chats c JOIN units u ON u.id = c.unit_id WHERE c.title = '东观社区群' AND u.code <> '02'",
)


@pytest.mark.parametrize("who", ["刘小妹", "张守田", "陌生人"])
async def test_in_the_chat_of_another_unit_nobody_changes_anything_of_that_unit(tmp_path: Path, who: str) -> None:
    """张守田 is the lead, and 刘小妹 a warden, of the village beside it."""
    async with open_stage(tmp_path, MORNING, town=PATIENT) as stage:
        person, group = stage.cast.people[who], stage.cast.groups["东观社区群"]
        stage.telegram.join(person, group)
        for said in FOREIGN:
            stage.telegram.say(person, group, said)
        await stage.settle()
        own = "/excuse 停电" if who == "张守田" else ""
        changed = {sql: look(stage.settings.database_url, sql)[0][0] for sql in UNTOUCHED}
        excused = look(stage.settings.database_url, "SELECT u.code FROM excuses e JOIN units u ON u.id = e.unit_id")
    assert {sql: count for sql, count in changed.items() if count and "excuses" not in sql} == {}
    assert "02" not in [code for (code,) in excused], own
