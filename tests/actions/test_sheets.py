"""Files of any make become the same rows; what is too big, broken or hostile is refused."""

import io
import zipfile
from collections.abc import Sequence

import pytest
from openpyxl import Workbook

from actions.sheets import MOST_BYTES, MOST_ROWS, read_table
from domain.errors import NotPossible

CSV = "code,name\n01,黄溪村\n\n02,东观社区\n"


def xlsx(*rows: Sequence[object]) -> bytes:
    """A workbook with one sheet of these rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_in_each_encoding_that_spreadsheets_write(encoding: str) -> None:
    rows = read_table("单元.CSV", CSV.encode(encoding))
    assert [(row.number, dict(row.cells)) for row in rows] == [
        (2, {"code": "01", "name": "黄溪村"}),
        (4, {"code": "02", "name": "东观社区"}),
    ]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters_are_seen_in_the_headings(delimiter: str) -> None:
    rows = read_table("a.csv", CSV.replace(",", delimiter).encode())
    assert rows[0].cells["name"] == "黄溪村"


def test_a_workbook_gives_whole_numbers_without_points_and_marks_formulas() -> None:
    rows = read_table("a.xlsx", xlsx(["code", "name", "phone"], [1, "黄溪村", 13800000001.0], ["02", "=1+1", None]))
    assert [dict(row.cells) for row in rows] == [
        {"code": "1", "name": "黄溪村", "phone": "13800000001"},
        {"code": "02", "name": "=1+1", "phone": ""},
    ]
    assert [row.formulas for row in rows] == [(), ("name",)]


def test_a_line_shorter_than_the_headings_has_empty_cells() -> None:
    assert dict(read_table("a.csv", b"code,name,parent\n01,x")[0].cells) == {"code": "01", "name": "x", "parent": ""}


def refusal_of(name: str, data: bytes) -> str:
    """The key of the refusal that reading the file ends with."""
    with pytest.raises(NotPossible) as refused:
        read_table(name, data)
    return refused.value.key


def test_what_is_no_table_is_refused_with_its_reason() -> None:
    assert refusal_of("a.pdf", b"") == "table-kind"
    assert refusal_of("a.csv", b"\x80\xff\x00") == "table-encoding"
    assert refusal_of("a.csv", b'code,name\n01,"never closed') == "table-broken"
    assert refusal_of("a.xlsx", b"PK no zip at all") == "table-broken"
    assert refusal_of("a.csv", b"x" * (MOST_BYTES + 1)) == "table-too-big"
    assert refusal_of("a.csv", b"code\n" + b"1\n" * (MOST_ROWS + 1)) == "table-too-long"


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("xl/worksheets/sheet1.xml", b"0" * (60 * 1024 * 1024))
    assert len(out.getvalue()) < MOST_BYTES
    assert refusal_of("a.xlsx", out.getvalue()) == "table-too-big"


def test_a_workbook_that_defines_entities_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        book.writestr("xl/workbook.xml", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    assert refusal_of("a.xlsx", out.getvalue()) == "table-broken"
