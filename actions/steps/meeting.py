"""The meeting opens: agenda and roll-call button in the command chats."""

from actions.meetings import BUTTONS, agenda, post_key
from actions.picture import picture
from actions.steps.moment import Moment
from domain.outgoing import Lane, Outgoing
from domain.town import Town
from storage import chats, outbox
from storage.work import Work


async def meeting(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Open the meeting: from now on /decide is minuted and people can say that they are there."""
    seen = await picture(work, town, moment.day)
    fields = await agenda(work, town, seen)
    opened = 0
    for chat in await chats.of_purpose(work, "command"):
        key = post_key(moment.day, chat.id)
        said = Outgoing(key, chat.id, "meeting", fields, BUTTONS, Lane.ORDER)
        opened += await outbox.put(work, said, moment.now) is not None
    return {"chats": opened}
