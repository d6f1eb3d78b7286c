"""The key by which people share their card comes with the question and goes with the welcome."""

from datetime import datetime
from pathlib import Path

from storage import people
from storage.database import Database
from tests.support.cast import ZONE
from tests.support.stage import open_stage


async def test_the_key_is_shown_to_strangers_and_taken_away_once_they_are_known(tmp_path: Path) -> None:
    async with open_stage(tmp_path, datetime(2026, 2, 6, 7, 30, tzinfo=ZONE)) as stage:
        somebody = stage.cast.people["陌生人"]
        chat = stage.telegram.private(somebody)
        stage.telegram.start_link(somebody)
        await stage.settle()
        assert chat.keyboard == [[{"text": "发送我的名片", "request_contact": True}]]
        database = await Database.open(stage.settings.database_url, stage.settings.vault)
        async with database.work() as work:
            await people.add(work, "陌生人", "13911112222", None, stage.clock.now())
        await database.close()
        stage.telegram.contact(somebody)
        await stage.settle()
        assert chat.keyboard is None
