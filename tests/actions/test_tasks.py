"""Tasks on a real file: out once, whatever restarts; answered by those whose they are; followed to the end."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions import tasks
from domain.errors import NotAllowed, NotPossible
from domain.pace import Pace
from domain.people import Caller, Chat, Person, Post, Role
from domain.task_text import read_task
from domain.tasks import TaskState, UnitState
from domain.units import Unit
from storage import chats, outbox, people, units
from storage import tasks as stored
from storage.database import Database
from storage.tasks import File, Message
from storage.work import Work
from tests.support.cast import TOWN
from tests.support.databases import new_database

DAY = date(2026, 2, 6)
SEVEN = TOWN.at(DAY, TOWN.times.tasks).astimezone(UTC)
BEFORE = SEVEN - timedelta(hours=2)
NAMES = ("黄溪村", "东观社区", "石板村", "白塔社区")


@dataclass
class Scene:
    """A town of four villages: the first two have a group each, the third its lead in private, the fourth nobody."""

    database: Database
    units: list[int]
    leader: Caller
    leads: list[Caller]
    town_chat: Chat


async def _settle(work: Work) -> tuple[list[int], Caller, list[Caller], Chat]:
    now = BEFORE
    await units.save(work, Unit(0, "T", "东观镇", reports=False))
    for number, name in enumerate(NAMES, start=1):
        await units.save(work, Unit(0, f"0{number}", name))
        await units.tie(work, f"0{number}", "T")
    tree = await units.tree(work)
    ids = [tree.by_code[f"0{number}"].id for number in range(1, 5)]
    desk = await _group(work, -1, "command", None, now)
    hall = await _group(work, -2, "town", None, now)
    leader = await _caller(work, 900, "王书记", Post(Role.LEADER, None), desk, now)
    leads = []
    for number in range(3):
        own = await _group(work, -10 - number, "unit", ids[number], now) if number < 2 else None
        leads.append(await _caller(work, 100 + number, f"村长{number}", Post(Role.LEAD, ids[number]), own, now))
    return ids, leader, leads, hall


async def _group(work: Work, telegram_id: int, purpose: str, unit_id: int | None, now: datetime) -> Chat:
    met = await chats.meet(work, telegram_id, "supergroup", purpose, now)
    await chats.bind(work, met.id, purpose, unit_id, now)
    return await chats.by_id(work, met.id)


async def _caller(work: Work, telegram_id: int, name: str, post: Post, chat: Chat | None, now: datetime) -> Caller:
    person = await people.add(work, name, None, telegram_id, now)
    await people.give_post(work, person, post)
    private = await chats.meet(work, telegram_id, "private", name, now)
    return Caller(telegram_id, name, chat or private, Person(person, name, None, telegram_id), (post,))


async def open_scene(folder: Path) -> Scene:
    database = await Database.open(new_database(folder))
    async with database.work() as work:
        ids, leader, leads, hall = await _settle(work)
    return Scene(database, ids, leader, leads, hall)


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    opened = await open_scene(tmp_path)
    yield opened
    await opened.database.close()


async def _draft(work: Work, scene: Scene, text: str, now: datetime = BEFORE) -> int:
    return (await tasks.draft(work, TOWN, scene.leader, read_task(text, TOWN.local(now)), now)).number


async def send_out(work: Work, scene: Scene, text: str = "巡查水库\n截止：明天12点") -> int:
    number = await _draft(work, scene, text)
    await tasks.publish_at_once(work, TOWN, scene.leader, number, BEFORE)
    return number


async def _keys(work: Work, number: int) -> list[str]:
    return [sent.key for sent in await outbox.about(work, f"task/{number}")]


async def test_a_task_goes_once_to_each_chat_and_every_unit_has_a_place(scene: Scene) -> None:
    async with scene.database.work() as work:
        number = await _draft(work, scene, "巡查水库")
        assert await tasks.confirm(work, TOWN, scene.leader, number, BEFORE) == DAY
        assert await tasks.publish_due(work, TOWN, DAY, SEVEN) == {"tasks": 1, "units": 4}
        assert await tasks.publish_due(work, TOWN, DAY, SEVEN) == {"tasks": 0, "units": 0}
        keys = await _keys(work, number)
        assert len(keys) == len(set(keys)) == 4  # two groups, one private chat, the town's group
        assert [place.state for place in await stored.places(work, number)] == [UnitState.SILENT] * 4
        shared = await stored.posts_of(work, number)
        assert shared[scene.town_chat.id] == scene.units[2:]


async def test_a_unit_that_no_chat_reaches_is_told_to_the_command_chat(scene: Scene) -> None:
    async with scene.database.work() as work:
        await chats.bind(work, scene.town_chat.id, "none", None, BEFORE)
        number = await _draft(work, scene, "巡查水库")
        out = await tasks.publish_at_once(work, TOWN, scene.leader, number, BEFORE)
        assert out.unreached == ("白塔社区",)
        assert await outbox.by_key(work, f"task-out/{number}/chat-{scene.leader.chat.id}") is not None


async def test_nothing_goes_out_that_nobody_confirmed(scene: Scene) -> None:
    async with scene.database.work() as work:
        number = await _draft(work, scene, "巡查水库")
        assert await tasks.preview(work, TOWN, DAY, SEVEN) == {"tasks": 0, "drafts": 1}
        assert await tasks.publish_due(work, TOWN, DAY, SEVEN) == {"tasks": 0, "units": 0}
        assert await _keys(work, number) == []


async def test_a_publication_that_the_clock_missed_is_made_late_the_same_day(scene: Scene) -> None:
    async with scene.database.work() as work:
        number = await _draft(work, scene, "巡查水库")
        await tasks.confirm(work, TOWN, scene.leader, number, BEFORE)
        late = SEVEN + timedelta(hours=3)
        await tasks.publish_due(work, TOWN, DAY, late)
        task = await stored.by_number(work, number)
        assert task is not None
        assert (task.state, task.published_at) == (TaskState.PUBLISHED, late)


async def test_what_is_confirmed_after_the_hour_waits_for_the_next_day(scene: Scene) -> None:
    async with scene.database.work() as work:
        number = await _draft(work, scene, "巡查水库")
        assert await tasks.confirm(work, TOWN, scene.leader, number, SEVEN) == DAY + timedelta(days=1)
        assert await tasks.publish_due(work, TOWN, DAY, SEVEN) == {"tasks": 0, "units": 0}
        tomorrow = await tasks.publish_due(work, TOWN, DAY + timedelta(days=1), SEVEN + timedelta(days=1))
        assert tomorrow == {"tasks": 1, "units": 4}


async def test_a_deadline_before_the_publication_is_refused(scene: Scene) -> None:
    async with scene.database.work() as work:
        number = await _draft(work, scene, "巡查水库\n截止：今天18点")
        with pytest.raises(NotPossible, match="task-due-too-early"):
            await tasks.confirm(work, TOWN, scene.leader, number, BEFORE)
        await tasks.publish_at_once(work, TOWN, scene.leader, number, BEFORE)


async def test_a_press_on_a_text_that_was_changed_meanwhile_decides_nothing(scene: Scene) -> None:
    async with scene.database.work() as work:
        number = await _draft(work, scene, "巡查水库")
        await tasks.edit_draft(work, TOWN, scene.leader, number, "巡查山林", BEFORE)
        with pytest.raises(NotPossible, match="task-changed-meanwhile"):
            await tasks.confirm(work, TOWN, scene.leader, number, BEFORE, version=1)


async def test_a_leader_of_a_node_decides_on_what_is_theirs_alone(scene: Scene) -> None:
    node = (Post(Role.LEADER, scene.units[0]),)
    async with scene.database.work() as work:
        number = await _draft(work, scene, "巡查水库")
        person = await people.add(work, "片长", None, 901, BEFORE)
        caller = Caller(901, "片长", scene.leader.chat, Person(person, "片长", None, 901), node)
        with pytest.raises(NotAllowed, match="task-not-your-draft"):
            await tasks.confirm(work, TOWN, caller, number, BEFORE)
        own = await tasks.draft(work, TOWN, caller, read_task("清淤", TOWN.local(BEFORE)), BEFORE)
        out = await tasks.publish_at_once(work, TOWN, caller, own.number, BEFORE)
        assert out.units == 1


async def test_nobody_answers_for_another_unit(scene: Scene) -> None:
    async with scene.database.work() as work:
        number = await send_out(work, scene)
        for state in (UnitState.SEEN, UnitState.DONE):
            with pytest.raises(NotAllowed):
                await tasks.answer(work, TOWN, scene.leads[0], number, state, scene.units[1], BEFORE, BEFORE)
        assert {place.state for place in await stored.places(work, number)} == {UnitState.SILENT}


async def test_somebody_with_two_units_may_answer_for_either(scene: Scene) -> None:
    async with scene.database.work() as work:
        number = await send_out(work, scene)
        both = Caller(
            100,
            "村长0",
            scene.town_chat,
            scene.leads[2].person,
            (Post(Role.LEAD, scene.units[2]), Post(Role.WARDEN, scene.units[3])),
        )
        assert await tasks.own_units(work, both, number) == scene.units[2:]
        taken = await tasks.answer(work, TOWN, both, number, UnitState.DOING, scene.units[3], BEFORE, BEFORE)
        assert (taken.unit, taken.place.state) == ("白塔社区", UnitState.DOING)


async def test_an_answer_is_timed_by_when_it_was_sent_and_ends_the_reminders(scene: Scene) -> None:
    said_at, now = BEFORE + timedelta(minutes=5), BEFORE + timedelta(minutes=50)
    async with scene.database.work() as work:
        number = await send_out(work, scene)
        assert await tasks.chase(work, TOWN, DAY, now) == {"reminded": 3}  # nobody reaches the fourth
        await tasks.answer(work, TOWN, scene.leads[0], number, UnitState.SEEN, scene.units[0], said_at, now)
        reminded = await outbox.about(work, f"task/{number}/{scene.units[0]}")
        assert [sent.state for sent in reminded] == ["cleared"]
        assert await tasks.chase(work, TOWN, DAY, now) == {"reminded": 2}
        place = await stored.place(work, number, scene.units[0])
        assert place is not None
        assert (place.answered_at, place.reminded) == (said_at, 1)


async def test_an_answer_takes_its_task_out_of_a_list_that_still_waits(scene: Scene) -> None:
    now = BEFORE + timedelta(minutes=50)
    async with scene.database.work() as work:
        numbers = [await send_out(work, scene, title) for title in ("巡查水库", "清点口罩", "上报值班表")]
        assert await tasks.chase(work, TOWN, DAY, now) == {"reminded": 9}
        lead, unit = scene.leads[0], scene.units[0]
        await tasks.answer(work, TOWN, lead, numbers[1], UnitState.SEEN, unit, now, now)
        listed = await outbox.about(work, f"task-remind/chat-{lead.chat.id}")
        assert [sent.state for sent in listed] == ["cleared", "waiting"]
        fields = await outbox.fields_of(work, listed[-1].key)
        assert fields is not None
        assert [row["number"] for row in fields["rows"]] == [str(numbers[0]), str(numbers[2])]
        for number in (numbers[0], numbers[2]):
            await tasks.answer(work, TOWN, lead, number, UnitState.SEEN, unit, now, now)
        left = [sent.state for sent in await outbox.about(work, f"task-remind/chat-{lead.chat.id}")]
        assert "waiting" not in left


async def test_the_photo_asked_for_is_asked_for_once(scene: Scene) -> None:
    async with scene.database.work() as work:
        number = await send_out(work, scene, "巡查水库\n要求：照片")
        asks = []
        for state in (UnitState.DONE, UnitState.DOING, UnitState.DONE):
            taken = await tasks.answer(work, TOWN, scene.leads[0], number, state, scene.units[0], BEFORE, BEFORE)
            asks.append(taken.ask)
        assert asks == ["photo", "", ""]


async def test_no_photo_is_asked_for_that_has_come(scene: Scene) -> None:
    async with scene.database.work() as work:
        number = await send_out(work, scene, "巡查水库\n要求：照片")
        sent = Message(scene.leads[0].person_id, scene.leads[0].chat.id, 77, BEFORE)
        photo = File("photo", "f", "u")
        assert await tasks.feedback(work, TOWN, scene.leads[0], number, scene.units[0], sent, [photo], BEFORE)
        place = await stored.place(work, number, scene.units[0])
        assert place is not None
        assert place.state is UnitState.SEEN
        done = await tasks.answer(work, TOWN, scene.leads[0], number, UnitState.DONE, scene.units[0], BEFORE, BEFORE)
        assert done.ask == ""
        assert (await tasks.matrix(work, number)).files == {scene.units[0]: (1, 1)}


async def test_a_difficulty_is_told_once_with_its_words(scene: Scene) -> None:
    async with scene.database.work() as work:
        number = await send_out(work, scene)
        where = (scene.units[0], BEFORE, BEFORE)
        asked = await tasks.answer(work, TOWN, scene.leads[0], number, UnitState.DIFFICULTY, *where)
        assert asked.ask == "reason"
        assert await tasks.explain(work, TOWN, scene.leads[0], number, scene.units[0], "缺车", BEFORE, BEFORE)
        told = await outbox.about(work, f"task/{number}/difficulty/{scene.units[0]}")
        assert [sent.state for sent in told] == ["cleared", "waiting"]
        assert (await stored.places(work, number))[0].reason == "缺车"


async def test_the_open_tasks_of_a_unit_are_those_not_done(scene: Scene) -> None:
    async with scene.database.work() as work:
        later = await send_out(work, scene, "后做\n截止：后天")
        sooner = await send_out(work, scene, "先做\n截止：明天")
        done = await send_out(work, scene, "做完")
        await tasks.answer(work, TOWN, scene.leads[0], done, UnitState.DONE, scene.units[0], BEFORE, BEFORE)
        assert [task.number for task in await tasks.open_for_unit(work, scene.units[0])] == [sooner, later]


async def test_a_task_that_is_taken_back_is_open_nowhere(scene: Scene) -> None:
    async with scene.database.work() as work:
        number = await send_out(work, scene)
        await tasks.cancel(work, TOWN, scene.leader, number, BEFORE)
        assert await tasks.open_for_unit(work, scene.units[0]) == []
        assert await tasks.chase(work, TOWN, DAY, BEFORE) == {"reminded": 0}
        with pytest.raises(NotPossible, match="task-cancelled"):
            await tasks.answer(work, TOWN, scene.leads[0], number, UnitState.DONE, scene.units[0], BEFORE, BEFORE)


class _Killed(Exception):
    """The process ends in the middle of its work."""


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(["confirm", "publish", "publish-killed", "now", "now-killed", "restart"]), max_size=12))
def test_whatever_restarts_and_replays_a_task_goes_out_at_most_once(deeds: list[str]) -> None:
    asyncio.run(_replayed(deeds))


async def _replayed(deeds: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        scene = await open_scene(Path(folder))
        async with scene.database.work() as work:
            number = await _draft(work, scene, "巡查水库")
        for deed in deeds:
            if deed == "restart":
                await scene.database.close()
                scene.database = await Database.open(new_database(Path(folder)))
            else:
                await _do(scene, number, deed)
        await _check_once(scene, number, deeds)
        await scene.database.close()


async def _do(scene: Scene, number: int, deed: str) -> None:
    """One deed in a transaction of its own; a killed one leaves nothing behind."""
    try:
        async with scene.database.work() as work:
            if deed == "confirm":
                await tasks.confirm(work, TOWN, scene.leader, number, BEFORE)
            elif deed.startswith("now"):
                await tasks.publish_at_once(work, TOWN, scene.leader, number, SEVEN)
            else:
                await tasks.publish_due(work, TOWN, DAY, SEVEN)
            if deed.endswith("killed"):
                raise _Killed
    except (_Killed, NotPossible):
        return


async def _check_once(scene: Scene, number: int, deeds: list[str]) -> None:
    confirmed = "confirm" in deeds and "publish" in deeds[deeds.index("confirm") :]
    out = "now" in deeds or confirmed
    async with scene.database.reading() as work:
        assert len(await _keys(work, number)) == (4 if out else 0)
        assert len(await stored.places(work, number)) == (4 if out else 0)
        task = await stored.by_number(work, number)
        assert task is not None
        assert (task.state is TaskState.PUBLISHED) == out


async def test_the_pace_of_units_counts_what_went_out_in_the_days_asked(scene: Scene) -> None:
    first, second = scene.units[0], scene.units[1]
    async with scene.database.work() as work:
        number = await send_out(work, scene)
        for minutes, state in ((4, UnitState.SEEN), (40, UnitState.DONE)):
            said = BEFORE + timedelta(minutes=minutes)
            await tasks.answer(work, TOWN, scene.leads[0], number, state, first, said, said)
        withdrawn = await send_out(work, scene, "清点口罩")
        await tasks.cancel(work, TOWN, scene.leader, withdrawn, BEFORE)
        found = await tasks.pace_of_days(work, TOWN, DAY, SEVEN)
        assert found[first] == Pace(received=1, answered=1, first_minutes=4, done_minutes=40, due=1, done=1, in_time=1)
        assert found[second] == Pace(received=1)
        assert await tasks.pace_of_days(work, TOWN, DAY + timedelta(days=7), SEVEN) == {}
