"""Workbooks that reach for other addresses or unpack without end, sent by an operator: read or refused, and no more."""

import io
import select
import socket
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from actions.sheets import MOST_BYTES, MOST_CELL, MOST_UNPACKED, read_table
from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
LINK = "xl/externalLinks/externalLink1.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"


def workbook(parts: Mapping[str, str] = {}, also: Mapping[str, tuple[str, str]] = {}) -> bytes:
    """A table of one new unit, with more parts, and in some of its own the first words replaced by the others."""
    good, made = io.BytesIO(), io.BytesIO()
    book = Workbook()
    for line in (["编码", "名称", "上级"], ["06", "高坪村", "A2"], ["07", "=[1]Sheet1!A1", "A2"]):
        book.worksheets[0].append(line)
    book.save(good)
    with zipfile.ZipFile(good) as own, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for name in set(own.namelist()) - parts.keys():
            before, after = also.get(name, ("", ""))
            part = own.read(name).decode()
            assert before in part
            whole.writestr(name, part.replace(before, after, 1))
        for name, part in parts.items():
            whole.writestr(name, part)
    return made.getvalue()


def linked(address: str, link: str | None = None) -> bytes:
    """The workbook with a link to another one, as spreadsheets write it: a part, its address, two mentions, a type; and
    a link on a cell. `link`: what stands in the part."""
    outside = f'Type="{_OFFICE}/externalLinkPath" Target="{address}" TargetMode="External"'
    clicked = f'Type="{_OFFICE}/hyperlink" Target="{address}" TargetMode="External"'
    parts = {
        LINK: link
        or f'<externalLink xmlns="{_MAIN}"><externalBook xmlns:r="{_OFFICE}" r:id="rId1">'
        '<sheetNames><sheetName val="Sheet1"/></sheetNames></externalBook></externalLink>',
        "xl/externalLinks/_rels/externalLink1.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" {outside}/></Relationships>'
        ),
        "xl/worksheets/_rels/sheet1.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" {clicked}/></Relationships>'
        ),
    }
    part = f'<Relationship Id="rId9" Type="{_OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>'
    mention = '<externalReferences><externalReference r:id="rId9"/></externalReferences>'
    clickable = f'<hyperlinks xmlns:r="{_OFFICE}"><hyperlink ref="B2" r:id="rId1"/></hyperlinks>'
    also = {
        "xl/workbook.xml": ("</sheets>", f"</sheets>{mention}"),
        "xl/_rels/workbook.xml.rels": ("</Relationships>", f"{part}</Relationships>"),
        "[Content_Types].xml": ("</Types>", f'<Override PartName="/{LINK}" ContentType="{_LINK_TYPE}"/></Types>'),
        "xl/worksheets/sheet1.xml": ("</sheetData>", f"</sheetData>{clickable}"),
    }
    return workbook(parts, also)


@pytest.fixture
def ear() -> Iterator[socket.socket]:
    """A socket that listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening


def called(ear: socket.socket) -> bool:
    """Whether anybody has called who was not answered."""
    return bool(select.select([ear], [], [], 0)[0])


async def told_of(stage: Stage, data: bytes) -> tuple[str, str]:
    """What becomes of the workbook when an operator sends it, and what is said of it."""
    operator = stage.cast.people["吴运维"]
    stage.telegram.document(operator, stage.telegram.private(operator), "units.xlsx", data)
    await stage.settle()
    [(state,)] = look(stage.settings.database_url, "SELECT state FROM uploads")
    return state, stage.telegram.last(stage.telegram.private(operator)).words


async def test_a_workbook_that_links_to_another_is_read_and_nobody_is_called(
    tmp_path: Path, ear: socket.socket
) -> None:
    host, port = ear.getsockname()
    async with open_stage(tmp_path, MORNING) as stage:
        state, words = await told_of(stage, linked(f"http://{host}:{port}/x.xlsx"))
        assert state == "read"
        assert "新增 1 " in words
        assert not called(ear)
        with socket.create_connection((host, port)):
            assert called(ear)


def test_the_part_of_a_link_is_not_even_read() -> None:
    """It may be as large as the workbook to which it leads, or broken: the table is another part."""
    [unit, formula] = read_table("a.xlsx", linked("http://127.0.0.1:9/x.xlsx", "<broken"))
    assert (unit.cells["名称"], unit.formulas) == ("高坪村", ())
    assert formula.formulas == ("名称",)


def bomb() -> bytes:
    """A workbook of which a part that is read whole unpacks to half as much again as is allowed."""
    return workbook({"xl/theme/theme1.xml": "0" * (MOST_UNPACKED * 3 // 2)})


def lying(checked: bytes | None) -> bytes:
    """The bomb saying in both places that its part has a thousand bytes, with the sum of what would be unpacked, or of
    so many."""
    data, size = bomb(), MOST_UNPACKED * 3 // 2
    told = struct.pack("<I", zlib.crc32(b"0" * size)), struct.pack("<I", size)
    lies = told[0] if checked is None else struct.pack("<I", zlib.crc32(checked)), struct.pack("<I", 1000)
    for true, lie in zip(told, lies, strict=True):
        assert data.count(true) == 2
        data = data.replace(true, lie)
    return data


def foreign() -> bytes:
    """A workbook with a part packed as spreadsheets pack none: of it no piece can be unpacked alone."""
    made = io.BytesIO(workbook())
    with zipfile.ZipFile(made, "a", zipfile.ZIP_BZIP2) as parts:
        parts.writestr("xl/worksheets/sheet2.xml", b"0" * MOST_UNPACKED)
    size, lie = struct.pack("<I", MOST_UNPACKED), struct.pack("<I", 1000)
    return made.getvalue().replace(size, lie)


def echoing() -> bytes:
    """A small workbook of whose cells each is the same long text: what is unpacked is small, what is read is not."""
    text = f"<si><t>{'x' * MOST_CELL}</t></si>"
    headings = "".join(f'<c t="inlineStr"><is><t>h{n}</t></is></c>' for n in range(50))
    line = "<row>" + '<c t="s"><v>0</v></c>' * 50 + "</row>"
    rows = f'<worksheet xmlns="{_MAIN}"><sheetData><row>{headings}</row>{line * 2000}</sheetData></worksheet>'
    strings = f'Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    part = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/>'
    also = {
        "xl/_rels/workbook.xml.rels": ("</Relationships>", f'<Relationship Id="rId9" {strings}/></Relationships>'),
        "[Content_Types].xml": ("</Types>", f"{part}</Types>"),
    }
    parts = {"xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{text}</sst>', "xl/worksheets/sheet1.xml": rows}
    return workbook(parts, also)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (bomb, "文件太大，最多 40 MB。"),
        (lambda: lying(None), "文件读不完整"),
        (lambda: lying(b"0" * 1000), "📋 units.xlsx"),
        (foreign, "文件读不完整"),
        (echoing, "文件太大，最多 10 MB。"),
    ],
    ids=["as it is", "said to be small", "small by its sum", "packed otherwise", "one text in all cells"],
)
async def test_a_zip_bomb_is_never_unpacked_and_its_sender_is_told(
    tmp_path: Path, made: Callable[[], bytes], told: str
) -> None:
    data = made()
    assert len(data) < MOST_BYTES
    async with open_stage(tmp_path, MORNING) as stage:
        tracemalloc.start()
        try:
            state, words = await told_of(stage, data)
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert (state, words[: len(told)]) == ("read" if told.startswith("📋") else "failed", told)
        assert most < MOST_UNPACKED
        lead = stage.cast.people["张守田"]
        stage.telegram.say(lead, stage.cast.groups["黄溪村群"], "入户12户")
        await stage.settle()
        assert look(stage.settings.database_url, "SELECT count(*) FROM statements") == [(1,)]
