"""The sheet of tasks by unit, opened again by a library and looked at cell by cell."""

from datetime import date, timedelta
from pathlib import Path

from openpyxl import load_workbook

from actions import exports, tasks
from domain.exports import Asked
from domain.tasks import UnitState
from tests.actions.test_tasks import BEFORE, DAY, Scene, open_scene, send_out
from tests.support.cast import TOWN
from texts.catalogue import Words
from texts.render import Voice
from texts.workbook.writing import WorkbookFile

MINUTE = timedelta(minutes=1)


async def _live(scene: Scene) -> None:
    """Two tasks: the first verified, returned, waiting, unanswered; the second of two units, one in difficulty."""
    async with scene.database.work() as work:
        first = await send_out(work, scene)
        second = await send_out(work, scene, "清点口罩\n对象：黄溪村、东观社区")
        for unit, lead in zip(scene.units, scene.leads, strict=False):
            await tasks.answer(work, TOWN, lead, first, UnitState.DONE, unit, BEFORE + MINUTE, BEFORE + MINUTE)
        await tasks.let_pass(work, TOWN, scene.leader, first, scene.units[:1], BEFORE + 2 * MINUTE)
        await tasks.send_back(work, TOWN, scene.leader, first, scene.units[1:2], "缺照片", BEFORE + 3 * MINUTE)
        at = BEFORE + 4 * MINUTE
        await tasks.answer(work, TOWN, scene.leads[0], second, UnitState.DIFFICULTY, scene.units[0], at, at, "缺车")


async def _written(scene: Scene, path: Path, day: date) -> None:
    async with scene.database.work() as work:
        about = await exports.head(work, TOWN, Asked(day, day), BEFORE)
        file = WorkbookFile(Voice(Words("zh-Hans"), TOWN.form), about, path)
        async for table in exports.day_tables(work, TOWN, about):
            file.day(table)
        file.end(await exports.task_rows(work, TOWN, about))


async def test_a_row_a_unit_and_a_column_a_task_with_the_state_and_its_hour(tmp_path: Path) -> None:
    scene = await open_scene(tmp_path)
    await _live(scene)
    await _written(scene, tmp_path / "day.xlsx", DAY)
    await scene.database.close()
    sheet = load_workbook(tmp_path / "day.xlsx")["任务矩阵"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)] == [
        ["编码", "单元", "1 巡查水库", "2 清点口罩"],
        ["", "", "02-07 12:00", "不限时"],
        ["01", "黄溪村", "已验收 02-06 17:01", "有困难 02-06 17:04"],
        ["02", "东观社区", "退回 02-06 17:03", "没回应"],
        ["03", "石板村", "待验收 02-06 17:01", None],
        ["04", "白塔社区", "没回应", None],
    ]
    assert sheet.freeze_panes == "C5"
    assert len({sheet.cell(row, 3).fill.fgColor.rgb for row in (5, 6, 7, 8)}) == 4


async def test_days_without_tasks_have_no_such_sheet(tmp_path: Path) -> None:
    scene = await open_scene(tmp_path)
    await _written(scene, tmp_path / "day.xlsx", DAY)
    await scene.database.close()
    assert "任务矩阵" not in load_workbook(tmp_path / "day.xlsx").sheetnames
