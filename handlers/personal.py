"""One's own data: `/mydata` shows what is kept, `/forget` erases it."""

import json
from collections.abc import Mapping
from typing import Any

from actions import forgetting
from domain.outgoing import Act, Button, Outgoing
from handlers.context import Turn
from handlers.words import says_yes
from storage import outbox

_PART = 3500
_MOST_PARTS = 3


async def my_data(turn: Turn) -> None:
    """`/mydata`: everything that is kept of the caller as JSON, in as few messages as hold it; more of it as a file."""
    whose = await forgetting.subject(turn.work, turn.caller, "")
    data = await forgetting.data_of(turn.work, turn.town, whose)
    document = json.dumps(data, ensure_ascii=False, indent=1)
    parts = [document[start : start + _PART] for start in range(0, len(document), _PART)]
    if len(parts) > _MOST_PARTS:
        fields = {"document": document}
        told = Outgoing(turn.next_key("mydata"), turn.caller.chat.id, "mydata-file", fields, act=Act.DOCUMENT)
        await outbox.put(turn.work, told, turn.now)
        return
    for number, part in enumerate(parts, start=1):
        about = {"about": _about(data, turn.town.retention.raw_updates)} if number == 1 else {}
        await turn.say("mydata", {"number": number, "parts": len(parts), "text": part, **about})


def _about(data: Mapping[str, Any], days: int) -> dict[str, object]:
    """What is kept of somebody, in short; for how many days raw updates are."""
    return {
        "account": str(data["telegram_id"]),
        "name": data.get("name", ""),
        "phone": data.get("phone"),
        "posts": data.get("posts", []),
        "sent": len(data.get("sent", [])),
        "days": days,
    }


async def forget(turn: Turn) -> None:
    """`/forget`: asks, and says what goes and what stays; an operator may name somebody. With `yes` it is done."""
    words, sure = _without_yes(turn.args)
    whose = await forgetting.subject(turn.work, turn.caller, words)
    told = await forgetting.told(turn.work, turn.caller, whose)
    if sure:
        await forgetting.forget(turn.work, turn.caller, whose, turn.now)
        await turn.say("forgotten", _done(told))
        return
    yes = Button("button-forget", f"forget/{told['number']}")
    await turn.say("forget-ask", told, ((yes, Button("button-not-now", "forget/no")),))


def _without_yes(words: str) -> tuple[str, bool]:
    head, _, last = words.rpartition(" ")
    return (head.strip(), True) if says_yes(last) else (words, False)


async def forget_pressed(turn: Turn) -> None:
    """The answer to `forget-ask`."""
    if turn.args == "no":
        await _settle(turn, "kept-as-it-was", {})
        return
    whose = await forgetting.of_number(turn.work, turn.caller, int(turn.args))
    told = await forgetting.told(turn.work, turn.caller, whose)
    await forgetting.forget(turn.work, turn.caller, whose, turn.now)
    await _settle(turn, "forgotten", _done(told))


def _done(told: dict[str, object]) -> dict[str, object]:
    """Who is forgotten by their own wish is not named again."""
    return {"own": told["own"], "name": "" if told["own"] else told["name"]}


async def _settle(turn: Turn, kind: str, fields: dict[str, object]) -> None:
    """What asked becomes what was answered; where it is forgotten too, it is said anew."""
    await turn.toast("toast-settled")
    asked = turn.message and await outbox.posted(turn.work, turn.caller.chat.id, turn.message.message_id)
    if asked:
        await turn.redraw(asked.key, kind, fields)
    else:
        await turn.say(kind, fields)
