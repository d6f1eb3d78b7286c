"""What a unit sent for a task, shown to who verifies or watches it: by Telegram's own ids, read when it goes out."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.errors import NotFound
from domain.outgoing import Act, Outgoing
from domain.tasks import Task
from domain.town import Town
from storage import evidence, outbox, tasks, units
from storage.evidence import Evidence
from storage.work import Work

KIND = "task-photos"
_MOST = 10  # of an album: https://core.telegram.org/bots/api#sendmediagroup


async def send_photos(work: Work, task: Task, unit_id: int, chat: int, key: str, now: datetime) -> int:
    """Send the latest of them to the chat as one album; how many there are. NotFound when the unit sent none."""
    found = await evidence.of_task(work, task.number, unit_id)
    if not _album(found):
        unit = (await units.tree(work)).units[unit_id]
        raise NotFound("task-photos-none", number=str(task.number), unit=unit.name)
    await outbox.put(work, Outgoing(key, chat, KIND, {"task": task.number, "unit_id": unit_id}, act=Act.FILES), now)
    return len(found)


async def fresh_photos(work: Work, town: Town, fields: Mapping[str, Any], now: datetime) -> dict[str, Any] | None:
    """The files with the task and the unit that they are of; None when they are no longer kept."""
    task = await tasks.by_number(work, int(fields["task"]))
    unit = (await units.tree(work)).units.get(int(fields["unit_id"]))
    found = await evidence.of_task(work, int(fields["task"]), int(fields["unit_id"]))
    album = _album(found)
    if task is None or unit is None or not album:
        return None
    return {
        "number": str(task.number),
        "title": task.title,
        "unit": unit.name,
        "n": len(found),
        "files": [[file.kind, file.file_id] for file in album],
    }


async def units_with_photos(work: Work, task: Task) -> list[int]:
    """The units that sent something for the task."""
    return list(await tasks.files(work, task.number))


def _album(found: list[Evidence]) -> list[Evidence]:
    """The latest photos and films; documents, which no album mixes with them, where there is nothing else."""
    seen = [file for file in found if file.kind in ("photo", "video")]
    return (seen or [file for file in found if file.kind == "document"])[-_MOST:]
