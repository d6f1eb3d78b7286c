"""Doubts of a report: buttons, words in answer, and the figure that somebody fills in."""

from decimal import Decimal

from actions import questions as actions
from actions.asking import choices
from actions.questions import Learned, Ruling
from domain.errors import NotFound, NotPossible
from domain.learned import FIGURE
from domain.parsing import parse_number
from handlers.context import Turn
from handlers.words import leaves
from storage import dialogues, outbox, questions
from storage.dialogues import Dialogue

FILL = "question-value"


async def pressed(turn: Turn) -> None:
    """A button of the asking message: `q/ID/value/300`, `q/ID/other`, `q/ID/drop`, `q/ID/is/CODE`, `q/ID/note`."""
    number, way, *rest = turn.args.split("/")
    question = await questions.by_id(turn.work, int(number))
    if question is None:
        raise NotFound("question-unknown")
    if way == "other" or (way == "is" and question.value is None):
        await actions.check_may_answer(turn.work, turn.caller, question)
        await _ask_figure(turn, question, rest[0] if rest else question.indicator)
        return
    if way == "which":
        await turn.toast("question-which-toast")
        await turn.say("question-which", {"quote": question.quote}, await choices(turn.work, turn.town, question))
        return
    ruling = Ruling(way)
    if way == "value":
        ruling = Ruling("value", Decimal(rest[0]))
    elif way == "is":
        ruling = Ruling("value", question.value, rest[0])
    learned = await actions.rule(turn.work, turn.town, turn.caller, question.id, ruling, turn.said_at, turn.now)
    if learned is None:
        await turn.toast("question-done", way=way)
    else:
        await turn.toast("word-learned", **_shown(learned))
    await _close_choice(turn, question)


async def _close_choice(turn: Turn, question: questions.Question) -> None:
    """The list of indicators from which one was picked loses its buttons."""
    message = turn.message
    posted = None if message is None else await outbox.posted(turn.work, turn.caller.chat.id, message.message_id)
    if posted is not None and posted.kind == "question-which":
        settled = await questions.by_id(turn.work, question.id)
        if settled is not None and settled.settled_indicator is not None:
            fields = {"quote": question.quote, "indicator": settled.settled_indicator}
            await turn.redraw(posted.key, "question-which-settled", fields)


async def _ask_figure(turn: Turn, question: questions.Question, indicator: str | None) -> None:
    if not question.open:
        raise NotPossible("question-settled")
    state = {"question": question.id, "indicator": indicator}
    await dialogues.keep(turn.work, turn.caller, FILL, state, turn.now)
    await turn.toast("question-fill-toast")
    await turn.say("question-fill", {"quote": question.quote, "indicator": indicator or ""})


async def fill(turn: Turn, dialogue: Dialogue) -> bool:
    """The figure that was asked for; anything that is no figure goes on to whoever else may want it."""
    text = turn.text.strip()
    if leaves(text):
        await dialogues.close(turn.work, turn.caller)
        await turn.say("cancelled")
        return True
    figure = figure_in(turn, text)
    question = await questions.by_id(turn.work, int(dialogue.state["question"]))
    if question is None or not question.open:
        await dialogues.close(turn.work, turn.caller)
        return False
    if figure is None:
        return False
    code = dialogue.state["indicator"]
    ruling = Ruling("value", figure, str(code) if code else None)
    await actions.rule(turn.work, turn.town, turn.caller, question.id, ruling, turn.said_at, turn.now)
    await dialogues.close(turn.work, turn.caller)
    await turn.react("👍")
    return True


async def expects(turn: Turn, dialogue: Dialogue) -> None:
    """Say that a figure is waited for."""
    await turn.say("question-fill-expects")


def figure_in(turn: Turn, text: str) -> Decimal | None:
    """The one figure that a text is, with or without a measure behind it; None for any other text."""
    plain = parse_number(text)
    if plain is not None:
        return plain
    for indicator in turn.town.form.indicators:
        if text.endswith(indicator.measure):
            return parse_number(text.removesuffix(indicator.measure))
    return None


async def answer_in_words(turn: Turn) -> bool:
    """`1 是 287，2 忽略`, in reply to the asking message or in private at all."""
    if turn.query is not None or turn.edited or turn.message is None or not turn.text or turn.caller.person is None:
        return False
    posted = await _replied(turn)
    ask = posted.key if posted is not None and posted.kind in ("report-asked", "report-received") else None
    if ask is None and (posted is not None or not turn.in_private):
        return False
    taught = await actions.in_words(turn.work, turn.town, turn.caller, turn.text, ask, turn.said_at, turn.now)
    if taught is None:
        return False
    await turn.react("👍")
    for one in taught if turn.in_private else ():
        await turn.say("word-learned", _shown(one))
    return True


def _shown(learned: Learned) -> dict[str, object]:
    return {"phrase": learned.phrase.replace(FIGURE, "…"), "indicator": learned.indicator}


async def _replied(turn: Turn) -> outbox.Posted | None:
    """The message of ours that is replied to."""
    reply = turn.message.reply_to_message if turn.message else None
    return None if reply is None else await outbox.posted(turn.work, turn.caller.chat.id, reply.message_id)
