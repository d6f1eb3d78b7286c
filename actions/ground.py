"""What the briefs of a day are made from: read once, whoever's subtree is asked for, and however many are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from actions.circulars import practices_of
from actions.picture import Picture, judged, leaders_by_node, picture
from actions.tasks.following import ASKED_FOR
from actions.tasks.goals import Followed, followed_targets
from domain.circulars import Circular
from domain.numbers import Values
from domain.reporting import flows
from domain.standing import Standing
from domain.tasks import Task, TaskState, TaskUnit
from domain.totals import Figures, by_node
from domain.town import Town
from storage import questions, reports, tasks
from storage.questions import Question
from storage.work import Work

_DAYS = 7
Totals = Mapping[int | None, Values]


@dataclass(frozen=True)
class Ground:
    """The day, the week before it, and what is open; with the totals of every node, each made once.

    close     the close that it is made after: the town's, or that of a level
    closed    every unit's figures as of the close; before it, as they stand
    week      how each of the last seven days and this one is judged, oldest first; None of a day without cycle
    tasks     the tasks that some unit has not done, with where each unit stands; targets: what they want reported
    practices the good practice of the day, sent or waiting
    doubts    the open questions of the day, by unit
    leaders   the leader of each node
    """

    seen: Picture
    close: datetime
    before: Picture
    closed: Figures
    running: Figures
    week: Mapping[date, Standing | None]
    tasks: Sequence[tuple[Task, Mapping[int, TaskUnit]]]
    unverified: Sequence[tuple[int, int]]
    targets: Sequence[Followed]
    waiting_tasks: int
    practices: Sequence[Circular]
    doubts: Mapping[int, Sequence[Question]]
    leaders: Mapping[int | None, str]

    @cached_property
    def live_totals(self) -> Totals:
        """What each node's figures come to now."""
        return by_node(self.seen.tree, self.seen.figures)

    @cached_property
    def closed_totals(self) -> Totals:
        """What they came to at the close."""
        return by_node(self.seen.tree, self.closed)

    @cached_property
    def totals_before(self) -> Totals:
        """What they came to the day before, in today's tree."""
        return by_node(self.seen.tree, self.before.figures)

    @cached_property
    def running_totals(self) -> Totals:
        """What they come to over all days."""
        return by_node(self.seen.tree, self.running)


async def gather(work: Work, town: Town, seen: Picture, close: datetime, now: datetime) -> Ground:
    """Everything that a brief of that day says, of every node that closes at that instant."""
    followed = [(task, await _places(work, task)) for task in await tasks.with_open_units(work)]
    return Ground(
        seen=seen,
        close=close,
        before=await picture(work, town, seen.day - timedelta(days=1)),
        closed=await reports.as_of(work, seen.day, close, flows(town.form)) if now >= close else seen.figures,
        running=await reports.running(work),
        week=await _week(work, town, seen),
        tasks=followed,
        unverified=await tasks.unverified(work, now - ASKED_FOR),
        targets=[
            one
            for task, places in followed
            for one in (await followed_targets(work, task, places, seen.tree) if task.goals else ())
        ],
        waiting_tasks=len(await tasks.in_state(work, TaskState.CONFIRMED)),
        practices=await practices_of(work, town, seen.day),
        doubts=await _doubts(work, seen.day),
        leaders=await leaders_by_node(work),
    )


async def _week(work: Work, town: Town, seen: Picture) -> dict[date, Standing | None]:
    days = [seen.day - timedelta(days=back) for back in range(_DAYS, 0, -1)]
    week = {day: await judged(work, town, day) for day in days}
    return {**week, seen.day: None if seen.order.skipped else seen.standing}


async def _places(work: Work, task: Task) -> dict[int, TaskUnit]:
    return {place.unit_id: place for place in await tasks.places(work, task.number)}


async def _doubts(work: Work, day: date) -> dict[int, list[Question]]:
    doubts: dict[int, list[Question]] = {}
    for question in await questions.open_of_day(work, day):
        doubts.setdefault(question.unit_id, []).append(question)
    return doubts
