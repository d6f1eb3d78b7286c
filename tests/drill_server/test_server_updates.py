"""getUpdates: what is kept, confirmed, forgotten, and who may fetch."""

import asyncio
from datetime import timedelta

import pytest


@pytest.fixture
def warden(telegram):
    return telegram.person("王某")


def say_many(telegram, person, *texts):
    return [telegram.say(person, telegram.private(person), text) for text in texts]


def words(updates):
    return [u["message"]["text"] for u in updates]


async def test_updates_stay_until_a_higher_offset_confirms_them(telegram, api, clock, warden):
    say_many(telegram, warden, "一", "二", "三")
    first = await api.ok("getUpdates")
    assert words(first) == ["一", "二", "三"]
    clock.pass_time(1)
    assert words(await api.ok("getUpdates")) == ["一", "二", "三"]
    assert telegram.confirmed == {}
    assert words(await api.ok("getUpdates", offset=first[1]["update_id"])) == ["二", "三"]
    assert set(telegram.confirmed) == {first[0]["update_id"]}
    assert set(telegram.offered) == {u["update_id"] for u in first}
    assert telegram.counts.unconfirmed == 2


async def test_the_server_forgets_on_receiving_the_offset_even_when_nobody_reads_the_answer(telegram, api, warden):
    say_many(telegram, warden, "一")
    last = (await api.ok("getUpdates"))[-1]["update_id"]
    telegram.faults.next("getUpdates", "timeout", seconds=0.01)
    with pytest.raises(Exception, match="disconnected"):
        await api.call("getUpdates", offset=last + 1)
    assert telegram.counts.unconfirmed == 0


async def test_a_negative_offset_reads_from_the_end_and_forgets_the_rest(telegram, api, warden):
    say_many(telegram, warden, "一", "二", "三")
    assert words(await api.ok("getUpdates", offset=-1)) == ["三"]
    assert telegram.counts.unconfirmed == 1


async def test_no_more_than_the_limit_and_ids_ascend(telegram, api, warden):
    say_many(telegram, warden, *map(str, range(120)))
    assert len(await api.ok("getUpdates", limit=7, offset=1)) == 7
    batch = await api.ok("getUpdates", limit=500, offset=2)
    assert len(batch) == 100
    ids = [u["update_id"] for u in batch]
    assert ids == list(range(ids[0], ids[0] + 100))
    assert ids[0] >= 100_000_000


async def test_an_offset_far_in_the_future_confirms_nothing(telegram, api, warden):
    say_many(telegram, warden, "一")
    assert words(await api.ok("getUpdates", offset=2_000_000_000)) == ["一"]


async def test_the_same_offset_again_at_once_brings_one_update_only(telegram, api, clock, warden):
    say_many(telegram, warden, "一", "二")
    await api.ok("getUpdates")
    assert words(await api.ok("getUpdates")) == ["一"]
    clock.pass_time(0.6)
    assert words(await api.ok("getUpdates")) == ["一", "二"]


async def waiting_poll(telegram, api, **args):
    telegram.clock.asleep.clear()
    task = asyncio.create_task(api.call("getUpdates", **args))
    await telegram.clock.asleep.wait()
    return task


async def test_a_long_poll_ends_with_the_first_update(telegram, api, warden):
    poll = await waiting_poll(telegram, api, timeout=30)
    say_many(telegram, warden, "来了")
    assert words((await poll)["result"]) == ["来了"]


async def test_a_long_poll_ends_empty_after_its_time_and_never_waits_longer_than_fifty_seconds(telegram, api, clock):
    poll = await waiting_poll(telegram, api, timeout=3600)
    clock.pass_time(49)
    await asyncio.sleep(0.02)
    assert not poll.done()
    clock.pass_time(1)
    assert (await poll)["result"] == []


async def test_a_second_poller_throws_the_first_one_out_with_409(telegram, api, clock):
    first = await waiting_poll(telegram, api, timeout=30)
    clock.pass_time(1)
    second = asyncio.create_task(api.call("getUpdates", timeout=30))
    refused = await first
    assert refused["error_code"] == 409
    assert refused["description"].startswith("Conflict: terminated by other getUpdates request; make sure that only")
    clock.pass_time(30)
    assert (await second)["ok"]


async def test_messages_are_kept_for_a_day_and_taps_for_150_seconds(telegram, api, clock, warden):
    sent = await after_start(telegram, api, warden)
    telegram.press(warden, sent, "ok")
    say_many(telegram, warden, "话")
    clock.pass_time(149)
    assert [set(u) - {"update_id"} for u in await api.updates()] == [{"callback_query"}, {"message"}]
    clock.pass_time(1)
    assert words(await api.updates()) == ["话"]
    clock.pass_time(24 * 3600 - 150)
    assert await api.updates() == []
    assert telegram.counts.expired == 2


async def after_start(telegram, api, warden):
    """The bot's message with one button, in the private chat of a warden who has pressed Start."""
    telegram.start_link(warden)
    await api.updates(offset=-1)
    telegram.queue.drop_all()
    markup = {"inline_keyboard": [[{"text": "好", "callback_data": "ok"}]]}
    await api.ok("sendMessage", chat_id=warden.id, text="?", reply_markup=markup)
    return telegram.last(telegram.private(warden))


async def test_only_allowed_kinds_come_and_the_list_is_sticky(telegram, api, clock, warden):
    sent = await after_start(telegram, api, warden)
    telegram.react(warden, sent, "👍")
    assert await api.ok("getUpdates", allowed_updates=["message_reaction", "callback_query"]) == []
    telegram.react(warden, sent, "🙏")
    say_many(telegram, warden, "不要")
    clock.pass_time(5)
    (reaction,) = await api.ok("getUpdates")
    assert reaction["message_reaction"]["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert reaction["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "🙏"}]
    await api.ok("getUpdates", offset=reaction["update_id"] + 1, allowed_updates=[])
    telegram.react(warden, sent, None)
    say_many(telegram, warden, "要")
    clock.pass_time(5)
    assert words(await api.ok("getUpdates")) == ["要"]


async def test_after_a_quiet_week_ids_begin_anew(telegram, api, clock, warden):
    say_many(telegram, warden, "一")
    (before,) = await api.updates()
    clock.pass_time(timedelta(days=8).total_seconds())
    say_many(telegram, warden, "二")
    (after,) = await api.updates()
    assert words([after]) == ["二"]
    assert after["update_id"] != before["update_id"] + 1
