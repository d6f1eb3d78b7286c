"""Stage 6: from pairs and scopes to what the message says of each indicator, and to what it leaves unclear."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from typing import Protocol

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon, Name
from domain.parsing.nothing import none_before, none_behind
from domain.parsing.numbers import Aside, Number
from domain.parsing.pairing import Choice, converted, extended, pair
from domain.parsing.scopes import SENTENCE_ENDS, Item, Mark, Scope, Stop, merged, scopes

_JOINED = re.compile(r"(?:人员|的人|情况|病例|人数|者|的|、|,|/|和|及|与|或|跟|以及|或者|还有)*")
_PART_NOUN = re.compile(
    r"(?:男性?|女性?|党员|干部|志愿者|群众|老人|儿童|小孩|学生|医护|民警|网格员|村干部|本地|外地|本村|外村|省内|省外|县内|县外|市外|市内|镇外|低保户?|孕妇|婴儿|大人|成人|青年|退役军人|教师|老师|民兵|小车|货车|客车|轿车|摩托车?|电动车|"
    r"已?(?:处理|处置|办结|整改|核实|解决|核查)(?:了|完)?|外省|本省|本县|本市|川籍|党员干部|其他|其余|另外?)(?:各|有|为|是)?$"
)
_NEXT_PLACE = re.compile(r"[、,和及][一-鿿]{1,6}")
_NONE_ALONE = re.compile(r"[\s,:•]*(?:无|没有|零|〇|/|-+|—+)[\s。!]*")
_ASKS = re.compile(r"(?:吗|么|呢)[!~\n。;]*$")
LONGEST_CLAUSE = 60
_BARRIERS = frozenset(
    {"money", "each", "difference", "temperature", "percent", "age", "length", "area", "size", "phone"}
)
_LABEL_LIKE = re.compile(r"(?:^|[\n。;,•\t])[^\n。;,:\d]{1,12}[:=]?$")
_AREA = re.compile(r"(?:共有|辖|常住|户籍|总人口|总户数|人口)[^,。;\n]{0,3}$")
_PLACES = re.compile(
    r"(?:个|座)?(?:村|社区|小区|组(?!织)|网格|单元|楼|院|班|年|月|省|市|县|乡|镇|街道|国|方面|到位|环节|阶段|步骤|问题|建议|电话|晚|白天|礼拜|老人|娃|孩|姓|女儿|儿子)"
)


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
    listed: bool = False


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


def gather(
    tokens: Tokens, start: int, end: int, ready: Lexicon, *, late: bool = False, headings: tuple[Name, ...] = ()
) -> Gathered:
    """Everything that the text in [start, end) says of the form's indicators.

    late: it reports for yesterday. headings: the names over a list, of which its bare numbers are.
    """
    items = merged(tokens.folded.text, start, end, tokens.names, tokens.numbers, tokens.aside, tokens.marks)
    return _Gatherer(tokens.folded, items, ready, late, start, end, headings).run()


class _Gatherer:
    """Reads clause by clause, remembering the last pairs and the names that still wait for a number."""

    def __init__(
        self,
        folded: Folded,
        items: Sequence[Item],
        ready: Lexicon,
        late: bool,
        start: int,
        end: int,
        headings: tuple[Name, ...],
    ) -> None:
        self.start, self.end, self.late, self.headings = start, end, late, headings
        self.heading = headings[0] if len(headings) == 1 else None
        self.folded, self.text, self.items, self.ready = folded, folded.text, items, ready
        self.scope = scopes(self.text, items, late=late)
        self.names = [i for i in items if isinstance(i, Name)]
        self.correcting = [i.start for i in items if isinstance(i, Mark) and i.kind == "correct"]
        self.none = none_behind(folded, self.names)
        self.out = Gathered()
        self.waiting: list[Name] = []
        self.last: list[tuple[Name | None, Entry]] = []
        self.done: set[int] = set()
        self.head: Name | None = None
        self.moving = False
        self.ended: dict[str, int] = {}

    def run(self) -> Gathered:
        sentence: list[list[Name | Number]] = [[]]
        start = self.start
        for item in [*self.items, Stop(self.end, self.end, "\n")]:
            if isinstance(item, Stop) and item.sign in SENTENCE_ENDS:
                self.sentence(sentence, self.text[start : item.end] or "\n")
                sentence, start = [[]], item.end
            elif isinstance(item, Name | Number) and item.start not in self.none:
                sentence[-1].append(item)
            elif not isinstance(item, Mark | Name) and (isinstance(item, Stop) or item.kind in _BARRIERS):
                sentence.append([])
            elif isinstance(item, Name):
                sentence.append([])
        if len(self.headings) > 1 and not self.names:
            self.in_order([i for i in self.items if isinstance(i, Number)])
        paired = self.done | set(self.none)
        self.none |= none_before(self.folded, self.names, paired)
        for name in self.none.values():
            self.nothing(name)
        if self.heading and not self.out.entries and _NONE_ALONE.fullmatch(self.text[self.start : self.end]):
            self.out.entries.append(Entry(self.heading.codes[0], Decimal(0), self.start, self.end, "none"))
        return self.out

    def in_order(self, numbers: list[Number]) -> None:
        """As many bare numbers as the heading has names go to them in order."""
        if len(numbers) != len(self.headings):
            return
        self.out.unknown.clear()
        for name, number in zip(self.headings, numbers, strict=True):
            fits = self.ready.fits(name.codes[0], number.measure) is not None
            self.add(name.codes[0], name, Choice(number, name, "left", name.codes[0], fits), self.scope[number.start])

    def sentence(self, clauses: list[list[Name | Number]], spoken: str) -> None:
        self.waiting = [self.heading] if self.heading else []
        self.head = None
        self.moving = False
        if spoken.endswith("?") or _ASKS.search(spoken):
            self.done |= {i.start for clause in clauses for i in clause}
            return
        for clause in clauses:
            for begin in range(0, len(clause), LONGEST_CLAUSE):
                self.clause(clause[begin : begin + LONGEST_CLAUSE])
        self.last = self.last[-3:]

    def clause(self, clause: list[Name | Number]) -> None:
        clause = [self.under_head(i) for i in clause]
        choices = pair(self.text, clause, self.ready, self.going_on(clause), self.folded.gaps)
        if choices and self.spread(clause, choices):
            return
        used = {c.name.start for c in choices if c.name}
        free = [i for i in clause if isinstance(i, Name) and i.start not in used]
        for choice in choices:
            self.settle(choice)
        if choices:
            held = [n for n in self.waiting if n.start >= clause[0].start]
            self.waiting = held + [n for n in free if n.start > choices[-1].number.start]
        else:
            self.waiting = self.waiting + free

    def under_head(self, item: Name | Number) -> Name | Number:
        """`劝返：人员12人次，车辆3台次`: behind a head and a colon the head's word is a part of the name."""
        if isinstance(item, Number):
            return item
        if self.text[item.end : item.end + 1] == ":":
            self.head = item
            return item
        over, spoken_for = self.head, None
        if over is None and self.last and self.text[item.start - 1 : item.start] == "、":
            over, spoken_for = self.last[-1][0], self.last[-1][1].code
        codes = self.ready.words.get(over.word + item.word) if over and item.codes else None
        return replace(item, codes=codes) if codes and codes[0] != spoken_for else item

    def going_on(self, clause: list[Name | Number]) -> tuple[Name, str] | None:
        """Name and code paired last, when the clause opens with a figure that may go on with them (、80台次)."""
        first = clause[0]
        if not isinstance(first, Number) or not self.last or self.waiting or self.scope[first.start].bare_total:
            return None
        name, entry = self.last[-1]
        return (name, entry.code) if name and words.GLUE.fullmatch(self.opening(first)) else None

    # -- several names, several numbers ---------------------------------------------------------------------------

    def spread(self, clause: list[Name | Number], choices: list[Choice]) -> bool:
        """`返乡、发热各1人`, `返乡、密接、发热分别为3人、0人、1人`: names joined before the numbers."""
        first = choices[0].number
        scope = self.scope[first.start]
        names = self.joined_before([i for i in clause if isinstance(i, Name) and i.start < first.start])
        if len(names) < 2 or not (scope.each or scope.distribute or "/" in self.text[names[0].end : names[1].start]):
            return False
        if scope.each and len(choices) == 1:
            for name in names:
                self.settle(Choice(first, name, "left", name.codes[0]))
            return True
        numbers = self.ahead(first)
        if len(numbers) != len(names):
            return False
        for name, number in zip(names, numbers, strict=True):
            fits = any(self.ready.fits(c, number.measure) is not None for c in name.codes)
            self.settle(Choice(number, name, "left", name.codes[0], fits))
            self.done.add(number.start)
        return True

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
        for item in self.items:
            if item.start < first.start:
                continue
            if isinstance(item, Number):
                found.append(item)
            elif isinstance(item, Name) or (isinstance(item, Stop) and item.sign in SENTENCE_ENDS):
                break
        return found

    # -- one number ------------------------------------------------------------------------------------------------

    def settle(self, choice: Choice) -> None:
        """One number with its name, or one whose name must be looked for around it."""
        number, scope = choice.number, self.scope[choice.number.start]
        if number.start in self.done:
            return
        if choice.name:
            self.done.add(choice.name.start)
        if scope.nobody or (scope.yesterday and not scope.total):
            # the name waits for the figure that counts: 应入户150、实120
            self.waiting = [choice.name] if choice.name and choice.code else self.waiting
        elif choice.name is None:
            self.nameless(number, scope)
        elif choice.code is None:
            self.ask(number, choice.name)
        else:
            self.known(choice, choice.name, choice.code, scope)

    def known(self, choice: Choice, name: Name, code: str, scope: Scope) -> None:
        number = choice.number
        middle = self.text[name.end : number.start] if name.end <= number.start else ""
        before = self.text[max(0, min(name.start, number.start) - 4) : min(name.start, number.start)]
        loose = bool(middle) and not words.GLUE.fullmatch(words.BRACKETED.sub("", middle))
        if not choice.fits and (loose or choice.how == "right"):
            self.ask(number, name)
        elif self.ready.form.indicator(code).store and self.is_moved(name, number, middle):
            self.ask(number, name)
            self.waiting = [name]
        elif (scope.part or scope.bracket) and not scope.total and self.last and self.last[-1][1].code == code:
            return
        elif self.text[number.end : number.end + 1] == " ":
            self.ask(number, name)
        else:
            change = _changes(before, middle) or bool(words.CHANGE.search(self.text[max(0, number.start - 4) : number.start]))
            self.add(code, name, choice, scope, change=change, listed=loose)

    def is_moved(self, name: Name, number: Number, middle: str) -> bool:
        """Whether a thing is given, taken or wanted rather than in store; so are those listed behind it."""
        start = min(name.start, number.start)
        clause = self.clause_start(start)
        before = self.text[clause:start]
        if words.LEFT_OVER.search(before + middle + name.word):
            self.moving = False
            return False
        moved = words.MOVED.search(before) or words.MOVED_MID.search(middle) or words.MOVED_CLAUSE.search(before)
        self.moving = bool(moved) or (self.moving and not before)
        return self.moving

    def clause_start(self, place: int) -> int:
        """Where the clause that holds this place begins."""
        return max(self.text.rfind(c, 0, place) for c in "\n。;!?,、()") + 1

    def add(
        self, code: str, name: Name | None, choice: Choice, scope: Scope, *, change: bool = False, listed: bool = False
    ) -> None:
        number = choice.number
        spanned = name if name and name.start >= self.start else None
        start = min(number.start, spanned.start) if spanned else number.start
        entry = Entry(
            code=code,
            value=converted(number, code, self.ready),
            start=start,
            end=max(number.end, spanned.end) if spanned and spanned.start > number.start else number.end,
            why=choice.how,
            total=scope.total,
            about=scope.about,
            fits=choice.fits,
            sub=scope.sub or listed,
            sum=scope.sum,
            change=change and not scope.total and self.ready.form.indicator(code).kind == "stock",
            corrected=self.corrected(code, number),
            listed=listed,
        )
        self.ended[code] = max(entry.end, self.ended.get(code, 0))
        self.replace_misfit(entry, number)
        self.out.entries.append(entry)
        self.last.append((name, entry))

    def replace_misfit(self, entry: Entry, number: Number) -> None:
        """`解除隔离3户8人`: the figure whose measure did not suit gives way to the one that does."""
        before = self.out.entries[-1] if self.out.entries else None
        if before and before.code == entry.code and entry.fits and not before.fits and before.end == number.start:
            self.out.entries.pop()

    def corrected(self, code: str, number: Number) -> bool:
        """Whether a correcting word stands between this and the value before it of the same indicator."""
        since = self.ended.get(code)
        return since is not None and any(since <= c < number.start for c in self.correcting)

    # -- a number without a name in its clause -----------------------------------------------------------------------

    def nameless(self, number: Number, scope: Scope) -> None:
        glued = bool(words.GLUE.fullmatch(self.opening(number))) or scope.sub or scope.sum
        corrects = any(number.start - 8 <= c < number.start for c in self.correcting)
        if scope.part or (scope.bracket and not scope.total):
            if not self.of_whole(number, scope) and scope.bracket and self.waiting and glued:
                self.carry(number, scope)
            return
        today = scope.day and bool(self.last) and self.last[-1][1].total and glued
        if (scope.bare_total or corrects or scope.sub or scope.sum or today) and self.again(number, scope):
            return
        if glued and self.carry(number, scope):
            return
        if (scope.parted and self.of_whole(number, scope)) or self.left_undone(number):
            return
        if self.elliptic(number, scope) or self.listed(number, scope) or self.verb(number, scope):
            return
        self.stranger(number, scope)

    def opening(self, number: Number) -> str:
        """The clause's words before the number."""
        return self.text[self.clause_start(number.start) : number.start]

    def of_whole(self, number: Number, scope: Scope) -> bool:
        """`返乡3人（湖北1人）`: a part that with the whole's word makes a name of the form."""
        if not self.last:
            return False
        behind = re.split(r"[\n。;!?,、()]", self.text[number.end : number.end + 12])[0]
        for _, entry in reversed(self.last[-2:]):
            for part, code in self.ready.parts[entry.code]:
                if part in self.opening(number) or part in behind:
                    self.add(code, None, Choice(number, None, "left", code), scope)
                    return True
        return False

    def again(self, number: Number, scope: Scope) -> bool:
        """One more figure for what was just spoken of: `累计2890`, `哦不对，是45户`, `下午110`."""
        if any(n.codes and self.ready.fits(n.codes[0], number.measure) is not None for n in self.waiting):
            return self.carry(number, scope)
        for name, entry in reversed(self.last[-6:]):
            if self.ready.fits(entry.code, number.measure) is not None:
                self.add(entry.code, None, Choice(number, name, "left", entry.code), scope)
                self.last[-1] = (name, self.last[-1][1])
                return True
        return False

    def carry(self, number: Number, scope: Scope) -> bool:
        """The name stood alone before: `入户排查，共120户`, or over the list."""
        name = next((n for n in reversed(self.waiting) if n.codes), None)
        if name is None:
            return False
        fits = self.ready.fits(name.codes[0], number.measure) is not None
        code = name.codes[0] if fits else extended(name, number, self.ready)
        if code is None and name is not self.heading:
            return False
        self.done.add(name.start)
        middle = self.text[name.end : number.start] if name is not self.heading else ""
        choice = Choice(number, name, "left", code or name.codes[0], fits=code is not None)
        self.add(code or name.codes[0], name, choice, scope, change=_changes("", middle))
        return True

    def left_undone(self, number: Number) -> bool:
        """`剩余6户明天走`, `还有30户没走`: what was not done is nobody's value."""
        opening, behind = self.opening(number), self.text[number.end : number.end + 5]
        if not re.search(r"(?:剩余?下?|还剩|还差|还有|尚有|余下)$", opening):
            return False
        last = self.last[-1][1] if self.last else None
        flow = last is not None and self.ready.form.indicator(last.code).kind == "flow"
        return bool(re.match(r"没|未|明[天日]|待|下午再|家?没", behind)) or (
            flow and last is not None and self.ready.fits(last.code, number.measure) is not None
        )

    def elliptic(self, number: Number, scope: Scope) -> bool:
        """`消毒5处，面积3000平方`: the verb of the name before is not said again."""
        name = self.last[-1][0] if self.last else None
        noun = re.sub(r"[:=的有]+$", "", self.opening(number))
        if name is None or not 0 < len(noun) <= 6:
            return False
        over = [self.head.word] if self.head else []
        longer = (word + noun for word in [*over, *(name.word[:cut] for cut in range(len(name.word), 1, -1))])
        codes = next((self.ready.words[w] for w in longer if w in self.ready.words), None)
        if codes is None or self.ready.fits(codes[0], number.measure) is None:
            return False
        self.add(codes[0], None, Choice(number, name, "left", codes[0]), scope)
        self.last[-1] = (name, self.last[-1][1])
        return True

    def listed(self, number: Number, scope: Scope) -> bool:
        """`消毒：学校3处、市场5处`: the list of places goes on in the same measure."""
        if not self.last or not self.last[-1][1].listed or number.measure is None:
            return False
        name, entry = self.last[-1]
        gap = self.text[entry.end : number.start]
        if self.ready.fits(entry.code, number.measure) != 0 or not _NEXT_PLACE.fullmatch(gap):
            return False
        self.add(entry.code, None, Choice(number, name, "left", entry.code), scope, listed=True)
        self.last[-1] = (name, self.last[-1][1])
        return True

    def verb(self, number: Number, scope: Scope) -> bool:
        """`跑了47户`, `外省回来的4个`: a verb that with this measure leaves one reading."""
        if number.measure is None:
            return False
        opening, behind = self.opening(number), self.text[number.end : number.end + 8]
        found = {
            self.with_part(opening, word, code) or code
            for word, codes in self.ready.loose.items()
            if _verb_before(word).search(opening[-16:]) or _verb_behind(word).match(behind)
            for code in codes
            if (self.ready.fits(code, number.measure) or 0) < 2 and self.ready.fits(code, number.measure) is not None
        }
        if len(found) != 1:
            return False
        code = found.pop()
        self.add(code, None, Choice(number, None, "left", code), scope)
        return True

    def with_part(self, opening: str, word: str, code: str) -> str | None:
        """`武汉回来的1个`: what stands before the verb makes with the indicator's own word a name of the form."""
        before = opening.partition(word)[0]
        return next((other for part, other in self.ready.parts[code] if before.endswith(part)), None)

    def stranger(self, number: Number, scope: Scope) -> None:
        """A number that no name of the form explains: asked when it counts something, passed over when it does not."""
        opening, behind = self.opening(number), self.text[number.end : number.end + 6]
        if scope.total or _PART_NOUN.search(opening) or _AREA.search(opening) or (number.han and number.value == 1):
            return
        if number.measure is None:
            labelled = not number.han and _LABEL_LIKE.search(self.text[max(0, number.start - 16) : number.start])
            if not labelled or not re.search(r"[一-鿿]{2}", opening):
                return
            if behind and not re.match(r"[\n,。;、\t)]", behind) and number.end not in self.folded.gaps:
                return
        elif _PLACES.match(behind) or (number.measure == "个" and number.han and not words.GLUE.fullmatch(opening)):
            return
        self.ask(number, None)

    def ask(self, number: Number, name: Name | None) -> None:
        if number.value != 0:
            start = self.clause_start(number.start)
            self.out.unknown.append(Unknown(start, max(number.end, name.end if name else 0), number.value))

    def nothing(self, name: Name) -> None:
        """There is none of it, unless that is told of a plan, a story or yesterday."""
        start = max(self.text.rfind(c, 0, name.start) for c in SENTENCE_ENDS) + 1
        before = [i for i in self.items if isinstance(i, Mark) and start <= i.start < name.start]
        nobody = {"story"} if self.late else {"story", "yesterday"}
        planned = any(m.kind == "plan" and "明" in self.text[m.start : m.end] for m in before)
        if name.start in self.done or planned or any(m.kind in nobody for m in before):
            return
        self.out.entries.append(Entry(name.codes[0], Decimal(0), name.start, name.end, "none"))


def _changes(before: str, middle: str) -> bool:
    """Whether a change is told, not a level (新增居家隔离3人)."""
    return bool(words.CHANGE.search(before) or words.CHANGE_MID.search(middle))


@cache
def _verb_before(word: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(word)}(?:了|过|的|完了?|到|出|遍)*(?:有|共|一共|总共|大概|约)*$")


@cache
def _verb_behind(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?:从?[一-鿿]{{0,4}})?{re.escape(word)}")
