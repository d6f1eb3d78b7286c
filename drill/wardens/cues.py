"""By what people know the bot's messages: the few words that they look for, and the commands that people type.

All of the bot's words that the drill relies on stand here.
"""

from datetime import datetime, time

from drill.wardens.acts import COMMAND, Cue, Spot
from drill.wardens.roster import Unit

LONGEST_CAPTION = 1024
QUESTION = "请确认"
LISTS = ("📋", "🕓")
NOT_YET = "没报"
TASK = "任务"
SEEN, DOING, DONE, DIFFICULTY = "收到", "进行中", "完成", "有困难"
AT_ONCE = "立即发布"
UNVERIFIED, RETURNED, PASS_ALL = "待验收", "退回", "全部通过"
PASSED, EVERYBODY = "通过", "全部"
URGENT = "急令"
RING = "现在发给"
NO_ANSWER_YET = "还没收到"


def reminder(unit: Unit, spots: frozenset[Spot], since: datetime) -> Cue:
    """The unit is told that it has not reported."""
    return Cue(spots, (NOT_YET, unit.name), not_before=since, lacks=LISTS)


def question(unit: Unit, spots: frozenset[Spot], since: datetime) -> Cue:
    """The unit is asked about its report."""
    return Cue(spots, (QUESTION, unit.name), not_before=since, lacks=LISTS)


def preview(title: str, label: str, since: datetime | None = None, before: datetime | None = None) -> Cue:
    """The command chat is shown a task, with a button to confirm it."""
    return Cue(frozenset({COMMAND}), (title,), label, not_before=since, before=before)


def order(title: str, spots: frozenset[Spot]) -> Cue:
    """A task arrives, with its buttons."""
    return Cue(spots, (TASK, title), SEEN)


def urgent(title: str, spots: frozenset[Spot]) -> Cue:
    """An urgent order arrives."""
    return Cue(spots, (URGENT, title), SEEN)


def urged(title: str, spots: frozenset[Spot]) -> Cue:
    """An urgent order arrives once more."""
    return Cue(spots, (NO_ANSWER_YET, title), SEEN)


def chased(title: str, spots: frozenset[Spot], since: datetime) -> Cue:
    """The unit is told that it has not answered a task."""
    return Cue(spots, (TASK, title), not_before=since)


def gathered(title: str) -> Cue:
    """The command chat is shown that several units have done a task and wait for a leader's word."""
    return Cue(frozenset({COMMAND}), (UNVERIFIED, title), PASS_ALL)


def done(unit: Unit, title: str, spots: frozenset[Spot]) -> Cue:
    """A task's message shows that the unit has done it."""
    return Cue(spots, (f"{unit.name}：{DONE}", title))


def returned(unit: Unit, title: str, spots: frozenset[Spot]) -> Cue:
    """The unit is told that its completion came back."""
    return Cue(spots, (RETURNED, unit.name, title), DONE)


def evening_label(hour: time) -> str:
    """The button that lets a task go out with the evening's."""
    return f"{hour:%H:%M}发布"


def excuse(unit: Unit, reason: str) -> str:
    """The command that lets a unit off for today."""
    return f"/excuse {unit.name} {reason}"


def decide(text: str) -> str:
    """The command that puts a decision into the minutes."""
    return f"/decide {text}"
