"""The preview of a draft, wherever it comes from."""

from actions import tasks as actions
from domain.tasks import Draft, Task
from handlers.context import Turn


async def keep(turn: Turn, written: Draft) -> None:
    """Keep the draft and show its preview."""
    message = None if turn.query is not None or turn.message is None else turn.message.message_id
    await show(turn, await actions.draft(turn.work, turn.town, turn.caller, written, turn.now, message))


async def show(turn: Turn, drafted: Task) -> None:
    """Send the preview of a draft; an earlier one in this chat makes room for it."""
    await actions.fold_preview(turn.work, drafted, turn.caller.chat.id, turn.now)
    shown = await actions.shown(turn.work, turn.town, drafted, turn.now)
    await turn.say(shown.kind, shown.fields, shown.buttons, about=actions.about_draft(drafted.number))
