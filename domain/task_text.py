"""A task as a leader writes it: title, text and labelled lines; what keeps it from going out."""

import re
from datetime import datetime

from domain.audience import Addressed
from domain.errors import NotPossible
from domain.forms import Form
from domain.parsing.fold import fold
from domain.patterns import regex
from domain.phones import private
from domain.targets import read_goals
from domain.tasks import Draft, Problem, Task
from domain.when import read_when

_LABEL = regex(r"[\s\-·•*]*(?P<label>发送对象|对象|截止时间|截止|时限|期限|要求|目标|回报|验收)\s*:\s*(?P<words>.*)")
_LABELS = {
    "发送对象": "audience",
    "对象": "audience",
    "要求": "wish",
    "目标": "goals",
    "回报": "asks",
    "验收": "verify",
}
# Without a colon only what can hardly be prose: 目标 宣传单500, 回报 到位人数.
_LOOSE = regex(r"[\s\-·•*]*(?P<label>目标|回报) (?P<words>.*\d.*|\S{1,12}数[字量]?)")
_NUMBER_OF = r"(?:回报|上报|反馈|填报|报送|报)(?P<what>[^,。;:、\s\d]{0,12}?数[字量]?)(?=[,。;、\s)]|$)"
_ASKS = regex(_NUMBER_OF)
_ASKED_POLITELY = regex(rf"(?:请|要求|须|需){_NUMBER_OF}")
_BETWEEN = regex(r"[、,;/\s]+")
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
_PHOTO_ONLY = regex(
    rf"(?:要|需要?|须|请|附|上传|发|传|有|带|提供|并)*{_PHOTO}(?:反馈|上传|留底|为证|一张|\d+张)?[。.]?"
)
_NO_PHOTO = regex(rf"(?:不(?:用|要|需|必)|无需|无须|免)\S{{0,2}}{_PHOTO}")


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
        private(parts.get("due", "")),
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
    named = tuple(private(word) for word in _BETWEEN.split(_plain(words).strip("。.")) if word)
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
