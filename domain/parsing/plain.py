"""Stage 5, the short way: a message that is nothing but names with their figures (入户120户，返乡3人).

Every sign of it is accounted for: a heading without a figure, then names of the form, each with a figure of its own
right behind it and a stop behind that; no word that says anything else of a figure. Such a message has one reading, and
nothing needs to be weighed; most that wardens write by the form are so. Whatever else a message holds, it goes the long
way, which reads these alike.
"""

from collections.abc import Sequence

from domain.parsing import words
from domain.parsing.fold import Folded
from domain.parsing.names import Lexicon, Name, names
from domain.parsing.numbers import Aside, Number
from domain.parsing.numerals import HAN, figures_value
from domain.parsing.pairing import converted, fitting
from domain.parsing.sayings import Entry, Gathered
from domain.parsing.scopes import marks
from domain.patterns import regex

# Signs of brackets, questions, ranges, columns, and of each word for none.
_NOT_PLAIN = regex(r"[()\[\]!?~\t|+=\-—/×xX没无零未冇不〇吗么呢]")
_STOPS = frozenset("\n,;。")
_FIGURE = regex(r":?(?P<figure>\d{1,6})(?P<measure>[一-鿿a-zA-Z㎡²]{0,4})(?=[\n,;。]|\Z)")
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
    if any(m.kind not in _HARMLESS for m in said):
        return None
    found = names(text, ready)
    if not 0 < len(found) <= MOST:
        return None
    began = {a.end: a.start for a in aside} | {m.end: m.start for m in said}
    entries: list[Entry] = []
    figures: list[int] = []
    for name in found:
        number = _figure(text, name, began, ready)
        code = fitting(name, number, ready)[0] if number else None
        if number is None or code is None:
            return None
        figures.append(number.start)
        entries.append(Entry(code, converted(number, code, ready), name.start, number.end, "left"))
    apart = all(a.end <= e.start or e.end <= a.start for a in aside for e in entries)
    return Gathered(entries) if apart and figures == _numerals(text, aside) else None


def _figure(text: str, name: Name, began: dict[int, int], ready: Lexicon) -> Number | None:
    """The figure right behind a name that opens its clause. began: where what may open one too begins, by its end."""
    m = _FIGURE.match(text, name.end) if name.codes and name.word not in ready.alone else None
    if m is None or not _opens(text, name.start, began):
        return None
    if any(words.CHANGE.search(text[max(0, end - 4) : end]) for end in (name.start, m.start("figure"))):
        return None
    value = figures_value(m["figure"])
    measure = m["measure"] or None
    if value is None or (measure and not _whole(measure, ready)):
        return None
    return Number(m.start("figure"), m.end("figure"), m.end(), value, measure)


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


def _numerals(text: str, aside: Sequence[Aside]) -> list[int]:
    """Where the numerals begin that were not set aside."""
    found = [m.start() for m in _NUMERAL.finditer(text)]
    return [n for n in found if not any(a.start <= n < a.end for a in aside)]
