"""Roll-call lists: lines that a later list leaves out are kept or taken back, by button or in words."""

import re

from actions import rolls
from domain.script import simplified
from handlers.context import Turn
from storage import outbox

_WORDS = re.compile(r"(?P<verb>撤回|保留)\s*(?P<unit>\S*)")


async def pressed(turn: Turn) -> None:
    """`roll/LINE/drop` and `roll/LINE/keep`: the buttons of the card."""
    number, _, verb = turn.args.partition("/")
    await rolls.settle(turn.work, turn.town, turn.caller, int(number), verb == "keep", turn.said_at, turn.now)
    await turn.toast("roll-done", keeps=verb == "keep")


async def replied(turn: Turn) -> bool:
    """`撤回 东观社区` or `保留` in reply to the card."""
    reply = turn.message.reply_to_message if turn.message and turn.query is None else None
    found = _WORDS.fullmatch(simplified(turn.text.strip())) if reply is not None and not turn.edited else None
    if found is None or reply is None:
        return False
    posted = await outbox.posted(turn.work, turn.caller.chat.id, reply.message_id)
    if posted is None or posted.kind != "roll-card":
        return False
    line = await rolls.named_on_card(turn.work, posted.key, found["unit"])
    if line is None:
        await turn.say("roll-which")
        return True
    await rolls.settle(turn.work, turn.town, turn.caller, line, found["verb"] == "保留", turn.said_at, turn.now)
    await turn.react("👍")
    return True
