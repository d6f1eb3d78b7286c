"""Faults do what they are named for, when and where they are switched on, and no more."""

import time

import aiohttp
import pytest

from drill.server.faults import Faults


@pytest.fixture
def chat(telegram):
    person = telegram.person("王某")
    telegram.start_link(person)
    return telegram.private(person)


def texts(telegram, chat):
    return [m.text for m in telegram.shown(chat) if m.sender is telegram.bot]


@pytest.mark.parametrize("kind", ["timeout", "half"])
async def test_after_some_faults_the_message_is_there_and_the_answer_is_not(telegram, api, chat, kind):
    telegram.faults.next("sendMessage", kind, seconds=0.01)
    with pytest.raises(aiohttp.ClientError):
        await api.call("sendMessage", chat_id=chat.id, text="x")
    assert texts(telegram, chat) == ["x"]
    await api.ok("sendMessage", chat_id=chat.id, text="y")


async def test_a_dropped_request_was_not_done(telegram, api, chat):
    telegram.faults.next("sendMessage", "drop", times=2)
    for _ in range(2):
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await api.call("sendMessage", chat_id=chat.id, text="x")
    await api.ok("sendMessage", chat_id=chat.id, text="y")
    assert texts(telegram, chat) == ["y"]
    assert telegram.faults.fired["sendMessage", "drop"] == 2


async def test_refusals_on_demand(telegram, api, chat):
    for kind in ("5xx", "403", "429"):
        telegram.faults.next("sendMessage", kind, seconds=7)
    send = {"chat_id": chat.id, "text": "x"}
    assert await api.refused("sendMessage", **send) == "500 Internal Server Error"
    assert await api.refused("sendMessage", **send) == "403 Forbidden: bot was blocked by the user"
    assert await api.refused("sendMessage", **send) == "429 Too Many Requests: retry after 7"
    assert texts(telegram, chat) == []
    assert telegram.counts.too_many == 0


async def test_a_bad_gateway_speaks_html(telegram, api):
    telegram.faults.next("*", "502")
    async with api.session.get(f"{api.base}/getMe") as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")


async def test_a_delay_and_latency_take_wall_time(telegram, api):
    telegram.faults.next("getMe", "delay", seconds=0.05)
    telegram.faults.latency_ms = (20, 30)
    before = time.monotonic()
    await api.ok("getMe")
    assert time.monotonic() - before > 0.07
    telegram.faults.clear()
    assert telegram.faults.latency() == 0.0


async def test_a_fault_can_be_for_one_chat_only(telegram, api, chat):
    other = telegram.person("李某")
    telegram.start_link(other)
    telegram.faults.sometimes("sendMessage", "403", 1.0, chat_id=other.id)
    await api.ok("sendMessage", chat_id=chat.id, text="x")
    for _ in range(3):
        assert (await api.refused("sendMessage", chat_id=other.id, text="x")).startswith("403")


async def test_confirmed_updates_may_come_once_more_and_out_of_order(telegram, api, chat):
    for n in range(20):
        telegram.say(chat.person, chat, str(n))
    telegram.faults.next("getUpdates", "duplicate")
    telegram.faults.next("getUpdates", "reorder")
    first = await api.ok("getUpdates", limit=5)
    ids = [u["update_id"] for u in first]
    assert ids != sorted(ids)
    again = await api.ok("getUpdates", offset=max(ids) + 1)
    assert again[0]["update_id"] == min(ids)
    assert len(again) == 21 - 5 + 1
    assert max(ids) in telegram.confirmed


def test_the_same_seed_draws_the_same_faults():
    def draws(seed):
        faults = Faults(seed)
        faults.sometimes("sendMessage", "5xx", 0.3)
        return [faults.draw("sendMessage", None) is not None for _ in range(50)]

    assert draws(1) == draws(1)
    assert draws(1) != draws(2)
    assert 5 < sum(draws(1)) < 25


def test_a_fault_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="no such fault"):
        Faults().next("sendMessage", "sulk")
