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
    """Write the brief out: the town's, a node's to its command chat, and in private the subtree of each leader.

    Not to leaders who have the town's before them; at a level's hour only to those whose node closes with it.
    """
    seen = await picture(work, town, moment.day)
    ground = await gather(work, town, seen, moment.close(seen), moment.now)
    written = 0
    readers = await _readers(work, town, moment, seen.tree)
    for node, told in readers.items():
        paper = await papers.brief(work, town, ground, node, moment.now, frozen=True)
        for kind, fields in paper.body["messages"]:
            word = f"node-{node or 0}/{fields['part']}"
            written += await tell(work, moment, told, kind, fields, word=word)
        key = f"{moment.step.name}/{moment.day}/node-{node or 0}"
        written += await papers.send(work, town, paper, told, moment.now, key, (Act.PICTURES, Act.DOCUMENT))
    if moment.step.level is not None:
        return {"messages": written}
    everybody = await chats.of_purpose(work, "town") if town.policies.rank_for_all else []
    ranked = {**await reach.commands(work), None: [*readers[None], *everybody]}
    written += await ranking.tell(work, town, moment.day, ranked, moment.now)
    return {"messages": written}


async def _readers(work: Work, town: Town, moment: Moment, tree: UnitTree) -> dict[int | None, list[Chat]]:
    """Which chats are told of which node: each node's brief is made once, however many lead it."""
    commands = await reach.commands(work)
    readers = {node: list(where) for node, where in commands.items() if moment.concerns(town, tree, node)}
    for leader in await reach.leaders(work, moment.now):
        has_it = bool(commands[None]) and scope.is_whole(leader.node, tree)
        if leader.chat is not None and not has_it and moment.concerns(town, tree, leader.node):
            readers.setdefault(leader.node, []).append(leader.chat)
    return readers
