"""Personal data: given to the person whom it is of, and erased when they ask, or an operator for them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from actions import roster
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.people import Caller, Person, Role
from domain.town import Town
from storage import audit, chats, forgetting, learned, papers, people, units
from storage.work import Work


@dataclass(frozen=True)
class Subject:
    """Whom it is about: somebody of the roster or who left it, or (person None) the account of a stranger.

    `before`: as whom the same account left the roster earlier.
    """

    person: Person | None
    telegram_id: int | None
    before: tuple[Person, ...] = ()

    @property
    def persons(self) -> tuple[Person, ...]:
        """All that they are and were in the roster."""
        return self.before if self.person is None else (self.person, *self.before)


async def of_person(work: Work, person: Person) -> Subject:
    """Somebody of the roster, or who left it."""
    account = person.telegram_id if person.active else await people.account_of_left(work, person.id)
    return await _of_account(work, person, account)


async def _of_account(work: Work, person: Person | None, account: int | None) -> Subject:
    before = () if account is None else await people.left_with(work, account)
    return Subject(person, account, tuple(one for one in before if person is None or one.id != person.id))


async def named(work: Work, words: str) -> list[Person]:
    """Whom the words name: of the roster, else of those who left it."""
    return await roster.named(work, await units.tree(work), words) or await people.left_by_name(work, words)


async def subject(work: Work, caller: Caller, words: str) -> Subject:
    """The caller, or whom an operator names; NotAllowed to anybody else, NotFound when there is not exactly one."""
    if not words:
        return await _of_account(work, caller.person, caller.telegram_id)
    if Role.OPERATOR not in caller.roles:
        raise NotAllowed("forget-others")
    found = await named(work, words)
    if len(found) > 1:
        raise NotPossible("forget-which", name=words[:40])
    if not found:
        raise NotFound("person-unknown", name=words[:40])
    return await of_person(work, found[0])


async def of_number(work: Work, caller: Caller, person: int) -> Subject:
    """The person of that number: the caller, or (to an operator) anybody who still has a name."""
    if person in (0, caller.person_id):
        return await _of_account(work, caller.person, caller.telegram_id)
    if Role.OPERATOR not in caller.roles:
        raise NotAllowed("forget-others")
    found = await people.by_id(work, person)
    if found is None or found.name == f"#{found.id}":
        raise NotPossible("remove-over")
    return await of_person(work, found)


async def told(work: Work, caller: Caller, whose: Subject) -> dict[str, object]:
    """Whom it is about, and with which posts, as fields. NotPossible for the last operator."""
    posts = await people.posts_of(work, whose.person.id) if whose.person else ()
    await roster.keep_an_operator(work, posts, whose.person.id if whose.person else None)
    own = whose.telegram_id == caller.telegram_id
    name = whose.person.name if whose.person else caller.name
    number = str(whose.person.id) if whose.person else "0"
    return {"own": own, "name": name, "number": number, "posts": roster.told_posts(posts, await units.tree(work))}


async def forget(work: Work, caller: Caller, whose: Subject, now: datetime) -> None:
    """Erase what is personal: name, number, account, words. The figures of units stay, under a number.

    Of whom `told` said something. Printed papers and raw updates go piece by piece, by `erase_some`.
    """
    if whose.person is not None and whose.person.active:
        await people.part(work, whose.person.id, now)
    for person in whose.persons:
        await papers.blot_out(work, person.id, person.name)
        await forgetting.erase_person(work, person.id)
    if whose.telegram_id is not None:
        chat = await chats.by_telegram_id(work, whose.telegram_id)
        await forgetting.erase_account(work, whose.telegram_id, None if chat is None else chat.id)
    by = None if whose.person is not None and whose.person.id == caller.person_id else caller.person_id
    await audit.note(work, now, by, "forgotten", who=next((person.id for person in whose.persons), None))


async def erase_some(work: Work, now: datetime) -> int:
    """Erase the next of what is left of somebody who is being forgotten; how many rows were settled, at least one.

    First their name in printed papers, then their raw updates.
    """
    blotted = await papers.blot_some(work)
    if blotted is not None:
        await audit.note(work, now, None, "forgotten_in_papers", papers=blotted)
        return max(1, blotted)
    erased, last = await forgetting.erase_updates(work)
    if last:
        await audit.note(work, now, None, "forgotten_wholly")
    return max(1, erased)


async def data_of(work: Work, town: Town, whose: Subject) -> dict[str, Any]:
    """Everything that is kept of a person, as plain values for a JSON document; instants on the town's clocks."""
    document: dict[str, Any] = {"town": town.name, "telegram_id": whose.telegram_id}
    numbers = [person.id for person in whose.persons]
    said = await forgetting.said_by(work, numbers, whose.telegram_id)
    sent = [{"at": _hour(town, one.at), "what": one.what, "text": one.text} for one in said]
    if not numbers:
        return document | ({"sent": sent} if sent else {})
    person = whose.persons[0]
    joined = await forgetting.joined_at(work, person.id)
    words = [word for number in numbers for word in await learned.words_of(work, number)]
    did = [line for number in reversed(numbers) for line in await audit.of_person(work, number)]
    return document | {
        "name": person.name,
        "phone": person.phone,
        "joined": None if joined is None else _hour(town, joined),
        "posts": roster.told_posts(await people.posts_of(work, person.id), await units.tree(work)),
        "own_words": {word.phrase: word.indicator for word in words},
        "sent": sent,
        "did": [{"at": _hour(town, line.at), "what": line.verb} for line in did],
    }


def _hour(town: Town, instant: datetime) -> str:
    return f"{town.local(instant):%Y-%m-%d %H:%M:%S}"
