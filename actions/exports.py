"""The figures of a node and some days, gathered a day at a time: what every kind of export is written from."""

from collections.abc import AsyncIterator, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from actions.circulars import practices_of
from actions.picture import Picture, picture
from domain.circulars import CircularState
from domain.exports import Asked, DayTable, Head, PracticeRow, TaskRow, UnitDay, Written
from domain.outgoing import Act, Outgoing
from domain.phones import private
from domain.town import Town
from domain.units import Unit
from domain.verifying import standing
from storage import audit, exports, outbox, tasks, units
from storage.work import Work


async def send(
    work: Work, town: Town, asked: Asked, node: int | None, chat: int, by: int | None, key: str, now: datetime
) -> None:
    """Write an export to the chat: what is to go out; the file is made when it goes."""
    name = town.name if node is None else (await units.tree(work)).units[node].name
    fields = {
        "kind": asked.kind,
        "hxl": asked.hxl,
        "node_id": node,
        "node": name,
        "on": asked.first.isoformat(),
        "to": asked.last.isoformat(),
        "day": asked.first.isoformat(),
        "last_day": asked.last.isoformat(),
        "one": asked.first == asked.last,
    }
    await outbox.put(work, Outgoing(key, chat, "export", fields, act=Act.DOCUMENT), now)
    told = {"first": fields["on"], "last": fields["to"], "kind": asked.kind}
    await audit.note(work, now, by, "export", node=node, **told)


def asked_of(fields: Mapping[str, Any]) -> Asked:
    """What the fields of such a message ask for; people's numbers in it are masked."""
    first, last = date.fromisoformat(fields["on"]), date.fromisoformat(fields["to"])
    return Asked(first, last, fields["node_id"], fields["kind"], fields["hxl"])


async def head(work: Work, town: Town, asked: Asked, now: datetime) -> Head:
    """What the file is about."""
    tree = await units.tree(work)
    told = await exports.totals_told(work, asked.first, asked.last)
    node = town.name if asked.node is None else tree.units[asked.node].name
    codes = tuple(indicator.code for indicator in town.form.indicators if indicator.code in told)
    subtree = tuple(tree.subtree(asked.node))
    return Head(town.name, node, asked, town.local(now), town.form, tree, subtree, codes)


async def day_tables(work: Work, town: Town, about: Head) -> AsyncIterator[DayTable]:
    """Every day of it, oldest first; one at a time is in memory."""
    for day in about.asked.days:
        yield await _day(work, town, about, day)


async def _day(work: Work, town: Town, about: Head, day: date) -> DayTable:
    seen = await picture(work, town, day)
    return DayTable(
        day,
        town.local(seen.close),
        seen.order.skipped,
        [_unit_day(town, about, seen, unit) for unit in about.units],
        seen.total(about.node_id),
        await _messages(work, town, about, day),
        await _practices(work, town, about, day),
    )


def _unit_day(town: Town, about: Head, seen: Picture, unit: Unit) -> UnitDay:
    report, mark = seen.reports.get(unit.id), seen.standing.marks.get(unit.id)
    excused = _shown(about.asked, seen.excused.get(unit.id, ""))
    if report is None:
        return UnitDay(unit, mark, excused=excused)
    return UnitDay(
        unit,
        mark,
        town.local(report.first_at),
        town.local(report.last_at),
        report.zero,
        report.values,
        report.cumulative,
        {code: _shown(about.asked, words) for code, words in report.texts.items()},
        report.version,
        excused,
    )


def _shown(asked: Asked, text: str) -> str:
    return private(text) if asked.masked else text


async def _messages(work: Work, town: Town, about: Head, day: date) -> list[Written]:
    known = {unit.id: unit for unit in about.units}
    return [
        Written(
            town.local(said.at),
            known[said.unit_id],
            said.sender,
            said.source,
            said.counts,
            _shown(about.asked, said.text),
        )
        for said in await exports.messages(work, day)
        if said.unit_id in known
    ]


async def _practices(work: Work, town: Town, about: Head, day: date) -> list[PracticeRow]:
    known = {unit.id: unit for unit in about.units}
    return [
        PracticeRow(one.id, known[one.unit_id], one.text, one.state is CircularState.SENT)
        for one in await practices_of(work, town, day)
        if one.unit_id in known
    ]


async def task_rows(work: Work, town: Town, about: Head) -> list[TaskRow]:
    """The tasks that went out on these days, a row a unit of the subtree."""
    since, until = (town.at(day, time()) for day in (about.asked.first, about.asked.last + timedelta(days=1)))
    known = {unit.id: unit for unit in about.units}
    rows: list[TaskRow] = []
    for number in await exports.tasks_out(work, since, until):
        rows += await _task(work, town, about, number, known)
    return rows


async def _task(work: Work, town: Town, about: Head, number: int, known: dict[int, Unit]) -> Iterable[TaskRow]:
    task = await tasks.by_number(work, number)
    assert task is not None
    said: dict[int, list[str]] = {}
    for feedback in await tasks.feedback(work, number):
        said.setdefault(feedback.unit_id, []).append(_shown(about.asked, feedback.text))
    return [
        TaskRow(
            number,
            _shown(about.asked, task.title),
            _local(town, task.published_at),
            _local(town, task.due_at),
            known[place.unit_id],
            str(place.state),
            _local(town, place.answered_at),
            _local(town, place.done_at),
            "；".join(words for words in said.get(place.unit_id, []) if words),
            _local(town, place.changed_at),
            standing(task, place),
            _local(town, place.verified_at),
            place.returned,
        )
        for place in await tasks.places(work, number)
        if place.unit_id in known
    ]


def _local(town: Town, instant: datetime | None) -> datetime | None:
    return None if instant is None else town.local(instant)
