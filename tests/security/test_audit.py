"""The audit log: who changed what, when; nobody takes anything out of it.

That every change of state leaves a line is watched in every stage, and so in every transcript:
tests/support/accounting.py.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import audit
from storage.database import Database
from tests.support.accounting import WRITING
from tests.support.databases import look, new_database

NOW = datetime(2026, 2, 6, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("tampering", ["UPDATE audit SET verb = 'nothing'", "DELETE FROM audit"])
async def test_the_database_itself_refuses_to_change_or_erase_a_line(tmp_path: Path, tampering: str) -> None:
    url = new_database(tmp_path)
    database = await Database.open(url)
    async with database.work() as work:
        await audit.note(work, NOW, 1, "removed", who=2)
    with pytest.raises(Exception, match="only added to"):
        look(url, tampering)
    async with database.reading() as work:
        assert [(line.at, line.person, line.fields) for line in await audit.lines(work, "removed")] == [
            (NOW, 1, {"who": 2})
        ]
    await database.close()


async def test_the_door_for_the_end_date_shuts_again(tmp_path: Path) -> None:
    url = new_database(tmp_path)
    database = await Database.open(url)
    async with database.work() as work:
        async with audit.open_door(work, "a test"):
            pass
        await audit.note(work, NOW, 1, "removed", who=2)
    with pytest.raises(Exception, match="only added to"):
        look(url, "DELETE FROM audit")
    await database.close()


def test_the_watch_knows_what_changes_the_towns_state() -> None:
    """Else it would watch nothing."""
    assert {"statements.save", "people.give_post", "days.move_close", "tasks.cancel", "invitations.use"} <= set(WRITING)
    assert not {"audit.note", "outbox.put", "inbox.keep"} & set(WRITING)
