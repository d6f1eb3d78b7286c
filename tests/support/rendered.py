"""Whatever the program put into its outbox is said once more in every language: nothing may be missing in any."""

import json
import re
from collections.abc import Iterator
from typing import Any

from domain.forms import Form
from domain.outgoing import Act, Button
from storage.packing import unpacked
from storage.vault import Vault
from tests.support.databases import look
from texts.catalogue import Words, languages
from texts.render import MOST_CHARACTERS, Voice, render, render_buttons

MOST_OF_A_TOAST = 200
_SPOKEN = (Act.SEND.value, Act.EDIT.value, Act.TOAST.value)
_DRAWN_WHEN_SENT = ("board", "circular", "practice", "circular-draft", "circular-live")
"""Hold no fields of their own in the outbox; `board-view` says the same with them, tests/texts what the others say."""
_DOCUMENT = "mydata"
"""JSON has braces of its own."""
_ONE_OF_MANY = re.compile(
    r"(?<![\d.,:/+-])1 (?:unit|item|figure|task|row|message|note|file|photo|decision|line|draft)s\b"
)


def lacks_in_any_language(database: str, vault: Vault, form: Form) -> list[str]:
    """What is wrong with the words of any message in the outbox, a line each; empty when all is well."""
    voices = [Voice(Words(language), form) for language in languages()]
    rows = list(_written(database, vault))
    return [
        f"{voice.words.language} {row[1]}: {lack}" for voice in voices for row in rows for lack in _lacks(voice, row)
    ]


Row = tuple[str, str, dict[str, Any], list[list[Button]]]


def _written(database: str, vault: Vault) -> Iterator[Row]:
    """Act, kind, fields and buttons of every row that was ever written, each different one once."""
    wanted = f"act IN {_SPOKEN} AND kind NOT IN {_DRAWN_WHEN_SENT}"
    rows = look(database, f"SELECT DISTINCT act, kind, fields_json, buttons_json FROM outbox WHERE {wanted}")
    for act, kind, fields, buttons in rows:
        told = json.loads(unpacked(vault.open(fields)))
        written = told.pop("written on buttons", {})
        keyboard = [[Button(*b, written.get(b[1], {})) for b in row] for row in json.loads(unpacked(buttons))]
        yield act, kind, told, keyboard


def _lacks(voice: Voice, row: Row) -> Iterator[str]:
    act, kind, fields, buttons = row
    text = render(voice, kind, fields)
    labels = [label for shown in render_buttons(voice, buttons) for label, _ in shown]
    if not text.strip() or not all(label.strip() for label in labels):
        yield f"nothing is said: {text!r} {labels}"
    if kind != _DOCUMENT and any("{" in said for said in (text, *labels)):
        yield f"a gap is left: {text!r} {labels}"
    if len(text) >= (MOST_OF_A_TOAST if act == Act.TOAST else MOST_CHARACTERS):
        yield f"too long to be sent whole: {len(text)} characters"
    if _ONE_OF_MANY.search(text):
        yield f"one is not many: {text!r}"
