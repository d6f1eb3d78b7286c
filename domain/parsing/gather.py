"""Stage 6: from pairs and scopes to what the message says of each indicator, and to what it leaves unclear."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon, Name
from domain.parsing.numbers import Aside, Number
from domain.parsing.pairing import Choice, converted, extended, pair
from domain.parsing.scopes import SENTENCE_ENDS, Item, Mark, Scope, Stop, merged, scopes

_JOINED = re.compile(r"(?:人员|的人|情况|病例|人数|者|的|、|,|/|和|及|与|或|跟|以及|或者|还有)*")
_JOINED_NEAR = re.compile(r"(?:人员|的人|情况|病例|人数|者|的|、|/|和|及|与|或|跟|以及|或者)+")
_ZERO_ALL = re.compile(r"(?:均|都|全部|全|皆|各)")
_PART_NOUN = re.compile(
    r"(?:男性?|女性?|党员|干部|志愿者|群众|老人|儿童|小孩|学生|医护|民警|网格员|村干部|本地|外地|本村|外村|省内|省外|县内|县外|市外|市内|镇外|低保户?|孕妇|婴儿|大人|成人|青年|退役军人|教师|老师|民兵|小车|货车|客车|轿车|摩托车?|电动车|"
    r"外省|本省|本县|本市|川籍|党员干部|其他|其余|另外?)(?:各|有|为|是)?$"
)
_LABEL_LIKE = re.compile(r"(?:^|[\n。;,•\t])[^\n。;,:\d]{1,12}[:=]?$")
_AREA = re.compile(r"(?:共有|辖|常住|户籍|总人口|总户数|人口)[^,。;\n]{0,3}$")
_PLACES = re.compile(
    r"(?:个|座)?(?:村|社区|小区|组(?!织)|网格|单元|楼|院|班|年|月|省|市|县|乡|镇|街道|国|方面|到位|环节|阶段|步骤|问题|建议|电话|晚|白天|礼拜|老人|娃|孩|姓|女儿|儿子)"
)
_QUESTION = re.compile(r"(?:吗|么|呢|没有|不|多少|几个|哪|谁|什么)$")


@dataclass(frozen=True)
class Entry:
    """One thing said of one indicator. fits: whether its measure suits; change: a change of what is a level."""

    code: str
    value: Decimal
    start: int
    end: int
    why: str
    total: bool = False
    about: bool = False
    fits: bool = True
    sub: bool = False
    sum: bool = False
    change: bool = False
    corrected: bool = False


@dataclass(frozen=True)
class Unknown:
    """A number whose name the form does not know."""

    start: int
    end: int
    value: Decimal


@dataclass
class Gathered:
    """All that a stretch of a message says."""

    entries: list[Entry] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    zero: tuple[int, int] | None = None


class Tokens(Protocol):
    """What earlier stages found in the whole message."""

    @property
    def folded(self) -> Folded: ...
    @property
    def names(self) -> Sequence[Name]: ...
    @property
    def numbers(self) -> Sequence[Number]: ...
    @property
    def aside(self) -> Sequence[Aside]: ...
    @property
    def marks(self) -> Sequence[Mark]: ...


def gather(tokens: Tokens, start: int, end: int, ready: Lexicon, *, late: bool) -> Gathered:
    """Everything that the text in [start, end) says of the form's indicators."""
    items = merged(tokens.folded.text, start, end, tokens.names, tokens.numbers, tokens.aside, tokens.marks)
    return _Gatherer(tokens.folded, items, ready, late, start, end).run()


class _Gatherer:
    """Reads clause by clause, remembering the last pair and the names that still wait for a number."""

    def __init__(self, folded: Folded, items: Sequence[Item], ready: Lexicon, late: bool, start: int, end: int) -> None:
        self.start, self.end, self.late = start, end, late
        self.folded, self.text, self.items, self.ready = folded, folded.text, items, ready
        self.scope = scopes(self.text, items, late=late)
        self.out = Gathered()
        self.waiting: list[Name] = []
        self.last: list[tuple[Name | None, Entry]] = []
        self.taken: set[int] = set()
        self.rejected = False

    def run(self) -> Gathered:
        sentence: list[list[Name | Number]] = [[]]
        start = self.start
        for item in [*self.items, Stop(self.end, self.end, "\n")]:
            if isinstance(item, Stop):
                if item.sign in SENTENCE_ENDS:
                    self.sentence(sentence, start, item)
                    sentence, start = [[]], item.end
                elif sentence[-1]:
                    sentence.append([])
            elif isinstance(item, (Name, Number)):
                sentence[-1].append(item)
        self.none_of_it()
        return self.out

    def sentence(self, clauses: list[list[Name | Number]], start: int, stop: Stop) -> None:
        self.waiting = []
        if stop.sign == "?" or re.search(r"(?:吗|么|呢)[!~]*$", self.text[start : stop.start]):
            self.taken |= {i.start for clause in clauses for i in clause}
            return
        if stop.sign != "\n" or start == 0 or self.text[start - 1] != ";":
            pass
        for clause in clauses:
            if clause:
                self.clause(clause)
        if stop.sign == "\n":
            self.last = self.last[-3:]

    def clause(self, clause: list[Name | Number]) -> None:
        choices = pair(self.text, clause, self.ready, self.before(clause), self.folded.gaps)
        if choices and self.spread(clause, choices):
            return
        used = {c.name.start for c in choices if c.name}
        for choice in choices:
            self.settle(choice)
        free = [i for i in clause if isinstance(i, Name) and i.start not in used]
        if free or choices:
            self.waiting = free if not choices else [n for n in free if n.start > choices[-1].number.start]

    def before(self, clause: list[Name | Number]) -> Name | None:
        """The name paired last, when the clause opens with a bare figure that may go on with it (、80台次)."""
        first = clause[0]
        if not isinstance(first, Number) or not self.last or not words.GLUE.fullmatch(self.opening(first)):
            return None
        return self.last[-1][0]

    # -- several names, several numbers ---------------------------------------------------------------------------

    def spread(self, clause: list[Name | Number], choices: list[Choice]) -> bool:
        """`返乡、发热各1人`, `返乡、密接、发热分别为3人、0人、1人`: names joined before the numbers."""
        first = choices[0].number
        scope = self.scope[first.start]
        heads = [i for i in clause if isinstance(i, Name) and i.start < first.start]
        names = self.joined_before(heads, first)
        if scope.each and len(choices) == 1 and len(names) > 1:
            for name in names:
                self.settle(Choice(first, name, "left", name.codes[0] if name.codes else None))
            return True
        if scope.distribute and (len(names) > 1 or self.queue(names)):
            return self.hand_out(names, choices)
        return False

    def joined_before(self, heads: list[Name], first: Number) -> list[Name]:
        names = [n for n in [*self.waiting, *heads] if n.codes]
        keep: list[Name] = []
        for name in reversed(names):
            if keep and not _JOINED.fullmatch(self.text[name.end : keep[0].start]):
                break
            keep.insert(0, name)
        return keep

    def queue(self, names: list[Name]) -> bool:
        return False

    def hand_out(self, names: list[Name], choices: list[Choice]) -> bool:
        """The first number to the first name; the rest follow in later clauses."""
        numbers = [c.number for c in choices]
        place = next((n for n, i in enumerate(self.items) if i is numbers[0]), 0)
        ahead: list[Number] = []
        for item in self.items[place:]:
            if isinstance(item, Number):
                ahead.append(item)
            elif isinstance(item, Name) or (isinstance(item, Stop) and item.sign in SENTENCE_ENDS):
                break
        if len(ahead) != len(names):
            return False
        for name, number in zip(names, ahead, strict=True):
            if number.start not in self.taken:
                fits = number.measure is None or any(self.ready.fits(c, number.measure) is not None for c in name.codes)
                self.settle(Choice(number, name, "left", name.codes[0], fits))
                self.taken.add(number.start)
        return True

    # -- one number ------------------------------------------------------------------------------------------------

    def settle(self, choice: Choice) -> None:
        """One number with its name, or one whose name must be looked for around it."""
        number, scope = choice.number, self.scope[choice.number.start]
        if number.start in self.taken:
            return
        if choice.name:
            self.taken.add(choice.name.start)
        if scope.nobody or (scope.yesterday and not scope.total):
            self.taken |= {n.start for n in self.waiting}
            return
        if choice.code is None and choice.name is None:
            self.nameless(number, scope)
        elif choice.code is None or choice.name is None:
            self.ask(number, choice.name)
        else:
            self.known(choice, scope)

    def known(self, choice: Choice, scope: Scope) -> None:
        name, number, code = choice.name, choice.number, choice.code
        assert name is not None and code is not None
        indicator = self.ready.form.indicator(code)
        middle = self.text[name.end : number.start] if name.end <= number.start else ""
        before = self.text[max(0, min(name.start, number.start) - 4) : min(name.start, number.start)]
        if not choice.fits and (
            (words.BRACKETED.sub("", middle) and not words.GLUE.fullmatch(middle)) or choice.how == "right"
        ):
            self.ask(number, name)
            return
        if indicator.kind == "stock" and self.moved(before, middle):
            self.ask(number, name)
            return
        if (scope.part or scope.bracket) and self.last and self.last[-1][1].code == code and not scope.total:
            return
        self.add(code, name, number, scope, choice, before, middle)

    def moved(self, before: str, middle: str) -> bool:
        """Whether a thing is given, taken or wanted rather than in store."""
        if words.LEFT_OVER.search(middle):
            return False
        return bool(words.MOVED.search(before) or words.MOVED_MID.search(middle))

    def add(
        self, code: str, name: Name | None, number: Number, scope: Scope, choice: Choice, before: str, middle: str
    ) -> None:
        indicator = self.ready.form.indicator(code)
        change = (
            indicator.kind == "stock"
            and not scope.total
            and bool(
                words.CHANGE.search(before)
                or words.CHANGE_MID.search(middle)
                or words.CHANGE.search(self.text[max(0, number.start - 4) : number.start])
            )
        )
        start = min(number.start, name.start) if name else number.start
        entry = Entry(
            code=code,
            value=converted(number, code, self.ready),
            start=start,
            end=max(number.end, name.end) if name and name.start > number.start else number.end,
            why=choice.how,
            total=scope.total,
            about=scope.about,
            fits=choice.fits,
            sub=scope.sub,
            sum=scope.sum,
            change=change,
            corrected=self.corrected(code, start, number),
        )
        self.out.entries.append(entry)
        self.last.append((name, entry))

    def corrected(self, code: str, start: int, number: Number) -> bool:
        """Whether a correcting word stands between this and the value before it of the same indicator."""
        earlier = [e for e in self.out.entries if e.code == code]
        if not earlier:
            return False
        since = earlier[-1].end
        return any(isinstance(i, Mark) and i.kind == "correct" and since <= i.start < number.start for i in self.items)

    # -- a number without a name in its clause -----------------------------------------------------------------------

    def nameless(self, number: Number, scope: Scope) -> None:
        opening = self.opening(number)
        glued = bool(words.GLUE.fullmatch(opening)) or scope.sub or scope.sum
        corrects = any(
            isinstance(i, Mark) and i.kind == "correct" and number.start - 8 <= i.start < number.start
            for i in self.items
        )
        if scope.part or (scope.bracket and not scope.total):
            if not self.of_whole(number, scope) and scope.bracket and self.waiting and glued:
                self.carry(number, scope)
            return
        if (scope.bare_total or corrects) and self.again(number, scope):
            return
        if self.waiting and (glued or scope.bare_total) and self.carry(number, scope):
            return
        if (scope.sub or scope.sum) and self.again(number, scope):
            return
        if glued and not scope.bare_total and self.last and self.last[-1][0] is not None:
            code = extended(self.last[-1][0], number, self.ready)
            if code:
                self.add(
                    code, self.last[-1][0], number, scope, Choice(number, self.last[-1][0], "extended", code), "", ""
                )
                return
        if self.verb(number, scope):
            return
        self.stranger(number, scope)

    def opening(self, number: Number) -> str:
        """The clause's words before the number."""
        start = max(self.text.rfind(c, 0, number.start) for c in "\n。;!?,、()") + 1
        return self.text[start : number.start]

    def of_whole(self, number: Number, scope: Scope) -> bool:
        """`返乡3人（湖北1人）`: a part that with the whole's word makes a name of the form."""
        if not self.last:
            return False
        whole = self.last[-1][1].code
        part = re.sub(
            r"^(?:其中[:,]?|包括|含|有|来?自|从)+|(?:回来|来|的|有|籍|为|是|各|:)+$", "", self.opening(number)
        )
        for word in self.ready.form.indicator(whole).spoken if part else ():
            codes = self.ready.words.get(part + word)
            if codes and whole not in codes:
                self.add(codes[0], None, number, scope, Choice(number, None, "left", codes[0]), "", "")
                return True
        return False

    def again(self, number: Number, scope: Scope) -> bool:
        """One more figure for what was just spoken of: `累计2890`, `哦不对，是45户`, `下午110`."""
        for held in reversed(self.waiting):
            if held.codes and self.ready.fits(held.codes[0], number.measure) is not None:
                return self.carry(number, scope)
        for name, entry in reversed(self.last[-6:]):
            if self.ready.fits(entry.code, number.measure) is None:
                continue
            self.add(entry.code, None, number, scope, Choice(number, name, "left", entry.code), "", "")
            self.last[-1] = (name, self.last[-1][1])
            return True
        return False

    def carry(self, number: Number, scope: Scope) -> bool:
        """The name stood alone in the clause before: `入户排查，共120户`."""
        name = next((n for n in reversed(self.waiting) if n.codes), None)
        if name is None:
            return False
        code: str | None = name.codes[0]
        if self.ready.fits(name.codes[0], number.measure) is None:
            code = extended(name, number, self.ready)
        if code is None:
            return False
        self.taken.add(name.start)
        self.add(code, name, number, scope, Choice(number, name, "left", code), "", self.text[name.end : number.start])
        return True

    def verb(self, number: Number, scope: Scope) -> bool:
        """`跑了47户`, `外省回来的4个`: a verb that with this measure leaves one reading."""
        if number.measure is None:
            return False
        opening, behind = self.opening(number), self.text[number.end : number.end + 8]
        found = set()
        for word, codes in self.ready.loose.items():
            if re.search(
                rf"{re.escape(word)}(?:了|过|的|完了?|到|出|遍)*(?:有|共|一共|总共|大概|约)*$", opening
            ) or re.match(rf"(?:从?[一-鿿]{{0,4}})?{re.escape(word)}", behind):
                found |= {
                    c
                    for c in codes
                    if (self.ready.fits(c, number.measure) or 0) < 2 and self.ready.fits(c, number.measure) is not None
                }
        if len(found) != 1:
            return False
        code = found.pop()
        self.add(code, None, number, scope, Choice(number, None, "left", code), "", "")
        return True

    def stranger(self, number: Number, scope: Scope) -> None:
        """A number that no name of the form explains: asked when it counts something, passed over when it does not."""
        opening, behind = self.opening(number), self.text[number.end : number.end + 6]
        if scope.total or _PART_NOUN.search(opening) or _AREA.search(opening) or (number.han and number.value == 1):
            return
        if number.measure is None:
            if number.han or not _LABEL_LIKE.search(self.text[: number.start]) or not re.search(r"[一-鿿]{2}", opening):
                return
            if behind and not re.match(r"[\n,。;、\t)]", behind) and number.end not in self.folded.gaps:
                return
        elif (
            _PLACES.match(behind) or (number.measure in ("个", "点") and number.han and not words.GLUE.fullmatch(opening))
        ):
            return
        self.ask(number, None)

    def ask(self, number: Number, name: Name | None) -> None:
        if number.value == 0:
            return
        start = max(self.text.rfind(c, 0, number.start) for c in "\n。;!?,、()") + 1
        self.out.unknown.append(Unknown(start, max(number.end, name.end if name else 0), number.value))

    # -- there is none of it -----------------------------------------------------------------------------------------

    def none_of_it(self) -> None:
        names = [i for i in self.items if isinstance(i, Name)]
        zeros: dict[int, Name] = {}
        for place, name in enumerate(names):
            if name.start in self.taken or not name.codes:
                continue
            before = self.text[max(0, name.start - 14) : name.start]
            if (negation := words.NEGATION.search(before)) and not self.cut(name.start - len(negation[0]), name.start):
                self.chain(names, place, zeros, 1)
            elif none := words.NONE_BEHIND.match(self.spaced(name.end)):
                zeros[name.start] = name
                self.chain(names, place, zeros, -1, wide=bool(_ZERO_ALL.search(none[0])))
        for name in zeros.values():
            self.nothing(name)

    def cut(self, start: int, end: int) -> bool:
        return any(c in "\n。;,!?" for c in self.text[start:end])

    def spaced(self, start: int) -> str:
        """The text behind a name with its blanks back."""
        return "".join(
            (" " if i in self.folded.gaps else "") + self.text[i] for i in range(start, min(start + 20, len(self.text)))
        )

    def chain(self, names: list[Name], place: int, zeros: dict[int, Name], step: int, *, wide: bool = False) -> None:
        """The name and those joined to it (`无返乡、发热和密接`)."""
        zeros[names[place].start] = names[place]
        while 0 <= place + step < len(names):
            one, other = sorted((names[place], names[place + step]), key=lambda n: n.start)
            following = names[place + step]
            between = self.text[one.end : other.start]
            joined = _JOINED.fullmatch(between) if wide else _JOINED_NEAR.fullmatch(between)
            if not joined or following.start in self.taken or not following.codes:
                return
            zeros[following.start] = following
            place += step

    def nothing(self, name: Name) -> None:
        scope = self.zero_scope(name)
        if scope:
            return
        self.taken.add(name.start)
        self.out.entries.append(Entry(name.codes[0], Decimal(0), name.start, name.end, "none"))

    def zero_scope(self, name: Name) -> bool:
        """Whether the sentence is a plan, a story or of yesterday, so that its zero is nobody's."""
        start = max(self.text.rfind(c, 0, name.start) for c in SENTENCE_ENDS) + 1
        seen = [i for i in self.items if isinstance(i, Mark) and start <= i.start < name.start]
        nobody = ("story",) if self.late else ("story", "yesterday")
        return any(m.kind in nobody for m in seen) or any(
            m.kind == "plan" and "明" in self.text[m.start : m.end] for m in seen
        )
