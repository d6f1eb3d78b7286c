"""Outgoing messages: written with what caused them, sent afterwards by bot/delivery.py."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.instants import from_ms, maybe_instant, maybe_ms, to_ms
from domain.outgoing import Act, Button, Lane, Outgoing
from storage import meta
from storage.packing import packed, unpacked
from storage.work import Row, Work, dumps

_PACKED = "outbox_packed"
_WRITTEN = "written on buttons"
"""Among the fields of a message as they are kept: what people wrote on its buttons, by the buttons' data."""
_NOTHING: Mapping[str, Any] = {}
_AT_ONCE = 1000


@dataclass(frozen=True)
class Parcel:
    """A waiting row of the outbox with what its sending needs of the chat and of the message that it changes.

    `update_id` is the update that caused it (None: the clock did), `ready_at` when it could have gone out first.
    """

    id: int
    key: str
    act: Act
    lane: Lane
    chat: int | None
    telegram_chat: int | None
    chat_kind: str
    chat_here: bool
    language: str | None
    kind: str
    fields: dict[str, Any]
    buttons: tuple[tuple[Button, ...], ...]
    message_id: int | None
    reply_to: int | None
    target_message: int | None
    target_lost: bool
    expires_at: datetime | None
    tries: int
    update_id: int | None
    ready_at: datetime


@dataclass(frozen=True)
class Place:
    """A waiting row's place in the queue."""

    id: int
    lane: int
    chat: int | None
    is_group: bool


@dataclass(frozen=True)
class Sent:
    """An outgoing message that stands in a chat (or will)."""

    id: int
    key: str
    kind: str
    chat: int | None
    message_id: int | None
    state: str


async def put(work: Work, outgoing: Outgoing, now: datetime) -> int | None:
    """Write an outgoing message; its id, or None when one with its key was written before."""
    if outgoing.act is Act.EDIT:
        await work.do("outbox.supersede_edits", target=outgoing.target)
    written = await work.value(
        "outbox.put",
        key=outgoing.key,
        act=outgoing.act.value,
        lane=int(outgoing.lane),
        chat_id=outgoing.chat,
        kind=outgoing.kind,
        fields_json=dumps(_told(outgoing)),
        buttons_json=dumps([[_button(b) for b in row] for row in outgoing.buttons]),
        target=outgoing.target,
        message_id=outgoing.message_id,
        reply_to=outgoing.reply_to,
        about=outgoing.about,
        not_before=to_ms(outgoing.not_before or now),
        expires_at=maybe_ms(outgoing.expires_at),
        made_at=to_ms(now),
        update_id=work.update_id,
    )
    work.changed.add("outbox")
    return written if written is None else int(written)


def _told(outgoing: Outgoing) -> dict[str, object]:
    """What is kept sealed: the message's fields, and the words of people on its buttons."""
    written = {button.data: dict(button.written) for row in outgoing.buttons for button in row if button.written}
    return {**outgoing.fields, _WRITTEN: written} if written else dict(outgoing.fields)


def _fields(row: Row) -> dict[str, Any]:
    """The message's own fields, as they were put."""
    fields: dict[str, Any] = json.loads(unpacked(row["fields_json"]))
    fields.pop(_WRITTEN, None)
    return fields


def _button(button: Button) -> list[object]:
    return [button.label, button.data, dict(button.fields)]


def _buttons(text: str, written: Mapping[str, Mapping[str, str]] = _NOTHING) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        tuple(Button(label, data, fields, written.get(data, _NOTHING)) for label, data, fields in row)
        for row in json.loads(text)
    )


async def queue(work: Work, now: datetime, behind: Place | None = None, most: int = 100) -> list[Place]:
    """What may go out to chats now, first lane first, then in the order of writing: so many places behind one."""
    lane, place = (-1, 0) if behind is None else (behind.lane, behind.id)
    rows = await work.all("outbox.queue", now=to_ms(now), lane=lane, id=place, most=most)
    return [_place(row) for row in rows]


async def toasts(work: Work, now: datetime, most: int) -> list[Place]:
    """The answers to button presses that wait, in the order of writing."""
    return [_place(row) for row in await work.all("outbox.toasts", now=to_ms(now), most=most)]


async def boards_overdue(work: Work, now: datetime, patience: timedelta) -> list[Place]:
    """The changes of boards that may go out and whose reason is older than that, in the order of writing."""
    rows = await work.all("outbox.edits_overdue", lane=int(Lane.BOARD), now=to_ms(now), made_by=to_ms(now - patience))
    return [_place(row) for row in rows]


async def parcels(work: Work, places: Iterable[Place]) -> list[Parcel]:
    """All that is needed to send what waits at these places, first lane first, then in the order of writing."""
    ids = [place.id for place in places]
    return [_parcel(row) for row in await work.all("outbox.parcels", ids=dumps(ids))] if ids else []


def _place(row: Row) -> Place:
    return Place(row["id"], row["lane"], row["chat_id"], row["chat_kind"] not in (None, "private"))


def _parcel(row: Row) -> Parcel:
    fields: dict[str, Any] = json.loads(unpacked(row["fields_json"]))
    written = fields.pop(_WRITTEN, _NOTHING)
    return Parcel(
        id=row["id"],
        key=row["key"],
        act=Act(row["act"]),
        lane=Lane(row["lane"]),
        chat=row["chat_id"],
        telegram_chat=row["telegram_id"],
        chat_kind=row["chat_kind"] or "private",
        chat_here=row["chat_state"] != "gone",
        language=row["language"],
        kind=row["kind"],
        fields=fields,
        buttons=_buttons(unpacked(row["buttons_json"]), written),
        message_id=row["message_id"],
        reply_to=row["reply_to"],
        target_message=row["target_message"],
        target_lost=row["target"] is not None and row["target_state"] != "sent",
        expires_at=maybe_instant(row["expires_at"]),
        tries=row["tries"],
        update_id=row["update_id"],
        ready_at=from_ms(row["ready_at"]),
    )


async def next_due(work: Work, now: datetime) -> datetime | None:
    """When the next message that is held back may go out."""
    return maybe_instant(await work.value("outbox.next_not_before", now=to_ms(now)))


async def mark_sending(work: Work, ids: Iterable[int]) -> frozenset[int]:
    """Note, before the calls, that they are being made: of those alone that still waited; which these are."""
    wanted = list(ids)
    rows = await work.all("outbox.mark_sending", ids=dumps(wanted)) if wanted else []
    return frozenset(row["id"] for row in rows)


async def mark_sent(work: Work, sent: Iterable[tuple[int, int | None]], now: datetime) -> None:
    """They stand in their chats: ids of rows, each with the id of its message (None: it made none)."""
    at = to_ms(now)
    await work.do_many("outbox.mark_sent", [{"id": row, "message_id": message, "now": at} for row, message in sent])


async def mark(work: Work, parcel_id: int, state: str, error: str | None = None) -> None:
    """The row ends as failed, cleared, superseded or uncertain."""
    await work.do("outbox.mark_state", id=parcel_id, state=state, error=error)


async def put_back(work: Work, parcel_id: int, not_before: datetime, error: str) -> None:
    """Try again, not before that instant."""
    await work.do("outbox.put_back", id=parcel_id, not_before=to_ms(not_before), error=error)
    work.changed.add("outbox")


async def settle_in_flight(work: Work, now: datetime) -> int:
    """At start: what was in flight when the process died is sent again, a reminder is dropped; how many there were.

    Telegram knows no idempotency key: an order's or answer's number makes a double harmless, but a second reminder
    is nagging.
    """
    rows = await work.all("outbox.in_flight")
    for row in rows:
        if row["lane"] == Lane.REMINDER:
            await mark(work, row["id"], "uncertain", "the process ended between call and answer")
        else:
            await put_back(work, row["id"], now, "the process ended between call and answer")
    return len(rows)


async def take_back(work: Work, under_way: Collection[int], now: datetime) -> int:
    """What is noted as being sent and is not among the calls under way goes again: it never left. How many."""
    rows = [row for row in await work.all("outbox.in_flight") if row["id"] not in under_way]
    for row in rows:
        await put_back(work, row["id"], now, "never handed over")
    return len(rows)


async def clear(work: Work, about: str) -> int:
    """The reason for these messages has gone: those that still wait are not sent. How many."""
    return await work.do("outbox.clear_about", about=about)


async def fail_chat(work: Work, chat: int, error: str) -> int:
    """The chat cannot be reached: what waits for it fails. How many."""
    return await work.do("outbox.fail_chat", chat_id=chat, error=error)


async def undelivered(work: Work, chat: int, since: datetime) -> list[Sent]:
    """The messages to that chat, written since then, that failed and never stood there, oldest first."""
    return [_sent(row) for row in await work.all("outbox.undelivered", chat_id=chat, since=to_ms(since))]


async def readdress(work: Work, key: str, chat: int, reply_to: int, now: datetime) -> None:
    """Send it to another chat, as a reply there; its edits that wait go along."""
    await work.do("outbox.readdress", key=key, chat_id=chat, reply_to=reply_to, now=to_ms(now))
    await work.do("outbox.readdress_edits", key=key, chat_id=chat)
    work.changed.add("outbox")


async def counts(work: Work) -> dict[str, int]:
    """How many rows there are, by state."""
    return {row["state"]: row["n"] for row in await work.all("outbox.counts")}


async def by_key(work: Work, key: str) -> Sent | None:
    """The outgoing message of that key."""
    row = await work.one("outbox.by_key", key=key)
    return None if row is None else _sent(row)


async def about(work: Work, subject: str) -> list[Sent]:
    """Every message sent about a subject, oldest first."""
    return [_sent(row) for row in await work.all("outbox.about", about=subject)]


def _sent(row: Row) -> Sent:
    return Sent(row["id"], row["key"], row["kind"], row["chat_id"], row["message_id"], row["state"])


@dataclass(frozen=True)
class Posted:
    """What one of the bot's own messages in a chat is: for a reply to it."""

    key: str
    kind: str
    fields: dict[str, Any]
    about: str | None


async def posted(work: Work, chat: int, message_id: int) -> Posted | None:
    """The outgoing message that stands in that chat under that Telegram id."""
    row = await work.one("outbox.by_message", chat_id=chat, message_id=message_id)
    return None if row is None else Posted(row["key"], row["kind"], _fields(row), row["about"])


async def fields_of(work: Work, key: str) -> dict[str, Any] | None:
    """The fields of the outgoing message of that key."""
    row = await work.one("outbox.by_key", key=key)
    return None if row is None else _fields(row)


async def drop_edits(work: Work, target: str) -> int:
    """The message is gone: edits of it that still wait are not worth sending. How many."""
    return await work.do("outbox.supersede_edits", target=target)


async def offers(work: Work, chat: int, message_id: int, data: str) -> bool:
    """Whether a message of ours has, or has had, a button with this data: what a client makes up is none of ours.

    A message can stand in the chat before we know its id, or without our ever knowing: its answer was late or lost.
    """
    rows = await work.all("outbox.offers", chat_id=chat, message_id=message_id)
    return _hold(rows, data) or _hold(await work.all("outbox.offers_unplaced", chat_id=chat, holding=f"%{data}%"), data)


async def pack_some(work: Work, before: datetime) -> int:
    """Bring the next messages written before that instant into their short form; how many were looked at.

    What is sealed was packed before.
    """
    done = int(await meta.get(work, _PACKED) or 0)
    rows = await work.all("outbox.next_to_pack", id=done, before=to_ms(before), most=_AT_ONCE)
    await work.do_many("outbox.pack", [_short(row, sealed=bool(work.vault.first)) for row in rows if row["over"]])
    if rows:
        await meta.put(work, _PACKED, str(rows[-1]["id"]))
    return len(rows)


def _short(row: Row, *, sealed: bool) -> dict[str, object]:
    fields = row["fields_json"] if sealed else packed(row["fields_json"])
    return {"id": row["id"], "fields_json": fields, "buttons_json": packed(row["buttons_json"])}


def _hold(rows: Sequence[Row], data: str) -> bool:
    return any(
        button.data == data for row in rows for line in _buttons(unpacked(row["buttons_json"])) for button in line
    )
