"""Numbers of people, however they are written and wherever somebody puts them: never in clear in the database, in a
message to a group or in the log.
"""

import io
import logging
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.logs import writer
from drill.server.telegram import Event
from tests.support.cast import TOWN, ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
PATIENT = replace(TOWN, limits=replace(TOWN.limits, messages_per_person=0))
WRITTEN = (
    "13911112222",
    "+86-139-1111-2222",
    "１３９　１１１１　２２２２",
    "11010119900307425X",
    "110101 19900307 4258",
)
BARE = re.compile("13911112222|11010119900307425")
# Who says what, where ("": in private); {} is the number.
SAID = (
    ("张守田", "黄溪村群", "入户120户，问题:联系人刘某 {} 缺口罩"),
    ("张守田", "黄溪村群", "今天劝返约{}人"),
    ("张守田", "黄溪村群", "排查{}人"),
    ("张守田", "黄溪村群", "#经验 敲门请打{}，入户5户"),
    ("张守田", "全镇群", "#接龙 {}\n1. 黄溪村 入户3户 电话{}\n2. 东观社区 入户3户 {}"),
    ("陈建国", "全镇群", "{}村 入户6户"),
    ("陌生人", "黄溪村群", "黄溪村 入户5户，联系{}"),
    ("刘小妹", "", "{}"),
    ("赵春梅", "", "/excuse 停电找{}"),
    ("李片长", "", "/excuse 黄溪村 到2月9日 断路找{}"),
    ("王书记", "", "/task 消杀\n对象:{}\n截止:{}\n回报:{}人"),
    ("王书记", "", "/task 每天排查{}\n对象:全镇\n截止:18:00 {}\n重复:每天"),
    ("王书记", "", "/circular 对象:黄溪村 {}\n停水"),
    ("王书记", "指挥部", "/bind {}"),
    ("王书记", "指挥部", "/unit {}"),
    ("吴运维", "指挥部", "/remove {}"),
    ("吴运维", "指挥部", "/find {}"),
)
ANSWERS = ("有困难 1 找{}", "回报 1 {}", "任务 1 {}", "完成 1 {}")


@contextmanager
def logged() -> Iterator[io.StringIO]:
    """What the program writes to its log meanwhile."""
    stream, root = io.StringIO(), logging.getLogger()
    handler, before = writer(stream, "json", "7:sesame"), root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield stream
    finally:
        root.setLevel(before)
        root.removeHandler(handler)


def bare(text: str) -> bool:
    """Whether a number stands in the text, whatever its signs look like and stand between."""
    return bool(BARE.search(re.sub(r"[\s.()\-–—]", "", unicodedata.normalize("NFKC", text))))


def in_clear(stage: Stage) -> set[str]:
    """Table and column of each text in the database that shows a number."""
    url = stage.settings.database_url
    kept = "SELECT name FROM sqlite_master WHERE type = 'table'"
    if not url.startswith("sqlite"):
        kept = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
    found = set()
    for (table,) in look(url, kept):
        for row in look(url, f"SELECT * FROM {table}"):
            found |= {f"{table}: {value}" for value in row if isinstance(value, str) and bare(value)}
    return found


@pytest.mark.parametrize("number", WRITTEN)
async def test_a_number_said_anywhere_is_nowhere_in_clear(tmp_path: Path, number: str) -> None:
    told: list[Event] = []
    with logged() as log:
        async with open_stage(tmp_path, MORNING, town=PATIENT) as stage:
            telegram, people, groups = stage.telegram, stage.cast.people, stage.cast.groups
            telegram.listen(told.append)
            boss = people["王书记"]
            telegram.say(boss, telegram.private(boss), "/task 排查\n对象:黄溪村\n截止:明天18:00\n回报:人数")
            await stage.settle()
            telegram.say(boss, telegram.private(boss), "立即发布 1")
            for who, where, words in SAID:
                chat = groups[where] if where else telegram.private(people[who])
                telegram.say(people[who], chat, words.replace("{}", number))
            await stage.settle()
            lead = people["张守田"]
            for words in ANSWERS:
                telegram.say(lead, groups["黄溪村群"], words.replace("{}", number))
            named = telegram.person(f"老王{number}", phone="13955556666")
            club = telegram.group(f"工作群{number}", [named, boss])
            telegram.join(named, groups["黄溪村群"])
            for chat in (club, telegram.private(named), groups["黄溪村群"]):
                telegram.say(named, chat, "黄溪村 入户9户")
            telegram.say(boss, club, "/bind 石板村")
            await stage.pass_until(MORNING.replace(hour=18, minute=5))
            telegram.say(boss, groups["指挥部"], f"/decide 找{number}封村")
            await stage.settle()
            assert in_clear(stage) == set()
    by_bot = [event for event in told if event.by is stage.telegram.bot and event.kind in ("sent", "edited")]
    shown = {event.text for event in by_bot if event.chat.type != "private" and bare(event.text or "")}
    assert shown == set()
    assert len(by_bot) > 30
    assert not any(bare(line) for line in log.getvalue().splitlines())


TO_BE_CALLED, IDENTITY, ACCOUNT, ANSWERED = (
    "139-1111-3333",
    "110101 19900307 425X",
    "6222 0212 3456 7890 123",
    "13922224444",
)
COMMANDED = f"有事打{TO_BE_CALLED}，转移{IDENTITY}，补贴打{ACCOUNT}"
# Title and body of each, and the word by which it goes out.
PUBLISHED = (
    (f"/task 转移{COMMANDED}\n{COMMANDED}\n对象:全镇\n截止:明天18:00", "立即发布 1"),
    (f"急令 撤离{COMMANDED}\n{COMMANDED}", "立即发布 2"),
    (f"/circular 通告{COMMANDED}", "通报 发出 1"),
)


SENT = ("📌 任务 1 · 明天", "🔔 急令 2 · 请马上回", "🔔 急令 2：还没收到", "📣 通报 1\n")
"""How what goes to the units begins: the task, the order, the order once more, the circular."""
TO_THE_COMMAND = ("📝 任务 1 草稿", "📌 任务 1 ·", "🔔 急令 2 草稿", "🔔 急令 2 ·", "📣 通报 1 ")


async def test_whom_to_call_stands_in_what_the_command_sends_and_no_identity_in_any_group(tmp_path: Path) -> None:
    """Of the command's own words to its units the telephone numbers stay; in nothing else, and nobody else's."""
    told: list[Event] = []
    async with open_stage(tmp_path, MORNING, town=PATIENT) as stage:
        telegram, people, groups = stage.telegram, stage.cast.people, stage.cast.groups
        telegram.listen(told.append)
        boss, lead, command = people["王书记"], people["张守田"], groups["指挥部"]
        for words, out in PUBLISHED:
            for said in (words, out):
                telegram.say(boss, command, said)
                await stage.settle()
        telegram.say(lead, groups["黄溪村群"], f"有困难 1 找{ANSWERED}，他是{IDENTITY}")
        telegram.say(lead, groups["黄溪村群"], "任务 1")
        telegram.say(boss, command, "通报")
        await stage.pass_until(MORNING.replace(hour=18, minute=5))
    by_bot = [event for event in told if event.by is telegram.bot and event.kind in ("sent", "edited")]
    in_groups = [(event.chat, event.text or "") for event in by_bot if event.chat.type != "private"]
    for group in (groups["全镇群"], groups["东观社区群"], groups["白塔社区群"]):
        texts = [text for where, text in in_groups if where is group]
        for beginning in SENT:
            sent = [text for text in texts if text.startswith(beginning)]
            assert sent != []
            assert all(TO_BE_CALLED in text for text in sent)
    for where, text in in_groups:
        plain = re.sub(r"[\s-]", "", text)
        assert not [number for number in (IDENTITY, ACCOUNT, ANSWERED) if number.replace(" ", "") in plain], text
        if "13911113333" in plain:
            assert text.startswith(TO_THE_COMMAND if where is command else SENT), text
