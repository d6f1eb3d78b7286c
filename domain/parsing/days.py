"""Stage 4: the day a message names, if any. Days told in a story are none of it."""

import re
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from domain.parsing import words
from domain.parsing.numerals import words_value
from domain.patterns import regex

_NUM = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_FULL = regex(
    r"(?=(?:\d{1,4}|[一二三四五六七八九十廿卅]{1,3})[年月/.-])"  # elsewhere none is tried
    rf"(?:(?P<year>20\d\d)(?:年|[-/.]))?(?P<month>{_NUM})(?:月|(?<=\d)[-/.](?=\d))(?P<day>{_NUM})(?P<sign>[日号])?"
    rf"(?:\d{{1,2}}(?:时|点|:\d\d))?(?:[-至到~—、和及](?:(?P<month2>{_NUM})(?:月|[-/.]))?(?P<day2>{_NUM})(?![\d时点:])[日号]?)?"
)
_DATE_SIGN = regex("[月/.-]")  # one of which every such date holds
_DAY_ALONE = regex(
    r"(?P<day>\d{1,2}|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)[日号](?=日报|疫情|"
    r"防控|情况|[上汇]?报|数据|\)|$|\n|,|:)"
)
_LATE_DAY = regex(
    r"(?:补报|补交|补上|迟报|晚报|漏报|补)(?P<day>\d{1,2}|[二三]?十[一二三四五六七八九]?)[日号](?!楼|院|卡点)"
)
_COMPACT = regex(
    r"(?<!\d)(?:(?P<year>20[23]\d)(?P<month>[01]\d)(?P<day>[0-3]\d)|(?P<month2>0[1-9]|1[0-2])(?P<day2>[0-3]\d)(?=日报|"
    r"疫情|防控|情况))(?!\d)"
)
MOST_DATES = 100  # of a message are looked at
_LINE_ENDS = regex(r"\s*(?:$|\n)")
_LABEL = regex(r"(?<![一-鿿])(?:报告|填报|上报|统计)?(?:日期|时间)[:=]?$")
_LABEL_SIGNS = frozenset("期间")  # of which it holds one
_LATE = regex(r"(?:补报|补交|补上|补充|补一下|补|迟报|晚报|漏报)(?:一下|上报)?的?$")
_LATE_SIGNS = frozenset("补迟晚漏")
_UNTIL = ("截至", "截止", "截至到", "截止到")
_STORY_BEFORE = regex(
    r"(?:自|从|于|在|(?<!今天)是|(?<!截至)(?<!截止)到|定于|计划|预计|约定|到期|至|去年|月底|她|他|人|某|婆|爷|叔|姐|哥|嫂|姓.|隔壁.{0,2}|邻.|外[村镇县]|他们.{0,2})$"
)
_STORY_SIGNS = frozenset("自从于在是到定计预约至去月她他人某婆爷叔姐哥嫂姓隔邻外")
_STORY_BEHIND = regex(
    r"(?:[从由到起]|返回|返村|回[来到村家]|来|离开|坐|乘|出发|就|前|后|以来|开始|期满|到期|"
    r"解除|结束|满|的会|开会|通知|下午\d|上午\d|之前|才|刚)"
)
# 2月5日的已经报过了: it is told of a report made before
_REPORTED = regex(
    r"(?:那[天个份张条]|当天|日报|报表|数据?|情况|表|报告|的|我们?|村里|是)*"
    r"(?:(?P<before>已经?|早就?|之前|昨[天晚]|前面|刚才|都|全|也)*(?:上?报|交|发|填|汇报)(?:送|上|给)?(?:[过完]|(?P<so>了|上去|(?=[,。;\n]))))"
)
_DAY_BEHIND = regex(r"今[天日]|本日|当[天日]|\d{1,2}[月.]\d")
# behind a figure, in a clause that has none: 返乡2人，1月22日自驾回来的
_WENT = regex(
    r"[^,。;\n\d:()]{0,12}(?:[回返来到走住离][一-鿿]{0,2}|自驾|开车|坐车|打工|接触|确诊|入住|接[的走回])(?:的|了)?(?=[,。;\n)]|\Z)"
)
_FIGURE_BEFORE = regex(r"[\d一二两三四五六七八九十百千][个人名位户例]")
# behind a name of the form without a figure the story goes on: 2月1日返乡，今日…
_GOES_ON = regex(r"[,。;的]")
_YESTERDAY = regex(
    r"(?:补报|补交|补上|补充|补一下|补|更正|订正|修正|勘误)(?:一下|上报)?(?:的是|的)?(?P<a>昨[天日]|前[天日])|(?P<b>昨[天日]|"
    r"前[天日])(?:的)?(?:数据?|报表|日报|情况|数字|报告)?(?:[^,。;\n\d]{0,8},)?(?:补报|补交|"
    r"补上)(?!\d)"
)


class Day(NamedTuple):
    """A day named: None when no such day is in the calendar; start and end in the folded text."""

    start: int
    end: int
    day: date | None
    late: bool = False


def named_day(text: str, today: date, starts: frozenset[int], names: re.Pattern[str], offset: int = 0) -> Day | None:
    """The day that the message is for; None when it names none. starts: places where a clause begins.

    names: the form's words. offset: where `text` begins among those places.
    """
    found = _candidates(text, today, _Starts(starts, offset), names)
    if not found:
        return None
    return found[0][1] if len(found) == 1 else min(found, key=lambda c: (c[0], c[1].start))[1]


class _Starts(NamedTuple):
    """Places where a clause begins, counted from the start of the stretch looked at."""

    places: frozenset[int]
    offset: int

    def opens(self, place: int) -> bool:
        """Whether a clause begins here."""
        return place == 0 or place + self.offset in self.places


def _candidates(text: str, today: date, starts: _Starts, names: re.Pattern[str]) -> list[tuple[int, Day]]:
    found = []
    for m in _YESTERDAY.finditer(text) if "昨" in text or "前" in text else ():
        word = m["a"] or m["b"]
        back = 1 if word.startswith("昨") else 2
        found.append((1, Day(m.start(), m.end(), today - timedelta(days=back), late=True)))
    for m in islice(_FULL.finditer(text), MOST_DATES) if _DATE_SIGN.search(text) else ():
        rank = _rank(text, m, starts, names)
        if rank is not None:
            found.append((rank, _day(m, today)))
    for m in _COMPACT.finditer(text) if not found else ():
        year = int(m["year"]) if m["year"] else today.year
        found.append(
            (2, Day(m.start(), m.end(), _date(year, int(m["month"] or m["month2"]), int(m["day"] or m["day2"]))))
        )
    if not found and ("日" in text or "号" in text):
        late = _LATE_DAY.search(text)
        if late:
            found.append((1, Day(late.start("day"), late.end(), _of_month(int_of(late["day"]), today), late=True)))
        for m in _DAY_ALONE.finditer(text):
            if starts.opens(m.start()) or _late(text[: m.start()]) or text[m.start() - 1] in "村区镇乡县道点口组":
                found.append((4, Day(m.start(), m.end(), _of_month(int_of(m["day"]), today))))
    return found


def _rank(text: str, m: re.Match[str], starts: _Starts, names: re.Pattern[str]) -> int | None:
    """How surely a date is the report's day; None: it is a number, or told in a story."""
    before, behind = text[max(0, m.start() - 10) : m.start()], text[m.end() : m.end() + 5]
    written = "月" in m[0]
    if (
        before[-1:].isdigit()
        or (before[-1:] in ("/", ".") and before[-2:-1].isdigit())
        or (behind[:1].isdigit() and not m["sign"])
    ):
        return None
    if (
        not written
        and not m["year"]
        and (_valued(text, m.start(), names) or not _dotted(text, m, before, behind, starts))
    ):
        return None
    if not _LABEL_SIGNS.isdisjoint(before) and _LABEL.search(before):
        return 0
    if _told_in_brackets(text, m):
        return None
    if _late(before):
        return 1
    if before.endswith(_UNTIL):
        return 3
    if _STORY_BEHIND.match(behind) or (not _STORY_SIGNS.isdisjoint(before) and _STORY_BEFORE.search(before)):
        return None
    if _told_behind(text, m, names.match(text, m.end())):
        return None
    line = text.rfind("\n", 0, m.start()) + 1
    if line == 0 or (m.start() - line <= 14 and not text[line : m.start()].count(",")):
        return 2
    return 4 if starts.opens(m.start()) or _LINE_ENDS.match(text, m.end()) else None


def _late(before: str) -> bool:
    """Whether the words before a day say that it is reported late."""
    return not _LATE_SIGNS.isdisjoint(before) and _LATE.search(before) is not None


def _told_behind(text: str, m: re.Match[str], name: re.Match[str] | None) -> bool:
    """Whether what stands behind the date tells of a person or of an earlier report. name: the form's word there."""
    if (name and _GOES_ON.match(text, name.end())) or _reported(text, m.end()):
        return True
    counted = _FIGURE_BEFORE.search(text, max(0, m.start() - 20), m.start())
    return counted is not None and _WENT.match(text, m.end()) is not None


def other_days(text: str, start: int, end: int, day: date) -> list[int]:
    """Where the dates of other days than this end in [start, end): what is told behind one in its clause was then."""
    found = islice(_FULL.finditer(text, start, end), MOST_DATES)
    return [m.end() for m in found if "月" in m[0] and not m["day2"] and _day(m, day).day not in (None, day)]


def _reported(text: str, place: int) -> bool:
    """Whether the report of the day that ends here was made before (2月5日的已经报过了)."""
    m = _REPORTED.match(text, place)
    if m is None or m["so"] is None:
        return m is not None
    return m["before"] is not None and _DAY_BEHIND.search(text, m.end()) is not None


def _told_in_brackets(text: str, m: re.Match[str]) -> bool:
    """Whether brackets behind a figure tell more than the date (返乡1人（2月5日自驾回来）)."""
    opened = text.rfind("(", max(0, m.start() - 40), m.start())
    if opened < 1 or ")" in text[opened : m.start()] or text[opened - 1] not in "人户次台处份条个名例":
        return False
    return opened + 1 != m.start() or text[m.end() : m.end() + 1] != ")"


def _valued(text: str, start: int, names: re.Pattern[str]) -> bool:
    """Whether a name of the form stands right before, so that `5.5` is its value (酒精库存：5.5)."""
    begin = max(text.rfind("\n", 0, start) + 1, start - 24)
    ends = [m.end() for m in names.finditer(text, begin, start)]
    return bool(ends) and bool(words.GLUE.fullmatch(words.BRACKETED.sub("", text[ends[-1] : start])))


def _dotted(text: str, m: re.Match[str], before: str, behind: str, starts: _Starts) -> bool:
    """Whether `2.6` or `2/6` stands where a date stands, not where a figure does."""
    if not (m["month"].isdigit() and m["day"].isdigit()) or m["month2"]:
        return False
    if behind[:1] in ("万", "千", "百", "余", "多"):
        return False  # 黄溪村 1.1万人
    if behind.startswith(words.COUNTERS) and not behind.startswith(("日报", "号")):
        return False
    if _late(before) and behind[:1] not in ("万", "千", "百", "余", "多"):
        return True
    if not (1 <= int(m["month"]) <= 12 and 1 <= int(m["day"]) <= 31):
        return False
    if behind.startswith(("补报", "补交")):
        return True
    if re.match(r"(?:日报|疫情|防控|情况|汇报|报告|上报|工作|统计|数据|[日号)\n\]】])", behind) or not behind:
        return (
            not before
            or before[-1] in "(【\n[,:;。"
            or before[-1] in "村区镇乡县道点口组报队会"
            or starts.opens(m.start())
        )
    if behind[0] in ",:;\t。" or not behind[0].isdigit():
        return before[-1:] in tuple("村区镇乡县道组(") or (
            starts.opens(m.start()) and behind[0] not in "万千百余多个人户台次处升平"
        )
    return False


def int_of(written: str) -> int:
    """A day or month as a number; 0 when it is none."""
    if written.isdigit():
        return int(written)
    value = words_value(written)
    return value[0] if value else 0


def _day(m: re.Match[str], today: date) -> Day:
    month, day = int_of(m["month"]), int_of(m["day"])
    if m["day2"]:
        month, day = int_of(m["month2"] or m["month"]), int_of(m["day2"])
    late = _late(m.string[max(0, m.start() - 8) : m.start()])
    written = _date(int(m["year"]), month, day) if m["year"] else _nearest(month, day, today)
    return Day(m.start(), m.end(), written, late)


@lru_cache(maxsize=64)
def _nearest(month: int, day: int, today: date) -> date | None:
    """Of the years around, that in which the day is nearest to today."""
    possible = [d for d in (_date(y, month, day) for y in (today.year - 1, today.year, today.year + 1)) if d]
    return min(possible, key=lambda d: abs((d - today).days), default=None)


def _of_month(day: int, today: date) -> date | None:
    months = [
        (today.year, today.month),
        ((today.replace(day=1) - timedelta(days=1)).year, (today.replace(day=1) - timedelta(days=1)).month),
    ]
    possible = [d for d in (_date(y, m, day) for y, m in months) if d]
    return min(possible, key=lambda d: abs((d - today).days), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
