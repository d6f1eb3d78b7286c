"""Stage 4d: what the words around a number say of it: of the day or in total, a part, a plan, a correction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.parsing import words
from domain.parsing.names import Name
from domain.parsing.numbers import Aside, Number

_MARKS = re.compile(
    "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in words.MARKS if kind != "each")
    + "|"
    + "".join(f"(?P<{kind}>{pattern})" for kind, pattern in words.MARKS if kind == "each")
)
_STOPS = re.compile(r"[\n。;!?,、()]")
_MEASURE_BRACKET = re.compile(r"\([^()\d]{1,6}\)(?=[:=\t ]*[\d一二两三四五六七八九十百千零〇无/—-])")
_LONG_PLAN = re.compile(r"明|后天|计划|预计|打算|准备|下|力争|争取|接下来|将要|即将")
SENTENCE_ENDS = "\n。;!?"


@dataclass(frozen=True)
class Mark:
    """A word that says what the numbers near it mean."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Stop:
    """A sign that parts clauses or sentences."""

    start: int
    end: int
    sign: str


@dataclass(frozen=True)
class Scope:
    """What is said of one number."""

    total: bool = False
    bare_total: bool = False
    day: bool = False
    yesterday: bool = False
    plan: bool = False
    story: bool = False
    part: bool = False
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


Item = Name | Number | Mark | Stop | Aside


def marks(text: str) -> list[Mark]:
    """Every mark, in order."""
    return [Mark(m.start(), m.end(), str(m.lastgroup)) for m in _MARKS.finditer(text) if m.end() > m.start()]


def merged(
    text: str,
    start: int,
    end: int,
    names: Sequence[Name],
    numbers: Sequence[Number],
    aside: Sequence[Aside],
    seen: Sequence[Mark],
) -> list[Item]:
    """All that was found in [start, end) in order of place; a mark inside a name or number set aside is no mark."""
    names, numbers = [n for n in names if start <= n.start < end], [n for n in numbers if start <= n.start < end]
    aside, seen = [a for a in aside if start <= a.start < end], [m for m in seen if start <= m.start < end]
    taken = bytearray(len(text) + 1)
    for start_of, end_of in [(i.start, i.end) for of in (names, aside, numbers) for i in of]:
        taken[start_of:end_of] = b"\1" * (end_of - start_of)
    opening = {n.start for n in names}
    free = [m for m in seen if not all(taken[m.start : m.end]) or (m.kind == "day" and m.start in opening)]
    bracket = bytearray(len(text) + 1)
    for m in _MEASURE_BRACKET.finditer(text, start, end):
        bracket[m.start() : m.end()] = b"\1" * (m.end() - m.start())
    parting = [Stop(m.start(), m.end(), m[0]) for m in _STOPS.finditer(text, start, end) if not taken[m.start()] and not bracket[m.start()]]
    return sorted((*names, *numbers, *aside, *free, *parting), key=lambda i: (i.start, i.end))


def scopes(text: str, items: Sequence[Item], *, late: bool) -> dict[int, Scope]:
    """The scope of each number, by where it starts. late: the message reports for yesterday, so that is the day."""
    walk = _Walk(text, items, late)
    for place in range(len(items)):
        walk.step(place)
    return walk.found


class _Walk:
    """Goes through the items once, keeping what holds for the sentence, the clause, the bracket and the next number."""

    def __init__(self, text: str, items: Sequence[Item], late: bool) -> None:
        self.text, self.items, self.late = text, items, late
        self.found: dict[int, Scope] = {}
        self.sentence = Scope()
        self.clause = Scope()
        self.next = Scope()
        self.kept: list[tuple[Scope, Scope]] = []
        self.heading = False

    def step(self, place: int) -> None:
        item = self.items[place]
        if isinstance(item, Stop):
            self.stop(item, place)
        elif isinstance(item, Mark):
            self.mark(item, place)
        elif isinstance(item, Number):
            self.number(item)
        elif isinstance(item, Aside):
            self.next = replace(self.next, about=False)
        else:
            self.next = replace(self.next, bare_total=False) if self.next.bare_total else self.next
            self.clause = replace(self.clause, bare_total=False)

    def number(self, item: Number) -> None:
        s, c, n = self.sentence, self.clause, self.next
        bare = n.bare_total or c.bare_total
        self.found[item.start] = Scope(
            total=s.total or bare,
            bare_total=bare,
            day=s.day,
            yesterday=(s.yesterday or c.yesterday) and not self.late,
            plan=s.plan or c.plan,
            story=s.story,
            part=c.part,
            bracket=bool(self.kept),
            sub=c.sub,
            sum=c.sum,
            reject=n.reject,
            about=item.about or n.about or bool(words.ABOUT_BEHIND.match(self.text, item.end)),
            each=n.each,
            distribute=s.distribute,
        )
        self.clause = replace(self.clause, bare_total=bare)
        self.next = Scope()
        self.heading = False

    def stop(self, item: Stop, place: int) -> None:
        if item.sign == "(":
            self.kept.append((self.sentence, self.clause))
            self.next = Scope()
        elif item.sign == ")":
            if self.kept:
                self.sentence, self.clause = self.kept.pop()
        elif item.sign == "、":
            self.clause = Scope(part=self.clause.part, bare_total=self.clause.bare_total)
            self.next = Scope(each=self.next.each)
        elif item.sign == ",":
            self.clause = Scope()
            self.next = replace(Scope(), reject=False)
        else:
            self.kept.clear()
            keep = item.sign == "\n" and self.sentence.total and (self.heading or self.listed(place))
            self.sentence = Scope(total=keep)
            self.clause = self.next = Scope()

    def listed(self, place: int) -> bool:
        """Whether a running total's heading stood alone on its line and the list under it goes on."""
        return self.sentence.bracket

    def next_is_actual(self, place: int) -> bool:
        following = self.items[place + 1] if place + 1 < len(self.items) else None
        return isinstance(following, Mark) and following.kind == "actual"

    def mark(self, item: Mark, place: int) -> None:
        kind = item.kind
        if kind == "total":
            self.total(item, place)
        elif kind == "day":
            if not self.follows_total(place):
                self.sentence = replace(
                    self.sentence, total=False, day=True, yesterday=False, distribute=False, bracket=False
                )
                self.clause = replace(self.clause, bare_total=False, yesterday=False)
        elif kind == "yesterday":
            # told beside today's figure it ends with its clause, at the head of a sentence it holds for all of it
            if self.sentence.day:
                self.clause = replace(self.clause, yesterday=True)
            else:
                self.sentence = replace(self.sentence, yesterday=True)
        elif kind == "plan":
            if _LONG_PLAN.match(self.text, item.start):
                self.sentence = replace(self.sentence, plan=True)
            else:
                self.clause = replace(self.clause, plan=True)
        elif kind == "story":
            self.sentence = replace(self.sentence, story=True)
        elif kind == "actual":
            self.clause = replace(self.clause, plan=False)
        elif kind == "distribute":
            self.sentence = replace(self.sentence, distribute=True)
        elif kind in ("part", "sub", "sum"):
            self.clause = replace(self.clause, **{kind: True})
            if kind == "sum":
                self.clause = replace(self.clause, sub=False)
        elif kind in ("about", "reject", "each"):
            self.next = replace(self.next, **{kind: True})

    def follows_total(self, place: int) -> bool:
        """累计新增 is a running total still."""
        before = self.items[place - 1] if place else None
        return isinstance(before, Mark) and before.kind == "total" and before.end == self.items[place].start

    def total(self, item: Mark, place: int) -> None:
        following = next((i for i in self.items[place + 1 :] if not isinstance(i, Mark) or i.kind == "total"), None)
        if isinstance(following, Number) and words.GLUE.fullmatch(self.text[item.end : following.start]):
            self.next = replace(self.next, bare_total=True)
            return
        alone = isinstance(following, Stop) and following.sign == "\n"
        # `bracket` on the sentence says: this total is a heading over the lines below
        self.sentence = replace(self.sentence, total=True, bracket=alone, day=False)
        self.heading = alone
