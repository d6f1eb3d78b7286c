"""A file of days becomes rows: the CSV and the JSON that an export writes, or a CSV that was kept by hand."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from domain.errors import NotPossible
from domain.exports import FORMAT, TEXT, TOTAL, as_written
from domain.restoring import Row, check_columns
from domain.town import Town

_WORDS = ("unit", "name")


def read_days(filename: str, data: bytes, town: Town) -> list[Row]:
    """The rows of a .csv or .json file, by their numbers in it; NotPossible says why it cannot be read."""
    name = filename.lower()
    if name.endswith(".json"):
        return list(_of_json(data))
    if name.endswith(".csv"):
        return list(_of_csv(_decoded(data), town))
    raise NotPossible("restore-kind", name=filename)


def _decoded(data: bytes) -> str:
    """UTF-8 with or without mark, else the GB18030 in which a Chinese spreadsheet saves."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotPossible("table-encoding")


def _of_csv(text: str, town: Town) -> Iterator[Row]:
    """Rows by the number that a spreadsheet shows. A row of hashtags under the headings is no row of figures."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        headings = [heading.strip() for heading in next(reader, [])]
        while headings and not headings[-1]:
            headings.pop()
        check_columns(headings, town)
        for number, line in enumerate(reader, start=2):
            if not any(cell.strip() for cell in line) or (number == 2 and line[0].startswith("#")):
                continue
            yield Row(number, _cells(headings, line))
    except csv.Error as error:
        raise NotPossible("table-broken", line=str(reader.line_num)) from error


def _cells(headings: Sequence[str], line: Sequence[str]) -> Mapping[str, str]:
    named = dict(zip(headings, line, strict=False))
    return {name: as_written(cell) if name in _WORDS or name.startswith(TEXT) else cell for name, cell in named.items()}


def _of_json(data: bytes) -> Iterator[Row]:
    """Every unit's every day of an exported document, numbered from 1 in its order."""
    try:
        document = json.loads(data)
    except ValueError as error:
        raise NotPossible("table-broken", line="") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotPossible("restore-format", format=FORMAT)
    number = 0
    try:
        for day in document["days"]:
            for unit in day["units"]:
                number += 1
                yield Row(number, _named(day["day"], unit))
    except (KeyError, TypeError, AttributeError) as error:
        raise NotPossible("table-broken", line=str(number)) from error


def _named(day: str, unit: Mapping[str, Any]) -> dict[str, str]:
    cells = {
        "day": str(day),
        "unit": str(unit["unit"]),
        "state": unit["state"] or "",
        "first_at": unit["first_at"] or "",
        "zero": "1" if unit["zero"] else "",
    }
    for prefix, values in (("", unit["values"]), (TOTAL, unit["cumulative"]), (TEXT, unit["texts"])):
        cells |= {f"{prefix}{code}": str(value) for code, value in values.items()}
    return cells
