"""Invitations: a code that gives a post to the first who uses it, once."""

from dataclasses import dataclass
from datetime import datetime

from domain.instants import from_ms, to_ms
from domain.people import Post, Role
from storage.work import Work


@dataclass(frozen=True)
class Invitation:
    """A post that waits for somebody. `replaces` is who hands it over and loses all posts when it is used."""

    code: str
    post: Post
    made_by: int | None
    expires_at: datetime
    replaces: int | None = None
    used: bool = False


async def count(work: Work) -> int:
    """How many were ever made."""
    return int(await work.value("invitations.count"))


async def make(work: Work, invitation: Invitation, now: datetime) -> None:
    """Keep a new one."""
    await work.do(
        "invitations.make",
        code=invitation.code,
        role=invitation.post.role.value,
        unit_id=invitation.post.unit_id,
        made_by=invitation.made_by,
        made_at=to_ms(now),
        expires_at=to_ms(invitation.expires_at),
        replaces=invitation.replaces,
    )


async def by_code(work: Work, code: str) -> Invitation | None:
    """The invitation of that code, used and expired ones too."""
    row = await work.one("invitations.by_code", code=code)
    if row is None:
        return None
    post = Post(Role(row["role"]), row["unit_id"])
    expires = from_ms(row["expires_at"])
    return Invitation(row["code"], post, row["made_by"], expires, row["replaces"], row["used_by"] is not None)


async def use(work: Work, code: str, person: int, now: datetime) -> bool:
    """Somebody used it; False when somebody did before."""
    return await work.do("invitations.use", code=code, person_id=person, now=to_ms(now)) == 1


async def withdraw(work: Work, replaces: int, now: datetime) -> None:
    """That person's handovers that nobody used yet are void."""
    await work.do("invitations.withdraw", replaces=replaces, now=to_ms(now))
