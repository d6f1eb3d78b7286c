"""The close: the roll-call, and every leader learns which of their units are silent."""

from collections.abc import Mapping
from datetime import timedelta

from actions import boards, reach
from actions.picture import Picture, alerts, grouped, judged, leaders_by_node, picture, state_fields
from actions.steps.moment import Moment
from actions.steps.telling import tell
from domain.levels import brief_hour
from domain.outgoing import Button, Buttons
from domain.standing import Standing
from domain.town import Town
from storage import days
from storage.work import Work


async def collect(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Tell the command chats who has reported and who not, and each leader the silent units that are theirs.

    Totals are frozen by the closing instant itself: what is asked for as of it never changes by what is sent later.
    """
    seen = await picture(work, town, moment.day)
    before, leaders = await _before(work, town, seen), await leaders_by_node(work)
    told = 0
    for node, where in (await reach.commands(work)).items():
        marks = moment.told(town, seen, node)
        if marks is None or (node is not None and not marks.marks):
            continue
        fields = rollcall(town, moment, seen, node, marks, leaders, before)
        told += await tell(work, moment, where, "rollcall", fields, buttons(town, moment, seen, node, marks))
    told_leaders = await _leaders(work, town, moment, seen)
    await boards.touch(work, town, moment.day, moment.now)
    counts = {str(state): n for state, n in seen.standing.counts.items()}
    return {**counts, "told": told, "leaders": told_leaders}


def rollcall(
    town: Town,
    moment: Moment,
    seen: Picture,
    node: int | None,
    marks: Standing,
    leaders: Mapping[int | None, str],
    before: Standing | None,
) -> dict[str, object]:
    """The fields of the roll-call of these units, for whoever watches over the node."""
    same = None if before is None else Standing({unit: before.marks[unit] for unit in marks.marks})
    return {
        **state_fields(marks),
        "day": seen.day.isoformat(),
        "node": "" if node is None else seen.name(node),
        "close": f"{town.local(moment.close(seen)):%H:%M}",
        "rate_before": None if same is None else same.rate,
        "groups": grouped(seen, marks, leaders),
        "asking": seen.asking(marks),
        "alerts": alerts(town, seen, node) if moment.concerns(town, seen.tree, node) else [],
        "brief": f"{brief_hour(town, seen.tree, node):%H:%M}",
    }


def buttons(town: Town, moment: Moment, seen: Picture, node: int | None, marks: Standing) -> Buttons:
    """What can be done about it, where units are silent.

    An extension is of the close that its presser sees; only the town's can be moved.
    """
    units = Button("button-units", "units/open")
    if not marks.silent:
        return ((units,),)
    call = Button("button-call-silent", "silent/call")
    if node is not None or moment.step.level is not None:
        return ((call,), (units,))
    extend = Button("button-extend", f"cycle/extend/15/{town.local(seen.close):%H:%M}", {"minutes": 15})
    return ((call, extend), (units,))


async def _before(work: Work, town: Town, seen: Picture) -> Standing | None:
    """How yesterday is judged, where it was collected at all."""
    yesterday = seen.day - timedelta(days=1)
    if not any(step.startswith("collect") for step in await days.settled(work, yesterday)):
        return None
    return await judged(work, town, yesterday)


async def _leaders(work: Work, town: Town, moment: Moment, seen: Picture) -> int:
    told = 0
    for leader in await reach.leaders(work, moment.now):
        marks = moment.told(town, seen, leader.node)
        if leader.chat is None or marks is None or not marks.silent:
            continue
        fields = {
            **state_fields(marks),
            "day": seen.day.isoformat(),
            "close": f"{town.local(moment.close(seen)):%H:%M}",
            "node": town.name if leader.node is None else seen.name(leader.node),
            "names": seen.names(marks.silent),
        }
        told += await tell(work, moment, [leader.chat], "rollcall-leader", fields, word=f"node-{leader.node or 0}")
    return told
