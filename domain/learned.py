"""What people's answers taught: their own words around a figure, read again as they said; a chat's own unit names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from domain.doubts import Doubt, impossible, suspicious
from domain.forms import Form
from domain.parsing import Match, ParsedReport, Question, UnitIndex
from domain.parsing.fold import fold
from domain.parsing.names import lexicon
from domain.parsing.units import LONGEST, spelled
from domain.patterns import regex

FIGURE = "#"
# Doubts in which the figure is sure and only its name is not: in any other the figure itself is asked about.
OF_NAME = frozenset({"unknown_name", "flow_of_stock"})
_QUOTE = regex(r"(?P<before>[^\d#,。;!?]*)(?P<figure>\d+(?:\.\d+)?)(?P<measure>[^\d\s#,。;:!?]{0,3})")
_ABOUT = regex(r"[约近余多几超逾]|左右|大概|上下|不到|以上|以下|累计|总")
_LEAST = 2
_MORE = "新增"


@dataclass(frozen=True)
class Phrase:
    """Words around a figure: `出动宣传车4次` is `出动宣传车#次`."""

    words: str
    figure: Decimal
    measure: str


def phrase_of(quote: str) -> Phrase | None:
    """The phrase of a quoted doubt; None where it is not one name with one plain figure, which cannot be learned."""
    folded = fold(quote).text.replace(" ", "").replace("\n", "")
    found = _QUOTE.fullmatch(folded.strip(".,:"))
    if found is None or _ABOUT.search(folded):
        return None
    name = found["before"].rstrip(":=是为有共")
    if len(name) < _LEAST:
        return None
    return Phrase(f"{name}{FIGURE}{found['measure']}", Decimal(found["figure"]), found["measure"])


def _phrase(quote: str, reason: str) -> Phrase | None:
    """The phrase of a doubt about a name. Of a change where a level is kept, the reader quotes only what changed."""
    phrase = phrase_of(quote) if reason in OF_NAME else None
    if phrase is None or reason != "flow_of_stock" or phrase.words.startswith(_MORE):
        return phrase
    return replace(phrase, words=f"{_MORE}{phrase.words}")


def teaches(form: Form, doubt: Doubt, indicator: str, value: Decimal) -> Phrase | None:
    """The phrase that is learned when a doubt is settled as that indicator's value; None when nothing is.

    Only a doubt about the name teaches anything, when its figure stood and its measure is one of the indicator's.
    """
    phrase = _phrase(doubt.quote, doubt.reason)
    if phrase is None or indicator == doubt.indicator:
        return None
    if doubt.value != value or phrase.figure != value:
        return None
    return phrase if lexicon(form).fits(indicator, phrase.measure or None) is not None else None


def reread(parsed: ParsedReport, form: Form, meanings: Mapping[str, str]) -> ParsedReport:
    """The report with those doubts about names settled that its sender settled before; meanings: phrase -> indicator.

    Nothing is settled that would make the figure doubtful otherwise: an indicator that the report names besides, a
    value that is too large or impossible, a report of zero.
    """
    if not meanings or parsed.zero_report:
        return parsed
    taught = [(doubt, _meant(form, doubt, meanings)) for doubt in parsed.questions]
    codes = [code for _, code in taught if code is not None]
    named = {*parsed.values, *(doubt.indicator for doubt, code in taught if code is None and doubt.indicator)}
    sure = [(doubt, code) for doubt, code in taught if code and codes.count(code) == 1 and code not in named]
    if not sure:
        return parsed
    settled = [doubt for doubt, _ in sure]
    return replace(
        parsed,
        values={**parsed.values, **{code: doubt.value for doubt, code in sure if doubt.value is not None}},
        questions=tuple(doubt for doubt in parsed.questions if doubt not in settled),
        read_as=tuple((doubt.text, code) for doubt, code in sure),
    )


def _meant(form: Form, doubt: Question, meanings: Mapping[str, str]) -> str | None:
    phrase = _phrase(doubt.text, doubt.reason)
    code = meanings.get(phrase.words) if phrase is not None else None
    if phrase is None or code is None or code not in form.by_code or doubt.value != phrase.figure:
        return None
    indicator = form.indicator(code)
    if impossible(form, indicator, phrase.figure) is not None or suspicious(indicator, phrase.figure):
        return None
    return code if lexicon(form).fits(code, phrase.measure or None) is not None else None


class ChatUnits(UnitIndex):
    """The town's units with the words that one chat uses for some of them. The town's own names go first."""

    def __init__(self, town: UnitIndex, words: Iterable[tuple[str, str]]) -> None:
        """words: (word, code) of each alias; a word of several units stays one to ask about."""
        self._town = town
        self._words: dict[str, tuple[str, ...]] = {}
        for word, code in words:
            key = spelled(word)
            self._words[key] = (*self._words.get(key, ()), code)

    def find(self, written: str) -> Match:
        """The unit that a written name means here."""
        codes = () if self._town.known(written) else self._words.get(spelled(written[:LONGEST]), ())
        if len(codes) == 1:
            return Match(codes[0])
        return Match(None, codes) if codes else self._town.find(written)

    def known(self, written: str) -> bool:
        """Whether this is exactly a code, name or alias, here or in the town."""
        return self._town.known(written) or spelled(written[:LONGEST]) in self._words
