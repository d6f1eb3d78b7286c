"""Stage 1: one script and one width, with the way back to what was written.

Single blanks inside a line are dropped, since wardens' keyboards put them anywhere (`入 户 86 户`); where one stood is
kept as a gap. Wider blanks and tabs stay as one tab: they part columns.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from opencc import OpenCC

from domain.patterns import regex

_TO_SIMPLIFIED = OpenCC("t2s")
_KEEP = set("℃℉㎡²。、")
LIST_MARK = "•"
_KEYCAP = regex(r"[0-9#*]\ufe0f?\u20e3|\U0001f51f")
_NOISE = regex(r"_+|`+|(?<![\dA-Za-z*])\*{1,3}(?![*])|(?<!\*)\*{1,3}(?![\dA-Za-z*])")
_STOP = regex(r"(?<=[一-鿿])\.(?=[一-鿿\n]|\Z)")
# how dialects write 了 behind a verb: 跑哒七十三户, 查咗五間
_DONE = regex(r"(?<=[一-鿿])[哒噠咗](?=[\d一二两兩三四五六七八九十百])")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–−﹣－"), "-") | dict.fromkeys(map(ord, "—―─━"), "—")
_SAME = str.maketrans(
    {
        "嘅": "的",
        "﹑": "、",
        "﹐": ",",
        "｡": "。",
        "︰": ":",
        "∶": ":",
        "﹕": ":",
        "〖": "【",
        "〗": "】",
        "〔": "(",
        "〕": ")",
    }
)


@dataclass(frozen=True)
class Folded:
    """The folded text; `origin[i]` is where its i-th sign began in `source`; `gaps` are places a blank was dropped.

    signs: all that it holds, and perhaps more: what needs a sign that is not among them is not looked for.
    """

    text: str
    source: str
    origin: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: frozenset[int]
    signs: frozenset[str]

    @cached_property
    def cuts(self) -> tuple[int, ...]:
        """The gaps in order."""
        return tuple(sorted(self.gaps))

    def cuts_in(self, start: int, end: int) -> tuple[int, ...]:
        """The gaps inside of (start, end), in order."""
        return self.cuts[bisect_right(self.cuts, start) : bisect_left(self.cuts, end)] if self.gaps else ()

    def masked(self, spans: Iterable[tuple[int, int]], sign: str = "\n") -> "Folded":
        """The same text with these stretches blotted out, so that later stages do not see them; places stay."""
        text = self.text
        for start, end in spans:
            if start < end:
                text = text[:start] + sign * (min(end, len(text)) - start) + text[end:]
        signs = self.signs if sign in self.signs else self.signs | {sign}
        return Folded(text, self.source, self.origin, self.ends, self.gaps, signs)

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


class _Signs(dict[int, str]):
    """Each sign that was met, in its plain width; as many as Unicode has. odd: those that become none, or many."""

    def __init__(self) -> None:
        self.odd: set[str] = set()

    def __missing__(self, sign: int) -> str:
        folded = self[sign] = _fold_sign(chr(sign))
        if len(folded) != 1:
            self.odd.add(chr(sign))
        return folded


_FOLDED = _Signs()
_BLANK = regex(r"[ \t]+")


_SHORT = 16


def fold(source: str) -> Folded:
    """The message in simplified script and plain width, blanks taken out where they part nothing."""
    return _folded_word(source) if len(source) <= _SHORT else _folded_text(source)


@lru_cache(maxsize=2048)
def _folded_word(source: str) -> Folded:
    """Words come again in the next message; those of a day's rush are few."""
    return _fold(source)


@lru_cache(maxsize=16)
def _folded_text(source: str) -> Folded:
    return _fold(source)


def _fold(source: str) -> Folded:
    wide, origin, ends = _in_plain_width(source)
    kept: list[str] = []
    kept_origin: list[int] = []
    kept_ends: list[int] = []
    gaps: set[int] = set()
    done = 0
    for m in _BLANK.finditer(wide):
        start, end = m.span()
        kept.append(wide[done:start])
        kept_origin += origin[done:start]
        kept_ends += ends[done:start]
        done = end
        if end == len(wide):
            break
        blank = _kept_blank(m[0], wide[start - 1] if start else "\n", wide[end])
        kept.append(blank)
        kept_origin += [origin[end] - 1] * len(blank)
        kept_ends += [origin[end]] * len(blank)
        gaps.add(len(kept_origin))
    kept.append(wide[done:])
    kept_origin += origin[done:]
    kept_ends += ends[done:]
    text = "".join(kept)
    if "." in text:
        text = _STOP.sub("。", text)
    if "哒" in text or "噠" in text or "咗" in text:
        text = _DONE.sub("了", text)
    simple = _TO_SIMPLIFIED.convert(text) if text else text
    if len(simple) != len(text):
        simple = "".join(_simplify_sign(s) for s in text)
    return Folded(simple, source, tuple(kept_origin), tuple(kept_ends), frozenset(gaps), frozenset(simple))


def _in_plain_width(source: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Each sign in its plain width, with the places where what it was begins and ends in the source."""
    wide = source.translate(_FOLDED)
    special = _noise(source)
    if "\u20e3" in source or "🔟" in source:
        special |= {m.start(): (m.end(), LIST_MARK) for m in _KEYCAP.finditer(source)}
    if not special and _FOLDED.odd.isdisjoint(source):
        return wide, range(len(source)), range(1, len(source) + 1)
    signs: list[str] = []
    origin: list[int] = []
    ends: list[int] = []
    place = 0
    while place < len(source):
        end, folded = special.get(place) or (place + 1, _FOLDED[ord(source[place])])
        if len(folded) > 1:
            folded = folded.replace(" ", "")
        signs.append(folded)
        origin += [place] * len(folded)
        ends += [end] * len(folded)
        place = end
    return "".join(signs), origin, ends


def _noise(source: str) -> dict[int, tuple[int, str]]:
    """Signs of emphasis and the lines of filled blanks (**入户**：_62_户), by place: where they end, and one blank."""
    if "_" not in source and "*" not in source and "`" not in source:
        return {}
    return {m.start(): (m.end(), " ") for m in _NOISE.finditer(source)}


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
