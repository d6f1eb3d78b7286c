"""`/export`: days of the caller's part of the town as a file."""

from actions import exports, scope
from domain.exports import read_asked
from handlers.context import Turn
from storage import units


async def export(turn: Turn) -> None:
    """`/export`, `/export 昨天`, `/export 2月1日 2月6日 csv`: a file for each part of the town that the caller sees."""
    asked = read_asked(turn.args, turn.town.day_of(turn.now))
    tree = await units.tree(turn.work)
    for node in scope.watched(turn.caller, tree):
        await exports.send(
            turn.work,
            turn.town,
            asked,
            node,
            turn.caller.chat.id,
            turn.caller.person_id,
            turn.next_key("export"),
            turn.now,
        )
