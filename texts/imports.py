"""What a table would do, shown before it is done."""

from collections.abc import Mapping
from typing import Any

from texts.render import Voice, renders

Fields = Mapping[str, Any]


@renders("import-preview")
def _preview(voice: Voice, fields: Fields) -> str:
    table = voice.say("import-table", table=fields["table"])
    lines = [voice.say("import-preview", file=fields["file"], table=table)]
    lines.append(voice.say("import-counts", **{name: fields[name] for name in ("added", "updated", "unchanged")}))
    lines += _mistakes(voice, fields)
    if not fields["added"] + fields["updated"]:
        lines.append(voice.say("import-how-nothing"))
    else:
        lines.append(voice.say("import-how-good" if fields["mistakes"] else "import-how-all"))
    return "\n".join(lines)


def _mistakes(voice: Voice, fields: Fields) -> list[str]:
    if not fields["mistakes"]:
        return []
    lines = [voice.say("import-bad-rows", rows=fields["skipped"])]
    for one in fields["mistakes"]:
        reason = voice.say(f"mistake-{one['reason']}", **one["fields"])
        lines.append(voice.say("import-bad-row", row=one["row"], reason=reason))
    return [*lines, voice.say("import-more", more=fields["more"])] if fields["more"] else lines
