"""The close: the roll-call, and every leader learns which of their units are silent."""

from datetime import timedelta

from actions import boards, reach
from actions.picture import Picture, alerts, groups, picture, state_fields
from actions.steps.moment import Moment
from actions.steps.telling import tell
from domain.outgoing import Button, Buttons
from domain.town import Town
from storage import chats, days
from storage.work import Work


async def collect(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Tell the command chats who has reported and who not, and each leader the silent units that are theirs.

    Totals are frozen by the closing instant itself: what is asked for as of it never changes by what is sent later.
    """
    seen = await picture(work, town, moment.day)
    fields = await rollcall(work, town, seen)
    rows = buttons(str(fields["close"]), len(seen.standing.silent))
    told = await tell(work, moment, await chats.of_purpose(work, "command"), "rollcall", fields, rows)
    leaders = await _leaders(work, town, moment, seen)
    await boards.touch(work, town, moment.day, moment.now)
    counts = {str(state): n for state, n in seen.standing.counts.items()}
    return {**counts, "told": told, "leaders": leaders}


async def rollcall(work: Work, town: Town, seen: Picture) -> dict[str, object]:
    """The fields of the roll-call."""
    return {
        **state_fields(seen.standing),
        "day": seen.day.isoformat(),
        "close": f"{town.local(seen.close):%H:%M}",
        "rate_before": await _rate_before(work, town, seen),
        "groups": await groups(work, seen, seen.standing),
        "asking": seen.asking(seen.standing),
        "alerts": alerts(town, seen),
        "brief": f"{town.times.brief:%H:%M}",
    }


def buttons(close: str, silent: int) -> Buttons:
    """What can be done about it, where units are silent; an extension is of the close that its presser sees."""
    units = Button("button-units", "units/open")
    if not silent:
        return ((units,),)
    extend = Button("button-extend", f"cycle/extend/15/{close}", {"minutes": 15})
    return ((Button("button-call-silent", "silent/call"), extend), (units,))


async def _rate_before(work: Work, town: Town, seen: Picture) -> int | None:
    """Yesterday's share of units in time, where yesterday was collected at all."""
    yesterday = seen.day - timedelta(days=1)
    if not any(step.startswith("collect") for step in await days.settled(work, yesterday)):
        return None
    return (await picture(work, town, yesterday)).standing.rate


async def _leaders(work: Work, town: Town, moment: Moment, seen: Picture) -> int:
    told = 0
    for leader in await reach.leaders(work, moment.now):
        marks = seen.standing.within(seen.tree, leader.node)
        if leader.chat is None or not marks.silent:
            continue
        fields = {
            **state_fields(marks),
            "day": seen.day.isoformat(),
            "close": f"{town.local(seen.close):%H:%M}",
            "node": town.name if leader.node is None else seen.name(leader.node),
            "names": seen.names(marks.silent),
        }
        told += await tell(work, moment, [leader.chat], "rollcall-leader", fields, word=f"node-{leader.node or 0}")
    return told
