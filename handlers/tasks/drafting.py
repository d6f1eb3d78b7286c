"""Leaders write tasks and decide on them."""

from dataclasses import replace

from actions import tasks as actions
from domain.errors import NotPossible
from domain.roles import Verb
from domain.task_text import only_parts, read_task
from domain.task_words import SKIP_WORDS, Decision, is_one_of
from domain.task_words import rewritten as edited_task
from domain.tasks import TaskState
from handlers.context import Turn
from handlers.dialogues import GO_ON
from handlers.tasks import repeating, writing
from handlers.tasks.previewing import keep, show
from handlers.tasks.rights import may
from storage import dialogues, outbox
from storage import tasks as stored
from storage.dialogues import Dialogue

_EDITING = "task-edit"
WITHDRAW = "task-withdraw"


async def task(turn: Turn) -> None:
    """`/task` with the task written below it: its preview; with nothing: question by question."""
    if turn.args.strip().lower() in repeating.LIST_WORDS:
        await repeating.list_all(turn)
    elif turn.args and not await repeating.written(turn, turn.args):
        await keep(turn, read_task(turn.args, turn.town.local(turn.now)))
    elif not turn.args:
        await writing.begin(turn)


async def order(turn: Turn) -> None:
    """`/order` with the order behind it: its preview; one press and it goes out, whatever the hour."""
    if not turn.args:
        raise NotPossible("order-empty")
    await keep(turn, replace(read_task(turn.args, turn.town.local(turn.now)), urgent=True))


async def decided(turn: Turn) -> None:
    """A button under a preview: `number/version/deed`, and for a name that was unclear `unit/place/unit`."""
    number, version, deed, *rest = turn.args.split("/")
    if deed == "unit":
        place, unit_id = int(rest[0]), int(rest[1])
        await actions.choose_unit(
            turn.work, turn.town, turn.caller, int(number), int(version), place, unit_id, turn.now
        )
        await turn.toast("task-toast-edited", number=number)
        return
    if deed == "verify":
        task = await actions.switch_verifying(turn.work, turn.town, turn.caller, int(number), int(version), turn.now)
        await turn.toast("task-toast-verify", number=number, verify=task.verify)
        return
    await decide(turn, Decision(deed), int(number), version=int(version))


async def decide(turn: Turn, decision: Decision, number: int, text: str = "", version: int | None = None) -> None:
    """What a leader decided of a task, by button (answered by a toast) or in words (by a line)."""
    match decision:
        case Decision.PUBLISH:
            if (await actions.undecided(turn.work, number)).urgent:
                await _publish(turn, number, version)
            else:
                await _confirm(turn, number, version)
        case Decision.NOW:
            await _publish(turn, number, version)
        case Decision.CANCEL:
            await actions.cancel(turn.work, turn.town, turn.caller, number, turn.now, version)
            await _answer(turn, "task-cancelled-now", {"number": str(number)})
        case Decision.WITHDRAW:
            await _withdraw(turn, number, text)
        case Decision.EDIT:
            await _edit(turn, number, text)


async def _confirm(turn: Turn, number: int, version: int | None) -> None:
    day = await actions.confirm(turn.work, turn.town, turn.caller, number, turn.now, version)
    fields = {"number": str(number), **actions.publication_fields(turn.town, day, turn.now)}
    await _answer(turn, "task-confirmed", fields)


async def _publish(turn: Turn, number: int, version: int | None) -> None:
    out = await actions.publish_at_once(turn.work, turn.town, turn.caller, number, turn.now, version)
    await _answer(turn, "task-published-now", {"number": str(number), "units": out.units})


async def _answer(turn: Turn, kind: str, fields: dict[str, object]) -> None:
    if turn.query is not None:
        await turn.toast(kind, **fields)
    else:
        await turn.say(kind, fields)


async def _withdraw(turn: Turn, number: int, reason: str) -> None:
    """In words at once; a button might have been pressed by mistake, so that it asks for the reason first."""
    if turn.query is None:
        await actions.cancel(turn.work, turn.town, turn.caller, number, turn.now, reason=reason)
        await turn.say("task-withdrawn-now", {"number": str(number)})
        return
    await actions.editable(turn.work, number)
    await turn.toast("task-toast-reason")
    await turn.say(WITHDRAW, {"number": str(number)})
    await dialogues.keep(turn.work, turn.caller, WITHDRAW, {"number": number}, turn.now)


async def _withdrawn(turn: Turn, dialogue: Dialogue) -> bool:
    """The reason of a withdrawal that was pressed, or the word that leaves the task as it is."""
    if not turn.text.strip() or not (turn.in_private or await _replies(turn) or writing.leaves(turn.text)):
        return False
    await dialogues.close(turn.work, turn.caller)
    number = int(dialogue.state["number"])
    if writing.leaves(turn.text):
        await turn.say("task-withdraw-left", {"number": str(number)})
    else:
        await _withdraw(turn, number, "" if is_one_of(turn.text, SKIP_WORDS) else turn.text.strip())
    return True


async def rewritten(turn: Turn) -> bool:
    """A leader edits the message in which a task was written: the task reads so from then on."""
    message, text = turn.message, edited_task(turn.text)
    if message is None or not text or not may(turn, Verb.PUBLISH_TASK):
        return False
    task = await stored.by_message(turn.work, turn.caller.chat.id, message.message_id)
    if task is None or task.state is TaskState.CANCELLED:
        return False
    if task.state is TaskState.PUBLISHED:
        await _amend(turn, task.number, text)
    else:
        await actions.edit_draft(turn.work, turn.town, turn.caller, task.number, text, turn.now)
        await turn.react("👍")
    return True


async def _amend(turn: Turn, number: int, text: str) -> None:
    """The task that is out reads so from now on: what changed is said to who changed it."""
    amended = await actions.amend(turn.work, turn.town, turn.caller, number, text, turn.now)
    await turn.say("task-amended-now", {"number": str(number), "changes": list(amended.changes)})


async def _edit(turn: Turn, number: int, text: str) -> None:
    """With the new text: the change; without it: ask for the text, showing the one that stands."""
    standing = await actions.editable(turn.work, number)
    if text and standing.state is TaskState.PUBLISHED:
        await _amend(turn, number, text)
        return
    if text:
        await show(turn, await actions.edit_draft(turn.work, turn.town, turn.caller, number, text, turn.now))
        return
    await actions.check_own(turn.work, turn.caller, standing)
    await turn.toast("task-toast-edit", number=str(number))
    fields = {
        "number": str(number),
        "title": standing.title,
        "body": standing.body,
        "audience": list(standing.audience),
        "due_words": standing.due_words,
        "photo": standing.photo,
        "goals": standing.goals,
        "asks": standing.asks,
    }
    await turn.say("task-edit-prompt", fields)
    await dialogues.keep(turn.work, turn.caller, _EDITING, {"number": number}, turn.now)


async def _edited(turn: Turn, dialogue: Dialogue) -> bool:
    """The new text of a draft, or the word that leaves it as it is.

    In a group leaders go on talking: there only a reply is meant, or lines like 截止：明天 that can mean nothing else.
    """
    meant = turn.in_private or await _replies(turn) or only_parts(turn.text) or writing.leaves(turn.text)
    if not turn.text.strip() or not meant:
        return False
    await dialogues.close(turn.work, turn.caller)
    if writing.leaves(turn.text):
        await turn.say("task-edit-left", {"number": str(dialogue.state["number"])})
    else:
        await _edit(turn, dialogue.state["number"], turn.text)
    return True


async def _replies(turn: Turn) -> bool:
    """Whether the message replies to the question, or to the draft itself."""
    to = None if turn.message is None else turn.message.reply_to_message
    asked = None if to is None else await outbox.posted(turn.work, turn.caller.chat.id, to.message_id)
    return asked is not None and asked.kind in ("task-edit-prompt", "task-draft", WITHDRAW)


GO_ON[_EDITING] = Verb.PUBLISH_TASK, _edited
GO_ON[WITHDRAW] = Verb.PUBLISH_TASK, _withdrawn
