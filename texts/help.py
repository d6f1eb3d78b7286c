"""What the bot can do, a line a thing, for whoever asks."""

from collections.abc import Mapping
from typing import Any

from texts.render import Voice, renders

# Line (key `help-…`) -> the verbs of domain/roles.py of which one is enough for it to be shown, in this order. Who
# commands may excuse any unit; only who reports is told of doing it for their own.
LINES: Mapping[str, tuple[str, ...]] = {
    "report": ("report",),
    "zero": ("zero",),
    "mine": ("mine",),
    "aliases": ("aliases",),
    "excuse-self": ("excuse_self",),
    "tasks": ("see_tasks",),
    "answer-task": ("answer_task",),
    "write-task": ("write_task",),
    "verify-task": ("verify_task",),
    "order": ("publish_task",),
    "board": ("board",),
    "total": ("total",),
    "unit": ("unit",),
    "rank": ("rank",),
    "trend": ("total",),
    "find": ("find",),
    "circular": ("circular",),
    "practice": ("practice",),
    "export": ("export",),
    "brief": ("brief",),
    "cycle": ("cycle",),
    "silent": ("call_silent", "excuse"),
    "decide": ("decide",),
    "rollcall": ("rollcall",),
    "people": ("invite", "remove"),
    "import": ("import",),
    "bind": ("bind",),
    "own-post": ("hand_over", "leave"),
    "own-data": ("my_data", "forget"),
    "language": ("language",),
}


@renders("help")
def _help(voice: Voice, fields: Mapping[str, Any]) -> str:
    if not fields["known"]:
        return voice.say("help-stranger", town=fields["town"])
    verbs = set(fields["verbs"])
    if "report" not in verbs:
        verbs.discard("excuse_self")
    lines = [voice.say(f"help-{line}") for line, needed in LINES.items() if verbs & set(needed)]
    return "\n".join([voice.say("help"), *lines])
