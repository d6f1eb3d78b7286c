"""Figures that the command must hear of at once, whatever the hour."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from domain.numbers import plain
from domain.outgoing import Lane, Outgoing
from domain.people import Chat
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import chats, outbox, units
from storage.questions import Question
from storage.work import Work


@dataclass(frozen=True)
class Told:
    """Of which unit's day it is told, by whom and when."""

    unit: Unit
    day: date
    sender: str
    at: datetime


async def raise_new(
    work: Work,
    town: Town,
    told: Told,
    before: Mapping[str, Decimal],
    after: Mapping[str, Decimal],
    asked: Iterable[Question],
    now: datetime,
) -> None:
    """Tell of alert indicators that rose, and of those that are still doubtful.

    It goes to the town's command chats and to those of the nodes over the unit.
    """
    doubtful = {q.indicator: q.value or Decimal(0) for q in asked if q.indicator is not None and not q.total}
    for indicator in town.form.indicators:
        if not indicator.alert:
            continue
        value = after.get(indicator.code, Decimal(0))
        if value > before.get(indicator.code, Decimal(0)):
            await _tell(work, town, told, indicator.code, value, True, now)
        elif doubtful.get(indicator.code, Decimal(0)) > 0:
            await _tell(work, town, told, indicator.code, doubtful[indicator.code], False, now)


async def _tell(
    work: Work, town: Town, told: Told, indicator: str, value: Decimal, certain: bool, now: datetime
) -> None:
    shown = plain(value)
    fields = {
        "unit": told.unit.name,
        "day": told.day.isoformat(),
        "indicator": indicator,
        "value": shown,
        "certain": certain,
        "sender": told.sender,
        "at": f"{town.local(told.at):%H:%M}",
        "today": told.day == town.day_of(now),
    }
    mark = "" if certain else "?"
    for chat in await _command_chats(work, told.unit):
        key = f"alert/{told.day}/{told.unit.id}/{indicator}/{mark}{shown}/{chat.id}"
        await outbox.put(work, Outgoing(key, chat.id, "alert", fields, lane=Lane.ALERT), now)


async def _command_chats(work: Work, unit: Unit) -> list[Chat]:
    of_nodes = await chats.commands_of_nodes(work)
    tree = await units.tree(work) if of_nodes else UnitTree()
    over = [chat for chat in of_nodes if tree.within(unit.id, chat.unit_id)]
    return [*await chats.of_purpose(work, "command"), *over]
