"""A workbook and its sheets: styles, headings, printing. Each row is written once and leaves the memory.

What people wrote is always a text, never a formula, a link or a number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from domain.exports import Head
from domain.numbers import plain
from texts.render import Voice
from texts.workbook.letters import letters

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

A4 = 9
_ZERO_DAY = date(1899, 12, 30)
MOST_ROWS = 1_048_000
"""A sheet of Excel has a few more; the last ones are for saying that there is more."""
MOST_LETTERS = 32_000
_DEEPEST = 7
"""Levels by which Excel folds rows."""

_PAINTS = {"late": "#FDEEB8", "questions": "#D7E6FB", "silent": "#F6C9C4", "excused": "#E7E9EC"}
_TASK_PAINTS = {
    "done": "#B9DFC2",
    "verified": "#86C796",
    "waiting": "#D3ECD8",
    "doing": "#FDEEB8",
    "seen": "#D7E6FB",
    "difficulty": "#E58B80",
    "returned": "#F5C48B",
    "silent": "#E7E9EC",
}
_LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 15},
    "note": {"font_color": "#6B7785", "font_size": 9},
    "head": {"bold": True, "bg_color": "#DCE8EC", "border": 1, "border_color": "#B8C4CC"}
    | {"text_wrap": True, "align": "center", "valign": "vcenter"},
    "measure": {"font_color": "#6B7785", "font_size": 9, "border": 1, "border_color": "#B8C4CC", "align": "center"},
    "tag": {"font_color": "#6B7785", "font_size": 8, "num_format": "@"},
    "text": {"num_format": "@", "quote_prefix": True, "valign": "top"},
    "long": {"num_format": "@", "quote_prefix": True, "valign": "top", "text_wrap": True},
    "whole": {"num_format": "#,##0"},
    "split": {"num_format": "#,##0.0##"},
    "share": {"num_format": "0%"},
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
    "instant": {"num_format": "yyyy-mm-dd hh:mm", "align": "left"},
    "hour": {"num_format": "hh:mm", "align": "center"},
    **{
        f"hour {state}": {"num_format": "hh:mm", "align": "center", "bg_color": paint}
        for state, paint in _PAINTS.items()
    },
    **{f"word {state}": {"align": "center", "bg_color": paint} for state, paint in _PAINTS.items()},
    "word": {"align": "center"},
    **{f"task {state}": {"align": "center", "bg_color": paint} for state, paint in _TASK_PAINTS.items()},
}
_SUMMED = {"bold": True, "bg_color": "#F3F6F8", "top": 1, "top_color": "#B8C4CC"}


@dataclass(frozen=True)
class Formula:
    """A formula with the value that it has: a viewer that does not calculate shows this one."""

    text: str
    value: Decimal | float | str
    style: str = ""


@dataclass(frozen=True)
class Styled:
    """A word or an instant (as a spreadsheet counts: days since 1899-12-30) in a style of its own."""

    value: str | float
    style: str


Cell = str | Decimal | int | Formula | Styled | None


def on_day(day: date) -> Styled:
    """A day."""
    return Styled((day - _ZERO_DAY).days, "day")


def at_instant(at: datetime | None, look: str = "instant") -> Styled | None:
    """A local instant, to be shown as day and hour or (`hour`) as its hour."""
    if at is None:
        return None
    seconds = (at.hour * 60 + at.minute) * 60 + at.second
    return Styled((at.date() - _ZERO_DAY).days + seconds / 86400, look)


@dataclass(frozen=True)
class Column:
    """A column: its heading, the measure under it, its hashtag, its width in letters. `long`: texts wrap."""

    heading: str
    width: float = 9.0
    measure: str = ""
    tag: str = ""
    long: bool = False


class Book:
    """An open workbook; every style is made once."""

    TASK_STATES = tuple(_TASK_PAINTS)

    def __init__(self, voice: Voice, about: Head, path: Path) -> None:
        from xlsxwriter import Workbook  # only when something is exported

        from texts.workbook.quick import QuickSheet

        plain_texts = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.voice = voice
        self.about = about
        self._book: Workbook = Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent), **plain_texts})
        self._sheet_kind = QuickSheet
        self._styles: dict[tuple[str, bool, int], Format] = {}
        self._book.set_properties(
            {"title": self.title, "author": about.town, "created": about.made_at.replace(tzinfo=None)}
        )

    @property
    def title(self) -> str:
        """What stands over every sheet: 东观镇 疫情防控日报."""
        form = self.about.form
        language = self.voice.words.language
        return f"{self.about.node} {form.names.get(language, form.name)}"

    @property
    def note(self) -> str:
        """Which days, and when it was made."""
        asked, at = self.about.asked, f"{self.about.made_at:%Y-%m-%d %H:%M}"
        key = "sheet-day" if asked.first == asked.last else "sheet-days"
        return self.voice.say(key, first=asked.first.isoformat(), last=asked.last.isoformat(), at=at)

    def style(self, look: str, *, summed: bool = False, indent: int = 0) -> "Format":
        """A style by its name; `summed`: as it stands in a row of sums."""
        key = (look, summed, indent)
        if key not in self._styles:
            looks = {**_LOOKS[look], **(_SUMMED if summed else {}), **({"indent": indent} if indent else {})}
            self._styles[key] = self._book.add_format(looks)
        return self._styles[key]

    def sheet(self, name: str, columns: Sequence[Column], frozen: int) -> "Sheet":
        """A new sheet with its headings; `frozen`: so many columns stay in sight."""
        return Sheet(self, self._book.add_worksheet(self.voice.say(f"sheet-{name}"), self._sheet_kind), columns, frozen)

    def close(self) -> None:
        """Write the file."""
        self._book.close()


class Sheet:
    """A sheet, written from top to bottom: title, headings, then `row` by `row`."""

    def __init__(self, book: Book, sheet: "Worksheet", columns: Sequence[Column], frozen: int) -> None:
        self._book = book
        self._sheet = sheet
        self.columns = columns
        self.next = 0
        """The row that is written next, counted from 0."""
        self._set_up_print()
        self._write_top(frozen)
        self._plain = [book.style("long" if column.long else "text") for column in columns]

    def cell(self, row: int, column: int) -> str:
        """How a formula of another sheet names a cell of this one."""
        quoted = str(self._sheet.get_name()).replace("'", "''")
        return f"'{quoted}'!{letters(column)}{row + 1}"

    @property
    def full(self) -> bool:
        """Whether no more rows fit."""
        return self.next >= MOST_ROWS

    def _set_up_print(self) -> None:
        sheet, book = self._sheet, self._book
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        title, note = (words.replace("&", "&&") for words in (book.title, book.note))
        sheet.set_footer(f"&L{title[:80]}&C{book.voice.say('sheet-page')}&R{note[:80]}")

    def _write_top(self, frozen: int) -> None:
        sheet, book = self._sheet, self._book
        for number, column in enumerate(self.columns):
            sheet.set_column(number, number, column.width)
        sheet.write_string(0, 0, book.title, book.style("title"))
        sheet.write_string(1, 0, book.note, book.style("note"))
        self.next = first = 2
        self._line([column.heading for column in self.columns], "head")
        if any(column.measure for column in self.columns):
            self._line([column.measure for column in self.columns], "measure")
        if book.about.asked.hxl:
            self._line([column.tag for column in self.columns], "tag")
        self._heading = self.next - 1
        sheet.repeat_rows(first, self.next - 1)
        sheet.freeze_panes(self.next, frozen)

    def _line(self, words: Sequence[str], look: str) -> None:
        for number, word in enumerate(words):
            self._sheet.write_string(self.next, number, word, self._book.style(look))
        self.next += 1

    def row(self, cells: Sequence[Cell], *, summed: bool = False, level: int = 0, indent: int = 0) -> None:
        """The next row. `indent` moves the name (the second column) in; `level` is how deep it folds."""
        if level:
            self._sheet.set_row(self.next, None, None, {"level": min(level, _DEEPEST)})
        for column, cell in enumerate(cells):
            if cell is not None:
                self._cell(column, cell, summed, indent if column == 1 else 0)
            elif summed:
                self._sheet.write_blank(self.next, column, None, self._book.style("text", summed=True))
        self.next += 1

    def _cell(self, column: int, cell: Cell, summed: bool, indent: int) -> None:
        row, sheet, style = self.next, self._sheet, self._book.style
        if isinstance(cell, Decimal):
            number = plain(cell)
            sheet.write_number(
                row, column, number, style("whole" if isinstance(number, int) else "split", summed=summed)
            )
        elif isinstance(cell, str):
            look = style("text", summed=summed, indent=indent) if summed or indent else self._plain[column]
            sheet.write_string(row, column, cell[:MOST_LETTERS], look)
        elif isinstance(cell, Styled):
            write = sheet.write_string if isinstance(cell.value, str) else sheet.write_number
            write(row, column, cell.value, style(cell.style))
        elif isinstance(cell, Formula):
            self._formula(column, cell, summed)
        elif cell is not None:
            sheet.write_number(row, column, cell, style("whole", summed=summed))

    def _formula(self, column: int, cell: Formula, summed: bool) -> None:
        value = plain(cell.value) if isinstance(cell.value, Decimal) else cell.value
        look = cell.style or ("split" if isinstance(value, float) else "whole")
        self._sheet.write_formula(self.next, column, cell.text, self._book.style(look, summed=summed), value)

    def fold_below(self) -> None:
        """Sums stand above what they sum: rows fold up to them."""
        self._sheet.outline_settings(True, False, True, False)

    def filtered(self) -> None:
        """Every heading can be filtered by."""
        if self.next > self._heading + 1:
            self._sheet.autofilter(self._heading, 0, self.next - 1, len(self.columns) - 1)
