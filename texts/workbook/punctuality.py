"""The sheet of punctuality: a row a unit, how often in time, late, silent; and the hour of each day's first report."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from domain.exports import DayTable, UnitDay
from texts.workbook.book import Book, Cell, Column, Formula, Sheet, Styled, at_instant
from texts.workbook.letters import letters

_COUNTS = ("expected", "on-time", "late", "silent", "excused")
_FIRST = 2
"""The column of the first count."""
_RATE = _FIRST + len(_COUNTS)


@dataclass
class Record:
    """A unit's days so far: its counts in the order of the columns, and what each day's cell shows."""

    counts: list[int] = field(default_factory=lambda: [0] * len(_COUNTS))
    days: list[tuple[str, datetime | None]] = field(default_factory=list)


@dataclass
class Records:
    """Every unit's record, by unit."""

    by_unit: dict[int, Record] = field(default_factory=dict)

    def add(self, day: DayTable) -> None:
        """Take in a day. A day without cycle is shown and not counted."""
        for unit in day.units:
            if unit.unit.reports:
                record = self.by_unit.setdefault(unit.unit.id, Record())
                record.days.append(("node" if day.skipped and not unit.reported else unit.state, unit.first_at))
                if not day.skipped:
                    _count(record.counts, unit)


def _count(counts: list[int], unit: UnitDay) -> None:
    mark = unit.mark
    if mark is None:
        return
    if mark.excused:
        counts[4] += 1
        return
    counts[0] += 1
    counts[1] += mark.on_time is True
    counts[2] += mark.late
    counts[3] += not mark.has_reported


def columns(book: Book) -> list[Column]:
    """The headings."""
    say = book.voice.say
    return [
        Column(say("column-code"), 10, tag="#loc+code"),
        Column(say("column-unit"), 20, tag="#loc+name"),
        *(Column(say(f"column-{count}"), 8) for count in _COUNTS),
        Column(say("column-rate"), 8),
        *(Column(f"{day:%m-%d}", 7) for day in book.about.asked.days),
    ]


def write(sheet: Sheet, book: Book, records: Records) -> None:
    """All together first, then a row a unit."""
    about = book.about
    units = [unit for unit in about.units if unit.id in records.by_unit]
    if not units:
        return
    sums = [sum(records.by_unit[unit.id].counts[n] for unit in units) for n in range(len(_COUNTS))]
    sheet.row(_all(sheet, book, sums, len(units)), summed=True)
    for unit in units:
        record = records.by_unit[unit.id]
        days = [_day(book, state, at) for state, at in record.days]
        sheet.row([unit.code, unit.name, *record.counts, _rate(sheet.next, record.counts), *days])


def _all(sheet: Sheet, book: Book, sums: Sequence[int], units: int) -> list[Cell]:
    first, last = sheet.next + 2, sheet.next + 1 + units
    counts: list[Cell] = [
        Formula(f"=SUM({letters(_FIRST + n)}{first}:{letters(_FIRST + n)}{last})", float(value), "whole")
        for n, value in enumerate(sums)
    ]
    return ["", book.voice.say("sheet-sum", node=book.about.node), *counts, _rate(sheet.next, sums)]


def _rate(row: int, counts: Sequence[int]) -> Formula:
    """The share in time of those that were to report, rounded down: 100 % is said only when nobody was late."""
    expected, on_time = f"{letters(_FIRST)}{row + 1}", f"{letters(_FIRST + 1)}{row + 1}"
    value: float | str = (counts[1] * 100 // counts[0]) / 100 if counts[0] else ""
    return Formula(f'=IF({expected}=0,"",INT({on_time}*100/{expected})/100)', value, "share")


def _day(book: Book, state: str, at: datetime | None) -> Cell:
    """The hour of the first report, painted by its state; the word of the state where there is none."""
    painted = state if state in ("late", "questions", "silent", "excused") else ""
    if at is not None:
        return at_instant(at, f"hour {painted}".strip())
    return Styled(book.voice.say(f"export-state-{state}"), f"word {painted}".strip())
