"""`/find WORDS`: what people wrote, found again."""

from actions import find as actions
from domain.errors import NotPossible
from handlers.context import Turn
from storage import outbox


async def find(turn: Turn) -> None:
    """`/find 口罩`: the newest ten; `/find 口罩 第2页`: the next."""
    fields, buttons = await actions.find(turn.work, turn.town, turn.caller, turn.args, turn.now)
    await turn.say("found", fields, buttons)


async def pressed(turn: Turn) -> None:
    """`find/PAGE`: the button for what is older; the words stand in the message that it is under."""
    posted = await outbox.posted(turn.work, turn.caller.chat.id, turn.message.message_id) if turn.message else None
    if posted is None or posted.kind != "found":
        raise NotPossible("button-old")
    args = f"{posted.fields['words']} 第{turn.args}页"
    fields, buttons = await actions.find(turn.work, turn.town, turn.caller, args, turn.now)
    await turn.redraw(posted.key, "found", fields, buttons)
    await turn.toast("press-done")
