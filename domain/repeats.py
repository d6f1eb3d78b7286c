"""Tasks that repeat: 每天, 每周一三五, 每个工作日, 到2月20日; read from the head of a task, and said of a day."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from domain.errors import NotPossible
from domain.parsing.fold import fold
from domain.patterns import regex
from domain.when import END_OF_DAY, read_when

EVERY_DAY = frozenset(range(1, 8))
WORKDAYS = frozenset(range(1, 6))
_SIGNS = {sign: n for n, sign in enumerate("一二三四五六日", start=1)} | {"天": 7}
_WEEKDAY = "[一二三四五六日天]"
_LIST = rf"{_WEEKDAY}(?:[、,和及\s]*(?:周|星期|礼拜)?{_WEEKDAY})*"
_WEEKLY = (
    rf"(?:每|逢|每逢)个?(?:周|星期|礼拜)"
    rf"(?:(?P<first>{_WEEKDAY})[至到](?:周|星期|礼拜)?(?P<last>{_WEEKDAY})|(?P<end>末)|(?P<days>{_LIST}))"
)
_RULE = regex(rf"(?:(?P<daily>每[天日])|(?P<work>每个?工作日)|{_WEEKLY})")
_DATE = r"(?:20\d\d年)?(?:\d{1,2}月\d{1,2}[日号]?|\d{1,2}[日号]|(?:本)?月底|下?(?:周|星期)[一二三四五六日天末])"
_UNTIL = regex(rf"[\s,、(]*(?:一直)?(?:到|至|截至|截止到?)(?P<until>{_DATE})(?:为止|止)?\)?")
_BETWEEN = " \t,、:;。.，：；"
_LABEL = regex(r"\s*重复(?:任务)?\s*:\s*(?P<words>.+)")


class SeriesState(StrEnum):
    """How a task that repeats stands."""

    DRAFT = "draft"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True)
class Rule:
    """On which days of the week (1 is Monday), and until which day at the latest."""

    weekdays: frozenset[int]
    until: date | None = None

    def falls_on(self, day: date) -> bool:
        """Whether the task is to be done that day."""
        return day.isoweekday() in self.weekdays and (self.until is None or day <= self.until)

    def next_after(self, day: date) -> date | None:
        """The next such day; None when there is none left."""
        return next((day + timedelta(days=n) for n in range(1, 8) if self.falls_on(day + timedelta(days=n))), None)


def read_series(text: str, now: datetime) -> tuple[Rule, str] | None:
    """The rule at the head of a written task, or in a line 重复：, and the task without it; None where there is none.

    `now` is local. NotPossible when the last day has gone by.
    """
    for place, line in enumerate(lines := text.strip().splitlines()):
        labelled = _LABEL.fullmatch(_plain(line))
        found = _read(labelled["words"] if labelled else _plain(line) if place == 0 else "", now)
        if found is not None:
            title = _as_written(line, found[1])
            return found[0], "\n".join(part for part in (*lines[:place], title, *lines[place + 1 :]) if part.strip())
    return None


def _plain(line: str) -> str:
    return " ".join(fold(word).text for word in line.split())


def _read(line: str, now: datetime) -> tuple[Rule, str] | None:
    found = _RULE.match(line)
    if found is None:
        return None
    rest = line[found.end() :]
    until = _UNTIL.match(rest) or re.search(rf"{_UNTIL.pattern}$", rest)
    last = None if until is None else _day(until["until"], now)
    if until is not None and last is not None:
        rest = rest[: until.start()] + rest[until.end() :]
    return Rule(_weekdays(found), last), rest.strip(_BETWEEN)


def _as_written(line: str, words: str) -> str:
    """Words of the folded line with the signs in which they were written, where they can be found again."""
    return next((own for at in range(len(line)) if _plain(own := line[at : at + len(words)]) == words), words)


def _weekdays(found: re.Match[str]) -> frozenset[int]:
    if found["daily"]:
        return EVERY_DAY
    if found["work"]:
        return WORKDAYS
    if found["end"]:
        return frozenset({6, 7})
    if found["first"]:
        first, last = _SIGNS[found["first"]], _SIGNS[found["last"]]
        return frozenset(day for day in EVERY_DAY if first <= day <= last) or EVERY_DAY
    return frozenset(_SIGNS[sign] for sign in found["days"] if sign in _SIGNS)


def _day(words: str, now: datetime) -> date | None:
    try:
        at = read_when(words, now)
    except NotPossible as past:
        raise NotPossible("series-over", **past.fields) from None
    return None if at is None else at.date()


def due_on(words: str, day: date, zone_of: datetime) -> datetime | None:
    """The deadline of one day's task: the words read at the first minute of that day; without words, its end.

    None for 不限. NotPossible when the words mean another day for ever: 2月8日18:00.
    """
    start = datetime.combine(day, time(), zone_of.tzinfo)
    if not words:
        return datetime.combine(day, END_OF_DAY, zone_of.tzinfo)
    if fold(words).text.strip() in ("不限", "无", "长期", "没有"):
        return None
    due = read_when(words, start)
    if due is None:
        raise NotPossible("when-unknown", words=words)
    return due


def is_fixed(words: str, day: date, zone_of: datetime) -> bool:
    """Whether the words name one deadline, whichever day they are said of: no task that repeats can have that."""
    try:
        first, later = (due_on(words, on, zone_of) for on in (day, day + timedelta(days=7)))
    except NotPossible as problem:
        if problem.key == "when-unknown":
            raise
        return True
    return first is not None and first == later
