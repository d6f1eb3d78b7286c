"""Units answer their tasks: by button, in words, by a reply with words, photos or files."""

from collections.abc import Mapping, Sequence
from typing import Any

from telegram import Message

from actions import tasks as actions
from actions.tasks import Answer
from domain.errors import NotAllowed
from domain.numbers import plain
from domain.outgoing import Button, Buttons
from domain.people import Role
from domain.roles import Verb
from domain.task_words import Said, Value, read_reply, read_value
from domain.tasks import UnitState, after
from domain.units import folded
from handlers.context import Turn
from handlers.tasks import listing
from handlers.tasks.rights import may
from storage import outbox, units
from storage import tasks as stored
from storage.outbox import Posted
from storage.tasks import File
from storage.tasks import Message as Sent

_REPLIED_TO = frozenset(
    {
        "task",
        "task-remind",
        "order-again",
        "task-ask-number",
        "task-number-unclear",
        "task-ask-reason",
        "task-ask-picture",
        "task-said",
        "task-which",
        "task-reply-which",
        "task-returned",
        "task-amended",
    }
)
_OF_ONE_UNIT = frozenset({"task-remind", "order-again", "task-returned"})
_LISTS = frozenset({"task-remind-several", "task-reply-number"})


async def pressed(turn: Turn) -> None:
    """A button of a task: `number/state`, and the unit where the button is one unit's."""
    number, state, *rest = turn.args.split("/")
    mine = await actions.own_units(turn.work, turn.caller, int(number))
    chosen = [int(rest[0])] if rest else mine
    if len(chosen) > 1:
        await turn.toast("task-toast-which")
        await _ask_which(turn, int(number), UnitState(state), chosen)
        return
    answer = await _answer(turn, int(number), UnitState(state), chosen[0])
    await turn.toast("task-toast-said", **_said_fields(answer))
    await _redraw_pressed(turn, answer)
    await _ask_for_more(turn, answer)


async def _answer(turn: Turn, number: int, state: UnitState, unit_id: int, words: str = "") -> Answer:
    return await actions.answer(
        turn.work, turn.town, turn.caller, number, state, unit_id, turn.said_at, turn.now, words
    )


def _said_fields(answer: Answer) -> dict[str, object]:
    return {
        "number": str(answer.task.number),
        "title": answer.task.title,
        "unit": answer.unit,
        "unit_id": answer.place.unit_id,
        "asks": answer.task.asks,
        "state": answer.place.state.value,
        "changed": answer.changed,
    }


async def _ask_which(turn: Turn, number: int, state: UnitState, unit_ids: Sequence[int]) -> None:
    fields = {"number": str(number), "state": state.value, "units": list(unit_ids)}
    await turn.say("task-which", fields, await _which_buttons(turn, number, state, unit_ids))


async def _which_buttons(turn: Turn, number: int, state: UnitState, unit_ids: Sequence[int]) -> Buttons:
    tree = await units.tree(turn.work)
    return [[Button(f"={tree.units[unit].name}", f"task/{number}/{state.value}/{unit}")] for unit in unit_ids]


async def _redraw_pressed(turn: Turn, answer: Answer) -> None:
    """The messages that only asked lose what is settled; the task's own message is redrawn by the action."""
    under = await _posted(turn, None if turn.query is None else turn.query.message)
    if under is None:
        return
    if (
        under.kind in ("task-remind", "order-again") and under.fields["unit_id"] is not None
    ) or under.kind == "task-returned":
        await turn.redraw(under.key, "task-said", _said_fields(answer))
    elif under.kind == "task-remind-several":
        rows = await actions.rows_now(turn.work, under.fields["rows"])
        await turn.redraw(under.key, under.kind, {"rows": rows}, actions.row_buttons(rows))
    elif under.kind == "task-which":
        number, state = answer.task.number, UnitState(under.fields["state"])
        left = await _left(turn, number, state, under.fields["units"])
        if left:
            await turn.redraw(under.key, "task-which", under.fields, await _which_buttons(turn, number, state, left))
        else:
            await turn.redraw(under.key, "task-said", _said_fields(answer))
    elif under.kind == "tasks-mine":
        fields, buttons = await listing.own(turn)
        await turn.redraw(under.key, "tasks-mine", fields, buttons)


async def _left(turn: Turn, number: int, state: UnitState, unit_ids: Sequence[int]) -> list[int]:
    """Those of the units that the answer would still change."""
    places = {place.unit_id: place.state for place in await stored.places(turn.work, number)}
    return [unit for unit in unit_ids if unit in places and after(places[unit], state) is not places[unit]]


async def _posted(turn: Turn, message: Any) -> Posted | None:
    return None if message is None else await outbox.posted(turn.work, turn.caller.chat.id, message.message_id)


async def _ask_for_more(turn: Turn, answer: Answer) -> None:
    """Ask once for what is still wanted: the reason of a difficulty, the photo of a task that is done."""
    kinds = {"reason": "task-ask-reason", "photo": "task-ask-picture", "number": "task-ask-number"}
    if answer.ask:
        await turn.say(kinds[answer.ask], _said_fields(answer))


async def answer_in_words(turn: Turn, said: Said) -> bool:
    """`收到 12`: the answer of the caller's unit; from somebody without a unit it is not for us."""
    if said.number is None or not may(turn, Verb.ANSWER_TASK):
        return False
    await actions.running(turn.work, said.number)
    mine = await actions.own_units(turn.work, turn.caller, said.number)
    if len(mine) > 1:
        await _ask_which(turn, said.number, said.state, mine)
        return True
    if turn.edited and await _answered_since(turn, said.number, mine[0]):
        return False
    files = [] if turn.message is None else files_of(turn.message)
    if files:
        await _keep(turn, said.number, mine[0], "", files)
    await _take(turn, said, mine[0])
    return True


async def _answered_since(turn: Turn, number: int, unit_id: int) -> bool:
    """Whether the unit has answered after the message that is edited was written: the later word stands."""
    place = await stored.place(turn.work, number, unit_id)
    changed = None if place is None else place.changed_at
    return changed is not None and turn.message is not None and changed > turn.message.date


async def _keep(turn: Turn, number: int, unit_id: int, words: str, files: Sequence[File]) -> bool:
    """Keep words and files as feedback; False for a further part of an album."""
    assert turn.message is not None
    kept = Sent(turn.caller.person_id, turn.caller.chat.id, turn.message.message_id, turn.said_at, words.strip())
    return await actions.feedback(turn.work, turn.town, turn.caller, number, unit_id, kept, files, turn.now)


async def _take(turn: Turn, said: Said, unit_id: int) -> None:
    """Take the answer, thank for it: in private by a line, in a group by a reaction."""
    assert said.number is not None
    words = said.rest if said.state is UnitState.DIFFICULTY else ""
    answer = await _answer(turn, said.number, said.state, unit_id, words)
    if turn.in_private and not answer.ask:
        await turn.say("task-said", _said_fields(answer))
    elif not turn.in_private:
        await turn.react("👍")
    await _ask_for_more(turn, answer)


async def replied(turn: Turn) -> bool:
    """A reply to one of a task's messages, by somebody of the unit: an answer, a reason or feedback."""
    message = turn.message
    if turn.query is not None or message is None or not may(turn, Verb.ANSWER_TASK):
        return False
    to = await _posted(turn, message.reply_to_message)
    if to is None:
        return await _in_thread(turn, message)
    if to.kind in _LISTS:
        return await _replied_to_list(turn, to)
    if to.kind not in _REPLIED_TO:
        return False
    number = int(to.fields["number"])
    try:
        mine = await actions.own_units(turn.work, turn.caller, number)
    except NotAllowed:
        return False
    meant = await _units_meant(turn, to.fields, mine)
    if len(meant) == 1:
        await _reply(turn, message, to.kind, number, meant[0])
    else:
        tree = await units.tree(turn.work)
        names = [tree.units[unit].name for unit in mine if unit in tree.units]
        await turn.say("task-reply-which", {"number": str(number), "units": names})
    return True


async def _in_thread(turn: Turn, message: Message) -> bool:
    """What follows a message that was sent back for a task: a further part of its album, a reply with 完成 or a photo.

    Other words in reply to a colleague are talk.
    """
    chat, to = turn.caller.chat.id, message.reply_to_message
    files = files_of(message)
    album = files[0].album if files else None
    found = None if to is None else await stored.thread(turn.work, chat, to.message_id)
    if found is None and album is not None:
        found = await stored.thread_of_album(turn.work, chat, album)
    if found is None or not (files or read_reply(turn.text, found[0])):
        return False
    number, unit_id = found
    try:
        mine = await actions.own_units(turn.work, turn.caller, number)
    except NotAllowed:
        return False
    if unit_id not in mine:
        return False
    await _reply(turn, message, "", number, unit_id)
    return True


async def _replied_to_list(turn: Turn, to: Posted) -> bool:
    """收到 in reply to a list is of every task in it; for anything else one must know of which."""
    rows = await actions.rows_now(turn.work, to.fields["rows"])
    mine = [unit for unit in turn.caller.units_as(Role.WARDEN, Role.LEAD) if unit is not None]
    meant = [row for row in rows if row["unit_id"] in mine]
    if not meant or turn.edited:
        return False
    said = read_reply(turn.text, int(meant[0]["number"]))
    if said is None or said.state is not UnitState.SEEN or said.rest:
        numbers = [row["number"] for row in meant]
        await turn.say("task-reply-number", {"numbers": numbers, "number": numbers[0], "rows": meant})
        return True
    for row in meant:
        await _answer(turn, int(row["number"]), UnitState.SEEN, row["unit_id"])
    if to.kind == "task-remind-several":
        rows = await actions.rows_now(turn.work, rows)
        await turn.redraw(to.key, to.kind, {"rows": rows}, actions.row_buttons(rows))
    await turn.react("👍")
    return True


async def _units_meant(turn: Turn, fields: Mapping[str, Any], mine: Sequence[int]) -> list[int]:
    """The unit that a reply is of: the one asked, the caller's only one, or the one that the words name."""
    if fields.get("unit_id") in mine:
        return [int(fields["unit_id"])]
    tree = await units.tree(turn.work)
    return (
        list(mine) if len(mine) == 1 else [unit for unit in mine if folded(tree.units[unit].name) in folded(turn.text)]
    )


async def _reply(turn: Turn, message: Message, to: str, number: int, unit_id: int) -> None:
    """Take a reply: its words and files, the answer in it, the number. An edited answer counts until the next one."""
    said = read_reply(turn.text, number)
    if said is not None and turn.edited and await _answered_since(turn, number, unit_id):
        said = None
    files = files_of(message)
    words = turn.text if said is None else "" if said.state is UnitState.DIFFICULTY else said.rest
    fresh = await _keep(turn, number, unit_id, words, files) if words or files else True
    if await _number_taken(turn, to, number, unit_id, said):
        return
    if said is not None:
        await _take(turn, said, unit_id)
        return
    if to == "task-ask-reason" and words and not turn.edited:
        await actions.explain(turn.work, turn.town, turn.caller, number, unit_id, words.strip(), turn.said_at, turn.now)
    if fresh and not turn.edited:
        await turn.react("👍")


async def _number_taken(turn: Turn, to: str, number: int, unit_id: int, said: Said | None) -> bool:
    """Take the number that the reply holds where its task asks for one; whether all of the reply is settled by that."""
    task = await actions.running(turn.work, number)
    value = read_value(turn.text if said is None else said.rest) if task.asks else None
    if value is not None:
        await _keep_number(turn, number, unit_id, value, said)
    elif to in ("task-ask-number", "task-number-unclear") and turn.text.strip() and said is None:
        await turn.say("task-number-unclear", {"asks": task.asks, "number": str(number), "unit_id": unit_id})
        return True
    return value is not None


async def _keep_number(turn: Turn, number: int, unit_id: int, value: Value, said: Said | None = None) -> None:
    """Keep the number, then the answer that came with it; in private say what was noted, in a group by a reaction."""
    who = turn.work, turn.town, turn.caller, number
    task = await actions.take_number(*who, unit_id, value.value, turn.said_at, turn.now)
    state = said.state if said is not None else value.state
    if state is not None and not turn.edited:
        await _take(turn, Said(state, number), unit_id)
        return
    tree = await units.tree(turn.work)
    fields = {"unit": tree.units[unit_id].name, "number": str(number), "asks": task.asks, "value": plain(value.value)}
    if turn.in_private:
        await turn.say("task-number-taken", fields)
    else:
        await turn.react("👍")


async def value_in_words(turn: Turn, value: Value) -> bool:
    """`回报 12 320`, `完成 12 320户`: the number of the caller's unit; only where the task asks for one."""
    if value.number is None or not may(turn, Verb.ANSWER_TASK):
        return False
    task = await stored.by_number(turn.work, value.number)
    if task is None or (value.state is not None and not task.asks):
        return False
    mine = await actions.own_units(turn.work, turn.caller, value.number)
    if len(mine) > 1:
        tree = await units.tree(turn.work)
        names = [tree.units[unit].name for unit in mine if unit in tree.units]
        await turn.say("task-reply-which", {"number": str(value.number), "units": names})
    else:
        await _keep_number(turn, value.number, mine[0], value)
    return True


def files_of(message: Message) -> list[File]:
    """The photo or file that a message carries, in the largest size; an image sent as a file is a photo too."""
    album = message.media_group_id
    if message.photo:
        return [File("photo", message.photo[-1].file_id, message.photo[-1].file_unique_id, album)]
    if message.document:
        kind = "photo" if (message.document.mime_type or "").startswith("image/") else "document"
        return [File(kind, message.document.file_id, message.document.file_unique_id, album)]
    if message.video:
        return [File("video", message.video.file_id, message.video.file_unique_id, album)]
    if message.voice:
        return [File("voice", message.voice.file_id, message.voice.file_unique_id, album)]
    return []
