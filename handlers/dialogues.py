"""Conversations in the middle of which somebody is: what they write next goes to the one that asked."""

from collections.abc import Awaitable, Callable

from domain.errors import NotPossible
from domain.roles import Verb, Verdict, verdict
from handlers import form, questions
from handlers.context import Turn
from handlers.words import wants_something
from storage import dialogues
from storage.dialogues import Dialogue

Continuer = Callable[[Turn, Dialogue], Awaitable[bool]]

# Kind of dialogue -> what it takes to be allowed, and who goes on with it; False: the message is not for it, the next
# listener may have it.
GO_ON: dict[str, tuple[Verb, Continuer]] = {
    questions.FILL: (Verb.MINE, questions.fill),
    form.FORM: (Verb.REPORT, form.go_on),
}


# Kind of dialogue -> who says what it waits for, when what was sent is nothing for anybody.
EXPECTS: dict[str, Callable[[Turn, Dialogue], Awaitable[None]]] = {
    questions.FILL: questions.expects,
    form.FORM: form.expects,
}


async def go_on(turn: Turn) -> bool:
    """Give a message to the caller's open dialogue in this chat, if there is one that wants it.

    Who has lost the post meanwhile by which they began it does not end it.
    """
    if turn.query is not None or turn.edited:
        return False
    dialogue = await dialogues.current(turn.work, turn.caller)
    if dialogue is None or dialogue.kind not in GO_ON:
        return False
    verb, goes_on = GO_ON[dialogue.kind]
    if verdict(verb, turn.caller.roles, turn.caller.chat.place) is not Verdict.GRANTED:
        await dialogues.close(turn.work, turn.caller)
        return False
    return await goes_on(turn, dialogue)


async def expects(turn: Turn) -> bool:
    """What nobody could take, in the middle of a conversation in private: say what is expected, and wait on."""
    if turn.query is not None or turn.edited or not turn.in_private or not wants_something(turn.text):
        return False
    dialogue = await dialogues.current(turn.work, turn.caller)
    if dialogue is None or dialogue.kind not in EXPECTS:
        return False
    await EXPECTS[dialogue.kind](turn, dialogue)
    return True


async def cancel(turn: Turn) -> None:
    """Leave whatever dialogue is open here."""
    if await dialogues.current(turn.work, turn.caller) is None:
        raise NotPossible("nothing-to-cancel")
    await dialogues.close(turn.work, turn.caller)
    await turn.say("cancelled")
