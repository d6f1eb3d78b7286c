"""Leaders say their word on completions: by button, in words, by a reply with the reason of a return."""

from collections.abc import Collection

from actions import tasks as actions
from actions.tasks import Verdicts
from domain.audience import address
from domain.errors import NotFound, NotPossible
from domain.people import Place
from domain.roles import Verb
from domain.verifying import Judged, Named, Word, read_named
from handlers.context import Turn
from handlers.dialogues import GO_ON
from handlers.tasks import writing
from handlers.tasks.photos import photos_pressed
from handlers.tasks.rights import may
from storage import dialogues, outbox, units
from storage import tasks as stored
from storage.dialogues import Dialogue
from storage.outbox import Posted

ASK = "task-return-ask"
_RETURNING = "task-return"


async def verify_pressed(turn: Turn) -> None:
    """A button of a list of completions: number; pass, return, photos with the unit, all with instant, page, open."""
    number, _, rest = turn.args.partition("/")
    deed, _, what = rest.partition("/")
    match deed:
        case "pass":
            await _pressed_pass(turn, int(number), [int(what)])
        case "all":
            await _pressed_pass(
                turn, int(number), await actions.waiting(turn.work, turn.caller, int(number), int(what))
            )
        case "return":
            await _ask_reason(turn, int(number), int(what))
        case "photos":
            await photos_pressed(turn, int(number), int(what))
        case _:
            await turn.toast("task-toast-shown", number=number)
            await _show(turn, int(number), int(what) if what else None)


async def _pressed_pass(turn: Turn, number: int, unit_ids: list[int]) -> None:
    verdicts = await actions.let_pass(turn.work, turn.town, turn.caller, number, unit_ids, turn.now)
    await turn.toast("task-toast-passed", number=str(number), n=len(verdicts.judged), unit=verdicts.judged[0])
    await _redraw_own_list(turn, number)


async def _redraw_own_list(turn: Turn, number: int) -> None:
    """A list that somebody opened for themselves is theirs to redraw; the live ones are redrawn by the action."""
    under = await _list_pressed(turn)
    if under is not None and not under.about:
        await _redraw(turn, under, number, 0)


async def _show(turn: Turn, number: int, page: int | None) -> None:
    """A page of the list in its place; opened from another message, a list of one's own."""
    under = await _list_pressed(turn)
    if under is not None and page is not None:
        await _redraw(turn, under, number, page)
        return
    shown = await actions.opened(turn.work, turn.town, turn.caller, number, turn.now)
    await turn.say(shown.kind, shown.fields, shown.buttons)


async def _list_pressed(turn: Turn) -> Posted | None:
    """The list of completions whose button was pressed; None where it is another message."""
    message = turn.query.message if turn.query else None
    under = None if message is None else await outbox.posted(turn.work, turn.caller.chat.id, message.message_id)
    return under if under is not None and under.kind == "task-verify" else None


async def _redraw(turn: Turn, under: Posted, number: int, page: int) -> None:
    shown = await actions.opened(turn.work, turn.town, turn.caller, number, turn.now, page)
    await turn.redraw(under.key, shown.kind, shown.fields, shown.buttons)


async def _ask_reason(turn: Turn, number: int, unit_id: int) -> None:
    """Ask what is to be done better: in a group the answer is a reply, in private whatever is written next."""
    await turn.toast("task-toast-reason")
    tree = await units.tree(turn.work)
    if unit_id not in tree.units:
        raise NotPossible("task-verify-nobody", number=str(number))
    fields = {"number": str(number), "unit": tree.units[unit_id].name, "unit_id": unit_id}
    await turn.say(ASK, fields)
    await dialogues.keep(turn.work, turn.caller, _RETURNING, {"number": number, "unit_id": unit_id}, turn.now)


async def _reason(turn: Turn, dialogue: Dialogue) -> bool:
    """The reason, in private, of the return that was pressed last; a reply says itself of which it is."""
    if not turn.text.strip() or not turn.in_private or (turn.message and turn.message.reply_to_message):
        return False
    await _returned(turn, dialogue.state["number"], dialogue.state["unit_id"])
    return True


async def reason_replied(turn: Turn) -> bool:
    """A reply to the question for a reason: the return that it asked about."""
    to = None if turn.message is None else turn.message.reply_to_message
    if to is None or turn.edited or not turn.text.strip() or not may(turn, Verb.VERIFY_TASK):
        return False
    asked = await outbox.posted(turn.work, turn.caller.chat.id, to.message_id)
    if asked is None or asked.kind != ASK:
        return False
    await _returned(turn, int(asked.fields["number"]), int(asked.fields["unit_id"]))
    return True


async def _returned(turn: Turn, number: int, unit_id: int) -> None:
    await dialogues.close(turn.work, turn.caller)
    if writing.leaves(turn.text):
        await turn.say("task-return-left", {"number": str(number)})
        return
    verdicts = await actions.send_back(turn.work, turn.town, turn.caller, number, [unit_id], turn.text, turn.now)
    await _told(turn, verdicts, "task-sent-back")


async def judged_in_words(turn: Turn, judged: Judged) -> bool:
    """`通过 12 黄溪村`, `退回 12 黄溪村 原因`, `通过 12 全部`; in a group what names no unit and no task is talk."""
    task = await stored.by_number(turn.work, judged.number)
    if task is None and not turn.in_private:
        return False
    if task is None:
        raise NotFound("task-unknown", number=str(judged.number))
    mine = {place.unit_id for place in await stored.places(turn.work, judged.number)}
    tree = await units.tree(turn.work)

    def meant(word: str) -> Collection[int]:
        return [unit.id for unit in address(tree, (word,), None).units if unit.id in mine]

    named = read_named(judged.rest, meant)
    if named.strange:
        return _stranger(
            turn,
            named,
            [
                unit.name
                for doubt in address(tree, (named.strange,), None).doubts
                for unit in doubt.candidates
                if unit.id in mine
            ],
        )
    await _judge(turn, judged, await _those(turn, judged, named), named)
    return True


def _stranger(turn: Turn, named: Named, candidates: list[str]) -> bool:
    """A word that names no unit of the task: in a group it may be talk, unless it looks like one of them."""
    if not turn.in_private and not candidates:
        return False
    key = "task-problem-unit" if candidates else "task-problem-stranger"
    raise NotPossible(key, word=named.strange, candidates=candidates)


async def _those(turn: Turn, judged: Judged, named: Named) -> list[int]:
    """The units that are meant: those named, or all that wait; without either the only one that waits."""
    if named.units:
        return list(named.units)
    waiting = await actions.waiting(turn.work, turn.caller, judged.number)
    if not named.everybody and len(waiting) > 1:
        tree = await units.tree(turn.work)
        names = [tree.units[unit].name for unit in waiting]
        raise NotPossible("task-verify-which", number=str(judged.number), units=names, word=judged.word.value)
    return waiting


async def _judge(turn: Turn, judged: Judged, unit_ids: list[int], named: Named) -> None:
    work, town, caller, number = turn.work, turn.town, turn.caller, judged.number
    if judged.word is Word.PASS:
        if named.units and named.reason:
            raise NotPossible("task-problem-stranger", word=named.reason)
        verdicts = await actions.let_pass(work, town, caller, number, unit_ids, turn.now)
        await _told(turn, verdicts, "task-passed")
    else:
        verdicts = await actions.send_back(work, town, caller, number, unit_ids, named.reason, turn.now)
        await _told(turn, verdicts, "task-sent-back")


async def _told(turn: Turn, verdicts: Verdicts, kind: str) -> None:
    """In the command chat a reaction where all is said by it; in private, and of what could not be done, a line."""
    if turn.caller.chat.place is Place.COMMAND and not verdicts.not_done:
        await turn.react("👍")
        return
    fields = {
        "number": str(verdicts.task.number),
        "units": list(verdicts.judged),
        "not_done": list(verdicts.not_done),
    }
    await turn.say(kind, fields)


GO_ON[_RETURNING] = Verb.VERIFY_TASK, _reason
