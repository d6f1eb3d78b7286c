"""A total explained: which units made it, and which messages."""

from datetime import date
from typing import Any

from actions import scope
from actions.asking import doubt_fields
from actions.picture import Picture
from domain.errors import NotFound
from domain.forms import Form, Indicator
from domain.numbers import plain
from domain.outgoing import Button, Buttons
from domain.script import simplified
from domain.standing import State
from domain.totals import Share, branches, shares
from domain.town import Town
from domain.units import Unit
from storage import chats, questions, reports
from storage.reports import Contribution
from storage.work import Work

Tops = tuple[int | None, ...]
MOST_UNITS = 12
_WIDTH = 2
_SUPERGROUP = -1_000_000_000_000


def overview(town: Town, seen: Picture, node: int | None, at: str) -> tuple[dict[str, Any], Buttons]:
    """Every figure of the node's subtree that anybody gave, each with a button that explains it."""
    totals = seen.total(node)
    told = [indicator for indicator in town.form.indicators if indicator.code in totals]
    fields = {
        "day": seen.day.isoformat(),
        "node": town.name if node is None else seen.name(node),
        "at": at,
        "totals": [{"code": indicator.code, "value": plain(totals[indicator.code])} for indicator in told],
    }
    nonzero = [indicator for indicator in told if totals[indicator.code]]
    return fields, _rows([_choice(indicator, node) for indicator in nonzero])


def _choice(indicator: Indicator, node: int | None) -> Button:
    return Button("button-indicator", f"total/{indicator.code}/{node or 0}", {"indicator": indicator.code})


def _rows(buttons: list[Button]) -> Buttons:
    return tuple(tuple(buttons[start : start + _WIDTH]) for start in range(0, len(buttons), _WIDTH))


def names_indicator(form: Form, word: str) -> bool:
    """Whether the word means an indicator."""
    return _indicator(form, word) is not None


def indicator_named(form: Form, word: str) -> Indicator:
    """The indicator that a word means: its code, name in any language or a spelling; NotFound when none."""
    found = _indicator(form, word)
    if found is None:
        raise NotFound("indicator-unknown", word=word.strip())
    return found


def _indicator(form: Form, word: str) -> Indicator | None:
    wanted = simplified(word.strip().casefold())
    said = ((word, i) for i in reversed(form.indicators) for word in (*i.names.values(), *reversed(i.spoken), i.code))
    return {simplified(word.casefold()): i for word, i in said}.get(wanted)


async def explain(
    work: Work,
    town: Town,
    seen: Picture,
    node: int | None,
    indicator: Indicator,
    at: str,
    tops: Tops = (None,),
    page: int = 0,
) -> tuple[dict[str, Any], Buttons]:
    """Who made the node's total: unit by unit with the messages where they are few enough, else child by child.

    Each child has a button to its own total, down to the unit and its messages; pages count from 0. `tops` is what the
    asker may see: there is a way up as far as that.
    """
    node = scope.entry(node, seen.tree)
    made = shares(seen.tree, node, indicator.code, seen.figures)
    below = branches(seen.tree, node, indicator.code, seen.figures)
    few = len(made) <= MOST_UNITS
    own, children = [s for s in below if s.unit.id == node], [s for s in below if s.unit.id != node]
    pages = 1 if few else max(1, -(-len(children) // MOST_UNITS))
    page = min(max(page, 0), pages - 1)
    shown = children if few else children[page * MOST_UNITS : (page + 1) * MOST_UNITS]
    told = made if few else own if page == 0 else []
    total = seen.total(node).get(indicator.code)
    fields = {
        "day": seen.day.isoformat(),
        "node": town.name if node is None else seen.name(node),
        "code": indicator.code,
        "at": at,
        "value": None if total is None else plain(total),
        "units": await _units(work, town, seen.day, indicator.code, told) if told else [],
        "branches": [] if few else [_branch(share) for share in shown],
        "page": page + 1,
        "pages": pages,
        "silent": len(seen.standing.within(seen.tree, node).silent),
    }
    up = None if node is None or node in (scope.entry(top, seen.tree) for top in tops) else node
    down = [share.unit for share in shown if not few or seen.tree.children(share.unit.id)]
    ways = (*_ways(indicator, down), *_turns(indicator, node, page, pages))
    return fields, (*ways, _back(seen, up, node, indicator))


def _branch(share: Share) -> dict[str, object]:
    return {"name": share.unit.name, "value": plain(share.value), "counted": share.counted}


def _ways(indicator: Indicator, down: list[Unit]) -> Buttons:
    """Buttons down the tree."""
    return _rows([Button(f"={unit.name}", f"total/{indicator.code}/{unit.id}") for unit in down])


def _turns(indicator: Indicator, node: int | None, page: int, pages: int) -> Buttons:
    """Buttons to the pages before and after."""
    place = f"total/{indicator.code}/{node or 0}"
    before = [Button("button-previous", f"{place}/{page - 1}")] if page > 0 else []
    after = [Button("button-next", f"{place}/{page + 1}")] if page < pages - 1 else []
    return ((*before, *after),) if pages > 1 else ()


def _back(seen: Picture, up: int | None, node: int | None, indicator: Indicator) -> tuple[Button, ...]:
    """Buttons to the node above, where there is one to be seen, and to the list of figures."""
    parent = None if up is None else seen.tree.units[up].parent_id
    above = () if parent is None else (Button("button-up", f"total/{indicator.code}/{parent}"),)
    return (*above, Button("button-all-totals", f"total/all/{node or 0}"))


async def _units(work: Work, town: Town, day: date, code: str, made: list[Share]) -> list[dict[str, object]]:
    """Each unit's figure with the messages that made it: sender, hour, its part, and a link where there can be one."""
    messages: dict[int, list[dict[str, object]]] = {}
    for part in await reports.contributions(work, day, code):
        messages.setdefault(part.unit_id, []).append(await _message(work, town, day, part))
    return [{**_branch(share), "messages": messages.get(share.unit.id, [])} for share in made]


async def _message(work: Work, town: Town, day: date, part: Contribution) -> dict[str, object]:
    said = town.local(part.said_at)
    return {
        "sender": part.sender,
        "at": f"{said:%H:%M}",
        "other_day": "" if said.date() == day else said.date().isoformat(),
        "value": plain(part.value),
        "source": part.source,
        "link": await _link(work, part),
    }


async def _link(work: Work, part: Contribution) -> str:
    """A link to the message, where Telegram has such: in supergroups, for their members."""
    if part.chat is None or part.message_id is None:
        return ""
    chat = await chats.by_id(work, part.chat)
    return f"https://t.me/c/{_SUPERGROUP - chat.telegram_id}/{part.message_id}" if chat.kind == "supergroup" else ""


async def unit_day(work: Work, town: Town, seen: Picture, unit_id: int) -> dict[str, Any]:
    """What a unit reported of the day: figures, texts, versions, open questions."""
    report, mark = seen.reports.get(unit_id), seen.standing.marks.get(unit_id)
    asked = await questions.open_of_unit(work, seen.day, unit_id)
    return {
        "day": seen.day.isoformat(),
        "unit": seen.name(unit_id),
        "state": "node" if mark is None else "late" if mark.late and mark.state is State.REPORTED else str(mark.state),
        "at": "" if report is None else f"{town.local(report.first_at):%H:%M}",
        "late": mark is not None and mark.late,
        "reason": seen.excused.get(unit_id, ""),
        "values": [] if report is None else [{"code": c, "value": plain(v)} for c, v in report.values.items()],
        "texts": {} if report is None else dict(report.texts),
        "questions": [doubt_fields(question) for question in asked],
        "versions": 0 if report is None else report.version,
        "below": [] if not seen.tree.children(unit_id) else _sums_below(town, seen, unit_id),
    }


def _sums_below(town: Town, seen: Picture, node: int) -> list[dict[str, object]]:
    totals = seen.total(node)
    return [{"code": i.code, "value": plain(totals[i.code])} for i in town.form.indicators if totals.get(i.code)]
