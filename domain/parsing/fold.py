"""Stage 1: one script and one width, with the way back to what was written.

Single blanks inside a line are dropped, since wardens' keyboards put them anywhere (`入 户 86 户`); where one stood is
kept as a gap. Wider blanks and tabs stay as one tab: they part columns.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from opencc import OpenCC

_TO_SIMPLIFIED = OpenCC("t2s")
_KEEP = set("℃℉㎡²。、")
LIST_MARK = "•"
_KEYCAP = re.compile(r"[0-9#*]\ufe0f?\u20e3|\U0001f51f")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–−﹣－"), "-") | dict.fromkeys(map(ord, "—―─━"), "—")
_SAME = str.maketrans(
    {"﹑": "、", "﹐": ",", "｡": "。", "︰": ":", "∶": ":", "﹕": ":", "〖": "【", "〗": "】", "〔": "(", "〕": ")"}
)


@dataclass(frozen=True)
class Folded:
    """The folded text; `origin[i]` is where its i-th sign began in `source`; `gaps` are places a blank was dropped."""

    text: str
    source: str
    origin: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: frozenset[int]

    def masked(self, spans: Iterable[tuple[int, int]], sign: str = "\n") -> "Folded":
        """The same text with these stretches blotted out, so that later stages do not see them; places stay."""
        signs = list(self.text)
        for start, end in spans:
            signs[start:end] = sign * (min(end, len(signs)) - start)
        return replace(self, text="".join(signs))

    def original(self, start: int, end: int) -> str:
        """What was written where the folded text has [start, end)."""
        if end <= start or start >= len(self.text):
            return ""
        return self.source[self.origin[start] : self.ends[end - 1]]


@lru_cache(maxsize=8192)
def _fold_sign(sign: str) -> str:
    """One sign in its plain width; blanks as one space, signs without meaning as nothing."""
    if sign in "\n\r\u2028\u2029\v\f\x85":
        return "\n"
    if sign == "\t":
        return "\t"
    if sign == "\u3000":
        return "\t"
    if sign in _KEEP:
        return sign
    kind = unicodedata.category(sign)
    if kind == "Zs":
        return " "
    if kind in ("So", "Sk", "Cs", "Co", "Cn") and sign not in "「」":
        return LIST_MARK if unicodedata.name(sign, "").startswith(("CIRCLED", "DINGBAT", "NEGATIVE CIRCLED")) else " "
    if kind in ("Cc", "Cf", "Mn", "Me"):
        return ""
    if kind == "No":
        return LIST_MARK if "CIRCLED" in unicodedata.name(sign, "") else unicodedata.normalize("NFKC", sign)
    return unicodedata.normalize("NFKC", sign.translate(_DASHES)).translate(_DASHES).translate(_SAME)


def fold(source: str) -> Folded:
    """The message in simplified script and plain width, blanks taken out where they part nothing."""
    signs: list[str] = []
    origin: list[int] = []
    ends: list[int] = []
    gaps: set[int] = set()
    keycaps = {m.start(): m.end() for m in _KEYCAP.finditer(source)}
    pending, place, skip = "", 0, 0
    for place, sign in enumerate(source):
        if place < skip:
            continue
        end = place + 1
        if place in keycaps:
            end = skip = keycaps[place]
            folded = LIST_MARK
        else:
            folded = _fold_sign(sign)
        if folded in (" ", "\t"):
            pending = "\t" if folded == "\t" or pending else " "
            continue
        for one in folded:
            if pending:
                _blank(signs, origin, ends, gaps, pending, place, one)
                pending = ""
            if one == " ":
                continue
            signs.append(one)
            origin.append(place)
            ends.append(end)
    text = "".join(signs)
    simple = _TO_SIMPLIFIED.convert(text) if text else text
    if len(simple) != len(text):
        simple = "".join(_simplify_sign(s) for s in text)
    return Folded(simple, source, tuple(origin), tuple(ends), frozenset(gaps))


def _blank(
    signs: list[str], origin: list[int], ends: list[int], gaps: set[int], blank: str, place: int, following: str
) -> None:
    """Keep a wide blank as a tab and one between two digits or letters as a space; drop others, keeping the gap."""
    if not signs or signs[-1] == "\n" or following == "\n":
        return
    before = signs[-1]
    if blank == "\t" or (before.isascii() and before.isalnum() and following.isascii() and following.isalnum()):
        signs.append(blank)
        origin.append(place - 1)
        ends.append(place)
    gaps.add(len(signs))


@lru_cache(maxsize=8192)
def _simplify_sign(sign: str) -> str:
    simple = _TO_SIMPLIFIED.convert(sign)
    return simple if len(simple) == 1 else sign
