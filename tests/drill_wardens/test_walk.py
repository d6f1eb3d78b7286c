"""The day walked against the drill's Telegram, with a few of the bot's messages written by hand."""

from datetime import datetime, timedelta

import pytest

from drill.server.model import Chat, Message
from drill.server.telegram import UNLIMITED, Telegram
from drill.wardens.acts import COMMAND, TOWN, Plan, private
from drill.wardens.hands import Hands
from drill.wardens.ledger import Ledger
from drill.wardens.parts import Part, members
from drill.wardens.walk import Walk
from tests.drill_wardens.towns import DAY, ZONE, plan, sheet, town
from tests.support.clock import HandClock

START = datetime(DAY.year, DAY.month, DAY.day, 7, 0, tzinfo=ZONE)
CLOSE = START.replace(hour=16)


class Day:
    """A walk of seed 1 with everything that it needs."""

    def __init__(self, day: Plan) -> None:
        self.clock = HandClock(START)
        self.telegram = Telegram(self.clock, limits=UNLIMITED, zone=ZONE)
        self.hands = Hands(self.telegram, town(1))
        self.ledger = Ledger(town(1), sheet(), CLOSE)
        self.walk = Walk(day, self.hands, self.ledger, self.clock)
        self.telegram.listen(self.walk.hear)

    def walk_to(self, end: datetime) -> None:
        while self.walk.next_at is not None and self.walk.next_at <= end:
            self.clock.move_to(max(self.walk.next_at, self.clock.now()))
            self.walk.step(self.clock.now())
            self.bot_takes_taps()
        self.clock.move_to(end)

    def bot_takes_taps(self) -> None:
        """The bot has what waited for it."""
        for update in list(self.telegram.queue.pending):
            self.telegram.queue.forget(update)
        self.walk.look(self.clock.now())

    def bot_says(self, chat: Chat, text: str, *labels: str) -> Message:
        row = [{"text": label, "callback_data": f"d{at}"} for at, label in enumerate(labels)]
        markup = {"inline_keyboard": [row]} if labels else None
        message = self.telegram.post(chat, self.telegram.bot, text=text, markup=markup)
        self.telegram.tell("sent", message, self.telegram.bot)
        return message


@pytest.fixture
def day() -> Day:
    return Day(plan(1))


def texts(chat: Chat) -> list[str]:
    return [message.words for message in chat.messages.values()]


def test_the_plan_alone_is_done_to_the_end_and_the_ledger_knows_it(day: Day) -> None:
    day.walk_to(START.replace(hour=21))
    assert day.walk.undone == []
    units = day.ledger.units()
    waiting = [Part.NEVER, Part.EXCUSED, Part.CHASED, Part.FORGETS_ONE, Part.FORGETS_TWO, Part.FORGETS_THREE]
    unheard = {code for part in waiting for code in plan(1).notes[part.value]}
    assert {code for code, unit in units.items() if unit.first_at is None} == unheard
    assert len(day.ledger.tasks) == 5


def test_everybody_is_in_their_groups_with_the_bot(day: Day) -> None:
    for spot in (COMMAND, TOWN):
        chat = day.hands.chat(spot)
        assert set(chat.members) == {one.telegram_id for one in members(town(1), spot)}
        assert chat.bot.status == "administrator"
    assert sum(day.hands.spot(chat) is not None for chat in day.telegram.chats.values()) == len(day.telegram.chats)


def test_a_reminder_brings_the_report_of_who_forgot(day: Day) -> None:
    day.walk_to(START.replace(hour=14, minute=30))
    code = plan(1).notes[Part.FORGETS_ONE.value][0]
    unit = town(1).unit(code)
    for one in town(1).staff(code):
        day.bot_says(day.hands.chat(private(one.telegram_id)), f"⏳ {unit.name}今天还没报,16:00 截止", "零报告")
    assert day.ledger.unit(code).state == "silent"
    day.walk_to(START.replace(hour=15))
    truth = day.ledger.unit(code)
    assert (truth.state, truth.on_time) == ("reported", True)
    assert truth.values


def test_a_question_is_answered_where_it_is_asked(day: Day) -> None:
    code = plan(1).notes[Part.UNKNOWN.value][0]
    day.walk_to(CLOSE - timedelta(minutes=20))
    assert day.ledger.unit(code).state == "questions"
    chat = day.hands.chat(private(town(1).staff(code)[-1].telegram_id))
    words = f"❓ {town(1).unit(code).name} 已收 8 项，1 处请确认\n1. 表里没有这一项"
    asked = day.bot_says(chat, words, "记入备注", "忽略")
    day.walk_to(CLOSE)
    assert day.ledger.unit(code).state == "reported"
    assert [press.message for press in day.telegram.presses.values()] == [asked]


def test_tasks_are_confirmed_and_answered(day: Day) -> None:
    day.walk_to(START.replace(hour=18))
    day.bot_says(day.hands.chat(COMMAND), "任务 1 预览\n返乡人员「回头看」", "19:00发布", "立即发布")
    day.walk_to(START.replace(hour=19))
    assert day.ledger.tasks["look-back"].at_once is False
    for chat in [chat for chat in day.telegram.chats.values() if day.hands.spot(chat) != COMMAND]:
        day.bot_says(chat, "📌 任务 1 · 明天 12:00 前\n返乡人员「回头看」", "收到", "进行中", "完成", "有困难")
    day.walk_to(START.replace(hour=21))
    answers = day.ledger.tasks["look-back"].answers
    assert 40 <= len(answers) < 58
    assert {answer.state.value for answer in answers.values()} >= {"doing", "done", "difficulty"}
    assert all(answer.pictures == 1 for answer in answers.values() if answer.done_at)
    assert any("完成 1" in texts(chat) for chat in day.telegram.chats.values())
    assert day.walk.undone == []


def test_a_button_that_was_seen_can_be_tapped_though_the_message_has_changed(day: Day) -> None:
    day.walk_to(START.replace(hour=18))
    preview = day.bot_says(day.hands.chat(COMMAND), "任务 1 预览\n返乡人员「回头看」", "19:00发布", "立即发布")
    preview.markup = None
    day.walk_to(START.replace(hour=18, minute=10))
    assert day.ledger.tasks["look-back"].goes_out


class QuickClock(HandClock):
    """Who sleeps on it moves its hands."""

    async def sleep(self, seconds: float) -> None:
        self.move(seconds)


async def test_the_walk_keeps_to_the_clock() -> None:
    clock = QuickClock(START)
    telegram = Telegram(clock, limits=UNLIMITED, zone=ZONE)
    hands = Hands(telegram, town(1))
    walk = Walk(plan(1), hands, Ledger(town(1), sheet(), CLOSE), clock)
    await walk.until(START.replace(hour=8))
    assert all(person.started for person in telegram.people.values())
    starts = [message for chat in telegram.chats.values() for message in chat.messages.values() if message.text]
    assert {message.date for message in starts} == {
        int(act.at.timestamp())
        for act in (*plan(1).founding, *plan(1).acts)
        if act.text or act.deed.value == "start"
        if act.at < START.replace(hour=8)
    }


def test_a_tap_that_telegram_forgot_is_made_again_and_one_that_waits_is_not(day: Day) -> None:
    day.walk_to(START.replace(hour=18))
    day.bot_says(day.hands.chat(COMMAND), "任务 1 预览\n返乡人员「回头看」", "19:00发布", "立即发布")
    while not day.telegram.presses:
        assert day.walk.next_at is not None
        day.clock.move_to(max(day.walk.next_at, day.clock.now()))
        day.walk.step(day.clock.now())
    day.walk.look(day.clock.now())
    assert len(day.telegram.presses) == 1
    day.clock.move(151)
    day.telegram.queue.drop_expired()
    day.walk.look(day.clock.now())
    first, second = day.telegram.presses.values()
    assert (first.data, first.person) == (second.data, second.person)
    assert not day.ledger.tasks["look-back"].goes_out
    day.bot_takes_taps()
    assert day.ledger.tasks["look-back"].confirmed_at == second.at


def test_a_leader_who_sees_the_preview_too_late_lets_the_task_go_out_at_once(day: Day) -> None:
    day.walk_to(START.replace(hour=18, minute=57))
    words = "任务 1 预览\n返乡人员「回头看」"
    day.bot_says(day.hands.chat(COMMAND), words, "19:00发布", "立即发布")
    day.walk_to(START.replace(hour=19, minute=5))
    assert day.ledger.tasks["look-back"].at_once is True
