"""The ranking of units: by how they worked over the last days that are closed, read for a day or for a week."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from actions import scope
from domain.calendar import by_calendar
from domain.cycle import DayOrder, closing
from domain.errors import NotAllowed
from domain.levels import Closes, closes
from domain.outgoing import Act, Button, Buttons, Lane, Outgoing
from domain.pace import Run
from domain.people import Caller, Chat, Role
from domain.ranking import SPANS, Place, Record, middle, placed, points
from domain.town import Town
from domain.units import UnitTree
from storage import outbox, pace, ranking, units
from storage.ranking import Reported
from storage.work import Work

LINES = 12
MOST_DRAWN = 120
"""Rows that a picture has room for and can still be read."""
_COMMAND = frozenset({Role.LEADER, Role.INSPECTOR, Role.OPERATOR})
_MINUTE = 60


@dataclass(frozen=True)
class Ranking:
    """How all units of the town worked over some days, and what points that comes to."""

    span: str
    days: Sequence[date]
    last: date
    tree: UnitTree
    records: Mapping[int, Record]
    points: Mapping[int, int]

    def within(self, nodes: Iterable[int | None]) -> list[Place]:
        """The places among the units below the nodes: the points are those of the whole town."""
        inside = {unit.id for node in nodes for unit in self.tree.subtree(node)}
        return placed({unit: reached for unit, reached in self.points.items() if unit in inside})


async def ranking_of(work: Work, town: Town, span: str, now: datetime) -> Ranking:
    """The ranking of the days of that span up to the last one that is closed.

    A day on which nobody was heard of says nothing and does not count; tasks are those given between the closes.
    """
    tree, today = await units.tree(work), town.day_of(now)
    orders = await ranking.orders(work, today - timedelta(days=max(SPANS.values()) + 1), today)
    last = today if now >= _close(town, today, orders) else today - timedelta(days=1)
    first = last - timedelta(days=SPANS[span] - 1)
    told = await ranking.reports(work, first, last)
    heard = {day for day, _ in told}
    days = [day for day in _from_to(first, last) if day in heard and not _order(town, day, orders).skipped]
    excused = _Excused(await ranking.excused(work, first - timedelta(days=1), today))
    given = await pace.runs(work, _close(town, first - timedelta(days=1), orders), _close(town, last, orders))
    ends = {day: closes(town, day, _order(town, day, orders), tree) for day in days}
    reporting = [unit.id for unit in tree.reporting()]
    answers = _answers(town, given, excused, frozenset(reporting), now)
    records = {unit: _record(unit, ends, told, excused, answers.get(unit, _NOTHING), now) for unit in reporting}
    return Ranking(span, days, last, tree, records, points(records.values()))


def _close(town: Town, day: date, orders: Mapping[date, DayOrder]) -> datetime:
    return closing(town, day, _order(town, day, orders))


def _order(town: Town, day: date, orders: Mapping[date, DayOrder]) -> DayOrder:
    return by_calendar(town, day, orders.get(day, DayOrder()))


def _from_to(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


class _Excused:
    """Which unit is excused on which day."""

    def __init__(self, spells: Iterable[tuple[int, date, date]]) -> None:
        self._spells: dict[int, list[tuple[date, date]]] = {}
        for unit, first, last in spells:
            self._spells.setdefault(unit, []).append((first, last))

    def has(self, unit: int, day: date) -> bool:
        return any(first <= day <= last for first, last in self._spells.get(unit, ()))


_NOTHING: Sequence[Run] = ()


def _answers(
    town: Town, given: Iterable[Run], excused: _Excused, reporting: Container[int], now: datetime
) -> dict[int, list[Run]]:
    """The tasks by unit; what came on a day on which the unit was excused is not held against it."""
    found: dict[int, list[Run]] = {}
    for task in given:
        if task.unit_id in reporting and not excused.has(task.unit_id, town.day_of(task.published_at)):
            found.setdefault(task.unit_id, []).append(task)
    return found


def _record(
    unit: int,
    ends: Mapping[date, Closes],
    told: Mapping[tuple[date, int], Reported],
    excused: _Excused,
    given: Sequence[Run],
    now: datetime,
) -> Record:
    asked = [(told.get((day, unit)), end.of(unit)) for day, end in ends.items() if not excused.has(unit, day)]
    over = [task for task in given if task.is_due(now)]
    return Record(
        unit,
        len(asked),
        sum(report is not None and report.first_at <= close for report, close in asked),
        tuple(_complete(report) for report, _ in asked),
        tuple(((task.answered_at or now) - task.published_at).total_seconds() / _MINUTE for task in given),
        sum(task.answered_at is not None for task in given),
        len(over),
        sum(task.in_time for task in over),
    )


def _complete(report: Reported | None) -> float:
    """The share of the figures of a day that nothing is left to ask about."""
    if report is None:
        return 0.0
    return report.figures / (report.figures + report.asked) if report.asked else 1.0


def may_see(town: Town, roles: Container[Role]) -> bool:
    """Whether somebody with these roles sees who stands where."""
    return town.policies.rank_for_all or any(role in roles for role in _COMMAND)


def watched(town: Town, caller: Caller, tree: UnitTree) -> tuple[int | None, ...]:
    """The tops of what the caller may see ranked: the command its own part; everybody the town, where it says so."""
    if not may_see(town, caller.roles):
        raise NotAllowed("rank-command-only")
    return scope.watched(caller, tree) if caller.roles & _COMMAND else (None,)


def page_of(
    town: Town, seen: Ranking, node: int | None, page: int, *, others: bool = True
) -> tuple[dict[str, Any], Buttons]:
    """A screen of the places below a node (None: the town), and the ways from there. Pages count from 0."""
    found = seen.within([node])
    pages = max(1, -(-len(found) // LINES))
    page = min(max(page, 0), pages - 1)
    fields = {
        **_head(town, seen, node, len(found)),
        "page": page + 1,
        "pages": pages,
        "rows": [_row(seen, place) for place in found[page * LINES : (page + 1) * LINES]],
    }
    return fields, _ways(seen.span, node, page, pages) if others else ()


def _head(town: Town, seen: Ranking, node: int | None, compared: int) -> dict[str, Any]:
    inside = [unit.id for unit in seen.tree.subtree(node) if unit.id in seen.records]
    return {
        "node": town.name if node is None else seen.tree.units[node].name,
        "node_id": node,
        "span": seen.span,
        "n": len(seen.days),
        "day": seen.last.isoformat(),
        "units": compared,
        "left_out": [seen.tree.units[unit].name for unit in inside if unit not in seen.points],
    }


def _row(seen: Ranking, place: Place) -> dict[str, Any]:
    return {"place": place.place, "points": place.points, **record_fields(seen, place.unit_id)}


def record_fields(seen: Ranking, unit: int) -> dict[str, Any]:
    """What a unit's place rests on, as fields."""
    record = seen.records[unit]
    return {
        "unit": seen.tree.units[unit].name,
        "days": record.days,
        "on_time": record.on_time,
        "complete": record.completeness,
        "response": record.response,
        "tasks": len(record.waited),
        "due": record.due,
        "done": record.done,
    }


def _ways(span: str, node: int | None, page: int, pages: int) -> Buttons:
    """Back and on, and the other span."""
    at = node or 0
    back = [Button("button-previous", f"rank/{span}/{at}/{page - 1}")] if page else []
    on = [Button("button-next", f"rank/{span}/{at}/{page + 1}")] if page + 1 < pages else []
    others = [Button(f"button-rank-{other}", f"rank/{other}/{at}/0") for other in SPANS if other != span]
    return tuple(row for row in ((*back, *on), tuple(others)) if row)


async def show(
    work: Work,
    town: Town,
    seen: Ranking,
    node: int | None,
    chat: int,
    key: str,
    now: datetime,
    lane: Lane = Lane.ANSWER,
) -> bool:
    """Write the ranking to a chat: a list where it is a screen long, a picture above that. Whether it is written."""
    found = seen.within([node])
    if len(found) <= LINES:
        fields, buttons = page_of(town, seen, node, 0)
        return await outbox.put(work, Outgoing(key, chat, "rank", fields, buttons, lane), now) is not None
    fields = {
        **_head(town, seen, node, len(found)),
        "paper": ["ranking"],
        "at": f"{town.local(now):%H:%M}",
        "rows": [_row(seen, place) for place in found[:MOST_DRAWN]],
    }
    at = node or 0
    others = [Button(f"button-rank-{other}", f"rank/{other}/{at}/0") for other in SPANS if other != seen.span]
    buttons = ((Button("button-rank-list", f"rank/{seen.span}/{at}/0"), *others),)
    said = Outgoing(key, chat, "rank-picture", fields, buttons, lane, Act.PICTURES)
    return await outbox.put(work, said, now) is not None


async def tell(work: Work, town: Town, day: date, readers: Mapping[int | None, Iterable[Chat]], now: datetime) -> int:
    """With the brief: the week's ranking on the town's weekday, on other days the day's; how many messages.

    readers: the chats that are told of each node (None: the town). Where all stand alike there is nothing to tell.
    """
    weekly = day.isoweekday() == town.policies.rank_weekday
    if not weekly and not town.policies.rank_daily:
        return 0
    seen = await ranking_of(work, town, "week" if weekly else "day", now)
    written = 0
    for node, told in readers.items():
        left = node is not None and node not in seen.tree.units
        if left or len({place.points for place in seen.within([node])}) < 2:
            continue
        for chat in told:
            key = f"rank/{day}/{seen.span}/chat-{chat.id}"
            written += await show(work, town, seen, node, chat.id, key, now, Lane.ORDER)
    return written


async def own(work: Work, town: Town, unit_ids: Sequence[int], now: datetime) -> dict[int, dict[str, Any]]:
    """How each of these units worked in the last week, beside the town's middle; the place where all may see it."""
    seen = await ranking_of(work, town, "week", now)
    found = {place.unit_id: place.place for place in seen.within([None])}
    beside = asdict(middle(seen.records.values()))
    return {
        unit: {
            **record_fields(seen, unit),
            "n": len(seen.days),
            "middle": beside,
            "place": found[unit] if town.policies.rank_for_all else None,
            "units": len(found),
        }
        for unit in unit_ids
        if unit in found
    }
