"""The brief before the meeting: to the command chats for the town, to each leader for what is theirs."""

from actions import papers, reach, scope
from actions.picture import picture
from actions.steps.moment import Moment
from actions.steps.telling import tell
from domain.outgoing import Act
from domain.people import Chat
from domain.town import Town
from storage import chats
from storage.work import Work


async def brief(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Write the brief out: the town's, and in private the subtree of each leader who has not the town's before them."""
    seen = await picture(work, town, moment.day)
    written = 0
    where: list[tuple[int | None, list[Chat]]] = [(None, await chats.of_purpose(work, "command"))]
    for leader in await reach.leaders(work, moment.now):
        if leader.chat is not None and not (where[0][1] and scope.is_whole(leader.node, seen.tree)):
            where.append((leader.node, [leader.chat]))
    for node, told in where:
        paper = await papers.brief(work, town, seen, node, moment.now, frozen=True)
        for kind, fields in paper.body["messages"]:
            word = f"node-{node or 0}/{fields['part']}"
            written += await tell(work, moment, told, kind, fields, word=word)
        key = f"{moment.step.name}/{moment.day}/node-{node or 0}"
        written += await papers.send(work, town, paper, told, moment.now, key, (Act.PICTURES, Act.DOCUMENT))
    return {"messages": written}
