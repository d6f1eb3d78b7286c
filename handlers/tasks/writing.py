"""A task written question by question: title, text, audience, deadline, photo. Every point of it survives a restart."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any

from actions import tasks as actions
from domain.audience import address
from domain.errors import NotAllowed, NotPossible
from domain.instants import from_ms, to_ms
from domain.outgoing import Button, Buttons
from domain.phones import private
from domain.roles import Verb
from domain.task_text import read_audience, read_due, read_task
from domain.task_words import LEAVE_WORDS, SKIP_WORDS, is_one_of, read_yes_no
from domain.tasks import Draft
from handlers.context import Turn
from handlers.dialogues import GO_ON
from handlers.tasks import previewing
from storage import dialogues, units
from storage.dialogues import Dialogue

KIND = "task-new"
STEPS = ("title", "body", "audience", "due", "photo")
PATIENCE = timedelta(hours=12)
PATIENCE_IN_GROUPS = timedelta(minutes=15)
"""How long after a question words are taken for its answer: in a group people go on talking of other things."""
_HOURS = ((1, "12:00"), (1, "18:00"), (2, "12:00"))
_MOST_NODES = 6
State = dict[str, Any]


async def begin(turn: Turn) -> None:
    """Ask for the title."""
    await _ask(turn, {"step": "title"})


def leaves(text: str) -> bool:
    """Whether the word leaves the conversation."""
    return is_one_of(text, LEAVE_WORDS)


async def _ask(turn: Turn, state: State) -> None:
    """Put the question of the state's step and remember where it stands."""
    step = state["step"]
    key = await turn.say(f"task-ask-{step}", {}, await _choices(turn, step))
    await dialogues.keep(turn.work, turn.caller, KIND, {**state, "asked": key, "at": to_ms(turn.now)}, turn.now)


async def _choices(turn: Turn, step: str) -> Buttons:
    leave = Button("task-button-leave", f"newtask/{step}/leave")
    match step:
        case "body":
            return [[Button("task-button-skip", "newtask/body/skip"), leave]]
        case "audience":
            nodes = [Button(f"={name}", f"newtask/audience/{code}") for code, name in await _nodes(turn)]
            return [[Button("task-button-all", "newtask/audience/all"), *nodes[:3]], [*nodes[3:], leave]]
        case "due":
            hours = [_hour_button(days, hour) for days, hour in _HOURS]
            return [hours, [Button("task-button-no-limit", "newtask/due/none"), leave]]
        case "photo":
            photo = Button("task-button-photo", "newtask/photo/yes"), Button("task-button-no-photo", "newtask/photo/no")
            return [[*photo, leave]]
        case _:
            return [[leave]]


def _hour_button(days: int, hour: str) -> Button:
    return Button("task-button-hour", f"newtask/due/{days}-{hour}", {"days": days, "hour": hour})


async def _nodes(turn: Turn) -> list[tuple[str, str]]:
    """Code and name of the nodes with units below them that the caller may address."""
    tree, scope = await units.tree(turn.work), actions.scope_of(turn.caller)
    found = [
        unit
        for unit in tree.units.values()
        if unit.parent_id is not None
        and tree.children(unit.id)
        and (scope is None or any(tree.within(unit.id, node) for node in scope))
    ]
    return [(unit.code, unit.name) for unit in found[:_MOST_NODES]]


async def step_pressed(turn: Turn) -> None:
    """A choice under a question; one under an earlier question changes nothing."""
    step, _, choice = turn.args.partition("/")
    dialogue = await dialogues.current(turn.work, turn.caller)
    if dialogue is None or dialogue.kind != KIND or dialogue.state["step"] != step:
        await turn.toast("task-toast-old")
        return
    await turn.toast("task-toast-noted")
    if choice == "leave":
        await _leave(turn, dialogue.state)
    else:
        await _take(turn, dialogue.state, _meaning(turn, step, choice))


def _meaning(turn: Turn, step: str, choice: str) -> Any:
    """What a choice puts into the draft; a deadline as words that are read like any other."""
    match step, choice:
        case "body", _:
            return ""
        case "audience", "all":
            return []
        case "audience", code:
            return [code]
        case "due", "none":
            return ""
        case "due", _:
            days, _, hour = choice.partition("-")
            return f"{(turn.town.day_of(turn.now) + timedelta(days=int(days))).isoformat()} {hour}"
        case _:
            return choice == "yes"


async def _go_on(turn: Turn, dialogue: Dialogue) -> bool:
    """The answer to the question that is open; one that cannot be read is asked again in the refusal's words."""
    text = turn.text.strip()
    if not text or _forgotten(turn, dialogue.state):
        return False
    if leaves(text):
        await _leave(turn, dialogue.state)
    elif dialogue.state["step"] == "title" and "\n" in text:
        await _finish(turn, read_task(text, turn.town.local(turn.now)))
    else:
        await _take(turn, dialogue.state, await READERS[dialogue.state["step"]](turn, text))
    return True


def _forgotten(turn: Turn, state: State) -> bool:
    """A question that stood so long is not what the words answer; its buttons still go on with it."""
    patience = PATIENCE if turn.in_private else PATIENCE_IN_GROUPS
    return turn.said_at > from_ms(state["at"]) + patience


async def _title(turn: Turn, text: str) -> str:
    return text


async def _body(turn: Turn, text: str) -> str:
    return "" if is_one_of(text, SKIP_WORDS) else text


async def _audience(turn: Turn, text: str) -> list[str]:
    words = read_audience(text)
    found = address(await units.tree(turn.work), words, actions.scope_of(turn.caller))
    for doubt in found.doubts:
        names = [unit.name for unit in doubt.candidates]
        key = "task-problem-nobody" if doubt.empty else "task-problem-unit" if names else "task-problem-stranger"
        raise NotPossible(key, word=doubt.word, candidates=names)
    if found.outside:
        raise NotAllowed("task-problem-outside", units=[unit.name for unit in found.outside])
    return list(words)


async def _due(turn: Turn, text: str) -> str:
    due = read_due(text, turn.town.local(turn.now))
    return "" if due is None else private(text)


async def _photo(turn: Turn, text: str) -> bool:
    said = read_yes_no(text)
    if said is None:
        raise NotPossible("task-photo-unclear")
    return said


READERS: Mapping[str, Callable[[Turn, str], Awaitable[Any]]] = {
    "title": _title,
    "body": _body,
    "audience": _audience,
    "due": _due,
    "photo": _photo,
}


async def _take(turn: Turn, state: State, value: Any) -> None:
    """Put the answer into the draft and go to the next question, or to the preview after the last."""
    step = state["step"]
    await _close_question(turn, state, value)
    answered = {**state, step: value}
    following = STEPS[STEPS.index(step) + 1 :]
    if following:
        await _ask(turn, {**answered, "step": following[0]})
    else:
        await _finish(turn, _draft(turn, answered))


def _draft(turn: Turn, state: State) -> Draft:
    due = read_due(state["due"], turn.town.local(turn.now))
    audience = tuple(state["audience"])
    return Draft(state["title"], state["body"], audience, due, state["due"], state["photo"])


async def _finish(turn: Turn, written: Draft) -> None:
    await dialogues.close(turn.work, turn.caller)
    await previewing.keep(turn, written)


async def _leave(turn: Turn, state: State) -> None:
    await dialogues.close(turn.work, turn.caller)
    await turn.redraw(state["asked"], f"task-ask-{state['step']}")
    await turn.say("task-left")


async def _close_question(turn: Turn, state: State, value: Any) -> None:
    """A question that is answered shows the answer and loses its buttons."""
    fields: dict[str, object] = {"value": value}
    if state["step"] == "due":
        fields |= actions.due_fields(turn.town, read_due(value, turn.town.local(turn.now)), turn.now)
    await turn.redraw(state["asked"], f"task-asked-{state['step']}", fields)


GO_ON[KIND] = Verb.WRITE_TASK, _go_on
