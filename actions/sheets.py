"""The bytes of a .csv or .xlsx file become rows. Files come from anybody's hands: every size is bounded first."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any

from domain.errors import NotPossible, Refusal
from domain.tables import Row

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 40 * 1024 * 1024
MOST_PARTS = 300
MOST_ROWS = 20_000
MOST_COLUMNS = 60
MOST_CELL = 2_000
MOST_TEXT = 10_000_000
"""Characters of all cells: a workbook can say one long text in each of them and be small."""
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))

Cells = Sequence[tuple[str, bool]]
"""One line of a sheet: each cell's text, and whether it is a formula."""


def read_table(filename: str, data: bytes) -> list[Row]:
    """The rows of a table under its headings, blank lines left out; NotPossible says why it cannot be read."""
    if len(data) > MOST_BYTES:
        raise NotPossible("table-too-big", most="5 MB")
    name = filename.lower()
    if name.endswith(".csv"):
        return _rows(_csv_lines(_decoded(data)))
    if name.endswith((".xlsx", ".xlsm")):
        return _rows(_xlsx_lines(data))
    raise NotPossible("table-kind", name=filename)


def _rows(lines: Iterable[Cells]) -> list[Row]:
    """Rows by their headings; the first line that holds anything is the headings."""
    headings: list[str] | None = None
    rows: list[Row] = []
    length = 0
    for number, line in enumerate(lines, start=1):
        if number > MOST_ROWS:
            raise NotPossible("table-too-long", most=str(MOST_ROWS))
        cells = [(text[:MOST_CELL].strip(), formula) for text, formula in line[:MOST_COLUMNS]]
        length += sum(len(text) for text, _ in cells)
        if length > MOST_TEXT:
            raise NotPossible("table-too-big", most="10 MB")
        if not any(text for text, _ in cells):
            continue
        if headings is None:
            headings = [text for text, _ in cells]
        else:
            rows.append(_row(number, headings, cells))
    return rows


def _row(number: int, headings: Sequence[str], cells: Cells) -> Row:
    filled = [*cells, *[("", False)] * (len(headings) - len(cells))]
    named = [(heading, cell) for heading, cell in zip(headings, filled, strict=False) if heading]
    values: dict[str, str] = {}
    for heading, (text, _) in named:
        values.setdefault(heading, text)
    return Row(number, values, tuple(heading for heading, (_, formula) in named if formula))


def _decoded(data: bytes) -> str:
    """The text of a file saved by a spreadsheet: UTF-8 with or without mark, else the GB18030 of Chinese Windows."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotPossible("table-encoding")


def _csv_lines(text: str) -> Iterator[Cells]:
    heading = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for line in reader:
            yield [(cell, False) for cell in line]
    except csv.Error as error:
        raise NotPossible("table-broken", line=str(reader.line_num)) from error


def _xlsx_lines(data: bytes) -> Iterator[Cells]:
    """The lines of the first sheet. Formulas are not calculated: they are marked, so that their row is told."""
    measured = _measured(data)
    from openpyxl import load_workbook

    try:
        book = load_workbook(measured, read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        lines = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS)
        for line in islice(lines, MOST_ROWS + 1):
            yield [(_cell_text(cell.value), cell.data_type == "f") for cell in line]
    except Refusal:
        raise
    except Exception as error:
        raise NotPossible("table-broken", line="") from error


def _measured(data: bytes) -> io.BytesIO:
    """An .xlsx is a zip: the same with its parts as measured, for what they say of themselves may be false."""
    measured = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(measured, "w") as made:
            listed = {part.filename: part for part in parts.infolist()}
            if len(listed) > MOST_PARTS or sum(part.file_size for part in listed.values()) > MOST_UNPACKED:
                raise NotPossible("table-too-big", most="40 MB")
            for name, part in listed.items():
                made.writestr(name, _part(parts, part))
    except Refusal:
        raise
    except Exception as error:  # a spoilt archive breaks in many ways
        raise NotPossible("table-broken", line="") from error
    return measured


def _part(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """No more of the part than it says that it holds: read without a number, all of it would be unpacked first."""
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotPossible("table-broken", line="")  # the others are always unpacked whole
    with parts.open(part) as packed:
        read = packed.read(part.file_size)
    if any(sign in read for sign in _DOCTYPES):
        raise NotPossible("table-broken", line="")
    return read


def _cell_text(value: Any) -> str:
    """A cell as people see it: whole numbers without .0, dates as 2026-02-06, yes and no as 1 and 0."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (datetime, date)):
        return value.isoformat()[:10]
    return str(value)
