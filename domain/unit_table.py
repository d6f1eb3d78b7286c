"""A table of units against the tree: what would be made and changed, and everything that is wrong with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time

from domain.errors import Mistake
from domain.patterns import regex
from domain.rolewords import PURPOSE_WORDS
from domain.script import simplified
from domain.tables import UNIT_COLUMNS, Row, check_columns, listed, mistake, read_flag, read_hour
from domain.units import Unit, UnitTree, folded

MOST_NAME = 40
MOST_LEVELS = 12
"""From a province down to a stairwell there are nine; whoever walks the tree relies on an end."""
_CODE = regex(r"[\w.\-]{1,20}")
_COVERS = {"self": False, "本级": False, "本单位": False, "subtree": True, "全部": True, "下级": True}


@dataclass(frozen=True)
class UnitRow:
    """A unit as a row gives it, below the unit of code `parent` (None: at the top)."""

    number: int
    unit: Unit
    parent: str | None


@dataclass(frozen=True)
class UnitPlan:
    """What the table does to the tree: the rows that add a unit, those that change one, how many change nothing."""

    added: tuple[UnitRow, ...] = ()
    updated: tuple[UnitRow, ...] = ()
    unchanged: int = 0
    mistakes: tuple[Mistake, ...] = ()


def plan_units(rows: Sequence[Row], tree: UnitTree, close: time = time.max) -> UnitPlan:
    """The plan of the good rows, and the mistakes of the others by row; NotPossible when it is no such table.

    close: the hour at which the town closes: no unit may close after what stands above it.
    """
    check_columns(rows, UNIT_COLUMNS, ("code", "name"))
    checker = _Checker(tree)
    hanging = checker.hanging(checker.once([read for row in rows if (read := checker.read(row)) is not None]))
    good = checker.closing(hanging, close)
    above = _parents(tree)
    added = tuple(row for row in good if row.unit.code not in above)
    known = [row for row in good if row.unit.code in above]
    same = [row for row in known if row.parent == above[row.unit.code] and row.unit == _as_row(row.unit.code, tree)]
    updated = tuple(row for row in known if row not in same)
    told = sorted(checker.mistakes, key=lambda found: int(found.key))
    return UnitPlan(added, updated, len(same), tuple(told))


def _as_row(code: str, tree: UnitTree) -> Unit:
    """The known unit as a row would give it."""
    return replace(tree.by_code[code], id=0, parent_id=None)


def _parents(tree: UnitTree) -> dict[str, str | None]:
    """Every known unit's parent, by codes."""
    return {unit.code: _code(tree, unit.parent_id) for unit in tree.units.values()}


def _code(tree: UnitTree, unit_id: int | None) -> str | None:
    return None if unit_id is None or unit_id not in tree.units else tree.units[unit_id].code


class _Checker:
    """Reads the rows one by one, then looks at them together."""

    def __init__(self, tree: UnitTree) -> None:
        self.tree = tree
        self.mistakes: list[Mistake] = []
        self.wanted: set[str] = set()

    def read(self, row: Row) -> UnitRow | None:
        """The row's unit; None when something is wrong with it."""
        before = len(self.mistakes)
        if row.formulas:
            self.mistakes.append(mistake(row.number, "table-formula", columns=", ".join(row.formulas)))
        code, name = row.cell("code", UNIT_COLUMNS) or "", row.cell("name", UNIT_COLUMNS) or ""
        self._check_code(row.number, code)
        self._check_name(row.number, name)
        known = self.tree.by_code.get(code, Unit(0, code, name))
        unit = replace(
            known,
            id=0,
            parent_id=None,
            name=name,
            aliases=self._words(row, "aliases", known.aliases),
            tags=self._words(row, "tags", known.tags),
            reports=self._reports(row, known),
            covers_subtree=self._covers(row, known),
            deadline=self._deadline(row, known),
        )
        self.wanted |= {folded(code), folded(name)}
        return UnitRow(row.number, unit, self._parent(row, known)) if len(self.mistakes) == before else None

    def _check_code(self, number: int, code: str) -> None:
        if not code:
            self.mistakes.append(mistake(number, "unit-code-missing"))
        elif not _CODE.fullmatch(code):
            self.mistakes.append(mistake(number, "unit-code-bad", value=code))
        elif code.lower() in PURPOSE_WORDS:
            self.mistakes.append(mistake(number, "unit-code-reserved", value=code))

    def _check_name(self, number: int, name: str) -> None:
        if not name:
            self.mistakes.append(mistake(number, "unit-name-missing"))
        elif len(name) > MOST_NAME or "\n" in name:
            self.mistakes.append(mistake(number, "unit-name-long", value=name, most=str(MOST_NAME)))

    def _words(self, row: Row, column: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """The column's words; a table without the column leaves those that are known."""
        cell = row.cell(column, UNIT_COLUMNS)
        return known if cell is None else listed(cell)

    def _reports(self, row: Row, known: Unit) -> bool:
        cell = row.cell("reports", UNIT_COLUMNS)
        if cell is None:
            return known.reports
        flag = read_flag(cell) if cell else True
        if flag is None:
            self.mistakes.append(mistake(row.number, "unit-reports-unknown", value=cell))
        return flag is not False

    def _covers(self, row: Row, known: Unit) -> bool:
        cell = row.cell("covers", UNIT_COLUMNS)
        if cell is None:
            return known.covers_subtree
        word = simplified(cell.lower())
        if word and word not in _COVERS:
            self.mistakes.append(mistake(row.number, "unit-covers-unknown", value=cell))
        return _COVERS.get(word, False)

    def _deadline(self, row: Row, known: Unit) -> time | None:
        """The hour of its own; an empty cell is none, a table without the column leaves the one that is known."""
        cell = row.cell("deadline", UNIT_COLUMNS)
        if cell is None:
            return known.deadline
        hour = read_hour(cell) if cell else None
        if cell and hour is None:
            self.mistakes.append(mistake(row.number, "unit-deadline-unknown", value=cell))
        return hour

    def _parent(self, row: Row, known: Unit) -> str | None:
        """The parent as written; a table without the column leaves the unit where it is."""
        cell = row.cell("parent", UNIT_COLUMNS)
        if cell is None and known.id:
            return next((above.code for above in self.tree.ancestors(known.id)), None)
        return cell or None

    def once(self, rows: Sequence[UnitRow]) -> list[UnitRow]:
        """The rows whose code stands in no row above."""
        first: dict[str, int] = {}
        for row in rows:
            earlier = first.setdefault(folded(row.unit.code), row.number)
            if earlier != row.number:
                told = mistake(row.number, "unit-code-twice", value=row.unit.code, first=str(earlier))
                self.mistakes.append(told)
        return [row for row in rows if first[folded(row.unit.code)] == row.number]

    def hanging(self, rows: Sequence[UnitRow]) -> list[UnitRow]:
        """The rows that hang from the top: their parents by code, without those whose parent is unknown or below."""
        kept = list(rows)
        while True:
            names = _named(self.tree, kept)
            pairs = [(row, self._placed(row, names)) for row in kept]
            placed = [found for _, found in pairs if isinstance(found, UnitRow)]
            wrong = [found for _, found in pairs if isinstance(found, Mistake)]
            wrong += _misplaced(placed, self.tree)
            if not wrong:
                return placed
            self.mistakes += wrong
            bad = {int(found.key) for found in wrong}
            kept = [row for row in kept if row.number not in bad]

    def _placed(self, row: UnitRow, names: "_Named") -> UnitRow | Mistake:
        """The row with its parent's code; the mistake when there is no such parent, or several."""
        if row.parent is None:
            return row
        wanted = folded(row.parent)
        found = names.codes.get(wanted) or names.names.get(wanted, ())
        if len(found) == 1:
            return replace(row, parent=found[0])
        unknown = "unit-parent-bad" if wanted in self.wanted else "unit-parent-unknown"
        return mistake(row.number, "unit-parent-unclear" if found else unknown, value=row.parent)

    def closing(self, rows: Sequence[UnitRow], close: time) -> list[UnitRow]:
        """The rows of which none closes after the town or the node above it, nor before one below it would."""
        above = _parents(self.tree) | {row.unit.code: row.parent for row in rows}
        hours = {unit.code: unit.deadline for unit in self.tree.units.values()}
        hours |= {row.unit.code: row.unit.deadline for row in rows}
        names = {unit.code: unit.name for unit in self.tree.units.values()}
        names |= {row.unit.code: row.unit.name for row in rows}
        mine = {row.unit.code: row for row in rows}
        wrong: dict[str, Mistake] = {}
        for code, hour in hours.items():
            over, limit = _nearest_hour(code, above, hours)
            late = hour is not None and hour > (limit or close)
            told = code if code in mine else over
            if late and told in mine:
                fields = {"name": names[code], "value": f"{hour:%H:%M}", "limit": f"{limit or close:%H:%M}"}
                if over is not None:
                    fields["above"] = names[over]
                reason = "unit-deadline-after-town" if over is None else "unit-deadline-late"
                wrong[told] = mistake(mine[told].number, reason, **fields)
        self.mistakes += wrong.values()
        return [row for row in rows if row.unit.code not in wrong]


def _nearest_hour(
    code: str, above: Mapping[str, str | None], hours: Mapping[str, time | None]
) -> tuple[str | None, time | None]:
    """The nearest unit above that has an hour of its own, and the hour."""
    at = above.get(code)
    while at is not None:
        hour = hours.get(at)
        if hour is not None:
            return at, hour
        at = above.get(at)
    return None, None


@dataclass(frozen=True)
class _Named:
    """Units' codes by how a cell may name them."""

    codes: Mapping[str, tuple[str, ...]]
    names: Mapping[str, tuple[str, ...]]


def _named(tree: UnitTree, rows: Iterable[UnitRow]) -> _Named:
    known = {unit.code: unit.name for unit in tree.units.values()} | {row.unit.code: row.unit.name for row in rows}
    codes: dict[str, tuple[str, ...]] = {}
    names: dict[str, tuple[str, ...]] = {}
    for code, name in known.items():
        codes[folded(code)] = (*codes.get(folded(code), ()), code)
        names[folded(name)] = (*names.get(folded(name), ()), code)
    return _Named(codes, names)


def _misplaced(rows: Iterable[UnitRow], tree: UnitTree) -> list[Mistake]:
    """The rows whose unit would stand below itself, or by which any would stand below too many others."""
    mine = {row.unit.code: row for row in rows}
    above = _parents(tree) | {code: row.parent for code, row in mine.items()}
    wrong: dict[str, Mistake] = {}
    for code in above:
        way = _way_up(code, above)
        told = next((at for at in way if at in mine), None)
        if told is None:
            continue
        if len(way) > 1 and way[-1] == code:
            wrong[told] = mistake(mine[told].number, "unit-circle", value=told)
        elif len(way) > MOST_LEVELS:
            wrong[told] = mistake(mine[told].number, "unit-too-deep", value=code, most=str(MOST_LEVELS))
    return list(wrong.values())


def _way_up(code: str, above: Mapping[str, str | None]) -> list[str]:
    """The unit and those above it, until one stands there again or there are more than may be."""
    way = [code]
    while (at := above.get(way[-1])) is not None and len(way) <= MOST_LEVELS:
        if at in way[1:]:
            break
        way.append(at)
        if at == code:
            break
    return way
