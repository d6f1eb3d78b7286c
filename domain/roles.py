"""Who may do what, as one table; scope (which units) follows from the posts that a person holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.people import Place, Post, Role
from domain.units import UnitTree


class Verb(StrEnum):
    """Everything that a person can ask of the program."""

    HELP = "help"
    START = "start"
    CLAIM = "claim"
    LANGUAGE = "language"
    REPORT = "report"
    MINE = "mine"
    ZERO = "zero"
    EXCUSE_SELF = "excuse_self"
    BOARD = "board"
    TOTAL = "total"
    UNIT = "unit"
    RANK = "rank"
    CYCLE = "cycle"
    CHANGE_DAY = "change_day"
    EXCUSE = "excuse"
    DECIDE = "decide"
    ROLLCALL = "rollcall"
    WRITE_TASK = "write_task"
    PUBLISH_TASK = "publish_task"
    VERIFY_TASK = "verify_task"
    SEE_TASKS = "see_tasks"
    ANSWER_TASK = "answer_task"
    BRIEF = "brief"
    INVITE = "invite"
    BIND = "bind"
    REMOVE = "remove"
    HAND_OVER = "hand_over"
    LEAVE = "leave"
    IMPORT = "import"
    ADMIT = "admit"
    CALL_SILENT = "call_silent"
    ALIASES = "aliases"
    FIND = "find"
    CIRCULAR = "circular"
    PRACTICE = "practice"
    EXPORT = "export"
    MY_DATA = "my_data"
    FORGET = "forget"


ANYONE = frozenset[Role]()
_EVERY_ROLE = frozenset(Role)
_FIELD = frozenset({Role.WARDEN, Role.LEAD})
_COMMAND = frozenset({Role.LEADER, Role.OPERATOR})
_WATCH = frozenset({Role.LEAD, Role.LEADER, Role.INSPECTOR, Role.OPERATOR})
_EVERYWHERE = frozenset(Place)
_PRIVATE = frozenset({Place.PRIVATE})
_DESK = frozenset({Place.PRIVATE, Place.COMMAND})


@dataclass(frozen=True)
class Permit:
    """Which roles may use a verb (none listed: anybody, strangers too) and in which kinds of chat."""

    roles: frozenset[Role]
    places: frozenset[Place]


PERMITS: Mapping[Verb, Permit] = {
    Verb.HELP: Permit(ANYONE, _EVERYWHERE),
    Verb.START: Permit(ANYONE, _PRIVATE),
    Verb.CLAIM: Permit(ANYONE, _PRIVATE),
    Verb.LANGUAGE: Permit(_EVERY_ROLE, _EVERYWHERE),
    Verb.REPORT: Permit(_FIELD, _EVERYWHERE),
    Verb.MINE: Permit(_EVERY_ROLE, _EVERYWHERE),
    Verb.ZERO: Permit(_FIELD, _EVERYWHERE),
    Verb.EXCUSE_SELF: Permit(_COMMAND | {Role.LEAD}, _EVERYWHERE),
    Verb.BOARD: Permit(_WATCH, _EVERYWHERE),
    Verb.TOTAL: Permit(_WATCH, _EVERYWHERE),
    Verb.UNIT: Permit(_WATCH, _DESK),
    Verb.RANK: Permit(_EVERY_ROLE, _DESK),  # what they see of it, the town says: actions/ranking.py
    Verb.CYCLE: Permit(_WATCH, _EVERYWHERE),
    Verb.CHANGE_DAY: Permit(_COMMAND, _DESK),
    Verb.EXCUSE: Permit(_COMMAND, _DESK),
    Verb.DECIDE: Permit(frozenset({Role.LEADER, Role.INSPECTOR, Role.OPERATOR}), _DESK),
    Verb.ROLLCALL: Permit(_EVERY_ROLE, frozenset({Place.COMMAND})),
    Verb.WRITE_TASK: Permit(_COMMAND, _DESK),
    Verb.PUBLISH_TASK: Permit(_COMMAND, _DESK),
    Verb.VERIFY_TASK: Permit(_COMMAND, _DESK),
    Verb.SEE_TASKS: Permit(_EVERY_ROLE, _EVERYWHERE),
    Verb.ANSWER_TASK: Permit(_FIELD, _EVERYWHERE),
    Verb.BRIEF: Permit(_WATCH, _DESK),
    Verb.INVITE: Permit(_WATCH - {Role.INSPECTOR}, _DESK),
    Verb.BIND: Permit(_COMMAND, _EVERYWHERE - _PRIVATE),
    Verb.REMOVE: Permit(_COMMAND | {Role.LEAD}, _DESK),
    Verb.HAND_OVER: Permit(_EVERY_ROLE, _PRIVATE),
    Verb.LEAVE: Permit(_EVERY_ROLE, _PRIVATE),
    Verb.IMPORT: Permit(frozenset({Role.OPERATOR}), _DESK),
    Verb.ADMIT: Permit(_COMMAND | {Role.LEAD}, _EVERYWHERE),
    Verb.CALL_SILENT: Permit(_COMMAND, _DESK),
    Verb.ALIASES: Permit(_FIELD | _COMMAND, _EVERYWHERE),
    Verb.FIND: Permit(_WATCH, _DESK),
    Verb.CIRCULAR: Permit(_COMMAND, _DESK),
    Verb.PRACTICE: Permit(_EVERY_ROLE, _DESK),
    Verb.EXPORT: Permit(_WATCH - {Role.LEAD}, _DESK),
    Verb.MY_DATA: Permit(ANYONE, _PRIVATE),
    Verb.FORGET: Permit(ANYONE, _PRIVATE),
}


class Verdict(StrEnum):
    """What the table says of a request."""

    GRANTED = "granted"
    NOT_HERE = "not-here"
    NOT_YOURS = "not-yours"


def verdict(verb: Verb, roles: frozenset[Role], place: Place) -> Verdict:
    """Whether somebody with these roles may use the verb in such a chat."""
    permit = PERMITS[verb]
    if permit.roles and not permit.roles & roles:
        return Verdict.NOT_YOURS
    return Verdict.GRANTED if place in permit.places else Verdict.NOT_HERE


# Who looks after whose posts: invites to them and ends them.
_IN_CHARGE: Mapping[Role, frozenset[Role]] = {
    Role.LEAD: frozenset({Role.WARDEN}),
    Role.LEADER: frozenset({Role.WARDEN, Role.LEAD, Role.LEADER}),
    Role.OPERATOR: _EVERY_ROLE,
}


def manages(posts: Iterable[Post], other: Post, tree: UnitTree) -> bool:
    """Whether the holder of these posts may invite to the other post, or end it.

    A lead has the wardens of the own unit, a leader the wardens and leads of the node and the leaders below it, an
    operator everybody.
    """
    return any(_in_charge(post, other, tree) for post in posts)


def _in_charge(post: Post, other: Post, tree: UnitTree) -> bool:
    if other.role not in _IN_CHARGE.get(post.role, frozenset()):
        return False
    if post.role is Role.OPERATOR:
        return True
    if other.unit_id is None or other.unit_id not in tree.units:
        return False
    if post.role is Role.LEAD:
        return other.unit_id == post.unit_id
    below = other.role is not Role.LEADER or other.unit_id != post.unit_id
    return below and tree.within(other.unit_id, post.unit_id)


def commands_all(posts: Iterable[Post], tree: UnitTree) -> bool:
    """Whether the holder of these posts commands the whole town: an operator, or a leader over every unit."""
    return any(
        post.role is Role.OPERATOR
        or (post.role is Role.LEADER and all(tree.within(unit, post.unit_id) for unit in tree.units))
        for post in posts
    )


def commands(posts: Iterable[Post], unit_id: int, tree: UnitTree) -> bool:
    """Whether the unit lies under the command of the holder of these posts."""
    return any(
        post.role is Role.OPERATOR or (post.role is Role.LEADER and tree.within(unit_id, post.unit_id))
        for post in posts
    )
