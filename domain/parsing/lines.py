"""Stage 1: a name on one line with its figure alone on the next is one item (入户排查：⏎32户)."""

from itertools import pairwise

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon
from domain.parsing.numerals import HAN
from domain.patterns import regex

_FIGURE_ALONE = regex(rf"(?:\d[\d,]*(?:\.\d+)?[万千百]?|[{HAN}]{{1,9}}|无|没有|/|-+|—+)[^\d\n,。;:]{{0,3}}[。,;]?")
_FIGURE_BEGINS = frozenset(f"{HAN}无没/-—")  # or with a digit
_LINE = regex(r"[^\n]+")
_COLON = regex(r"[:=]\Z")


def without_breaks(folded: Folded, ready: Lexicon) -> Folded:
    """The message with the line's end between a name alone and a figure alone made a tab."""
    text = folded.text
    if "\n" not in text:
        return folded
    places = [m.span() for m in _LINE.finditer(text)]
    spans = []
    for (start, end), (begin, stop) in pairwise(places):
        if not (text[begin] in _FIGURE_BEGINS or text[begin].isdigit()):
            continue
        line = text[start:end]
        name = _COLON.sub("", words.BRACKETED.sub("", line) if "(" in line else line)
        if name in ready.words and _FIGURE_ALONE.fullmatch(text, begin, stop):
            spans.append((end, begin))
    return folded.masked(spans, "\t") if spans else folded
