"""The clock's action on a real file: each step once, in order, whatever ticks, restarts and outages come."""

import asyncio
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions import cycle
from actions.cycle import Outcome
from domain.cycle import DayOrder, steps_of
from domain.outgoing import Lane, Outgoing
from domain.town import CycleTimes, Town
from storage import chats, days, inbox, meta, outbox
from storage.database import Database
from storage.inbox import Arrived
from tests.domain.test_cycle import times
from tests.support.cast import TOWN, ZONE
from tests.support.databases import new_database
from tests.support.stage import Stage, open_stage
from tests.support.waiting import heads

DAY = date(2026, 2, 6)
MIDNIGHT = datetime.combine(DAY, time(0), ZONE)


def at(hour: str, day: date = DAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(hour), ZONE).astimezone(UTC)


async def ring(database: Database, town: Town, now: datetime) -> list[Outcome]:
    """What the bell does at one tick."""
    outcomes: list[Outcome] = []
    while True:
        async with database.work() as work:
            outcome = await cycle.advance(work, town, now)
        if outcome is None:
            return outcomes
        outcomes.append(outcome)


async def _play(folder: str, town: Town, ticks: list[int]) -> tuple[list[Outcome], list[days.Settled]]:
    """Tick at these minutes after midnight, the file opened anew each time; then once at the end of the second day."""
    outcomes: list[Outcome] = []
    for minutes in [0, *sorted(ticks), 2879]:
        database = await Database.open(new_database(Path(folder)))
        outcomes += await ring(database, town, MIDNIGHT.astimezone(UTC) + timedelta(minutes=minutes))
        if minutes == 2879:
            async with database.reading() as work:
                told = [*(await days.settled(work, DAY)).values()]
        await database.close()
    return outcomes, told


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(times, st.lists(st.integers(0, 2879), max_size=8))
def test_however_often_it_is_started_each_step_is_settled_once_and_none_is_lost(
    hours: CycleTimes, ticks: list[int]
) -> None:
    town = replace(TOWN, times=hours)
    with tempfile.TemporaryDirectory() as folder:
        outcomes, told = asyncio.run(_play(folder, town, ticks))
    expected = [step.name for step in steps_of(town, DAY, DayOrder())]
    assert [outcome.step for outcome in outcomes if outcome.day == DAY] == expected
    assert {step.name for step in told} == set(expected)
    assert all(step.state in ("done", "missed") and step.done_at >= step.due_at for step in told)


async def _statuses(stage: Stage, day: date = DAY) -> dict[str, str]:
    async with stage.house() as house, house.database.reading() as work:
        return {name: step.state for name, step in (await days.settled(work, day)).items()}


def _said(stage: Stage, title: str) -> list[str]:
    chat = stage.cast.groups[title]
    return [event.text for event in stage.seen if event.chat.id == chat.id and event.kind == "sent"]


async def test_after_an_outage_what_is_too_late_is_missed_and_the_brief_is_still_made(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("07:30")) as stage:
        await stage.pass_until(at("14:00"))
        stage.seen.clear()
        stage.clock.move_to(at("18:10"))  # nobody rang in between
        await stage.settle()
        states = await _statuses(stage)
        assert [states[f"remind/{hour}"] for hour in ("14:30", "15:30", "15:50")] == ["missed"] * 3
        assert [states[f"chase/{hour}"] for hour in ("16:30", "17:00", "17:30")] == ["missed"] * 3
        assert [states[name] for name in ("collect", "brief", "meeting")] == ["done"] * 3
        told = [text.splitlines()[0] for text in _said(stage, "指挥部")]
        assert [line[:2] for line in told] == ["🕓 ", "📋 ", "📋 ", "📋 ", "📋 ", "🕓 "]
        assert "16:00 截止" in told[0]
        assert "会议开始" in told[-1]


async def test_after_days_of_silence_the_lost_days_are_written_down_and_today_goes_on(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("07:30")) as stage:
        await stage.pass_until(at("09:00"))
        stage.clock.move_to(at("08:30", DAY + timedelta(days=3)))
        await stage.settle()
        assert set((await _statuses(stage, DAY + timedelta(days=1))).values()) == {"missed"}
        assert (await _statuses(stage, DAY + timedelta(days=3)))["morning"] == "done"


async def test_a_program_that_first_runs_in_the_afternoon_makes_up_for_nothing(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("15:00")) as stage:
        states = await _statuses(stage)
        assert states == {"morning": "missed", "remind/14:30": "missed"}
        assert await _statuses(stage, DAY - timedelta(days=1)) == {}


async def test_the_roll_call_waits_for_what_is_still_in_the_inbox_but_not_for_ever(tmp_path: Path) -> None:
    database = await Database.open(new_database(tmp_path))
    async with database.work() as work:
        await meta.first_start(work, at("07:00"))
    await ring(database, TOWN, at("15:59"))
    async with database.work() as work:
        await inbox.keep_updates(work, [Arrived(1, "{}")], at("15:59"))
    assert await ring(database, TOWN, at("16:00") - timedelta(seconds=2)) == []
    async with database.work() as work:
        await inbox.keep_updates(work, [Arrived(2, "{}")], at("16:00"))
        await inbox.finish(work, [1], at("16:00"))
    assert await ring(database, TOWN, at("16:00")) == []
    assert [outcome.step for outcome in await ring(database, TOWN, at("16:01"))] == ["collect"]
    await database.close()


async def test_what_fell_due_in_a_pause_waits_and_is_left_out_once_its_hour_has_gone(tmp_path: Path) -> None:
    database = await Database.open(new_database(tmp_path))
    async with database.work() as work:
        await meta.first_start(work, at("07:00"))
    await ring(database, TOWN, at("14:00"))
    async with database.work() as work:
        await days.set_paused(work, DAY, at("14:00"), None, at("14:00"))
    assert await ring(database, TOWN, at("14:31")) == []
    assert [(o.step, o.state) for o in await ring(database, TOWN, at("14:51"))] == [("remind/14:30", "skipped")]
    async with database.work() as work:
        await days.set_paused(work, DAY, None, None, at("15:31"))
    assert [(o.step, o.state) for o in await ring(database, TOWN, at("15:31"))] == [("remind/15:30", "done")]
    await database.close()


async def test_a_board_is_edited_at_most_once_in_some_seconds_however_often_it_is_touched(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("08:30")) as stage:
        stage.seen.clear()
        telegram, cast = stage.telegram, stage.cast
        reporters = (("张守田", "黄溪村群"), ("陈建国", "东观社区群"), ("孙大海", "白塔社区群"))
        edits: list[datetime] = []
        telegram.listen(lambda event: edits.append(stage.clock.now()) if _is_board_edit(stage, event) else None)
        for number, (name, title) in enumerate(reporters * 3):
            telegram.say(cast.people[name], cast.groups[title], f"入户{10 + number}户")
            await stage.settle()
            stage.clock.move(1)
        assert len(edits) >= 2
        gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(edits)]
        assert all(gap >= TOWN.limits.board_seconds for gap in gaps), gaps
        board = [message for message in telegram.shown(cast.groups["指挥部"]) if "日报" in (message.text or "")][-1]
        assert "3/5" in (board.text or "")


async def test_a_board_goes_before_answers_once_its_change_is_as_old_as_two_edits_lie_apart(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("08:30")) as stage:
        command = stage.cast.groups["指挥部"]
        stage.telegram.say(stage.cast.people["陈建国"], stage.cast.groups["东观社区群"], "入户80户")
        await stage.settle()
        await stage.pass_until(at("08:40"))
        stage.seen.clear()
        async with stage.house() as house, house.database.work() as work:
            chat = await chats.by_telegram_id(work, command.id)
            assert chat is not None
            for number in range(14):
                await outbox.put(work, Outgoing(f"answer/{number}", chat.id, "language-set"), stage.clock.now())
        stage.telegram.say(stage.cast.people["张守田"], stage.cast.groups["黄溪村群"], "入户120户")
        await stage.settle()
        edits = [_is_board_edit(stage, event) for event in stage.seen if event.chat is command]
        assert edits.count(False) == 14
        assert 3 <= edits.index(True) <= 5  # a call a second into one chat, and the town's board_seconds are 4


def _is_board_edit(stage: Stage, event: object) -> bool:
    return (
        getattr(event, "kind", "") == "edited"
        and getattr(event, "chat", None) is stage.cast.groups["指挥部"]
        and "日报" in getattr(event, "text", "")
    )


async def test_reminders_to_a_unit_that_has_reported_are_cleared_before_they_go_out(tmp_path: Path) -> None:
    async with open_stage(tmp_path, at("14:00")) as stage:
        cast = stage.cast
        async with stage.house() as house:
            async with house.database.work() as work:
                stage.clock.move_to(at("14:30"))
                await cycle.advance(work, TOWN, stage.clock.now())
            stage.telegram.say(cast.people["张守田"], cast.groups["黄溪村群"], "入户120户")
            await house.intake.poll_once()
            await house.worker.work_off()
            async with house.database.reading() as work:
                waiting = await heads(work, stage.clock.now())
        reminded = [parcel.key for parcel in waiting if parcel.lane is Lane.REMINDER]
        assert len(reminded) == 4
        assert not [key for key in reminded if "/unit-4/" in key]
