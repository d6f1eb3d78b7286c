"""The form, filled in question by question: kept after every step, so that a restart changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from actions import receipts
from actions.entering import ByHand, enter_by_hand
from actions.questions import check_value
from actions.reading import FIELD
from domain.doubts import suspicious
from domain.errors import NotAllowed, NotPossible
from domain.filling import Filling, order_of
from domain.numbers import plain, plain_values
from domain.outgoing import Button, Buttons
from domain.people import Caller
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import reports, units
from storage.work import Work

Shown = tuple[str, dict[str, object], Buttons]


@dataclass(frozen=True)
class Step:
    """Where the form is after a step, and what is shown: kind, fields and buttons."""

    filling: Filling
    kind: str
    fields: Mapping[str, object]
    buttons: Buttons


def units_of(tree: UnitTree, caller: Caller) -> list[Unit]:
    """The units for which the caller may fill in the form."""
    return [tree.units[unit] for unit in caller.units_as(*FIELD) if unit is not None and unit in tree.units]


async def begin(work: Work, town: Town, caller: Caller, unit_id: int, now: datetime) -> Step:
    """Open the form of today for a unit: NotPossible when everything in it has been reported."""
    tree = await units.tree(work)
    if unit_id not in {unit.id for unit in units_of(tree, caller)}:
        raise NotAllowed("not-your-unit")
    day = town.day_of(now)
    given = await _values(work, day, unit_id)
    usual = await reports.before(work, day, unit_id)
    order = order_of(town.form, usual.values if usual else (), given)
    if not order:
        raise NotPossible("form-nothing-left", unit=tree.units[unit_id].name)
    return await show(work, town, Filling(unit_id, day, order))


async def _values(work: Work, day: date, unit_id: int) -> Mapping[str, Decimal]:
    report = await reports.one(work, day, unit_id)
    return {} if report is None else report.values


async def show(work: Work, town: Town, filling: Filling) -> Step:
    """The question or summary that stands at this point of the form."""
    tree = await units.tree(work)
    fields: dict[str, object] = {"unit": tree.units[filling.unit_id].name, "day": filling.day.isoformat()}
    if filling.asked is None:
        return _summary(filling, fields)
    indicator = town.form.indicator(filling.asked)
    fields |= {"indicator": indicator.code, "number": str(filling.at + 1), "total": str(len(filling.order))}
    if filling.doubtful is not None:
        shown = plain(filling.doubtful)
        fields |= {"value": shown, "limit": plain(indicator.asks or Decimal(0))}
        sure = Button("button-form-sure", f"form/sure/{filling.at}")
        again = Button("button-form-again", f"form/again/{filling.at}")
        kind = "form-doubtful" if suspicious(indicator, filling.doubtful) else "form-about"
        return Step(filling, kind, fields, ((sure, again),))
    yesterday = (await _values(work, filling.day - timedelta(days=1), filling.unit_id)).get(indicator.code)
    fields["yesterday"] = None if yesterday is None else plain(yesterday)
    return Step(filling, "form-ask", fields, _ways(filling, yesterday))


def _ways(filling: Filling, yesterday: Decimal | None) -> Buttons:
    at = filling.at
    values = [Button("button-form-zero", f"form/value/{at}/0"), Button("button-form-skip", f"form/skip/{at}")]
    if yesterday:
        shown = plain(yesterday)
        values.insert(0, Button("button-form-yesterday", f"form/value/{at}/{shown}", {"value": str(shown)}))
    moves = [Button("button-form-back", f"form/back/{at}")] if at else []
    moves.append(
        Button("button-form-done", f"form/done/{at}")
        if filling.values
        else Button("button-form-cancel", f"form/cancel/{at}")
    )
    return (tuple(values), tuple(moves))


def _summary(filling: Filling, fields: dict[str, object]) -> Step:
    at = filling.at
    fields |= {"figures": list(plain_values(filling.values).items()), "left": filling.left}
    send = [Button("button-form-send", f"form/send/{at}")] if filling.values else []
    more = [Button("button-form-more", f"form/more/{at}", {"left": str(filling.left)})] if filling.left else []
    back = [Button("button-form-back", f"form/back/{at}")] if at else []
    rows = (tuple(send + more), (*back, Button("button-form-cancel", f"form/cancel/{at}")))
    return Step(filling, "form-summary", fields, tuple(row for row in rows if row))


async def answer(
    work: Work, town: Town, filling: Filling, value: Decimal, *, sure: bool = False, about: bool = False
) -> Step:
    """Fill in a figure; a rough one or one over the usual is asked once more, one that cannot be is refused."""
    if filling.asked is None:
        raise NotPossible("form-no-question")
    check_value(town, filling.asked, value)
    if not sure and (about or suspicious(town.form.indicator(filling.asked), value)):
        return await show(work, town, filling.doubting(value))
    return await show(work, town, filling.answered(value))


def expected(town: Town, filling: Filling) -> tuple[str, dict[str, object]]:
    """What the form waits for at this point, told to whoever sent something else: kind and fields."""
    if filling.asked is None:
        return "form-expects-send", {"n": len(filling.values)}
    fields: dict[str, object] = {"indicator": filling.asked}
    if filling.doubtful is not None:
        return "form-expects-sure", {**fields, "value": plain(filling.doubtful)}
    return "form-expects", {**fields, "number": str(filling.at + 1), "total": str(len(filling.order))}


async def send(work: Work, town: Town, caller: Caller, filling: Filling, at: datetime, now: datetime) -> Shown:
    """Hand in what was filled in, as said at the press; the receipt as kind, fields and buttons."""
    if not filling.values:
        raise NotPossible("form-empty")
    tree = await units.tree(work)
    unit = tree.units[filling.unit_id]
    said = ByHand(unit, filling.day, filling.values, False, "form")
    result = await enter_by_hand(work, town, tree, caller, said, at, now)
    fields, buttons = await receipts.of_results(work, town, [result], "", now)
    return "report-received", fields, buttons
