"""Links that give a post to the first who uses them, once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from actions import reach
from actions.keys import link_code
from actions.roster import Said, told_posts, welcome
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.outgoing import Outgoing
from domain.people import Caller, Person, Post, Role
from domain.roles import manages
from domain.rolewords import ROLE_WORDS, read_role
from domain.town import Town
from domain.units import UnitTree
from storage import audit, invitations, outbox, people, units
from storage.invitations import Invitation
from storage.work import Work

_OVER_ALL = frozenset({Role.LEADER, Role.INSPECTOR, Role.OPERATOR})


@dataclass(frozen=True)
class Link:
    """An invitation that was just made: its code, what it gives, until when."""

    code: str
    posts: list[dict[str, str]]
    expires_at: datetime


async def invite(work: Work, town: Town, caller: Caller, words: str, now: datetime) -> Link:
    """A link for `UNIT [ROLE]`, a warden's unless another role is named. Its maker must be in charge of such posts."""
    tree = await units.tree(work)
    post = _wish(words, caller, tree)
    if not manages(caller.posts, post, tree):
        raise NotAllowed("invite-not-yours", posts=told_posts([post], tree))
    return await _make(work, town, caller, post, None, tree, now)


async def _make(
    work: Work, town: Town, caller: Caller, post: Post, replaces: int | None, tree: UnitTree, now: datetime
) -> Link:
    code = await link_code(work, f"invitation/{await invitations.count(work) + 1}")
    expires_at = now + timedelta(hours=town.limits.invitation_hours)
    await invitations.make(work, Invitation(code, post, caller.person_id, expires_at, replaces), now)
    given = {"role": post.role.value, "unit": post.unit_id, "replaces": replaces}
    await audit.note(work, now, caller.person_id, "invited", **given)
    posts = caller.posts if replaces is not None else (post,)
    return Link(code, told_posts(posts, tree), expires_at)


def _wish(words: str, caller: Caller, tree: UnitTree) -> Post:
    """The post that the words name: `黄溪村`, `黄溪村 负责人`, `01 lead`, `督查`; nothing: a warden of the own unit."""
    name, role = (words.strip(), None) if tree.named(words) else _split(words)
    if name:
        found = tree.named(name)
        if len(found) != 1:
            raise NotFound("unit-unclear" if found else "unit-unknown", name=name[:40])
        return Post(role or Role.WARDEN, found[0].id)
    if role in _OVER_ALL:
        return Post(role, None)
    own = caller.units_as(Role.LEAD)
    if len(own) != 1:
        raise NotPossible("invite-how")
    return Post(role or Role.WARDEN, own[0])


def _split(words: str) -> tuple[str, Role | None]:
    """The unit's name and the role, which stands behind it with or without a space."""
    whole = " ".join(words.split())
    if read_role(whole) is not None:
        return "", read_role(whole)
    for word in sorted(ROLE_WORDS, key=len, reverse=True):
        head = whole[: -len(word)]
        if whole.lower().endswith(word) and (head.endswith(" ") or not word.isascii()):
            return head.strip(), ROLE_WORDS[word]
    return whole, None


async def hand_over(work: Work, town: Town, caller: Caller, now: datetime) -> Link:
    """A link by which all of the caller's posts pass to whoever uses it; an older unused one is void."""
    if not caller.posts or caller.person_id is None:
        raise NotPossible("handover-nothing")
    await invitations.withdraw(work, caller.person_id, now)
    return await _make(work, town, caller, caller.posts[0], caller.person_id, await units.tree(work), now)


async def use(work: Work, town: Town, caller: Caller, code: str, now: datetime) -> Said:
    """Somebody opened the bot by an invitation's link: they get the post and the welcome, the inviter is told."""
    invitation = await invitations.by_code(work, code)
    if invitation is None:
        raise NotFound("invite-unknown")
    if invitation.used:
        raise NotPossible("invite-used")
    tree = await units.tree(work)
    if invitation.expires_at <= now or not await _stands(work, invitation, tree):
        raise NotPossible("invite-expired")
    if caller.person_id is not None and caller.person_id == invitation.replaces:
        raise NotPossible("handover-self")
    person = caller.person_id or await people.add(work, caller.name, None, caller.telegram_id, now)
    if not await invitations.use(work, code, person, now):
        raise NotPossible("invite-used")
    await _tell_maker(work, caller, invitation, tree, now)
    await _give(work, invitation, person, now)
    await audit.note(
        work, now, person, "invitation_used", role=invitation.post.role.value, unit=invitation.post.unit_id
    )
    return await welcome(work, town, person)


async def _stands(work: Work, invitation: Invitation, tree: UnitTree) -> bool:
    """Whether its maker is still in charge, its unit still there, and what is handed over still held."""
    if invitation.post.unit_id is not None and invitation.post.unit_id not in tree.units:
        return False
    if invitation.made_by is None:
        return True
    posts = await people.posts_of(work, invitation.made_by)
    return bool(posts) if invitation.replaces is not None else manages(posts, invitation.post, tree)


async def _give(work: Work, invitation: Invitation, person: int, now: datetime) -> None:
    if invitation.replaces is None:
        await people.give_post(work, person, invitation.post)
        return
    await people.move_posts(work, invitation.replaces, person)
    await people.part(work, invitation.replaces, now)


async def _tell_maker(work: Work, caller: Caller, invitation: Invitation, tree: UnitTree, now: datetime) -> None:
    """One line to who invited or handed over: who took it."""
    maker = None if invitation.made_by is None else await people.by_id(work, invitation.made_by)
    chat = None if maker is None else await reach.private_chat(work, maker, now)
    if chat is None:
        return
    posts = await _passed(work, invitation, maker)
    kind = "invite-taken" if invitation.replaces is None else "handover-taken"
    fields = {"name": caller.name, "posts": told_posts(posts, tree)}
    await outbox.put(work, Outgoing(f"taken/{invitation.code}", chat.id, kind, fields), now)


async def _passed(work: Work, invitation: Invitation, maker: Person | None) -> tuple[Post, ...]:
    if invitation.replaces is None or maker is None:
        return (invitation.post,)
    return await people.posts_of(work, maker.id)
