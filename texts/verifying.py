"""How verification reads: what waits for a leader's word, what they said, and what a unit hears of a return."""

from texts.render import Voice, number, renders
from texts.tasks import Fields, joined, short

_MOST_SIGNS = 40


@renders("task-verify")
def waiting(voice: Voice, fields: Fields) -> str:
    """The completions of a task that wait, a line each with what came with it."""
    rows, number_of, title = fields["rows"], fields["number"], short(fields["title"])
    if fields["cancelled"]:
        return voice.say("task-verify-withdrawn", number=number_of, title=title)
    head = {name: fields[name] for name in ("number", "waiting", "verified", "page", "pages")}
    hint = voice.say("task-verify-hint", number=number_of, unit=rows[0]["unit"]) if rows else ""
    return joined([voice.say("task-verify", title=title, **head), *(_row(voice, row) for row in rows), hint])


def _row(voice: Voice, row: Fields) -> str:
    """黄溪村 20:14 · 照片 2 · 退回 1 次 · 「都核过了」."""
    at = voice.say("tasks-row-time", day=row["day"], at=row["at"]).strip()
    words = row["words"] if len(row["words"]) <= _MOST_SIGNS else row["words"][: _MOST_SIGNS - 1] + "…"
    parts = [
        voice.say("task-verify-row", unit=row["unit"], at=at),
        "" if row["number"] is None else voice.say("tasks-row-number", asks=row["asks"], value=number(row["number"])),
        voice.say("tasks-row-photos", n=row["photos"]) if row["photos"] else "",
        voice.say("task-verify-no-photo") if row["no_photo"] else "",
        voice.say("tasks-row-returned", n=row["returned"]) if row["returned"] else "",
        voice.say("task-mine-reason", reason=" ".join(words.split())) if words else "",
    ]
    return " · ".join(part for part in parts if part)


@renders("task-verify-below")
def below(voice: Voice, fields: Fields) -> str:
    """An earlier day's list, which gave its place to a newer one."""
    return voice.say("task-verify-below", number=fields["number"], title=short(fields["title"]))


@renders("task-passed")
def passed(voice: Voice, fields: Fields) -> str:
    """What was verified, and what had not been said to be done."""
    return _judged(voice, "task-passed", fields)


@renders("task-sent-back")
def sent_back(voice: Voice, fields: Fields) -> str:
    """What was returned, and what had not been said to be done."""
    return _judged(voice, "task-sent-back", fields)


def _judged(voice: Voice, key: str, fields: Fields) -> str:
    not_done = fields["not_done"]
    return joined(
        [
            voice.say(key, number=fields["number"], units=fields["units"]),
            voice.say("task-judged-not-done", units=not_done) if not_done else "",
        ]
    )


@renders("task-returned")
def returned(voice: Voice, fields: Fields) -> str:
    """A unit hears that its completion came back."""
    told = {name: fields[name] for name in ("number", "unit", "by", "reason")}
    hint = voice.say("task-returned-hint", number=fields["number"])
    return joined([voice.say("task-returned", title=short(fields["title"]), **told), hint])


@renders("task-photos")
def photos(voice: Voice, fields: Fields) -> str:
    """The caption of what a unit sent for a task."""
    n, shown = fields["n"], len(fields["files"])
    return voice.say(
        "task-photos",
        number=fields["number"],
        title=short(fields["title"]),
        unit=fields["unit"],
        n=n,
        shown=shown,
        left=n > shown,
    )
