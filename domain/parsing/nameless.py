"""Stage 6: numbers without a name in their clause: carried on, elliptic, parts of a whole, verbs, or not known."""

import re

from domain.parsing import words
from domain.parsing.names import Name
from domain.parsing.numbers import Number
from domain.parsing.pairing import Choice, extended
from domain.parsing.sayings import Entry, Passed
from domain.parsing.scopes import Scope
from domain.parsing.verbs import Verbs
from domain.patterns import regex

_PART_NOUN = regex(
    r"(?:\d{1,3}岁(?:及?以[上下])?)?(?:男性?|女性?|党员|干部|志愿者|群众|老人|儿童|小孩|学生|医护|民警|网格员|村干部|本地|"
    r"外地|本村|外村|省内|省外|县内|县外|市外|市内|镇外|低保户?|孕妇|婴儿|大人|成人|青年|退役军人|"
    r"教师|老师|民兵|小车|货车|客车|轿车|摩托车?|电动车|"
    r"已?(?:处理|处置|办结|整改|核实|解决|核查)(?:了|完)?|外省|本省|本县|本市|川籍|党员干部|"
    r"其他|其余|另外?)(?:各|有|为|是)?$"
)
_AGED = regex(
    r"(?:\d{1,3}[-至到~])?\d{1,3}周?岁(?:及|\(含\))?(?:以[上下]|至\d{1,3}周?岁)?(?:的|老人|儿童|人员|居民|群众)*"
)
_PLACE_NOUN = regex(r"(?:从|有)?[一-鿿]{2,4}(?:的|有|回来)?")
_UNDER = regex(r"[一-鿿]{2,4}")
_NEXT_PLACE = regex(r"[、,和及][一-鿿]{1,6}")
_LABEL_LIKE = regex(r"(?:^|[\n。;,•\t])[^\n。;,:\d]{1,12}[:=]?$")
_PEOPLE = regex(r"(?:人员|的)?[:是有为]*[一-鿿]{2,4}(?:[、,和][一-鿿]{2,4})+(?:等|共|一共|共计|合计|,)*")
_IN_ALL = regex(r"共有?|总")
_THAT_IS_RIGHT = regex(r"才(?:对|是|正确)|为准")
_PART_ALONE = regex(r"[一-鿿]{2,4}的$")
_NO_THING = regex(
    r"群众|村民|居民|人员|人|农户|住户|了|啊|吧|哈|呢|左右|以[上内]|多|余|全|今|均|已|都|也|其|无|没|请|就|是|整|出|"
    r"还|又|再|在|累|共|合|这|那|我|当|现|目"
)
_PLUS = regex(r"^[一-鿿]{0,2}加$|[人户次台处份条个升只支家起]加$")
_NAMED_SO = regex(r"[一-鿿]{1,3}?(?:村|社区|小区|街)")  # 千人桥社区
_AWAY = regex(r"(?:人家)?(?:家里|家中|屋里|家)?(?:锁|空|外出|不在|没人|无人|关门|敲不开|没开)")
_NOT_DONE = regex(r"(?:没|未)(?!有)[一-鿿]{1,3}的\Z")
_DAY_SAID = regex(r"今[天日]|当[天日]|本日|新增")
MOST_STRANGERS = 40
_MANY = 10  # 个 in talk counts fewer (有两个亲戚)
_MEN = regex(r"[男女]性?(?:各|有|为)?$")
_AREA = regex(r"(?:共有|辖|常住|户籍|总人口|总户数|人口)[^,。;\n]{0,3}$")
_PLACES = regex(
    r"(?:个|座)?(?:村|社区|小区|组(?!织)|网格|单元|楼|院|班|年|月|省|市|县|乡|镇|街道|国|方面|"
    r"到位|环节|阶段|步骤|问题|建议|电话|晚|白天|礼拜|老人|娃|孩|姓|女儿|儿子)"
)


class Nameless(Verbs):
    """What was said so far, and how a number without a name joins it."""

    # -- a number without a name in its clause -----------------------------------------------------------------------

    def nameless(self, number: Number, scope: Scope) -> None:
        opening = self.text[max(self.withdrawn, self.clause_start(number.start)) : number.start]
        glued = bool(words.GLUE.fullmatch(opening)) or scope.sub or scope.sum or self.cut_short(opening)
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
        if scope.part and scope.day and self.last and self.last[-1][1].total and self.again(number, scope):
            return
        if scope.part or (scope.bracket and not scope.total):
            if not self.of_whole(number, scope) and not (
                scope.bracket and self.waiting and glued and self.carry(number, scope)
            ):
                self.out.passed.append(Passed(number.start, number.end, "part"))
            return
        if glued and scope.day and self.level(number, scope):
            return
        today = glued and bool(self.last) and (self.last[-1][1].change or (scope.day and self.last[-1][1].total))
        added = bool(_PLUS.search(self.opening(number))) and not self.waiting
        if (added or scope.bare_total or corrects or scope.sub or scope.sum or today) and self.again(number, scope):
            return
        if (glued or self.called(number)) and self.carry(number, scope):
            return
        parted = scope.parted or _PART_ALONE.search(self.opening(number)) is not None or self.known_part(number)
        if (parted and self.of_whole(number, scope)) or self.left_undone(number):
            return
        if self.headed(number, scope):
            return
        if self.elliptic(number, scope) or self.listed(number, scope) or self.verb(number, scope):
            return
        self.stranger(number, scope)

    def of_whole(self, number: Number, scope: Scope) -> bool:
        """`返乡3人（湖北1人）`: a part that with the whole's word makes a name of the form."""
        if not self.last:
            return False
        behind = re.split(r"[\n。;!?,、()]", self.text[number.end : number.end + 12])[0]
        for _, entry in reversed(self.last[-2:]):
            for part, code in self.ready.parts[entry.code]:
                if part in self.opening(number) or part in behind:
                    self.add(code, None, Choice(number, None, "part", code), scope)
                    return True
        return False

    def cut_short(self, opening: str) -> bool:
        """`计划入户40户，已入20户`: the name that waits is said again by its first sign."""
        name = self.waiting[-1] if self.waiting else None
        return name is not None and opening[-1:] == name.word[:1] and words.GLUE.fullmatch(opening[:-1]) is not None

    def known_part(self, number: Number) -> bool:
        """`返乡9人，湖北2人，广东7人`: the clause before the figure is a part that makes a name of the form."""
        whole = self.last[-1][1] if self.last else None
        if whole is None or number.value > whole.value or self.ready.fits(whole.code, number.measure) is None:
            return False
        opening = self.opening(number)
        return any(part == opening for part, _ in self.ready.parts[whole.code])

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
            self.out.entries[-1] = entry._replace(total=True, sum=False)
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
        choice = Choice(
            number, name, "left", code or name.codes[0], fits=code is not None, torn=self.rivalled(name, number)
        )
        self.add(code or name.codes[0], name, choice, scope, change=changes(middle))
        return True

    def rivalled(self, name: Name, number: Number) -> bool:
        """`返乡的登记在本子上了，一共12个`: another name waits for such a figure as well."""
        others = [n for n in self.waiting if n.codes and n is not self.heading and n.codes[0] != name.codes[0]]
        return number.measure in self.ready.common and any(
            self.ready.best_fit(n.codes, number.measure or "") for n in others
        )

    def slashed(self, number: Number) -> bool:
        """`入户38/1120` with no word on what the second is: then the first is not sure either."""
        before = self.last[-1][1] if self.last else None
        if before is None or self.text[before.end : number.start] != "/" or self.out.entries[-1] is not before:
            return False
        if not self.text[number.start].isdigit() or not self.text[before.end - 1].isdigit():
            return False
        self.out.entries[-1] = before._replace(torn=True)
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
        if not re.search(r"(?:剩余?下?的?|还剩|还差|还有|尚有|余下|其余)$", opening):
            return False
        self.left_of_level(number)
        last = self.last[-1][1] if self.last else None
        flow = last is not None and self.ready.form.indicator(last.code).kind == "flow"
        return bool(re.match(r"没|未|明[天日]|待|下午再|家?没", behind)) or (
            flow and last is not None and self.ready.fits(last.code, number.measure) is not None
        )

    def left_of_level(self, number: Number) -> None:
        """`隔离6人今天解除2人还剩4人`: what is left makes the level told before it doubtful."""
        for place in range(len(self.out.entries) - 1, max(-1, len(self.out.entries) - 4), -1):
            entry = self.out.entries[place]
            level = self.ready.form.indicator(entry.code).kind == "stock"
            if level and number.value < entry.value and self.ready.fits(entry.code, number.measure) is not None:
                self.out.entries[place] = entry._replace(torn=True)
                return

    def elliptic(self, number: Number, scope: Scope) -> bool:
        """`消毒5处，面积3000平方`: the verb of the name before is not said again."""
        name = self.last[-1][0] if self.last else None
        noun = re.sub(
            r"^(?:总?累计|总计)|(?:[:=的有约是为达共]|大概|大约|差不多|总共|一共|合计|共计|总计)+$",
            "",
            self.unsaid(number),
        )
        if name is None or not 0 < len(noun) <= 6:
            return False
        over = [self.head.word] if self.head else []
        longer = (word + noun for word in [*over, *(name.word[:cut] for cut in range(len(name.word), 1, -1))])
        spelled = (w for word in longer for w in (word, f"{word}员"))
        codes = next((self.ready.words[w] for w in spelled if w in self.ready.words), None)
        if codes is None or self.ready.fits(codes[0], number.measure) is None:
            return False
        self.add(codes[0], None, Choice(number, name, "left", codes[0]), scope)
        self.last[-1] = (name, self.last[-1][1])
        return True

    def unsaid(self, number: Number) -> str:
        """The clause's words before the number and behind the figure before it: dictation has no stops."""
        said = self.last[-1][1].end if self.last else 0
        return self.text[max(said, self.clause_start(number.start)) : number.start]

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
            or (number.measure == "个" and number.han and number.value < _MANY and not words.GLUE.fullmatch(opening))
        ):
            return
        self.ask(number, None, of=self.whole_of(number, opening))

    def whole_of(self, number: Number, opening: str) -> Entry | None:
        """The figure of which this may be a part: the last one said, in the same measure, behind a short noun."""
        # a part told by its own name (湖北2人) is no whole of the next
        whole = next(
            (entry for name, entry in reversed(self.last[-3:]) if name), self.last[-1][1] if self.last else None
        )
        if whole is None or not _PLACE_NOUN.fullmatch(opening) or number.value > whole.value:
            return None
        return whole if self.ready.fits(whole.code, number.measure) is not None else None

    def is_part(self, number: Number, opening: str) -> bool:
        """`男7人、女5人` behind a head count: parts of it, nobody's value."""
        whole = self.last[-1][1] if self.last else None
        if _MEN.search(opening):
            return True
        if whole is None or not (_PART_NOUN.fullmatch(opening) or _AGED.fullmatch(opening)):
            return False
        return number.value <= whole.value and self.ready.fits(whole.code, number.measure) is not None


def changes(middle: str) -> bool:
    """Whether what stands between name and figure tells a change, not a level."""
    return middle != "" and words.CHANGE_MID.search(middle) is not None
