"""The budgets that Telegram's limits leave, spaced and without burst credit.

29 calls a second over all (at 30, jitter puts a 31st into some second), 1.01 s between calls to one chat, 20 in 60.5 s
to one group; sends, edits, reactions and pins all count. A 429 pauses that chat for what it asks, and when several
chats meet one together, all of them.
"""

from collections import deque
from dataclasses import dataclass, field

_CHAT_SECONDS = 1.01
_GROUP_WINDOW = 60.5
_TOGETHER_SECONDS = 2.0
_TOGETHER_CHATS = 3
# So late a call may be without the next being late too: else every millisecond of jitter would be lost for good. By so
# much less than a second 29 and one more calls may come together, which is not 31.
_JITTER_SECONDS = 0.01


@dataclass
class _Budget:
    free_at: float = 0.0
    recent: deque[float] = field(default_factory=deque)


class Pacer:
    """Says when a call may be made. Instants are seconds of whatever clock the caller goes by."""

    def __init__(self, per_second: int = 29, group_per_minute: int = 20) -> None:
        self._spacing = 1.0 / per_second
        self._group_most = group_per_minute
        self._free_at = 0.0
        self._chats: dict[int, _Budget] = {}
        self._refused: deque[tuple[float, int]] = deque()

    def ready_at(self, chat: int, is_group: bool, now: float) -> float:
        """The earliest instant, `now` or later, at which a call to the chat keeps to every budget."""
        return max(now, self._free_at, self.chat_ready_at(chat, is_group, now))

    def chat_ready_at(self, chat: int, is_group: bool, now: float) -> float:
        """The same for the chat's own budgets alone."""
        budget = self._chats.get(chat)
        if budget is None:
            return now
        if not is_group:
            return budget.free_at
        while budget.recent and budget.recent[0] <= now - _GROUP_WINDOW:
            budget.recent.popleft()
        full = len(budget.recent) >= self._group_most
        return max(budget.free_at, budget.recent[-self._group_most] + _GROUP_WINDOW if full else now)

    def overall_ready_at(self) -> float:
        """The earliest instant for any call at all."""
        return self._free_at

    def spend(self, chat: int, is_group: bool, now: float) -> None:
        """A call to the chat is made now."""
        self._free_at = max(self._free_at, now - _JITTER_SECONDS) + self._spacing
        budget = self._chats.setdefault(chat, _Budget())
        budget.free_at = max(budget.free_at, now + _CHAT_SECONDS)
        if is_group:
            budget.recent.append(now)

    def refused(self, chat: int, seconds: float, now: float) -> None:
        """Telegram answered 429: the chat waits; when several chats are refused together, all do."""
        budget = self._chats.setdefault(chat, _Budget())
        budget.free_at = max(budget.free_at, now + seconds)
        self._refused.append((now, chat))
        while self._refused and self._refused[0][0] < now - _TOGETHER_SECONDS:
            self._refused.popleft()
        if len({refused for _, refused in self._refused}) >= _TOGETHER_CHATS:
            self._free_at = max(self._free_at, now + seconds)
