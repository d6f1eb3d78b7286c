"""A deadline in people's words, as an instant: 明天12点前, 后天上午十点, 今晚8点, 2月8日18:00, 三日内, 下周一, 立即.

What a part of the day means when no hour stands with it is in _PARTS; a day without a part ends at 23:59. Words that
say two things, or nothing, are not read: whoever wrote them is asked.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from domain.errors import NotPossible
from domain.parsing.fold import fold
from domain.parsing.numerals import words_value
from domain.patterns import regex

END_OF_DAY = time(23, 59)
AT_ONCE = timedelta(hours=1)
"""What 立即 and 马上 leave: an hour, shown as a time in the preview."""

_N = r"(?:\d{1,3}|[零〇一二两三四五六七八九十]{1,3})"
_N2 = r"(?:\d{1,2}|[零〇一二三四五六七八九十]{1,3})"
_WEEKDAYS = {sign: n for n, sign in enumerate("一二三四五六日")} | {"天": 6, "末": 6}
_NEAR_DAYS = {"今": 0, "当": 0, "本": 0, "明": 1, "次": 1, "后": 2, "大后": 3}


@dataclass(frozen=True)
class _Part:
    """A part of the day: the hour it ends at, and how an hour said with it is meant."""

    ends: time
    afternoon_below: int = 0
    """Hours below this are meant after noon: 下午3点 is 15:00."""
    first_hour: int = 0
    last_hour: int = 24


_MORNING = _Part(time(12, 0), first_hour=5, last_hour=12)
_NIGHT = _Part(time(22, 0), afternoon_below=12, first_hour=17)
_PARTS: dict[str, _Part] = {
    "凌晨": _Part(time(6, 0), last_hour=6),
    "早上": _Part(time(9, 0), first_hour=5, last_hour=12),
    "早晨": _Part(time(9, 0), first_hour=5, last_hour=12),
    "清晨": _Part(time(9, 0), first_hour=5, last_hour=12),
    "一早": _Part(time(9, 0), first_hour=5, last_hour=12),
    "早": _Part(time(9, 0), first_hour=5, last_hour=12),
    "上午": _MORNING,
    "午前": _MORNING,
    "中午": _Part(time(12, 0), afternoon_below=4, first_hour=10, last_hour=15),
    "正午": _Part(time(12, 0), first_hour=12, last_hour=12),
    "午后": _Part(time(18, 0), afternoon_below=12, first_hour=12),
    "下午": _Part(time(18, 0), afternoon_below=12, first_hour=12),
    "傍晚": _Part(time(19, 0), afternoon_below=12, first_hour=16, last_hour=20),
    "晚上": _NIGHT,
    "晚间": _NIGHT,
    "夜间": _NIGHT,
    "夜里": _NIGHT,
    "晚": _NIGHT,
    "夜": _NIGHT,
    "上班": _Part(time(9, 0), last_hour=0),
    "下班": _Part(time(18, 0), last_hour=0),
    "午夜": _Part(END_OF_DAY, last_hour=0),
    "半夜": _Part(END_OF_DAY, last_hour=0),
}

_FILLER = regex(
    r"^(?:请?务必|请|必须|限于?|最迟|最晚|截止(?:时间)?[到至]?|截至|时限|不晚于|不迟于|于|在|到|至|赶在|:)+"
)
_TAIL = regex(r"(?:(?:之|以)?前|为止|止|截止|结束前|(?:前|内)?(?:必须|务必)?(?:完成|报送|反馈|上报|办结|报完))+$")
_IN_DAYS = rf"(?P<days>{_N})(?:个)?(?:天|日)(?:之|以)?内"
_IN_HOURS = rf"(?P<hours>{_N}|半)(?:个)?(?P<half>半)?(?:小时|钟头)(?:之|以)?[内后]"
_IN_MINUTES = rf"(?P<minutes>{_N})分钟?(?:之|以)?[内后]"
_SPAN = regex(rf"(?:{_IN_DAYS}|{_IN_HOURS}|{_IN_MINUTES}|(?P<weeks>{_N})(?:个)?(?:周|星期|礼拜)(?:之|以)?内)")
_NOW = regex(r"(?:立即|立刻|马上|即刻|即时|即日|现在|尽快)(?:办理|落实|执行|报)?")

_NEAR = r"(?P<near>大后|今|当|本|明|次|后)(?:[天日]|(?=[早晚夜]))"
_WEEK = r"(?P<week>本|这个?|下下个?|下个?)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天末])"
_WITHIN_WEEK = r"(?:(?P<this_week>[本这]周(?:之|以)?内|周内)|(?P<month_end>本?月底))"
_FULL = rf"(?:(?P<year>20\d\d)[年./-])?(?P<month>{_N2})(?:月|[./-])(?P<date>{_N2})[日号]?"
_DATE = rf"(?P<only_date>{_N2})[日号]"
_DAY = rf"(?:{_NEAR}|{_WEEK}|{_WITHIN_WEEK}|{_FULL}|{_DATE})"
_PART = rf"(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})"
_CLOCK = rf"(?P<hour>{_N})(?::(?P<colon>\d\d)(?::00)?|[点时](?P<quarter>整|钟|半|一刻|三刻)?(?:(?P<minute>{_N})分?)?)"
_BESIDE = regex(r"\(([^()]*)\)")
_POINT = regex(rf"(?:{_DAY})?的?[, ]?(?:{_PART}前?的?)?[, ]?(?:{_CLOCK})?")


def read_when(words: str, now: datetime) -> datetime | None:
    """The instant meant by a deadline, on the clock of `now` (local, aware); None when the words say none.

    NotPossible("when-past") for an instant that has gone by.
    """
    text = re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", fold(words).text.strip())
    text = _TAIL.sub("", _FILLER.sub("", text.rstrip("。.,;!"))) if text else ""
    if not text:
        return None
    found = _at_once(text, now) or _span(text, now) or _point(text, now)
    if found is not None and found <= now:
        raise NotPossible("when-past", words=words.strip(), at_day=found.date().isoformat(), at=f"{found:%H:%M}")
    return found


def _at_once(text: str, now: datetime) -> datetime | None:
    return _after(now, AT_ONCE) if _NOW.fullmatch(text) else None


def _after(now: datetime, span: timedelta) -> datetime:
    """So much later, in true time even where the clocks are changed in between; in whole minutes."""
    return (now.astimezone(UTC) + span).astimezone(now.tzinfo).replace(second=0, microsecond=0)


def _number(text: str) -> int:
    """A numeral in figures or in words; -1 when the words are none."""
    if text.isdecimal():
        return int(text)
    value = words_value(text)
    return -1 if value is None or value[1] else value[0]


def _span(text: str, now: datetime) -> datetime | None:
    """三日内, 两小时内, 半小时后: counted from now; whole days last to the end of the last one."""
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    if found["days"] or found["weeks"]:
        count = _number(found["days"]) if found["days"] else 7 * _number(found["weeks"])
        return None if count < 1 else _local(now, now.date() + timedelta(days=count), END_OF_DAY)
    minutes = _number(found["minutes"]) if found["minutes"] else _half_hours(found["hours"], found["half"])
    return None if minutes < 1 else _after(now, timedelta(minutes=minutes))


def _half_hours(hours: str, half: str | None) -> int:
    return 30 if hours == "半" else 60 * _number(hours) + (30 if half else 0)


def _local(now: datetime, day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, now.tzinfo)


def _point(text: str, now: datetime) -> datetime | None:
    """A day, a part of it, an hour: any of them may be missing, not all."""
    beside = _BESIDE.search(text)
    found = _POINT.fullmatch(_BESIDE.sub("", text))
    if found is None or not any(found.groups()):
        return None
    named = next((reader for reader in _DAY_READERS if found[reader]), None)
    day = now.date() if named is None else _DAY_READERS[named](found, now.date())
    if day is None or (beside is not None and not _same_day(beside[1], day, now)):
        return None
    return _on(now, day, found)


def _same_day(words: str, day: date, now: datetime) -> bool:
    """Whether what stands in brackets beside a day, 2月9日（周一）, says the same day."""
    other = _point(words, now)
    return other is not None and other.date() == day


def _on(now: datetime, day: date, found: re.Match[str]) -> datetime | None:
    part = _PARTS[found["part"]] if found["part"] else None
    if found["hour"] is None:
        return _local(now, day, part.ends if part else END_OF_DAY)
    minutes = _minutes(found, part)
    return None if minutes is None else _local(now, day, time()) + timedelta(minutes=minutes)


def _minutes(found: re.Match[str], part: _Part | None) -> int | None:
    """Minutes after midnight of an hour as said with its part of the day; None when they contradict each other."""
    hour, minute = _number(found["hour"]), _minute(found)
    if not 0 <= hour <= 24 or not 0 <= minute < 60 or (hour == 24 and minute):
        return None
    if part is None:
        return 60 * hour + minute
    if part is _NIGHT and hour == 12:
        hour = 24
    if hour < part.afternoon_below:
        hour += 12
    return 60 * hour + minute if part.first_hour <= hour <= part.last_hour else None


def _minute(found: re.Match[str]) -> int:
    if found["colon"]:
        return int(found["colon"])
    if found["minute"]:
        return _number(found["minute"])
    return {"半": 30, "一刻": 15, "三刻": 45}.get(found["quarter"] or "", 0)


def _near_day(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=_NEAR_DAYS[found["near"]])


def _weekday(found: re.Match[str], today: date) -> date:
    """本周五, 下周一; without a week the next such day from today on."""
    monday = today - timedelta(days=today.weekday())
    week = (found["week"] or "").removesuffix("个")
    wanted = monday + timedelta(days=_WEEKDAYS[found["weekday"]], weeks=len(week) if week.startswith("下") else 0)
    return wanted + timedelta(weeks=1) if not week and wanted < today else wanted


def _week_end(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=6 - today.weekday())


def _month_end(found: re.Match[str], today: date) -> date:
    return date(today.year + today.month // 12, today.month % 12 + 1, 1) - timedelta(days=1)


def _full_date(found: re.Match[str], today: date) -> date | None:
    """2月8日; a month that lies more than half a year back is meant of next year."""
    month, day = _number(found["month"]), _number(found["date"])
    year = int(found["year"]) if found["year"] else today.year
    wanted = _maybe_date(year, month, day)
    if wanted is not None and not found["year"] and (today - wanted).days > 183:
        return _maybe_date(year + 1, month, day)
    return wanted


def _date_alone(found: re.Match[str], today: date) -> date | None:
    """8日: of this month, or of the next when it has gone by."""
    day = _number(found["only_date"])
    wanted = _maybe_date(today.year, today.month, day)
    if wanted is not None and wanted >= today:
        return wanted
    return _maybe_date(today.year + today.month // 12, today.month % 12 + 1, day)


def _maybe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_DAY_READERS: dict[str, Callable[[re.Match[str], date], date | None]] = {
    "near": _near_day,
    "weekday": _weekday,
    "this_week": _week_end,
    "month_end": _month_end,
    "month": _full_date,
    "only_date": _date_alone,
}
