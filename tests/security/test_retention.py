"""Everything personal has an end date, of its own kind; figures of units have none."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.town import Retention
from storage import audit, papers, reports, retention, units
from storage.database import Database
from tests.support import databases
from tests.support.cast import TOWN, ZONE
from tests.support.databases import figures, look
from tests.support.leaks import numbers_in_clear
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
DAY = date(2026, 2, 6)


async def live(stage: Stage) -> None:
    """A day's reports, a photo, a doubt, and somebody who leaves."""
    zhang, liu = stage.cast.people["张守田"], stage.cast.people["刘小妹"]
    group = stage.cast.groups["黄溪村群"]
    stage.telegram.say(zhang, group, "入户120户，劝返约300人，问题:缺口罩")
    stage.telegram.photo(zhang, group, caption="现场")
    stage.telegram.say(liu, group, "排查356人")
    await stage.settle()
    stage.telegram.say(liu, stage.telegram.private(liu), "退出 确认")
    await stage.settle()


async def after(stage: Stage, days: int) -> None:
    """The morning so many days later."""
    stage.clock.move_to(MORNING + timedelta(days=days))
    await stage.settle()


def kept(stage: Stage, sql: str) -> Any:
    """The one value that plain SQL gives."""
    return look(stage.settings.database_url, sql)[0][0]


OLD_UPDATES = "SELECT count(*) FROM inbox WHERE received_at < 1770480000000"
OLD_WORDS = "SELECT count(*) FROM statements WHERE raw <> '' OR texts_json <> '{}' OR sender <> ''"
OLD_LINES = "SELECT count(*) FROM audit WHERE at < 1770480000000"
LEFT = "SELECT name FROM people WHERE active = 0"


async def test_each_kind_goes_on_its_own_day_and_the_figures_stay(tmp_path: Path) -> None:
    asked = {
        "raw_updates": OLD_UPDATES,
        "texts": OLD_WORDS,
        "evidence": "SELECT count(*) FROM evidence",
        "audit": OLD_LINES,
    }
    limits = Retention()
    async with open_stage(tmp_path, MORNING) as stage:
        await live(stage)
        for kind, sql in asked.items():
            days = getattr(limits, kind)
            await after(stage, days)
            assert kept(stage, sql) > 0, kind
            await after(stage, days + 1)
            assert kept(stage, sql) == 0, kind
        assert kept(stage, LEFT).startswith("#")
        database = await Database.open_to_read(stage.settings.database_url, stage.settings.vault)
        async with database.reading() as work:
            unit = (await units.tree(work)).by_code["01"].id
            report = await reports.one(work, DAY, unit)
            assert len(await audit.lines(work, "erased_all")) >= 4
        await database.close()
    assert report is not None
    assert {code: int(value) for code, value in report.values.items()} == {
        "households_visited": 120,
        "people_screened": 356,
    }


async def test_it_happens_once_a_night_and_is_written_down(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        await live(stage)
        await after(stage, 31)
        await stage.settle()
        stage.clock.move(3600)
        await stage.settle()
        rows = look(stage.settings.database_url, "SELECT day FROM purges ORDER BY day")
        assert rows == [("2026-02-06",), ("2026-03-09",)]
        database = await Database.open_to_read(stage.settings.database_url, stage.settings.vault)
        async with database.reading() as work:
            erased = await audit.lines(work, "erased")
            assert [line.fields["kind"] for line in erased] == ["raw_updates"]
            assert all(line.person is None and line.fields["rows"] > 0 for line in erased)
            assert len(await audit.lines(work, "erased_all")) == 2
        await database.close()


async def test_a_town_that_keeps_for_ever_loses_nothing(tmp_path: Path) -> None:
    from dataclasses import replace

    town = replace(TOWN, retention=Retention(0, 0, 0, 0, 0, 0))
    async with open_stage(tmp_path, MORNING, town=town) as stage:
        await live(stage)
        before = [kept(stage, sql) for sql in (OLD_UPDATES, OLD_WORDS, OLD_LINES)]
        await after(stage, 2000)
        assert [kept(stage, sql) for sql in (OLD_UPDATES, OLD_WORDS, OLD_LINES)] == before


def test_every_kind_of_the_rule_book_is_erased_by_some_question() -> None:
    assert set(retention.KINDS) == set(Retention.__dataclass_fields__)


@databases.only_a_file
async def test_who_is_forgotten_leaves_no_word_in_the_file(tmp_path: Path) -> None:
    """Without a key, so that the file itself can be searched."""
    words = "只有刘小妹会这样说"
    async with open_stage(tmp_path, MORNING, key="") as stage:
        liu = stage.cast.people["刘小妹"]
        stage.telegram.say(liu, stage.cast.groups["黄溪村群"], f"排查356人，问题:{words}")
        stage.telegram.contact(liu)
        stage.telegram.say(liu, stage.telegram.private(liu), words)
        await stage.settle()
        assert "13800000002" in numbers_in_clear(tmp_path)
        stage.telegram.say(liu, stage.telegram.private(liu), "删除资料 确认")
        await stage.settle()
        assert "13800000002" not in numbers_in_clear(tmp_path)
        assert kept(stage, "SELECT count(*) FROM statements WHERE raw <> ''") == 0
        assert kept(stage, f"SELECT count(*) FROM inbox WHERE raw LIKE '%\"id\": {liu.id},%'") == 0
        assert kept(stage, "SELECT count(*) FROM people WHERE name = '刘小妹'") == 0
        assert kept(stage, "SELECT count(*) FROM forgetting") == 0
        assert figures(stage.settings.database_url) == [{"people_screened": 356}]


async def test_who_is_forgotten_leaves_no_name_in_a_printed_paper(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        wang = stage.cast.people["王书记"]
        await stage.pass_until(MORNING.replace(hour=17, minute=46))
        assert "王书记" in await printed(stage)
        stage.telegram.contact(wang)
        stage.telegram.say(wang, stage.telegram.private(wang), "删除资料 确认")
        await stage.settle()
        assert "王书记" not in await printed(stage)
        assert kept(stage, "SELECT count(*) FROM blots") == 0


async def printed(stage: Stage) -> str:
    """What the frozen brief of the town says, as one string."""
    database = await Database.open_to_read(stage.settings.database_url, stage.settings.vault)
    async with database.reading() as work:
        paper = await papers.of(work, "brief", DAY, None)
    await database.close()
    assert paper is not None
    return str(paper.body)


@pytest.mark.parametrize("who", ["张守田", "王书记", "何督查"])
async def test_nobody_but_an_operator_erases_somebody_else(tmp_path: Path, who: str) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        person = stage.cast.people[who]
        for said in ("/forget 刘小妹 yes", "/forget 13800000002 yes"):
            stage.telegram.say(person, stage.telegram.private(person), said)
        await stage.settle()
        assert kept(stage, "SELECT count(*) FROM people WHERE name = '刘小妹' AND active = 1") == 1
