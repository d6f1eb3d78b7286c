"""People come into the roster and leave it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from actions import reach
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.outgoing import Outgoing
from domain.people import Caller, Person, Post, Role
from domain.phones import digits_of, masked, read_phone
from domain.roles import manages
from domain.town import Town
from domain.units import UnitTree
from storage import audit, chats, outbox, people, units
from storage.work import Work

Said = tuple[str, dict[str, object]]
_ASKED = 3


async def enrol(work: Work, telegram_id: int, name: str, post: Post, by: int | None, now: datetime) -> Person:
    """The holder of that account gets the post; entered in the roster under that name when nobody knew them."""
    known = await people.by_telegram_id(work, telegram_id)
    person = known.id if known else await people.add(work, name, None, telegram_id, now)
    await people.give_post(work, person, post)
    await audit.note(work, now, by, "enrolled", who=person, role=post.role.value, unit=post.unit_id)
    found = await people.by_id(work, person)
    assert found is not None
    return found


async def greet(work: Work, town: Town, caller: Caller, account_name: str) -> Said:
    """Somebody opened the private chat: what they are and can do, or the wish for their card.

    An operator whom the settings know by number alone takes the name of their account.
    """
    if caller.person is None:
        return "ask-card", {"town": town.name}
    if caller.person.name == str(caller.telegram_id):
        await people.rename(work, caller.person.id, account_name, caller.person.phone)
    return await welcome(work, town, caller.person.id)


async def welcome(work: Work, town: Town, person: int, kind: str = "welcome") -> Said:
    """The words of welcome for somebody of the roster: their posts and the day's deadline."""
    found = await people.by_id(work, person)
    assert found is not None
    tree = await units.tree(work)
    posts = told_posts(await people.posts_of(work, person), tree)
    return kind, {"town": town.name, "name": found.name, "posts": posts, "collect": f"{town.times.collect:%H:%M}"}


async def tree_of(work: Work) -> UnitTree:
    """The town's units."""
    return await units.tree(work)


def told_posts(posts: Iterable[Post], tree: UnitTree) -> list[dict[str, str]]:
    """Posts as fields: role, and the unit's name ("" is the whole town)."""
    named = ((post, tree.units.get(post.unit_id or 0)) for post in posts)
    return [{"role": post.role.value, "unit": unit.name if unit else ""} for post, unit in named]


async def card(work: Work, town: Town, caller: Caller, owner: int | None, phone: str, now: datetime) -> Said:
    """Somebody shared a contact card. Telegram fills in whose it is (`owner`): only the sender's own is proof."""
    if owner != caller.telegram_id:
        return "card-foreign", {}
    digits = digits_of(phone)
    found = await people.by_phone(work, digits)
    if found is None and caller.person is not None:
        await people.rename(work, caller.person.id, caller.person.name, digits)
        await audit.note(work, now, caller.person.id, "number_changed")
        return await welcome(work, town, caller.person.id)
    if found is None:
        return "card-unknown", {"who": await _whom_to_ask(work)}
    if caller.person is not None and caller.person.id != found.id:
        await people.move_posts(work, caller.person.id, found.id)
        await people.part(work, caller.person.id, now)
    await people.recognise(work, found.id, caller.telegram_id, now)
    await audit.note(work, now, found.id, "recognised")
    return await welcome(work, town, found.id)


async def _whom_to_ask(work: Work) -> list[str]:
    """The names of those who keep the roster: operators, else leaders."""
    for role in (Role.OPERATOR, Role.LEADER):
        found = [person.name for person, _ in await people.of_role(work, role) if not person.name.isdigit()]
        if found:
            return list(dict.fromkeys(found))[:_ASKED]
    return []


async def may_leave(work: Work, caller: Caller) -> list[dict[str, str]]:
    """The posts that the caller would give up. NotPossible for the last operator."""
    await keep_an_operator(work, caller.posts, caller.person_id)
    return told_posts(caller.posts, await units.tree(work))


async def leave(work: Work, caller: Caller, now: datetime) -> None:
    """The caller leaves the roster: what they reported stays, and who answers for their units is told."""
    assert caller.person is not None
    await keep_an_operator(work, caller.posts, caller.person_id)
    await people.part(work, caller.person.id, now)
    await audit.note(work, now, caller.person.id, "left")
    await _tell_above(work, caller.person, caller.posts, now)


async def keep_an_operator(work: Work, lost: Iterable[Post], person: int | None) -> None:
    """NotPossible when the town would be left without an operator."""
    if any(post.role is Role.OPERATOR for post in lost):
        others = [other for other, _ in await people.of_role(work, Role.OPERATOR) if other.id != person]
        if not others:
            raise NotPossible("last-operator")


async def _tell_above(work: Work, person: Person, posts: Sequence[Post], now: datetime) -> None:
    """Who answers for the units is told once: the lead of a warden, the leader of a lead; else the command chat."""
    tree = await units.tree(work)
    told: set[int] = set()
    for post in posts:
        told |= await _above(work, tree, person, post, now)
    told = told or {chat.id for chat in await chats.of_purpose(work, "command")}
    fields = {"name": person.name, "posts": told_posts(posts, tree)}
    for chat in sorted(told):
        key = f"left/{person.id}/{chat}/{int(now.timestamp())}"
        await outbox.put(work, Outgoing(key, chat, "person-left", fields), now)


async def _above(work: Work, tree: UnitTree, person: Person, post: Post, now: datetime) -> set[int]:
    unit = tree.units.get(post.unit_id or 0)
    if unit is None:
        return set()
    if post.role is Role.WARDEN:
        leads = await reach.private_chats(work, unit, now, Role.LEAD)
        if leads:
            return {chat.id for chat in leads}
    leader = await reach.responsible_for(work, tree, unit, now)
    if leader is None or leader.chat is None or leader.person.id == person.id:
        return set()
    return {leader.chat.id}


@dataclass(frozen=True)
class Removal:
    """Somebody whom the caller may remove: which posts would end, and whether they then hold none."""

    person: Person
    ends: tuple[Post, ...]
    whole: bool


async def removable(work: Work, caller: Caller, words: str) -> list[Removal]:
    """Whom the words name (a name, a number, a name and a unit), as far as they are the caller's to remove."""
    tree = await units.tree(work)
    found = await named(work, tree, words)
    if not found:
        raise NotFound("person-unknown", name=words[:40])
    if [person.id for person in found] == [caller.person_id]:
        raise NotPossible("remove-self")
    mine = [removal for person in found if (removal := await _removal(work, tree, caller, person)) is not None]
    if not mine:
        raise NotAllowed("remove-not-yours", name=found[0].name)
    return mine


async def named(work: Work, tree: UnitTree, words: str) -> list[Person]:
    """Everybody of the roster whom the words name: a name, a number, a name and a unit."""
    phone = read_phone(words)
    by_phone = await people.by_phone(work, phone) if phone else None
    if by_phone is not None:
        return [by_phone]
    whole = await people.by_name(work, words)
    name, _, unit = words.rpartition(" ")
    if whole or not name:
        return whole
    wanted = {found.id for found in tree.named(unit)}
    named = await people.by_name(work, name.strip())
    return [p for p in named if any(post.unit_id in wanted for post in await people.posts_of(work, p.id))]


async def _removal(work: Work, tree: UnitTree, caller: Caller, person: Person) -> Removal | None:
    posts = await people.posts_of(work, person.id)
    ends = tuple(post for post in posts if manages(caller.posts, post, tree))
    operator = any(post.role is Role.OPERATOR for post in caller.posts)
    return Removal(person, ends, ends == posts) if ends or (operator and not posts) else None


async def told_removal(work: Work, removal: Removal) -> dict[str, object]:
    """A removal as fields; the number is masked, it may stand in a group."""
    tree = await units.tree(work)
    phone = masked(removal.person.phone) if removal.person.phone else ""
    posts = told_posts(removal.ends, tree)
    return {"name": removal.person.name, "phone": phone, "posts": posts, "whole": removal.whole}


async def remove(work: Work, caller: Caller, person: int, now: datetime) -> Removal:
    """End the posts that are the caller's to end; somebody who then holds none leaves the roster and is told."""
    found = await people.by_id(work, person)
    if found is None or not found.active:
        raise NotPossible("remove-over")
    if person == caller.person_id:
        raise NotPossible("remove-self")
    removal = await _removal(work, await units.tree(work), caller, found)
    if removal is None:
        raise NotAllowed("remove-not-yours", name=found.name)
    await keep_an_operator(work, removal.ends, person)
    await _end(work, removal, now)
    await audit.note(work, now, caller.person_id, "removed", who=person, whole=removal.whole)
    return removal


async def _end(work: Work, removal: Removal, now: datetime) -> None:
    person = removal.person
    if not removal.whole:
        for post in removal.ends:
            await people.take_post(work, person.id, post)
        return
    chat = await reach.private_chat(work, person, now)
    await people.part(work, person.id, now)
    if chat is not None:
        key = f"removed/{person.id}/{int(now.timestamp())}"
        await outbox.put(work, Outgoing(key, chat.id, "roster-removed"), now)
