"""Stage 4: pasted tables. A row of names over rows of figures is read by column; a row of sums is no unit."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon, Name
from domain.parsing.numbers import Number, number_in
from domain.parsing.pairing import converted, extended, fitting
from domain.parsing.places import Place, place_at
from domain.parsing.sayings import Entry, Gathered, Unknown

_NONE = re.compile(r"(?:无|没有|零|〇|/|-+|—+|×|\\|0)$")
_SUM_ROW = re.compile(r"(?:合计|总计|小计|汇总|共计|总数|全镇|全乡|平均|合 计)")
_DAY_COLUMN = re.compile(
    r"(?:今[日天]|当[日天]|本日|日报|数量|数据|人数|数值|新增|填报|情况|结果|本次)(?:数|情况|数量)?$"
)
_TOTAL_COLUMN = re.compile(r"(?:累计|合计至今|总计|总数|至今)(?:数|情况|数量)?$")
_FIGURE_COLUMN = re.compile(f"{_DAY_COLUMN.pattern}|{_TOTAL_COLUMN.pattern}")
_MEASURE_COLUMN = re.compile(r"(?:计量)?单位$")
_OTHER_COLUMN = re.compile(r"(?:计量)?单位$|备注$|说明$|填报人$")
_DIGIT = re.compile(r"\d")
_SERIAL = re.compile(r"(?:序号|编号|序|号|No\.?|#)$", re.I)
_NO_FIGURE_COLUMN = re.compile(
    r"(?:日期|时间|填报人|联系人|电话|负责人|签名|报告人|排名|占比|比例|完成率|目标|任务|应.*|户籍.*|"
    r"总户数|总人口|常住.*)"
)
_NUMBERED = re.compile(r"[(]?\d{1,3}[)、.:](?=[^\d\s])")
_ABOUT = re.compile(r"(?:大约|大概|约|近|将近|不到|超过?|至少|上)")


class Cell(NamedTuple):
    """One cell: [start, end) in the folded text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Row:
    """What one row says; unit None: the row speaks for the message's own unit."""

    start: int
    end: int
    unit: Place | None
    gathered: Gathered
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Column:
    """What a column holds. name: an indicator's; total: running totals; text: a free-text field."""

    name: Name | None = None
    measure: str | None = None
    total: bool = False
    text: str | None = None
    ignored: bool = False


def rows(folded: Folded, ready: Lexicon) -> tuple[Row, ...]:
    """Every row of every table in the message that says something; the rest of the message is not looked at."""
    if "\n" not in folded.text:
        return ()
    lines = _lines(folded)
    found: list[Row] = []
    place = 0
    while place < len(lines):
        taken = _table(folded, lines[place:], ready)
        found += taken
        place += len(taken) + 1 if taken else 1
    return tuple(r for r in found if r.gathered.entries or r.gathered.unknown or r.texts or r.unit is None)


def _lines(folded: Folded) -> list[list[Cell]]:
    lines, start = [], 0
    for line in folded.text.split("\n"):
        if line.strip():
            lines.append(_cells(folded, start, start + len(line)))
        start += len(line) + 1
    return lines


def _cells(folded: Folded, start: int, end: int) -> list[Cell]:
    """The line's cells: parted by tabs or bars where it has any, by commas in a list of many, else by blanks."""
    text, gaps = folded.text, folded.cuts_in(start, end)
    line = text[start:end]
    sign = "\t" if "\t" in line else "|" if "|" in line else None
    if sign is None and not gaps:
        sign = next((s for s in ",;" if line.count(s) >= 2), None)
        if sign is None:
            return [Cell(start, end, line.strip(" "))]
    cuts = [start - 1]
    if sign is not None:
        cuts += [start + i for i, c in enumerate(line) if c == sign]
        cells = [(a + 1, b) for a, b in zip(cuts, [*cuts[1:], end], strict=True)]
    else:
        cells = list(zip([start, *gaps], [*gaps, end], strict=True))
    found = [Cell(a, b, text[a:b].strip(" \t")) for a, b in cells]
    if sign == "|":
        found = found[1:] if not found[0].text else found
        found = found[:-1] if found and not found[-1].text else found
    return found


def _table(folded: Folded, lines: Sequence[list[Cell]], ready: Lexicon) -> list[Row]:
    """The rows under a head, when the first line is one."""
    if any(_DIGIT.search(c.text) for c in lines[0][1:]):
        return []
    head = [part for cell in lines[0] for part in _apart(cell, folded, ready)]
    if len(head) < 2 or len(lines) < 2:
        return []
    if any(re.search(r"\d", c.text) for c in head[1:]):
        return []
    if _SERIAL.match(head[0].text) and len(head) > 2:
        head, lines = head[1:], [head[1:], *(cells[1:] for cells in lines[1:])]
    columns = [_column(c, ready) for c in head]
    if sum(c.name is not None for c in columns[1:]) >= 1 and len(head) - sum(c.text == "" for c in head) >= 2:
        return _by_unit(folded, lines[1:], head, columns, ready)
    units = [_unit(c, folded, ready) for c in head[1:]]
    if all(units):
        return _transposed(folded, lines[1:], [u for u in units if u], ready)
    kinds = [_FIGURE_COLUMN.match(c.text) or _OTHER_COLUMN.match(c.text) for c in head[1:]]
    if kinds and all(kinds) and any(_FIGURE_COLUMN.match(c.text) for c in head[1:]):
        return _by_name(folded, lines[1:], head, ready)
    return []


def _apart(cell: Cell, folded: Folded, ready: Lexicon) -> list[Cell]:
    """A cell of the head that holds several names with blanks between them, as a cell for each."""
    gaps = folded.cuts_in(cell.start, cell.end)
    if not gaps:
        return [cell]
    cuts = [cell.start, *gaps, cell.end]
    parts = [Cell(a, b, folded.text[a:b].strip(" \t")) for a, b in pairwise(cuts)]
    return parts if all(_column(p, ready).name for p in parts) else [cell]


def _column(cell: Cell, ready: Lexicon) -> Column:
    bracket = words.BRACKETED.search(cell.text)
    measure = bracket[0][1:-1] if bracket and bracket[0][1:-1] in ready.measures else None
    bare = words.BRACKETED.sub("", cell.text)
    total = bare.startswith("累计")
    for spelled in (bare, re.sub(r"^(?:今日|当日|新增|累计|实际|实)|(?:数|数量|情况|人数)$", "", bare)):
        codes = ready.words.get(spelled)
        if codes:
            return Column(Name(cell.start, cell.end, spelled, codes), measure, total)
    if bare in ready.labels:
        return Column(text=ready.labels[bare])
    return Column(ignored=bool(_SERIAL.match(bare) or _NO_FIGURE_COLUMN.match(bare)) or not bare)


def _by_unit(
    folded: Folded, lines: Sequence[list[Cell]], head: list[Cell], columns: list[Column], ready: Lexicon
) -> list[Row]:
    found = []
    for cells in lines:
        if not cells:
            break
        if all(re.fullmatch(r"[-:=—]*", c.text) for c in cells):
            found.append(_nothing(cells))
            continue
        if not 2 <= len(cells) <= len(head) or not any(_figure(c, folded, ready) for c in cells):
            break
        if len(cells) < len(head) and set("\t|").isdisjoint(folded.text[cells[0].start : cells[-1].end]):
            break
        found.append(_row(folded, cells, columns, ready))
    return found


def _row(folded: Folded, cells: list[Cell], columns: list[Column], ready: Lexicon) -> Row:
    start, end = cells[0].start, cells[-1].end
    at = next(
        (
            n
            for n, c in enumerate(cells)
            if c.text and not _figure(c, folded, ready) and not (columns[n].text or columns[n].ignored)
        ),
        None,
    )
    if at is not None and _SUM_ROW.match(cells[at].text):
        return _nothing(cells)
    unit = None
    if at is not None:
        numbered = _NUMBERED.match(folded.text, cells[at].start, cells[at].end)
        begin = numbered.end() if numbered else cells[at].start
        unit = Place(cells[at].start, cells[at].end, folded.original(begin, cells[at].end).strip())
    gathered, texts = Gathered(), {}
    for n, cell in enumerate(cells):
        column = columns[n]
        if n == at or column.ignored or not cell.text:
            continue
        if column.text:
            if not _NONE.match(cell.text):
                texts[column.text] = folded.original(cell.start, cell.end).strip()
        else:
            _read(folded, cell, column, gathered, ready)
    return Row(start, end, unit, gathered, texts)


def _nothing(cells: list[Cell]) -> Row:
    """A row that counts as read but says nothing: sums, rules."""
    place = Place(cells[0].start, cells[0].end, cells[0].text)
    return Row(cells[0].start, cells[-1].end, place, Gathered(), {})


def _by_name(folded: Folded, lines: Sequence[list[Cell]], head: list[Cell], ready: Lexicon) -> list[Row]:
    """Rows of one unit: a name, then its figures of the day and in total."""
    found = []
    for cells in lines:
        if len(cells) != len(head):
            break
        name = _column(cells[0], ready)
        if not any(_figure(c, folded, ready) for c in cells[1:]):
            break
        gathered = Gathered()
        measure = next((c.text for c, over in zip(cells, head, strict=True) if _MEASURE_COLUMN.match(over.text)), None)
        for cell, over in zip(cells[1:], head[1:], strict=True):
            if not _FIGURE_COLUMN.match(over.text):
                continue
            total = bool(_TOTAL_COLUMN.match(over.text))
            _read(folded, cell, Column(name.name, name.measure or measure, total), gathered, ready)
        found.append(Row(cells[0].start, cells[-1].end, None, gathered, {}))
    return found


def _unit(cell: Cell, folded: Folded, ready: Lexicon) -> Place | None:
    place = place_at(folded.text, cell.start, ready, folded.gaps, opening=True) if cell.text else None
    return place if place and place.end == cell.end else None


def _transposed(folded: Folded, lines: Sequence[list[Cell]], units: list[Place], ready: Lexicon) -> list[Row]:
    """Rows by name, a column for each unit."""
    said = [Gathered() for _ in units]
    end = units[-1].end
    count = 0
    for cells in lines:
        if len(cells) != len(units) + 1 or not any(_figure(c, folded, ready) for c in cells[1:]):
            break
        column = _column(cells[0], ready)
        for cell, gathered in zip(cells[1:], said, strict=True):
            _read(folded, cell, column, gathered, ready)
        end, count = cells[-1].end, count + 1
    return [Row(units[0].start, end, u, g, {}) for u, g in zip(units, said, strict=True)] if count else []


def _figure(cell: Cell, folded: Folded, ready: Lexicon) -> bool:
    return bool(_NONE.match(cell.text)) or _number(cell, folded, ready)[0] is not None


def _number(cell: Cell, folded: Folded, ready: Lexicon) -> tuple[Number | None, bool]:
    """The number that fills the cell, and whether it is only about."""
    start = cell.start + len(folded.text[cell.start : cell.end]) - len(folded.text[cell.start : cell.end].lstrip(" \t"))
    about = _ABOUT.match(folded.text, start, cell.end)
    number = number_in(folded.text, about.end() if about else start, cell.end, ready.measures)
    if number is None:
        return None, False
    rest = folded.text[number.end : cell.end].strip()
    if rest and not words.ABOUT_BEHIND.fullmatch(rest):
        return None, False
    return number, bool(about or rest or number.about)


def _read(folded: Folded, cell: Cell, column: Column, gathered: Gathered, ready: Lexicon) -> None:
    if _NONE.match(cell.text):
        if column.name:
            code = column.name.codes[0]
            gathered.entries.append(Entry(code, Decimal(0), cell.start, cell.end, "table", total=column.total))
        return
    number, about = _number(cell, folded, ready)
    if number is None:
        return
    if column.name is None:
        if number.value:
            gathered.unknown.append(Unknown(cell.start, cell.end, number.value))
        return
    if number.measure is None and column.measure:
        number = Number(number.start, number.figure_end, number.end, number.value, column.measure, number.about)
    code_or_none, _ = fitting(column.name, number, ready)
    code_or_none = code_or_none or extended(column.name, number, ready)
    code = code_or_none or column.name.codes[0]
    gathered.entries.append(
        Entry(
            code,
            converted(number, code, ready),
            cell.start,
            cell.end,
            "table",
            total=column.total,
            about=about,
            fits=code_or_none is not None,
        )
    )
