"""The methods of the Bot API that the drill plays: one table, name to function."""

from drill.server.methods import chats, commands, editing, media, pinning, sending
from drill.server.methods.common import Method
from drill.server.methods.updates import WAITING_METHODS

METHODS: dict[str, Method] = {
    **sending.METHODS,
    **media.METHODS,
    **editing.METHODS,
    **pinning.METHODS,
    **chats.METHODS,
    **commands.METHODS,
}
_PROPER = {name.lower(): name for name in (*METHODS, *WAITING_METHODS)}


__all__ = ["METHODS", "WAITING_METHODS", "Method", "proper_name"]


def proper_name(method: str) -> str:
    """The method's name as the Bot API writes it (clients may write it in any case); unknown ones as they are."""
    return _PROPER.get(method.lower(), method)
