"""Stage 4: what the words around a number say of it: of the day or in total, a part, a plan, a correction."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from domain.parsing import words
from domain.parsing.marks import BEGINS, GOES_ON, MARKS
from domain.parsing.names import Name
from domain.parsing.numbers import Aside, Number
from domain.patterns import regex

_SURE = "".join(sign for sign in BEGINS if sign not in GOES_ON)
_BEGIN = "|".join([f"[{re.escape(_SURE)}]", *(f"{sign}[{behind}]" for sign, behind in GOES_ON.items())])
_MARKS = regex(
    f"(?=[{re.escape(BEGINS)}])(?={_BEGIN})(?:"
    + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in MARKS if kind != "each")
    + "|"
    + "".join(f"(?P<{kind}>{pattern})" for kind, pattern in MARKS if kind == "each")
    + ")"
)
_STOPS = regex(r"[\n。;!?,、()]")
_MEASURE_BRACKET = regex(r"\([^()\d]{1,6}\)(?=[:=\t ]*[\d一二两三四五六七八九十百千零〇无/—-])")
_LONG_PLAN = regex(r"明|后天|计划|预计|打算|准备|下|力争|争取|接下来|将要|即将")
_BRACKETS_ARE_TOTALS = regex(r"括号[内里中](?:的?数[字据值]?)?(?:均|都)?(?:为|是|表示|指)?(?:累计|总数|合计|至今)")
_TASK = regex(r"任务|目标")
_SLASHES_ARE_TOTALS = regex(
    r"前(?:为|是|面|者)[^。\n/]{0,4}[今当][日天][^。\n/]{0,6}后(?:为|是|面|者)[^。\n/]{0,4}(?:累计|总)|[今当][日天][数]?/累计"
)
_TO_EACH = regex(r"每个?(?:村|社区|单位|卡点|卡口|组|站|点|队|网格)")
# 返乡超过10人的也要说明: a condition, nobody's value
_CONDITION = regex(
    r"[^,。;\n\d]{0,8}(?:才能|方可|才可|方能|才算|才准|才让)|(?:以上)?的(?:村|社区|单位|户|也|都|均|要|须|必须|需|请|一律|马上|立即|另|任务|目标|计划|指标)"
)
_HEADS = ("", "\n", "。", ";")
_WITH = regex(r"[、/]|、?(?:和|及|与|以及)")
LONGEST_REJECT = 14  # signs: 你不是说不对吗…今天上门是一百户 rejects nothing
SENTENCE_ENDS = "\n。;!?"


class Mark(NamedTuple):
    """A word that says what the numbers near it mean."""

    start: int
    end: int
    kind: str


class Stop(NamedTuple):
    """A sign that parts clauses or sentences."""

    start: int
    end: int
    sign: str


class Scope(NamedTuple):
    """What is said of one number."""

    total: bool = False
    bare_total: bool = False
    soft: bool = False
    day: bool = False
    yesterday: bool = False
    plan: bool = False
    story: bool = False
    part: bool = False
    parted: bool = False
    bracket: bool = False
    sub: bool = False
    sum: bool = False
    reject: bool = False
    about: bool = False
    each: bool = False
    distribute: bool = False

    @property
    def nobody(self) -> bool:
        """Whether it is nobody's value, whatever its name."""
        return self.plan or self.story or self.reject

    @property
    def why_nobody(self) -> str:
        """Why it is passed over."""
        return "plan" if self.plan else "story" if self.story else "reject" if self.reject else "yesterday"


_NOTHING_SAID = Scope()
_NOTHING_BEHIND = ("", "\n", ",", "。", ";")  # signs with which no word behind a figure begins
_COMPARED = ("≥", "≧", ">", "≤", "<", "±")

Item = Name | Number | Mark | Stop | Aside


@lru_cache(maxsize=4)
def marks(text: str) -> tuple[Mark, ...]:
    """Every mark, in order."""
    return tuple(Mark(*m.span(), str(m.lastgroup)) for m in _MARKS.finditer(text) if m[0])


def within(found: Sequence[Any], start: int, end: int) -> Sequence[Any]:
    """Those of a sorted sequence that begin in [start, end)."""
    return found[bisect_left(found, start, key=_start) : bisect_left(found, end, key=_start)]


_start, _place = itemgetter(0), attrgetter("start", "end")


def merged(
    text: str,
    start: int,
    end: int,
    names: Sequence[Name],
    numbers: Sequence[Number],
    aside: Sequence[Aside],
    seen: Sequence[Mark],
) -> tuple[list[Item], list[Mark]]:
    """All that was found in [start, end) in order of place, and the marks among it.

    A mark inside a name or number set aside is no mark. names, numbers: those of this stretch alone.
    """
    aside, seen = within(aside, start, end), within(seen, start, end)
    taken = bytearray(len(text) + 1)
    for of in (names, aside, numbers):
        for item in of:
            taken[item.start : item.end] = b"\1" * (item.end - item.start)
    opening = {n.start for n in names}
    free = [m for m in seen if taken.find(0, m.start, m.end) >= 0 or (m.kind == "day" and m.start in opening)]
    for m in _MEASURE_BRACKET.finditer(text, start, end) if "(" in text else ():
        taken[m.start() : m.end()] = b"\1" * (m.end() - m.start())
    parting = [Stop(*m.span(), m[0]) for m in _STOPS.finditer(text, start, end) if not taken[m.start()]]
    return sorted((*names, *numbers, *aside, *free, *parting), key=_place), free


def scopes(text: str, items: Sequence[Item], *, late: bool) -> dict[int, Scope]:
    """The scope of each number, by where it starts. late: the message reports for yesterday, so that is the day."""
    walk = _Walk(text, items, late)
    for place in range(len(items)):
        walk.step(place)
    return walk.found


@lru_cache(maxsize=4)
def _declared(text: str) -> tuple[bool, bool]:
    """Whether the message says that what stands behind its bars, or in its brackets, are running totals."""
    slashes = ("前" in text or "/" in text) and _SLASHES_ARE_TOTALS.search(text) is not None
    return slashes, "括号" in text and _BRACKETS_ARE_TOTALS.search(text) is not None


class _Walk:
    """Goes through the items once, keeping what holds for the sentence, the clause, the bracket and the next number."""

    def __init__(self, text: str, items: Sequence[Item], late: bool) -> None:
        self.text, self.items, self.late = text, items, late
        self.found: dict[int, Scope] = {}
        self.sentence: set[str] = set()
        self.clause: set[str] = set()
        self.next: set[str] = set()
        self.kept: list[tuple[set[str], set[str]]] = []
        self.slashed, self.bracket_totals = _declared(text)
        self.end_of_last = self.rejected = -9
        # the indicators of which the sentence told the day's figure, and the one whose total alone was told beside it
        self.named: str | None = None
        self.told: list[str] = []
        self.own: str | None = None
        self.ordered = False  # what is planned is an order of others, not one's own plan

    def step(self, place: int) -> None:
        item = self.items[place]
        if isinstance(item, Stop):
            self.stop(item)
        elif isinstance(item, Name):
            self.name(item)
        elif isinstance(item, Number):
            self.number(item)
        elif isinstance(item, Mark):
            self.mark(item, place)
        else:
            self.aside(item)

    def name(self, item: Name) -> None:
        """`今日消毒8处，累计消毒211处，发热1人`: a total told beside its own day's figure reaches to the next name."""
        self.next.discard("bare_total")
        self.clause.discard("bare_total")
        self.named = item.codes[0] if item.codes else None
        ended = self.own and self.own != self.named and self.named not in self.told and "part" not in self.clause
        if ended and not _WITH.fullmatch(self.text, self.end_of_last, item.start):
            self.sentence.discard("total")
            self.own = None

    def aside(self, item: Aside) -> None:
        """`入户1组12户、2组15户` tells parts; `每村口罩200只、酒精10升` gives to each all that is listed."""
        self.next.discard("about")
        if item.kind == "place":
            self.clause.add("sub")
        elif item.kind == "each" and _TO_EACH.match(self.text, item.start):
            self.clause.add("each_place")

    def number(self, item: Number) -> None:
        s, c, n = self.sentence, self.clause, self.next
        second = self.slashed and self.text[self.end_of_last : item.start] in ("/", "\t", "|")
        bare = second or (self.bracket_totals and bool(self.kept)) or "bare_total" in n or "bare_total" in c
        ends = self.text[item.end : item.end + 1] in _NOTHING_BEHIND
        about = item.about or "about" in n or self.text[item.start - 1 : item.start] in _COMPARED
        about = about or not (ends or words.ABOUT_BEHIND.match(self.text, item.end) is None)
        condition = not (ends or _CONDITION.match(self.text, item.end) is None)
        said = s or c or n or self.kept or bare or about or condition
        scope = self.found[item.start] = (
            _NOTHING_SAID
            if not said
            else Scope(
                total=bare or ("total" in s and not self.slashed),
                bare_total=bare,
                soft="soft" in s,
                day="day" in s,
                yesterday=("yesterday" in s or "yesterday" in c) and not self.late,
                plan=condition or "plan" in s or "plan" in c or "plan" in n or "each_place" in c,
                story="story" in s,
                part="part" in c,
                parted="part" in s,
                bracket=bool(self.kept),
                sub="sub" in c,
                sum="sum" in c or "sum" in s,
                reject="reject" in n and item.start - self.rejected <= LONGEST_REJECT,
                about=about,
                each="each" in n,
                distribute="distribute" in s,
            )
        )
        if self.named and not scope.total:
            self.told.append(self.named)
        self.end_of_last = item.end
        self.clause.discard("bare_total")
        if bare and not second:
            self.clause.add("bare_total")
        self.next = set()

    def stop(self, item: Stop) -> None:
        if item.sign == "(":
            self.kept.append((set(self.sentence), set(self.clause)))
            self.next = set()
        elif item.sign == ")":
            if self.kept:
                self.sentence, self.clause = self.kept.pop()
        elif item.sign == "、":
            self.clause &= {"part", "bare_total", "each_place"}
            self.next &= {"each"}
        elif item.sign == ",":
            self.clause, self.next = set(), set()
        else:
            self.kept.clear()
            # a running total that stood alone on its line is a heading over the lines below
            heads = item.sign == "\n" and {"total", "heading"} <= self.sentence
            self.sentence = {"total", "heading"} if heads else set()
            self.clause, self.next = set(), set()
            self.named, self.told, self.own = None, [], None

    def mark(self, item: Mark, place: int) -> None:
        kind = item.kind
        if kind == "total":
            self.total(item, place)
        elif kind == "day":
            if not self.follows_total(place):
                self.sentence -= {"total", "soft", "yesterday", "distribute", "heading", "plan"}
                self.sentence.add("day")
                self.clause -= {"bare_total", "yesterday"}
        elif kind == "yesterday":
            # told beside today's figure it ends with its clause, at the head of a sentence it holds for all of it
            (self.clause if "day" in self.sentence else self.sentence).add(kind)
        elif kind == "plan":
            self.plan(item, place)
        elif kind == "own":
            self.sentence.discard("story")
            if self.ordered and place and isinstance(self.items[place - 1], Stop):
                self.sentence.discard("plan")  # 县里要求每村设卡点2个，我村设卡点1个
        elif kind in ("story", "distribute", "soft"):
            self.sentence.add(kind)
        elif kind == "actual":
            # 必须完成 is an order still
            before = self.items[place - 1] if place else None
            if not (isinstance(before, Mark) and before.kind == "plan" and before.end == item.start):
                self.clause.discard("plan")
                self.sentence.discard("plan")
        elif kind in ("part", "sub", "sum"):
            self.clause.add(kind)
            if kind == "part":
                self.sentence.add(kind)
            if kind == "sum":
                self.clause.discard("sub")
                if self.text[item.end : item.end + 1] == ":" and self.text[item.start - 1 : item.start] in _HEADS:
                    self.sentence.add(kind)  # 合计：入户36户，返乡3人
        elif kind in ("about", "reject", "each"):
            self.next.add(kind)
            self.rejected = item.end if kind == "reject" else self.rejected

    def plan(self, item: Mark, place: int) -> None:
        """`目标60户` is one number's; `应入户150、排查300` and what is for tomorrow go on till 实, 今天 or the stop."""
        following = self.items[place + 1] if place + 1 < len(self.items) else None
        bare = isinstance(following, Number) and words.GLUE.fullmatch(self.text[item.end : following.start])
        short = bare and not _LONG_PLAN.match(self.text, item.start)
        within = _TASK.match(self.text, item.start) or self.put_off(item, place)
        self.ordered = not _LONG_PLAN.match(self.text, item.start)
        (self.next if short else self.clause if within else self.sentence).add("plan")

    def put_off(self, item: Mark, place: int) -> bool:
        """`没在家的明天再补上，发放明白纸138份`: told amidst a clause without a figure, a plan ends with it."""
        before = self.items[place - 1] if place else None
        opens = before.end if isinstance(before, Stop) else 0
        behind = self.items[place + 1] if place + 1 < len(self.items) else None
        amidst = before is None or isinstance(before, Stop)
        return amidst and opens < item.start and isinstance(behind, Stop) and behind.sign == ","

    def follows_total(self, place: int) -> bool:
        """累计新增 is a running total still."""
        before = self.items[place - 1] if place else None
        return isinstance(before, Mark) and before.kind == "total" and before.end == self.items[place].start

    def total(self, item: Mark, place: int) -> None:
        before = self.items[place - 1] if place else None
        if (
            isinstance(before, Mark)
            and before.kind == "day"
            and self.text[before.end : item.start] in ("/", "、", "\t", "|")
        ):
            self.slashed = True
            return
        following = next((i for i in self.items[place + 1 :] if not isinstance(i, Mark) or i.kind == "total"), None)
        if isinstance(following, Number) and words.GLUE.fullmatch(self.text[item.end : following.start]):
            self.next.add("bare_total")
            return
        self.sentence |= {"total"}
        self.sentence.discard("day")
        last = self.told[-1] if self.told else None
        if isinstance(following, Name):
            self.own = last if last in following.codes[:1] else None
        if isinstance(following, Stop) and following.sign == "\n":
            self.sentence.add("heading")
