"""Stage 4: what was found in the whole message, where names and numbers claim the same signs."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon, Name, names
from domain.parsing.nothing import no_ones
from domain.parsing.numbers import Aside, Number, numbers, unreadable
from domain.parsing.scopes import Mark, marks


class Tokens(NamedTuple):
    """What was found in the whole message, headers and free text blotted out."""

    folded: Folded
    names: tuple[Name, ...]
    numbers: tuple[Number, ...]
    aside: tuple[Aside, ...]
    marks: tuple[Mark, ...]


def tokens_of(folded: Folded, seen: tuple[Aside, ...], ready: Lexicon) -> Tokens:
    aside = tuple(a for a in seen if folded.text[a.start] not in "\n," or a.kind == "list")
    found = names(folded.text, ready)
    found, aside = _outside(found, aside, len(folded.text))
    counted = numbers(folded, aside, ready.measures)
    aside, doubtful = _after_names(folded.text, found, aside, ready)
    counted = tuple(no_ones(folded.text, found, sorted((*counted, *doubtful), key=lambda n: n.start)))
    return Tokens(folded, found, _free(counted, found, ready.measures), aside, marks(folded.text))


_UNREADABLE = frozenset({"code", "long"})


def _after_names(
    text: str, found: Sequence[Name], aside: Sequence[Aside], ready: Lexicon
) -> tuple[tuple[Aside, ...], list[Number]]:
    """What was set aside but stands where a name's figure should: a code (返乡l2人) is one, and not a sure one."""
    ends = {n.end: n for n in found if n.codes}
    kept: list[Aside] = []
    figures: list[Number] = []
    for one in aside:
        name = ends.get(one.start)
        number = _figure_in(text, one, name, ready) if name else None
        if number:
            figures.append(number)
        else:
            kept.append(one)
    return tuple(kept), figures


def _figure_in(text: str, aside: Aside, name: Name, ready: Lexicon) -> Number | None:
    if aside.kind in _UNREADABLE:
        return unreadable(text, aside, ready.measures)
    together = text[aside.start : aside.end] == "一起"  # 举报一起 is one of what is counted so
    own = together and ready.best_fit(name.codes, "起") is not None
    return Number(aside.start, aside.start + 1, aside.end, Decimal(1), "起", han=True) if own else None


def _outside(found: Sequence[Name], aside: Sequence[Aside], length: int) -> tuple[tuple[Name, ...], tuple[Aside, ...]]:
    """Names that are not wholly inside something set aside; what runs into one is set aside no more."""
    if not aside:
        return tuple(found), ()
    at: list[Aside | None] = [None] * length
    for one in aside:
        at[one.start : one.end] = [one] * (one.end - one.start)
    free: list[Name] = []
    cut: dict[Aside, int] = {}
    for name in found:
        over = at[name.start]
        if over is None or name.end > over.end:
            free.append(name)
            if over is not None and over.start < name.start:
                cut[over] = name.start
    return tuple(free), tuple(a for one in aside for a in _cut(one, cut.get(one)))


def _cut(aside: Aside, at: int | None) -> tuple[Aside, ...]:
    """A frequency or saying that a name runs into ends where the name begins (一天两测温); others are none."""
    if at is None:
        return (aside,)
    return (aside._replace(end=at),) if aside.kind in ("each", "idiom") else ()


def _free(counted: Sequence[Number], found: Sequence[Name], measures: Sequence[str]) -> tuple[Number, ...]:
    """Numbers that are no part of a name (the 84 of a name for bleach)."""
    if not found or not counted:
        return tuple(counted)
    taken = bytearray(max(found[-1].end, counted[-1].end))
    for name in found:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    starts = {n.start for n in found}
    return tuple(_unmeasured(c, starts, measures) for c in counted if not taken[c.start])


def _unmeasured(number: Number, starts: set[int], measures: Sequence[str]) -> Number:
    """A measure ends where a name begins: `80台车辆` has 台, `0口罩` has none."""
    if number.measure is None or starts.isdisjoint(range(number.figure_end, number.end)):
        return number
    first = next(i for i in range(number.figure_end, number.end) if i in starts)
    shorter = number.measure[: first - number.end] if first > number.figure_end else ""
    if shorter in measures or shorter in words.COUNTERS:
        return number._replace(end=first, measure=shorter)
    return number._replace(end=number.figure_end, measure=None)
