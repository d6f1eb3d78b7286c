"""The brief, its messages one by one, and the minutes of the meeting that it is for."""

from collections.abc import Sequence

from texts import lines
from texts.lines import Fields
from texts.render import Voice, number, renders
from texts.task_lists import unverified

_MOST_OF_A_PROBLEM = 200
_ANSWERS = ("done", "doing", "seen", "difficulty", "returned", "silent")


@renders("brief")
def brief(voice: Voice, fields: Fields) -> str:
    """Who has reported, who not, and what is urgent."""
    heard = {name: number(fields[name]) for name in ("heard", "expected")}
    beside = lines.beside(voice, fields)
    first = voice.say("brief-first", day=fields["day"], node=fields["node"], beside=beside, **heard)
    key = "brief-closed" if fields["closed"] else "brief-open"
    states = voice.say(key, states=lines.heard(voice, fields), close=fields["close"], at=fields["at"])
    told = [
        lines.alerts(voice, fields["alerts"]),
        *lines.silent(voice, fields["groups"]),
        lines.late(voice, fields["late_units"]),
        lines.asking(voice, fields["asking"]),
    ]
    return lines.joined([first, states, *told] if any(told) else [first, states, voice.say("brief-all")])


@renders("brief-totals")
def brief_totals(voice: Voice, fields: Fields) -> str:
    """Totals against yesterday and over all days, a line each."""
    first = voice.say("brief-totals-first" if fields["first"] else "brief-totals-more")
    few = voice.say("brief-few-before") if fields["few_before"] else ""
    rows = [_row(voice, row) for row in fields["rows"]]
    zero = [voice.indicator(code) for code in fields["zero"]]
    nothing = voice.say("brief-zero", names=lines.names(voice, zero)) if zero else ""
    if not rows and not zero:
        return lines.joined([first, voice.say("brief-no-figures")])
    return lines.joined([first, *rows, nothing, few])


def _row(voice: Voice, row: Fields) -> str:
    value, code = row["value"], row["code"]
    running = voice.say("brief-running", value=number(row["running"])) if row["running"] is not None else ""
    beside = {"before": _before(voice, row), "running": running}
    if value is None:
        return voice.say("brief-row-none", name=voice.indicator(code), **beside)
    return voice.say("brief-row", figure=voice.figure(code, value), **beside)


def _before(voice: Voice, row: Fields) -> str:
    if row["before"] is None:
        return ""
    before = number(row["before"])
    if row["value"] is None:
        return voice.say("brief-before-only", value=before)
    change = row["value"] - row["before"]
    shown = f"{'+' if change > 0 else '-'}{number(abs(change))}" if change else voice.say("brief-same")
    return voice.say("brief-before", value=before, change=shown)


@renders("brief-since")
def brief_since(voice: Voice, fields: Fields) -> str:
    """What has come since the close."""
    changes = [_change(voice, change) for change in fields["changes"]]
    late = lines.late(voice, fields["late_units"])
    return lines.joined([voice.say("brief-since-first"), late, *lines.folded(voice, changes)])


def _change(voice: Voice, change: Fields) -> str:
    return voice.say("brief-change", name=voice.indicator(change["code"]), change=before_and_after(voice, change))


def before_and_after(voice: Voice, change: Fields) -> str:
    """A figure that has moved: 12 → 13人."""
    before, after = (("—" if change[name] is None else number(change[name])) for name in ("before", "after"))
    return voice.say("brief-moved", before=before, after=after, measure=voice.measure(change["code"]))


@renders("brief-later")
def brief_later(voice: Voice, fields: Fields) -> str:
    """What has come since the brief was made: the brief itself does not change."""
    came = voice.say("brief-later-came", names=lines.names(voice, fields["units"])) if fields["units"] else ""
    changes = [_change(voice, change) for change in fields["changes"]]
    return lines.joined([voice.say("brief-later-first", at=fields["at"]), came, *lines.folded(voice, changes)])


@renders("brief-problems")
def brief_problems(voice: Voice, fields: Fields) -> str:
    """What units named as problems, in their own words; of those over a dozen, whose they are and where they stand."""
    problems = fields["problems"]
    shown = problems if len(problems) <= lines.MOST_LINES else problems[: lines.MOST_LINES - 1]
    folded = list(dict.fromkeys(unit for problem in problems[len(shown) :] for unit in problem["units"]))
    pointer = voice.say("brief-problems-more", n=len(problems) - len(shown), names=lines.names(voice, folded))
    told = [
        voice.say("brief-problem", unit=lines.names(voice, problem["units"]), text=_short(problem["text"]))
        for problem in shown
    ]
    return lines.joined([voice.say("brief-problems-first", n=len(problems)), *told, pointer if folded else ""])


def _short(text: str) -> str:
    """Words that leave room for the others' beside them."""
    return text if len(text) <= _MOST_OF_A_PROBLEM else text[: _MOST_OF_A_PROBLEM - 1] + "…"


@renders("brief-practices")
def brief_practices(voice: Voice, fields: Fields) -> str:
    """What units do well."""
    told = [voice.say("brief-practice", **practice_fields(voice, one)) for one in fields["practices"]]
    return lines.joined([voice.say("brief-practices-first", n=len(told)), *lines.folded(voice, told)])


def practice_fields(voice: Voice, one: Fields) -> dict[str, str]:
    """Good practice as fields: whose, what, and whether it still waits for a nod."""
    waits = "" if one["sent"] else voice.say("brief-practice-waits", number=one["number"])
    return {"unit": one["unit"], "text": _short(one["text"]), "waits": waits}


@renders("brief-tasks")
def brief_tasks(voice: Voice, fields: Fields) -> str:
    """The tasks that some unit has not done, with how many stand where."""
    waiting = voice.say("brief-tasks-waiting", n=fields["waiting"]) if fields["waiting"] else ""
    judged = unverified(voice, fields.get("unverified", ()))
    if not fields["tasks"]:
        return lines.joined([judged, waiting])
    rows = [_task(voice, task) for task in fields["tasks"]]
    return lines.joined([voice.say("brief-tasks-first", n=len(rows)), *lines.folded(voice, rows), judged, waiting])


def _task(voice: Voice, task: Fields) -> str:
    waiting = task.get("waiting", 0)
    states = [voice.say(f"task-state-{state}", n=task[state], waiting=waiting) for state in _ANSWERS if task.get(state)]
    return voice.say(
        "brief-task",
        number=task["number"],
        title=task["title"],
        units=task["units"],
        states=lines.dotted(voice, states),
    )


@renders("brief-targets")
def brief_targets(voice: Voice, fields: Fields) -> str:
    """The targets of which less is reported than even work by days would have made."""
    rows = [
        lines.joined([f"{row['number']} {row['title']}", behind_plan(voice, row), _late(voice, row)])
        for row in fields["targets"]
    ]
    first = voice.say("brief-targets-first", n=len(rows))
    return lines.joined([first, *lines.folded(voice, rows), voice.say("brief-targets-why")])


def behind_plan(voice: Voice, row: Fields) -> str:
    """How far a target has come, and how far even work would be: 160/500份 32%，过了 2/3 天，应到 66%."""
    figures = {name: number(row[name]) for name in ("amount", "reached", "full", "units", "percent", "expected")}
    return voice.say(
        "brief-target-each" if row["each"] else "brief-target-all",
        name=voice.indicator(row["code"]),
        measure=voice.measure(row["code"]),
        gone=row["gone"],
        days=row["days"],
        **figures,
    )


def _late(voice: Voice, row: Fields) -> str:
    return voice.say("brief-target-late", names=lines.names(voice, row["late"])) if row["late"] else ""


@renders("meeting")
def meeting(voice: Voice, fields: Fields) -> str:
    """Agenda, and who is there."""
    heard = {name: number(fields[name]) for name in ("heard", "expected")}
    first = voice.say("meeting-first", day=fields["day"], beside=lines.beside(voice, fields), **heard)
    agenda = voice.say(
        "meeting-agenda",
        states=lines.heard(voice, fields),
        alerts=fields["alerts"],
        problems=fields["problems"],
        tasks=fields["tasks"],
        ends=fields["ends"],
    )
    return lines.joined([first, agenda, _present(voice, fields["present"])])


def _present(voice: Voice, present: Sequence[str]) -> str:
    if not present:
        return voice.say("meeting-nobody")
    return voice.say("meeting-present", n=len(present), names=voice.words.listed(list(present), most=40))


@renders("minutes")
def minutes(voice: Voice, fields: Fields) -> str:
    """Who was there and what was decided."""
    present, decisions = fields["present"], fields["decisions"]
    first = voice.say("minutes-first", day=fields["day"], n=len(present), decisions=len(decisions))
    there = voice.say("minutes-present", names=voice.words.listed(present, most=40)) if present else ""
    told = [
        voice.say("minutes-decision", number=str(number), text=made["text"], by=made["by"], at=made["at"])
        + (voice.say("minutes-decision-task", task=made["task"]) if made.get("task") else "")
        for number, made in enumerate(decisions, start=1)
    ]
    return lines.joined([first, there, *(told or [voice.say("minutes-none")])])
