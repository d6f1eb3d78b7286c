"""What is over takes less room and is read as before; the file gives back what it does not need."""

from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from domain.reporting import Statement
from domain.units import Unit
from storage import inbox, statements, units
from storage.database import Database, path_of
from storage.packing import packed, unpacked
from storage.statements import Saying
from storage.work import Work
from tests.support.cast import ZONE
from tests.support.databases import look, new_database, only_a_file
from tests.support.stage import KEY, Stage, open_stage

FRIDAY = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
NOW = FRIDAY.astimezone(UTC)
DAY = date(2026, 2, 6)
SAID = "黄溪村 入户120户，排查356人，返乡3人，测温200人次，消毒2处，宣传单30份"
ROOM_OF_UPDATES = "SELECT sum(length(raw)) FROM inbox WHERE raw <> '' AND received_at < 1770400000000"
ROOM_OF_RECEIPTS = (
    "SELECT sum(length(fields_json) + length(buttons_json)) FROM outbox WHERE kind = 'report-received' AND act = 'send'"
)


def room(stage: Stage, sql: str) -> int:
    """So many signs."""
    [[taken]] = look(stage.settings.database_url, sql)
    return int(taken)


@pytest.fixture(params=["", KEY], ids=["in clear", "sealed"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stage]:
    """A town in which somebody has just reported in private."""
    async with open_stage(tmp_path, FRIDAY, key=request.param) as opened:
        zhang = opened.cast.people["张守田"]
        opened.telegram.say(zhang, opened.telegram.private(zhang), SAID)
        await opened.settle()
        yield opened


async def nights(stage: Stage, count: int) -> None:
    """So many nights go by."""
    for _ in range(count):
        stage.clock.move(24 * 3600)
        await stage.settle()


async def test_what_is_over_is_packed_after_two_days(tmp_path: Path) -> None:
    async with open_stage(tmp_path, FRIDAY, key="") as stage:
        zhang = stage.cast.people["张守田"]
        stage.telegram.say(zhang, stage.telegram.private(zhang), SAID)
        await stage.settle()
        before = [room(stage, sql) for sql in (ROOM_OF_UPDATES, ROOM_OF_RECEIPTS)]
        await nights(stage, 1)
        assert [room(stage, sql) for sql in (ROOM_OF_UPDATES, ROOM_OF_RECEIPTS)] == before
        await nights(stage, 2)
        updates, receipts = (room(stage, sql) for sql in (ROOM_OF_UPDATES, ROOM_OF_RECEIPTS))
        assert updates < before[0] * 0.7
        assert receipts < before[1] * 0.5


async def test_what_was_packed_is_read_as_before(stage: Stage) -> None:
    zhang = stage.cast.people["张守田"]
    chat = stage.telegram.private(zhang)
    receipt = stage.telegram.last(chat)
    assert "30份" not in receipt.text
    await nights(stage, 3)
    async with stage.house() as house, house.database.reading() as work:
        found = await inbox.between(work, FRIDAY, FRIDAY + timedelta(hours=1))
    assert [SAID in raw for _, raw in found].count(True) == 1
    stage.telegram.press_label(zhang, receipt, "看全部")
    await stage.settle()
    assert "30份" in stage.telegram.last(chat).text


async def test_packed_updates_of_somebody_who_is_forgotten_go_too(stage: Stage) -> None:
    zhang = stage.cast.people["张守田"]
    await nights(stage, 3)
    stage.telegram.say(zhang, stage.telegram.private(zhang), "删除资料 确认")
    await stage.settle()
    async with stage.house() as house, house.database.reading() as work:
        left = [raw for _, raw in await inbox.between(work, FRIDAY, FRIDAY + timedelta(days=9))]
    assert not any(str(zhang.id) in raw for raw in left)


@pytest.mark.parametrize(
    "text", ["{}", "[]", '{"words":"口罩不够 \\ud83d 😷"}', '{"lines":[{"unit":"黄溪村"}]}', SAID * 200]
)
def test_whatever_is_packed_comes_out_the_same(text: str) -> None:
    assert unpacked(packed(text)) == text
    assert len(packed(text)) <= len(text.encode())


@only_a_file
async def test_the_file_shrinks_once_much_of_it_is_free_and_every_sunday(tmp_path: Path) -> None:
    async with open_stage(tmp_path, FRIDAY, key="") as stage:
        path = path_of(stage.settings.database_url)
        database = await Database.open(stage.settings.database_url, stage.settings.vault)
        async with database.work() as work:
            await inbox.keep_updates(
                work, [inbox.Arrived(n, '{"words":"' + "好" * 4000 + '"}') for n in range(1, 300)], NOW
            )
        await database.close()
        look(stage.settings.database_url, "UPDATE inbox SET state = 'done' WHERE state = 'waiting'")
        await stage.settle()
        full = path.stat().st_size
        stage.clock.move_to(FRIDAY + timedelta(days=32))
        await stage.settle()
        assert path.stat().st_size < full / 2
        assert look(stage.settings.database_url, "PRAGMA integrity_check") == [("ok",)]
        look(stage.settings.database_url, "CREATE TABLE left_over AS SELECT zeroblob(50000) AS room")
        look(stage.settings.database_url, "DROP TABLE left_over")
        for morning, free in ((33, True), (37, False)):  # a Wednesday, a Sunday
            stage.clock.move_to(FRIDAY + timedelta(days=morning))
            await stage.settle()
            [[pages]] = look(stage.settings.database_url, "PRAGMA freelist_count")
            assert (pages > 0) is free


async def test_a_code_whose_number_was_undone_gets_one_again(tmp_path: Path) -> None:
    database = await Database.open(new_database(tmp_path))
    async with database.work() as work:
        unit = await units.save(work, Unit(0, "01", "黄溪村"))
        with suppress(ZeroDivisionError):
            async with work.savepoint():
                await _say(work, unit, "people_screened", 356)
                raise ZeroDivisionError
        await _say(work, unit, "households_visited", 120)
    with suppress(ZeroDivisionError):
        async with database.work() as work:
            await _say(work, unit, "returnees", 3)
            raise ZeroDivisionError
    async with database.work() as work:
        await _say(work, unit, "leaflets", 30)
        await _say(work, unit, "people_screened", 350)
    async with database.reading() as work:
        said = [kept.statement.values for kept in await statements.of_unit(work, DAY, unit)]
    assert said == [{"households_visited": 120}, {"leaflets": 30}, {"people_screened": 350}]
    await database.close()


async def test_a_number_that_another_process_has_given_is_known_when_it_is_read(tmp_path: Path) -> None:
    url = new_database(tmp_path)
    one, other = await Database.open(url), await Database.open(url)
    async with one.work() as work:
        unit = await units.save(work, Unit(0, "01", "黄溪村"))
        await _say(work, unit, "leaflets", 30)
    async with other.reading() as work:
        assert len(await statements.of_unit(work, DAY, unit)) == 1
    async with one.work() as work:
        await _say(work, unit, "people_screened", 356)
    async with other.work() as work:
        said = [kept.statement.values for kept in await statements.of_unit(work, DAY, unit)]
        await _say(work, unit, "people_screened", 357)
    assert said == [{"leaflets": 30}, {"people_screened": 356}]
    assert look(url, "SELECT count(*) FROM indicators") == [(2,)]
    for database in (one, other):
        await database.close()


async def _say(work: Work, unit: int, code: str, figure: int) -> None:
    saying = Saying(DAY, unit, NOW, "message", sender="张守田", raw=f"{figure}")
    await statements.save(work, Statement(NOW, {code: Decimal(figure)}), saying)
