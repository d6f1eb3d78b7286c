"""Stage 8: what was read where, and why: what `gridwarden parse --explain` shows."""

from collections.abc import Sequence
from decimal import Decimal

from domain.parsing.draft import Draft
from domain.parsing.fold import Folded
from domain.parsing.model import Trace
from domain.parsing.numbers import Aside
from domain.parsing.sayings import Entry, Gathered


def figures_traced(folded: Folded, gathered: Gathered) -> list[Trace]:
    read = [_at(folded, e.start, e.end, _role(e), e.code, e.value) for e in gathered.entries]
    read += [_at(folded, p.start, p.end, f"aside-{p.why}") for p in gathered.passed]
    return read + [_at(folded, u.start, u.end, "unknown", None, u.value) for u in gathered.unknown]


def around_figures(folded: Folded, drafts: Sequence[Draft], aside: Sequence[Aside]) -> list[Trace]:
    """Where units and days are named, and the numbers that are nobody's."""
    heads = [(d.place.start, d.place.end, "unit") for d in drafts if d.place]
    heads += [(f.start, f.end, "text") for d in drafts for f in d.fields if f.text]
    heads += [(d.day.start, d.day.end, "day") for d in drafts if d.day]
    taken = {i for start, end, _ in heads for i in range(start, end)} if aside else set()
    idle = [(a.start, a.end, f"aside-{a.kind}") for a in aside if a.start not in taken and a.end > a.start]
    return [_at(folded, start, end, role) for start, end, role in dict.fromkeys([*heads, *idle])]


def _at(
    folded: Folded, start: int, end: int, role: str, code: str | None = None, value: Decimal | None = None
) -> Trace:
    return Trace(folded.origin[start], folded.ends[end - 1], role, code, value)


def _role(entry: Entry) -> str:
    why = "corrected" if entry.corrected else entry.why
    return f"{why}-total" if entry.total else why
