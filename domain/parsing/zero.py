"""Stage 7: the report that there is nothing to report."""

import re
from bisect import bisect_left

from domain.parsing.draft import Draft, Wanted
from domain.parsing.sayings import Gathered
from domain.parsing.tokens import Tokens

_ZERO = re.compile(
    r"零(?:报告|上报)(?!制度|要求|的|单位)|零(?:新增|情况)(?![一-鿿])|(?:无|没有?)(?:新的?|啥|什么)?情况(?:可报|报告|上报)?(?![一-鿿])|"
    r"无新增(?:情况|人员)?(?![一-鿿])"
)
_SENTENCE = re.compile(r"[\n。;!]")
LONGEST_QUESTION = 80


def zero_report(tokens: Tokens, draft: Draft, gathered: Gathered, wanted: Wanted) -> bool:
    """零报告 by itself, not said of one indicator; softer words only where no flow says otherwise."""
    text = tokens.folded.text
    form = wanted.ready.form
    for m in _ZERO.finditer(text, draft.start, draft.end):
        if not _of_one(tokens, m) and not _asked(text, m.end()):
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
        if (len(between) <= 2 and not set(between) & set(",。;、\n")) or (
            name.start == m.end() and not m[0].startswith("零")
        ):
            return True
    return False


def _asked(text: str, place: int) -> bool:
    """Whether the sentence that goes on here is a question."""
    rest = _SENTENCE.split(text[place : place + LONGEST_QUESTION], 1)[0]
    return "?" in rest or rest.rstrip("~")[-1:] in ("吗", "么", "呢")
