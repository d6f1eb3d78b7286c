"""What has become of the tasks: the matrix order by unit, one task unit by unit, somebody's own open tasks."""

from collections.abc import Mapping, Sequence

from texts.render import Voice, number, renders
from texts.tasks import Fields, counted, due_words, goal_lines, joined, publication, short, state_word

_HOURS_FROM = 120
_DAYS_FROM = 48


@renders("tasks-mine")
def mine(voice: Voice, fields: Fields) -> str:
    """The open tasks of somebody's own units."""
    rows = fields["rows"]
    if not rows:
        return voice.say("tasks-mine-none")
    return joined(
        [
            voice.say("tasks-mine-head", n=len(rows) + fields["more"]),
            *(_mine_line(voice, row) for row in rows),
            voice.say("tasks-mine-more", n=fields["more"]) if fields["more"] else "",
        ]
    )


def _mine_line(voice: Voice, row: Fields) -> str:
    state = state_word(voice, row["state"])
    line = voice.say(
        "tasks-mine-line", number=row["number"], title=short(row["title"]), due=due_words(voice, row), state=state
    )
    line = f"{row['unit']} {line}" if row["unit"] else line
    return joined([line, *goal_lines(voice, row.get("goals", ()))])


@renders("tasks")
def overview(voice: Voice, fields: Fields) -> str:
    """The tasks that are followed: the newest in full, the others a line each, and what has not gone out."""
    parts = [_matrix(voice, row) for row in fields["full"]]
    lines = [_short_matrix(voice, row) for row in fields["others"]]
    more = voice.say("tasks-matrix-more", n=fields["more"]) if fields["more"] else ""
    waiting = [_waiting(voice, row) for row in fields["waiting"]]
    judged = unverified(voice, fields.get("unverified", ()))
    blocks = [*parts, joined([*lines, more]), judged, joined(waiting)]
    return "\n\n".join(block for block in blocks if block) or voice.say("tasks-none")


def _short_matrix(voice: Voice, row: Fields) -> str:
    """📌 9 清点口罩：完成 31/58（待验收 4） · 有困难 1 · 没回应 2, in a line."""
    counts = row["counts"]
    done = {"done": counts["done"], "units": row["units"], "waiting": counts.get("waiting", 0)}
    line = voice.say("tasks-matrix-line", number=row["number"], title=short(row["title"]), **done)
    return " · ".join([line, *counted(voice, counts, ("difficulty", "returned", "silent"))])


def unverified(voice: Voice, rows: Sequence[Fields]) -> str:
    """Which tasks have completions that wait for a leader's word; nothing while none has."""
    told = [voice.say("tasks-unverified-one", number=row["number"], n=row["n"]) for row in rows]
    return voice.say("tasks-unverified", n=sum(row["n"] for row in rows), tasks=told) if told else ""


def _waiting(voice: Voice, row: Fields) -> str:
    title = short(row["title"])
    if row["state"] == "draft":
        return voice.say("tasks-waiting-draft", number=row["number"], title=title)
    return voice.say("tasks-waiting-confirmed", number=row["number"], title=title, **publication(row))


def _matrix(voice: Voice, fields: Fields) -> str:
    """A task in short: numbers, who is silent, who is in difficulty, how quick the answers were."""
    counts = fields["counts"]
    shown = counted(voice, counts)
    silent = fields["silent"]
    return joined(
        [
            voice.say(
                "tasks-matrix-head", number=fields["number"], title=short(fields["title"]), units=fields["units"]
            ),
            " · ".join(shown),
            *goal_lines(voice, fields.get("goals", ())),
            _number(voice, fields),
            voice.say("tasks-matrix-silent", silent=silent, reminded=fields["reminded"]) if silent else "",
            _troubled(voice, fields["troubled"]),
            _quick(voice, fields),
        ]
    )


def _number(voice: Voice, fields: Fields) -> str:
    """What the number that was asked for comes to."""
    if not fields.get("asks"):
        return ""
    value, given = number(fields["number_total"]), fields["number_given"]
    return voice.say("tasks-number-total", asks=fields["asks"], value=value, given=given, units=fields["units"])


def _troubled(voice: Voice, rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    by_reason: dict[str, list[str]] = {}
    for name, reason in rows:
        by_reason.setdefault(reason, []).append(name)
    told = [_with_reason(voice, names, reason) for reason, names in by_reason.items()]
    return voice.say("tasks-matrix-troubled", troubled=voice.say("list-semicolon").join(told))


def _with_reason(voice: Voice, names: list[str], reason: str) -> str:
    """Those who say the same share one quotation: 盐井村、红星村「…」."""
    shown = voice.words.listed(names)
    return voice.say("tasks-troubled-one", names=shown, reason=reason) if reason else shown


def _quick(voice: Voice, fields: Fields) -> str:
    if not fields["fastest"]:
        return ""
    told = {name: fields[name] for name in ("fastest", "fastest_minutes", "median_minutes")}
    line = voice.say("tasks-matrix-quick", **told)
    done = fields.get("done_minutes")
    return line if done is None else f"{line} · {voice.say('tasks-matrix-done', minutes=_span(voice, done))}"


def _span(voice: Voice, minutes: int) -> str:
    """A stretch of time as people say it: 40 分钟, 3 小时, 2 天."""
    if minutes < _HOURS_FROM:
        return voice.say("span-minutes", n=minutes)
    hours = round(minutes / 60)
    return voice.say("span-hours", n=hours) if hours < _DAYS_FROM else voice.say("span-days", n=round(hours / 24))


@renders("task-detail")
def detail(voice: Voice, fields: Fields) -> str:
    """One task unit by unit, with times."""
    rows = [_row(voice, row, fields.get("asks", "")) for row in fields["rows"]]
    more = voice.say("tasks-row-more", n=fields["more"], number=fields["number"]) if fields["more"] else ""
    counts = " · ".join(counted(voice, fields["counts"]))
    head = voice.say("tasks-matrix-head", number=fields["number"], title=short(fields["title"]), units=fields["units"])
    wanted = [*goal_lines(voice, fields.get("goals", ())), _number(voice, fields)]
    return joined([head, due_words(voice, fields), *wanted, counts, _quick(voice, fields), *rows, more])


def _row(voice: Voice, row: Fields, asks: str) -> str:
    """完成 黄溪村 19:04 → 20:14 · 照片 2 · 反馈 1."""
    first, last = _time(voice, row["answered"]), _time(voice, row["changed"])
    times = " → ".join(dict.fromkeys(time for time in (first, last) if time))
    head = f"{voice.say('tasks-row', state=state_word(voice, row['state']), name=row['name'])} {times}".strip()
    besides = [
        voice.say(f"task-{row['verdict']}") if row["verdict"] else "",
        voice.say("task-mine-reason", reason=row["reason"]).strip() if row["reason"] else "",
        *(_row_goal(voice, goal) for goal in row.get("goals", ()) if goal["each"] or goal["mine"]),
        voice.say("tasks-row-number", asks=asks, value=number(row["sent_number"]))
        if row.get("sent_number") is not None
        else "",
        voice.say("tasks-row-photos", n=row["photos"]) if row["photos"] else "",
        voice.say("tasks-row-files", n=row["files"]) if row["files"] else "",
        voice.say("tasks-row-feedback", n=row["feedback"]) if row["feedback"] else "",
        voice.say("tasks-row-returned", n=row["returned"]) if row["returned"] else "",
        voice.say("tasks-row-reminded", n=row["reminded"]) if row["state"] == "silent" and row["reminded"] else "",
    ]
    return " · ".join([head, *(part for part in besides if part)])


def _row_goal(voice: Voice, goal: Fields) -> str:
    """标语横幅 4/6条; of a target of all together, this unit's part alone."""
    if not goal["each"]:
        return voice.figure(goal["code"], goal["mine"])
    mine, amount = number(goal["mine"]), number(goal["amount"])
    name, measure = voice.indicator(goal["code"]), voice.measure(goal["code"])
    return voice.say("tasks-row-goal", name=name, mine=mine, amount=amount, measure=measure)


def _time(voice: Voice, stamp: Mapping[str, str] | None) -> str:
    if stamp is None:
        return ""
    return voice.say("tasks-row-time", day=stamp["day"], at=stamp["at"]).strip()
