"""Stage 2: numbers, each with what it is measured in, or set aside because it is nobody's value."""

import re
from collections.abc import Container, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from math import prod
from typing import NamedTuple

from domain.parsing import words
from domain.parsing.fold import LIST_MARK, Folded
from domain.parsing.nobody import NOBODY, looked_for
from domain.parsing.numerals import HAN, LONGEST, figures_value, words_value
from domain.patterns import regex


class Number(NamedTuple):
    """A number that may be someone's value. end is behind the measure; figure_end behind the digits."""

    start: int
    figure_end: int
    end: int
    value: Decimal
    measure: str | None
    about: bool = False
    han: bool = False


class Aside(NamedTuple):
    """A number that is nobody's value, and of what kind it is."""

    start: int
    end: int
    kind: str


_STROKE = regex(r"[一-鿿]-(?=\d)")
_HAS_NUMBER = regex(rf"[\d{HAN}几半]")
_LIST_NUMBER = regex(
    rf"(?m:^)[-*> \t•]{{0,12}}(?:[(]?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[)、.:,](?!\d)|"
    rf"\d{{1,2}}(?=\t)|第[一二三四五六七八九十][,、:]|{LIST_MARK}{{1,12}}\d{{0,2}})"
)
_INLINE_NUMBER = regex(r"(?=[(\d一二三四五六七八九十])[(]?(\d{1,2}|[一二三四五六七八九十]{1,2})[)、.](?!\d)")
_INLINE_ENDS = frozenset(")、.")
_MEASURED = frozenset({"length", "span", "money", "temperature", "place"})
_SUM = regex(r"(?<![\d.])[(]?(?P<terms>\d{1,7}(?:[+×xX*][一-鿿]{0,3}\d{1,7}){1,12})[)]?=(?P<result>\d{1,9})(?![\d.])")
# 湖北的一个没有, 返乡的一个都没得
_NOT_ONE = regex(r"(?:都|也)(?:没有|没得|无)|(?:没有|没得)(?![一-鿿])")
_OTHER_WORD = regex(
    r"张贴|处[置理]|条幅|个别|只有|只能|把守|把控|名单|家庭|家长|次日|台账|面[向积]|本[村社地月日镇]|口罩|支[书部]"
)
_OTHER_BEGINS = frozenset("张处条个只把名家次台面本口支")  # with one of which each begins
_VESSEL = regex(r"装?\d{1,4}[瓶桶壶箱盒袋包]")
_SPELLED_OUT = regex(r"\d(?: \d)+")
_HALF = regex(r"半(?![天夜年月日个小点价路边])")
_FIGURE_SIGNS = f"0123456789.,{HAN}"
# 数十 is dozens, but in 转移户数十四户 the 数 is of the name; in 10户数十人 it is not
_COUNTED = "户人次份条个台处家辆件场起例只支升米亩间艘名位口车总点张册方里吨度"
_SEVERAL = rf"(?:(?<![{_COUNTED}])|(?<=[\d{HAN}][{_COUNTED}]))数"


def asides(folded: Folded, measures: tuple[str, ...] = ()) -> tuple[Aside, ...]:
    """Stretches whose numbers are nobody's value: dates, times, telephones, list numbers, ages and the like.

    measures: the form's own; a length or a span of time is somebody's where the form measures in it.
    """
    text = folded.text
    if not _HAS_NUMBER.search(text):
        return ()
    found: list[Aside] = []
    taken = bytearray(len(text))
    for aside in (*_list_numbers(folded), *_worked_out(text), *_of_kinds(folded)):
        if aside.kind in _MEASURED and text[aside.start : aside.end].lstrip(_FIGURE_SIGNS) in measures:
            continue
        if taken.find(1, aside.start, aside.end) < 0:
            taken[aside.start : aside.end] = b"\1" * (aside.end - aside.start)
            found.append(aside)
    return tuple(sorted(found))


def _worked_out(text: str) -> list[Aside]:
    """`30+32=62户`: what leads to a result, where it is worked out right."""
    if "=" not in text:
        return []
    found = []
    for m in _SUM.finditer(text):
        terms = [int(t) for t in re.findall(r"\d+", m["terms"])]
        result = sum(terms) if "+" in m["terms"] else prod(terms)
        if result == int(m["result"]) and not ("+" in m["terms"] and re.search(r"[×xX*]", m["terms"])):
            found.append(Aside(m.start(), m.start("result"), "worked"))
    return found


def _of_kinds(folded: Folded) -> list[Aside]:
    found: list[Aside] = []
    for place in looked_for(folded.text, folded.signs):
        kind, pattern = _nobody(place)
        found += [Aside(*m.span(), kind) for m in pattern.finditer(folded.text) if m[0]]
    return found


@cache
def _nobody(place: int) -> tuple[str, re.Pattern[str]]:
    """Kind and pattern, made when a text first may hold one; a kind's name ends at its stop."""
    kind, pattern = NOBODY[place]
    return kind.partition(".")[0], re.compile(pattern)


def _list_numbers(folded: Folded) -> list[Aside]:
    text = folded.text
    found = [Aside(*m.span(), "list") for m in _LIST_NUMBER.finditer(text)]
    # inside a line they count up from one: 1.入户120户 2.排查356人
    counted: list[Aside] = []
    for m in _INLINE_NUMBER.finditer(text) if not _INLINE_ENDS.isdisjoint(folded.signs) else ():
        place = m.start()
        opens = place == 0 or text[place - 1] in "\n;。,:!•\t" or place in folded.gaps
        number = int(m[1]) if m[1].isdigit() else (words_value(m[1]) or (0, False))[0]
        if opens and number == len(counted) + 1:
            counted.append(Aside(m.start(), m.end(), "list"))
    return found + (counted if len(counted) > 1 else [])


@lru_cache(maxsize=16)
def _number_pattern(measures: tuple[str, ...]) -> re.Pattern[str]:
    spelled = "|".join(re.escape(m) for m in sorted({*measures, *words.COUNTERS}, key=lambda m: (-len(m), m)))
    figures = r"(?<![\dA-Za-z])(?<!\d\.)\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|(?<!\d)(?<!\d\.)\d+(?:\.\d+)?"
    return re.compile(
        rf"(?=[\d负\-好几数上成半{HAN}])(?P<minus>(?<![\d\-—])-|负)?(?:(?P<fig>(?:{figures})(?:[万千百亿](?:\d{{1,4}}[千百十]?(?!\d)|[{HAN}]+)?)?)"
        rf"|(?P<vague>(?:好?几|{_SEVERAL}|上|成)[十百千万]+|[十百千万]来?几|[百千万]把|百八十|百十来|"
        rf"[一二两三四五六七八九]?十来|[{HAN}]*十几|[{HAN}]+好几)"
        rf"|(?P<half>半(?=[桶瓶箱壶袋盒升斤]))"
        rf"|(?P<han>(?!一共|一起(?=[一-鿿]))[{HAN}]+))"
        rf"(?P<about>[余多来几+]+(?![一-鿿]?于)|把(?=[个人户]))?(?P<great>[万千百亿]+(?=[余多]?))?(?P<about2>[余多])?"
        rf"(?:(?P<measure>{spelled})|\((?P<bracketed>{spelled})\))?(?P<about3>[余多](?![一-鿿]))?"
    )


def numbers(folded: Folded, aside: tuple[Aside, ...], measures: tuple[str, ...]) -> tuple[Number, ...]:
    """Every number that is not set aside, in the order of the message."""
    text = folded.text
    covered = bytearray(len(text) + 1)
    for a in aside:
        covered[a.start : a.end] = b"\1" * (a.end - a.start)
    # `入户-120户 排查-356人`: a stroke that stands more than once between name and figure parts them
    strokes = "-" in text and len(_STROKE.findall(text)) > 1
    found = []
    for m in _number_pattern(measures).finditer(text):
        if covered.find(1, m.start(), m.end()) >= 0:
            found.extend(_uncovered(text, m, covered, measures))
            continue
        number = _number(m)
        if number and m["fig"] and _runs_on(text, number):
            number = number._replace(about=True, measure=None)
        if number and number.value < 0 and strokes and _STROKE.match(text, number.start - 1):
            number = number._replace(start=number.start + 1, value=-number.value)
        if number:
            found.append(number)
    return tuple(_ranged(text, found))


def _runs_on(text: str, number: Number) -> bool:
    """Whether a letter or a fraction's bar is stuck to the figure (`12O户`, `1e5户`): it may go on."""
    stuck = text[number.end : number.end + 1]
    if number.measure:
        if _VESSEL.match(text, number.end):
            return True  # 酒精5升装3桶
        return number.measure.isascii() and text.startswith((*words.COUNTERS, "平"), number.end)  # 消毒1l处
    return (stuck.isascii() and stuck.isalpha()) or stuck == "⁄"


_TO = frozenset("-~至到—")


def _ranged(text: str, found: list[Number]) -> list[Number]:
    """`2-3人` is one number, only about."""
    kept: list[Number] = []
    for number in found:
        before = kept[-1] if kept and kept[-1].measure is None else None
        if before and before.value < number.value and text[before.end : number.start] in _TO:
            kept[-1] = number._replace(start=before.start, value=before.value, about=True)
        else:
            kept.append(number)
    return kept


def _cut(before: Number, number: Number) -> bool:
    """Whether two figures with a comma between them may be one that was cut (`1,20户`); none begins with 0."""
    return number.measure is not None and 0 < before.value < number.value and not (before.han or number.han)


def rejoined(text: str, found: Sequence[Number], named: Container[int]) -> list[Number]:
    """The figures that blanks cut up (`1 2 0户`, `3 56人`), joined; not sure where the pieces are no single digits.

    `2、3人` and `1,20户` are one number too, only about, but where a name begins behind it (named: those places):
    隔离2、3人返乡.
    """
    kept: list[Number] = []
    for number in found:
        before = kept[-1] if kept else None
        sign = text[before.end : number.start] if before and before.measure is None else ""
        if before and sign == " " and number.figure_end - before.start <= LONGEST:
            kept[-1] = _joined(text, before, number)
        elif (
            before
            and number.end not in named
            and (
                (sign == "、" and number.measure and number.value - before.value == 1)
                or (sign == "," and _cut(before, number))
            )
        ):
            kept[-1] = number._replace(start=before.start, value=before.value, about=True)
        else:
            kept.append(number)
    return kept


def _joined(text: str, before: Number, number: Number) -> Number:
    written = text[before.start : number.figure_end]
    value = None if number.han else figures_value(written.replace(" ", ""))
    if value is None:
        return number._replace(start=before.start, about=True)
    spelled_out = number.measure is not None and _SPELLED_OUT.fullmatch(written) is not None
    return number._replace(start=before.start, value=value, about=not spelled_out)


def _uncovered(text: str, m: re.Match[str], covered: bytearray, measures: tuple[str, ...]) -> list[Number]:
    """A number that the wide pattern took together with signs set aside (`7人二组`): its free part again."""
    start = m.start()
    while start < m.end() and covered[start]:
        start += 1
    stop = start
    while stop < m.end() and not covered[stop]:
        stop += 1
    if start >= stop or (start > m.start() and text[start].isdigit()):
        return []
    again = _number_pattern(measures).match(text, start, stop)
    number = _number(again) if again else None
    return [number] if number else []


def unreadable(text: str, aside: Aside, measures: tuple[str, ...]) -> Number | None:
    """The doubtful number in what was set aside as a code, where a measure stands right behind it (l2人)."""
    measure = max((m for m in measures if text.startswith(m, aside.end)), key=len, default=None)
    digits = re.sub(r"\D", "", text[aside.start : aside.end])[:LONGEST]
    if measure is None or not digits:
        return None
    return Number(aside.start, aside.end, aside.end + len(measure), Decimal(digits), measure, about=True)


def number_in(text: str, start: int, end: int, measures: tuple[str, ...]) -> Number | None:
    """The number that stands right at a place, whatever else it might be (a table's cell)."""
    m = _number_pattern(measures).match(text, start, end)
    return _number(m) if m else None


_PARTS = ("fig", "half", "vague", "han", "minus", "great", "measure", "bracketed", "about", "about2", "about3")
_NO_DOUBTS = [None, None, None]
_GREAT = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def _number(m: re.Match[str]) -> Number | None:
    figures, half, vague, han, minus, great, measure, bracketed, *doubts = m.group(*_PARTS)
    if measure and measure[0] in _OTHER_BEGINS and _OTHER_WORD.match(m.string, m.start("measure")):
        return _number_alone(m, m.start("measure"))
    about = doubts != _NO_DOUBTS
    figure_end = m.start("measure") if measure else m.start("about3") if doubts[2] else m.end()
    if bracketed:
        figure_end, measure = m.start("bracketed") - 1, bracketed  # 检查：260（人次）、95（台次）
        if not figures:
            return _number_alone(m, figure_end)
    if figures:
        value = figures_value(figures)
    elif half:
        value = Decimal("0.5")
    elif vague:
        value, about = _vague(vague), True
    else:
        spoken = words_value(han)
        if spoken is None:
            return None
        value, about = Decimal(spoken[0]), about or spoken[1]
    if value is None:
        return None
    for unit in great or "":
        value *= _GREAT[unit]
    end = m.end()
    if measure and m.string.startswith("半", end) and _HALF.match(m.string, end):
        value, end = value + Decimal("0.5"), end + 1
    if minus:
        value = -value
    if value == 1 and han and measure and (none := _NOT_ONE.match(m.string, end)):
        value, end = Decimal(0), none.end()
    return Number(m.start(), figure_end, end, value, measure, about, han=not figures)


def _number_alone(m: re.Match[str], end: int) -> Number | None:
    """The number without the sign behind it that looks like a measure but begins a word (0张贴标语)."""
    again = _number_pattern(()).match(m.string, m.start(), end)
    return _number(again) if again else None


def _vague(spoken: str) -> Decimal:
    """A best guess for 几十, 上百, 十来: its greatest certain part."""
    value = words_value(re.sub(r"[好几数上成来把]", "", spoken))
    return Decimal(value[0] if value else 1)
