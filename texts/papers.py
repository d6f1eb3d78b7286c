"""The brief and the minutes as they are printed: which words and figures stand in which part of the page."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from texts import lines
from texts.brief import before_and_after, behind_plan, practice_fields
from texts.lines import Fields
from texts.printed import Data, lays_out
from texts.render import Voice, number
from texts.reports import doubt_what, doubt_why
from texts.task_lists import unverified
from texts.tasks import due_words

_MOST_NAMED = 130
"""Cells that have room for a name on a page; above, each unit is a small square."""
_MOST_ROWS = 14
_ENOUGH = 50
"""Per cent of the units that must have reported on a day for its share in time to stand beside today's."""
_PARTS = (
    "brief",
    "brief-totals",
    "brief-since",
    "brief-problems",
    "brief-tasks",
    "brief-targets",
    "brief-practices",
)
_ANSWERS = ("done", "doing", "seen", "difficulty", "returned", "silent")
_COLUMNS = ("done", "waiting", *_ANSWERS[1:])


@lays_out("brief", "brief.typ")
def brief(voice: Voice, fields: Mapping[str, Any]) -> Data:
    """The brief of a day: what the meeting looks at."""
    body = fields["body"]
    parts = _parts(body["messages"])
    head = parts["brief"][0]
    title = voice.say("paper-title", day=head["day"], node=head["node"])
    subtitle = voice.say("paper-closed" if head["closed"] else "paper-open", close=head["close"], at=body["made_at"])
    return {
        "title": title,
        "subtitle": subtitle,
        "footer": f"{title} · {subtitle}",
        "tiles": _tiles(voice, head, body["week"]),
        "week": _week(voice, body["week"]),
        "totals": _totals(voice, parts["brief-totals"]),
        "alerts": _told(voice, "paper-alerts", _alerts(voice, head["alerts"])),
        "since": _told(voice, "paper-since", _since(voice, parts["brief-since"]), 9, close=head["close"]),
        "silent": _told(voice, "paper-silent", _silent(voice, head["groups"])),
        "heat": _heat(voice, body["groups"]),
        "doubts": _told(voice, "paper-doubts", [_doubt(voice, doubt) for doubt in body["doubts"]]),
        "problems": _problems(voice, parts["brief-problems"]),
        "tasks": _tasks(voice, parts["brief-tasks"]),
        "targets": _targets(voice, parts["brief-targets"]),
        "practices": _told(voice, "paper-practices", _practices(voice, parts["brief-practices"])),
    }


def _parts(messages: Sequence[tuple[str, Fields]]) -> dict[str, list[Fields]]:
    """The fields of the brief's messages, by their kind."""
    found: dict[str, list[Fields]] = {kind: [] for kind in _PARTS}
    for kind, fields in messages:
        found[kind].append(fields)
    return found


def _tiles(voice: Voice, head: Fields, week: Sequence[Fields]) -> list[Data]:
    before = week[-2]
    excused = voice.say("paper-excused", n=head["excused"]) if head["excused"] else ""
    comparable = before["known"] and before["heard"] >= _ENOUGH
    yesterday = voice.say("paper-yesterday", rate=str(before["rate"])) if comparable else ""
    rate = "–" if head["rate"] is None else f"{head['rate']}%"
    return [
        _tile(voice, "heard", f"{number(head['heard'])}/{number(head['expected'])}", excused),
        _tile(voice, "rate", rate, yesterday),
        _tile(voice, "silent", number(head["silent"]), state="silent" if head["silent"] else None),
        _tile(voice, "questions", number(head["questions"]), state="questions" if head["questions"] else None),
        _tile(voice, "alerts", str(len(head["alerts"])), state="late" if head["alerts"] else None),
    ]


def _tile(voice: Voice, name: str, figure: str, beside: str = "", state: str | None = None) -> Data:
    return {"label": voice.say(f"paper-tile-{name}"), "figure": figure, "beside": beside, "state": state}


def _week(voice: Voice, week: Sequence[Fields]) -> Data:
    days = [{**day, "label": "/".join(part.lstrip("0") for part in day["on"].split("-")[1:])} for day in week]
    legend = [voice.say("paper-week-rate"), voice.say("paper-week-heard")]
    return {"title": voice.say("paper-week"), "legend": legend, "days": days}


def _totals(voice: Voice, messages: Sequence[Fields]) -> Data:
    rows = [_total(voice, row) for message in messages for row in message["rows"]]
    zero = [voice.indicator(code) for message in messages for code in message["zero"]]
    notes = [voice.say("brief-zero", names=voice.words.listed(zero, most=60))] if zero else []
    notes += [voice.say("brief-few-before")] if any(message["few_before"] for message in messages) else []
    notes += [] if rows or zero else [voice.say("brief-no-figures")]
    head = [voice.say(f"paper-total-{name}") for name in ("name", "today", "before", "change", "running")]
    kept = [place for place in range(len(head)) if place == 0 or any(row[place] for row in rows)]
    return {
        "title": voice.say("paper-totals"),
        "head": [head[place] for place in kept],
        "rows": [[row[place] for place in kept] for row in rows],
        "notes": notes,
    }


def _total(voice: Voice, row: Fields) -> list[str]:
    value, before = row["value"], row["before"]
    change = "" if value is None or before is None else _signed(value - before)
    name = voice.say("paper-total-named", name=voice.indicator(row["code"]), measure=voice.measure(row["code"]))
    return [name, _figure(value), _figure(before), change, _figure(row["running"])]


def _figure(value: int | float | None) -> str:
    return "" if value is None else number(value)


def _signed(change: int | float) -> str:
    return f"{'+' if change > 0 else '−'}{number(abs(change))}" if change else "0"


def _told(voice: Voice, key: str, rows: Sequence[Data], most: int = _MOST_ROWS, **fields: object) -> Data:
    """A part made of lines; those over the most are only counted."""
    shown = list(rows) if len(rows) <= most else list(rows[: most - 1])
    if len(shown) < len(rows):
        shown.append(_row("", voice.say("lines-folded", more=len(rows) - len(shown))))
    return {"title": voice.say(key, n=len(rows), **fields), "rows": shown}


def _row(who: str, what: str) -> Data:
    return {"who": who, "what": what}


def _alerts(voice: Voice, found: Iterable[Fields]) -> list[Data]:
    return [_row(voice.figure(alert["code"], alert["value"]), _who_said(voice, alert)) for alert in found]


def _who_said(voice: Voice, alert: Fields) -> str:
    units = [voice.say("alert-unit", unit=one["unit"], value=number(one["value"])) for one in alert["units"]]
    return lines.names(voice, units)


def _since(voice: Voice, messages: Sequence[Fields]) -> list[Data]:
    late = [_row(voice.say("paper-late"), voice.words.listed(m["late_units"])) for m in messages if m["late_units"]]
    changes = [change for message in messages for change in message["changes"]]
    return [*late, *(_row(voice.indicator(change["code"]), before_and_after(voice, change)) for change in changes)]


def _silent(voice: Voice, groups: Iterable[Fields]) -> list[Data]:
    """The silent units, with the node and the leader that answer for them."""
    rows = []
    for group in groups:
        if group["units"]:
            leader = voice.say("in-brackets", words=group["leader"]) if group["leader"] else ""
            rows.append(_row(f"{group['node']}{leader}", voice.words.listed(group["units"])))
    return rows


def _doubt(voice: Voice, doubt: Fields) -> Data:
    return _row(doubt["unit"], voice.say("paper-doubt", what=doubt_what(voice, doubt), why=doubt_why(voice, doubt)))


def _heat(voice: Voice, groups: Sequence[Fields]) -> Data:
    """Every unit in the colour of its state, under the node above it."""
    count = sum(len(group["cells"]) for group in groups)
    return {
        "title": voice.say("paper-units", n=count),
        "named": count <= _MOST_NAMED,
        "legend": [[state, voice.say(f"paper-state-{state}")] for state in lines.STATES],
        "groups": [_group(voice, group) for group in groups],
    }


def _group(voice: Voice, group: Fields) -> Data:
    states = f"{number(group['heard'])}/{number(group['expected'])}" if group["expected"] else ""
    return {"name": group["node"], "states": states, "cells": [_cell(voice, cell) for cell in group["cells"]]}


def _cell(voice: Voice, cell: Fields) -> Data:
    note = cell["at"] or voice.say(f"paper-state-{cell['state']}")
    return {"name": cell["name"], "state": cell["state"], "note": note}


def _problems(voice: Voice, messages: Sequence[Fields]) -> Data:
    """What units named as problems: a paragraph a kind."""
    problems = [problem for message in messages for problem in message["problems"]]
    by_kind: dict[str, list[str]] = {}
    for problem in problems:
        who = lines.names(voice, problem["units"])
        told = voice.say("brief-problem", unit=who, text=problem["text"])
        by_kind.setdefault(problem["kind"], []).append(told)
    rows = [_row(_kind(voice, kind), voice.say("list-semicolon").join(told)) for kind, told in by_kind.items()]
    return {"title": voice.say("paper-problems", n=len(problems)), "rows": rows}


def _kind(voice: Voice, code: str) -> str:
    kind = next((kind for kind in voice.form.problems if kind.code == code), None)
    return voice.say("paper-problem-other") if kind is None else kind.shown(voice.words.language)


def _practices(voice: Voice, messages: Sequence[Fields]) -> list[Data]:
    told = [practice_fields(voice, one) for message in messages for one in message["practices"]]
    return [_row(one["unit"], f"{one['text']}{one['waits']}") for one in told]


def _tasks(voice: Voice, messages: Sequence[Fields]) -> Data:
    rows = [_task(voice, task) for message in messages for task in message["tasks"]]
    waiting = sum(message["waiting"] for message in messages)
    head = [voice.say("paper-task"), voice.say("paper-task-due")]
    head += [voice.say("task-waiting" if state == "waiting" else f"task-answer-{state}") for state in _COLUMNS]
    judged = [unverified(voice, message.get("unverified", ())) for message in messages]
    told = [*judged, voice.say("brief-tasks-waiting", n=waiting) if waiting else ""]
    notes = [note for note in told if note]
    return {"title": voice.say("paper-tasks", n=len(rows)), "head": head, "rows": rows, "notes": notes}


def _task(voice: Voice, task: Fields) -> list[str]:
    name = f"{task['number']} {task['title']}"
    return [name, _due(voice, task), *(number(task.get(state, 0)) for state in _COLUMNS)]


def _targets(voice: Voice, messages: Sequence[Fields]) -> Data:
    """The targets that are behind plan, with the units that are."""
    found = [target for message in messages for target in message["targets"]]
    rows = []
    for target in found:
        late = voice.say("in-brackets", words=lines.names(voice, target["late"])) if target["late"] else ""
        rows.append(_row(f"{target['number']} {target['title']}", f"{behind_plan(voice, target)}{late}"))
    rows += [_row("", voice.say("brief-targets-why"))] if rows else []
    return {"title": voice.say("paper-targets", n=len(found)), "rows": rows}


@lays_out("minutes", "minutes.typ")
def minutes(voice: Voice, fields: Mapping[str, Any]) -> Data:
    """The minutes of a meeting: who was there, what was decided, what goes out."""
    body = fields["body"]
    states, present = body["states"], body["present"]
    title = voice.say("paper-minutes-title", day=fields["day"], node=body["node"])
    subtitle = voice.say("paper-made", at=body["made_at"])
    there = [voice.words.listed(present, most=200)] if present else []
    silent = [voice.words.listed(body["silent"], most=60)] if body["silent"] else []
    decisions = [_decision(voice, place, made) for place, made in enumerate(body["decisions"], start=1)]
    tasks = [_order(voice, task) for task in body["tasks"]]
    return {
        "title": title,
        "subtitle": subtitle,
        "footer": f"{title} · {subtitle}",
        "day_line": voice.say("paper-minutes-day", heard=number(states["heard"]), expected=number(states["expected"])),
        "parts": [
            _part(voice, "paper-present", len(present), [_row("", words) for words in there]),
            _part(voice, "paper-decisions", len(decisions), decisions),
            _part(voice, "paper-orders", len(tasks), tasks),
            _part(voice, "paper-minutes-silent", len(body["silent"]), [_row("", words) for words in silent]),
        ],
    }


def _part(voice: Voice, key: str, count: int, rows: Sequence[Data]) -> Data:
    return {"title": voice.say(key, n=count), "rows": list(rows) or [_row("", voice.say("paper-none"))]}


def _decision(voice: Voice, place: int, made: Fields) -> Data:
    return _row(f"{place}.", voice.say("paper-decision", text=made["text"], by=made["by"], at=made["at"]))


def _order(voice: Voice, task: Fields) -> Data:
    told = voice.say("paper-order", due=_due(voice, task), units=task["units"], body=task["body"])
    return _row(f"{task['number']} {task['title']}", told)


def _due(voice: Voice, task: Fields) -> str:
    """A deadline by its date: what is printed is read on other days, too."""
    return due_words(voice, task if task["due_when"] == "none" else {**task, "due_when": "day"})
