"""A day that has been, in people's words: 昨天, 前天, 2月5日, 2/5, 2026-02-05."""

from datetime import date, timedelta

from domain.parsing.fold import fold
from domain.parsing.numerals import words_value
from domain.patterns import regex

_BACK = {"今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2, "前日": 2, "大前天": 3}
_N = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_DATE = regex(rf"(?:(?P<year>\d{{4}})[年/.-])?(?P<month>{_N})[月/.-](?P<date>{_N})[日号]?")


def past_day(words: str, today: date) -> date | None:
    """The day, `today` or earlier, that the words name; without a year the latest such. None when they name none."""
    said = fold(words).text.strip()
    if said in _BACK:
        return today - timedelta(days=_BACK[said])
    found = _DATE.fullmatch(said)
    if found is None:
        return None
    years = [int(found["year"])] if found["year"] else [today.year, today.year - 1]
    days = [_day(year, found["month"], found["date"]) for year in years]
    return next((day for day in days if day is not None and day <= today), None)


def _day(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, _number(month), _number(day))
    except ValueError:
        return None


def _number(word: str) -> int:
    read = (int(word), False) if word.isdecimal() else words_value(word)
    return int(read[0]) if read else 0
