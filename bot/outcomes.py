"""What becomes of a message once its call has ended: it stands, waits, is tried again, or is given up."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from actions import chats as chat_actions
from bot.logs import tracing
from bot.pacing import Pacer
from bot.transport import NotSent
from bot.vitals import Vitals
from domain.clock import Clock
from domain.outgoing import Act, Lane, Outgoing
from storage import chats, outbox
from storage.outbox import Parcel
from storage.work import Work

log = logging.getLogger(__name__)

LostEdit = Callable[[Work, int | None, datetime], Awaitable[None]]

LONGEST_PAUSE = 60.0
MOST_UNSURE = 8


@dataclass(frozen=True)
class Outcome:
    """How a call ended: `error` None when the message stands."""

    parcel: Parcel
    message_id: int | None = None
    error: Exception | None = None


class Outcomes:
    """Settles calls that have come back, each in the unit of work that it is given."""

    def __init__(self, pacer: Pacer, clock: Clock, lost_edits: Mapping[str, LostEdit], vitals: Vitals) -> None:
        self._pacer = pacer
        self._lost_edits = lost_edits
        self._clock = clock
        self._vitals = vitals

    async def settle(self, work: Work, outcomes: Sequence[Outcome], now: datetime) -> None:
        """Write down how the calls ended and do what their ends ask for."""
        done = [outcome for outcome in outcomes if outcome.error is None]
        if done:
            await outbox.mark_sent(work, [(outcome.parcel.id, outcome.message_id) for outcome in done], now)
        for outcome in outcomes:
            if outcome.error is None:
                self._note_sent(outcome.parcel, now)
                continue
            with tracing(outcome.parcel.update_id), work.caused_by(outcome.parcel.update_id):
                await self._settle(work, outcome.parcel, outcome.error, now)

    def _note_sent(self, parcel: Parcel, now: datetime) -> None:
        delay = max(0.0, (now - parcel.ready_at).total_seconds())
        self._vitals.delays[parcel.lane].note(delay)
        if log.isEnabledFor(logging.INFO):
            with tracing(parcel.update_id):
                log.info("sent %s %s (%s), %.2f s", parcel.act.value, parcel.kind, parcel.id, delay)

    async def _settle(self, work: Work, parcel: Parcel, error: Exception, now: datetime) -> None:
        if isinstance(error, TelegramError):
            await self._refused(work, parcel, error, now)
        else:
            log.error("%s %s cannot be said", parcel.kind, parcel.key, exc_info=error)
            await self._give_up(work, parcel, repr(error))

    async def _refused(self, work: Work, parcel: Parcel, error: TelegramError, now: datetime) -> None:
        if isinstance(error, RetryAfter):
            await self._paused(work, parcel, error, now)
        elif isinstance(error, ChatMigrated):
            await chat_actions.migrate(work, parcel.telegram_chat or 0, error.new_chat_id, now)
            await outbox.put_back(work, parcel.id, now, "migrated")
        elif isinstance(error, Forbidden) or _no_such_chat(error):
            await self._unreachable(work, parcel, error, now)
        elif isinstance(error, BadRequest):
            await self._impossible(work, parcel, error, now)
        else:
            await self._unsure(work, parcel, error, now)

    async def _give_up(self, work: Work, parcel: Parcel, why: str) -> None:
        self._vitals.failed[parcel.lane] += 1
        await outbox.mark(work, parcel.id, "failed", why)

    async def _paused(self, work: Work, parcel: Parcel, error: RetryAfter, now: datetime) -> None:
        after = error._retry_after.total_seconds()
        log.warning("429 for chat %s: %s s", parcel.chat, after)
        self._vitals.refused["send"] += 1
        if parcel.chat is not None:
            self._pacer.refused(parcel.chat, after, self._clock.monotonic())
        await outbox.put_back(work, parcel.id, now + timedelta(seconds=after), "429")

    async def _unreachable(self, work: Work, parcel: Parcel, error: TelegramError, now: datetime) -> None:
        await self._give_up(work, parcel, error.message)
        if parcel.chat is not None and parcel.act is not Act.TOAST:
            chat = await chats.by_id(work, parcel.chat)
            await chat_actions.lost(work, chat, _why_lost(error.message.lower()), now)

    async def _impossible(self, work: Work, parcel: Parcel, error: TelegramError, now: datetime) -> None:
        """Telegram will never take it as it is. A reaction that is not allowed becomes one short line."""
        if "not modified" in error.message.lower():
            await outbox.mark_sent(work, [(parcel.id, None)], now)
            return
        log.warning("refused: %s %s: %s", parcel.act.value, parcel.key, error.message)
        await self._give_up(work, parcel, error.message)
        if parcel.act is Act.REACT and parcel.chat is not None:
            line = Outgoing(f"{parcel.key}/line", parcel.chat, "report-noted", reply_to=parcel.message_id)
            await outbox.put(work, line, now)
        if parcel.act is Act.EDIT and parcel.kind in self._lost_edits:
            await self._lost_edits[parcel.kind](work, parcel.chat, now)

    async def _unsure(self, work: Work, parcel: Parcel, error: TelegramError, now: datetime) -> None:
        """What the server surely did not do goes again until it is done or has expired; of what may have been done, an
        order or an answer goes again a few times and a reminder never."""
        unsent = isinstance(error, NotSent) or not isinstance(error, NetworkError)
        if parcel.lane is Lane.REMINDER and not unsent:
            await outbox.mark(work, parcel.id, "uncertain", str(error))
        elif not unsent and parcel.tries + 1 >= MOST_UNSURE:
            await self._give_up(work, parcel, str(error))
        else:
            pause = timedelta(seconds=min(LONGEST_PAUSE, 0.5 * 2 ** min(parcel.tries, 10)))
            await outbox.put_back(work, parcel.id, now + pause, str(error))


def _why_lost(message: str) -> str:
    """The reason in the words of actions/chats.py; the Bot API tells it in prose alone."""
    for word, reason in (("blocked", "blocked"), ("deactivated", "deactivated"), ("kicked", "shown-out")):
        if word in message:
            return reason
    return "shown-out" if "not a member" in message else "unreachable"


def _no_such_chat(error: TelegramError) -> bool:
    return isinstance(error, BadRequest) and "chat not found" in error.message.lower()
