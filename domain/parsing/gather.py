"""Stage 6: from pairs and scopes to what the message says of each indicator, and to what it leaves unclear."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from decimal import Decimal

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.joined import Joined
from domain.parsing.nameless import MOST_STRANGERS, changes
from domain.parsing.names import Lexicon, Name
from domain.parsing.nothing import none_before, none_behind, none_told, not_one, of_those
from domain.parsing.numbers import Aside, Number, rejoined
from domain.parsing.pairing import Choice, pair, plainly
from domain.parsing.sayings import Entry, Gathered, Passed
from domain.parsing.scopes import SENTENCE_ENDS, Item, Mark, Scope, Stop, merged, within
from domain.parsing.tokens import Tokens
from domain.patterns import regex

_NONE_ALONE = regex(r"[\s,:•]*(?:无|没有|零|〇|/|-+|—+)[\s。!]*")
_DESCRIBED = regex(r"是[一-鿿]{2,10}的(?=[,。;、\n]|$|放|已|都|也)")  # 劝返2台,1台是送菜的
_OTHERS = regex(r"(?:其[他余它]|别的)的?\Z")
_OTHERS_END = frozenset("他余它的")
_NONE_TODAY = regex(r"[今当][日天](?:暂时?|均|都|再)?(?:无|没有?|零|未)新增(?![^,。;\n])")
_WORKING = regex(r"[\d+×xX*=()]+|上午|下午|晚上")  # 测温上午66+下午58=124人次
_WHO = regex(r"人员|群众|者|对象|车辆|家庭|农户|住户|党员|干部|村民|居民")
_ASKING = frozenset("吗么呢")
_OF_IT = regex(r"(?:人员|情况|的人|的|呢|是|为|:|=|\([^()\d]{0,6}\)|\t)*")
_NONE_NEW = regex(r"新增?\Z")
LONGEST_SENTENCE = 200
# Of one unit: eight figures for each of thirty indicators. Who writes more pasted something else, and nothing of it is
# taken unasked.
MOST_FIGURES = 250
MOST_PIECES = 2 * MOST_FIGURES  # with figures that blanks cut up
LONGEST_CLAUSE = 36
_BARRIERS = frozenset(
    {"money", "each", "difference", "temperature", "percent", "age", "length", "area", "size", "phone"}
)


def gather(
    tokens: Tokens, start: int, end: int, ready: Lexicon, *, late: bool = False, headings: tuple[Name, ...] = ()
) -> Gathered:
    """Everything that the text in [start, end) says of the form's indicators.

    late: it reports for yesterday. headings: the names over a list, of which its bare numbers are.
    """
    text = tokens.folded.text
    named, counted = within(tokens.names, start, end), within(tokens.numbers, start, end)
    pieces = counted[MOST_PIECES:]
    counted = counted[:MOST_PIECES]
    if len(headings) < 2:
        counted = rejoined(text, counted, {n.start for n in named})
    over = [*counted[MOST_FIGURES:], *pieces]
    if over:
        end, counted = over[0].start, counted[:MOST_FIGURES]
        named = within(named, start, end)
    items, marks = merged(text, start, end, named, counted, tokens.aside, tokens.marks)
    gatherer = _Gatherer(tokens.folded, items, named, marks, ready, late, start, end, headings)
    found = gatherer.run()
    if over:
        gatherer.doubt(0, lambda _: True)
    return found


def _near(middle: str) -> bool:
    """Whether so much between a name and a figure still leaves them together (劝散聚众打牌两起)."""
    bare = _WORKING.sub("", middle).strip(":的是有共了")
    return len(bare) <= 6 and not words.ELSEWHERE.search(bare)


class _Gatherer(Joined):
    """Reads clause by clause, remembering the last pairs and the names that still wait for a number."""

    def __init__(
        self,
        folded: Folded,
        items: Sequence[Item],
        names: Sequence[Name],
        marks: Sequence[Mark],
        ready: Lexicon,
        late: bool,
        start: int,
        end: int,
        headings: tuple[Name, ...],
    ) -> None:
        heading = headings[0] if len(headings) == 1 else None
        super().__init__(folded, items, names, marks, ready, start, heading, late=late)
        self.end, self.headings = end, headings
        self.mark_starts = [m.start for m in self.marks]
        self.none = none_behind(folded, self.names)
        self.none_starts = sorted(self.none)

    def run(self) -> Gathered:
        sentence: list[list[Name | Number]] = [[]]
        start = self.start
        for item in [*self.items, Stop(self.end, self.end, "\n")]:
            if isinstance(item, Stop):
                if item.sign not in SENTENCE_ENDS:
                    sentence.append([])
                    continue
                self.sentence(sentence, self.text[start : item.end] or "\n")
                sentence, start = [[]], item.end
            elif isinstance(item, Number):
                if not self.says_none(item):
                    sentence[-1].append(item)
            elif isinstance(item, Name):
                if item.start in self.none:
                    sentence.append([])
                else:
                    sentence[-1].append(item)
            elif isinstance(item, Aside) and item.kind in _BARRIERS:
                sentence.append([])
        if len(self.headings) > 1 and not self.names:
            self.in_order([i for i in self.items if isinstance(i, Number)])
        paired = self.done | set(self.none)
        before = none_before(self.folded, self.names, paired)
        self.none |= before
        for name in self.none.values():
            self.nothing(name, torn=name.start in before and of_those(self.text, name, self.names))
        said = {e.code for e in self.out.entries}
        told = none_told(self.text, self.ready, self.start, self.end)
        self.out.entries += [Entry(c, Decimal(0), s, e, "none") for s, e, c in told if c not in said]
        if self.heading and not self.out.entries and _NONE_ALONE.fullmatch(self.text[self.start : self.end]):
            self.out.entries.append(Entry(self.heading.codes[0], Decimal(0), self.start, self.end, "none"))
        self.out.without_parts()
        return self.out

    def says_none(self, number: Number) -> bool:
        """Whether the number is the none of a name before it (劝返的零, 发烧的一个也没有)."""
        if not self.none:
            return False
        place = bisect_left(self.none_starts, number.start)
        near = [self.none[start] for start in self.none_starts[max(0, place - 1) : place + 1]]
        if number.value == 1 and any(n.start == number.end and not_one(self.text, n) for n in near):
            return True
        if number.value != 0:
            return False
        return any(n.end <= number.start and _OF_IT.fullmatch(self.text, n.end, number.start) for n in near)

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
        if spoken.endswith("?") or spoken.rstrip("!~\n。;")[-1:] in _ASKING:
            self.done |= {i.start for clause in clauses for i in clause}
            return
        said, unknown = len(self.out.entries), len(self.out.unknown)
        for clause in clauses:
            for begin in range(0, len(clause), LONGEST_CLAUSE):
                self.clause(clause[begin : begin + LONGEST_CLAUSE])
        self.last = self.last[-3:]
        if "新增" in spoken and _NONE_TODAY.search(spoken):
            self.doubt(said, lambda e: self.ready.form.indicator(e.code).kind == "flow" and not e.total and e.value > 0)
        if len(self.out.unknown) > unknown and any(u.sub for u in self.out.unknown[unknown:]):
            self.doubt(said, lambda e: e.sub and not e.sum and not e.listed)

    def doubt(self, since: int, which: Callable[[Entry], bool]) -> None:
        """Let those of the sentence's entries be asked that the rest of it puts in doubt.

        `返乡人员共35人，今日无新增`: a flow told beside that is hardly the day's. `上午…2台，下午又劝返1台`: where one
        part was not understood, the other is not the whole.
        """
        for place, entry in enumerate(self.out.entries[since:], since):
            if which(entry):
                self.out.entries[place] = entry._replace(torn=True)

    def clause(self, clause: list[Name | Number]) -> None:
        """One clause's names and figures; most clauses are a name with its figure, and nothing else waits for it."""
        plain = plainly(self.text, clause, self.ready) if not (self.waiting or self.head) else []
        if not plain or any(choice.number.start in self.done for choice in plain):
            self.weighed(clause)
            return
        self.heap = False
        for choice in plain:
            self.settle(choice)

    def weighed(self, clause: list[Name | Number]) -> None:
        """A clause of which several readings are possible."""
        clause = [self.under_head(i, clause[n - 1] if n else None) for n, i in enumerate(clause)]
        self.heap = self.heaped(clause)
        choices = pair(self.text, clause, self.ready, self.going_on(clause), self.folded.gaps)
        spread = self.spread(clause, choices) if choices else []
        if spread:
            for choice in spread:
                self.settle(choice)
            self.done |= {choice.number.start for choice in spread}
            return
        used = {c.name.start for c in choices if c.name}
        free = [i for i in clause if isinstance(i, Name) and i.start not in used]
        said = len(self.out.entries)
        for choice in choices:
            self.settle(choice)
        if choices:
            added = len(self.out.entries) > said
            held = [n for n in self.waiting if not added or n.start >= clause[0].start]
            # 入户数报成68了，实际86户: the name of what is withdrawn waits for what counts
            withdrawn = all(self.scope[c.number.start].reject for c in choices)
            free = [n for n in free if withdrawn or n.start > choices[-1].number.start]
            self.waiting = held + [n for n in free if n not in held]
        else:
            self.waiting = self.waiting + free

    # -- several names, several numbers ---------------------------------------------------------------------------

    # -- one number ------------------------------------------------------------------------------------------------

    def settle(self, choice: Choice) -> None:
        """One number with its name, or one whose name must be looked for around it."""
        number, scope = choice.number, self.scope[choice.number.start]
        if number.start in self.done or (choice.name is None and self.in_a_phrase(number)):
            return
        if choice.name is None and len(self.out.unknown) > MOST_STRANGERS:
            return
        if choice.name:
            self.done.add(choice.name.start)
        if scope.nobody or (scope.yesterday and not scope.total):
            # the name waits for the figure that counts: 应入户150、实120
            self.waiting = [choice.name] if choice.name and choice.code else self.waiting
            self.withdrawn = number.end
            self.out.passed.append(Passed(number.start, number.end, scope.why_nobody))
        elif choice.how == "extended" and _DESCRIBED.match(self.text, number.end):
            self.of_whole(number, scope)
        elif choice.name is None:
            self.nameless(number, scope)
        elif choice.code is None:
            self.ask(number, choice.name)
        else:
            self.known(choice, choice.name, choice.code, scope)

    def in_a_phrase(self, number: Number) -> bool:
        """`二话不说`: a numeral in words with no measure that goes on into a word counts nothing."""
        following = self.text[number.end : number.end + 1]
        plain = number.han and number.measure is None and "一" <= following <= "鿿"
        return plain and number.end not in self.opening_names

    def known(self, choice: Choice, name: Name, code: str, scope: Scope) -> None:
        number, indicator = choice.number, self.ready.form.indicator(code)
        middle = self.text[name.end : number.start] if name.end <= number.start else ""
        before = self.text[max(0, min(name.start, number.start) - 4) : min(name.start, number.start)]
        loose = middle != "" and not words.GLUE.fullmatch(words.BRACKETED.sub("", middle))
        far = loose and choice.how == "left" and not choice.spread and not _near(middle)
        if (
            far
            or (middle and words.WANTING.search(middle))
            or (not choice.fits and (loose or choice.how == "right" or _WHO.search(middle)))
        ):
            self.ask(number, name)
        elif indicator.store and self.is_moved(name, number, middle):
            self.ask(number, name)
            self.waiting = [name]
        elif (
            (scope.part or scope.bracket) and not (scope.total or self.days_share(scope)) and self.of_last(code, number)
        ):
            self.out.passed.append(Passed(number.start, number.end, "part"))
        else:
            change = indicator.kind == "stock" and self.changed(name, number, middle)
            if before[-1:] in _OTHERS_END and _OTHERS.search(before):
                choice = choice._replace(torn=True)  # 武汉返乡1人，其他返乡3人: three of all, or beside the one
            self.add(code, name, choice, scope, change=change, listed=loose)

    def changed(self, name: Name, number: Number, middle: str) -> bool:
        """Whether it is told how a level changed (新增居家隔离3人)."""
        ends = {min(name.start, number.start), number.start}
        return changes(middle) or any(words.change_told(self.text, end) for end in ends)

    def days_share(self, scope: Scope) -> bool:
        """`累计入户1300户，其中今日入户60户`: the day's share of a running total is the day's figure."""
        return scope.part and scope.day and bool(self.last) and self.last[-1][1].total

    def of_last(self, code: str, number: Number) -> bool:
        """Whether it tells a part of the figure before: of the same, or in a measure that suits that one better."""
        if not self.last:
            return False
        whole = self.last[-1][1].code
        own, other = self.ready.fits(code, number.measure), self.ready.fits(whole, number.measure)
        return whole == code or (number.measure is not None and other is not None and (own is None or other < own))

    def nothing(self, name: Name, *, torn: bool) -> None:
        """There is none of it, unless that is told of a plan, a story or yesterday."""
        start = max(self.text.rfind(c, max(0, name.start - LONGEST_SENTENCE), name.start) for c in SENTENCE_ENDS) + 1
        before = self.marks[bisect_left(self.mark_starts, start) : bisect_left(self.mark_starts, name.start)][-40:]
        own = next((n for n in range(len(before), 0, -1) if before[n - 1].kind == "own"), 0)
        before = before[own:]
        nobody = {"story"} if self.late else {"story", "yesterday"}
        planned = any(m.kind == "plan" and "明" in self.text[m.start : m.end] for m in before)
        if self.ready.form.indicator(name.codes[0]).kind == "stock" and _NONE_NEW.search(self.text, start, name.start):
            return  # no new ones: the level stays untold
        if name.start in self.done or planned or any(m.kind in nobody for m in before):
            return
        self.out.entries.append(Entry(name.codes[0], Decimal(0), name.start, name.end, "none", torn=torn))
