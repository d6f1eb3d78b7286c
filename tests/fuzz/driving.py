"""Strange updates and documents through the worker, the routes, the database and the words."""

import json
import logging
import random
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from telegram import Update

from actions import imports
from actions.sheets import read_table
from bot.app import House
from bot.fresh import FRESH
from bot.shape import as_it_came, read_raw
from domain.errors import Refusal
from domain.outgoing import Button
from storage import inbox
from tests.fuzz.mutation import Json, Mutator
from tests.fuzz.tables import good_tables
from tests.support.cast import GROUPS, TOWN, ZONE
from tests.support.databases import look
from tests.support.stage import Stage, open_stage
from texts.catalogue import Words, languages
from texts.render import MOST_CHARACTERS, Voice, render, render_buttons

START = datetime(2026, 2, 6, 8, 0, tzinfo=ZONE)
PATIENT = replace(TOWN, limits=replace(TOWN.limits, messages_per_person=0))
"""Else most of it would be put off, and commands never be handled."""
_BATCH = 50
_FIRST_ID = 900_000_000
_DAY_SECONDS = 36_000
"""How much of the day goes by while all updates come in."""


async def drive(folder: Path, count: int, seed: int) -> list[str]:
    """Let `count` strange updates come in, in a day; every error that was not expected, with what caused it."""
    chance = random.Random(seed)
    async with open_stage(folder, START, town=PATIENT) as stage:
        wrong: list[str] = []
        with _quiet():
            good = await _good_updates(stage)
            async with stage.house() as house:
                for first in range(0, count, _BATCH):
                    pressable = _buttons(stage)
                    mutator = Mutator(chance, [*good, *(_press(chance, stage, one) for one in pressable)])
                    updates = [
                        mutator.update(_FIRST_ID + number) for number in range(first, min(first + _BATCH, count))
                    ]
                    await _take_in(house, stage, updates)
                    stage.clock.move(_DAY_SECONDS * _BATCH / count)
                    await house.rings.ring()
                    wrong += _aside(house, stage, updates) + await _unsaid(house, stage)
                    _send_all(stage)
        stage.surprises.clear()
        wrong += [f"without a line in the audit log: {question}" for question in sorted(set(stage.unaudited))]
        stage.unaudited.clear()
    return wrong


@contextmanager
def _quiet() -> Iterator[None]:
    """An update that nobody can read is logged as an error; here it is the rule."""
    logging.disable(logging.ERROR)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


async def _take_in(house: House, stage: Stage, updates: list[Json]) -> None:
    arrived = [as_it_came(update) for update in updates]
    async with house.database.work() as work:
        await inbox.keep_updates(work, arrived, stage.clock.now())
    while await house.worker.work_off():
        pass


async def _good_updates(stage: Stage) -> list[Json]:
    """What people do on an ordinary day, as Telegram tells it."""
    telegram, cast = stage.telegram, stage.cast
    for person in cast.people.values():
        mine = telegram.say(person, telegram.private(person), "入户120户，劝返约300人")
        telegram.edit(person, mine, "入户121户")
        telegram.contact(person)
        telegram.photo(person, telegram.private(person), caption="现场", album="a")
        telegram.document(person, telegram.private(person), "units.csv", b"x")
    for title, _, _, members in GROUPS:
        for name in members:
            telegram.say(cast.people[name], cast.groups[title], "黄溪村 排查356人")
    telegram.say(cast.people["王书记"], cast.groups["指挥部"], "/task 消杀 对象:全镇 截止:明天中午前")
    telegram.voice(cast.people["张守田"], cast.groups["黄溪村群"])
    telegram.kick_bot(cast.groups["白塔社区群"], cast.people["孙大海"])
    telegram.add_bot(cast.groups["白塔社区群"], cast.people["孙大海"])
    cast.groups["东观社区群"] = telegram.migrate(cast.groups["东观社区群"])
    await stage.settle()
    raw = look(stage.settings.database_url, "SELECT raw FROM inbox ORDER BY place")
    return [json.loads(stage.settings.vault.open(text)) for (text,) in raw]


def _send_all(stage: Stage) -> None:
    """Everything that waits counts as sent, so that its buttons can be pressed."""
    sent = "UPDATE outbox SET state = 'sent', message_id = 100000 + id, tries = 1 WHERE state = 'waiting'"
    look(stage.settings.database_url, sent)


def _buttons(stage: Stage) -> list[tuple[Any, ...]]:
    """Chat, message and buttons of what was said last."""
    sql = """SELECT c.telegram_id, c.kind, o.message_id, o.buttons_json FROM outbox o JOIN chats c ON c.id = o.chat_id
             WHERE o.buttons_json <> '[]' AND o.state = 'sent' AND o.act = 'send' ORDER BY o.id DESC LIMIT 40"""
    return look(stage.settings.database_url, sql)


def _press(chance: random.Random, stage: Stage, shown: tuple[Any, ...]) -> Json:
    chat, kind, message, buttons = shown
    data = chance.choice([button[1] for row in json.loads(buttons) for button in row])
    person = chance.choice(list(stage.cast.people.values()))
    sender = {"id": chat if kind == "private" else person.id, "is_bot": False, "first_name": person.name}
    where = {"id": chat, "type": kind, "title": "x"}
    shown_message = {"message_id": message, "date": int(stage.clock.now().timestamp()), "chat": where, "text": "…"}
    return {"callback_query": {"id": "1", "from": sender, "chat_instance": "1", "message": shown_message, "data": data}}


def _aside(house: House, stage: Stage, updates: list[Json]) -> list[str]:
    """What was set aside although it could be read: a fault of ours in the reading of it counts as one."""
    rows = look(
        stage.settings.database_url,
        f"SELECT update_id, trace FROM inbox WHERE state = 'aside' AND update_id >= {updates[0]['update_id']}",
    )
    sent = {update["update_id"]: update for update in updates}
    told = [(update_id, stage.settings.vault.open(trace)) for update_id, trace in rows]
    return [
        f"{json.dumps(sent[update_id], ensure_ascii=True)}\n{trace}"
        for update_id, trace in told
        if "bot.worker.Unreadable" not in trace or _is_readable(as_it_came(sent[update_id]).raw, house)
    ]


def _is_readable(raw: str, house: House) -> bool:
    """Whether it is of the right shape and the library itself takes it."""
    try:
        update = read_raw(raw)
    except ValueError:
        return False
    except Exception:
        return True  # what is of another shape is said to be, in one way
    try:
        Update.de_json(update, house.application.bot)
    except Exception:
        return False  # in which of many ways is the library's affair
    return True


_VOICES: dict[str, Voice] = {}


class _OnlyLookedAtError(Exception):
    """What was done for a look is undone."""


async def _unsaid(house: House, stage: Stage) -> list[str]:
    """What waits to be said and cannot be, in any language."""
    if not _VOICES:
        _VOICES.update({language: Voice(Words(language), stage.town.form) for language in languages()})
    rows = look(
        stage.settings.database_url,
        """SELECT kind, fields_json, buttons_json FROM outbox
           WHERE state = 'waiting' AND act IN ('send', 'edit')""",
    )
    wrong = []
    for kind, fields, buttons in rows:
        told = json.loads(stage.settings.vault.open(fields))
        if kind in FRESH:  # what it shows is read as it goes out
            with suppress(_OnlyLookedAtError):
                async with house.database.work() as work:
                    told = await FRESH[kind](work, stage.town, told, stage.clock.now())
                    raise _OnlyLookedAtError  # a board notes what it shows: it has not gone out
            if told is None:
                continue
        keys = [[Button(*button) for button in row] for row in json.loads(buttons)]
        for language, voice in _VOICES.items():
            try:
                text = render(voice, kind, told)
                render_buttons(voice, keys)
            except Exception as error:
                wrong.append(f"{language} {kind} {told}: {error!r}")
                continue
            if not text.strip() or len(text) > MOST_CHARACTERS:
                wrong.append(f"{language} {kind} {told}: {len(text)} characters")
    return wrong


async def drive_documents(folder: Path, count: int, seed: int) -> list[str]:
    """Let `count` spoilt tables be read and previewed; every error that is no refusal in words."""
    chance = random.Random(seed)
    mutator = Mutator(chance, [])
    tables = good_tables()
    wrong = []
    async with open_stage(folder, START) as stage, stage.house() as house, house.database.reading() as work:
        known = await imports.known(work)
    with warnings.catch_warnings(action="ignore"):  # the library says of many of them what it leaves out
        for number in range(count):
            name, data = chance.choice(tables)
            inside = name.endswith(".xlsx") and chance.random() < 0.5
            spoilt = mutator.workbook(data) if inside else mutator.document(data)
            try:
                imports.preview(TOWN, read_table(name, spoilt), known)
            except Refusal:
                continue
            except Exception as error:
                wrong.append(f"{name} {number} of seed {seed}: {error!r}")
    return wrong
