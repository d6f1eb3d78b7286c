"""How people answer the bot: rules of the plan meet what the bot says, and become acts."""

import re
from collections.abc import Iterable

from drill.wardens import numerals
from drill.wardens.acts import Act, Asking, Deed, Heard, Reaction, Settled, SpotKind, Step
from drill.wardens.said import Doubt

IGNORE = "忽略"
_TASK_NUMBER = re.compile(r"任务\s*(\d+)")
_LINE_NUMBER = re.compile(r"^\s*(\d+)[.、.]")


class Reflexes:
    """The rules that have not been used yet."""

    def __init__(self, rules: Iterable[Reaction | Asking]) -> None:
        self._rules = list(rules)

    def hear(self, heard: Heard) -> list[Act]:
        """What is done in return for that message, each act at its own instant."""
        used = [rule for rule in self._rules if rule.cue.fits(heard)]
        self._rules = [rule for rule in self._rules if rule not in used]
        return [act for rule in used for act in _acts(rule, heard)]


def _acts(rule: Reaction | Asking, heard: Heard) -> list[Act]:
    if isinstance(rule, Asking):
        return [_answer(rule, doubt, heard) for doubt in rule.said.doubts]
    return [_stepped(rule, step, heard) for step in rule.steps]


def _who(person: int, heard: Heard) -> int:
    """What comes to somebody's private chat is answered by them; in a group by the one who is meant."""
    return int(heard.spot.of) if heard.spot.kind is SpotKind.PRIVATE else person


def _stepped(rule: Reaction, step: Step, heard: Heard) -> Act:
    text = _filled(rule, step, heard)
    about = "" if step.spot or step.deed is Deed.SAY else heard.key
    return Act(
        at=heard.at + step.after,
        person=rule.person if step.spot else _who(rule.person, heard),
        spot=step.spot or heard.spot,
        deed=step.deed,
        text=text,
        key=step.key,
        of=about,
        photos=step.photos,
        means=step.means,
    )


def _filled(rule: Reaction, step: Step, heard: Heard) -> str:
    """The step's words: for a press the whole label that holds them, else with the task's number put in."""
    if step.deed is Deed.PRESS:
        return next((label for label in heard.labels if step.text in label), step.text)
    return step.text.replace("{number}", _task_number(heard.text, rule.cue.holds[-1]))


def _task_number(text: str, title: str) -> str:
    """The number that stands with the title: on its line, else above it; a message may name several tasks."""
    before, _, _ = text.partition(title)
    numbers = _TASK_NUMBER.findall(before) or _TASK_NUMBER.findall(text)[:1]
    return numbers[-1] if numbers else ""


def _answer(rule: Asking, doubt: Doubt, heard: Heard) -> Act:
    """The button that says what is true, when there is one and the person is one for buttons; else the words for it."""
    at, person = heard.at + rule.after, _who(rule.person, heard)
    means = (Settled(rule.unit, doubt.indicator, doubt.truth),)
    label = _button(doubt, heard.labels) if rule.by_button else None
    if label is not None:
        return Act(at, person, heard.spot, Deed.PRESS, label, of=heard.key, means=means)
    return Act(at, person, heard.spot, Deed.REPLY, _words(doubt, heard), of=heard.key, means=means)


def _button(doubt: Doubt, labels: Iterable[str]) -> str | None:
    if doubt.truth is None:
        return next((label for label in labels if IGNORE in label), None)
    wanted = numerals.plain(doubt.truth)
    return next((label for label in labels if re.findall(r"[\d.]+", label)[-1:] == [wanted]), None)


def _words(doubt: Doubt, heard: Heard) -> str:
    """`1 是 287`, `2 忽略`: the number is that of the line that quotes the doubt."""
    number = "1"
    for line in heard.text.splitlines():
        place = _LINE_NUMBER.match(line)
        if place and (doubt.quote in line or _figures(doubt.quote) & _figures(line.partition(place.group(0))[2])):
            number = place.group(1)
            break
    return f"{number} {IGNORE}" if doubt.truth is None else f"{number} 是 {numerals.plain(doubt.truth)}"


def _figures(text: str) -> set[str]:
    return set(re.findall(r"[\d.]+", text))
