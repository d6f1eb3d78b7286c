"""Searching what people wrote: words in either script, the stretch around a hit, personal numbers masked."""

from collections.abc import Sequence
from functools import cache

from opencc import OpenCC

from domain.patterns import regex
from domain.phones import private
from domain.script import simplified

MOST_WORDS = 3
_WIDTH = 30
_PAGE = regex(r"\s*第\s*(?P<page>\d{1,3})\s*页\s*$")


@cache
def _traditional() -> OpenCC:
    return OpenCC("s2t")


def asked(args: str) -> tuple[tuple[str, ...], int]:
    """The words to look for, at most three, and the page (counted from 0): `口罩 酒精 第2页`."""
    page = _PAGE.search(simplified(args))
    words = args[: page.start()] if page else args
    return tuple(words.split()[:MOST_WORDS]), max(0, int(page["page"]) - 1) if page else 0


def spellings(word: str) -> tuple[str, str]:
    """The word in simplified and in traditional script."""
    plain = simplified(word)
    return plain, str(_traditional().convert(plain))


def stretch(text: str, words: Sequence[str]) -> str:
    """The text around its first hit, on one line, with dots where something is left out."""
    line = " ".join(private(text).split())
    folded = simplified(line).lower()
    hits = [place for word in words if (place := folded.find(simplified(word).lower())) >= 0]
    start = max(0, min(hits, default=0) - _WIDTH // 2)
    end = start + 2 * _WIDTH
    return ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")
