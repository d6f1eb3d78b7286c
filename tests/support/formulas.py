"""The formulas of a workbook, calculated as a spreadsheet does it: the few that the program writes, and no others."""

import re
from collections.abc import Callable, Iterator
from math import floor
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import range_boundaries

_REFERENCE = re.compile(r"(?:'(?P<sheet>[^']+)'!)?(?P<cells>[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?)")


class Calculator:
    """Calculates the cells of a workbook that was opened with its formulas."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._known: dict[tuple[str, int, int], Any] = {}

    def value(self, sheet: str, row: int, column: int) -> Any:
        """What the cell shows; rows and columns count from 1. An empty cell is None."""
        at = (sheet, row, column)
        if at not in self._known:
            cell = self._book[sheet].cell(row, column)
            is_formula = cell.data_type == "f"
            self._known[at] = self._calculated(sheet, str(cell.value)[1:]) if is_formula else cell.value
        return self._known[at]

    def _calculated(self, sheet: str, text: str) -> Any:
        if text.startswith("IF("):
            asked, then, otherwise = _split(text[3:-1])
            return self._calculated(sheet, then if self._calculated(sheet, asked) else otherwise)
        if text == '""':
            return ""

        def named(found: re.Match[str]) -> str:
            return f"of({found['sheet'] or sheet!r}, {found['cells']!r})"

        expression = re.sub(r"(?<![<>=])=(?!=)", "==", _REFERENCE.sub(named, text))
        scope: dict[str, Callable[..., Any]] = {"of": self._of, "SUM": _sum, "COUNT": _count, "INT": floor}
        return eval(expression, {"__builtins__": {}}, scope)

    def _of(self, sheet: str, cells: str) -> Any:
        if ":" not in cells:
            column, row, _, _ = range_boundaries(cells)
            return self.value(sheet, row, column)
        left, top, right, bottom = range_boundaries(cells)
        every = [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
        return [self.value(sheet, row, column) for row, column in every]


def _split(text: str) -> list[str]:
    """The arguments of a function, split at the commas that are its own."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _flat(values: tuple[Any, ...]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, list):
            yield from _flat(tuple(value))
        else:
            yield value


def _numbers(values: tuple[Any, ...]) -> list[float]:
    return [value for value in _flat(values) if isinstance(value, (int, float))]


def _sum(*values: Any) -> float:
    return sum(_numbers(values))


def _count(*values: Any) -> int:
    return len(_numbers(values))
