"""Updates pushed: the secret, the order, the retries, and the way back to polling."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from hand_clock import until

from drill.server.http import Server
from drill.server.telegram import Telegram
from drill.server.webhook import Target


class QuickClock:
    """The test's clock, on which waiting takes no time but is written down."""

    def __init__(self, clock):
        self.clock = clock
        self.waits: list[float] = []

    def now(self):
        return self.clock.now()

    def monotonic(self):
        return self.clock.monotonic()

    async def sleep(self, seconds):
        self.waits.append(seconds)
        self.clock.passed += seconds
        await asyncio.sleep(0)


class Hook:
    """The bot's own address: keeps what comes, answers what it is told to."""

    def __init__(self):
        self.got: list[dict] = []
        self.secrets: list[str | None] = []
        self.answers: list[web.Response] = []
        self.busy = 0
        self.most_busy = 0
        self.pause = 0.0
        self.url = ""

    async def take(self, request: web.Request) -> web.Response:
        self.busy += 1
        self.most_busy = max(self.busy, self.most_busy)
        await asyncio.sleep(self.pause)
        self.got.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.busy -= 1
        return self.answers.pop(0) if self.answers else web.Response()

    async def until(self, count: int) -> list[dict]:
        """Wait until so many requests have come."""
        await until(lambda: len(self.got) >= count)
        return self.got


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


@pytest.fixture
def telegram(clock):
    return Telegram(QuickClock(clock))


@pytest.fixture
def warden(telegram):
    return telegram.person("王某")


def say(telegram, person, *texts):
    for text in texts:
        telegram.say(person, telegram.private(person), text)


def texts(requests):
    return [r["message"]["text"] for r in requests]


async def settled(telegram):
    await until(lambda: not telegram.queue.pending)


async def test_waiting_and_new_updates_are_pushed_with_the_secret(telegram, api, hook, warden):
    say(telegram, warden, "早先")
    await api.ok("setWebhook", url=hook.url, secret_token="s3cret_-")
    say(telegram, warden, "刚才")
    assert texts(await hook.until(2)) == ["早先", "刚才"]
    assert set(hook.secrets) == {"s3cret_-"}
    await settled(telegram)
    assert len(telegram.confirmed) == 2
    assert (await api.ok("getWebhookInfo"))["pending_update_count"] == 0


async def test_a_chats_updates_come_one_at_a_time_and_in_order_while_other_chats_go_on(telegram, api, hook):
    people = [telegram.person(f"人{n}") for n in range(3)]
    hook.pause = 0.02
    await api.ok("setWebhook", url=hook.url)
    for n in range(4):
        for person in people:
            say(telegram, person, f"{person.name}/{n}")
    got = texts(await hook.until(12))
    for person in people:
        assert [t for t in got if t.startswith(person.name)] == [f"{person.name}/{n}" for n in range(4)]
    assert hook.most_busy == 3


async def test_no_more_requests_at_once_than_asked_for(telegram, api, hook):
    hook.pause = 0.01
    await api.ok("setWebhook", url=hook.url, max_connections=1)
    for n in range(4):
        say(telegram, telegram.person(f"人{n}"), "x")
    await hook.until(4)
    assert hook.most_busy == 1


async def test_a_failed_push_is_repeated_later_and_later_and_holds_up_its_chat(telegram, api, hook, warden):
    hook.answers = [web.Response(status=503) for _ in range(9)]
    await api.ok("setWebhook", url=hook.url)
    say(telegram, warden, "一", "二")
    got = await hook.until(11)
    assert texts(got) == ["一"] * 10 + ["二"]
    waits = telegram.clock.waits
    assert waits[:6] == [1, 2, 4, 8, 16, 32]
    assert all(60 <= wait <= 120 for wait in waits[6:])
    info = await api.ok("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"


async def test_retry_after_is_honoured_up_to_an_hour(telegram, api, hook, warden):
    hook.answers = [web.Response(status=503, headers={"Retry-After": wish}) for wish in ("7", "99999")]
    await api.ok("setWebhook", url=hook.url)
    say(telegram, warden, "一")
    await hook.until(3)
    assert telegram.clock.waits == [7, 3600]


async def test_a_push_nobody_takes_ends_with_its_life(telegram, api, hook, warden):
    sent = {"inline_keyboard": [[{"text": "好", "callback_data": "ok"}]]}
    telegram.start_link(warden)
    await api.ok("sendMessage", chat_id=warden.id, text="?", reply_markup=sent)
    telegram.queue.drop_all()
    hook.answers = [web.Response(status=500) for _ in range(50)]
    await api.ok("setWebhook", url=hook.url)
    telegram.press(warden, telegram.last(telegram.private(warden)), "ok")
    await settled(telegram)
    assert telegram.counts.expired == 1
    assert sum(telegram.clock.waits) < 150


async def test_nobody_at_the_address_is_an_error_that_can_be_read(telegram, api, warden, unused_tcp_port):
    say(telegram, warden, "一")
    await api.ok("setWebhook", url=f"http://127.0.0.1:{unused_tcp_port}/")
    await until(lambda: api.server.webhook.last_error)
    info = await api.ok("getWebhookInfo")
    assert info["last_error_message"] == "Connection refused"
    assert info["pending_update_count"] == 1


async def test_polling_and_a_webhook_exclude_each_other(telegram, api, hook, warden):
    await api.ok("setWebhook", url=hook.url)
    assert (await api.refused("getUpdates")).startswith(
        "409 Conflict: can't use getUpdates method while webhook is active"
    )
    await api.ok("deleteWebhook")
    say(telegram, warden, "一")
    assert texts(await api.ok("getUpdates")) == ["一"]
    assert hook.got == []


async def test_what_waits_can_be_thrown_away(telegram, api, hook, warden):
    say(telegram, warden, "一")
    await api.ok("deleteWebhook", drop_pending_updates=True)
    assert telegram.counts.unconfirmed == 0


async def test_the_answer_to_a_push_may_name_a_method(telegram, api, hook, warden):
    hook.answers = [web.json_response({"method": "sendMessage", "chat_id": warden.id, "text": "收到"})]
    await api.ok("setWebhook", url=hook.url)
    say(telegram, warden, "一")
    await hook.until(1)
    await settled(telegram)
    assert telegram.last(telegram.private(warden)).text == "收到"


async def test_bad_addresses_and_secrets_are_refused(api):
    assert "HTTPS URL must be provided" in await api.refused("setWebhook", url="ftp://x")
    assert "unallowed characters" in await api.refused("setWebhook", url="http://127.0.0.1/", secret_token="密")


async def test_the_server_stops_though_a_push_waits(telegram, warden, hook, clock):
    server = Server(Telegram(clock))
    await server.start()
    hook.pause = 5.0
    await server.webhook.point(Target(hook.url))
    person = server.telegram.person("王某")
    server.telegram.say(person, server.telegram.private(person), "一")
    await asyncio.sleep(0.02)
    async with asyncio.timeout(2):
        await server.stop()
