"""Lines that several messages share: states and their signs, silent units, alerts; and how long lists fold."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from texts.render import Voice, number

MOST_LINES = 12
STATES = ("reported", "late", "questions", "silent", "excused")
Fields = Mapping[str, Any]


def folded(voice: Voice, lines: Sequence[str], most: int = MOST_LINES) -> list[str]:
    """The lines, or as many as fit and a last one that counts the rest."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[: most - 1], voice.say("lines-folded", more=len(lines) - most + 1)]


def joined(lines: Iterable[str]) -> str:
    """The lines that say anything, one below the other."""
    return "\n".join(line for line in lines if line)


def sign(voice: Voice, state: str) -> str:
    """The one sign of a state."""
    return voice.say(f"sign-{state}")


def states(voice: Voice, fields: Fields) -> str:
    """How many are in each state: ✅51 ❓3 ⏳4; those that nobody is in are left out, but for the reported."""
    return " ".join(f"{sign(voice, s)}{number(fields[s])}" for s in STATES if fields[s] or s == "reported")


def heard(voice: Voice, fields: Fields) -> str:
    """The same without the excused ones, where the number of units beside it is told without them."""
    return states(voice, {**fields, "excused": 0})


def rate(voice: Voice, fields: Fields) -> str:
    """The share in time, and yesterday's where it is known; nothing when nobody was to report."""
    words = _rate(voice, fields)
    return voice.say("in-brackets", words=words) if words else ""


def _rate(voice: Voice, fields: Fields) -> str:
    if fields["rate"] is None:
        return ""
    before = fields.get("rate_before")
    share = str(fields["rate"])
    return voice.say("rate", rate=share) if before is None else voice.say("rate-both", rate=share, before=str(before))


def excused(voice: Voice, fields: Fields) -> str:
    """How many units are excused: they are counted beside those that are to report, never among them."""
    words = _excused(voice, fields)
    return voice.say("in-brackets", words=words) if words else ""


def _excused(voice: Voice, fields: Fields) -> str:
    return voice.say("besides-excused", n=fields["excused"]) if fields["excused"] else ""


def beside(voice: Voice, fields: Fields) -> str:
    """What stands in brackets behind `51/57`: the excused ones and the share in time."""
    parts = [part for part in (_excused(voice, fields), _rate(voice, fields)) if part]
    return voice.say("in-brackets", words=voice.say("brackets-comma").join(parts)) if parts else ""


def names(voice: Voice, some: Sequence[str]) -> str:
    """Names in a row, those over a dozen only counted."""
    return voice.words.listed(list(some))


def silent(voice: Voice, groups: Sequence[Fields]) -> list[str]:
    """The silent units under the node above them and its leader; where there is one node alone, on one line."""
    units = [unit for group in groups for unit in group["units"]]
    if not units:
        return []
    if len(groups) == 1:
        return [voice.say("line-silent", names=names(voice, units))]
    lines = [_group(voice, group) for group in groups]
    return [voice.say("line-silent-head", n=len(units)), *folded(voice, lines)]


def _group(voice: Voice, group: Fields) -> str:
    leader = voice.say("in-brackets", words=group["leader"]) if group["leader"] else ""
    shown = {"node": group["node"], "states": states(voice, group)}
    if not group["units"]:
        return voice.say("line-group", **shown)
    return voice.say("line-group-silent", leader=leader, names=names(voice, group["units"]), **shown)


def late(voice: Voice, units: Sequence[str]) -> str:
    """The units that reported after the close."""
    return voice.say("line-late", names=names(voice, units)) if units else ""


def asking(voice: Voice, units: Sequence[Fields]) -> str:
    """The units with open questions, and how many each has."""
    shown = [voice.say("asking-unit", unit=unit["unit"], n=unit["n"]) for unit in units]
    return voice.say("line-asking", names=names(voice, shown)) if shown else ""


def alerts(voice: Voice, found: Sequence[Fields]) -> str:
    """The alert figures with the units that said so."""
    shown = [_alert(voice, alert) for alert in found]
    return voice.say("line-alerts", alerts=voice.say("list-semicolon").join(shown)) if shown else ""


def _alert(voice: Voice, alert: Fields) -> str:
    units = [voice.say("alert-unit", unit=unit["unit"], value=number(unit["value"])) for unit in alert["units"]]
    return voice.say("alert-figure", figure=voice.figure(alert["code"], alert["value"]), units=names(voice, units))


def figure(voice: Voice, code: str, value: int | float) -> str:
    """A total with name and measure; of a stock, that it is what there is now."""
    shown = voice.figure(code, value)
    return voice.say("stock-figure", figure=shown) if voice.form.indicator(code).kind == "stock" else shown


def dotted(voice: Voice, parts: Iterable[str]) -> str:
    """Parts of one line: 入户 120户 · 排查 356人."""
    return voice.say("list-dot").join(parts)


def doubted(voice: Voice, doubt: Fields) -> str:
    """What a doubt is about: the sender's own words, or the figure where no words were asked about."""
    quote, code = doubt["quote"], doubt["indicator"]
    if quote or not code:
        return voice.say("report-asked-what", quote=quote)
    key = "report-asked-what-total" if doubt["total"] else "report-asked-what-figure"
    return voice.say(key, figure=voice.figure(code, doubt["value"] or 0))
