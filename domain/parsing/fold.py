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
_BLANKS = " \t"
_KEYCAP = re.compile(r"[0-9#*]\ufe0f?\u20e3|\U0001f51f")
_NOISE = re.compile(r"_+|`+|(?<![\dA-Za-z*])\*{1,3}(?![*])|(?<!\*)\*{1,3}(?![\dA-Za-z*])")
_STOP = re.compile(r"(?<=[一-鿿])\.(?=[一-鿿\n]|\Z)")
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


def _fold_sign(sign: str) -> str:
    """One sign in its plain width; blanks as one space, signs without meaning as nothing."""
    if sign in "\n\r\u2028\u2029\v\f\x85":
        return "\n"
    if sign == "\t":
        return "\t"
    if sign == "\u3000":
        return " "
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


class _Signs(dict[str, str]):
    """Each sign that was met, in its plain width; as many as Unicode has at most."""

    def __missing__(self, sign: str) -> str:
        folded = self[sign] = _fold_sign(sign)
        return folded


_FOLDED = _Signs()


@lru_cache(maxsize=16)
def fold(source: str) -> Folded:
    """The message in simplified script and plain width, blanks taken out where they part nothing."""
    signs: list[str] = []
    origin: list[int] = []
    ends: list[int] = []
    gaps: set[int] = set()
    blanks = _noise(source)
    keycaps = {m.start(): m.end() for m in _KEYCAP.finditer(source)} if "\u20e3" in source or "🔟" in source else {}
    special = blanks.keys() | keycaps.keys()
    blank, skip = "", 0
    for place, folded in enumerate(map(_FOLDED.__getitem__, source)):
        if place < skip:
            continue
        end = place + 1
        if not blank and len(folded) == 1 and folded not in _BLANKS and place not in special:
            signs.append(folded)
            origin.append(place)
            ends.append(end)
            continue
        if place in special:
            folded = blanks.get(place, LIST_MARK)
            skip = end = keycaps.get(place, end)
        if folded in (" ", "\t"):
            blank += folded
            continue
        if blank and folded:
            kept = _kept_blank(blank, signs[-1] if signs else "\n", folded[0])
            signs += kept
            origin += [place - 1] * len(kept)
            ends += [place] * len(kept)
            gaps.add(len(signs))
            blank = ""
        for one in folded:
            if one != " ":
                signs.append(one)
                origin.append(place)
                ends.append(end)
    text = _STOP.sub("。", "".join(signs))
    simple = _TO_SIMPLIFIED.convert(text) if text else text
    if len(simple) != len(text):
        simple = "".join(_simplify_sign(s) for s in text)
    return Folded(simple, source, tuple(origin), tuple(ends), frozenset(gaps))


def _noise(source: str) -> dict[int, str]:
    """Signs of emphasis and the lines of filled blanks (**入户**：_62_户), each run as one blank."""
    if "_" not in source and "*" not in source and "`" not in source:
        return {}
    found: dict[int, str] = {}
    for m in _NOISE.finditer(source):
        found |= dict.fromkeys(range(m.start(), m.end()), "") | {m.start(): " "}
    return found


def _kept_blank(blank: str, before: str, following: str) -> str:
    """What stays of a blank: each tab, one tab for a wide one, a space between two digits or letters, else nothing."""
    tabs = blank.count("\t")
    if before == "\n" or following == "\n":
        return "\t" * tabs if following != "\n" and before != "\n" else ""
    if tabs:
        return "\t" * tabs
    if len(blank) > 1:
        return "\t"
    return " " if before.isascii() and before.isalnum() and following.isascii() and following.isalnum() else ""


@lru_cache(maxsize=8192)
def _simplify_sign(sign: str) -> str:
    simple = _TO_SIMPLIFIED.convert(sign)
    return simple if len(simple) == 1 else sign
