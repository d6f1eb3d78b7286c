"""The workbook while it is written: days come in one by one, what they come to is written at the end."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from domain.exports import DayTable, Head, TaskRow
from domain.numbers import Values
from domain.reporting import flows
from domain.totals import total
from texts.render import Voice
from texts.workbook import punctuality, totals, units
from texts.workbook.book import Book
from texts.workbook.lists import Daily, Messages, Practices, Problems, task_columns, write_tasks
from texts.workbook.matrix import write_matrix

_FROZEN = 2
_FIRST_INDICATOR = 3


class WorkbookFile:
    """An Excel workbook in the voice's language. Call it off the event loop: it takes seconds of a core."""

    def __init__(self, voice: Voice, about: Head, path: Path) -> None:
        self._book = Book(voice, about, path)
        self._about = about
        self._flows = flows(about.form)
        self._totals = self._book.sheet("totals", totals.columns(self._book), 1)
        self._units = self._book.sheet("units", units.columns(self._book), _FROZEN)
        self._punctuality = self._book.sheet("punctuality", punctuality.columns(self._book), _FROZEN)
        self._daily = Daily(self._book) if len(about.asked.days) > 1 else None
        self._tasks = self._book.sheet("tasks", task_columns(self._book), _FROZEN)
        self._problems = Problems(self._book)
        self._practices = Practices(self._book)
        self._messages = Messages(self._book)
        self._by_day: dict[date, Values] = {}
        self._sums = units.Sums()
        self._records = punctuality.Records()

    def day(self, table: DayTable) -> None:
        """Take in a day; days come oldest first."""
        self._by_day[table.day] = table.total
        self._sums.add(table, self._flows)
        self._records.add(table)
        self._problems.add(table)
        self._practices.add(table)
        self._messages.add(table)
        if self._daily is not None:
            self._daily.add(table)

    def end(self, tasks: Sequence[TaskRow]) -> None:
        """Write what the days come to, and the file."""
        book, about = self._book, self._about
        row = units.write(self._units, about, self._sums, book)
        period = total(about.tree, about.node_id, self._sums.figures)
        totals.write(self._totals, book, self._by_day, period, self._units, row, _FIRST_INDICATOR)
        punctuality.write(self._punctuality, book, self._records)
        write_tasks(book, self._tasks, list(tasks))
        write_matrix(book, tasks)
        for sheet in (self._tasks, self._problems.sheet, self._practices.sheet, self._messages.sheet):
            sheet.filtered()
        if self._daily is not None:
            self._daily.sheet.filtered()
        book.close()
