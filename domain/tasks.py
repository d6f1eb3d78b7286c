"""Tasks: what a written one says, how a unit's answer may move, when it is still followed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.audience import Addressed
from domain.errors import NotPossible
from domain.forms import Form
from domain.pace import median_minutes, minutes_between
from domain.parsing.fold import fold
from domain.targets import read_goals
from domain.when import read_when


class TaskState(StrEnum):
    """How far a task has come before the units have it."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class UnitState(StrEnum):
    """What a unit has answered to a task; `returned` is a leader's word on a completion."""

    SILENT = "silent"
    SEEN = "seen"
    DOING = "doing"
    DONE = "done"
    DIFFICULTY = "difficulty"
    RETURNED = "returned"


_NEXT: Mapping[UnitState, tuple[UnitState, ...]] = {
    UnitState.SILENT: (UnitState.SEEN, UnitState.DOING, UnitState.DONE, UnitState.DIFFICULTY),
    UnitState.SEEN: (UnitState.DOING, UnitState.DONE, UnitState.DIFFICULTY),
    UnitState.DOING: (UnitState.DONE, UnitState.DIFFICULTY),
    UnitState.DIFFICULTY: (UnitState.DOING, UnitState.DONE),
    UnitState.DONE: (UnitState.DOING, UnitState.DIFFICULTY),
    UnitState.RETURNED: (UnitState.DOING, UnitState.DONE, UnitState.DIFFICULTY),
}


def next_moves(state: UnitState) -> tuple[UnitState, ...]:
    """What a unit in that state may say next, as its buttons show it."""
    return _NEXT[state]


def after(state: UnitState, said: UnitState) -> UnitState:
    """The unit's state once somebody of it has said so.

    Every answer corrects the one before it, a task that was done included; only 收到 takes nothing back: a colleague
    who has just read the task does not undo the work.
    """
    if said is UnitState.SILENT:
        return state
    return said if said is not UnitState.SEEN or state is UnitState.SILENT else state


@dataclass(frozen=True)
class Problem:
    """What is wrong with a written task, as a key of texts/ and its fields."""

    key: str
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """A task as written. `audience` holds names, codes and tags, empty for all; `due_words` is kept as it stood."""

    title: str
    body: str = ""
    audience: tuple[str, ...] = ()
    due: datetime | None = None
    due_words: str = ""
    photo: bool = False
    problems: tuple[Problem, ...] = ()
    verify: bool | None = None
    """Whether a leader's word is wanted on each completion; None where nothing was said: as the town has it."""
    goals: str = ""
    asks: str = ""
    urgent: bool = False


@dataclass(frozen=True)
class Task:
    """A task as kept.

    scope   the nodes its writer may address, None for the whole town
    goals   its targets, as written; asks: of what it wants a number; urgent: an order that goes out at any hour
    series  the repeating task that made it
    """

    number: int
    title: str
    body: str
    audience: tuple[str, ...]
    scope: tuple[int, ...] | None
    due_at: datetime | None
    due_words: str
    photo: bool
    state: TaskState
    publish_day: date | None = None
    published_at: datetime | None = None
    made_by: int | None = None
    version: int = 1
    verify: bool = False
    """Whether a completion waits for a leader's word; one that nobody says leaves it done."""
    made_in: int | None = None
    goals: str = ""
    asks: str = ""
    urgent: bool = False
    series: int | None = None


@dataclass(frozen=True)
class TaskUnit:
    """One unit's place in a task.

    answered_at: its first answer of any kind; done_at and verified_at: of the completion that stands; reason: of a
    difficulty or a return; returned: how often a completion was returned.
    """

    task: int
    unit_id: int
    state: UnitState = UnitState.SILENT
    answered_at: datetime | None = None
    changed_at: datetime | None = None
    done_at: datetime | None = None
    reminded: int = 0
    reason: str = ""
    photo_asked: bool = False
    version: int = 0
    verified_at: datetime | None = None
    returned: int = 0


def answered(place: TaskUnit, said: UnitState, said_at: datetime) -> TaskUnit:
    """The unit's place after an answer that was sent at that instant."""
    state = after(place.state, said)
    first = said_at if place.answered_at is None else min(place.answered_at, said_at)
    if state is place.state:
        return replace(place, answered_at=first)
    return replace(
        place,
        state=state,
        answered_at=first,
        changed_at=said_at,
        done_at=said_at if state is UnitState.DONE else None,
        verified_at=None,
        reason="",
        version=place.version + 1,
    )


_LABEL = re.compile(
    r"[\s\-·•*]*(?P<label>发送对象|对象|截止时间|截止|时限|期限|要求|目标|回报|验收)\s*:\s*(?P<words>.*)"
)
_LABELS = {
    "发送对象": "audience",
    "对象": "audience",
    "要求": "wish",
    "目标": "goals",
    "回报": "asks",
    "验收": "verify",
}
# Without a colon only what can hardly be prose: 目标 宣传单500, 回报 到位人数.
_LOOSE = re.compile(r"[\s\-·•*]*(?P<label>目标|回报) (?P<words>.*\d.*|\S{1,12}数[字量]?)")
_NUMBER_OF = r"(?:回报|上报|反馈|填报|报送|报)(?P<what>[^,。;:、\s\d]{0,12}?数[字量]?)(?=[,。;、\s)]|$)"
_ASKS = re.compile(_NUMBER_OF)
_ASKED_POLITELY = re.compile(rf"(?:请|要求|须|需){_NUMBER_OF}")
_BETWEEN = re.compile(r"[、,;/\s]+")
_EVERYBODY = frozenset(
    {
        "全部",
        "所有",
        "全体",
        "全镇",
        "全县",
        "全乡",
        "全街道",
        "全部单元",
        "所有单元",
        "全体单元",
        "各单元",
        "各村",
        "各村社区",
        "all",
    }
)
_NO_LIMIT = frozenset({"", "无", "不限", "没有", "长期", "-", "—", "/"})
_PHOTO = r"(?:现场)?(?:照片|相片|拍照|图片|影像|照)"
_PHOTO_ONLY = re.compile(
    rf"(?:要|需要?|须|请|附|上传|发|传|有|带|提供|并)*{_PHOTO}(?:反馈|上传|留底|为证|一张|\d+张)?[。.]?"
)
_NO_PHOTO = re.compile(rf"(?:不(?:用|要|需|必)|无需|无须|免)\S{{0,2}}{_PHOTO}")


def read_task(text: str, now: datetime) -> Draft:
    """A task as a leader writes it: title, then text; anywhere lines 对象：, 截止：, 要求：照片, 验收：不用.

    `now` is local; what cannot be read is kept as a problem, never guessed.
    """
    parts: dict[str, str] = {}
    prose: list[str] = []
    for line in text.strip().splitlines():
        what, words = _labelled(line)
        if what and what not in parts:
            parts[what] = words
            if what == "wish" and not _only_photo(words):
                prose.append(line.rstrip())
        else:
            prose.append(line.rstrip())
    title, body = _title_and_body(prose)
    due, problems = _due(parts.get("due", ""), now)
    if not title:
        problems = (Problem("task-problem-title"), *problems)
    wish = parts.get("wish", "")
    return Draft(
        title,
        body,
        read_audience(parts.get("audience", "")),
        due,
        parts.get("due", ""),
        wants_photo(wish),
        problems,
        verify=_wants_verifying(parts.get("verify", "")),
        goals="" if parts.get("goals", "") in _NO_LIMIT else parts["goals"],
        asks=_asked(parts.get("asks"), wish, f"{title}\n{body}"),
    )


def _labelled(line: str) -> tuple[str, str]:
    """Which part of a task a line is, and its words; "" for a line of prose."""
    plain = _plain(line)
    found = _LABEL.fullmatch(plain) or _LOOSE.fullmatch(plain)
    return ("", "") if found is None else (_LABELS.get(found["label"], "due"), found["words"].strip())


def _asked(line: str | None, wish: str, prose: str) -> str:
    """Of what a number is wanted: by a line 回报：, by 要求：回报数字, or by 请报…数 in the text."""
    if line is not None:
        return "" if line in _NO_LIMIT else line.strip("。.")
    found = _ASKS.search(_plain(wish)) or _ASKED_POLITELY.search(_plain(prose))
    return "" if found is None else found["what"]


def only_parts(text: str) -> frozenset[str]:
    """Which labelled parts (audience, due, wish, goals, ...) a text holds when it holds nothing else; else none."""
    found = [_labelled(line)[0] for line in text.strip().splitlines() if line.strip()]
    return frozenset(found) if all(found) else frozenset()


def _plain(line: str) -> str:
    """The line with plain signs for its widths and script; its words' blanks stay, since they part names."""
    return " ".join(fold(word).text for word in line.split())


def _title_and_body(prose: list[str]) -> tuple[str, str]:
    lines = "\n".join(prose).strip().split("\n", 1)
    return lines[0].strip(), lines[1].strip() if len(lines) > 1 else ""


def _due(words: str, now: datetime) -> tuple[datetime | None, tuple[Problem, ...]]:
    if words in _NO_LIMIT:
        return None, ()
    try:
        due = read_when(words, now)
    except NotPossible as past:
        return None, (Problem(past.key, past.fields),)
    return due, () if due else (Problem("when-unknown", {"words": words}),)


def read_due(words: str, now: datetime) -> datetime | None:
    """The deadline of a 截止 answer, None for 不限; NotPossible when it says no time, or one gone by."""
    due, problems = _due(_plain(words), now)
    for problem in problems:
        raise NotPossible(problem.key, **problem.fields)
    return due


def read_audience(words: str) -> tuple[str, ...]:
    """The names, codes and tags of an 对象 line; empty for everybody."""
    named = tuple(word for word in _BETWEEN.split(_plain(words).strip("。.")) if word)
    return () if any(word.lower() in _EVERYBODY for word in named) else tuple(dict.fromkeys(named))


def wants_photo(words: str) -> bool:
    """Whether a 要求 line asks for photos."""
    plain = _plain(words)
    return bool(re.search(_PHOTO, plain)) and not _NO_PHOTO.search(plain)


def _wants_verifying(words: str) -> bool | None:
    """What a 验收 line says; None when there is none."""
    plain = _plain(words).lower()
    return None if not plain else not plain.startswith(("不", "无", "免", "否", "no"))


def _only_photo(words: str) -> bool:
    return bool(_PHOTO_ONLY.fullmatch(words) or _NO_PHOTO.fullmatch(words)) or words in _NO_LIMIT


FOLLOWED_WITHOUT_LIMIT = timedelta(days=3)
FOLLOWED_AFTER_LIMIT = timedelta(days=1)


def still_chased(task: Task, now: datetime) -> bool:
    """Whether silent units are still reminded: to a day after the deadline; without one, three days long."""
    if task.state is not TaskState.PUBLISHED or task.published_at is None:
        return False
    end = task.published_at + FOLLOWED_WITHOUT_LIMIT if task.due_at is None else task.due_at + FOLLOWED_AFTER_LIMIT
    return now < end


@dataclass(frozen=True)
class Responses:
    """How quickly units answered: minutes from publication, 0 for less than one; `fastest` is the unit's id."""

    fastest: int
    fastest_minutes: int
    median_minutes: int
    done_minutes: int | None = None
    """Median minutes to the completions that stand; None while nothing is done."""


def responses(published_at: datetime, places: Iterable[TaskUnit]) -> Responses | None:
    """First responses of a task; None while nobody has answered."""
    known = list(places)
    answers = sorted((place.answered_at, place.unit_id) for place in known if place.answered_at is not None)
    if not answers:
        return None
    minutes = [minutes_between(published_at, answered_at) for answered_at, _ in answers]
    done = median_minutes(minutes_between(published_at, place.done_at) for place in known)
    return Responses(answers[0][1], median_minutes(minutes[:1]) or 0, median_minutes(minutes) or 0, done)


def problems_of(task: Task, addressed: Addressed, now: datetime, form: Form) -> tuple[Problem, ...]:
    """What keeps a draft from going out: no title, a deadline that says no time, an audience that is not clear."""
    found = [] if task.title else [Problem("task-problem-title")]
    if task.due_at is None:
        found += _due(task.due_words, now)[1]
    found += [Problem("task-problem-goal", {"words": words}) for words in read_goals(task.goals, form)[1]]
    for doubt in addressed.doubts:
        names = [unit.name for unit in doubt.candidates]
        key = "task-problem-nobody" if doubt.empty else "task-problem-unit" if names else "task-problem-stranger"
        found.append(Problem(key, {"word": doubt.word, "candidates": names}))
    if addressed.outside:
        found.append(Problem("task-problem-outside", {"units": [unit.name for unit in addressed.outside]}))
    elif not addressed.units and not addressed.doubts:
        found.append(Problem("task-problem-no-units"))
    return tuple(found)
