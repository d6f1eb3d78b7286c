"""`/mine`: what the bot holds for me and my unit."""

from datetime import date

from actions import mine as actions
from handlers.context import Turn


async def mine(turn: Turn) -> None:
    """Show who the caller is here, and how their units stand today."""
    fields, buttons = await actions.mine(turn.work, turn.town, turn.caller, turn.now)
    await turn.say("mine", fields, buttons)


async def pressed(turn: Turn) -> None:
    """`mine/show/DAY/UNIT`: the report whole; `mine/fix/DAY/UNIT`: how to correct it."""
    what, day, unit = turn.args.split("/")
    fields = await actions.whole(turn.work, turn.town, turn.caller, int(unit), date.fromisoformat(day), turn.now)
    if what == "fix":
        await turn.say("report-how-to-correct", {"unit": fields["unit"]})
    else:
        await turn.say("mine-unit", fields)
    await turn.toast("form-noted")
