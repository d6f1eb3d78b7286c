"""Logs: one id follows an update from the line to the last message that it causes, and nothing private is in them."""

import io
import json
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.logs import writer
from domain.outgoing import Outgoing
from storage import chats, outbox
from tests.support.cast import PEOPLE, ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
TABLE = "code,name,parent\n06,高坪村,A2\n".encode()
REPORT = "黄溪村 入户120户，劝返约300人"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_stage(tmp_path, MORNING) as opened:
        yield opened


@contextmanager
def _logged(stage: Stage, form: str = "json") -> Iterator[io.StringIO]:
    """What the program writes to its log meanwhile, at its usual level."""
    written = io.StringIO()
    handler = writer(written, form, stage.telegram.token)
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        yield written
    finally:
        root.setLevel(before)
        root.removeHandler(handler)


def _lines(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def _say(stage: Stage, name: str, text: str) -> None:
    person = stage.cast.people[name]
    stage.telegram.say(person, stage.telegram.private(person), text)


def _first(written: io.StringIO) -> int:
    """The update that came first: what people said; what pins tell of themselves comes after it."""
    return next(int(line["update"]) for line in _lines(written) if line["message"] == "kept")


async def test_an_updates_id_is_on_every_line_from_the_poll_to_the_answer(stage: Stage) -> None:
    with _logged(stage) as written:
        _say(stage, "张守田", REPORT)
        await stage.settle()
    update = _first(written)
    way = [(line["from"], line["message"]) for line in _lines(written) if line.get("update") == update]
    rooms = [room for room, _ in way]
    assert rooms[0] == "bot.intake"
    assert rooms.index("bot.worker") > 0
    assert rooms[-1] == "bot.outcomes"
    assert any("taken by handlers.reports.listen" in told for _, told in way)
    assert any(told.startswith("sent send report-") for room, told in way if room == "bot.outcomes")


async def test_the_lines_of_two_updates_in_one_batch_are_told_apart(stage: Stage) -> None:
    with _logged(stage) as written:
        _say(stage, "张守田", "/language en")
        _say(stage, "刘小妹", "/tasks")
        await stage.settle()
    by_update: dict[int, list[str]] = {}
    for line in _lines(written):
        if "update" in line:
            by_update.setdefault(line["update"], []).append(line["message"])
    first, second = (by_update[update] for update in sorted(by_update))
    assert any("handlers.help" in told for told in first)
    assert any("handlers.tasks" in told for told in second)
    assert not set(first) & set(second) - {"kept"}


async def test_an_actions_own_note_bears_the_id(stage: Stage) -> None:
    with _logged(stage) as written:
        _say(stage, "吴运维", "移除 周桂兰 确认")
        await stage.settle()
    update = _first(written)
    assert [line["update"] for line in _lines(written) if line["from"] == "storage.audit"] == [update]


async def test_what_is_sent_only_after_a_restart_still_bears_it(stage: Stage) -> None:
    with _logged(stage) as written:
        _say(stage, "张守田", REPORT)
        async with stage.house() as house:
            await house.intake.poll_once()
            await house.worker.work_off()
        assert not any(line["from"] == "bot.outcomes" for line in _lines(written))
        await stage.settle()
    update = _first(written)
    sent = [line for line in _lines(written) if line["message"].startswith("sent send report-")]
    assert [line["update"] for line in sent] == [update]


async def test_what_goes_wrong_on_the_line_names_the_update_too(stage: Stage) -> None:
    stage.telegram.faults.next("sendMessage", "429", seconds=3)
    with _logged(stage) as written:
        _say(stage, "张守田", REPORT)
        await stage.settle()
    update = _first(written)
    assert [line["update"] for line in _lines(written) if line["message"].startswith("429")] == [update]


async def test_a_document_bears_the_id_until_its_preview_is_sent(stage: Stage) -> None:
    """It is fetched after its update was handled, here after a restart; what it is read with bears the id, too."""
    operator = stage.cast.people["吴运维"]
    with _logged(stage) as written:
        stage.telegram.document(operator, stage.telegram.private(operator), "units.csv", TABLE)
        async with stage.house() as house:
            await house.intake.poll_once()
            await house.worker.work_off()
        stage.telegram.faults.next("getFile", "5xx")
        for _ in range(2):
            await stage.settle()
            stage.clock.move(10)
    update = _first(written)
    way = [line["message"] for line in _lines(written) if line.get("update") == update]
    assert any(told.startswith("document 1 did not come") for told in way)
    assert any(told.startswith("document 1 fetched") for told in way)
    assert any(told.startswith("sent send import-preview") for told in way)
    assert not any("document" in line["message"] for line in _lines(written) if line.get("update") != update)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [("units.csv", b"code,name\n01", None), ("x.csv", b"a,b\n1,2", "table-unknown"), ("x.xlsx", b"x", "table-broken")],
)
async def test_what_is_said_of_a_document_is_its_updates_doing(
    stage: Stage, name: str, data: bytes, kind: str | None
) -> None:
    operator = stage.cast.people["吴运维"]
    with _logged(stage) as written:
        stage.telegram.document(operator, stage.telegram.private(operator), name, data)
        await stage.settle()
    update = _first(written)
    caused = look(stage.settings.database_url, "SELECT kind, update_id FROM outbox WHERE key = 'upload/1'")
    assert caused == [(kind or "import-preview", update)]


async def test_what_the_clock_causes_bears_none(stage: Stage) -> None:
    with _logged(stage) as written:
        await stage.pass_until(datetime(2026, 2, 6, 14, 31, tzinfo=ZONE))
    assert any(line["message"].startswith("sent send remind") for line in _lines(written))
    assert [line for line in _lines(written) if "update" in line] == []


async def test_an_effect_of_a_failed_call_is_the_same_updates_doing(stage: Stage) -> None:
    async with stage.house() as house, house.database.work() as work:
        chat = await chats.by_telegram_id(work, stage.cast.people["张守田"].id)
        assert chat is not None
        with work.caused_by(77):
            await outbox.put(work, Outgoing("caused", chat.id, "language-set"), stage.clock.now())
        [place] = await outbox.queue(work, stage.clock.now())
        [parcel] = await outbox.parcels(work, [place])
    assert parcel.update_id == 77
    assert parcel.ready_at == stage.clock.now()


async def test_the_log_for_people_shows_the_id_and_neither_form_shows_words_or_numbers(stage: Stage) -> None:
    with _logged(stage, "text") as people, _logged(stage) as programs:
        _say(stage, "张守田", REPORT)
        await stage.settle()
    assert f" bot.worker [{_first(programs)}]: taken by" in people.getvalue()
    private = [stage.telegram.token, "劝返", *(name for name, *_ in PEOPLE), *(phone for _, phone, *_ in PEOPLE)]
    for log in (people.getvalue(), programs.getvalue()):
        assert [word for word in private if word in log] == []
