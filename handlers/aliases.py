"""`/aliases`: what was learned from answers, and how to take it back."""

import re

from actions import aliases as actions
from domain.script import simplified
from handlers.context import Turn
from storage import outbox

_DROP = re.compile(r"(?:删除?|撤销?|去掉|drop)\s*(?P<word>\S.*)")


async def aliases(turn: Turn) -> None:
    """`/aliases` lists; `/aliases 删 黄西村` revokes."""
    args = turn.args.strip()
    if not args:
        fields, buttons = await actions.shown(turn.work, turn.town, turn.caller)
        await turn.say("aliases", fields, buttons)
        return
    found = _DROP.fullmatch(simplified(args))
    word = args[found.start("word") :] if found else args
    gone = await actions.revoke_named(turn.work, turn.caller, word, turn.now)
    await turn.say("alias-revoked", {"word": gone})


async def pressed(turn: Turn) -> None:
    """`aliases/alias/ID` and `aliases/word/ID`: the buttons under the list, which is drawn anew."""
    kind, _, number = turn.args.partition("/")
    gone = await actions.revoke(turn.work, turn.caller, kind, int(number), turn.now)
    await turn.toast("alias-revoked", word=gone)
    posted = await outbox.posted(turn.work, turn.caller.chat.id, turn.message.message_id) if turn.message else None
    if posted is not None:
        fields, buttons = await actions.shown(turn.work, turn.town, turn.caller)
        await turn.redraw(posted.key, "aliases", fields, buttons)
