"""How people become known: the private chat opened, the contact card, an invitation, the claim code."""

from actions import invitations, roster, start
from domain.errors import NotPossible
from domain.outgoing import ASK_CARD, NO_KEYS, Buttons
from domain.phones import private
from handlers.context import Turn

_KEYS: dict[str, Buttons] = {"ask-card": ASK_CARD, "card-foreign": ASK_CARD, "welcome": NO_KEYS}


async def begin(turn: Turn) -> None:
    """`/start`, or `/start CODE` by an invitation's link."""
    if turn.args:
        await _say(turn, await invitations.use(turn.work, turn.town, turn.caller, turn.args, turn.now))
        return
    user = turn.update.effective_user
    name = private(user.full_name) if user else turn.caller.name
    await _say(turn, await roster.greet(turn.work, turn.town, turn.caller, name))


async def card(turn: Turn) -> bool:
    """A contact card in private; cards in groups are not for the bot."""
    contact = turn.message.contact if turn.message and turn.query is None else None
    if contact is None or not turn.in_private:
        return False
    owner, phone = contact.user_id, contact.phone_number
    await _say(turn, await roster.card(turn.work, turn.town, turn.caller, owner, phone, turn.now))
    return True


async def claim(turn: Turn) -> None:
    """`/claim CODE`."""
    if not turn.args:
        raise NotPossible("claim-how")
    await _say(turn, await start.claim(turn.work, turn.caller, turn.args, turn.now))


async def _say(turn: Turn, said: roster.Said) -> None:
    kind, fields = said
    await turn.say(kind, fields, _KEYS.get(kind, ()))
