"""Stage 3: the names of the form, longest match first, in one alternation a form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple
from weakref import WeakKeyDictionary

from domain.forms import Form, Indicator
from domain.parsing import words
from domain.parsing.fold import fold
from domain.parsing.numerals import HAN
from domain.patterns import any_of, regex


class Name(NamedTuple):
    """A word of the form in the message. codes: the indicators it may stand for; none: it only looks like one."""

    start: int
    end: int
    word: str
    codes: tuple[str, ...]
    loose: bool = False


@dataclass(frozen=True)
class Lexicon:
    """A form made ready for reading: its words and measures as patterns and tables, in folded spelling."""

    form: Form
    words: Mapping[str, tuple[str, ...]]
    loose: Mapping[str, tuple[str, ...]]
    never: frozenset[str]
    pattern: re.Pattern[str]
    label: re.Pattern[str]
    labels: Mapping[str, str]
    label_signs: frozenset[str]
    measures: tuple[str, ...]
    verbs: re.Pattern[str]
    verb_ends: re.Pattern[str]
    parts: Mapping[str, tuple[tuple[str, str], ...]]
    family: Mapping[str, Mapping[str, int]]
    none_of: tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]
    alone: frozenset[str]
    common: frozenset[str]
    kinds: re.Pattern[str]
    memo: dict[tuple[str, tuple[str, ...], str], str | None] = field(default_factory=dict, compare=False)
    best: dict[tuple[tuple[str, ...], str], tuple[str, int] | None] = field(default_factory=dict, compare=False)
    counted: dict[tuple[str, str], tuple[str, Decimal] | None] = field(default_factory=dict, compare=False)

    def best_fit(self, codes: tuple[str, ...], measure: str) -> tuple[str, int] | None:
        """Which of these indicators a measure suits best, and how well; None when it suits none."""
        key = (codes, measure)
        if key not in self.best:
            ranked = sorted((fit, code) for code in codes if (fit := self.fits(code, measure)) is not None)
            self.best[key] = (ranked[0][1], ranked[0][0]) if ranked else None
        return self.best[key]

    def fits(self, code: str, measure: str | None) -> int | None:
        """How well a measure fits an indicator: 0 its own, 1 the same, 2 taken besides; None when it does not."""
        if measure is None:
            return 1
        return self.family[code].get(measure)


_READY: WeakKeyDictionary[Form, Lexicon] = WeakKeyDictionary()


def lexicon(form: Form) -> Lexicon:
    """The form made ready; made once for each form."""
    ready = _READY.get(form)
    if ready is None:
        ready = _READY[form] = _make(form)
    return ready


def _plain(word: str) -> str:
    return fold(word).text.replace(" ", "")


def _table(form: Form, of: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for indicator in form.indicators:
        for word in getattr(indicator, of):
            plain = _plain(word)
            if indicator.code not in table.get(plain, ()):
                table[plain] = (*table.get(plain, ()), indicator.code)
    return table


def _alternation(spelled: set[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(spelled, key=lambda w: (-len(w), w))) or r"(?!)"


def _names_pattern(spoken: Mapping[str, tuple[str, ...]], never: set[str], measures: tuple[str, ...]) -> str:
    """All names; one that is none does not begin with a measure's last sign (测温5人次 密接0).

    That is looked back for at its end: words alone are searched by their first signs.
    """
    ends = {w: [m[:-1] for m in measures if m[1:] and m[-1] == w[0]] for w in never}
    besides = {w: "".join(f"(?<!{re.escape(before + w)})" for before in ends[w]) for w in sorted(never)}
    return any_of(besides | dict.fromkeys(sorted(spoken), ""))


_LABELLED = "存目当主工突遇另还今现有特最的个"  # the signs that open what may stand before a label


def _make(form: Form) -> Lexicon:
    spoken, loose = _table(form, "spoken"), _table(form, "loose")
    never = {_plain(w) for w in form.never} | {_plain(w) for i in form.indicators for w in i.never}
    labels = {_plain(w): t.code for t in form.texts for w in t.spoken}
    label = _alternation(set(labels))
    before = _parts(spoken)
    parts = {i.code: tuple(before.get(i.code, ())) for i in form.indicators}
    return Lexicon(
        form=form,
        words=spoken,
        loose=loose,
        never=frozenset(never),
        pattern=re.compile(_names_pattern(spoken, never, _measures(form))),
        label=re.compile(
            rf"(?=[【\[({_LABELLED}{''.join(sorted({w[0] for w in labels}))}])[【\[(]?"
            rf"(?:存在的?|目前|当前|主要的?|工作|突出的?|遇到的?|另外|还有|今日|今天|"
            rf"现有|有关|特别|最大的?|的|个|有){{0,4}}"
            rf"(?P<label>{label})(?:(?:和|及|与|、|/|以及)?(?:{label}|建议|意见|情况|事项|请求))*(?:汇报|"
            rf"反映|如下|上报)?"
            rf"(?P<mark>[】\])]?[:=]|[】\]]|是(?=[^,。;\n?!是])|(?=\n|$))"
        ),
        parts=parts,
        none_of=_none_of(spoken, loose, parts),
        alone=frozenset(_plain(w) for i in form.indicators for w in i.alone),
        labels=labels,
        label_signs=frozenset(w[0] for w in labels),
        measures=_measures(form),
        verbs=re.compile(_alternation(set(loose))),
        verb_ends=re.compile(rf"(?:{_alternation(set(loose))})(?:的|了)?(?:有|共)?$"),
        family={i.code: _family(form, i) for i in form.indicators},
        common=_common(form),
        kinds=_kinds(spoken),
    )


def _kinds(spoken: Mapping[str, tuple[str, ...]]) -> re.Pattern[str]:
    """Where a place's name may end: it may open with a word of the form, but not end in one (返乡).

    Where the word's head is another word's end (劝返乡), that other one is read, and it may be a place.
    """
    ends = [w for w in sorted(spoken) if (kind := _LAST_KIND.search(w)) and kind.start() > 0]
    told = (f"(?<!{_not_behind(word, spoken)}{re.escape(word)})" for word in ends)
    return re.compile(f"(?=[{words.PLACE_BEGINS}])(?:{words.PLACE_KIND})" + "".join(told))


_LAST_KIND = regex(rf"(?:{words.PLACE_KIND})\Z")


def _not_behind(word: str, spoken: Mapping[str, tuple[str, ...]]) -> str:
    """That no other word stands before this one and runs into it."""
    cuts = [(other, cut) for other in spoken for cut in range(1, len(word)) if other.endswith(word[:cut])]
    return "".join(f"(?<!{re.escape(before)})" for before in sorted({o[:-c] for o, c in cuts if len(o) > c}))


def _parts(spoken: Mapping[str, tuple[str, ...]]) -> dict[str, list[tuple[str, str]]]:
    """By indicator: what before a word of it makes a word of another (武汉 before 返乡), and of which."""
    place = {word: number for number, word in enumerate(spoken)}
    parts: dict[str, list[tuple[str, str]]] = {}
    for longer, codes in spoken.items():
        ends = (longer[cut:] for cut in range(1, len(longer)) if longer[cut:] in place)
        for word in sorted(ends, key=place.__getitem__):
            for code in spoken[word]:
                if code not in codes:
                    parts.setdefault(code, []).append((longer[: -len(word)], codes[0]))
    return parts


def _none_of(
    spoken: Mapping[str, tuple[str, ...]],
    loose: Mapping[str, tuple[str, ...]],
    parts: Mapping[str, tuple[tuple[str, str], ...]],
) -> tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]:
    """How none is told without a name (外省回来的没有, 没有一个是湖北的): patterns, each with whose its words are."""
    verbs = {w: codes[0] for w, codes in loose.items() if len(codes) == 1 and len(w) > 1}
    those = {part: code for of in parts.values() for part, code in of}
    told = {f"{part}{verb}": code for verb, own in verbs.items() for part, code in parts[own]} | verbs
    # 返乡三人湖北的没有; not 检查的没有, where the part is a word that counts by itself
    of_these = [pair for own in set(verbs.values()) for pair in parts[own]]
    told |= {part: code for part, code in of_these if not any(w in part for w in (*spoken, *loose))}
    return (
        (
            re.compile(
                rf"(?<![没未不])(?P<of>{_alternation(set(told))})的(?:人员|人)?(?:也|都|均|还)*"
                r"(?:没有|没得|没|冇|无|零)(?=[,。;、!\n]|$)"
            ),
            told,
        ),
        (
            re.compile(
                rf"(?:(?:没有?|无)(?:一个人?|一人|任何人|人)(?:是|从|来自)|[都均]不是(?:从|来自)?)(?P<of>{_alternation(set(those))})(?:的|回|返|来)"
            ),
            those,
        ),
    )


def _measures(form: Form) -> tuple[str, ...]:
    spelled = {m for i in form.indicators for m in (i.measure, *i.also)}
    for measure in form.measures:
        spelled |= {measure.name, *measure.same, *measure.converts}
    return tuple(sorted({_plain(m) for m in spelled}))


def _common(form: Form) -> frozenset[str]:
    """Measures that many kinds of things are counted in, so that they tell little of what was counted (个)."""
    kinds: dict[str, set[str]] = {}
    for measure in form.measures:
        for spelled in (measure.name, *measure.same):
            kinds.setdefault(_plain(spelled), set()).add(measure.name)
    return frozenset(spelled for spelled, of in kinds.items() if len(of) > 3)


def _family(form: Form, indicator: Indicator) -> dict[str, int]:
    measure = form.measure_of(indicator)
    fits = {_plain(m): 2 for m in indicator.also}
    fits |= {_plain(m): 1 for m in (*measure.same, *measure.converts)}
    fits[_plain(indicator.measure)] = 0
    return fits


def names(text: str, ready: Lexicon) -> tuple[Name, ...]:
    """Every name of the form in folded text, in order; those inside longer unknown names have no codes."""
    found: list[Name] = []
    for m in ready.pattern.finditer(text):
        word, (start, end) = m[0], m.span()
        codes, before = ready.words.get(word, ()), text[start - 1 : start]
        if before == "号" and codes and _THE_ONE.search(text, max(0, start - 4), start) and _kept(codes, ready):
            continue
        beside = found[-1] if found and found[-1].end == start else None
        if codes and (
            word in ready.never
            or (beside and not beside.codes)
            or (text[end : end + 1] >= "一" and _longer(text, end, codes, ready))
            or (before in _LAST_OF_UNDONE and _denied(text, start) and not PERCEIVED.match(word))
            or (word in ready.alone and not beside and words.VERB_BEFORE.search(text[max(0, start - 4) : start]))
        ):
            codes = ()
        found.append(Name(start, end, word, codes))
    return tuple(found)


def _longer(text: str, end: int, codes: tuple[str, ...], ready: Lexicon) -> bool:
    """Whether the signs behind the word make a longer name of it (消毒车, 登记本)."""
    suffix = words.SUFFIX.match(text, end)
    if suffix is None:
        return False
    # `排查组团` and the like aside, a measure of its own behind the word is no longer name: 走访户120
    return not any(ready.fits(c, suffix[0]) == 0 for c in codes)


# what is not met with is none: 未接到举报
PERCEIVED = regex(r"接到|收到|发现|新增|出现")
_UNDONE = regex(r"(?:未|不|拒绝?|免|非|无需|不用|不再|停止|待)\Z")
_LAST_OF_UNDONE = frozenset("未不拒绝免非需用再止待")
_NOT_UNDONE = regex(r"(?:从|并|决|绝|毫)不\Z")


def _kept(codes: tuple[str, ...], ready: Lexicon) -> bool:
    """Whether the name is of something that is there, not of something done."""
    return ready.form.indicator(codes[0]).kind == "stock"


# 三号卡口 is one of them, no count
_THE_ONE = regex(rf"(?<![月\d{HAN}])[\d{HAN}]{{1,3}}号\Z")


def _denied(text: str, start: int) -> bool:
    """Whether the word is undone by what stands right before it (未入户)."""
    before = text[max(0, start - 3) : start]
    return bool(_UNDONE.search(before)) and not _NOT_UNDONE.search(before)
