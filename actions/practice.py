"""Good practice: what a unit marks with `#经验`, or a leader picks, waits for one nod and is told to the others."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from actions import circulars as actions
from actions.reading import Message, own_units
from domain.circulars import Circular, CircularKind, CircularState, File, is_same
from domain.errors import NotPossible
from domain.outgoing import Act, Outgoing
from storage import audit, circulars, evidence, outbox, units
from storage.work import Work

_AGAIN = timedelta(days=30)
"""So long what was told before is not told again."""
APPLAUSE = "👏"


async def mark(
    work: Work, message: Message, text: str, files: Sequence[File], album: str | None, now: datetime
) -> bool:
    """Its writer marked a message: keep it once and ask the command. False when nothing new came of it."""
    known = await circulars.of_message(work, message.chat.id, message.id)
    if known is not None:
        return await _reworded(work, known, message, text, now)
    kept = await _keep(work, message, text, files, album, _id(message), now)
    if kept is None:
        return False
    if message.private:
        said = Outgoing(f"practice/{kept}/kept", message.chat.id, "practice-kept", {"number": str(kept)})
        await outbox.put(work, said, now)
    else:
        await _applaud(work, message, now)
    return True


async def pick(
    work: Work, message: Message, text: str, files: Sequence[File], album: str | None, by: int | None, now: datetime
) -> None:
    """A leader picked somebody's message. NotPossible when it says nothing, or is kept already."""
    if not text and not files:
        raise NotPossible("practice-nothing")
    if await _keep(work, message, text, files, album, by, now) is None:
        raise NotPossible("practice-known")


async def _keep(
    work: Work,
    message: Message,
    text: str,
    files: Sequence[File],
    album: str | None,
    by: int | None,
    now: datetime,
) -> int | None:
    """Its number; None when the same has been kept of that unit before."""
    found = own_units(message, await units.tree(work))
    unit = found[0].id if found else None
    files = [*files, *(await _of_album(work, message.chat.id, album))]
    before = await circulars.of_unit(work, unit, now - _AGAIN)
    if not (text or files) or any(is_same(one, text, files) for one in before):
        return None
    place = (message.chat.id, message.id, album)
    kept = await circulars.add(work, CircularKind.PRACTICE, unit, _id(message), text, (), None, place, now)
    if kept is not None:
        await circulars.add_files(work, kept, files)
        await audit.note(work, now, by, "practice", circular=kept, unit=unit)
        await actions.ask(work, kept, await actions.command_chats(work, now), now)
    return kept


def _id(message: Message) -> int | None:
    return None if message.person is None else message.person.id


async def _of_album(work: Work, chat: int, album: str | None) -> list[File]:
    """The pieces of an album that came before the one that is marked: reports' photos are kept as evidence."""
    pieces = await evidence.of_album(work, chat, album) if album else []
    return [File(one.kind, one.file_id, one.file_unique_id, one.message_id) for one in pieces]


async def _reworded(work: Work, known: Circular, message: Message, text: str, now: datetime) -> bool:
    """Its writer changed the message: while it waits, what is asked about changes with it."""
    if known.state is not CircularState.WAITING or known.text == text:
        return False
    await circulars.reword(work, known.id, text)
    await audit.note(work, now, _id(message), "practice", circular=known.id)
    for shown in await outbox.about(work, actions.about(known.id)):
        key, fields = f"{shown.key}/edited-{int(message.said_at.timestamp())}", {"circular": known.id}
        edit = Outgoing(
            key,
            shown.chat,
            "circular-draft",
            fields,
            actions.choices(known.id, known.kind),
            act=Act.EDIT,
            target=shown.key,
        )
        await outbox.put(work, edit, now)
    return True


async def _applaud(work: Work, message: Message, now: datetime) -> None:
    key = f"practice/{message.chat.id}/{message.id}"
    seen = Outgoing(key, message.chat.id, "reaction", {"emoji": APPLAUSE}, act=Act.REACT, message_id=message.id)
    await outbox.put(work, seen, now)
