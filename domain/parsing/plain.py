"""Stage 5, the short way: a message that is nothing but names with their figures (入户120户，返乡3人，发热无).

Every sign of it is accounted for: a heading without a figure, then names of the form, each with a figure of its own
right behind it and a stop behind that; no word that says anything else of a figure. Such a message has one reading, and
nothing needs to be weighed; most that wardens write by the form are so. Whatever else a message holds, it goes the long
way, which reads these alike.
"""

from collections.abc import Sequence
from decimal import Decimal

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon, Name, names
from domain.parsing.numbers import Aside, Number
from domain.parsing.numerals import HAN
from domain.parsing.pairing import converted, fitting
from domain.parsing.sayings import Entry, Gathered
from domain.parsing.scopes import marks
from domain.patterns import regex

# Signs of brackets, questions, ranges, columns, and of the words for none but two.
_NOT_PLAIN = regex(r"[()\[\]!?~\t|+=\-—/×xX零未冇不〇吗么呢]")
_NONE = regex("[无没]")
_STOPS = frozenset("\n,;。")
_FIGURE = regex(r":?(?:(?P<figure>\d{1,6})(?P<measure>[一-鿿a-zA-Z㎡²]{0,4})|(?P<none>无|没有))(?=[\n,;。]|\Z)")
_NUMERAL = regex(rf"[\d{HAN}几半]+")
# 5千克 begins like 5千, 3多户 like a figure that is only about
_GREATER = frozenset("万千百亿余多来几把半" + HAN)
_COUNTERS = frozenset(words.COUNTERS)
_SILENT = frozenset({"date", "list"})
# 今日, 我村, 已: they end what held for the words before them, and nothing holds in a plain message
_HARMLESS = frozenset({"day", "own", "actual"})
MOST = 36  # names


def told_plainly(folded: Folded, seen: Sequence[Aside], ready: Lexicon) -> Gathered | None:
    """What a plain message says of the form's indicators; None where it is not plain. seen: what was set aside."""
    text = folded.text
    if _NOT_PLAIN.search(text):
        return None
    aside = [a for a in seen if text[a.start] not in "\n," or a.kind == "list"]
    if any(a.kind not in _SILENT for a in aside):
        return None
    said = [m for m in marks(text) if not any(a.start <= m.start and m.end <= a.end for a in aside)]
    if said and any(m.kind not in _HARMLESS for m in said):
        return None
    found = names(text, ready)
    began = {a.end: a.start for a in aside} | {m.end: m.start for m in said}
    return _each_counted(text, found, began, _covered(text, aside), ready) if 0 < len(found) <= MOST else None


def _each_counted(
    text: str, found: Sequence[Name], began: dict[int, int], covered: bytearray, ready: Lexicon
) -> Gathered | None:
    """Each name with the figure right behind it; None where one has none, or where figures are left over.

    began: where what may open a clause too begins, by its end. covered: what was set aside.
    """
    entries: list[Entry] = []
    nones: list[Entry] = []
    figures: list[int] = []
    for name in found:
        m = _FIGURE.match(text, name.end)
        if m is None or covered.find(1, name.start, m.end()) >= 0 or not _free(text, name, began):
            return None
        figure, measure, none = m.groups()
        counted = _counted(name, measure or "", ready)
        if counted is None:
            return None
        code, factor = counted
        if none:
            nones.append(Entry(name.codes[0], Decimal(0), name.start, name.end, "none"))
            continue
        figures.append(m.start("figure"))
        if words.change_told(text, figures[-1]):
            return None
        entries.append(Entry(code, Decimal(figure) * factor, name.start, m.end(), "left"))
    none_left = len(_NONE.findall(text)) > len(nones)
    return None if none_left or figures != _numerals(text, covered) else Gathered(entries + nones)


def _free(text: str, name: Name, began: dict[int, int]) -> bool:
    """Whether the name opens its clause, and no word before it tells a change."""
    return _opens(text, name.start, began) and not words.change_told(text, name.start)


def _counted(name: Name, measure: str, ready: Lexicon) -> tuple[str, Decimal] | None:
    """What is counted in this measure right behind the name, and how many of the indicator's own measure one is."""
    if not name.codes or name.word in ready.alone:
        return None
    key = (name.word, measure)
    if key not in ready.counted:
        if measure and not _whole(measure, ready):
            return None  # of those there are too many to remember
        one = Number(0, 0, 0, Decimal(1), measure or None)
        code, _ = fitting(name, one, ready)
        ready.counted[key] = (code, converted(one, code, ready)) if code else None
    return ready.counted[key]


def _whole(measure: str, ready: Lexicon) -> bool:
    """Whether all that stands between a figure and its stop is a measure."""
    return measure[0] not in _GREATER and (measure in _COUNTERS or measure in ready.measures)


def _opens(text: str, place: int, began: dict[int, int]) -> bool:
    """Whether a clause begins here, or before the list number, day, colon or harmless word that stand here."""
    while place and text[place - 1] not in _STOPS:
        before = began.get(place, place - 1 if text[place - 1] == ":" else None)
        if before is None:
            return False
        place = before
    return True


def _covered(text: str, aside: Sequence[Aside]) -> bytearray:
    """For each sign of the text, whether it was set aside."""
    covered = bytearray(len(text))
    for one in aside:
        covered[one.start : one.end] = b"\1" * (one.end - one.start)
    return covered


def _numerals(text: str, covered: bytearray) -> list[int]:
    """Where the numerals begin that were not set aside."""
    return [m.start() for m in _NUMERAL.finditer(text) if not covered[m.start()]]
