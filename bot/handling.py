"""The update in hand, between the worker that opened its transaction and the routes that find its handler."""

from contextvars import ContextVar
from dataclasses import dataclass

from handlers.context import Turn


@dataclass
class Handling:
    """The update's turn, the error that the last net caught, and who took the update, for the log."""

    turn: Turn
    error: Exception | None = None
    taken_by: str = "nobody"


HANDLING: ContextVar[Handling] = ContextVar("handling")
