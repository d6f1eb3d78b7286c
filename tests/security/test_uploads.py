"""Tables that somebody sends who may not import, or where nobody may; and the preview of somebody else's table."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
ROSTER = "姓名,电话,单元,角色\n新人甲,13911113333,,运维\n".encode()
NOBODY = ("陌生人", "刘小妹", "张守田", "李片长", "王书记", "何督查")
EVERYWHERE = ("", "黄溪村群", "全镇群", "指挥部", "新群")
ENTERED = "SELECT count(*) FROM people WHERE name = '新人甲'"


def workbook(folder: Path) -> bytes:
    """The same table as a workbook."""
    book = Workbook()
    for line in ROSTER.decode().splitlines():
        book.worksheets[0].append(line.split(","))
    book.save(folder / "roster.xlsx")
    return (folder / "roster.xlsx").read_bytes()


async def send(stage: Stage, who: str, where: str, name: str, data: bytes) -> None:
    """Somebody sends a file to a group, or in private, and says that it is to be imported."""
    person = stage.cast.people[who]
    chat = stage.cast.groups[where] if where else stage.telegram.private(person)
    if where:
        stage.telegram.join(person, chat)
    stage.telegram.document(person, chat, name, data)
    await stage.settle()
    for words in ("/import", "导入 好的"):
        stage.telegram.say(person, chat, words)
    await stage.settle()


def count(stage: Stage, sql: str) -> int:
    """The one number that plain SQL gives."""
    return int(look(stage.settings.database_url, sql)[0][0])


@pytest.mark.parametrize("who", NOBODY)
async def test_nobody_but_an_operator_has_a_table_fetched_or_entered_anywhere(tmp_path: Path, who: str) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        for where in EVERYWHERE:
            await send(stage, who, where, "roster.csv", ROSTER)
            await send(stage, who, where, "ROSTER.XLSX", workbook(tmp_path))
        assert count(stage, "SELECT count(*) FROM uploads") == 0
        assert count(stage, ENTERED) == 0


@pytest.mark.parametrize("where", ["黄溪村群", "全镇群", "新群"])
async def test_an_operator_enters_no_table_where_others_read(tmp_path: Path, where: str) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        await send(stage, "吴运维", where, "roster.csv", ROSTER)
        assert count(stage, "SELECT count(*) FROM uploads") == 0
        assert count(stage, ENTERED) == 0


@pytest.mark.parametrize("who", ["李片长", "王书记", "何督查"])
async def test_the_preview_of_an_operators_table_is_nobody_elses_to_decide(tmp_path: Path, who: str) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        operator, other, command = stage.cast.people["吴运维"], stage.cast.people[who], stage.cast.groups["指挥部"]
        stage.telegram.document(operator, command, "roster.csv", ROSTER)
        await stage.settle()
        preview = stage.telegram.last(command)
        for _, data in (button for row in preview.buttons for button in row):
            stage.telegram.press(other, preview, data)
        for words in ("/import", "导入 取消", "导入 好的"):
            stage.telegram.say(other, command, words)
            stage.telegram.say(other, stage.telegram.private(other), words)
        await stage.settle()
        assert look(stage.settings.database_url, "SELECT state FROM uploads") == [("read",)]
        assert count(stage, ENTERED) == 0
        stage.telegram.say(operator, command, "/import")
        await stage.settle()
        assert count(stage, ENTERED) == 1


async def test_an_operators_table_is_not_entered_by_them_once_they_are_none(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        operator = stage.cast.people["吴运维"]
        private = stage.telegram.private(operator)
        stage.telegram.document(operator, private, "roster.csv", ROSTER)
        await stage.settle()
        look(stage.settings.database_url, "UPDATE posts SET role = 'inspector' WHERE role = 'operator'")
        preview = stage.telegram.last(private)
        for _, data in (button for row in preview.buttons for button in row):
            stage.telegram.press(operator, preview, data)
        stage.telegram.say(operator, private, "/import")
        await stage.settle()
        assert look(stage.settings.database_url, "SELECT state FROM uploads") == [("read",)]
        assert count(stage, ENTERED) == 0


async def test_the_word_import_takes_the_table_of_who_says_it(tmp_path: Path) -> None:
    """Not another operator's, which they have not read."""
    async with open_stage(tmp_path, MORNING) as stage:
        operator, boss, command = stage.cast.people["吴运维"], stage.cast.people["王书记"], stage.cast.groups["指挥部"]
        look(stage.settings.database_url, "UPDATE posts SET role = 'operator' WHERE role = 'leader'")
        stage.telegram.document(operator, command, "roster.csv", ROSTER)
        await stage.settle()
        stage.telegram.say(boss, command, "/import")
        await stage.settle()
        assert look(stage.settings.database_url, "SELECT state FROM uploads") == [("read",)]
        assert stage.telegram.last(command).text == (
            "没有等着导入的表。把 .csv 或 .xlsx 发到这里，先看一遍再导入。\n"
            "单元表的列：编码、名称、上级、别名、是否上报、覆盖、截止；人员表的列：姓名、电话、单元、角色。"
        )
