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
# One call over the pace is what a second holds at most; so much more lies between its first and the one after them.
_ON_THE_WAY = 0.015


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
        self._second: deque[float] = deque(maxlen=per_second + 1)
        """When the last calls were made, or are to be."""
        self._chats: dict[int, _Budget] = {}
        self._refused: deque[tuple[float, int]] = deque()

    def ready_at(self, chat: int, is_group: bool, now: float) -> float:
        """The earliest instant, `now` or later, at which a call to the chat keeps to every budget."""
        return max(now, self.overall_ready_at(), self.chat_ready_at(chat, is_group, now))

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
        if len(self._second) < (self._second.maxlen or 0):
            return self._free_at
        return max(self._free_at, self._second[0] + 1.0 + _ON_THE_WAY)

    def spend(self, chat: int, is_group: bool, now: float) -> None:
        """A call to the chat is made now."""
        self._free_at = max(self._free_at, now - _JITTER_SECONDS) + self._spacing
        self._second.append(now)
        budget = self._chats.setdefault(chat, _Budget())
        budget.free_at = max(budget.free_at, now + _CHAT_SECONDS)
        if is_group:
            budget.recent.append(now)

    def made(self, planned: float, now: float) -> None:
        """A call that was spent at `planned` is only made now: a loop that stood still lets several go together."""
        if now - planned > _JITTER_SECONDS and planned in self._second:
            self._second.remove(planned)
            self._second = deque(sorted([*self._second, now]), self._second.maxlen)

    def refused(self, chat: int, seconds: float, now: float) -> None:
        """Telegram answered 429: the chat waits; when several chats are refused together, all do."""
        budget = self._chats.setdefault(chat, _Budget())
        budget.free_at = max(budget.free_at, now + seconds)
        self._refused.append((now, chat))
        while self._refused and self._refused[0][0] < now - _TOGETHER_SECONDS:
            self._refused.popleft()
        if len({refused for _, refused in self._refused}) >= _TOGETHER_CHATS:
            self._free_at = max(self._free_at, now + seconds)
