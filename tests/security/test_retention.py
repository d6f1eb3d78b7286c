"""Everything personal has an end date, of its own kind; figures of units have none."""

from dataclasses import asdict
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


# A row of each kind as it is kept: {n} makes it another, {at} and {day} are when it came, {word} is what it says.
ROWS = {
    "raw_updates": "inbox (update_id, received_at, raw, state) VALUES ({n}, {at}, '{word}', 'done')",
    "dialogues": "dialogues (chat_id, telegram_id, kind, state_json, changed_at) "
    "VALUES ({n}, {n}, 'x', '{word}', {at})",
    "uploads": "uploads (chat_id, message_id, file_id, filename, state, not_before, rows_json, made_at) "
    "VALUES (1, {n}, 'f', 'a.csv', 'read', 0, '{word}', {at})",
    "level_steps": "steps (day, step, unit_id, due_at, state, done_at, result_json) "
    "VALUES ('{day}', 'collect@15:00', {n}, 0, 'done', 0, '{word}')",
    "messages": "outbox (key, act, lane, chat_id, kind, fields_json, not_before, state, made_at) "
    "VALUES ('k{n}', 'send', 0, 1, 'left', '{word}', 0, 'sent', {at})",
    "invitations": "invitations (code, role, made_at, expires_at) VALUES ('{word}', 'warden', {at}, {at})",
    "statements": "statements "
    "(id, day, unit_id, said_at, heard_at, source, mode, values_json, sender, raw, texts_json) "
    "VALUES ({n}, '2020-01-0{last}', 4, {at}, {at}, '', '', '{{}}', '{word}', '{word}', '{word}')",
    "versions": "report_versions "
    "(day, unit_id, version, values_json, cumulative_json, texts_json, zero, said_at, reason) "
    "VALUES ('{day}', 4, {n}, '{{}}', '{{}}', '{word}', 0, {at}, 'report')",
    "questions": "questions (statement_id, day, unit_id, ask, number, quote, reason) "
    "VALUES (1, '{day}', 4, 'a', {n}, '{word}', 'x')",
    "held": "held (reason, chat_id, message_id, telegram_id, sender_name, said_at, raw, word) "
    "VALUES ('stranger', 1, {n}, 1, '{word}', {at}, '{word}', '{word}')",
    "roll_lists": "roll_lists (chat_id, day, heading, unit_id, said, state, message_id, telegram_id, at) "
    "VALUES (1, '{day}', '{word}', 4, '{word}', 'stands', {n}, 1, {at})",
    "roll_cards": "roll_cards (chat_id, day, post, rows_json) VALUES (1, '{day}', 'p', '{word}')",
    "feedback": "task_feedback (task, unit_id, chat_id, message_id, at, text) VALUES (1, 4, 1, {n}, {at}, '{word}')",
    "difficulties": "task_units (task, unit_id, changed_at, reason) VALUES ({n}, 4, {at}, '{word}')",
    "task_events": "task_events (task, at, what, words, before_json) VALUES (1, {at}, 'x', '{word}', '{word}')",
    "excuses": "excuses (unit_id, from_day, to_day, reason, made_at) "
    "VALUES (4, '2020-01-01', '2020-01-01', '{word}', {at})",
    "papers": "papers (kind, day, frozen, at, body) VALUES ('brief', '{day}', 1, {at}, '{word}')",
    "circulars": "circulars (kind, text, chat_id, message_id, state, made_at) "
    "VALUES ('circular', '{word}', 1, {n}, 'sent', {at})",
    "evidence": "evidence (day, unit_id, chat_id, message_id, kind, file_id, file_unique_id, caption, at) "
    "VALUES ('{day}', 4, 1, {n}, 'photo', '{word}', 'u{n}', '', {at})",
    "names": "people (id, name, active, left_at) VALUES ({n}, '{word}', 0, {at})",
    "private_titles": "chats (telegram_id, kind, title, changed_at) VALUES ({n}, 'private', '{word}', {at})",
    "audit": "audit (at, verb, fields_json) VALUES ({at}, 'x', '{word}')",
}
TABLES = {question: row.split()[0] for question, row in ROWS.items()}


def days_of(question: str) -> int:
    """For how long what the question erases is kept."""
    kind = next(kind for kind, questions in retention.KINDS.items() if question in questions)
    return int(getattr(Retention(), kind))


def telling(stage: Stage, table: str, word: str) -> int:
    """How many rows of the table say the word."""
    rows = look(stage.settings.database_url, f"SELECT * FROM {table}")
    return sum(any(isinstance(value, str) and word in value for value in row) for row in rows)


@databases.only_a_file
async def test_what_is_over_goes_that_night_and_what_is_a_day_younger_stays_by_each_question(tmp_path: Path) -> None:
    longest = max(asdict(Retention()).values())
    night = MORNING + timedelta(days=longest + 10)
    async with open_stage(tmp_path, MORNING, key="") as stage:
        stage.clock.move_to(night - timedelta(days=1))
        await stage.settle()
        for question, row in ROWS.items():
            for n, days, word in ((901, days_of(question) + 1, "oldword"), (902, days_of(question) - 1, "newword")):
                at = night - timedelta(days=days)
                told = {"n": n, "last": n % 10, "at": int(at.timestamp() * 1000), "day": f"{at:%Y-%m-%d}", "word": word}
                look(stage.settings.database_url, "INSERT INTO " + row.format(**told))
        circulars = dict(look(stage.settings.database_url, "SELECT text, id FROM circulars"))
        for word, circular in circulars.items():
            file = f"VALUES ({circular}, '{word}', 'photo', '{word}', 1)"
            sql = "INSERT INTO circular_files (circular, file_unique_id, kind, file_id, place) " + file
            look(stage.settings.database_url, sql)
        for person, word in ((901, "oldword"), (902, "newword")):
            phrase = f"VALUES ({person}, '{word}', 'x', 0)"
            look(
                stage.settings.database_url,
                "INSERT INTO sender_words (person_id, phrase, indicator, made_at) " + phrase,
            )
        tables = {**TABLES, "circular_files": "circular_files", "own_words": "sender_words"}
        assert [question for question, table in tables.items() if telling(stage, table, "oldword") != 1] == []
        stage.clock.move_to(night)
        await stage.settle()
        assert {question for question, table in tables.items() if telling(stage, table, "oldword")} == set()
        assert {question for question, table in tables.items() if telling(stage, table, "newword") != 1} == set()
        every = {question for questions in retention.KINDS.values() for question in questions}
        assert every - set(tables) == {"senders", "captions", "leavings", "accounts", "guesses"}


async def test_what_was_written_under_a_photo_goes_with_all_words_and_the_photo_later(tmp_path: Path) -> None:
    limits = Retention()
    async with open_stage(tmp_path, MORNING) as stage:
        await live(stage)
        for days, photos, captions in (
            (limits.texts, 1, 1),
            (limits.texts + 1, 1, 0),
            (limits.evidence, 1, 0),
            (limits.evidence + 1, 0, 0),
        ):
            await after(stage, days)
            assert kept(stage, "SELECT count(*) FROM evidence") == photos, days
            assert kept(stage, "SELECT count(*) FROM evidence WHERE caption <> ''") == captions, days


async def test_the_account_of_a_stranger_and_of_who_left_has_an_end_date(tmp_path: Path) -> None:
    limits = Retention()
    async with open_stage(tmp_path, MORNING) as stage:
        await live(stage)
        stranger, liu = stage.cast.people["陌生人"], stage.cast.people["刘小妹"]
        stage.telegram.say(stranger, stage.cast.groups["黄溪村群"], "入户5户")
        stage.telegram.say(stranger, stage.telegram.private(stranger), "/start")
        await stage.settle()
        held = f"SELECT count(*) FROM held WHERE telegram_id = {stranger.id}"
        chats = f"SELECT count(*) FROM chats WHERE telegram_id IN ({stranger.id}, {liu.id})"
        links = "SELECT count(*) FROM meta WHERE name LIKE 'left/%'"
        await after(stage, limits.people_left)
        assert [kept(stage, sql) for sql in (held, chats, links)] == [1, 2, 1]
        await after(stage, limits.people_left + 1)
        assert [kept(stage, sql) for sql in (held, chats, links)] == [1, 0, 0]
        await after(stage, limits.texts + 1)
        assert kept(stage, held) == 0
        assert kept(stage, "SELECT count(*) FROM chats WHERE telegram_id > 0 AND kind = 'private'") > 3
        before = len(stage.telegram.shown(stage.telegram.private(stranger)))
        stage.telegram.say(stranger, stage.telegram.private(stranger), "/start")
        await stage.settle()
        assert len(stage.telegram.shown(stage.telegram.private(stranger))) == before + 2


async def test_who_guessed_at_the_claim_code_is_not_kept_once_it_is_used(tmp_path: Path) -> None:
    guesses = "SELECT count(*) FROM meta WHERE name LIKE 'guesses/%'"
    async with open_stage(tmp_path, MORNING, settled=False) as stage:
        operator, stranger = stage.cast.people["吴运维"], stage.cast.people["陌生人"]
        stage.telegram.say(stranger, stage.telegram.private(stranger), "/claim 0000-0001")
        await after(stage, 1)
        assert kept(stage, guesses) == 1
        code = stage.settings.vault.open(kept(stage, "SELECT value FROM meta WHERE name = 'claim'"))
        stage.telegram.say(operator, stage.telegram.private(operator), f"/claim {code}")
        await stage.settle()
        await after(stage, 2)
        assert kept(stage, guesses) == 0


async def test_names_that_were_kept_before_numbers_in_them_were_masked_are_masked_in_the_night(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        for table, column in (("chats", "title"), ("people", "name")):
            look(stage.settings.database_url, f"UPDATE {table} SET {column} = '老王13911112222' WHERE id = 3")
        await after(stage, 1)
        for table, column in (("chats", "title"), ("people", "name")):
            assert kept(stage, f"SELECT {column} FROM {table} WHERE id = 3") == "老王139****2222"


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


@pytest.mark.parametrize("kind", ["brief", "minutes"])
async def test_a_paper_names_units_and_figures_whatever_those_are_called_who_are_forgotten(
    tmp_path: Path, kind: str
) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        zhang, leader = stage.cast.people["张守田"], stage.cast.people["李片长"]
        look(stage.settings.database_url, "UPDATE people SET name = 'e' WHERE name = '刘小妹'")
        look(stage.settings.database_url, "UPDATE people SET name = '村' WHERE name = '赵春梅'")
        look(stage.settings.database_url, "UPDATE people SET name = '' WHERE name = '孙大海'")
        stage.telegram.say(zhang, stage.cast.groups["黄溪村群"], "入户120户，劝返约300人，问题:李片长说缺口罩")
        await stage.pass_until(MORNING.replace(hour=18, minute=5))
        stage.telegram.say(leader, stage.cast.groups["指挥部"], "到会")
        stage.telegram.say(leader, stage.cast.groups["指挥部"], "/decide 李片长管口罩")
        await stage.pass_until(MORNING.replace(hour=19, minute=5))
        before = await printed(stage, kind)
        number = kept(stage, "SELECT id FROM people WHERE name = '李片长'")
        for who in ("刘小妹", "赵春梅", "孙大海", "李片长"):
            person = stage.cast.people[who]
            stage.telegram.say(person, stage.telegram.private(person), "删除资料 确认")
            await stage.settle()
        after_all = await printed(stage, kind)
        assert "李片长" in before
        assert after_all == before.replace("李片长", f"#{number}")
        assert kept(stage, "SELECT count(*) FROM blots") == 0


async def printed(stage: Stage, kind: str = "brief") -> str:
    """What a frozen paper of the town says, as one string."""
    database = await Database.open_to_read(stage.settings.database_url, stage.settings.vault)
    async with database.reading() as work:
        paper = await papers.of(work, kind, DAY, None)
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
