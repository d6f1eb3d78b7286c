"""The pages for machines, asked over HTTP while the program runs against the drill's Telegram."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.app import House
from bot.pages import Pages
from bot.serving import serving
from bot.vitals import Vitals
from domain.errors import NotPossible
from domain.outgoing import Lane, Outgoing
from storage import chats, inbox, outbox
from storage.inbox import Arrived
from tests.support.cast import PEOPLE, UNITS, ZONE
from tests.support.databases import file_of, look, only_a_file
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
LABELS = {"part", "call", "lane", "state", "le", "version", "schema"}


@dataclass
class Asker:
    """Whoever asks the pages, such as Prometheus or a load balancer."""

    url: str
    session: aiohttp.ClientSession

    async def get(self, page: str) -> tuple[int, str]:
        """Status and body."""
        async with self.session.get(f"{self.url}{page}") as answer:
            return answer.status, await answer.text()

    async def ready(self) -> tuple[int, list[dict[str, Any]]]:
        """Status and reasons."""
        status, body = await self.get("/readyz")
        told = json.loads(body)
        assert told["ready"] == (status == 200)
        return status, told["reasons"]

    async def figures(self) -> dict[str, float]:
        """Every figure as `name{label="value"}`."""
        status, body = await self.get("/metrics")
        assert status == 200
        found = {}
        for family in text_string_to_metric_families(body):
            for sample in family.samples:
                assert set(sample.labels) <= LABELS, sample
                labels = ",".join(f'{name}="{value}"' for name, value in sample.labels.items())
                found[f"{sample.name}{{{labels}}}" if labels else sample.name] = sample.value
        return found


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_stage(tmp_path, MORNING) as opened:
        yield opened


@asynccontextmanager
async def _asked(stage: Stage, vitals: Vitals, patience: int = 0) -> AsyncIterator[tuple[Pages, Asker]]:
    pages = Pages(vitals, stage.town, "0.1.0", patience)
    async with serving(pages.app(), "127.0.0.1", 0) as url, aiohttp.ClientSession() as session:
        yield pages, Asker(url, session)


@asynccontextmanager
async def _running(stage: Stage, patience: int = 0) -> AsyncIterator[tuple[House, Asker]]:
    """The whole program with its pages."""
    async with stage.house() as house, _asked(stage, house.vitals, patience) as (pages, asker):
        pages.house = house
        stopping = asyncio.Event()
        serving_all = asyncio.create_task(house.run(stopping))
        try:
            await _until(lambda: {"intake", "worker", "delivery", "rings"} <= set(house.vitals.ages()))
            yield house, asker
        finally:
            stopping.set()
            await serving_all


async def _until(true: Callable[[], bool]) -> None:
    for _ in range(1000):
        if true():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to be")


def _say(stage: Stage, name: str, text: str) -> None:
    person = stage.cast.people[name]
    stage.telegram.say(person, stage.telegram.private(person), text)


async def test_a_program_that_waits_for_telegram_is_alive_and_not_ready(stage: Stage) -> None:
    async with _asked(stage, Vitals()) as (_, asker):
        assert await asker.get("/healthz") == (200, "alive\n")
        assert await asker.ready() == (503, [{"what": "program", "why": "starting"}])
        assert (await asker.figures())["gridwarden_database_readable"] == 0


async def test_a_program_that_runs_is_ready(stage: Stage) -> None:
    async with _running(stage) as (_, asker):
        assert await asker.ready() == (200, [])


async def test_a_program_on_its_way_out_is_not_ready(stage: Stage) -> None:
    async with _running(stage) as (house, asker):
        house.vitals.stopping = True  # its parts are ended one by one, and none of them is missed any more
        assert await asker.ready() == (503, [{"what": "program", "why": "stopping"}])


async def test_what_goes_silent_is_named(stage: Stage) -> None:
    async with _running(stage, patience=4) as (_, asker):
        stage.telegram.faults.sometimes("getUpdates", "timeout", 1.0, seconds=60)
        await asyncio.sleep(2.5)
        status, reasons = await asker.ready()
        assert status == 503
        assert [(reason["what"], reason["why"]) for reason in reasons] == [("intake", "silent")]
        assert (await asker.get("/healthz"))[0] == 200
        assert (await asker.figures())["gridwarden_last_poll_age_seconds"] > 1
        stage.telegram.faults.clear()


@only_a_file
async def test_a_database_that_takes_nothing_is_named_and_so_is_its_return(stage: Stage) -> None:
    async with stage.house() as house, _asked(stage, house.vitals) as (pages, asker):
        pages.house = house
        with house.vitals.living("rings"):
            file = file_of(house.database)
            [most] = file.execute("PRAGMA max_page_count").fetchone()
            file.execute("PRAGMA query_only=ON")
            assert await asker.ready() == (503, [{"what": "database", "why": "not-writable"}])
            file.execute("PRAGMA query_only=OFF")
            await asyncio.sleep(3.1)
            assert await asker.ready() == (200, [])
            assert most > 0


@only_a_file
async def test_a_schema_that_is_not_ours_is_named(stage: Stage) -> None:
    async with stage.house() as house, _asked(stage, house.vitals) as (pages, asker):
        pages.house = house
        with house.vitals.living("rings"):
            file = file_of(house.database)
            [version] = file.execute("PRAGMA user_version").fetchone()
            file.execute("PRAGMA user_version=99")
            assert await asker.ready() == (503, [{"what": "database", "why": "schema"}])
            file.execute(f"PRAGMA user_version={version}")


async def test_the_figures_are_what_happened(stage: Stage) -> None:
    _say(stage, "张守田", "黄溪村 入户120户，劝返约300人")
    _say(stage, "陈建国", "东观社区 入户80户")
    await stage.pass_until(MORNING + timedelta(hours=6))
    async with _running(stage) as (house, asker):
        before = await asker.figures()
        assert before['gridwarden_reports{state="reported"}'] == 1
        assert before['gridwarden_reports{state="questions"}'] == 1
        assert before['gridwarden_reports{state="silent"}'] == 3
        assert before['gridwarden_steps{state="done"}'] >= 1
        assert before["gridwarden_steps_late"] == 0
        assert before["gridwarden_updates_waiting"] == 0
        assert before["gridwarden_database_bytes"] > 100_000
        stage.telegram.faults.next("sendMessage", "429", seconds=1)
        _say(stage, "张守田", "/language en")
        await _until(lambda: bool(house.vitals.refused["send"]))
        stage.clock.move(1.5)
        await _until(lambda: sum(house.vitals.delays[Lane.ANSWER].counts) > 0)
        after = await asker.figures()
    assert after['gridwarden_refused_total{call="send"}'] == 1
    assert after['gridwarden_send_delay_seconds_count{lane="answer"}'] == 1
    assert after['gridwarden_send_delay_seconds_bucket{lane="answer",le="1.0"}'] == 0
    assert after['gridwarden_send_delay_seconds_bucket{lane="answer",le="3.0"}'] == 1
    assert after['gridwarden_send_delay_seconds_sum{lane="answer"}'] == pytest.approx(1.5)
    assert after["process_resident_memory_bytes"] > 10_000_000


async def test_what_waits_and_what_is_late_is_counted(stage: Stage) -> None:
    begun = stage.clock.now()
    async with stage.house() as house:
        async with house.database.work() as work:
            unreadable = json.dumps({"update_id": 1, "message": {"date": "x"}})
            await inbox.keep_updates(work, [Arrived(1, unreadable)], stage.clock.now())
        await house.worker.work_off()
        async with house.database.work() as work:
            await inbox.keep_updates(work, [Arrived(2, "{}"), Arrived(3, "{}")], stage.clock.now())
            chat = await chats.by_telegram_id(work, stage.cast.people["张守田"].id)
            assert chat is not None
            late = stage.clock.now() + timedelta(hours=1)
            for lane, held in ((Lane.ORDER, None), (Lane.ORDER, late), (Lane.REMINDER, late)):
                said = Outgoing(f"{lane.name}/{held}", chat.id, "language-set", lane=lane, not_before=held)
                await outbox.put(work, said, stage.clock.now())
    stage.surprises.clear()
    stage.clock.move_to(begun + timedelta(hours=8))  # 17:00: nobody did what was due since 14:30
    async with stage.house() as house, _asked(stage, house.vitals) as (pages, asker):
        pages.house = house
        found = await asker.figures()
    assert found["gridwarden_updates_waiting"] == 2
    assert found["gridwarden_updates_waiting_age_seconds"] == 8 * 3600
    assert found["gridwarden_updates_set_aside"] == 1
    assert found['gridwarden_outbox_waiting{lane="order"}'] == 2
    assert found['gridwarden_outbox_waiting_age_seconds{lane="order"}'] == 8 * 3600
    assert found['gridwarden_outbox_waiting_age_seconds{lane="reminder"}'] == 7 * 3600
    assert found['gridwarden_outbox_waiting{lane="board"}'] == 0
    assert found["gridwarden_steps_late"] >= 3


async def test_no_page_holds_anything_of_a_person(stage: Stage) -> None:
    _say(stage, "张守田", "黄溪村 入户120户，劝返约300人，问题：李四家停水")
    await stage.settle()
    async with _running(stage) as (_, asker):
        pages = [(await asker.get(page))[1] for page in ("/healthz", "/readyz", "/metrics")]
    private = [stage.telegram.token, *(name for name, *_ in PEOPLE), *(phone for _, phone, *_ in PEOPLE)]
    private += [name for _, name, *_ in UNITS] + [str(person.id) for person in stage.cast.people.values()]
    assert [word for page in pages for word in private if word in page] == []
    assert re.search(r"[一-鿿]", "".join(pages)) is None


async def test_every_figure_has_a_name_of_ours_a_help_text_and_a_place_in_the_manual(stage: Stage) -> None:
    async with stage.house() as house, _asked(stage, house.vitals) as (pages, asker):
        pages.house = house
        with house.vitals.living("intake"):
            _, body = await asker.get("/metrics")
    told = (Path(__file__).parents[2] / "docs" / "operating.md").read_text("utf-8")
    families = [family for family in text_string_to_metric_families(body) if not family.name.startswith("process_")]
    assert len(families) >= 14
    for family in families:
        assert family.name.startswith("gridwarden_")
        assert family.documentation
        assert f"`{family.name}" in told, family.name


async def test_a_place_that_is_taken_is_told_in_words(stage: Stage) -> None:
    async with _asked(stage, Vitals()) as (pages, asker):
        port = int(asker.url.rsplit(":", 1)[1])
        with pytest.raises(NotPossible) as refused:
            async with serving(pages.app(), "127.0.0.1", port):
                pass
    assert refused.value.key == "cli-cannot-listen"
    assert str(port) in str(refused.value.fields["place"])


async def test_looking_writes_nothing_that_anybody_else_reads(stage: Stage) -> None:
    async with stage.house() as house, _asked(stage, house.vitals) as (pages, asker):
        pages.house = house
        tables = ("inbox", "outbox", "steps", "reports", "audit")
        before = [look(stage.settings.database_url, f"SELECT count(*) FROM {table}") for table in tables]
        await asker.ready()
        await asker.figures()
        assert [look(stage.settings.database_url, f"SELECT count(*) FROM {table}") for table in tables] == before
