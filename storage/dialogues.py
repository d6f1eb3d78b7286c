"""Conversations in the middle of which somebody is: rows, so that a restart changes nothing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.instants import to_ms
from domain.people import Caller
from storage.work import Work, dumps


@dataclass(frozen=True)
class Dialogue:
    """What the caller is in the middle of in this chat, and how far."""

    kind: str
    state: dict[str, Any]


async def current(work: Work, caller: Caller) -> Dialogue | None:
    """The caller's conversation in this chat."""
    row = await work.one("dialogues.open", chat_id=caller.chat.id, telegram_id=caller.telegram_id)
    return None if row is None else Dialogue(row["kind"], json.loads(row["state_json"]))


async def keep(work: Work, caller: Caller, kind: str, state: Mapping[str, object], now: datetime) -> None:
    """The conversation has reached this point; it replaces any other of this caller here."""
    await work.do(
        "dialogues.keep",
        chat_id=caller.chat.id,
        telegram_id=caller.telegram_id,
        kind=kind,
        state_json=dumps(dict(state)),
        now=to_ms(now),
    )


async def close(work: Work, caller: Caller) -> None:
    """The conversation has ended."""
    await work.do("dialogues.close", chat_id=caller.chat.id, telegram_id=caller.telegram_id)
