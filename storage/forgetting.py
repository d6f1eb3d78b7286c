"""What is kept of one person: read for them, or erased."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.instants import from_ms, maybe_instant
from storage.packing import unpacked
from storage.work import Work

_AT_ONCE = 500
_OF_PERSON = (
    "name",
    "statements",
    "questions",
    "feedback",
    "task_events",
    "captions",
    "circular_files",
    "circulars",
    "own_words",
)
_OF_ACCOUNT = ("held", "dialogues")
_OF_CHAT = ("uploads", "messages", "title")


async def erase_person(work: Work, person: int) -> None:
    """Name and words of somebody of the roster; what they reported of their unit stays."""
    for question in _OF_PERSON:
        await work.do(f"forgetting.{question}", person_id=person)


async def erase_account(work: Work, telegram_id: int, private_chat: int | None) -> None:
    """What came from an account and was said to it; its raw updates are noted to be erased."""
    for question in _OF_ACCOUNT:
        await work.do(f"forgetting.{question}", telegram_id=telegram_id)
    for question in _OF_CHAT if private_chat is not None else ():
        await work.do(f"forgetting.{question}", chat_id=private_chat)
    await work.do("forgetting.begin", telegram_id=telegram_id)


async def erase_updates(work: Work) -> tuple[int, bool]:
    """Erase some raw updates of somebody who is being forgotten: how many, and whether those were the last."""
    row = await work.one("forgetting.next")
    assert row is not None
    account = row["telegram_id"]
    updates = await work.all("forgetting.updates", place=row["place"], until=row["until"], most=_AT_ONCE)
    theirs = [update["place"] for update in updates if account in _senders(unpacked(update["raw"]))]
    await work.do_many("forgetting.erase_update", [{"place": place} for place in theirs])
    last = len(updates) < _AT_ONCE
    if last:
        await work.do("forgetting.end", telegram_id=account)
    else:
        await work.do("forgetting.go_on", telegram_id=account, place=updates[-1]["place"])
    return len(theirs), last


def _senders(raw: str) -> set[Any]:
    """The accounts that an update names as its senders, or whose message or card it holds."""
    try:
        events = json.loads(raw)
    except ValueError:
        return set()
    found: set[Any] = set()
    for event in events.values() if isinstance(events, dict) else ():
        if isinstance(event, dict):
            found |= _ids(event, ("from", "user", "contact", "forward_from"))
            for name in ("reply_to_message", "message", "forward_origin"):
                inner = event.get(name)
                found |= _ids(inner, ("from", "sender_user", "contact")) if isinstance(inner, dict) else set()
    return found


def _ids(holder: dict[str, Any], names: Iterable[str]) -> set[Any]:
    people = [holder[name] for name in names if isinstance(holder.get(name), dict)]
    return {person.get("id", person.get("user_id")) for person in people}


@dataclass(frozen=True)
class Said:
    """Something that somebody sent: when, of what (a unit and day, a task, a file), in which words."""

    at: datetime
    what: str
    text: str


async def joined_at(work: Work, person: int) -> datetime | None:
    """When somebody was last recognised, or entered."""
    return maybe_instant(await work.value("forgetting.person_joined", person_id=person))


async def said_by(work: Work, person: int) -> list[Said]:
    """All that is kept of what somebody sent, oldest first."""
    reports = await work.all("forgetting.person_statements", person_id=person)
    feedback = await work.all("forgetting.person_feedback", person_id=person)
    events = await work.all("forgetting.person_events", person_id=person)
    files = await work.all("forgetting.person_evidence", person_id=person)
    told = await work.all("forgetting.person_circulars", person_id=person)
    found = [Said(from_ms(row["said_at"]), f"{row['unit']} {row['day']}", row["raw"]) for row in reports]
    found += [Said(from_ms(row["at"]), f"#{row['task']}", row["text"]) for row in feedback]
    found += [Said(from_ms(row["at"]), f"#{row['task']}", row["words"]) for row in events]
    found += [Said(from_ms(row["at"]), f"{row['kind']} {row['day']}", row["caption"]) for row in files]
    found += [Said(from_ms(row["made_at"]), row["kind"], row["text"]) for row in told]
    return sorted(found, key=lambda said: said.at)
