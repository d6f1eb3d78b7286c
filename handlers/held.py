"""Reports that wait: a stranger's for a nod, an unclear one for its unit."""

from actions import admitting, unclear
from domain.errors import NotFound
from handlers.context import Turn
from storage import outbox

_MOST_DIGITS = 15
"""A longer number is none of ours, and none that a database holds."""


async def admit_pressed(turn: Turn) -> None:
    """`held/ID/yes` and `held/ID/no`: the buttons under a stranger's report."""
    number, _, verdict = turn.args.partition("/")
    await admitting.admit(turn.work, turn.town, turn.caller, int(number), verdict == "yes", turn.now)
    await turn.toast("held-done", counts=verdict == "yes")


async def admit(turn: Turn) -> None:
    """`计入 7`: the same in words."""
    await admitting.admit(turn.work, turn.town, turn.caller, _number(turn), True, turn.now)
    await turn.react("👍")


async def refuse(turn: Turn) -> None:
    """`不计 7`: the same in words."""
    await admitting.admit(turn.work, turn.town, turn.caller, _number(turn), False, turn.now)
    await turn.react("👍")


def _number(turn: Turn) -> int:
    number = turn.args.strip()
    if not number:
        raise NotFound("held-which")
    if not number.isdecimal() or len(number) > _MOST_DIGITS:
        raise NotFound("held-unknown", number=number[:_MOST_DIGITS])
    return int(number)


async def which_pressed(turn: Turn) -> None:
    """`which/ID/UNIT`, `which/ID/other` and `which/ID/no`: for which unit an unclear report is."""
    number, _, unit = turn.args.partition("/")
    if unit == "other":
        await unclear.ask_openly(turn.work, turn.caller, int(number), turn.now)
        await turn.toast("unit-other-toast")
        return
    chosen = None if unit == "no" else int(unit)
    state = await unclear.choose(turn.work, turn.town, turn.caller, int(number), chosen, turn.now)
    await turn.toast("unit-chosen-toast", state=state)


async def unit_in_words(turn: Turn) -> bool:
    """A unit's name alone, or 是, in answer to the question which unit a report is for."""
    if turn.query is not None or turn.edited or not turn.text or len(turn.text) > 30:
        return False
    reply = turn.message.reply_to_message if turn.message else None
    posted = await outbox.posted(turn.work, turn.caller.chat.id, reply.message_id) if reply else None
    ask = None if posted is None else posted.key
    return await unclear.in_words(turn.work, turn.town, turn.caller, turn.text, ask, turn.now)
