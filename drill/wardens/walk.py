"""The day as it is walked: each act at its instant, reactions as the bot speaks, the ledger told of what was done."""

import asyncio
import heapq
import itertools
from collections.abc import Iterable
from datetime import datetime, timedelta

from domain.clock import Clock
from drill.server.model import Event
from drill.wardens.acts import Act, Deed, Plan, SpotKind
from drill.wardens.hands import Fate, Hands, Tap
from drill.wardens.ledger import Ledger
from drill.wardens.reflexes import Reflexes

# How often somebody looks whether a tap has gone through, and how often they try before they give up.
LOOK_AGAIN = timedelta(seconds=20)
MOST_TAPS = 20


class Walk:
    """A plan under way. `undone` keeps the acts that could not be done, for whoever wants to know why."""

    def __init__(self, plan: Plan, hands: Hands, ledger: Ledger, clock: Clock) -> None:
        self._hands = hands
        self._ledger = ledger
        self._clock = clock
        self._reflexes = Reflexes(plan.rules)
        self._places = itertools.count()
        self._queue: list[tuple[datetime, int, Act]] = []
        self._news = asyncio.Event()
        self._taps: list[tuple[Tap, Act, int]] = []
        self._looked_at: datetime | None = None
        self.undone: list[Act] = []
        self._put([*plan.founding, *plan.acts])

    def hear(self, event: Event) -> None:
        """The bot did something: whoever is set off by it will act. Hand this to the Telegram's `listen`."""
        heard = self._hands.heard(event)
        if heard is not None:
            self._put(self._reflexes.hear(heard))

    def private_people(self) -> set[int]:
        """Who has yet something to do in their private chat, by Telegram id."""
        return {int(act.spot.of) for _, _, act in self._queue if act.spot.kind is SpotKind.PRIVATE}

    def _put(self, acts: Iterable[Act]) -> None:
        for act in acts:
            heapq.heappush(self._queue, (act.at, next(self._places), act))
            self._news.set()

    @property
    def next_at(self) -> datetime | None:
        """When the next act, or a look at what became of a tap, is due; None when nothing is planned."""
        planned = [self._queue[0][0]] if self._queue else []
        look = [self._looked_at + LOOK_AGAIN] if self._taps and self._looked_at else []
        return min([*planned, *look], default=None)

    def step(self, now: datetime) -> int:
        """Do everything that is due by now; how many acts that was."""
        self.look(now)
        done = 0
        while self._queue and self._queue[0][0] <= now:
            self._do(heapq.heappop(self._queue)[2])
            done += 1
        return done

    def _do(self, act: Act) -> None:
        if act.deed is Deed.PRESS:
            self._tap(act, 1)
            return
        at = self._hands.do(act)
        if at is None:
            self.undone.append(act)
        else:
            self._ledger.happened(act, at)

    def _tap(self, act: Act, times: int) -> None:
        tap = self._hands.press(act) if times <= MOST_TAPS else None
        if tap is None:
            self.undone.append(act)
        else:
            self._taps.append((tap, act, times))

    def look(self, now: datetime) -> None:
        """See what became of the taps.

        One that the bot has taken is true from the instant at which it was made, one that Telegram forgot is made anew.
        """
        self._looked_at = now
        waiting, self._taps = self._taps, []
        for tap, act, times in waiting:
            match self._hands.fate(tap):
                case Fate.TAKEN:
                    self._ledger.happened(act, tap.press.at)
                case Fate.WAITING:
                    self._taps.append((tap, act, times))
                case Fate.FORGOTTEN:
                    self._tap(act, times + 1)

    async def until(self, end: datetime) -> None:
        """Walk on until that instant of the clock."""
        while (now := self._clock.now()) < end:
            self.step(now)
            self._news.clear()
            upcoming = min(end, self.next_at or end)
            await self._wait((upcoming - now).total_seconds())
        self.step(end)

    async def _wait(self, seconds: float) -> None:
        """So many of the clock's seconds, or until there is news."""
        sleeper = asyncio.ensure_future(self._clock.sleep(max(0.0, seconds)))
        waker = asyncio.ensure_future(self._news.wait())
        _, pending = await asyncio.wait({sleeper, waker}, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
