"""Exports for programs: stable codes, no words of any language. CSV is a row a unit and day, JSON one document.

What the columns and keys mean stands in docs/export.md; they are added to, never renamed.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from domain.exports import FORMAT, TEXT, TOTAL, DayTable, Head, TaskRow, UnitDay, harmless, hashtags
from domain.numbers import plain, plain_values
from domain.units import Unit

_COLUMNS = ("day", "unit", "name", "state", "first_at", "last_at", "zero", "version")
_TAGS = ("#date", "#loc+code", "#loc+name", "#status", "#date+reported", "#date+updated", "", "")


class CsvFile:
    """A row for every unit that is asked, and for whoever else reported, on every day."""

    def __init__(self, about: Head, path: Path) -> None:
        self._about = about
        self._file = path.open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._file, lineterminator="\n")
        codes = [indicator.code for indicator in about.form.indicators]
        texts = [text.code for text in about.form.texts]
        self._csv.writerow(
            [*_COLUMNS, *codes, *(f"{TOTAL}{code}" for code in about.totals), *(f"{TEXT}{code}" for code in texts)]
        )
        if about.asked.hxl:
            tags = hashtags(about.form.indicators)
            totals = [f"{tag}+cumulative" for code, tag in zip(codes, tags, strict=True) if code in about.totals]
            self._csv.writerow([*_TAGS, *tags, *totals, *(f"#description+{code}" for code in texts)])
        self._codes, self._texts = codes, texts

    def day(self, table: DayTable) -> None:
        """Write the rows of a day."""
        for unit in table.units:
            if unit.mark is not None or unit.reported:
                self._csv.writerow(self._row(table, unit))

    def _row(self, table: DayTable, unit: UnitDay) -> list[str | int | float]:
        return [
            table.day.isoformat(),
            harmless(unit.unit.code),
            harmless(unit.unit.name),
            "" if unit.mark is None else str(unit.mark.state),
            _instant(unit.first_at) or "",
            _instant(unit.last_at) or "",
            int(unit.zero) if unit.reported else "",
            unit.version or "",
            *(_figure(unit.values, code) for code in self._codes),
            *(_figure(unit.cumulative, code) for code in self._about.totals),
            *(harmless(unit.texts.get(code, "")) for code in self._texts),
        ]

    def end(self, tasks: Sequence[TaskRow]) -> None:
        """Close the file; tasks are no rows of units' days and are left to the other kinds."""
        self._file.close()


def _figure(values: Mapping[str, Decimal], code: str) -> int | float | str:
    value = values.get(code)
    return "" if value is None else plain(value)


def _instant(at: datetime | None) -> str | None:
    """On the town's clock, in milliseconds where it has any."""
    if at is None:
        return None
    return at.isoformat(timespec="milliseconds" if at.microsecond else "seconds")


class JsonFile:
    """One document: form, units, days and tasks; a day is written as soon as it is there."""

    def __init__(self, about: Head, path: Path) -> None:
        self._about = about
        self._file = path.open("w", encoding="utf-8")
        top = {
            "format": FORMAT,
            "town": about.town,
            "node": None if about.node_id is None else about.tree.units[about.node_id].code,
            "from": about.asked.first.isoformat(),
            "to": about.asked.last.isoformat(),
            "made_at": _instant(about.made_at),
            "form": _form(about),
            "units": [_unit(about, unit) for unit in about.units],
        }
        self._file.write(_json(top)[:-1] + ',\n"days":[')
        self._before = "\n"

    def day(self, table: DayTable) -> None:
        """Write a day."""
        day = {
            "day": table.day.isoformat(),
            "close": _instant(table.close),
            "skipped": table.skipped,
            "totals": plain_values(table.total),
            "units": [_unit_day(unit) for unit in table.units if unit.mark is not None or unit.reported],
        }
        self._file.write(self._before + _json(day))
        self._before = ",\n"

    def end(self, tasks: Sequence[TaskRow]) -> None:
        """Write the tasks, and close the file."""
        self._file.write('\n],\n"tasks":' + _json([_task(row) for row in tasks]) + "}\n")
        self._file.close()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _form(about: Head) -> dict[str, Any]:
    form = about.form
    tags = hashtags(form.indicators)
    indicators = [
        {"code": one.code, "name": one.name, "measure": one.measure, "kind": one.kind, "hxl": tag}
        for one, tag in zip(form.indicators, tags, strict=True)
    ]
    texts = [{"code": text.code, "name": text.name} for text in form.texts]
    return {"code": form.code, "indicators": indicators, "texts": texts}


def _unit(about: Head, unit: Unit) -> dict[str, Any]:
    parent = about.tree.units.get(unit.parent_id or 0)
    return {
        "code": unit.code,
        "name": unit.name,
        "parent": None if parent is None else parent.code,
        "reports": unit.reports,
        "covers": "subtree" if unit.covers_subtree else "self",
    }


def _unit_day(unit: UnitDay) -> dict[str, Any]:
    mark = unit.mark
    return {
        "unit": unit.unit.code,
        "state": None if mark is None else str(mark.state),
        "on_time": None if mark is None else mark.on_time,
        "first_at": _instant(unit.first_at),
        "last_at": _instant(unit.last_at),
        "zero": unit.zero,
        "version": unit.version,
        "values": plain_values(unit.values),
        "cumulative": plain_values(unit.cumulative),
        "texts": dict(unit.texts),
        "open_questions": 0 if mark is None else mark.open_questions,
    }


def _task(row: TaskRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "title": row.title,
        "published_at": _instant(row.published_at),
        "due_at": _instant(row.due_at),
        "unit": row.unit.code,
        "state": row.state,
        "answered_at": _instant(row.answered_at),
        "done_at": _instant(row.done_at),
        "feedback": row.said,
        "verification": row.verification or None,
        "verified_at": _instant(row.verified_at),
        "returned": row.returned,
    }
