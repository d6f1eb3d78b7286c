"""The brief before the meeting: the town's to the command chats, to each leader what is theirs; and the ranking."""

from actions import papers, ranking, reach, scope
from actions.ground import gather
from actions.picture import picture
from actions.steps.moment import Moment
from actions.steps.telling import tell
from domain.outgoing import Act
from domain.people import Chat
from domain.town import Town
from domain.units import UnitTree
from storage import chats
from storage.work import Work


async def brief(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Write the brief out: the town's, and in private the subtree of each leader who has not the town's before them."""
    ground = await gather(work, town, await picture(work, town, moment.day), moment.now)
    written = 0
    readers = await _readers(work, moment, ground.seen.tree)
    for node, told in readers.items():
        paper = await papers.brief(work, town, ground, node, moment.now, frozen=True)
        for kind, fields in paper.body["messages"]:
            word = f"node-{node or 0}/{fields['part']}"
            written += await tell(work, moment, told, kind, fields, word=word)
        key = f"{moment.step.name}/{moment.day}/node-{node or 0}"
        written += await papers.send(work, town, paper, told, moment.now, key, (Act.PICTURES, Act.DOCUMENT))
    everybody = await chats.of_purpose(work, "town") if town.policies.rank_for_all else []
    written += await ranking.tell(work, town, moment.day, [*readers[None], *everybody], moment.now)
    return {"messages": written}


async def _readers(work: Work, moment: Moment, tree: UnitTree) -> dict[int | None, list[Chat]]:
    """Which chats are told of which node: each node's brief is made once, however many lead it."""
    command = await chats.of_purpose(work, "command")
    readers: dict[int | None, list[Chat]] = {None: command}
    for leader in await reach.leaders(work, moment.now):
        if leader.chat is not None and not (command and scope.is_whole(leader.node, tree)):
            readers.setdefault(leader.node, []).append(leader.chat)
    return readers
