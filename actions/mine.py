"""What the bot holds for somebody: who they are here, and how each unit of theirs stands today."""

from datetime import date, datetime

from actions import ranking, receipts
from actions.asking import doubt_fields
from actions.reading import FIELD
from domain.errors import NotFound
from domain.outgoing import Button, Buttons
from domain.people import Caller, Place, Role
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import evidence, excuses, questions, reports, statements, tasks, units
from storage.work import Work

Fields = dict[str, object]


async def mine(work: Work, town: Town, caller: Caller, now: datetime) -> tuple[Fields, Buttons]:
    """The caller's posts and units as fields; in a unit's chat only that unit. Buttons for what can be done next."""
    tree = await units.tree(work)
    day = town.day_of(now)
    shown = _units(tree, caller)
    compared = await ranking.own(work, town, [unit.id for unit in shown], now) if shown else {}
    lines = [{**await unit_today(work, town, unit, day, now), "ranked": compared.get(unit.id)} for unit in shown]
    posts = [
        {"role": post.role.value, "unit": _name(tree, post.unit_id)}
        for post in caller.posts
        if caller.chat.place is Place.PRIVATE
    ]
    silent = [unit for unit, line in zip(shown, lines, strict=True) if not line["reported"] and not line["excused"]]
    return {"name": caller.name, "posts": posts, "units": lines, "day": day.isoformat()}, _buttons(caller, silent, day)


def _name(tree: UnitTree, unit_id: int | None) -> str:
    return tree.units[unit_id].name if unit_id is not None and unit_id in tree.units else ""


def _units(tree: UnitTree, caller: Caller) -> list[Unit]:
    chat = caller.chat
    if chat.place is Place.UNIT and chat.unit_id is not None and chat.unit_id in tree.units:
        return [tree.units[chat.unit_id]]
    if chat.place is not Place.PRIVATE:
        return []
    return [tree.units[unit] for unit in caller.units_as(*FIELD) if unit is not None and unit in tree.units]


def _buttons(caller: Caller, silent: list[Unit], day: date) -> Buttons:
    if caller.chat.place is not Place.PRIVATE or len(silent) != 1:
        return ()
    zero = Button("button-zero", f"zero/{day}/{silent[0].id}")
    return ((Button("button-form", "form/start"), zero),)


async def unit_today(work: Work, town: Town, unit: Unit, day: date, now: datetime) -> Fields:
    """One unit's day as fields: its report whole, what is still asked, how many pictures, which tasks are open."""
    report = await reports.one(work, day, unit.id)
    asked = await questions.open_of_unit(work, day, unit.id)
    excused = (await excuses.in_force(work, day)).get(unit.id)
    line: Fields = {"unit": unit.name, "day": day.isoformat(), "reported": report is not None}
    if report is not None:
        kept = await statements.of_unit(work, day, unit.id)
        line |= await receipts.received_line(work, town, unit, report, kept, now)
    return line | {
        "excused": excused is not None,
        "doubts": [doubt_fields(question) for question in asked],
        "evidence": await evidence.count_of_unit(work, day, unit.id),
        "tasks": len(await tasks.open_for_unit(work, unit.id)),
    }


async def whole(work: Work, town: Town, caller: Caller, unit_id: int, day: date, now: datetime) -> Fields:
    """All that stands of one unit and day, for its people and those over it."""
    tree = await units.tree(work)
    unit = tree.units.get(unit_id)
    if unit is None or not _may_see(tree, caller, unit_id):
        raise NotFound("report-not-there")
    return await unit_today(work, town, unit, day, now)


def _may_see(tree: UnitTree, caller: Caller, unit_id: int) -> bool:
    if caller.roles & {Role.OPERATOR, Role.INSPECTOR} or caller.chat.unit_id == unit_id:
        return True
    return any(tree.within(unit_id, node) for node in caller.units_as(*FIELD, Role.LEADER))
