"""Who speaks, and where: persons, their posts, chats, and the caller of one update."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class Role(StrEnum):
    """What a person is to the town, from the field to the desk."""

    WARDEN = "warden"
    LEAD = "lead"
    LEADER = "leader"
    INSPECTOR = "inspector"
    OPERATOR = "operator"


class Place(StrEnum):
    """What a chat is for; decides what may be said and asked there."""

    PRIVATE = "private"
    UNIT = "unit"
    COMMAND = "command"
    TOWN = "town"
    NONE = "none"


@dataclass(frozen=True)
class Chat:
    """A chat under our own id. `purpose` is a Place; `unit_id` is set for a unit's chat."""

    id: int
    telegram_id: int
    kind: str
    title: str
    purpose: str
    unit_id: int | None
    here: bool = True
    rights: Mapping[str, object] = field(default_factory=dict)
    language: str | None = None

    @cached_property
    def place(self) -> Place:
        """What the chat is for."""
        return Place.PRIVATE if self.kind == "private" else Place(self.purpose)


@dataclass(frozen=True)
class Person:
    """Somebody of the roster; `telegram_id` is None until they shared their card or used an invitation."""

    id: int
    name: str
    phone: str | None = None
    telegram_id: int | None = None
    active: bool = True


@dataclass(frozen=True)
class Post:
    """A role held at a unit; operators and inspectors may hold theirs over the whole town (None)."""

    role: Role
    unit_id: int | None


@dataclass(frozen=True)
class Caller:
    """Who sent an update and in which chat: `person` is None for a stranger."""

    telegram_id: int
    name: str
    chat: Chat
    person: Person | None = None
    posts: tuple[Post, ...] = ()

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Every role that the caller holds anywhere."""
        return frozenset(post.role for post in self.posts)

    @property
    def person_id(self) -> int | None:
        """The caller's id in the roster, None for a stranger."""
        return None if self.person is None else self.person.id

    def units_as(self, *roles: Role) -> tuple[int | None, ...]:
        """The units at which the caller holds one of these roles, in order of posting."""
        return tuple(dict.fromkeys(post.unit_id for post in self.posts if post.role in roles))
