"""Stage 4: fields of words, kept as written behind their label; numbers inside are nobody's value."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon
from domain.parsing.numbers import Aside
from domain.parsing.places import place_at
from domain.patterns import regex

_EMPTY = regex(r"(?:暂时?|目前|今日|均)?(?:无|没有|没|没得|[/\-—]+|〇|零|0)(?:问题|困难|需求|其[他它])?[。.,;!]*")
_TRIM = " \t\n,.;:，。；：、!！"
_NEXT_ITEM = regex(r"\n[-*•\s]*[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)、.]")
_UNIT_ALONE = regex(r"(?:\A|\n)(?!我|本|全|各|该|咱)[一-鿿]{1,8}(?:村|社区|镇|乡|街道|卡点|卡口|组)\Z")
LONGEST_UNIT = 12
_PAIR = regex(r"[\d一二三四五六七八九十百千两零]+")


@dataclass(frozen=True)
class Stretch:
    """A label with its words: [start, end) in the folded text."""

    start: int
    end: int
    code: str
    text: str


def stretches(folded: Folded, ready: Lexicon, aside: tuple[Aside, ...]) -> tuple[Stretch, ...]:
    """Every free-text field of the message in order."""
    if ready.label_signs.isdisjoint(folded.signs):
        return ()
    listed = frozenset(a.end for a in aside if a.kind == "list")
    labels = [m for m in ready.label.finditer(folded.text) if m["label"] and _opens(folded, m, listed)]
    if not labels:
        return ()
    others = [
        a.start for a in aside if a.kind == "list" and place_at(folded.text, a.end, ready, folded.gaps, opening=True)
    ]
    found: list[Stretch] = []
    for n, m in enumerate(labels):
        if found and m.start() < found[-1].end:
            continue
        stop = labels[n + 1].start() if n + 1 < len(labels) else len(folded.text)
        stop = min([stop, *(p for p in others if p > m.end())])
        end = _end(folded.text, m.end(), stop, ready)
        words = folded.original(m.end(), end).strip(_TRIM)
        if _EMPTY.fullmatch(folded.text[m.end() : end].strip(_TRIM)):
            words = ""
        found.append(Stretch(m.start(), end, ready.labels[m["label"]], words))
    return tuple(found)


def joined(found: tuple[Stretch, ...]) -> Mapping[str, str]:
    """The words of each field; two stretches of one field joined by a semicolon."""
    texts: dict[str, str] = {}
    for stretch in found:
        if stretch.text:
            texts[stretch.code] = f"{texts[stretch.code]}；{stretch.text}" if stretch.code in texts else stretch.text
    return texts


def _opens(folded: Folded, m: re.Match[str], listed: frozenset[int]) -> bool:
    """Whether a label stands where a field begins, not inside a sentence. listed: places behind a list number."""
    start, text = m.start(), folded.text
    line_opens = start == 0 or text[start - 1] == "\n" or start in listed
    if not line_opens and m.start("label") in folded.gaps:
        start = m.start("label")  # 问题：没有 备注：…: the 有 is no part of the label
    line_opens = line_opens or _UNIT_ALONE.search(text, max(0, start - LONGEST_UNIT), start) is not None
    if not m["mark"]:
        return line_opens and m.end() < len(text)
    if m["mark"] == "是":
        return (line_opens or text[start - 1] in "。;,!?\n") and bool(re.search(r"困难|问题|需", m[0]))
    return line_opens or start in folded.gaps or text[start - 1] in "。;,!?\t•)、】]"


def _end(text: str, start: int, stop: int, ready: Lexicon) -> int:
    """Where the words end: the line; with nothing on the label's own line, the lines below that hold no figures."""
    line = text.find("\n", start, stop)
    end = stop if line < 0 else line
    if text[start:end].strip(_TRIM):
        return end
    place = end
    while place < stop:
        following = text.find("\n", place + 1, stop)
        following = stop if following < 0 else following
        piece = text[place:following]
        figures = ready.pattern.search(piece)
        if (figures and _PAIR.match(piece, figures.end() + 1)) or not piece.strip():
            break
        place = following
    return place
