"""How changes of a task read: to who answered it as it was, to who changed it, and in its history."""

from collections.abc import Iterable

from texts.render import Voice, renders
from texts.tasks import Fields, due_words, joined, short, state_word

_MOST_SIGNS = 60
_ANSWERS = ("silent", "seen", "doing", "done", "difficulty")


@renders("task-amended")
def amended(voice: Voice, fields: Fields) -> str:
    """A task that a unit has answered was changed: what was before, and what is now."""
    return _headed(voice, "task-amended", fields)


@renders("task-amended-now")
def amended_now(voice: Voice, fields: Fields) -> str:
    """The same for the leader who changed it."""
    return _headed(voice, "task-amended-now", fields)


def _headed(voice: Voice, key: str, fields: Fields) -> str:
    first, *others = _changes(voice, fields["changes"])
    return joined([voice.say(key, number=fields["number"], change=first), *others])


def _changes(voice: Voice, changes: Iterable[Fields], day: bool = False) -> list[str]:
    """截止：今天 17:00 前 → 明天 18:00 前, a line a part; `day`: deadlines by their day, for later reading."""
    return [
        voice.say(
            f"task-change-{change['part']}",
            before=_said(voice, change["part"], change["before"], day),
            after=_said(voice, change["part"], change["after"], day),
        )
        for change in changes
    ]


def _said(voice: Voice, part: str, value: object, day: bool) -> str:
    if isinstance(value, dict):
        return due_words(voice, {**value, "due_when": "other"} if day and value["due_when"] != "none" else value)
    if part in ("photo", "verify"):
        return voice.say("task-change-yes" if value else "task-change-no")
    words = " ".join(str(value).split())
    if not words:
        return voice.say("task-asked-nothing")
    return voice.say("task-mine-reason", reason=words if len(words) <= _MOST_SIGNS else words[: _MOST_SIGNS - 1] + "…")


@renders("task-history")
def history(voice: Voice, fields: Fields) -> str:
    """What happened to a task, a line an event."""
    title = short(fields["title"])
    key = "task-history-of" if fields["unit"] else "task-history"
    head = voice.say(key, number=fields["number"], title=title, unit=fields["unit"])
    rows = [line for row in fields["rows"] for line in _row(voice, row, not fields["unit"])]
    return joined([head, *(rows or [voice.say("task-history-none")])])


def _row(voice: Voice, row: Fields, named: bool) -> list[str]:
    """20:30 黄溪村 退回 王书记「照片看不清」; an edit with what it changed below."""
    what = row["what"]
    word = state_word(voice, what) if what in (*_ANSWERS, "returned") else voice.say(f"task-event-{what}")
    at = voice.say("tasks-row-time", day=row["day"], at=row["at"]).strip()
    unit = row["unit"] if named else ""
    said = voice.say("task-mine-reason", reason=" ".join(row["words"].split())) if row["words"] else ""
    line = " ".join(part for part in (at, unit, word, row["by"]) if part)
    return [f"{line}{said}", *(f"  {change}" for change in _changes(voice, row["changes"], day=True))]
