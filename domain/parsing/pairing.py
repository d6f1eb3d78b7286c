"""Stage 5: numbers meet names. Within a clause the cheapest way to give each number a name is taken."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from domain.parsing import words
from domain.parsing.names import Lexicon, Name
from domain.parsing.numbers import Number
from domain.parsing.numerals import HAN
from domain.patterns import regex

How = Literal["left", "right", "around", "extended", "part", "unknown", "none"]

LOOSE, MISMATCH, BLOCKED, NOBODY_BARE, NOBODY_MEASURED, UNUSED = 1.5, 3.0, 0.5, 1.2, 4.0, 0.3


class Choice(NamedTuple):
    """What a number counts. code None: not known. fits: whether its measure suits the code."""

    number: Number
    name: Name | None
    how: How
    code: str | None
    fits: bool = True
    torn: bool = False
    spread: bool = False


def pair(
    text: str,
    items: Sequence[Name | Number],
    ready: Lexicon,
    previous: tuple[Name, str] | None = None,
    gaps: frozenset[int] = frozenset(),
) -> list[Choice]:
    """A choice for each number of one clause, all together the cheapest.

    previous: name and code that the clause may go on with.
    """
    numbers = [n for n, item in enumerate(items) if isinstance(item, Number)]
    # state: place in `items` of the last name used -> (cost so far, choices)
    best: dict[int, tuple[float, list[Choice]]] = {-1: (0.0, [])}
    for order, place in enumerate(numbers):
        before = numbers[order - 1] if order else -1
        after = numbers[order + 1] if order + 1 < len(numbers) else len(items)
        following: dict[int, tuple[float, list[Choice]]] = {}
        for used, (cost, choices) in best.items():
            for extra, choice, now in _options(text, items, before, place, after, used, choices, ready, previous, gaps):
                # a name behind which the next number stands cannot be used twice; older ones are out of reach
                now = now if now > place else -1
                total = cost + extra
                if now not in following or total < following[now][0]:
                    following[now] = (total, [*choices, choice])
        best = following
    chosen = min(best.values(), key=lambda s: s[0])[1]
    return [_checked(text, items, place, c, ready) for place, c in zip(numbers, chosen, strict=True)]


def plainly(text: str, items: Sequence[Name | Number], ready: Lexicon) -> list[Choice]:
    """The choices where names and figures take turns, each figure right behind its name: no others cost less.

    Empty where it is not so.
    """
    if len(items) % 2:
        return []
    choices: list[Choice] = []
    before: Name | None = None
    for name, number in zip(items[::2], items[1::2], strict=True):
        if not isinstance(name, Name) or not isinstance(number, Number):
            return []
        choice = _right_behind(text, name, number, ready)
        if choice is None or (before and before.word + name.word in ready.words):
            return []
        choices.append(choice)
        before = name
    return choices


def _right_behind(text: str, name: Name, number: Number, ready: Lexicon) -> Choice | None:
    """The choice of a name with the figure behind it, where nothing between them leaves room for another."""
    if not name.codes or name.word in ready.alone:
        return None
    middle = text[name.end : number.start]
    if middle == ":":
        if text[number.start] not in _FIGURES:
            return None
    elif middle and not (_NO_HEAD.isdisjoint(middle) and words.GLUE.fullmatch(middle)):
        return None
    code, _ = fitting(name, number, ready)
    return Choice(number, name, "left", code) if code else None


_FIGURES = frozenset("0123456789" + HAN)
_NO_HEAD = frozenset(":()")  # a colon may make a head of the name, a bracket hold its measure
# 一次测温、一张明白纸: in such a list one is no count
_ADVERBIAL = frozenset({"次", "张", "份", "条", "声", "封"})
_HEADS = ("", "\n", ",", "、", "。", ";", "】")
_TODAY = frozenset({"今日", "今天", "当日", "当天", "本日"})
_DENIAL = regex(r"[没未无不非]")
_FROM = regex(r"(?:的|是|都是)?(?:从|由|自)[一-鿿]{2,8}")  # 3人从武汉返乡
_NONE_OF_IT = regex(r"(?:人员|的人|的|情况|呢|嘛|啊|是|也|都|均)*(?:无|没(?![断停少落漏歇误])|零|〇|0|/)")
_PUT_RIGHT = regex(r"(?:不对|错了|哦|更正|应该?|改)[,]?(?:应该?)?[是为成]?\Z")
_FOUND = regex(r"(?:了|过)?(?:出|到|有)(?:了)?\Z")


def _checked(text: str, items: Sequence[Name | Number], place: int, choice: Choice, ready: Lexicon) -> Choice:
    """`排查出2名发热人员` counts what was found; `登记3人返乡` may count either, and is torn."""
    if choice.how != "left" or choice.name is None or choice.number.measure is None:
        return choice
    behind = items[place + 1] if place + 1 < len(items) else None
    ahead = items[place + 2] if place + 2 < len(items) else None
    if not isinstance(behind, Name) or behind.start != choice.number.end or isinstance(ahead, Number):
        return choice
    code, _ = fitting(behind, choice.number, ready)
    if code is None or code == choice.code or choice.name.end > choice.number.start:
        return choice
    if _NONE_OF_IT.match(text, behind.end):
        return choice
    if _FOUND.search(text, choice.name.end, choice.number.start):
        return choice._replace(name=behind, how="right", code=code, fits=True)
    return choice._replace(torn=True)


Option = tuple[float, Choice, int]


def _options(
    text: str,
    items: Sequence[Name | Number],
    before: int,
    place: int,
    after: int,
    used: int,
    choices: Sequence[Choice],
    ready: Lexicon,
    previous: tuple[Name, str] | None,
    gaps: frozenset[int],
) -> list[Option]:
    number = items[place]
    assert isinstance(number, Number)
    unknown = NOBODY_BARE if number.measure is None else NOBODY_MEASURED
    options: list[Option] = [(unknown, Choice(number, None, "none", None), used)]
    lefts = [n for n in range(before + 1, place) if n > used]
    for distance, at in enumerate(reversed(lefts[-2:])):
        name = items[at]
        if isinstance(name, Name):
            cost, choice = _left(text, name, number, ready)
            options.append((cost + 2.0 * distance, choice, max(used, at)))
    rights = range(place + 1, after)
    if rights and isinstance(name := items[rights[0]], Name):
        opens = number.start in gaps or text[number.start - 1 : number.start] in _HEADS
        opens = opens or text[max(0, number.start - 2) : number.start] in _TODAY
        cost, choice = _right(text, name, number, ready, opens=opens)
        cost += 0.8 if number.end in gaps else 0.0
        named = place > 0 and items[place - 1].end == number.start
        if _ahead_is_its_own(text, number, items[rights[0] + 1 : rights[0] + 2], name):
            cost += MISMATCH
        if not named and _names_another(text, number, items[rights[0] + 1 : rights[0] + 3], name, ready):
            cost += MISMATCH
        options.append((cost, choice, rights[0]))
        parted = lefts and len(rights) == 1 and number.end not in gaps
        whole = _around(text, items[lefts[-1]], number, name, ready) if parted else None
        if whole:
            options.append((0.0, whole, rights[0]))
    if not lefts:
        options += _going_on(text, number, choices, previous, used, ready)
    return options


def _going_on(
    text: str,
    number: Number,
    choices: Sequence[Choice],
    previous: tuple[Name, str] | None,
    used: int,
    ready: Lexicon,
) -> list[Option]:
    """One name, two measures: the figure goes on with the name of the figure before it."""
    name, previous_code = (choices[-1].name, None) if choices else previous or (None, None)
    if name is None or (choices and not words.GLUE.fullmatch(text[choices[-1].number.end : number.start])):
        return []
    spoken_for = choices[-1].code if choices and choices[-1].fits else previous_code
    extension = extended(name, number, ready) or _own(name, number, spoken_for, ready)
    return [(0.8, Choice(number, name, "extended", extension), used)] if extension else []


def _own(name: Name, number: Number, spoken_for: str | None, ready: Lexicon) -> str | None:
    """The name's own indicator, where the figure before it went to another (摸排63户198人)."""
    own = next((c for c in name.codes if ready.fits(c, number.measure) is not None), None)
    return own if number.measure and own != spoken_for else None


def _left(text: str, name: Name, number: Number, ready: Lexicon) -> tuple[float, Choice]:
    middle = text[name.end : number.start]
    if not middle:
        return _at_distance(0.0, "", name, number, ready)
    if number.measure is None and (bracket := words.BRACKETED.search(middle)) and bracket[0][1:-1] in ready.measures:
        number = number._replace(measure=bracket[0][1:-1])
    middle = words.BRACKETED.sub("", middle)
    distance = 0.0 if not middle else 0.3 if words.GLUE.fullmatch(middle) else LOOSE + len(middle) * 0.02
    return _at_distance(distance, middle, name, number, ready)


def _at_distance(distance: float, middle: str, name: Name, number: Number, ready: Lexicon) -> tuple[float, Choice]:
    """What it costs to let a number be of the name before it. middle: what stands between them, brackets left out."""
    if not name.codes:
        return BLOCKED + distance, Choice(number, name, "left", None)
    verbal = distance >= LOOSE and ready.verb_ends.search(middle) is not None
    if verbal:
        distance += MISMATCH
    code, cost = fitting(name, number, ready)
    if code is None:
        other = extended(name, number, ready) if distance < LOOSE or not (number.han and number.value == 1) else None
        if other:
            return 0.6 + distance, Choice(number, name, "extended", other)
        if verbal or (middle and ready.verb_ends.search(middle)):
            distance += MISMATCH
        return MISMATCH + distance, Choice(number, name, "left", name.codes[0], fits=False)
    return cost + distance, Choice(number, name, "left", code)


def _right(text: str, name: Name, number: Number, ready: Lexicon, *, opens: bool) -> tuple[float, Choice]:
    middle = text[number.end : name.start]
    if _DENIAL.search(middle) or _NONE_OF_IT.match(text, name.end):
        return NOBODY_MEASURED, Choice(number, None, "none", None)
    if number.han and number.value == 1 and number.measure in _ADVERBIAL:
        return NOBODY_MEASURED, Choice(number, None, "none", None)
    distance = 0.0 if not middle else 0.4 if words.GLUE_RIGHT.fullmatch(middle) else LOOSE * 2
    if distance > LOOSE and not _FROM.fullmatch(middle):
        return NOBODY_MEASURED, Choice(number, None, "none", None)
    if number.measure is None:
        # 3人返乡,0发热: right before a name a bare figure at a clause's head is of it
        distance += 0.0 if opens and not middle else 1.0
    if not name.codes:
        return 0.7 + BLOCKED + distance, Choice(number, name, "right", None)
    code, cost = fitting(name, number, ready)
    if code is None:
        other = extended(name, number, ready)
        if other:
            return 1.3 + distance, Choice(number, name, "extended", other)
        return 0.7 + MISMATCH + 1.0 + distance, Choice(number, name, "right", name.codes[0], fits=False)
    return 0.7 + cost + distance, Choice(number, name, "right", code)


def _ahead_is_its_own(text: str, number: Number, ahead: Sequence[Name | Number], name: Name) -> bool:
    """`入户六十七哦不对是七十六户排查两百二十八`: a figure put right is of what was said, and the name has its own."""
    behind = ahead[0] if ahead else None
    if not isinstance(behind, Number) or behind.start != name.end:
        return False
    return _PUT_RIGHT.search(text, max(0, number.start - 5), number.start) is not None


def _names_another(text: str, number: Number, ahead: Sequence[Name | Number], name: Name, ready: Lexicon) -> bool:
    """`客车五十七台劝返四台`: a noun of its own before the figure, and another figure behind the name."""
    behind = ahead[0] if ahead and name.codes else None
    if not isinstance(behind, Number) or behind.start != name.end or not "一" <= text[number.start - 1] <= "鿿":
        return False
    own = ahead[1] if len(ahead) > 1 else None
    if isinstance(own, Name) and own.start == behind.end and fitting(own, behind, ready)[0]:
        return number.measure is None or fitting(name, number, ready)[0] is None  # 两条横幅一百份宣传单
    fits = fitting(name, behind, ready)[0] is not None or extended(name, behind, ready) is not None
    return fits and not words.GLUE.fullmatch(text, number.start - 1, number.start)


def _around(text: str, left: Name | Number, number: Number, right: Name, ready: Lexicon) -> Choice | None:
    """`检查了80台车辆`: the name that a figure parts in two. A bare figure parts none: 入户:66 排查:190."""
    if not isinstance(left, Name) or text[number.end : right.start] not in ("", "的", "过往", "来往"):
        return None
    if number.measure is None or not {":", "="}.isdisjoint(text[left.end : number.start]):
        return None
    codes = ready.words.get(left.word + right.word)
    if not codes or not words.GLUE.fullmatch(text[left.end : number.start]):
        return None
    whole = Name(left.start, right.end, left.word + right.word, codes)
    code, _ = fitting(whole, number, ready)
    return Choice(number, whole, "around", code) if code else None


def fitting(name: Name, number: Number, ready: Lexicon) -> tuple[str | None, float]:
    """Which of the name's indicators the number's measure suits best, and how badly."""
    if number.measure is None:
        return name.codes[0], 0.4
    best = ready.best_fit(name.codes, number.measure)
    return (best[0], (0.0, 0.1, 0.3)[best[1]]) if best else (None, MISMATCH)


def extended(name: Name, number: Number, ready: Lexicon) -> str | None:
    """The indicator that the measure means where the word alone means another: 检查…台次 is 检查车辆."""
    if number.measure is None or not name.codes:
        return None
    key = (name.word, name.codes, number.measure)
    if key not in ready.memo:
        ready.memo[key] = _extend(name, number.measure, ready)
    return ready.memo[key]


def _extend(name: Name, measure: str, ready: Lexicon) -> str | None:
    if any(ready.fits(c, measure) is not None for c in name.codes):
        return None
    stems = {w for w in ready.words if w in name.word}
    # 卡点8个人 may be who stands there; 卡点230人次 are those checked
    kept = any(ready.form.indicator(c).kind == "stock" for c in name.codes)
    ranked: list[tuple[int, int, int, str]] = []
    for word, codes in ready.words.items():
        for code in codes:
            fit = ready.fits(code, measure)
            if fit is None or fit > (0 if kept else 1) or code in name.codes:
                continue
            if word in stems:
                ranked.append((fit, 0, -len(word), code))
            else:
                ranked.extend((fit, 1, -len(s), code) for s in stems if word.startswith(s))
    if not ranked:
        return None
    least = min(ranked)
    rivals = {r[3] for r in ranked if r[:2] == least[:2]}
    return least[3] if len(rivals) == 1 else None


def converted(number: Number, code: str, ready: Lexicon) -> Decimal:
    """The number in the indicator's own measure."""
    form = ready.form
    factor = form.measure_of(form.indicator(code)).converts.get(number.measure or "")
    return number.value * factor if factor else number.value
