"""Everything private is sealed with the newest key: at the first start with a key, and again after the key changed.

What was written before is read table by table and written back sealed, some rows a transaction: killed in the middle,
the next start goes on. Under which key all of it stands is a fact of the installation: other starts cost one question.
"""

from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Protocol

from domain.errors import NotPossible
from storage import audit
from storage.private import PLACES, Place
from storage.vault import Vault
from storage.work import Row, Work

BATCH = 1000


class Opener(Protocol):
    """An open database."""

    vault: Vault

    def work(self) -> AbstractAsyncContextManager[Work]:
        """A unit of work that may write."""
        ...

    def reading(self) -> AbstractAsyncContextManager[Work]:
        """One consistent view."""
        ...


async def check_keys(database: Opener) -> None:
    """NotPossible when the database was sealed with a key that is not here."""
    async with database.reading() as work:
        await _sealed_with(work)


async def seal_all(database: Opener) -> None:
    """Seal what is not sealed with the first key; nothing to do when all is, or when there is no key."""
    async with database.reading() as work:
        done = await _sealed_with(work) == database.vault.first
    if done:
        return
    for place in PLACES:
        await _seal_place(database, place)
    async with database.work() as work:
        await work.do("sealing.note_key", value=database.vault.first)


async def _sealed_with(work: Work) -> str:
    """The name of the key under which everything stands; "" when nothing is sealed."""
    key = str(await work.value("sealing.sealed_with") or "")
    if not work.vault.knows(key) or (key and not work.vault.first):
        raise NotPossible("key-missing", name=key)
    return key


async def _seal_place(database: Opener, place: Place) -> None:
    past: dict[str, object] = {name: "" if name in ("day", "old", "name") else -1 for name in place.key}
    current = f"gw_.{database.vault.first}.%"
    while True:
        async with database.work() as work:
            rows = await work.all(f"sealing.{place.table}", current=current, most=BATCH, **past)
            async with audit.open_door(work, "sealing") if place.table == "audit" else nullcontext():
                await work.do_many(f"sealing.keep_{place.table}", [_sealed(place, row, work.vault) for row in rows])
        if len(rows) < BATCH:
            return
        past = {name: rows[-1][name] for name in place.key}


def _sealed(place: Place, row: Row, vault: Vault) -> dict[str, object]:
    """The row's key with its private columns as they are to stand; a person's number gets its mark."""
    written: dict[str, object] = {name: row[name] for name in place.key}
    for column in place.columns:
        text = row[column]
        written[column] = text if text is None else vault.seal(text, exact=column in place.compared)
    if place.table == "people":
        written["phone_mark"] = vault.look_up(row["phone"])
    return written
