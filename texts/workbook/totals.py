"""The sheet of totals: a row an indicator, a column a day, and what the days come to."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from domain.exports import hashtags
from domain.numbers import Values
from texts.workbook.book import Book, Cell, Column, Formula, Sheet
from texts.workbook.letters import letters

_FIRST = 3
"""The column of the first day (or, of one day, of its figure)."""


def columns(book: Book) -> list[Column]:
    """The headings; of one day alone there is one column of figures."""
    say, asked = book.voice.say, book.about.asked
    days = [Column(f"{day:%m-%d}", 8) for day in asked.days] if len(asked.days) > 1 else []
    tagged = [Column("", 18, tag="#indicator+tag")] if asked.hxl else []
    return [
        Column(say("column-indicator"), 18, tag="#indicator+name"),
        Column(say("column-measure"), 8),
        Column(say("column-kind"), 10),
        *days,
        Column(say("column-period" if days else "column-total"), 12, tag="#value"),
        *tagged,
    ]


def write(
    sheet: Sheet, book: Book, days: Mapping[date, Values], period: Values, units: Sheet, units_row: int, first: int
) -> None:
    """A row an indicator. The last figure is a formula: flows add up the days, stocks stand on the sheet of units."""
    about = book.about
    tags = hashtags(about.form.indicators)
    many = len(about.asked.days) > 1
    for number, (indicator, tag) in enumerate(zip(about.form.indicators, tags, strict=True)):
        by_day = [days[day].get(indicator.code) for day in about.asked.days] if many else []
        known = period.get(indicator.code)
        if many and indicator.kind == "flow":
            text = f"=SUM({letters(_FIRST)}{sheet.next + 1}:{letters(_FIRST + len(by_day) - 1)}{sheet.next + 1})"
        else:
            text = f"={units.cell(units_row, first + number)}"
        name, measure = book.voice.indicator(indicator.code), book.voice.measure(indicator.code)
        cells: list[Cell] = [name, measure, book.voice.say(f"export-kind-{indicator.kind}"), *by_day]
        cells.append(_known(text, known))
        sheet.row([*cells, tag] if about.asked.hxl else cells)


def _known(text: str, known: Decimal | None) -> Cell:
    return None if known is None else Formula(text, known)
