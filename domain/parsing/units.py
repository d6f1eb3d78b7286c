"""Stage 8: which of the town's units a written name means."""

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from domain.parsing.fold import fold
from domain.patterns import regex

_TAIL = regex(r"(?:村民委员会|社区居委会|村委会|居委会|街道办事处|街道办|社区|村|居|街道|镇|乡|组)$")
LONGEST = 40
MOST_REMEMBERED = 4096


@dataclass(frozen=True)
class Match:
    """code: the unit meant, when sure; near: the codes to ask about, nearest first."""

    code: str | None
    near: tuple[str, ...] = ()


class UnitIndex:
    """The town's units by code, name and alias, and by what is nearly one of them."""

    def __init__(self, units: Iterable[tuple[str, str, Iterable[str]]]) -> None:
        """units: (code, name, aliases) of each."""
        self._exact: dict[str, set[str]] = {}
        self._spelled: dict[str, str] = {}  # what is written as it stands in the town's list needs no folding again
        for code, name, aliases in units:
            for spelling in (code, name, *aliases):
                key = self._spelled[spelling] = spelled(spelling)
                if key:
                    self._exact.setdefault(key, set()).add(code)
        self._bare: dict[str, set[str]] = {}
        for key, codes in self._exact.items():
            self._bare.setdefault(_TAIL.sub("", key) or key, set()).update(codes)
        self._found: dict[str, Match] = {}
        self._names = [k for k in self._exact if len(k) > 1 and not k.isascii()]
        self._joined = "\n".join(self._names)

    def find(self, written: str) -> Match:
        """The unit that a written name means; several or nearly-fitting ones are told as near."""
        found = self._found.get(written)
        if found is None:
            if len(self._found) >= MOST_REMEMBERED:
                self._found.clear()
            found = self._found[written] = self._find(written)
        return found

    def _find(self, written: str) -> Match:
        key = self._key(written)
        for table in (self._exact, self._bare):
            codes = table.get(key if table is self._exact else _TAIL.sub("", key) or key, set())
            if len(codes) == 1:
                return Match(next(iter(codes)))
            if codes:
                return Match(None, tuple(sorted(codes)))
        return Match(None, self._nearly(key))

    def known(self, written: str) -> bool:
        """Whether this is exactly a code, name or alias."""
        return self._key(written) in self._exact

    def _key(self, written: str) -> str:
        short = written[:LONGEST]
        key = self._spelled.get(short)
        return spelled(short) if key is None else key

    def _nearly(self, key: str) -> tuple[str, ...]:
        """Units one slip away (two in a long name), nearest first."""
        if len(key) < 2 or key.isascii():
            return ()
        allowed = 2 if len(key) > 5 else 1
        hits = process.extract(key, self._names, scorer=Levenshtein.distance, score_cutoff=allowed, limit=6)
        codes: list[str] = []
        for spelling, _, _ in sorted(hits, key=lambda h: (h[1], h[0])):
            codes += sorted(self._exact[spelling])
        if not codes and len(key) > 2 and key in self._joined:
            codes = [c for k in self._names if key in k for c in sorted(self._exact[k])]
        return tuple(dict.fromkeys(codes))[:5]


def spelled(written: str) -> str:
    """A unit's name as names are compared: folded, without blanks and brackets."""
    folded = fold(written).text.replace(" ", "").replace("\t", "").replace("\n", "").strip("【】[]()《》\"':,.")
    return folded.lower().lstrip("0") if folded.isdigit() else folded.lower()
