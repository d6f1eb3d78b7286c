"""Stage 4: the names over a list, of which its bare figures are."""

from itertools import takewhile

from domain.parsing import words
from domain.parsing.draft import Draft, Wanted
from domain.parsing.names import Lexicon, Name
from domain.parsing.tokens import Tokens
from domain.patterns import regex


def headings(tokens: Tokens, draft: Draft, wanted: Wanted) -> tuple[Name, ...]:
    """The indicators that the heading over a list names, of which bare numbers in the list are."""
    if draft.heading is None:
        return ()
    first, stop = draft.heading
    over = [n for n in takewhile(lambda n: n.start < stop, tokens.names) if n.codes and n.start >= first]
    if not all(_heads(tokens.folded.text, n, stop, wanted.ready) for n in over):
        return ()
    given = [n for n in over if wanted.ready.form.indicator(n.codes[0]).store and _given(tokens.folded.text, n)]
    return tuple({n.codes[0]: n for n in over if n not in given}.values())


_HEADING = regex(
    r"#接龙|今[天日晚]|当日|[各本全我][个]?(?:村|社区|单位|镇|乡|组|卡点|单元|小组)(?:\(?社区\)?|居)?|情况|数据|统计|上报|汇报|填报|汇总|报表|日报|报数|报|"
    r"数量?|人[次数员]|户数|每[天日]|疫情|防控|工作|进度|完成|[月日号]|排查|开展|有关|名单|接龙|表|如下|结果|的|和|及|\([^)]*\)|[^一-鿿]"
)


def _heads(text: str, name: Name, stop: int, ready: Lexicon) -> bool:
    """Whether the clause of a name over a list says nothing else, so that the list's bare figures are of it.

    stop: where the list begins.
    """
    start = max(text.rfind(c, 0, name.start) for c in "\n,。;!") + 1
    ends = [i for c in "\n,。;!" if (i := text.find(c, name.end, stop)) >= 0]
    rest = text[start : name.start] + "|" + text[name.end : min(ends, default=stop)]
    return not _HEADING.sub("", ready.pattern.sub("|", rest))


def _given(text: str, name: Name) -> bool:
    return bool(words.MOVED.search(text[max(0, name.start - 4) : name.start]))
