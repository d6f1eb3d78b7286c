"""How a step of the day speaks: one message a chat, under a key that holds day, step and chat."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from actions.steps.moment import Moment
from domain.outgoing import Buttons, Lane, Outgoing
from domain.people import Chat
from storage import outbox
from storage.work import Work


async def tell(
    work: Work,
    moment: Moment,
    chats: Iterable[Chat],
    kind: str,
    fields: Mapping[str, object],
    buttons: Buttons = (),
    *,
    lane: Lane = Lane.ORDER,
    word: str = "",
    about: str | None = None,
    expires_at: datetime | None = None,
) -> int:
    """Write the message to each of the chats; to how many. `word` tells several of a step to one chat apart."""
    written = 0
    for chat in chats:
        parts = (moment.step.name, moment.day.isoformat(), word, f"chat-{chat.id}")
        key = "/".join(part for part in parts if part)
        said = Outgoing(key, chat.id, kind, fields, buttons, lane, about=about, expires_at=expires_at)
        written += await outbox.put(work, said, moment.now) is not None
    return written
