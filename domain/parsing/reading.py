"""The way of a message through the stages, to reports or to silence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import takewhile

from domain.forms import Form
from domain.parsing import freetext, header, lines, notices, rollcall, tables, words
from domain.parsing.days import Day, named_day
from domain.parsing.fold import Folded, fold
from domain.parsing.gather import gather
from domain.parsing.header import Place
from domain.parsing.judge import judge
from domain.parsing.model import SILENCE, Mode, Parse, ParsedReport, Question, Trace
from domain.parsing.names import Lexicon, Name, lexicon, names
from domain.parsing.numbers import Aside, Number, asides, numbers, unreadable
from domain.parsing.numerals import HAN
from domain.parsing.rollcall import Piece
from domain.parsing.sayings import Entry, Gathered
from domain.parsing.scopes import Mark, marks
from domain.parsing.units import UnitIndex

# a figure, a numeral or a word for none; chatter without one of them and without a label is no report
_SAYS_SOMETHING = re.compile(rf"[\d{HAN}几半无没未冇/×xX—-]|平安")
LONGEST = 4096  # signs, as many as one Telegram message holds
_ADD = re.compile(
    r"(?P<sure>(?<![无不没需])追加(?!投入|资金|预算)|(?:^|(?<=[\n。;,:!])|(?<=\d[日号]))(?:另外|还有|刚才|再)*补充(?:一下|报告|上报)?(?=[:,\n一-鿿【])|"
    r"补充(?:一下|报告|上报)?(?=[:,【]))|(?P<also>另外又|另又)"
)
# said of the whole message in a clause of its own: 刚又劝返4人次，追加一下，另外…
_ASIDE = re.compile(r"(?:\A|[\n,。;])(?:再|又|另外)?(?:追加|补充)(?:一下|一条|上)?(?=[,。;!\n]|$)")
_CORRECT = re.compile(r"(?:另外|还有|同时)?,?(?:更正|订正|勘误)(?:一下)?[:,]?")
_ZERO = re.compile(
    r"零(?:报告|上报)(?!制度|要求|的|单位)|零(?:新增|情况)(?![一-鿿])|(?:无|没有?)(?:新的?|啥|什么)?情况(?:可报|报告|上报)?(?![一-鿿])|"
    r"无新增(?:情况|人员)?(?![一-鿿])"
)
_TODAY = re.compile(r"今[天日]|本日|当[天日]")
_CHATTER = re.compile(r"[?？]$|[吗呢么][。!]*$")


@dataclass(frozen=True)
class Wanted:
    """What the reading is done with."""

    ready: Lexicon
    day: date
    oldest: date | None
    units: UnitIndex | None
    yesterday: Mapping[str, Decimal] | None


@dataclass(frozen=True)
class Draft:
    """One piece with its header read; its figures still to come."""

    start: int
    end: int
    place: Place | None
    day: Day | None
    mode: Mode
    texts: Mapping[str, str]
    heading: tuple[int, int] | None
    row: Gathered | None = None


@dataclass(frozen=True)
class Tokens:
    """What was found in the whole message, headers and free text blotted out."""

    folded: Folded
    names: tuple[Name, ...]
    numbers: tuple[Number, ...]
    aside: tuple[Aside, ...]
    marks: tuple[Mark, ...]


def parse(
    text: str,
    form: Form,
    *,
    day: date,
    oldest: date | None = None,
    units: UnitIndex | None = None,
    yesterday: Mapping[str, Decimal] | None = None,
) -> Parse:
    """What a message reports, if it reports anything.

    day: the day it was sent; oldest: the earliest day still taken; yesterday: the unit's values of the day before, for
    rules that look back. Never raises.
    """
    if not text.strip() or len(text) > LONGEST:
        return SILENCE
    wanted = Wanted(lexicon(form), day, oldest, units, yesterday)
    folded = fold(text)
    if not _SAYS_SOMETHING.search(folded.text) and not wanted.ready.label.search(folded.text):
        return SILENCE
    folded = notices.without_quotes(folded)
    if notices.is_notice(folded.text):
        return SILENCE
    folded = lines.without_breaks(folded, wanted.ready)
    aside = asides(folded, wanted.ready.measures)
    drafts, blotted = _drafts(folded, aside, wanted)
    tokens = _tokens(blotted, aside, wanted.ready)
    reports: list[ParsedReport] = []
    trace: list[Trace] = []
    for draft in drafts:
        gathered = _figures(tokens, draft, wanted)
        trace += _trace(folded, gathered)
        report = _report(tokens, draft, gathered, wanted)
        if report:
            reports.append(report)
    if not reports:
        return SILENCE
    trace += _around_figures(folded, drafts, aside)
    return Parse(True, tuple(reports), tuple(sorted(trace, key=lambda t: (t.start, t.end))))


# -- headers ---------------------------------------------------------------------------------------------------------


def _drafts(folded: Folded, aside: tuple[Aside, ...], wanted: Wanted) -> tuple[list[Draft], Folded]:
    """The pieces with their headers, and the text with headers and free text blotted out."""
    ready = wanted.ready
    table = tables.rows(folded, ready)
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
        texts = freetext.joined(tuple(f for f in fields if piece.start <= f.start < piece.end))
        if place:
            places.append((place.start, place.end))
        if day and not re.search(r"[年月日号天]", bare.text[day.start : day.end]):
            places.append((day.start, day.end))
        for start, end, mode in _modes(bare.text, piece, ready):
            drafts.append(Draft(start, end, place, day, mode, texts, piece.shared))
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
        return [replace(drafts[0], row=own), *drafts[1:]]
    day = _day_in(folded, 0, named[0].start, wanted, starts)
    rows = [Draft(r.start, r.end, r.unit, day, "replace", r.texts, None, r.gathered) for r in named]
    return [d for d in drafts if d.place or d.texts] + rows if any(d.place for d in drafts) else rows


def _unit(folded: Folded, ready: Lexicon, starts: frozenset[int], dates: frozenset[int]) -> Place | None:
    return header.labelled(folded, ready) or header.bracketed(folded) or header.spoken(folded, ready, starts, dates)


def _day_in(folded: Folded, start: int, end: int, wanted: Wanted, starts: frozenset[int]) -> Day | None:
    found = named_day(folded.text[start:end], wanted.day, starts, wanted.ready.pattern, start)
    return replace(found, start=found.start + start, end=found.end + start) if found else None


def _modes(text: str, piece: Piece, ready: Lexicon) -> list[tuple[int, int, Mode]]:
    """The piece cut where it turns from adding to correcting or back."""
    add = next(
        (
            m
            for m in _ADD.finditer(text, piece.start, piece.end)
            if (m["sure"] and not _restocked(text, m, ready))
            or (m["also"] and not _figured(text, piece.start, m.start(), ready))
        ),
        None,
    )
    if add is None:
        return [(piece.start, piece.end, "replace")]
    correct = next((m for m in _CORRECT.finditer(text, piece.start, piece.end) if m.start() != add.start()), None)
    if correct and correct.start() > add.start():
        return [(piece.start, correct.start(), "add"), (correct.start(), piece.end, "replace")]
    if _figured(text, piece.start, add.start(), ready) and not _ASIDE.search(text, piece.start, add.end() + 3):
        return [(piece.start, add.start(), "replace"), (add.start(), piece.end, "add")]
    return [(piece.start, piece.end, "add")]


def _restocked(text: str, m: re.Match[str], ready: Lexicon) -> bool:
    """`补充口罩200只` fills a store; it adds nothing to a report."""
    name = ready.pattern.match(text, m.end()) if m[0].endswith("补充") else None
    if name is None:
        return False
    return any(ready.form.indicator(code).store for code in ready.words.get(name[0], ()))


def _figured(text: str, start: int, end: int, ready: Lexicon) -> bool:
    """Whether a name of the form with a figure near it stands in this stretch."""
    return any(
        re.search(r"\d|[一二两三四五六七八九十百]", text[m.end() : min(end, m.end() + 8)])
        for m in ready.pattern.finditer(text, start, end)
    )


# -- figures ---------------------------------------------------------------------------------------------------------


def _tokens(folded: Folded, seen: tuple[Aside, ...], ready: Lexicon) -> Tokens:
    aside = tuple(a for a in seen if folded.text[a.start] not in "\n," or a.kind == "list")
    found = names(folded.text, ready)
    found, aside = _outside(found, aside, len(folded.text))
    counted = numbers(folded, aside, ready.measures)
    aside, doubtful = _after_names(folded.text, found, aside, ready)
    counted = tuple(sorted((*counted, *doubtful), key=lambda n: n.start))
    return Tokens(folded, found, _free(counted, found, ready.measures), aside, tuple(marks(folded.text)))


_UNREADABLE = frozenset({"code", "long"})


def _after_names(
    text: str, found: Sequence[Name], aside: Sequence[Aside], ready: Lexicon
) -> tuple[tuple[Aside, ...], list[Number]]:
    """What was set aside but stands where a name's figure should: a code (返乡l2人) is one, and not a sure one."""
    ends = {n.end: n for n in found if n.codes}
    kept: list[Aside] = []
    figures: list[Number] = []
    for one in aside:
        number = _figure_in(text, one, ends.get(one.start), ready)
        if number:
            figures.append(number)
        else:
            kept.append(one)
    return tuple(kept), figures


def _figure_in(text: str, aside: Aside, name: Name | None, ready: Lexicon) -> Number | None:
    if name is None:
        return None
    if aside.kind in _UNREADABLE:
        return unreadable(text, aside, ready.measures)
    together = text[aside.start : aside.end] == "一起"  # 举报一起 is one of what is counted so
    own = together and ready.best_fit(name.codes, "起") is not None
    return Number(aside.start, aside.start + 1, aside.end, Decimal(1), "起", han=True) if own else None


def _outside(found: Sequence[Name], aside: Sequence[Aside], length: int) -> tuple[tuple[Name, ...], tuple[Aside, ...]]:
    """Names that are not wholly inside something set aside; what runs into one is set aside no more."""
    at: list[Aside | None] = [None] * length
    for one in aside:
        at[one.start : one.end] = [one] * (one.end - one.start)
    free: list[Name] = []
    cut: dict[Aside, int] = {}
    for name in found:
        over = at[name.start]
        if over is None or name.end > over.end:
            free.append(name)
            if over is not None and over.start < name.start:
                cut[over] = name.start
    return tuple(free), tuple(a for one in aside for a in _cut(one, cut.get(one)))


def _cut(aside: Aside, at: int | None) -> tuple[Aside, ...]:
    """A frequency or saying that a name runs into ends where the name begins (一天两测温); others are none."""
    if at is None:
        return (aside,)
    return (replace(aside, end=at),) if aside.kind in ("each", "idiom") else ()


def _free(counted: Sequence[Number], found: Sequence[Name], measures: Sequence[str]) -> tuple[Number, ...]:
    """Numbers that are no part of a name (the 84 of a name for bleach)."""
    taken = {i for n in found for i in range(n.start, n.end)}
    starts = {n.start for n in found}
    return tuple(_unmeasured(c, starts, measures) for c in counted if c.start not in taken)


def _unmeasured(number: Number, starts: set[int], measures: Sequence[str]) -> Number:
    """A measure ends where a name begins: `80台车辆` has 台, `0口罩` has none."""
    first = next((i for i in range(number.figure_end, number.end) if i in starts), None)
    if first is None or number.measure is None:
        return number
    shorter = number.measure[: first - number.end] if first > number.figure_end else ""
    if shorter in measures or shorter in words.COUNTERS:
        return replace(number, end=first, measure=shorter)
    return replace(number, end=number.figure_end, measure=None)


def _figures(tokens: Tokens, draft: Draft, wanted: Wanted) -> Gathered:
    late = bool(draft.day and draft.day.late)
    found = gather(tokens, draft.start, draft.end, wanted.ready, late=late, headings=_headings(tokens, draft, wanted))
    if draft.row:
        found = Gathered(found.entries + draft.row.entries, found.unknown + draft.row.unknown)
    return found


def _headings(tokens: Tokens, draft: Draft, wanted: Wanted) -> tuple[Name, ...]:
    """The indicators that the heading over a list names, of which bare numbers in the list are."""
    if draft.heading is None:
        return ()
    first, stop = draft.heading
    over = [n for n in takewhile(lambda n: n.start < stop, tokens.names) if n.codes and n.start >= first]
    if not all(_heads(tokens.folded.text, n, wanted.ready) for n in over):
        return ()
    given = [n for n in over if wanted.ready.form.indicator(n.codes[0]).store and _given(tokens.folded.text, n)]
    return tuple({n.codes[0]: n for n in over if n not in given}.values())


_HEADING = re.compile(
    r"#接龙|今[天日晚]|当日|[各本全我][个]?(?:村|社区|单位|镇|乡|组|卡点|单元|小组)(?:\(?社区\)?|居)?|情况|数据|统计|上报|汇报|填报|汇总|报表|日报|报数|报|"
    r"数量?|人[次数员]|户数|每[天日]|疫情|防控|工作|进度|完成|[月日号]|排查|开展|有关|名单|接龙|表|如下|结果|的|和|及|\([^)]*\)|[^一-鿿]"
)


def _heads(text: str, name: Name, ready: Lexicon) -> bool:
    """Whether the clause of a name over a list says nothing else, so that the list's bare figures are of it."""
    start = max(text.rfind(c, 0, name.start) for c in "\n,。;") + 1
    ends = [i for c in "\n,。;" if (i := text.find(c, name.end)) >= 0]
    rest = text[start : name.start] + "|" + text[name.end : min(ends, default=len(text))]
    return not _HEADING.sub("", ready.pattern.sub("|", rest))


def _given(text: str, name: Name) -> bool:
    return bool(words.MOVED.search(text[max(0, name.start - 4) : name.start]))


def _zero_report(tokens: Tokens, draft: Draft, gathered: Gathered, wanted: Wanted) -> bool:
    """零报告 by itself, not said of one indicator; softer words only where no flow says otherwise."""
    text = tokens.folded.text
    form = wanted.ready.form
    flows = any(e.value and form.indicator(e.code).kind == "flow" and not e.total for e in gathered.entries)
    for m in _ZERO.finditer(text, draft.start, draft.end):
        if not _of_one(tokens, m) and not _asked(text, m.end()) and (m[0].startswith(("零报", "零上")) or not flows):
            return True
    return False


def _of_one(tokens: Tokens, m: re.Match[str]) -> bool:
    """Whether 零报告 is said of the one indicator before it (发热零报告), or 无新增 of the one behind it."""
    text = tokens.folded.text
    for name in tokens.names:
        between = text[name.end : m.start()] if name.end <= m.start() else "-" * 9
        if (len(between) <= 2 and not set(between) & set(",。;、\n")) or (
            name.start == m.end() and not m[0].startswith("零")
        ):
            return True
    return False


def _asked(text: str, place: int) -> bool:
    """Whether the sentence that goes on here is a question."""
    end = re.compile(r"[\n。;!]|$").search(text, place)
    rest = text[place : end.start() if end else len(text)]
    return "?" in rest or bool(re.search(r"[吗么呢][~]*$", rest))


# -- the report ------------------------------------------------------------------------------------------------------


def _report(tokens: Tokens, draft: Draft, gathered: Gathered, wanted: Wanted) -> ParsedReport | None:
    zero = _zero_report(tokens, draft, gathered, wanted)
    verdict = judge(gathered, tokens.folded, wanted.ready.form, zero_report=zero, before=wanted.yesterday)
    known = [q for q in verdict.questions if q.indicator] or _handed(tokens.folded.text, draft, gathered)
    texts = {code: text for code, text in draft.texts.items() if draft.place or not _CHATTER.search(text)}
    if not (verdict.values or verdict.cumulative or known or zero or texts):
        return None
    if not (draft.place or draft.day or zero or texts) and _chat(tokens.folded.text[draft.start : draft.end], gathered):
        return None
    report = ParsedReport(
        day=draft.day.day if draft.day else None,
        day_text=tokens.folded.original(draft.day.start, draft.day.end) if draft.day else None,
        values=verdict.values,
        cumulative=verdict.cumulative,
        texts=texts,
        mode=draft.mode,
        zero_report=zero,
        questions=verdict.questions,
    )
    return _with_unit(_with_day(report, draft, wanted), draft.place, wanted)


def _handed(text: str, draft: Draft, gathered: Gathered) -> bool:
    """`今天发放口罩200只` reports, though what was handed out is no indicator of the form."""
    named = any(u.named for u in gathered.unknown)
    return named and (draft.place is not None or _TODAY.search(text, draft.start, draft.end) is not None)


def _chat(text: str, gathered: Gathered) -> bool:
    """Whether one or two figures, each of them read so only for want of another sense, stand amidst talk."""
    said = gathered.entries
    return 0 < len(said) < 3 and all(e.weak for e in said) and notices.is_talk(text)


def _with_day(report: ParsedReport, draft: Draft, wanted: Wanted) -> ParsedReport:
    """A day to come, too long ago or in no calendar is refused: nothing of the report is taken."""
    if draft.day is None:
        return report
    day = draft.day.day
    if day is not None and day <= wanted.day and (wanted.oldest is None or day >= wanted.oldest):
        return report
    refused = Question(None, None, report.day_text or "", "day_refused")
    return replace(report, values={}, cumulative={}, texts={}, zero_report=False, questions=(refused,))


def _with_unit(report: ParsedReport, place: Place | None, wanted: Wanted) -> ParsedReport:
    if place is None:
        return report
    if place.unclear:
        return _unclear(report, None, place.unit, ())
    report = replace(report, unit=place.unit)
    if wanted.units is None:
        return report
    match = wanted.units.find(place.unit)
    return replace(report, unit_code=match.code) if match.code else _unclear(report, place.unit, place.unit, match.near)


def _unclear(report: ParsedReport, unit: str | None, text: str, near: tuple[str, ...]) -> ParsedReport:
    asked = Question(None, None, text, "unit_unclear")
    return replace(report, unit=unit, near=near, questions=(asked, *report.questions))


def _trace(folded: Folded, gathered: Gathered) -> list[Trace]:
    read = [_at(folded, e.start, e.end, _role(e), e.code, e.value) for e in gathered.entries]
    return read + [_at(folded, u.start, u.end, "unknown", None, u.value) for u in gathered.unknown]


def _around_figures(folded: Folded, drafts: Sequence[Draft], aside: Sequence[Aside]) -> list[Trace]:
    """Where units and days are named, and the numbers that are nobody's."""
    heads = [(d.place.start, d.place.end, "unit") for d in drafts if d.place]
    heads += [(d.day.start, d.day.end, "day") for d in drafts if d.day]
    taken = {i for start, end, _ in heads for i in range(start, end)}
    idle = [(a.start, a.end, f"aside-{a.kind}") for a in aside if a.start not in taken and a.end > a.start]
    return [_at(folded, start, end, role) for start, end, role in dict.fromkeys([*heads, *idle])]


def _at(
    folded: Folded, start: int, end: int, role: str, code: str | None = None, value: Decimal | None = None
) -> Trace:
    return Trace(folded.origin[start], folded.ends[end - 1], role, code, value)


def _role(entry: Entry) -> str:
    return f"{entry.why}-total" if entry.total else entry.why
