"""The day's course: its steps, and what leaders change of it."""

import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import date

from actions import calling, courses, dayorders
from domain.errors import NotPossible
from domain.outgoing import Button
from domain.roles import PERMITS, Verb
from domain.script import simplified
from handlers.context import Turn
from handlers.words import says_yes
from storage import outbox

_WORDS: Mapping[str, str] = {
    "延时": "extend",
    "延长": "extend",
    "extend": "extend",
    "提前截止": "close",
    "截止": "close",
    "close": "close",
    "跳过": "skip",
    "skip": "skip",
    "恢复": "restore",
    "restore": "restore",
    "暂停": "pause",
    "pause": "pause",
    "继续": "resume",
    "resume": "resume",
}
_ORDER = re.compile(rf"(?P<word>{'|'.join(_WORDS)})\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_SURE = re.compile(r"(?P<day>.*?)[\s/]*(?:确认|yes|是)", re.IGNORECASE | re.DOTALL)
"""`2月7日 确认`, and `2026-02-07/yes` as the button has it."""
_CONFIRMS = frozenset({"close-confirm", "skip-confirm"})


async def cycle(turn: Turn) -> None:
    """`/cycle`: the day's steps. With an order behind it (延时 15, 提前截止, 跳过 2月7日, 暂停...), that."""
    found = _ORDER.fullmatch(simplified(turn.args))
    if turn.args and found is None:
        raise NotPossible("cycle-words")
    if found is None:
        fields = await courses.course(turn.work, turn.town, turn.now)
        await turn.say("cycle", fields, courses.buttons(fields) if _may_order(turn) else ())
        return
    _check_may_order(turn)
    await _ORDERS[_WORDS[found["word"].lower()]](turn, found["rest"].strip())


async def skip(turn: Turn) -> None:
    """`/skip DAY`: take a day out."""
    await _skip(turn, simplified(turn.args))


async def pressed(turn: Turn) -> None:
    """The buttons of `/cycle` and of the roll-call; args as in their data: the order, then what it needs."""
    word, _, rest = turn.args.partition("/")
    if word == "extend":
        minutes, _, close = rest.partition("/")
        said = await dayorders.extend(turn.work, turn.town, turn.caller, int(minutes), turn.now, close or None)
        await turn.say("close-extended", said)
    elif word == "keep":
        await _answer(turn, "cycle-kept", {})
    elif word in _ORDERS:
        await _ORDERS[word](turn, rest)
    await turn.toast("press-done")


async def _answer(turn: Turn, kind: str, fields: Mapping[str, object]) -> None:
    """Say what was done; where somebody was asked whether they are sure, in place of the question."""
    message = turn.message if turn.query is not None else None
    asked = None if message is None else await outbox.posted(turn.work, turn.caller.chat.id, message.message_id)
    if asked is not None and asked.kind in _CONFIRMS:
        await turn.redraw(asked.key, kind, fields)
    else:
        await turn.say(kind, fields)


async def call_silent(turn: Turn) -> None:
    """[催未报]: remind the silent units now."""
    n = await calling.call_silent(turn.work, turn.town, turn.caller, turn.now)
    await turn.toast("called-silent", n=n)
    if turn.query is None:
        await turn.say("called-silent", {"n": n})


def _may_order(turn: Turn) -> bool:
    permit = PERMITS[Verb.CHANGE_DAY]
    return bool(permit.roles & turn.caller.roles) and turn.caller.chat.place in permit.places


def _check_may_order(turn: Turn) -> None:
    if not _may_order(turn):
        raise NotPossible("cycle-order-not-yours")


async def _extend(turn: Turn, rest: str) -> None:
    found = re.fullmatch(r"(\d{1,3})\s*(?:分钟?|min\w*)?", rest)
    if found is None:
        raise NotPossible("extend-minutes", most=str(dayorders.MOST_MINUTES))
    await turn.say("close-extended", await dayorders.extend(turn.work, turn.town, turn.caller, int(found[1]), turn.now))


async def _close(turn: Turn, rest: str) -> None:
    if says_yes(rest):
        await _answer(turn, "close-early", await dayorders.close_early(turn.work, turn.town, turn.caller, turn.now))
        return
    fields = await courses.before_close(turn.work, turn.town, turn.now)
    await turn.say("close-confirm", fields, _confirm("cycle/close/yes"))


async def _skip(turn: Turn, rest: str) -> None:
    sure = _SURE.fullmatch(rest.strip())
    day = _day(turn, rest if sure is None else sure["day"])
    dayorders.check_day(turn.town, day, turn.now)
    if sure is not None:
        await _answer(turn, "skipped", await dayorders.skip(turn.work, turn.town, turn.caller, day, turn.now))
    else:
        await turn.say("skip-confirm", {"day": day.isoformat()}, _confirm(f"cycle/skip/{day.isoformat()}/yes"))


async def _restore(turn: Turn, rest: str) -> None:
    await turn.say("restored", await dayorders.restore(turn.work, turn.town, turn.caller, _day(turn, rest), turn.now))


async def _pause(turn: Turn, rest: str) -> None:
    await turn.say("paused", await dayorders.pause(turn.work, turn.town, turn.caller, turn.now))


async def _resume(turn: Turn, rest: str) -> None:
    await turn.say("resumed", await dayorders.resume(turn.work, turn.town, turn.caller, turn.now))


def _confirm(data: str) -> tuple[tuple[Button, ...], ...]:
    return ((Button("button-yes", data), Button("button-no", "cycle/keep")),)


def _day(turn: Turn, words: str) -> date:
    """The day that the words name; today when there are none."""
    if not words.strip():
        return turn.town.day_of(turn.now)
    return courses.day_named(words.strip(), turn.town, turn.now)


_ORDERS: Mapping[str, Callable[[Turn, str], Awaitable[None]]] = {
    "extend": _extend,
    "close": _close,
    "skip": _skip,
    "restore": _restore,
    "pause": _pause,
    "resume": _resume,
}
