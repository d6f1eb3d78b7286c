"""The live board of a chat: which message shows it, when it was last changed, what it showed."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.instants import from_ms, to_ms
from storage.work import Work


@dataclass(frozen=True)
class Board:
    """A chat's board of a day, by keys of the outbox: `post` made it, `edit` is its newest row, `last` showed `shown`.

    `edits` counts the rows that it has had.
    """

    chat: int
    day: date
    post: str
    edit: str
    edits: int
    edited_at: datetime
    shown: str
    last: str


async def of_chat(work: Work, chat: int) -> Board | None:
    """The chat's live board, if it ever had one."""
    row = await work.one("boards.of_chat", chat_id=chat)
    if row is None:
        return None
    day, edited_at = date.fromisoformat(row["day"]), from_ms(row["edited_at"])
    return Board(chat, day, row["post"], row["edit"], row["edits"], edited_at, row["shown"], row["last"])


async def keep(work: Work, chat: int, day: date, post: str, edits: int) -> None:
    """The chat's board is now that message; it has shown nothing yet."""
    await work.do("boards.keep", chat_id=chat, day=day.isoformat(), post=post, edits=edits)


async def note_edit(work: Work, chat: int, edit: str, edits: int) -> None:
    """The row of the outbox that changes the board next."""
    await work.do("boards.note_edit", chat_id=chat, edit=edit, edits=edits)


async def note_shown(work: Work, chat: int, shown: str, last: str, now: datetime) -> None:
    """What the board shows once the row `last` has arrived, as a digest."""
    await work.do("boards.note_shown", chat_id=chat, shown=shown, last=last, now=to_ms(now))


async def count_rows(work: Work, chat: int) -> int:
    """How many messages and edits of boards the chat has ever had."""
    return int(await work.value("boards.count_rows", chat_id=chat))
