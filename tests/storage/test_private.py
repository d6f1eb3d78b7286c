"""The list of what is private agrees with the schema and with the questions that seal it."""

import re
import sqlite3
from importlib.resources import files

import pytest

from storage.migrations import numbered
from storage.private import PLACES, Place

SEALING = (files("storage") / "sql" / "sealing.sql").read_text("utf-8")


def schema() -> sqlite3.Connection:
    """The newest schema, empty."""
    connection = sqlite3.connect(":memory:")
    for _, sql in numbered():
        connection.executescript(sql)
    return connection


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.table)
def test_each_place_is_read_and_written_back_whole(place: Place) -> None:
    read = re.search(rf"-- name: {place.table}\nSELECT (.+) FROM {place.table} ", SEALING)
    kept = re.search(rf"-- name: keep_{place.table}!\nUPDATE {place.table} SET (.+) WHERE (.+)", SEALING)
    assert read
    assert kept
    assert set(place.columns) <= set(read[1].split(", "))
    assert {f"{column} = :{column}" for column in place.columns} <= set(kept[1].split(", "))
    assert all(f":{name}" in kept[2] for name in place.key)


def test_every_column_for_free_words_is_private_or_known_to_be_none() -> None:
    """A new column of texts has to be thought about: it goes into PLACES, or into the list of those that tell none."""
    connection = schema()
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    private = {(place.table, column) for place in PLACES for column in place.columns}
    found = {
        (table, column[1])
        for table in tables
        for column in connection.execute(f"PRAGMA table_info({table})")
        if column[2] == "TEXT"
    }
    assert private <= found
    assert sorted(f"{table}.{column}" for table, column in found - private) == TELL_NOTHING


TELL_NOTHING = [
    "attendance.day",
    "audit.verb",
    "audit_door.reason",
    "blots.name",
    "boards.day",
    "boards.edit",
    "boards.last",
    "boards.post",
    "boards.shown",
    "chats.kind",
    "chats.language",
    "chats.purpose",
    "chats.rights_json",
    "chats.state",
    "chats.title",
    "circular_files.file_id",
    "circular_files.file_unique_id",
    "circular_files.kind",
    "circulars.album",
    "circulars.audience_json",
    "circulars.kind",
    "circulars.scope_json",
    "circulars.state",
    "days.day",
    "decisions.day",
    "dialogues.kind",
    "evidence.album",
    "evidence.day",
    "evidence.file_id",
    "evidence.file_unique_id",
    "evidence.kind",
    "excuses.from_day",
    "excuses.to_day",
    "held.ask",
    "held.reason",
    "held.sender_name",
    "held.state",
    "inbox.state",
    "indicators.code",
    "invitations.role",
    "meta.name",
    "outbox.about",
    "outbox.act",
    "outbox.buttons_json",
    "outbox.error",
    "outbox.key",
    "outbox.kind",
    "outbox.state",
    "outbox.target",
    "papers.day",
    "papers.kind",
    "people.name",
    "people.phone_mark",
    "posts.role",
    "purges.day",
    "questions.ask",
    "questions.day",
    "questions.indicator",
    "questions.reason",
    "questions.settled_indicator",
    "questions.settled_value",
    "questions.state",
    "questions.told_json",
    "questions.value",
    "report_versions.cumulative_json",
    "report_versions.day",
    "report_versions.reason",
    "report_versions.values_json",
    "reports.day",
    "roll_cards.day",
    "roll_cards.post",
    "roll_lists.day",
    "roll_lists.state",
    "running_totals.indicator",
    "running_totals.total",
    "sender_words.indicator",
    "stamps.subject",
    "statements.cumulative_json",
    "statements.day",
    "statements.mode",
    "statements.reason",
    "statements.sender",
    "statements.source",
    "statements.values_json",
    "steps.day",
    "steps.result_json",
    "steps.state",
    "steps.step",
    "task_events.what",
    "task_numbers.value",
    "task_reached.indicator",
    "task_reached.value",
    "task_series.audience_json",
    "task_series.due_words",
    "task_series.scope_json",
    "task_series.state",
    "task_series.until_day",
    "task_series.weekdays",
    "task_targets.amount",
    "task_targets.first_day",
    "task_targets.indicator",
    "task_targets.kind",
    "task_targets.last_day",
    "task_units.state",
    "tasks.audience_json",
    "tasks.due_words",
    "tasks.publish_day",
    "tasks.scope_json",
    "tasks.series_day",
    "tasks.state",
    "units.aliases_json",
    "units.code",
    "units.covers",
    "units.deadline",
    "units.name",
    "units.tags_json",
    "uploads.file_id",
    "uploads.filename",
    "uploads.state",
]
