"""The day for programs says what docs/state.md promises."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from actions.state import state
from domain.instants import to_ms
from storage.database import Database
from tests.support.cast import TOWN, ZONE
from tests.support.stage import Stage, open_stage

DAY = date(2026, 2, 6)


def at(hour: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(hour), ZONE).astimezone(UTC)


async def _state(stage: Stage, day: date = DAY) -> dict[str, Any]:
    """Read beside the file's owner, as the command does."""
    database = await Database.open_to_read(stage.settings.database_url, stage.settings.vault)
    try:
        async with database.reading() as work:
            return await state(work, TOWN, day, stage.clock.now())
    finally:
        await database.close()


async def _say(stage: Stage, name: str, title: str | None, text: str) -> None:
    person = stage.cast.people[name]
    chat = stage.telegram.private(person) if title is None else stage.cast.groups[title]
    stage.telegram.say(person, chat, text)
    await stage.settle()


async def test_it_holds_steps_units_totals_and_the_outbox(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("07:30")) as stage:
        await stage.pass_until(at("15:00"))
        await _say(stage, "张守田", "黄溪村群", "入户120户，居家隔离5人，问题：口罩不够")
        await _say(stage, "孙大海", "白塔社区群", "入户80户，劝返约300人")
        await stage.pass_until(at("16:10"))
        await _say(stage, "周桂兰", None, "入户66户")
        told = await _state(stage)
    assert list(told) == ["day", "steps", "units", "totals", "tasks", "outbox"]
    assert told["day"] == "2026-02-06"
    steps = {step["name"]: step for step in told["steps"]}
    assert steps["collect"]["state"] == "done"
    assert steps["collect"]["due_at"] == "2026-02-06T16:00:00+08:00"
    assert datetime.fromisoformat(steps["collect"]["done_at"]) >= at("16:00")
    assert steps["brief"] == {
        "name": "brief",
        "due_at": "2026-02-06T17:45:00+08:00",
        "state": "waiting",
        "done_at": None,
    }
    units = {unit["code"]: unit for unit in told["units"]}
    assert list(units) == ["T0", "A1", "01", "02", "03", "A2", "04", "05"]
    assert {code: unit["state"] for code, unit in units.items()} == {
        "T0": None,
        "A1": None,
        "01": "reported",
        "02": "silent",
        "03": "silent",
        "A2": None,
        "04": "questions",
        "05": "reported",
    }
    assert (units["01"]["on_time"], units["05"]["on_time"], units["02"]["on_time"]) == (True, False, None)
    assert units["01"]["values"] == {"households_visited": 120, "home_isolation": 5}
    assert units["01"]["texts"] == {"problems": "口罩不够"}
    assert (units["01"]["parent"], units["01"]["versions"]) == ("A1", 1)
    assert units["01"]["first_at"].startswith("2026-02-06T15:00:")
    assert units["01"]["first_at"].endswith("+08:00")
    assert [question["text"] for question in units["04"]["open_questions"]] == ["劝返约300人"]
    assert set(units["04"]["open_questions"][0]) == {"indicator", "value", "text", "reason"}
    assert told["totals"]["*"] == told["totals"]["T0"] == {"households_visited": 266, "home_isolation": 5}
    assert told["totals"]["A2"] == {"households_visited": 146}
    assert told["totals"]["02"] == {}
    assert told["outbox"]["sent"] > 10


async def test_a_day_without_anything_is_told_too(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("07:30")) as stage:
        told = await _state(stage, DAY + timedelta(days=1))
    assert {step["state"] for step in told["steps"]} == {"waiting"}
    assert {unit["state"] for unit in told["units"] if unit["reports"]} == {"silent"}
    assert told["totals"]["*"] == {}
    assert told["tasks"] == []


async def test_a_published_task_stands_in_the_state_with_each_unit_s_answer(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("15:00")) as stage:
        await _say(stage, "王书记", "指挥部", "/task 返乡人员回头看\n逐户复核\n截止：明天12点")
        stage.telegram.press_label(
            stage.cast.people["王书记"], stage.telegram.shown(stage.cast.groups["指挥部"])[-1], "立即发布"
        )
        await stage.settle()
        await _say(stage, "张守田", "黄溪村群", "收到 1")
        told = await _state(stage)
    task = told["tasks"][0]
    assert (task["number"], task["title"]) == (1, "返乡人员回头看")
    assert task["due_at"] == "2026-02-07T12:00:00+08:00"
    assert to_ms(datetime.fromisoformat(task["published_at"])) >= to_ms(at("15:00"))
    assert task["units"]["01"]["state"] == "seen"
    assert task["units"]["01"]["answered_at"] is not None
    silent = task["units"]["02"]
    assert (silent["state"], silent["answered_at"], silent["done_at"]) == ("silent", None, None)
    assert (silent["feedback"], silent["number"]) == ([], None)
    assert (task["urgent"], task["series"], task["targets"]) == (False, None, [])
