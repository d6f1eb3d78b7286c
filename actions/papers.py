"""What is printed for the meeting: made at its hour, frozen, and shown again as it was."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from actions import asking, briefs, unitlists
from actions.ground import Ground, gather
from actions.picture import Picture, above, picture, state_fields
from actions.tasks import due_fields
from domain.cycle import Step
from domain.levels import levels, of_level
from domain.numbers import exact_values, plain, plain_values
from domain.outgoing import Act, Lane, Outgoing
from domain.people import Chat
from domain.phones import private
from domain.reporting import changes
from domain.standing import Mark, Standing
from domain.tasks import Task
from domain.town import Town
from storage import days, meetings, outbox, papers, tasks
from storage.papers import Paper
from storage.work import Work

BRIEF = "brief"
MINUTES = "minutes"
PICTURES = "pictures"


async def brief(work: Work, town: Town, ground: Ground, node: int | None, now: datetime, frozen: bool) -> Paper:
    """The brief of a node as it stands now, kept: once for ever when it is frozen."""
    seen = ground.seen
    marks = seen.standing.within(seen.tree, node)
    body = {
        "made_at": f"{town.local(now):%H:%M}",
        "messages": briefs.brief(town, ground, node, now),
        "week": [_of_day(ground, node, day, judged) for day, judged in ground.week.items()],
        "groups": _groups(town, seen, marks),
        "doubts": _doubts(ground, node),
        "live": plain_values(ground.live_totals[node]),
        "heard": [unit for unit, mark in marks.marks.items() if mark.has_reported],
    }
    paper = Paper(BRIEF, seen.day, node, frozen, now, body)
    await papers.keep(work, paper)
    return paper


async def brief_of(work: Work, town: Town, seen: Picture, node: int | None, now: datetime) -> Paper | None:
    """The brief as it was made at its hour; before that of today as it stands now.

    A node that nobody was sent a brief of has none yet when its hour is past: the first who opens it freezes it, so
    that it is the same for all. None of a day gone by of which none was kept.
    """
    made = await papers.of(work, BRIEF, seen.day, node)
    if made is not None or seen.day != town.day_of(now):
        return made
    ground = await gather(work, town, seen, seen.closes.of(node), now)
    return await brief(work, town, ground, node, now, frozen=await _hour_is_past(work, town, seen, node))


async def _hour_is_past(work: Work, town: Town, seen: Picture, node: int | None) -> bool:
    """Whether the hour of the node's brief has been rung: its level's, or the town's."""
    known = levels(town, seen.tree)
    hour = known.hour(node)
    if node is None or hour is None:
        return Step.BRIEF in await days.settled(work, seen.day)
    return known.desks[node] in (await days.settled_at(work, seen.day)).get(of_level(Step.BRIEF, hour), ())


async def later(work: Work, town: Town, paper: Paper) -> dict[str, object] | None:
    """What has come since a brief was frozen, as fields; None when nothing has."""
    seen = await picture(work, town, paper.day)
    marks = seen.standing.within(seen.tree, paper.node)
    known = frozenset(paper.body["heard"])
    came = [unit for unit, mark in marks.marks.items() if mark.has_reported and unit not in known]
    before = exact_values(paper.body["live"])
    moved = [
        {"code": change.indicator, "before": _plain(change.before), "after": _plain(change.after)}
        for change in changes(before, seen.total(paper.node))
    ]
    made = {"at": paper.body["made_at"], "units": seen.names(came), "changes": moved}
    return made if came or moved else None


def _plain(value: Decimal | None) -> int | float | None:
    return None if value is None else plain(value)


async def minutes(work: Work, town: Town, day: date, now: datetime) -> Paper:
    """The minutes of the day's meeting with the tasks that have gone out since it began, kept for ever."""
    seen = await picture(work, town, day)
    decided, opened = await meetings.decided(work, day), town.at(day, town.times.meeting)
    body = {
        "made_at": f"{town.local(now):%H:%M}",
        "node": town.name,
        "states": state_fields(seen.standing),
        "silent": seen.names(seen.standing.silent),
        "present": await meetings.present(work, day),
        "decisions": [
            {"text": private(made.text), "by": made.by, "at": f"{town.local(made.at):%H:%M}"} for made in decided
        ],
        "tasks": [await _order(work, town, task, now) for task in await tasks.published_since(work, opened)],
    }
    paper = Paper(MINUTES, day, None, True, now, body)
    await papers.keep(work, paper)
    return paper


async def send(
    work: Work, town: Town, paper: Paper, chats: Iterable[Chat], now: datetime, key: str, acts: Iterable[Act]
) -> int:
    """Write it to these chats as a document for print, as pictures for the phone, or both; how many messages."""
    fields = {
        "paper": [paper.kind, paper.day.isoformat(), paper.node or 0, paper.frozen],
        "day": paper.day.isoformat(),
        "node": _node_name(town, paper),
        "at": paper.body["made_at"],
    }
    written = 0
    for chat in chats:
        for act in acts:
            kind = f"{paper.kind}-paper" if act is Act.DOCUMENT else f"{paper.kind}-{PICTURES}"
            said = Outgoing(f"{key}/{act}/chat-{chat.id}", chat.id, kind, fields, lane=Lane.ORDER, act=act)
            written += await outbox.put(work, said, now) is not None
    return written


async def _order(work: Work, town: Town, task: Task, now: datetime) -> dict[str, object]:
    return {
        "number": str(task.number),
        "title": private(task.title),
        "body": private(task.body),
        "units": len(await tasks.places(work, task.number)),
        **due_fields(town, task.due_at, now),
    }


def _node_name(town: Town, paper: Paper) -> str:
    return str(paper.body["messages"][0][1]["node"]) if paper.kind == BRIEF else town.name


async def fresh(work: Work, town: Town, fields: Mapping[str, Any], now: datetime) -> dict[str, Any] | None:
    """The fields with what the paper says, read when it goes out; None when it is no longer kept."""
    kind, day, node, frozen = fields["paper"]
    paper = await papers.of(work, kind, date.fromisoformat(day), node or None, bool(frozen))
    return None if paper is None else {**fields, "body": paper.body}


def _of_day(ground: Ground, node: int | None, day: date, judged: Standing | None) -> dict[str, object]:
    """One bar of the small chart: the shares that reported, and in time; none of a day without cycle or reports."""
    marks = Standing({}) if judged is None else judged.within(ground.seen.tree, node)
    known = marks.rate is not None and marks.heard > 0
    return {
        "on": day.isoformat(),
        "known": known,
        "today": day == ground.seen.day,
        "rate": marks.rate if known else 0,
        "heard": 100 * marks.heard // max(1, marks.expected) if known else 0,
    }


def _groups(town: Town, seen: Picture, marks: Standing) -> list[dict[str, object]]:
    """Every unit with its state and hour, under the node above it, in the tree's order."""
    by_node: dict[int | None, dict[int, Mark]] = {}
    for unit, mark in marks.marks.items():
        by_node.setdefault(above(seen.tree, unit), {})[unit] = mark
    return [
        {
            "node": "" if node is None else seen.name(node),
            **state_fields(Standing(of)),
            "cells": [_cell(town, seen, mark) for mark in of.values()],
        }
        for node, of in by_node.items()
    ]


def _cell(town: Town, seen: Picture, mark: Mark) -> dict[str, object]:
    at = "" if mark.first_at is None else f"{town.local(mark.first_at):%H:%M}"
    return {"name": seen.name(mark.unit_id), "state": unitlists.sign_state(mark), "at": at}


def _doubts(ground: Ground, node: int | None) -> list[dict[str, object]]:
    """The open questions of the subtree, what is far out of the ordinary first."""
    seen = ground.seen
    inside = sorted(unit.id for unit in seen.tree.subtree(node))
    asked = [question for unit in inside for question in ground.doubts.get(unit, ())]
    asked.sort(key=lambda question: question.reason != "unusual")
    return [
        {
            **asking.doubt_fields(question),
            "unit": seen.name(question.unit_id),
            "reason": question.reason,
            "told": dict(question.told),
        }
        for question in asked
    ]
