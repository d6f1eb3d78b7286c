"""Days that were kept by hand (or exported) come back: each row of the file is read, or said to be wrong and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from domain.errors import Mistake, NotPossible
from domain.exports import TEXT, TOTAL
from domain.numbers import Values
from domain.patterns import regex
from domain.reporting import Folded, Statement, flows, fold
from domain.tables import mistake
from domain.town import Town
from domain.units import Unit, UnitTree

NEEDED = ("day", "unit")
ALSO = ("name", "state", "first_at", "last_at", "zero", "version")
"""Columns that an export writes too; of these only `first_at` and `zero` are taken back."""
_NOBODY = frozenset({"silent", "excused"})
_THOUSANDS = regex(r"\d{1,3}(,\d{3})+(\.\d+)?")
_DAY = regex(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_MOST = Decimal(10) ** 12


@dataclass(frozen=True)
class Row:
    """A row of a file, by the number that people find it by; cells by their columns' stable codes, as written."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Restored:
    """What a good row says of one unit's day. `at`: when it was first sent, the day's close where nobody knows."""

    number: int
    day: date
    unit: Unit
    at: datetime
    folded: Folded

    @property
    def statement(self) -> Statement:
        """The same as something said."""
        said = self.folded
        return Statement(self.at, dict(said.values), said.cumulative, said.texts, zero=said.zero)


@dataclass(frozen=True)
class Reading:
    """The good rows, in the order of the file; every mistake of the others; rows that say nobody reported."""

    rows: tuple[Restored, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    empty: int = 0


def check_columns(columns: Iterable[str], town: Town) -> None:
    """NotPossible when the file is none of this kind, or has columns that mean nothing here."""
    given = list(columns)
    missing = [name for name in NEEDED if name not in given]
    if missing:
        raise NotPossible("restore-columns", columns=", ".join(missing))
    known = {*NEEDED, *ALSO, *_fields(town)}
    unknown = [name for name in given if name not in known]
    if unknown:
        raise NotPossible("restore-unknown-columns", columns=", ".join(unknown[:6]))
    twice = [name for name in dict.fromkeys(given) if given.count(name) > 1]
    if twice:
        raise NotPossible("restore-columns-twice", columns=", ".join(twice))


def _fields(town: Town) -> set[str]:
    codes = [indicator.code for indicator in town.form.indicators]
    return {*codes, *(f"{TOTAL}{code}" for code in codes), *(f"{TEXT}{text.code}" for text in town.form.texts)}


def read_rows(rows: Iterable[Row], town: Town, tree: UnitTree, now: datetime) -> Reading:
    """Every row read; a unit's day that stands twice is wrong the second time."""
    reader = _Reader(town, tree, now)
    good = [read for row in rows if (read := reader.read(row)) is not None]
    return Reading(tuple(good), tuple(reader.mistakes), reader.empty)


@dataclass
class _Reader:
    """Reads row by row, and collects every mistake."""

    town: Town
    tree: UnitTree
    now: datetime
    mistakes: list[Mistake] = field(default_factory=list)
    empty: int = 0
    seen: dict[tuple[date, int], int] = field(default_factory=dict)

    def read(self, row: Row) -> Restored | None:
        """What the row says; None when it is wrong, or says that nobody reported."""
        before = len(self.mistakes)
        day, unit = self._day(row), self._unit(row)
        figures = {code: self._figure(row, code, code) for code in self._given(row, "")}
        totals = {code: self._figure(row, code, f"{TOTAL}{code}") for code in self._given(row, TOTAL)}
        texts = {t.code: words for t in self.town.form.texts if (words := row.cells.get(f"{TEXT}{t.code}", "").strip())}
        zero = self._zero(row, figures)
        at = self._first_at(row, day)
        if len(self.mistakes) > before or day is None or unit is None or at is None:
            return None
        if not (figures or totals or texts or zero):
            self._nothing(row)
            return None
        if (first := self.seen.setdefault((day, unit.id), row.number)) != row.number:
            self._tell(row, "restore-twice", first=str(first))
            return None
        said = Statement(at, _known(figures), _known(totals), texts, zero=zero)
        return Restored(row.number, day, unit, at, fold([said], flows(self.town.form)))

    def _tell(self, row: Row, reason: str, **fields: object) -> None:
        self.mistakes.append(mistake(row.number, reason, **fields))

    def _day(self, row: Row) -> date | None:
        word = row.cells.get("day", "").strip()
        found = _DAY.fullmatch(word)
        try:
            day = date(*(int(part) for part in found.groups())) if found else None
        except ValueError:
            day = None
        if day is None:
            self._tell(row, "restore-day", word=word)
        elif day > self.town.day_of(self.now):
            self._tell(row, "restore-future", word=word)
        return day

    def _unit(self, row: Row) -> Unit | None:
        word = row.cells.get("unit", "").strip()
        unit = self.tree.by_code.get(word)
        if unit is None:
            self._tell(row, "restore-unit", word=word)
        return unit

    def _given(self, row: Row, prefix: str) -> Sequence[str]:
        """The indicators of which the row gives anything."""
        codes = (indicator.code for indicator in self.town.form.indicators)
        return [code for code in codes if row.cells.get(f"{prefix}{code}", "").strip()]

    def _figure(self, row: Row, code: str, column: str) -> Decimal | None:
        word = row.cells[column].strip()
        plain = word.replace(",", "") if _THOUSANDS.fullmatch(word) else word
        try:
            value = Decimal(plain)
        except InvalidOperation:
            value = Decimal("NaN")
        form = self.town.form
        if not value.is_finite() or not plain.isascii():
            self._tell(row, "restore-figure", column=column, word=word)
        elif value < 0 or value >= _MOST:
            self._tell(row, "restore-range", column=column, word=word)
        elif value != value.to_integral_value() and not form.measure_of(form.indicator(code)).decimal:
            self._tell(row, "restore-split", column=column, word=word, measure=form.indicator(code).measure)
        else:
            return value
        return None

    def _zero(self, row: Row, figures: Mapping[str, Decimal | None]) -> bool:
        word = row.cells.get("zero", "").strip()
        if word not in ("", "0", "1"):
            self._tell(row, "restore-zero", word=word)
        counted = flows(self.town.form)
        if word == "1" and any(value for code, value in figures.items() if code in counted):
            self._tell(row, "restore-zero-figures")
        return word == "1"

    def _first_at(self, row: Row, day: date | None) -> datetime | None:
        word = row.cells.get("first_at", "").strip()
        if not word:
            return None if day is None else self.town.at(day, self.town.times.collect)
        try:
            at = datetime.fromisoformat(word)
        except ValueError:
            self._tell(row, "restore-first-at", word=word)
            return None
        at = at if at.tzinfo else at.replace(tzinfo=self.town.zone)
        if at > self.now or (day is not None and self.town.day_of(at) < day):
            self._tell(row, "restore-first-at-when", word=word)
        return at

    def _nothing(self, row: Row) -> None:
        if row.cells.get("state", "").strip() in _NOBODY:
            self.empty += 1
        else:
            self._tell(row, "restore-nothing")


def _known(figures: Mapping[str, Decimal | None]) -> Values:
    return {code: value for code, value in figures.items() if value is not None}
