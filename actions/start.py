"""The first hour: who is operator when nobody is yet."""

import hmac
import json
from datetime import datetime, timedelta

from actions.keys import typed_code
from domain.instants import to_ms
from domain.people import Caller, Post, Role
from domain.town import Town
from storage import audit, meta, people
from storage.work import Work

MOST_GUESSES = 5
GUESSES_FORGOTTEN = timedelta(hours=24)
_OPERATOR = Post(Role.OPERATOR, None)
_CLAIM = "claim"


async def begin(work: Work, town: Town, operator_ids: tuple[int, ...], now: datetime) -> str | None:
    """At every start: note the first one, enter the operators of the settings.

    Where there is no operator at all: the code that makes one of the first person who sends it, the same until it is
    used. Somebody of whom only the account is known bears its number as a name until they speak.
    """
    await meta.first_start(work, now)
    for account in operator_ids:
        known = await people.by_telegram_id(work, account)
        person = known.id if known else await people.add(work, str(account), None, account, now)
        if await people.give_post(work, person, _OPERATOR):
            await audit.note(work, now, None, "operator_of_settings", who=person)
    if await people.of_role(work, Role.OPERATOR):
        await meta.put(work, _CLAIM, "")
        return None
    code = await meta.get(work, _CLAIM) or await typed_code(work, f"claim/{to_ms(now)}")
    await meta.put(work, _CLAIM, code)
    return code


async def claim(work: Work, caller: Caller, word: str, now: datetime) -> tuple[str, dict[str, object]]:
    """Somebody sends the claim code in private: what came of it, as kind and fields.

    Not a refusal: a wrong guess has to be counted, and a refusal would undo that. After five wrong ones an account
    must wait a day.
    """
    code = await meta.get(work, _CLAIM)
    if not code:
        return "claim-closed", {}
    wrong = await _wrong_guesses(work, caller.telegram_id, now)
    if wrong >= MOST_GUESSES:
        return "claim-too-many", {}
    if not hmac.compare_digest(_plain(word), _plain(code)):
        await _note_guess(work, caller.telegram_id, wrong + 1, now)
        return "claim-wrong", {"left": MOST_GUESSES - wrong - 1}
    person = caller.person_id or await people.add(work, caller.name, None, caller.telegram_id, now)
    await people.give_post(work, person, _OPERATOR)
    await meta.put(work, _CLAIM, "")
    await audit.note(work, now, person, "claimed")
    return "claim-done", {"name": caller.name}


def _plain(code: str) -> bytes:
    return "".join(sign for sign in code.upper() if sign.isalnum()).encode()


async def _wrong_guesses(work: Work, account: int, now: datetime) -> int:
    kept = json.loads(await meta.get(work, f"guesses/{account}") or "[0, 0]")
    return int(kept[0]) if to_ms(now - GUESSES_FORGOTTEN) < kept[1] else 0


async def _note_guess(work: Work, account: int, wrong: int, now: datetime) -> None:
    await meta.put(work, f"guesses/{account}", json.dumps([wrong, to_ms(now)]))
