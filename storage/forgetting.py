"""What is kept of one person: read for them, or erased."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.instants import from_ms, maybe_instant
from domain.reporting import TEXT_JOIN
from storage.packing import unpacked
from storage.work import Row, Work, dumps

_AT_ONCE = 500
_OF_PERSON = (
    "name",
    "questions",
    "statements",
    "feedback",
    "difficulties",
    "task_events",
    "excuses",
    "captions",
    "voices",
    "circular_files",
    "circulars",
    "own_words",
    "tables",
)
_OF_ACCOUNT = ("admitted_questions", "admitted", "roll_cards", "roll_lists", "held", "leavings", "dialogues")
_OF_CHAT = ("uploads", "messages", "title")


async def erase_person(work: Work, person: int) -> None:
    """Name and words of somebody of the roster; the figures that they reported of their unit stay."""
    await _erase_texts(work, await work.all("forgetting.texts_said", person_id=person))
    for question in _OF_PERSON:
        await work.do(f"forgetting.{question}", person_id=person)


async def _erase_texts(work: Work, statements: Sequence[Row]) -> None:
    """Take what statements said out of the texts of their units' reports, in all versions; others' words stay."""
    said: dict[tuple[str, int], list[str]] = {}
    for row in statements:
        said.setdefault((row["day"], row["unit_id"]), []).extend(json.loads(row["texts_json"]).values())
    for (day, unit_id), words in said.items():
        place = {"day": day, "unit_id": unit_id}
        for row in await work.all("forgetting.texts_of_report", **place):
            left = dumps(_without(json.loads(row["texts_json"]), words))
            await work.do("forgetting.keep_version_texts", **place, version=row["version"], texts_json=left)


def _without(texts: Mapping[str, str], words: Collection[str]) -> dict[str, str]:
    gone = {part for said in words for part in said.split(TEXT_JOIN)}
    kept = {code: [part for part in text.split(TEXT_JOIN) if part not in gone] for code, text in texts.items()}
    return {code: TEXT_JOIN.join(parts) for code, parts in kept.items() if parts}


async def erase_account(work: Work, telegram_id: int, private_chat: int | None) -> None:
    """What came from an account and was said to it; its raw updates are noted to be erased."""
    await _erase_texts(work, await work.all("forgetting.texts_admitted", telegram_id=telegram_id))
    for question in _OF_ACCOUNT:
        await work.do(f"forgetting.{question}", telegram_id=telegram_id)
    for question in _OF_CHAT if private_chat is not None else ():
        await work.do(f"forgetting.{question}", chat_id=private_chat)
    await work.do("forgetting.guesses", name=f"guesses/{telegram_id}")
    await work.do("forgetting.begin", telegram_id=telegram_id)


async def erase_updates(work: Work) -> tuple[int, bool]:
    """Erase some raw updates of somebody who is being forgotten, at last the account itself: how many, whether all."""
    row = await work.one("forgetting.next")
    assert row is not None
    account = row["telegram_id"]
    if row["place"] >= row["until"]:
        for question in ("last_words", "account", "end"):
            await work.do(f"forgetting.{question}", telegram_id=account)
        return 0, True
    updates = await work.all("forgetting.updates", place=row["place"], until=row["until"], most=_AT_ONCE)
    theirs = [update for update in updates if _names(_read(unpacked(update["raw"])), account)]
    await work.do_many("forgetting.erase_update", [{"place": update["place"]} for update in theirs])
    await work.do_many("forgetting.toasts", [{"update_id": update["update_id"]} for update in theirs])
    reached = updates[-1]["place"] if len(updates) == _AT_ONCE else row["until"]
    await work.do("forgetting.go_on", telegram_id=account, place=reached)
    return len(theirs), False


def _read(raw: str) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def _names(update: Any, account: int) -> bool:
    """Whether the account stands anywhere in an update: as its sender, in what is replied to, forwarded or shared."""
    if isinstance(update, dict):
        own = account in (update.get("id"), update.get("user_id"))
        return own or any(_names(part, account) for part in update.values())
    return isinstance(update, list) and any(_names(part, account) for part in update)


@dataclass(frozen=True)
class Said:
    """Something that somebody sent: when, of what (a unit and day, a task, a file), in which words."""

    at: datetime
    what: str
    text: str


async def joined_at(work: Work, person: int) -> datetime | None:
    """When somebody was last recognised, or entered."""
    return maybe_instant(await work.value("forgetting.person_joined", person_id=person))


Telling = Callable[[Row], tuple[int | None, str, str]]
# Question -> when, what and in which words of each of its rows.
_PERSONS: Mapping[str, Telling] = {
    "statements": lambda row: (row["said_at"], f"{row['unit']} {row['day']}", row["raw"]),
    "feedback": lambda row: (row["at"], f"#{row['task']}", row["text"]),
    "events": lambda row: (row["at"], f"#{row['task']}", row["words"]),
    "evidence": lambda row: (row["at"], f"{row['kind']} {row['day']}", row["caption"]),
    "circulars": lambda row: (row["made_at"], row["kind"], row["text"]),
    "tasks": lambda row: (row["made_at"], f"task #{row['number']}", f"{row['title']}\n{row['body']}".strip()),
    "series": lambda row: (row["made_at"], f"series #{row['number']}", f"{row['title']}\n{row['body']}".strip()),
    "decisions": lambda row: (row["at"], f"decision {row['day']}", row["text"]),
    "excuses": lambda row: (row["made_at"], f"excuse {row['unit']} {row['from_day']}", row["reason"]),
    "settled": lambda row: (row["settled_at"], f"answer {row['day']}", f"{row['quote']} {row['settled_value'] or ''}"),
    "present": lambda row: (row["at"], f"present {row['day']}", ""),
    "numbers": lambda row: (row["at"], f"#{row['task']} number", row["value"]),
    "read": lambda row: (row["read_at"], f"read {row['circular']}", ""),
    "aliases": lambda row: (row["made_at"], "alias", row["word"]),
    "invited": lambda row: (row["made_at"], f"invitation {row['role']}", ""),
    "tables": lambda row: (row["made_at"], "table", row["filename"]),
}
_ACCOUNTS: Mapping[str, Telling] = {
    "held": lambda row: (row["said_at"], "held", row["raw"]),
    "lists": lambda row: (row["at"], f"list {row['day']}", f"{row['heading']} {row['said']}"),
    "dialogues": lambda row: (row["changed_at"], f"dialogue {row['kind']}", row["state_json"]),
}


async def said_by(work: Work, persons: Iterable[int], telegram_id: int | None) -> list[Said]:
    """All that is kept of what somebody sent, by any table, oldest first."""
    found: list[Said] = []
    for person in persons:
        for question, telling in _PERSONS.items():
            found += map(_said, map(telling, await work.all(f"forgetting.person_{question}", person_id=person)))
    for question, telling in _ACCOUNTS.items() if telegram_id is not None else ():
        found += map(_said, map(telling, await work.all(f"forgetting.account_{question}", telegram_id=telegram_id)))
    return sorted(found, key=lambda said: said.at)


def _said(told: tuple[int | None, str, str]) -> Said:
    at, what, text = told
    return Said(from_ms(at or 0), what, text)


async def updates_of(work: Work, telegram_id: int) -> list[Any]:
    """The raw updates in which the account stands, oldest first: every update is looked at."""
    found: list[Any] = []
    place = 0
    while True:
        rows = await work.all("forgetting.updates", place=place, until=2**62, most=_AT_ONCE)
        read = [_read(unpacked(row["raw"])) for row in rows]
        found += [update for update in read if _names(update, telegram_id)]
        if len(rows) < _AT_ONCE:
            return found
        place = rows[-1]["place"]
