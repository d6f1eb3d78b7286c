"""What is said about a task in plain words: 收到 12, 有困难 12 三户外出未归, 立即发布 12."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from domain.parsing.fold import fold
from domain.parsing.numerals import figures_value, parse_number
from domain.patterns import regex
from domain.repeats import SeriesState
from domain.tasks import UnitState

_SAID = {
    "收到": UnitState.SEEN,
    "已收到": UnitState.SEEN,
    "收到了": UnitState.SEEN,
    "进行中": UnitState.DOING,
    "正在办": UnitState.DOING,
    "正在进行": UnitState.DOING,
    "完成": UnitState.DONE,
    "已完成": UnitState.DONE,
    "完成了": UnitState.DONE,
    "已办结": UnitState.DONE,
    "办完了": UnitState.DONE,
    "有困难": UnitState.DIFFICULTY,
    "困难": UnitState.DIFFICULTY,
    "received": UnitState.SEEN,
    "got it": UnitState.SEEN,
    "in progress": UnitState.DOING,
    "doing": UnitState.DOING,
    "done": UnitState.DONE,
    "difficulty": UnitState.DIFFICULTY,
    "trouble": UnitState.DIFFICULTY,
}
STATE_WORDS = {**_SAID, "没回应": UnitState.SILENT, "未回应": UnitState.SILENT, "silent": UnitState.SILENT}
_WORD = "|".join(sorted(_SAID, key=len, reverse=True))
_FLAGS = re.DOTALL | re.IGNORECASE
_STOP = r"[\s,.。:;、!~]"
_NUMBERED = regex(rf"(?:任务)?(?P<word>{_WORD}){_STOP}*(?:任务)?#?(?P<number>\d{{1,5}})(?P<rest>{_STOP}.*)?", _FLAGS)
_NUMBER_FIRST = regex(rf"任务{_STOP}*#?(?P<number>\d{{1,5}}){_STOP}*(?P<word>{_WORD})(?P<rest>{_STOP}.*)?", _FLAGS)
_BARE = regex(rf"(?P<word>{_WORD})(?P<rest>{_STOP}.*)?", _FLAGS)
STOPS = " \n\t,.。:;、!~，；：！"


@dataclass(frozen=True)
class Said:
    """An answer in words; `number` is None when the words name no task, `rest` is what was said besides."""

    state: UnitState
    number: int | None = None
    rest: str = ""


def read_answer(text: str) -> Said | None:
    """`收到 12`, `任务12完成`, `有困难 12 三户外出未归`; None for anything else: chat is not ours.

    More words than the answer belong to 有困难 alone, since `完成 12 户` is no answer to task 12.
    """
    plain = plain_words(text)
    found = _NUMBERED.fullmatch(plain) or _NUMBER_FIRST.fullmatch(plain)
    if found is None:
        return None
    state, rest = _SAID[found["word"].lower()], (found["rest"] or "").strip(STOPS)
    if rest and state is not UnitState.DIFFICULTY:
        return None
    return Said(state, int(found["number"]), rest and own_words(text, rest))


def read_reply(text: str, number: int) -> Said | None:
    """An answer in a reply to task `number`, which need not name it: `收到`, `完成，共 30 户`, `有困难 缺车`.

    None when the reply is feedback and no answer, or names another task. A figure right after 完成 is feedback: nobody
    knows whether `完成 30户` means all of it.
    """
    named = read_answer(text)
    if named is not None:
        return named if named.number == number else None
    found = _BARE.fullmatch(plain_words(text))
    if found is None:
        return None
    state, rest = _SAID[found["word"].lower()], (found["rest"] or "").strip(STOPS)
    if state is not UnitState.DIFFICULTY and re.match(r"[\s]*\d", found["rest"] or ""):
        return None
    return Said(state, number, rest and own_words(text, rest))


_VALUE_FIRST = regex(rf"(?:任务)?(?P<word>{_WORD}|回报|数字)?{_STOP}*(?P<rest>.*)", _FLAGS)
_VALUE_OF = regex(
    rf"(?:任务)?(?P<word>{_WORD}|回报|数字){_STOP}*(?:任务)?#?(?P<number>\d{{1,5}})[\s,:;、]+(?P<rest>.+)", _FLAGS
)
_FIGURE = regex(r"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?万?")
_VAGUE = regex(r"[约几多余]|左右|上下|大概|差不多|来(?:个|户|人)|\?")
_NO_COUNT = regex(r"\d\s*(?:天|日|点|时|月|号|小时|分钟|年|:|%)|第\s*\d|\d{9,}|任务")
"""Figures that tell when, which or whom to call, and not how many."""


@dataclass(frozen=True)
class Value:
    """A number sent back to a task, with the answer that was said along with it (`回报 12 320` says none)."""

    value: Decimal
    state: UnitState | None = None
    number: int | None = None


def read_number(text: str) -> Decimal | None:
    """The one number that the words hold; None where there is none, or several, or it is but a guess (约300)."""
    plain = plain_words(text)
    if _VAGUE.search(plain) or _NO_COUNT.search(plain):
        return None
    found = _FIGURE.findall(plain)
    return figures_value(found[0]) if len(found) == 1 else None if found else parse_number(plain)


def read_value(text: str) -> Value | None:
    """A reply to a task that asks for a number: `320`, `共320户`, `完成 320`."""
    found = _VALUE_FIRST.fullmatch(plain_words(text))
    value = None if found is None else read_number(found["rest"])
    return None if found is None or value is None else Value(value, _SAID.get((found["word"] or "").lower()))


def read_value_of(text: str) -> Value | None:
    """The same by the task's number, without a reply: `回报 12 320`, `完成 12 320户`."""
    found = _VALUE_OF.fullmatch(plain_words(text))
    value = None if found is None else read_number(found["rest"])
    if found is None or value is None:
        return None
    return Value(value, _SAID.get(found["word"].lower()), int(found["number"]))


def own_words(text: str, rest: str) -> str:
    """What stands after the answer, in the writer's own signs where the folded ones can be found again."""
    own = text.strip(STOPS)[-len(rest) :].strip(STOPS) if rest else ""
    return own if plain_words(own) == rest else rest


@lru_cache(maxsize=8)
def plain_words(text: str) -> str:
    """The text in one script and width, single blanks between its words: as words are compared."""
    return "\n".join(" ".join(fold(word).text for word in line.split()) for line in text.strip().splitlines())


class Decision(StrEnum):
    """What a leader says of a draft."""

    PUBLISH = "publish"
    NOW = "now"
    CANCEL = "cancel"
    EDIT = "edit"
    WITHDRAW = "withdraw"


_SERIES = {
    "开始": SeriesState.RUNNING,
    "恢复": SeriesState.RUNNING,
    "暂停": SeriesState.PAUSED,
    "结束": SeriesState.ENDED,
    "start": SeriesState.RUNNING,
    "resume": SeriesState.RUNNING,
    "pause": SeriesState.PAUSED,
    "end": SeriesState.ENDED,
}
SERIES_WORDS = frozenset(_SERIES)
_SERIES_DECIDED = regex(
    rf"(?P<word>{'|'.join(_SERIES)})\s*(?:重复(?:任务)?|series)\s*#?(?P<number>\d{{1,5}})", re.IGNORECASE
)


def read_series_decision(text: str) -> tuple[int, SeriesState] | None:
    """`开始重复 1`, `暂停重复 1`, `恢复重复 1`, `结束重复 1`; None for anything else."""
    found = _SERIES_DECIDED.fullmatch(plain_words(text).strip(STOPS))
    return None if found is None else (int(found["number"]), _SERIES[found["word"].lower()])


_DECIDED = {
    "发布": Decision.PUBLISH,
    "立即发布": Decision.NOW,
    "取消": Decision.CANCEL,
    "撤销": Decision.WITHDRAW,
    "撤回": Decision.WITHDRAW,
    "修改": Decision.EDIT,
    "改任务": Decision.EDIT,
    "publish now": Decision.NOW,
    "publish": Decision.PUBLISH,
    "cancel": Decision.CANCEL,
    "withdraw": Decision.WITHDRAW,
    "edit": Decision.EDIT,
}
DECISION_WORDS = frozenset(_DECIDED)
_DECIDING = "|".join(sorted(_DECIDED, key=len, reverse=True))
_DECISION = regex(rf"(?P<word>{_DECIDING})\s*(?:任务)?\s*#?(?P<number>\d{{1,5}})(?P<rest>\s.*)?", _FLAGS)


def read_decision(text: str) -> tuple[Decision, int, str] | None:
    """`发布 12`, `立即发布 12`, `取消 12`, `撤销 12 原因`, `改任务 12` and the new text after it; else None."""
    stripped = text.strip()
    first, newline, rest = stripped.partition("\n")
    found = _DECISION.fullmatch(plain_words(first))
    if found is None:
        return None
    decision = _DECIDED[found["word"].lower()]
    beside = _after_number(first)
    body = f"{beside}{newline}{rest}".strip()
    if body and decision not in (Decision.EDIT, Decision.WITHDRAW):
        return None
    return decision, int(found["number"]), body


def _after_number(line: str) -> str:
    """What follows the number on its line, as written."""
    found = re.match(r"\D*[\d０-９]+(.*)", line)
    return found[1].strip() if found else ""


@dataclass(frozen=True)
class Told:
    """A question for something of a task (its history, photos), of one unit's part where `unit` names one."""

    number: int
    unit: str = ""


_HISTORY = regex(
    r"(?:任务\s*#?(?P<first>\d{1,5})\s*(?:的)?(?:历史|经过)|(?:历史|history)\s*(?:任务)?\s*#?(?P<number>\d{1,5}))"
    r"(?:\s+(?P<unit>\S+))?",
    _FLAGS,
)


_PHOTOS = regex(
    r"(?:任务\s*#?(?P<first>\d{1,5})\s*(?:的)?照片|(?:照片|photos)\s*(?:任务)?\s*#?(?P<number>\d{1,5}))(?:\s+(?P<unit>\S+))?",
    _FLAGS,
)


def read_photos(text: str) -> Told | None:
    """`任务 12 照片 黄溪村`, `照片 12`; None for anything else."""
    return _told(_PHOTOS.fullmatch(plain_words(text)))


def read_history(text: str) -> Told | None:
    """`任务 12 历史`, `任务 12 历史 黄溪村`, `历史 12`; None for anything else."""
    return _told(_HISTORY.fullmatch(plain_words(text)))


def _told(found: re.Match[str] | None) -> Told | None:
    return None if found is None else Told(int(found["first"] or found["number"]), found["unit"] or "")


_HEADS = frozenset({"task", "任务", "order", "急令"})


def rewritten(text: str) -> str:
    """What an edited message says of the task that it holds: what stands behind /task, 任务, /order or 急令."""
    head, _, rest = text.strip().partition("\n" if "\n" in text.strip().split(" ")[0] else " ")
    word = plain_words(head).lstrip("/").partition("@")[0].lower()
    return rest.strip() if word in _HEADS else ""


SKIP_WORDS = frozenset({"跳过", "无", "没有", "不填", "skip", "none", "-"})
LEAVE_WORDS = frozenset({"算了", "取消", "不写了", "退出", "cancel", "stop"})
_YES = frozenset({"要", "需要", "是", "要照片", "照片", "yes", "y"})
_NO = frozenset({"不要", "不用", "不需要", "否", "无", "不要照片", "跳过", "no", "n"})


def read_yes_no(text: str) -> bool | None:
    """Whether somebody said yes or no; None when it was neither."""
    plain = plain_words(text).strip(STOPS).lower()
    return True if plain in _YES else False if plain in _NO else None


def is_one_of(text: str, words: frozenset[str]) -> bool:
    """Whether the text is one of these words and nothing else."""
    return plain_words(text).strip(STOPS).lower() in words


def read_state(text: str) -> UnitState | None:
    """A state by its word, as `/tasks 12 没回应` names it."""
    return STATE_WORDS.get(plain_words(text).lower())


def task_written(text: str) -> str | None:
    """What follows the word 任务 at the head of a message, on its line or below it; None when it does not begin so."""
    word, _, rest = text.strip().partition(" ") if " " in text.strip().split("\n")[0] else text.strip().partition("\n")
    return rest.strip() if fold(word).text.lstrip("/") == "任务" else None
