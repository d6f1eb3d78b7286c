"""Where a task goes: which chats have it, and for which units it stands there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from actions import reach
from domain.people import Role
from domain.units import Unit
from storage import chats
from storage.work import Work


@dataclass(frozen=True)
class Destinations:
    """The units by chat, and the units that no chat reaches."""

    posts: dict[int, list[int]]
    unreached: tuple[Unit, ...]


async def destinations(work: Work, addressed: Sequence[Unit], urgent: bool, now: datetime) -> Destinations:
    """A unit's own chats; without one its people in private, and each shared group once.

    What is urgent goes to each unit's lead in private as well: a group may be muted.
    """
    shared = [chat.id for chat in await chats.of_purpose(work, "town")]
    posts: dict[int, list[int]] = {}
    unreached = []
    for unit in addressed:
        own = [chat.id for chat in await chats.of_unit(work, unit.id)]
        private = await _private(work, unit, bool(own), urgent, now)
        found = dict.fromkeys([*own, *private] if own else [*private, *shared])
        for chat in found:
            posts.setdefault(chat, []).append(unit.id)
        if not found:
            unreached.append(unit)
    return Destinations(posts, tuple(unreached))


async def _private(work: Work, unit: Unit, has_own: bool, urgent: bool, now: datetime) -> list[int]:
    if not has_own:
        found = await reach.private_chats(work, unit, now)
    elif urgent:
        leads = await reach.private_chats(work, unit, now, Role.LEAD)
        found = leads or await reach.private_chats(work, unit, now)
    else:
        found = []
    return [chat.id for chat in found]
