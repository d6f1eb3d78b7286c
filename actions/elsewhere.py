"""A question that cannot reach its person in private is asked where the report was written, as a reply to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.people import Chat
from storage import chats, held, outbox, questions, statements
from storage.outbox import Sent
from storage.work import Work

_WORTH_ASKING = timedelta(days=1)
_ASKS_OF_REPORT = "report-asked"
_KINDS = frozenset({_ASKS_OF_REPORT, "report-unit-unclear", "report-unit-near", "held-stranger", "held-proxy"})


@dataclass(frozen=True)
class _Place:
    """A message in a chat of ours."""

    chat: int
    message_id: int


async def ask_elsewhere(work: Work, lost: Chat, now: datetime) -> int:
    """What waits for an answer and never came to stand in the lost private chat is asked in the group; how many."""
    asked = 0
    for sent in await outbox.undelivered(work, lost.id, now - _WORTH_ASKING):
        origin = await _origin(work, sent) if sent.kind in _KINDS else None
        if origin is not None and origin.chat != lost.id and (await chats.by_id(work, origin.chat)).here:
            await outbox.readdress(work, sent.key, origin.chat, origin.message_id, now)
            asked += 1
    return asked


async def _origin(work: Work, sent: Sent) -> _Place | None:
    """The message of which it asks; None when nothing of it is open any more."""
    return await (_of_report(work, sent.key) if sent.kind == _ASKS_OF_REPORT else _of_held(work, sent.key))


async def _of_report(work: Work, ask: str) -> _Place | None:
    asked = await questions.of_ask(work, ask)
    if not any(question.open for question in asked):
        return await _of_held(work, ask)
    saying = (await statements.by_id(work, asked[0].statement_id)).saying
    return None if saying.chat is None or saying.message_id is None else _Place(saying.chat, saying.message_id)


async def _of_held(work: Work, ask: str) -> _Place | None:
    waits = next((part for part in await held.of_ask(work, ask) if part.state == "waiting"), None)
    return None if waits is None else _Place(waits.chat, waits.message_id)
