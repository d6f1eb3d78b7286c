"""Units that need not report: said by a leader, or asked for by the unit's lead."""

import re
from datetime import date

from actions import courses, excusing, scope
from domain.errors import NotPossible
from domain.people import Role
from domain.script import simplified
from handlers.context import Turn
from storage import outbox, units

_REVOKE = ("撤销", "取消", "revoke")
_UNTIL = re.compile(r"^(?:until|到|至)\s*", re.IGNORECASE)


async def excuse(turn: Turn) -> None:
    """`/excuse UNIT [until DAY] [reason]` by a leader, or `撤销 UNIT` in either order; `/excuse [reason]` by a lead."""
    if Role.LEADER in turn.caller.roles or Role.OPERATOR in turn.caller.roles:
        await _ordered(turn)
        return
    unit_id = next((unit for unit in turn.caller.units_as(Role.LEAD) if unit is not None), 0)
    await _ask(turn, turn.town.day_of(turn.now), unit_id, turn.args)


async def _ordered(turn: Turn) -> None:
    words = turn.args.split()
    if not words:
        raise NotPossible("excuse-words")
    tree = await units.tree(turn.work)
    named = [word for word in words if simplified(word.lower()) not in _REVOKE]
    if len(named) == 1 < len(words):
        unit = scope.named(named[0], tree)
        await turn.say("excuse-revoked", await excusing.revoke(turn.work, turn.town, turn.caller, unit, turn.now))
        return
    unit = scope.named(words[0], tree)
    until, reason = _until(turn, words[1:])
    fields = await excusing.excuse(turn.work, turn.town, turn.caller, unit, until, reason, turn.now)
    await turn.say("excused", fields)


def _until(turn: Turn, words: list[str]) -> tuple[date, str]:
    """The last day, and the reason: `到2月9日 道路中断`, `until 2026-02-09 road cut`; without one, today."""
    rest = " ".join(words)
    if not _UNTIL.match(rest):
        return turn.town.day_of(turn.now), rest
    named, _, reason = _UNTIL.sub("", rest, count=1).partition(" ")
    return courses.day_named(named, turn.town, turn.now), reason.strip()


async def asked(turn: Turn) -> None:
    """[今天免报] under a reminder: `ask/DAY/UNIT`."""
    _, day, unit_id = turn.args.split("/")
    await _ask(turn, date.fromisoformat(day), int(unit_id), "")


async def _ask(turn: Turn, day: date, unit_id: int, reason: str) -> None:
    unit = await excusing.ask(turn.work, turn.town, turn.caller, day, unit_id, reason.strip(), turn.now)
    if turn.query is not None:
        await turn.toast("excuse-sent", unit=unit)
    else:
        await turn.say("excuse-sent", {"unit": unit})


async def nodded(turn: Turn) -> None:
    """[同意] or [不同意] under a lead's wish: `yes/DAY/UNIT` or `no/DAY/UNIT`."""
    word, day, unit_id = turn.args.split("/")
    agreed = word == "yes"
    fields = await excusing.nod(
        turn.work, turn.town, turn.caller, date.fromisoformat(day), int(unit_id), agreed, turn.now
    )
    key = excusing.asked_key(date.fromisoformat(day), int(unit_id), turn.caller.chat.id)
    if await outbox.by_key(turn.work, key) is not None:
        await turn.redraw(key, "excused" if agreed else "excuse-refused", fields)
    await turn.toast("press-done")
