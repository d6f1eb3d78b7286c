"""The sheet of tasks by unit: a row a unit, a column a task, each cell how the unit stands and since when."""

from collections.abc import Sequence
from datetime import datetime

from domain.exports import TaskRow
from texts.workbook.book import Book, Cell, Column, Styled

FROZEN = 2
_SIGNS = 24


def write_matrix(book: Book, rows: Sequence[TaskRow]) -> None:
    """Add the sheet; a file without tasks has none. Units stand in the order of the tree, tasks by number."""
    if not rows:
        return
    say = book.voice.say
    tasks = {row.number: row for row in sorted(rows, key=lambda row: row.number)}
    places = {(row.unit.id, row.number): row for row in rows}
    top = [Column(say("column-code"), 10, tag="#loc+code"), Column(say("column-unit"), 18, tag="#loc+name")]
    headings = [Column(_heading(row), 17, _deadline(book, row.due_at), "#status") for row in tasks.values()]
    sheet = book.sheet("matrix", [*top, *headings], FROZEN)
    having = {row.unit.id for row in rows}
    words = {state: say(f"export-task-{state}") for state in book.TASK_STATES}
    for unit in book.about.units:
        if unit.id in having:
            cells = [_cell(places.get((unit.id, number)), words) for number in tasks]
            sheet.row([unit.code, unit.name, *cells])


def _heading(row: TaskRow) -> str:
    title = row.title if len(row.title) <= _SIGNS else row.title[: _SIGNS - 1] + "…"
    return f"{row.number} {title}"


def _deadline(book: Book, due_at: datetime | None) -> str:
    return book.voice.say("matrix-no-limit") if due_at is None else f"{due_at:%m-%d %H:%M}"


def _cell(row: TaskRow | None, words: dict[str, str]) -> Cell:
    """完成 02-07 09:30, in the colour of the state; nothing where the unit was not given the task."""
    if row is None:
        return None
    state = row.verification or row.state
    at = row.done_at or row.changed_at
    return Styled(f"{words[state]} {at:%m-%d %H:%M}" if at else words[state], f"task {state}")
