"""The clock's own action: which step of which day is next, done once or given up for good."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from actions.arriving import arriving
from actions.ordered import order_of
from actions.steps import DOERS
from actions.steps.moment import Moment
from domain.cycle import DayOrder, Due, Step, fell_due, is_missed, steps_of
from domain.levels import level_steps
from domain.town import Town
from storage import audit, days, meta, units
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
        order = await order_of(work, town, day)
        settled = frozenset(await days.settled(work, day))
        due = fell_due(steps_of(town, day, order), now, settled)
        due = sorted([*await _of_levels(work, town, day, order, now), *due], key=_in_turn)
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


def _in_turn(step: Due) -> tuple[datetime, int]:
    """At one instant a reminder comes before the roll-call of another level, which waits for what is on its way."""
    return step.at, list(Step).index(step.kind)


async def _of_levels(work: Work, town: Town, day: date, order: DayOrder, now: datetime) -> list[Due]:
    """The levels' steps that are due and not settled for all of their nodes, with those that are left."""
    steps = [step for step in level_steps(town, day, order, await units.tree(work)) if step.at <= now]
    settled = await days.settled_at(work, day) if steps else {}
    left = [replace(step, desks=step.desks - settled.get(step.name, set())) for step in steps]
    return [step for step in left if step.desks]


async def _settle(work: Work, town: Town, moment: Moment, first: datetime) -> Outcome | None:
    """Claim the step and do it in the same transaction, or write it down as missed or skipped."""
    step, now = moment.step, moment.now
    if _given_up(step, now, first):
        state = "skipped" if moment.order.paused else "missed"
        await _claim(work, moment, state)
        await audit.note(work, now, None, "step", day=moment.day.isoformat(), step=step.name, state=state)
        return Outcome(moment.day, step.name, state)
    if step.kind is Step.COLLECT and (now < step.at + _ON_ITS_WAY or await arriving(work, now)):
        return None
    await _claim(work, moment, "done")
    counts = await DOERS[step.kind](work, town, moment)
    if step.level is None:
        await days.note_result(work, moment.day, step.name, counts)
    await audit.note(work, now, None, "step", day=moment.day.isoformat(), step=step.name, state="done")
    return Outcome(moment.day, step.name, "done", counts)


async def _claim(work: Work, moment: Moment, state: str) -> None:
    if moment.step.level is None:
        await days.settle(work, moment.day, moment.step, state, moment.now)
    else:
        await days.settle_at(work, moment.day, moment.step, moment.step.desks, state, moment.now)


def _given_up(step: Due, now: datetime, first: datetime) -> bool:
    return is_missed(step, now, first)


__all__ = ["Outcome", "advance"]
