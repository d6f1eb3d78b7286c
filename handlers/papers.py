"""The brief: in a few messages, for print, as pictures; of today as it stands, of a day gone as it was made."""

from datetime import date

from actions import papers, scope
from actions.picture import picture
from domain.days import past_day
from domain.errors import NotFound, NotPossible
from domain.outgoing import Act, Button, Buttons
from domain.script import simplified
from handlers.context import Turn
from storage import chats
from storage.papers import Paper

_ACTS = {
    **dict.fromkeys(("打印", "打印版", "列印", "列印版", "pdf"), Act.DOCUMENT),
    **dict.fromkeys(("图片", "图片版", "pictures"), Act.PICTURES),
}
_PRESSED = {"paper": Act.DOCUMENT, "pictures": Act.PICTURES}


async def brief(turn: Turn) -> None:
    """`/brief`, `/brief 昨天`, `/brief 图片`, `/brief 2月5日 打印`: the caller's part of the town."""
    day, act = _asked(turn)
    seen = await picture(turn.work, turn.town, day)
    for node in scope.watched(turn.caller, seen.tree):
        paper = await papers.brief_of(turn.work, turn.town, seen, node, turn.now)
        if paper is None:
            raise NotFound("brief-day-none", day=day.isoformat())
        await (_tell(turn, paper) if act is None else _send(turn, paper, act))


def _asked(turn: Turn) -> tuple[date, Act | None]:
    """Which day is asked for (today where none is), and in which form."""
    today = turn.town.day_of(turn.now)
    day, act = today, None
    for word in turn.args.split():
        form, named = _ACTS.get(simplified(word).lower()), past_day(word, today)
        if form is None and named is None:
            raise NotPossible("brief-words", words=word)
        act, day = form or act, named or day
    return day, act


async def _tell(turn: Turn, paper: Paper) -> None:
    """The messages, buttons under the last, and below them what has come since it was made."""
    *first, (last_kind, last_fields) = paper.body["messages"]
    for kind, fields in first:
        await turn.say(kind, fields)
    await turn.say(last_kind, last_fields, _buttons(paper))
    since = await papers.later(turn.work, turn.town, paper) if paper.frozen else None
    if since is not None:
        await turn.say("brief-later", since)


def _buttons(paper: Paper) -> Buttons:
    place = f"{paper.day.isoformat()}/{paper.node or 0}"
    return ((Button("button-pictures", f"brief/{place}/pictures"), Button("button-paper", f"brief/{place}/paper")),)


async def _send(turn: Turn, paper: Paper, act: Act) -> None:
    chat = await chats.by_id(turn.work, turn.caller.chat.id)
    await papers.send(turn.work, turn.town, paper, [chat], turn.now, turn.next_key("paper"), (act,))


async def pressed(turn: Turn) -> None:
    """A button under a brief: the same for print, or as pictures. Args: day, node, form."""
    day, node_text, form = turn.args.split("/")
    seen = await picture(turn.work, turn.town, date.fromisoformat(day))
    node = int(node_text) or None
    scope.check_seen(node, scope.watched(turn.caller, seen.tree), seen.tree)
    paper = await papers.brief_of(turn.work, turn.town, seen, node, turn.now)
    if paper is None:
        raise NotFound("brief-day-none", day=day)
    await _send(turn, paper, _PRESSED[form])
    await turn.toast("paper-comes")
