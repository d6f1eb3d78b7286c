"""What is said of people and their posts."""

from collections.abc import Iterable, Mapping
from typing import Any

from texts.render import Voice, renders

Fields = Mapping[str, Any]
Posts = Iterable[Mapping[str, str]]


def post(voice: Voice, role: str, unit: str) -> str:
    """A post as people say it: 黄溪村负责人, 全镇督查."""
    named = voice.say(f"role-{role}")
    return voice.say("post-of-unit", unit=unit, role=named) if unit else voice.say("post-of-town", role=named)


def posts_said(voice: Voice, posts: Posts) -> str:
    """Posts in a row."""
    return voice.words.listed([post(voice, one["role"], one["unit"]) for one in posts])


@renders("not-allowed")
def _not_allowed(voice: Voice, fields: Fields) -> str:
    return voice.say("not-allowed", roles=[voice.say(f"role-{role}") for role in fields["roles"]])


@renders("not-here")
def _not_here(voice: Voice, fields: Fields) -> str:
    return voice.say("not-here", places=[voice.say(f"place-{place}") for place in fields["places"]])


@renders("card-unknown")
def _card_unknown(voice: Voice, fields: Fields) -> str:
    return voice.say("card-unknown", who=fields["who"] or voice.say("card-unknown-whom"))


# Who is told what in the welcome, in this order.
_GUIDANCE = (
    ("welcome-field", frozenset({"warden", "lead"})),
    ("welcome-command", frozenset({"leader"})),
    ("welcome-inspector", frozenset({"inspector"})),
    ("welcome-operator", frozenset({"operator"})),
)


@renders("welcome")
def _welcome(voice: Voice, fields: Fields) -> str:
    if not fields["posts"]:
        return voice.say("welcome-no-posts", name=fields["name"])
    roles = {one["role"] for one in fields["posts"]}
    lines = [voice.say("welcome", name=fields["name"], posts=posts_said(voice, fields["posts"]))]
    lines += [voice.say(key, collect=fields["collect"]) for key, whose in _GUIDANCE if whose & roles]
    return "\n".join([*lines, voice.say("welcome-more")])


def _with_posts(kind: str) -> None:
    """A kind whose words name posts."""

    @renders(kind)
    def _say(voice: Voice, fields: Fields) -> str:
        return voice.say(kind, **{**fields, "posts": posts_said(voice, fields["posts"])})


for _kind in (
    "invite-link",
    "invite-not-yours",
    "invite-taken",
    "handover-ask",
    "handover-link",
    "handover-taken",
    "person-left",
):
    _with_posts(_kind)


def _with_or_without_posts(kind: str) -> None:
    """A kind with other words for somebody who holds no post."""

    @renders(kind)
    def _say(voice: Voice, fields: Fields) -> str:
        said = {**fields, "posts": posts_said(voice, fields["posts"]), "phone": _phone(voice, fields)}
        return voice.say(kind if fields["posts"] else f"{kind}-no-posts", **said)


for _kind in ("leave-ask", "remove-ask", "removed"):
    _with_or_without_posts(_kind)


def _phone(voice: Voice, fields: Fields) -> str:
    return voice.say("remove-phone", phone=fields["phone"]) if fields.get("phone") else ""


@renders("remove-which")
def _remove_which(voice: Voice, fields: Fields) -> str:
    lines = [
        voice.say(
            "remove-which-line",
            number=str(number),
            name=one["name"],
            phone=_phone(voice, one),
            posts=posts_said(voice, one["posts"]),
        )
        for number, one in enumerate(fields["found"], start=1)
    ]
    return "\n".join([voice.say("remove-which"), *lines, voice.say("remove-which-how")])


@renders("bound")
def _bound(voice: Voice, fields: Fields) -> str:
    lacks = [voice.say(f"bound-lacks-{word}") for word in fields["lacks"]]
    place = "node" if fields["place"] == "command" and fields["unit"] else fields["place"]
    return "\n".join([voice.say("bound", place=place, unit=fields["unit"]), *lacks])


@renders("chat-lost")
def _chat_lost(voice: Voice, fields: Fields) -> str:
    kind = "chat-lost-private" if fields["private"] else "chat-lost-group"
    units = voice.say("chat-lost-units", units=fields["units"]) if fields["units"] else ""
    lines = [voice.say(kind, reason=fields["reason"], title=fields["title"], units=units)]
    how = "chat-lost-unit-how" if units and not fields["private"] else f"{kind}-how"
    return "\n".join([*lines, voice.say(how)])
