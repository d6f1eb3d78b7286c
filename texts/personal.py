"""What somebody is told of their own data."""

from collections.abc import Mapping
from typing import Any

from texts.lines import joined
from texts.people import posts_said
from texts.render import Voice, renders

Fields = Mapping[str, Any]


@renders("mydata")
def mydata(voice: Voice, fields: Fields) -> str:
    """A part of the document; before the first, in words, what there is."""
    about = fields.get("about")
    if about is None:
        return joined([voice.say("mydata-part", **fields), fields["text"]])
    raw = voice.say("mydata-raw", days=about["days"]) if about["days"] else ""
    if not about["name"] and not about["sent"]:
        return joined([voice.say("mydata-none", account=about["account"]), raw])
    told = voice.say("mydata", what=voice.words.listed(_kept(voice, about)))
    part = "" if fields["parts"] == 1 else f" {fields['number']}/{fields['parts']}"
    return joined([told + part, raw, fields["text"]])


def _kept(voice: Voice, about: Fields) -> list[str]:
    who = about["name"] or voice.say("mydata-account", account=about["account"])
    posts = posts_said(voice, about["posts"]) if about["posts"] else ""
    phone = voice.say("mydata-phone", phone=about["phone"]) if about["phone"] else ""
    sent = voice.say("mydata-sent", n=about["sent"]) if about["sent"] else ""
    return [part for part in (who, posts, phone, sent) if part]
