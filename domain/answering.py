"""What somebody types back to open doubts, read by what is open: `都对`, `13`, `其他对`, `不是隔离，是返乡`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from domain.errors import NotPossible
from domain.forms import Form
from domain.parsing import Answer, parse_answer, parse_number
from domain.parsing.fold import fold
from domain.parsing.names import lexicon
from domain.parsing.numerals import HAN
from domain.patterns import regex

Way = Literal["confirm", "set", "drop", "means", "note", "about"]
LONGEST = 80


@dataclass(frozen=True)
class Asked:
    """An open doubt as its answerer sees it: its line, whose figure, the best guess."""

    number: int
    indicator: str | None
    value: Decimal | None

    @property
    def has_guess(self) -> bool:
        """Whether there is a figure to say yes to."""
        return self.indicator is not None and self.value is not None


@dataclass(frozen=True)
class Reply:
    """What is said of one doubt. about: a figure that is still not exact; note: its words go into the remarks."""

    asked: Asked
    way: Way
    value: Decimal | None = None
    indicator: str | None = None


@dataclass(frozen=True)
class _Said:
    """One piece of an answer, before it is clear which doubts it is about.

    numbers: the lines it names, with `bare` by their places; rest: those that no other piece names; else by indicator,
    else all.
    """

    way: Way
    value: Decimal | None = None
    meant: str | None = None
    numbers: tuple[int, ...] = ()
    indicator: str | None = None
    rest: bool = False
    bare: bool = False
    measure: str = ""


_RIGHT = (
    r"(?:没有?(?:写|打|报|填|搞)?错|(?:都|就|全|全部)?按(?:这个|这些|你的|上面的?)(?:来|报|记|算)?|准确|准的|照这个|"
    r"对头|就是这样|是这样)"
)
_RIGHT_WORD = regex(rf"(?:都|全|全部|是|就)*(?:{_RIGHT}|[对是]|正确|无误|属实)+[的了呢滴哈啊呀吧!]*(?:{_RIGHT})?")
_DROP_WORD = regex(
    r"(?:都|全|全部)*(?:忽略|不要|不算|去掉|删[掉除]?|不[报计记填]|作废|取消)(?:这个|这项|这条)?[了的吧啊哈]*"
)
_NOTE_WORD = regex(r"(?:都|全部)?(?:记|写|放|算|加|转)?(?:入|到|进|在|成|作|为)?备注(?:里|栏)?[了吧]*")
_OPENING = regex(
    r"(?:嗯+|哦+|噢|哎|好的?|是的?|对的?|没错|ok|不好意思|对不起|抱歉|我?(?:写|打|报|填|搞)错了?|错了|不对|不是|更正(?:一下)?|改(?:一下|下)?)"
    r"[,.。!;:]+|(?:嗯+|哦+|噢|ok)(?=[^\d\s,])",
    re.I,
)
_NO = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"
_LINES = regex(rf"(?:第?{_NO}(?:个|条|项|处|行)?[,、和跟与及]?)+?(?=都|对|不|忽略|删|去|没|作|记|备|是对)")
_SOME = regex(rf"(?:(?P<first>前面?|头|开头)|(?P<last>后面?|最后|末))(?:的)?(?P<n>{_NO})(?:个|条|项|处|行)")
_REST = regex(r"(?:其[他它余]|别的|剩下|剩余|余下|另外)(?:的|几个|几条|两个|全部)*")
_BUT = regex(rf"除了?(?P<lines>(?:第?{_NO}(?:个|条|项|处)?[,、和]?)+)(?:以?外)?,?(?:其[他它余]的?)?")
_TO = r"(?:的|数)?(?:(?:应该?|改|就|按|记|算|报|填|写|共|一共|只有|实际)*(?:是|为|成|有)?)*"
_FIGURE = rf"-?\d[\d,]*(?:\.\d+)?[万千百]?|[{HAN}]+|无|没有"
_ABOUT = r"(?:大约|大概|差不多|约|近|将近|接近|不到|超过|至少|可能)"
_SET = regex(
    rf"{_TO}(?P<about>{_ABOUT}(?:是|有)?)?(?P<value>{_FIGURE})(?P<more>多|余|来|几)?(?P<measure>[一-鿿]{{0,3}}?)"
    r"(?P<round>左右|上下|的样子)?(?:记|算|报|才对|对的?|就[好行]|[吧啊呢的了哈])*"
)
_MEANS = regex(
    rf"(?:(?P<of>{_FIGURE})[一-鿿]{{0,2}}?(?=是))?"
    r"(?:不是(?P<not1>[一-鿿]{2,8}?)[,而]?)?(?:应该|其实|说的|指的)?(?:就?是|算|记)(?:的|在)?(?P<is>[一-鿿]{2,8}?)"
    r"(?:的)?(?:,?不是(?P<not2>[一-鿿]{2,8}))?"
)
_SET_OFF = regex(rf"第?{_NO}(?:个|条|项|处|行)?(?:\s|[.、:=](?!\d))")
_HEAD = regex(rf"第?(?P<no>{_NO})(?:个|条|项|处|行)?[.、:)=]?")
_TICKS = str.maketrans(dict.fromkeys("√✓✔✅☑👌", "对") | dict.fromkeys("×✗❌✖", "不要"))
_ENGLISH = (
    (regex(r"\b(?:(?:all|both|that's|that is)\s+)?(?:right|correct|yes|good|fine)\b", re.I), "对"),
    (regex(r"\b(?:ignore|skip|drop|leave (?:it|that) out|no)\b", re.I), "忽略"),
    (regex(r"(?<=\d)\s+(?:is|are)\s+(?=\d)", re.I), "="),
)
_JOINED = regex(r"(?<!\d)(\d)[,，](?=\d(?:[,，和都对不]|忽略))")
_NEXT = rf"第?{_NO}(?!\d)(?:个|条|项|处|行)?\s*(?:[是对不改删应没记按约=]|忽略|[.、:]\s*[\d一-鿿])"
_PIECES = regex(rf"[;。\n!]+|,+(?!不是|是[一-鿿])|(?<=[\d一-鿿])\s+(?={_NEXT})|(?<=[对要略错报])(?={_NEXT})")


def read_reply(text: str, form: Form, asked: Sequence[Asked]) -> list[Reply]:
    """What the text says of the open doubts; empty when any part of it is no answer to them: it is something else.

    NotPossible where it is one, but leaves open which doubt is meant.
    """
    if not asked or not text.strip() or len(text) > LONGEST:
        return []
    plain = _in_chinese(text)
    said = _whole(plain, form, asked) or _pieces(_spaced(plain), form)
    return _settled(said, form, asked) if said else []


def _in_chinese(text: str) -> str:
    """Ticks and the few English words of an answer as the Chinese ones."""
    for pattern, word in _ENGLISH:
        text = pattern.sub(word, text)
    return text.strip().translate(_TICKS)


def _spaced(text: str) -> str:
    folded = fold(_JOINED.sub(r"\1、", text))
    return "".join((" " if at in folded.gaps else "") + sign for at, sign in enumerate(folded.text))


def _whole(text: str, form: Form, asked: Sequence[Asked]) -> list[_Said]:
    """The plain answers, each with the line or the name that it is about."""
    answers = parse_answer(text, form)
    said = [_of(answer) for answer in answers]
    known = {one.number for one in asked} | {one.value for one in asked if one.value is not None}
    return said if all(set(one.numbers) <= known for one in said) else []


def _of(answer: Answer) -> _Said:
    numbers = () if answer.question_no is None else (answer.question_no,)
    return _Said(answer.verb, answer.value, answer.indicator_meant, numbers, answer.indicator)


def _pieces(text: str, form: Form) -> list[_Said]:
    rest, found = text, []
    while opening := _OPENING.match(rest):
        rest = rest[opening.end() :].lstrip()
    but = _BUT.match(rest)
    if but:
        kept = _verb(rest[but.end() :].strip(" .,!"), form)
        return [] if kept is None else [replace(kept, rest=True), *_skipped(but["lines"])]
    for piece in _PIECES.split(rest):
        bare = piece.strip(" .,!?、")
        if not bare:
            continue
        said = _piece(bare, form)
        if said is None:
            return []
        found.append(said)
    return found


def read_figure(text: str, form: Form, code: str) -> tuple[Way, Decimal] | None:
    """The figure that a text gives for one indicator, exact (`set`) or `about`; None for any other text."""
    whole = _spaced(_in_chinese(text)).replace(" ", "").strip(".,!。，")
    name = lexicon(form).pattern.match(whole)
    if name and code in lexicon(form).words.get(name[0], ()):
        whole = whole[name.end() :].lstrip(":=")
    said = _figure(whole, form)
    if said is None or said.value is None or (said.measure and lexicon(form).fits(code, said.measure) is None):
        return None
    return said.way, said.value


def _skipped(lines: str) -> Iterator[_Said]:
    """Lines that are named only to be left open."""
    for number in _numbers(lines):
        yield _Said("about", numbers=(number,), bare=True)


def _piece(piece: str, form: Form) -> _Said | None:
    whole = piece.replace(" ", "")
    rest = _REST.match(whole)
    if rest:
        said = _verb(whole[rest.end() :], form)
        return None if said is None else replace(said, rest=True)
    some = _SOME.match(whole)
    if some:
        return _some(some, _verb(whole[some.end() :], form))
    lines = _LINES.match(whole)
    if lines:
        said = _verb(whole[lines.end() :], form)
        return None if said is None else replace(said, numbers=_numbers(lines[0]))
    plain = parse_answer(piece, form)
    if len(plain) == 1:
        return _of(plain[0])
    if _SET_OFF.match(piece):
        return _with_head(piece, form)
    said = _verb(whole, form)
    return said if said is not None else _with_head(piece, form)


def _some(match: re.Match[str], said: _Said | None) -> _Said | None:
    """`前两个`: lines counted from the beginning are positive places, from the end negative ones."""
    count = parse_number(match["n"])
    if said is None or count is None or not 0 < count <= LONGEST:
        return None
    places = range(1, int(count) + 1)
    return replace(said, numbers=tuple(-place if match["last"] else place for place in places), bare=True)


def _numbers(lines: str) -> tuple[int, ...]:
    found = [parse_number(one) for one in re.findall(rf"\d{{1,2}}|[{HAN}]+", lines)]
    return tuple(int(number) for number in found if number is not None)


def _with_head(piece: str, form: Form) -> _Said | None:
    """A line's number, or an indicator's name, and what is said of it."""
    head = _HEAD.match(piece)
    if head:
        said = _verb(piece[head.end() :].replace(" ", ""), form)
        number = parse_number(head["no"])
        if said is not None and number is not None:
            return replace(said, numbers=(int(number),))
    whole = piece.replace(" ", "")
    name = lexicon(form).pattern.match(whole)
    codes = lexicon(form).words.get(name[0], ()) if name else ()
    said = _verb(whole[name.end() :], form) if name and codes else None
    return None if said is None else replace(said, indicator=codes[0])


def _verb(words: str, form: Form) -> _Said | None:
    """What is said, without of which doubt."""
    if _RIGHT_WORD.fullmatch(words):
        return _Said("confirm")
    if _DROP_WORD.fullmatch(words):
        return _Said("drop")
    if _NOTE_WORD.fullmatch(words):
        return _Said("note")
    return _figure(words, form) or _meaning(words, form)


def _figure(words: str, form: Form) -> _Said | None:
    match = _SET.fullmatch(words)
    value = parse_number(match["value"]) if match else None
    if match is None or value is None or (match["measure"] and match["measure"] not in lexicon(form).measures):
        return None
    about = match["about"] or match["more"] or match["round"]
    return _Said("about" if about else "set", value, measure=match["measure"])


def _meaning(words: str, form: Form) -> _Said | None:
    """`不是隔离，是返乡`, `是返乡`, or the name alone."""
    alone = lexicon(form).words.get(words, ())
    if alone:
        return _Said("means", meant=alone[0])
    match = _MEANS.fullmatch(words)
    codes = lexicon(form).words.get(match["is"], ()) if match else ()
    if match is None or not codes:
        return None
    wrong = match["not1"] or match["not2"]
    before = lexicon(form).words.get(wrong, ()) if wrong else ()
    of = parse_number(match["of"]) if match["of"] else None
    numbers = () if of is None else (int(of),)
    return _Said("means", meant=codes[0], indicator=before[0] if before else None, numbers=numbers)


def _settled(said: Sequence[_Said], form: Form, asked: Sequence[Asked]) -> list[Reply]:
    """What is said, doubt by doubt; empty when a piece is about none of them."""
    named = {one.number for piece in said if not piece.rest for one in _meant(piece, form, asked)}
    found: list[Reply] = []
    for piece in said:
        if piece.way == "about" and piece.bare:
            continue
        meant = _rest(piece, asked, named) if piece.rest else _meant(piece, form, asked)
        if not meant and not piece.rest:
            return []
        if piece.measure and any(not _takes(form, one, piece.measure) for one in meant):
            return []
        found += [Reply(one, piece.way, piece.value, piece.meant) for one in meant]
    return found


def _takes(form: Form, one: Asked, measure: str) -> bool:
    """Whether a figure with that measure can be an answer: 30户 is none to a question about people."""
    return one.indicator is None or lexicon(form).fits(one.indicator, measure) is not None


def _rest(piece: _Said, asked: Sequence[Asked], named: set[int]) -> list[Asked]:
    left = [one for one in asked if one.number not in named]
    return [one for one in left if one.has_guess] if piece.way == "confirm" else left


def _meant(piece: _Said, form: Form, asked: Sequence[Asked]) -> list[Asked]:
    if piece.bare and piece.numbers:
        places = [n - 1 if n > 0 else n for n in piece.numbers]
        return [asked[at] for at in places if -len(asked) <= at < len(asked)]
    if piece.numbers:
        by_line = [one for one in asked if one.number in piece.numbers]
        return by_line if len(by_line) == len(piece.numbers) else _otherwise(piece, asked)
    if piece.indicator is not None:
        return [one for one in asked if one.indicator == piece.indicator] or _only(piece, asked)
    if piece.way in ("set", "about", "means", "note") and len(asked) > 1:
        raise NotPossible("question-which-one", number=str(asked[0].number), value=_spoken(piece, asked[0]))
    if piece.way == "confirm":
        return _confirmed(form, asked)
    return list(asked)


def _confirmed(form: Form, asked: Sequence[Asked]) -> list[Asked]:
    found = [one for one in asked if one.has_guess]
    if not found:
        raise NotPossible("question-name-needed", number=str(asked[0].number), indicator=form.indicators[0].code)
    return found


def _only(piece: _Said, asked: Sequence[Asked]) -> list[Asked]:
    """`不是隔离，是返乡` of an unknown name: the one doubt that is open."""
    return list(asked) if piece.way == "means" and len(asked) == 1 else []


def _otherwise(piece: _Said, asked: Sequence[Asked]) -> list[Asked]:
    """Where no line has that number: `12 是返乡` of the one doubt with that figure, `12都对` of lines 1 and 2."""
    if piece.way == "means":
        found = [one for one in asked if one.value in piece.numbers]
        return found if len(found) == 1 else []
    each = [int(sign) for sign in str(piece.numbers[0])] if len(piece.numbers) == 1 else []
    lines = [one for one in asked if one.number in each]
    return lines if piece.way in ("confirm", "drop") and len(lines) == len(each) else []


def _spoken(piece: _Said, first: Asked) -> str:
    value = piece.value if piece.value is not None else first.value
    return "12" if value is None else f"{value.normalize():f}"
