"""Short text answers to a list of questions: `1 是 287，2 忽略`, `劝返是13`, `都对`, `第2个不要`."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from domain.forms import Form
from domain.parsing.fold import fold
from domain.parsing.names import lexicon
from domain.parsing.numerals import HAN, parse_number
from domain.patterns import regex

Verb = Literal["confirm", "set", "drop", "means"]


@dataclass(frozen=True)
class Answer:
    """What is to be done with a question. question_no counts from 1; without it and without an indicator: with all."""

    question_no: int | None
    indicator: str | None
    verb: Verb
    value: Decimal | None = None
    indicator_meant: str | None = None


LONGEST = 80
_PARTS = regex(
    r"[,;。\n]+(?!不是)|(?<![\d一二三四五六七八九十])、+|(?<=[一-鿿])\s+(?=第?\d+\s*[.、:：]?\s*(?:个|条|是|对|不|忽略|改))"
)
_NUMBER = rf"(?:-?\d[\d,]*(?:\.\d+)?[万千百]?|[{HAN}]+)"
_RIGHT = regex(
    r"(?:都|全|全部|是|就是)*(?:对|对的|正确|没错|无误|确认|确定|是的|属实|准确|可以|ok|好的?|"
    r"就是这个数|没问题|y|yes)[了的吧啊呀!]*",
    re.I,
)
_DROP = regex(
    r"(?:都|全|全部)*(?:忽略|不要|不要了|不算|去掉|删[掉除]?|作废|取消|略过|跳过|不报|算了|无效|"
    r"不用了?|不计)[了的吧啊]*"
)
_HEAD = regex(
    r"(?:第)?(?P<no>\d{1,2}|[一二三四五六七八九十])(?:个|条|项|题|号)?\s*(?:[.、:：)\s=]|(?=是|"
    r"对|不|忽略|改|应|去|删|确|没|作|略|跳|就|都))\s*"
)
_SET = regex(
    rf"(?:的|数)?\s*(?:是|为|应该?[是为]|改[成为]|=|:|等于|共|就是|只有|有)*\s*(?P<value>{_NUMBER}|"
    rf"无|没有|零)\s*(?P<measure>[一-鿿]{{0,3}}?)(?:才对|啊|了|吧|的)?$"
)
_MEANS = regex(r"(?:是|指|说的是|应该是|算)(?:的)?(?P<name>[一-鿿]{2,10}?)(?:,?不是[一-鿿]*)?$")


def parse_answer(text: str, form: Form) -> tuple[Answer, ...]:
    """The answers in a short text; empty when any part of it is no answer, since then it is something else."""
    folded = fold(text.strip()[: LONGEST + 1])
    if not folded.text or len(folded.text) > LONGEST:
        return ()
    answers = []
    for part in _PARTS.split(_with_blanks(text.strip())):
        piece = part.strip(" .。!！?")
        if not piece:
            continue
        answer = _one(piece, form)
        if answer is None:
            return ()
        answers.append(answer)
    return tuple(answers)


def _with_blanks(text: str) -> str:
    folded = fold(text)
    return "".join((" " if i in folded.gaps else "") + sign for i, sign in enumerate(folded.text))


def _one(piece: str, form: Form) -> Answer | None:
    whole = piece.replace(" ", "")
    if _RIGHT.fullmatch(whole):
        return Answer(None, None, "confirm")
    if _DROP.fullmatch(whole):
        return Answer(None, None, "drop")
    head = _HEAD.match(piece)
    if head:
        found = _rest(int(parse_number(head["no"]) or 0), None, piece[head.end() :].replace(" ", ""), form)
        if found:
            return found
    name = lexicon(form).pattern.match(whole)
    codes = lexicon(form).words.get(name[0], ()) if name else ()
    if name and codes:
        return _rest(None, codes[0], whole[name.end() :], form)
    return None


def _rest(number: int | None, code: str | None, rest: str, form: Form) -> Answer | None:
    """What is said behind the question's number or its indicator's name."""
    if _RIGHT.fullmatch(rest):
        return Answer(number, code, "confirm")
    if _DROP.fullmatch(rest):
        return Answer(number, code, "drop")
    match = _SET.fullmatch(rest)
    value = parse_number(match["value"]) if match else None
    if match and value is not None and (not match["measure"] or match["measure"] in lexicon(form).measures):
        return Answer(number, code, "set", value)
    meant = _MEANS.fullmatch(rest)
    codes = lexicon(form).words.get(meant["name"], ()) if meant else ()
    if codes and codes[0] != code:
        return Answer(number, code, "means", None, codes[0])
    return None
