"""Stage 6: names of which the message says that there are none (`无返乡`, `发热 /`, `返乡、密接均无`)."""

import re
from collections.abc import Sequence
from decimal import Decimal

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.names import PERCEIVED, Lexicon, Name
from domain.parsing.numbers import Number
from domain.patterns import regex

_JOINED_WIDE = regex(r"(?:人员|的人|情况|病例|人数|者|的|、|,|/|和|及|与|或|跟|以及|或者|还有)*")
_JOINED = regex(r"(?:人员|的人|情况|病例|人数|者|的|、|/|和|及|与|或|跟|以及|或者)+")
_ALL = regex(r"(?:均|都|全部|全|皆|各)")
_ONE_NOT = regex(r"(?:也|都)?(没有|没得|没)(?:啊|了|的|哈|那个|这个|呃|嗯|然后|还有|再就是|就是|另外|,)*")
_THOSE_NOT = regex(r"的(?:人|人员)?(?:[一1]个)?(?:也|都|还)?(?:没有?|未)\Z")
_CLOSING = regex(words.CLOSING)
_DENIED = regex(r"(?:不是|并非|不会|不可能|难道|是不是|有)\Z")
_NOT_DONE = regex(r"(?:都|还|也)?[没未]")
_DOERS = ("人", "户", "车", "家", "者", "员", "的", "们")
_ONE = regex(r"[一半1][个例人名起户]\Z")
_ONE_ENDS = frozenset("个例人名起户")
_NOR = regex(r"(?:的人|的|人员)?(?:都|也)(?:没有|没得|无|没)")
_NOR_THOSE = regex(r"(?:的人|的|人员)*(?:也|都|均|还是)?(?:没有|没得|无|零)")
_NOT = regex(r"(?:未|没有?|暂无|无)\Z")
_BETWEEN = regex(
    r"(?:人员|的人|的|情况|呢|嘛|啊|是)*(?:无|没有|没得)(?:啊|了|的|哈|那个|这个|呃|嗯|然后|还有|再就是|就是|另外|,)*"
)


_SAID_OF_NONE = regex("[没无零不冇]")  # one of which every way to tell it holds
MOST_JOINED = 40  # names, more than any form has figures
_NONES = frozenset("冇无没零未〇/×xX—-")  # one of which every word for none holds
_NONE_SIGNS = regex(f"[{re.escape(''.join(sorted(_NONES)))}]")
LONGEST_NONE = 20  # signs behind a name


def none_behind(folded: Folded, names: Sequence[Name]) -> dict[int, Name]:
    """Names with a word for none right behind them, and those joined to them."""
    found: dict[int, Name] = {}
    for place, name in enumerate(names) if not _NONES.isdisjoint(folded.signs) else ():
        if not name.codes:
            continue
        said = _NONE_SIGNS.search(folded.text, name.end, name.end + LONGEST_NONE)
        none = words.NONE_BEHIND.match(_with_blanks(folded, name.end)) if said else None
        none = none or not_one(folded.text, name)
        if none:
            _chain(folded.text, names, place, found, -1, wide=bool(_ALL.search(none[0])))
    return found


def not_one(text: str, name: Name) -> re.Match[str] | None:
    """`一个发热的都没有`."""
    if text[name.start - 1 : name.start] not in _ONE_ENDS:
        return None
    before = _ONE.search(text, max(0, name.start - 3), name.start)
    return _NOR.match(text, name.end) if before else None


def none_before(folded: Folded, names: Sequence[Name], paired: set[int]) -> dict[int, Name]:
    """Names without a number that have a negation right before them, and those joined to them."""
    found: dict[int, Name] = {}
    for place, name in enumerate(names):
        if name.start in paired or not name.codes:
            continue
        before = folded.text[max(0, name.start - 14) : name.start]
        negation = words.NEGATION.search(before)
        if negation and _DENIED.search(before[: negation.start()]):
            continue  # 不是没有返乡的
        if negation and _NOT_DONE.fullmatch(negation[0]) and before[: negation.start()].endswith(_DOERS):
            continue  # 外地人没登记的
        if negation and not set(negation[0]) & set("\n。;,!?"):
            _chain(folded.text, names, place, found, 1, paired=paired)
        elif (PERCEIVED.match(name.word) and _NOT.search(before)) or _before_paired(folded.text, names, place, paired):
            found[name.start] = name
    return found


def of_those(text: str, name: Name, names: Sequence[Name]) -> bool:
    """`返乡的没有登记`, `返乡的一个没有隔离`: whether none is told of the later, or of the one what was not done."""
    before = _THOSE_NOT.search(text, max(0, name.start - 10), name.start)
    if text.startswith("的", name.end):
        return False  # 返乡的没有发热的没有
    return before is not None and any(n.end == before.start() for n in names if n.codes)


def none_told(text: str, ready: Lexicon, start: int, end: int) -> list[tuple[int, int, str]]:
    """Where none is told without a name, and of which indicator (外省回来的没有, 没有一个是湖北的)."""
    if not _SAID_OF_NONE.search(text, start, end):
        return []
    return [
        (m.start(), m.end(), whose[m["of"]])
        for pattern, whose in ready.none_of
        for m in pattern.finditer(text, start, end)
    ]


def _before_paired(text: str, names: Sequence[Name], place: int, paired: set[int]) -> bool:
    """Dictated: 发烧的没有值守八个人."""
    if place + 1 >= len(names):
        return False
    at = place + 1
    # 卡点值守八个人: the figure is of the last of names that stand together
    while names[at].start not in paired and at + 1 < len(names) and names[at].end == names[at + 1].start:
        at += 1
    following = names[at]
    # 返乡没有发热没有入户三十户: the first of a chain told without stops
    if following.start not in paired and not _BETWEEN.match(text, following.end):
        return False
    return bool(_BETWEEN.fullmatch(text, names[place].end, names[place + 1].start))


def no_ones(text: str, names: Sequence[Name], counted: Sequence[Number]) -> list[Number]:
    """The figures, where one that is none is 0: 发热的一个没有返乡两个人, of which the 没有 is not of 返乡."""
    if "没" not in text:
        return list(counted)
    starts = {n.start: n for n in names}
    figures = {n.start for n in counted}
    found: list[Number] = []
    for number in counted:
        none = _ONE_NOT.match(text, number.end) if number.value == 1 and number.han and number.measure else None
        following = starts.get(none.end()) if none else None
        ends = none is not None and _CLOSING.match(text, none.end())
        if none and (ends or (following and _told_behind(text, following, figures))):
            number = number._replace(value=Decimal(0), end=none.end(1))
        found.append(number)
    return found


def _told_behind(text: str, name: Name, figures: set[int]) -> bool:
    """Whether the name has its own figure, or its own none, right behind it."""
    if _NOR_THOSE.match(text, name.end):
        return True
    glue = words.GLUE.match(text, name.end)
    return any(place in figures for place in range(name.end, (glue.end() if glue else name.end) + 1))


def _chain(
    text: str,
    names: Sequence[Name],
    place: int,
    found: dict[int, Name],
    step: int,
    *,
    wide: bool = False,
    paired: set[int] | None = None,
) -> None:
    """The name and those joined to it (`无返乡、发热和密接`)."""
    found[names[place].start] = names[place]
    for _ in range(MOST_JOINED):
        if not 0 <= place + step < len(names):
            return
        one, other = sorted((names[place], names[place + step]), key=lambda n: n.start)
        following = names[place + step]
        between = text[one.end : other.start]
        joined = _JOINED_WIDE.fullmatch(between) if wide else _JOINED.fullmatch(between)
        if not joined or not following.codes or following.start in (paired or ()):
            return
        found[following.start] = following
        place += step


def _with_blanks(folded: Folded, start: int) -> str:
    """The text behind a name with its blanks back."""
    text, gaps = folded.text, folded.gaps
    if not (start in gaps or folded.cuts_in(start, start + LONGEST_NONE)):
        return text[start : start + LONGEST_NONE]
    return "".join((" " if i in gaps else "") + text[i] for i in range(start, min(start + LONGEST_NONE, len(text))))
