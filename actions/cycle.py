"""The clock's own action: which step of which day is next, done once or given up for good."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from actions.arriving import arriving
from actions.steps import DOERS
from actions.steps.moment import Moment
from domain.cycle import Due, Step, fell_due, is_missed, steps_of
from domain.town import Town
from storage import audit, days, meta
from storage.work import Work

# What was sent in the last second before the close is still on its way to us when the clock strikes.
_ON_ITS_WAY = timedelta(seconds=2)
# After a longer silence than this nobody wants the steps of each lost day told as missed.
_LONGEST_GAP = timedelta(days=31)


@dataclass(frozen=True)
class Outcome:
    """A step that was settled now: `state` is done, missed or skipped; `counts` say what was done."""

    day: date
    step: str
    state: str
    counts: Mapping[str, int] = field(default_factory=dict)


async def advance(work: Work, town: Town, now: datetime) -> Outcome | None:
    """Settle the oldest step that fell due and is not settled; None when there is nothing to do (yet)."""
    first = await meta.first_start(work, now)
    day = await _oldest(work, town, first, now)
    while day <= town.day_of(now):
        order = await days.order(work, day)
        settled = frozenset(await days.settled(work, day))
        due = fell_due(steps_of(town, day, order), now, settled)
        step = next((step for step in due if not order.paused or _given_up(step, now, first)), None)
        if step is not None:
            return await _settle(work, town, Moment(day, step, order, now), first)
        day += timedelta(days=1)
    return None


async def _oldest(work: Work, town: Town, first: datetime, now: datetime) -> date:
    """The first day that may have steps left: yesterday, or the one at which an outage began."""
    today = town.day_of(now)
    newest = await days.newest_day(work) or today
    return max(min(newest, today - timedelta(days=1)), town.day_of(first), today - _LONGEST_GAP)


async def _settle(work: Work, town: Town, moment: Moment, first: datetime) -> Outcome | None:
    """Claim the step and do it in the same transaction, or write it down as missed or skipped."""
    step, now = moment.step, moment.now
    if _given_up(step, now, first):
        state = "skipped" if moment.order.paused else "missed"
        await days.settle(work, moment.day, step, state, now)
        await audit.note(work, now, None, "step", day=moment.day.isoformat(), step=step.name, state=state)
        return Outcome(moment.day, step.name, state)
    if step.kind is Step.COLLECT and (now < step.at + _ON_ITS_WAY or await arriving(work, now)):
        return None
    await days.settle(work, moment.day, step, "done", now)
    counts = await DOERS[step.kind](work, town, moment)
    await days.note_result(work, moment.day, step.name, counts)
    await audit.note(work, now, None, "step", day=moment.day.isoformat(), step=step.name, state="done")
    return Outcome(moment.day, step.name, "done", counts)


def _given_up(step: Due, now: datetime, first: datetime) -> bool:
    return is_missed(step, now, first)


__all__ = ["Outcome", "advance"]
