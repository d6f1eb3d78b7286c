"""Reminders before the close: to silent units only, and once about questions that are still open."""

from actions import asking, reminding
from actions.picture import Picture, picture
from actions.steps.moment import Moment
from actions.steps.telling import tell
from domain.cycle import Step, steps_of
from domain.levels import level_steps
from domain.outgoing import Lane, Outgoing
from domain.town import Town
from storage import held, outbox, questions
from storage.held import Held
from storage.questions import Question
from storage.work import Work


async def remind(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Remind every silent unit; at the last reminder also whoever left a question open or a report waiting."""
    seen = await picture(work, town, moment.day)
    silent = [unit for unit in seen.standing.silent if moment.concerns(town, seen.tree, unit)]
    told = 0
    for unit_id in silent:
        told += await _unit(work, town, moment, seen, unit_id)
    asked = 0
    if _is_last(town, moment, seen):
        asked = await _open_questions(work, town, moment, seen) + await _waiting(work, town, moment, seen)
    return {"units": len(silent), "told": told, "asked": asked}


async def _unit(work: Work, town: Town, moment: Moment, seen: Picture, unit_id: int) -> int:
    unit = seen.tree.units[unit_id]
    fields = {
        "unit": unit.name,
        "close": f"{town.local(seen.closes.of(unit_id)):%H:%M}",
        "minutes": reminding.minutes_between(moment.now, seen.closes.of(unit_id)),
        "items": await reminding.items_of_yesterday(work, moment.day, unit_id),
    }
    told = 0
    lead_from = town.policies.remind_lead_from
    for chat, as_lead in await reminding.by_number(work, unit, moment.step.number, lead_from, moment.now):
        told += await tell(
            work,
            moment,
            [chat],
            "remind-lead" if as_lead and moment.step.number > 1 else "remind",
            fields,
            reminding.buttons(moment.day, unit),
            lane=Lane.REMINDER,
            word=f"unit-{unit_id}",
            about=reminding.about(moment.day, unit_id),
            expires_at=moment.step.until,
        )
    return told


def _is_last(town: Town, moment: Moment, seen: Picture) -> bool:
    steps = [*steps_of(town, moment.day, moment.order), *level_steps(town, moment.day, moment.order, seen.tree)]
    mine = [step for step in steps if step.kind is Step.REMIND and step.level == moment.step.level]
    return not any(step.at > moment.step.at for step in mine)


async def _open_questions(work: Work, town: Town, moment: Moment, seen: Picture) -> int:
    """Once before the close, where it was asked: what is not answered counts for nothing in the totals."""
    asks: dict[str, list[Question]] = {}
    for question in await questions.open_of_day(work, moment.day):
        if question.unit_id in seen.tree.units and moment.concerns(town, seen.tree, question.unit_id):
            asks.setdefault(question.ask, []).append(question)
    written = 0
    for ask, open_questions in asks.items():
        posted = await outbox.by_key(work, ask)
        if posted is None or posted.chat is None:
            continue
        fields = {
            "unit": seen.name(open_questions[0].unit_id),
            "n": len(open_questions),
            "close": f"{town.local(seen.closes.of(open_questions[0].unit_id)):%H:%M}",
            "doubts": [
                {"number": str(question.number), **asking.doubt_fields(question)} for question in open_questions
            ],
        }
        said = Outgoing(
            f"{moment.step.name}/{moment.day}/{ask}",
            posted.chat,
            "remind-questions",
            fields,
            lane=Lane.REMINDER,
            reply_to=posted.message_id,
            expires_at=moment.step.until,
        )
        written += await outbox.put(work, said, moment.now) is not None
    return written


async def _waiting(work: Work, town: Town, moment: Moment, seen: Picture) -> int:
    """Once before the close, where it was asked: a report without its unit, or without a nod, counts for nobody."""
    asks: dict[str, list[Held]] = {}
    for waits in await held.waiting(work):
        today = waits.ask and town.day_of(waits.said_at) == moment.day
        if today and moment.concerns(town, seen.tree, waits.unit_id):
            asks.setdefault(waits.ask, []).append(waits)
    written = 0
    for ask, together in asks.items():
        posted = await outbox.by_key(work, ask)
        if posted is None or posted.chat is None:
            continue
        first = together[0]
        fields = {
            "close": f"{town.local(seen.closes.of(first.unit_id)):%H:%M}",
            "at": f"{town.local(first.said_at):%H:%M}",
            "sender": first.sender,
            "number": str(first.id),
            "written": [one.word for one in together if one.word],
            "unit": "" if first.unit_id is None else seen.name(first.unit_id),
        }
        said = Outgoing(
            f"{moment.step.name}/{moment.day}/{ask}/held",
            posted.chat,
            "remind-unclear" if first.reason == "unit_unclear" else "remind-nod",
            fields,
            lane=Lane.REMINDER,
            reply_to=posted.message_id,
            expires_at=moment.step.until,
        )
        written += await outbox.put(work, said, moment.now) is not None
    return written
