"""Who changed what, when: only ever added to, and the database itself refuses anything else."""

import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.instants import from_ms, to_ms
from storage.work import Row, Work, dumps

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Line:
    """A line of the log; `person` is None for the clock."""

    at: datetime
    person: int | None
    verb: str
    fields: dict[str, Any]


async def note(work: Work, at: datetime, person: int | None, verb: str, **fields: object) -> None:
    """Write down a change of state; `person` is None for the clock.

    Names do not belong into the fields, not even of files (张三名单.xlsx): ids do.
    """
    log.info("%s", verb)
    await work.do("audit.note", at=to_ms(at), person_id=person, verb=verb, fields_json=dumps(fields))


async def lines(work: Work, verb: str) -> list[Line]:
    """Every line with that verb, oldest first."""
    return [_line(row, row["person_id"]) for row in await work.all("audit.verbs", verb=verb)]


async def of_person(work: Work, person: int) -> list[Line]:
    """What somebody did, oldest first."""
    return [_line(row, person) for row in await work.all("audit.of_person", person_id=person)]


@asynccontextmanager
async def open_door(work: Work, reason: str) -> AsyncIterator[None]:
    """Within it lines may be erased or sealed anew; seen by this transaction alone."""
    await work.do("audit.open_door", reason=reason)
    yield
    await work.do("audit.shut_door")


def _line(row: Row, person: int | None) -> Line:
    return Line(from_ms(row["at"]), person, row["verb"], json.loads(row["fields_json"]))
