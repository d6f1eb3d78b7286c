"""The way of a message through the stages, to reports or to silence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from domain.forms import Form
from domain.parsing import flattened, freetext, header, lines, notices, rollcall, tables
from domain.parsing.days import Day, named_day, other_days
from domain.parsing.draft import Draft, Wanted
from domain.parsing.fold import Folded, fold
from domain.parsing.gather import gather
from domain.parsing.headings import headings
from domain.parsing.judge import judge
from domain.parsing.model import SILENCE, Parse, ParsedReport, Question, Trace
from domain.parsing.modes import modes
from domain.parsing.names import Lexicon, lexicon
from domain.parsing.numbers import Aside, asides
from domain.parsing.numerals import HAN
from domain.parsing.places import Place
from domain.parsing.plain import told_plainly
from domain.parsing.sayings import Gathered
from domain.parsing.tokens import Tokens, tokens_of
from domain.parsing.tracing import around_figures, figures_traced
from domain.parsing.units import UnitIndex
from domain.parsing.zero import zero_report
from domain.patterns import regex

# a figure, a numeral or a word for none; chatter without one of them and without a label is no report
_SAYS_SOMETHING = frozenset(f"0123456789{HAN}几半无没未冇/×xX—-")
_SAYS_MORE = regex(r"\d|平安")  # digits of other scripts among them
# Signs, as many as one Telegram message holds: clients cut what is longer into several. Imported text may be longer; to
# read it would take as long as its writer likes, so it is none.
LONGEST = 4096
MOST_FOLDED = LONGEST + 256  # ⑴ folds to three signs, some ligatures to eighteen
_TODAY = regex(r"今[天日]|本日|当[天日]")
_CLAUSE = regex(r"[\n,。;!?、]|今[天日]")
LONGEST_TOLD = 14  # signs that a clause told of another day may go on, where nothing parts it
_place = itemgetter(0, 1)  # of a Trace: start and end
_SPELLED_DAY = regex(r"[年月日号天]")
_CHATTER = regex(r"[?？]$|[吗呢么][。!]*$")


def parse(
    text: str,
    form: Form,
    *,
    day: date,
    oldest: date | None = None,
    units: UnitIndex | None = None,
    yesterday: Mapping[str, Decimal] | None = None,
    traced: bool = True,
) -> Parse:
    """What a message reports, if it reports anything.

    day: the day it was sent; oldest: the earliest day still taken; yesterday: the unit's values of the day before, for
    rules that look back; traced: whether what was read where is told too. Never raises; a text longer than a message
    can be reports nothing.
    """
    if not text.strip() or len(text) > LONGEST:
        return SILENCE
    wanted = Wanted(lexicon(form), day, oldest, units, yesterday)
    folded = fold(text)
    if len(folded.text) > MOST_FOLDED:
        return SILENCE
    if not _says_something(folded, wanted.ready):
        return SILENCE
    folded = notices.without_quotes(folded)
    if notices.is_notice(folded):
        return SILENCE
    folded = lines.without_breaks(folded, wanted.ready)
    aside = asides(folded, wanted.ready.measures)
    drafts, blotted = _drafts(folded, aside, wanted)
    plain = told_plainly(blotted, aside, wanted.ready) if _is_whole(drafts, blotted.text) else None
    tokens = tokens_of(blotted, aside, wanted.ready) if plain is None else Tokens(blotted, (), (), (), ())
    reports: list[ParsedReport] = []
    trace: list[Trace] = []
    for draft in drafts:
        gathered = _figures(tokens, draft, wanted, plain)
        trace += figures_traced(folded, gathered) if traced else ()
        report = _report(tokens, draft, gathered, wanted)
        if report:
            reports.append(report)
    if not reports:
        return SILENCE
    trace += around_figures(folded, drafts, aside) if traced else ()
    return Parse(True, tuple(reports), tuple(sorted(trace, key=_place)))


def _says_something(folded: Folded, ready: Lexicon) -> bool:
    if not _SAYS_SOMETHING.isdisjoint(folded.signs):
        return True
    return bool(_SAYS_MORE.search(folded.text) or ready.label.search(folded.text))


# -- headers ---------------------------------------------------------------------------------------------------------


def _drafts(folded: Folded, aside: tuple[Aside, ...], wanted: Wanted) -> tuple[list[Draft], Folded]:
    """The pieces with their headers, and the text with headers and free text blotted out."""
    ready = wanted.ready
    table = tables.rows(folded, ready) or flattened.rows(folded, ready)
    if table:
        folded = folded.masked((r.start, r.end) for r in table)
    fields = freetext.stretches(folded, ready, aside)
    bare = folded.masked((f.start, f.end) for f in fields) if fields else folded
    starts = header.clause_starts(bare.text, aside, bare.gaps)
    dates = frozenset(a.end for a in aside if a.kind in ("date", "list"))
    drafts: list[Draft] = []
    places: list[tuple[int, int]] = []
    pieces = rollcall.pieces(bare, ready, aside)
    over = pieces[0].shared  # the heading is the same for all
    headed = _day_in(bare, *over, wanted, starts) if over else None
    for piece in pieces:
        place = piece.opener or _unit(bare, ready, starts, dates)
        day = _day_in(bare, piece.start, piece.end, wanted, starts) or headed
        own = tuple(f for f in fields if piece.start <= f.start < piece.end) if fields else ()
        texts = freetext.joined(own)
        if place:
            places.append((place.start, place.end))
        if day and not _SPELLED_DAY.search(bare.text, day.start, day.end):
            places.append((day.start, day.end))
        for start, end, mode in modes(bare.text, piece, ready):
            drafts.append(Draft(start, end, place, day, mode, texts, piece.shared, fields=own))
            texts = {}
    drafts = _with_rows(drafts, table, bare, wanted, starts)
    return drafts, bare.masked(places, ",") if places else bare


def _with_rows(
    drafts: list[Draft], table: Sequence[tables.Row], folded: Folded, wanted: Wanted, starts: frozenset[int]
) -> list[Draft]:
    """A draft for each unit of a table; rows that name none belong to the message's own."""
    if not table:
        return drafts
    named = [r for r in table if r.unit]
    if not named:
        own = Gathered([e for r in table for e in r.gathered.entries], [u for r in table for u in r.gathered.unknown])
        return [drafts[0]._replace(row=own), *drafts[1:]]
    day = _day_in(folded, 0, named[0].start, wanted, starts)
    rows = [Draft(r.start, r.end, r.unit, day, "replace", r.texts, None, r.gathered) for r in named]
    return [d for d in drafts if d.place or d.texts] + rows if any(d.place for d in drafts) else rows


def _unit(folded: Folded, ready: Lexicon, starts: frozenset[int], dates: frozenset[int]) -> Place | None:
    return header.labelled(folded, ready) or header.bracketed(folded) or header.spoken(folded, ready, starts, dates)


def _day_in(folded: Folded, start: int, end: int, wanted: Wanted, starts: frozenset[int]) -> Day | None:
    found = named_day(folded.text[start:end], wanted.day, starts, wanted.ready.pattern, start)
    if found is None or start == 0:
        return found
    return found._replace(start=found.start + start, end=found.end + start)


# -- figures ---------------------------------------------------------------------------------------------------------


def _is_whole(drafts: Sequence[Draft], text: str) -> bool:
    """Whether the message is of one piece that lies in no table."""
    first = drafts[0]
    return (
        len(drafts) == 1 and first.row is None and first.heading is None and (first.start, first.end) == (0, len(text))
    )


def _figures(tokens: Tokens, draft: Draft, wanted: Wanted, plain: Gathered | None) -> Gathered:
    """What the piece says. plain: that, where the whole message is plain."""
    if draft.row and not tokens.folded.text[draft.start : draft.end].strip("\n"):
        return draft.row  # a table's row is blotted out: nothing else stands there
    late = bool(draft.day and draft.day.late)
    found = plain or gather(
        tokens, draft.start, draft.end, wanted.ready, late=late, headings=headings(tokens, draft, wanted)
    )
    _then(found, tokens, draft, wanted)
    if draft.row:
        found = Gathered(found.entries + draft.row.entries, found.unknown + draft.row.unknown, found.passed)
    return found


def _then(found: Gathered, tokens: Tokens, draft: Draft, wanted: Wanted) -> None:
    """`1月30日从武汉返乡的2人今天解除隔离`: what a clause tells of another day is hardly this day's."""
    text, day = tokens.folded.text, (draft.day and draft.day.day) or wanted.day
    own = text.count("月", draft.day.start, draft.day.end) if draft.day else 0
    if text.count("月", draft.start, draft.end) <= own:
        return
    for end in other_days(text, draft.start, draft.end, day):
        stop = _CLAUSE.search(text, end, end + LONGEST_TOLD)
        behind = stop.start() if stop else end + LONGEST_TOLD
        for place, entry in enumerate(found.entries):
            flow = wanted.ready.form.indicator(entry.code).kind == "flow"
            if flow and not entry.total and entry.value and end <= entry.start < behind:
                found.entries[place] = entry._replace(torn=True)


# -- the report ------------------------------------------------------------------------------------------------------


def _report(tokens: Tokens, draft: Draft, gathered: Gathered, wanted: Wanted) -> ParsedReport | None:
    zero = zero_report(tokens, draft, gathered, wanted)
    verdict = judge(gathered, tokens.folded, wanted.ready.form, zero_report=zero, before=wanted.yesterday)
    known = [q for q in verdict.questions if q.indicator] or _handed(tokens.folded.text, draft, gathered)
    texts = {code: text for code, text in draft.texts.items() if draft.place or not _CHATTER.search(text)}
    if not (verdict.values or verdict.cumulative or known or zero or texts):
        return None
    if not (draft.place or draft.day or zero or texts) and _chat(tokens.folded.text[draft.start : draft.end], gathered):
        return None
    whose = _whose(draft.place, wanted)
    report = ParsedReport(
        unit=whose.unit,
        unit_code=whose.code,
        near=whose.near,
        day=draft.day.day if draft.day else None,
        day_text=tokens.folded.original(draft.day.start, draft.day.end) if draft.day else None,
        values=verdict.values,
        cumulative=verdict.cumulative,
        texts=texts,
        mode=draft.mode,
        zero_report=zero,
        questions=(*whose.asked, *verdict.questions),
    )
    return report if _day_taken(draft, wanted) else _refused(report, whose.asked)


def _handed(text: str, draft: Draft, gathered: Gathered) -> bool:
    """`今天发放口罩200只` reports, though what was handed out is no indicator of the form."""
    named = any(u.named for u in gathered.unknown)
    return named and (draft.place is not None or _TODAY.search(text, draft.start, draft.end) is not None)


def _chat(text: str, gathered: Gathered) -> bool:
    """Whether one or two figures, each of them read so only for want of another sense, stand amidst talk."""
    said = gathered.entries
    return 0 < len(said) < 3 and all(e.weak for e in said) and notices.is_talk(text)


def _day_taken(draft: Draft, wanted: Wanted) -> bool:
    """Whether the day named, if any, is in the calendar, not to come and not too long ago."""
    if draft.day is None:
        return True
    day = draft.day.day
    return day is not None and day <= wanted.day and (wanted.oldest is None or day >= wanted.oldest)


def _refused(report: ParsedReport, asked: tuple[Question, ...]) -> ParsedReport:
    """A day that is refused: nothing of the report is taken."""
    refused = Question(None, None, report.day_text or "", "day_refused")
    return replace(report, values={}, cumulative={}, texts={}, zero_report=False, questions=(*asked, refused))


class _Whose(NamedTuple):
    """The unit of a report: as written, its code where it is sure, codes to ask about, and the question."""

    unit: str | None = None
    code: str | None = None
    near: tuple[str, ...] = ()
    asked: tuple[Question, ...] = ()


def _whose(place: Place | None, wanted: Wanted) -> _Whose:
    if place is None:
        return _Whose()
    if place.unclear:
        return _Whose(asked=_unclear(place))
    if wanted.units is None:
        return _Whose(place.unit)
    match = wanted.units.find(place.unit)
    return _Whose(place.unit, match.code) if match.code else _Whose(place.unit, None, match.near, _unclear(place))


def _unclear(place: Place) -> tuple[Question, ...]:
    return (Question(None, None, place.unit, "unit_unclear"),)
