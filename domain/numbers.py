"""Figures of a report: exact decimals inside, plain JSON numbers outside."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal

Values = dict[str, Decimal]

# A county's day is read for every board: one that is made for each text takes twice as long.
_EXACT = json.JSONDecoder(parse_int=Decimal, parse_float=Decimal)


def plain(value: Decimal) -> int | float:
    """The figure as a JSON number: an integer where it is whole."""
    whole = int(value)
    return whole if whole == value else float(value)


def plain_values(values: Mapping[str, Decimal]) -> dict[str, int | float]:
    """Each figure as a JSON number, by indicator."""
    return {code: plain(value) for code, value in values.items()}


def exact(value: int | float | str | Decimal) -> Decimal:
    """The exact decimal that a plain number shows."""
    return Decimal(value if isinstance(value, int) else str(value))


def exact_values(values: Mapping[str, int | float | str | Decimal]) -> Values:
    """Each figure as an exact decimal, by indicator."""
    return {code: exact(value) for code, value in values.items()}


def read_values(text: str) -> Values:
    """Exact decimals of a JSON object of numbers, by indicator."""
    values: Values = _EXACT.raw_decode(text)[0]
    return values


def summed(parts: Iterable[Mapping[str, Decimal]]) -> Values:
    """The sum, indicator by indicator; one that nobody gave is absent, not zero."""
    total: Values = {}
    for part in parts:
        add_to(total, part)
    return total


def add_to(total: Values, part: Mapping[str, Decimal]) -> None:
    """Add the part to the total, indicator by indicator."""
    for code, value in part.items():
        total[code] = total[code] + value if code in total else value
