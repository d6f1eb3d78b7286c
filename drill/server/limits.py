"""How much a bot may send: Telegram's published limits, measured by the drill's own clock.

From the Bots FAQ: about 30 messages a second over all, one a second in a chat with short bursts tolerated, 20 a
minute in a group. By the maintainer's word edits come out of the same budget (tdlib/td#2592, #3034), and a pin
posts a service message, so sends, edits and pins count here alike.
"""

import math
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Literal

from domain.clock import Clock

Rule = Literal["overall", "chat", "group"]


@dataclass(frozen=True)
class Limits:
    """The budgets. `model` says how the overall one is kept: "sliding" never lets more than `per_second` into any
    second; "bucket" lets a rested bot send as many at once and then as many again within the second.

    `slack` seconds are taken off every window: on a fast clock a millisecond of jitter is most of a second.
    """

    per_second: int = 30
    model: Literal["sliding", "bucket"] = "sliding"
    chat_every: float = 1.0
    chat_burst: int = 3
    group_per_minute: int = 20
    slack: float = 0.0
    enforced: bool = True


PUBLISHED = Limits()
UNLIMITED = Limits(enforced=False)


class Window:
    """At most `most` in any `span` seconds."""

    def __init__(self, most: int, span: float) -> None:
        self.most = most
        self.span = span
        self.spent: deque[float] = deque()
        self.peak = 0

    def wait(self, now: float, cost: int) -> float:
        """Seconds until `cost` more fit; 0.0 when they fit now."""
        while self.spent and self.spent[0] <= now - self.span:
            self.spent.popleft()
        over = len(self.spent) + min(cost, self.most) - self.most
        return self.spent[over - 1] + self.span - now if over > 0 else 0.0

    def spend(self, now: float, cost: int) -> None:
        """Count them."""
        self.spent.extend([now] * cost)
        self.peak = max(self.peak, len(self.spent))


class Bucket:
    """`most` at once, refilled by one every `every` seconds."""

    def __init__(self, most: int, every: float) -> None:
        self.most = most
        self.every = every
        self.level = float(most)
        self.at: float | None = None

    def wait(self, now: float, cost: int) -> float:
        """Seconds until `cost` more fit; 0.0 when they fit now."""
        if self.at is not None:
            self.level = min(self.most, self.level + (now - self.at) / self.every)
        self.at = now
        missing = min(cost, self.most) - self.level
        return missing * self.every if missing > 1e-9 else 0.0

    def spend(self, now: float, cost: int) -> None:
        """Count them."""
        self.level -= cost


@dataclass(frozen=True)
class Overrun:
    """A refused request: when (the clock's seconds), for which chat, by which rule, for how long."""

    at: float
    chat_id: int
    rule: Rule
    retry_after: int


class Meter:
    """Keeps the budgets of all chats."""

    def __init__(self, limits: Limits, clock: Clock) -> None:
        self.limits = limits
        self.clock = clock
        second = max(0.0, 1.0 - limits.slack)
        self.overall: Window | Bucket = (
            Window(limits.per_second, second)
            if limits.model == "sliding"
            else Bucket(limits.per_second, second / limits.per_second)
        )
        self.busiest_second = Window(limits.per_second, 1.0)
        self.chats: defaultdict[int, Bucket] = defaultdict(self._chat)
        self.groups: defaultdict[int, Window] = defaultdict(self._group)

    def _chat(self) -> Bucket:
        return Bucket(self.limits.chat_burst, max(0.0, self.limits.chat_every - self.limits.slack) or 1e-9)

    def _group(self) -> Window:
        return Window(self.limits.group_per_minute, max(0.0, 60.0 - self.limits.slack))

    def charge(self, chat_id: int, *, group: bool, cost: int = 1) -> Overrun | None:
        """Spend `cost` messages on the chat; or spend nothing and say which limit forbids it."""
        now = self.clock.monotonic()
        budgets: list[tuple[Rule, Window | Bucket]] = [("overall", self.overall), ("chat", self.chats[chat_id])]
        if group:
            budgets.append(("group", self.groups[chat_id]))
        wait, rule = max((budget.wait(now, cost), name) for name, budget in budgets)
        if wait > 0 and self.limits.enforced:
            return Overrun(now, chat_id, rule, max(1, math.ceil(wait)))
        self.busiest_second.wait(now, cost)
        for budget in (self.busiest_second, *(budget for _, budget in budgets)):
            budget.spend(now, cost)
        return None
