"""What the bot can do, for whoever asks, and in which language it answers."""

from domain.errors import NotPossible
from domain.roles import PERMITS, Verb
from handlers.context import Turn
from storage import chats

_LANGUAGES = {
    "zh-hans": "zh-Hans",
    "简体": "zh-Hans",
    "zh-hant": "zh-Hant",
    "繁體": "zh-Hant",
    "繁体": "zh-Hant",
    "en": "en",
}


async def help(turn: Turn) -> None:
    """List what the caller may do here, in the caller's own words."""
    roles, place = turn.caller.roles, turn.caller.chat.place
    verbs = [v.value for v in Verb if (not PERMITS[v].roles or PERMITS[v].roles & roles) and place in PERMITS[v].places]
    await turn.say("help", {"verbs": verbs, "known": turn.caller.person is not None})


async def language(turn: Turn) -> None:
    """Answer in another language in this chat from now on: `/language en`."""
    wanted = turn.args.strip().lower()
    if wanted not in _LANGUAGES:
        raise NotPossible("language-unknown", languages=sorted(set(_LANGUAGES.values())))
    await chats.set_language(turn.work, turn.caller.chat.id, _LANGUAGES[wanted])
    await turn.say("language-set", {})
