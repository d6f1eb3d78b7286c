"""The roster: persons, the posts they hold, the accounts by which they are recognised."""

from datetime import datetime

from domain.instants import to_ms
from domain.people import Person, Post, Role
from storage.work import Row, Work


async def by_telegram_id(work: Work, telegram_id: int) -> Person | None:
    """The active person who holds that account."""
    return _maybe(await work.one("people.by_telegram_id", telegram_id=telegram_id))


async def holder(work: Work, telegram_id: int) -> tuple[Person | None, tuple[Post, ...]]:
    """The active person who holds that account, and the posts that they hold."""
    rows = await work.all("people.holder", telegram_id=telegram_id)
    posts = tuple(Post(Role(row["role"]), row["unit_id"]) for row in rows if row["role"])
    return (_person(rows[0]), posts) if rows else (None, ())


async def by_phone(work: Work, phone: str) -> Person | None:
    """The active person with that number (digits only, without the country's 86)."""
    return _maybe(await work.one("people.by_phone", phone_mark=work.vault.look_up(phone)))


async def by_id(work: Work, person: int) -> Person | None:
    """The person of that id, parted ones too."""
    return _maybe(await work.one("people.by_id", id=person))


async def by_name(work: Work, name: str) -> list[Person]:
    """Every active person of that name."""
    return [_person(row) for row in await work.all("people.by_name", name=name)]


async def left_with(work: Work, telegram_id: int) -> list[Person]:
    """Whoever left the roster with that account and still has a name here."""
    return [_person(row) for row in await work.all("people.left_with", account=telegram_id)]


async def left_by_name(work: Work, name: str) -> list[Person]:
    """Everybody of that name who left the roster."""
    return [_person(row) for row in await work.all("people.left_by_name", name=name)]


async def account_of_left(work: Work, person: int) -> int | None:
    """The account with which somebody left; None when it is not known (any more)."""
    name = await work.value("people.account_of_left", id=person)
    return None if name is None else int(str(name).split("/")[1])


async def add(work: Work, name: str, phone: str | None, telegram_id: int | None, now: datetime) -> int:
    """Enter a new person in the roster; the id."""
    told = {"name": name, "phone": phone, "phone_mark": _mark(work, phone), "telegram_id": telegram_id}
    return int(await work.value("people.add", **told, now=to_ms(now)))


async def rename(work: Work, person: int, name: str, phone: str | None) -> None:
    """Bring name and number up to date."""
    await work.do("people.rename", id=person, name=name, phone=phone, phone_mark=_mark(work, phone))


async def recognise(work: Work, person: int, telegram_id: int, now: datetime) -> None:
    """From now on that account is this person's, and nobody else's."""
    await work.do("people.recognise", id=person, telegram_id=telegram_id, now=to_ms(now))


async def part(work: Work, person: int, now: datetime) -> None:
    """The person leaves the roster: what they reported stays, account, number and posts go.

    By which account they were known is noted apart, until their name goes as well: they may want to be forgotten.
    """
    await work.do("people.take_all_posts", person_id=person)
    await work.do("people.note_leaving", id=person)
    await work.do("people.part", id=person, now=to_ms(now))


async def posts_of(work: Work, person: int) -> tuple[Post, ...]:
    """The posts that a person holds."""
    rows = await work.all("people.posts_of", person_id=person)
    return tuple(Post(Role(row["role"]), row["unit_id"]) for row in rows)


async def give_post(work: Work, person: int, post: Post) -> bool:
    """Give a post; False when it is held already."""
    return await work.do("people.give_post", person_id=person, role=post.role.value, unit_id=post.unit_id) == 1


async def take_post(work: Work, person: int, post: Post) -> None:
    """Take a post away."""
    await work.do("people.take_post", person_id=person, role=post.role.value, unit_id=post.unit_id)


async def move_posts(work: Work, person: int, heir: int) -> None:
    """All posts of one person pass to another."""
    await work.do("people.move_posts", person_id=person, heir=heir)
    await work.do("people.take_all_posts", person_id=person)


async def never_recognised(work: Work) -> list[Person]:
    """Everybody of the roster whose account is not known yet."""
    return [_person(row) for row in await work.all("people.never_recognised")]


async def of_unit(work: Work, unit_id: int, *roles: Role) -> list[Person]:
    """Who holds one of these posts at the unit (any, when none is named), leads first."""
    rows = await work.all("people.of_unit", unit_id=unit_id)
    return [_person(row) for row in rows if not roles or Role(row["role"]) in roles]


async def of_role(work: Work, role: Role) -> list[tuple[Person, int | None]]:
    """Everybody who holds the role, with the unit at which."""
    return [(_person(row), row["unit_id"]) for row in await work.all("people.of_role", role=role.value)]


async def everybody(work: Work) -> list[tuple[Person, Post | None]]:
    """The whole roster, a line a post; a person without one stands with None."""
    rows = await work.all("people.everybody")
    return [(_person(row), Post(Role(row["role"]), row["unit_id"]) if row["role"] else None) for row in rows]


def _mark(work: Work, phone: str | None) -> str | None:
    """What a number is found by."""
    return None if phone is None else work.vault.look_up(phone)


def _maybe(row: Row | None) -> Person | None:
    return None if row is None else _person(row)


def _person(row: Row) -> Person:
    return Person(row["id"], row["name"], row["phone"], row["telegram_id"], bool(row["active"]))
