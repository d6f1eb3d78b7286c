"""Claims, cards, invitations, partings: what the transcripts cannot show."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from actions import binding, invitations, roster, start
from domain.errors import NotAllowed, NotPossible
from domain.people import Caller, Post, Role
from domain.units import Unit
from storage import chats, outbox, people, units
from storage.database import Database
from storage.work import Work
from tests.support.cast import TOWN
from tests.support.databases import new_database

NOW = datetime(2026, 2, 6, 1, 0, tzinfo=UTC)
OPERATOR = Post(Role.OPERATOR, None)


@asynccontextmanager
async def working(folder: Path) -> AsyncIterator[Work]:
    """A unit of work on a new file that knows two villages."""
    database = await Database.open(new_database(folder))
    try:
        async with database.work() as work:
            for code, name in (("01", "黄溪村"), ("02", "东观社区")):
                await units.save(work, Unit(0, code, name))
            yield work
    finally:
        await database.close()


async def caller(work: Work, account: int, name: str = "somebody") -> Caller:
    """Whoever holds that account, in private, as the program knows them now."""
    chat = await chats.meet(work, account, "private", name, NOW)
    person = await people.by_telegram_id(work, account)
    posts = () if person is None else await people.posts_of(work, person.id)
    return Caller(account, name if person is None else person.name, chat, person, posts)


async def enter(work: Work, name: str, post: Post, *, phone: str | None = None, account: int | None = None) -> int:
    """Somebody of the roster."""
    person = await people.add(work, name, phone, account, NOW)
    await people.give_post(work, person, post)
    return person


async def unit_id(work: Work, code: str) -> int:
    """Our id of a unit."""
    return (await units.tree(work)).by_code[code].id


async def test_the_claim_code_stays_the_same_until_it_is_used_and_then_is_dead(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        code = await start.begin(work, TOWN, (), NOW)
        assert code is not None
        assert await start.begin(work, TOWN, (), NOW + timedelta(hours=1)) == code
        assert (await start.claim(work, await caller(work, 7), code.lower().replace("-", " "), NOW))[0] == "claim-done"
        assert (await caller(work, 7)).roles == {Role.OPERATOR}
        assert (await start.claim(work, await caller(work, 8), code, NOW))[0] == "claim-closed"
        assert await start.begin(work, TOWN, (), NOW) is None


async def test_five_wrong_guesses_close_the_door_to_an_account_for_a_day(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        code = await start.begin(work, TOWN, (), NOW)
        assert code is not None
        stranger = await caller(work, 7)
        left = [(await start.claim(work, stranger, "wrong", NOW))[1]["left"] for _ in range(5)]
        assert left == [4, 3, 2, 1, 0]
        assert (await start.claim(work, stranger, code, NOW))[0] == "claim-too-many"
        assert (await start.claim(work, stranger, code, NOW + timedelta(hours=25)))[0] == "claim-done"


async def test_operators_of_the_settings_are_entered_once_and_take_their_names_when_they_speak(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        assert await start.begin(work, TOWN, (7, 8), NOW) is None
        assert await start.begin(work, TOWN, (7, 8), NOW) is None
        assert [person.name for person, _ in await people.of_role(work, Role.OPERATOR)] == ["7", "8"]
        kind, fields = await roster.greet(work, TOWN, await caller(work, 7), "吴运维")
        assert (kind, fields["name"]) == ("welcome", "吴运维")


async def test_an_open_claim_dies_when_the_settings_name_an_operator(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        code = await start.begin(work, TOWN, (), NOW)
        assert code is not None
        await start.begin(work, TOWN, (7,), NOW)
        assert (await start.claim(work, await caller(work, 8), code, NOW))[0] == "claim-closed"


async def test_a_card_without_an_owner_or_of_somebody_else_proves_nothing(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        await enter(work, "张守田", Post(Role.LEAD, 1), phone="13800000001")
        for owner in (None, 8):
            kind, _ = await roster.card(work, TOWN, await caller(work, 7), owner, "13800000001", NOW)
            assert kind == "card-foreign"
        assert await people.by_telegram_id(work, 7) is None


async def test_who_claimed_first_and_shows_their_card_later_keeps_being_operator(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        await enter(work, "tg name", OPERATOR, account=7)
        lead = Post(Role.LEAD, await unit_id(work, "01"))
        entered = await enter(work, "张守田", lead, phone="13800000001")
        kind, _ = await roster.card(work, TOWN, await caller(work, 7), 7, "+8613800000001", NOW)
        known = await caller(work, 7)
        assert (kind, known.person_id, set(known.posts)) == ("welcome", entered, {lead, OPERATOR})


async def test_somebody_known_who_shows_a_new_number_keeps_their_posts_and_has_the_number(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        person = await enter(work, "刘小妹", Post(Role.WARDEN, await unit_id(work, "01")), account=7)
        await roster.card(work, TOWN, await caller(work, 7), 7, "8613900000002", NOW)
        found = await people.by_phone(work, "13900000002")
        assert found is not None
        assert found.id == person


async def test_a_card_shown_from_a_second_account_moves_the_person_there(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        person = await enter(work, "张守田", Post(Role.LEAD, 1), phone="13800000001", account=7)
        await roster.card(work, TOWN, await caller(work, 9), 9, "13800000001", NOW)
        assert (await caller(work, 9)).person_id == person
        assert (await caller(work, 7)).person is None


async def test_an_invitation_dies_of_age_and_with_its_makers_post(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        lead = await enter(work, "张守田", Post(Role.LEAD, await unit_id(work, "01")), account=7)
        old = await invitations.invite(work, TOWN, await caller(work, 7), "", NOW)
        orphan = await invitations.invite(work, TOWN, await caller(work, 7), "", NOW + timedelta(hours=1))
        assert old.code != orphan.code
        late = NOW + timedelta(hours=TOWN.limits.invitation_hours)
        with pytest.raises(NotPossible, match="invite-expired"):
            await invitations.use(work, TOWN, await caller(work, 8), old.code, late)
        await people.part(work, lead, NOW)
        with pytest.raises(NotPossible, match="invite-expired"):
            await invitations.use(work, TOWN, await caller(work, 8), orphan.code, NOW + timedelta(hours=2))


async def test_a_newer_handover_voids_the_older_and_all_posts_pass_at_once(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        lead, leader = Post(Role.LEAD, await unit_id(work, "01")), Post(Role.LEADER, None)
        old_holder = await enter(work, "张守田", lead, account=7)
        await people.give_post(work, old_holder, leader)
        void = await invitations.hand_over(work, TOWN, await caller(work, 7), NOW)
        link = await invitations.hand_over(work, TOWN, await caller(work, 7), NOW + timedelta(minutes=1))
        at = NOW + timedelta(minutes=2)
        with pytest.raises(NotPossible, match="invite-expired"):
            await invitations.use(work, TOWN, await caller(work, 8), void.code, at)
        await invitations.use(work, TOWN, await caller(work, 8, "李接手"), link.code, at)
        assert set((await caller(work, 8)).posts) == {lead, leader}
        assert (await caller(work, 7)).person is None
        told = await outbox.by_key(work, f"taken/{link.code}")
        assert told is not None
        assert told.kind == "handover-taken"


async def test_a_lead_cannot_be_removed_by_the_lead_of_another_unit(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        await enter(work, "张守田", Post(Role.LEAD, await unit_id(work, "01")), account=7)
        other = await enter(work, "陈建国", Post(Role.LEAD, await unit_id(work, "02")), account=8)
        with pytest.raises(NotAllowed):
            await roster.remove(work, await caller(work, 7), other, NOW)


async def test_removing_ends_only_the_posts_that_are_ones_own_to_end(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        first, second = await unit_id(work, "01"), await unit_id(work, "02")
        await enter(work, "张守田", Post(Role.LEAD, first), account=7)
        both = await enter(work, "刘小妹", Post(Role.WARDEN, first), account=9)
        await people.give_post(work, both, Post(Role.WARDEN, second))
        removal = await roster.remove(work, await caller(work, 7), both, NOW)
        assert (removal.ends, removal.whole) == ((Post(Role.WARDEN, first),), False)
        assert (await caller(work, 9)).posts == (Post(Role.WARDEN, second),)


async def test_people_of_one_name_are_told_apart_by_unit(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        await enter(work, "吴运维", OPERATOR, account=7)
        for code in ("01", "02"):
            await enter(work, "刘小妹", Post(Role.WARDEN, await unit_id(work, code)))
        operator = await caller(work, 7)
        assert len(await roster.removable(work, operator, "刘小妹")) == 2
        assert len(await roster.removable(work, operator, "刘小妹 东观社区")) == 1


async def test_a_leader_binds_only_what_is_and_was_in_the_own_subtree(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        mine = await unit_id(work, "01")
        await enter(work, "李片长", Post(Role.LEADER, mine), account=7)
        leader = await caller(work, 7)
        group = await chats.meet(work, -5, "group", "群", NOW)
        here = Caller(7, "李片长", group, leader.person, leader.posts)
        with pytest.raises(NotAllowed):
            await binding.bind(work, here, "02", False, NOW)
        with pytest.raises(NotAllowed):
            await binding.bind(work, here, "指挥部", False, NOW)
        assert (await binding.bind(work, here, "01", False, NOW)).unit == (await units.tree(work)).units[mine]
        await chats.bind(work, group.id, "command", None, NOW)
        taken = Caller(7, "李片长", await chats.by_id(work, group.id), leader.person, leader.posts)
        with pytest.raises(NotAllowed):
            await binding.bind(work, taken, "01", False, NOW)
