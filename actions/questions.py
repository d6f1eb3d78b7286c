"""Doubts are settled: by a button, by words, by a figure that somebody fills in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from actions import aliases, asking, books, unclear
from actions.books import Cause
from actions.reading import FIELD
from domain.answering import Asked, Reply, read_reply
from domain.doubts import impossible, suspicious
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.numbers import plain
from domain.parsing import parse_answer
from domain.people import Caller, Role
from domain.town import Town
from domain.units import UnitTree
from storage import audit, held, outbox, questions, statements, units
from storage.questions import Question
from storage.work import Work

NOTE = "remarks"
# Said in passing these confirm nothing: a wrong figure taken in silence is worse than one more question.
_COURTESY = frozenset({"好", "好的", "ok", "y", "yes", "嗯", "行", "收到"})
_IN_MIND = timedelta(days=14)
"""Of so many days people know without a reply what they were asked."""


@dataclass(frozen=True)
class Ruling:
    """What is done with a doubt.

    way  value (it counts as `value`, of `indicator` where another is meant), drop, or note (the words are kept)
    """

    way: str
    value: Decimal | None = None
    indicator: str | None = None


@dataclass(frozen=True)
class Learned:
    """What an answer taught: from now on the phrase is that indicator when its sender writes it."""

    phrase: str
    indicator: str


async def open_of(work: Work, day: date) -> dict[int, list[Question]]:
    """The open questions of a day, by unit."""
    found: dict[int, list[Question]] = {}
    for question in await questions.open_of_day(work, day):
        found.setdefault(question.unit_id, []).append(question)
    return found


async def rule(
    work: Work, town: Town, caller: Caller, question_id: int, ruling: Ruling, at: datetime, now: datetime
) -> Learned | None:
    """Settle one doubt and bring everything that hangs on it up to date; what was learned of its sender's words.

    `at` is when it was said. NotPossible when it was settled before, or when the figure cannot be.
    """
    question = await questions.by_id(work, question_id)
    if question is None:
        raise NotFound("question-unknown")
    await check_may_answer(work, caller, question)
    if not question.open:
        raise NotPossible("question-settled")
    return await _settle(work, town, caller, question, ruling, at, now)


async def check_may_answer(work: Work, caller: Caller, question: Question) -> None:
    """NotAllowed unless the caller reported it, belongs to the unit, or answers for it."""
    statement = await statements.by_id(work, question.statement_id)
    mine = caller.person is not None and statement.saying.person_id == caller.person.id
    if not mine and not _answers_for(caller, await units.tree(work), question.unit_id):
        raise NotAllowed("not-your-report")


def _answers_for(caller: Caller, tree: UnitTree, unit_id: int) -> bool:
    if Role.OPERATOR in caller.roles:
        return True
    return any(tree.within(unit_id, node) for node in caller.units_as(*FIELD, Role.LEADER))


async def _settle(
    work: Work, town: Town, caller: Caller, question: Question, ruling: Ruling, at: datetime, now: datetime
) -> Learned | None:
    phrase = None
    cause = Cause("answer", at, question.statement_id, question.ask, caller.person_id, caller.name)
    code = ruling.indicator or question.indicator
    if ruling.way == "drop":
        await questions.settle(work, question.id, "dropped", at, caller.person_id)
        statement_id = question.statement_id
    elif ruling.way == "note":
        statement_id = await books.take_in(work, question, {}, cause, {_note_label(town): question.quote})
    else:
        if code is None or ruling.value is None:
            raise NotPossible("question-needs-value")
        value = check_value(town, code, ruling.value)
        if suspicious(town.form.indicator(code), value) and question.reason != "too_large" and not question.total:
            await questions.ask_otherwise(work, question.id, code, value, "too_large")
            await audit.note(work, now, caller.person_id, "question_asked_otherwise", question=question.id)
            await asking.show(work, town, question.ask, now)
            return None
        statement_id = await books.take_in(work, question, {code: value}, cause)
        phrase = await aliases.learn_word(work, town, caller, question, code, value, now)
    tree = await units.tree(work)
    unit = tree.units[question.unit_id]
    cause = replace(cause, statement_id=statement_id)
    result = await books.bring_up_to_date(work, town, unit, question.day, cause, now)
    await asking.show_all(work, town, result.asks | {question.ask}, now)
    return None if phrase is None or code is None else Learned(phrase, code)


def _note_label(town: Town) -> str:
    """Where words that are no figure go: the remarks, else the form's last text."""
    codes = [text.code for text in town.form.texts]
    if not codes:
        raise NotPossible("question-no-remarks")
    return NOTE if NOTE in codes else codes[-1]


def check_value(town: Town, code: str, value: Decimal) -> Decimal:
    """The figure, where the indicator can have it; NotPossible says why not."""
    indicator = town.form.indicator(code)
    wrong = impossible(town.form, indicator, value)
    if wrong is not None:
        raise NotPossible(f"value-{wrong}", indicator=code, value=plain(value))
    return value


async def in_words(
    work: Work, town: Town, caller: Caller, text: str, ask: str | None, at: datetime, now: datetime
) -> list[Learned] | None:
    """Settle doubts by a short text (`1 是 287，2 忽略`, `劝返是13`, `都对`); what they taught.

    ask: the asking message that is answered; None takes the latest about the caller's own reports of some days. None
    is returned when the text is no answer to it.
    """
    key = ask or await _last_ask(work, town, caller, now)
    if key is None or text.strip().lower() in _COURTESY:
        return None
    doubts = {question.number: question for question in await questions.of_ask(work, key) if question.open}
    asked = [Asked(question.number, question.indicator, question.value) for question in doubts.values()]
    replies = read_reply(text, town.form, asked)
    yes = bool(replies) and all(reply.way == "confirm" for reply in replies)
    if not replies or (yes and ask is None and await _asked_later(work, caller, key)):
        _refuse_other_lines(text, town, asked, ask)
        return None
    named = [(doubts[reply.asked.number], reply) for reply in replies]
    rulings = [(question, ruling_of(town, question, reply)) for question, reply in named]
    taught: list[Learned | None] = []
    for question, ruling in rulings:
        current = await questions.by_id(work, question.id)
        if current is not None and current.open:
            taught.append(await rule(work, town, caller, question.id, ruling, at, now))
    if yes and len(replies) == len([one for one in asked if one.has_guess]):
        await unclear.confirm(work, town, caller, key, now)
    return [one for one in taught if one is not None]


def _refuse_other_lines(text: str, town: Town, asked: Sequence[Asked], ask: str | None) -> None:
    """An answer about lines that are not open is told so; without a reply, where it names its lines by number."""
    answers = parse_answer(text, town.form)
    by_number = all(answer.question_no is not None and answer.verb != "means" for answer in answers)
    if asked and answers and (ask is not None or by_number):
        raise NotPossible("question-not-there", numbers=[str(one.number) for one in asked])


async def _asked_later(work: Work, caller: Caller, key: str) -> bool:
    """Whether the caller was asked for a unit after this: then a yes is an answer to that."""
    sent = await outbox.by_key(work, key)
    later = [one for one in await held.waiting_of_sender(work, caller.telegram_id) if one.ask != key]
    asked = [await outbox.by_key(work, one.ask) for one in later if one.reason == "unit_unclear"]
    return any(one is not None and sent is not None and one.id > sent.id for one in asked)


async def _last_ask(work: Work, town: Town, caller: Caller, now: datetime) -> str | None:
    """The message that asked the caller last. What is older is answered by replying to it."""
    if caller.person is None:
        return None
    return await questions.last_ask_of(work, caller.person.id, town.day_of(now) - _IN_MIND)


async def hint(work: Work, town: Town, caller: Caller, now: datetime) -> tuple[str, dict[str, object]]:
    """How the caller's open doubts can be answered: kind and fields; an empty kind where nothing is open."""
    key = await _last_ask(work, town, caller, now)
    doubts = [] if key is None else [question for question in await questions.of_ask(work, key) if question.open]
    if not doubts:
        return "", {}
    first = next((question for question in doubts if question.value is not None), doubts[0])
    value = "12" if first.value is None else str(plain(first.value))
    return "question-hint", {"n": len(doubts), "number": str(first.number), "value": value}


def ruling_of(town: Town, question: Question, reply: Reply) -> Ruling:
    """What an answer in words does with a doubt; NotPossible where it leaves open what counts."""
    number = str(question.number)
    if reply.way in ("drop", "note"):
        return Ruling(reply.way)
    if reply.way == "means" and question.value is not None:
        return Ruling("value", question.value, reply.indicator)
    if question.indicator is None:
        raise NotPossible("question-name-needed", number=number, indicator=town.form.indicators[0].code)
    if reply.way == "about":
        raise NotPossible("question-still-about", number=number, value=str(plain(reply.value or Decimal(0))))
    value = reply.value if reply.way == "set" else question.value
    if value is None:
        raise NotPossible("question-needs-value", number=number)
    return Ruling("value", value)
