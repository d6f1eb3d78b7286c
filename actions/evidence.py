"""Photos, films, files and voices: kept with the report that they belong to."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from actions import asking, receipts
from actions.reading import Message, own_units
from domain.circulars import marked
from domain.outgoing import Outgoing
from domain.people import Place
from domain.town import Town
from storage import audit, evidence, meta, outbox, reports, statements, units
from storage.evidence import Evidence
from storage.work import Work

AFTERWARDS = timedelta(minutes=30)
ALBUM_PAUSE = timedelta(seconds=3)


@dataclass(frozen=True)
class Piece:
    """A file that a message holds. album: the id that Telegram gives to those sent together."""

    kind: str
    file_id: str
    file_unique_id: str
    album: str | None = None


@dataclass(frozen=True)
class _Home:
    """Whose day a file belongs to. how: report (its caption), reply, album, after (a recent report), or guess."""

    unit_id: int
    day: date
    how: str


async def receive(work: Work, town: Town, message: Message, piece: Piece, reply_to: int | None, now: datetime) -> bool:
    """Keep a file for the unit and day that it belongs to; False when it is nobody's, as its sender is told.

    It belongs to the report in its caption, to the one that it answers, to its album's, to its sender's in the same
    chat within half an hour, else to the chat's or the sender's own unit.
    """
    if message.person is None or message.chat.place in (Place.NONE, Place.COMMAND):
        return False
    home = await _home(work, town, message, piece, reply_to)
    if home is None:
        await _ask_whose(work, town, message, piece, now)
        return False
    file = Evidence(
        home.day,
        home.unit_id,
        message.person.id,
        message.chat.id,
        message.id,
        piece.kind,
        piece.file_id,
        piece.file_unique_id,
        piece.album,
        message.text,
        message.sent_at,
    )
    new = await evidence.keep(work, file)
    if new:
        told = {"unit": home.unit_id, "day": home.day.isoformat(), "kind": piece.kind}
        await audit.note(work, now, message.person.id, "evidence", **told)
    if home.how == "report" and piece.album:
        await evidence.rehome(work, message.chat.id, piece.album, home.day, home.unit_id)
        await outbox.clear(work, _album(message, piece))
    elif new and home.how != "report":
        await _acknowledge(work, message, piece, home, now)
    work.changed.add("evidence")
    return True


async def _home(work: Work, town: Town, message: Message, piece: Piece, reply_to: int | None) -> _Home | None:
    of_caption = await _of_message(work, message.chat.id, message.id, "report")
    if of_caption is not None:
        return of_caption
    if reply_to is not None:
        answered = await _of_message(work, message.chat.id, reply_to, "reply")
        if answered is not None:
            return answered
    if piece.album:
        together = await evidence.of_album(work, message.chat.id, piece.album)
        if together:
            return _Home(together[-1].unit_id, together[-1].day, "album")
    return await _recent(work, message) or await _own(work, town, message)


async def _of_message(work: Work, chat: int, message_id: int, how: str) -> _Home | None:
    said = [kept for kept in await statements.of_message(work, chat, message_id) if kept.live]
    return _Home(said[0].saying.unit_id, said[0].saying.day, how) if said else None


async def _recent(work: Work, message: Message) -> _Home | None:
    if message.person is None:
        return None
    since = message.sent_at - AFTERWARDS
    last = await statements.last_of_sender(work, message.chat.id, message.person.id, since, message.sent_at)
    return None if last is None else _Home(last.saying.unit_id, last.saying.day, "after")


async def _own(work: Work, town: Town, message: Message) -> _Home | None:
    found = own_units(message, await units.tree(work))
    return _Home(found[0].id, town.day_of(message.sent_at), "guess") if len(found) == 1 else None


def _album(message: Message, piece: Piece) -> str:
    return f"album/{message.chat.id}/{piece.album or message.id}"


async def _acknowledge(work: Work, message: Message, piece: Piece, home: _Home, now: datetime) -> None:
    """Once an album: a reaction in a group, a line in private; of a silent unit the numbers are asked."""
    if marked(message.text) is not None:
        return  # good practice: actions/practice.py says that it is noted, and nobody asks it for numbers
    silent = home.how == "guess" and await reports.one(work, home.day, home.unit_id) is None
    if silent:
        await _ask_numbers(work, message, piece, home, now)
    elif message.private:
        await _say(work, message.chat.id, message, piece, "evidence-kept", await _shown(work, piece, home), now)
    elif home.how in ("reply", "after"):
        first = piece.album is None or len(await evidence.of_album(work, message.chat.id, piece.album)) == 1
        if first:
            await receipts.react(work, message.chat.id, message.id, receipts.GOOD, now)


async def _ask_numbers(work: Work, message: Message, piece: Piece, home: _Home, now: datetime) -> None:
    """Ask for the numbers in private, once a day; in a unit's own group, where many talk, only of its own people."""
    private = await asking.private_chat_of(work, message.person)
    ours = message.private or (message.chat.place is Place.UNIT and home.unit_id in message.own_units)
    if private is None or not ours or await _asked_already(work, private, home.day):
        return
    await _say(work, private, message, piece, "evidence-numbers", await _shown(work, piece, home), now)


async def _ask_whose(work: Work, town: Town, message: Message, piece: Piece, now: datetime) -> None:
    """Whoever has no unit, or several, is asked in private to write, once a day: nobody can tell whose file it is."""
    if message.private and message.may_report and not await _asked_already(work, message.chat.id, town.day_of(now)):
        await _say(work, message.chat.id, message, piece, "evidence-whose", {"piece": piece.kind}, now)


async def _shown(work: Work, piece: Piece, home: _Home) -> dict[str, object]:
    tree = await units.tree(work)
    return {"unit": tree.units[home.unit_id].name, "day": home.day.isoformat(), "piece": piece.kind}


async def _say(
    work: Work, chat: int, message: Message, piece: Piece, kind: str, fields: dict[str, object], now: datetime
) -> None:
    """Of an album once, and not before its last piece may be there."""
    key = _album(message, piece)
    due = now + ALBUM_PAUSE if piece.album else None
    await outbox.put(work, Outgoing(key, chat, kind, fields, about=key, not_before=due), now)


async def _asked_already(work: Work, chat: int, day: date) -> bool:
    """Whether the sender was asked for numbers on that day: one line a day is enough."""
    name = f"numbers-asked/{chat}"
    if await meta.get(work, name) == day.isoformat():
        return True
    await meta.put(work, name, day.isoformat())
    return False
