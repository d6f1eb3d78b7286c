"""The evening's meeting: who is there, what is decided."""

from actions import meetings
from actions.picture import picture
from handlers.context import Turn


async def present(turn: Turn) -> None:
    """[到会], or `到会` in the command chat: the caller is at the meeting."""
    seen = await picture(turn.work, turn.town, turn.town.day_of(turn.now))
    new = await meetings.attend(turn.work, turn.town, turn.caller, seen, turn.said_at, turn.now)
    if turn.query is not None:
        await turn.toast("present-noted" if new else "present-known")
    elif new:
        await turn.react("👍")


async def decide(turn: Turn) -> None:
    """`/decide TEXT` during the meeting: minuted."""
    number = await meetings.decide(turn.work, turn.town, turn.caller, turn.args, turn.said_at, turn.now)
    await turn.say("decided", {"number": str(number), "text": " ".join(turn.args.split())})
