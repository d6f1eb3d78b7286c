"""Stage 4: a message for several units, cut into a piece for each (#接龙, numbered lines, lines by unit)."""

import re
from typing import NamedTuple

from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon
from domain.parsing.numbers import Aside
from domain.parsing.numerals import HAN
from domain.parsing.places import Place, place_at, places_in
from domain.patterns import regex

_LIST_HEAD = regex(r"\A(?:[^\n\d]{0,16}(?:\n|(?=#)))?[\n\s•]*#\s?接龙")
_ITEM = regex(r"[-*>•]*(?:[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)、.:,](?!\d)|•+\d{0,2}|\d{1,3}(?=\t))?")
_NUMBERED = regex(r"[-*>]*(?:[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)、.:,](?!\d)|•+\d{0,2}|\d{1,3}(?=\t))")
# inside a line a comma or colon behind a figure makes no list number of it (入户:0,我村…)
_NUMBERED_WITHIN = regex(r"[(]?(?:[1-9]\d{0,2}|[一二三四五六七八九十]{1,3})[)、.](?!\d)|•+\d{0,2}")
_BARE_NUMBER = regex(r"\d{1,3}[ \t]?(?=[一-鿿]{2})")
_SUM_ROW = regex(r"(?:合计|总计|小计|汇总|共计|总数|全镇|全乡|平均)")
_TURN = regex(
    r"[;。:\t]|(?<!\n)(?=【)|(?=[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)、.](?!\d))|(?<!•)(?=•)|"
    r"(?=(?:合计|总计)[:\t]?)|(?=[一-鿿]{2,10}:)"
)
_LIST_TURN = regex(rf"{_TURN.pattern}|(?=\d{{1,3}}[一-鿿]{{2}})")
_TOLD_OF = regex(r"([一-鿿]{2,10}):")
_CUT = regex(r"[、,;]")
_FIGURE = regex(r":?\d")
_ABOVE = regex(r"(?:\A|\n\n)[【\[]?\Z")
_SAYS = regex(rf"[\d{HAN}无]|没有")
_SPEAKS_FOR_ITSELF = ("", ":", "\t", "\n", ",", "(", "。", ";")
_POST = regex(r"(?:卡点|卡口)\Z")
_FREE_NAME = regex(r"[一-鿿A-Za-z][一-鿿A-Za-z\d]{1,9}")
_NOT_FREE = regex(r"收到|已|今[天日]|零报告|无|没有|备注|其[他它]|问题|合计|请|注意")


class Piece(NamedTuple):
    """A stretch for one unit. opener: its unit where the list's form names it; shared: the heading before the list."""

    start: int
    end: int
    opener: Place | None = None
    shared: tuple[int, int] | None = None


def pieces(folded: Folded, ready: Lexicon, aside: tuple[Aside, ...]) -> list[Piece]:
    """A piece for each unit of a roll-call; the whole message as one piece otherwise."""
    text = folded.text
    whole = [Piece(0, len(text))]
    is_list = "#" in text and _LIST_HEAD.match(text) is not None
    if not is_list and places_in(text, ready, 2) < 2:
        return whole
    lines = _lines(text)
    openers: list[tuple[int, int, Place | None]] = []
    for start, end in _split_more(folded, lines, ready, is_list=is_list):
        item = _ITEM.match(text, start, end)
        body = item.end() if item else start
        numbered = body > start
        if not numbered and is_list and (bare := _BARE_NUMBER.match(text, start, end)):
            body, numbered = bare.end(), True
        framed = text[body : body + 1] in ("【", "[") and body + 1 < end
        body += framed
        place = place_at(text, body, ready, folded.gaps, opening=True) if body < end else None
        if framed and place and text[place.end : place.end + 1] not in ("】", "]"):
            place = None
        if place is None and is_list and numbered:
            place = _any_name(folded, body, end, ready)
        if (
            place
            and place.end <= end
            and (((is_list or place.end == end) and numbered) or _speaks(text, place, end, ready, folded.gaps))
        ):
            openers.append((start, body, Place(start, place.end, folded.original(place.start, place.end))))
        elif _SUM_ROW.match(text, body, end) and openers:
            openers.append((start, body, None))
    named = [o for o in openers if o[2]]
    if len({o[2].unit for o in named if o[2]}) < 2 and not is_list and (inline := _inline(folded, ready)):
        return inline
    if not (len({o[2].unit for o in named if o[2]}) > 1 or (is_list and named)):
        return whole
    if not is_list and _own_posts(folded, openers):
        return whole
    found = []
    first = openers[0][0]
    for n, (start, _, place) in enumerate(openers):
        end = openers[n + 1][0] if n + 1 < len(openers) else len(text)
        if place:
            found.append(Piece(start, end, place, (0, first)))
    return found


def _inline(folded: Folded, ready: Lexicon) -> list[Piece]:
    """`各村入户情况：东观社区120户、黄溪村86户`: a name, then each unit with its figure."""
    text = folded.text
    above = False
    for start, end in _lines(text):
        over = ready.pattern.search(text, start, end)
        first = text.find(":", over.end(), end) + 1 if over else 0
        # the heading may stand on the line above
        head = first if first else start if above and not over else 0
        found = _with_figures(folded, head, end, ready) if head else []
        if found:
            return found
        above = bool(over) and not re.search(r"\d", text[over.end() : end] if over else "")
    return []


def _own_posts(folded: Folded, openers: list[tuple[int, int, Place | None]]) -> bool:
    """Whether all that open a line below a unit in brackets are posts on its roads: parts of it, and no units.

    【X社区】 … 路口卡点检查车辆57台次: the post and its figure are one word. One with a number, a colon or a blank
    before its figures speaks for itself.
    """
    text = folded.text
    (_, first, header), *posts = openers
    framed = header is not None and text[first - 1 : first] == "【" and not _POST.search(header.unit)
    return framed and all(
        place is not None
        and start == body
        and _POST.search(place.unit) is not None
        and place.end not in folded.gaps
        and text[place.end : place.end + 1] not in _SPEAKS_FOR_ITSELF
        for start, body, place in posts
    )


def _with_figures(folded: Folded, first: int, end: int, ready: Lexicon) -> list[Piece]:
    """A piece for each unit of a list of units with one figure each; none when it is no such list."""
    text = folded.text
    cuts = [first, *(m.end() for m in _CUT.finditer(text, first, end) if m.end() < end)]
    bodies = ((cut, m.end() if (m := _NUMBERED.match(text, cut, end)) else cut) for cut in cuts)
    if len(cuts) < 2:
        return []
    found = []
    for (cut, body), stop in zip(bodies, [*cuts[1:], end], strict=True):
        p = place_at(text, body, ready, folded.gaps, opening=True)
        if p is None or not _FIGURE.match(text, p.end):
            return []
        found.append(Piece(cut, stop, Place(p.start, p.end, folded.original(p.start, p.end)), (0, first)))
    return found


def _split_more(
    folded: Folded, lines: list[tuple[int, int]], ready: Lexicon, *, is_list: bool
) -> list[tuple[int, int]]:
    """Lines cut again where behind a stop or a list's number another unit begins to speak (东观社区：…；黄溪村：…)."""
    found = []
    for start, end in lines:
        begin = start
        for m in (_LIST_TURN if is_list else _TURN).finditer(folded.text, start, end):
            if m[0] == "" and m.start() not in folded.gaps and folded.text[m.end() : m.end() + 1] not in ("【", "•"):
                continue
            numbered = _NUMBERED_WITHIN.match(folded.text, m.end(), end)
            if is_list and numbered is None and m.end() in folded.gaps:
                numbered = _BARE_NUMBER.match(folded.text, m.end(), end)
            at = numbered.end() if numbered else m.end()
            framed = folded.text[at : at + 1] == "【"
            summed = begin > start and m.end() in folded.gaps and _SUM_ROW.match(folded.text, at) is not None
            if summed:
                found.append((begin, m.end()))
                begin = m.end()
            if m.end() == begin or at >= end or (m[0] == ":" and not (numbered or framed)):
                continue
            if m[0] == "" and m.start() not in folded.gaps and not framed:
                continue
            place = place_at(
                folded.text,
                at + framed,
                ready,
                folded.gaps,
                opening=framed or numbered is not None or m[0] in ("", "\t"),
            )
            if place is None and is_list and numbered and not framed and not folded.text[at - 1].isdigit():
                place = _any_name(folded, at, end, ready)
            if m[0] == "" and not (numbered or framed):
                first = _first_in_turn(folded, begin, place)
                if first is None:
                    continue
                if first > begin and begin == start:
                    found.append((begin, first))
                    begin = first
            if place and place.end < end and (numbered or _begins(folded.text, place.end, ready, framed=framed)):
                found.append((begin, m.end()))
                begin = m.end()
        found.append((begin, end))
    return found


def _first_in_turn(folded: Folded, start: int, place: Place | None) -> int | None:
    """Where the first of its kind begins, for a unit behind a blank and before a colon (黄溪村：… 东观村：…)."""
    if place is None or folded.text[place.end : place.end + 1] != ":":
        return None
    kind = _kind(place.unit)
    for m in _TOLD_OF.finditer(folded.text, start, place.start):
        begins = [c for c in (start, *folded.cuts_in(m.start() - 1, m.end())) if c >= m.start()]
        if begins and _kind(m[1]) == kind:
            return begins[-1]
    return None


def _kind(unit: str) -> str:
    """What kind of unit a name is of, told by its end; villages and communities are one kind."""
    return "post" if unit.endswith(("卡点", "卡口")) else "village" if unit.endswith(("村", "社区")) else unit[-1:]


def _begins(text: str, place: int, ready: Lexicon, *, framed: bool) -> bool:
    """Whether what stands behind a unit's name is its report."""
    if framed:
        return text[place] == "】"
    place += text[place] == "\t"
    return text[place : place + 1] in (":", "今", "当", "零") or ready.pattern.match(text, place) is not None


def _lines(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n"):
        if line:
            found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def _speaks(text: str, place: Place, end: int, ready: Lexicon, gaps: frozenset[int]) -> bool:
    """Whether the line goes on with something said of the unit that opens it."""
    rest = text[place.end : end]
    if not rest.strip("】]"):
        # a line of its own over the lines of its paragraph
        following = end + 1 < len(text) and text[end + 1] != "\n"
        # with nothing right above it, it heads what comes below; else it may sign what stands above
        return following or (end + 1 < len(text) and _ABOVE.search(text, 0, place.start) is not None)
    return rest[0] in ":,;\t(" or place.end in gaps or bool(_SAYS.search(rest))


def _any_name(folded: Folded, start: int, end: int, ready: Lexicon) -> Place | None:
    """In a #接龙 the first word of a numbered line is who speaks, whatever it ends in."""
    m = _FREE_NAME.match(folded.text, start, end)
    if m is None:
        return None
    stop = next(iter(folded.cuts_in(start, m.end())), m.end())
    beside = place_at(folded.text, stop, ready, folded.gaps, opening=True) if stop < end else None
    if beside and beside.end <= end:  # 张伟 石门村 口罩200: who writes, and for whom
        return beside
    name = folded.text[start:stop]
    known = ready.pattern.search(name)
    if known:
        name = name[: known.start()]
    name = re.split(r"[\d:]", name)[0]
    if len(name) < 2 or _NOT_FREE.match(name):
        return None
    return Place(start, start + len(name), name)
