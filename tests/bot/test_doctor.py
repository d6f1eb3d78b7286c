"""The check-up, against the drill's Telegram and real files: it finds what is wrong and never shows the token."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.doctor import Finding, Level, examine
from bot.doctor import machine as machine_room
from bot.settings import Settings
from bot.townfile import new_town_text
from storage import chats, inbox
from storage.database import Database
from storage.inbox import Arrived
from tests.support.cast import ZONE
from tests.support.clock import HandClock
from tests.support.databases import only_a_file
from tests.support.stage import Stage, open_stage
from texts import printed

MORNING = datetime(2026, 2, 6, 7, 30, tzinfo=ZONE)


@pytest.fixture
def town_file(tmp_path: Path) -> Path:
    """A good rule book."""
    path = tmp_path / "town.toml"
    path.write_text(new_town_text("东观镇", "epidemic"), "utf-8")
    return path


async def look(stage: Stage, town_file: Path) -> list[Finding]:
    """What the check-up finds, without the machine's own disk and without the clock, which stands still."""
    found = await examine(stage.settings, town_file, stage.clock)
    return [finding for finding in found if finding.key not in ("disk", "clock-off", "clock-good")]


def keys(found: list[Finding], level: Level) -> list[str]:
    """The keys of that level."""
    return [finding.key for finding in found if finding.level is level]


async def test_a_town_without_a_key_is_warned_of_it(tmp_path: Path, town_file: Path) -> None:
    async with open_stage(tmp_path, MORNING, key="") as stage:
        assert "no-key" in keys(await look(stage, town_file), Level.WARN)
    (tmp_path / "keyed").mkdir()
    async with open_stage(tmp_path / "keyed", MORNING) as stage:
        assert "no-key" not in keys(await look(stage, town_file), Level.WARN)


async def test_a_town_at_home_is_found_well_except_for_whom_nobody_has(tmp_path: Path, town_file: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        found = await look(stage, town_file)
    assert keys(found, Level.BAD) == []
    assert [(f.key, f.fields["units"]) for f in found if f.level is Level.WARN] == [("units-no-lead", ["红星村"])]
    assert {"token-good", "town-good", "database", "zone", "poll-good"} <= set(keys(found, Level.OK))


async def test_nothing_set_up_is_told_piece_by_piece(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, database_url=f"sqlite:///{tmp_path / 'none.db'}", operator_ids="0")
    async with open_stage(tmp_path, MORNING) as stage:
        found = await examine(settings, tmp_path / "none.toml", stage.clock)
    assert {"town-mistake", "operator-ids", "no-token"} == set(keys(found, Level.BAD))
    assert "database-missing" in keys(found, Level.WARN)
    assert not (tmp_path / "none.db").exists()


async def test_a_rule_book_with_mistakes_is_told_line_by_line(tmp_path: Path, town_file: Path) -> None:
    town_file.write_text('name = "x"\nzone = "Mars/Olympus"\nform = "nothing"\n', "utf-8")
    async with open_stage(tmp_path, MORNING) as stage:
        found = await look(stage, town_file)
    told = [finding.mistake for finding in found if finding.mistake is not None]
    assert {(mistake.key, mistake.reason) for mistake in told} == {("zone", "unknown-zone"), ("form", "unknown-form")}


async def test_a_wrong_token_and_a_dead_line_are_bad_and_the_token_is_not_shown(
    tmp_path: Path, town_file: Path
) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        wrong = stage.settings.model_copy(update={"telegram_token": type(stage.settings.telegram_token)("7:sesame")})
        refused = await examine(wrong, town_file, stage.clock)
        away = wrong.model_copy(update={"telegram_api_url": "http://127.0.0.1:9"})
        unanswered = await examine(away, town_file, stage.clock)
    assert "token-refused" in keys(refused, Level.BAD)
    assert "no-line" in keys(unanswered, Level.BAD)
    assert "sesame" not in repr(refused) + repr(unanswered)


async def test_each_group_that_lacks_something_is_named(tmp_path: Path, town_file: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        groups = stage.cast.groups
        stage.telegram.demote_bot(groups["指挥部"])
        stage.telegram.promote_bot(groups["全镇群"], rights=["can_invite_users"])
        stage.telegram.kick_bot(groups["黄溪村群"])
        stage.telegram.add_bot(groups["新群"], stage.cast.people["吴运维"])
        await stage.settle()
        found = await look(stage, town_file)
    told = [(f.key, f.fields["title"]) for f in found if f.key.startswith("chat-") and f.level is not Level.OK]
    assert sorted(told) == [
        ("chat-deaf", "指挥部"),
        ("chat-no-pins", "全镇群"),
        ("chat-no-pins", "指挥部"),
        ("chat-no-purpose", "新群"),
        ("chat-out", "黄溪村群"),
    ]


async def test_what_lies_unhandled_or_unsent_and_a_silent_line_are_told(tmp_path: Path, town_file: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        stage.telegram.block(stage.cast.people["周桂兰"])
        await stage.settle()
        database = await Database.open(stage.settings.database_url, stage.settings.vault)
        async with database.work() as work:
            await inbox.keep_updates(work, [Arrived(1, "{}"), Arrived(2, "{}")], stage.clock.now())
            first, _ = await inbox.waiting_updates(work, 2)
            await inbox.set_aside(work, first.place, "trace", stage.clock.now())
        await database.close()
        stage.clock.move(3600)
        found = await look(stage, town_file)
    assert keys(found, Level.BAD) == ["inbox-stuck"]
    warned = {f.key: f.fields for f in found if f.level is Level.WARN}
    assert warned["poll-old"] == {"age": "1:00"}
    assert warned["aside"] == {"n": 1}
    assert warned["people-gone"]["people"] == ["周桂兰"]
    assert warned["units-bare"]["units"] == ["红星村"]


async def test_without_command_chat_operator_or_units_the_day_cannot_work(tmp_path: Path, town_file: Path) -> None:
    async with open_stage(tmp_path, MORNING, settled=False) as stage:
        found = await look(stage, town_file)
    assert sorted(keys(found, Level.BAD)) == ["no-command-chat", "no-operator", "no-units"]


async def test_a_privacy_mode_that_is_off_makes_no_group_deaf(tmp_path: Path, town_file: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        stage.telegram.privacy = False
        stage.telegram.demote_bot(stage.cast.groups["黄溪村群"])
        found = await look(stage, town_file)
    assert "privacy-off" in keys(found, Level.OK)
    assert "chat-deaf" not in keys(found, Level.WARN)


async def test_a_clock_that_is_off_is_told(tmp_path: Path, town_file: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        found = await examine(stage.settings, town_file, HandClock(stage.clock.now() + timedelta(minutes=20)))
    assert "clock-off" in keys(found, Level.BAD)


@only_a_file
async def test_a_database_of_another_version_is_not_read_further(tmp_path: Path, town_file: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        pass
    path = tmp_path / "gridwarden.db"
    header = bytearray(path.read_bytes())
    header[60:64] = (99).to_bytes(4, "big")  # SQLite keeps user_version there (file format, 1.3)
    path.write_bytes(bytes(header))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    async with open_stage(elsewhere, MORNING, settled=False) as other:
        settings = stage.settings.model_copy(update={"telegram_api_url": other.settings.telegram_api_url})
        found = await examine(settings, town_file, other.clock)
    assert "database-new" in keys(found, Level.BAD)


def test_who_lacks_a_font_for_what_is_printed_is_told_which(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert keys(machine_room.fonts(), Level.OK) == ["font"]
    monkeypatch.setattr(printed, "_font_files", lambda: [tmp_path / "NotoSansSC.ttf"])
    (found,) = machine_room.fonts()
    assert (found.level, found.key, found.fields["font"]) == (Level.WARN, "no-font", str(tmp_path / "NotoSansSC.ttf"))


async def test_a_chat_buried_by_a_migration_is_not_looked_at(tmp_path: Path, town_file: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        stage.cast.groups["黄溪村群"] = stage.telegram.migrate(stage.cast.groups["黄溪村群"])
        await stage.settle()
        found = await look(stage, town_file)
        database = await Database.open(stage.settings.database_url, stage.settings.vault)
        async with database.reading() as work:
            titles = [group.title for group in await chats.groups(work)]
        await database.close()
    assert titles.count("黄溪村群") == 1
    assert keys(found, Level.BAD) == []
