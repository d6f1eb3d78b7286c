"""A group that becomes a supergroup stays one chat, whoever tells of it and in whatever order."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from actions import chats as actions
from domain.outgoing import Act, Outgoing
from domain.people import Post, Role
from storage import boards, chats, outbox, people
from storage.database import Database
from storage.work import Work
from tests.support.databases import new_database
from tests.support.waiting import heads

NOW = datetime(2026, 2, 6, 1, 0, tzinfo=UTC)
OLD, NEW = -100, -1001000000100


@asynccontextmanager
async def working(folder: Path) -> AsyncIterator[Work]:
    """A unit of work on a new file with a command chat."""
    database = await Database.open(new_database(folder))
    try:
        async with database.work() as work:
            await chats.meet(work, OLD, "group", "指挥部", NOW)
            await chats.bind(work, 1, "command", None, NOW)
            yield work
    finally:
        await database.close()


async def sent(work: Work, key: str, chat: int, message_id: int) -> None:
    """A message that stands in the chat."""
    row = await outbox.put(work, Outgoing(key, chat, "trouble"), NOW)
    assert row is not None
    await outbox.mark_sent(work, [(row, message_id)], NOW)


async def test_the_chat_keeps_its_id_and_purpose_under_the_new_number(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        await actions.migrate(work, OLD, NEW, NOW)
        chat = await chats.by_telegram_id(work, NEW)
        assert chat is not None
        assert (chat.id, chat.purpose, chat.kind, chat.here) == (1, "command", "supergroup", True)
        assert await chats.by_telegram_id(work, OLD) is None


async def test_told_twice_it_is_done_once(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        await actions.migrate(work, OLD, NEW, NOW)
        await actions.migrate(work, OLD, NEW, NOW)
        assert [chat.id for chat in await chats.groups(work)] == [1]


async def test_what_was_noted_under_the_new_number_before_joins_the_chat(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        twin = await chats.meet(work, NEW, "supergroup", "指挥部", NOW)
        await chats.set_rights(work, twin.id, {"status": "administrator"}, NOW)
        await outbox.put(work, Outgoing("hello", twin.id, "group-hello"), NOW)
        await sent(work, "early", twin.id, 3)
        await actions.migrate(work, OLD, NEW, NOW)
        chat = await chats.by_telegram_id(work, NEW)
        assert chat is not None
        assert (chat.id, chat.rights) == (1, {"status": "administrator"})
        posted = await outbox.posted(work, 1, 3)
        hello = await outbox.by_key(work, "hello")
        assert posted is not None
        assert hello is not None
        assert (posted.key, hello.state) == ("early", "cleared")


async def test_a_late_word_of_the_dead_group_does_not_take_the_chat_away(tmp_path: Path) -> None:
    """Delivery heard of the move first; then a service message of the old group comes in, from a chat nobody knows."""
    async with working(tmp_path) as work:
        await actions.migrate(work, OLD, NEW, NOW)
        await chats.meet(work, OLD, "group", "指挥部", NOW)
        await actions.migrate(work, OLD, NEW, NOW)
        chat = await chats.by_telegram_id(work, NEW)
        assert chat is not None
        assert (chat.id, chat.purpose) == (1, "command")
        assert [group.id for group in await chats.groups(work)] == [1]


async def test_messages_of_the_old_group_are_not_taken_for_new_ones_of_the_same_number(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        await sent(work, "before", 1, 12)
        change = Outgoing("change", 1, "trouble", act=Act.EDIT, target="before")
        await outbox.put(work, change, NOW)
        await outbox.put(work, Outgoing("answer", 1, "trouble", reply_to=12), NOW)
        await actions.migrate(work, OLD, NEW, NOW)
        assert await outbox.posted(work, 1, 12) is None
        await sent(work, "after", 1, 12)
        posted = await outbox.posted(work, 1, 12)
        assert posted is not None
        assert posted.key == "after"
        waiting = {parcel.key: parcel.reply_to for parcel in await heads(work, NOW)}
        assert waiting == {"answer": None}


async def test_the_live_board_is_posted_anew(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        await boards.keep(work, 1, date(2026, 2, 6), "board/1", 1)
        await actions.migrate(work, OLD, NEW, NOW)
        board = await boards.of_chat(work, 1)
        assert board is not None
        assert board.post != "board/1"
        posted = await outbox.by_key(work, board.post)
        assert posted is not None
        assert posted.state == "waiting"


async def test_a_loss_is_told_once_however_often_it_is_noticed(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        group = await chats.meet(work, -7, "group", "黄溪村群", NOW)
        assert await actions.lost(work, group, "shown-out", NOW)
        assert not await actions.lost(work, group, "unreachable", NOW)
        assert [parcel.kind for parcel in await heads(work, NOW)] == ["chat-lost"]


async def test_strangers_and_people_who_never_pressed_start_are_no_news(tmp_path: Path) -> None:
    async with working(tmp_path) as work:
        person = await people.add(work, "刘小妹", None, 8, NOW)
        await people.give_post(work, person, Post(Role.WARDEN, None))
        for account, reason in ((7, "blocked"), (8, "unreachable")):
            chat = await chats.meet(work, account, "private", "x", NOW)
            assert await actions.lost(work, chat, reason, NOW)
        assert await heads(work, NOW) == []
