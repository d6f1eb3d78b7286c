"""The town's state as a few numbers, for whoever watches over the machine. Nothing of it is about a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from actions.picture import Picture, picture, state_fields
from domain.cycle import fell_due, steps_of
from domain.outgoing import Lane
from domain.town import Town
from storage import days, health, inbox
from storage.work import Work

STATES = ("reported", "late", "questions", "silent", "excused")
STEPS = ("done", "missed", "skipped", "waiting")
# The roll-call itself waits for what is still in the inbox, at most a minute.
LATE = timedelta(seconds=90)


@dataclass(frozen=True)
class Gauges:
    """Updates waiting and set aside; messages waiting by lane, with the age of the oldest that could go; the reports of
    today by state; its steps by state, and how many of them were (or are) later than they should be."""

    waiting: int
    waiting_seconds: float
    aside: int
    outbox: Mapping[Lane, int]
    outbox_seconds: Mapping[Lane, float]
    reports: Mapping[str, int]
    steps: Mapping[str, int]
    steps_late: int
    database_bytes: int


async def gauges(work: Work, town: Town, now: datetime) -> Gauges:
    """As things stand now."""
    seen = await picture(work, town, town.day_of(now))
    marks = state_fields(seen.standing)
    by_lane = await health.waiting_by_lane(work, now)
    steps, late = await _steps(work, town, seen, now)
    return Gauges(
        waiting=await inbox.count_waiting(work),
        waiting_seconds=_age(await inbox.oldest_waiting(work), now),
        aside=await health.count_aside(work),
        outbox={lane: by_lane.get(lane, (0, None))[0] for lane in Lane},
        outbox_seconds={lane: _age(by_lane.get(lane, (0, None))[1], now) for lane in Lane},
        reports={state: int(str(marks[state])) for state in STATES},
        steps=steps,
        steps_late=late,
        database_bytes=await health.size(work),
    )


async def _steps(work: Work, town: Town, seen: Picture, now: datetime) -> tuple[dict[str, int], int]:
    """Today's steps by state, and the late ones: done long after they were due, or overdue and not paused."""
    settled = await days.settled(work, seen.day)
    planned = steps_of(town, seen.day, seen.order)
    counts = {state: sum(step.state == state for step in settled.values()) for state in STEPS}
    counts["waiting"] = sum(step.name not in settled for step in planned)
    late = sum(step.state == "done" and step.done_at - step.due_at > LATE for step in settled.values())
    if not seen.order.paused:
        late += len(fell_due(planned, now - LATE, frozenset(settled)))
    return counts, late


def _age(since: datetime | None, now: datetime) -> float:
    return 0.0 if since is None else max(0.0, (now - since).total_seconds())
