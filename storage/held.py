"""Reports that cannot be counted yet: a stranger's, or one of which nobody can tell for which unit it is."""

from dataclasses import dataclass
from datetime import datetime

from domain.instants import from_ms, to_ms
from storage.work import Row, Work


@dataclass(frozen=True)
class Held:
    """A message (or the `part` of it, counted from 0) that waits. reason: stranger, proxy or unit_unclear.

    state: waiting, counted or refused. ask: key of the message that asks about it, which may ask about other parts
    and about figures too. word: how the unit was written.
    """

    id: int
    reason: str
    chat: int
    message_id: int
    telegram_id: int
    sender: str
    part: int
    unit_id: int | None
    said_at: datetime
    raw: str
    ask: str = ""
    state: str = "waiting"
    word: str = ""


async def keep(work: Work, held: Held) -> int | None:
    """Keep a message that waits, or the new wording of one, which waits anew; its id, None when nothing is new."""
    held_id = await work.value(
        "held.keep",
        reason=held.reason,
        chat_id=held.chat,
        message_id=held.message_id,
        telegram_id=held.telegram_id,
        sender_name=held.sender,
        part=held.part,
        unit_id=held.unit_id,
        said_at=to_ms(held.said_at),
        raw=held.raw,
        ask=held.ask,
        word=held.word,
    )
    return None if held_id is None else int(held_id)


async def by_id(work: Work, held_id: int) -> Held | None:
    """The held message of that id."""
    row = await work.one("held.by_id", id=held_id)
    return None if row is None else _held(row)


async def of_ask(work: Work, ask: str) -> list[Held]:
    """What this message of ours asks or asked about, in the order of the message."""
    return [_held(row) for row in await work.all("held.of_ask", ask=ask)]


async def of_message(work: Work, chat: int, message_id: int) -> list[Held]:
    """What still waits of a message."""
    return [_held(row) for row in await work.all("held.waiting_of_message", chat_id=chat, message_id=message_id)]


async def waiting(work: Work) -> list[Held]:
    """Everything that waits, oldest first."""
    return [_held(row) for row in await work.all("held.waiting")]


async def waiting_of_sender(work: Work, telegram_id: int) -> list[Held]:
    """What waits of one sender, oldest first."""
    return [_held(row) for row in await work.all("held.waiting_of_sender", telegram_id=telegram_id)]


async def waiting_for(work: Work, chat: int, word: str) -> list[Held]:
    """What waits in a chat until somebody says which unit this word means."""
    return [_held(row) for row in await work.all("held.waiting_for_word", chat_id=chat, word=word)]


async def of_word(work: Work, chat: int, word: str, since: datetime) -> list[Held]:
    """The reports in a chat since then that were asked about for this word, settled or not, newest first."""
    return [_held(row) for row in await work.all("held.of_word", chat_id=chat, word=word, since=to_ms(since))]


async def chosen(work: Work, chat: int, message_id: int) -> dict[int, int]:
    """The units that people said a message's parts are for, by part."""
    rows = await work.all("held.chosen", chat_id=chat, message_id=message_id)
    return {row["part"]: row["unit_id"] for row in rows}


async def set_ask(work: Work, held_id: int, ask: str) -> None:
    """This message of ours asks about it."""
    await work.do("held.set_ask", id=held_id, ask=ask)


async def pass_on(work: Work, held_id: int, unit_id: int) -> None:
    """Its unit is known now; it goes on waiting, for a nod of that unit."""
    await work.do("held.pass_on", id=held_id, unit_id=unit_id)


async def settle(
    work: Work, held_id: int, state: str, unit_id: int | None, person_id: int | None, at: datetime
) -> bool:
    """It counts (for that unit), or is refused; False when that was settled before."""
    changed = await work.do("held.settle", id=held_id, state=state, unit_id=unit_id, person_id=person_id, at=to_ms(at))
    return changed == 1


def _held(row: Row) -> Held:
    return Held(
        id=row["id"],
        reason=row["reason"],
        chat=row["chat_id"],
        message_id=row["message_id"],
        telegram_id=row["telegram_id"],
        sender=row["sender_name"],
        part=row["part"],
        unit_id=row["unit_id"],
        said_at=from_ms(row["said_at"]),
        raw=row["raw"],
        ask=row["ask"],
        state=row["state"],
        word=row["word"],
    )
