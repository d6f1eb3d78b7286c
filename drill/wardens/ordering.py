"""The evening: leaders decide and write tasks, one of which nobody confirms; units answer, or do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from drill.wardens import cues
from drill.wardens.acts import (
    COMMAND,
    Act,
    Confirmed,
    Cue,
    Decided,
    Deed,
    Drafted,
    Meaning,
    Pictured,
    Reaction,
    Returned,
    Step,
    TaskAnswered,
    TaskState,
)
from drill.wardens.parts import Frame, spots_of
from drill.wardens.roster import Person, Role, Unit

DECISIONS = (
    "今晚起各卡点夜班增加1人",
    "口罩优先发给卡点和隔离户",
    "明天上午由卫生院对居家隔离户逐户回访",
    "各片区长明早8点前到点位",
)


# Minutes before the evening's hour from which a leader no longer trusts a task to go out with the others.
LAST_CALL = 5
# Minutes after the evening's hour at which the alarm is raised.
ALARM = 15

# How long after a completion shows a leader looks at it or returns it, and a unit then does it again.
LOOKS_AFTER, RETURNS_AFTER, DOES_AGAIN_AFTER = timedelta(minutes=12), timedelta(minutes=3), timedelta(minutes=5)

# How units deal with a task, and how many of them in so many.
WAYS = {"buttons": 8, "text": 4, "reply": 4, "difficulty": 1, "stuck": 1, "doing": 3, "chased": 2, "silent": 2}


@dataclass(frozen=True)
class Order:
    """A task as a leader has it in mind. `to` is what stands behind 对象, `units` whom that means."""

    key: str
    author: Person
    title: str
    body: str
    to: str
    units: tuple[Unit, ...]
    due: str
    due_at: datetime
    photo: bool = False
    target: str = ""
    command: str = "/task"

    def typed(self) -> str:
        """The command as it is typed."""
        lines = [f"{self.command} {self.title}", self.body]
        lines += [f"对象：{self.to}"] if self.to else []
        lines += [f"截止：{self.due}"]
        lines += ["要求：照片"] if self.photo else []
        lines += [f"目标：{self.target}"] if self.target else []
        return "\n".join(lines)

    def drafted(self) -> Drafted:
        """What the ledger learns of it."""
        codes = tuple(unit.code for unit in self.units)
        return Drafted(self.key, self.title, codes, self.due_at, self.photo)


def evening(frame: Frame) -> tuple[list[Act], list[Reaction]]:
    """All that leaders do between brief and publication, and every unit's way with the tasks."""
    orders = _orders(frame)
    acts = [*_writing(frame, orders), *_deciding(frame)]
    rules = _confirming(frame, orders)
    for order in orders[:-1]:
        answers = _answering(frame, order)
        rules += [*answers, *_verifying(frame, order, answers)]
    return acts, rules


def alarm(frame: Frame) -> tuple[list[Act], list[Reaction]]:
    """At night an urgent order to one area: most units answer at once, some when it rings again, some never."""
    town = frame.town
    area = frame.rng.choice(town.areas())
    order = Order(
        "alarm",
        town.town_leader(),
        "连夜检查危旧房和独居老人",
        "今晚大风降温，逐户敲门，有险情立即转移。",
        area.name,
        town.under(area.code),
        "今天23:30",
        frame.at(frame.times.tasks.replace(hour=23, minute=30)),
        command="/order",
    )
    at = frame.at(frame.times.tasks, ALARM + frame.rng.uniform(0, 4))
    rings = Step(frame.between(0.2, 1), Deed.PRESS, cues.RING, means=(Confirmed(order.key, at_once=True),))
    rules = [Reaction(order.author.telegram_id, cues.preview(order.title, cues.RING), (rings,))]
    for unit in order.units:
        way = frame.rng.choices(("at once", "urged", "silent"), (8, 2, 1))[0]
        spots = spots_of(town, unit)
        cue = cues.urgent(order.title, spots) if way == "at once" else cues.urged(order.title, spots)
        person = frame.rng.choice(town.staff(unit.code)).telegram_id
        if way != "silent":
            rules.append(Reaction(person, cue, _press(unit, order, frame.between(0.3, 3), TaskState.SEEN)))
    return [_spoken(order.author, at, order.typed(), f"task/{order.key}", order.drafted())], rules


def _orders(frame: Frame) -> list[Order]:
    """For all with photo, for one area, for three units at once, and one that stays a draft."""
    town = frame.town
    area = frame.rng.choice(town.areas())
    leader = next(one for one in town.having(Role.LEADER) if one.unit == area.code)
    few = frame.rng.sample(town.reporting(), 3)
    noon = frame.at(frame.times.tasks.replace(hour=12, minute=0)) + timedelta(days=1)
    evening = frame.at(frame.times.tasks.replace(hour=18, minute=0)) + timedelta(days=1)
    tonight = frame.at(frame.times.tasks.replace(hour=22, minute=0))
    return [
        Order(
            "look-back",
            town.town_leader(),
            "返乡人员「回头看」",
            "逐户复核2月1日以来返乡人员，核对居住地址和联系方式。",
            "全部",
            town.reporting(),
            "明天12:00",
            noon,
            photo=True,
            target="每村宣传单200份",
        ),
        Order(
            "clean-up",
            leader,
            "隔离户垃圾清运",
            "每天早晚各清运一次，做好消毒记录。",
            area.name,
            town.under(area.code),
            "明天18:00",
            evening,
        ),
        Order(
            "night-road",
            town.having(Role.OPERATOR)[0],
            "夜间便道看守",
            "今晚起便道设专人看守，发现绕行车辆及时劝返。",
            f"{few[0].name}、{few[1].code}、{few[2].name}",
            tuple(few),
            "今天22:00",
            tonight,
        ),
        Order(
            "never-sent",
            town.town_leader(),
            "春耕物资摸底",
            "摸清化肥、种子缺口。",
            "",
            town.reporting(),
            "明天18:00",
            evening,
        ),
    ]


def _writing(frame: Frame, orders: Sequence[Order]) -> list[Act]:
    """Each order typed into the command chat, from a little after the brief on, some minutes apart."""
    acts = []
    for at, order in enumerate(orders):
        instant = frame.at(frame.times.brief, 5 + 12 * at + frame.rng.uniform(0, 6))
        acts.append(_spoken(order.author, instant, order.typed(), f"task/{order.key}", order.drafted()))
    return acts


def _deciding(frame: Frame) -> list[Act]:
    leaders = frame.town.having(Role.LEADER)
    chosen = frame.rng.sample(DECISIONS, 3)
    return [
        _spoken(
            frame.rng.choice(leaders),
            frame.at(frame.times.meeting, 3 + 12 * at + frame.rng.uniform(0, 8)),
            cues.decide(text),
            f"decision/{at}",
            Decided(text),
        )
        for at, text in enumerate(chosen)
    ]


def _spoken(person: Person, at: datetime, text: str, key: str, meaning: Meaning) -> Act:
    return Act(at, person.telegram_id, COMMAND, Deed.SAY, text, key=key, means=(meaning,))


def _confirming(frame: Frame, orders: Sequence[Order]) -> list[Reaction]:
    """The first by the evening's button, the second by text, the third at once; the last by nobody.

    Who sees the preview only when the evening's hour has come lets the task go out at once.
    """
    first, second, third, _ = orders
    evening = cues.evening_label(frame.times.tasks)
    last_call = frame.at(frame.times.tasks, -LAST_CALL)
    rules = [_at_once(frame, third, cues.preview(third.title, evening))]
    for order, deed, words in ((first, Deed.PRESS, evening), (second, Deed.SAY, "发布 {number}")):
        step = Step(frame.between(0.5, 3), deed, words, means=(Confirmed(order.key, at_once=False),))
        in_time = cues.preview(order.title, evening, before=last_call)
        rules.append(Reaction(order.author.telegram_id, in_time, (step,)))
        rules.append(_at_once(frame, order, cues.preview(order.title, evening, since=last_call)))
    return rules


def _at_once(frame: Frame, order: Order, cue: Cue) -> Reaction:
    step = Step(frame.between(0.5, 3), Deed.PRESS, cues.AT_ONCE, means=(Confirmed(order.key, at_once=True),))
    return Reaction(order.author.telegram_id, cue, (step,))


def _answering(frame: Frame, order: Order) -> list[Reaction]:
    return [rule for unit in order.units if (rule := _unit_answer(frame, order, unit)) is not None]


def _verifying(frame: Frame, order: Order, answers: Sequence[Reaction]) -> list[Reaction]:
    """The writer looks at what is done, once for all by then; the first unit done by button gets it back once."""
    words = f"{cues.PASSED} {{number}} {cues.EVERYBODY}"
    passing = Reaction(order.author.telegram_id, cues.gathered(order.title), (_ordered(LOOKS_AFTER, words),))
    unit = next((unit for rule in answers if (unit := _done_by_button(order, rule)) is not None), None)
    if unit is None:
        return [passing]
    spots = spots_of(frame.town, unit)
    back = f"{cues.RETURNED} {{number}} {unit.name} 有两户没写清楚，补好再报"
    returning = _ordered(RETURNS_AFTER, back, Returned(unit.code, order.key))
    person = next(rule.person for rule in answers if _done_by_button(order, rule) is unit)
    again = _finish(order, unit, DOES_AGAIN_AFTER)
    return [
        passing,
        Reaction(order.author.telegram_id, cues.done(unit, order.title, spots), (returning,)),
        Reaction(person, cues.returned(unit, order.title, spots), again),
    ]


def _ordered(after: timedelta, words: str, *means: Meaning) -> Step:
    """Something that is said in the command chat."""
    return Step(after, Deed.SAY, words, means=means, spot=COMMAND)


def _done_by_button(order: Order, rule: Reaction) -> Unit | None:
    """The unit that says by its last button that it is done."""
    last = rule.steps[-1]
    said = next((means for means in last.means if isinstance(means, TaskAnswered)), None)
    if last.deed is not Deed.PRESS or said is None or said.state is not TaskState.DONE:
        return None
    return next(unit for unit in order.units if unit.code == said.unit)


def _unit_answer(frame: Frame, order: Order, unit: Unit) -> Reaction | None:
    """One unit's way with one task; None when it keeps silent."""
    way = frame.rng.choices(
        ("buttons", "text", "reply", "difficulty", "doing", "chased", "silent"), (8, 4, 4, 2, 3, 2, 2)
    )[0]
    if way == "silent":
        return None
    person = frame.rng.choice(frame.town.staff(unit.code)).telegram_id
    spots = spots_of(frame.town, unit)
    cue = cues.order(order.title, spots)
    if way == "chased" and frame.times.chase_tasks:
        cue = cues.chased(order.title, spots, frame.at(frame.times.chase_tasks[0]))
    return Reaction(person, cue, _steps(frame, order, unit, way))


def _steps(frame: Frame, order: Order, unit: Unit, way: str) -> tuple[Step, ...]:
    first, last = frame.between(1, 20), frame.between(24, 60)
    match way:
        case "text":
            return (*_say(unit, order, first, TaskState.SEEN), *_finish(order, unit, last, by_text=True))
        case "reply":
            words = _reply(unit, order, first + timedelta(minutes=2), "已安排专人，正在逐户去看")
            return (*_press(unit, order, first, TaskState.SEEN), words, *_finish(order, unit, last))
        case "difficulty":
            means = (TaskAnswered(unit.code, order.key, TaskState.DIFFICULTY),)
            reason = f"{cues.DIFFICULTY} {{number}} 有几家外出未归，电话打不通"
            return (*_press(unit, order, first, TaskState.SEEN), Step(last, Deed.SAY, reason, means=means))
        case "stuck":
            return _press(unit, order, first, TaskState.DIFFICULTY)
        case "doing":
            return (*_press(unit, order, first, TaskState.SEEN), *_press(unit, order, last, TaskState.DOING))
        case "chased":
            return _say(unit, order, first, TaskState.SEEN)
        case _:
            return (*_press(unit, order, first, TaskState.SEEN), *_finish(order, unit, last))


_WORDS = {
    TaskState.SEEN: cues.SEEN,
    TaskState.DOING: cues.DOING,
    TaskState.DONE: cues.DONE,
    TaskState.DIFFICULTY: cues.DIFFICULTY,
}


def _press(unit: Unit, order: Order, after: timedelta, state: TaskState) -> tuple[Step, ...]:
    return (Step(after, Deed.PRESS, _WORDS[state], means=(TaskAnswered(unit.code, order.key, state),)),)


def _say(unit: Unit, order: Order, after: timedelta, state: TaskState) -> tuple[Step, ...]:
    """`收到 12`."""
    words = f"{_WORDS[state]} {{number}}"
    return (Step(after, Deed.SAY, words, means=(TaskAnswered(unit.code, order.key, state),)),)


def _reply(unit: Unit, order: Order, after: timedelta, words: str) -> Step:
    return Step(after, Deed.REPLY, words, means=(TaskAnswered(unit.code, order.key, None, feedback=True),))


def _finish(order: Order, unit: Unit, after: timedelta, by_text: bool = False) -> tuple[Step, ...]:
    """Done; where a photo is wanted it is sent first, in answer to the task."""
    done = (_say if by_text else _press)(unit, order, after, TaskState.DONE)
    if not order.photo:
        return done
    means = (Pictured(unit.code, 1, order.key),)
    return (Step(after - timedelta(minutes=2), Deed.PHOTO, "", photos=1, means=means), *done)
