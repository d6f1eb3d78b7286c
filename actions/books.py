"""After anything was said of a unit's day: fold it anew, hold back what breaks a rule, keep the version, tell whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cached_property

from actions import alerts, boards
from actions.suspicion import HISTORY, Suspicion, suspicions
from actions.tasks import targets
from domain.doubts import broken_rules
from domain.numbers import Values
from domain.reporting import Change, Folded, Given, Statement, changes, flows, fold
from domain.town import Town
from domain.units import Unit
from storage import audit, outbox, questions, reports, statements
from storage.questions import Question
from storage.reports import Report, Version
from storage.statements import Kept, Saying
from storage.work import Work

# Reasons to ask of a figure that the fold gave: its answer replaces what was said, whatever its message's mode.
HELD_BACK = HISTORY | {"rule"}
# Asked is how many there are now, so the answer is the level, even where the message said 追加.
LEVELS = frozenset({"flow_of_stock"})


@dataclass(frozen=True)
class Cause:
    """Why a unit's day is looked at again.

    reason  report, edit, addition, answer, form, zero, withdrawn, reparse or import; a report that changes figures
            becomes a correction
    at      when it was said: the message's, edit's or press's own instant
    ask     key of the message in which what it makes doubtful is asked
    """

    reason: str
    at: datetime
    statement_id: int
    ask: str
    person_id: int | None = None
    sender: str = ""


@dataclass(frozen=True)
class Result:
    """A unit's day before and after; `after` is None when nothing that was said of it counts any more."""

    unit: Unit
    day: date
    before: Report | None
    after: Report | None
    reason: str
    asks: frozenset[str] = frozenset()
    """The keys of messages in which something that they asked was settled by it."""
    kept: Sequence[Kept] = ()
    """What counts of the day now, in order."""

    @cached_property
    def changes(self) -> list[Change]:
        """Every figure that differs now."""
        return changes(self.before.values if self.before else {}, self.after.values if self.after else {})

    @property
    def corrected(self) -> list[Change]:
        """The figures that were known and are others now."""
        return [change for change in self.changes if change.before is not None and change.after is not None]

    @property
    def changed(self) -> bool:
        """Whether the day says anything else than before."""
        if self.before is None or self.after is None:
            return self.before is not self.after
        return self.before.version != self.after.version


async def bring_up_to_date(work: Work, town: Town, unit: Unit, day: date, cause: Cause, now: datetime) -> Result:
    """Make the unit's report, its versions, sums, boards and alerts agree with what counts of its day."""
    before = await reports.one(work, day, unit.id)
    books = await _open_books(work, town, unit.id, day)
    asks = await _release(work, town, books, cause)
    held = await _hold_back(work, town, books, cause)
    if await _hold_unusual(work, town, books, before, cause) or held or asks:
        books = await _open_books(work, town, unit.id, day)
    asked = books.asked
    after: Report | None
    if books.say_something:
        after = await _stand(work, town, unit, day, before, books.folded, len(asked), cause, now)
    else:
        after = await _withdraw(work, town, unit, day, before, cause, now)
    result = Result(unit, day, before, after, cause.reason, asks, books.kept)
    if not result.changed:  # a version is a line of the audit log itself
        told_of = {"unit": unit.id, "day": day.isoformat(), "version": after.version if after else 0}
        await audit.note(
            work, now, cause.person_id, "report", **told_of, why=cause.reason, statement=cause.statement_id
        )
    if result.changes:
        await targets.reported(work, town, unit.id, day, cause.at, now)
    await outbox.clear(work, f"remind/{day}/{unit.id}")
    await boards.touch(work, town, day, now, unit.id)
    told = alerts.Told(unit, day, cause.sender, cause.at)
    await alerts.raise_new(work, town, told, _values(before), _values(after), asked, now)
    return result


async def restate(work: Work, town: Town, unit: Unit, day: date, cause: Cause) -> None:
    """Make a unit's report, its versions and sums agree with what counts of its day, as it is: nothing is asked, and
    nobody alerted, of a day that was kept elsewhere. Boards and the audit log are its caller's."""
    before = await reports.one(work, day, unit.id)
    books = await _open_books(work, town, unit.id, day)
    await _stand(work, town, unit, day, before, books.folded, len(books.asked), cause, None)
    await outbox.clear(work, f"remind/{day}/{unit.id}")


def _values(report: Report | None) -> Values:
    return {} if report is None else report.values


@dataclass(frozen=True)
class _Books:
    """What counts of a unit's day, its fold, and what is still asked."""

    unit_id: int
    day: date
    kept: Sequence[Kept]
    folded: Folded
    asked: Sequence[Question]

    @property
    def say_something(self) -> bool:
        """Whether there is a report at all: a message whose every figure was dropped again leaves its unit silent."""
        folded = self.folded
        figures = folded.values or folded.cumulative or folded.texts or folded.zero
        return any(kept.saying.source != "held" for kept in self.kept) and bool(figures or self.asked)


async def _open_books(work: Work, town: Town, unit_id: int, day: date) -> _Books:
    kept = await statements.of_unit(work, day, unit_id)
    folded = fold([one.statement for one in kept], flows(town.form))
    return _Books(unit_id, day, kept, folded, await questions.open_of_unit(work, day, unit_id))


async def _stand(
    work: Work,
    town: Town,
    unit: Unit,
    day: date,
    before: Report | None,
    folded: Folded,
    asked: int,
    cause: Cause,
    now: datetime | None,
) -> Report:
    """The report as it stands now, a new version of it (`now`: its noted_at) only when it says anything else."""
    newest, first_said = await reports.begun(work, day, unit.id)
    first = first_said or cause.at
    same = before is not None and before.folded == folded
    after = Report(
        day=day,
        unit_id=unit.id,
        values=folded.values,
        cumulative=folded.cumulative,
        texts=folded.texts,
        zero=folded.zero,
        first_at=min(first, before.first_at) if before else first,
        last_at=before.last_at if before and same else cause.at,
        version=before.version if before and same else newest + 1,
        open_questions=asked,
    )
    if after != before:
        await reports.save(work, after)
    if not same:
        await _keep_version(work, town, unit.id, before, after, cause, now)
    return after


async def _keep_version(
    work: Work,
    town: Town,
    unit_id: int,
    before: Report | None,
    after: Report,
    cause: Cause,
    now: datetime | None,
) -> None:
    changed = changes(_values(before), after.values)
    corrects = cause.reason == "report" and any(change.before is not None for change in changed)
    version = Version(
        version=after.version,
        values=after.values,
        cumulative=after.cumulative,
        texts=after.texts,
        zero=after.zero,
        said_at=cause.at,
        person_id=cause.person_id,
        sender=cause.sender,
        statement_id=cause.statement_id,
        reason="correction" if corrects else cause.reason,
        raw="",
        noted_at=now,
    )
    await reports.save_version(work, after.day, unit_id, version)
    await _move_sums(work, town, unit_id, changed)


async def _move_sums(work: Work, town: Town, unit_id: int, changed: list[Change]) -> None:
    counted = flows(town.form)
    zero = Decimal(0)
    moved = {c.indicator: (c.after or zero) - (c.before or zero) for c in changed if c.indicator in counted}
    await reports.add_to_running(work, unit_id, moved)


async def _withdraw(
    work: Work, town: Town, unit: Unit, day: date, before: Report | None, cause: Cause, now: datetime
) -> Report | None:
    """Nothing counts any more: the unit is silent again, and its history says why."""
    if before is None:
        return None
    number = await reports.newest_version(work, day, unit.id) + 1
    empty = replace(before, values={}, cumulative={}, texts={}, zero=False, version=number)
    await _keep_version(work, town, unit.id, before, empty, replace(cause, reason="withdrawn"), now)
    await reports.withdraw(work, day, unit.id)
    return None


async def _yesterday(work: Work, town: Town, books: _Books, codes: Iterable[str]) -> Values:
    """Yesterday's figures of the unit, where a rule that looks back binds one of these."""
    given = frozenset(codes)
    if not any(rule.right_day == "before" and rule.left in given for rule in town.form.rules):
        return {}
    return _values(await reports.one(work, books.day - timedelta(days=1), books.unit_id))


async def _hold_back(work: Work, town: Town, books: _Books, cause: Cause) -> bool:
    """Ask about figures that break a rule together with what came in another message; whether there are any."""
    values = books.folded.values
    broken = broken_rules(town.form, values, await _yesterday(work, town, books, values))
    if not broken:
        return False
    known = await questions.of_unit(work, books.day, books.unit_id)
    asked = {question.indicator for question in known if question.open and not question.total}
    held = False
    for rule in broken:
        value = values[rule.left]
        if rule.left in asked or rule.right in asked or _confirmed(known, rule.left, value):
            continue
        await _ask(work, books, Suspicion(rule.left, value, "rule"), cause)
        asked.add(rule.left)
        held = True
    return held


def _confirmed(known: list[Question], indicator: str, value: Decimal) -> bool:
    """Whether somebody has said of this very figure that it is right."""
    settled = [q for q in known if q.state == "settled" and not q.total]
    return any(q.settled_indicator == indicator and q.settled_value == value for q in settled)


async def _hold_unusual(work: Work, town: Town, books: _Books, before: Report | None, cause: Cause) -> bool:
    """Ask about figures that the unit's own last days make doubtful; whether there are any."""
    found = await suspicions(work, town, books.unit_id, books.day, before, books.folded)
    if not found:
        return False
    known = await questions.of_unit(work, books.day, books.unit_id)
    open_now = {(question.indicator, question.total) for question in known if question.open}
    asked = [s for s in found if (s.indicator, s.total) not in open_now and not _asked_before(known, s)]
    for suspicion in asked:
        await _ask(work, books, suspicion, cause)
    return bool(asked)


def _asked_before(known: list[Question], suspicion: Suspicion) -> bool:
    """Whether somebody has settled a question with this very figure, or it was asked before and said again."""
    code, value, total = suspicion.indicator, suspicion.value, suspicion.total
    return any(
        q.total == total
        and (
            (q.state == "settled" and q.settled_indicator == code and q.settled_value == value)
            or (q.state == "dropped" and q.indicator == code and q.value == value)
        )
        for q in known
    )


async def _ask(work: Work, books: _Books, doubt: Suspicion, cause: Cause) -> None:
    """Keep the doubt as an open question, and hold its figure back until somebody settles it."""
    number = await questions.next_number(work, cause.ask)
    day, unit_id = books.day, books.unit_id
    asked = Question(
        0,
        cause.statement_id,
        day,
        unit_id,
        cause.ask,
        number,
        doubt.indicator,
        doubt.value,
        "",
        doubt.reason,
        total=doubt.total,
        told=doubt.told,
    )
    question_id = await questions.save(work, asked)
    newest = max(kept.statement.said_at for kept in books.kept)
    saying = Saying(day, unit_id, cause.at, "held", cause.person_id, cause.sender, question_id=question_id)
    held: Given = {doubt.indicator: None}
    statement = Statement(newest, cumulative=held) if doubt.total else Statement(newest, held)
    await statements.save(work, statement, saying)


async def _release(work: Work, town: Town, books: _Books, cause: Cause) -> frozenset[str]:
    """Take in figures that were held back by a rule which, by what came since, they no longer break.

    The keys of the messages that asked."""
    asked = [question for question in books.asked if question.reason == "rule" and question.value is not None]
    if not asked:
        return frozenset()
    yesterday = await _yesterday(work, town, books, (question.indicator or "" for question in asked))
    freed = [question for question in asked if _fits(town, books.folded.values, yesterday, question)]
    for question in freed:
        await take_in(work, question, {question.indicator or "": question.value}, cause)
    return frozenset(question.ask for question in freed)


def _fits(town: Town, values: Mapping[str, Decimal], yesterday: Values, question: Question) -> bool:
    if question.indicator is None or question.value is None:
        return False
    trial = {**values, question.indicator: question.value}
    rules = [rule for rule in town.form.rules if rule.left == question.indicator]
    known = [rule for rule in rules if rule.right in (trial if rule.right_day == "same" else yesterday)]
    return bool(known) and not any(rule in broken_rules(town.form, trial, yesterday) for rule in known)


async def take_in(
    work: Work,
    question: Question,
    values: Mapping[str, Decimal | None],
    cause: Cause,
    texts: Mapping[str, str] | None = None,
) -> int:
    """Settle the question by these figures (or words), said in the place of the message that raised it."""
    code, value = next(iter(values.items()), (None, None))
    await questions.settle(work, question.id, "settled", cause.at, cause.person_id, code, value)
    await let_go(work, question, cause.at)
    parent = await statements.by_id(work, question.statement_id)
    mode = "replace" if question.reason in HELD_BACK | LEVELS else parent.statement.mode
    said_at = parent.statement.said_at
    if question.total:
        answer = Statement(said_at, cumulative=values)
    else:
        answer = Statement(said_at, values, texts=texts or {}, mode="add" if texts else mode)
    saying = replace(
        parent.saying,
        heard_at=cause.at,
        source="answer",
        person_id=cause.person_id,
        sender=cause.sender,
        question_id=question.id,
    )
    return await statements.save(work, answer, saying)


async def let_go(work: Work, question: Question, at: datetime) -> None:
    """What counted because of the question (its answer, what it held back) no longer counts."""
    for kept in await statements.of_question(work, question.id):
        await statements.end(work, kept.id, at)
