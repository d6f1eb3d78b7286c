"""`/rank`: who works how well, over a week or a day."""

from actions import ranking, scope
from domain.errors import NotPossible
from domain.script import simplified
from handlers.context import Turn
from storage import outbox, units

_SPANS = {
    **dict.fromkeys(("", "周", "本周", "一周", "7天", "7", "week", "weekly"), "week"),
    **dict.fromkeys(("日", "今天", "今日", "当天", "每日", "1天", "1", "day", "daily", "today"), "day"),
}


async def rank(turn: Turn) -> None:
    """`/rank`, `/rank 周`, `排名 日`: the caller's part of the town."""
    word = simplified(turn.args.strip()).lower()
    if word not in _SPANS:
        raise NotPossible("rank-how", words=turn.args[:40])
    tops = ranking.watched(turn.town, turn.caller, await units.tree(turn.work))
    seen = await ranking.ranking_of(turn.work, turn.town, _SPANS[word], turn.now)
    for node in tops:
        await ranking.show(turn.work, turn.town, seen, node, turn.caller.chat.id, turn.next_key("rank"), turn.now)


async def pressed(turn: Turn) -> None:
    """Another page or span. Args: span, node, page. A list is changed in place; below a picture one is written."""
    span, node_text, page = turn.args.split("/")
    tree = await units.tree(turn.work)
    node = int(node_text) or None
    scope.check_seen(node, ranking.watched(turn.town, turn.caller, tree), tree)
    seen = await ranking.ranking_of(turn.work, turn.town, span, turn.now)
    fields, buttons = ranking.page_of(turn.town, seen, node, int(page))
    message = turn.message
    posted = await outbox.posted(turn.work, turn.caller.chat.id, message.message_id) if message else None
    if posted is not None and posted.kind == "rank":
        await turn.redraw(posted.key, "rank", fields, buttons)
    else:
        await turn.say("rank", fields, buttons)
    await turn.toast("press-done")
