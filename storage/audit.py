"""Who changed what, when: only ever added to."""

from datetime import datetime

from domain.instants import to_ms
from storage.work import Work, dumps


async def note(work: Work, at: datetime, person: int | None, verb: str, **fields: object) -> None:
    """Write down a change of state; `person` is None for the clock."""
    await work.do("audit.note", at=to_ms(at), person_id=person, verb=verb, fields_json=dumps(fields))
