"""Stage 6b: numbers without a name in their clause: carried on, elliptic, parts of a whole, verbs, or not known."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon, Name
from domain.parsing.numbers import Number
from domain.parsing.pairing import Choice, converted, extended
from domain.parsing.sayings import Entry, Gathered, Unknown
from domain.parsing.scopes import Item, Mark, Scope

_PART_NOUN = re.compile(
    r"(?:男性?|女性?|党员|干部|志愿者|群众|老人|儿童|小孩|学生|医护|民警|网格员|村干部|本地|"
    r"外地|本村|外村|省内|省外|县内|县外|市外|市内|镇外|低保户?|孕妇|婴儿|大人|成人|青年|退役军人|"
    r"教师|老师|民兵|小车|货车|客车|轿车|摩托车?|电动车|"
    r"已?(?:处理|处置|办结|整改|核实|解决|核查)(?:了|完)?|外省|本省|本县|本市|川籍|党员干部|"
    r"其他|其余|另外?)(?:各|有|为|是)?$"
)
_PLACE_NOUN = re.compile(r"(?:从|有)?[一-鿿]{2,4}(?:的|有|回来)?")
# 返乡2人已隔离满14天: they did not come today
_LASTING = re.compile(r"(?:都|均|已经?|也)*(?:还在|仍在|一直在|[一-鿿]{0,4}满(?:了)?\d{1,2}天)")
_UNDER = re.compile(r"[一-鿿]{2,4}")
_NEXT_PLACE = re.compile(r"[、,和及][一-鿿]{1,6}")
_LABEL_LIKE = re.compile(r"(?:^|[\n。;,•\t])[^\n。;,:\d]{1,12}[:=]?$")
_PEOPLE = re.compile(r"(?:人员|的)?[:是有为]*[一-鿿]{2,4}(?:[、,和][一-鿿]{2,4})+(?:等|共|一共|共计|合计|,)*")
_IN_ALL = re.compile(r"共有?|总")
_THAT_IS_RIGHT = re.compile(r"才(?:对|是|正确)|为准")
_PART_ALONE = re.compile(r"[一-鿿]{2,4}的$")
_NO_THING = re.compile(
    r"群众|村民|居民|人员|人|农户|住户|了|啊|吧|哈|呢|左右|以[上内]|多|余|全|今|均|已|都|也|其|无|没|请|就|是|整|出|"
    r"还|又|再|在|累|共|合|这|那|我|当|现|目"
)
_PLUS = re.compile(r"^[一-鿿]{0,2}加$|[人户次台处份条个升只支家起]加$")
_NAMED_SO = re.compile(r"[一-鿿]{1,3}?(?:村|社区|小区|街)")  # 千人桥社区
_AWAY = re.compile(r"(?:人家)?(?:家里|家中|屋里|家)?(?:锁|空|外出|不在|没人|无人|关门|敲不开|没开)")
_NOT_DONE = re.compile(r"(?:没|未)(?!有)[一-鿿]{1,3}的\Z")
_DAY_SAID = re.compile(r"今[天日]|当[天日]|本日|新增")
LONGEST_OPENING = 80
_STOP = re.compile(r"[\n。;!?,、()]")
MOST_STRANGERS = 40
_MEN = re.compile(r"[男女]性?(?:各|有|为)?$")
_LISTED = re.compile(r"[、,/]?(?:和|及|与|以及|还有)?")
_WITH = re.compile(r"、|和|及|与|以及")
_PARTED = re.compile(r"[,;。\n]")
_AREA = re.compile(r"(?:共有|辖|常住|户籍|总人口|总户数|人口)[^,。;\n]{0,3}$")
_PLACES = re.compile(
    r"(?:个|座)?(?:村|社区|小区|组(?!织)|网格|单元|楼|院|班|年|月|省|市|县|乡|镇|街道|国|方面|"
    r"到位|环节|阶段|步骤|问题|建议|电话|晚|白天|礼拜|老人|娃|孩|姓|女儿|儿子)"
)


class Sayings:
    """What was said so far, and how a number without a name joins it."""

    def __init__(self, folded: Folded, items: Sequence[Item], ready: Lexicon, start: int, heading: Name | None) -> None:
        self.folded, self.text, self.items, self.ready = folded, folded.text, items, ready
        self.start, self.heading = start, heading
        self.correcting = [i.start for i in items if isinstance(i, Mark) and i.kind == "correct"]
        self.out = Gathered()
        # names that wait for a number; the last pairs; places that need no more attention
        self.waiting: list[Name] = []
        self.last: list[tuple[Name | None, Entry]] = []
        self.done: set[int] = set()
        self.head: Name | None = None
        self.ended: dict[str, int] = {}
        self.moving, self.moved_end = False, 0
        self.heap = False
        self.clauses = _clauses(folded.text)
        self.name_items = [i for i in items if isinstance(i, Name)]
        self.opening_names = {i.start for i in items if isinstance(i, Name)}

    def add(
        self, code: str, name: Name | None, choice: Choice, scope: Scope, *, change: bool = False, listed: bool = False
    ) -> None:
        number = choice.number
        spanned = name if name and name.start >= self.start else None
        start = min(number.start, spanned.start) if spanned else number.start
        flow = self.ready.form.indicator(code).kind == "flow"
        entry = Entry(
            code=code,
            value=converted(number, code, self.ready),
            start=start,
            end=max(number.end, spanned.end) if spanned and spanned.start > number.start else number.end,
            why=choice.how,
            total=scope.total or (scope.soft and flow),
            about=scope.about,
            fits=choice.fits,
            sub=scope.sub or listed,
            sum=scope.sum,
            change=change and not scope.total and not flow,
            corrected=self.corrected(code, number),
            listed=listed,
            each=scope.each and not choice.spread,
            torn=choice.torn or self.heap or (flow and _LASTING.match(self.text, number.end) is not None),
            weak=self.weak(name, number, choice, loose=listed),
        )
        self.ended[code] = max(entry.end, self.ended.get(code, 0))
        if self.moving and _WITH.fullmatch(self.text, self.moved_end, start):
            self.moved_end = entry.end  # 发放口罩200个、宣传单300份、酒精10升
        self.replace_misfit(entry, number)
        self.out.entries.append(entry)
        self.last.append((name, entry))

    def weak(self, name: Name | None, number: Number, choice: Choice, *, loose: bool) -> bool:
        """Whether only a bent reading makes a report's figure of it, so that chat may be meant."""
        vague = number.han and (number.measure is None or number.measure in self.ready.common)
        return name is None or choice.how == "right" or loose or vague

    def is_moved(self, name: Name, number: Number, middle: str) -> bool:
        """Whether a thing is given, taken or wanted rather than in store; so are those listed behind it."""
        start = min(name.start, number.start)
        before = self.text[self.since_other(self.clause_start(start), start) : start]
        said = self.last[-1][1].end if self.last else 0
        if words.LEFT_OVER.search(self.text[max(said, start - len(before)) : start] + middle + name.word):
            self.moving = False
            return False
        moved = words.MOVED.search(before) or words.MOVED_MID.search(middle) or words.MOVED_CLAUSE.search(before)
        if not moved and number.end not in self.opening_names:
            moved = words.MOVED_BEHIND.match(self.text, number.end)
        joined = self.moving and _LISTED.fullmatch(self.text, self.moved_end, start)
        self.moving = bool(moved or joined or self.given_with(start))
        self.moved_end = number.end
        return self.moving

    def given_with(self, start: int) -> bool:
        """`发放宣传单500份、口罩200只`: what is joined to a thing handed out is handed out too."""
        name, entry = self.last[-1] if self.last else (None, None)
        if name is None or entry is None or not words.MOVED_CLAUSE.match(name.word):
            return False
        # where all items are parted alike the sign joins nothing
        return bool(_WITH.fullmatch(self.text, entry.end, start)) and (
            self.text.count("、") <= len(_PARTED.findall(self.text))
        )

    def since_other(self, clause: int, start: int) -> int:
        """Where the words begin that can be of the thing at `start`: behind what is of no store, or was not moved."""
        for _, entry in reversed(self.last[-2:]):
            if clause < entry.end <= start and not (self.moving and self.ready.form.indicator(entry.code).store):
                return entry.end
        return clause

    def replace_misfit(self, entry: Entry, number: Number) -> None:
        """`解除隔离3户8人`: the figure whose measure did not suit gives way to the one that does."""
        before = self.out.entries[-1] if self.out.entries else None
        if before and before.code == entry.code and entry.fits and not before.fits and before.end == number.start:
            self.out.entries.pop()

    def corrected(self, code: str, number: Number) -> bool:
        """Whether a correcting word stands between this and the value before it of the same indicator."""
        since = self.ended.get(code)
        return since is not None and any(since <= c < number.start for c in self.correcting)

    def clause_start(self, place: int) -> int:
        """Where the clause that holds this place begins, at most some eighty signs back."""
        start = self.clauses[bisect_right(self.clauses, place) - 1]
        return max(start, place - LONGEST_OPENING)

    # -- a number without a name in its clause -----------------------------------------------------------------------

    def nameless(self, number: Number, scope: Scope) -> None:
        glued = bool(words.GLUE.fullmatch(self.opening(number))) or scope.sub or scope.sum
        corrects = any(number.start - 8 <= c < number.start for c in self.correcting)
        corrects = corrects or bool(_THAT_IS_RIGHT.match(self.text, number.end))
        if scope.bracket and corrects and self.again(number, scope):
            return
        if glued and scope.day and not scope.total and self.against_sum(number, scope):
            return
        if not scope.total and self.slashed(number):
            return
        if scope.bare_total and scope.bracket and self.again(number, scope):
            return
        if scope.part or (scope.bracket and not scope.total):
            if not self.of_whole(number, scope) and scope.bracket and self.waiting and glued:
                self.carry(number, scope)
            return
        if glued and scope.day and self.level(number, scope):
            return
        today = glued and bool(self.last) and (self.last[-1][1].change or (scope.day and self.last[-1][1].total))
        added = bool(_PLUS.search(self.opening(number))) and not self.waiting
        if (added or scope.bare_total or corrects or scope.sub or scope.sum or today) and self.again(number, scope):
            return
        if (glued or self.called(number)) and self.carry(number, scope):
            return
        parted = scope.parted or _PART_ALONE.search(self.opening(number)) is not None
        if (parted and self.of_whole(number, scope)) or self.left_undone(number):
            return
        if self.headed(number, scope):
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

    def level(self, number: Number, scope: Scope) -> bool:
        """`居家隔离新增2人、解除4人，现有17人`: the level of what just changed."""
        for name, entry in reversed(self.last[-3:]):
            if entry.change and not self.waiting and self.ready.fits(entry.code, number.measure) is not None:
                self.add(entry.code, None, Choice(number, name, "left", entry.code), scope)
                return True
        return False

    def against_sum(self, number: Number, scope: Scope) -> bool:
        """`共排查3690人，今日181人`: beside the day's figure the sum before it is a running total."""
        if not self.last or self.waiting:
            return False
        name, entry = self.last[-1]
        code = entry.code
        flow = self.ready.form.indicator(code).kind == "flow"
        if not _DAY_SAID.search(self.text, entry.end, number.start):
            return False
        if not flow or entry.total or self.ready.fits(code, number.measure) is None:
            return False
        if not (entry.sum or _IN_ALL.search(self.text[max(0, entry.start - 6) : entry.end])):
            # 返乡8人，新增3人 are two figures of one thing
            return self.ready.fits(code, number.measure) in (0, 1) and self.again(number, scope)
        if number.value <= entry.value and self.out.entries[-1] is entry:
            self.out.entries[-1] = replace(entry, total=True, sum=False)
        self.add(code, None, Choice(number, name, "left", code), scope)
        self.last[-1] = (name, self.last[-1][1])
        return True

    def called(self, number: Number) -> bool:
        """`在岗：张强、李芳、赵刚4人`: people called by name, then how many they are."""
        name = self.waiting[-1] if self.waiting and self.waiting[-1] is not self.heading else None
        return name is not None and bool(_PEOPLE.fullmatch(self.text, name.end, number.start))

    def carry(self, number: Number, scope: Scope) -> bool:
        """The name stood alone before: `入户排查，共120户`, or over the list."""
        name = next((n for n in reversed(self.waiting) if n.codes), None)
        if name is None or (name is not self.heading and self.of_something(number)):
            return False
        fits = self.ready.fits(name.codes[0], number.measure) is not None
        code = name.codes[0] if fits else extended(name, number, self.ready)
        if code is None and name is not self.heading:
            return False
        middle = self.text[name.end : number.start] if name is not self.heading else ""
        if code and self.ready.form.indicator(code).store:
            moved = words.MOVED.search(self.opening(number)) or self.is_moved(name, number, middle)
            if moved:
                return False
        self.done.add(name.start)
        self.waiting = [n for n in self.waiting if n is self.heading or n is not name]
        choice = Choice(number, name, "left", code or name.codes[0], fits=code is not None)
        self.add(code or name.codes[0], name, choice, scope, change=changes("", middle))
        return True

    def slashed(self, number: Number) -> bool:
        """`入户38/1120` with no word on what the second is: then the first is not sure either."""
        before = self.last[-1][1] if self.last else None
        if before is None or self.text[before.end : number.start] != "/" or self.out.entries[-1] is not before:
            return False
        if not self.text[number.start].isdigit() or not self.text[before.end - 1].isdigit():
            return False
        self.out.entries[-1] = replace(before, torn=True)
        return True

    def of_something(self, number: Number) -> bool:
        """`消毒液配比…，1升水`: the thing counted stands right behind, so the figure is not of the name before."""
        behind = self.text[number.end : number.end + 1]
        opens = number.measure is not None and self.clause_start(number.start) == number.start
        return opens and "一" <= behind <= "鿿" and not _NO_THING.match(self.text, number.end)

    def left_undone(self, number: Number) -> bool:
        """`剩余6户明天走`, `还有30户没走`: what was not done is nobody's value."""
        opening, behind = self.opening(number), self.text[number.end : number.end + 5]
        if (re.search(r"有$", opening) and _AWAY.match(behind)) or _NOT_DONE.search(opening):
            return True
        if not re.search(r"(?:剩余?下?|还剩|还差|还有|尚有|余下|其余)$", opening):
            return False
        last = self.last[-1][1] if self.last else None
        flow = last is not None and self.ready.form.indicator(last.code).kind == "flow"
        return bool(re.match(r"没|未|明[天日]|待|下午再|家?没", behind)) or (
            flow and last is not None and self.ready.fits(last.code, number.measure) is not None
        )

    def elliptic(self, number: Number, scope: Scope) -> bool:
        """`消毒5处，面积3000平方`: the verb of the name before is not said again."""
        name = self.last[-1][0] if self.last else None
        noun = re.sub(r"(?:[:=的有约是为达共]|大概|大约|差不多|总共|一共|合计|共计|总计)+$", "", self.opening(number))
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

    def headed(self, number: Number, scope: Scope) -> bool:
        """`返乡：武汉1，黄冈2`: bare figures behind short nouns under a name and its colon are parts of it."""
        if self.head is None or not self.head.codes or number.measure is not None or number.han:
            return False
        if not _UNDER.fullmatch(self.opening(number).rpartition(":")[2]):
            return False
        code = self.head.codes[0]
        self.done.add(self.head.start)
        self.add(code, None, Choice(number, self.head, "left", code), scope, listed=True)
        self.last[-1] = (self.head, self.last[-1][1])
        return True

    def listed(self, number: Number, scope: Scope) -> bool:
        """`消毒：学校3处、市场5处`: the list of places goes on in the same measure."""
        if not self.last or not self.last[-1][1].listed or number.measure is None:
            return False
        name, entry = self.last[-1]
        gap = self.text[entry.end : number.start]
        if self.ready.fits(entry.code, number.measure) not in (0, 1) or not _NEXT_PLACE.fullmatch(gap):
            return False
        self.add(entry.code, None, Choice(number, name, "left", entry.code), scope, listed=True)
        self.last[-1] = (name, self.last[-1][1])
        return True

    def verb(self, number: Number, scope: Scope) -> bool:
        """`跑了47户`, `外省回来的4个`: a verb that with this measure leaves one reading."""
        opening, behind = self.unnamed(number)
        if number.measure is None or not self.ready.verbs.search(opening[-16:] + "|" + behind):
            return False
        found = {
            self.with_part(opening, word, code) or code
            for word, codes in self.ready.loose.items()
            if _verb_before(word).search(opening[-16:]) or _verb_behind(word).match(behind)
            for code in codes
            if self.ready.fits(code, number.measure) in (0, 1)
            and (len(word) > 1 or number.measure not in self.ready.common)
        }
        if len(found) != 1:
            return False
        code = found.pop()
        self.add(code, None, Choice(number, None, "left", code), scope)
        return True

    def unnamed(self, number: Number) -> tuple[str, str]:
        """The clause's words before the number and the words behind it, as far as no name of the form stands there."""
        start, end = self.clause_start(number.start), number.end + 8
        place = bisect_left(self.name_items, number.start, key=lambda n: n.start)
        for name in self.name_items[max(0, place - 1) : place + 4]:
            if start < name.end <= number.start:
                start = name.end
            elif number.end <= name.start < end:
                end = name.start
        return self.text[start : number.start], self.text[number.end : end]

    def with_part(self, opening: str, word: str, code: str) -> str | None:
        """`武汉回来的1个`: what stands before the verb makes with the indicator's own word a name of the form."""
        before = opening.partition(word)[0]
        return next((other for part, other in self.ready.parts[code] if before.endswith(part)), None)

    def stranger(self, number: Number, scope: Scope) -> None:
        """A number that no name of the form explains: asked when it counts something, passed over when it does not."""
        opening, behind = self.opening(number), self.text[number.end : number.end + 6]
        if scope.total or self.is_part(number, opening) or _AREA.search(opening) or (number.han and number.value == 1):
            return
        if number.measure is None:
            labelled = not number.han and _LABEL_LIKE.search(self.text[max(0, number.start - 16) : number.start])
            if not labelled or not re.search(r"[一-鿿]{2}", opening):
                return
            if behind and not re.match(r"[\n,。;、\t)]", behind) and number.end not in self.folded.gaps:
                return
        elif (
            _PLACES.match(behind)
            or (number.han and _NAMED_SO.match(behind))
            or (number.measure == "个" and number.han and not words.GLUE.fullmatch(opening))
        ):
            return
        self.ask(number, None, of=self.whole_of(number, opening))

    def whole_of(self, number: Number, opening: str) -> Entry | None:
        """The figure of which this may be a part: the last one said, in the same measure, behind a short noun."""
        whole = self.last[-1][1] if self.last else None
        if whole is None or not _PLACE_NOUN.fullmatch(opening) or number.value > whole.value:
            return None
        return whole if self.ready.fits(whole.code, number.measure) is not None else None

    def is_part(self, number: Number, opening: str) -> bool:
        """`男7人、女5人` behind a head count: parts of it, nobody's value."""
        whole = self.last[-1][1] if self.last else None
        if _MEN.search(opening):
            return True
        if whole is None or not _PART_NOUN.fullmatch(opening):
            return False
        return number.value <= whole.value and self.ready.fits(whole.code, number.measure) is not None

    def ask(self, number: Number, name: Name | None, of: Entry | None = None) -> None:
        if number.value != 0:
            start = self.clause_start(number.start)
            named = name is not None and bool(name.codes)
            self.out.unknown.append(Unknown(start, max(number.end, name.end if name else 0), number.value, of, named))


@lru_cache(maxsize=4)
def _clauses(text: str) -> list[int]:
    """The places where clauses begin."""
    return [0, *(m.end() for m in _STOP.finditer(text))]


def changes(before: str, middle: str) -> bool:
    """Whether a change is told, not a level (新增居家隔离3人)."""
    return bool(words.CHANGE.search(before) or words.CHANGE_MID.search(middle))


@cache
def _verb_before(word: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(word)}(?:了|过|的|完了?|到|出|遍)*(?:有|共|一共|总共|大概|约)*$")


@cache
def _verb_behind(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?:从?[一-鿿]{{0,4}})?{re.escape(word)}")
