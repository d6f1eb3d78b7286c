"""What goes to all units after one nod: the command's circulars, and the practice of one unit told to the others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from actions import reach, scope
from actions.tasks.destinations import destinations
from actions.tasks.rights import covers, scope_of
from domain.audience import Addressed, address
from domain.circulars import Circular, CircularKind, CircularState, File, read_circular
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.outgoing import Act, Button, Buttons, Lane, Outgoing
from domain.people import Caller, Place, Role
from domain.phones import private
from domain.town import Town
from domain.units import UnitTree
from storage import audit, circulars, outbox, units
from storage.work import Work

ALBUM_PAUSE = timedelta(seconds=3)
SHOWN = 10
"""Lines of a list."""
_MOST_CAPTION = 700
"""Signs that fit under a picture with what stands around them; Telegram takes 1,024 in a caption."""


async def draft(
    work: Work, caller: Caller, message: tuple[int, str | None], text: str, files: Sequence[File], now: datetime
) -> None:
    """Keep what a leader wrote in a message (its id and album), and show it for one nod.

    NotPossible when it says nothing, or names no unit that is the writer's.
    """
    audience, words = read_circular(text)
    if not words and not files:
        raise NotPossible("circular-how")
    addressed = address(await units.tree(work), audience, scope_of(caller))
    if addressed.doubts:
        raise NotPossible("circular-whom-unknown", words=addressed.doubts[0].word)
    if addressed.outside:
        raise NotAllowed("unit-not-yours", unit=addressed.outside[0].name)
    kept = await circulars.add(
        work,
        CircularKind.CIRCULAR,
        None,
        caller.person_id,
        words,
        audience,
        scope_of(caller),
        (caller.chat.id, *message),
        now,
    )
    if kept is not None:
        await circulars.add_files(work, kept, files)
        await audit.note(work, now, caller.person_id, "circular", circular=kept)
        await ask(work, kept, [caller.chat.id], now)


async def ask(work: Work, number: int, chats_asked: Iterable[int], now: datetime) -> None:
    """Show it as the units will see it, with what may be decided; of an album once its pieces are there."""
    kept = await waiting(work, number)
    due = now + ALBUM_PAUSE if kept.album else None
    for chat in chats_asked:
        key, fields = preview_key(number, chat), {"circular": number}
        files = Outgoing(f"{key}/files", chat, "circular-files", fields, lane=Lane.BOARD, act=Act.FILES, not_before=due)
        if kept.files:
            await outbox.put(work, files, now)
        asked = Outgoing(
            key,
            chat,
            "circular-draft",
            fields,
            choices(number, kept.kind),
            Lane.BOARD,
            about=about(number),
            not_before=due,
        )
        await outbox.put(work, asked, now)


def preview_key(number: int, chat: int) -> str:
    """The message in which a chat sees it before and after it goes out."""
    return f"circular/{number}/asked/chat-{chat}"


def about(number: int) -> str:
    """What its previews are about."""
    return f"circular/{number}"


def choices(number: int, kind: CircularKind) -> Buttons:
    """What may be decided of one that waits."""
    return (tuple(Button(f"{kind}-button-{deed}", f"circular/{number}/{deed}") for deed in ("send", "drop")),)


async def more(work: Work, chat: int, album: str, file: File, words: str | None, now: datetime) -> bool:
    """A further piece of an album that is kept; False when it is none. What is out already takes no more."""
    kept = await circulars.of_album(work, chat, album)
    if kept is None:
        return False
    if kept.state is CircularState.WAITING:
        await circulars.add_files(work, kept.id, [file])
        if words and not kept.text:
            await circulars.reword(work, kept.id, words)
        await audit.note(work, now, None, "circular_file", circular=kept.id)
    return True


async def decide(work: Work, town: Town, caller: Caller, number: int, *, send: bool, now: datetime) -> None:
    """It goes out to its units, or is dropped, once; whoever decides must command all of them."""
    kept = await waiting(work, number)
    tree = await units.tree(work)
    addressed = _addressed(tree, kept)
    if not covers(tree, scope_of(caller), [unit.id for unit in addressed.units]):
        raise NotAllowed("circular-not-yours")
    if send and not addressed.units:
        raise NotPossible("circular-nobody")
    state = CircularState.SENT if send else CircularState.DROPPED
    if not await circulars.decide(work, number, state, caller.person_id, now):
        raise NotPossible("circular-over", number=str(number))
    await audit.note(work, now, caller.person_id, f"circular_{state}", circular=number)
    if send:
        await _send(work, kept, addressed, now)
    for shown in await outbox.about(work, about(number)):
        live = Outgoing(f"{shown.key}/{state}", shown.chat, "circular-live", {"circular": number}, (), Lane.ANSWER)
        await outbox.put(work, _edit(live, shown.key), now)


async def waiting(work: Work, number: int) -> Circular:
    """The one that nobody has decided on; NotFound, or NotPossible when somebody has."""
    kept = await circulars.by_id(work, number)
    if kept is None:
        raise NotFound("circular-unknown", number=str(number))
    if kept.state is not CircularState.WAITING:
        raise NotPossible("circular-over", number=str(number))
    return kept


def _addressed(tree: UnitTree, kept: Circular) -> Addressed:
    """Its units; a practice goes to all but the unit whose it is."""
    found = address(tree, kept.audience, kept.scope)
    return Addressed(tuple(unit for unit in found.units if unit.id != kept.unit_id), found.doubts, found.outside)


async def _send(work: Work, kept: Circular, addressed: Addressed, now: datetime) -> None:
    where = await destinations(work, addressed.units, False, now)
    await circulars.give(work, kept.id, [unit.id for unit in addressed.units])
    for chat in where.posts:
        for said in _messages(kept, chat):
            await outbox.put(work, said, now)
    if kept.kind is CircularKind.PRACTICE and kept.chat not in where.posts:
        key, told = f"{about(kept.id)}/told", {"number": str(kept.id)}
        await outbox.put(work, Outgoing(key, kept.chat, "practice-told", told, reply_to=kept.message_id), now)


def _messages(kept: Circular, chat: int) -> list[Outgoing]:
    """One message where a caption holds the words, else the words and below them the files."""
    key, fields = f"circular/{kept.id}/chat-{chat}", {"circular": kept.id}
    read = ((Button("circular-button-read", f"read/{kept.id}"),),)
    if len(kept.files) == 1 and len(kept.text) <= _MOST_CAPTION:
        return [Outgoing(key, chat, kept.kind, fields, read, Lane.ORDER, Act.FILES)]
    words = Outgoing(key, chat, kept.kind, fields, read, Lane.ORDER)
    files = Outgoing(f"{key}/files", chat, "circular-files", fields, (), Lane.ORDER, Act.FILES)
    return [words, files] if kept.files else [words]


def _edit(shown: Outgoing, target: str) -> Outgoing:
    return Outgoing(
        shown.key,
        shown.chat,
        shown.kind,
        shown.fields,
        shown.buttons,
        shown.lane,
        Act.EDIT,
        target=target,
        about=f"{target}/live",
        not_before=shown.not_before,
    )


async def read(work: Work, town: Town, caller: Caller, number: int, now: datetime) -> bool:
    """Somebody has read it, for the units of theirs that it went to; False when that was known."""
    readers = await circulars.readers(work, number)
    mine = [unit for unit in _units_of(caller) if unit in readers]
    if not mine:
        raise NotAllowed("circular-not-to-you")
    new = [await circulars.read(work, number, unit, caller.person_id, now) for unit in mine]
    await audit.note(work, now, caller.person_id, "circular_read", circular=number)
    if any(new):
        await _show_readers(work, town, number, sum(readers.values()) + sum(new), now)
    return any(new)


def _units_of(caller: Caller) -> list[int]:
    """In a unit's own chat that unit, whoever presses; elsewhere those of the presser's posts."""
    if caller.chat.place is Place.UNIT and caller.chat.unit_id is not None:
        return [caller.chat.unit_id]
    return [unit for unit in caller.units_as(Role.WARDEN, Role.LEAD) if unit is not None]


async def _show_readers(work: Work, town: Town, number: int, count: int, now: datetime) -> None:
    """The one message that counts them changes, at most as often as a board."""
    due = now + timedelta(seconds=town.limits.board_seconds)
    for shown in await outbox.about(work, about(number)):
        under_way = await outbox.about(work, f"{shown.key}/live")
        if any(edit.state == "waiting" for edit in under_way):
            continue
        key, fields = f"{shown.key}/read-{count}", {"circular": number}
        live = Outgoing(key, shown.chat, "circular-live", fields, (), Lane.BOARD, not_before=due)
        await outbox.put(work, _edit(live, shown.key), now)


async def fresh(work: Work, town: Town, fields: Mapping[str, Any], now: datetime) -> dict[str, Any] | None:
    """What it says, read when it goes out: words that were erased meanwhile are not said. None when nothing is left."""
    kept = await circulars.by_id(work, int(fields["circular"]))
    if kept is None or not (kept.text or kept.files):
        return None
    return await shown(work, town, kept)


async def fresh_files(work: Work, town: Town, fields: Mapping[str, Any], now: datetime) -> dict[str, Any] | None:
    """Its files; None when it has none (any more)."""
    told = await fresh(work, town, fields, now)
    return told if told is not None and told["files"] else None


async def shown(work: Work, town: Town, kept: Circular) -> dict[str, Any]:
    """One as fields. Of a practice no telephone number is shown: its writer did not write it for everybody."""
    tree = await units.tree(work)
    readers = await circulars.readers(work, kept.id)
    unread = [tree.units[unit].name for unit, has in readers.items() if not has and unit in tree.units]
    unit = None if kept.unit_id is None else tree.units.get(kept.unit_id)
    practice = kept.kind is CircularKind.PRACTICE
    out = kept.decided_at if kept.state is CircularState.SENT else None
    return {
        "circular": kept.id,
        "number": str(kept.id),
        "kind": kept.kind.value,
        "state": kept.state.value,
        "unit": town.name if unit is None else unit.name,
        "town": town.name,
        "text": private(kept.text) if practice else kept.text,
        "files": [[file.kind, file.file_id] for file in kept.files],
        "audience": list(kept.audience),
        "nodes": _nodes(tree, kept),
        "units": len(readers) if readers else len(_addressed(tree, kept).units),
        "read": len(readers) - len(unread),
        "unread": unread,
        "day": town.day_of(out or kept.made_at).isoformat(),
        "at": f"{town.local(out or kept.made_at):%H:%M}",
    }


def _nodes(tree: UnitTree, kept: Circular) -> list[str]:
    """The nodes that its writer may address, where that is not the whole town."""
    nodes = [node for node in kept.scope or () if node in tree.units]
    return [] if any(scope.is_whole(node, tree) for node in nodes) else [tree.units[node].name for node in nodes]


async def practices_of(work: Work, town: Town, day: date) -> list[Circular]:
    """The good practice that was written on a day, sent or waiting; no telephone number is in it."""
    since, until = (town.at(day + timedelta(days=n), time()) for n in (0, 1))
    found = await circulars.made_between(work, CircularKind.PRACTICE, since, until)
    return [replace(one, text=private(one.text)) for one in found]


async def listed(work: Work, town: Town, kind: CircularKind, caller: Caller) -> dict[str, Any]:
    """The newest that went out; those that wait for a nod, to whoever may give it."""
    tree = await units.tree(work)
    sent = await circulars.latest(work, kind, CircularState.SENT, SHOWN)
    commands = bool(caller.units_as(Role.LEADER, Role.OPERATOR))
    waits = await circulars.latest(work, kind, CircularState.WAITING, SHOWN) if commands else []
    return {
        "kind": kind.value,
        "rows": [await shown(work, town, one) for one in sent if _concerns(tree, caller, one)],
        "waiting": [await shown(work, town, one) for one in waits if _concerns(tree, caller, one)],
    }


def _concerns(tree: UnitTree, caller: Caller, kept: Circular) -> bool:
    """Whether the caller may look at it: good practice is everybody's, a circular theirs to whose units it goes."""
    nodes = caller.units_as(*Role)
    given = _addressed(tree, kept).units
    return kept.kind is CircularKind.PRACTICE or any(tree.within(unit.id, node) for unit in given for node in nodes)


async def show(work: Work, caller: Caller, kept: Circular, key: str, now: datetime) -> None:
    """Show one again, with its files: to the command how it stands; to others, once it is out, what it says."""
    commands = bool(caller.units_as(Role.LEADER, Role.OPERATOR))
    hidden = kept.state is not CircularState.SENT and not commands
    if hidden or not _concerns(await units.tree(work), caller, kept):
        raise NotFound("circular-unknown", number=str(kept.id))
    waits = kept.state is CircularState.WAITING
    kind = "circular-draft" if waits else "circular-live" if commands else kept.kind.value
    chat, fields = caller.chat.id, {"circular": kept.id}
    subject = about(kept.id) if commands else None
    told = Outgoing(key, chat, kind, fields, choices(kept.id, kept.kind) if waits else (), about=subject)
    await outbox.put(work, told, now)
    if kept.files:
        await outbox.put(work, Outgoing(f"{key}/files", chat, "circular-files", fields, act=Act.FILES), now)


async def command_chats(work: Work, now: datetime) -> list[int]:
    """Where the town's command is asked: its chats; without one, the leaders of the whole town in private."""
    found = [chat.id for chat in (await reach.commands(work))[None]]
    if found:
        return found
    tree = await units.tree(work)
    leaders = [one for one in await reach.leaders(work, now) if scope.is_whole(one.node, tree)]
    return list(dict.fromkeys(one.chat.id for one in leaders if one.chat is not None))
