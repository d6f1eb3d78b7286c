"""Stage 4: the unit that a message, a line or a paragraph speaks for, as it is written there."""

import re
from collections.abc import Iterable, Iterator

from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon
from domain.parsing.numbers import Aside
from domain.parsing.places import KIND, KIND_ENDS, TODAY, Place, ends_near, is_place, place_at, places_in, speaks_of
from domain.patterns import regex

_LABEL = regex(
    r"(?:报告单位|填报单位|上报单位|报送单位|单位名称|单位|单元|村居名称|村居|村\(社区\)|村\(居\)|"
    r"村社|村名|社区名称|社区|卡点名称|网格名称|网格|报告村|所在村|上报村)[:=](?P<unit>[^\n,。;\t]{1,30})"
)
_NUMBERED = regex(r"单元[:= ]?(?P<unit>[A-Za-z]?\d{1,4})(?=\n|\d{1,2}月|[,:;]|[一-鿿](?<!楼)(?<!室)(?<!号)|$)")
_LABELLING = regex(r"[位称元居)社区格村单][:=元]")  # one of which every label of a unit holds
_LABEL_END = regex(
    r"(?:报告|填报|上报|统计)?(?:日期|时间)|填报人|报告人|联系|电话|上报人|20\d\d|二[〇零○]|\d{1,2}月|\d{1,2}[./]\d|今日"
)
_BRACKET = regex(r"[【\[〔](?P<unit>[^】\]\n]{1,24})[】\]]")
_TITLE = regex(
    r"(?:20\d\d年)?\d{1,2}月\d{1,2}[日号]?|\d{1,2}[./]\d{1,2}|疫情|防控|工作|情况|日报表?|每日|"
    r"今日|每?日?一报|[快简专速播]报|汇总|汇报|上报|报告|报表|统计|数据|小结|信息|零(?=报|上报|$)|更正|补报|追加|补充|[\s:,、\-—()]+$|"
    r"^[\s:,、\-—()]+"
)
_OTHER_TITLE = regex(r"转发|通知|紧急|提醒|公告|模板|接龙|重要|温馨|格式|注意|提示|倡议|收到")
_OF_A_UNIT = regex(rf"(?:{KIND})$|^[A-Za-z]?-?\d+$")
LEAD = (
    r"(?:收到|好的?|马上报|来了|刚统计完|[,:;。!~\s•\-—]|以上是|以上为|以上|下面是|现报|现汇报|各位领导|领导们?|"
    r"大家|各位|(?:你们|领导)?辛苦了?|您好|你好|好|晚上好|下午好|报告|汇报|报一下|更正一下|更正|补报一下|补报|追加|"
    r"补充一下|补充|补充报告|补(?=[一-鿿])|另外|还有|今[天日]|今晚|昨[天日]|现将|现|关于|转发?|填报|上报|的|"
    r"一下|截[至止]到?(?:目前|今[天日]|现在)?|紧急|\d{1,2}月\d{1,2}[日号]?|"
    r"[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}[日号]|是|我(?=报|说|汇)|说一下|啊|呃|喂|哦|嗯|对不起|不好意思|"
    r"我们|咱们?|俺们?|上一条|上面|前面|刚才|这里是|这边是|这里|我是|我们是|咱们是|代报|代|帮)"
)
_LEAD = regex(LEAD + "{0,8}")
# Every sign that such a word can begin with (a test proves that none is wanting).
LEAD_BEGINS = frozenset(
    " \t\n!,-0123456789:;~—•。一七三上下不九二五今代以你俺八六关刚前"
    "十另各呃咱哦啊喂嗯四填大好对帮您我截报收昨是晚更来汇现的紧补说转辛还这追领马"
)
_STARTS = regex(r"[\n,。;!?:】\])、\t•|~…(/]")
_FRACTION = regex(r"(?<=\d)/")
_AND = regex(r"[、和及与/,]")
_NEXT = regex(r"[,;。]")
_SUM_OF_ALL = regex(r"合计|总计|共计|全[村镇乡]|总共|一共")
_TOLD = regex(r"[,。;]我们(?:少|多|也|比|没|不|这)|\A的[^,。;\n]{0,6}(?:他们|自己|他|她)")  # 松林村返乡8人，我们少些
MOST_OPENINGS = 80  # from either end of the message
_ADDRESSED = regex(r"(?:报告|汇报|(?<![日上填月情补数])(?<!马上)报|呈|致|发|转|(?<!马)上报|请示)给?\Z")


def clause_starts(text: str, aside: Iterable[Aside], gaps: frozenset[int]) -> frozenset[int]:
    """Places where something new begins: behind a stop, a list number, a date, a blank."""
    starts = {0, *gaps}
    stops = {m.end() for m in _STARTS.finditer(text)}
    if "/" in text:
        stops -= {m.end() for m in _FRACTION.finditer(text)}
    starts |= stops
    starts |= {a.end for a in aside if a.kind in ("list", "date", "time")}
    return frozenset(starts)


def labelled(folded: Folded, ready: Lexicon) -> Place | None:
    """The unit behind a label (`报告单位：`), or in the brackets that open the message."""
    text = folded.text
    if not _LABELLING.search(text):
        return None
    for m in (*_LABEL.finditer(text), *_NUMBERED.finditer(text)):
        if m.start() and text[m.start() - 1] not in "\n,。;\t(【" and m.start() not in folded.gaps:
            continue
        start, end = m.span("unit")
        cut = _LABEL_END.search(text, start, end)
        end = cut.start() if cut and cut.start() > start else end
        said = next((m.start() for m in ready.pattern.finditer(text, start + 1, end) if m.start() in folded.gaps), end)
        placed = (g for g in folded.cuts_in(start, end) if is_place(text[start:g], ready))
        end = min(end, said, next(placed, end))
        unit = text[start:end].strip(" 。,")
        if _several(unit):
            return Place(m.start(), end, unit, unclear=True)
        if unit and not re.fullmatch(r"[_\-—\s.]+", unit):
            return _whole(folded, start, start + len(text[start:end].rstrip()), m.start())
    return None


def _several(unit: str) -> bool:
    parts = re.split(r"[、,和及/&与]", unit)
    return len(parts) > 1 and all(re.search(rf"[一-鿿](?:{KIND})$", p) for p in parts)


def bracketed(folded: Folded) -> Place | None:
    """The unit in the brackets that open or close the message (【东观社区】2月6日日报)."""
    for m in _BRACKET.finditer(folded.text):
        before = folded.text[: m.start()].strip("\n •")
        apart = not before or _LEAD.fullmatch(before) or not folded.text[m.end() :].strip("\n 。")
        parted = folded.text[m.start() - 1 : m.start()] in "\n;。!,\t" or m.start() in folded.gaps
        lined = parted and KIND_ENDS.search(m["unit"])
        if not apart and not lined:
            continue
        inner = m["unit"]
        cleaned = inner
        for _ in range(6):
            shorter = _TITLE.sub("", cleaned)
            if shorter == cleaned:
                break
            cleaned = shorter
        if not cleaned or _OTHER_TITLE.search(cleaned):
            continue
        if _several(cleaned):
            return Place(m.start(), m.end(), cleaned, unclear=True)
        start = m.start("unit") + inner.find(cleaned)
        if inner.find(cleaned) < 0 or (len(cleaned) > 8 and not _OF_A_UNIT.search(cleaned)):
            continue
        return _whole(folded, start, start + len(cleaned), m.start(), m.end())
    return None


def _whole(folded: Folded, start: int, end: int, outer: int, outer_end: int | None = None) -> Place:
    written = folded.original(start, end).strip()
    return Place(outer, end if outer_end is None else outer_end, written)


def spoken(folded: Folded, ready: Lexicon, starts: frozenset[int], dates: frozenset[int]) -> Place | None:
    """The unit that opens the message, a line or a clause in prose; a signature line; None when none is named.

    dates: places behind a date or a list number, where figures end that count nothing.
    """
    text = folded.text
    if not places_in(text, ready, 1):
        return None
    found = None
    for start in _openings(text, starts):
        if not ends_near(text, start):
            continue
        if start not in dates and text[start - 1 : start].isdigit() and text.startswith(ready.measures, start):
            continue  # 返乡0 人 卡点: a measure begins no name
        line = text.rfind("\n", 0, start) + 1
        opening = start == line or (start - line < 40 and _LEAD.fullmatch(text, line, start) is not None)
        place = place_at(text, start, ready, folded.gaps, opening=opening)
        if place and text[start - 1 : start] == "(" and not re.match(r"\)|\d{1,2}[月.]", text[place.end :]):
            continue
        if place is None or (not opening and text[start - 1] in "们咱俺"):
            continue
        if _ADDRESSED.search(text[max(0, start - 4) : start]) and not TODAY.match(text, place.end):
            continue
        if start in folded.gaps and _inside(text, start, place.end, ready):
            continue
        if _TOLD.search(text[place.end : place.end + 40]):
            continue
        if text[max(0, start - 2) : start] in ("今天", "今日") and place.unit.endswith(("卡口", "卡点")):
            continue  # told about, not speaking
        if _beside(text, place, ready, folded.gaps):
            return None
        second = _joined(text, place, ready, folded.gaps)
        if second:
            return Place(place.start, second, text[place.start : second], unclear=True)
        found = Place(place.start, place.end, folded.original(place.start, place.end))
        break
    return found


def _beside(text: str, place: Place, ready: Lexicon, gaps: frozenset[int]) -> bool:
    """Whether it is one of several told about in turn (河西组返乡3人，河东组返乡2人，全村合计…)."""
    end = text.find("\n", place.end)
    line = text[: end if end >= 0 else len(text)]
    kind = KIND_ENDS.search(place.unit)
    if kind is None or not _SUM_OF_ALL.search(line, place.end):
        return False
    places = (place_at(line, m.end(), ready, gaps, opening=False) for m in _NEXT.finditer(line, place.end))
    return any(
        p and p.unit != place.unit and p.unit.endswith(kind[0]) and speaks_of(line, p.end, ready) for p in places
    )


def _inside(text: str, start: int, end: int, ready: Lexicon) -> bool:
    """Whether a name of the form goes over this place (防 火卡点)."""
    begin = max(text.rfind("\n", 0, start) + 1, start - 12)
    return any(m.start() < start < m.end() for m in ready.pattern.finditer(text, begin, end))


def _openings(text: str, starts: frozenset[int]) -> Iterator[int]:
    """Where a unit's name may begin: each clause start, and behind the words that lead into one."""
    seen: set[int] = set()
    ordered = sorted(starts)
    if len(ordered) > 2 * MOST_OPENINGS:
        ordered = ordered[:MOST_OPENINGS] + ordered[-MOST_OPENINGS:]
    for start in ordered:
        if start >= len(text) or text[start] in "\n,。;:":
            continue
        lead = _LEAD.match(text, start) if text[start] in LEAD_BEGINS else None
        for place in (start, lead.end() if lead else start):
            if place not in seen:
                seen.add(place)
                yield place


def _joined(text: str, place: Place, ready: Lexicon, gaps: frozenset[int]) -> int | None:
    """The end of a second unit joined to the first (东观社区、黄溪村日报)."""
    m = _AND.match(text, place.end)
    if m is None and place.end in gaps:
        beside = place_at(text, place.end, ready, gaps, opening=False)
        titled = beside and re.match(r"[:\n]|\d{1,2}[月.]|日报|今[日天]", text[beside.end :])
        return beside.end if beside and titled and not ready.pattern.match(text, place.end) else None
    if m is None:
        return None
    other = place_at(text, m.end(), ready, gaps, opening=m[0] != ",")
    if other is None or (m[0] == "," and text[other.end : other.end + 1] not in (":", "\t", "\n")):
        return None
    return other.end
