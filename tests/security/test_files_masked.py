"""Numbers of people in whatever leaves as a file: workbook, table, document, printed brief and minutes."""

import asyncio
import io
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from bot.cli import main
from bot.townfile import new_town_text
from drill.server.model import StoredFile
from drill.server.telegram import Chat
from storage import papers
from storage.database import Database
from tests.security.test_numbers import bare
from tests.support import databases
from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
NUMBER = "１３９-1111-2222"
MASKED = "139****2222"
IDENTITY = "11010119900307425X"
_BEFORE = ("门锁着找", "消杀找", "敲门请打", "联系")
# Who says what, where ("": in private): what of it stands in files.
SAID = (
    ("张守田", "黄溪村群", f"入户120户，问题:缺口罩找{NUMBER}，备注:身份证{IDENTITY}"),
    ("张守田", "黄溪村群", f"#经验 敲门请打{NUMBER}"),
    ("李片长", "", f"/excuse 石板村 断路找{NUMBER}"),
    ("陈建国", "东观社区群", f"入户约30户，劝返约{NUMBER}人，联系{NUMBER}"),
    ("王书记", "", f"/task 消杀找{NUMBER}\n对象:黄溪村\n截止:明天18:00"),
)


def said_in(file: StoredFile) -> str:
    """All words of a file, whatever kind it is."""
    return "\n".join(_words(file)).replace("\u200b", "")


def _words(file: StoredFile) -> Iterator[str]:
    name = file.name or ""
    if name.endswith(".xlsx"):
        for sheet in load_workbook(io.BytesIO(file.data)):
            yield from (str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)
    elif name.endswith(".pdf"):
        yield from (page.extract_text().replace("\n", "") for page in PdfReader(io.BytesIO(file.data)).pages)
    elif name.endswith(".json"):
        yield json.dumps(json.loads(file.data), ensure_ascii=False)
    else:
        yield file.data.decode("utf-8-sig")


def files_in(stage: Stage, chat: Chat) -> list[StoredFile]:
    """Every file that stands in a chat."""
    return [message.document for message in stage.telegram.shown(chat) if message.document is not None]


async def lived(stage: Stage) -> None:
    """People write numbers into all that is exported or printed."""
    telegram, people, groups = stage.telegram, stage.cast.people, stage.cast.groups
    for who, where, words in SAID:
        telegram.say(people[who], groups[where] if where else telegram.private(people[who]), words)
        await stage.settle()
    boss = people["王书记"]
    telegram.say(boss, telegram.private(boss), "立即发布 1")
    await stage.settle()
    task = next(message for message in telegram.shown(groups["黄溪村群"]) if "任务 1" in (message.text or ""))
    telegram.say(people["张守田"], groups["黄溪村群"], f"门锁着找{NUMBER}", reply_to=task)
    await stage.settle()


@pytest.mark.parametrize("kind", ["", "csv", "json hxl", "csv hxl"])
async def test_no_number_of_anybody_stands_in_a_file_that_is_exported_in_chat(tmp_path: Path, kind: str) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        await lived(stage)
        boss = stage.cast.people["王书记"]
        for chat in (stage.telegram.private(boss), stage.cast.groups["指挥部"]):
            stage.telegram.say(boss, chat, f"/export {kind}")
            await stage.settle()
            [file] = files_in(stage, chat)
            said = said_in(file)
            assert "缺口罩找" in said
            assert kind or all(words in said for words in _BEFORE)
            assert MASKED in said
            assert not bare(said)


async def test_no_number_of_anybody_stands_in_the_printed_brief_and_minutes(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        await lived(stage)
        boss, command = stage.cast.people["王书记"], stage.cast.groups["指挥部"]
        await stage.pass_until(MORNING.replace(hour=18, minute=5))
        stage.telegram.say(boss, command, f"/decide 封村找{NUMBER}")
        task = f"/task 转移找{NUMBER}\n送到学校，问{NUMBER}\n对象:黄溪村\n截止:明天18:00"
        stage.telegram.say(boss, stage.telegram.private(boss), task)
        await stage.settle()
        stage.telegram.say(boss, stage.telegram.private(boss), "发布 2")
        await stage.pass_until(MORNING.replace(hour=19, minute=5))
        stage.telegram.say(boss, stage.telegram.private(boss), "简报 打印")
        await stage.settle()
        private = files_in(stage, stage.telegram.private(boss))
        public = files_in(stage, command)
        assert len(private) >= 1
        assert len(public) >= 2
        for file in [*private, *public]:
            assert not bare(said_in(file)), file.name
        assert any("缺口罩找" in said_in(file) and MASKED in said_in(file) for file in private)
        assert any("封村找" in said_in(file) and "转移找" in said_in(file) for file in public)
        database = await Database.open_to_read(stage.settings.database_url, stage.settings.vault)
        async with database.reading() as work:
            kept = await papers.of(work, "minutes", MORNING.date(), None)
        await database.close()
        assert kept is not None
        assert MASKED in str(kept.body)
        assert not bare(str(kept.body))


@databases.only_a_file
async def test_the_command_line_masks_the_workbook_and_leaves_clear_what_an_import_takes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "town.toml").write_text(new_town_text("东观镇", "epidemic"), "utf-8")
    monkeypatch.chdir(tmp_path)
    async with open_stage(tmp_path, MORNING) as stage:
        await lived(stage)
        monkeypatch.setenv("DATABASE_URL", stage.settings.database_url)
        monkeypatch.setenv("GRIDWARDEN_KEY", stage.settings.gridwarden_key.get_secret_value())
        for kind in ("xlsx", "csv"):
            path = tmp_path / f"days.{kind}"
            asked = ["export", str(path), "--from", "2026-02-06", "--to", "2026-02-06"]
            assert await asyncio.to_thread(main, asked) == 0
            said = said_in(StoredFile("1", "1", path.name, path.read_bytes(), path.name))
            assert "缺口罩找" in said
            assert bare(said) == (kind == "csv")


def exported(capsys: pytest.CaptureFixture[str], who: str) -> tuple[int, str, str]:
    """What `gridwarden people export` ends with, prints, and says."""
    capsys.readouterr()
    status = main(["people", "export", who])
    printed, said = capsys.readouterr()
    return status, printed, said


@databases.only_a_file
async def test_the_command_line_tells_all_that_is_kept_of_one_person_and_of_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In clear, with the raw updates: it is asked for by whoever has the machine, to give it to who is meant."""
    (tmp_path / "town.toml").write_text(new_town_text("东观镇", "epidemic"), "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    async with open_stage(tmp_path, MORNING) as stage:
        await lived(stage)
        lead, other = stage.cast.people["张守田"], stage.cast.people["陈建国"]
        stage.telegram.say(lead, stage.cast.groups["黄溪村群"], "不是数字的一句话")
        await stage.settle()
        monkeypatch.setenv("DATABASE_URL", stage.settings.database_url)
        monkeypatch.setenv("GRIDWARDEN_KEY", stage.settings.gridwarden_key.get_secret_value())
        status, printed, _ = await asyncio.to_thread(exported, capsys, "张守田")
        assert status == 0
        told = json.loads(printed)
        assert (told["name"], told["phone"], told["telegram_id"]) == ("张守田", lead.phone, lead.id)
        texts = [update["message"]["text"] for update in told["updates"] if "text" in update.get("message", {})]
        assert texts == [words for who, _, words in SAID if who == "张守田"] + [f"门锁着找{NUMBER}", "不是数字的一句话"]
        assert str(other.id) not in json.dumps([told["sent"], texts])
        assert "陈建国" not in printed
        # by the number as well; who was never seen has no updates; two of one name, and nobody, are refused
        assert await asyncio.to_thread(exported, capsys, lead.phone) == (0, printed, "")
        look(stage.settings.database_url, "UPDATE people SET telegram_id = NULL WHERE name = '陈建国'")
        status, printed, _ = await asyncio.to_thread(exported, capsys, "陈建国")
        assert (status, json.loads(printed)["updates"]) == (0, [])
        look(stage.settings.database_url, "UPDATE people SET name = '张守田' WHERE name = '陈建国'")
        refused = "名册里有几个「张守田」。请写手机号，或在姓名后写单元。\n"
        assert await asyncio.to_thread(exported, capsys, "张守田") == (2, "", refused)
        assert await asyncio.to_thread(exported, capsys, "无此人") == (2, "", "名册里没有「无此人」。\n")
