"""How reports read: what was received, what is asked, what was corrected."""

from collections.abc import Mapping, Sequence
from typing import Any

from texts import ranking
from texts.lines import doubted, folded
from texts.render import Voice, number, renders

Fields = Mapping[str, Any]

_SHOWN_FIGURES = 4
_SHOWN_DOUBTS = 8
_EXAMPLE = 12
_DOT = " · "


@renders("report-received")
def received(voice: Voice, fields: Fields) -> str:
    """One unit in two or three lines, several in one."""
    lines = fields["lines"]
    if not lines:
        return voice.say("report-received-nothing")
    if len(lines) > 1:
        return voice.say("report-received-many", n=len(lines), units=[line["unit"] for line in lines])
    return "\n".join(_received(voice, lines[0], fields["proxy"], _SHOWN_FIGURES))


def _received(voice: Voice, line: Fields, proxy: str, most: int) -> list[str]:
    first = voice.say(
        "report-received-first",
        unit=line["unit"],
        day=line["day"],
        at=_hour(voice, line),
        late=line["late"],
        zero=line["zero"],
        proxy=proxy or "none",
    )
    figures = [] if line["zero"] else line["figures"]
    rows = [first, _figures(voice, figures, most)]
    if line["cumulative"]:
        rows.append(voice.say("report-cumulative", figures=_joined(voice, line["cumulative"])))
    rows += [voice.say("report-text", name=_text_name(voice, code), text=text) for code, text in line["texts"]]
    rows += _read_as(voice, line)
    if line["asked"]:
        rows.append(voice.say("report-asked-still", n=line["asked"]))
    return [row for row in rows if row]


def _hour(voice: Voice, line: Fields) -> str:
    """15:12; with its day where that is another one than the report's."""
    return f"{voice.words.day(line['at_day'])} {line['at']}" if line["at_day"] else str(line["at"])


def _text_name(voice: Voice, code: str) -> str:
    return next((text.shown(voice.words.language) for text in voice.form.texts if text.code == code), code)


def _joined(voice: Voice, figures: Sequence[tuple[str, float]]) -> str:
    return _DOT.join(voice.figure(code, value) for code, value in figures if code in voice.form.by_code)


def _figures(voice: Voice, figures: Sequence[tuple[str, float]], most: int) -> str:
    """Figures in a row; when there are many, the first few and how many there are."""
    if len(figures) <= most + 1:
        return _joined(voice, figures)
    return voice.say("report-figures", figures=_joined(voice, figures[:most]), n=len(figures))


@renders("report-corrected")
def corrected(voice: Voice, fields: Fields) -> str:
    """What was and what is, in one line; below it what was read by learned words."""
    changes = voice.say("change-comma").join(change_line(voice, change) for change in fields["changes"])
    first = voice.say(
        "report-corrected-first",
        unit=fields["unit"],
        day=fields["day"],
        today=fields["today"],
        added=fields["added"],
        changes=changes,
        first=_hour(voice, fields) if fields["on_time"] else "none",
    )
    return "\n".join([first, *_read_as(voice, fields)])


def _read_as(voice: Voice, line: Fields) -> list[str]:
    return [voice.say("report-read-as", quote=quote, indicator=code) for quote, code in line["read_as"]]


def change_line(voice: Voice, change: Fields) -> str:
    """One figure before and after."""
    code, before, after = change["indicator"], change["before"], change["after"]
    if after is None:
        return voice.say("report-change-gone", indicator=code)
    if before is None:
        return voice.say("report-change-new", indicator=code, after=number(after))
    return voice.say("report-change", indicator=code, before=number(before), after=number(after))


@renders("report-asked")
def asked(voice: Voice, fields: Fields) -> str:
    """What was understood, then a line for each doubt, then how to answer by text."""
    doubts = fields["doubts"]
    unclear = fields.get("unclear", [])  # not in what an earlier version wrote
    verdicts = [_verdict(voice, verdict) for verdict in fields["verdicts"]]
    figures = "" if verdicts else _figures(voice, fields["figures"], _SHOWN_FIGURES)
    several = bool(verdicts) or len(fields["units"]) > 1
    rows = [_asked_first(voice, fields, len(unclear)), figures, *folded(voice, verdicts)]
    rows += folded(voice, [_which_unit(voice, part) for part in unclear])
    rows += [_doubt(voice, doubt, several) for doubt in doubts[:_SHOWN_DOUBTS]]
    if len(doubts) > _SHOWN_DOUBTS:
        rows.append(voice.say("report-asked-more", n=len(doubts) - _SHOWN_DOUBTS))
    rows.append(_how(voice, doubts) if doubts else _how_unit(voice, unclear))
    return "\n".join(row for row in rows if row)


def _verdict(voice: Voice, verdict: Fields) -> str:
    """How one unit of several stands: what of it is received, asked, or waits for the unit's nod."""
    if verdict["asked"] < 0:
        return voice.say("report-verdict-waits", unit=verdict["unit"])
    if verdict["asked"] and not verdict["n"]:
        return voice.say("report-verdict-only-asked", unit=verdict["unit"], asked=verdict["asked"])
    key = "report-verdict-asked" if verdict["asked"] else "report-verdict-zero" if verdict["zero"] else "report-verdict"
    return voice.say(key, unit=verdict["unit"], n=verdict["n"], asked=verdict["asked"])


def _which_unit(voice: Voice, part: Fields) -> str:
    """The line that asks for which unit a part of the message is."""
    written, near = part["written"], part["units"]
    if not written:
        return voice.say("report-asked-unit-unnamed")
    if len(near) == 1:
        return voice.say("report-asked-unit-near", written=written, unit=near[0])
    return voice.say("report-asked-unit-several" if near else "report-asked-unit-none", written=written)


def _how_unit(voice: Voice, unclear: Sequence[Fields]) -> str:
    example = next((part for part in unclear if part["written"] and part["units"]), None)
    return (
        ""
        if example is None
        else voice.say("report-asked-how-unit", written=example["written"], unit=example["units"][0])
    )


def _asked_first(voice: Voice, fields: Fields, unclear: int) -> str:
    n, doubts, units = len(fields["figures"]), len(fields["doubts"]) + unclear, fields["units"]
    day = "" if fields["today"] else voice.say("report-asked-day", day=fields["day"])
    if fields["verdicts"]:
        return voice.say("report-asked-first-several", n=len(fields["verdicts"]) + unclear, doubts=doubts)
    if not units:
        return voice.say("report-asked-first-unclear", doubts=doubts)
    if len(units) > 1:
        return voice.say("report-asked-first-many", units=units, doubts=doubts)
    key = "report-asked-first" if n else "report-asked-first-none"
    return voice.say(key, unit=f"{units[0]}{day}", n=n, doubts=doubts)


def _doubt(voice: Voice, doubt: Fields, several: bool) -> str:
    what, why = doubt_what(voice, doubt), doubt_why(voice, doubt)
    key = "report-asked-line-unit" if several else "report-asked-line"
    return voice.say(key, number=str(doubt["number"]), unit=doubt["unit"], what=what, why=why)


def doubt_what(voice: Voice, doubt: Fields) -> str:
    """The sender's own words; with the indicator's name where they do not hold it."""
    quote, code = doubt["quote"], doubt["indicator"]
    if not quote:
        return doubted(voice, doubt)
    spoken = voice.form.indicator(code).spoken if code else ()
    if code and not any(word in quote for word in spoken):
        return voice.say("report-asked-what-named", indicator=code, quote=quote)
    return voice.say("report-asked-what", quote=quote)


def doubt_why(voice: Voice, doubt: Fields) -> str:
    match doubt["reason"]:
        case "unknown_name":
            return voice.say("why-unknown")
        case "too_large":
            return voice.say("why-too-large", limit=number(float(voice.form.indicator(doubt["indicator"]).asks or 0)))
        case "rule" if "right" in doubt:
            key = "why-rule-before" if doubt["before"] else "why-rule"
            figure = f" {number(doubt['right_value'])} "
            return voice.say(key, right=voice.indicator(doubt["right"]), right_value=figure)
        case "rule":
            return voice.say("why-rule-plain")
        case "measure":
            return voice.say("why-measure", indicator=doubt["indicator"])
        case "unusual":
            return voice.say("why-unusual", usual=number(doubt["told"]["usual"]))
        case "running_total":
            return _why_total(voice, doubt["told"])
        case reason:
            return voice.say(f"why-{reason.replace('_', '-')}")


def _why_total(voice: Voice, told: Fields) -> str:
    """Both figures: the total before, and what it would have to be now."""
    before = number(told["before"])
    if told["wanted"] is None:
        key = "why-total-fell-yesterday" if told["yesterday"] else "why-total-fell"
        return voice.say(key, before=before, before_day=told["before_day"])
    return voice.say("why-total-sum", before=before, today=number(told["today"]), wanted=number(told["wanted"]))


def _how(voice: Voice, doubts: Sequence[Fields]) -> str:
    """An example of an answer in words, made of this message's own doubts."""
    figure = next((doubt for doubt in doubts if doubt["indicator"]), None)
    other = next((doubt for doubt in doubts if not doubt["indicator"]), None)
    if figure is None:
        return voice.say("report-asked-how-drop", number=str(doubts[0]["number"]))
    fields = {"number": str(figure["number"]), "value": str(figure["example"] or _EXAMPLE)}
    if other is None:
        return voice.say("report-asked-how-value", **fields)
    return voice.say("report-asked-how-both", **fields, other=str(other["number"]))


@renders("question-fill")
def fill(voice: Voice, fields: Fields) -> str:
    """Asks for the figure of a doubt."""
    if fields["quote"]:
        return voice.say("question-fill", quote=fields["quote"])
    return voice.say("question-fill-figure", indicator=fields["indicator"])


@renders("report-unit-unclear")
def unit_unclear(voice: Voice, fields: Fields) -> str:
    """Asks for which unit a report is, or says that none is named."""
    written = fields["written"] or "none"
    if not fields["units"]:
        return voice.say("report-unit-unclear-none", written=written)
    return voice.say("report-unit-unclear", written=written) + "\n" + voice.say("report-unit-unclear-how")


@renders("alert")
def alert(voice: Voice, fields: Fields) -> str:
    """What the command must know at once, in one line."""
    line = voice.say("alert", **{**fields, "value": number(fields["value"])})
    return line if fields["today"] else voice.say("alert-day", line=line, day=fields["day"])


@renders("form-ask")
def form_ask(voice: Voice, fields: Fields) -> str:
    """One question of the form, with yesterday's figure where there is one."""
    key = "form-question" if fields["yesterday"] is None else "form-question-yesterday"
    yesterday = "" if fields["yesterday"] is None else number(fields["yesterday"])
    question = voice.say(key, indicator=fields["indicator"], yesterday=yesterday)
    return "\n".join([_form_first(voice, fields), question, voice.say("form-how")])


def _form_first(voice: Voice, fields: Fields) -> str:
    return voice.say(
        "form-first", unit=fields["unit"], day=fields["day"], number=fields["number"], total=fields["total"]
    )


@renders("form-doubtful")
def form_doubtful(voice: Voice, fields: Fields) -> str:
    """A figure over the usual, asked once more."""
    shown = {"value": number(fields["value"]), "limit": number(fields["limit"])}
    return voice.say("form-doubtful", **{**fields, **shown})


@renders("form-about")
@renders("form-expects-sure")
def form_about(voice: Voice, fields: Fields) -> str:
    """A rough figure, asked once more."""
    kind = "form-about" if "limit" in fields else "form-expects-sure"
    return voice.say(kind, **{**fields, "value": number(fields["value"])})


@renders("form-summary")
def form_summary(voice: Voice, fields: Fields) -> str:
    """What was filled in, before it is sent."""
    figures = fields["figures"]
    if not figures:
        return voice.say("form-summary-empty", unit=fields["unit"], day=fields["day"])
    first = voice.say("form-summary-first", unit=fields["unit"], day=fields["day"], n=len(figures))
    return f"{first}\n{_joined(voice, figures)}"


@renders("mine")
def mine(voice: Voice, fields: Fields) -> str:
    """Who somebody is here, and a paragraph for each unit of theirs."""
    posts = [_post(voice, post) for post in fields["posts"]]
    first = voice.say("mine-first" if posts else "mine-first-none", name=fields["name"], posts=posts)
    units = [mine_unit(voice, line) for line in fields["units"]] or [voice.say("mine-none")]
    return "\n".join([first, *units])


def _post(voice: Voice, post: Fields) -> str:
    role = voice.say("mine-post", role=post["role"])
    return voice.say("mine-post-unit", unit=post["unit"], post=role) if post["unit"] else role


@renders("mine-unit")
def mine_unit(voice: Voice, line: Fields) -> str:
    """All that is held of one unit's day."""
    if line["reported"]:
        rows = _received(voice, {**line, "asked": 0}, "", len(line["figures"]))
    else:
        rows = [voice.say("mine-excused" if line["excused"] else "mine-silent", unit=line["unit"], day=line["day"])]
    rows += [_open_doubt(voice, doubt) for doubt in line["doubts"]]
    if line["evidence"]:
        rows.append(voice.say("mine-kept", n=line["evidence"]))
    if line["tasks"]:
        rows.append(voice.say("mine-tasks", n=line["tasks"]))
    if line.get("ranked"):
        rows += ranking.own(voice, line["ranked"])
    return "\n".join(rows)


def _open_doubt(voice: Voice, doubt: Fields) -> str:
    return voice.say("mine-doubt", what=doubted(voice, doubt))
