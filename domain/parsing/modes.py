"""Stage 4: whether a message adds to an earlier one or replaces it, and where it turns from one to the other."""

import re

from domain.parsing.model import Mode
from domain.parsing.names import Lexicon
from domain.parsing.rollcall import Piece
from domain.patterns import regex

_ADD = regex(
    r"(?P<sure>(?<![无不没需])追加(?!投入|资金|预算)|(?:^|(?<=[\n。;,:!])|(?<=\d[日号]))(?:另外|还有|刚才|再)*补充(?:一下|报告|上报)?(?=[:,\n一-鿿【])|"
    r"补充(?:一下|报告|上报)?(?=[:,【]))|(?P<also>另外又|另又)"
)


_ADDING = regex("追加|补充|另又|另外又")  # one of which every such word holds
# said of the whole message in a clause of its own: 刚又劝返4人次，追加一下，另外…
_ASIDE = regex(r"(?:\A|[\n,。;])(?:再|又|另外)?(?:追加|补充)(?:一下|一条|上)?(?=[,。;!\n]|$)")


LONGEST_IF = 12
_IF = regex(
    r"(?:要是|如果|如有|如|若|假如|万一|倘若|等|待会?|稍后|晚点|晚些|回头|过会儿?|等[会下]|以后|之后|后续|后面|明[天早日]|没有?|无需?|不[用再]|未)"
    r"(?:[一-鿿]{0,6})\Z"
)
_THEN = regex(
    r"(?:的|的话|情况|数据|数)*,?(?:我们?|会|就|将)?(?:再|另行|随后|稍后|晚点|回头|明[天早])(?:[另单]?)(?:[上再补]?报|说|发|补|通知|汇报)"
)


_CORRECT = regex(r"(?:另外|还有|同时)?,?(?:更正|订正|勘误)(?:一下)?[:,]?")


def modes(text: str, piece: Piece, ready: Lexicon) -> list[tuple[int, int, Mode]]:
    """The piece cut where it turns from adding to correcting or back."""
    if not _ADDING.search(text, piece.start, piece.end):
        return [(piece.start, piece.end, "replace")]
    add = next(
        (
            m
            for m in _ADD.finditer(text, piece.start, piece.end)
            if (m["sure"] and not _restocked(text, m, ready) and not _supposed(text, piece.start, m))
            or (m["also"] and not _figured(text, piece.start, m.start(), ready))
        ),
        None,
    )
    if add is None:
        return [(piece.start, piece.end, "replace")]
    correct = next((m for m in _CORRECT.finditer(text, piece.start, piece.end) if m.start() != add.start()), None)
    if correct and correct.start() > add.start():
        return [(piece.start, correct.start(), "add"), (correct.start(), piece.end, "replace")]
    if _figured(text, piece.start, add.start(), ready) and not _ASIDE.search(text, piece.start, add.end() + 3):
        return [(piece.start, add.start(), "replace"), (add.start(), piece.end, "add")]
    return [(piece.start, piece.end, "add")]


def _supposed(text: str, start: int, m: re.Match[str]) -> bool:
    """`要是有追加的再报`, `没有追加了`: nothing is added now."""
    return bool(_IF.search(text, max(start, m.start() - LONGEST_IF), m.start()) or _THEN.match(text, m.end()))


def _restocked(text: str, m: re.Match[str], ready: Lexicon) -> bool:
    """`补充口罩200只` fills a store; it adds nothing to a report."""
    name = ready.pattern.match(text, m.end()) if m[0].endswith("补充") else None
    if name is None:
        return False
    return any(ready.form.indicator(code).store for code in ready.words.get(name[0], ()))


def _figured(text: str, start: int, end: int, ready: Lexicon) -> bool:
    """Whether a name of the form with a figure near it stands in this stretch."""
    return any(
        re.search(r"\d|[一二两三四五六七八九十百]", text[m.end() : min(end, m.end() + 8)])
        for m in ready.pattern.finditer(text, start, end)
    )
