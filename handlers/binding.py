"""What a group is for."""

from actions import binding, boards
from handlers.context import Turn


async def bind(turn: Turn) -> None:
    """`/bind CODE`, `/bind command`, `/bind town`, `/bind none`."""
    hears_all = turn.update.get_bot().can_read_all_group_messages
    bound = await binding.bind(turn.work, turn.caller, turn.args, hears_all, turn.now)
    unit = bound.unit.name if bound.unit else ""
    await turn.say("bound", {"place": bound.place.value, "unit": unit, "lacks": list(bound.warnings)})
    await boards.open_in(turn.work, turn.town, turn.caller.chat.id, turn.now)
