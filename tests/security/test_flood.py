"""One sender floods: the others are served first, nothing is lost, and one quiet line is said."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tests.support.cast import TOWN, ZONE
from tests.support.databases import figures, look
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 9, 0, tzinfo=ZONE)
FLOOD = 400


def value(stage: Stage, sql: str) -> int:
    """The one number that plain SQL gives."""
    return int(look(stage.settings.database_url, sql)[0][0])


async def test_others_are_served_while_one_floods_and_nothing_of_the_flood_is_lost(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        telegram, cast = stage.telegram, stage.cast
        for number in range(FLOOD):
            telegram.say(cast.people["刘小妹"], cast.groups["黄溪村群"], f"排查{number}人")
        telegram.say(cast.people["陈建国"], cast.groups["东观社区群"], "入户86户")
        async with stage.house() as house:
            while await house.intake.poll_once():
                pass
            handled = 0
            while not value(stage, "SELECT count(*) FROM standing WHERE values_json LIKE '%:86%'"):
                handled += await house.worker.work_off()
            assert value(stage, "SELECT count(*) FROM inbox WHERE state = 'later'") == FLOOD - 60
            assert value(stage, "SELECT count(*) FROM statements") == 61
            while await house.worker.work_off():
                pass
        assert value(stage, "SELECT count(*) FROM inbox WHERE state <> 'done'") == 0
        assert value(stage, "SELECT count(*) FROM statements") == FLOOD + 1
        assert {"people_screened": FLOOD - 1} in figures(stage.settings.database_url)
        assert value(stage, "SELECT count(*) FROM outbox WHERE kind = 'too-many'") == 1


async def test_a_flood_of_commands_and_presses_is_not_answered_one_by_one(tmp_path: Path) -> None:
    async with open_stage(tmp_path, MORNING) as stage:
        stranger = stage.cast.people["陌生人"]
        for _ in range(FLOOD):
            stage.telegram.say(stranger, stage.telegram.private(stranger), "/help")
        async with stage.house() as house:
            while await house.intake.poll_once() + await house.worker.work_off():
                pass
        assert value(stage, "SELECT count(*) FROM outbox WHERE kind = 'help'") == 60
        assert value(stage, "SELECT count(*) FROM inbox WHERE state <> 'done'") == 0


async def test_what_was_put_off_is_taken_up_after_a_restart_in_its_order(tmp_path: Path) -> None:
    town = replace(TOWN, limits=replace(TOWN.limits, messages_per_person=2))
    async with open_stage(tmp_path, MORNING, town=town) as stage:
        zhang = stage.cast.people["张守田"]
        for number in (1, 2, 3, 4):
            stage.telegram.say(zhang, stage.telegram.private(zhang), f"入户{number}0户")
        async with stage.house() as house:
            await house.intake.poll_once()
            while value(stage, "SELECT count(*) FROM inbox WHERE state = 'waiting'"):
                await house.worker.work_off()
        assert value(stage, "SELECT count(*) FROM inbox WHERE state = 'later'") == 2
        await stage.settle()
        assert figures(stage.settings.database_url) == [{"households_visited": 40}]


async def test_a_town_may_do_without_the_limit(tmp_path: Path) -> None:
    town = replace(TOWN, limits=replace(TOWN.limits, messages_per_person=0))
    async with open_stage(tmp_path, MORNING, town=town) as stage:
        zhang = stage.cast.people["张守田"]
        for _ in range(70):
            stage.telegram.say(zhang, stage.telegram.private(zhang), "/help")
        async with stage.house() as house:
            while await house.intake.poll_once() + await house.worker.work_off():
                pass
        assert value(stage, "SELECT count(*) FROM outbox WHERE kind = 'help'") == 70
