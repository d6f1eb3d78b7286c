"""Whoever changes the town's state leaves a line in the audit log: watched in every transaction of every stage."""

import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib.resources import files
from typing import Any

from storage.database import Database
from storage.work import Work

# Not the town's state: what the machine keeps of its own work, what is shown, and sums that follow from the reports.
_OWN_WORK = frozenset(
    {
        "inbox",
        "chat_leases",
        "outbox",
        "meta",
        "dialogues",
        "boards",
        "roll_cards",
        "running_totals",
        "task_posts",
        "uploads",
        "audit",
        "papers",
        "indicators",
        "forgetting",
    }
)
# The chat was met, or its title read: nobody changed anything.
_NO_CHANGE = frozenset({"chats.meet", "chats.set_title", "chats.touch"})
_NAMED = re.compile(r"-- name: (\w+)\S*\n(.*?)(?=-- name: |\Z)", re.DOTALL)
_WRITES = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM) (\w+)")


def _writing() -> dict[str, str]:
    """Every question that changes the town's state, with its table."""
    found = {}
    for file in (files("storage") / "sql").iterdir():
        subject = file.name.removesuffix(".sql")
        for name, sql in _NAMED.findall(file.read_text("utf-8")) if subject != "sealing" else ():
            written = _WRITES.search(re.sub(r"--.*", "", sql))
            if written and written[1] not in _OWN_WORK and f"{subject}.{name}" not in _NO_CHANGE:
                found[f"{subject}.{name}"] = written[1]
    return found


WRITING = _writing()
# What is a line of the audit log: a version of a report is one itself, and as little to be changed.
NOTES = frozenset({"audit.note", "reports.save_version", "reports.point_at_statement"})


@contextmanager
def watched(unaudited: list[str]) -> Iterator[Callable[[Database], None]]:
    """Gives what makes a database watched: whatever it writes without a line in the audit log is put into the list."""
    kept = {name: getattr(Work, name) for name in ("do", "value", "do_many")}
    for name, method in kept.items():
        setattr(Work, name, _noting(method))
    try:
        yield lambda database: _watch(database, unaudited)
    finally:
        for name, method in kept.items():
            setattr(Work, name, method)


def _watch(database: Database, unaudited: list[str]) -> None:
    opening = database.work

    @asynccontextmanager
    async def work(**how: bool) -> AsyncIterator[Work]:
        async with opening(**how) as opened:
            yield opened
        asked = opened.known.get("asked", [])
        if not NOTES.intersection(asked):
            unaudited.extend(question for question in asked if question in WRITING)

    database.work = work


def _noting(method: Callable[..., Any]) -> Callable[..., Any]:
    async def noting(self: Work, question: str, *rows: object, **fields: object) -> Any:
        done = await method(self, question, *rows, **fields)
        if done not in (0, None) or method.__name__ == "do_many" or question not in WRITING:
            self.known.setdefault("asked", []).append(question)
        return done

    return noting
