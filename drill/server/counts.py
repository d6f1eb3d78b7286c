"""What a test may read off the server: how much the bot asked, sent, was refused, and sent twice."""

from collections import Counter
from dataclasses import dataclass, field

from drill.server.limits import Meter, Overrun
from drill.server.updates import UpdateQueue


@dataclass
class Counts:
    """Running counts. `sends` counts messages, edits and pins that were let through, by chat id."""

    queue: UpdateQueue
    meter: Meter
    by_method: Counter[str] = field(default_factory=Counter)
    sends: Counter[int] = field(default_factory=Counter)
    refusals: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    overruns: list[Overrun] = field(default_factory=list)
    texts: Counter[tuple[int, str]] = field(default_factory=Counter)
    unknown_methods: Counter[str] = field(default_factory=Counter)
    unanswered: set[tuple[int, int]] = field(default_factory=set)
    """Messages that were posted though a fault swallowed the answer or half of it: (chat id, message id)."""

    @property
    def too_many(self) -> int:
        """How often the limits made the answer 429; those that a test ordered are in `faults.fired`."""
        return len(self.overruns)

    @property
    def peak_second(self) -> int:
        """The most messages that went through in any second."""
        return self.meter.busiest_second.peak

    @property
    def peak_group_minute(self) -> int:
        """The most messages that went into one group in any minute."""
        return max((group.peak for group in self.meter.groups.values()), default=0)

    @property
    def expired(self) -> int:
        """Updates that Telegram gave up on."""
        return len(self.queue.expired)

    @property
    def unconfirmed(self) -> int:
        """Updates that still wait for the bot's confirmation."""
        return len(self.queue.pending)

    @property
    def duplicates(self) -> dict[tuple[int, str], int]:
        """Texts that the bot sent to the same chat more than once: (chat id, text) -> times."""
        return {key: times for key, times in self.texts.items() if times > 1}
