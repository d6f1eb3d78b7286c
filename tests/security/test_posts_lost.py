"""Who has lost a post keeps nothing of it: no conversation that is still open, no button that still stands; and whose
post is one part of the town sees nothing of the other.
"""

from datetime import datetime
from pathlib import Path

import pytest

from drill.server.telegram import Person
from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)


async def say(stage: Stage, who: str, text: str, group: str = "") -> None:
    """Somebody writes in private, or in a group, and all is done."""
    person = stage.cast.people[who]
    stage.telegram.say(person, stage.cast.groups[group] if group else stage.telegram.private(person), text)
    await stage.settle()


def heard(stage: Stage, who: Person) -> str:
    """All that stands in somebody's private chat."""
    return "\n".join(message.text or "" for message in stage.telegram.shown(stage.telegram.private(who)))


def made_a_warden(stage: Stage, name: str) -> None:
    """Somebody is from now on a warden of 黄溪村 and nothing else."""
    sql = (
        "UPDATE posts SET role = 'warden', unit_id = (SELECT id FROM units WHERE code = '01') "
        f"WHERE person_id = (SELECT id FROM people WHERE name = '{name}')"
    )
    look(stage.settings.database_url, sql)


async def published(stage: Stage, text: str) -> None:
    """李片长 wrote a task for the area, and it is out."""
    await say(stage, "李片长", f"/task {text}\n对象:东片\n截止:明天18:00\n验收:要")
    await say(stage, "李片长", "立即发布 1")


@pytest.mark.parametrize("label", ["修改", "撤销"])
async def test_a_conversation_about_a_task_ends_with_the_post(tmp_path: Path, label: str) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        await published(stage, "消杀")
        leader = stage.cast.people["李片长"]
        draft = next(m for m in stage.telegram.shown(stage.telegram.private(leader)) if label in str(m.labels))
        data = next(d for row in draft.buttons for name, d in row if label in name)
        stage.telegram.press(leader, draft, data)
        await stage.settle()
        assert look(stage.settings.database_url, "SELECT count(*) FROM dialogues WHERE kind LIKE 'task-%'") == [(1,)]
        made_a_warden(stage, "李片长")
        await say(stage, "李片长", "清理河道")
        assert look(stage.settings.database_url, "SELECT state, version FROM tasks WHERE version > 2") == []
        assert look(stage.settings.database_url, "SELECT count(*) FROM tasks WHERE state = 'published'") == [(1,)]
        assert look(stage.settings.database_url, "SELECT count(*) FROM outbox WHERE kind = 'task-amended-now'") == [
            (0,)
        ]


async def test_a_return_that_was_begun_and_a_task_that_is_being_written_end_with_the_post(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        await published(stage, "消杀")
        await say(stage, "张守田", "完成 1", "黄溪村群")
        leader = stage.cast.people["李片长"]
        await say(stage, "李片长", "/tasks 1")
        detail = stage.telegram.last(stage.telegram.private(leader))
        stage.telegram.press(leader, detail, "verify/1/open")
        await stage.settle()
        listed = stage.telegram.last(stage.telegram.private(leader))
        data = next(d for row in listed.buttons for _, d in row if "/return/" in d)
        stage.telegram.press(leader, listed, data)
        await stage.settle()
        made_a_warden(stage, "李片长")
        await say(stage, "李片长", "没做完")
        assert look(stage.settings.database_url, "SELECT count(*) FROM task_units WHERE returned > 0") == [(0,)]


async def test_the_history_of_a_task_is_not_opened_by_an_old_button(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        await published(stage, "消杀")
        leader = stage.cast.people["李片长"]
        await say(stage, "李片长", "/tasks 1")
        detail = stage.telegram.last(stage.telegram.private(leader))
        made_a_warden(stage, "李片长")
        stage.telegram.press(leader, detail, "tasks/1/history")
        await stage.settle()
        assert look(stage.settings.database_url, "SELECT count(*) FROM outbox WHERE kind = 'task-history'") == [(0,)]


async def test_a_leader_of_one_area_sees_neither_photos_nor_returns_of_the_other(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        await say(stage, "王书记", "/task 消杀\n对象:全镇\n截止:明天18:00\n验收:要")
        await say(stage, "王书记", "立即发布 1")
        sun, group = stage.cast.people["孙大海"], stage.cast.groups["白塔社区群"]
        stage.telegram.photo(sun, group, caption="完成 1")
        await stage.settle()
        await say(stage, "王书记", "退回 1 白塔社区 门牌没拍清")
        leader = stage.cast.people["李片长"]
        for words in ("任务 1 照片", "任务 1 照片 白塔社区", "任务 1 历史", "任务 1 历史 白塔社区", "/tasks 1"):
            await say(stage, "李片长", words)
        files = look(
            stage.settings.database_url,
            "SELECT count(*) FROM outbox o JOIN chats c ON c.id = o.chat_id "
            f"WHERE o.act = 'files' AND c.telegram_id = {leader.id}",
        )
        assert files == [(0,)]
        seen = heard(stage, leader)
        assert "任务 1" in seen
        assert "门牌没拍清" not in seen
        await say(stage, "王书记", "任务 1 历史")
        assert "门牌没拍清" in heard(stage, stage.cast.people["王书记"])


async def test_a_draft_of_another_area_is_not_shown_to_be_edited(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        await say(stage, "王书记", "/task 西片夜间行动\n对象:西片\n截止:明天18:00")
        for words in ("修改 1", "编辑 1", "改 1"):
            await say(stage, "李片长", words)
        assert "西片夜间行动" not in heard(stage, stage.cast.people["李片长"])
