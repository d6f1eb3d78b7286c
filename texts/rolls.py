"""How the changes of a roll-call list read: one card, a line a unit."""

from collections.abc import Mapping
from typing import Any

from texts import lines
from texts.render import Voice, renders
from texts.reports import change_line

Fields = Mapping[str, Any]

_COUNTED = {"new": "new", "changed": "changed", "waits": "changed", "gone": "gone", "stale": "stale"}


@renders("roll-card")
def card(voice: Voice, fields: Fields) -> str:
    """How many lines are new, changed or left out, and which, by whom."""
    rows = fields["rows"]
    kinds = [_COUNTED.get(row["kind"], "gone") for row in rows]
    counts = [voice.say(f"roll-count-{kind}", n=kinds.count(kind)) for kind in dict.fromkeys(kinds)]
    first = voice.say("roll-first", day=fields["day"], counts=voice.say("change-comma").join(counts))
    return lines.joined([first, *lines.folded(voice, [_row(voice, row) for row in rows])])


def _row(voice: Voice, row: Fields) -> str:
    by = {"unit": row["unit"], "sender": row["sender"], "at": row["at"], "by": row.get("by", "")}
    match row["kind"]:
        case "new":
            return voice.say("roll-row-new", figures=_figures(voice, row), **by)
        case "changed":
            changes = voice.say("change-comma").join(change_line(voice, change) for change in row["changes"])
            return voice.say("roll-row-changed" if changes else "roll-row-same", changes=changes, **by)
        case kind:
            return voice.say(f"roll-row-{kind}", **by)


def _figures(voice: Voice, row: Fields) -> str:
    if row["zero"]:
        return voice.say("roll-zero")
    shown = lines.dotted(voice, [voice.figure(code, value) for code, value in row["figures"]])
    if row["more"]:
        return voice.say("roll-figures-more", figures=shown, n=len(row["figures"]) + row["more"])
    return shown or voice.say("roll-nothing")
