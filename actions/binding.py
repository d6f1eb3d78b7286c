"""What a group is for: a unit's own, the command chat, the group that all share, or nothing."""

from dataclasses import dataclass
from datetime import datetime

from actions.scope import is_whole
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.people import Caller, Chat, Place
from domain.roles import commands, commands_all
from domain.rolewords import PURPOSE_WORDS
from domain.units import Unit, UnitTree
from storage import audit, chats, outbox, units
from storage.work import Work


@dataclass(frozen=True)
class Bound:
    """What the group now is: its place, the unit where it is one's, and what the bot lacks there."""

    place: Place
    unit: Unit | None
    warnings: tuple[str, ...]


async def bind(work: Work, caller: Caller, words: str, hears_all: bool, now: datetime) -> Bound:
    """Tie the caller's group by a unit's code or name, `command`, `town` or `none` (指挥部, 全镇, 解绑).

    A node's own command chat is bound by both words, in either order: `黄溪村 指挥部`.

    `hears_all`: the bot's privacy mode is off. A leader binds within the own subtree, both what the group was and
    what it becomes; command chat and shared group need the whole town.
    """
    tree = await units.tree(work)
    if not words:
        raise NotPossible("bind-how")
    place, unit = _wanted(words, tree)
    for was_or_is in ((caller.chat.place, caller.chat.unit_id), (place, unit.id if unit else None)):
        if not _may(caller, *was_or_is, tree):
            raise NotAllowed("bind-not-yours")
    await chats.bind(work, caller.chat.id, place.value, unit.id if unit else None, now)
    await outbox.clear(work, f"hello/{caller.chat.id}")
    if (place, unit and unit.id) != (caller.chat.place, caller.chat.unit_id):
        await chats.drop_board(work, caller.chat.id)
    await audit.note(
        work, now, caller.person_id, "bound", chat=caller.chat.id, place=place.value, unit=unit and unit.id
    )
    return Bound(place, unit, lacks(caller.chat, place, hears_all))


def _wanted(words: str, tree: UnitTree) -> tuple[Place, Unit | None]:
    place = PURPOSE_WORDS.get(words.lower())
    if place is not None:
        return place, None
    named = _command_of(words)
    found = tree.named(named or words)
    if len(found) != 1:
        raise NotFound("unit-unclear" if found else "unit-unknown", name=words[:40])
    if named is None:
        return Place.UNIT, found[0]
    return Place.COMMAND, None if is_whole(found[0].id, tree) else found[0]


def _command_of(words: str) -> str | None:
    """Whose command chat the words mean; None when they mean none, or the town's."""
    first, _, last = words.partition(" ")
    for word, unit in ((first, last), (last, first)):
        if PURPOSE_WORDS.get(word.strip().lower()) is Place.COMMAND and unit.strip():
            return unit.strip()
    return None


def _may(caller: Caller, place: Place, unit_id: int | None, tree: UnitTree) -> bool:
    if place is Place.NONE or (place is Place.UNIT and unit_id not in tree.units):
        return True
    if unit_id in tree.units and unit_id is not None:
        return commands(caller.posts, unit_id, tree)
    return commands_all(caller.posts, tree)


def lacks(chat: Chat, place: Place, hears_all: bool) -> tuple[str, ...]:
    """What the bot lacks in a group of that place: `deaf` (it sees commands and replies only), `no-pins`.

    Nothing is said of rights of which Telegram has told nothing yet.
    """
    status = chat.rights.get("status")
    if place is Place.NONE or status is None:
        return ()
    deaf = status != "administrator" and not hears_all
    pins = place in (Place.COMMAND, Place.TOWN) and not chat.rights.get("can_pin_messages")
    return tuple(word for word, lacking in (("deaf", deaf), ("no-pins", pins)) if lacking)
