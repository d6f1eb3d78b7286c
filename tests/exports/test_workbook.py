"""The workbook, opened again by another library and held against a town whose every figure is known."""

import asyncio
import itertools
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape

from bot.exporting import write_export
from bot.settings import Settings
from domain.circulars import CircularKind
from domain.exports import Asked
from domain.numbers import plain
from domain.reporting import Statement
from domain.units import Unit
from storage import chats, circulars, excuses, statements, units
from storage.database import Database
from storage.reports import Report
from storage.statements import Saying
from tests.support import standing
from tests.support.cast import TOWN, ZONE
from tests.support.county import County, Shape, settle_county
from tests.support.databases import new_database
from tests.support.formulas import Calculator

LAST = date(2026, 2, 6)
NOW = datetime(2026, 2, 6, 18, 0, tzinfo=ZONE)
CODES = [indicator.code for indicator in TOWN.form.indicators]
NASTY = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\tx",
    "'=1",
    "<r><t>x</t></r>",
    "a & b < c",
    "_x0041_",
    " 两边 ",
    "https://example.org",
    "12",
)


class Made:
    """A county, and the workbook of its days."""

    def __init__(self, county: County, path: Path) -> None:
        self.county = county
        self.formulas: Workbook = load_workbook(path)
        self.shown: Workbook = load_workbook(path, data_only=True)

    def rows(self, sheet: str, first: int = 5) -> list[list[Any]]:
        """The rows of a sheet as a viewer without calculation shows them, headings left out."""
        return [[cell.value for cell in row] for row in self.shown[sheet].iter_rows(min_row=first)]


def settings(folder: Path) -> Settings:
    """Settings that name a database in the folder."""
    return Settings(_env_file=None, database_url=new_database(folder))


def export(folder: Path, asked: Asked, language: str = "zh-Hans") -> Path:
    """The file of an export."""
    path = folder / f"{asked.first}-{asked.node}-{asked.hxl}-{language}.{asked.kind}"
    write_export(settings(folder), TOWN, asked, language, path, NOW)
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the module's county and files stand."""
    return tmp_path_factory.mktemp("exports")


@pytest.fixture(scope="module")
def made(folder: Path) -> Made:
    """Three days of a county of 2 towns, 6 villages and 12 cells."""
    county = asyncio.run(settle_county(settings(folder).database_url, TOWN, Shape(silent=20, late=20), LAST))
    return Made(county, export(folder, Asked(county.first, LAST)))


def under(code: str, node: str) -> bool:
    """Whether a unit lies below a node, by how the county's codes are made; C is all of it."""
    return node == "C" or code[1:].startswith(node[1:])


def truth(county: County, node: str, indicator: str, days: list[date]) -> Decimal | None:
    """The node's figure over the days: flows added up, of stocks each unit's latest; None when nobody gave one."""
    kind = county.form.indicator(indicator).kind
    found: list[Decimal] = []
    for unit in county.tree.units.values():
        given = [county.reports[day, unit.id].values.get(indicator) for day in days if (day, unit.id) in county.reports]
        known = [value for value in given if value is not None]
        if under(unit.code, node) and known:
            found.append(sum(known, Decimal(0)) if kind == "flow" else known[-1])
    return sum(found, Decimal(0)) if found else None


def days_of(county: County) -> list[date]:
    """Every day of the county."""
    return [county.first + timedelta(days=n) for n in range((county.last - county.first).days + 1)]


def test_every_figure_of_every_unit_and_node_is_the_truth(made: Made) -> None:
    days = days_of(made.county)
    seen = set()
    for row in made.rows("各单元"):
        code, name = row[0], row[1]
        own = "本级" in name or not made.county.tree.children(made.county.tree.by_code[code].id)
        node = code if not own else None
        seen.add((code, own))
        for indicator, shown in zip(CODES, row[3:], strict=True):
            if node is not None:
                wanted = truth(made.county, node, indicator, days)
            else:
                wanted = own_figure(made.county, code, indicator, days)
            assert shown in ((None, "") if wanted is None else (plain(wanted),)), (name, indicator)
    assert len(seen) == 1 + 2 + 6 * 2 + 12


def own_figure(county: County, code: str, indicator: str, days: list[date]) -> Decimal | None:
    """A unit's own figure over the days."""
    unit = county.tree.by_code[code].id
    given = [county.reports[day, unit].values.get(indicator) for day in days if (day, unit) in county.reports]
    known = [value for value in given if value is not None]
    if not known:
        return None
    return sum(known, Decimal(0)) if county.form.indicator(indicator).kind == "flow" else known[-1]


def test_every_formula_comes_to_what_is_shown_beside_it(made: Made) -> None:
    calculator = Calculator(made.formulas)
    formulas = 0
    for sheet in made.formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    formulas += 1
                    shown = made.shown[sheet.title].cell(cell.row, cell.column).value
                    wanted = calculator.value(sheet.title, cell.row, cell.column)
                    assert (shown or 0) == pytest.approx(wanted or 0, abs=1e-9), (sheet.title, cell.coordinate)
    # nodes and villages by indicators; one column of totals; the counts of all together, and a rate a unit
    assert formulas == (1 + 2 + 6) * 28 + 28 + 5 + (1 + 6 + 12)


def test_totals_are_those_of_each_day_and_of_the_days_together(made: Made) -> None:
    days = days_of(made.county)
    rows = made.rows("合计", 4)
    assert [row[0] for row in rows] == [indicator.name for indicator in TOWN.form.indicators]
    for indicator, row in zip(TOWN.form.indicators, rows, strict=True):
        wanted = [truth(made.county, "C", indicator.code, [day]) for day in days]
        wanted.append(truth(made.county, "C", indicator.code, days))
        assert row[1:3] == [indicator.measure, "当日数" if indicator.kind == "flow" else "现有数"]
        assert row[3:] == [None if value is None else plain(value) for value in wanted]


def test_punctuality_counts_each_unit_by_when_it_first_sent(made: Made) -> None:
    days = days_of(made.county)
    rows = made.rows("及时性", 4)
    sums = [0, 0, 0, 0]
    for row in rows[1:]:
        unit = made.county.tree.by_code[row[0]].id
        firsts = [made.county.reports[day, unit].first_at for day in days if (day, unit) in made.county.reports]
        late = sum(at > datetime.combine(at.astimezone(ZONE).date(), TOWN.times.collect, ZONE) for at in firsts)
        counts = [3, len(firsts) - late, late, 3 - len(firsts)]
        assert row[2:7] == [*counts, 0]
        assert row[7] == counts[1] * 100 // 3 / 100
        sums = [a + b for a, b in zip(sums, counts, strict=True)]
        shown = [made.county.reports.get((day, unit)) for day in days]
        for report, cell in zip(shown, row[8:], strict=True):
            if report is None:
                assert cell == "未报"
            else:
                at = report.first_at.astimezone(ZONE)
                assert (cell.hour, cell.minute) == (at.hour, at.minute)
    assert rows[0][2:7] == [*sums, 0]
    assert rows[0][7] == sums[1] * 100 // sums[0] / 100


def test_day_by_day_holds_every_report_as_it_stands(made: Made) -> None:
    rows = made.rows("逐日")
    assert len(rows) == 3 * 18
    headings = [cell.value for cell in made.shown["逐日"][3]]
    cumulative = {name: number for number, name in enumerate(headings) if name and str(name).startswith("累计")}
    for row in rows:
        report = made.county.reports.get((row[0].date(), made.county.tree.by_code[row[1]].id))
        figures = row[5 : 5 + len(CODES)]
        if report is None:
            assert row[3] == "未报"
            assert not any(row[4:])
            continue
        assert figures == [plain(report.values[code]) if code in report.values else None for code in CODES]
        told = {name: row[number] for name, number in cumulative.items() if row[number] is not None}
        by_name = {f"累计{TOWN.form.indicator(code).name}": plain(v) for code, v in report.cumulative.items()}
        assert told == by_name


def test_what_units_said_in_words_and_every_message_is_there(made: Made) -> None:
    words = {(day, made.county.tree.units[unit].code): r.texts for (day, unit), r in made.county.reports.items()}
    told = {(row[0].date(), row[1], row[4]) for row in made.rows("问题", 4)}
    assert told == {(day, code, text) for (day, code), texts in words.items() for text in texts.values()}
    assert len(told) > 0
    assert len(made.rows("原始消息", 4)) == len(made.county.reports)


def test_it_prints_on_a4_with_headings_and_page_numbers(made: Made) -> None:
    for sheet in made.formulas:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
        assert sheet.print_title_rows
        assert sheet.print_title_rows.startswith("$3:")
        assert sheet.freeze_panes is not None
        assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"
    assert made.formulas["各单元"].freeze_panes == "C5"
    assert made.formulas.sheetnames == ["合计", "各单元", "及时性", "逐日", "任务", "问题", "好做法", "原始消息"]


@pytest.mark.parametrize(
    ("language", "sheet", "heading"), [("en", "Units", "Households visited"), ("zh-Hant", "各單元", "入戶排查")]
)
def test_field_names_are_in_the_language_asked_for(
    made: Made, folder: Path, language: str, sheet: str, heading: str
) -> None:
    book = load_workbook(export(folder, Asked(LAST, LAST), language))
    assert [cell.value for cell in book[sheet][3]][3] == heading
    assert len(book.sheetnames) == 7  # one day is not told day by day


def test_a_row_of_hashtags_stands_under_the_headings(made: Made, folder: Path) -> None:
    book = load_workbook(export(folder, Asked(LAST, LAST, hxl=True)))
    tags = [cell.value for cell in book["各单元"][5]]
    assert tags[:4] == ["#loc+code", "#loc+name", "#status", "#reached+hh+visited"]
    assert "#affected+ind+fever" in tags
    assert book["各单元"].freeze_panes == "C6"


def test_a_leader_gets_the_own_part_alone(made: Made, folder: Path) -> None:
    node = made.county.tree.by_code["T02"]
    book = load_workbook(export(folder, Asked(LAST, LAST, node=node.id)), data_only=True)
    for sheet, column in (("各单元", 1), ("及时性", 1), ("原始消息", 3), ("问题", 2)):
        codes = [row[column - 1].value for row in book[sheet].iter_rows(min_row=5)]
        assert all(code is None or code[1:3] == "02" for code in codes), sheet
    shown = [row[3].value for row in book["合计"].iter_rows(min_row=4)]
    wanted = [truth(made.county, "T02", code, [LAST]) for code in CODES]
    assert shown == [None if value is None else plain(value) for value in wanted]


async def settle(url: str, *rows: Unit) -> Database:
    """A database with these units, each below the one before it."""
    database = await Database.open(url)
    async with database.work() as work:
        for unit in rows:
            await units.save(work, unit)
        for above, unit in itertools.pairwise(rows):
            await units.tie(work, unit.code, above.code)
    return database


async def say(database: Database, code: str, value: int, texts: dict[str, str], raw: str) -> None:
    """A unit reports a figure and words at 15:00."""
    at = datetime(2026, 2, 6, 15, 0, tzinfo=ZONE)
    async with database.work() as work:
        unit = (await units.tree(work)).by_code[code]
        values = {CODES[0]: Decimal(value)}
        await standing.enter(work, Report(LAST, unit.id, values, {}, texts, False, at, at, 1, 0))
        saying = Saying(LAST, unit.id, at, "message", sender="张守田", raw=raw)
        await statements.save(work, Statement(at, dict(values), texts=texts), saying)


async def _covering(url: str) -> None:
    nodes = (Unit(0, "A", "片", reports=False), Unit(0, "B", "村", covers_subtree=True), Unit(0, "C", "格"))
    database = await settle(url, *nodes)
    await say(database, "B", 30, {}, "30")
    await say(database, "C", 12, {}, "12")
    await database.close()


def test_below_a_node_that_reports_for_all_figures_are_shown_and_not_added(tmp_path: Path) -> None:
    asyncio.run(_covering(settings(tmp_path).database_url))
    path = export(tmp_path, Asked(LAST, LAST))
    book, calculator = load_workbook(path, data_only=True), Calculator(load_workbook(path))
    rows = [[row[1].value, row[3].value] for row in book["各单元"].iter_rows(min_row=5)]
    assert rows == [["片 小计", 30], ["村 小计", 30], ["村（本级）", 30], ["格", 12]]
    assert [calculator.value("各单元", row, 4) for row in (5, 6)] == [30, 30]
    assert book["合计"]["D4"].value == 30 == calculator.value("合计", 4, 4)


async def _nasty(url: str) -> None:
    codes = [Unit(0, f"U{n}", text) for n, text in enumerate(NASTY)]
    database = await Database.open(url)
    async with database.work() as work:
        for unit in codes:
            await units.save(work, unit)
        found = (await units.tree(work)).by_code["U1"]
        await excuses.add(work, found.id, LAST, LAST, "=1", None, NOW)
    for unit in codes:
        await say(database, unit.code, 1, {"problems": unit.name}, unit.name)
    await database.close()


def test_what_people_wrote_is_a_text_and_never_a_formula(tmp_path: Path) -> None:
    asyncio.run(_nasty(settings(tmp_path).database_url))
    book = load_workbook(export(tmp_path, Asked(LAST, LAST)))
    for sheet, row, column in (("问题", 4, 5), ("问题", 4, 3), ("原始消息", 4, 8), ("各单元", 6, 2)):
        cells = [book[sheet].cell(row + n, column) for n in range(len(NASTY))]
        assert [unescape(cell.value) for cell in cells] == list(NASTY)  # openpyxl leaves to Excel what Excel reads so
        assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
        assert {cell.quotePrefix for cell in cells} == {True}
        assert not any(cell.hyperlink for cell in cells)


async def _numbers(url: str) -> None:
    database = await settle(url, Unit(0, "U", "村"))
    await say(database, "U", 1, {"problems": "联系 13812345678"}, "张三 13812345678 身份证 510101199001011234")
    async with database.work() as work:
        chat = await chats.meet(work, -5, "group", "村群", NOW)
        unit, place = (await units.tree(work)).by_code["U"].id, (chat.id, 1, None)
        await circulars.add(work, CircularKind.PRACTICE, unit, None, "喇叭找 13812345678", (), None, place, NOW)
    await database.close()


def test_telephone_and_identity_numbers_are_masked(tmp_path: Path) -> None:
    asyncio.run(_numbers(settings(tmp_path).database_url))
    book = load_workbook(export(tmp_path, Asked(LAST, LAST)))
    told = str([[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()])
    assert "13812345678" not in told
    assert "510101199001011234" not in told
    assert "138****5678" in told
    practices = list(book["好做法"].iter_rows(min_row=4, values_only=True))
    assert [row[1:] for row in practices] == [("1", "U", "村", "喇叭找 138****5678", "待定")]
