"""How tasks that repeat read: the rule in words, one of them, and the list of all."""

from texts.render import Voice, renders
from texts.tasks import Fields, body_of, joined, short, wanted_lines

_EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
_WORKDAYS = [1, 2, 3, 4, 5]


def rule(voice: Voice, fields: Fields) -> str:
    """每周一、三、五，到2月20日."""
    days = fields["weekdays"]
    if days == _EVERY_DAY:
        words = voice.say("series-every-day")
    elif days == _WORKDAYS:
        words = voice.say("series-workdays")
    else:
        words = voice.say("series-weekly", days=[voice.say(f"series-weekday-{day}") for day in days])
    return f"{words}{voice.say('series-until', until_day=fields['until_day'])}" if fields["until_day"] else words


@renders("series")
def series(voice: Voice, fields: Fields) -> str:
    """One task that repeats: its rule, what it says, when it comes next."""
    number, state = fields["number"], fields["state"]
    audience = fields["audience"] or [voice.say("order-everybody")]
    due = fields["due_words"]
    head = "series-draft-head" if state == "draft" else "series-head"
    return joined(
        [
            voice.say(head, number=number, rule=rule(voice, fields)),
            body_of(voice, fields),
            voice.say("task-draft-some", audience=audience, units=fields["units"]),
            voice.say("series-due", due=due) if due else voice.say("series-due-day"),
            voice.say("task-edit-photo") if fields["photo"] else "",
            *wanted_lines(voice, fields),
            *(voice.say("task-problem", problem=voice.say(key, **said)) for key, said in fields["problems"]),
            voice.say(f"series-is-{state}", number=number) if state in ("paused", "ended") else "",
            voice.say(
                "series-next", next_day=fields["next_day"], evening=fields["evening"], tasks_at=fields["tasks_at"]
            )
            if fields["next_day"] and not fields["problems"]
            else "",
            voice.say("series-hint-unclear" if fields["problems"] else f"series-hint-{state}", number=number),
        ]
    )


@renders("series-list")
def series_list(voice: Voice, fields: Fields) -> str:
    """All that repeat, a line each."""
    rows = fields["rows"]
    if not rows:
        return voice.say("series-none")
    lines = [
        voice.say(
            "series-line",
            number=row["number"],
            rule=rule(voice, row),
            title=short(row["title"]),
            state=voice.say(f"series-state-{row['state']}"),
        ).strip()
        for row in rows
    ]
    return joined([voice.say("series-list-head", n=len(rows)), *lines])
