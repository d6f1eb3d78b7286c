"""Stage 6: several names before several numbers, and names that go without a part of themselves."""

from bisect import bisect_left
from itertools import pairwise

from domain.parsing import words
from domain.parsing.nameless import Nameless
from domain.parsing.names import Name
from domain.parsing.numbers import Number
from domain.parsing.numerals import HAN
from domain.parsing.pairing import Choice
from domain.parsing.scopes import SENTENCE_ENDS, Stop
from domain.patterns import regex

_JOINED = regex(r"(?:人员|的人|情况|病例|人数|者|的|、|,|/|和|及|与|或|跟|以及|或者|还有)*")
_ITS_FIGURE = regex(rf"[\d{HAN}无没/—-]")  # 入户:5 heads nothing
_HEADS = regex(r"(?:情况|人数|户数|数量?|如下)*:")


class Joined(Nameless):
    """How names and numbers of one clause stand to those of another."""

    def heaped(self, clause: list[Name | Number]) -> bool:
        """`单位 入户 返乡 甲村 77 1`: names in columns, then figures; which is of which is not told.

        Two names and two figures are enough; of one figure that goes without its measure it is as unsure.
        """
        first = next((n for n, i in enumerate(clause) if isinstance(i, Number)), 0)
        over = [n for n in (*self.waiting, *clause[:first]) if n is not self.heading][-2:]
        if len(over) < 2 or not all(self.in_column(n) for n in over):
            return False
        under = clause[first : first + 2]
        figures = [i for i in under if isinstance(i, Number)]
        return len(figures) == 2 or (len(figures) == 1 and figures[0].measure is None and self.barred_off(over))

    def in_column(self, name: Name | Number) -> bool:
        """Whether the name, with its measure in brackets, is parted from what follows by a blank, a tab or a bar."""
        bracket = words.BRACKETED.match(self.text, name.end)
        end = bracket.end() if bracket else name.end
        return end in self.folded.gaps or self.text[end : end + 1] in ("\t", "|")

    def barred_off(self, over: list[Name | Number]) -> bool:
        """Whether nothing stands between two names but the tab or bar of a table's head."""
        between = words.BRACKETED.sub("", self.text[over[0].end : over[1].start])
        return between.strip(" ") in ("\t", "|")

    def under_head(self, item: Name | Number, previous: Name | Number | None) -> Name | Number:
        """`劝返：人员12人次，车辆3台次`: behind a head and a colon the head's word is a part of the name."""
        if isinstance(item, Number):
            return item
        colon = _HEADS.match(self.text, item.end)
        heads = colon is not None and not _ITS_FIGURE.match(self.text, colon.end())
        codes: tuple[str, ...] | None = None
        if item.codes and self.head and not heads:
            codes = self.ready.words.get(self.head.word + item.word)
        elif item.codes and (isinstance(previous, Name) or not heads):
            codes = self.without_verb(item, previous)
        if codes:
            item = item._replace(codes=codes)
        if heads:
            self.head = item
        return item

    def without_verb(self, item: Name, previous: Name | Number | None) -> tuple[str, ...] | None:
        """`劝返人员12人次、车辆3台次`: a name joined to the one before may do without its verb."""
        before = self.waiting[-1] if self.waiting else self.last[-1][0] if self.last else None
        before = previous if isinstance(previous, Name) else before
        sign = self.text[item.start - 1 : item.start]
        if before is None or item.word not in self.ready.alone or sign not in ("、", "/", ",", "和", "及"):
            return None
        said = {e.code for e in self.out.entries}
        said |= {c for n in self.names if n.start > item.start for c in n.codes[:1]}
        if sign == "," and not said & set(item.codes):
            return None
        longer = (before.word[:cut] + item.word for cut in range(len(before.word), 1, -1))
        codes = next((self.ready.words[w] for w in longer if w in self.ready.words), None)
        joined = self.waiting or isinstance(previous, Name)
        spoken_for = self.last[-1][1].code if self.last and not joined else None
        return codes if codes and codes[0] != spoken_for and codes[0] not in said else None

    def going_on(self, clause: list[Name | Number]) -> tuple[Name, str] | None:
        """Name and code paired last, when the clause opens with a figure that may go on with them (、80台次)."""
        first = clause[0]
        if not isinstance(first, Number) or not self.last or self.waiting or self.scope[first.start].bare_total:
            return None
        name, entry = self.last[-1]
        opening = self.opening(first)
        return (name, entry.code) if name and "有" not in opening and words.GLUE.fullmatch(opening) else None

    def spread(self, clause: list[Name | Number], choices: list[Choice]) -> list[Choice]:
        """`返乡、发热各1人`, `返乡、密接、发热分别为3人、0人、1人`: names joined before the numbers; else nothing."""
        first = choices[0].number
        scope = self.scope[first.start]
        names = self.joined_before([i for i in clause if isinstance(i, Name) and i.start < first.start])
        if len(names) < 2:
            return []
        numbers = self.ahead(first)
        slashed = "/" in self.text[names[0].end : names[1].start] or self.barred(names, numbers)
        headed = self.text[names[-1].end : names[-1].end + 1] == ":" and self.suit(names, numbers)
        if not (scope.each or scope.distribute or slashed or headed):
            return []
        if scope.each and len(choices) == 1:
            return [Choice(first, name, "left", name.codes[0], spread=True) for name in names]
        if len(numbers) != len(names):
            return []
        return [
            Choice(number, name, "left", name.codes[0], self.takes(name, number), spread=True)
            for name, number in zip(names, numbers, strict=True)
        ]

    def takes(self, name: Name, number: Number) -> bool:
        """Whether the number's measure suits any of the name's indicators."""
        return any(self.ready.fits(code, number.measure) is not None for code in name.codes)

    def barred(self, names: list[Name], numbers: list[Number]) -> bool:
        """`入户、排查、返乡：120/356/2`: as many figures as names, and nothing but bars between them."""
        between = {self.text[a.end : b.start] for a, b in pairwise(numbers)}
        headed = between == {"、"} and self.text[names[-1].end : names[-1].end + 1] == ":"
        return len(names) == len(numbers) and (between == {"/"} or headed)

    def suit(self, names: list[Name], numbers: list[Number]) -> bool:
        """Whether as many numbers follow as there are names, each in its name's measure."""
        return len(names) == len(numbers) and all(
            number.measure is not None and self.ready.fits(name.codes[0], number.measure) is not None
            for name, number in zip(names, numbers, strict=True)
        )

    def joined_before(self, heads: list[Name]) -> list[Name]:
        keep: list[Name] = []
        for name in reversed([n for n in [*self.waiting, *heads] if n.codes]):
            if keep and not _JOINED.fullmatch(self.text[name.end : keep[0].start]):
                break
            keep.insert(0, name)
        return keep

    def ahead(self, first: Number) -> list[Number]:
        """The numbers from here to the next name or the sentence's end."""
        found: list[Number] = []
        for item in self.items[bisect_left(self.items, first.start, key=lambda i: i.start) :]:
            if isinstance(item, Number):
                found.append(item)
            elif isinstance(item, Name) or (isinstance(item, Stop) and item.sign in SENTENCE_ENDS):
                break
        return found
