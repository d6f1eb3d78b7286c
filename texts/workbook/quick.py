"""A worksheet whose numbers and texts go to the file by a short way: a month of a county is a million cells.

XlsxWriter's own way takes most of the time of an export, and writes a text that stands between <r> and </r> as markup:
a message could break the workbook. Only these two kinds of cell are written here, all others by the library.
"""

from typing import Any

from xlsxwriter.worksheet import CellNumberTuple, CellStringTuple, Worksheet

from texts.workbook.letters import letters

_LETTERS = [letters(column) for column in range(600)]
_KEPT = (" ", "\t", "\n", "\r")


class QuickSheet(Worksheet):  # type: ignore[misc]  # the library has no types
    """A worksheet for `constant_memory`, whose every cell has a style."""

    def __init__(self) -> None:
        super().__init__()
        self._style_marks: dict[Any, str] = {}

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        kind = type(cell)
        if kind is CellNumberTuple:
            self.fh.write(f'<c r="{_LETTERS[col]}{row + 1}"{self._mark(cell.format)}><v>{cell.number:.16G}</v></c>')
        elif kind is CellStringTuple:
            text = self._escape_data(self._escape_control_characters(cell.string))
            kept = ' xml:space="preserve"' if text.startswith(_KEPT) or text.endswith(_KEPT) else ""
            at = f'r="{_LETTERS[col]}{row + 1}"{self._mark(cell.format)}'
            self.fh.write(f'<c {at} t="inlineStr"><is><t{kept}>{text}</t></is></c>')
        else:
            super()._write_cell(row, col, cell)

    def _mark(self, style: Any) -> str:
        if style not in self._style_marks:
            self._style_marks[style] = f' s="{style._get_xf_index()}"'
        return self._style_marks[style]
