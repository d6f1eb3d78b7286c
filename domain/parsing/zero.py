"""Stage 7: the report that there is nothing to report."""

import re
from bisect import bisect_left

from domain.parsing.draft import Draft, Wanted
from domain.parsing.sayings import Gathered
from domain.parsing.scopes import SENTENCE_ENDS, within
from domain.parsing.tokens import Tokens
from domain.patterns import regex

_ZERO = regex(
    r"零(?:报告|上报)(?!制度|要求|的|单位)|(?P<whole>零(?:新增|情况)|(?:无|没有?)(?:新的?|啥|什么)?情况(?:可报|报告|上报)?|"
    r"无新增(?:情况|人员)?)"
)
_SAYS_NONE = regex("[零无没]")  # one of which every such word begins with
_SENTENCE = regex(r"[\n。;!]")
LONGEST_QUESTION = 80
_ELSE = frozenset({"yesterday", "plan", "story"})
# what ends them: 昨天我们零报告 is yesterday's still
_ENDS = {"day": _ELSE, "own": frozenset({"story"}), "actual": frozenset({"plan"})}


def zero_report(tokens: Tokens, draft: Draft, gathered: Gathered, wanted: Wanted) -> bool:
    """零报告 by itself, not said of one indicator; softer words only where no flow says otherwise."""
    text = tokens.folded.text
    if not _SAYS_NONE.search(text, draft.start, draft.end):
        return False
    form = wanted.ready.form
    for m in _ZERO.finditer(text, draft.start, draft.end):
        if m["whole"] and m.end() not in tokens.folded.gaps and "一" <= text[m.end() : m.end() + 1] <= "鿿":
            continue  # it goes on: 无新增返乡
        if not (_of_one(tokens, m) or _of_another_day(tokens, draft, m.start()) or _asked(text, m.end())):
            sure = m[0].startswith(("零报", "零上"))
            if sure or not any(
                e.value and form.indicator(e.code).kind == "flow" and not e.total for e in gathered.entries
            ):
                return True
    return False


def _of_one(tokens: Tokens, m: re.Match[str]) -> bool:
    """Whether 零报告 is said of the one indicator before it (发热零报告), or 无新增 of the one behind it."""
    text = tokens.folded.text
    place = bisect_left(tokens.names, m.start(), key=lambda n: n.end)
    for name in tokens.names[max(0, place - 1) : place + 2]:
        between = text[name.end : m.start()] if name.end <= m.start() else "-" * 9
        behind = name.start == m.end() and name.start not in tokens.folded.gaps and "新" in m[0]
        if behind or (len(between) <= 2 and not set(between) & set(",。;、\n")):
            return True
    return False


def _of_another_day(tokens: Tokens, draft: Draft, place: int) -> bool:
    """Whether it is told of yesterday, of tomorrow or of others (昨天零报告，今天返乡2人)."""
    if draft.day and draft.day.late:
        return False
    text = tokens.folded.text
    start = max(text.rfind(sign, draft.start, place) for sign in SENTENCE_ENDS) + 1
    said: set[str] = set()
    for mark in within(tokens.marks, max(start, draft.start), place):
        said = said | {mark.kind} if mark.kind in _ELSE else said - _ENDS.get(mark.kind, frozenset())
    return bool(said)


def _asked(text: str, place: int) -> bool:
    """Whether the sentence that goes on here is a question."""
    rest = _SENTENCE.split(text[place : place + LONGEST_QUESTION], 1)[0]
    return "?" in rest or rest.rstrip("~")[-1:] in ("吗", "么", "呢")
