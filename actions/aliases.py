"""Words learned from answers: a chat's own names for units, a sender's own words for indicators. Listed, revoked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from actions.reading import FIELD, index_of
from domain.doubts import Doubt
from domain.errors import NotAllowed, NotFound, NotPossible
from domain.learned import FIGURE, teaches
from domain.outgoing import Button, Buttons
from domain.people import Caller, Place, Role
from domain.town import Town
from domain.units import Unit, UnitTree
from storage import audit, chats, learned, statements, units
from storage.held import Held
from storage.learned import Alias, Meaning
from storage.questions import Question
from storage.work import Work

_SHARED = (Place.TOWN, Place.COMMAND)
_SHORTEST = 2
_MOST_SHOWN = 20
_OVER = (Role.LEAD, Role.LEADER)


def near(tree: UnitTree, word: str) -> Sequence[Unit]:
    """The units that a word may mean by the town's own names."""
    match = index_of(tree).find(word) if word else None
    codes = () if match is None else (match.code,) if match.code else match.near
    return [tree.by_code[code] for code in codes]


async def learn(work: Work, tree: UnitTree, caller: Caller, waits: Held, unit_id: int, now: datetime) -> bool:
    """Learn from an answer that the word means the unit in its chat; False when it is not one to be learned.

    A word that is near to two units is asked every time; in a chat that units share only the unit that it is near to
    is learned, since others may call something else so.
    """
    close = [unit.id for unit in near(tree, waits.word)]
    chat = await chats.by_id(work, waits.chat)
    sure = close == [unit_id] or (len(close) < 2 and chat.place not in _SHARED)
    if len(waits.word.strip()) < _SHORTEST or not sure:
        return False
    made = await learned.learn_alias(work, waits.chat, waits.word.strip(), unit_id, caller.person_id, now)
    if made is not None:
        await audit.note(work, now, caller.person_id, "alias_learned", chat=waits.chat, unit=unit_id)
    return True


async def learn_word(
    work: Work, town: Town, caller: Caller, question: Question, indicator: str, value: Decimal, now: datetime
) -> str | None:
    """Learn from a settled doubt what its sender's phrase means; the phrase, None when nothing is to be learned."""
    sender = (await statements.by_id(work, question.statement_id)).saying.person_id
    doubt = Doubt(question.indicator, question.value, question.quote, question.reason)
    phrase = teaches(town.form, doubt, indicator, value)
    if sender is None or phrase is None:
        return None
    await learned.learn_word(work, sender, phrase.words, indicator, caller.person_id, now)
    await audit.note(work, now, caller.person_id, "word_learned", sender=sender, indicator=indicator)
    return phrase.words


@dataclass(frozen=True)
class Listed:
    """What somebody may see and revoke here: aliases of this chat or of their units, and their own words."""

    aliases: list[Alias]
    words: list[Meaning]


async def listed(work: Work, tree: UnitTree, caller: Caller) -> Listed:
    """In a group the aliases of that group; in private those of this chat, of the caller's units, and own words.

    In the command chat: those of the units that the caller commands.
    """
    private = caller.chat.place is Place.PRIVATE
    wide = private or caller.chat.place is Place.COMMAND
    every = await learned.every_alias(work) if wide else await learned.aliases_of_chat(work, caller.chat.id)
    mine = [a for a in every if a.unit_id in tree.units and (a.chat == caller.chat.id or _over(caller, tree, a))]
    own = await learned.words_of(work, caller.person_id) if private and caller.person_id is not None else []
    return Listed(mine, own)


def _over(caller: Caller, tree: UnitTree, alias: Alias) -> bool:
    return Role.OPERATOR in caller.roles or any(tree.within(alias.unit_id, node) for node in caller.units_as(*_OVER))


async def shown(work: Work, town: Town, caller: Caller) -> tuple[dict[str, object], Buttons]:
    """Fields and buttons of the list, newest first."""
    tree = await units.tree(work)
    found = await listed(work, tree, caller)
    aliases = [_alias_row(town, tree, alias) for alias in reversed(found.aliases)][:_MOST_SHOWN]
    words = [_word_row(meaning) for meaning in reversed(found.words)][:_MOST_SHOWN]
    rows = [_drop(f"aliases/alias/{row['id']}", row["word"]) for row in aliases]
    rows += [_drop(f"aliases/word/{row['id']}", row["phrase"]) for row in words]
    more = len(found.aliases) + len(found.words) - len(rows)
    buttons = tuple(tuple(rows[start : start + 2]) for start in range(0, len(rows), 2))
    first = [*(str(row["word"]) for row in aliases), *(str(row["phrase"]) for row in words)][:1]
    example = first[0] if first else ""
    return {"aliases": aliases, "words": words, "more": max(0, more), "example": example}, buttons


def _drop(data: str, word: object) -> Button:
    return Button("button-alias-drop", data, written={"word": str(word)})


def _alias_row(town: Town, tree: UnitTree, alias: Alias) -> dict[str, object]:
    return {
        "id": alias.id,
        "word": alias.word,
        "unit": tree.units[alias.unit_id].name,
        "chat": alias.chat_title,
        "by": alias.maker,
        "day": town.day_of(alias.made_at).isoformat(),
    }


def _word_row(meaning: Meaning) -> dict[str, object]:
    return {"id": meaning.id, "phrase": meaning.phrase.replace(FIGURE, "…"), "indicator": meaning.indicator}


async def revoke(work: Work, caller: Caller, kind: str, number: int, now: datetime) -> str:
    """Forget one alias or word; what it was. Whoever taught it may, and whoever answers for the unit."""
    if kind == "word":
        return await _forget(work, caller, await learned.word(work, number), now)
    alias = await learned.alias(work, number)
    if alias is None:
        raise NotFound("alias-unknown")
    tree = await units.tree(work)
    taught = caller.person_id is not None and caller.person_id == alias.made_by
    if not taught and not _revokes(caller, tree, alias):
        raise NotAllowed("alias-not-yours")
    await learned.drop_alias(work, alias)
    await audit.note(work, now, caller.person_id, "alias_revoked", chat=alias.chat, unit=alias.unit_id)
    return alias.word


def _revokes(caller: Caller, tree: UnitTree, alias: Alias) -> bool:
    if Role.OPERATOR in caller.roles:
        return True
    return any(tree.within(alias.unit_id, node) for node in caller.units_as(*FIELD, Role.LEADER))


async def _forget(work: Work, caller: Caller, meaning: Meaning | None, now: datetime) -> str:
    if meaning is None:
        raise NotFound("alias-unknown")
    if meaning.person_id != caller.person_id and Role.OPERATOR not in caller.roles:
        raise NotAllowed("alias-not-yours")
    await learned.drop_word(work, meaning.id)
    await audit.note(work, now, caller.person_id, "word_revoked", sender=meaning.person_id, indicator=meaning.indicator)
    return meaning.phrase.replace(FIGURE, "…")


async def revoke_named(work: Work, caller: Caller, word: str, now: datetime) -> str:
    """Forget what is listed here under this word; NotPossible when the word is there twice."""
    found = await listed(work, await units.tree(work), caller)
    named = [("alias", alias.id) for alias in found.aliases if alias.word == word]
    phrase = word.replace("...", FIGURE).replace("…", FIGURE)
    named += [("word", one.id) for one in found.words if phrase in (one.phrase, one.phrase.partition(FIGURE)[0])]
    if not named:
        raise NotFound("alias-not-there", word=word)
    if len(named) > 1:
        raise NotPossible("alias-several", word=word)
    return await revoke(work, caller, *named[0], now)
