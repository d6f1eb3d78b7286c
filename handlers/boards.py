"""What leaders look at: the board, the units one by one, the totals and who made them."""

import re

from actions import boards, scope, totals, trends, unitlists
from actions.picture import Picture, picture
from domain.errors import NotPossible
from domain.outgoing import Button
from domain.roles import Verb, Verdict, verdict
from domain.script import simplified
from handlers.context import Turn
from handlers.trends import show_unit
from storage import outbox
from storage import units as stored_units

_TOTAL_WORDS = re.compile(r"/?合计(?:\s+(?P<name>\S+))?")
_UNIT_WORDS = re.compile(r"单元(?:[\s：:]+(?P<name>.+))?")
_PICTURES = frozenset({"图", "图片", "picture"})
_VIEW_BUTTONS = ((Button("button-refresh", "board/refresh"), Button("button-units", "units/open")),)


async def board(turn: Turn) -> None:
    """`/board`: the caller's part of the town as it stands now."""
    seen = await _today(turn)
    for node in _nodes(turn, seen):
        await turn.say("board-view", boards.view(turn.town, seen, node, turn.now), _VIEW_BUTTONS)


async def refresh(turn: Turn) -> None:
    """The button under a board: shows it as it stands now, the live one as soon as its pace allows."""
    posted = await _posted(turn)
    if posted is not None and posted.kind == "board-view":
        seen = await _today(turn)
        node = posted.fields["node_id"]
        scope.check_seen(node, _nodes(turn, seen), seen.tree)
        await turn.redraw(posted.key, "board-view", boards.view(turn.town, seen, node, turn.now), _VIEW_BUTTONS)
    else:
        await boards.touch(turn.work, turn.town, turn.town.day_of(turn.now), turn.now)
    await turn.toast("board-refreshed")


async def units(turn: Turn) -> None:
    """`/units`, or the button: every unit's standing, a screen at a time. Args: `open`, or node and page."""
    seen = await _today(turn)
    node_text, _, page = turn.args.partition("/") if turn.query else ("", "", "")
    if not page:
        for node in _nodes(turn, seen):
            fields, buttons = unitlists.unit_list(turn.town, seen, node, 0)
            await turn.say("units", fields, buttons)
    else:
        node = _node(turn, seen, node_text)
        fields, buttons = unitlists.unit_list(turn.town, seen, node, int(page))
        posted = await _posted(turn)
        if posted is not None:
            await turn.redraw(posted.key, "units", fields, buttons)
    await turn.toast("press-done")


async def total(turn: Turn) -> None:
    """`/total`: the figures; `/total NAME`: who made one of them."""
    seen, at = await _today(turn), _hour(turn)
    for node in _nodes(turn, seen):
        if turn.args:
            indicator = totals.indicator_named(turn.town.form, turn.args)
            told, buttons = await totals.explain(turn.work, turn.town, seen, node, indicator, at, _nodes(turn, seen))
            await turn.say("total", told, buttons)
        else:
            fields, buttons = totals.overview(turn.town, seen, node, at)
            await turn.say("totals", fields, buttons)


async def total_in_words(turn: Turn) -> bool:
    """`合计` or `合计 劝返` as bare words from those who may; with anything else behind it, it begins a report."""
    if turn.query is not None or turn.edited or not _may(turn, Verb.TOTAL):
        return False
    found = _TOTAL_WORDS.fullmatch(simplified(turn.text.strip()))
    if found is None:
        return False
    turn.args = found["name"] or ""
    if turn.args and not totals.names_indicator(turn.town.form, turn.args):
        return False
    await total(turn)
    return True


def _may(turn: Turn, verb: Verb) -> bool:
    return verdict(verb, turn.caller.roles, turn.caller.chat.place) is Verdict.GRANTED


async def total_pressed(turn: Turn) -> None:
    """A button of the totals: an indicator (or `all`), a node, and which page where there are several."""
    seen, at = await _today(turn), _hour(turn)
    code, node_text, *pages = turn.args.split("/")
    page = int(pages[0]) if pages else 0
    node = _node(turn, seen, node_text)
    posted = await _posted(turn)
    if posted is not None and code == "all":
        fields, buttons = totals.overview(turn.town, seen, node, at)
        await turn.redraw(posted.key, "totals", fields, buttons)
    elif posted is not None:
        indicator = totals.indicator_named(turn.town.form, code)
        tops = _nodes(turn, seen)
        fields, buttons = await totals.explain(turn.work, turn.town, seen, node, indicator, at, tops, page)
        await turn.redraw(posted.key, "total", fields, buttons)
    await turn.toast("press-done")


async def unit(turn: Turn) -> None:
    """`/unit NAME`: what the unit reported today, its last days and tasks; `/unit NAME 图片`: its days to look at."""
    name, pictured = _asked(turn.args)
    if not name:
        raise NotPossible("unit-which")
    seen = await _today(turn)
    found = scope.named(name, seen.tree)
    scope.check_within(found.id, scope.watched(turn.caller, seen.tree), seen.tree)
    if pictured and found.reports:
        await show_unit(turn, found.id)
        return
    fields = await totals.unit_day(turn.work, turn.town, seen, found.id)
    if not found.reports:
        await turn.say("unit-day", fields)
        return
    days = await trends.recent(turn.work, turn.town, found, seen.day, turn.now)
    await turn.say("unit-day", {**fields, **days}, ((Button("button-unit-pictures", f"unitdays/{found.id}"),),))


async def unit_in_words(turn: Turn) -> bool:
    """`单元 黄溪村` as bare words from those who may; with anything but a unit's name behind it, it heads a report."""
    name = _unit_asked(turn)
    if name is None or (name and not (await stored_units.tree(turn.work)).named(name)):
        return False
    await unit(turn)
    return True


async def unit_misnamed(turn: Turn) -> bool:
    """The same with a name that no unit has: once it is clear that it is no report."""
    if _unit_asked(turn) is None:
        return False
    await unit(turn)
    return True


def _unit_asked(turn: Turn) -> str | None:
    """The unit's name behind the bare word, which may be none; None when it is not said, or not by who may."""
    found = _UNIT_WORDS.fullmatch(simplified(turn.text.strip()))
    if found is None or turn.query is not None or turn.edited or not _may(turn, Verb.UNIT):
        return None
    turn.args = found["name"] or ""
    return _asked(turn.args)[0]


def _asked(args: str) -> tuple[str, bool]:
    """The unit's name, and whether its days are asked for as pictures."""
    *words, last = args.split() or [""]
    pictured = bool(words) and simplified(last).lower() in _PICTURES
    return " ".join(words) if pictured else args, pictured


async def _today(turn: Turn) -> Picture:
    return await picture(turn.work, turn.town, turn.town.day_of(turn.now))


def _hour(turn: Turn) -> str:
    return f"{turn.town.local(turn.now):%H:%M}"


def _nodes(turn: Turn, seen: Picture) -> tuple[int | None, ...]:
    return scope.watched(turn.caller, seen.tree)


def _node(turn: Turn, seen: Picture, text: str) -> int | None:
    """The node that a button names, if the presser may see it; `0` is the town."""
    node = int(text) or None
    scope.check_seen(node, _nodes(turn, seen), seen.tree)
    return node


async def _posted(turn: Turn) -> outbox.Posted | None:
    message = turn.message
    return None if message is None else await outbox.posted(turn.work, turn.caller.chat.id, message.message_id)
