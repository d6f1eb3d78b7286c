"""One sender's flood is nobody else's wait: beyond a pace that no hand keeps, messages wait until others are served.

What people wrote is handled in the end, in its order, and judged by when it was sent. Commands and presses beyond that
pace are not answered: a hundred times /help is not worth a hundred answers.
"""

from datetime import datetime
from enum import Enum

from telegram import Update


class Ruling(Enum):
    """When an update is handled."""

    NOW = "now"
    LATER = "later"
    NEVER = "never"


class Patience:
    """Counts each sender's updates: `per_minute` at once, and as many each minute; 0 is without a limit."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._spent: dict[int, tuple[float, datetime]] = {}
        self._late: set[int] = set()

    def ruling(self, update: Update, now: datetime) -> Ruling:
        """When this update is handled. Whoever has something waiting for later goes on behind it."""
        sender = update.effective_user
        if sender is None or not self._per_minute:
            return Ruling.NOW
        if sender.id not in self._late and self._has_one_left(sender.id, now):
            return Ruling.NOW
        if _is_request(update):
            return Ruling.NEVER
        self._late.add(sender.id)
        return Ruling.LATER

    def all_served(self) -> None:
        """Nothing waits for later any more."""
        self._late.clear()

    def _has_one_left(self, sender: int, now: datetime) -> bool:
        spent, since = self._spent.get(sender, (0.0, now))
        regained = (now - since).total_seconds() * self._per_minute / 60
        spent = max(0.0, spent - max(0.0, regained))
        if spent + 1 > self._per_minute:
            self._spent[sender] = (spent, now)
            return False
        self._spent[sender] = (spent + 1, now)
        return True


def _is_request(update: Update) -> bool:
    """A press or a command: it asks for an answer and tells nothing."""
    message = update.message
    return update.callback_query is not None or bool(message and (message.text or "").startswith("/"))
