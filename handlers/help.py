"""What the bot can do, for whoever asks, and in which language it answers."""

from actions import chats, ranking
from domain.errors import NotPossible
from domain.roles import PERMITS, Verb
from domain.script import simplified
from handlers.context import Turn
from texts.catalogue import Words, languages


async def help(turn: Turn) -> None:
    """List what the caller may do here, in the caller's own words."""
    verbs = [verb.value for verb in Verb if _may(turn, verb)]
    known = turn.caller.person is not None
    await turn.say("help", {"verbs": verbs, "known": known, "town": turn.town.name})


def _may(turn: Turn, verb: Verb) -> bool:
    permit, roles = PERMITS[verb], turn.caller.roles
    granted = (not permit.roles or bool(permit.roles & roles)) and turn.caller.chat.place in permit.places
    return granted and (verb is not Verb.RANK or ranking.may_see(turn.town, roles))


async def language(turn: Turn) -> None:
    """Answer in another language in this chat from now on: `/language en`, or the language's own name."""
    spoken = {simplified(Words(language).say("language-name").lower()): language for language in languages()}
    known = {language.lower(): language for language in languages()} | spoken
    wanted = known.get(simplified(turn.args.strip().lower()))
    if wanted is None:
        raise NotPossible("language-unknown", languages=[Words(one).say("language-name") for one in languages()])
    await chats.speak(turn.work, turn.caller, wanted, turn.now)
    await turn.say("language-set", {})
