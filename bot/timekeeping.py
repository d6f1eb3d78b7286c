"""The program's time: Telegram's, whatever the machine's clock does.

People are judged by the dates that Telegram gives to their messages, so the day's steps go by the same clock. Every
answer of the Bot API bears its date; between two of them time goes on by the machine's monotonic seconds, which no
setting of the clock moves. A machine that was asleep, or whose clock jumps, is set right by the next answer.
"""

import logging
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from domain.clock import Clock

log = logging.getLogger(__name__)

# An answer may have been so long on its way, and its date is in whole seconds.
_UNSURE_SECONDS = 5.0
# How often the date of an answer is looked at, and for how long it is believed without another.
_LOOK_SECONDS = 1.0
_BELIEVED_SECONDS = 600.0


class KeptClock:
    """The machine's clock, kept to Telegram's. Where no answer bears a date (a Bot API server of one's own), or none
    has come for ten minutes, it is the machine's clock as it is.

    All of these are seconds of the machine's: in a rehearsal, whose clock runs faster, as many of its own.
    """

    def __init__(self, machine: Clock) -> None:
        self._machine = machine
        self._shown: datetime | None = None
        self._at = 0.0
        self._heard_at = 0.0

    @property
    def speed(self) -> float:
        """How many of its seconds pass in one of the wall clock's."""
        return self._machine.speed

    def monotonic(self) -> float:
        """Seconds, never going back."""
        return self._machine.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait that many seconds."""
        await self._machine.sleep(seconds)

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        now = self._machine.monotonic()
        if self._shown is None or now - self._heard_at > _BELIEVED_SECONDS * self.speed:
            return self._machine.now()
        return self._shown + timedelta(seconds=now - self._at)

    def hear(self, date: str | None) -> None:
        """An answer of Telegram's bore this date (an HTTP header); what cannot be read is left alone."""
        now = self._machine.monotonic()
        if date is None or (self._shown is not None and now - self._heard_at < _LOOK_SECONDS * self.speed):
            return
        try:
            told = parsedate_to_datetime(date).astimezone(UTC)
        except ValueError:
            return
        shown = self.now()
        off = (shown - told).total_seconds() / self.speed
        if abs(off) > _UNSURE_SECONDS:
            log.warning("our clock is %+.0f s off Telegram's: going by Telegram's", off * self.speed)
            shown = told
        self._shown, self._at, self._heard_at = shown, now, now
