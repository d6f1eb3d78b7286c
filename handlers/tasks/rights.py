"""What the table of roles says where no row of the routes has asked it: of what was said in plain words."""

from domain.errors import NotAllowed
from domain.roles import PERMITS, Verb, Verdict, verdict
from handlers.context import Turn


def may(turn: Turn, verb: Verb) -> bool:
    """Whether the caller may do so here."""
    return verdict(verb, turn.caller.roles, turn.caller.chat.place) is Verdict.GRANTED


def may_or_refuse(turn: Turn, verb: Verb) -> bool:
    """The same; in private somebody of the roster is told why not, in a group the words were not for us."""
    if may(turn, verb):
        return True
    if turn.in_private and turn.caller.person is not None:
        raise NotAllowed("not-allowed", roles=sorted(PERMITS[verb].roles))
    return False
