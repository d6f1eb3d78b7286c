"""After the close: silent units again, and their leaders."""

from actions import reach, reminding
from actions.picture import Picture, picture
from actions.steps.moment import Moment
from actions.steps.telling import tell
from domain.outgoing import Lane
from domain.town import Town
from storage import chats
from storage.work import Work


async def chase(work: Work, town: Town, moment: Moment) -> dict[str, int]:
    """Ask every silent unit again, its people in private and its chat; each leader is told which of theirs are left."""
    seen = await picture(work, town, moment.day)
    silent = [unit for unit in seen.standing.silent if moment.concerns(town, seen.tree, unit)]
    told = 0
    for unit_id in silent:
        told += await _unit(work, town, moment, seen, unit_id)
    return {"units": len(silent), "told": told, "leaders": await _leaders(work, town, moment, seen)}


async def _unit(work: Work, town: Town, moment: Moment, seen: Picture, unit_id: int) -> int:
    unit = seen.tree.units[unit_id]
    private = await reach.private_chats(work, unit, moment.now)
    reached = {chat.id: chat for chat in (*private, *await chats.of_unit(work, unit_id))}
    return await tell(
        work,
        moment,
        reached.values(),
        "chase",
        {"unit": unit.name, "close": f"{town.local(seen.closes.of(unit_id)):%H:%M}", "day": moment.day.isoformat()},
        reminding.buttons(moment.day, unit),
        lane=Lane.REMINDER,
        word=f"unit-{unit_id}",
        about=reminding.about(moment.day, unit_id),
        expires_at=moment.step.until,
    )


async def _leaders(work: Work, town: Town, moment: Moment, seen: Picture) -> int:
    told = 0
    for leader in await reach.leaders(work, moment.now):
        marks = moment.told(town, seen, leader.node)
        silent = () if marks is None else marks.silent
        if leader.chat is None or not silent:
            continue
        fields = {"units": seen.names(silent), "n": len(silent), "day": moment.day.isoformat()}
        told += await tell(
            work, moment, [leader.chat], "chase-leader", fields, word="silent", expires_at=moment.step.until
        )
    return told
