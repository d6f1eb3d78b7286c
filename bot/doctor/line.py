"""The line to Telegram: token, time, privacy mode, and what the bot may do in each of its groups."""

import json
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Self

import aiohttp

from bot.doctor.finding import Finding, bad, ok, warn
from bot.settings import Settings
from domain.clock import Clock
from domain.people import Chat, Place

OFF_BY = 5.0
FAR_OFF_BY = 60.0
_SECONDS = 15


@dataclass(frozen=True)
class Answer:
    """What the server said to one call, with its own time."""

    ok: bool
    code: int
    result: Any
    date: datetime | None = None


class NoLine(Exception):
    """No answer came that could be read. Says what kind of trouble it was and never the address: the token is in it."""


class Line:
    """Plain calls of the Bot API that change nothing."""

    def __init__(self, settings: Settings) -> None:
        self._address = f"{settings.api_url}/bot{settings.token}"
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def call(self, method: str, **asked: object) -> Answer:
        """One call; NoLine when nothing readable comes back."""
        try:
            async with self._session.post(f"{self._address}/{method}", json=asked) as answer:
                date = answer.headers.get("Date")
                said = json.loads(await answer.read())
                return Answer(bool(said["ok"]), answer.status, said.get("result"), _read_date(date))
        except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError) as error:
            raise NoLine(type(error).__name__) from None


def _read_date(header: str | None) -> datetime | None:
    return None if header is None else parsedate_to_datetime(header)


async def examine_line(settings: Settings, clock: Clock, groups: list[Chat] | None) -> list[Finding]:
    """All that Telegram can tell; `groups` is None when the database cannot be read."""
    if not settings.token:
        return [bad("no-token")]
    async with Line(settings) as line:
        try:
            me = await line.call("getMe")
            if not me.ok:
                return [bad("token-refused", code=str(me.code))]
            found = [ok("token-good", bot=me.result["username"]), *_clock(me, clock)]
            found += await _webhook(line)
            return found + await _groups(line, me.result, groups or [])
        except NoLine as trouble:
            return [bad("no-line", server=settings.api_url, trouble=str(trouble))]


def _clock(me: Answer, clock: Clock) -> list[Finding]:
    """Our clock against the server's, whose header counts whole seconds. A rehearsal's clock is its own."""
    if me.date is None or clock.speed != 1.0:
        return []
    off = abs((clock.now() - me.date).total_seconds() - 0.5)
    told = {"seconds": str(round(off))}
    if off > FAR_OFF_BY:
        return [bad("clock-off", **told)]
    return [warn("clock-off", **told) if off > OFF_BY else ok("clock-good")]


async def _webhook(line: Line) -> list[Finding]:
    info = await line.call("getWebhookInfo")
    if not info.ok:
        return []
    waiting = str(info.result.get("pending_update_count", 0))
    return [warn("webhook", waiting=waiting)] if info.result.get("url") else [ok("line-waiting", waiting=waiting)]


async def _groups(line: Line, me: dict[str, Any], groups: list[Chat]) -> list[Finding]:
    hears_all = bool(me.get("can_read_all_group_messages"))
    found: list[Finding] = [ok("privacy-off") if hears_all else ok("privacy-on")]
    for group in groups:
        member = await line.call("getChatMember", chat_id=group.telegram_id, user_id=me["id"])
        found += _group(group, member, hears_all)
    return found


def _group(group: Chat, member: Answer, hears_all: bool) -> list[Finding]:
    """What is wrong in one group; that it is well when nothing is."""
    title = group.title
    rights = member.result if member.ok else {}
    if not member.ok or rights.get("status") in ("left", "kicked"):
        return [bad("chat-out", title=title)] if group.purpose != "none" else []
    found = [] if group.purpose != "none" else [warn("chat-no-purpose", title=title)]
    admin = rights.get("status") in ("administrator", "creator")
    if not admin and not hears_all:
        found.append(warn("chat-deaf", title=title))
    pins = group.place in (Place.COMMAND, Place.TOWN)
    if pins and not rights.get("can_pin_messages") and rights.get("status") != "creator":
        found.append(warn("chat-no-pins", title=title))
    return found or [ok("chat-good", title=title)]
