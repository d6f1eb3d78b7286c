"""The sheet of units: a row a unit, a column an indicator, and for each node what its subtree comes to, as formulas."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from domain.exports import DayTable, Head, UnitDay, hashtags
from domain.numbers import Values
from domain.totals import by_node
from domain.units import Unit
from texts.workbook.book import Book, Cell, Column, Formula, Sheet
from texts.workbook.letters import letters

_FIRST = 3
"""The column of the first indicator: code, name and state stand before it."""
_MOST_PARTS = 250
"""Excel's SUM takes 255."""
_LONGEST = 8000
"""Signs of a formula; Excel takes 8,192."""


@dataclass(frozen=True)
class Line:
    """A row to be written: a unit's own figures, or (`summed`) what a node and all below it come to."""

    unit: Unit | None
    row: int
    level: int
    summed: bool


@dataclass
class Sums:
    """Each unit's figures over the days: flows added up, of stocks the latest; and on how many days it reported."""

    figures: dict[int, Values] = field(default_factory=dict)
    days: dict[int, int] = field(default_factory=dict)
    last: dict[int, UnitDay] = field(default_factory=dict)

    def add(self, day: DayTable, flows: frozenset[str]) -> None:
        """Take in a day; days come oldest first."""
        for unit in day.units:
            self.last[unit.unit.id] = unit
            if unit.reported:
                self.days[unit.unit.id] = self.days.get(unit.unit.id, 0) + 1
                _add(self.figures.setdefault(unit.unit.id, {}), unit.values, flows)


def _add(mine: Values, values: Mapping[str, Decimal], flows: frozenset[str]) -> None:
    for code, value in values.items():
        mine[code] = mine.get(code, Decimal(0)) + value if code in flows else value


def columns(book: Book) -> list[Column]:
    """The headings of the sheet of units."""
    about, say = book.about, book.voice.say
    one_day = about.asked.first == about.asked.last
    third = Column(say("column-state" if one_day else "column-days-reported"), 9, tag="#status")
    return [
        Column(say("column-code"), 10, tag="#loc+code"),
        Column(say("column-unit"), 20, tag="#loc+name"),
        third,
        *indicators(book),
    ]


def indicators(book: Book) -> list[Column]:
    """A column for each indicator of the form."""
    form = book.about.form
    tags = hashtags(form.indicators)
    voice = book.voice
    return [
        Column(voice.indicator(one.code), 9, _measure(book, one.code, one.kind), tag)
        for one, tag in zip(form.indicators, tags, strict=True)
    ]


def _measure(book: Book, code: str, kind: str) -> str:
    measure = book.voice.measure(code)
    return book.voice.say("column-stock", measure=measure) if kind == "stock" else measure


def lines(about: Head, sums: Sums, first: int) -> list[Line]:
    """The rows of the sheet from that one on: a node's sum, its own figures if it has any, then what is below it."""
    tops = about.tree.children(None) if about.node_id is None else (about.tree.units[about.node_id],)
    found: list[tuple[Unit | None, int, bool]] = []
    if len(tops) > 1:
        found.append((None, 0, True))
    for top in tops:
        found += _below(about, sums, top, 1 if len(tops) > 1 else 0)
    return [Line(unit, first + n, level, summed) for n, (unit, level, summed) in enumerate(found)]


def _below(about: Head, sums: Sums, unit: Unit, level: int) -> Iterator[tuple[Unit, int, bool]]:
    children = about.tree.children(unit.id)
    if not children:
        yield unit, level, False
        return
    yield unit, level, True
    if unit.reports or unit.covers_subtree or sums.figures.get(unit.id):
        yield unit, level + 1, False
    for child in children:
        yield from _below(about, sums, child, level + 1)


def write(sheet: Sheet, about: Head, sums: Sums, book: Book) -> int:
    """Write the rows; the number of the row that holds the whole node's figures."""
    sheet.fold_below()
    first = sheet.next
    every = lines(about, sums, first)
    nodes = by_node(about.tree, sums.figures)
    parts = _parts(about, every)
    for line in every:
        if line.summed:
            known = nodes[None if line.unit is None else line.unit.id]
            sheet.row(_sum(about, book, line, known, parts[line.row]), summed=True, level=line.level, indent=line.level)
        elif line.unit is not None:
            sheet.row(_own(about, book, line.unit, sums), level=line.level, indent=line.level)
    return first


def _own(about: Head, book: Book, unit: Unit, sums: Sums) -> list[Cell]:
    figures = sums.figures.get(unit.id, {})
    name = book.voice.say("sheet-own", unit=unit.name) if about.tree.children(unit.id) else unit.name
    return [unit.code, name, _state(about, book, unit, sums), *(figures.get(i.code) for i in about.form.indicators)]


def _state(about: Head, book: Book, unit: Unit, sums: Sums) -> Cell:
    last = sums.last.get(unit.id)
    if about.asked.first != about.asked.last:
        return sums.days.get(unit.id, 0)
    return None if last is None or last.mark is None else book.voice.say(f"export-state-{last.state}")


def _parts(about: Head, every: Sequence[Line]) -> dict[int, list[int]]:
    """For each row of a sum, the rows that it adds up, none of them twice."""
    own = {line.unit.id: line.row for line in every if line.unit and not line.summed}
    head = {line.unit.id: line.row for line in every if line.unit and line.summed}
    parts: dict[int, list[int]] = {}
    for line in every:
        if not line.summed:
            continue
        mine = [own[line.unit.id]] if line.unit and line.unit.id in own else []
        below = (
            () if line.unit and line.unit.covers_subtree else about.tree.children(line.unit.id if line.unit else None)
        )
        parts[line.row] = mine + [head.get(child.id, own.get(child.id, -1)) for child in below]
    return parts


def _sum(about: Head, book: Book, line: Line, known: Values, parts: Sequence[int]) -> list[Cell]:
    name = about.town if line.unit is None else line.unit.name
    code = "" if line.unit is None else line.unit.code
    runs = _runs(parts)
    figures = [
        _formula(runs, letters(_FIRST + number), known.get(indicator.code))
        for number, indicator in enumerate(about.form.indicators)
    ]
    return [code, book.voice.say("sheet-sum", node=name), None, *figures]


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """The rows as runs of neighbours, both ends included."""
    runs: list[tuple[int, int]] = []
    for row in sorted(rows):
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def _formula(runs: Sequence[tuple[int, int]], column: str, known: Decimal | None) -> Cell:
    """The sum; where nobody has given anything yet it shows nothing, which is not zero."""
    named = [f"{column}{a + 1}" if a == b else f"{column}{a + 1}:{column}{b + 1}" for a, b in runs]
    parts = _nested("SUM", named)
    text = f"=SUM({parts})" if known is not None else f'=IF(COUNT({_nested("COUNT", named)})>0,SUM({parts}),"")'
    if len(text) > _LONGEST:
        return known
    return Formula(text, "" if known is None else known)


def _nested(name: str, parts: Sequence[str]) -> str:
    """The parts of a sum, in sums of as many as Excel takes."""
    if len(parts) <= _MOST_PARTS:
        return ",".join(parts)
    chunks = [parts[start : start + _MOST_PARTS] for start in range(0, len(parts), _MOST_PARTS)]
    return ",".join(f"{name}({','.join(chunk)})" for chunk in chunks)
