"""How a figure's last days, and a unit's, read and look: a caption, and what fills the picture."""

from collections.abc import Mapping, Sequence
from typing import Any

from texts import lines
from texts.printed import Data, lays_out
from texts.render import Voice, number, renders
from texts.tasks import due_words, state_word

Fields = Mapping[str, Any]
_MOST_SHOWN = 16
"""Bars that have room for their figure above them."""
_MOST_TASKS = 6


@renders("trend")
def trend(voice: Voice, fields: Fields) -> str:
    """What the figure is now, and what it usually was."""
    code, values = fields["code"], fields["values"]
    first = voice.say("trend-first", node=fields["node"], indicator=code, n=fields["span"])
    if not any(value is not None for value in values):
        return f"{first}\n{voice.say('trend-none')}"
    return lines.joined([first, _now(voice, fields), _usual(voice, fields), _extremes(voice, fields)])


def _now(voice: Voice, fields: Fields) -> str:
    today, before = fields["values"][-1], fields["values"][-2]
    shown = voice.say("trend-nothing") if today is None else f"{number(today)}{voice.measure(fields['code'])}"
    now = voice.say("trend-now", at=fields["at"], figure=shown)
    if before is None:
        return now
    return now + voice.say("trend-yesterday", value=number(before))


def _usual(voice: Voice, fields: Fields) -> str:
    parts = []
    if fields["usual"] is not None:
        parts.append(voice.say("trend-usual", value=number(fields["usual"])))
    if fields["total"] is not None:
        parts.append(voice.say("trend-total", n=fields["span"], value=number(fields["total"])))
    return lines.dotted(voice, parts)


def _extremes(voice: Voice, fields: Fields) -> str:
    told = [(name, fields[name]) for name in ("most", "least") if fields[name] is not None]
    return lines.dotted(
        voice, [voice.say(f"trend-{name}", on_day=day, value=number(value)) for name, (day, value) in told]
    )


@lays_out("trend", "trend.typ")
def trend_picture(voice: Voice, fields: Fields) -> Data:
    """The bars of a figure."""
    name, measure = voice.indicator(fields["code"]), voice.measure(fields["code"])
    return {
        "title": voice.say("trend-title", node=fields["node"], name=name, unit=measure),
        "subtitle": voice.say("trend-subtitle", n=fields["span"], last_day=fields["day"], at=fields["at"]),
        "bars": _bars(voice, fields["days"], fields["values"]),
        "usual": _usual_line(voice, fields["usual"]),
    }


def _usual_line(voice: Voice, usual: float | None) -> Data | None:
    """The line across the bars: how high the days before stood on average."""
    if not usual:
        return None
    return {"value": usual, "words": voice.say("trend-usual-line", value=_short(voice, usual))}


def _bars(voice: Voice, days: Sequence[str], values: Sequence[float | None]) -> list[Data]:
    """A bar a day; of many days every second one is named, and only the last and the highest show their figure."""
    step = 1 if len(days) <= _MOST_SHOWN else 2
    last = len(days) - 1
    told = {last, max(range(len(days)), key=lambda n: (values[n] or 0, n))}
    return [
        {
            "known": value is not None,
            "value": value or 0,
            "shown": _short(voice, value) if step == 1 or n in told else "",
            "last": n == last,
            "label": _label(day) if (last - n) % step == 0 else "",
        }
        for n, (day, value) in enumerate(zip(days, values, strict=True))
    ]


def _short(voice: Voice, value: float | None) -> str:
    """A figure with as few signs as tell it apart: 12, 3.5, 1.2万 or 12.3k."""
    if value is None:
        return ""
    if abs(value) < 10_000:
        return number(round(value, 1))
    return voice.say("trend-large", value=f"{value / int(voice.say('trend-large-step')):.1f}")


def _label(day: str) -> str:
    _, month, date = day.split("-")
    return f"{int(month)}/{int(date)}"


@renders("unit-pictures")
def unit_pictures(voice: Voice, fields: Fields) -> str:
    """The caption of a unit's last days."""
    return lines.joined(
        [
            voice.say("unit-picture-first", unit=fields["node"], n=len(fields["days"])),
            recent(voice, fields),
            pace(voice, fields),
        ]
    )


def recent(voice: Voice, fields: Fields) -> str:
    """How a unit's last days went, in a line."""
    counts = fields.get("recent")
    if not counts:
        return ""
    parts = [voice.say("unit-recent-on-time", n=counts["on_time"])]
    parts += [
        voice.say(f"unit-recent-{state}", n=counts[state]) for state in ("late", "silent", "excused") if counts[state]
    ]
    return voice.say("unit-recent", n=counts["days"], counts=lines.dotted(voice, parts))


def pace(voice: Voice, fields: Fields) -> str:
    """How quickly the unit answered its tasks of the last days, and how many it did in time; nothing without tasks."""
    told = fields.get("pace")
    if not told or not told["received"]:
        return ""
    parts = [voice.say("unit-pace-answered", n=told["answered"])]
    if told["first_minutes"] is not None:
        parts.append(voice.say("unit-pace-first", minutes=told["first_minutes"]))
    if told["due"]:
        parts.append(voice.say("unit-pace-in-time", n=told["in_time"], due=told["due"]))
    parts += [voice.say(f"unit-pace-{what}", n=told[what]) for what in ("verified", "returned") if told[what]]
    return voice.say("unit-pace", n=told["received"], parts=lines.dotted(voice, parts))


def open_tasks(voice: Voice, fields: Fields) -> list[str]:
    """The tasks that a unit has not done, a line each."""
    told = [
        voice.say(
            "unit-task",
            number=task["number"],
            title=task["title"],
            state=state_word(voice, task["state"]),
            due=due_words(voice, task),
        )
        for task in fields.get("tasks", ())
    ]
    return [voice.say("unit-tasks", n=len(told)), *lines.folded(voice, told, _MOST_TASKS)] if told else []


@lays_out("unit", "unit.typ")
def unit_picture(voice: Voice, fields: Fields) -> Data:
    """A unit's days as cells, its figures as bars, its open tasks in words."""
    title, *rows = open_tasks(voice, fields) or [""]
    on = [day["on"] for day in fields["days"]]
    return {
        "title": fields["node"],
        "subtitle": voice.say("unit-picture-subtitle", n=len(on), last_day=fields["day"], at=fields["at"]),
        "days": [
            {"state": day["state"], "word": _word(voice, day), "label": _label(day["on"])} for day in fields["days"]
        ],
        "charts": [_chart(voice, chart, on) for chart in fields["charts"]],
        "tasks": {"title": title, "rows": rows},
    }


def _word(voice: Voice, day: Fields) -> str:
    return day["at"] or voice.say(f"export-state-{day['state']}")


def _chart(voice: Voice, chart: Fields, days: Sequence[str]) -> Data:
    code = chart["code"]
    title = voice.say("unit-chart", name=voice.indicator(code), unit=voice.measure(code))
    return {"title": title, "bars": _bars(voice, days, chart["values"])}
