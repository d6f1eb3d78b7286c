"""The sheets that are lists: every unit's every day, problems, tasks, and the messages behind the figures."""

from domain.exports import DayTable, TaskRow
from texts.workbook.book import Book, Cell, Column, Sheet, at_instant, on_day
from texts.workbook.units import indicators


class Daily:
    """A row a unit and day: its figures, and the running totals that it reported."""

    def __init__(self, book: Book) -> None:
        say, about = book.voice.say, book.about
        self._book = book
        self._codes = [indicator.code for indicator in about.form.indicators]
        totals = [Column(say("column-cumulative", name=book.voice.indicator(code)), 10) for code in about.totals]
        top = [
            Column(say("column-day"), 11, tag="#date"),
            Column(say("column-code"), 10, tag="#loc+code"),
            Column(say("column-unit"), 20, tag="#loc+name"),
            Column(say("column-state"), 9, tag="#status"),
            Column(say("column-first"), 9, tag="#date+reported"),
        ]
        self.sheet = book.sheet("daily", [*top, *indicators(book), *totals], frozen=3)
        self._words: dict[str, str] = {}

    def add(self, day: DayTable) -> None:
        """The rows of a day: those units that are asked every day, and whoever else reported."""
        at = on_day(day.day)
        for unit in day.units:
            if unit.mark is None and not unit.reported:
                continue
            first = at_instant(unit.first_at, "hour")
            figures: list[Cell] = [unit.values.get(code) for code in self._codes]
            figures += [unit.cumulative.get(code) for code in self._book.about.totals]
            self.sheet.row([at, unit.unit.code, unit.unit.name, self._word(unit.state), first, *figures])

    def _word(self, state: str) -> str:
        if state not in self._words:
            self._words[state] = self._book.voice.say(f"export-state-{state}")
        return self._words[state]


class Problems:
    """A row for everything that a unit said in words."""

    def __init__(self, book: Book) -> None:
        say, language = book.voice.say, book.voice.words.language
        self._names = {text.code: text.shown(language) for text in book.about.form.texts}
        headings = [
            Column(say("column-day"), 11, tag="#date"),
            Column(say("column-code"), 10, tag="#loc+code"),
            Column(say("column-unit"), 20, tag="#loc+name"),
            Column(say("column-field"), 10),
            Column(say("column-words"), 70, tag="#description", long=True),
        ]
        self.sheet = book.sheet("problems", headings, frozen=3)

    def add(self, day: DayTable) -> None:
        """The words of a day."""
        at = on_day(day.day)
        for unit in day.units:
            for code, words in unit.texts.items():
                self.sheet.row([at, unit.unit.code, unit.unit.name, self._names.get(code, code), words])


class Practices:
    """A row for everything that a unit does well."""

    def __init__(self, book: Book) -> None:
        say = book.voice.say
        headings = [
            Column(say("column-day"), 11, tag="#date"),
            Column(say("column-number"), 7),
            Column(say("column-code"), 10, tag="#loc+code"),
            Column(say("column-unit"), 20, tag="#loc+name"),
            Column(say("column-words"), 70, tag="#description", long=True),
            Column(say("column-told"), 10),
        ]
        self.sheet = book.sheet("practices", headings, frozen=4)
        self._told = {True: say("export-practice-sent"), False: say("export-practice-waiting")}

    def add(self, day: DayTable) -> None:
        """The practices of a day."""
        at = on_day(day.day)
        for one in day.practices:
            self.sheet.row([at, str(one.number), one.unit.code, one.unit.name, one.text, self._told[one.sent]])


class Messages:
    """A row for every wording that was said, those that no longer count too."""

    def __init__(self, book: Book) -> None:
        say = book.voice.say
        self._book = book
        headings = [
            Column(say("column-day"), 11, tag="#date"),
            Column(say("column-said"), 16, tag="#date+reported"),
            Column(say("column-code"), 10, tag="#loc+code"),
            Column(say("column-unit"), 16, tag="#loc+name"),
            Column(say("column-sender"), 12),
            Column(say("column-source"), 9),
            Column(say("column-counts"), 8),
            Column(say("column-text"), 80, tag="#description", long=True),
        ]
        self.sheet = book.sheet("messages", headings, frozen=2)
        self._cut = False
        self._words: dict[str, str] = {}

    def add(self, day: DayTable) -> None:
        """The messages of a day; what no sheet of Excel holds any more is said to be left out."""
        at = on_day(day.day)
        for said in day.messages:
            if self.sheet.full:
                self._leave_out()
                return
            source, counts = (
                self._word(f"export-source-{said.source}"),
                None if said.counts else self._word("export-dead"),
            )
            about: list[Cell] = [at, at_instant(said.at), said.unit.code, said.unit.name, said.sender]
            self.sheet.row([*about, source, counts, said.text])

    def _word(self, key: str) -> str:
        if key not in self._words:
            self._words[key] = self._book.voice.say(key)
        return self._words[key]

    def _leave_out(self) -> None:
        if not self._cut:
            self.sheet.row([self._book.voice.say("sheet-full")])
            self._cut = True


def write_tasks(book: Book, sheet: Sheet, rows: list[TaskRow]) -> None:
    """A row a task and unit."""
    say = book.voice.say
    for row in rows:
        waited = None
        if row.answered_at is not None and row.published_at is not None:
            # whole seconds, as the cells beside it show them: whoever subtracts them finds the same minutes
            gone = row.answered_at.replace(microsecond=0) - row.published_at.replace(microsecond=0)
            waited = max(0, int(gone.total_seconds() // 60))
        state = say(f"export-task-{row.state}")
        times = [at_instant(at) for at in (row.published_at, row.due_at, row.answered_at, row.done_at)]
        about: list[Cell] = [str(row.number), row.title, *times[:2], row.unit.code, row.unit.name]
        verified = say(f"export-task-{row.verification}") if row.verification else None
        sheet.row([*about, state, times[2], waited, times[3], row.said, verified, row.returned or None])


def task_columns(book: Book) -> list[Column]:
    """The headings of the sheet of tasks."""
    say = book.voice.say
    return [
        Column(say("column-task"), 7, tag="#activity+id"),
        Column(say("column-task-title"), 30, tag="#activity+name", long=True),
        Column(say("column-published"), 16, tag="#date+start"),
        Column(say("column-due"), 16, tag="#date+due"),
        Column(say("column-code"), 10, tag="#loc+code"),
        Column(say("column-unit"), 16, tag="#loc+name"),
        Column(say("column-task-state"), 9, tag="#status"),
        Column(say("column-answered"), 16),
        Column(say("column-waited"), 10),
        Column(say("column-done"), 16, tag="#date+end"),
        Column(say("column-feedback"), 40, tag="#description", long=True),
        Column(say("column-verified"), 9),
        Column(say("column-returned"), 9),
    ]
