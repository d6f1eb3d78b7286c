"""Who is forgotten leaves nothing: the file itself is searched. Who asks what is kept of them is told all of it."""

import json
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from drill.server.telegram import Person
from storage.migrations import numbered
from tests.support import databases
from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
SIGNS = tuple(f"暗号{number:03d}号" for number in range(1, 14))


async def lives(stage: Stage, who: Person) -> None:
    """A warden says a word of their own by every door that there is."""
    telegram, groups, private = stage.telegram, stage.cast.groups, stage.telegram.private(who)
    s = iter(SIGNS)
    group = groups["黄溪村群"]
    said = telegram.say(who, group, f"入户12户，劝返约300人，问题:{next(s)}，备注:{next(s)}")
    telegram.photo(who, group, caption=f"现场{next(s)}")
    telegram.voice(who, group)
    telegram.say(who, private, f"入户8户，{next(s)}")
    telegram.say(who, private, next(s))
    telegram.say(who, groups["全镇群"], f"#接龙 {next(s)}\n1. 黄溪村 入户12户 {next(s)}\n2. 石板村 入户3户")
    telegram.say(who, group, f"#经验 {next(s)}")
    telegram.say(who, private, f"返乡约5人 {next(s)}")
    boss = stage.cast.people["王书记"]
    telegram.say(boss, telegram.private(boss), "/task 消杀\n对象:黄溪村\n截止:明天18:00")
    await stage.settle()
    telegram.say(stage.cast.people["张守田"], group, "好的", reply_to=said)
    telegram.say(boss, telegram.private(boss), "立即发布 1")
    await stage.settle()
    telegram.say(who, group, f"有困难 1 {next(s)}")
    await stage.settle()
    telegram.say(who, group, f"有困难 1 {next(s)}")
    task = next(message for message in telegram.shown(group) if "任务 1" in (message.text or ""))
    telegram.say(who, group, next(s), reply_to=task)
    telegram.say(who, private, "/report")
    await stage.settle()
    telegram.say(who, private, next(s))
    await stage.pass_until(MORNING.replace(hour=17, minute=46))


def left_in(folder: Path, *words: str) -> set[str]:
    """The words that stand somewhere in the files of the database."""
    files = [file.read_bytes() for file in folder.rglob("*") if file.is_file() and ".db" in file.name]
    escaped = {word: json.dumps(word)[1:-1].encode() for word in words}
    return {word for word, plain in escaped.items() for data in files if word.encode() in data or plain in data}


WAYS = {
    "of the roster": (("刘小妹", "删除资料 确认"),),
    "who left": (("刘小妹", "退出 确认"), ("刘小妹", "删除资料 确认")),
    "who was removed": (("吴运维", "移除 刘小妹 确认"), ("刘小妹", "/forget yes")),
    "who left, by an operator": (("刘小妹", "退出 确认"), ("吴运维", "删除资料 刘小妹 确认")),
}


@databases.only_a_file
@pytest.mark.parametrize("way", WAYS)
async def test_who_is_forgotten_leaves_no_word_no_name_and_no_account_in_the_file(tmp_path: Path, way: str) -> None:
    """What the bot had said of them to others goes with its messages, sixty days later."""
    async with open_stage(tmp_path, MORNING, key="") as stage:
        liu = stage.cast.people["刘小妹"]
        await lives(stage, liu)
        assert left_in(tmp_path, *SIGNS) == set(SIGNS)
        kinds = {kind for (kind,) in look(stage.settings.database_url, "SELECT kind FROM evidence")}
        assert kinds == {"photo", "voice"}
        for who, words in WAYS[way]:
            stage.telegram.say(stage.cast.people[who], stage.telegram.private(stage.cast.people[who]), words)
            await stage.settle()
        assert look(stage.settings.database_url, "SELECT kind, caption FROM evidence") == [("photo", "")]
        assert look(stage.settings.database_url, "SELECT name FROM meta WHERE name LIKE 'left/%'") == []
        elsewhere = "SELECT fields_json FROM outbox o JOIN chats c ON c.id = o.chat_id"
        repeated = "".join(text for (text,) in look(stage.settings.database_url, elsewhere))
        assert {sign for sign in left_in(tmp_path, *SIGNS) if sign not in repeated} == set()
        for table in ("chats", "people", "held", "roll_lists", "dialogues", "forgetting"):
            sql = f"SELECT count(*) FROM {table} WHERE telegram_id = {liu.id}"
            assert look(stage.settings.database_url, sql) == [(0,)], table
        assert left_in(tmp_path, str(liu.id), "13800000002") == set()
        stage.clock.move_to(MORNING + timedelta(days=61))
        await stage.settle()
        await stage.settle()
        assert left_in(tmp_path, *SIGNS, "刘小妹") == set()
        assert look(stage.settings.database_url, "SELECT count(*) FROM standing WHERE values_json LIKE '%:12%'") != [
            (0,)
        ]


async def test_what_a_colleague_said_in_the_same_report_stays(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING, key="") as stage:
        telegram, group = stage.telegram, stage.cast.groups["黄溪村群"]
        liu, zhang = stage.cast.people["刘小妹"], stage.cast.people["张守田"]
        telegram.say(zhang, group, "入户12户，问题:缺口罩")
        await stage.settle()
        telegram.say(liu, group, "追加 问题:缺酒精")
        await stage.settle()
        assert "缺酒精" in look(stage.settings.database_url, "SELECT texts_json FROM standing")[0][0]
        telegram.say(liu, telegram.private(liu), "删除资料 确认")
        await stage.settle()
        for table in ("standing", "report_versions"):
            kept = "".join(text for (text,) in look(stage.settings.database_url, f"SELECT texts_json FROM {table}"))
            assert "缺口罩" in kept
            assert "缺酒精" not in kept


@databases.only_a_file
async def test_a_stranger_whose_report_was_let_count_is_forgotten_as_wholly(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING, key="") as stage:
        telegram, stranger, group = stage.telegram, stage.cast.people["陌生人"], stage.cast.groups["黄溪村群"]
        telegram.say(stranger, group, f"入户5户，问题:{SIGNS[0]}")
        await stage.settle()
        lead = stage.cast.people["张守田"]
        telegram.say(lead, telegram.private(lead), "计入 1")
        await stage.settle()
        assert look(stage.settings.database_url, "SELECT count(*) FROM statements WHERE sender = '陌生人'") == [(1,)]
        telegram.say(stranger, telegram.private(stranger), "/forget yes")
        await stage.settle()
        kept = look(stage.settings.database_url, "SELECT raw, sender, texts_json FROM statements")
        assert kept == [("", "", "{}")]
        for table in ("standing", "report_versions"):
            texts = look(stage.settings.database_url, f"SELECT texts_json FROM {table}")
            assert texts == [("{}",)], table
        assert look(stage.settings.database_url, "SELECT raw, sender_name, telegram_id FROM held") == [("", "", 0)]
        assert look(stage.settings.database_url, f"SELECT count(*) FROM inbox WHERE raw LIKE '%{SIGNS[0]}%'") == [(0,)]


async def test_all_that_somebody_sent_is_told_to_them_as_a_file_where_it_is_long(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        liu = stage.cast.people["刘小妹"]
        await lives(stage, liu)
        private = stage.telegram.private(liu)
        before = len(stage.telegram.shown(private))
        stage.telegram.say(liu, private, "/mydata")
        await stage.settle()
        told = "".join(message.text or "" for message in stage.telegram.shown(private)[before:])
        # what was no report, answer or task stands among the raw updates alone: `gridwarden people export` shows them
        assert {sign for sign in SIGNS if sign not in told} <= {SIGNS[4], SIGNS[12]}
        for number in range(80):
            stage.telegram.say(liu, private, f"入户{number}户，{'说' * 200}")
            if number % 40 == 39:
                await stage.settle()
                stage.clock.move(120)
        stage.telegram.say(liu, private, "/mydata")
        for _ in range(3):
            await stage.settle()
            stage.clock.move(30)
        [file] = [message for message in stage.telegram.shown(private) if message.document]
        assert file.document is not None
        assert len(json.loads(file.document.data)["sent"]) > 80


# What of a person is kept where. Each stands in `/mydata` (storage/forgetting.py), or is a number without a word in it,
# whose deed the audit log tells there; a new column has to be thought about, and so has what `/forget` does with it.
OF_A_PERSON = {
    "attendance.person_id",
    "audit.person_id",
    "blots.person_id",
    "chat_aliases.made_by",
    "chats.telegram_id",
    "circular_units.read_by",
    "circulars.decided_by",
    "circulars.person_id",
    "days.changed_by",
    "decisions.person_id",
    "dialogues.telegram_id",
    "evidence.person_id",
    "excuses.made_by",
    "forgetting.telegram_id",
    "held.settled_by",
    "held.telegram_id",
    "invitations.made_by",
    "invitations.replaces",
    "invitations.used_by",
    "people.telegram_id",
    "posts.person_id",
    "questions.settled_by",
    "report_versions.person_id",
    "roll_lists.telegram_id",
    "sender_words.made_by",
    "sender_words.person_id",
    "statements.person_id",
    "task_events.person_id",
    "task_feedback.person_id",
    "task_numbers.person_id",
    "task_series.made_by",
    "task_units.changed_by",
    "tasks.made_by",
    "uploads.person_id",
}


def test_every_column_that_names_a_person_is_known_to_mydata_and_forget() -> None:
    connection = sqlite3.connect(":memory:")
    for _, sql in numbered():
        connection.executescript(sql)
    found = set()
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        of_people = {row[3] for row in connection.execute(f"PRAGMA foreign_key_list({table})") if row[2] == "people"}
        named = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
        found |= {f"{table}.{column}" for column in of_people | (named & {"person_id", "telegram_id"})}
    assert found == OF_A_PERSON


@pytest.mark.parametrize("who", ["刘小妹", "陌生人"])
async def test_nobody_is_told_of_anybody_else(tmp_path: Path, who: str) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        telegram, zhang = stage.telegram, stage.cast.people["张守田"]
        telegram.say(zhang, stage.cast.groups["黄溪村群"], f"入户12户，问题:{SIGNS[0]}")
        await stage.settle()
        person = stage.cast.people[who]
        for words in ("/mydata", "/mydata 张守田", "/mydata 13800000001"):
            telegram.say(person, telegram.private(person), words)
        await stage.settle()
        told = "".join(message.text or "" for message in telegram.shown(telegram.private(person)))
        assert str(person.id) in told
        assert SIGNS[0] not in told
        assert '13800000001"' not in told
