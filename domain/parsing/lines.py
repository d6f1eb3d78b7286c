"""Stage 0b: a name on one line with its figure alone on the next is one item (入户排查：⏎32户)."""

import re

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon
from domain.parsing.numerals import HAN

_FIGURE_ALONE = re.compile(rf"(?:\d[\d,]*(?:\.\d+)?[万千百]?|[{HAN}]{{1,9}}|无|没有|/|-+|—+)[^\d\n,。;:]{{0,3}}[。,;]?")
_COLON = re.compile(r"[:=]\Z")


def without_breaks(folded: Folded, ready: Lexicon) -> Folded:
    """The message with the line's end between a name alone and a figure alone made a tab."""
    text = folded.text
    if "\n" not in text:
        return folded
    spans = []
    start = 0
    for line in text.split("\n")[:-1]:
        end = start + len(line)
        following = text.find("\n", end + 1)
        following = len(text) if following < 0 else following
        name = _COLON.sub("", words.BRACKETED.sub("", line))
        if name in ready.words and _FIGURE_ALONE.fullmatch(text, end + 1, following):
            spans.append((end, end + 1))
        start = end + 1
    return folded.masked(spans, "\t") if spans else folded
