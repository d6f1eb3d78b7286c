"""Stage 2: numerals in figures and in words, as values. Nothing here knows what they count."""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from domain.parsing.fold import fold
from domain.patterns import regex

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
}
DIGITS |= {"俩": 2, "仨": 3, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "幺": 1}
UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
GREAT = {"万": 10_000, "亿": 100_000_000}
TENS = {"廿": 20, "卅": 30}
HAN = "".join((*DIGITS, *UNITS, *GREAT, *TENS))
_FIGURES = regex(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_MIXED = regex(rf"({_FIGURES.pattern})([万千百亿]?)(?:(\d{{1,4}})([千百十]?))?$")
LONGEST = 15
_HALF_WORDS = regex(rf"(\d{{1,4}})([万千百亿])([{HAN}]+)$")


def words_value(words: str) -> tuple[int, bool] | None:
    """Value of a numeral in Chinese words, and whether it is only about (三四十, 七八个); None when it is none."""
    if len(words) > LONGEST or not words:
        return None
    if all(c in DIGITS for c in words):
        return _digit_string(words)
    total, section, digit, about, last_unit = 0, 0, None, False, 0
    for place, sign in enumerate(words):
        if sign in DIGITS:
            value = DIGITS[sign]
            if digit is not None and digit != 0:
                # 三四十, 五六百: two neighbours before one unit
                if about or value not in (digit + 1, digit + 2) or (place + 1 >= len(words) and last_unit == 0):
                    return None
                about = True
                continue
            digit = value
            if value == 0:
                last_unit = 0
                digit = None
                if place and words[place - 1] in DIGITS:
                    return None
        elif sign in TENS:
            if digit is not None:
                return None
            section += TENS[sign]
            last_unit = 10
        elif sign in UNITS:
            unit = UNITS[sign]
            if digit is None and section and sign not in "百千佰仟":
                return None
            if digit is None and not (unit == 10 or section == 0):
                return None
            section += (1 if digit is None else digit) * unit
            digit, last_unit = None, unit
        else:
            great = GREAT[sign]
            section += digit or 0
            if section == 0 and total == 0:
                return None
            if total and total < great:
                total = (total + section) * great
            else:
                total += section * great
            section, digit, last_unit = 0, None, great
    if digit is not None:
        # 一百二 is 120, 一万二 is 12000; 一百零二 is 102
        section += digit * (last_unit // 10 if last_unit >= 100 else 1)
    return total + section, about


def _digit_string(words: str) -> tuple[int, bool] | None:
    values = [DIGITS[c] for c in words]
    if len(values) == 1:
        return values[0], False
    if len(values) == 2 and values[0] > 0 and values[1] == values[0] + 1:
        return values[0], True
    if len(values) == 2 and 0 in values and values[0] != 0:
        return values[0] * 10 + values[1], False
    if len(values) >= 3:
        return int("".join(map(str, values))), False
    return None


@lru_cache(maxsize=2048)
def figures_value(figures: str) -> Decimal | None:
    """Value of `1,206`, `1.2万`, `3千`, `1万2`; None when it is none."""
    half = _HALF_WORDS.match(figures)
    if half:
        return _half_words(half)
    match = _MIXED.match(figures)
    if not match or len(figures) > LONGEST + 6:
        return None
    try:
        value = Decimal(match[1].replace(",", ""))
    except InvalidOperation:
        return None
    unit = GREAT.get(match[2]) or UNITS.get(match[2]) or 1
    value *= unit
    if match[3]:
        if unit == 1:
            return None
        rest = Decimal(match[3])
        value += rest * UNITS[match[4]] if match[4] else rest * (unit // 10 if len(match[3]) == 1 else 1)
    return value


def _half_words(match: re.Match[str]) -> Decimal | None:
    """`1百二十`, `2千五百`, `1万二`: figures, then words."""
    unit = GREAT.get(match[2]) or UNITS[match[2]]
    rest = words_value(match[3])
    if rest is None or rest[1]:
        return None
    lower = rest[0] * (unit // 10) if len(match[3]) == 1 and match[3] in DIGITS else rest[0]
    return Decimal(match[1]) * unit + lower if lower < unit else None


_NONE = frozenset(
    {"无", "没有", "没", "零", "〇", "/", "-", "—", "——", "0", "无。", "没有。", "暂无", "没得", "none", "no"}
)
_ENDING = regex(r"[个名位人户次台辆处份条张起家只升支套.。!,、吧了啊哈的]+$")


def parse_number(text: str) -> Decimal | None:
    """One typed value (`一百二十`, `1.2万`, `287`, `287人`, `无`); None when it is no single number."""
    folded = fold(text[:60]).text.strip()
    if folded.lower() in _NONE:
        return Decimal(0)
    for candidate in (folded, _ENDING.sub("", folded)):
        negative = candidate.startswith(("-", "负"))
        body = candidate.lstrip("-负")
        value = figures_value(body)
        if value is None and body and all(c in HAN for c in body):
            words = words_value(body)
            value = Decimal(words[0]) if words and not words[1] else None
        if value is not None:
            return -value if negative else value
    return None
