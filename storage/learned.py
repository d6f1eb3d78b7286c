"""What was learned from people's answers: a chat's own words for units, a sender's own words for indicators."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from domain.instants import from_ms, to_ms
from storage.work import Row, Work

_KNOWN = "aliases/"


@dataclass(frozen=True)
class Alias:
    """A word that means a unit in one chat. `chat_title` is empty for a private chat."""

    id: int
    chat: int
    chat_title: str
    word: str
    unit_id: int
    made_by: int | None
    maker: str
    made_at: datetime


@dataclass(frozen=True)
class Meaning:
    """A phrase around a figure that means an indicator when its sender writes it."""

    id: int
    person_id: int
    person: str
    phrase: str
    indicator: str
    made_at: datetime


async def aliases_of_chat(work: Work, chat: int) -> list[Alias]:
    """The words that mean units in this chat; read once a work."""
    key = f"{_KNOWN}{chat}"
    if key not in work.known:
        work.known[key] = [_alias(row) for row in await work.all("learned.aliases_of_chat", chat_id=chat)]
    return cast(list[Alias], work.known[key])


async def every_alias(work: Work) -> list[Alias]:
    """The words that mean units in any chat."""
    return [_alias(row) for row in await work.all("learned.every_alias")]


async def learn_alias(
    work: Work, chat: int, word: str, unit_id: int, person_id: int | None, now: datetime
) -> int | None:
    """From now on the word means the unit in this chat; the alias's id, None when that was known."""
    work.known.pop(f"{_KNOWN}{chat}", None)
    made = await work.value(
        "learned.learn_alias", chat_id=chat, word=word, unit_id=unit_id, person_id=person_id, now=to_ms(now)
    )
    return None if made is None else int(made)


async def alias(work: Work, alias_id: int) -> Alias | None:
    """The alias of that id, unless it was revoked."""
    row = await work.one("learned.alias", id=alias_id)
    return None if row is None else _alias(row)


async def drop_alias(work: Work, alias: Alias) -> None:
    """The word means nothing there any more."""
    work.known.pop(f"{_KNOWN}{alias.chat}", None)
    await work.do("learned.drop_alias", id=alias.id)


async def words_of(work: Work, person_id: int) -> list[Meaning]:
    """The phrases that mean indicators when this person writes them."""
    return [_meaning(row) for row in await work.all("learned.words_of", person_id=person_id)]


async def learn_word(
    work: Work, person_id: int, phrase: str, indicator: str, made_by: int | None, now: datetime
) -> None:
    """From now on the phrase means the indicator when this person writes it."""
    await work.do(
        "learned.learn_word", person_id=person_id, phrase=phrase, indicator=indicator, made_by=made_by, now=to_ms(now)
    )


async def word(work: Work, word_id: int) -> Meaning | None:
    """The learned phrase of that id, unless it was revoked."""
    row = await work.one("learned.word", id=word_id)
    return None if row is None else _meaning(row)


async def drop_word(work: Work, word_id: int) -> None:
    """The phrase means nothing any more."""
    await work.do("learned.drop_word", id=word_id)


def _alias(row: Row) -> Alias:
    return Alias(
        id=row["id"],
        chat=row["chat_id"],
        chat_title=row["title"] if row["kind"] != "private" else "",
        word=row["word"],
        unit_id=row["unit_id"],
        made_by=row["made_by"],
        maker=row["maker"] or "",
        made_at=from_ms(row["made_at"]),
    )


def _meaning(row: Row) -> Meaning:
    return Meaning(row["id"], row["person_id"], row["person"], row["phrase"], row["indicator"], from_ms(row["made_at"]))
