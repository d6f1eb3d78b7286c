"""Makes the fixture of a schema: a day's data as that version's own program wrote them, and its account of the day.

Run it in a checkout of the program whose newest schema it is to be, this file copied into its tests/upgrades/:

    python -m tests.upgrades.make FOLDER

It leaves schema-NNNN.sql (the whole database as statements) and schema-NNNN.json (what `gridwarden state` said of it).
A fixture is made once, when a schema is released, and never again.
"""

import asyncio
import json
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from actions.state import state
from tests.support.cast import ZONE
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
EVENING = datetime(2026, 2, 6, 19, 5, tzinfo=ZONE)

# hour, who, where (None: in private), what
TALK = (
    ("09:10", "张守田", "黄溪村群", "黄溪村 入户120户，排查356人，劝返12人次"),
    ("09:20", "陈建国", None, "东观社区 入户80户，劝返约300人"),
    ("09:30", "陌生人", "黄溪村群", "黄溪村 入户5户"),
    ("10:00", "张守田", "黄溪村群", "更正 劝返13人次"),
    ("11:00", "赵春梅", None, "石板村 零报告"),
    ("11:10", "王书记", "指挥部", "免报 红星村 道路中断"),
    ("14:00", "王书记", "指挥部", "任务 明天中午前 返乡人员回头看：逐户复核"),
    ("14:05", "王书记", "指挥部", "发布 1"),
    ("17:00", "孙大海", None, "白塔社区 入户60户，累计入户900户，问题：停水"),
    ("19:02", "张守田", "黄溪村群", "收到 1"),
)


async def make(folder: Path) -> None:
    """Live through the day and write the two files."""
    with tempfile.TemporaryDirectory() as place:
        async with open_stage(Path(place), MORNING) as stage:
            for hour, name, where, text in TALK:
                await stage.pass_until(datetime.fromisoformat(f"2026-02-06T{hour}:00+08:00"))
                _say(stage, name, where, text)
                await stage.settle()
            await stage.pass_until(EVENING)
            async with stage.house() as house, house.database.reading() as work:
                told = await state(work, stage.town, stage.day, EVENING)
        with closing(sqlite3.connect(Path(place) / "gridwarden.db")) as database:
            [[version]] = database.execute("PRAGMA user_version").fetchall()
            dump = "\n".join([*database.iterdump(), f"PRAGMA user_version={version};"])
    (folder / f"schema-{version:04d}.sql").write_text(dump + "\n", "utf-8")
    (folder / f"schema-{version:04d}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _say(stage: Stage, name: str, where: str | None, text: str) -> None:
    person = stage.cast.people[name]
    chat = stage.telegram.private(person) if where is None else stage.cast.groups[where]
    stage.telegram.say(person, chat, text)


if __name__ == "__main__":
    asyncio.run(make(Path(sys.argv[1])))
