"""The evening's meeting: who is there, what is decided."""

import re

from actions import meetings
from actions.picture import picture
from actions.tasks import minuted
from domain.outgoing import Button
from domain.roles import Verb
from handlers.context import Turn
from handlers.tasks.previewing import show
from handlers.tasks.rights import may
from storage import outbox

_TO_TASK = re.compile(r"(?:决定|決定)?(?:转|轉)(?:为|為)?(?:任务|任務)\s*#?(?P<place>\d{1,3})?")


async def present(turn: Turn) -> None:
    """[到会], or `到会` in the command chat: the caller is at the meeting."""
    seen = await picture(turn.work, turn.town, turn.town.day_of(turn.now))
    new = await meetings.attend(turn.work, turn.town, turn.caller, seen, turn.said_at, turn.now)
    if turn.query is not None:
        await turn.toast("present-noted" if new else "present-known")
    elif new:
        await turn.react("👍")


async def decide(turn: Turn) -> None:
    """`/decide TEXT` during the meeting: minuted; who writes tasks may make one of it with one button."""
    made = await meetings.decide(turn.work, turn.town, turn.caller, turn.args, turn.said_at, turn.now)
    fields = {"number": str(made.number), "text": " ".join(turn.args.split())}
    buttons = [[Button("button-decision-task", f"decision/{made.id}")]] if may(turn, Verb.WRITE_TASK) else []
    await turn.say("decided", fields, buttons)


async def draft(turn: Turn) -> None:
    """[转为任务] under a decision: the draft of a task with its preview."""
    task = await minuted.draft_of_decision(turn.work, turn.town, turn.caller, int(turn.args), turn.now)
    await turn.toast("decision-drafted", number=str(task.number))
    under = None
    if turn.query is not None and turn.query.message is not None:
        under = await outbox.posted(turn.work, turn.caller.chat.id, turn.query.message.message_id)
    if under is not None and under.kind == "decided":
        await turn.redraw(under.key, "decided-task", {**under.fields, "task": str(task.number)})
    await show(turn, task)


async def draft_in_words(turn: Turn) -> bool:
    """`转任务 2`: the same of the evening's second decision; without a number, of the latest that is no task yet."""
    found = None if turn.query is not None or turn.edited else _TO_TASK.fullmatch(turn.text.strip())
    if found is None or not may(turn, Verb.WRITE_TASK):
        return False
    day = turn.town.day_of(turn.now)
    meant = await minuted.decision_meant(turn.work, day, int(found["place"]) if found["place"] else None)
    await show(turn, await minuted.draft_of_decision(turn.work, turn.town, turn.caller, meant.id, turn.now))
    return True
