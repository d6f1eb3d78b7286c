"""Every command by every role in every kind of chat, against the matrix that people review."""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.routes import COMMANDS, PRESSES
from domain.people import Place, Role
from domain.roles import Verb, Verdict, verdict
from drill.server.telegram import Chat, Person
from storage import chats
from storage.database import Database
from tests.support.cast import TOWN, ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage

MORNING = datetime(2026, 2, 6, 7, 30, tzinfo=ZONE)
PATIENT = replace(TOWN, limits=replace(TOWN.limits, messages_per_person=0))
MATRIX = Path(__file__).parents[1] / "roles_matrix.csv"
LETTERS = dict(zip("PUCTN", (Place.PRIVATE, Place.UNIT, Place.COMMAND, Place.TOWN, Place.NONE), strict=True))
WHO = {
    "warden": "刘小妹",
    "lead": "张守田",
    "leader": "王书记",
    "inspector": "何督查",
    "operator": "吴运维",
    "stranger": "陌生人",
}


def matrix() -> dict[tuple[str, str], frozenset[Place]]:
    """(verb, role or stranger) -> where it is granted, as the file says."""
    lines = [line for line in MATRIX.read_text("utf-8").splitlines() if not line.startswith("#")]
    found = {}
    for row in csv.DictReader(lines):
        verb = row.pop("verb")
        for who, cell in row.items():
            found[verb, who] = frozenset(LETTERS[letter] for letter in cell.replace("-", ""))
    return found


GRANTED = matrix()


def test_the_matrix_knows_every_verb_and_every_role() -> None:
    assert set(GRANTED) == {(verb.value, who) for verb in Verb for who in ("stranger", *Role)}


@pytest.mark.parametrize("verb", Verb)
def test_the_table_of_roles_says_what_the_matrix_says(verb: Verb) -> None:
    for who in ("stranger", *Role):
        roles = frozenset() if who == "stranger" else frozenset({Role(who)})
        granted = {place for place in Place if verdict(verb, roles, place) is Verdict.GRANTED}
        assert granted == GRANTED[verb.value, who], (verb, who)


def test_no_command_word_and_no_button_name_stands_twice() -> None:
    words = [word for command in COMMANDS for word in command.words]
    names = [press.name for press in PRESSES]
    assert len(words) == len(set(words))
    assert len(names) == len(set(names))


def rooms(stage: Stage) -> dict[Place, Chat]:
    """A group for each purpose in which everybody is."""
    people = [stage.cast.people[name] for name in WHO.values()]
    return {place: stage.telegram.group(f"群{place}", people) for place in Place if place is not Place.PRIVATE}


async def bind_all(stage: Stage, groups: dict[Place, Chat]) -> None:
    """The groups get their purposes."""
    database = await Database.open(stage.settings.database_url, stage.settings.vault)
    async with database.work() as work:
        for place, group in groups.items():
            chat = await chats.meet(work, group.id, group.type, group.title or "", stage.clock.now())
            await chats.bind(work, chat.id, place.value, 4 if place is Place.UNIT else None, stage.clock.now())
    await database.close()


def asks(stage: Stage, groups: dict[Place, Chat]) -> Iterator[tuple[str, str, Person, Place, Chat]]:
    """Every command by everybody everywhere: word, verb, who, where."""
    for command in COMMANDS:
        for name in WHO.values():
            person = stage.cast.people[name]
            for place in Place:
                chat = groups.get(place) or stage.telegram.private(person)
                yield command.words[0], command.verb.value, person, place, chat


async def test_every_command_by_every_role_in_every_chat_is_granted_or_refused_as_written(tmp_path: Path) -> None:
    """By real updates. What is granted may still be refused for other reasons; nothing is set aside with a trace."""
    roles = {name: who for who, name in WHO.items()}
    async with open_stage(tmp_path, MORNING, town=PATIENT) as stage:
        groups = rooms(stage)
        await stage.settle()
        await bind_all(stage, groups)
        asked: dict[tuple[int, int], tuple[str, str, Place]] = {}
        for word, verb, person, place, chat in asks(stage, groups):
            message = stage.telegram.say(person, chat, f"/{word}")
            assert message is not None
            asked[chat.id, message.id] = (verb, roles[person.name], place)
        async with stage.house() as house:
            while await house.intake.poll_once() + await house.worker.work_off():
                pass
        answers = answers_to(stage, asked)
    assert len(answers) == len(COMMANDS) * len(WHO) * len(Place)
    wrong = [
        (verb, who, place, kind)
        for (verb, who, place), kind in answers
        if (kind in ("not-here", "not-allowed")) == (place in GRANTED[verb, who])
    ]
    assert wrong == []


def answers_to(
    stage: Stage, asked: dict[tuple[int, int], tuple[str, str, Place]]
) -> list[tuple[tuple[str, str, Place], str]]:
    """What each message was first answered with ("" when with nothing); asserts that none was set aside."""
    found = []
    kinds = dict(look(stage.settings.database_url, "SELECT key, kind FROM outbox"))
    for update_id, raw, state, trace in look(
        stage.settings.database_url, "SELECT update_id, raw, state, trace FROM inbox"
    ):
        message = json.loads(stage.settings.vault.open(raw)).get("message", {})
        ask = asked.get((message.get("chat", {}).get("id", 0), message.get("message_id", 0)))
        if ask is not None:
            assert (state, trace) == ("done", None)
            found.append((ask, kinds.get(f"answer/{update_id}/1", "")))
    return found
