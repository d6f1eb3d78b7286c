"""Posts are given and given up: invitations, handing over, leaving, removing. Each asks once before it is done."""

from collections.abc import Mapping

from actions import invitations, roster
from actions.invitations import Link
from domain.errors import NotPossible
from domain.outgoing import Button, Buttons
from handlers.context import Turn
from handlers.words import says_yes
from storage import outbox


def _confirming(verb: str, yes: str = "yes") -> Buttons:
    return ((Button(f"button-{verb}", f"{verb}/{yes}"), Button("button-not-now", f"{verb}/no")),)


async def invite(turn: Turn) -> None:
    """`/invite UNIT [ROLE]`: a link for one person."""
    link = await invitations.invite(turn.work, turn.town, turn.caller, turn.args, turn.now)
    await turn.say("invite-link", _link(turn, link))


def _link(turn: Turn, link: Link) -> dict[str, object]:
    until = turn.town.local(link.expires_at)
    return {
        "link": f"https://t.me/{turn.bot_username}?start={link.code}",
        "posts": link.posts,
        "until_day": until.date().isoformat(),
        "until": until.strftime("%H:%M"),
    }


async def hand_over(turn: Turn) -> None:
    """`/handover`: asks; `/handover yes` makes the link by which all posts pass to another."""
    if says_yes(turn.args):
        await turn.say("handover-link", await _handed_over(turn))
        return
    posts = roster.told_posts(turn.caller.posts, await roster.tree_of(turn.work))
    await turn.say("handover-ask", {"posts": posts}, _confirming("handover"))


async def _handed_over(turn: Turn) -> dict[str, object]:
    return _link(turn, await invitations.hand_over(turn.work, turn.town, turn.caller, turn.now))


async def hand_over_pressed(turn: Turn) -> None:
    """The answer to `handover-ask`."""
    if turn.args == "yes":
        await _settle(turn, "handover-link", await _handed_over(turn))
    else:
        await _settle(turn, "kept-as-it-was")


async def leave(turn: Turn) -> None:
    """`/leave`: asks; `/leave yes` does it."""
    posts = await roster.may_leave(turn.work, turn.caller)
    if says_yes(turn.args):
        await roster.leave(turn.work, turn.caller, turn.now)
        await turn.say("left")
        return
    await turn.say("leave-ask", {"posts": posts}, _confirming("leave"))


async def leave_pressed(turn: Turn) -> None:
    """The answer to `leave-ask`."""
    if turn.args == "yes":
        await roster.leave(turn.work, turn.caller, turn.now)
        await _settle(turn, "left")
    else:
        await _settle(turn, "kept-as-it-was")


async def remove(turn: Turn) -> None:
    """`/remove NAME|PHONE`: asks, or lets choose among several; with `yes` behind it, it is done."""
    words, sure = _without_yes(turn.args)
    if not words:
        raise NotPossible("remove-how")
    found = await roster.removable(turn.work, turn.caller, words)
    if sure and len(found) == 1:
        removal = await roster.remove(turn.work, turn.caller, found[0].person.id, turn.now)
        await turn.say("removed", await roster.told_removal(turn.work, removal))
        return
    told = [await roster.told_removal(turn.work, removal) for removal in found]
    if len(found) == 1:
        await turn.say("remove-ask", told[0], _confirming("remove", str(found[0].person.id)))
        return
    rows = [
        (Button("button-remove-one", f"remove/{r.person.id}", {"number": str(n)}),)
        for n, r in enumerate(found, start=1)
    ]
    await turn.say("remove-which", {"found": told}, (*rows, (Button("button-not-now", "remove/no"),)))


def _without_yes(words: str) -> tuple[str, bool]:
    head, _, last = words.rpartition(" ")
    return (head.strip(), True) if says_yes(last) else (words, False)


async def remove_pressed(turn: Turn) -> None:
    """The answer to `remove-ask` or `remove-which`."""
    if not turn.args.isdigit():
        await _settle(turn, "kept-as-it-was")
        return
    removal = await roster.remove(turn.work, turn.caller, int(turn.args), turn.now)
    await _settle(turn, "removed", await roster.told_removal(turn.work, removal))


async def _settle(turn: Turn, kind: str, fields: Mapping[str, object] | None = None) -> None:
    """What asked becomes what was answered; the press gets its few words."""
    await turn.toast("toast-settled")
    asked = turn.message and await outbox.posted(turn.work, turn.caller.chat.id, turn.message.message_id)
    if asked:
        await turn.redraw(asked.key, kind, fields)
    else:
        await turn.say(kind, fields)
