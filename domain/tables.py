"""Tables that people keep of their units and their roster: rows, columns by any of their headings, lists in a cell."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from functools import lru_cache

from domain.errors import Mistake, NotPossible
from domain.patterns import regex
from domain.script import simplified

Columns = Mapping[str, tuple[str, ...]]
"""A table's columns, each with the headings under which it may stand; the first is the one to write."""

UNIT_COLUMNS: Columns = {
    "code": ("code", "编码", "代码", "编号", "单元编码"),
    "name": ("name", "名称", "单元名称", "单元"),
    "parent": ("parent", "上级", "上级编码", "上级单元"),
    "aliases": ("aliases", "alias", "别名"),
    "reports": ("reports", "是否上报", "上报"),
    "covers": ("covers", "覆盖", "覆盖范围"),
    "tags": ("tags", "tag", "标签"),
    "deadline": ("deadline", "截止", "截止时间", "上报截止"),
}
PEOPLE_COLUMNS: Columns = {
    "name": ("name", "姓名", "名字"),
    "phone": ("phone", "电话", "手机", "手机号", "手机号码", "联系电话"),
    "unit": ("unit", "单元", "所属单元", "单位"),
    "role": ("role", "角色", "职务"),
    "telegram_id": ("telegram_id", "telegram id", "telegram"),
}
_QUOTED = 40


class TableKind(StrEnum):
    """What a table lists."""

    UNITS = "units"
    PEOPLE = "people"


@dataclass(frozen=True)
class Row:
    """A row by the number that a spreadsheet shows (the headings stand in row 1); cells by heading as written.

    `formulas` are the headings under which the row holds a formula instead of a value.
    """

    number: int
    cells: Mapping[str, str]
    formulas: tuple[str, ...] = ()

    def cell(self, column: str, columns: Columns) -> str | None:
        """What stands in the column, without outer spaces; None when the table has no such column."""
        heading = find_heading(self.cells, column, columns)
        return None if heading is None else self.cells[heading].strip()


def find_heading(cells: Mapping[str, str], column: str, columns: Columns) -> str | None:
    """The heading, as the table writes it, of a column."""
    return next((heading for heading in cells if _folded(heading) in columns[column]), None)


@lru_cache(maxsize=500)
def _folded(heading: str) -> str:
    """As headings are compared: asked of each heading again for each cell of a table."""
    return simplified(" ".join(unicodedata.normalize("NFKC", heading).lower().split()))


def kind_of(rows: Sequence[Row]) -> TableKind | None:
    """Whether the table lists units or people, by its headings; None when neither."""
    if not rows:
        return None
    cells = rows[0].cells
    if any(find_heading(cells, column, PEOPLE_COLUMNS) for column in ("phone", "role", "telegram_id")):
        return TableKind.PEOPLE
    return TableKind.UNITS if find_heading(cells, "code", UNIT_COLUMNS) else None


def check_columns(rows: Sequence[Row], columns: Columns, needed: tuple[str, ...]) -> None:
    """NotPossible when the table as a whole is none of this kind: no rows, or no such columns."""
    if not rows:
        raise NotPossible("table-empty")
    missing = [name for name in needed if find_heading(rows[0].cells, name, columns) is None]
    if missing:
        raise NotPossible("table-columns", columns=", ".join(missing))


def mistake(row: int, reason: str, **fields: object) -> Mistake:
    """Something wrong in a row; what is quoted of it is cut short."""
    told = {name: value[:_QUOTED] if isinstance(value, str) else value for name, value in fields.items()}
    return Mistake(str(row), reason, told)


def listed(cell: str) -> tuple[str, ...]:
    """The words of a cell that lists several, each once."""
    words = (word.strip() for word in re.split(r"[、;；,，|\n]", cell))
    return tuple(dict.fromkeys(word for word in words if word))


_YES = frozenset({"yes", "y", "true", "1", "是", "报", "上报"})
_NO = frozenset({"no", "n", "false", "0", "否", "不", "不报", "不上报"})


def read_flag(cell: str) -> bool | None:
    """Yes or no as people write them; None when it is neither."""
    word = _folded(cell)
    return True if word in _YES else False if word in _NO else None


_HOUR = regex(r"(\d{1,2})(?:[:.](\d\d)(?::\d\d)?|点|点(半)|点(\d\d)分?)")
_DAY_MINUTES = 24 * 60


def read_hour(cell: str) -> time | None:
    """An hour of the day as people and spreadsheets write it (15:00, 15点半, 0.625); None when it is none."""
    word = _folded(cell)
    found = _HOUR.fullmatch(word)
    if found is None:
        return _share_of_day(word)
    hour, minute = int(found[1]), 30 if found[3] else int(found[2] or found[4] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _share_of_day(word: str) -> time | None:
    """A spreadsheet's time without its format: the share of the day that has gone by."""
    if re.fullmatch(r"0?\.\d{1,12}", word) is None:
        return None
    minutes = round(float(word) * _DAY_MINUTES)
    return time(*divmod(minutes, 60)) if minutes < _DAY_MINUTES else None
