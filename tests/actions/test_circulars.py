"""What goes to all goes once, says nothing that was erased meanwhile, and stays within what its sender commands."""

from datetime import datetime, timedelta
from pathlib import Path

from domain.town import Retention
from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

NOON = datetime(2026, 2, 6, 16, 5, tzinfo=ZONE)
MARKED = "#经验 每组配一个喇叭"


def _shown(stage: Stage, chat: str) -> list[str]:
    return [message.words for message in stage.telegram.shown(stage.cast.groups[chat])]


async def _told(stage: Stage) -> None:
    """Zhang marks a message; the secretary tells all."""
    zhang, wang = stage.cast.people["张守田"], stage.cast.people["王书记"]
    stage.telegram.photo(zhang, stage.cast.groups["黄溪村群"], caption=MARKED)
    await stage.settle()
    stage.telegram.say(wang, stage.cast.groups["指挥部"], "经验 转发 1")
    await stage.settle()


async def test_who_is_forgotten_takes_their_practice_along(tmp_path: Path) -> None:
    """What waits is withdrawn; what is out stands in the chats, and is not shown again."""
    async with open_stage(tmp_path, NOON) as stage:
        zhang, wang, zhao = (stage.cast.people[name] for name in ("张守田", "王书记", "赵春梅"))
        await _told(stage)
        stage.telegram.say(zhang, stage.telegram.private(zhang), "#经验 进门先量体温")
        await stage.settle()
        stage.telegram.say(zhang, stage.telegram.private(zhang), "/forget")
        await stage.settle()
        stage.telegram.say(zhang, stage.telegram.private(zhang), "删除资料 确认")
        await stage.settle()
        assert look(stage.settings.database_url, "SELECT text, state FROM circulars ORDER BY id") == [
            ("", "sent"),
            ("", "dropped"),
        ]
        assert look(stage.settings.database_url, "SELECT count(*) FROM circular_files") == [(0,)]
        stage.telegram.say(wang, stage.cast.groups["指挥部"], "经验 转发 2")
        stage.telegram.say(zhao, stage.telegram.private(zhao), "经验 1")
        await stage.settle()
        assert not any("体温" in words for words in _shown(stage, "白塔社区群"))
        assert "喇叭" not in stage.telegram.shown(stage.telegram.private(zhao))[-1].words


async def test_what_was_erased_before_it_went_out_is_not_said(tmp_path: Path) -> None:
    """The outbox holds the number of a circular, not its words."""
    async with open_stage(tmp_path, NOON) as stage:
        await _told(stage)
        written = look(
            stage.settings.database_url, "SELECT fields_json FROM outbox WHERE kind IN ('practice', 'circular-live')"
        )
        vault = stage.settings.vault
        assert written
        assert {vault.open(fields) for (fields,) in written} == {'{"circular":1}'}


async def test_words_and_photos_end_with_the_other_words(tmp_path: Path) -> None:
    async with open_stage(tmp_path, NOON) as stage:
        await _told(stage)
        for days, left in ((Retention().texts, 1), (Retention().texts + 2, 0)):
            stage.clock.move_to(NOON + timedelta(days=days))
            await stage.settle()
            assert look(stage.settings.database_url, "SELECT count(*) FROM circulars WHERE text <> ''") == [(left,)]
            assert look(stage.settings.database_url, "SELECT count(*) FROM circular_files") == [(left,)]


async def test_it_goes_out_once_however_often_it_is_decided(tmp_path: Path) -> None:
    async with open_stage(tmp_path, NOON) as stage:
        await _told(stage)
        wang, wu = stage.cast.people["王书记"], stage.cast.people["吴运维"]
        for person in (wang, wu):
            stage.telegram.say(person, stage.cast.groups["指挥部"], "经验 转发 1")
        await stage.settle()
        assert sum("每组配一个喇叭" in words for words in _shown(stage, "白塔社区群")) == 1
        assert [words for words in _shown(stage, "指挥部") if words == "1 已经定过了。"] != []
