"""Telegram's published limits: what they let through and what they stop, by the injected clock."""

import pytest

from drill.server.limits import Limits, Meter
from drill.server.telegram import UNLIMITED, Telegram


class Sends:
    """A meter and its clock, asked the way a bot would."""

    def __init__(self, clock, **limits):
        self.clock = clock
        self.meter = Meter(Limits(**limits), clock)

    def to(self, *chats, group=False, cost=1):
        """The rules that refused, one for each chat, None where the message went."""
        overruns = [self.meter.charge(chat, group=group, cost=cost) for chat in chats]
        return [o and (o.rule, o.retry_after) for o in overruns]


def test_thirty_in_any_second_over_all(clock):
    sends = Sends(clock)
    assert sends.to(*range(30)) == [None] * 30
    assert sends.to(99) == [("overall", 1)]
    clock.pass_time(0.5)
    assert sends.to(99) == [("overall", 1)]
    clock.pass_time(0.5)
    assert sends.to(*range(100, 130)) == [None] * 30


def test_the_bucket_lets_a_rested_bot_send_more_in_its_first_second(clock):
    sends = Sends(clock, model="bucket")
    assert sends.to(*range(30)) == [None] * 30
    assert sends.to(30) == [("overall", 1)]
    clock.pass_time(0.1)
    assert sends.to(*range(40, 43)) == [None] * 3
    assert sends.to(50) == [("overall", 1)]


def test_a_chat_takes_a_short_burst_and_then_one_a_second(clock):
    sends = Sends(clock, chat_burst=3)
    assert sends.to(7, 7, 7, 7, 8) == [None, None, None, ("chat", 1), None]
    for _ in range(5):
        clock.pass_time(1.0)
        assert sends.to(7, 7) == [None, ("chat", 1)]


def test_a_group_takes_twenty_in_any_minute(clock):
    sends = Sends(clock)
    for _ in range(20):
        assert sends.to(-7, group=True) == [None]
        clock.pass_time(1.01)
    assert sends.to(-7, group=True) == [("group", 40)]
    clock.pass_time(39.8)
    assert sends.to(-7, -7, group=True) == [None, ("group", 2)]


def test_a_refused_message_costs_nothing(clock):
    sends = Sends(clock, chat_burst=1)
    assert sends.to(7, 7, 7, 7) == [None, ("chat", 1), ("chat", 1), ("chat", 1)]
    clock.pass_time(1.0)
    assert sends.to(7) == [None]


def test_an_album_costs_as_many_messages_as_it_holds(clock):
    sends = Sends(clock)
    assert sends.to(-7, group=True, cost=10) == [None]
    clock.pass_time(30)
    assert sends.to(-7, group=True, cost=10) == [None]
    clock.pass_time(5)
    assert sends.to(-7, group=True, cost=1) == [("group", 25)]


def test_slack_forgives_a_fast_clocks_jitter(clock):
    strict, kind = Sends(clock, chat_burst=1), Sends(clock, chat_burst=1, slack=0.4)
    strict.to(7), kind.to(7)
    clock.pass_time(0.65)
    assert strict.to(7) == [("chat", 1)]
    assert kind.to(7) == [None]


async def test_sends_edits_and_pins_share_a_groups_budget_and_answers_are_free(telegram, api, clock):
    warden = telegram.person("王某")
    group = telegram.group("黄溪村", [warden])
    markup = {"inline_keyboard": [[{"text": "好", "callback_data": "ok"}]]}
    sent = await api.ok("sendMessage", chat_id=group.id, text="0", reply_markup=markup)
    where = {"chat_id": group.id, "message_id": sent["message_id"]}
    for n in range(1, 19):
        clock.pass_time(1)
        await api.ok("editMessageText", **where, text=str(n), reply_markup=markup)
    clock.pass_time(1)
    await api.ok("pinChatMessage", **where)
    clock.pass_time(1)
    body = await api.call("sendMessage", chat_id=group.id, text="x")
    assert (body["error_code"], body["parameters"]) == (429, {"retry_after": 40})
    assert body["description"] == "Too Many Requests: retry after 40"
    press = telegram.press(warden, telegram.last(group), "ok")
    await api.ok("answerCallbackQuery", callback_query_id=press.id)
    await api.ok("getChat", chat_id=group.id)
    assert telegram.counts.too_many == 1
    assert telegram.counts.sends[group.id] == 20
    assert [(o.chat_id, o.rule) for o in telegram.counts.overruns] == [(group.id, "group")]


async def test_the_highest_rate_that_went_through_can_be_read(telegram, api, clock):
    people = [telegram.person(f"人{n}") for n in range(12)]
    for person in people:
        telegram.start_link(person)
        await api.ok("sendMessage", chat_id=person.id, text="早")
    assert telegram.counts.peak_second == 12


@pytest.mark.parametrize("model", ["sliding", "bucket"])
def test_unlimited_is_unlimited(clock, model):
    telegram = Telegram(clock, limits=UNLIMITED)
    chat = telegram.private(telegram.person("王某"))
    for _ in range(100):
        telegram.charge("sendMessage", chat)
    assert telegram.counts.too_many == 0
