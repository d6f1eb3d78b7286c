"""The attacks of docs/security.md that need no test of their own elsewhere, by the front door."""

import io
import logging
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from actions.sheets import read_table
from bot.logs import writer
from domain.errors import NotPossible
from domain.exports import harmless
from drill.server.telegram import Event, Person
from tests.support.cast import ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)


def value(stage: Stage, sql: str) -> int:
    """The one number that plain SQL gives."""
    return int(look(stage.settings.database_url, sql)[0][0])


async def say(stage: Stage, person: Person, text: str) -> list[str]:
    """Somebody writes to the bot in private; what it then says to anybody."""
    seen: list[Event] = []
    stage.telegram.listen(seen.append)
    stage.telegram.say(person, stage.telegram.private(person), text)
    await stage.settle()
    return [event.text for event in seen if event.by is stage.telegram.bot]


async def test_a_stranger_in_a_units_group_adds_nothing_to_any_total(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        stranger, group = stage.cast.people["陌生人"], stage.cast.groups["黄溪村群"]
        for said in ("入户999户", "/zero", "更正 入户999户", "#接龙\n1. 东观社区 入户999户", "/board", "/bind town"):
            stage.telegram.say(stranger, group, said)
        await stage.settle()
        assert value(stage, "SELECT count(*) FROM reports") == 0
        assert value(stage, "SELECT count(*) FROM statements") == 0
        assert value(stage, "SELECT count(*) FROM held WHERE state = 'waiting'") >= 1
        assert value(stage, "SELECT count(*) FROM chats WHERE title = '黄溪村群' AND purpose = 'unit'") == 1


@pytest.mark.parametrize("with_id", [True, False])
async def test_somebody_elses_contact_card_makes_nobody_that_person(tmp_path: Path, with_id: bool) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        stranger, boss = stage.cast.people["陌生人"], stage.cast.people["王书记"]
        stage.telegram.contact(stranger, boss, with_id=with_id)
        stage.telegram.contact(stranger, boss, with_id=with_id, chat=stage.cast.groups["黄溪村群"])
        await stage.settle()
        assert value(stage, f"SELECT count(*) FROM people WHERE telegram_id = {stranger.id}") == 0
        assert value(stage, f"SELECT count(*) FROM people WHERE telegram_id = {boss.id}") == 1


async def test_a_button_of_one_chat_is_none_in_another(tmp_path: Path) -> None:
    """A forwarded message has no buttons; a client that sends their data from elsewhere is told that they are old."""
    async with open_stage(tmp_path, MORNING) as stage:
        boss, other = stage.cast.people["王书记"], stage.cast.people["李片长"]
        await say(stage, boss, "/task 消杀 对象:全镇 截止:明天中午前")
        shown = stage.telegram.last(stage.telegram.private(boss))
        publish = next(data for row in shown.buttons for _, data in row if data.endswith("/publish"))
        await say(stage, other, "/help")
        stage.telegram.press(other, stage.telegram.last(stage.telegram.private(other)), publish, forged=True)
        await stage.settle()
        assert value(stage, "SELECT count(*) FROM tasks WHERE state = 'draft'") == 1
        assert [toast.text for toast in stage.telegram.toasts] == ["这个按钮过时了，请用最新的那条消息。"]


async def test_an_invitation_opens_once(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        lead = stage.cast.people["张守田"]
        told = await say(stage, lead, "邀请 黄溪村")
        code = next(text for text in told if "start=" in text).split("start=")[1].split()[0]
        first, second = stage.cast.people["陌生人"], stage.telegram.person("又一个", phone="13911113333")
        for person in (first, second, second):
            stage.telegram.start_link(person, code)
            await stage.settle()
        assert value(stage, f"SELECT count(*) FROM people WHERE telegram_id = {first.id}") == 1
        assert value(stage, f"SELECT count(*) FROM people WHERE telegram_id = {second.id}") == 0


async def test_an_invitation_that_has_run_out_opens_nothing(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        told = await say(stage, stage.cast.people["张守田"], "邀请 黄溪村")
        code = next(text for text in told if "start=" in text).split("start=")[1].split()[0]
        stage.clock.move(73 * 3600)
        stranger = stage.cast.people["陌生人"]
        stage.telegram.start_link(stranger, code)
        await stage.settle()
        assert value(stage, f"SELECT count(*) FROM people WHERE telegram_id = {stranger.id}") == 0


async def test_a_removed_leader_has_no_word_and_no_button_left(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        leader, operator = stage.cast.people["李片长"], stage.cast.people["吴运维"]
        await say(stage, leader, "/task 消杀 对象:东片 截止:明天中午前")
        shown = stage.telegram.last(stage.telegram.private(leader))
        publish = next(data for row in shown.buttons for _, data in row if data.endswith("/publish"))
        await say(stage, operator, "移除 李片长 确认")
        stage.telegram.press(leader, shown, publish)
        for said in ("/skip 2026-02-07", "/brief", "/find 入户", "/invite 黄溪村", "/unit 黄溪村", "/board"):
            stage.telegram.say(leader, stage.telegram.private(leader), said)
            stage.telegram.say(leader, stage.cast.groups["指挥部"], said)
        await stage.settle()
        assert value(stage, "SELECT count(*) FROM tasks WHERE state <> 'draft'") == 0
        assert value(stage, "SELECT count(*) FROM days") == 0
        assert value(stage, "SELECT count(*) FROM invitations") == 0
        refused = look(
            stage.settings.database_url, "SELECT DISTINCT kind FROM outbox WHERE key LIKE 'answer/%' ORDER BY 1"
        )
        assert {"brief", "board-view", "unit-day", "find"}.isdisjoint({kind for (kind,) in refused})


MARKUP = "<b>x</b> [a](tg://user?id=1) *_`~| { $name } {{x}} &amp; \u200b@everyone"


async def test_markup_and_placeables_in_what_people_write_stay_letters(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        told = await say(stage, stage.cast.people["王书记"], f"/task {MARKUP} 对象:全镇 截止:明天中午前")
        assert any("<b>x</b> [a](tg://user?id=1) *_`~| { $name } {{x}} &amp;" in text for text in told)


@pytest.mark.parametrize(
    "opening", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＠SUM(A1)", "=cmd|' /C calc'!A0"]
)
def test_words_of_people_are_no_formula_in_a_table(opening: str) -> None:
    """The workbook writes texts as texts (tests/texts); a .csv has no such kind."""
    assert harmless(opening) == f"'{opening}"


def test_links_out_of_a_workbook_are_not_followed_and_formulas_not_calculated() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["code", "name"])
    sheet.append(["01", "='[http://127.0.0.1:9/x.xlsx]Sheet1'!A1"])
    kept = io.BytesIO()
    book.save(kept)
    (row,) = read_table("a.xlsx", kept.getvalue())
    assert row.formulas == ("name",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_whose_entities_explode_is_refused(encoding: str) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha" * 10}">' for n in range(9))
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [{entities}]><worksheet>&e8;</worksheet>'
    good = Workbook()
    kept, spoilt = io.BytesIO(), io.BytesIO()
    good.save(kept)
    with zipfile.ZipFile(kept) as parts, zipfile.ZipFile(spoilt, "w") as made:
        for name in parts.namelist():
            made.writestr(name, bomb.encode(encoding) if "sheet1" in name else parts.read(name))
    with pytest.raises(NotPossible, match="table-broken"):
        read_table("a.xlsx", spoilt.getvalue())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_a_workbook_with_a_document_type_is_refused_however_small_it_is(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding[:6].rstrip("-")}"?><!DOCTYPE worksheet [<!ENTITY e "x">]>'
    good = Workbook()
    kept, spoilt = io.BytesIO(), io.BytesIO()
    good.save(kept)
    assert read_table("a.xlsx", kept.getvalue()) == []
    with zipfile.ZipFile(kept) as parts, zipfile.ZipFile(spoilt, "w") as made:
        for name in parts.namelist():
            sheet = declared + parts.read(name).decode() if "sheet1" in name else None
            made.writestr(name, parts.read(name) if sheet is None else sheet.encode(encoding))
    with pytest.raises(NotPossible, match="table-broken"):
        read_table("a.xlsx", spoilt.getvalue())


def test_a_workbook_of_very_many_parts_is_refused() -> None:
    kept = io.BytesIO()
    Workbook().save(kept)
    with zipfile.ZipFile(kept, "a") as parts:
        for number in range(300):
            parts.writestr(f"xl/media/{number}.png", b"x")
    with pytest.raises(NotPossible, match="table-too-big"):
        read_table("a.xlsx", kept.getvalue())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"code,name\n01," + b"x" * 4_000_000, "table-broken"),
        (",".join(f"h{n}" for n in range(300_000)).encode() + b"\n" + b"x," * 300_000, None),
        (b"code,name\n\xff\xfe01", "table-encoding"),
        ("code,name\n01,黄溪村".encode("utf-16"), "table-encoding"),
    ],
    ids=["a long cell", "many cells", "no encoding", "utf-16"],
)
def test_a_table_with_huge_lines_or_in_another_encoding_is_bounded(data: bytes, reason: str | None) -> None:
    if reason is None:
        assert [len(row.cells) for row in read_table("a.csv", data)] == [60]
    else:
        with pytest.raises(NotPossible, match=reason):
            read_table("a.csv", data)


@pytest.mark.parametrize("form", ["text", "json"])
def test_numbers_of_people_are_masked_in_every_line_of_the_log(form: str) -> None:
    stream = io.StringIO()
    handler = writer(stream, form, "7:sesame")
    log = logging.Logger("threats")
    log.addHandler(handler)
    log.warning("card of %s, 身份证 110101199003074258, https://x/bot7:sesame/", "+86 138 0000 0001")
    try:
        raise ValueError("cannot read 13800000001")
    except ValueError:
        log.exception("broken")
    said = stream.getvalue()
    assert "138****0001" in said
    assert not any(secret in said for secret in ("13800000001", "138 0000 0001", "110101199003074258", "sesame"))


def test_what_ends_the_program_tells_neither_token_nor_number() -> None:
    dying = "from bot.logs import set_up; set_up('info', 'text', '7:sesame'); raise ValueError('7:sesame 13800000001')"
    died = subprocess.run([sys.executable, "-c", dying], capture_output=True, text=True, check=False)
    assert died.returncode == 1
    assert "138****0001" in died.stderr
    assert "sesame" not in died.stderr.replace(dying, "")
    assert "13800000001" not in died.stderr.replace(dying, "")


def test_what_a_library_warns_of_tells_no_number() -> None:
    """The reader of workbooks tells the cell that is marked as a date and is none."""
    warning = "from bot.logs import set_up; set_up('info', 'json'); import warnings; warnings.warn('13800000001')"
    warned = subprocess.run([sys.executable, "-c", warning], capture_output=True, text=True, check=True)
    assert "138****0001" in warned.stderr
    assert "13800000001" not in warned.stderr


async def test_who_guessed_the_claim_code_wrongly_five_times_waits_a_day(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING, settled=False) as stage:
        stranger = stage.cast.people["陌生人"]
        [(sealed,)] = look(stage.settings.database_url, "SELECT value FROM meta WHERE name = 'claim'")
        code = stage.settings.vault.open(sealed)
        for word in ("0000-0001", "0000-0002", "0000-0003", "0000-0004", "0000-0005", code):
            await say(stage, stranger, f"/claim {word}")
        assert value(stage, "SELECT count(*) FROM posts") == 0
        stage.clock.move(25 * 3600)
        await say(stage, stranger, f"/claim {code}")
        assert value(stage, "SELECT count(*) FROM posts") == 1


LOOKS_SEALED = "gw1.00000000.AAAA"


async def test_a_name_or_title_that_looks_sealed_breaks_nothing(tmp_path: Path) -> None:
    """Anybody may call themselves and their group so, and what is typed as a report too."""
    async with open_stage(tmp_path, MORNING) as stage:
        stranger = stage.telegram.person(LOOKS_SEALED, phone="13911114444")
        group = stage.telegram.group(LOOKS_SEALED, [stranger, stage.cast.people["王书记"]])
        for person in (stranger, stage.cast.people["王书记"]):
            for said in (
                "/help",
                LOOKS_SEALED,
                f"入户120户，问题:{LOOKS_SEALED}",
                f"/task {LOOKS_SEALED}",
                f"/find {LOOKS_SEALED}",
            ):
                stage.telegram.say(person, group, said)
                stage.telegram.say(person, stage.telegram.private(person), said)
        await stage.settle()
        assert value(stage, "SELECT count(*) FROM inbox WHERE state <> 'done'") == 0


@pytest.mark.parametrize("number", ["99999999999999999999", "٣", "-1", "7.5"])
async def test_a_number_that_no_database_holds_is_refused_in_words(tmp_path: Path, number: str) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        boss = stage.cast.people["王书记"]
        for word in ("/admit", "/refuse", "/tasks", "完成", "任务", "取消", "/units", "/unit", "/find", "日程 延时"):
            stage.telegram.say(boss, stage.telegram.private(boss), f"{word} {number}")
        await stage.settle()
        assert value(stage, "SELECT count(*) FROM inbox WHERE state <> 'done'") == 0
