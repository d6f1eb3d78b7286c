"""The messages of the day's course: morning call, reminders, roll-call, and the list of steps."""

from texts import lines
from texts.lines import Fields
from texts.render import Voice, renders


@renders("morning")
def morning(voice: Voice, fields: Fields) -> str:
    """What today asks of a unit, and its open tasks."""
    first = "morning-first-reported" if fields["reported"] else "morning-first"
    said = [voice.say(first, day=fields["day"], unit=fields["unit"], close=fields["close"]), *_tasks(voice, fields)]
    return lines.joined(said if fields["reported"] else [*said, *_example(voice, fields)])


def _tasks(voice: Voice, fields: Fields) -> list[str]:
    if not fields["tasks"]:
        return []
    tasks = [_task(voice, task) for task in fields["tasks"]]
    return [voice.say("morning-tasks", n=len(tasks)), *lines.folded(voice, tasks)]


def _task(voice: Voice, task: Fields) -> str:
    key = "morning-task-overdue" if task["overdue"] else "morning-task-due"
    due = voice.say(key, due_day=task["due_day"], due=task["due"]) if task["due"] else ""
    mark = voice.say("morning-task-unanswered", number=task["number"]) if task["unanswered"] else ""
    return voice.say("morning-task", number=task["number"], title=task["title"], due=due, mark=mark)


def _example(voice: Voice, fields: Fields) -> list[str]:
    blanks = [
        voice.say("morning-blank", name=voice.indicator(code), measure=voice.measure(code)) for code in fields["items"]
    ]
    return [voice.say("morning-example"), voice.say("list-comma").join(blanks), voice.say("morning-zero")]


@renders("morning-town")
def morning_town(voice: Voice, fields: Fields) -> str:
    """What today asks of everybody, for a shared chat."""
    first = voice.say("morning-town-first", day=fields["day"], close=fields["close"], n=fields["n"])
    return lines.joined([first, *_example(voice, fields)])


@renders("remind-questions")
def remind_questions(voice: Voice, fields: Fields) -> str:
    """What is still open of a report, shortly before the close."""
    doubts = [f"{doubt['number']}. {lines.doubted(voice, doubt)}" for doubt in fields["doubts"]]
    first = voice.say("remind-questions-first", unit=fields["unit"], n=fields["n"], close=fields["close"])
    return lines.joined([first, *lines.folded(voice, doubts), voice.say("remind-questions-last")])


@renders("remind-unclear")
def remind_unclear(voice: Voice, fields: Fields) -> str:
    """Which parts of somebody's report still want their unit, shortly before the close."""
    units = "".join(voice.say("report-asked-what", quote=word) for word in fields["written"])
    return voice.say("remind-unclear", at=fields["at"], close=fields["close"], units=units)


@renders("rollcall")
def rollcall(voice: Voice, fields: Fields) -> str:
    """Who has reported at the close, and who not."""
    first = voice.say(
        "rollcall-first",
        day=fields["day"],
        node=f"{fields['node']} " if fields.get("node") else "",
        close=fields["close"],
        units=fields["expected"],
        excused=lines.excused(voice, fields),
        states=lines.heard(voice, fields),
        rate=lines.rate(voice, fields),
    )
    said = [
        *lines.silent(voice, fields["groups"]),
        lines.asking(voice, fields["asking"]),
        lines.alerts(voice, fields["alerts"]),
    ]
    if not fields["silent"]:
        said.insert(0, voice.say("rollcall-all"))
    return lines.joined([first, *said, voice.say("rollcall-last", brief=fields["brief"])])


@renders("rollcall-leader")
def rollcall_leader(voice: Voice, fields: Fields) -> str:
    """The silent units that are a leader's."""
    return voice.say(
        "rollcall-leader",
        day=fields["day"],
        close=fields["close"],
        node=fields["node"],
        n=fields["silent"],
        names=lines.names(voice, fields["names"]),
        states=lines.states(voice, fields),
        rate=lines.rate(voice, fields),
    )


@renders("cycle")
def cycle(voice: Voice, fields: Fields) -> str:
    """The day's steps, those of one kind on a line."""
    key = "cycle-first-skipped" if fields["skipped"] else "cycle-first"
    first = voice.say(key, day=fields["day"], close=fields["close"])
    paused = voice.say("cycle-paused") if fields["paused"] else ""
    early = [voice.say("cycle-level", at=level["at"], units=level["units"]) for level in fields.get("levels", ())]
    levels = voice.say("cycle-levels", levels=lines.dotted(voice, early)) if early else ""
    near = [_span(voice, *span) for span in fields.get("resting", ())]
    resting = voice.say("cycle-rests", days=lines.dotted(voice, near)) if near else ""
    steps = [_step(voice, step) for step in fields["steps"]]
    return lines.joined([first, levels, paused, *steps, resting])


def _span(voice: Voice, first: str, last: str) -> str:
    if first == last:
        return voice.say("cycle-rest-day", day=first)
    return voice.say("cycle-rest-span", from_day=first, to_day=last)


def _step(voice: Voice, step: Fields) -> str:
    hours = [
        voice.say("cycle-hour", at=hour["at"], sign=voice.say(f"cycle-sign-{hour['state']}")) for hour in step["hours"]
    ]
    return voice.say("cycle-step-several", name=voice.say(f"step-{step['kind']}"), hours=lines.dotted(voice, hours))
