"""Stage 4: tables that lost their line ends (单位 入户 返乡 甲村 77 1 乙村 66 0), read only where their counts agree.

A row of names, then again and again a unit with as many figures as there are names: that can be cut in one way only.
Where a figure is wanting or left over, nothing is read here, and what is in columns is asked.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from domain.parsing import tables
from domain.parsing.cells import Cell, Column, column, figure, is_sum, unit
from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon
from domain.parsing.places import KIND_ENDS
from domain.parsing.tables import Row
from domain.patterns import regex

_RULE = regex(r"[-:=—]{2,}")
_SERIAL = regex(r"序号|编号|序|号")
_UNITS = regex(r"(?:单位|村|社区|村名|村居|单位名称|社区名称|村\(社区\)|卡点|卡口|卡点名称|镇村|地点|网格)(?:名称?)?")
_PARTS = regex(r"[^\s|]+")
LEAST_COLUMNS = 2


def rows(folded: Folded, ready: Lexicon) -> tuple[Row, ...]:
    """The rows of the first flattened table of the message; empty when there is none or it does not come out."""
    if _parts_of(folded.text) + len(folded.gaps) < 2 * LEAST_COLUMNS:
        return ()
    for start, end in _lines(folded):
        cells = _cells(folded, start, end)
        head = _head(cells, folded, ready)
        if head is None:
            continue
        first, behind, serial = head
        columns = [column(c, ready) for c in cells[first:behind]]
        found = _bodies(folded, cells[behind:], columns, ready, serial=serial)
        if found:
            head_start = cells[first - _before(cells, first)].start
            return tables.telling([replace(found[0], start=head_start), *found[1:]])
    return ()


def _parts_of(text: str) -> int:
    return text.count("\t") + text.count("|")


def _lines(folded: Folded) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in folded.text.split("\n"):
        if _parts_of(line) + len(folded.cuts_in(start, start + len(line))) >= 2 * LEAST_COLUMNS:
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _cells(folded: Folded, start: int, end: int) -> list[Cell]:
    """Everything between blanks, tabs and bars; the strokes of a drawn table left out."""
    cuts = [start, *folded.cuts_in(start, end), end]
    found: list[Cell] = []
    for a, b in pairwise(cuts):
        found += [Cell(m.start(), m.end(), m[0]) for m in _PARTS.finditer(folded.text, a, b)]
    return [c for c in found if not _RULE.fullmatch(c.text)]


def _head(cells: Sequence[Cell], folded: Folded, ready: Lexicon) -> tuple[int, int, bool] | None:
    """Where the names of the columns begin and end among the cells, and whether a serial number stands before."""
    named = [column(c, ready).name is not None for c in cells]
    for first in range(len(cells)):
        behind = first
        while behind < len(cells) and named[behind]:
            behind += 1
        if behind - first >= LEAST_COLUMNS:
            # 卡点 over a column of posts is no indicator there
            headed = first > 0 and _UNITS.fullmatch(cells[first - 1].text) is not None
            if _UNITS.fullmatch(cells[first].text) and behind - first > LEAST_COLUMNS and not headed:
                first += 1
            before = cells[max(0, first - 2) : first]
            return first, behind, any(_SERIAL.fullmatch(c.text) for c in before)
    return None


def _before(cells: Sequence[Cell], first: int) -> int:
    """How many cells before the names are of the head too (序号 单位)."""
    count = 0
    while count < first and count < 2:
        text = cells[first - count - 1].text
        if not (_UNITS.fullmatch(text) or _SERIAL.fullmatch(text)):
            break
        count += 1
    return count


def _bodies(
    folded: Folded, cells: Sequence[Cell], columns: Sequence[Column], ready: Lexicon, *, serial: bool
) -> list[Row]:
    """The rows, where every one has a figure for each column; one without a unit must be the only one."""
    if len(cells) == len(columns) and all(figure(c, folded, ready) for c in cells):
        return [tables.row(folded, list(cells), list(columns), ready)]
    found: list[Row] = []
    width = 1 + serial + len(columns)
    if not cells or len(cells) % width:
        return []
    over = [Column(ignored=True)] * serial + [Column(), *columns]
    for place in range(0, len(cells), width):
        one = list(cells[place : place + width])
        named, figures = one[serial], one[1 + serial :]
        if figure(named, folded, ready) or not all(figure(c, folded, ready) for c in figures):
            return []
        if not (KIND_ENDS.search(named.text) or unit(named, folded, ready) or is_sum(named)):
            return []
        found.append(tables.row(folded, one, over, ready))
    return found
