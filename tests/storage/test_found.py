"""What is asked for a message is found by an index: it takes no longer after a year than on the first day."""

import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from storage.connection import Fields, Row
from storage.queries import for_sqlite
from storage.sqlite import SqliteConnection, path_of
from tests.support.cast import ZONE
from tests.support.databases import only_a_file
from tests.support.stage import open_stage

pytestmark = only_a_file

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
# A plain report, a doubtful one and its answer, a correction, one that breaks a rule, talk, a command, a stranger.
TALK = (
    ("张守田", "黄溪村群", "黄溪村 入户120户，排查356人"),
    ("陈建国", None, "东观社区 入户80户，劝返约300人"),
    ("陈建国", None, "1 是 287"),
    ("张守田", "黄溪村群", "更正 入户121户"),
    ("张守田", "黄溪村群", "返乡5人"),
    ("张守田", "黄溪村群", "重点地区返乡9人"),
    ("张守田", "黄溪村群", "吃饭了吗"),
    ("陈建国", None, "/mine"),
    ("陌生人", "黄溪村群", "黄溪村 入户5户"),
)
SMALL = {"units", "indicators", "posts", "excuses"}
"""Tables that do not grow with the days, or by a few rows; the first two are read once for all messages."""
ONCE_A_DAY = {"boards.count_rows", "retention.tonight"}
FIRST_ROW = {"targets.any"}
"""Asked whether there is any: the first row is the answer."""
WAITING = {"inbox_waiting", "inbox_later", "outbox_queue", "outbox_toasts", "outbox_in_flight", "uploads_waiting"}
"""Indexes of what waits, and is soon done with."""


async def test_what_a_message_asks_scans_nothing_that_grows_with_the_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    fetch, execute = SqliteConnection.fetch, SqliteConnection.execute

    async def fetching(self: SqliteConnection, question: str, fields: Fields) -> list[Row]:
        asked.add(question)
        return await fetch(self, question, fields)

    async def executing(self: SqliteConnection, question: str, fields: Fields) -> int:
        asked.add(question)
        return await execute(self, question, fields)

    async with open_stage(tmp_path, MORNING) as stage:
        await stage.settle()
        monkeypatch.setattr(SqliteConnection, "fetch", fetching)
        monkeypatch.setattr(SqliteConnection, "execute", executing)
        for name, group, text in TALK:
            warden = stage.cast.people[name]
            chat = stage.cast.groups[group] if group else stage.telegram.private(warden)
            stage.telegram.say(warden, chat, text)
            await stage.settle()
        scans = _scans(path_of(stage.settings.database_url), asked)
    assert {"statements.save", "questions.last_ask_of", "questions.of_unit", "chats.of_purpose"} <= asked
    assert not scans


def _scans(path: Path, questions: set[str]) -> dict[str, set[str]]:
    """By question, the tables of which every row is gone through."""
    found: dict[str, set[str]] = {}
    with closing(sqlite3.connect(path)) as database:
        views = "".join(sql for (sql,) in database.execute("SELECT sql FROM sqlite_master WHERE type = 'view'"))
        known = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")} - SMALL
        for question in questions - ONCE_A_DAY - FIRST_ROW:
            sql = for_sqlite(question)
            named = dict.fromkeys(re.findall(r"(?<!:):(\w+)", sql), 1)
            steps = [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {sql}", named)]
            scans = [told for step in steps if (told := re.match(r"SCAN (\w+)(?:.* INDEX (\w+))?", step))]
            for alias in {told[1] for told in scans if told[2] not in WAITING}:
                tables = {alias, *re.findall(rf"(\w+) {alias}\b", sql + views)} & known
                found |= {question: found.get(question, set()) | tables} if tables else {}
    return found
