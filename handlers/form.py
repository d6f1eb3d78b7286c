"""`/report`: the form question by question, by buttons and typed figures."""

from decimal import Decimal

from actions import filling as actions
from actions.filling import Step
from domain.answering import read_figure
from domain.errors import NotAllowed, NotPossible
from domain.filling import Filling
from domain.outgoing import Button
from domain.script import simplified
from handlers.context import Turn
from handlers.words import leaves
from storage import dialogues, units
from storage.dialogues import Dialogue

FORM = "form"


async def start(turn: Turn) -> None:
    """Begin the form for the caller's unit; with several, ask for which. In a group, say where it can be done."""
    if not turn.in_private:
        raise NotPossible("form-private", bot=turn.bot_username)
    tree = await units.tree(turn.work)
    own = actions.units_of(tree, turn.caller)
    if not own:
        raise NotPossible("form-no-unit")
    meant = tree.named(turn.args) if turn.args.strip() else ()
    named = [unit for unit in own if unit in meant]
    if turn.args.strip() and not named:
        raise NotAllowed("form-not-yours")
    if len(named) != 1 and len(own) > 1:
        rows = [[Button(f"={unit.name}", f"form/unit/{unit.id}")] for unit in own]
        await turn.say("form-which-unit", {}, rows)
        return
    await _begin(turn, (named or own)[0].id)


async def _begin(turn: Turn, unit_id: int) -> None:
    step = await actions.begin(turn.work, turn.town, turn.caller, unit_id, turn.now)
    await _keep(turn, step, await turn.say(step.kind, step.fields, step.buttons))


async def _keep(turn: Turn, step: Step, key: str) -> None:
    state = {**step.filling.as_state(), "key": key}
    await dialogues.keep(turn.work, turn.caller, FORM, state, turn.now)


async def pressed(turn: Turn) -> None:
    """A button of the form: `form/WHAT/PLACE[/VALUE]`; one of an earlier question does nothing but say so."""
    what, _, rest = turn.args.partition("/")
    if what == "start":
        turn.args = ""
        await start(turn)
        await turn.toast("form-started")
        return
    if what == "unit":
        await _begin(turn, int(rest))
        await turn.toast("form-started")
        return
    dialogue = await dialogues.current(turn.work, turn.caller)
    place, _, value = rest.partition("/")
    if dialogue is None or dialogue.kind != FORM or str(dialogue.state["at"]) != place:
        raise NotPossible("button-old")
    await _take(turn, dialogue, what, value)


async def _take(turn: Turn, dialogue: Dialogue, what: str, value: str) -> None:
    filling, key = Filling.from_state(dialogue.state), str(dialogue.state["key"])
    if what == "send":
        kind, fields, buttons = await actions.send(turn.work, turn.town, turn.caller, filling, turn.said_at, turn.now)
        await dialogues.close(turn.work, turn.caller)
        await turn.redraw(key, kind, fields, buttons)
        await turn.toast("form-sent")
        return
    if what == "cancel":
        await dialogues.close(turn.work, turn.caller)
        await turn.redraw(key, "form-cancelled")
        await turn.toast("form-cancelled")
        return
    step = await _next(turn, filling, what, value)
    await _keep(turn, step, key)
    await turn.redraw(key, step.kind, step.fields, step.buttons)
    await turn.toast("form-noted")


async def _next(turn: Turn, filling: Filling, what: str, value: str) -> Step:
    if what == "value":
        return await actions.answer(turn.work, turn.town, filling, Decimal(value))
    if what == "sure" and filling.doubtful is not None:
        return await actions.answer(turn.work, turn.town, filling, filling.doubtful, sure=True)
    moves = {
        "skip": filling.skipped,
        "back": filling.back,
        "again": filling.asking_anew,
        "done": filling.reviewed,
        "more": filling.resumed,
    }
    if what not in moves:
        raise NotPossible("button-old")
    return await actions.show(turn.work, turn.town, moves[what]())


async def go_on(turn: Turn, dialogue: Dialogue) -> bool:
    """A typed figure answers the question that stands open; words for the buttons work too; else it is not for us."""
    filling, key = Filling.from_state(dialogue.state), str(dialogue.state["key"])
    text = turn.text.strip()
    what = _WORDS.get(simplified(text), "cancel" if leaves(text) else "")
    if what:
        await _take(turn, dialogue, what, "")
        return True
    code = filling.asked
    found = None if code is None else read_figure(text, turn.town.form, code)
    if found is None or code is None:
        return False
    way, figure = found
    step = await actions.answer(turn.work, turn.town, filling, figure, about=way == "about")
    if step.filling.doubtful is None:
        fields = {"indicator": code, "value": str(figure)}
        await turn.redraw(key, "form-answered", fields)
    await _keep(turn, step, await turn.say(step.kind, step.fields, step.buttons))
    return True


async def expects(turn: Turn, dialogue: Dialogue) -> None:
    """Say what the form waits for, to whoever sent something that it cannot take; it stays where it is."""
    kind, fields = actions.expected(turn.town, Filling.from_state(dialogue.state))
    await turn.say(kind, fields)


_WORDS = {
    "跳过": "skip",
    "上一项": "back",
    "提交": "send",
    "填完了": "done",
    "继续": "more",
    "没错": "sure",
    "重填": "again",
}
