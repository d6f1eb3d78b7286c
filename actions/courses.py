"""The day's course for people to see: its steps with their state, and what can be ordered of it."""

from datetime import date, datetime, timedelta
from typing import Any

from actions.ordered import order_of
from actions.picture import picture, state_fields
from domain.calendar import spans_of
from domain.cycle import Step, closing, steps_of
from domain.errors import NotPossible
from domain.levels import levels
from domain.outgoing import Button, Buttons
from domain.town import Town
from domain.units import UnitTree
from domain.when import read_when
from storage import days, units
from storage.work import Work

_AHEAD = 30
"""How many days ahead the calendar is told."""


async def course(work: Work, town: Town, now: datetime) -> dict[str, Any]:
    """Today's steps by kind, each with its hours and their states (waiting, done, missed, skipped), in order."""
    day = town.day_of(now)
    order = await order_of(work, town, day)
    settled = await days.settled(work, day)
    hours: list[tuple[datetime, str, str]] = [(s.due_at, s.name, s.state) for s in settled.values()]
    hours += [(step.at, step.name, "waiting") for step in steps_of(town, day, order) if step.name not in settled]
    kinds: dict[str, list[dict[str, str]]] = {}
    for due, name, state in sorted(hours):
        kinds.setdefault(name.split("/")[0], []).append({"at": f"{town.local(due):%H:%M}", "state": state})
    listed = [str(kind) for kind in Step if str(kind) in kinds]
    return {
        "day": day.isoformat(),
        "close": f"{town.local(closing(town, day, order)):%H:%M}",
        "closed": now >= closing(town, day, order),
        "briefed": Step.BRIEF in settled,
        "skipped": order.skipped,
        "paused": order.paused,
        "resting": await _resting(work, town, day),
        "levels": _levels(town, await units.tree(work)),
        "steps": [{"kind": kind, "hours": kinds[kind]} for kind in listed],
    }


async def _resting(work: Work, town: Town, today: date) -> list[list[str]]:
    """The days without cycle that are near, as first and last day of each span."""
    near = [today + timedelta(days=n) for n in range(1, _AHEAD + 1)]
    resting = [day for day in near if (await order_of(work, town, day)).skipped]
    return [[first.isoformat(), last.isoformat()] for first, last in spans_of(resting)]


def _levels(town: Town, tree: UnitTree) -> list[dict[str, object]]:
    """The hours at which parts of the tree close before the town, and how many units that report close then."""
    known = levels(town, tree)
    hours = [known.hours[unit.id] for unit in tree.reporting() if unit.id in known.hours]
    return [{"at": f"{hour:%H:%M}", "units": hours.count(hour)} for hour in sorted(set(hours))]


def buttons(course: dict[str, Any]) -> Buttons:
    """What a leader may order of the day as it stands."""
    day, close = course["day"], course["close"]
    if course["skipped"]:
        return ((Button("button-restore", f"cycle/restore/{day}"),),)
    extend = tuple(
        Button("button-extend", f"cycle/extend/{minutes}/{close}", {"minutes": minutes}) for minutes in (15, 30)
    )
    wait = Button("button-resume", "cycle/resume") if course["paused"] else Button("button-pause", "cycle/pause")
    early = () if course["closed"] else (Button("button-close", "cycle/close"),)
    rows = (() if course["briefed"] else extend, (*early, wait), (Button("button-skip", f"cycle/skip/{day}"),))
    return tuple(row for row in rows if row)


async def before_close(work: Work, town: Town, now: datetime) -> dict[str, Any]:
    """What somebody should know who is about to close the day early."""
    seen = await picture(work, town, town.day_of(now))
    fields = {"day": seen.day.isoformat(), "close": f"{town.local(seen.close):%H:%M}", "at": f"{town.local(now):%H:%M}"}
    return {**state_fields(seen.standing), **fields}


def day_named(words: str, town: Town, now: datetime) -> date:
    """The day that words name, today or later; NotPossible when they name none, or one that has gone by."""
    try:
        when = read_when(words, town.local(now))
    except NotPossible as past:
        raise NotPossible("day-past", day=past.fields["at_day"], today_day=town.day_of(now).isoformat()) from past
    if when is None:
        raise NotPossible("day-unread", words=words)
    return when.date()
