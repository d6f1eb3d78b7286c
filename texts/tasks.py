"""How tasks read: in a unit's chat, as a leader's preview, as the matrix order by unit."""

from collections.abc import Iterable, Mapping
from typing import Any

from texts.render import Voice, number, renders

Fields = Mapping[str, Any]

STATES = ("done", "doing", "seen", "difficulty", "returned", "silent")
_TITLE_SIGNS = 30
_ORDER_HEADS = {"task-head": "order-head", "task-draft-head": "order-draft-head", "task-confirmed-head": "order-head"}
_DRAFT_HEADS = {"draft": "task-draft-head", "confirmed": "task-confirmed-head"}


def due_words(voice: Voice, fields: Fields) -> str:
    """A deadline as people say it: 明天 12:00 前."""
    return voice.say("task-due", due_when=fields["due_when"], due_day=fields["due_day"], due=fields["due"])


def state_word(voice: Voice, state: str) -> str:
    """What a unit answered, in a word."""
    return voice.say(f"task-answer-{state}")


def short(title: str) -> str:
    """A title that fits on a line of a list."""
    return title if len(title) <= _TITLE_SIGNS else title[: _TITLE_SIGNS - 1] + "…"


def joined(lines: Iterable[str]) -> str:
    """The lines that are not empty, one below the other."""
    return "\n".join(line for line in lines if line)


def _head(voice: Voice, key: str, fields: Fields) -> str:
    wished = {"photo": "task-photo", "verify": "task-to-verify"}
    wishes = [voice.say(words) for wish, words in wished.items() if fields.get(wish)]
    wishes += [voice.say("task-series", series=fields["series"])] if fields.get("series") else []
    if not fields.get("urgent"):
        return " · ".join([voice.say(key, number=fields["number"], due=due_words(voice, fields)), *wishes])
    due = [] if fields["due_when"] == "none" else [due_words(voice, fields)]
    unit = fields.get("unit")
    settled = (
        fields.get("cancelled")
        or fields.get("state") in ("published", "cancelled")
        or (unit and unit["state"] != "silent")
    )
    head = voice.say("order-head-settled" if settled else _ORDER_HEADS[key], number=fields["number"])
    return " · ".join([head, *due, *wishes])


def body_of(voice: Voice, fields: Fields) -> str:
    """The text of a task: its title, and what stands below it; once, where the title is the text cut short."""
    title, body = str(fields["title"]), str(fields["body"])
    if not body:
        return title
    if title.endswith("…") and body.startswith(title[:-1]):
        return body
    return voice.say("task-text", title=title, body=body)


@renders("task")
def task(voice: Voice, fields: Fields) -> str:
    """A task in a unit's chat, with the unit's state once it has answered; in a shared group with the numbers."""
    unit = fields["unit"]
    return joined(
        [
            _head(voice, "task-head", fields),
            voice.say("task-taken") if fields["cancelled"] else "",
            body_of(voice, fields),
            *goal_lines(voice, fields.get("goals", ())),
            voice.say("task-asks-how", asks=fields["asks"]) if fields.get("asks") else "",
            "" if unit else voice.say("task-for", units=fields["names"]),
            voice.say("task-signed", town=fields["town"], at=fields["at"]),
            _own_state(voice, unit) if unit else _numbers(voice, fields["counts"]),
            "" if _settled(fields) else _hint(voice, fields),
        ]
    )


def goal_lines(voice: Voice, goals: Iterable[Fields]) -> list[str]:
    """A line a target: how far the reports have come, of one unit where its own part is told, else of all."""
    return [_goal(voice, goal) for goal in goals]


def _goal(voice: Voice, goal: Fields) -> str:
    said = {
        "name": voice.indicator(goal["code"]),
        "measure": voice.measure(goal["code"]),
        "mine": None if goal["mine"] is None else number(goal["mine"]),
        **{name: number(goal[name]) for name in ("amount", "reached", "full", "units", "percent")},
    }
    key = "task-goal-each" if goal["each"] else "task-goal-all"
    line = voice.say(key if goal["mine"] is None else f"{key}-mine", **said)
    return f"{line} {voice.say('task-goal-filled')}" if goal["filled"] else line


def wanted_lines(voice: Voice, fields: Fields) -> list[str]:
    """What a task that is not out wants reported and sent back, a line each."""
    asks = [voice.say("task-asks", asks=fields["asks"])] if fields.get("asks") else []
    return [*(_wanted(voice, goal) for goal in fields.get("goals", ())), *asks]


def _wanted(voice: Voice, goal: Fields) -> str:
    figure = voice.figure(goal["code"], goal["amount"])
    return voice.say("task-goal-wanted-each" if goal["each"] else "task-goal-wanted-all", figure=figure)


def _settled(fields: Fields) -> bool:
    """Whether nothing more is asked of who reads it: withdrawn, or verified."""
    unit = fields["unit"]
    return bool(fields["cancelled"] or (unit and unit.get("verdict") == "verified"))


def _hint(voice: Voice, fields: Fields) -> str:
    if fields.get("urgent"):
        return voice.say("order-hint", number=fields["number"])
    return voice.say("task-hint" if fields["unit"] else "task-hint-shared", number=fields["number"])


def _own_state(voice: Voice, unit: Fields) -> str:
    """黄溪村：进行中 19:05 张三."""
    if unit["state"] == "silent":
        return ""
    said = voice.say(
        "task-mine", name=unit["name"], state=state_word(voice, unit["state"]), at=unit["at"], by=_by(voice, unit)
    )
    reason = voice.say("task-mine-reason", reason=unit["reason"]) if unit["reason"] else ""
    verdict = unit.get("verdict")
    judged = f" · {voice.say(f'task-{verdict}')}" if verdict else ""
    return joined(
        [
            f"{said.strip()}{reason}{judged}",
            voice.say("task-mine-number", value=number(unit["number"])) if unit.get("number") is not None else "",
            voice.say("task-no-photo") if unit["no_photo"] else "",
            voice.say("task-no-number", asks=unit["no_number"]) if unit.get("no_number") else "",
        ]
    )


def _by(voice: Voice, unit: Fields) -> str:
    """Who said so; of a task that reports have filled, that these did."""
    return voice.say("task-by-reports") if unit.get("by_reports") else str(unit["by"])


def _numbers(voice: Voice, counts: Mapping[str, int]) -> str:
    """完成 31 · 进行中 19 · …; nothing while all are silent."""
    if not any(counts.get(state) for state in STATES if state != "silent"):
        return ""
    return " · ".join(counted(voice, counts))


def counted(voice: Voice, counts: Mapping[str, int], states: Iterable[str] = STATES) -> list[str]:
    """How many units stand in each state, a part a state; of those that are done, how many wait to be verified.

    A message that an earlier version wrote down may not know of each state.
    """
    shown = {state: counts[state] for state in states if counts.get(state)}
    waiting = {"done": counts.get("waiting", 0)}
    return [
        voice.say("task-count", state=state_word(voice, state), n=n, waiting=waiting.get(state, 0))
        for state, n in shown.items()
    ]


@renders("task-draft")
def task_draft(voice: Voice, fields: Fields) -> str:
    """A leader's preview: what the units will read, to whom it goes, what is not clear, what was decided."""
    return joined(
        [
            _head(voice, _DRAFT_HEADS.get(fields["state"], "task-head"), fields),
            body_of(voice, fields),
            _audience(voice, fields),
            *wanted_lines(voice, fields),
            *(voice.say("task-problem", problem=voice.say(key, **said)) for key, said in fields["problems"]),
            _decision(voice, fields),
        ]
    )


def _audience(voice: Voice, fields: Fields) -> str:
    if fields["urgent"]:
        who = fields["audience"] or fields["scope"] or [voice.say("order-everybody")]
        return voice.say("order-draft-to", audience=who, units=fields["units"], chats=fields["chats"])
    if not fields["audience"]:
        kind = "task-draft-all-of" if fields["scope"] else "task-draft-all"
        return voice.say(kind, scope=fields["scope"], units=fields["units"])
    return voice.say("task-draft-some", audience=fields["audience"], units=fields["units"])


def _decision(voice: Voice, fields: Fields) -> str:
    match fields["state"]:
        case "confirmed":
            missed = voice.say("task-draft-missed", tasks_at=fields["tasks_at"]) if fields["missed"] else ""
            return joined([voice.say("task-draft-confirmed", **publication(fields)), missed])
        case "published":
            return voice.say("task-draft-published", at=fields["at"])
        case "cancelled":
            return voice.say("task-draft-cancelled")
        case _:
            hint = "task-draft-hint-unclear" if fields["problems"] else "task-draft-hint"
            hint = "order-draft-hint" if fields["urgent"] and not fields["problems"] else hint
            return voice.say(hint, number=fields["number"])


def publication(fields: Fields) -> dict[str, object]:
    """What the words for the hour of publication need."""
    return {name: fields[name] for name in ("when", "publish_day", "tasks_at")}


@renders("task-edit-prompt")
def edit_prompt(voice: Voice, fields: Fields) -> str:
    """What the draft says now, so that it can be copied, changed and sent back."""
    audience = fields["audience"]
    return joined(
        [
            voice.say("task-edit-prompt", number=fields["number"]),
            "",
            fields["title"],
            fields["body"],
            voice.say("task-edit-audience", audience=audience) if audience else voice.say("task-edit-everybody"),
            voice.say("task-edit-due", due=fields["due_words"]) if fields["due_words"] else "",
            voice.say("task-edit-photo") if fields["photo"] else "",
            voice.say("task-edit-goals", goals=fields["goals"]) if fields.get("goals") else "",
            voice.say("task-edit-asks", asks=fields["asks"]) if fields.get("asks") else "",
        ]
    )


@renders("task-asked-audience")
def asked_audience(voice: Voice, fields: Fields) -> str:
    """The question with its answer."""
    value = fields["value"] or voice.say("task-asked-everybody")
    return voice.say("task-asked-audience", value=value)


@renders("task-asked-body")
def asked_body(voice: Voice, fields: Fields) -> str:
    """The question with its answer."""
    return voice.say("task-asked-body", value=fields["value"] or voice.say("task-asked-nothing"))


@renders("task-asked-due")
def asked_due(voice: Voice, fields: Fields) -> str:
    """The question with its answer."""
    return voice.say("task-asked-due", value=due_words(voice, fields))


@renders("task-preview")
def preview(voice: Voice, fields: Fields) -> str:
    """What goes out at the day's hour, and that drafts do not."""
    rows = fields["tasks"]
    return joined(
        [
            voice.say("task-preview-head", n=len(rows), at=fields["at"]),
            *(
                voice.say(
                    "task-preview-line",
                    number=row["number"],
                    title=short(row["title"]),
                    due=due_words(voice, row),
                    units=row["units"],
                )
                for row in rows
            ),
            voice.say("task-preview-hint", number=rows[0]["number"]) if rows else "",
            voice.say("task-preview-drafts", drafts=fields["drafts"]) if fields["drafts"] else "",
        ]
    )


@renders("tasks-out")
def tasks_out(voice: Voice, fields: Fields) -> str:
    """What has gone out, and which units no chat reaches."""
    lines = [voice.say("tasks-out-head", at=fields["at"], n=len(fields["tasks"]))]
    for row in fields["tasks"]:
        lines.append(voice.say("tasks-out-line", number=row["number"], title=short(row["title"]), units=row["units"]))
        if row["unreached"]:
            lines.append(voice.say("tasks-out-unreached", units=row["unreached"]))
    return joined(lines)


@renders("task-remind")
def remind(voice: Voice, fields: Fields) -> str:
    """A unit that has answered nothing is reminded of one task."""
    return joined(
        [
            voice.say("task-remind", unit=fields["unit"], number=fields["number"], due=due_words(voice, fields)),
            short(fields["title"]),
            voice.say("task-remind-hint", sent_at=fields["sent_at"], number=fields["number"]),
        ]
    )


@renders("task-remind-several")
def remind_several(voice: Voice, fields: Fields) -> str:
    """A chat whose unit (or units) has several tasks without an answer, a line each; those answered say how."""
    rows = fields["rows"]
    silent = [row for row in rows if row["state"] == "silent"]
    names = list(dict.fromkeys(row["unit"] for row in silent or rows))
    first = "task-remind-several" if silent else "task-remind-none"
    several = len({row["unit"] for row in rows}) > 1
    return joined(
        [
            voice.say(first, units=names, n=len(silent)),
            *(_remind_line(voice, row, several) for row in rows),
            voice.say("task-remind-several-hint", number=silent[0]["number"]) if silent else "",
        ]
    )


@renders("task-reply-number")
def reply_number(voice: Voice, fields: Fields) -> str:
    """A reply to a list, of which it does not say which task is meant."""
    return voice.say("task-reply-number", numbers=fields["numbers"], number=fields["number"])


def _remind_line(voice: Voice, row: Fields, several: bool) -> str:
    unit = voice.say("task-remind-unit", unit=row["unit"]) if several else ""
    said = {"unit": unit, "number": row["number"], "title": short(row["title"])}
    if row["state"] == "silent":
        return voice.say("task-remind-line", due=due_words(voice, row), **said)
    return voice.say("task-remind-answered", state=state_word(voice, row["state"]), **said)


@renders("task-toast-said")
def toast_said(voice: Voice, fields: Fields) -> str:
    """What was noted, in a few words."""
    state = state_word(voice, fields["state"])
    return voice.say("task-toast-said", changed=fields["changed"], unit=fields["unit"], state=state)


@renders("task-which")
def which(voice: Voice, fields: Fields) -> str:
    """For which unit is it?"""
    return voice.say("task-which", number=fields["number"], state=state_word(voice, fields["state"]))


@renders("task-said")
def said(voice: Voice, fields: Fields) -> str:
    """The answer as it was taken."""
    state = state_word(voice, fields["state"])
    title = short(fields["title"])
    return voice.say("task-said", unit=fields["unit"], number=fields["number"], title=title, state=state)


@renders("task-difficulty")
def difficulty(voice: Voice, fields: Fields) -> str:
    """A unit in difficulty, for the command chat."""
    return voice.say(
        "task-difficulty",
        unit=fields["unit"],
        number=fields["number"],
        title=short(fields["title"]),
        told=bool(fields["words"]),
        words=fields["words"],
    )
