"""Figures as they are kept: JSON objects, each figure under the number of its indicator, which is given once for ever.

A code is written in every report of every unit of every day; its number is a fifth as long.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar, cast

from domain.numbers import plain, read_values
from domain.reporting import Given
from storage.work import Row, Work, dumps

T = TypeVar("T")
_NUMBERS = "indicators"
_NONE = "{}"


@dataclass(frozen=True)
class Numbers:
    """Every number that was given, as text, by its indicator's code, and the other way round."""

    of_code: Mapping[str, str]
    of_number: Mapping[str, str]

    def written(self, values: Given) -> str:
        """Figures as they are kept; None is kept as null. KeyError for a code that has no number yet."""
        return dumps({self.of_code[code]: None if value is None else plain(value) for code, value in values.items()})

    def given(self, text: str) -> dict[str, Decimal | None]:
        """Figures that were kept, by code. KeyError for a number that another process has given since."""
        if text == _NONE:  # most reports have no running totals: 1,100 of them are read for every board
            return {}
        return {self.of_number[number]: value for number, value in read_values(text).items()}

    def values(self, text: str) -> dict[str, Decimal]:
        """The same of a fold, in which every figure is known."""
        return cast(dict[str, Decimal], self.given(text))


async def numbers(work: Work) -> Numbers:
    """Every number that was given: read once, and again only where there is a new one."""
    found = work.known.get(_NUMBERS)
    if found is None and _NUMBERS not in work.changed:
        found = work.lasting.get(_NUMBERS)
    return await _anew(work) if found is None else cast(Numbers, found)


async def numbers_for(work: Work, *written: Iterable[str]) -> Numbers:
    """The numbers with which these codes are written: a code that has none gets one."""
    codes = frozenset(code for given in written for code in given)
    found = await numbers(work)
    if codes <= found.of_code.keys():
        return found
    found = await _anew(work)  # one that another work has given since
    new = sorted(codes - found.of_code.keys())
    if new:
        await work.do_many("indicators.add", [{"code": code} for code in new])
        work.changed.add(_NUMBERS)
        found = await _anew(work)
    return found


async def told(work: Work, rows: Iterable[Row], make: Callable[[Row, Numbers], T]) -> list[T]:
    """What each row says; the numbers are read anew where one of them was given by another process since."""
    kept = list(rows)
    try:
        known = await numbers(work)
        return [make(row, known) for row in kept]
    except KeyError:
        known = await _anew(work)
        return [make(row, known) for row in kept]


async def _anew(work: Work) -> Numbers:
    """Read now. What this work has given itself serves it alone: it may yet be undone."""
    found = work.known[_NUMBERS] = await _read(work)
    if _NUMBERS not in work.changed:
        work.lasting[_NUMBERS] = found
    return found


async def _read(work: Work) -> Numbers:
    rows = [(str(row["number"]), str(row["code"])) for row in await work.all("indicators.every")]
    return Numbers({code: number for number, code in rows}, dict(rows))
