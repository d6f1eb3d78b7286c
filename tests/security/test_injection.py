"""Names and words that are formulas, markup or source elsewhere leave the program as the letters that they are: in the
workbook, the table, the document and on the printed page. Asked for in chat, as leaders do.
"""

import csv
import io
import json
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from drill.server.model import StoredFile
from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
UNIT = "=1+1|'<b>村"
DASHED = "-1+1|'社区"
PERSON = '@SUM(A1)"</script>'
WORDS = '+1","x":[ #read("/etc/passwd") $x$ *_<img src=x onerror=alert(1)>'
TASK = "-2+3 #panic()"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Two units, somebody, a problem, a task and a group with such names."""
    async with open_stage(tmp_path, MORNING) as opened:
        url = opened.settings.database_url
        look(url, "UPDATE units SET name = '" + UNIT.replace("'", "''") + "' WHERE code = '01'")
        look(url, "UPDATE units SET name = '" + DASHED.replace("'", "''") + "' WHERE code = '02'")
        look(url, f"UPDATE people SET name = '{PERSON}' WHERE name = '张守田'")
        look(url, "UPDATE stamps SET changes = changes + 1 WHERE subject = 'units'")
        lead, boss = opened.cast.people["张守田"], opened.cast.people["王书记"]
        opened.telegram.say(lead, opened.cast.groups["黄溪村群"], f"入户12户，问题:{WORDS}")
        opened.telegram.say(boss, opened.telegram.private(boss), f"/task {TASK}\n对象:全镇\n截止:明天18:00")
        await opened.settle()
        opened.telegram.say(boss, opened.telegram.private(boss), "立即发布 1")
        await opened.settle()
        yield opened


async def sent(stage: Stage, words: str) -> StoredFile:
    """The file that a leader is sent for these words."""
    boss = stage.cast.people["王书记"]
    private = stage.telegram.private(boss)
    stage.telegram.say(boss, private, words)
    await stage.settle()
    file = stage.telegram.last(private).document
    assert file is not None
    return file


async def test_the_workbook_holds_no_formula_that_people_wrote(stage: Stage) -> None:
    book = load_workbook(io.BytesIO((await sent(stage, "导出")).data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    texts = [str(cell.value) for cell in cells if cell.data_type != "f"]
    assert any(UNIT in text for text in texts)
    assert any(PERSON in text for text in texts)
    assert any("#read(" in text for text in texts)
    assert any(text.startswith("-2+3") for text in texts)
    assert any(text.startswith("-1+1") for text in texts)
    own = [str(cell.value) for cell in cells if cell.data_type == "f"]
    assert not any("1+1" in formula or 'A1)"' in formula or "2+3" in formula for formula in own)
    assert not any(cell.hyperlink for cell in cells if "http" in str(cell.value))


async def test_the_table_opens_no_formula(stage: Stage) -> None:
    rows = list(csv.reader(io.StringIO((await sent(stage, "导出 csv")).data.decode("utf-8-sig"))))
    assert any(f"'{UNIT}" in row for row in rows)
    assert any(f"'{DASHED}" in row for row in rows)
    opening = ("=", "+", "-", "@", "\t", "＝")
    assert not [cell for row in rows for cell in row if cell.startswith(opening) and not _is_number(cell)]


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdecimal()


async def test_the_document_is_one_document(stage: Stage) -> None:
    data = json.loads((await sent(stage, "导出 json hxl")).data)
    [unit] = [unit for unit in data["units"] if unit["code"] == "01"]
    assert unit["name"] == UNIT
    assert WORDS in json.dumps(data, ensure_ascii=False).replace('\\"', '"')


async def test_the_printed_page_says_the_letters(stage: Stage) -> None:
    file = await sent(stage, "简报 打印")
    said = "".join(page.extract_text() for page in PdfReader(io.BytesIO(file.data)).pages)
    assert "root:" not in said
    assert '#read("/etc/passwd")' in said.replace("\n", "").replace("”", '"').replace("“", '"')
    assert "#panic()" in said
    assert file.name is not None
    assert not set('\\/:*?"<>|') & set(file.name)


async def test_a_file_of_a_unit_with_such_a_name_has_a_name_that_every_system_takes(stage: Stage) -> None:
    lead = stage.cast.people["张守田"]
    stage.telegram.say(lead, stage.telegram.private(lead), "简报 打印")
    await stage.settle()
    file = stage.telegram.last(stage.telegram.private(lead)).document
    assert file is not None
    assert file.name is not None
    assert not set('\\/:*?"<>|') & set(file.name)
