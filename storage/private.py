"""Which columns are private: what people wrote, telephone numbers, codes that open doors. A key seals them.

Figures, states, instants, ids and the names of people and chats are not sealed: see docs/security.md.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from storage.connection import Row
from storage.queries import written
from storage.vault import MARK, Vault


@dataclass(frozen=True)
class Place:
    """A table with its key and its private columns: `texts` are sealed at random, `compared` so that equal is equal.

    A key that is private itself stands under another name (`old`), by which nothing opens it.
    """

    subject: str
    table: str
    key: tuple[str, ...]
    texts: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Everything private of it."""
        return (*self.texts, *self.compared)


PLACES: Sequence[Place] = (
    Place("inbox", "inbox", ("place",), ("raw", "trace")),
    Place("outbox", "outbox", ("id",), ("fields_json",)),
    Place("meta", "meta", ("name",), ("value",)),
    Place("people", "people", ("id",), ("phone",)),
    Place("invitations", "invitations", ("old",), compared=("code",)),
    Place("uploads", "uploads", ("id",), ("rows_json",)),
    Place("papers", "papers", ("id",), ("body",)),
    Place("statements", "statements", ("id",), ("raw", "texts_json", "read_as_json")),
    Place("reports", "report_versions", ("day", "unit_id", "version"), ("texts_json",)),
    Place("questions", "questions", ("id",), ("quote",)),
    Place("held", "held", ("id",), compared=("raw", "word")),
    Place("learned", "chat_aliases", ("id",), compared=("word",)),
    Place("learned", "sender_words", ("id",), compared=("phrase",)),
    Place("rolls", "roll_lists", ("id",), ("heading",), ("said",)),
    Place("rolls", "roll_cards", ("chat_id", "day"), ("rows_json",)),
    Place("evidence", "evidence", ("id",), ("caption",)),
    Place("excuses", "excuses", ("id",), ("reason",)),
    Place("tasks", "tasks", ("number",), ("title", "body", "goals", "asks")),
    Place("series", "task_series", ("number",), ("title", "body", "goals", "asks")),
    Place("tasks", "task_units", ("task", "unit_id"), ("reason",)),
    Place("tasks", "task_feedback", ("id",), ("text",)),
    Place("task_events", "task_events", ("id",), ("words", "before_json")),
    Place("circulars", "circulars", ("id",), ("text",)),
    Place("meetings", "decisions", ("id",), ("text",)),
    Place("dialogues", "dialogues", ("chat_id", "telegram_id"), ("state_json",)),
    Place("audit", "audit", ("id",), ("fields_json",)),
)

_ALSO = {"tasks": {"caption": False}, "forgetting": {"texts_json": False}}
"""Private fields of questions whose table is another subject's."""

_VIEWS = {"standing": "report_versions"}
"""The table of which a view shows private columns."""

_WORD = re.compile(r"\w+")


@cache
def _of_subject(question: str) -> Mapping[str, bool]:
    """Field -> whether it is compared, of the private fields of `subject.question`."""
    subject = question.partition(".")[0]
    mine = [place for place in PLACES if place.subject == subject]
    own = {column: column in place.compared for place in mine for column in place.columns}
    return own | _ALSO.get(subject, {})


_HIDDEN: dict[str, list[tuple[str, bool]]] = {}
"""The private fields of each question that was ever asked: it has always the same fields."""


def sealed(question: str, fields: Mapping[str, object], vault: Vault) -> Mapping[str, object]:
    """The fields of a question as they may reach the disk."""
    private = _HIDDEN.get(question)
    if private is None:
        private = _HIDDEN[question] = [one for one in _of_subject(question).items() if one[0] in fields]
    if not private:
        return fields
    hidden = {
        name: shut
        for name, compared in private
        if isinstance(value := fields.get(name), str) and (shut := vault.seal(value, exact=compared)) is not value
    }
    return {**fields, **hidden} if hidden else fields


def opened(question: str, rows: list[Row], vault: Vault) -> list[Row]:
    """The rows of a question with their private columns in clear, each opened when it is read."""
    shown = _shown(question, rows[0]) if rows else None
    if not shown:
        return rows
    marked = any(_is_marked(row[column]) for row in rows for column in shown)
    return [_Opened(row, shown, vault) for row in rows] if marked else rows


_SHOWN: dict[str, frozenset[str]] = {}
"""The private columns of each question that was ever answered: its columns are always the same."""


def _shown(question: str, row: Row) -> frozenset[str]:
    if question not in _SHOWN:
        _SHOWN[question] = _readable(question).intersection(row.keys())
    return _SHOWN[question]


def _readable(question: str) -> frozenset[str]:
    """The private columns of the tables that a question names.

    By its tables and not by their names alone: the title of a task is sealed, the title of a chat is anybody's choice,
    and may look as if it were.
    """
    named = {_VIEWS.get(word, word) for word in _WORD.findall(written(question))}
    return frozenset(column for place in PLACES if place.table in named for column in place.columns)


def _is_marked(value: object) -> bool:
    return isinstance(value, str) and value.startswith(MARK)


class _Opened:
    """A row whose private columns are opened as they are read."""

    __slots__ = ("_private", "_row", "_vault")

    def __init__(self, row: Row, private: frozenset[str], vault: Vault) -> None:
        self._row = row
        self._private = private
        self._vault = vault

    def __getitem__(self, column: str) -> Any:
        value = self._row[column]
        if column in self._private and _is_marked(value):
            return self._vault.open(value)
        return value

    def keys(self) -> Iterable[str]:
        return self._row.keys()
