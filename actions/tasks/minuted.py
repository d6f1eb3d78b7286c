"""A decision of the meeting becomes the draft of a task, once."""

from datetime import date, datetime

from actions.tasks.drafts import draft
from domain.errors import NotFound, NotPossible
from domain.minuted import as_task
from domain.people import Caller, Role
from domain.tasks import Task
from domain.town import Town
from storage import audit, meetings, people, units
from storage.meetings import Decision
from storage.work import Work

_WITH_UNITS = (Role.LEADER, Role.LEAD, Role.WARDEN)


async def draft_of_decision(work: Work, town: Town, caller: Caller, decision: int, now: datetime) -> Task:
    """The draft that a minuted decision makes, in the caller's name. NotPossible when it has become a task already."""
    made = await meetings.by_id(work, decision)
    if made is None:
        raise NotFound("decision-unknown")
    if made.task is not None:
        raise NotPossible("decision-is-task", number=str(made.task))
    tree = await units.tree(work)
    held: dict[str, list[int]] = {}
    for person, post in await people.everybody(work):
        if post is not None and post.unit_id is not None and post.role in _WITH_UNITS:
            held.setdefault(person.name, []).append(post.unit_id)
    drafted = await draft(work, town, caller, as_task(made.text, town.local(now), tree, held), now)
    await meetings.became_task(work, decision, drafted.number)
    await audit.note(work, now, caller.person_id, "decision_drafted", decision=decision, task=drafted.number)
    return drafted


async def decision_meant(work: Work, day: date, place: int | None) -> Decision:
    """The day's decision of that number; without one the latest that is no task yet. NotFound when there is none."""
    decided = await meetings.decided(work, day)
    if place is not None and 0 < place <= len(decided):
        return decided[place - 1]
    left = [made for made in decided if made.task is None]
    if place is not None or not left:
        raise NotFound("decision-unknown")
    return left[-1]
