"""How people answer the bot, shown on messages as the bot writes them."""

from datetime import datetime, timedelta
from decimal import Decimal

from drill.wardens import cues
from drill.wardens.acts import (
    COMMAND,
    TOWN,
    Asking,
    Confirmed,
    Deed,
    Heard,
    Reaction,
    Settled,
    Spot,
    SpotKind,
    Step,
    TaskAnswered,
    TaskState,
    private,
)
from drill.wardens.parts import spots_of
from drill.wardens.reflexes import Reflexes
from drill.wardens.roster import Home
from drill.wardens.said import Doubt, Said
from tests.drill_wardens.towns import DAY, ZONE, town

AT = datetime(DAY.year, DAY.month, DAY.day, 15, 30, tzinfo=ZONE)
UNIT = next(unit for unit in town(1).reporting() if unit.home is Home.OWN_GROUP)
WARDEN = town(1).staff(UNIT.code)[-1].telegram_id
SPOTS = spots_of(town(1), UNIT)
HERE = private(WARDEN)
ASKED = f"""❓ {UNIT.name} 已收 8 项,2 处请确认
1. 入户「约400户」— 是约数,按多少记?
2. 劝返「约300人」— 是约数,按多少记?"""


def heard(text: str, *labels: str, spot: Spot = HERE, at: datetime = AT) -> Heard:
    return Heard(spot, "bot/1", text, labels, at)


def asking(truth: int | None, by_button: bool = True, quote: str = "劝返约300人") -> Asking:
    doubt = Doubt("people_turned_back", "approximate", Decimal(300), None if truth is None else Decimal(truth), quote)
    cue = cues.question(UNIT, SPOTS, AT - timedelta(minutes=1))
    return Asking(WARDEN, UNIT.code, cue, Said("", doubts=(doubt,)), timedelta(minutes=2), by_button)


def test_a_question_is_answered_by_the_button_that_says_what_is_true() -> None:
    (act,) = Reflexes([asking(300)]).hear(heard(ASKED, "400", "填别的数", "300", "不报这项"))
    assert (act.deed, act.text, act.of, act.at) == (Deed.PRESS, "300", "bot/1", AT + timedelta(minutes=2))
    assert act.means == (Settled(UNIT.code, "people_turned_back", Decimal(300)),)


def test_where_no_button_is_true_the_figure_is_written_with_the_number_of_its_line() -> None:
    (act,) = Reflexes([asking(287)]).hear(heard(ASKED, "300", "填别的数"))
    assert (act.deed, act.text) == (Deed.REPLY, "2 是 287")


def test_people_of_words_write_even_where_a_button_would_do() -> None:
    (act,) = Reflexes([asking(300, by_button=False)]).hear(heard(ASKED, "300"))
    assert (act.deed, act.text) == (Deed.REPLY, "2 是 300")


def test_an_unknown_name_is_ignored_by_button_or_in_words() -> None:
    text = f"❓ {UNIT.name} 1 处请确认\n1. 「出动无人机3架」— 表里没有这一项"
    (pressed,) = Reflexes([asking(None)]).hear(heard(text, "忽略", "记入备注"))
    (written,) = Reflexes([asking(None, False, "出动无人机3架")]).hear(heard(text, "忽略"))
    assert (pressed.deed, pressed.text) == (Deed.PRESS, "忽略")
    assert (written.deed, written.text) == (Deed.REPLY, "1 忽略")


def test_a_rule_is_used_once() -> None:
    reflexes = Reflexes([asking(300)])
    assert len(reflexes.hear(heard(ASKED, "300"))) == 1
    assert reflexes.hear(heard(ASKED, "300")) == []


def test_a_reminder_moves_whom_it_names_when_their_hour_has_come() -> None:
    step = Step(timedelta(minutes=4), Deed.SAY, "报一下", spot=Spot(SpotKind.UNIT, UNIT.code))
    reflexes = Reflexes([Reaction(WARDEN, cues.reminder(UNIT, SPOTS, AT), (step,))])
    words = f"⏳ {UNIT.name}今天还没报,16:00 截止(还有 30 分钟)"
    assert reflexes.hear(heard("⏳ 别的村今天还没报")) == []
    assert reflexes.hear(heard(words, at=AT - timedelta(hours=1))) == []
    assert reflexes.hear(heard(words, spot=private(1))) == []
    (act,) = reflexes.hear(heard(words))
    assert (act.spot, act.text, act.of) == (Spot(SpotKind.UNIT, UNIT.code), "报一下", "")


def test_a_task_is_answered_by_its_button_and_by_its_number() -> None:
    steps = (
        Step(timedelta(minutes=1), Deed.PRESS, "收到", means=(TaskAnswered(UNIT.code, "t", TaskState.SEEN),)),
        Step(timedelta(minutes=9), Deed.SAY, "完成 {number}"),
    )
    reflexes = Reflexes([Reaction(WARDEN, cues.order("看守便道", SPOTS), steps)])
    seen, done = reflexes.hear(heard("📌 任务 12 · 明天 12:00 前\n看守便道", "收到", "进行中", spot=private(WARDEN)))
    assert (seen.deed, seen.text, seen.of) == (Deed.PRESS, "收到", "bot/1")
    assert (done.deed, done.text, done.of) == (Deed.SAY, "完成 12", "")


def test_what_comes_to_a_private_chat_is_answered_by_its_owner() -> None:
    lead = town(1).lead(UNIT.code).telegram_id
    rule = Reaction(WARDEN, cues.order("看守便道", SPOTS), (Step(timedelta(minutes=1), Deed.PRESS, "收到"),))
    (act,) = Reflexes([rule]).hear(heard("任务 12\n看守便道", "收到", spot=private(lead)))
    assert act.person == lead


def test_a_leader_confirms_the_preview_by_the_evenings_button() -> None:
    label = cues.evening_label(AT.time().replace(hour=19, minute=0))
    step = Step(timedelta(minutes=1), Deed.PRESS, label, means=(Confirmed("t", at_once=False),))
    reflexes = Reflexes([Reaction(WARDEN, cues.preview("看守便道", label), (step,))])
    assert reflexes.hear(heard("任务 12 预览\n看守便道", "19:00发布", spot=TOWN)) == []
    (act,) = reflexes.hear(heard("任务 12 预览\n看守便道", "✅ 19:00发布", "立即发布", spot=COMMAND))
    assert act.text == "✅ 19:00发布"


def test_of_several_tasks_in_one_reminder_the_one_that_is_meant_is_answered() -> None:
    means = (TaskAnswered(UNIT.code, "masks", TaskState.SEEN),)
    step = Step(timedelta(minutes=1), Deed.SAY, "收到 {number}", means=means)
    rule = Reaction(WARDEN, cues.chased("清点口罩", SPOTS, AT), (step,))
    told = f"⏳ {UNIT.name}还有 2 项任务没回应\n任务 7 上报值班表\n任务 8 清点口罩"
    (act,) = Reflexes([rule]).hear(heard(told, "7 收到", "8 收到"))
    assert act.text == "收到 8"
