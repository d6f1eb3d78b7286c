"""Stage 4: what in a message is the name of a place that reports."""

import re
from itertools import islice
from typing import NamedTuple

from domain.parsing.names import Lexicon
from domain.parsing.numerals import HAN
from domain.patterns import regex

KIND = "村委会|居委会|村民小组|村|社区|街道(?:办(?:事处)?)?|镇|乡(?!村)|县|卡点|卡口|小区|网格|片区|组"


_KINDS = regex(KIND)
_LAST_SIGNS = regex("[村会组区道办处镇乡县点口格]")  # with one of which every kind ends
LONGEST = 14


KIND_ENDS = regex(rf"(?:{KIND})$")


_SIGNS = regex(r"[一-鿿\dA-Za-z]*")


_NO_UNIT = regex(
    rf"^(?:新[增设建]|增[设加]|现有|原有|现设|撤销|拆除|取消|走访|巡查|巡逻|查看|我们?|本|咱们?|俺|你们?|他们?|各|全|该|每个?|邻|外|进|驻|农|乡|山|回|返|下|包|联|"
    rf"城|家|老|同|故|还|某|别的?|其[他它]|隔壁|周边|上|行政|自然|贫困|整个|所有|附近|这个?|"
    rf"那个?|哪个?|谁|党小?|工作|检查|排查|"
    rf"专班|志愿|领导小|几个?|两|多个|[{HAN}\d]+个|[{HAN}\d]+|设置?|设立|执勤|防控|疫情|值守|"
    rf"一个|大家|沿线|路口|在|从|到|是|都|把|给|被|让|也|就|才|很|说|看|问|帮|请|没|不|了|的|"
    rf"报告|汇报|转发?|上级|辛苦|谢谢|感谢|收到|"
    rf"今[天日].*|昨[天日].*|明[天日].*|刚才|现在|目前|截[至止].*|其中|来自|出动|入|排|"
    rf"消|测|劝|登|走|检|卡|守|出|住|街|疫|风险|封控|管控|生活|老旧|辖|"
    rf"村|社|为|由|当|无|有|送|去|往|找|问|叫|跟|用|拿|带|小|大|安置|封闭)$"
)


_WORK_GROUP = regex(
    r"(?:工作|专班|机动|领导|志愿|宣传|转运|保障|后勤|督查|小|信息|物资|党|突击|服务|巡逻|应急|互助|专家|网格|防控)$"
)


_NO_START = regex(
    rf"^[{HAN}\d]+(?:人次|台次|辆次|户次|[人台辆名个处户份条只支时点分日号月])|"
    r"^(?:上一条|上面|前面|报一下|说一下|白天|白班|夜[间里班]?|早[上班晨]|晚[上间班]|上午|下午|中[午班]|凌晨|设|共|查|对|借|匀|补报|补|更正|追加|其中|另|截[至止]|我们?|本|咱们?|各|全|该|每|在|从|到|是|"
    r"都|把|给|被|让|也|就|才|很|说|看|问|帮|请|没|不|了|的|报告|汇报|感谢|谢谢|收到|辛苦|今[天日]|"
    r"昨|明[天日早晚]|刚才|还有|另外|因为|由于|听说|据|经|无|有个|有人|去|往|叫|跟|以及|所有|隔壁|"
    r"附近|这|那|哪|转|距|离)"
)


_NO_INSIDE = regex(
    rf"(?:{KIND})[与和及]|(?:{KIND})全\Z|各\Z|[国省县乡]道\d|\d线|"
    r"\d[个处户人台名]|\d月|\d[日号]|\d年|[,:。]|[的了是把给被让吗呢吧请每讲听领我喂]|从|进入|来到|一个|我们|"
    r"咱们|你们|他们|外出|回到|都在|今天|昨天|多个|几个|设置|设立|工作组|检查组|有个|没有"
)


_CUE = regex(
    rf"[】\]:,;\t()【\[|/]|\n|$|今[天日晚早]|昨[天日]|当[天日]|本日|日报|补报|更正|追加|补充|上报|"
    rf"汇报|报告|情况|疫情|的?数据|目前|现|截[至止]|累计|合计|共|总计|又|另|还|再|应[为该]|改|"
    rf"也|已|均|无|没有?|未|零|暂|实|"
    rf"上午|下午|晚上|全天|白班|夜班|早班|中班|晚班|凌晨|夜间|组织|开展|出动|安排|扎实|认真|"
    rf"严格|积极|持续|全面|深入|坚持|把|给|提前|闻|的(?=[:,数日疫今昨情])|第[一二三四五六七八九十]次|"
    rf"\d{{1,2}}月|\d{{1,2}}[./]\d|\d+[户人台次处个份条]|[{HAN}]+[户人台次处个份条]|"
    rf"防控|各项|原?计划|[A-Z]|报(?!警|名|社|纸)|值守|值班|在岗|干部|网格员|党员|党总?支|党委|党群|一行|、|"
    r"村?(?:支书|书记|主任|文书|会计|妇联主席)[一-鿿]{0,4}(?:汇报|报告|上报|:)"
)


_NO_FOLLOW = regex(
    rf"的(?![:,数日疫今昨情])|有|那|里|离|到|人(?!员)|民|口(?!罩)|头|外|内|上(?!报|午|门|岗)|"
    rf"下(?!午)|东|西|与|和|路|医|支书|书记|主任|长|两委|委|级|庄|镇|{KIND}|党|老|小|谁|哪|"
    rf"什|这|请|收到|来|去|送|发生|是|要|怎|还没|才|帮|说|问|打|门|吗|呢|吧|\?|附近|旁|边|村|"
    rf"也|我|你|他|们"
)


_FORMAL = regex(r":|20\d\d[-年./]|\d{1,2}[月./]\d|日报|\n|\(\d|零报告")


TODAY = regex(r"今[天日]|当[天日]|本日|累计|截[至止]|无情况|零报告")


_TOPIC = regex(rf"[】\]]|{_FORMAL.pattern}|{TODAY.pattern}|共(?=[设有])")


_COUNTED_NAME = regex(r"[一二三四五六七八九十百千万]{1,2}[户人家口月日里道台]")


_GROUP_OF = regex(rf"(?<=[村区])[{HAN}]{{1,3}}组(?!织|[:\d{HAN}]*[\d{HAN}]+户)")


_BY_NAME = regex("的|小[一-鿿]{1,2}[,。:]|老[一-鿿][,。:]|[一-鿿]{2,3}[,:]")
_PRESENTED = regex(r"(?:我是|这里是|这边是|我叫)\Z")


_OPENS = ("", "\n", "【", "[", ",", ":", "。", ";", "!", "】", ")")


_DATED = regex(r"[日号天时]\Z")


class Place(NamedTuple):
    """A unit as written; start and end in the folded text. unclear: the header names two."""

    start: int
    end: int
    unit: str
    unclear: bool = False


def place_at(text: str, start: int, ready: Lexicon, gaps: frozenset[int], *, opening: bool) -> Place | None:
    """The unit whose name begins right here. opening: at the start of a line, where less proof is asked."""
    bare = None
    for m in _endings(text, start):
        unit, end = text[start:m], m
        if _GROUP_OF.match(text, end):
            continue  # 大坝村一组 is the name
        formal = opening and bool(_FORMAL.match(text, end)) and text[start - 1 : start] in ("", "\n")
        named = formal or (_led(text, start, opening=opening) and _said_of(text, end, ready, opening=opening))
        if not is_place(unit, ready, formal=formal, named=named):
            continue
        if opening and text[end : end + 1] in ("与", "和", "及", "、", "/"):
            if place_at(text, end + 1, ready, gaps, opening=True):
                return Place(start, end, unit)
            if text[end] != "/":
                continue
        gap = next((g for g in range(end - 1, start, -1) if g in gaps), None)
        if gap is not None and text[gap:end] in ready.words:
            continue  # 无情况 卡点1个
        if gap is not None and (is_place(text[gap:end], ready) or not text[start:gap].strip("0123456789")):
            continue
        behind = text[end : end + 10]
        if (opening or not behind.startswith("、")) and (
            end in gaps or _CUE.match(behind) or _told_of(text, start, end, ready, opening=opening)
        ):
            return Place(start, end, unit)
        if bare is None and opening and not _NO_FOLLOW.match(behind):
            bare = Place(start, end, unit)
    return bare


def _led(text: str, start: int, *, opening: bool) -> bool:
    """Whether a unit's name may begin here."""
    return opening or text[start - 1 : start] in _OPENS or _DATED.search(text, max(0, start - 3), start) is not None


def _said_of(text: str, end: int, ready: Lexicon, *, opening: bool) -> bool:
    """Whether what stands behind a name speaks of a unit."""
    return (_CUE if opening else _TOPIC).match(text, end) is not None or speaks_of(text, end, ready)


def _told_of(text: str, start: int, end: int, ready: Lexicon, *, opening: bool) -> bool:
    """Whether behind a name something of the form is told of it, or somebody presents himself as of it."""
    behind = text[end : end + 10]
    if speaks_of(text, end, ready) and not _NO_FOLLOW.match(behind):
        return True
    if _BY_NAME.match(behind) and _PRESENTED.search(text, 0, start):
        return True
    return opening and behind.startswith("的") and speaks_of(text, end + 1, ready)


def places_in(text: str, ready: Lexicon, most: int) -> int:
    """How many places may be named in the text at the utmost, counted no further than asked."""
    return len(list(islice(ready.kinds.finditer(text), most)))


def ends_near(text: str, start: int) -> bool:
    """Whether so near behind this place one of the signs stands with which a place's name may end."""
    return _LAST_SIGNS.search(text, start, start + LONGEST) is not None


def speaks_of(text: str, place: int, ready: Lexicon) -> bool:
    """Whether right here one of the form's indicators is spoken of."""
    return ready.pattern.match(text, place) is not None


def _endings(text: str, start: int) -> list[int]:
    """Where a name of a place that begins here may end, nearest first."""
    if not ends_near(text, start):
        return []
    line = _SIGNS.match(text, start, start + LONGEST)
    limit = line.end() if line else start
    return [m.end() for m in _KINDS.finditer(text, start, limit)]


def is_place(unit: str, ready: Lexicon, *, formal: bool = False, named: bool = False) -> bool:
    kind = KIND_ENDS.search(unit)
    if kind is None or kind.start() == 0:
        return False
    stem = unit[: kind.start()]
    if kind[0] == "组" and (len(stem.rstrip(HAN + "0123456789第")) < 2 or _WORK_GROUP.search(stem)):
        return False
    if (
        (stem[-1:].isdigit() and kind[0] != "组" and not stem[0].isascii())
        or _NO_UNIT.match(stem)
        or _NO_INSIDE.search(stem)
    ):
        return False
    inside = [m for m in ready.pattern.finditer(unit) if m[0] != kind[0] or not m.start()]
    # 喇叭沟村, 酒精厂社区: one sign more makes a name of it, where a day or a colon follows; two at a line's head
    if inside and not (named and kind[0] != "组" and _grown(inside, stem, 2 if formal else 1)):
        return False
    if stem.endswith("号"):
        return False
    if not _NO_START.match(stem):
        return True
    # 五户坪村, 百人坝社区
    if (formal or named) and (counted := _COUNTED_NAME.match(stem)) and len(stem) == counted.end() + 1:
        return True
    # 共和村, 全胜村: at the head of a line a date or colon behind the name is proof enough
    return (
        (formal or named)
        and len(stem) > 1
        and stem[0] in "共全本从设无"
        and not re.search(r"我|们|各$|[县镇市村]各", stem)
    )


def _grown(inside: list[re.Match[str]], stem: str, most: int) -> bool:
    """Whether the one word of the form that opens a name has at most so many signs more."""
    return len(inside) == 1 and not inside[0].start() and 0 <= len(stem) - inside[0].end() <= most
