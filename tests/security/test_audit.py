"""The audit log: who changed what, when; nobody takes anything out of it.

That every change of state leaves a line is watched in every stage, and so in every transcript:
tests/support/accounting.py.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import audit, people, reports, units
from storage.database import Database
from storage.work import Work
from tests.support.accounting import WRITING
from tests.support.databases import look, new_database
from tests.support.stage import Stage, open_stage

NOW = datetime(2026, 2, 6, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("tampering", ["UPDATE audit SET verb = 'nothing'", "DELETE FROM audit"])
async def test_the_database_itself_refuses_to_change_or_erase_a_line(tmp_path: Path, tampering: str) -> None:
    url = new_database(tmp_path)
    database = await Database.open(url)
    async with database.work() as work:
        await audit.note(work, NOW, 1, "removed", who=2)
    with pytest.raises(Exception, match="only added to"):
        look(url, tampering)
    async with database.reading() as work:
        assert [(line.at, line.person, line.fields) for line in await audit.lines(work, "removed")] == [
            (NOW, 1, {"who": 2})
        ]
    await database.close()


SAID = "黄溪村 入户120户，排查356人"


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE statements SET values_json = '{}'",
        "UPDATE statements SET heard_at = 0",
        "UPDATE statements SET person_id = 1",
        "UPDATE statements SET version = NULL",
        "DELETE FROM statements",
        "UPDATE report_versions SET said_at = 0",
        "UPDATE report_versions SET person_id = 1",
        "DELETE FROM report_versions",
    ],
)
async def test_what_made_a_version_is_as_little_to_be_changed(tmp_path: Path, tampering: str) -> None:
    async with open_stage(tmp_path, NOW) as stage:
        await _report(stage, SAID, "更正 入户125户")
        with pytest.raises(Exception, match="only added to"):
            look(stage.settings.database_url, tampering)


async def test_a_version_is_a_line_of_the_log(tmp_path: Path) -> None:
    async with open_stage(tmp_path, NOW) as stage:
        await _report(stage, SAID, "更正 入户125户")
        async with stage.house() as house, house.database.reading() as work:
            person = await people.by_telegram_id(work, stage.cast.people["张守田"].id)
            assert person is not None
            lines = [line for line in await audit.of_person(work, person.id) if line.verb == "report"]
            [unit] = [unit for unit in (await units.tree(work)).units.values() if unit.name == "黄溪村"]
            versions = await reports.versions(work, NOW.date(), unit.id)
        assert [version.reason for version in versions] == ["report", "correction"]
        for number, (line, version) in enumerate(zip(lines, versions, strict=True), start=1):
            assert NOW <= line.at < NOW + timedelta(minutes=1)
            told = {"unit": unit.id, "day": "2026-02-06", "version": number, "why": version.reason}
            assert line.fields == {**told, "statement": version.statement_id}


async def test_figures_that_one_message_said_stand_once_and_are_shown_with_every_version(tmp_path: Path) -> None:
    async with open_stage(tmp_path, NOW) as stage:
        await _report(stage, SAID, "更正 入户125户", "黄溪村 入户130户，排查360人")
        kept = look(stage.settings.database_url, "SELECT version FROM report_versions ORDER BY version")
        assert kept == [(2,)]
        async with stage.house() as house, house.database.reading() as work:
            [unit] = [unit for unit in (await units.tree(work)).units.values() if unit.name == "黄溪村"]
            found = await reports.versions(work, NOW.date(), unit.id)
            report = await reports.one(work, NOW.date(), unit.id)
        assert [version.values for version in found] == [
            {"households_visited": 120, "people_screened": 356},
            {"households_visited": 125, "people_screened": 356},
            {"households_visited": 130, "people_screened": 360},
        ]
        assert report is not None
        assert (report.version, report.values) == (3, found[-1].values)


async def _report(stage: Stage, *texts: str) -> None:
    for text in texts:
        stage.telegram.say(stage.cast.people["张守田"], stage.cast.groups["黄溪村群"], text)
        await stage.settle()


async def test_the_door_for_the_end_date_shuts_again(tmp_path: Path) -> None:
    url = new_database(tmp_path)
    database = await Database.open(url)
    async with database.work() as work:
        async with audit.open_door(work, "a test"):
            pass
        await audit.note(work, NOW, 1, "removed", who=2)
    with pytest.raises(Exception, match="only added to"):
        look(url, "DELETE FROM audit")
    await database.close()


def test_the_watch_knows_what_changes_the_towns_state() -> None:
    """Else it would watch nothing."""
    assert {"statements.save", "people.give_post", "days.move_close", "tasks.cancel", "invitations.use"} <= set(WRITING)
    assert not {"audit.note", "outbox.put", "inbox.keep"} & set(WRITING)


@pytest.mark.parametrize("other_fails", [False, True])
async def test_an_update_that_leaves_no_line_is_found_beside_another_of_its_batch_that_does_or_is_undone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other_fails: bool
) -> None:
    noting = audit.note

    async def forgetful(work: Work, at: datetime, person: int | None, verb: str, **fields: object) -> None:
        who = await people.by_id(work, person or 0)
        if who and who.name == "王书记" and other_fails:
            raise RuntimeError(verb)
        if who is None or who.name != "李片长":
            await noting(work, at, person, verb, **fields)

    async with open_stage(tmp_path, NOW) as stage:
        monkeypatch.setattr(audit, "note", forgetful)
        for who, unit in (("李片长", "石板村"), ("王书记", "红星村")):
            person = stage.cast.people[who]
            stage.telegram.say(person, stage.telegram.private(person), f"/excuse {unit}")
        await stage.settle()
        assert stage.unaudited == ["excuses.add"]
        stage.unaudited.clear()
        stage.surprises.clear()


async def test_a_line_holds_numbers_and_no_words_of_anybody(tmp_path: Path) -> None:
    """Lines outlive the end dates of what people wrote, and nobody is taken out of them."""
    words = "暗号一二三"
    async with open_stage(tmp_path, NOW, key="") as stage:
        telegram, people_of, groups = stage.telegram, stage.cast.people, stage.cast.groups
        said = (
            ("李片长", "", f"/excuse 石板村 {words}"),
            ("李片长", "", "/excuse 撤销 石板村"),
            ("陈建国", "", f"/excuse {words}"),
            ("王书记", "新群", "/bind 红星村"),
            ("王书记", "", f"/task {words}\n对象:黄溪村\n截止:明天18:00"),
            ("王书记", "", f"/circular {words}"),
            ("张守田", "黄溪村群", f"入户12户，{words}5车，问题:{words}"),
            ("张守田", "黄溪村群", f"#经验 {words}"),
            ("陈建国", "全镇群", f"{words}村 入户6户"),
            ("吴运维", "", "移除 周桂兰 确认"),
        )
        telegram.add_bot(groups["新群"], people_of["王书记"])
        for who, group, text in said:
            chat = groups[group] if group else telegram.private(people_of[who])
            telegram.say(people_of[who], chat, text)
            await stage.settle()
        await stage.pass_until(NOW.replace(hour=10, minute=5))
        telegram.say(people_of["王书记"], groups["指挥部"], f"/decide {words}")
        operator = people_of["吴运维"]
        for decision in ("/import", "/import cancel"):
            table = f"姓名,手机,角色,单元\n{decision[1:]}甲,139111133{len(decision):02d},网格员,黄溪村\n"
            telegram.document(operator, telegram.private(operator), f"{words}.csv", table.encode())
            await stage.settle()
            telegram.say(operator, telegram.private(operator), decision)
            await stage.settle()
        lines = look(stage.settings.database_url, "SELECT verb, fields_json FROM audit")
    expected = {"excuse", "excuse_revoked", "bound", "decide", "task_drafted", "removed"}
    assert expected | {"import_people", "import_dropped"} <= {verb for verb, _ in lines}
    names = ("周桂兰", "王书记", "石板村", "红星村")
    assert [line for line in lines if any(word in line[1] for word in (words, *names))] == []


async def test_who_writes_again_after_shutting_the_bot_out_leaves_a_line(tmp_path: Path) -> None:
    async with open_stage(tmp_path, NOW) as stage:
        account = stage.cast.people["张守田"]
        await _report(stage, SAID)
        url = stage.settings.database_url
        look(url, f"UPDATE chats SET state = 'gone' WHERE telegram_id = {account.id}")
        stage.telegram.say(account, stage.telegram.private(account), "入户125户")
        await stage.settle()
        [(chat,)] = look(url, f"SELECT id FROM chats WHERE telegram_id = {account.id}")
        async with stage.house() as house, house.database.reading() as work:
            person = await people.by_telegram_id(work, account.id)
        assert person is not None
        [line] = await _noted(stage, "chat_back")
        assert (line.person, line.fields) == (person.id, {"chat": chat})


async def test_lines_of_several_units_that_another_chat_hears_again_leave_a_line(tmp_path: Path) -> None:
    async with open_stage(tmp_path, NOW) as stage:
        leader = stage.cast.people["王书记"]
        for title in ("全镇群", "指挥部"):
            stage.telegram.say(leader, stage.cast.groups[title], "黄溪村 入户120户\n石板村 入户60户")
            await stage.settle()
        noted = await _noted(stage, "list")
        assert [(line.fields["lines"], line.fields["gone"]) for line in noted] == [(2, 0), (2, 0)]


async def _noted(stage: Stage, verb: str) -> list[audit.Line]:
    async with stage.house() as house, house.database.reading() as work:
        return list(await audit.lines(work, verb))
