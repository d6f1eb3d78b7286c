"""Stage 4: the cells of a table: what their column holds, and what stands in them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon, Name
from domain.parsing.numbers import Number, number_in
from domain.parsing.pairing import converted, extended, fitting
from domain.parsing.places import Place, place_at
from domain.parsing.sayings import Entry, Gathered, Unknown
from domain.patterns import regex

NONE = regex(r"(?:无|没有|零|〇|/|-+|—+|×|\\|0)$")
_SUM_ROW = regex(r"(?:合计|总计|小计|汇总|共计|总数|全镇|全乡|平均|合 计)")
SERIAL = regex(r"(?:序号|编号|序|号|No\.?|#)$", re.I)
_NO_FIGURE_COLUMN = regex(
    r"(?:日期|时间|填报人|联系(?:人|电话|方式)?|手机号?码?|办公电话|电话|负责人|签名|报告人|排名|占比|比例|完成率|目标|任务|应.*|户籍.*|"
    r"总户数|总人口|常住.*)"
)
_ABOUT = regex(r"(?:大约|大概|约|近|将近|不到|超过?|至少|上)")


class Cell(NamedTuple):
    """One cell: [start, end) in the folded text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Column:
    """What a column holds. name: an indicator's; total: running totals; text: a free-text field."""

    name: Name | None = None
    measure: str | None = None
    total: bool = False
    text: str | None = None
    ignored: bool = False


def column(cell: Cell, ready: Lexicon) -> Column:
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
    return Column(ignored=bool(SERIAL.match(bare) or _NO_FIGURE_COLUMN.match(bare)) or not bare)


def is_sum(cell: Cell) -> bool:
    """Whether the cell opens a row of sums."""
    return _SUM_ROW.match(cell.text) is not None


def unit(cell: Cell, folded: Folded, ready: Lexicon) -> Place | None:
    place = place_at(folded.text, cell.start, ready, folded.gaps, opening=True) if cell.text else None
    return place if place and place.end == cell.end else None


def figure(cell: Cell, folded: Folded, ready: Lexicon) -> bool:
    return bool(NONE.match(cell.text)) or _number(cell, folded, ready)[0] is not None


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


def read(folded: Folded, cell: Cell, column: Column, gathered: Gathered, ready: Lexicon) -> None:
    if NONE.match(cell.text):
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
