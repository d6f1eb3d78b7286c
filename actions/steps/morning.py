"""The morning call: what today asks of each unit, and what is still open from the days before."""

from datetime import datetime

from actions import boards, reach
from actions.picture import Picture, picture
from actions.steps.moment import Moment
from actions.steps.telling import tell
from actions.tasks import repeating
from domain.tasks import UnitState
from domain.town import Town
from storage import chats, reports, tasks
from storage.work import Work

EXAMPLE_ITEMS = 9


async def morning(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Call every unit in its own chat (or its people in private) and each shared chat once; put up today's board."""
    repeated = await repeating.for_today(work, town, moment.day, moment.now)
    seen = await picture(work, town, moment.day)
    called = 0
    for unit in seen.tree.reporting():
        if unit.id not in seen.excused:
            fields = await _unit_fields(work, town, moment, seen, unit.id)
            where = await reach.unit_chats(work, unit, moment.now)
            word = f"unit-{unit.id}"
            called += await tell(work, moment, where, "morning", fields, word=word, expires_at=moment.step.until)
    shared = await _shared(work, town, moment, seen)
    await boards.touch(work, town, moment.day, moment.now)
    return {"called": called, "shared": shared, **({"repeated": repeated} if repeated else {})}


async def _unit_fields(work: Work, town: Town, moment: Moment, seen: Picture, unit_id: int) -> dict[str, object]:
    before = await reports.before(work, moment.day, unit_id)
    items = list(before.values) if before else []
    open_tasks = await tasks.open_for_unit(work, unit_id)
    return {
        **_common(town, moment, seen.closes.of(unit_id), items),
        "unit": seen.name(unit_id),
        "reported": unit_id in seen.reports,
        "tasks": [
            {
                "number": str(task.number),
                "title": task.title,
                "due_day": None if task.due_at is None else town.day_of(task.due_at).isoformat(),
                "due": None if task.due_at is None else f"{town.local(task.due_at):%H:%M}",
                "overdue": task.due_at is not None and task.due_at < moment.now,
                "unanswered": task.state is UnitState.SILENT,
            }
            for task in open_tasks
        ],
    }


def _common(town: Town, moment: Moment, close: datetime, items: list[str]) -> dict[str, object]:
    known = [code for code in items if code in town.form.by_code]
    return {
        "day": moment.day.isoformat(),
        "close": f"{town.local(close):%H:%M}",
        "form": town.form.name,
        "items": (known or [indicator.code for indicator in town.form.indicators])[:EXAMPLE_ITEMS],
    }


async def _shared(work: Work, town: Town, moment: Moment, seen: Picture) -> int:
    fields = {**_common(town, moment, seen.close, []), "n": seen.standing.expected}
    where = await chats.of_purpose(work, "town")
    return await tell(work, moment, where, "morning-town", fields, expires_at=moment.step.until)
