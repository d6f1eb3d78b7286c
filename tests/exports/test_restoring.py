"""Days go out as CSV and JSON and come back into an empty database; days kept by hand come in too."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from actions import restoring, sums
from actions.dayfiles import read_days
from actions.restoring import Effect, Plan
from actions.state import state
from bot.cli import main
from bot.exporting import write_export
from bot.settings import Settings
from domain.exports import Asked
from domain.numbers import plain
from storage import reports, statements, units
from storage.database import Database
from storage.work import Work
from tests.support.cast import TOWN, ZONE
from tests.support.county import County, Shape, settle_county, settle_units
from tests.support.databases import new_database

LAST = date(2026, 2, 6)
NOW = datetime(2026, 2, 6, 18, 0, tzinfo=ZONE)
SMALL = Shape(towns=1, villages=1, cells=1, days=0)


async def read(url: str, ask: Callable[[Work], Awaitable[Any]]) -> Any:
    """Ask the database something."""
    database = await Database.open(url)
    try:
        async with database.reading() as work:
            return await ask(work)
    finally:
        await database.close()


async def enter(url: str, filename: str, data: bytes, *, replace: bool = False) -> Plan:
    """Enter a file, as the command line does; the plan."""
    database = await Database.open(url)
    try:
        async with database.work() as work:
            rows = read_days(filename, data, TOWN)
            plan = await restoring.plan(work, TOWN, rows, replace=replace, now=NOW)
            for day, steps in plan.steps.items():
                await restoring.enter(work, TOWN, day, steps, filename, "王录入", NOW)
        return plan
    finally:
        await database.close()


def reasons(plan: Plan) -> list[tuple[str, str]]:
    """Row and reason of everything wrong."""
    return [(mistake.key, mistake.reason) for mistake in plan.mistakes]


async def told(url: str, day: date) -> dict[str, Any]:
    """What `gridwarden state` says of a day, without what only the history knows."""
    found = await read(url, lambda work: state(work, TOWN, day, NOW))
    rows = [{key: value for key, value in unit.items() if key != "versions"} for unit in found["units"]]
    return {"units": rows, "totals": found["totals"]}


@pytest.fixture
async def county(tmp_path: Path) -> County:
    """Three days of a county, in the first database of the test's folder."""
    return await settle_county(new_database(tmp_path, "first.db"), TOWN, Shape(silent=20, late=20), LAST)


@pytest.mark.parametrize("kind", ["csv", "json"])
async def test_what_went_out_comes_back_the_same(county: County, tmp_path: Path, kind: str) -> None:
    first, second = new_database(tmp_path, "first.db"), new_database(tmp_path, "second.db")
    path = tmp_path / f"days.{kind}"
    asked = Asked(county.first, LAST, kind=kind, hxl=True, masked=False)
    await asyncio.to_thread(write_export, Settings(_env_file=None, database_url=first), TOWN, asked, "en", path, NOW)
    await settle_units(second, Shape())
    plan = await enter(second, path.name, path.read_bytes())
    assert plan.mistakes == ()
    assert plan.count(Effect.ADDED) == len(county.reports)
    assert plan.empty == 3 * 18 - len(county.reports)
    for n in range(3):
        day = county.first + timedelta(days=n)
        assert await told(second, day) == await told(first, day)
    assert await read(second, reports.running) == await read(first, reports.running)
    assert await read(second, lambda work: sums.check(work, TOWN)) == []


async def test_the_same_file_again_changes_nothing(county: County, tmp_path: Path) -> None:
    first, path = new_database(tmp_path, "first.db"), tmp_path / "days.csv"
    asked = Asked(county.first, LAST, kind="csv", masked=False)
    await asyncio.to_thread(write_export, Settings(_env_file=None, database_url=first), TOWN, asked, "en", path, NOW)
    unit = next(unit for day, unit in county.reports if day == LAST)
    before = await read(first, lambda work: reports.versions(work, LAST, unit))
    assert (await enter(first, path.name, path.read_bytes())).count(Effect.SAME) == len(county.reports)
    assert await read(first, lambda work: reports.versions(work, LAST, unit)) == before
    assert [version.version for version in before] == [1]


async def test_exported_json_tells_the_same_figures_as_the_state(county: County, tmp_path: Path) -> None:
    first, path = new_database(tmp_path, "first.db"), tmp_path / "days.json"
    asked = Asked(county.first, LAST, kind="json", masked=False)
    await asyncio.to_thread(write_export, Settings(_env_file=None, database_url=first), TOWN, asked, "en", path, NOW)
    document = json.loads(path.read_text("utf-8"))
    assert [day["day"] for day in document["days"]] == ["2026-02-04", "2026-02-05", "2026-02-06"]
    for day in document["days"]:
        wanted = await told(first, date.fromisoformat(day["day"]))
        by_code = {unit["code"]: unit for unit in wanted["units"]}
        assert day["totals"] == wanted["totals"]["*"]
        for unit in day["units"]:
            same = ("state", "on_time", "first_at", "values", "cumulative", "texts")
            assert {key: unit[key] for key in same} == {key: by_code[unit["unit"]][key] for key in same}


async def test_a_day_kept_by_hand_counts_as_in_time_and_says_who_entered_it(tmp_path: Path) -> None:
    url = new_database(tmp_path)
    await settle_units(url, SMALL)
    data = 'day,unit,households_visited,text.problems\n2026/2/5,V0101,"1,200",\'=缺口罩\n'.encode("gb18030")
    assert (await enter(url, "手工.csv", data)).count(Effect.ADDED) == 1
    unit = (await read(url, units.tree)).by_code["V0101"]
    report = await read(url, lambda work: reports.one(work, date(2026, 2, 5), unit.id))
    assert report.values == {"households_visited": Decimal(1200)}
    assert report.texts == {"problems": "=缺口罩"}
    assert report.first_at == datetime(2026, 2, 5, 16, 0, tzinfo=ZONE)
    [kept] = await read(url, lambda work: statements.of_unit(work, date(2026, 2, 5), unit.id))
    assert (kept.saying.source, kept.saying.sender, kept.saying.heard_at) == ("import", "王录入", NOW)
    assert kept.saying.raw == "手工.csv:2"
    [version] = await read(url, lambda work: reports.versions(work, date(2026, 2, 5), unit.id))
    assert (version.version, version.reason, version.sender) == (1, "import", "王录入")


async def test_a_mended_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    url = new_database(tmp_path)
    await settle_units(url, SMALL)
    await enter(url, "a.csv", b"day,unit,households_visited\n2026-02-05,V0101,12\n")
    plan = await enter(url, "a.csv", b"day,unit,households_visited,leaflets\n2026-02-05,V0101,21,3\n")
    assert plan.count(Effect.CHANGED) == 1
    unit = (await read(url, units.tree)).by_code["V0101"]
    assert await read(url, reports.running) == {unit.id: {"households_visited": Decimal(21), "leaflets": Decimal(3)}}
    versions = await read(url, lambda work: reports.versions(work, date(2026, 2, 5), unit.id))
    assert [plain(version.values["households_visited"]) for version in versions] == [12, 21]


async def test_what_people_sent_is_replaced_only_when_it_is_asked_for(county: County, tmp_path: Path) -> None:
    url = new_database(tmp_path, "first.db")
    (day, unit_id), report = next(iter(county.reports.items()))
    code = county.tree.units[unit_id].code
    data = f"day,unit,households_visited\n{day},{code},7\n".encode()
    plan = await enter(url, "a.csv", data)
    assert reasons(plan) == [("2", "restore-theirs")]
    assert await read(url, lambda work: reports.one(work, day, unit_id)) == report
    assert (await enter(url, "a.csv", data, replace=True)).count(Effect.REPLACED) == 1
    after = await read(url, lambda work: reports.one(work, day, unit_id))
    assert after.values == {"households_visited": Decimal(7)}
    assert after.first_at == report.first_at  # who was in time stays so
    assert await read(url, lambda work: sums.check(work, TOWN)) == []


BAD = (
    ("2026-13-05,V0101,1,,,", "restore-day"),
    ("2026-02-07,V0101,1,,,", "restore-future"),
    ("2026-02-05,V99,1,,,", "restore-unit"),
    ("2026-02-05,V0101,约12,,,", "restore-figure"),
    ("2026-02-05,V0101,nan,,,", "restore-figure"),
    ("2026-02-05,V0101,１２,,,", "restore-figure"),
    ("2026-02-05,V0101,-1,,,", "restore-range"),
    ("2026-02-05,V0101,1e15,,,", "restore-range"),
    ("2026-02-05,V0101,1.5,,,", "restore-split"),
    ("2026-02-05,V0101,1,yes,,", "restore-zero"),
    ("2026-02-05,V0101,1,1,,", "restore-zero-figures"),
    ("2026-02-05,V0101,1,,15点,", "restore-first-at"),
    ("2026-02-05,V0101,1,,2026-02-04T15:00:00,", "restore-first-at-when"),
    ("2026-02-05,V0101,,,,", "restore-nothing"),
)


async def test_every_bad_row_is_told_by_its_number_and_reason(tmp_path: Path) -> None:
    url = new_database(tmp_path)
    await settle_units(url, SMALL)
    lines = ["day,unit,households_visited,zero,first_at,state", *(line for line, _ in BAD)]
    lines += ["2026-02-05,V0101,5,,,", "2026-02-05,V0101,6,,,", "2026-02-04,V0101,,,,silent"]
    plan = await enter(url, "a.csv", "\n".join(lines).encode())
    wanted = [(str(number), reason) for number, (_, reason) in enumerate(BAD, start=2)]
    assert reasons(plan) == [*wanted, (str(len(BAD) + 3), "restore-twice")]
    assert (plan.count(Effect.ADDED), plan.empty) == (1, 1)


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """The command line in a town of its own: what it prints; the exit status stands first."""
    monkeypatch.setenv("DATABASE_URL", new_database(tmp_path))
    monkeypatch.setenv("GRIDWARDEN_TOWN", str(tmp_path / "town.toml"))
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.chdir(tmp_path)

    def say(*words: str) -> str:
        status = main(words)
        told = capsys.readouterr()
        return f"{status}\n{told.out}{told.err}"

    assert say("town", "new").startswith("0")
    asyncio.run(settle_units(new_database(tmp_path), SMALL))
    return say


def test_the_command_line_looks_first_and_enters_all_or_nothing(line: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("day,unit,households_visited\n2026-02-05,V0101,12\n2026-02-05,V9,1\n", "utf-8")
    assert line("import", "a.csv", "--apply") == (
        "1\n2026-02-05：新增 1 · 更新 0 · 替换 0 · 未变 0\n3: 没有编码为「V9」的单元\n"
        "有 1 行不对，什么都没有导入。改好再来，或加 --skip-bad 跳过错行。\n"
    )
    assert "还没有导入" in line("import", "a.csv", "--skip-bad")
    assert "已导入：新增 1" in line("import", "a.csv", "--skip-bad", "--apply", "--by", "王录入")
    assert "未变 1" in line("import", "a.csv", "--skip-bad", "--apply")
    (tmp_path / "a.csv").write_text("day,unit,households_visited\n2026-02-05,V0101,1200\n", "utf-8")
    assert "  2026-02-05 1镇1村：入户排查 12 → 1,200\n" in line("import", "a.csv")


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.csv", "day,households_visited\n", "缺这几列：unit"),
        ("a.csv", "day,unit,入户\n", "不认识这几列：入户"),
        ("a.csv", "day,unit,day\n", "这几列写了两遍：day"),
        ("a.csv", 'day,unit\n"2026\n', "读不完整"),
        ("a.json", "{}", "不是导出的文件"),
        ("a.json", "[", "读不完整"),
        ("a.txt", "", "要 .csv 或 .json"),
    ],
)
def test_a_file_of_another_kind_is_refused_in_words(
    line: Callable[..., str], tmp_path: Path, name: str, text: str, why: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert why in line("import", name)
    assert line("import", name).startswith("2")


def test_the_command_line_exports_and_never_overwrites(line: Callable[..., str], tmp_path: Path) -> None:
    assert line("export", "today.xlsx").startswith("0\n已导出到")
    assert (tmp_path / "today.xlsx").read_bytes().startswith(b"PK")
    assert "没有覆盖" in line("export", "today.xlsx")
    assert "后缀" in line("export", "today.pdf")
    assert line("export", "one.csv", "--unit", "V0101", "--from", "2026-02-01", "--to", "2026-02-02").startswith("0")
    rows = (tmp_path / "one.csv").read_text("utf-8").splitlines()
    assert [row.split(",")[:4] for row in rows[1:]] == [
        ["2026-02-01", "V0101", "1镇1村", "silent"],
        ["2026-02-01", "G010101", "1镇1村1格", "silent"],
        ["2026-02-02", "V0101", "1镇1村", "silent"],
        ["2026-02-02", "G010101", "1镇1村1格", "silent"],
    ]
    assert "NOWHERE" in line("export", "b.csv", "--unit", "NOWHERE")
