"""Stage 4: pasted tables. A row of names over rows of figures is read by column; a row of sums is no unit."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from domain.parsing.cells import NONE, SERIAL, Cell, Column, column, figure, is_sum, read, unit
from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon
from domain.parsing.places import Place
from domain.parsing.sayings import Gathered
from domain.patterns import regex

_DAY_COLUMN = regex(r"(?:今[日天]|当[日天]|本日|日报|数量|数据|人数|数值|新增|填报|情况|结果|本次)(?:数|情况|数量)?$")
_TOTAL_COLUMN = regex(r"(?:累计|合计至今|总计|总数|至今)(?:数|情况|数量)?$")
_FIGURE_COLUMN = regex(f"{_DAY_COLUMN.pattern}|{_TOTAL_COLUMN.pattern}")
_MEASURE_COLUMN = regex(r"(?:计量)?单位$")
_OTHER_COLUMN = regex(r"(?:计量)?单位$|备注$|说明$|填报人$")
_DIGIT = regex(r"\d")
_PARTED = regex(r"\t|\||,[^,\n]*,|;[^;\n]*;")
_NUMBERED = regex(r"[(]?\d{1,3}[)、.:](?=[^\d\s])")


@dataclass(frozen=True)
class Row:
    """What one row says; unit None: the row speaks for the message's own unit."""

    start: int
    end: int
    unit: Place | None
    gathered: Gathered
    texts: Mapping[str, str]


def rows(folded: Folded, ready: Lexicon) -> tuple[Row, ...]:
    """Every row of every table in the message that says something; the rest of the message is not looked at."""
    if "\n" not in folded.text or not (folded.gaps or _PARTED.search(folded.text)):
        return ()
    lines = _lines(folded.text)
    found: list[Row] = []
    place = 0
    while place < len(lines):
        taken = _table(folded, lines[place:], ready) if _may_head(folded, *lines[place]) else []
        found += taken
        place += len(taken) + 1 if taken else 1
    return telling(found)


def telling(found: Sequence[Row]) -> tuple[Row, ...]:
    """Those rows that say something, and those of the message's own unit."""
    return tuple(r for r in found if r.gathered.entries or r.gathered.unknown or r.texts or r.unit is None)


def _lines(text: str) -> list[tuple[int, int]]:
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((start, start + len(line)))
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


def _may_head(folded: Folded, start: int, end: int) -> bool:
    """Whether the line may be a table's head: more than one cell, and no figure behind the first."""
    text, gaps = folded.text, folded.cuts_in(start, end)
    if text.find("\t", start, end) < 0 and text.find("|", start, end) < 0 and gaps:
        return not _DIGIT.search(text, gaps[0], end)  # blanks part the cells
    return bool(gaps) or _PARTED.search(text, start, end) is not None


def _table(folded: Folded, lines: Sequence[tuple[int, int]], ready: Lexicon) -> list[Row]:
    """The rows under a head, when the first line is one."""
    if len(lines) < 2:
        return []
    first = _cells(folded, *lines[0])
    if any(_DIGIT.search(c.text) for c in first[1:]):
        return []
    head = [part for cell in first for part in _apart(cell, folded, ready)]
    if len(head) < 2:
        return []
    body = (_cells(folded, start, end) for start, end in lines[1:])  # read as far as the table goes
    if any(re.search(r"\d", c.text) or figure(c, folded, ready) for c in head[1:]):
        return []
    if SERIAL.match(head[0].text) and len(head) > 2:
        head, body = head[1:], (cells[1:] for cells in body)
    columns = [column(c, ready) for c in head]
    if sum(c.name is not None for c in columns[1:]) >= 1 and len(head) - sum(c.text == "" for c in head) >= 2:
        return _by_unit(folded, body, head, columns, ready)
    units = [unit(c, folded, ready) for c in head[1:]]
    if all(units):
        return _transposed(folded, body, [u for u in units if u], ready)
    kinds = [_FIGURE_COLUMN.match(c.text) or _OTHER_COLUMN.match(c.text) for c in head[1:]]
    if kinds and all(kinds) and any(_FIGURE_COLUMN.match(c.text) for c in head[1:]):
        return _by_name(folded, body, head, ready)
    return []


def _apart(cell: Cell, folded: Folded, ready: Lexicon) -> list[Cell]:
    """A cell of the head that holds several names with blanks between them, as a cell for each."""
    gaps = folded.cuts_in(cell.start, cell.end)
    if not gaps:
        return [cell]
    cuts = [cell.start, *gaps, cell.end]
    parts = [Cell(a, b, folded.text[a:b].strip(" \t")) for a, b in pairwise(cuts)]
    return parts if all(column(p, ready).name for p in parts) else [cell]


def _by_unit(
    folded: Folded, lines: Iterable[list[Cell]], head: list[Cell], columns: list[Column], ready: Lexicon
) -> list[Row]:
    found = []
    for cells in lines:
        if not cells:
            break
        if all(re.fullmatch(r"[-:=—]*", c.text) for c in cells):
            found.append(nothing(cells))
            continue
        if not 2 <= len(cells) <= len(head) or not any(figure(c, folded, ready) for c in cells):
            break
        if len(cells) < len(head) and set("\t|").isdisjoint(folded.text[cells[0].start : cells[-1].end]):
            break
        found.append(row(folded, cells, columns, ready))
    return found


def row(folded: Folded, cells: list[Cell], columns: list[Column], ready: Lexicon) -> Row:
    start, end = cells[0].start, cells[-1].end
    at = next(
        (
            n
            for n, c in enumerate(cells)
            if c.text and not figure(c, folded, ready) and not (columns[n].text or columns[n].ignored)
        ),
        None,
    )
    if at is not None and is_sum(cells[at]):
        return nothing(cells)
    whose = None
    if at is not None:
        numbered = _NUMBERED.match(folded.text, cells[at].start, cells[at].end)
        begin = numbered.end() if numbered else cells[at].start
        whose = Place(cells[at].start, cells[at].end, folded.original(begin, cells[at].end).strip())
    gathered, texts = Gathered(), {}
    for n, cell in enumerate(cells):
        column = columns[n]
        if n == at or column.ignored or not cell.text:
            continue
        if column.text:
            if not NONE.match(cell.text):
                texts[column.text] = folded.original(cell.start, cell.end).strip()
        else:
            read(folded, cell, column, gathered, ready)
    return Row(start, end, whose, gathered, texts)


def nothing(cells: list[Cell]) -> Row:
    """A row that counts as read but says nothing: sums, rules."""
    place = Place(cells[0].start, cells[0].end, cells[0].text)
    return Row(cells[0].start, cells[-1].end, place, Gathered(), {})


def _by_name(folded: Folded, lines: Iterable[list[Cell]], head: list[Cell], ready: Lexicon) -> list[Row]:
    """Rows of one unit: a name, then its figures of the day and in total."""
    found = []
    for cells in lines:
        if len(cells) != len(head):
            break
        name = column(cells[0], ready)
        if not any(figure(c, folded, ready) for c in cells[1:]):
            break
        gathered = Gathered()
        measure = next((c.text for c, over in zip(cells, head, strict=True) if _MEASURE_COLUMN.match(over.text)), None)
        for cell, over in zip(cells[1:], head[1:], strict=True):
            if not _FIGURE_COLUMN.match(over.text):
                continue
            total = bool(_TOTAL_COLUMN.match(over.text))
            read(folded, cell, Column(name.name, name.measure or measure, total), gathered, ready)
        found.append(Row(cells[0].start, cells[-1].end, None, gathered, {}))
    return found


def _transposed(folded: Folded, lines: Iterable[list[Cell]], units: list[Place], ready: Lexicon) -> list[Row]:
    """Rows by name, a column for each unit."""
    said = [Gathered() for _ in units]
    end = units[-1].end
    count = 0
    for cells in lines:
        if len(cells) != len(units) + 1 or not any(figure(c, folded, ready) for c in cells[1:]):
            break
        over = column(cells[0], ready)
        for cell, gathered in zip(cells[1:], said, strict=True):
            read(folded, cell, over, gathered, ready)
        end, count = cells[-1].end, count + 1
    return [Row(units[0].start, end, u, g, {}) for u, g in zip(units, said, strict=True)] if count else []
