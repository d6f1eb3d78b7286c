"""Which chats reach whom: a unit's own chat first, else its people in private."""

from dataclasses import dataclass
from datetime import datetime

from domain.people import Chat, Person, Role
from domain.units import Unit, UnitTree
from storage import chats, people
from storage.work import Work


async def private_chat(work: Work, person: Person, now: datetime) -> Chat | None:
    """The person's private chat; None when they have no account yet or cannot be written to.

    Somebody of whom only the account is known is tried once: the first refusal marks the chat as gone.
    """
    if person.telegram_id is None:
        return None
    known = await chats.by_telegram_id(work, person.telegram_id)
    chat = known or await chats.meet(work, person.telegram_id, "private", person.name, now)
    return chat if chat.here else None


async def private_chats(work: Work, unit: Unit, now: datetime, *roles: Role) -> list[Chat]:
    """The private chats of the unit's people with these posts (wardens and leads when none is named)."""
    wanted = roles or (Role.LEAD, Role.WARDEN)
    found = [await private_chat(work, person, now) for person in await people.of_unit(work, unit.id, *wanted)]
    return list({chat.id: chat for chat in found if chat is not None}.values())


async def unit_chats(work: Work, unit: Unit, now: datetime) -> list[Chat]:
    """Where something for the whole unit goes: its own chats; without one, its people in private."""
    return await chats.of_unit(work, unit.id) or await private_chats(work, unit, now)


@dataclass(frozen=True)
class Responsible:
    """Somebody who answers for units, and their private chat if they have one."""

    person: Person
    node: int | None
    chat: Chat | None


async def commands(work: Work) -> dict[int | None, list[Chat]]:
    """The command chats by the node that each watches over; the town's, under None, first."""
    watching: dict[int | None, list[Chat]] = {None: await chats.of_purpose(work, "command")}
    for chat in await chats.commands_of_nodes(work):
        watching.setdefault(chat.unit_id, []).append(chat)
    return watching


async def leaders(work: Work, now: datetime) -> list[Responsible]:
    """Every leader, with the node that is theirs (None is the whole town)."""
    posts = await people.of_role(work, Role.LEADER)
    return [Responsible(person, node, await private_chat(work, person, now)) for person, node in posts]


async def responsible_for(work: Work, tree: UnitTree, unit: Unit, now: datetime) -> Responsible | None:
    """The leader nearest above the unit: of itself, else of the nearest node over it, else of the town."""
    by_node: dict[int | None, Responsible] = {}
    for leader in await leaders(work, now):
        by_node.setdefault(leader.node, leader)
    for node in (unit.id, *(above.id for above in tree.ancestors(unit.id)), None):
        if node in by_node:
            return by_node[node]
    return None
