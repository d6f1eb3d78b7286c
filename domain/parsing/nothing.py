"""Stage 5b: names of which the message says that there are none (`无返乡`, `发热 /`, `返乡、密接均无`)."""

import re
from collections.abc import Sequence

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.names import Name

_JOINED_WIDE = re.compile(r"(?:人员|的人|情况|病例|人数|者|的|、|,|/|和|及|与|或|跟|以及|或者|还有)*")
_JOINED = re.compile(r"(?:人员|的人|情况|病例|人数|者|的|、|/|和|及|与|或|跟|以及|或者)+")
_ALL = re.compile(r"(?:均|都|全部|全|皆|各)")
_BETWEEN = re.compile(r"(?:人员|的人|的|情况)*(?:无|没有|没得)")


def none_behind(folded: Folded, names: Sequence[Name]) -> dict[int, Name]:
    """Names with a word for none right behind them, and those joined to them."""
    found: dict[int, Name] = {}
    for place, name in enumerate(names):
        if not name.codes:
            continue
        none = words.NONE_BEHIND.match(_with_blanks(folded, name.end))
        if none:
            _chain(folded.text, names, place, found, -1, wide=bool(_ALL.search(none[0])))
    return found


def none_before(folded: Folded, names: Sequence[Name], paired: set[int]) -> dict[int, Name]:
    """Names without a number that have a negation right before them, and those joined to them."""
    found: dict[int, Name] = {}
    for place, name in enumerate(names):
        if name.start in paired or not name.codes:
            continue
        before = folded.text[max(0, name.start - 14) : name.start]
        negation = words.NEGATION.search(before)
        if negation and not set(negation[0]) & set("\n。;,!?"):
            _chain(folded.text, names, place, found, 1, paired=paired)
        elif _before_paired(folded.text, names, place, paired):
            found[name.start] = name
    return found


def _before_paired(text: str, names: Sequence[Name], place: int, paired: set[int]) -> bool:
    """Dictated: 发烧的没有值守八个人."""
    if place + 1 >= len(names) or names[place + 1].start not in paired:
        return False
    return bool(_BETWEEN.fullmatch(text, names[place].end, names[place + 1].start))


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
    while 0 <= place + step < len(names):
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
    return "".join((" " if i in gaps else "") + text[i] for i in range(start, min(start + 20, len(text))))
