"""A database from before the key, and one whose key changes: everything is sealed anew, nothing is lost."""

import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from pydantic import SecretStr

from actions.state import state
from domain.errors import NotPossible
from drill.server.telegram import Event
from storage import people
from storage.database import Database
from storage.migrations import numbered
from storage.private import PLACES
from storage.vault import Vault, new_key, read_keys
from tests.support.cast import ZONE
from tests.support.databases import ON_POSTGRES, look
from tests.support.leaks import numbers_in_clear
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
DAY = date(2026, 2, 6)
REPORT = "入户120户，劝返约300人，问题:联系人刘某 13911113333 身份证 110101199003074258 缺口罩"


def keyed(stage: Stage, *keys: str) -> None:
    """From now on the program has these keys."""
    stage.settings = stage.settings.model_copy(update={"gridwarden_key": SecretStr(",".join(keys))})


async def live(stage: Stage) -> None:
    """Somebody reports with numbers in the text, somebody shares a card."""
    stage.telegram.say(stage.cast.people["张守田"], stage.cast.groups["黄溪村群"], REPORT)
    stage.telegram.contact(stage.cast.people["刘小妹"])
    stage.telegram.contact(stage.cast.people["陌生人"])
    await stage.settle()


async def told(stage: Stage) -> object:
    """Where the day stands, and who is found by a number."""
    database = await Database.open_to_read(stage.settings.database_url, stage.settings.vault)
    try:
        async with database.reading() as work:
            found = await people.by_phone(work, "13800000002")
            return await state(work, stage.town, DAY, stage.clock.now()), found
    finally:
        await database.close()


def unsealed(stage: Stage, vault: Vault) -> list[str]:
    """Table and column of whatever private is not sealed with the first key."""
    return [
        f"{place.table}.{column}"
        for place in PLACES
        for column in place.columns
        for (text,) in look(stage.settings.database_url, f"SELECT {column} FROM {place.table}")
        if text is not None and not vault.is_current(text) and (place.table, text) != ("meta", vault.first)
    ]


async def test_a_database_from_before_the_key_is_sealed_at_the_first_start_with_one(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING, key="") as stage:
        await live(stage)
        assert ON_POSTGRES or numbers_in_clear(tmp_path) != []
        before = await told(stage)
        keyed(stage, new_key())
        await stage.settle()
        assert numbers_in_clear(tmp_path) == []
        assert unsealed(stage, stage.settings.vault) == []
        assert await told(stage) == before


async def test_the_key_changes_and_the_old_one_can_go(tmp_path: Path) -> None:
    old, new = new_key(), new_key()
    async with open_stage(tmp_path, MORNING, key=old) as stage:
        await live(stage)
        before = await told(stage)
        keyed(stage, new, old)
        await stage.settle()
        keyed(stage, new)
        await stage.settle()
        assert unsealed(stage, stage.settings.vault) == []
        assert await told(stage) == before


@pytest.mark.parametrize("keys", [[], [new_key()]], ids=["no key", "another key"])
async def test_without_the_key_the_program_does_not_start_on_a_sealed_database(tmp_path: Path, keys: list[str]) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        right = stage.settings
        keyed(stage, *keys)
        with pytest.raises(NotPossible, match="key-missing"):
            await stage.settle()
        stage.settings = right


async def test_killed_in_the_middle_of_sealing_the_next_start_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_stage(tmp_path, MORNING, key="") as stage:
        await live(stage)
        keyed(stage, new_key())
        vault = stage.settings.vault
        sealed = 0

        def dying(text: str, *, exact: bool = False) -> str:
            nonlocal sealed
            sealed += 1
            if sealed > 30:
                raise OSError("killed")
            return Vault.seal(vault, text, exact=exact)

        with monkeypatch.context() as patched:
            patched.setattr(vault, "seal", dying)
            with pytest.raises(OSError, match="killed"):
                await Database.open(stage.settings.database_url, vault)
        assert unsealed(stage, vault) != []
        await stage.settle()
        assert unsealed(stage, vault) == []


async def test_a_number_of_the_first_schema_is_found_after_the_upgrade_with_a_key(tmp_path: Path) -> None:
    path = tmp_path / "gridwarden.db"
    with closing(sqlite3.connect(path)) as file:
        file.executescript(numbered()[0][1] + "PRAGMA user_version=1;")
        file.execute("INSERT INTO people (name, phone) VALUES ('张守田', '13800000001')")
        file.commit()
    vault = Vault(read_keys(new_key()))
    database = await Database.open(f"sqlite:///{path}", vault)
    async with database.work() as work:
        found = await people.by_phone(work, "13800000001")
    await database.close()
    assert found is not None
    assert (found.name, found.phone) == ("张守田", "13800000001")
    # The copy from before the upgrade is what the database was; docs/operating.md tells when it goes.
    (tmp_path / "gridwarden.db.before-0002").unlink()
    assert numbers_in_clear(tmp_path) == []


async def test_what_is_sealed_is_said_to_people_as_before(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        await live(stage)
        seen: list[Event] = []
        stage.telegram.listen(seen.append)
        boss = stage.cast.people["王书记"]
        stage.telegram.say(boss, stage.telegram.private(boss), "/find 联系人")
        await stage.settle()
    assert any("139****3333" in event.text for event in seen)
