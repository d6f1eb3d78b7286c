"""The budgets that Telegram's limits leave: 29 calls a second over all, 1.01 s between calls to one chat, 20 in 60.5 s
to one group; sends, edits, reactions and pins all count. A 429 pauses that chat for what it asks, and when several
chats meet one together, all of them.

Calls go out spaced, without burst credit. But the server counts them as they arrive, and what is held up on its way (a
busy loop, a busy kernel, a busy server) arrives together. Of an arrival we know two bounds: not before the call was
written, not after its answer was here. So a call takes one of 30 places from its writing until a second after the
answer, less the shortest way there and back of late: no 31 calls can arrive within a second, however late each of them
was. Why this holds: docs/decisions/0023-arrivals.md.
"""

from bisect import insort
from collections import deque
from dataclasses import dataclass, field
from math import inf

_CHAT_SECONDS = 1.01
_GROUP_WINDOW = 60.5
_TOGETHER_SECONDS = 2.0
_TOGETHER_CHATS = 3
# A second of the server's, and a little: even the shortest way of late may not have been quite the shortest.
_SECOND = 1.005
# So late calls may go that had to wait for our own loop or disk, without those behind them being late too.
_CATCH_UP_SECONDS = 0.15
# The shortest way is that of the last one to two of these: a way that became longer is believed after a while.
_WAY_SECONDS = 30.0
# When only calls under way are in the way it is looked again so soon.
_LOOK_SECONDS = 0.01


@dataclass(eq=False)
class Call:
    """A call under way. `latest` is the last instant at which it can have arrived, known from its end on; like all
    instants by our clock and less the shortest way there."""

    chat: int
    cost: int
    made_at: float
    latest: float


@dataclass
class _Budget:
    free_at: float = 0.0
    recent: deque[Call] = field(default_factory=deque)


class _Way:
    """The shortest way to the server and back, of late."""

    def __init__(self) -> None:
        self._since = -inf
        self._lately = self._before = inf

    def note(self, seconds: float, now: float) -> None:
        """An answer took so long."""
        age = now - self._since
        if age > _WAY_SECONDS:
            self._before = self._lately if age < 2 * _WAY_SECONDS else inf
            self._since, self._lately = now, inf
        self._lately = min(self._lately, seconds)

    @property
    def seconds(self) -> float:
        """0.0 while nothing is known."""
        shortest = min(self._lately, self._before)
        return 0.0 if shortest == inf else shortest


class Pacer:
    """Says when a call may be made. Instants are seconds of whatever clock the caller goes by."""

    def __init__(self, per_second: int = 29, group_per_minute: int = 20) -> None:
        self._spacing = 1.0 / per_second
        self._most = per_second + 1
        """How many calls may arrive within any second."""
        self._group_most = group_per_minute
        self._free_at = 0.0
        self._under_way = 0
        self._answered: list[float] = []
        """When the last calls had ended, in order: so many as may arrive within a second."""
        self._way = _Way()
        self._chats: dict[int, _Budget] = {}
        self._refused: deque[tuple[float, int]] = deque()

    def ready_at(self, chat: int, is_group: bool, now: float) -> float:
        """The earliest instant, `now` or later, at which a call to the chat keeps to every budget."""
        return max(now, self.overall_ready_at(now), self.chat_ready_at(chat, is_group, now))

    def chat_ready_at(self, chat: int, is_group: bool, now: float) -> float:
        """The same for the chat's own budgets alone, to whose chat no call is under way."""
        budget = self._chats.get(chat)
        if budget is None:
            return now
        if not is_group:
            return budget.free_at
        while budget.recent and budget.recent[0].latest <= now - _GROUP_WINDOW:
            budget.recent.popleft()
        full = len(budget.recent) >= self._group_most
        return max(budget.free_at, budget.recent[-self._group_most].latest + _GROUP_WINDOW if full else now)

    def overall_ready_at(self, now: float, cost: int = 1, behind: int = 0) -> float:
        """The earliest instant for any call at all, behind so many that wait for theirs; it counts as `cost` messages.

        It may turn out later: what is under way may stay so.
        """
        room = self._most - min(cost + behind, self._most) - self._under_way
        paced = max(self._free_at, now if behind else self._free_at) + behind * self._spacing
        if room < 0:
            return max(paced, now + max(_LOOK_SECONDS, _SECOND - self._way.seconds))
        if len(self._answered) <= room:
            return paced
        return max(paced, self._answered[-room - 1] + _SECOND - self._way.seconds)

    def begin(self, chat: int, is_group: bool, now: float, cost: int = 1, waited_since: float | None = None) -> Call:
        """A call is made now that was ready for it at `waited_since` (None: only now); it counts as `cost` messages."""
        wanted = now if waited_since is None else max(waited_since, now - _CATCH_UP_SECONDS)
        self._free_at = max(self._free_at, wanted) + cost * self._spacing
        self._under_way += cost
        call = Call(chat, cost, now, now)
        budget = self._chats.setdefault(chat, _Budget())
        budget.free_at = max(budget.free_at, now + _CHAT_SECONDS)
        if is_group:
            budget.recent.extend([call] * cost)
        return call

    def end(self, call: Call, now: float, *, answered: bool) -> None:
        """Its answer is here, or will not come any more."""
        took = now - call.made_at
        if answered:
            self._way.note(took, now)
        ended = max(now, call.made_at + self._way.seconds)
        for _ in range(call.cost):
            insort(self._answered, ended)
        del self._answered[: -self._most]
        self._under_way -= call.cost
        call.latest = ended - self._way.seconds
        budget = self._chats[call.chat]
        budget.free_at = max(budget.free_at, call.latest + _CHAT_SECONDS)

    def refused(self, chat: int, seconds: float, now: float) -> None:
        """Telegram answered 429: the chat waits; when several chats are refused together, all do."""
        budget = self._chats.setdefault(chat, _Budget())
        budget.free_at = max(budget.free_at, now + seconds)
        self._refused.append((now, chat))
        while self._refused and self._refused[0][0] < now - _TOGETHER_SECONDS:
            self._refused.popleft()
        if len({refused for _, refused in self._refused}) >= _TOGETHER_CHATS:
            self._free_at = max(self._free_at, now + seconds)
