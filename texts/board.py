"""The board, the list of units, the totals and what explains them."""

from texts import lines
from texts.lines import Fields
from texts.render import Voice, number, renders
from texts.trends import open_tasks, pace, recent

MOST_SIGNS = 60
_ROW_OF_SIGNS = 15
_MOST_TOTALS = 8


@renders("board")
@renders("board-view")
def board(voice: Voice, fields: Fields) -> str:
    """Where the day stands: n of all, signs, totals, alerts, who is missing."""
    said = [
        _first(voice, fields),
        voice.say("board-skipped") if fields["skipped"] else "",
        voice.say("board-paused") if fields["paused"] else "",
        _signs(voice, fields),
        _totals(voice, fields["totals"]),
        lines.alerts(voice, fields["alerts"]),
        lines.asking(voice, fields["asking"]),
        _named(voice, "late", fields["late_units"]),
        _named(voice, "silent", fields["silent_units"]),
    ]
    return lines.joined(said)


def _first(voice: Voice, fields: Fields) -> str:
    key = "board-first-node" if fields["node"] else "board-first"
    shown = {name: number(fields[name]) for name in ("heard", "expected")}
    excused = lines.excused(voice, fields)
    return voice.say(key, day=fields["day"], node=fields["node"], at=fields["at"], excused=excused, **shown)


def _signs(voice: Voice, fields: Fields) -> str:
    """A sign a unit while that stays readable, else how many there are of each."""
    if fields["units"] > MOST_SIGNS:
        return lines.states(voice, fields)
    signs = [lines.sign(voice, state) for state in lines.STATES for _ in range(fields[state])]
    rows = ["".join(signs[start : start + _ROW_OF_SIGNS]) for start in range(0, len(signs), _ROW_OF_SIGNS)]
    return "\n".join(rows)


def _totals(voice: Voice, totals: list[Fields]) -> str:
    shown = [lines.figure(voice, total["code"], total["value"]) for total in totals[:_MOST_TOTALS]]
    more = len(totals) - _MOST_TOTALS
    folded = [voice.say("board-more-totals", more=more)] if more > 0 else []
    return lines.joined([lines.dotted(voice, shown) if shown else "", *folded])


def _named(voice: Voice, state: str, units: list[str]) -> str:
    return f"{lines.sign(voice, state)} {lines.names(voice, units)}" if units else ""


@renders("units")
def units(voice: Voice, fields: Fields) -> str:
    """Units by a line each, branches by their counts."""
    first = voice.say("units-first", day=fields["day"], node=fields["node"], states=lines.states(voice, fields))
    page = voice.say("units-page", page=fields["page"], pages=fields["pages"]) if fields["pages"] > 1 else ""
    return lines.joined([first, *(_unit_row(voice, row) for row in fields["rows"]), page])


def _unit_row(voice: Voice, row: Fields) -> str:
    if row["branch"]:
        return voice.say("units-branch", name=row["name"], states=lines.states(voice, row))
    shown = {"sign": lines.sign(voice, row["state"]), "name": row["name"], "at": row["at"]}
    if row["questions"]:
        return voice.say("units-row-questions", n=row["questions"], **shown)
    if row["state"] == "excused" and row["reason"]:
        return voice.say("units-row-reason", reason=row["reason"], **shown)
    return voice.say("units-row", **shown).rstrip()


@renders("totals")
def totals(voice: Voice, fields: Fields) -> str:
    """Every figure that anybody gave; those at zero are only named."""
    first = voice.say("totals-first", day=fields["day"], node=fields["node"], at=fields["at"])
    told = [lines.figure(voice, total["code"], total["value"]) for total in fields["totals"] if total["value"]]
    zero = [voice.indicator(total["code"]) for total in fields["totals"] if not total["value"]]
    if not fields["totals"]:
        return lines.joined([first, voice.say("totals-none")])
    nothing = voice.say("totals-zero", names=lines.names(voice, zero)) if zero else ""
    return lines.joined([first, *told, nothing, voice.say("totals-last")])


@renders("total")
def total(voice: Voice, fields: Fields) -> str:
    """Who made a figure: by branch, or by unit with the messages."""
    said = [_total_first(voice, fields)]
    for unit in fields["units"]:
        said.append(_counted(voice, unit, _made(voice, fields, unit)))
        said += [voice.say("total-link", link=message["link"]) for message in unit["messages"] if message["link"]]
    said += [_counted(voice, branch, _bare(voice, fields, branch)) for branch in fields["branches"]]
    if fields.get("pages", 1) > 1:
        said.append(voice.say("total-page", page=fields["page"], pages=fields["pages"]))
    silent = voice.say("total-silent", n=fields["silent"]) if fields["silent"] else ""
    return lines.joined([*lines.folded(voice, said, most=30), silent])


def _total_first(voice: Voice, fields: Fields) -> str:
    if fields["value"] is None:
        name = voice.indicator(fields["code"])
        return voice.say("total-first-none", node=fields["node"], name=name, day=fields["day"])
    figure = lines.figure(voice, fields["code"], fields["value"])
    return voice.say("total-first", node=fields["node"], figure=figure, day=fields["day"], at=fields["at"])


def _bare(voice: Voice, fields: Fields, part: Fields) -> str:
    value = f"{number(part['value'])}{voice.measure(fields['code'])}"
    return voice.say("total-unit-bare", name=part["name"], value=value)


def _made(voice: Voice, fields: Fields, unit: Fields) -> str:
    if not unit["messages"]:
        return _bare(voice, fields, unit)
    several = len(unit["messages"]) > 1
    messages = voice.say("list-comma").join(_message(voice, message, several) for message in unit["messages"])
    value = f"{number(unit['value'])}{voice.measure(fields['code'])}"
    return voice.say("total-unit", name=unit["name"], value=value, messages=messages)


def _message(voice: Voice, message: Fields, several: bool) -> str:
    day = voice.say("total-message-day", day=message["other_day"]) if message["other_day"] else ""
    shown = {"sender": message["sender"], "day_before": day, "at": message["at"]}
    if several:
        return voice.say("total-message-part", value=number(message["value"]), **shown)
    return voice.say("total-message", **shown)


def _counted(voice: Voice, part: Fields, line: str) -> str:
    return line if part["counted"] else voice.say("total-not-counted", line=line)


@renders("unit-day")
def unit_day(voice: Voice, fields: Fields) -> str:
    """What a unit reported of a day."""
    first = voice.say(
        "unit-day-first",
        sign=lines.sign(voice, fields["state"]),
        unit=fields["unit"],
        day=fields["day"],
        state=fields["state"],
        at=fields["at"],
    )
    values = [voice.figure(value["code"], value["value"]) for value in fields["values"]]
    texts = [_text(voice, code, words) for code, words in fields["texts"].items()]
    asked = [voice.say("unit-day-question", what=lines.doubted(voice, doubt)) for doubt in fields["questions"]]
    below = [lines.figure(voice, total["code"], total["value"]) for total in fields["below"]]
    reason = voice.say("unit-day-reason", reason=fields["reason"]) if fields["reason"] else ""
    changed = voice.say("unit-day-versions", n=fields["versions"] - 1) if fields["versions"] > 1 else ""
    sums = [voice.say("unit-day-below"), *lines.folded(voice, below)] if below else []
    days = [recent(voice, fields), pace(voice, fields), *open_tasks(voice, fields)]
    said = [first, reason, lines.dotted(voice, values) if values else "", *texts, *asked, changed, *sums, *days]
    return lines.joined(said)


def _text(voice: Voice, code: str, words: str) -> str:
    field = next((field for field in voice.form.texts if field.code == code), None)
    name = code if field is None else field.shown(voice.words.language)
    return voice.say("unit-day-text", name=name, text=words)
